"""How bulletins are laid out: a number that stands in every one of them."""

LAYOUT = 3
"""Grows when a section comes or what one says changes: a bulletin is recomputed as it was laid out.

2: sections for all registers, tables without padding. 3: 一月一排名, and what is told elsewhere of rankings that were published.
"""
RANKED = 3
"""The first layout that knows published rankings."""
