"""A table as found on a page, and what its cells say."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from moothall.files.reports.pages.lines import lines_of
from moothall.files.reports.pages.page import Box, Word

_FIGURE = re.compile(
    r"(?!£?[’']?000s?$)[-–−+(]{0,2}\s?£?\s?[\d,]*\d(?:\.\d+)?\s?(?:%|m|k|bn)?\)?%?$"
    r"|[-–]$|n/?a$|nil$|tbc$|\*+$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PageTable:
    """A table on a page: its rows, where it stands, which cells are only coloured."""

    rows: list[list[str]]
    box: Box
    coloured: list[tuple[int, int]] = field(default_factory=list)
    head_rows: int | None = None
    marked_head: bool | None = None
    columns: list[tuple[float, float]] = field(default_factory=list)
    """From where to where its columns go, in points, where no lines are drawn between them."""
    of_words: bool = False


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or what stands in place of one."""
    return bool(_FIGURE.match(text))


def cell_text(words: list[Word], join: Callable[[list[str]], str]) -> str:
    """The words of a cell on one line, letters that are turned after those that stand."""
    upright = [word for word in words if word.upright]
    turned = [word.text for word in words if not word.upright]
    lines = [line.text.replace("\t", " ") for line in lines_of(upright)]
    return " ".join(filter(None, [join(lines), *turned]))
