"""Colour as a sign: what a reader who sees none is left without.

A rating that is a colour alone, text that tells by colour which items it means, and the line of a
chart that has no other name than its colour.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_COLOURS = ("red", "green", "amber", "yellow", "blue", "orange", "purple", "pink", "grey", "gray")
_COLOUR = f"(?:{'|'.join(_COLOURS)})"
_SAID_BY_COLOUR = Expression(
    r"\b(?:shown|highlighted|marked|shaded|coloured|colored|printed|written|indicated|"
    r"identified|flagged|text|figures|items|those|numbers|changes|amendments|additions|lines)"
    rf"\s+(?:up\s+)?in\s+(?:bold\s+)?(?P<one>{_COLOUR})\b(?!\s(?:book|paper)\b)"
    rf"|\b(?P<two>{_COLOUR})\s+(?:text|font|type|ink|cells?|rows?|shading|highlight(?:ing|s)?)\b"
    rf"|\b(?:shaded|highlighted|coloured|colored)\s+(?P<three>{_COLOUR})\b"
    rf"|\b(?P<four>{_COLOUR})\s+(?:background|backdrop|border)s?\b",
    re.IGNORECASE,
)
_DRAWN = (
    r"(?:lines?|curves?|bars?|columns?|dots?|circles?|segments?|bands?|slices?|squares?|triangles?|"
    r"arrows?|wedges?|boxes|areas?|stars?|portions?|shading)"
)
_STROKE = r"(?:(?:solid|thick|thin|upper|lower|top|bottom|vertical|horizontal|light|dark|bold)\s)?"
_DRAWN_IN_COLOUR = Expression(
    rf"\b{_STROKE}{_COLOUR}\s{_STROKE}{_DRAWN}\b(?!\s(?:boundary|stage|management|infrastructure))",
    re.IGNORECASE,
)
_OF_A_DRAWING = Expression(
    r"\b(?:charts?|graphs?|figures? \d|fig\. ?\d|diagrams?|plots?|benchmark|trend|forecast|legend|"
    r"dashboard|infographic)\b",
    re.IGNORECASE,
)
"""On a road, a plan or in talks a red line is no sign of a chart."""
_ON_A_ROAD = Expression(r"\b(?:double|single|parking|road markings?|waiting|kerb)\b", re.IGNORECASE)
_NOT_ALONE = Expression(
    r"\b(?:bold|italics?|underlined|brackets|asterisk|strikethrough|struck through|marked with|"
    r"starred|hatched|dashed|labelled)\b",
    re.IGNORECASE,
)
_ON_A_MAP = Expression(
    r"\b(?:on (?:the|a|this|our|each) (?:[a-z]+ ){0,2}plans?|maps?|drawings?|boundary|edged|"
    r"land|site|hatched)\b",
    re.IGNORECASE,
)


def colour_is_not_the_only_sign(report: Report) -> Iterator[TextFinding]:
    """Cells that hold a colour alone, or a text that tells by colour which items it means."""
    tables: dict[int | None, list[int]] = {}
    for index, place in enumerate(report.colour_only):
        tables.setdefault(place.table, []).append(index)
    for cells in tables.values():
        first = report.colour_only[cells[0]]
        many = f"{len(cells)} cells say" if len(cells) > 1 else "A cell says"
        yield TextFinding(
            place=first,
            quote="[coloured cell]",
            message=f"{many} something by colour alone.",
            confidence=Confidence.MEDIUM,
            cure="Write the word beside the colour: red, amber, green.",
        )
    for passage in passages(report):
        if not passage.has(*_COLOURS):
            continue
        told = -1
        for match in _SAID_BY_COLOUR.finditer(passage.text):
            # "those in green …, those in amber … and those in red …" is one thing to mend
            if told >= 0 and ". " not in passage.text[told : match.start()]:
                continue
            told = match.end()
            since = max(0, match.start() - 80)
            near = passage.text[since : match.end() + 40]
            if _NOT_ALONE.search(near):
                continue
            # where two colours tell two kinds apart, a map needs a word as well
            apart = {m[0].split()[-1].casefold() for m in _SAID_BY_COLOUR.finditer(passage.text)}
            mapped = _ON_A_MAP.search(near) and len(apart) < _TOLD_APART
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 40, after=30),
                message="The text tells by colour which items it means: "
                f"“{match[0]}” says nothing to a reader who cannot see the colour.",
                confidence=Confidence.LOW if mapped else Confidence.MEDIUM,
                cure="Mark them with a word or a sign as well.",
            )
    yield from _drawn(report)
    coloured = {place.table for place in report.colour_only}
    for grid in report.grids:
        if grid.place.table not in coloured:
            yield from _empty_rating(grid)


_TOLD_APART = 2


def _drawn(report: Report) -> Iterator[TextFinding]:
    """“The red line in the chart below”, “(orange solid line)”: known by its colour alone."""
    for passage in passages(report):
        if not passage.has(*_COLOURS):
            continue
        match = _DRAWN_IN_COLOUR.search(passage.text)
        if match is None:
            continue
        since = max(0, match.start() - 80)
        near = passage.text[since : match.end() + 80]
        bracketed = passage.text[max(0, match.start() - 1) : match.end() + 1]
        alone = bracketed[:1] == "(" and bracketed[-1:] == ")" and "line" not in match[0][:4]
        if not _OF_A_DRAWING.search(near) and not alone:
            continue
        if _NOT_ALONE.search(near) or _ON_A_MAP.search(near) or _ON_A_ROAD.search(near):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 40, after=40),
            message=f"“{match[0]}” is known by its colour alone, which says nothing to a reader "
            "who cannot see it.",
            confidence=Confidence.MEDIUM,
            cure="Name it as well: the dotted line, the line labelled Forecast.",
        )


_RATING = Expression(r"^(?:r\.?a\.?g\.?|traffic lights?)(?:\s(?:rating|status))?$", re.IGNORECASE)


def _empty_rating(grid: Grid) -> Iterator[TextFinding]:
    """A column headed RAG whose cells are all empty: the rating was a colour."""
    if len(grid.rows) < 3:
        return
    for column, head in enumerate(grid.rows[0]):
        if not _RATING.match(head.strip()):
            continue
        body = [row for row in grid.rows[1:] if any(cell.strip() for cell in row)]
        if len(body) >= 2 and not any(row[column].strip() for row in body):
            yield TextFinding(
                place=grid.cell_place(0, column),
                quote=head,
                message=f"The column “{head.strip()}” has {len(body)} rows and no word in any of "
                "them: the rating is a colour alone.",
                confidence=Confidence.MEDIUM,
                cure="Write the word beside the colour: red, amber, green.",
            )


RULES: tuple[Rule, ...] = (colour_is_not_the_only_sign,)
