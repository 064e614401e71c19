"""What exists: one file per kind of record, the ledger, and what happens to positions whoever decides it."""
