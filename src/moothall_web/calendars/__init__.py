"""Committee calendars: brought in as meetings, and the programme given out as a calendar."""
