"""How segments lie on the disk."""
