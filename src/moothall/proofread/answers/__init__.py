"""Answers of a report's forms and front sheet, and who has decided, cleared or assessed."""
