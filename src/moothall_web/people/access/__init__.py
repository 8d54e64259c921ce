"""What the pages about access read: who acts for whom, as far as the reader may see it."""
