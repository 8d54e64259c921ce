"""Telling councils' own systems of decisions and snapshots."""
