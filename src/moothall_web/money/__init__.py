"""Money tables brought in and seen before they are saved; workbooks out."""
