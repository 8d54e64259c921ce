"""Running lines of plain text: page numbers, and what is printed at the head or foot of each page.

Text taken out of a PDF keeps them between paragraphs and in the middle of tables.
"""

import re
from collections import Counter

_NUMBERED = re.compile(
    r"^.{0,90}\bpage\s*[-–—|:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$"
    r"|^\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_NEAR = 3
"""How many written lines from a page's end its running heads may stand."""
_LEAST = 2


def without_running_lines(text: str) -> list[str | None]:
    """The lines of a text, with None for those that only say which page or document it is.

    A line counts as running where it ends with the number of its page, or where it comes again,
    but for its numbers, beside several such lines or the breaks between pages.
    """
    broken = text.splitlines(keepends=True)
    lines = text.splitlines()
    breaks = [place for place, line in enumerate(broken) if line.endswith("\f")]
    ends = [place for place, line in enumerate(lines) if _NUMBERED.match(line.strip())]
    ends = [place for place in ends if _ends_a_page(lines[place])]
    beside: Counter[str] = Counter()
    candidates: dict[int, str] = {}
    for end in sorted({*ends, *breaks}):
        for place in _beside(lines, end):
            shape = _shape(lines[place])
            if place not in candidates:
                candidates[place] = shape
                beside[shape] += 1
    kept: list[str | None] = list(lines)
    for end in ends:
        kept[end] = None
    counting = _labels_that_count(lines, candidates)
    for place, shape in candidates.items():
        if shape in counting:
            continue
        if beside[shape] >= _LEAST and place not in ends and not _says_more(lines[place]):
            kept[place] = None
    return _without_the_space_about_them(kept)


def _without_the_space_about_them(kept: list[str | None]) -> list[str | None]:
    """Of the empty lines about what was taken out only one stays."""
    place = 0
    while place < len(kept):
        if kept[place] is not None:
            place += 1
            continue
        begin, end = place, place
        while begin and not (kept[begin - 1] or "").strip():
            begin -= 1
        while end < len(kept) and not (kept[end] or "").strip():
            end += 1
        empty = any(line is not None for line in kept[begin:end])
        kept[begin:end] = [None] * (end - begin)
        if empty:
            kept[begin] = ""
        place = end
    return kept


def _ends_a_page(line: str) -> bool:
    """A bare number may be the figure of a table that lost its columns: `text` knows those."""
    return "page" in line.lower()


def _beside(lines: list[str], end: int) -> list[int]:
    """The written lines just after the end of a page, and the one just before it."""
    after = [place for place in range(end + 1, min(len(lines), end + 8)) if lines[place].strip()]
    before = [place for place in range(end, max(-1, end - 6), -1) if lines[place].strip()]
    return [*after[:_NEAR], *before[:_NEAR]]


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.lower().split()))


_LABEL = re.compile(
    r"^\W*(?:question|motion|application|objective|priority|recommendation|theme|option|decision|"
    r"resolution)\s(?:no\.?\s?)?#\W*$"
)


def _labels_that_count(lines: list[str], candidates: dict[int, str]) -> set[str]:
    """“Question 4” and then “Question 5” head what each page tells: no running heads."""
    by_shape: dict[str, list[str]] = {}
    for place, shape in candidates.items():
        if _LABEL.match(shape):
            by_shape.setdefault(shape, []).append(lines[place].strip())
    return {
        shape
        for shape, found in by_shape.items()
        if len(set(found)) > _LEAST and len(set(found)) * 2 > len(found)
    }


_ITEM_OF_A_MINUTE = re.compile(r"^\W*\((?:agenda )?item (?:no\.? ?)?\d{1,2}\)\W*$", re.IGNORECASE)


_UNIT_NOTE = re.compile(
    r"\b(?:figures|amounts|values)\b.{0,24}£\s?(?:m\b|[’']?0{3}|k\b|million|thousand)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"£\d|\d\s?%")
_LEAST_TABS = 2


def _says_more(line: str) -> bool:
    """A row of figures may well be like another, "(Item 6)" like "(Item 5)": no running heads.

    Nor are the heads of tables that begin their pages, and what says their unit.
    """
    if _ITEM_OF_A_MINUTE.match(line) or _UNIT_NOTE.search(line):
        return True
    if line.strip().count("\t") >= _LEAST_TABS or len(_AMOUNT.findall(line)) > 1:
        return True
    figures = re.findall(r"(?<=\s\s)[-–(]?£?[\d,.]+\)?%?(?=\s|$)", line)
    return len(figures) >= 2
