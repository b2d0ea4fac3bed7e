"""What a template may ask: labels, counts, addresses, and whether something is chosen."""
