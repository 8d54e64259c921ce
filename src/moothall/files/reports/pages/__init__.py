"""The pages of a PDF: words and lines with their places, and what they add up to."""
