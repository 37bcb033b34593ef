"""督察评估事项表 that came back, weighed against what went out and what the ledger holds now."""
