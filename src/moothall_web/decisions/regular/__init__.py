"""Committee systems that are read by themselves: what is new waits for an officer to look at it."""
