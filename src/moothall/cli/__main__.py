"""`python -m moothall.cli`: the pure commands without the web shell around them."""

import sys

from moothall.cli.arguments import main

sys.exit(main(sys.argv[1:]))
