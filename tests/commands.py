"""The pure commands in this process: a new one for each takes longer than what most of them do."""

import sys
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from moothall.cli.arguments import main

ROOT = Path(__file__).resolve().parent.parent


def answered(*arguments: str) -> CompletedProcess[bytes]:
    """What one pure command answers in the folder of this tree, and its exit code."""
    out, err = BytesIO(), BytesIO()
    streams = {
        name: TextIOWrapper(into, encoding="utf-8", write_through=True)
        for name, into in (("stdout", out), ("stderr", err))
    }
    with chdir(ROOT), patch.multiple(sys, **streams):
        try:
            code = main(list(arguments))
        except SystemExit as ended:  # argparse ends the process where it understands nothing
            code = ended.code if isinstance(ended.code, int) else 1
    return CompletedProcess(arguments, code, out.getvalue(), err.getvalue())
