"""How long what is kept, on what ground, and what has been kept for longer: told, never erased."""
