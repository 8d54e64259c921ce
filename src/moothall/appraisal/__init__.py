"""Appraisal: the options of a proposal, and whether they have been appraised."""
