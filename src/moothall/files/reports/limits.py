"""How much a reader takes on before it stops and says so, whatever a file claims to hold.

Committee reports run to some 200 pages; nothing real comes near these limits.  With them, time and
memory are bounded for a file that was made to harm.
"""

FILE_BYTES = 100 * 2**20
PAGES = 500
CHARACTERS = 5_000_000
CELLS = 200_000

# The parts of a Word file, unpacked.  Text packs to a tenth; 100 times is repetition, not writing.
PART_BYTES = 64 * 2**20
PART_RATIO = 250
RATIO_MATTERS_FROM = 8 * 2**20
ARCHIVE_BYTES = 2**30
ARCHIVE_ENTRIES = 10_000
ELEMENTS = 3_000_000

# A page of a PDF, and the process that reads it.
PAGE_CHARACTERS = 60_000
PAGE_OBJECTS = 100_000
PDF_SECONDS = 60
PDF_MEMORY = 2 * 2**30
