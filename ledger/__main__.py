"""``python -m ledger``: the same front door, because another program also owns the name ``ledger``."""

from cli import main

if __name__ == "__main__":
    main()
