"""Equality: who is touched, who assessed it, and whether the assessment is done."""
