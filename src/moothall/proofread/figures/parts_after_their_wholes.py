"""Parts after their wholes: “holds six piers.  Eight of these are let” are more than there are.

What is said to be of something told just before is no more than the largest figure of its kind that
stands there, whatever is counted.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.more_than_all import no_more_are_answered_than_were_asked
from moothall.proofread.figures.part_lists import a_part_is_no_greater_than_its_whole
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_PART = mark("part", "CM")
_UNIT = r"(?:\s(?:FTE|WTE|hectares|acres|miles|people|households|homes))?"
_BACK = r"(?:of|among) (?:these|those|them|this|which|whom|that sum)\b"
_TOLD_BACK = (
    # eight of these are let; £410,000 of this
    Expression(rf"{_PART}(?!\s?(?:%|per cent)){_UNIT}\s{_BACK}(?!\s[a-z]+s\b)", re.IGNORECASE),
    # 23 (of which answered in time: 25); 23, of which 25 were late
    Expression(
        rf"\bof (?:which|whom)(?P<gap>[^«»;.()]{{0,40}}?)"
        rf"(?:within «C\d+»[^«»;.()]{{0,20}}:\s)?{_PART}"
        r"(?!\s(?:working )?(?:days?|weeks?|months?|years?)\b)",
        re.IGNORECASE,
    ),
    # 90 applied. Of these, about 130 were seen
    Expression(
        rf"(?:^|[;,]\s)of (?:these|those|them),?(?P<gap>\s(?:[a-z]+\s){{0,3}}?){_PART}"
        r"(?=\s(?:[a-z]+\s)?(?:are|is|was|were|have|has|had|will|work|live|came|took|voted)\b)",
        re.IGNORECASE,
    ),
)
_OF_ONE = Expression(
    r"\b(?:the|one|for|each|drew|reach\w*|those|largest|biggest|last|first|with|by|average)\b", re.I
)
"""“Of which the largest was for 120 homes”: a figure of one of them."""
_MEASURE = Expression(
    r"^\s(?:hectares?|acres?|tonnes?|tons?|litres?|square|sq|kilometres?|metres?)\b", re.IGNORECASE
)
_NO_LESS = Expression(
    r"\b(?:over|more than|at least|in excess of|above|exceeding|upwards of)\s£?$", re.IGNORECASE
)
_NO_MORE = Expression(r"\b(?:up to|under|less than|fewer than|at most|below)\s£?$", re.IGNORECASE)
_FAR_MORE, _MORE = Decimal("1.25"), Decimal("1.15")
_LEAD = 24
_TAKING_IN = Expression(
    rf"{mark('whole', 'CM')}(?P<unit>(?:\s[a-z]+){{0,3}})[^«»;.()]{{0,40}}?,?\s"
    rf"(?:includes|taking in|which includes|containing|including|among them)"
    rf"\s(?:some\s|about\s|around\s|almost\s|"
    rf"nearly\s|over\s|more than\s|roughly\s|approximately\s|at least\s)?{_PART}"
    r"(?P<like>(?:\s[a-z]+){0,3})",
    re.IGNORECASE,
)
_BEING = Expression(
    rf"{mark('whole', 'CM')}\s(?P<unit>FTE|WTE|[a-z]+),\s{_PART}\s(?P=unit)\s(?:of them\s)?being\b",
    re.IGNORECASE,
)
_OF_THE = Expression(
    rf"{mark('part', 'C')}\s(?:out )?of (?:the|our|its|their) (?:last |past |first )?"
    rf"{mark('whole', 'C')}\s(?!%|per cent|times\b|(?:litre|foot|metre|hour|day|week|month|year|"
    r"bed|bedroom|mile|inch|person|seat|page)\b)[a-z]",
    re.IGNORECASE,
)
_OF_THE_LAST = Expression(
    rf"\bof the (?:last |past |first )?{mark('whole', 'C')}\s(?:[a-z-]+\s){{1,3}}?the\s[a-z]+"
    rf"\s[a-z]+\s{mark('part', 'C')}\s(?:in|on|at|with|to|by|late|early|over|under)\b",
    re.IGNORECASE,
)
_RUNNING = Expression(
    r"\b(?:carried (?:over|forward)|brought forward|previous\w*|each|per|backlog|"
    r"cumulative\w*|since|additional|further|many|hundreds|thousands|several|various|"
    r"most|all|both|net|over-?sp\w+|under-?sp\w+|varianc\w+|deficit|surplus|pressures?|offset|"
    r"partly|movement|change|increase\w*|reduc\w+|gap|shortfall)\b",
    re.IGNORECASE,
)
_NO_COUNT = Expression(
    r"^\s?(?:years?|months?|weeks?|days?|hours?|minutes?|miles|km|metres|areas?|wards?|sites|"
    r"locations|categories|themes|types|services|teams|schools|districts|boroughs|councils|"
    r"organisations|parishes|groups|phases|stages|rounds|occasions|times|and|to|or|[-–/])",
    re.IGNORECASE,
)
"""What is counted over, in or for which there are more things than these."""
_GATE = Expression(
    r"\b(?:of|among|includ\w+|taking in|containing|being|totalling)\b", re.IGNORECASE
)
_CURE = "Correct the part or the whole."
_TOLD = quotes_told(a_part_is_no_greater_than_its_whole, no_more_are_answered_than_were_asked)


def a_part_told_after_its_whole_is_no_more(report: Report) -> Iterator[TextFinding]:
    """“The charity holds six piers.  Eight of these are let.”"""
    for paragraph in paragraphs(report):
        if not _GATE.search(paragraph.text):
            continue
        read = [with_all_numbers(one.text) for one in paragraph.sentences]
        for place, one in enumerate(read):
            if not one.figures:
                continue
            before = read[max(0, place - 2) : place]
            found = (
                _within(one)
                or _told_back(one, before[-1] if before else None)
                or _held(one, before)
            )
            if found is None:
                continue
            part, whole = found
            earlier = before[-1].text if before else ""
            if not _is_more(part, whole, one.text, earlier) or _is_a_year(part):
                continue
            plain = paragraph.sentences[place]
            if not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(
                    paragraph,
                    plain,
                    f"{part.text} of {whole.text} are more than all of it."
                    if part.kind is Kind.MONEY
                    else f"{part.text} of {whole.text} are more than all of them.",
                    _CURE,
                    Confidence.MEDIUM,
                )


def _is_more(part: Figure, whole: Figure, text: str, earlier: str) -> bool:
    """Whether a part is more than its whole, however rough the two are told.

    “Over 1,100” may be a good deal more, but not 1,800; “up to 500” may be any less.
    """
    if part.low <= whole.high:
        return False
    if part.rough and _NO_MORE.search(_lead(part, text)):
        return False
    if not (part.rough or whole.rough):
        return True
    no_less = any(_NO_LESS.search(_lead(whole, words)) for words in (text, earlier))
    return part.size > whole.size * (_FAR_MORE if no_less else _MORE)


def _lead(figure: Figure, text: str) -> str:
    """The words before a figure, in the sentence in which it stands."""
    amount = figure.amount
    if text[amount.start : amount.end] != amount.text:
        return ""
    return text[max(0, amount.start - _LEAD) : amount.start]


def _is_a_year(part: Figure) -> bool:
    return part.kind is Kind.COUNT and not part.text.count(",") and 1990 <= part.size <= 2050


def _within(one: Sentence) -> tuple[Figure, Figure] | None:
    """A part and its whole that one sentence ties."""
    for form in (_OF_THE, _OF_THE_LAST, _BEING, _TAKING_IN):
        match = form.search(one.pattern)
        if match is None or match["part"][0] != match["whole"][0]:
            continue
        if form is _TAKING_IN and not _same_kind(match, one):
            continue
        return one.figure(match["part"]), one.figure(match["whole"])
    return None


_HELD = Expression(
    r"\b(?:holds?|held|owns?|has|have|owed|owes)\s«(?P<whole>M\d+)»\s(?:worth )?(?:of|in)\s"
    r"(?P<things>[A-Za-z-]{3,20})",
    re.IGNORECASE,
)
_LATER = Expression(
    r"\b(?P<things>[A-Za-z-]{3,20})\s(?:totalling|amounting to|worth|of)\s«(?P<part>M\d+)»",
)


def _held(one: Sentence, before: list[Sentence]) -> tuple[Figure, Figure] | None:
    """“We hold £90m of bonds.  Bonds totalling £150m fall due this year.”"""
    later = _LATER.match(one.pattern)
    for earlier in before if later else ():
        held = _HELD.search(earlier.pattern)
        if not (later and held) or _RUNNING.search(one.text):
            continue
        if _stem(later["things"]) == _stem(held["things"]):
            return one.figure(later["part"]), earlier.figure(held["whole"])
    return None


def _stem(things: str) -> str:
    return things.casefold().removesuffix("s")


def _same_kind(match: re.Match[str], one: Sentence) -> bool:
    """What takes in is of the same kind: money, or the same noun, or none after the part."""
    if match["part"][0] == "M":
        return not _RUNNING.search(one.text)
    unit, like = match["unit"].casefold().split(), match["like"].casefold().split()
    if _RUNNING.search(one.text):
        return False
    if not like and not unit:
        return True
    if like and like[0] in ("in", "on", "with", "who", "under", "aged"):
        return True
    if _EVERYONE & set(unit) and _SOME & set(like):
        return True
    return bool(unit and like) and (unit[0] == like[0] or unit[0] in like[:_FEW_WORDS])


_EVERYONE = frozenset({"people", "residents", "children", "pupils", "students", "staff"})
_SOME = frozenset({"girls", "boys", "women", "men"})
_FEW_WORDS = 3


def _told_back(one: Sentence, before: Sentence | None) -> tuple[Figure, Figure] | None:
    """A part told of what stands before it, and the largest that stands there."""
    for form in _TOLD_BACK:
        match = form.search(one.pattern)
        if match is None:
            continue
        if _OF_ONE.search(match.groupdict().get("gap") or ""):
            continue
        part = one.figure(match["part"])
        ahead = one.pattern[: match.start()]
        wholes = _wholes(one, ahead, part.kind)
        words = ahead
        if not wholes and before is not None and len(ahead) <= 40:
            wholes = _wholes(before, before.pattern, part.kind)
            words = f"{before.pattern} {ahead}"
        if not wholes or _RUNNING.search(words):
            return None
        if any(figure.kind is not part.kind for figure in wholes):
            return None
        return part, max(wholes, key=lambda figure: figure.size)
    return None


def _wholes(one: Sentence, pattern: str, kind: Kind) -> list[Figure]:
    """The figures of the kind; none where one of them counts places, times or groups."""
    found = []
    for match in re.finditer(r"«([MC]\d+)»", pattern):
        figure = one.figure(match[1])
        if figure.kind is not kind:
            continue
        after = pattern[match.end() :]
        if kind is Kind.COUNT and (_NO_COUNT.match(after) or _MEASURE.match(after)):
            return []
        found.append(figure)
    return found


# --- rows of a table ------------------------------------------------------------------------------

_ROW = Expression(r"^[\s\-–•]*of (?P<back>which|whom|these|those|them)\b", re.IGNORECASE)
_OTHER_UNIT = Expression(r"%|per cent|average|rate\b|days|value|£", re.IGNORECASE)


def a_row_of_which_is_no_more_than_the_row_above(report: Report) -> Iterator[TextFinding]:
    """“Applications granted | 187”, “of those granted, with conditions | 191”."""
    for grid in report.grids:
        for number in range(1, len(grid.rows)):
            row = grid.rows[number]
            if not row or not (match := _ROW.match(row[0])) or _OTHER_UNIT.search(row[0]):
                continue
            if finding := _more_than_above(grid, number, match["back"].lower()):
                yield finding


def _more_than_above(grid: Grid, number: int, back: str) -> TextFinding | None:
    row = grid.rows[number]
    above = number - 1
    while back in ("which", "whom") and above > 0 and _ROW.match(grid.rows[above][0]):
        above -= 1
    whole = grid.rows[above]
    if not whole or _OTHER_UNIT.search(whole[0]):
        return None
    for column in range(1, min(len(row), len(whole))):
        part, all_of_it = _number(row[column]), _number(whole[column])
        if part is not None and all_of_it is not None and part > all_of_it > 0:
            return TextFinding(
                place=grid.cell_place(number, column),
                quote=f"{row[0].strip()} {row[column].strip()}",
                message=f"{row[column].strip()} of the {whole[column].strip()} in the row "
                f"“{whole[0].strip()}” are more than all of them.",
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )
    return None


def _number(cell: str) -> Decimal | None:
    try:
        return Decimal(cell.strip().replace(",", "").removeprefix("£"))
    except InvalidOperation:
        return None


RULES: tuple[Rule, ...] = (
    a_part_told_after_its_whole_is_no_more,
    a_row_of_which_is_no_more_than_the_row_above,
)
