"""What came back from the units, weighed against what was sent and what the ledger holds now."""
