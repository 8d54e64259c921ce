"""Clearances: who has cleared the implications of a report."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answer_given
from moothall.proofread.reading.passages import found_once

_CLEARED = Expression(
    r"\b(?:been|be|was|were|is) (?:cleared|signed off|approved|agreed|reviewed|authorised)\b|"
    r"\b(?:clearance|cleared by|signed off by|sign-?off|approved by|authorised by)\b",
    re.IGNORECASE,
)
_NAME = (
    r"(?:[A-Z][a-z’'A-Z-]+(?:\s+(?:[A-Z]\.?\s+)?[A-Z][a-z’'A-Z-]+){1,2}|"
    r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][a-z’'-][a-z’'A-Z-]+)"
)
_NAME_ONLY = Expression(rf"^\W*(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?(?P<name>{_NAME})\b")
_NAME_LABELLED = Expression(rf"\b[Nn]ame[^:]{{0,40}}:\s*(?P<name>{_NAME})\b")
_CLEARED_BY = Expression(
    rf"\b(?:[Cc]leared|[Ss]igned off|[Vv]erified|[Cc]ertified|[Vv]alidated|[Cc]hecked|[Aa]ssured|"
    rf"[Qq]uality[- ]assured|[Cc]ountersigned|[Aa]pproved|[Cc]onfirmed)\b"
    rf"(?:(?!\b(?:and|but|which|was|were)\b)[^.;]){{0,70}}?\bby\s*:?\s+(?:(?:[Mm]rs?|[Mm]s|[Dd]r)\.?\s+)?"
    rf"(?P<name>{_NAME})"
)
_AUTHOR_LABEL = Expression(
    r"^\W*(?:report(?:ing)? (?:author|officer|by)|author|contact officer|officer contact|"
    r"lead officer|report of|from|contact|contact for (?:further )?(?:information|enquiries)|"
    r"responsible officer|name|names|prepared by)\s*:?\W*$",
    re.IGNORECASE,
)
_AUTHOR_LINE = Expression(
    r"\b(?:report(?:ing)? (?:author|officer)|author|contact officer|officer contact|lead officer|"
    rf"prepared by|responsible officer|from)\s*:\s*(?P<name>(?-i:{_NAME}))",
    re.IGNORECASE,
)
_OFFICES = """
name officer director service head contact council county borough city finance legal executive
cabinet committee department team group yes no not date
"""
_NO_NAME = frozenset(_OFFICES.split())
_AFTER_A_NAME = frozenset(["the", "this", "date", "tel", "telephone", "email", "post", "no", "yes"])


def _name(words: str) -> str:
    """A person's name, without the first word of what follows; empty where it is an office."""
    parts = words.split()
    while len(parts) > 2 and parts[-1].casefold() in _AFTER_A_NAME:
        parts.pop()
    return "" if any(part.casefold() in _NO_NAME for part in parts) else " ".join(parts)


def _authors(report: Report) -> dict[str, str]:
    """The report's own officers, by case-folded name: author, contact, reporting officer."""
    found: dict[str, str] = {}

    for block in report.blocks:
        if isinstance(block, Prose):
            labelled = [line["name"] for line in _AUTHOR_LINE.finditer(block.text)]
        elif isinstance(block, Grid) and not _is_clearance(block):
            labelled = [
                beside
                for row in block.rows
                for label, beside in pairwise(row)
                if _AUTHOR_LABEL.match(label)
            ]
        else:
            continue
        for text in labelled:
            match = _NAME_ONLY.match(text)
            name = _name(match["name"]) if match else ""
            if name and not name.startswith(("Cllr", "Councillor")):
                found.setdefault(name.casefold(), name)
    return found


def _is_clearance(grid: Grid) -> bool:
    """A table that asks row by row whether the implications were cleared, and by whom."""
    asked = sum(bool(row and _CLEARED.search(row[0])) for row in grid.rows)
    heads = " ".join(grid.rows[0]) if grid.rows else ""
    return asked >= 2 or (asked >= 1 and "clear" in heads.casefold()) or _is_cleared_by_row(grid)


_CLEARED_HEAD = Expression(
    r"^\W*(?:cleared|clearance|signed[- ]off|sign-?off|approved|authorised|agreed|verified|checked|"
    r"reviewed|consulted|quality assured)(?:\s(?:by|on|date|given|obtained|officer|by whom|name|"
    r"off|from))*(?:\s\(\w+\))?\W*$",
    re.IGNORECASE,
)
_CLEARS = Expression(r"\b(?:clear|sign(?:ed)?[- ]?off|verif|quality assur)", re.IGNORECASE)


