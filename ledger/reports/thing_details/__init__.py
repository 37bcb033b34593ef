"""What is computed of things of registers, one file a kind; discovered by name."""
