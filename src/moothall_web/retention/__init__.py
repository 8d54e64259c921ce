"""How long what is kept, on what ground; what is over its time, and erasing that by a rule."""
