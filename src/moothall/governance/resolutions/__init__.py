"""Twin resolutions: what each council is asked alike, what it passed, and when it is live."""
