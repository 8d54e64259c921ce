"""The parts of a Word file: opened within limits, read as they would print."""
