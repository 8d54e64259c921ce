"""Who signs in, and for which councils in which role they act."""
