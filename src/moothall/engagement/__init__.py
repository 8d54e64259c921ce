"""Engagement: who was asked, and whether that was consultation."""
