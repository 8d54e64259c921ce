"""What scrutiny said and asked, who answered, and what changed since a body last had a proposal."""
