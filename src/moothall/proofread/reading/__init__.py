"""Reading a report for the rules: its sentences, figures, words and dates, each read once."""
