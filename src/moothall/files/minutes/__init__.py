"""Published pages of committee systems read in: decisions, agenda items, minutes, attendance."""