def _is_cleared_by_row(grid: Grid) -> bool:
    """A table whose columns are headed "Implications", "Cleared?" and "Name of officer"."""
    if len(grid.rows) < 2:
        return False
    heads = [cell for cell in grid.rows[0][1:] if _CLEARED_HEAD.match(cell)]
    return any(_CLEARS.search(cell) for cell in heads)


@found_once
def clearance_is_given_by_another(report: Report) -> Iterator[TextFinding]:
    """The officer who clears an implication is the report's own author or contact."""
    authors = _authors(report)
    if not authors:
        return
    for grid in report.grids:
        if not _is_clearance(grid):
            continue
        by_row = _is_cleared_by_row(grid)
        for row, cells in enumerate(grid.rows):
            if not cells or not (_CLEARED.search(cells[0]) or (by_row and row)):
                continue
            for column, cell in enumerate(cells[1:], start=1):
                name = _officer(cell)
                if name and _is_one_of(name, authors):
                    yield _self_cleared(grid.cell_place(row, column), cells[0], cell, name)
    for block in report.prose:
        for match in _CLEARED_BY.finditer(block.text):
            if _is_one_of(match["name"], authors):
                before = block.text[max(0, match.start() - 60) : match.start()]
                yield _self_cleared(block.place, before, match[0], match["name"])


def _is_one_of(name: str, authors: dict[str, str]) -> bool:
    """Whether somebody is an author, by name or by initial and surname."""
    if name.casefold() in authors:
        return True
    return any(
        "." in name + author and _initialled(name) == _initialled(author) for author in authors
    )


def _initialled(name: str) -> tuple[str, str]:
    return name.strip()[:1].casefold(), name.split()[-1].casefold()


def _self_cleared(place: Place, question: str, answer: str, name: str) -> TextFinding:
    return TextFinding(
        place=place,
        quote=f"{question} {answer}",
        message=f"{name} clears this, and is also the report's own author or contact officer.",
        confidence=Confidence.MEDIUM,
        cure="Have it cleared by an officer who did not write the report.",
    )


def _officer(cell: str) -> str:
    """The officer named in an answer: after "Name of Officer:", or the cell itself."""
    labelled = _NAME_LABELLED.search(cell)
    if labelled:
        return _name(labelled["name"])
    alone = _NAME_ONLY.match(re.sub(r"^\W*(?:yes|no)\b[\s,:–-]*", "", cell, flags=re.IGNORECASE))
    return _name(alone["name"]) if alone else ""


def a_clearance_says_yes_and_by_whom(report: Report) -> Iterator[TextFinding]:
    """Cleared: “No”, yet an officer is named; “Yes”, and nobody is; or no answer at all."""
    for grid in report.grids:
        if not _is_clearance(grid):
            continue
        names = any(_officer(cell) for cells in grid.rows for cell in cells[1:])
        for row, cells in enumerate(grid.rows):
            if len(cells) < 2 or not _CLEARED.search(cells[0]):
                continue
            if row == 0 and not answer_given(" ".join(cells[1:])):
                continue  # the head of the table
            fault = _clearance_fault(cells, names=names)
            if fault:
                message, confidence = fault
                yield TextFinding(
                    place=grid.cell_place(row, 1),
                    quote=f"{cells[0]} {' '.join(cells[1:])}",
                    message=message,
                    confidence=confidence,
                    cure="Say whether it is cleared, and name the officer.",
                )


def _clearance_fault(cells: tuple[str, ...], *, names: bool) -> tuple[str, Confidence] | None:
    answer = " ".join(cell for cell in cells[1:] if cell).strip()
    if not answer:
        return "Nobody has answered whether this is cleared.", Confidence.MEDIUM
    given = answer_given(answer)
    name = next((found for cell in cells[1:] if (found := _officer(cell))), "")
    if given == "no" and name:
        message = f"The answer is “No”, but {name} is named beside it: cleared or not cleared?"
        return message, Confidence.MEDIUM
    if given == "yes" and not name and (names or re.search(r"\bname\b", answer, re.IGNORECASE)):
        return "It is said to be cleared, but nobody is named.", Confidence.MEDIUM
    return None


RULES: tuple[Rule, ...] = (
    clearance_is_given_by_another,
    a_clearance_says_yes_and_by_whom,
)
