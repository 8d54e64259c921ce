"""What is printed on every page, running heads and page numbers, is no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.files.reports.pages.lines import Line, lines_of
from moothall.files.reports.pages.page import Page

_PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|p\.)?\s*[-–—|]?\s*(?!(?:19|20)\d\d\b)\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?$",
    re.IGNORECASE,
)
_MARGIN = 0.14
_MOST_LINES = 5
_FEW_PAGES = 3
_NUMBER = re.compile(r"\d+")
_FIRST_NUMBER = re.compile(r"^(?:page )?(\d{1,4})\b", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"\b(\d{1,4})(?: of \d+)?$")
_PART_OF_TEXT = re.compile(
    r"(?:appendix|annex|table|figure|section|schedule|part)\b", re.IGNORECASE
)


def leave_out_running_heads(pages: list[Page]) -> None:
    """Takes from each page the words that stand in its margins and come again on other pages."""
    edges = [list(_edges(page)) for page in pages]
    repeated = _repeated(edges)
    for page, both in zip(pages, edges, strict=True):
        out: set[int] = set()
        for lines in both:
            for line in lines:  # from the edge inwards: under a line of the text nothing runs
                text = line.text.strip()
                if not (_PAGE_NUMBER.match(text) or _shape(text) in repeated):
                    break
                out |= set(map(id, line.words))
        if out:
            page.words = [word for word in page.words if id(word) not in out]


def _edges(page: Page) -> Iterator[list[Line]]:
    """The few lines in the top margin from above, and those in the bottom margin from below."""
    top, foot = page.height * _MARGIN, page.height * (1 - _MARGIN)
    upper = lines_of([w for w in page.words if w.upright and w.base < top])
    lower = lines_of([w for w in page.words if w.upright and w.base > foot])
    for lines in (upper[:_MOST_LINES], lower[: -_MOST_LINES - 1 : -1]):
        free = []
        for line in lines:
            if _in_a_table(line, page):
                break  # the head of a table that goes over several pages
            free.append(line)
        yield free


def _in_a_table(line: Line, page: Page) -> bool:
    return any(
        upright.top <= line.base <= upright.bottom and upright.height < page.height * 0.9
        for upright in page.down
    )


def _repeated(edges: list[list[list[Line]]]) -> set[str]:
    """The shapes of lines that are the same on several pages, but for the number of the page."""
    seen: dict[str, dict[int, str]] = defaultdict(dict)
    for page, both in enumerate(edges):
        for line in (line for lines in both for line in lines):
            text = line.text.strip()
            seen[_shape(text)][page] = text
    least = 2 if len(edges) <= _FEW_PAGES else _FEW_PAGES
    return {
        shape
        for shape, texts in seen.items()
        if len(texts) >= least
        and (_same(texts) >= least or _counts_pages(texts) >= max(least, len(texts) * 0.6))
    }


def _same(texts: dict[int, str]) -> int:
    words = list(texts.values())
    return max(words.count(word) for word in set(words))


def _counts_pages(texts: dict[int, str]) -> int:
    """On how many pages the number at the line's begin or end goes up with the pages."""
    ahead: dict[tuple[str, int], int] = defaultdict(int)
    for page, text in texts.items():
        if _PART_OF_TEXT.match(text):
            continue
        for pattern in (_FIRST_NUMBER, _LAST_NUMBER):
            match = pattern.search(text)
            if match:
                ahead[pattern.pattern, int(match[1]) - page] += 1
    return max(ahead.values(), default=0)


def _shape(text: str) -> str:
    return _NUMBER.sub("#", text.lower())
