"""Words that every room uses: money, years, dates as written, citations, findings."""
