"""The lenses, one file each, in the order of their names; discovered."""
