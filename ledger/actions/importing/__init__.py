"""What a sheet says of plans, compared with the ledger: what to write, and what has to be looked at first."""
