"""Papers as they are written, section by section beside a live preview; and back from Word."""
