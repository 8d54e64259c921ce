"""Then and now: two figures of one thing in a sentence, at two times, in whatever order.

“Complaints are down on last year: 212 against 187”; “attendance was 92.8% in 2023/24 and has
improved to 91.2%”; “the gap has narrowed to £7.4m compared with £6.9m in November”.  Which figure
is which is read from the words that stand beside each, never from the verb between them: so any
verb may stand there, and the order does not matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from moothall.documents.report import Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    read_once,
)

_MOST = 6
"""A sentence with more figures is a list, and which of them belong together is a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """What a sentence tells of one thing at two times; `lead`, `between` and `rest` are its words.

    The figures of how much it changed are in `by`; they have been taken out of the words.
    """

    then: Figure
    now: Figure
    by: tuple[Figure, ...]
    lead: str
    between: str
    rest: str


@read_once
def then_and_now(report: Report) -> tuple[tuple[Paragraph, Sentence, ThenAndNow], ...]:
    """Every sentence of the report that tells one thing at two times, and at no third."""
    found = []
    for paragraph, one in each_sentence(report, 2):
        if len(one.figures) <= _MOST:
            found += [(paragraph, one, pair) for pair in _pairs(one)]
    return tuple(found)


# --- what stands beside a figure ------------------------------------------------------------------

