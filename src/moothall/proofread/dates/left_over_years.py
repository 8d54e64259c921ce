"""Years left over from the last report of its kind: in titles, captions, projections, due dates.

A report that comes round every quarter or year is written over the one before.  What its own dates
say elsewhere settles which year is meant; a comparison with the year before is none.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.dates.period_labels import own_period, period_ends
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, passages, sentences
from moothall.proofread.reading.written_dates import Written, own_date, written_dates

_FIRST_BLOCKS = 14
_CURE = "Correct the year, or say which year is meant."
_COMPARES = Expression(
    r"\b(?:compar\w+|previous(?:ly)?|last year|year before|year earlier|since|baseline|from|was|"
    r"were|"
    r"prior|earlier|against|replac\w+|existing|original(?:ly)?|actuals?|outturn|agreed in|"
    r"before)\b",
    re.IGNORECASE,
)

# --- a scheme of one year that takes effect in the next ------------------------------------------

_SPAN = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
_THING = (
    r"(?P<thing>scheme|charges|fees|rents?|allowances|precept|tariffs?|pay policy(?: statement)?|"
    r"policy statement|concessions)"
)
_TITLED = Expression(
    rf"\b{_THING}\b[^.;\d]{{0,40}}?{_SPAN}|"
    rf"{_SPAN.replace('first', 'first_').replace('second', 'second_')}\s(?:[A-Za-z’-]+\s){{0,4}}?"
    rf"{_THING.replace('thing', 'thing_')}\b",
    re.IGNORECASE,
)
_TAKES_EFFECT = Expression(
    r"\b(?:tak(?:e|es|ing) effect|with effect|com(?:e|es|ing) into (?:force|effect|operation)|"
    r"effective|appl(?:y|ies|ying)|start(?:s|ing)?|begin(?:s|ning)?|in force|operates?)\s(?:on|"
    r"from|in)\s"
    r"(?:the\s)?1(?:st)?\sApril\s(?P<year>20\d\d)",
    re.IGNORECASE,
)


def a_scheme_takes_effect_in_the_year_of_its_title(report: Report) -> Iterator[TextFinding]:
    """A “Support Scheme 2025/26” that takes effect on 1 April 2026 is that of 2026/27."""
    titles = [
        found
        for block in report.blocks[:_FIRST_BLOCKS]
        if isinstance(block, Heading | Prose) and len(block.text) <= 160
        for found in _titles(block.text)
    ]
    spans = [match["first"] for p in passages(report) for match in re.finditer(_SPAN, p.text)]
    for passage in passages(report):
        if "April" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            effect = _TAKES_EFFECT.search(sentence)
            if effect is None:
                continue
            year = int(effect["year"])
            named = _titles(sentence) or [
                title for title in titles if re.search(rf"\b{title[0]}", sentence, re.IGNORECASE)
            ]
            wrong = {first for _, first in named if first == year - 1}
            if len(wrong) != 1 or len({first for _, first in named}) != 1:
                continue
            if spans.count(str(year)) > spans.count(str(year - 1)) + 3 and not _titles(sentence):
                continue
            thing = named[0][0].lower()
            yield TextFinding(
                place=passage.place,
                quote=sentence[:300],
                message=f"The {thing} of {_year(year - 1)} cannot begin on 1 April {year}: that is "
                f"the first day of {_year(year)}.",
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )
            return


def _titles(text: str) -> list[tuple[str, int]]:
    found = []
    for match in _TITLED.finditer(text):
        first = int(match["first"] or match["first_"])
        second = match["second"] or match["second_"]
        if int(second) % 100 == (first + 1) % 100:
            found.append((match["thing"] or match["thing_"], first))
    return found


def _year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


# --- captions with the date of a year ago --------------------------------------------------------

_PERIOD_END = Expression(
    r"\b(?:quarter|period|months?|year|position|performance|monitoring|as at|update|report)\b"
    r"[^.;\d]{0,40}?(?:end(?:ing|ed)?|to|as at|at)\s(?:the\s)?$",
    re.IGNORECASE,
)


@read_once
def _period_end(report: Report) -> date | None:
    """The day to which a report reports, by its title or its first lines."""
    found = {
        on.first
        for block in report.blocks[:_FIRST_BLOCKS]
        if isinstance(block, Heading | Prose) and len(block.text) <= 300
        for on in written_dates(block.text)
        if on.is_a_day and _PERIOD_END.search(block.text[max(0, on.start - 60) : on.start])
    }
    if not found and (own := own_period(report)) is not None and (end := period_ends(own)):
        return end
    return found.pop() if len(found) == 1 else None


def a_caption_bears_the_date_of_its_report(report: Report) -> Iterator[TextFinding]:
    """A table “at 30 September 2024” in the report for the quarter to 30 September 2025."""
    end = _period_end(report)
    if end is None:
        return
    for _, grid in captioned_grids(report):
        caption = grid.caption or _caption_above(report, grid)
        for on in written_dates(caption):
            if not on.is_a_day or not _year_before(on.first, end):
                continue
            heads = " ".join(cell for row in grid.rows[: max(1, grid.head_rows)] for cell in row)
            if _COMPARES.search(caption) or str(on.first.year) in heads or str(end.year) in caption:
                continue
            yield TextFinding(
                place=grid.place,
                quote=caption,
                message=f"The caption is of {on.text.strip()}; the report is for the period to "
                f"{on.first.day} {end:%B %Y}.",
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )


def _caption_above(report: Report, grid: Grid) -> str:
    place = next((n for n, block in enumerate(report.blocks) if block is grid), 0)
    above = report.blocks[place - 1] if place else None
    short = isinstance(above, Prose | Heading) and len(above.text) <= 160
    return above.text if short and isinstance(above, Prose | Heading) else ""


def _year_before(one: date, end: date) -> bool:
    return (one.day, one.month, one.year) == (end.day, end.month, end.year - 1)


# --- the count that forecasts rest on ------------------------------------------------------------

_RESTS_ON = Expression(
    r"\b(?:based|rest(?:s|ing)?|built|founded|drawn|calculated|start(?:s|ing)?)\b[^.;]{0,25}?"
    r"\b(?:on|from|with)\b[^.;]{0,40}?\b(?P<thing>census|count|rolls?|return|survey|snapshot|"
    r"register|list|headcount)\b",
    re.IGNORECASE,
)


def a_forecast_rests_on_the_count_that_its_table_gives(report: Report) -> Iterator[TextFinding]:
    """Forecasts “based on the census of January 2024” where the column is “January 2025 roll”."""
    for passage in passages(report):
        if passage.part == "cell" or not any(sign.isdigit() for sign in passage.text):
            continue
        for sentence in sentences(passage.text):
            match = _RESTS_ON.search(sentence)
            if match is None:
                continue
            months = [on for on in written_dates(sentence) if not on.is_a_day]
            if len(months) == 1:
                yield from _unlike_heads(report, passage, sentence, months[0])


def _unlike_heads(
    report: Report, passage: Passage, sentence: str, on: Written
) -> Iterator[TextFinding]:
    for _, grid in captioned_grids(report):
        if grid.place.section != passage.place.section or not grid.rows:
            continue
        heads = [cell for row in grid.rows[: max(1, grid.head_rows)] for cell in row]
        dated = [(head, held) for head in heads for held in written_dates(head)]
        if any(held.first == on.first for _, held in dated):
            return
        later = [
            head
            for head, held in dated
            if (held.first.month, held.first.year) == (on.first.month, on.first.year + 1)
        ]
        if len(later) == 1:
            yield TextFinding(
                place=passage.place,
                quote=sentence[:300],
                message=f"{on.text.strip()} here; the table’s column is “{later[0]}”.",
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )
            return


# --- projections of what is past -----------------------------------------------------------------

_PROJECTS = Expression(
    r"\b(?:is|are|now|currently|continues? to be)\s(?:\w+\s)?(?:projected|forecast|predicted)\b|"
    r"\b(?:we|the council|officers|the model|the service|it)\s(?:now\s)?(?:projects?|predicts?)\b|"
    r"\bprojections? (?:is|are|shows?|suggests?|puts?)\b|"
    r"\bon (?:present|current) (?:trends?|form|performance)\b|"
    r"\b(?:target|it|this|they|which|that)\b[^.;,]{0,30}?\b(?:will|should|"
    r"is (?:likely|set|on course|on track|expected) to)\s(?:now\s|then\s)?be\s(?:\w+ly\s)?"
    r"(?:reached|met|achieved|hit|delivered|attained)\b",
    re.IGNORECASE,
)
_LONGEST_AGO, _SHORTEST_AGO = 550, 45


def a_projection_is_of_what_is_to_come(report: Report) -> Iterator[TextFinding]:
    """“The team projects 92% by March 2025” in a report of September 2025."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            match = _PROJECTS.search(sentence)
            if match is None:
                continue
            for on in written_dates(sentence[match.end() :])[:1]:
                if _COMPARES.search(sentence[: match.end() + on.start]):
                    continue
                ago = (own - on.last).days
                before = sentence[match.end() :][: on.start]
                if not _SHORTEST_AGO <= ago <= _LONGEST_AGO or not re.search(
                    r"\b(?:by|in|for|at|of|until|end of|to)\s(?:the end of\s)?(?:the\s)?$", before
                ):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=sentence[:300],
                    message=f"{on.text.strip()} is projected, and was past when the report was "
                    f"written ({own.day} {own:%B %Y}).",
                    cure=_CURE,
                    confidence=Confidence.MEDIUM,
                )


