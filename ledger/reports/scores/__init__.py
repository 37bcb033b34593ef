"""What ``ledger score`` says of one unit: its sheet, one point piece by piece, one number."""
