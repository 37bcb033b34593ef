"""Kinds of official papers, one file each; discovered by name."""
