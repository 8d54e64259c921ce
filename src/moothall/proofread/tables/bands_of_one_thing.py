"""Bands of one thing in clauses of their own: “A score of 0-7 is low. Scores above 8 are high”.

They need not stand close together, nor be three: the thing that each is a band of is named beside
it, and what they are to be told apart for stands between them.  Read are whole numbers, percentages
and money; numbers that something moved between, years and times are none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs
from moothall.proofread.tables import bands, bands_of_money_told, lettered_bands
from moothall.proofread.tables.bounds import Band, Joint, joint

_N = r"£?\d{1,3}(?:,\d{3})+|£?\d{1,6}"
_FORMS = Expression(
    rf"(?<![\d.,/£–:-])(?:"
    rf"\b(?:between|from)\s(?P<a>{_N})(?P<au>\s?%)?\s(?:and|to)\s(?P<b>{_N})"
    rf"|(?P<c>{_N})(?P<cu>\s?%)?(?:\s?[–-]\s?|\sto\s)(?P<d>{_N})"
    rf"|(?P<e>{_N})(?P<eu>\s?%)?\sor\s(?:more|over|above|higher|greater)|\bat\sleast\s(?P<f>{_N})"
    rf"|(?P<g>{_N})(?P<gu>\s?%)?\sor\s(?:less|fewer|under|below|lower)|"
    rf"\b(?:up\sto|no\smore\sthan|at\smost)\s(?P<h>{_N})"
    rf"|\b(?:over|above|more\sthan|greater\sthan|exceeding)\s(?P<i>{_N})"
    rf"|\b(?:under|below|less\sthan|fewer\sthan)\s(?P<j>{_N})"
    r")(?P<unit>\s?%)?(?![\d/:]|[.,]\d|\s?(?:%|m\b|k\b|million|bn|per\scent|st\b|nd\b|th\b|pm\b|am\b))",
    re.IGNORECASE,
)
_THING = (
    r"(?P<thing>scor(?:e|es|ed|ing)|age[ds]?|incomes?|turnovers?|contracts?|absences?|ratings?|"
    r"purchases?|orders?|savings|capital|balances?|debts?|sites?|schemes?|developments?|schools?|"
    r"parishes|councils|homes|premises|households?|salar(?:y|ies)|earnings?|grants?|values?|"
    r"members?|journeys|distances?|stays?|service|delays|invoices?|events|vehicles|properties|"
    r"compliance|attendance|performance)"
)
_BEFORE = Expression(
    rf"\b{_THING}(?:\s(?:of|is|are|valued|at|was|with|that|who|which|value|an?|the|lasting|total|"
    rf"annual|risks?|up|by|in|has|have|having|points?|being|employing|for)){{0,4}}\s$",
    re.IGNORECASE,
)
_MOVED = Expression(
    r"\b(?:rose|risen|rises?|fell|fallen|falls?|increas\w+|decreas\w+|reduc\w+|grew|grown|moved|"
    r"changed|went|improved|worsened|ranged|ranges|ranging|varied|varies|open|hours|pages?|"
    r"paragraphs?|sections?|weeks|between\sthem|last\syear|compared|previous\w*|forecast)\b",
    re.IGNORECASE,
)
_FURTHEST, _JUST_BEFORE = 160, 40
_LONGEST = 3_000
_LAST = 3
_CURE = "Let each value fall in one band."


def bands_of_one_thing_meet(report: Report) -> Iterator[TextFinding]:
    """“A score of 0-7 is low risk. Scores above 8 are high risk”: a score of 8 has no band."""
    for paragraph in paragraphs(report):
        text = paragraph.text[:_LONGEST]
        if not any(sign.isdigit() for sign in text):
            continue
        for run in _runs(text):
            if told := _wrong(run):
                one, other, words = told
                yield TextFinding(
                    place=paragraph.place,
                    quote=around(text, one.start, other.end, 40),
                    message=words,
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _runs(text: str) -> Iterator[list[Band]]:
    """Bands of one unit and one thing, in order, each in a clause of its own."""
    run: list[Band] = []
    of = ""
    for band in _bands(text):
        before = text[max(0, band.start - 60) : band.start]
        if _MOVED.search(before[-_JUST_BEFORE:]):
            continue
        match = _BEFORE.search(before)
        thing = _root(match["thing"]) if match else ""
        follows = run and band.start - run[-1].end <= _FURTHEST and band.unit == run[-1].unit
        if not follows or (thing and thing != of) or not (thing or _is_listed(text, run, band)):
            yield from [run] if len(run) > 1 else []
            run, of = ([band], thing) if thing else ([], "")
            continue
        if _is_closed(run) or joint(run[-1], band) is joint(band, run[-1]) is Joint.NESTED:
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(band)
    yield from [run] if len(run) > 1 else []


def _is_closed(run: list[Band]) -> bool:
    """Whether the bands have gone up to one without an end, or down to one without a beginning."""
    if len(run) < 2 or run[0].low is None or run[-1].low is None:
        return len(run) > 1 and run[-1].low is None
    return run[0].low < run[-1].low and run[-1].high is None


def _is_listed(text: str, run: list[Band], band: Band) -> bool:
    """Whether a band goes on after the one before with the thing left out: “those of 9 or more”."""
    between = text[run[-1].end : band.start]
    return bool(_GOES_ON.search(between)) and len(between) <= _FURTHEST // 2


_GOES_ON = Expression(
    r"(?:,|;|\.|\band)\s(?:(?:and|those|any|anyone|ones|of|that|for|from|if|it|is|with|at)\s){0,4}"
    r"$",
    re.IGNORECASE,
)


def _bands(text: str) -> Iterator[Band]:
    for match in _FORMS.finditer(text):
        group = match.groupdict()
        low = group["a"] or group["c"] or group["e"] or group["f"] or group["i"]
        high = group["b"] or group["d"] or group["g"] or group["h"] or group["j"]
        units = {("£" in (low or high or "")) and "£", _percent(group) and "%"}
        values = [_value(number) for number in (low, high) if number]
        if all(
            _is_a_year(value, number) for value, number in zip(values, (low, high), strict=False)
        ):
            continue
        if len(values) > 1 and values[0] >= values[1]:
            continue
        yield Band(
            text=match[0].strip(),
            low=_value(low) if low else None,
            high=_value(high) if high else None,
            above=group["i"] is not None,
            below=group["j"] is not None,
            unit=str(next((unit for unit in units if unit), "")),
            start=match.start(),
            end=match.end(),
        )


def _percent(group: dict[str, str | None]) -> bool:
    return any(group[name] for name in ("au", "cu", "eu", "gu", "unit"))


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", "").lstrip("£"))


def _is_a_year(value: Decimal, number: str | None) -> bool:
    return (
        bool(number) and 1900 <= value <= 2100 and "," not in str(number) and "£" not in str(number)
    )


def _root(word: str) -> str:
    return word.casefold()[:4]


def _wrong(run: list[Band]) -> tuple[Band, Band, str] | None:
    """The two neighbours that do not meet, and what is wrong between them."""
    low = [band.low if band.low is not None else Decimal(-1) for band in run]
    if low == sorted(low, reverse=True):
        run = run[::-1]
    elif low != sorted(low):
        return None
    joints = [joint(one, other) for one, other in pairwise(run)]
    if run[0].unit:  # “£5 to £10, £10 to £20” is a way of writing
        joints = [Joint.MEET if one is Joint.SHARE else one for one in joints]
    wrong = [place for place, one in enumerate(joints) if one is not Joint.MEET]
    if len(wrong) != 1:
        return None
    one, other = run[wrong[0]], run[wrong[0] + 1]
    kind = joints[wrong[0]]
    first, last = (one, other) if one.start < other.start else (other, one)
    if kind is Joint.SHARE and one.high is not None:
        return first, last, f"{first.text} and {last.text} both take in {one.high:,}."
    if kind is Joint.GAP and one.high is not None and other.low is not None:
        least = one.high + (0 if one.below else 1)
        most = other.low - (0 if other.above else 1)
        whole = run[0].low in (None, 0, 1) and run[-1].high is None and len(run) >= _LAST
        if least == most and one.unit == "":
            return first, last, f"{first.text} and {last.text}: no band takes in {least:,}."
        if whole and most > least:
            before, after = ("£", "") if one.unit == "£" else ("", one.unit)
            lost = f"{before}{least:,} to {before}{most:,}{after}"
            return first, last, f"{first.text} and {last.text}: no band takes in {lost}."
    return None


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        bands_of_one_thing_meet, (*bands.RULES, *bands_of_money_told.RULES, *lettered_bands.RULES)
    ),
)
