"""Splits of a joint cost: the rules in use, those of the theory, and who would rather not."""
