"""The sums that people do with dates, as pages: no rows, nothing kept."""
