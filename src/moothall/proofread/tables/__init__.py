"""Tables: whether they cast, and what the words about them say of them."""
