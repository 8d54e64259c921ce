"""The main job, in order, on one page."""
