"""Wording: words doubled, misspelt, left to fill in."""
