"""How much of a published page is read before the reader stops and says so.

The longest pages of a council's full budget meeting run to some 2 MB and 40,000 marks; with these
limits time and memory are bounded for a page that was made to harm.
"""

PAGE_BYTES = 5 * 2**20
MARKS = 200_000
DEEPEST = 200
LINES = 20_000
LINE_CHARACTERS = 20_000
ITEMS = 500
ATTENDING = 500
HOSTS = 20
ADDRESS_CHARACTERS = 2_000
NOT_TAKEN = 400
"""Remarks on what was not taken; the rest is counted in the last one."""
