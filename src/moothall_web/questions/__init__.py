"""What scrutiny said and asked, who owes the reply, and what changed since."""
