"""Readers of reports: one for each file format, all of them into the same Report."""
