"""What the tests of the site share: the samples, a password, and how people are made."""

import os
from collections.abc import Callable
from pathlib import Path

from django.test import Client

from moothall_web.people.models import Person

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = tuple(sorted(path.parent for path in (ROOT / "examples").glob("*/programme.yaml")))
PASSWORD = "only here, in the tests"  # noqa: S105

WIDTHS = (1280, 320) if os.environ.get("CI") else (320,)
"""Of the window in which a journey is made: with CI=true the wide one too."""

PersonFor = Callable[..., Person]
SignedIn = Callable[..., Client]
