"""Proofreading: a report in, findings out.  Reads any council's report and needs nothing else."""
