"""Registers, one file each: what may be written, what may happen, what is owed. Discovered by name."""
