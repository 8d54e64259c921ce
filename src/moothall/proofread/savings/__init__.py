"""Savings and what pays for them: claims, posts, one-off money."""