# --- due dates of a year ago ---------------------------------------------------------------------

_DUE = Expression(
    r"\b(?:due|deadline|target date|by when|completion date|complete by|timescale)\b", re.IGNORECASE
)
_STATUS = Expression(r"\b(?:status|progress|rag|state)\b", re.IGNORECASE)
_OPEN = Expression(
    r"\b(?:open|in progress|ongoing|not started|on track|to do|underway|under way|outstanding|"
    r"amber|"
    r"green|in hand)\b",
    re.IGNORECASE,
)
_FEWEST_OTHERS = 3
_MONTH, _YEAR, _WELL_BEFORE = 31, 365, 200


def an_open_action_is_due_with_the_others(report: Report) -> Iterator[TextFinding]:
    """An open action due in May 2024 among those due from March to July 2025."""
    for _, grid in captioned_grids(report):
        if not grid.rows or len(grid.rows) < _FEWEST_OTHERS + 2:
            continue
        head = grid.rows[0]
        due = [n for n, cell in enumerate(head) if _DUE.search(cell)]
        status = [n for n, cell in enumerate(head) if _STATUS.search(cell)]
        if len(due) != 1 or len(status) != 1:
            continue
        dated = [
            (row, on[0])
            for row, cells in enumerate(grid.rows[1:], start=1)
            if len(on := written_dates(cells[due[0]])) == 1
        ]
        for row, due_on in dated:
            others = [held.first for number, held in dated if number != row]
            if len(others) < _FEWEST_OTHERS or not _OPEN.search(grid.rows[row][status[0]]):
                continue
            before = (min(others) - due_on.first).days
            span = (max(others) - min(others)).days
            a_year_on = -_MONTH <= _YEAR - before <= span + _MONTH
            if before > _WELL_BEFORE and a_year_on and span < _YEAR:
                yield TextFinding(
                    place=grid.cell_place(row, due[0]),
                    quote=f"{grid.rows[row][due[0]]} ({grid.rows[row][0]})",
                    message=f"Due on {due_on.text.strip()} and still "
                    f"“{grid.rows[row][status[0]].strip()}”; the other {len(others)} are due from "
                    f"{min(others):%B %Y} to {max(others):%B %Y}.",
                    cure=_CURE,
                    confidence=Confidence.MEDIUM,
                )


RULES: tuple[Rule, ...] = (
    a_scheme_takes_effect_in_the_year_of_its_title,
    a_caption_bears_the_date_of_its_report,
    a_forecast_rests_on_the_count_that_its_table_gives,
    a_projection_is_of_what_is_to_come,
    an_open_action_is_due_with_the_others,
)
