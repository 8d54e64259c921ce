"""The clearance desk: who clears which words, what they answered, what changed since."""
