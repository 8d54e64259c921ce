"""What is told to follow: “subsequently”, “then”, “following this” with a date before the last.

The date told before is that of the sentence or of the one before it; a month or a year counts as
earlier only where its last day is.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages, sentences, shortened
from moothall.proofread.reading.written_dates import Written, own_date, written_dates

_NEXT = Expression(
    r"\b(?P<said>subsequently|thereafter|afterwards|after which|later (?=[a-z]+ed\b))|"
    r"(?:^|[,;]\s(?:and\s)?|\band\s(?:was\s|were\s)?|\b(?:was|were|it|they)\s)(?P<then>then)\b|"
    r"(?:^|[,;]\s)(?P<after>(?:following|after|further to) (?:this|that|these|which))\b",
    re.IGNORECASE,
)
_OFTEN = ("ubsequently", "hen ", "hereafter", "fterwards", "ollowing th", "fter th", "fter which",
          "later ", "ollowing which", "urther to th")  # fmt: skip
_IN = Expression(
    r"\b(?:in|on|during|at|by|of)\s(?:the\s)?(?:early\s|mid-?\s?|late\s|end\sof\s|spring\s|summer\s|"
    r"autumn\s)?(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$|[(,–-]\s?$",
    re.IGNORECASE,
)
_JUST_IN = Expression(
    r"\b(?:in|on|during)\s(?:the\s)?(?:early\s|mid-?\s?|late\s|end\sof\s)?$", re.I
)
_OTHERWISE = Expression(
    r"\b(?:already|earlier|previous(?:ly)?|original(?:ly)?|had|since|until|dated|from|if|unless|will|"
    r"would|should|expected|due|planned|compar\w+|first|again|between|year (?:to|end\w*)|"
    r"as at|act|regulations|audit|every|each|replac\w+|initial(?:ly)?)\b",
    re.IGNORECASE,
)
_YEAR_ALONE = Expression(r"\b(?:in|during) (?P<year>(?:19|20)\d\d)\b(?!\s?[/–-]\s?\d)")
_REACH = 110


def what_follows_has_the_later_date(report: Report) -> Iterator[TextFinding]:
    """“Presented in May 2023 … and subsequently agreed on 14 June 2022.”"""
    own = own_date(report)
    for passage in passages(report):
        if passage.part == "cell" or ("20" not in passage.text and "19" not in passage.text):
            continue
        if not any(word in passage.text for word in _OFTEN):
            continue
        before = ""
        for sentence in sentences(passage.text):
            match = _NEXT.search(sentence)
            if match is not None:
                found = _backwards(before, sentence, match, own)
                if found is not None:
                    one, other = found
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"“{match[0].strip(' ,;')}” puts {other.text.strip()} after "
                        f"{one.text.strip()} (“{shortened(before or sentence, 90)}”), but it is "
                        "earlier.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct one of the two dates.",
                    )
            before = sentence


def _backwards(
    before: str, sentence: str, match: re.Match[str], own: date | None
) -> tuple[Written, Written] | None:
    """The date told first and the one told to follow it, where this is the earlier."""
    dates = _dates(sentence)
    later = [on for on in dates if match.end() <= on.start <= match.end() + _REACH]
    told = [on for on in dates if on.end <= match.start()]
    lead = sentence[: match.start()]
    if not told:
        told, lead = _dates(before), before
        if len(told) != 1:
            return None
    if not later or not _JUST_IN.search(sentence[: later[0].start]):
        return None
    one, other = told[-1], later[0]
    if other.last >= one.first or not _IN.search(lead[: one.start]):
        return None
    if _OTHERWISE.search(lead) or _OTHERWISE.search(sentence[match.end() : other.start]):
        return None
    if own is not None and one.first > own and (one.first.year - other.first.year) > 1:
        return None
    return one, other


def _dates(text: str) -> list[Written]:
    """Every date and, where no month stands by it, every year."""
    found = written_dates(text)
    for match in _YEAR_ALONE.finditer(text):
        year = int(match["year"])
        start, end = match.span("year")
        found.append(
            Written(
                text=match["year"],
                first=date(year, 1, 1),
                last=date(year, 12, 31),
                start=start,
                end=end,
            )
        )
    return sorted(found, key=lambda on: on.start)


RULES: tuple[Rule, ...] = (what_follows_has_the_later_date,)
