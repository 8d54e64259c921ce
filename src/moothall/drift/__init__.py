"""Drift: two councils' papers on one proposal held against each other, figure by figure."""
