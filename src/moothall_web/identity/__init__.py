"""Sign-in by a council's own directory, second steps and passkeys, and one's sessions."""
