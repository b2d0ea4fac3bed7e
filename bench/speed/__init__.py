"""How fast is the search? Contestants over the same articles and questions, one process each."""
