"""PDFs as reports, read in a process of their own.

What opens PDFs is a large program in C++ that strangers' files are fed to.  By itself it can take
no more time and memory than it is given, can break down without harm, and answers one at a time.
"""

import json
import subprocess
import sys
from dataclasses import asdict, fields
from typing import Any

from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report
from moothall.files.problems import Problem, UnreadableError
from moothall.files.reports import limits
from moothall.files.reports.unreadable import unreadable

_BLOCKS: dict[str, type[Block]] = {kind.__name__: kind for kind in (Heading, Prose, Grid, Image)}
_BEGIN = "import sys; sys.path[:] = {path!r}; from {module} import answer; answer({file!r})"


def read_pdf(data: bytes, file: str) -> Report:
    """The report in a PDF.  Raises UnreadableError with the cause where there is none."""
    code = _BEGIN.format(path=sys.path, module=__name__, file=file)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and code; the PDF is data
            [sys.executable, "-I", "-S", "-c", code],
            input=data,
            capture_output=True,
            timeout=limits.PDF_SECONDS,
            check=False,
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise unreadable(
            file,
            f"took longer than {limits.PDF_SECONDS} seconds to read and was given up",
            "Split it, or make the PDF anew from the document.",
        ) from None
    except ValueError:
        raise unreadable(
            file,
            "is damaged or made to harm: the program that reads PDFs broke down over it",
            "Make the PDF anew from the document, or give the document itself.",
        ) from None
    if "problems" in told:
        raise UnreadableError(Problem(**problem) for problem in told["problems"])
    return _report(told)


def answer(file: str) -> None:
    """The other process: reads a PDF from its input, writes the report to its output."""
    data = sys.stdin.buffer.read()
    _keep_within_limits()
    from moothall.files.reports.pages.report import report_of

    try:
        told = _told(report_of(data, file))
    except UnreadableError as error:
        told = {"problems": [asdict(problem) for problem in error.problems]}
    sys.stdout.buffer.write(json.dumps(told).encode("ascii"))


def _keep_within_limits() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where only the time is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.PDF_MEMORY, limits.PDF_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PDF_SECONDS, limits.PDF_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _told(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    told = {part.name: getattr(report, part.name) for part in fields(report)}
    told["blocks"] = [[type(block).__name__, _plain(block)] for block in report.blocks]
    told["colour_only"] = [_plain(place) for place in report.colour_only]
    return told


def _plain(value: Block | Place) -> dict[str, Any]:
    """What of it is not as it is by default: places are many and mostly empty."""
    plain = {part.name: getattr(value, part.name) for part in fields(value)}
    if "place" in plain:
        plain["place"] = _plain(plain["place"])
    return {name: part for name, part in plain.items() if part is not None and part != ""}


def _report(told: dict[str, Any]) -> Report:
    told["blocks"] = tuple(_block(kind, values) for kind, values in told["blocks"])
    told["colour_only"] = tuple(Place(**place) for place in told["colour_only"])
    told["notes"] = tuple(told["notes"])
    return Report(**told)


def _block(kind: str, values: dict[str, Any]) -> Block:
    values["place"] = Place(**values["place"])
    if "rows" in values:
        values["rows"] = tuple(map(tuple, values["rows"]))
    if kind != "Image" and kind != "Grid":
        values.setdefault("text", "")
    return _BLOCKS[kind](**values)
