"""The money tables of a proposal as sheets with live formulas, one module for each table."""
