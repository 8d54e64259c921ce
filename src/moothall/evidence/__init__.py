"""Evidence: figures with their source, date and unit."""
