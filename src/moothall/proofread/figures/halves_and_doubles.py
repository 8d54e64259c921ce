"""Halves, doubles and other shares in words: “doubled” is twice, “a third (45%)” is none."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.stated_changes import FROM_TO
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    found_once,
    mark,
    per_cent,
)

_TIMES = {
    "doubl": (Decimal(2), "doubled"),
    "trebl": (Decimal(3), "trebled"),
    "tripl": (Decimal(3), "tripled"),
    "quadrupl": (Decimal(4), "quadrupled"),
    "halv": (Decimal("0.5"), "halved"),
}
_MULTIPLIED = Expression(
    r"\b(?P<how>more than |over |nearly |almost |virtually |around |roughly |approximately |"
    r"effectively |just under |just over )?"
    r"(?P<word>doubl|trebl|tripl|quadrupl|halv)(?:ed|ing|es|e)\b",
    re.IGNORECASE,
)
_SHARE = Expression(
    r"\b(?P<how>(?:just )?(?:over|under|above|below)|more than|less than|fewer than|nearly|almost|"
    r"around|about|approximately|roughly|some|exactly|only)?\s*"
    r"(?:(?P<word>(?:a |one |two |three |the )?(?:-)?(?:half|third|quarter|fifth|tenth|thirds|"
    r"quarters|fifths)|two-thirds|three-quarters|two-fifths|three-fifths)|"
    r"(?:one|1) in (?P<in>two|three|four|five|six|seven|eight|ten|\d{1,2}))\b"
    rf"(?P<gap>[^«»;.,()]{{0,60}}?)(?:\s?\(\s?{mark('p', 'P')}\s?\)|"
    rf"(?:,\s(?:or\s|at\s)?|\s–\s|\sat\s){mark('q', 'P')}(?=[,.;]|\s–))",
    re.IGNORECASE,
)
_FRACTIONS = {
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}


@found_once
def halves_and_doubles_are_so(report: Report) -> Iterator[TextFinding]:
    """Doubled is twice, halved is half; “a third (45%)” is not a third."""
    for paragraph, one in each_sentence(report, 1):
        yield from _multiplied(paragraph, one)
        yield from _shares_in_words(paragraph, one)


def _multiplied(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    word = _MULTIPLIED.search(one.pattern)
    if word is None or _AIMED.search(one.pattern[: word.start()]):
        return
    ends = _ends(one, word)
    if ends is None:
        return
    a, b = ends
    if a.kind is not b.kind or a.value <= 0 or b.value <= 0:
        return
    times, name = _TIMES[word["word"].lower()]
    got = b.size / a.size
    least = (b.size - _rounding(b)) / (a.size + _rounding(a))
    most = (b.size + _rounding(b)) / max(a.size - _rounding(a), a.size / 2)
    how = (word["how"] or "").strip().lower()
    low, high = times * _PLAIN, times / _PLAIN + times / 10
    if how in ("more than", "over", "just over"):
        low, high = (times, Decimal(99)) if times > 1 else (Decimal(0), times)
    elif how:
        low, high = times * Decimal("0.8"), times * Decimal("1.2")
    if least <= high and most >= low:
        return
    yield finding_on(
        paragraph,
        one,
        f"From {a.text} to {b.text} is {got:.2f} times, which is not {how} {name}.".replace(
            "  ", " "
        ),
        "Correct the word or the figures.",
        Confidence.HIGH
        if not low * Decimal("0.9") <= got <= high * Decimal("1.1")
        else Confidence.MEDIUM
        if got < low or times < 1
        else Confidence.LOW,
    )


def _rounding(figure: Figure) -> Decimal:
    """A sum in whole pounds is told in full, unless it ends in noughts."""
    in_full = figure.amount.scale == 1 and not figure.amount.places and not figure.rough
    return Decimal(0) if in_full and figure.spread < 1 else figure.spread


_AIMED = Expression(r"\b(?:target|aim|ambition|goal|wish|plan) (?:was |is )?to $", re.IGNORECASE)
_PLAIN = Decimal("0.952")
"""Of twice, no less than 1.9 times is “doubled” without a word such as “nearly”."""
_BETWEEN_YEARS = Expression(
    r"^[^«»;.()]{0,30}?\bbetween\s[^«»;.()]{4,30}?\s\((?P<a>«[MC]\d+»)\)\sand\s[^«»;.()]{4,30}?\s"
    r"\((?P<b>«[MC]\d+»)\)",
    re.IGNORECASE,
)
"""“More than doubled between 2021 (310) and 2023 (540)”."""
_TO_WHAT = Expression(r"^(?:\s[a-z]+){0,3}?\sto\s(?:[a-z]+\s){0,2}?(?P<b>«[MC]\d+»)", re.IGNORECASE)
_IT_HAD = Expression(
    r"^[^«»]{0,70}(?P<a>«[MC]\d+»)[^«»]{0,60}?(?:\b(?:this|that|it|they|these|which|the number|"
    r"the figure|"
    r"the total)\b)\s(?:has |had |have |then |was |since ){0,3}$",
    re.IGNORECASE,
)
"""“In 2016 there were 824; by 2022 this had quadrupled to 3,013”."""


def _ends(one: Sentence, word: re.Match[str]) -> tuple[Figure, Figure] | None:
    """What was multiplied, and what it came to."""
    rest = one.pattern[word.end() :]
    match = FROM_TO.search(one.pattern, word.end())
    between = one.pattern[word.end() : match.start()] if match is not None else ""
    if match is not None and len(between) <= 80 and "«" not in between:
        return one.figure(match["a"]), one.figure(match["b"])
    match = _BETWEEN_YEARS.match(rest)
    if match is not None:
        return one.figure(match["a"]), one.figure(match["b"])
    to, had = _TO_WHAT.match(rest), _IT_HAD.match(one.pattern[: word.start()])
    if to is None or had is None:
        return None
    return one.figure(had["a"]), one.figure(to["b"])


_OF_A_YEAR = Expression(
    r"\b(?:in|during|for|of|this|last|that|next|each|per|first|second|third|fourth|same|since)\s*$",
    re.IGNORECASE,
)
"""Words before a quarter of a year, which is no share."""
_IS_NUMBERED = Expression(r"\s(?:one|two|three|four|\d)\b", re.IGNORECASE)
"""What makes a quarter one of the four of a year: “Quarter three”."""
MAJORITY = Expression(
    rf"\b(?:a|the|an overwhelming|clear)\s+(?:[a-z]+\s)?majority\b[^«»;.,()]{{0,40}}?\(\s?"
    rf"{mark('p', 'P')}\s?\)",
    re.IGNORECASE,
)


def _shares_in_words(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    for match in MAJORITY.finditer(one.pattern):
        printed = one.figure(match["p"])
        if printed.high < 50:
            yield finding_on(
                paragraph,
                one,
                f"A majority is more than half; {printed.text} is not.",
                "Write “the largest share”, or correct the percentage.",
                Confidence.MEDIUM,
            )
    for match in _SHARE.finditer(one.pattern):
        printed = one.figure(match["p"] or match["q"])
        share = _share(match["word"], match["in"])
        if _IS_NUMBERED.match(match["gap"]):
            continue
        if share is None or re.search(r"\b(?:and|or|of which)\b", match["gap"]):
            continue
        before = one.pattern[max(0, match.start() - 12) : match.start("word")]
        if match["word"] and match["word"].endswith("quarter") and _OF_A_YEAR.search(before):
            continue
        how = " ".join((match["how"] or "").lower().split())
        low, high = share - 4, share + 4
        if how in ("more than", "over", "above"):
            low, high = share, Decimal(100)
        elif how in ("less than", "fewer than", "under", "below"):
            low, high = Decimal(0), share
        elif how.startswith("just"):
            low, high = (share, share + 6) if "o" in how.split()[1][:2] else (share - 6, share)
        elif how in ("nearly", "almost"):
            low, high = share - 7, share
        elif how in ("around", "about", "approximately", "roughly", "some"):
            low, high = share - 6, share + 6
        if low - printed.spread <= printed.size <= high + printed.spread:
            continue
        said = " ".join((match["how"] or "", match["word"] or f"one in {match['in']}")).strip()
        yield finding_on(
            paragraph,
            one,
            f"{said.capitalize()} is {'' if not how or how == 'exactly' else how + ' '}"
            f"{per_cent(share)}, not {printed.text}.",
            "Correct the word or the percentage.",
            Confidence.HIGH if abs(printed.size - share) > 10 else Confidence.MEDIUM,
        )


def _share(word: str | None, one_in: str | None) -> Decimal | None:
    if one_in:
        number = NUMBER_WORDS.get(one_in.lower()) or (int(one_in) if one_in.isdigit() else 0)
        return Decimal(100) / number if number > 1 else None
    words = re.split(r"[\s-]+", (word or "").lower().strip())
    base = _FRACTIONS.get(words[-1].rstrip("s") if words[-1] != "half" else "half")
    if base is None:
        return None
    times = {"two": 2, "three": 3}.get(words[0], 1)
    if words[0] in ("two", "three") and len(words) == 1:
        return None
    return base * times


RULES: tuple[Rule, ...] = (halves_and_doubles_are_so,)
