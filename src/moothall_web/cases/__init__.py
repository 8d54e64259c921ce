"""A programme worked up for the person who reads it, and the cases frozen as snapshots."""
