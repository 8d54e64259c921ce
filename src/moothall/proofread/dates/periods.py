"""Periods told in words: what opens before it closes, what comes after what, whose end is when.

"The survey opened on 6 May and closed on 20 April", "tenders returned on … were invited on …": the
verb beside a date says whether something begins or ends on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import Written, with_years, written_dates

_BEGINS = (
    r"open(?:s|ed|ing)?|launch(?:es|ed)?|beg[aiu]n(?:s)?|beginning|start(?:s|ed|ing)?|"
    r"commenc(?:e|es|ed|ing)|issued|invited|advertised|went live|goes live|live from|lodged|"
    r"received on|submitted on|appointed on"
)
_ENDS = (
    r"clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|finish(?:es|ed|ing)?|"
    r"return(?:ed)?|expir(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|deadline|determined"
)
_ROLE = Expression(rf"\b(?:(?P<begins>{_BEGINS})|(?P<ends>{_ENDS}))\b", re.IGNORECASE)
_PREPOSITION = Expression(
    r"^(?:\W|\b(?:on|at|by|in|from|for|the|to|was|is|will|be|midday|midnight|noon|of|until|till|"
    r"early|late|mid|end|date|and|5pm|12|pm|am|a|it|which|then|due|return|period|again)\b)*$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:previous|earlier|second|next|last|first|another|other|new|old|whereas|while|replac\w+|"
    r"phase|stage|round|again|extend\w*|if|unless|originally|instead|rather than|re-?open\w*|"
    r"re-?launch\w*|re-?start\w*|re-?commenc\w*|resum\w*)\b",
    re.IGNORECASE,
)
_REACH = 70


@dataclass(frozen=True, slots=True)
class _Event:
    """A date with the verb beside it."""

    on: Written
    begins: bool
    verb: str
    subject: str


def _events(sentence: str) -> list[_Event]:
    found = []
    since = 0
    for on in written_dates(sentence):
        before = sentence[max(since, on.start - _REACH) : on.start]
        roles = list(_ROLE.finditer(before))
        if roles and _PREPOSITION.match(before[roles[-1].end() :]):
            verb = roles[-1]
            start = max(since, on.start - _REACH) + verb.start()
            subject = _subject(sentence[:start])
            found.append(_Event(on, bool(verb["begins"]), verb[0], subject))
        since = on.end
    return found


_SUBJECT = Expression(
    r"\b(consultations?|surveys?|tenders?|contracts?|leases?|works?|projects?|schemes?|"
    r"programmes?|pilots?|agreements?|questionnaires?|periods?|exercises?|engagement|trials?|"
    r"services?|schools?|applications?|windows?|processes|process|review|invitations?|funds?|"
    r"elections?|nominations?|recruitment|campaigns?|courses?|terms?|licences?|permits?|inquir\w+)"
    r"\b",
    re.IGNORECASE,
)


def _subject(before: str) -> str:
    found = _SUBJECT.findall(before)
    return found[-1].lower().rstrip("s") if found else ""


def what_opens_closes_later(report: Report) -> Iterator[TextFinding]:
    """What opened on one day and closed on another did so in that order, in whatever words."""
    for passage in passages(report):
        if passage.part == "cell" and len(passage.text) < 40:
            continue
        last: _Event | None = None
        for sentence in sentences(passage.text):
            whole = with_years(sentence)
            events = _events(whole)
            for event in events:
                if last is not None and _runs_backwards(last, event, whole, events):
                    yield _backwards(passage, whole, last, event)
                last = event
            if not events:
                last = None


def _runs_backwards(one: _Event, other: _Event, sentence: str, here: list[_Event]) -> bool:
    if one.begins == other.begins:
        return False
    begins, ends = (one, other) if one.begins else (other, one)
    if ends.on.last >= begins.on.first:
        return False
    apart = (begins.on.first - ends.on.last).days
    if apart > 400 or _ANOTHER.search(sentence):
        return False
    if one in here and other in here:
        between = sentence[one.on.end : other.on.start]
        joined = re.search(r"\band\b|,|\bto\b|\bbut\b", between)
        alike = not _SUBJECT.search(between) or one.subject == _subject(between)
        # "the old contract ends in March and the new one begins in May" are two things
        if ends is one:
            return False
        return bool(joined) and alike
    return bool(one.subject) and one.subject == other.subject and begins is one


def _backwards(passage: Passage, sentence: str, one: _Event, other: _Event) -> TextFinding:
    begins, ends = (one, other) if one.begins else (other, one)
    return TextFinding(
        place=passage.place,
        quote=around(sentence, min(one.on.start, other.on.start), other.on.end, 60)
        if one.on.start < other.on.start
        else sentence,
        message=f"It “{begins.verb}” on {begins.on.text.strip()} and “{ends.verb}” on "
        f"{ends.on.text.strip()}, which is earlier.",
        confidence=Confidence.HIGH
        if begins.on.is_a_day and ends.on.is_a_day
        else Confidence.MEDIUM,
        cure="Correct one of the two dates.",
    )


# --- both -----------------------------------------------------------------------------------------

_BOTH = Expression(
    r"\b(?P<all>both|all (?:two|three|four|five))\b(?P<what>[^.;,]{0,60}?)\b"
    r"(?P<verb>expir\w+|end|ends|ended|start|starts|began|begin|clos\w+|commence\w*|complet\w+|"
    r"finish\w*|terminat\w+|lapse\w*|run out|fall due|are due)\b[^.;,]{0,20}?"
    r"\b(?:in|on|at|by)\s+(?:the end of\s+)?$",
    re.IGNORECASE,
)
_CLASSES = (
    Expression(r"\b(?:expir\w+|ends?|ended|clos\w+|complet\w+|finish\w*|terminat\w+|lapse\w*)\b"),
    Expression(r"\b(?:starts?|started|beg[aiu]n\w*|commence\w*|opens?|opened)\b"),
)


def both_have_the_date_that_each_has(report: Report) -> Iterator[TextFinding]:
    """ "Both agreements expire in March 2028", and one of them was said to end in 2026."""
    for passage in passages(report):
        before: list[str] = []
        for sentence in sentences(passage.text):
            dates = written_dates(sentence)
            for on in dates:
                match = _BOTH.search(sentence[: on.start])
                if match is None:
                    continue
                odd = _other_date(before[-2:], match["verb"], on)
                if odd is not None:
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, match.start(), on.end, 20),
                        message=f"“{match['all'].capitalize()}” are given {on.text.strip()} here; "
                        f"just before, one of them has {odd.text.strip()}.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct the sentence, or the date given before.",
                    )
            before.append(sentence)


def _other_date(before: list[str], verb: str, on: Written) -> Written | None:
    """One of two dates told just before of the same kind of event, where the other is this one."""
    kind = next((one for one in _CLASSES if one.search(verb.lower())), None)
    for sentence in reversed(before):
        dates = written_dates(sentence)
        if kind is None or len(dates) < 2 or not kind.search(sentence.lower()):
            continue
        pairs = [
            (one, other)
            for one, other in pairwise(dates)
            if re.fullmatch(r"\s*(?:,|and|respectively|\s)+\s*", sentence[one.end : other.start])
        ]
        for pair in pairs:
            apart = [one for one in pair if one.last < on.first or one.first > on.last]
            if len(apart) == 1 or (len(apart) == 2 and pair[0].first != pair[1].first):
                return apart[0]
    return None


# --- after what comes before ----------------------------------------------------------------------

_AFTER = Expression(
    r"\bafter\s+(?:the\s+|all\s+)?(?P<what>[a-z]{4,})\s+(?:is|are|was|were|has been|have been|"
    r"will be)?\s*[a-z]{3,}",
    re.IGNORECASE,
)


def what_comes_after_has_the_later_date(report: Report) -> Iterator[TextFinding]:
    """ "… on 5 April, after the contracts are signed", and the contracts come in October."""
    for passage in passages(report):
        before = ""
        for sentence in sentences(passage.text):
            match = _AFTER.search(sentence)
            dates = written_dates(sentence)
            if match and len(dates) == 1 and dates[0].start < match.start() and before:
                earlier = _date_of(before, match["what"])
                if earlier is not None and dates[0].last < earlier.first:
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"{dates[0].text.strip()} is said to come after the "
                        f"{match['what']}, which just before have {earlier.text.strip()}.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct one of the two dates.",
                    )
            before = sentence


def _date_of(sentence: str, what: str) -> Written | None:
    """The one date of a sentence that speaks of a thing."""
    dates = written_dates(sentence)
    stem = what.lower().rstrip("s")
    said = re.search(rf"\b{re.escape(stem)}s?\b", sentence.lower())
    return dates[0] if said and len(dates) == 1 and said.start() < dates[0].start else None


# --- a year and a date in it ----------------------------------------------------------------------

_YEAR = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)"
_IN_YEAR = Expression(
    rf"\b(?:in|during|within)\s+(?:the\s+)?(?:financial year\s+)?{_YEAR}"
    r"(?:\s+(?:financial|municipal|council)\s+year)?\s*(?:\(|,)\s*(?:on|in|namely|that is)\s+$",
    re.IGNORECASE,
)
_YEAR_AFTER = Expression(
    rf"^,?\s+(?:in|during|within|of)\s+(?:the\s+)?(?:financial year\s+)?{_YEAR}"
    r"(?:\s+(?P<said>financial|municipal|council)\s+year)?\b(?!\s+(?:budget|accounts|programme|"
    r"grant|plan|estimates|settlement|outturn|council tax|season|academic|school))",
    re.IGNORECASE,
)


def a_date_lies_in_the_financial_year_it_is_put_in(report: Report) -> Iterator[TextFinding]:
    """ "In the 2025/26 financial year, in January 2025": January 2025 is in 2024/25."""
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _IN_YEAR.search(sentence[: on.start])
                after = None if match else _YEAR_AFTER.match(sentence[on.end :])
                found = match or after
                if found is None or (after is not None and not after["said"]):
                    continue
                first, second = int(found["first"]), int(found["second"]) % 100
                if second != (first + 1) % 100:
                    continue
                # an academic year begins in September, a municipal one in May
                financial = "financial" in found[0].lower()
                until = date(first + 1, 3 if financial else 8, 31)
                if date(first, 4, 1) <= on.last and on.first <= until:
                    continue
                right = on.first.year if on.first.month > 3 else on.first.year - 1
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, min(found.start(), on.start), on.end, 40)
                    if match
                    else around(sentence, on.start, on.end, 50),
                    message=f"{on.text.strip()} is not in {found['first']}/{second:02d}: it is in "
                    f"{right}/{(right + 1) % 100:02d}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the year or the date.",
                )


RULES: tuple[Rule, ...] = (
    what_opens_closes_later,
    both_have_the_date_that_each_has,
    what_comes_after_has_the_later_date,
    a_date_lies_in_the_financial_year_it_is_put_in,
)
