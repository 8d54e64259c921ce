"""Papers: the same facts in each council's own report format, as Documents."""
