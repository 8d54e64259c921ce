"""The planner: the earliest, the latest and the closest-together joint route of one proposal."""
