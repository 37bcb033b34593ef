"""A command-line ledger (台账) of reform plans over plain YAML files in git."""

__version__ = "0.1.0"

FORMAT = 1
"""The version of the files' format that this program reads and writes."""
