"""Captions: tables and figures that the text refers to, their numbers, what stands beside them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Image, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    around,
    passages,
    read_once,
)
from moothall.proofread.structure.references import OF_LATER_REPORT, OF_OTHER, of_another

_EXHIBITS = ("table", "fig", "chart", "graph", "diagram", "map")
_KINDS = {"fig": "figure", "figure": "figure", "figures": "figure", "tables": "table"}
_EXHIBIT = Expression(
    r"\b(?P<kind>table|tables|figure|figures|fig|chart|graph|diagram|map)\.?\s*"
    r"(?P<label>\d{1,2}[a-z]?|(?-i:[A-H]))\b(?![.,]\d|%|\s?(?:million|per cent|m\b)|[’'])",
    re.IGNORECASE,
)
_CAPTION = Expression(
    r"^[\W_]*(?P<kind>table|figure|fig|chart|graph|diagram|map)\.?\s*"
    r"(?P<label>\d{1,2}[a-z]?|(?-i:[A-H]))\b(?!\.\d)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = Expression(
    r"^\s*(?:above|below|overleaf|also)?,?\s*(?:and\s|in\s|of\s|shows?|sets?|gives?|provides?|"
    r"details?|illustrates?|summarises?|outlines?|presents?|indicates?|demonstrates?|is\s|are\s|"
    r"lists?|highlights?|compares?|contains?|includes?|identifies)",
)
_LONGEST_CAPTION = 40
_OWN_NUMBERS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Caption:
    kind: str
    label: str
    text: str
    place: Place
    order: int


@read_once
def _captions(report: Report) -> list[_Caption]:
    found = []
    for passage in passages(report):
        match = _CAPTION.match(passage.text) if passage.has(*_EXHIBITS) else None
        if match is None or len(passage.text.split()) > _LONGEST_CAPTION:
            continue
        if _SENTENCE.match(match["rest"]):
            continue
        found.append(
            _Caption(
                kind=_kind(match["kind"]),
                label=match["label"].casefold(),
                text=match["rest"].strip(" :.-–—"),
                place=passage.place,
                order=passage.order,
            )
        )
    return found


def _kind(word: str) -> str:
    word = word.casefold()
    return _KINDS.get(word, word)


def referred_tables_and_figures_are_there(report: Report) -> Iterator[TextFinding]:
    """“See Table 3”, and no table or figure carries that number."""
    captions = _captions(report)
    there = {(caption.kind, caption.label) for caption in captions}
    of_kind = {caption.kind for caption in captions}
    glued = _captions_in_text(report)
    told: set[tuple[str, str]] = set()
    spoken_of = _spoken_of(report)
    for passage in passages(report):
        if not passage.has(*_EXHIBITS):
            continue
        for kind, label, start, end in _exhibits(passage.text):
            if (kind, label) in there | glued or (kind, label) in told:
                continue
            if any(known == kind and name.rstrip("abcdef") == label for known, name in there):
                continue
            anothers = of_another(passage.text, start, end) and not (
                kind in of_kind and _is_shown_there(passage.text, start, end)
            )
            if anothers or _in_appendix(passage.text, start, end):
                continue
            if OF_LATER_REPORT.match(passage.text[end:]):
                continue  # minutes and summaries speak of the report that lay before the meeting
            told.add((kind, label))
            # a lone table under "Table 1 below" needs no caption to be found
            found_anyway = (
                kind not in of_kind
                and label.isdigit()
                and int(label) <= (len(report.grids) if kind == "table" else _images(report))
                # who numbers none, and speaks of Table 4 but of no other, has it from elsewhere
                and not (
                    kind == "table"
                    and int(label) > _FEW
                    and spoken_of[kind] == {label}
                    and _POINTS.match(passage.text[end:])
                )
            )
            # who numbers none and speaks of Table 14 copied it, number and all, from elsewhere
            of_source = kind not in of_kind and label.isdigit() and int(label) > _OWN_NUMBERS
            lost = kind in _PICTURES and has_lost_its_pictures(report)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, start, end, after=30),
                message=f"The text refers to {kind} {label.upper()}; nothing in the report carries "
                "that number.",
                confidence=Confidence.LOW
                if found_anyway or of_source or (kind not in of_kind and lost)
                else Confidence.MEDIUM,
                cure=f"Number the {kind}, or correct the reference.",
            )


_SHOWN_IN = Expression(
    r"\b(?:is|are|was|were)\s(?:also\s|now\s)?(?:shown|given|set out|listed|summarised|compared|"
    r"broken down)\s(?:in|at)\s$",
    re.IGNORECASE,
)


def _is_shown_there(text: str, start: int, end: int) -> bool:
    """Whether what an Act asks for “is shown in Table F”: in a table of this report, that is."""
    shown = _SHOWN_IN.search(text[max(0, start - 40) : start])
    return shown is not None and not OF_OTHER.match(text[end : end + 60])


_PICTURES = ("figure", "chart", "graph", "diagram", "map")


def has_lost_its_pictures(report: Report) -> bool:
    """Whether it was saved as text alone, so that its pictures may have stood anywhere."""
    return report.file.lower().endswith((".txt", ".md")) and _images(report) == 0


_FEW = 2
_POINTS = Expression(r"\s(?:below|above|overleaf)\b", re.IGNORECASE)


def _spoken_of(report: Report) -> dict[str, set[str]]:
    """The labels of each kind that the text speaks of."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages(report):
        if passage.has(*_EXHIBITS):
            for kind, label, _, _ in _exhibits(passage.text):
                found[kind].add(label)
    return found


