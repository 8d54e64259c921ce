"""Lists of terms with a figure each (`<dl>`): tables of two columns in all but name."""

import re
from collections.abc import Iterator

from lxml import etree

_FIGURE = re.compile(
    r"^[-+−–(£\s]*\d[\d,]*(?:\.\d+)?\s?(?:%|m|k|bn|million|fte)?[)\s]*$", re.IGNORECASE
)
_LEAST = 3
_LONGEST = 120


def figures_defined(element: etree._Element) -> list[list[str]]:
    """The terms with their figures; none where most of what is defined is no figure."""
    pairs = list(_pairs(element))
    figures = sum(bool(_FIGURE.match(value)) for _, value in pairs)
    if figures < _LEAST or figures * 3 < len(pairs) * 2:
        return []
    if any(len(term) > _LONGEST or len(value) > _LONGEST for term, value in pairs):
        return []
    return [[term, value] for term, value in pairs]


def _pairs(element: etree._Element) -> Iterator[tuple[str, str]]:
    term, waits = "", False
    for part in element.iter("dt", "dd"):
        words = " ".join("".join(str(text) for text in part.itertext()).split())
        if part.tag == "dt":
            term, waits = words, True
        else:
            yield (term if waits else "", words)
            waits = False
