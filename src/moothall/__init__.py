"""Moothall: shared-services programmes of sovereign councils, worked up from facts to papers.

A pure library: programme facts in; findings, money, routes and papers out.  It knows no web
framework, no clock and no network.  MAP.md shows its rooms.
"""

__version__ = "0.1.0"
