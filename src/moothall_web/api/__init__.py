"""What other systems read and write: the same queries and actions as the pages, as JSON."""
