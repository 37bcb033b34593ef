"""How each 督察重点 is measured: one file each, with ``GAUGE`` (domain.md §5)."""
