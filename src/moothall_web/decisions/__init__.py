"""Decisions ahead, and decisions and minutes brought in from the committee system."""
