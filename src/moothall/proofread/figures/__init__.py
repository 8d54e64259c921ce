"""Figures in prose: sums, changes, shares, units, and what is worked out from others."""
