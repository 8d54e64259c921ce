"""Risk: what might go wrong and who acts."""
