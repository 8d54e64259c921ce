"""The programme's shape: bodies and their powers, packages, promises."""
