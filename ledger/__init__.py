"""A command-line ledger (台账) of reform plans over plain YAML files in git."""

__version__ = "0.1.0"
