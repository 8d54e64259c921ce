"""Opinions and surveys: of how many people a share is."""
