"""How much of a table file is taken on before the reader stops and says so.

A council's whole budget by cost centre and account has some 100,000 rows and packs to 5 MB.  With
these limits, time and memory are bounded for a file that was made to harm.
"""

FILE_BYTES = 25 * 2**20
ROWS = 150_000
CELLS = 1_500_000
COLUMNS = 500
SHEETS = 100
LINES = 10_000
"""Facts that one table may make: what a programme shares is a list that people read."""
TEXT = 32_767
"""Characters in one cell: the most that Excel holds."""

# The parts of a workbook, unpacked.  A sheet packs to a tenth or a twentieth.
PART_BYTES = 200 * 2**20
WORDS_BYTES = 64 * 2**20
ARCHIVE_BYTES = 400 * 2**20
ARCHIVE_ENTRIES = 2_000
PART_RATIO = 200
RATIO_MATTERS_FROM = 4 * 2**20
CHUNK = 2**16
