"""The pages about people: signing in, and who acts for whom."""
