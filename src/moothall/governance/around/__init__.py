"""What lies around a route on the line of time: periods, windows, findings, and their numbers."""
