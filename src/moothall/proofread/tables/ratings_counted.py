"""Ratings counted: how many measures are red, amber or green, against the table and the whole.

“One of the four measures met target” over a table of four that marks two green; 14 green, nine
amber and seven red of 29 measures.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.statements import content_words

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "no": 0, "none": 0}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?![\w%.,]\d|-|%)"
_TARGET = r"(?:their |its |the )?targets?\b"
_STATUS = (
    rf"(?P<green>green\b|(?:met|meets?|meeting|hit|achieved|achieving|exceeded|exceeding|above|"
    rf"ahead of|on or (?:above|ahead of))(?: or (?:exceeded|exceeding|bettered))? {_TARGET}|"
    r"on target\b)|"
    r"(?P<amber>amber\b)|"
    r"(?P<red>red\b|(?:below|missed|under) (?:their |its |the )?floors?\b|"
    r"(?:did not|do not|does not|not) (?:meet|achiev\w+|reach\w*) (?:their |its |the )?floors?\b)"
)
_THINGS = (
    r"(?:key |performance |council |service |strategic |headline |corporate )*"
    r"(?:kpis?|pis?|indicators?|measures?|metrics?|outcomes?|milestones?|projects?|actions?)"
)
_LINK = (
    rf"(?:{_THINGS}|(?:is|are|was|were|remain|remains|have|has|been|now|currently|rag[- ]?rated|"
    r"rag|rated|rating|as|at|being|shown|reported|assessed|flagged|still|that|which|status|a)\b)"
)
_COUNTED = Expression(
    rf"(?<![\w.,£/–-])(?P<n>{_N})(?:\s(?:out )?of\s(?:the\s|these\s|our\s|all\s)?(?P<m>{_N}))?"
    rf"(?:\s{_LINK})*\s(?:\(|“)?(?:{_STATUS})",
    re.IGNORECASE,
)
_THEN = Expression(
    r"\b(?:previous|last|prior|earlier|was|were|had|quarter [1-4]|from (?:red|amber|green)|target "
    r"for|aim|expected|forecast|will|would|if|other)\b",
    re.IGNORECASE,
)
_ASIDE = Expression(r"\((?!\s*(?:green|amber|red)\s*\))[^()]{0,80}\)", re.IGNORECASE)
_CELL = Expression(r"^\W*(?:rag\W*)?(?P<rag>red|amber|green|[rag])\b\W*$", re.IGNORECASE)
_NAMES = {"r": "red", "a": "amber", "g": "green"}
_PREVIOUS = Expression(r"\b(?:previous|last|prior|earlier)\b", re.IGNORECASE)
_COLOURS = ("green", "amber", "red")
_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rated:
    """A table of ratings: how many rows bear each colour, now and before."""

    grid: Grid
    rows: int
    now: Counter[str]
    before: Counter[str]

    def shown(self) -> str:
        return ", ".join(f"{self.now[colour]} {colour}" for colour in _COLOURS)


def _number(text: str) -> int:
    text = text.lower()
    return int(text) if text.isdigit() else _NUMBERS[text]


# --- against the table under the words ------------------------------------------------------------


def ratings_told_are_those_of_the_table(report: Report) -> Iterator[TextFinding]:
    """The words right above a table of ratings count its rows of each colour as it does."""
    for number, grid in captioned_grids(report):
        rated = _rated(grid)
        if rated is None:
            continue
        block = _words_above(report, number)
        if block is not None:
            yield from _miscounted(block, rated)


def colour_of(cell: str) -> str:
    """The colour that a cell rates its row, if it says nothing else."""
    match = _CELL.match(cell.strip())
    rag = match["rag"].lower() if match else ""
    return _NAMES.get(rag, rag)


def rating_columns(grid: Grid) -> tuple[list[int], list[int]]:
    """The columns that rate every row: those of now, and those of the time before."""
    now, before = list[int](), list[int]()
    body = grid.rows[grid.head_rows :]
    for column in range(1, len(grid.rows[0]) if grid.rows else 0):
        if len(body) >= _LEAST and all(colour_of(row[column]) for row in body):
            head = " ".join(row[column] for row in grid.rows[: grid.head_rows])
            (before if _PREVIOUS.search(head) else now).append(column)
    return now, before


def _rated(grid: Grid) -> _Rated | None:
    now, before = rating_columns(grid)
    body = grid.rows[grid.head_rows :]
    if len(now) != 1:
        return None
    past = before if len(before) == 1 else []
    return _Rated(
        grid=grid,
        rows=len(body),
        now=Counter(colour_of(row[now[0]]) for row in body),
        before=Counter(colour_of(row[column]) for row in body for column in past),
    )


def _words_above(report: Report, number: int) -> Prose | None:
    """The paragraph that a table stands under; its caption may stand between."""
    for block in reversed(report.blocks[max(0, number - 2) : number]):
        if not isinstance(block, Prose):
            return None
        if _COUNTED.search(_ASIDE.sub("", block.text)):
            return block
        if len(block.text) > 160:
            return None
    return None


def _miscounted(block: Prose, rated: _Rated) -> Iterator[TextFinding]:
    named = content_words(f"{rated.grid.rows[0][0]} {rated.grid.caption}")
    named |= content_words(rated.grid.place.section)
    about = bool(named & content_words(block.text[:80]))
    told = [claim for claim in _claims(block.text) if claim[0] <= rated.rows]
    fits = any(m == rated.rows or n == rated.now[colour] for n, m, colour, _ in told)
    seen: set[tuple[int, str]] = set()
    for n, m, colour, words in told:
        if (n, colour) in seen:
            continue
        seen.add((n, colour))
        wrong_whole = m is not None and m != rated.rows
        if m is not None and wrong_whole and (abs(m - rated.rows) > 2 or not about):
            continue
        if not wrong_whole and (n == rated.now[colour] or not (about or fits)):
            continue
        stale = " (the figure of the column before)" if n == rated.before[colour] else ""
        yield TextFinding(
            place=block.place,
            quote=words,
            message=f"The text says {n}{f' of {m}' if m is not None else ''} {colour}"
            f"{stale if not wrong_whole else ''}; the table "
            f"({rated.grid.place}) has {rated.shown()}: {rated.rows} rows.",
            confidence=Confidence.HIGH if about and fits else Confidence.MEDIUM,
            cure="Correct the number or the table",
        )


def _claims(text: str) -> Iterator[tuple[int, int | None, str, str]]:
    """How many the words say, of how many, in which colour, and the words."""
    plain = _ASIDE.sub("", text)
    for match in _COUNTED.finditer(plain):
        sentence = plain[: match.start()].rpartition(". ")[2]
        if _THEN.search(re.split(r"[,;]\s", sentence)[-1]):
            continue
        colour = next(colour for colour in _COLOURS if match[colour])
        m = _number(match["m"]) if match["m"] else None
        end = plain.find(".", match.end())
        words = around(plain, match.start(), match.end(), 30, after=min(60, max(0, end)))
        yield _number(match["n"]), m, colour, words


# --- against the whole ----------------------------------------------------------------------------

_WHOLE = Expression(
    rf"\b(?:of|out of) (?:the|all|these|our) (?P<w>{_N})\s{_THINGS}\b", re.IGNORECASE
)
_IN_BRACKETS = Expression(
    rf"(?<![\w.,£/–-])(?P<n>{_N})\s(?:[^\d();.]|\.(?!\s)){{3,140}}?"
    r"\((?:rag[- ]?rated )?(?P<colour>green|amber|red)\)",
    re.IGNORECASE,
)
_NO_RATING = Expression(
    rf"(?<![\w.,£/–-])(?P<n>{_N})\s(?:{_THINGS}\s)?(?:had|has|have|with|is|are|was|were|could) "
    r"(?:no |not |un)(?:\w+ ){0,3}?(?:data|rating|rated|target|available|results?|due|reported|"
    r"applicable)",
    re.IGNORECASE,
)


def ratings_make_up_their_whole(report: Report) -> Iterator[TextFinding]:
    """The green, the amber and the red make up all that are rated, with those that have no data."""
    for place, text in _groups(report):
        whole = _WHOLE.search(text)
        if whole is None:
            continue
        rest = _ASIDE.sub("", text[whole.end() :])
        told: dict[str, int] = {}
        for match in _IN_BRACKETS.finditer(rest):
            told.setdefault(match["colour"].lower(), _number(match["n"]))
        if len(told) < len(_COLOURS):
            for n, _, colour, _ in _claims(rest):
                told.setdefault(colour, n)
        if len(told) < len(_COLOURS) or len(list(_WHOLE.finditer(text))) > 1:
            continue
        extra = sum(_number(match["n"]) for match in _NO_RATING.finditer(rest))
        total, said = sum(told.values()), _number(whole["w"])
        if said == total + extra or (said == total and _told_apart(rest)):
            continue
        parts = " + ".join(str(told[colour]) for colour in _COLOURS)
        parts += f" + {extra}" if extra else ""
        yield TextFinding(
            place=place,
            quote=around(text, whole.start(), whole.end(), 20, after=120),
            message=f"{parts} = {total + extra} (green, amber, red"
            f"{', without rating' if extra else ''}), not {said}.",
            confidence=Confidence.HIGH if abs(total + extra - said) <= 2 else Confidence.MEDIUM,
            cure="Correct the number that is wrong",
        )


_APART = Expression(
    r"\b(?:further|additional|another|excluded|excluding|besides|not included)\b", re.IGNORECASE
)


def _told_apart(text: str) -> bool:
    """Whether those without a rating are not said to be among the whole."""
    none = _NO_RATING.search(text)
    sentence = text[: none.start()].rpartition(". ")[2] if none else ""
    among = any(colour in sentence.casefold() for colour in _COLOURS)
    return not among or bool(_APART.search(text))


def _groups(report: Report) -> Iterator[tuple[Place, str]]:
    """Each paragraph, with the items of the list that it leads to."""
    blocks = report.blocks
    for number, block in enumerate(blocks):
        if not isinstance(block, Prose) or not _WHOLE.search(block.text):
            continue
        text = block.text
        for item in blocks[number + 1 : number + 8]:
            if not text or not isinstance(item, Prose) or not item.bullet:
                break
            text = f"{text} {item.text}"
        yield block.place, text[:1500]


RULES: tuple[Rule, ...] = (ratings_told_are_those_of_the_table, ratings_make_up_their_whole)
