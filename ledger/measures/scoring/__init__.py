"""一月一排名 (S3 #48): what a unit is scored with in a period, and who comes before whom. Pure functions of a ledger and a day."""
