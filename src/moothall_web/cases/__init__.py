"""A programme worked up for the person who reads it: no rows of its own."""
