"""What lies on somebody's desk: remarks that name them, tasks, drafts."""
