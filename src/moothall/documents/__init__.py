"""Documents as values: sections, tables and notes; and the report formats of councils as data."""
