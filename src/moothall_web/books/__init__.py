"""The books of a proposal: its baseline and who has signed it, savings, the ledger, parting."""
