"""Decide what to write; never print, never write."""
