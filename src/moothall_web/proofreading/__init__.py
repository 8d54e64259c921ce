"""Proofreading any report: it is read, answered and forgotten; nothing is kept."""
