"""What came back from the units, as a report: who has not, what is to be recorded, what cannot be told."""
