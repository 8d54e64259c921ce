"""The joint route on screen: as it stands, the ways to get there, and what a change would move."""
