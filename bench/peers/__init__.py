"""One module for each processor; what is not installed says how to get it."""
