"""The pages about signing in."""
