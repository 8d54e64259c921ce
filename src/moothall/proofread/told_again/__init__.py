"""One thing told twice: claims of the report held against one another."""
