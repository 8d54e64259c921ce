"""Many people at one installation: how they read and write, and what is kept of it."""
