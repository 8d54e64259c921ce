"""An app of the tests alone, whose jobs can be counted from outside."""
