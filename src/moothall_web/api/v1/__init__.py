"""Version 1 of the API: its addresses, what each takes and what each answers."""
