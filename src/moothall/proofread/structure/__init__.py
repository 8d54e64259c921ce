"""Structure: numbering, references, sections, captions, accessibility."""
