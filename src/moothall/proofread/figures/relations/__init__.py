"""Relations between figures that stand near each other, found by arithmetic and not by wording."""
