"""What ends before it begins, in whatever words: in a sentence, in two, or in lines of a form.

“The draft goes on deposit on 14 July and views must be in by 6 June”; “Start 1 October 2025”, and
beneath it “Finish 30 September 2024”.  The verb beside a day says whether something begins or ends
on it.  Both are of one thing where the words between the days bring no other: only verbs, the
first clause’s own nouns, or the answers that are asked for by what was put out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import (
    Written,
    with_the_year,
    with_years,
    written_dates,
)

_BEGINS = (
    r"open(?:s|ed|ing)?|launch(?:es|ed)?|beg[aiu]n(?:s)?|beginning|start(?:s|ed|ing)?|"
    r"commenc(?:e|es|ed|ing)|issued|invited|advertised|published|posted|displayed|circulated|"
    r"lodged|received|submitted|appointed|sent out|"
    r"(?:go|goes|went|going|gone|put|placed|is|are|was|were|be)\s(?:live|out|up|on\s(?:deposit|"
    r"display|show|sale|the website))|live|(?:takes?|took|taking)\seffect|"
    r"(?:comes?|came|coming)\sinto\s(?:force|effect|operation|being|use)|with effect|effective|"
    r"valid|from"
)
_ENDS = (
    r"clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|finish(?:es|ed|ing)?|"
    r"return(?:ed)?|expir(?:e|es|ed|ing|y)|complet(?:e|es|ed|ing|ion)|deadline|determined|"
    r"terminat(?:e|es|ed|ing)|laps(?:e|es|ed|ing)|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|"
    r"(?:runs?|ran|running)\s(?:out|until|to|till)|until|till|by|no later than|not later than"
)
_ROLE = Expression(rf"\b(?:(?P<begins>{_BEGINS})|(?P<ends>{_ENDS}))\b", re.IGNORECASE)
_PREPOSITION = Expression(
    r"^(?:\W|\b(?:on|at|by|in|from|for|the|to|was|is|will|be|being|midday|midnight|noon|of|until|"
    r"till|early|late|mid|end|date|and|5pm|12|pm|am|a|an|it|which|then|due|return|period|website|"
    r"deposit|site|effect)\b)*$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:previous|earlier|second|next|last(?! day)|first(?! day)|another|other|new|old|existing|"
    r"current|present|outgoing|interim|former|whereas|while|replac\w+|phase|stage|round|again|"
    r"extend\w*|if|unless|originally|instead|rather than|re-?open\w*|re-?launch\w*|re-?start\w*|"
    r"re-?commenc\w*|resum\w*|before|after|follow\w+|since|once|had)\b",
    re.IGNORECASE,
)
_HAD_TO = Expression(r"\bhad to\b")
_REACH = 70
_FARTHEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class _Event:
    """A day with the verb beside it, and the words of the clause before it."""

    on: Written
    begins: bool
    verb: str
    clause: str


def _events(text: str) -> list[_Event]:
    found = []
    since = 0
    for on in written_dates(text):
        before = text[max(since, on.start - _REACH) : on.start]
        roles = list(_ROLE.finditer(before))
        if roles and _stands_beside(before[roles[-1].end() :]):
            verb = _verb(roles, before)
            found.append(_Event(on, bool(verb["begins"]), verb[0], text[since : on.start]))
        since = on.end
    return found


def _stands_beside(words: str) -> bool:
    """Whether nothing but small words, or the name of a place, stands between verb and day."""
    return bool(_PREPOSITION.match(words) or _AT_A_PLACE.match(words))


_AT_A_PLACE = Expression(
    r"^\s(?:at|in)\s(?:the\s|our\s)?(?:[A-Z][\w’'-]+\s(?:of\s|the\s)?){1,4}"
    r"(?:on|at|from|for|until|to|by)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_A_PREPOSITION = frozenset({"from", "by", "until", "till", "no later than", "not later than"})
_SENT_IN = frozenset({"lodged", "received", "submitted", "returned", "return"})


def _verb(roles: list[re.Match[str]], before: str) -> re.Match[str]:
    """The verb beside a day: “start” of “start by”, but “by” of “lodged by”."""
    last = roles[-1]
    if len(roles) > 1 and last[0].lower() in _A_PREPOSITION:
        verb = roles[-2]
        if verb[0].lower() not in _SENT_IN and _PREPOSITION.match(before[verb.end() :]):
            return verb
    return last


# --- one thing or two -----------------------------------------------------------------------------

_WORD = Expression(r"[a-z’'-]{4,}")
_NO_THINGS = Expression(
    r"(?:which|that|they|them|then|must|will|shall|should|have|having|been|being|were|with|this|"
    r"date|dates|days?|due|back|later|than|midnight|midday|noon|until|till|also|both|again|when|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|period|deadline|closing|window|received|lodged|"
    r"made|returned|submitted|sent|into|comes?|came|coming|force|effect|takes?|took|runs?|"
    r"running|there|it|its|formally|finally|early|late|would|could|might|deposit|display|website)"
)
_ANSWER = Expression(
    r"(?:respons\w+|repl(?:y|ies)|representations?|comments?|objections?|views?|bids?|tenders?|"
    r"returns?|applications?|nominations?|entries|submissions?|offers?|quotations?|signing|"
    r"signatures?|answers?|anyone|wishing|people|residents|questionnaires?|forms?|observations?)"
)
_ASKS = Expression(
    r"^(?:issued|invited|advertised|published|posted|displayed|circulated|sent out|from|live|"
    r"(?:go|goes|went|going|gone|put|placed|is|are|was|were|be)\s.*|launch\w*)$",
    re.IGNORECASE,
)
_ASKS_FOR_ANSWERS = Expression(
    r"\b(?:consult\w+|survey|questionnaire|tenders?|invitation|call|inspection|notice|petition|"
    r"bids?|nominations?|competition|ballot|draft|bidding|recruitment|window|order)\b",
    re.IGNORECASE,
)


def _is_of_one_thing(one: _Event, between: str) -> bool:
    """Whether the words between two days bring no other thing in."""
    nouns = {word[:5] for word in _WORD.findall(one.clause.lower())}
    asks = bool(_ASKS.match(one.verb)) or (
        not one.verb.lower().startswith(("come", "came", "take", "took", "valid", "eff"))
        and bool(_ASKS_FOR_ANSWERS.search(one.clause))
    )
    for word in _WORD.findall(between.lower()):
        if _NO_THINGS.fullmatch(word) or _ROLE.fullmatch(word):
            continue
        if word[:5] in nouns or (asks and _ANSWER.fullmatch(word)):
            continue
        return False
    return True


# --- in running text ------------------------------------------------------------------------------


def what_opens_closes_later(report: Report) -> Iterator[TextFinding]:
    """What opened on one day and closed on another did so in that order, in whatever words."""
    for passage in passages(report):
        if passage.part == "cell" and len(passage.text) < 40:
            continue
        dated = "20" in passage.text or len(written_dates(passage.text)) > 1
        if not dated and not _TWO_DAYS.search(passage.text):
            continue
        text = " ".join(map(with_years, sentences(passage.text)))
        text = text if dated else with_the_year(text, _ANY_YEAR)
        for one, other in pairwise(_events(text)):
            between = text[one.on.end : other.on.start]
            if not dated and abs((one.on.first - other.on.first).days) > _WITHIN_A_YEAR:
                continue  # “from November to January” goes on into the next year
            if _runs_backwards(one, other, between, text):
                yield _backwards(passage, text, one, other)


_TWO_DAYS = Expression(r"\d(?:st|nd|rd|th)? [A-Z][a-z]{2,}\b.*\d(?:st|nd|rd|th)? [A-Z][a-z]{2,}\b")
_ANY_YEAR, _WITHIN_A_YEAR = 2099, 92
"""A year that no paper tells stands in for the one that a sentence leaves out."""
_SENTENCE = Expression(r"[.!?]\s+(?=[A-Z])")
_JUST_UNTIL = Expression(
    r"\s*(?:to|until|till|through to|[-–—]|and)\s*(?:the\s+)?(?:end of\s+)?", re.IGNORECASE
)
_HAVING = Expression(r"\bhaving\s+(?:been\s+)?\w+\s+(?:on|in|from)\s|\bwhich\s\w+\son\s", re.I)


def _runs_backwards(one: _Event, other: _Event, between: str, text: str) -> bool:
    if one.begins == other.begins or _JUST_UNTIL.fullmatch(between):
        return False
    begins, ends = (one, other) if one.begins else (other, one)
    if not 0 < (begins.on.first - ends.on.last).days <= _FARTHEST_DAYS:
        return False
    breaks = len(_SENTENCE.findall(between))
    since = max((match.end() for match in _SENTENCE.finditer(text, 0, one.on.start)), default=0)
    if breaks > 1 or _ANOTHER.search(_HAD_TO.sub("", text[since : other.on.start])):
        return False
    if ends is one:  # “the old one ends in March and the new one begins in May” are two things
        return not breaks and bool(_HAVING.search(between)) and _is_of_one_thing(one, between)
    return _is_of_one_thing(one, between)


def _backwards(passage: Passage, text: str, one: _Event, other: _Event) -> TextFinding:
    begins, ends = (one, other) if one.begins else (other, one)
    days = begins.on.is_a_day and ends.on.is_a_day
    message = (
        f"The beginning is {begins.on.text.strip()} (“{begins.verb}”), the end "
        f"{ends.on.text.strip()} (“{ends.verb}”), which is earlier."
    )
    return TextFinding(
        place=passage.place,
        quote=around(text, one.on.start, other.on.end, 60).replace(f" {_ANY_YEAR}", ""),
        message=message.replace(f" {_ANY_YEAR}", ""),
        confidence=Confidence.HIGH if days else Confidence.MEDIUM,
        cure="Correct one of the two dates.",
    )


# --- in the lines of a form -----------------------------------------------------------------------

_LABEL = Expression(r"^\W*(?P<label>[A-Za-z][A-Za-z ]{2,40}?)\s?(?:[:–-]\s*)?$")
_FIRST_OF = Expression(
    r"\b(?:opens|opened|opening|open|starts|started|start|begins|began|commences|commenced|"
    r"commencement|from|decision taken|decision made|decided|date of decision|received|validated|"
    r"issued|sent out|launched?)\b",
    re.IGNORECASE,
)
_LAST_OF = Expression(
    r"\b(?:closes|closed|closing|close|ends|ended|end|finishes|finished|finish|completes|"
    r"completed|completion|expires|expiry|until|to|decision published|published|"
    r"date of publication|determined|answered|replied|due back|returned|deadline)\b",
    re.IGNORECASE,
)
_NOISE = Expression(r"\b(?:date|day|on|site|of|the|for)\b", re.IGNORECASE)
_LONGEST_LINE, _FORM_LINES = 90, 3


def a_form_closes_after_it_opens(report: Report) -> Iterator[TextFinding]:
    """“Opened: 22 September 2025”, and on the next line “Closed: 8 September 2025”."""
    begun: list[tuple[int, str, str, Written]] = []
    for number, (place, words, day) in _labelled_days(report):
        last = _LAST_OF.search(words)
        ended = last and _rest(words, last)
        for before, rest, earlier, since in reversed(begun):
            near = number - before <= _FORM_LINES
            if near and ended == rest and day.last < since.first:
                yield TextFinding(
                    place=place,
                    quote=f"{words}: {day.text.strip()}",
                    message=f"“{words}” on {day.text.strip()}, before “{earlier}” on "
                    f"{since.text.strip()}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two dates.",
                )
                break
        if first := _FIRST_OF.search(words):
            begun.append((number, _rest(words, first), words, day))


def _rest(words: str, role: re.Match[str]) -> str:
    """What the label names beside its beginning or end: “survey” of “Survey opened on”."""
    return " ".join(_NOISE.sub(" ", words[: role.start()] + " " + words[role.end() :]).split())


def _labelled_days(report: Report) -> Iterator[tuple[int, tuple[Place, str, Written]]]:
    """Lines and rows that are a label and a day, with where they stand."""
    number = 0
    for block in report.blocks:
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                number += 1
                if len(cells) == 2 and (found := _labelled(cells[0], f"{cells[0]} {cells[1]}")):
                    yield number, (block.cell_place(row, 1), *found)
            continue
        number += 1
        text = getattr(block, "text", "")
        if text and len(text) < _LONGEST_LINE and (found := _labelled(None, text)):
            yield number, (block.place, *found)


def _labelled(label: str | None, text: str) -> tuple[str, Written] | None:
    days = [day for day in written_dates(text) if day.is_a_day]
    match = _LABEL.match(text[: days[0].start] if label is None else label) if days else None
    if match is None or len(days) != 1:
        return None
    return match["label"].strip().lower(), days[0]


RULES: tuple[Rule, ...] = (what_opens_closes_later, a_form_closes_after_it_opens)
