"""Work that nobody waits for at the screen: queued, tried again, taken up after a crash, shown."""
