"""What people are told: by e-mail and on a page, and news by e-mail for the public."""
