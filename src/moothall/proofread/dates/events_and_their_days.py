"""One table of a report's dated events, from its timetables and its prose, and two dates for one.

“Start on site | June 2026” in the timetable, “work on site begins in May 2026” in the text; “the
hall
is to open in September 2027”, and later “the hall, due to open in September 2028”.  An event is
what
happens (opens, begins, ends, is let, is published …) and what it happens to.  Two events are one
where the same happens and every noun of the one is said of the other.  What was planned at first,
has slipped, or happens each year has two dates by right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.dates.days_that_slipped import RULES as SLIPPED
from moothall.proofread.dates.days_told_twice import RULES as TWICE
from moothall.proofread.dates.effect_and_length import RULES as EFFECTS
from moothall.proofread.dates.one_after_another import RULES as SUCCESSION
from moothall.proofread.dates.points_in_time import Point, points_in
from moothall.proofread.dates.times_gone_by import RULES as GONE_BY
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.statements import content_words

_ACTIONS = {
    "begin": r"begin(?:s|ning)?|began|begun|start(?:s|ed|ing)?|commenc\w+",
    "open": r"open(?:s|ed|ing)?|launch(?:es|ed|ing)?|go(?:es)? live|went live|go-live",
    "end": r"end(?:s|ed|ing)?|finish(?:es|ed)?|complet(?:e|ed|es|ion|ing)|conclud\w+|handover",
    "close": r"clos(?:e|es|ed|ing|ure)|deadline",
    "let": r"award(?:s|ed)?|appoint(?:s|ed|ment)?|contract let",
    "return": r"return(?:s|ed)?|back|submi\w+|receipt|received",
    "publish": r"publish(?:es|ed)?|publication|issue[ds]?",
    "decide": r"approv(?:e|ed|es|al)|adopt(?:s|ed|ion)?|decision|decides?|decided|agreed",
    "expire": r"expir(?:e|es|ed|y)|lapses?",
    "move": r"mov(?:e|es|ed|ing)|transfer(?:s|red)?|relocat\w+",
}
_ACTION = Expression(
    r"\b(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in _ACTIONS.items()) + r")\b",
    re.IGNORECASE,
)
"""The last one before a date is what happens then."""
_AT_IT = Expression(
    r"^(?:[^.;:,()\d]{0,30}?\s)?(?:in|on|by|from|at|until|is|are|for|of|:|–|the end of|early|"
    r"late|mid)"
    r"(?:\s(?:the|end|of|early|late|mid|midnight|noon|on|in|week|commencing|beginning))*\s"
    r"(?:[A-Z][a-z]+day,?\s)?$|^\s?(?:\(|:|–|-)?\s?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_TWO_BY_RIGHT = Expression(
    r"\b(?:original\w*|previous\w*|slip\w*|delay\w*|defer\w*|postpon\w*|revis\w+|instead|rather|"
    r"moved? from|"
    r"brought forward|earlier|was (?:due|to|expected|planned)|were (?:due|to)|phase|stage|first|"
    r"second|"
    r"third|last|next|each|every|annual\w*|year|quarter|if|would|could|(?-i:may)|not|or|between|"
    r"after|"
    r"before|"
    r"option|lot|interim|informal|extended|extension|another|other|further|temporar\w+|"
    r"re-?open\w*)\b",
    re.IGNORECASE,
)
_WEAK = content_words(
    "council cabinet committee work works project scheme report date new contract stage period "
    "target milestone final public event day deadline time month service place plan programme"
)
_TOLD = quotes_told(*SLIPPED, *TWICE, *EFFECTS, *SUCCESSION, *GONE_BY)
_FARTHEST_MONTHS, _MOST_EVENTS = 14, 400


@dataclass(frozen=True, slots=True)
class Event:
    """What happens, to what, and when; where it is told, and whether in a table."""

    action: str
    nouns: frozenset[str]
    point: Point
    quote: str
    place: Place
    in_table: bool


@read_once
def dated_events(report: Report) -> tuple[Event, ...]:
    """Every event of a report that has its month and year."""
    return tuple(event for each in (_in_prose(report), _in_tables(report)) for event in each)[
        :_MOST_EVENTS
    ]


def _in_prose(report: Report) -> Iterator[Event]:
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            if "20" not in sentence or _TWO_BY_RIGHT.search(sentence):
                continue
            since = 0
            for point in points_in(sentence):
                lead = sentence[since : point.start]
                found = list(_ACTION.finditer(lead))
                if point.year and found and _AT_IT.match(lead[found[-1].end() :]):
                    yield Event(
                        str(found[-1].lastgroup),
                        _nouns(lead),
                        point,
                        around(sentence, point.start, point.end, 70),
                        passage.place,
                        in_table=False,
                    )
                since = point.end


def _in_tables(report: Report) -> Iterator[Event]:
    for grid in report.grids:
        if not 2 <= len(grid.rows) <= _LONGEST_TABLE:
            continue
        for number, row in enumerate(grid.rows):
            label = row[0] if row else ""
            dated = [points for cell in row[1:3] if (points := points_in(cell))]
            action = _ACTION.search(label)
            if (
                action is None
                or len(dated) != 1
                or len(dated[0]) != 1
                or _TWO_BY_RIGHT.search(label)
            ):
                continue
            (point,) = dated[0]
            if point.year:
                quote = f"{label.strip()} | {point.text.strip()}"
                yield Event(
                    str(action.lastgroup),
                    _nouns(label),
                    point,
                    quote,
                    grid.cell_place(number, 0),
                    in_table=True,
                )


_LONGEST_TABLE = 60


def _nouns(text: str) -> frozenset[str]:
    return content_words(_ACTION.sub(" ", text))


def an_event_is_told_with_one_date(report: Report) -> Iterator[TextFinding]:
    """“Work on site begins in May 2026”, where the timetable has June."""
    by_action: defaultdict[str, list[Event]] = defaultdict(list)
    for event in dated_events(report):
        by_action[event.action].append(event)
    told: set[str] = set()
    for events in by_action.values():
        for number, event in enumerate(events):
            others = [
                other for other in events if other is not event and _is_the_same(event, other)
            ]
            if event.in_table or any(_agree(event.point, other.point) for other in others):
                continue  # one of its tellings bears it out
            odd = [
                o
                for o in others
                if _is_a_slip(event, o) and (o.in_table or events.index(o) < number)
            ]
            if not odd or event.quote in told or any(at == event.place for at, _ in _TOLD(report)):
                continue
            told.add(event.quote)
            here, there = event.point.text.strip(), odd[0].point.text.strip()
            yield TextFinding(
                place=event.place,
                quote=event.quote,
                message=f"{here} here; {there} for the same at {odd[0].place} (“{odd[0].quote}”).",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two dates, or say that it has moved.",
            )


def _is_the_same(one: Event, other: Event) -> bool:
    """Whether all nouns of the one are said of the other, and one at least tells what it is."""
    less, more = sorted((one.nouns, other.nouns), key=len)
    named = bool(less - _WEAK) or (one.nouns == other.nouns and other.in_table and bool(less))
    return named and less <= more and len(more - less) <= _MOST_MORE


_MOST_MORE = 6


def _agree(one: Point, other: Point) -> bool:
    day = one.day is None or other.day is None or one.day == other.day
    return (one.year, one.month) == (other.year, other.month) and day


def _is_a_slip(one: Event, other: Event) -> bool:
    """Another year of the same month; against a timetable any date not far off."""
    a, b = one.point, other.point
    months = abs(((a.year or 0) - (b.year or 0)) * 12 + a.month - b.month)
    if other.in_table:
        return months <= _FARTHEST_MONTHS
    same_day = a.day == b.day or a.day is None or b.day is None
    return months == 12 and same_day


RULES: tuple[Rule, ...] = (an_event_is_told_with_one_date,)
