"""Whether a decision is key in a council, and the notices that it then needs."""
