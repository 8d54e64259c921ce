"""Names: bodies, schemes, offices, people and abbreviations, each written in one way."""
