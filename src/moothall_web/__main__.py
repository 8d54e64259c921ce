"""`python -m moothall_web` is the command `moothall`, also where its script is not on the path."""

import sys

from moothall_web.console import main

sys.exit(main())
