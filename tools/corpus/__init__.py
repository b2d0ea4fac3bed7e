"""The sample bulletins: their texts, how they are set on pages, and what a reader should find."""
