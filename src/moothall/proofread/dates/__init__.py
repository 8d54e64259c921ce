"""Dates, periods and the labels of years."""
