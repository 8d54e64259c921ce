"""What runs with CI=true only: it takes long, and something shorter finds most of the same."""

import os

import pytest

REASON = "exhaustive: with CI=true, so that a desk waits for minutes"

exhaustive = pytest.mark.skipif(not os.environ.get("CI"), reason=REASON)
