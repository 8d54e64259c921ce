"""Steps of one matter in their order: bids close, are opened, are awarded, and then work starts.

Each kind of matter has steps that follow from one another: a tender, an appointment, a planning
application, a consultation and what is adopted after it.  Of two steps that one sentence dates, the
later step does not have the earlier date.  Left alone: sentences of several lots, rounds or stages,
and steps of which a word says that the order was another.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.dates.events_and_their_days import RULES as EVENTS
from moothall.proofread.dates.in_their_order import RULES as IN_THEIR_ORDER
from moothall.proofread.dates.order_in_words import RULES as ORDER_IN_WORDS
from moothall.proofread.dates.periods import RULES as PERIODS
from moothall.proofread.dates.points_in_time import Point, is_later, points_in
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences

_TENDER_OR_POST = (
    ("advertis\\w+", "invitations? to tender", "(?:went|go|goes|put) out to tender"),
    (
        "closing date",
        "deadline for (?:bids|tenders|applications|quot\\w+|returns?)",
        "(?:tenders?|bids|applications|nominations) (?:\\w+ )?(?:close[sd]?|must be in|are due)",
        "bidding clos\\w+",
    ),
    (
        "(?:bids|tenders|they) (?:\\w+ ){0,2}?opened",
        *("interview\\w*", "shortlist\\w*", "evaluat\\w+"),
    ),
    (
        *("award(?:s|ed)?", "appointment (?:was )?made", "(?:was|were|be) appointed"),
        "contracts? (?:(?:was|were|is|are|to be|will be) ){0,2}(?:signed|let)",
        "preferred bidder",
    ),
    (
        "(?:contract|work(?: on site)?) (?:starts?|began|begins?|commences?)",
        *("(?:takes?|took) up (?:the )?post", "start(?:s|ed)? work", "mobilis\\w+"),
    ),
)
_ASKED_FOR = "(?:permission|consent|licence|approval|application)"
_APPLICATION = (
    (
        "applications? (?:(?:was|were|is|had been) )?(?:made|submitted|received|validated|lodged)",
        "applied for",
    ),
    (
        rf"{_ASKED_FOR} (?:was|were|is|had been) (?:given|granted|refused|approved|issued)",
        "(?:granted|refused) (?:permission|consent|the application)",
    ),
    ("appeal (?:was )?(?:lodged|made|submitted)", "appealed"),
    ("appeal (?:was )?(?:allowed|dismissed|upheld|decided)",),
)
_POLICY = (
    ("consult(?:ed|ations?)?", "out for comment"),
    ("adopted", "came into (?:force|effect)", "t(?:akes?|ook) effect"),
    ("first (?:annual )?review(?:ed)?",),
)
_INSPECTION = (
    (
        "(?:inspection|audit|fieldwork|visit) (?:\\w+ )?(?:took place|was carried out|began)",
        *("inspectors visited", "inspected", "(?:was|were) audited"),
    ),
    ("report (?:was )?(?:published|issued|received)",),
)
_STEPS = tuple(
    (chain, rank, Expression(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))
    for chain, steps in enumerate((_TENDER_OR_POST, _APPLICATION, _POLICY, _INSPECTION))
    for rank, words in enumerate(steps)
)
_SEVERAL = Expression(
    r"\b(?:lots?|rounds?|phases?|stages?|second|further|again|previous\w*|re-?advertis\w*|another|"
    r"also|first (?!annual|review)|next|earlier|existing|retrospective\w*|before|prior to|until|"
    r"since|original\w*|each|between|interim|temporar\w*|following|after|if|subject to|extended|"
    r"informal\w*|replac\w*|current)\b",
    re.IGNORECASE,
)
_CLAUSE = Expression(r"[;:]|,\s(?:and|but|with|while)\b|\band\b|,")
_AFTER = 40
_LONGEST = 320


def the_steps_of_a_matter_are_in_their_order(report: Report) -> Iterator[TextFinding]:
    """“The closing date is 21 May 2026 and interviews are on 14 May 2026.”"""
    for passage in passages(report):
        for sentence in sentences(passage.text):
            if len(sentence) > _LONGEST or _SEVERAL.search(sentence):
                continue
            dated = [
                (point, step)
                for point, words in _clauses(sentence)
                if (step := _step(words)) is not None
            ]
            for (one, first), (other, second) in combinations(dated, 2):
                if first[0] != second[0] or first[1] == second[1]:
                    continue
                early, late = (one, other) if first[1] < second[1] else (other, one)
                if is_later(early, late):
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, early.start, early.end, 90),
                        message=f"What comes first is dated {early.text.strip()}, what follows "
                        f"from it {late.text.strip()}, which is earlier.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct one of the two dates.",
                    )
                    break


def _clauses(sentence: str) -> Iterator[tuple[Point, str]]:
    """Each point in time with the words of its own clause."""
    points = points_in(sentence)
    for number, point in enumerate(points):
        since = points[number - 1].end if number else 0
        until = points[number + 1].start if number + 1 < len(points) else len(sentence)
        after = _CLAUSE.split(sentence[point.end : until])[0][:_AFTER]
        yield point, f"{sentence[since : point.start]} | {after}"


def _step(words: str) -> tuple[int, int] | None:
    """The chain and the rank of the only step that a clause names."""
    found = {(chain, rank) for chain, rank, pattern in _STEPS if pattern.search(words)}
    return next(iter(found)) if len(found) == 1 else None


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        the_steps_of_a_matter_are_in_their_order,
        (*EVENTS, *IN_THEIR_ORDER, *ORDER_IN_WORDS, *PERIODS),
    ),
)
