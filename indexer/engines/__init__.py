"""Who finds? Engines that all pass the same exam."""
