"""Who clears which words of a paper before it goes, and whether they still stand under them."""
