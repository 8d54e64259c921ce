"""Facts as rows.  Rows become the library's frozen facts, one way; nothing else flows back."""