EARLIER_TIME = (
    r"(?:(?:in |at |for |during |over |on )?(?:the |its |our |their )?(?:same (?:period|time|"
    r"quarter|"
    r"month|point|week|day) )?(?:of |in )?(?:the )?(?:last|previous|prior|preceding|earlier) "
    r"(?:(?:financial|academic|school|municipal|calendar|reporting|full) )?(?:year|quarter|month|"
    r"period|week|term|report|survey|audit|count|round|season|summer|winter|autumn|spring|time|one)"
    r"(?:[’']s)?|(?:an?|one|two|three|twelve|six) (?:years?|quarters?|months?|weeks?|terms?) "
    r"(?:ago|earlier|before|previously)|the (?:year|quarter|month|week|term|time|period|one) "
    r"before|(?:the )?(?:year|quarter|month|term) before(?: that| last)?|previously|beforehand|"
    r"formerly|originally|at (?:the )?(?:outset|start|baseline)|(?:this time )?last "
    r"(?:year|time|month|quarter|week|autumn|spring|summer|winter|january|february|march|april|may|"
    r"june|july|august|september|october|november|december))"
)
LATER_TIME = (
    r"(?:(?:in |at |for |during |over |on )?(?:this|the current|the latest|the most recent|the "
    r"reporting) (?:financial |academic |school |municipal |calendar )?(?:year|quarter|month|"
    r"period|"
    r"week|term|report|survey|round|time)|now|today|currently|at present|to date|so far)"
)
_SHORTLY = r"(?:[^«»;:.()]{0,24}\s)??"
_CHANGE_NOUNS = (
    r"(?:increase|rise|growth|uplift|decrease|reduction|fall|decline|drop|cut|change|improvement|"
    r"deterioration|difference|swing|jump|dip|movement|worsening)"
)
_THEN_BEFORE = Expression(
    rf"\b(?:(?:(?:up|down) )?from|compared (?:to|with)|as against|against|versus|as opposed to|"
    rf"relative to|up on|down on)\s+(?:a |an |the |our |its |their |just |only |some )?"
    rf"(?:{EARLIER_TIME}\s)?{_SHORTLY}{ROUGH}\(?$"
    rf"|\b{EARLIER_TIME}(?:[’']s)?(?:,\s|\s{_SHORTLY}){ROUGH}\(?$"
    rf"|\b(?:{_CHANGE_NOUNS}s?|points?) (?:on|over|from|since) (?:the |its )?{_SHORTLY}{ROUGH}$"
    rf"|\((?:in |for |at )?(?:[a-z]+ )?(?:19|20)\d\d(?:[/–-]\d\d)?:?\s{ROUGH}$"
    rf"|\b(?:had been|used to be|was previously|was originally|was once)\s{ROUGH}$",
    re.IGNORECASE,
)
_NOUNS = r"(?:\s[a-z’'-]+){0,3}?"
_THEN_AFTER = Expression(
    rf"^(?:\s?per [a-z0-9,]+)?{_NOUNS}\s?[,(–-]?\s?{EARLIER_TIME}\b"
    rf"|^{_NOUNS}\s(?:reported|forecast|recorded|seen|told|shown) (?:in|at|to) (?:the )?"
    rf"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    rf"last|previous|quarter|period|month)\b",
    re.IGNORECASE,
)
_NOW_BEFORE = Expression(
    rf"\b(?:[a-z]+(?:ed|en|own|ing)|rose|fell|grew|shrank|shrunk|cut|(?:went|gone|going|come|"
    rf"came|moved|crept|edged) (?:up|down|back)|rises?|falls?|"
    rf"grows?|drops?|dips?|increases?|reduces?|decreases?),?(?: [a-z]+ly)? (?:in)?to {ROUGH}\(?$"
    rf"|\b(?:now (?:stands? at |at )?|currently (?:at )?|stands? at|standing at|"
    rf"{LATER_TIME},?(?:[’']s)?(?: it| they)?(?: is| was| are| were| had| has)?(?: at)?)\s*{ROUGH}"
    rf"{_SHORTLY}\(?$",
    re.IGNORECASE,
)
_NOW_AFTER = Expression(
    rf"^(?:\s?per [a-z0-9,]+)?{_NOUNS}\s?[,(–-]?\s?{LATER_TIME}\b", re.IGNORECASE
)
_BY_BEFORE = Expression(
    rf"\b(?:by|{_CHANGE_NOUNS}s? of|up|down)\s+{ROUGH}\(?$"
    rf"|\b(?:rose|fell|grew|(?:increas|decreas|reduc|declin|dropp|climb|jump)ed)\s{ROUGH}$|"
    rf"[+±]\s?$",
    re.IGNORECASE,
)
_BY_AFTER = Expression(
    rf"^\s?(?:percentage )?(?:points?|[a-z]+)?\s?(?:{_CHANGE_NOUNS}|more|fewer|less|higher|lower|"
    rf"better|worse|up|down|above|below)\b",
    re.IGNORECASE,
)
_HELD = (
    r"\b(?:budget|target|plan|planned|goal|aim|threshold|limit|cap|ceiling|average|benchmark|"
    r"national|england|regional|county|statistical|neighbours?|comparator|allowance|standard|"
    r"trajectory|profile|profiled|estimate[ds]?|expected|projected|capacity|tolerance|median|"
    r"minimum|maximum|requirement|elsewhere)\b"
)
"""What a figure is held against that is no earlier time."""
_HELD_BEFORE = Expression(
    rf"\b(?:against|compared (?:to|with)|than|versus|relative to)\s[^«»]*{_HELD}|"
    rf"{_HELD}(?: (?:of|at|was|is|for|figure|rate)){{0,2}}\s?\(?$",
    re.IGNORECASE,
)
_HELD_AFTER = Expression(rf"^\s?(?:[a-z]+\s){{0,1}}?(?<!on ){_HELD}", re.IGNORECASE)
_POINTS = Expression(r"\s?-?(?:percentage )?(?:points?|pts?)\b", re.IGNORECASE)
_TO = Expression(rf"\bto {ROUGH}$", re.IGNORECASE)
_YEAR = Expression(r"\b(?P<first>(?:19|20)\d\d)(?:[/–-](?:20)?(?P<last>\d\d))?\b")
_YEAR_BESIDE = Expression(r"(?:19|20)\d\d(?:[/–-](?:20)?\d\d)?(?:[’']s\s|:\s|\s?\()$")
_OTHER_PART = Expression(r"[;:]|\b(?:and|than|from|to|against|compared|versus|while|but|with)\b")
_MARK = Expression(r"«([MCPQ])(\d+)»")
_OF_WHICH = Expression(r"^\s(?:of|in) (?:which|whom|these|those|them)\b", re.IGNORECASE)
_TRAIL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A figure of a sentence with the words on either side of it, to the figures next to it."""

    figure: Figure
    before: str
    after: str
    start: int
    end: int

    @property
    def is_by(self) -> bool:
        if self.is_of_points or self.figure.text[:1] == "+":
            return True
        if _BY_AFTER.match(self.after):
            return True
        bare = _BY_BEFORE.search(self.before)
        return bare is not None and not re.match(r"\s?(?:to|from)\b", self.before[bare.end() :])

    @property
    def is_of_points(self) -> bool:
        return self.figure.kind is Kind.POINTS or bool(_POINTS.match(self.after))

    @property
    def is_signed(self) -> bool:
        """Whether it is below nought, or in brackets that may say so."""
        return self.figure.value < 0 or bool(re.search(r"\b(?:from|to|was|of|by) \($", self.before))

    @property
    def is_then(self) -> bool:
        if _TO.search(self.before):
            return False
        return bool(_THEN_BEFORE.search(self.before) or _THEN_AFTER.match(self.after))

    @property
    def is_now(self) -> bool:
        return bool(_NOW_BEFORE.search(self.before) or _NOW_AFTER.match(self.after))

    @property
    def year(self) -> int | None:
        """The one year named with it, by its last day for a financial year."""
        beside = _YEAR_BESIDE.search(self.before)
        own = (
            _YEAR.findall(beside[0])
            if beside
            else _YEAR.findall(_OTHER_PART.split(self.after)[0])
            or _YEAR.findall(_OTHER_PART.split(self.before)[-1])
        )
        if len(own) != 1:
            return None
        first, last = own[0]
        return int(first) * 2 + bool(last)


def _pairs(one: Sentence) -> Iterator[ThenAndNow]:
    told = _told(one)
    by = [each for each in told if each.is_by and not _of_another_clause(one, told, each)]
    levels = [each for each in told if each not in by]
    for kind in (Kind.MONEY, Kind.COUNT, Kind.PERCENT):
        alike = [each for each in levels if each.figure.kind is kind]
        pair = _in_time(alike) if len(alike) == 2 else None
        others = [each for each in levels if each.figure.kind is not kind]
        if pair is None or (others and not _stand_together(alike, others)):
            continue
        then, now = pair
        if any(each.is_signed for each in pair) or _is_held_against(alike):
            continue
        if any(_OF_WHICH.match(each.after) for each in pair):
            continue  # “to be expanded by 300 places, 150 of which …”
        first, second = alike
        yield ThenAndNow(
            then=then.figure,
            now=now.figure,
            by=tuple(_by(each) for each in by),
            lead=_words(one.pattern[: first.start]),
            between=_words(one.pattern[first.end : second.start]),
            rest=_words(one.pattern[second.end :]),
        )


def _of_another_clause(one: Sentence, told: list[_Told], by: _Told) -> bool:
    """“Visits doubled to 8,200 from 4,100; borough-wide they were up 6%”: of other visits."""
    before = [each for each in told if each.end <= by.start and not each.is_by]
    return len(before) > 1 and ";" in one.pattern[before[-1].end : by.start]


def _told(one: Sentence) -> list[_Told]:
    marks = list(_MARK.finditer(one.pattern))
    ends = [0, *(mark.end() for mark in marks)]
    starts = [*(mark.start() for mark in marks), len(one.pattern)]
    return [
        _Told(
            figure=one.figures[int(mark[2])],
            before=one.pattern[ends[number] : mark.start()],
            after=one.pattern[mark.end() : starts[number + 1]],
            start=mark.start(),
            end=mark.end(),
        )
        for number, mark in enumerate(marks)
    ]


def _in_time(two: list[_Told]) -> tuple[_Told, _Told] | None:
    """The earlier and the later of two figures; None where the words don't say which is which."""
    first, second = two
    if first.year and second.year and first.year != second.year:
        return (first, second) if first.year < second.year else (second, first)
    if first.is_then != second.is_then:
        return (first, second) if first.is_then else (second, first)
    if first.is_now != second.is_now and not (first.is_then or second.is_then):
        return (first, second) if second.is_now else (second, first)
    return None


def _stand_together(alike: list[_Told], others: list[_Told]) -> bool:
    """Whether both say when they were, and figures of another kind stand before them only."""
    first, second = alike
    return all(other.end < first.start for other in others) and (
        (first.is_then and second.is_now) or bool(first.year and second.year)
    )


def _by(told: _Told) -> Figure:
    """The figure of a change; "4.2 points" are points, though no per cent stands with them."""
    if told.is_of_points and told.figure.kind is not Kind.POINTS:
        return replace(told.figure, amount=replace(told.figure.amount, kind=Kind.POINTS))
    return told.figure


def _is_held_against(two: list[_Told]) -> bool:
    """Whether one of the figures is a target, an average or a plan and no earlier time."""
    return any(_HELD_BEFORE.search(each.before) or _HELD_AFTER.match(each.after) for each in two)


def _words(text: str) -> str:
    return _MARK.sub(" ", text)
