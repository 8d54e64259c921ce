"""A published page as lines: the words of its content in their order, without menus or scripts.

Pages of one committee system differ in their marks from council to council, and somebody may save
one as plain text.  So what a page says is read from its lines; marks only help.
"""

import re
from collections.abc import Iterator

from moothall.files.minutes import limits
from moothall.files.minutes.lines import Line, Sort, line_from
from moothall.files.minutes.marked_lines import lines_of_html
from moothall.files.reports.decoded_text import decoded
from moothall.files.reports.printed_numbers import split_bullet, split_number, tidy
from moothall.files.reports.unreadable import too_much, unreadable

_MARKUP = re.compile(r"<(?:!doctype|html|body|div|p|table|h[1-6]|span|td|ul)\b", re.IGNORECASE)


def text_of(data: bytes, name: str) -> str:
    """A page or an answer as text.  Raises UnreadableError with what would cure it."""
    if len(data) > limits.PAGE_BYTES:
        raise too_much(name, f"is larger than {limits.PAGE_BYTES // 2**20} MB")
    if data[:5] == b"%PDF-" or data[:4] == b"PK\x03\x04":
        raise unreadable(
            name,
            "is no page but a document",
            "Save the web page on which it is linked (as HTML), or enter what it says by hand.",
        )
    return decoded(data, name)[0]


def lines_of(text: str, name: str) -> list[Line]:
    """The lines of a page's content.  Raises UnreadableError where there are none, or too many."""
    lines = lines_of_text(text, name)
    if not lines:
        raise unreadable(
            name,
            "is a page without any words in it",
            "It may build its text in the browser: copy the text into a file, or save it anew.",
        )
    return lines


def lines_of_text(text: str, name: str) -> list[Line]:
    """The lines of a text with or without marks, or of a piece of a page.

    Raises UnreadableError where there are too many.
    """
    lines: list[Line] = []
    found = lines_of_html(text, name) if _MARKUP.search(text[:50_000]) else _of_text(text)
    for line in found:
        if len(lines) >= limits.LINES:
            raise too_much(name, f"has over {limits.LINES:,} lines")
        lines.append(line)
    return lines


def _of_text(text: str) -> Iterator[Line]:
    for at, raw in enumerate(text.splitlines(), start=1):
        cells = tuple(tidy(each) for each in raw.split("\t")) if raw.strip().count("\t") else ()
        if len([each for each in cells if each]) > 1 and not split_bullet(raw.strip())[0]:
            number, _ = split_number(raw.strip())
            if not number:
                yield Line(at, " | ".join(cells), Sort.ROW, cells=cells)
                continue
        if line := line_from(raw, at):
            yield line
