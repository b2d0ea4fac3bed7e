"""How fast is it? Corpus generator, peers and reports; nothing here is part of the product."""
