"""People: shared posts and their terms."""
