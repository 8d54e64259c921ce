"""What the country says: dated values with their references, day counts and calendars."""
