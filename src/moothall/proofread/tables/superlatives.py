"""Superlatives: the easiest, cheapest or highest of several options, against their own table."""

import re
from collections.abc import Iterator
from dataclasses import replace

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import paragraphs
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.table_figures import Figure, figures

_NAMED = Expression(
    r"\b(?P<name>(?:option|bidder|tenderer|supplier|lot|scheme|site|model|scenario|"
    r"provider)\s(?:\d{1,2}|[A-H]))\b",
    re.IGNORECASE,
)
_MOST = Expression(
    r"\b(?:is|was|has|scores?|scored|offers?|offered|had|gives?|as|with|being)\s(?:also\s|"
    r"by far\s|therefore\s|both\s)?the\s"
    r"(?:(?P<est>[a-z]{3,}est)\b(?P<what>(?:\s[a-z]+){0,4})|(?P<most>most|"
    r"least)\s(?P<adj>[a-z]{5,})\b)",
    re.IGNORECASE,
)
_SECOND = Expression(r"\b(?:second|third|next|one of the|among the|joint|not)\b", re.IGNORECASE)
_COSTS = Expression(r"\b(?:cost|price|spend|outlay|fee|total £)", re.IGNORECASE)
_SCORES = Expression(r"\b(?:score|weight|criteri|rank|points|apprais|evaluat)", re.IGNORECASE)
_LOWEST = {"cheapest", "lowest", "least", "fewest", "smallest", "shortest", "quickest", "fastest"}
_HIGHEST = {"highest", "greatest", "largest", "biggest", "best", "strongest", "longest", "dearest"}


def the_most_of_several_is_so_in_their_table(report: Report) -> Iterator[TextFinding]:
    """“Option 3 is the easiest of the four”, where its score for ease is the third."""
    read = [(grid, figures(grid)) for grid in tables_of(report)]
    grids = [
        (grid, cells)
        for grid, found in read
        for cells in (found, [replace(cell, label=cell.head, head=cell.label) for cell in found])
        if _options(cells)
    ]
    if not grids:
        return
    for paragraph in paragraphs(report):
        named: re.Match[str] | None = None
        for one in paragraph.sentences:
            names = list(_NAMED.finditer(one.text))
            match = _MOST.search(one.text)
            if names and (match is None or names[0].start() < match.start()):
                named = names[0]
            elif names:
                named = None
            if match is None or named is None or paragraph.cell:
                continue
            if _SECOND.search(one.text[max(0, match.start() - 30) : match.end()]):
                continue
            if len({name["name"].lower() for name in names}) > 1:
                continue
            for grid, cells in grids:
                found = _beaten(named["name"], match, _about(grid), cells)
                if found is None:
                    continue
                own, other = found
                yield TextFinding(
                    place=paragraph.place,
                    quote=one.text,
                    message=f"{named['name']} is called the {_superlative(match)}; the table has "
                    f"{in_figures(own.value)} for it and {in_figures(other.value)} for "
                    f"{other.head.strip()} "
                    f"(“{own.label}”, {grid.cell_place(own.row, own.column)}).",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the words or the table.",
                )
                break


def _about(grid: Grid) -> str:
    return f"{grid.caption} {grid.place.section} {grid.rows[0][0]}"


def _superlative(match: re.Match[str]) -> str:
    return match["est"] or f"{match['most']} {match['adj']}"


def _options(cells: list[Figure]) -> set[str]:
    """The options that a table sets side by side in its columns."""
    names = {match[0].lower() for cell in cells if (match := _NAMED.search(cell.head))}
    return names if len(names) > 1 else set()


def _beaten(
    name: str, match: re.Match[str], caption: str, cells: list[Figure]
) -> tuple[Figure, Figure] | None:
    """The option's own figure in the row meant, and the one that beats it."""
    row = _row_meant(match, caption, cells)
    if row is None:
        return None
    label, least = row
    mine = [cell for cell in cells if cell.label == label and _NAMED.search(cell.head)]
    own = [cell for cell in mine if re.search(rf"\b{re.escape(name)}\b", cell.head, re.IGNORECASE)]
    if len(own) != 1 or len(mine) < 2:
        return None
    best = (min if least else max)(mine, key=lambda cell: cell.value)
    return (own[0], best) if best.value != own[0].value else None


def _row_meant(match: re.Match[str], caption: str, cells: list[Figure]) -> tuple[str, bool] | None:
    """The row that a superlative speaks of, and whether the least is the most of it."""
    labels = list(dict.fromkeys(cell.label for cell in cells))
    if match["adj"]:
        stem = match["adj"].lower()[:5]
        alike = [label for label in labels if _has_stem(label, stem)]
        return (alike[0], match["most"].lower() == "least") if len(alike) == 1 else None
    word = match["est"].lower()
    if word in _LOWEST | _HIGHEST:
        what = {stem_of(part) for part in re.findall(r"[a-z]{4,}", match["what"].lower())}
        what -= {"that", "with", "option", "four", "three", "five"}
        if word == "cheapest":
            what |= {"cost"}
        alike = [
            label
            for label in labels
            if what and what <= {stem_of(part) for part in re.findall(r"[a-z]{4,}", label.lower())}
        ]
        return (alike[0], word in _LOWEST) if len(alike) == 1 else None
    root = re.sub(r"i?est$", "", word)
    alike = [label for label in labels if len(root) >= 3 and _has_stem(label, root[:4])]
    scored = _SCORES.search(f"{caption} {' '.join(labels)}") and not _COSTS.search(" ".join(alike))
    return (alike[0], False) if len(alike) == 1 and scored else None


def _has_stem(label: str, stem: str) -> bool:
    return any(word.startswith(stem) for word in re.findall(r"[a-z]+", label.lower()))


RULES: tuple[Rule, ...] = (the_most_of_several_is_so_in_their_table,)
