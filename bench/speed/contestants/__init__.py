"""The contestants, one file each; a library is imported in the file of its contestant alone."""
