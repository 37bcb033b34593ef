"""What came back of an assessment, as a report: what is recorded, what is found, what contradicts the ledger."""