_AND_MORE = Expression(
    r"(?:,|\s(?:and|&|or|to)|,\sand)\s(?P<label>\d{1,2}[a-z]?)\b(?![.,]\d|%|\s?(?:million|"
    r"per cent))"
)


def _exhibits(text: str) -> Iterator[tuple[str, str, int, int]]:
    """The tables and figures that a text names; "Tables 2, 3 and 5" names three."""
    for match in _EXHIBIT.finditer(text):
        kind, end = _kind(match["kind"]), match.end()
        yield kind, match["label"].casefold(), match.start(), end
        while match["kind"][-1] in "sS" and (more := _AND_MORE.match(text, end)):
            end = more.end()
            yield kind, more["label"].casefold(), match.start(), end


def _images(report: Report) -> int:
    return sum(isinstance(block, Image) for block in report.blocks)


_TITLE_FOLLOWS = Expression(r"\s*[:–—]|\s-\s(?=[A-Z])")


@read_once
def _captions_in_text(report: Report) -> set[tuple[str, str]]:
    """Captions that extraction glued to other text: "… as follows. Table 3: Budget"."""
    found = set()
    for passage in passages(report):
        if not passage.has(*_EXHIBITS):
            continue
        for match in _EXHIBIT.finditer(passage.text):
            if _TITLE_FOLLOWS.match(passage.text, match.end()):
                found.add((_kind(match["kind"]), match["label"].casefold()))
    return found


def _in_appendix(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - 40) : start] + text[end : end + 50]
    return re.search(r"\b(?:appendi|annex)", near, re.IGNORECASE) is not None


def captions_run_on(report: Report) -> Iterator[TextFinding]:
    """Tables 1, 2, 4; or two tables that are both Table 2."""
    by_kind: dict[str, list[_Caption]] = defaultdict(list)
    for caption in _captions(report):
        by_kind[caption.kind].append(caption)
    for kind, captions in by_kind.items():
        first: dict[str, _Caption] = {}
        for caption in captions:
            earlier = first.setdefault(caption.label, caption)
            if earlier is caption or not _different(earlier.text, caption.text):
                continue
            yield TextFinding(
                place=caption.place,
                quote=f"{kind.capitalize()} {caption.label} {caption.text}",
                message=f"Two are called {kind} {caption.label}: “{earlier.text[:60]}” and "
                f"“{caption.text[:60]}”.",
                confidence=Confidence.MEDIUM,
                cure="Renumber one, and check the references to it.",
            )
        numbers = sorted(int(label) for label in first if label.isdigit())
        if len(numbers) < 2 or numbers[0] != 1:
            continue
        for last, here in pairwise(numbers):
            lettered = any(label.rstrip("abcdef") == str(last + 1) for label in first)
            glued = (kind, str(last + 1)) in _captions_in_text(report)
            if here == last + 2 and not lettered and not glued:
                caption = first[str(here)]
                yield TextFinding(
                    place=caption.place,
                    quote=f"{kind.capitalize()} {here} {caption.text}",
                    message=f"There is a {kind} {last} and a {kind} {here}, "
                    f"but no {kind} {last + 1}.",
                    confidence=Confidence.MEDIUM,
                    cure="Renumber, or put back what was taken out.",
                )


def _different(one: str, other: str) -> bool:
    """Whether two captions name different things; "(continued)" and a bare number do not."""
    one, other = one.casefold(), other.casefold()
    if len(one) < 4 or len(other) < 4 or "continued" in one + other or "cont." in one + other:
        return False
    if _NUMBERS_ITSELF.match(one) and _NUMBERS_ITSELF.match(other):
        return False
    return one[:25] != other[:25]


_NUMBERS_ITSELF = Expression(r"\W*(?:\d{1,2}[a-z]|[a-z]\d{1,2}|\d{1,2}(?:\.\d{1,2})+)\b")
"""“Table 1 2B – Waste”: a caption whose own number comes after the word processor's."""


def a_figure_follows_its_caption(report: Report) -> Iterator[TextFinding]:
    """“Fig. 1 – overview”, and neither picture nor table stands beside it."""
    blocks = report.blocks
    for caption in _captions(report):
        if caption.kind == "table" or isinstance(blocks[caption.order], Grid):
            continue
        near = blocks[max(0, caption.order - 2) : caption.order + 3]
        if any(isinstance(block, Image | Grid) for block in near):
            continue
        # extraction to plain text loses every picture: then nothing can be said
        shows_pictures = any(isinstance(block, Image) for block in blocks)
        yield TextFinding(
            place=caption.place,
            quote=f"{caption.kind.capitalize()} {caption.label} {caption.text}",
            message=f"{caption.kind.capitalize()} {caption.label} has a caption, "
            "but no picture stands beside it.",
            confidence=Confidence.MEDIUM if shows_pictures else Confidence.LOW,
            cure="Put the picture back, with its alternative text.",
        )


RULES: tuple[Rule, ...] = (
    referred_tables_and_figures_are_there,
    captions_run_on,
    a_figure_follows_its_caption,
)
