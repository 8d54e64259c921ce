"""Periods told in words: what opens before it closes, what comes after what, whose end is when.

"The survey opened on 6 May and closed on 20 April", "tenders returned on … were invited on …": the
verb beside a date says whether something begins or ends on it.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, written_dates

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
    both_have_the_date_that_each_has,
    what_comes_after_has_the_later_date,
    a_date_lies_in_the_financial_year_it_is_put_in,
)
