"""What was done, by whom, for whom and when: written once, never changed."""
