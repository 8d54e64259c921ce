"""Money: tables that cast, savings that last, and what the next year really needs."""
