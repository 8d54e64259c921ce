"""What follows another begins when that ends: a new contract, lease or plan and the present one.

“The contract with X ends on 31 March 2027” and, pages on, “re-procure the service for eight years
from 1 April 2026”: the year before was left in.  The end is that of what runs now; the beginning
that of what is called new, or is to be let, bought or adopted again, in prose or in the row of a
timetable.  Both are of one kind (contract, lease, plan), and the report tells one end of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences, word_set
from moothall.proofread.reading.written_dates import Written, written_dates

_CONTRACT = (
    r"contracts?|agreements?|concession|framework|arrangements?|re-?procur\w+|re-?tender\w*|"
    r"tender\w*|"
    r"re-?let\w*|insurance|service|supplier|provider|operator"
)
_KINDS = {
    "contract": Expression(rf"\b(?:{_CONTRACT})\b", re.IGNORECASE),
    "lease": Expression(r"\b(?:sub-?)?(?:lease|licen[cs]e|tenancy|letting)s?\b", re.IGNORECASE),
    "plan": Expression(
        r"\b(?:strategy|plan|policy|programme|scheme|order|PSPO|charter|vision)\b", re.IGNORECASE
    ),
    "term": Expression(r"\bterms? of office\b", re.IGNORECASE),
}
_ENDS = Expression(
    r"\b(?:ends?|expires?|lapses?|ceases?|terminates?|finish(?:es)?|runs? out|runs?|lasts?|(?:is|"
    r"are) "
    r"(?:due|set) to (?:end|expire|lapse|finish|cease)|comes? to (?:an end|its end|a close)|"
    r"(?:will|would) "
    r"(?:end|expire|lapse|cease|run|come to an end)|end date|expiry(?: date)?|in (?:place|force))"
    r"(?:\s(?:on|in|at|until|till|to|up to|through to|the end of|of|is|its|midnight|being))*"
    r"(?:\s(?:the))?\s(?:[A-Z][a-z]+day,?\s)?$",
)
_NOW = Expression(
    r"\b(?:present|current|existing|incumbent|old|outgoing|that with|with|under an?|which|the "
    r"contract|the lease|"
    r"the licen[cs]e|the agreement|the strategy|the plan|this contract|its contract|our)\b",
    re.IGNORECASE,
)
_NEW = Expression(
    r"\b(?:new|replacement|successor|next|follow-on|subsequent|second|replac\w+|re-?procur\w+|"
    r"re-?tender\w*|re-?let\w*|re-?commission\w*|renew\w*|fresh|further|proposed|"
    r"(?:award|let|grant|enter into|adopt|take) (?:of )?(?:a|the) (?:\w+ )?(?:contract|lease|"
    r"agreement|"
    r"licence|strategy|plan))\b",
    re.IGNORECASE,
)
_BEGINS = Expression(
    r"\b(?:from|begin(?:s|ning)?(?: on| in)?|start(?:s|ing)?(?: on| in| date)?|commenc\w+(?: on| "
    r"in)?|"
    r"with effect from|effective(?: from)?|(?:is|be) in place (?:by|on|from)|go(?:es)? live "
    r"(?:on|in)|takes? "
    r"effect (?:on|in|from)|comes? into (?:force|effect) on)\s(?:about\s)?(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_BOTH_RUN = Expression(
    r"\b(?:overlap\w*|parallel|alongside|double|transition\w*|mobilis\w+|early|earlier|break|"
    r"surrender\w*|terminat(?:e|ed|ing) (?:the|early)|vary|variation|extend\w*|extension|pilot|"
    r"phase\w*|"
    r"lot \d|if|unless|option to|instead of|originally|had|was to|until then|part of|interim|"
    r"bridging|"
    r"in addition|additional|separate|another|amend\w*|annual|price|fee|pay|review)\b",
    re.IGNORECASE,
)
_SLACK = timedelta(days=62)
"""A new contract may be signed, and its works begin, some weeks before the old one ends."""
_FARTHEST = timedelta(days=4 * 366)
_ROW = Expression(r"\b(?:starts?|begins?|commence\w*|go(?:es)? live|live date|in place)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Event:
    on: Written
    quote: str
    place: Place
    words: frozenset[str]
    of_that: bool = False
    """Whether it is called the one that follows: “the new strategy”, “re-procure the service”."""


_OF_THAT = Expression(
    r"\b(?:its|the)\s(?:replacement|successor)\b(?!\s(?:for|of|on)\b)|"
    r"\b(?:an?|the|its)\s(?:proposed\s)?(?:new|next|successor|replacement|"
    r"re-?let)\s(?:[a-z]+\s)?(?:contract|"
    r"agreement|lease|licen[cs]e|strategy|plan|policy|order|scheme|framework|"
    r"tenancy)\b(?!\s(?:for|on|"
    r"with|of)\b)|\b(?:replacement|successor)\s(?:contract|agreement|arrangement|lease|"
    r"licen[cs]e|strategy|"
    r"plan|"
    r"policy|order|scheme)\b(?!\s(?:for|on|with)\b)|\bre-?(?:procur|tender|let|"
    r"commission)\w*\s(?:of\s)?"
    r"(?:the|this)\s(?:service|contract)\b(?!\s(?:for|on|of)\b)",
    re.IGNORECASE,
)


def what_follows_begins_when_that_ends(report: Report) -> Iterator[TextFinding]:
    """A new contract from 1 April 2026, where the present one runs to 31 March 2027."""
    ends: defaultdict[str, list[_Event]] = defaultdict(list)
    begins: defaultdict[str, list[_Event]] = defaultdict(list)
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence) if "20" in sentence else ():
                before = sentence[: on.start]
                clause = re.split(r"[;,]\s|\band\b", before)[-1] or before
                if _ENDS.search(before) and _NOW.search(before) and not _NEW.search(clause):
                    sort = ends
                elif _BEGINS.search(before) and _NEW.search(before):
                    sort = begins
                else:
                    continue
                if _BOTH_RUN.search(sentence):
                    continue
                quote = around(sentence, on.start, on.end, 90)
                for kind in _kinds(before) or (_KINDS if _OF_THAT.search(before) else ()):
                    sort[kind].append(
                        _Event(
                            on,
                            quote,
                            passage.place,
                            _things(sentence),
                            of_that=bool(_OF_THAT.search(before)),
                        )
                    )
    for kind, grid, row, on in _rows(report) if ends else ():
        quote = " | ".join(cell for cell in grid.rows[row] if cell)
        begins[kind].append(_Event(on, quote, grid.cell_place(row, 0), frozenset(), of_that=True))
    for kind, ended in ends.items():
        if len({end.on.last for end in ended}) != 1:
            continue  # of several, which one is followed is a guess
        (end, *_) = ended
        for begin in begins[kind]:
            gap = end.on.last - begin.on.last
            if not _SLACK < gap < _FARTHEST or not (begin.of_that or begin.words & end.words):
                continue
            yield TextFinding(
                place=begin.place,
                quote=begin.quote,
                message=f"It is to begin in {begin.on.first:%B %Y}; the one before it ends in "
                f"{end.on.last:%B %Y} (“{end.quote}”, {end.place}).",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two dates, or say that both run at once.",
            )
            break


def _kinds(before: str) -> list[str]:
    """The kinds of thing that are named before a date, by the last one named."""
    last = {
        kind: max((m.end() for m in form.finditer(before)), default=-1)
        for kind, form in _KINDS.items()
    }
    best = max(last, key=lambda kind: last[kind])
    return [best] if last[best] >= 0 else []


_SMALL = word_set(
    "contract agreement lease plan strategy service existing present current council with from "
    "that "
    "will ends expires proposed propose year years start begin commence march april runs until new "
    "this term date which been for the and replacement successor award approve"
)


def _things(sentence: str) -> frozenset[str]:
    """What a contract is for: the words that two sentences of it share."""
    return frozenset(
        word.rstrip("s")
        for word in re.findall(r"[a-z]{4,}", sentence.lower())
        if word not in _SMALL
    )


def _rows(report: Report) -> Iterator[tuple[str, Grid, int, Written]]:
    """Rows of a timetable: “New contract starts | Thursday 1 April 2027”."""
    for grid in report.grids:
        for number, row in enumerate(grid.rows):
            label = row[0] if row else ""
            days = [on for cell in row[1:3] for on in written_dates(cell)]
            if (
                len(days) == 1
                and _NEW.search(label)
                and _ROW.search(label)
                and not _BOTH_RUN.search(label)
            ):
                for kind in _kinds(label):
                    yield kind, grid, number, days[0]


RULES: tuple[Rule, ...] = (what_follows_begins_when_that_ends,)
