"""The public site: what councils have published of their snapshots, and nothing else."""
