"""Committee calendars in and out: CSV, iCalendar (RFC 5545), Modern.gov's XML; iCalendar out."""
