"""How right are the answers? Everything printed here is counted anew, without the index's help."""
