"""Sums in sentences: totals and their parts, halves and doubles, averages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.stated_changes import FROM_TO
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.passages import (
    ASIDE,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    finer,
    mark,
    per_cent,
    worded,
)

# --- sums ----------------------------------------------------------------------------------------

_TOTAL_OF = re.compile(
    rf"\b(?:(?:giving|making|bringing|resulting in|to give|to make|for|in|and|a|the)\s+)?"
    rf"(?:an?\s+|the\s+)?(?:combined\s+|overall\s+|grand\s+)?(?:total(?:ling|s)?|sum)"
    rf"(?:\s+(?:of|to|is|saving of|cost of|value of|budget of|funding of|being|requirement of))*\s+"
    rf"{mark('t', 'MC')}",
    re.IGNORECASE,
)
_MADE_UP_OF = re.compile(
    rf"{mark('t', 'MC')}[^«»;]{{0,80}}?\b(?:compris(?:ing|es|ed of)|made up of|being|"
    r"consist(?:ing|s) of|composed of|which is split|split (?:as|between)|"
    r"broken down (?:as|into))\b:?",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    rf"{mark('t', 'MC')}(?:[^«»;]{{0,60}}?,?\s*\(?of (?:which|whom|these)\b|"
    r"\s[a-z]+(?:\s[a-z]+){0,3}\s?:\s?(?=«))",
    re.IGNORECASE,
)
_REMAINING = re.compile(
    rf"{mark('p', 'MC')}(?P<one>[^«»;]{{0,80}}?)\bof (?:the |a |this |that )?(?:total |full |"
    rf"original |required )?{mark('t', 'MC')}(?P<two>[^«»;]{{0,140}}?)"
    rf"\b(?:leav(?:ing|es)|remaining|remainder of|balance of|outstanding)\s+"
    rf"(?:a (?:balance|gap|shortfall|remainder) of )?{mark('r', 'MC')}",
    re.IGNORECASE,
)
_SHORTFALL = re.compile(
    rf"{mark('p', 'M')}[^«»;.]{{0,70}}?\b(?:against|compared (?:to|with))\s[^«»;.]{{0,40}}?"
    rf"\btarget\s(?:of\s)?{mark('t', 'M')}{ASIDE}(?P<two>[^«»;.]{{0,60}}?)"
    rf"\b(?:shortfall|gap|under-?achievement)\s(?:of\s)?{mark('r', 'M')}",
    re.IGNORECASE,
)
_NOT_WHOLE = re.compile(
    r"\b(?:includ(?:e|es|ing)|such as|e\.g|mainly|mostly|primarily|largely|principally|offset|"
    r"less|net of|partly|average|each|per|rising|increas\w+|reduc\w+|from\s+«|between|compared|"
    r"against|previous|last year|already|both|and \w+ other)\b",
    re.IGNORECASE,
)


def a_sum_in_a_sentence_adds_up(report: Report) -> Iterator[TextFinding]:
    """Parts that a sentence gives with their total add up to it."""
    for paragraph, read in each_sentence(report, 3):
        one = replace(read, pattern=_SHARE_BESIDE.sub("", read.pattern))
        all_of_it = _shares_make_a_hundred(read)
        found = next(
            (
                problem
                for problem in (
                    _total_after(one),
                    _parts_after(one, all_of_it=all_of_it),
                    _remainder(one),
                )
                if problem is not None
            ),
            None,
        )
        if found is not None:
            message, confidence = found
            yield finding_on(paragraph, one, message, "Correct the part or the total.", confidence)


_SHARE_BESIDE = re.compile(r"\s*[(\[](?:or |about )?«P\d+»[)\]]")
"""“£4.4m (76%) for capital”: the share is said of the part beside it."""


def _shares_make_a_hundred(one: Sentence) -> bool:
    """Whether the shares in brackets say that the parts are all there is."""
    held = [one.figure(m[0].strip()[1:-1].split()[-1]) for m in _SHARE_BESIDE.finditer(one.pattern)]
    return len(held) > 1 and abs(sum((share.size for share in held), Decimal(-100))) <= 1


def _total_after(one: Sentence) -> tuple[str, Confidence] | None:
    """ "£0.5m for roads and £0.3m for parks, a total of £0.8m"."""
    for match in _TOTAL_OF.finditer(one.pattern):
        before = one.pattern[: match.start()]
        total = one.figure(match["t"])
        names = re.findall(r"«([A-Z]\d+)»", before)
        parts = [one.figure(name) for name in names]
        parts = [part for part in parts if part.kind is total.kind]
        if len(parts) < 2 or len(parts) != len(names) or _NOT_WHOLE.search(before):
            continue
        joined = re.search(r"\band\b|\bplus\b|&", before) or (
            match[0].lower().startswith(("making", "giving")) and "," in before
        )
        if any(part.value < 0 for part in parts) or not joined:
            continue
        if not re.search(r"(?:[,–(-]|\bgiving|\bmaking)\s*$", before) and not re.match(
            r"giving|making|bringing|to give|to make|resulting|totalling", match[0], re.IGNORECASE
        ):
            continue
        last = before[before.rfind("»") + 1 :]
        if re.search(r"[.;:]|\b(?:out|within|against|towards|budget|target)\b", last):
            continue
        if any(_adds_up(parts[start:], total) for start in range(len(parts))):
            continue
        got = sum((part.size for part in parts), Decimal(0))
        if abs(got - total.size) > max(got, total.size) / 2:
            continue  # not parts of that total at all
        sure = total.kind is Kind.MONEY and len(parts) <= 6
        return _sum_words(parts, total), Confidence.HIGH if sure else Confidence.MEDIUM
    return None


def _parts_after(one: Sentence, *, all_of_it: bool = False) -> tuple[str, Confidence] | None:
    """ "£0.8m, made up of £0.5m for roads and £0.3m for parks"; "of which" only where too much."""
    for pattern, whole in ((_MADE_UP_OF, True), (_OF_WHICH, False)):
        match = pattern.search(one.pattern)
        if match is None:
            continue
        rest = one.pattern[match.end() :]
        total = one.figure(match["t"])
        names = re.findall(r"«([A-Z]\d+)»", rest)
        parts = [one.figure(name) for name in names]
        if len(parts) < 2 or any(part.kind is not total.kind for part in parts):
            continue
        if any(part.value < 0 for part in parts) or re.search(
            r"\bof (?:which|whom|these)\b", rest, re.IGNORECASE
        ):
            continue
        between = rest[: rest.rfind("«")]
        if _NOT_WHOLE.search(between) or _NOT_WHOLE.search(match[0]) or not _one_list(between):
            continue
        if _adds_up(parts, total):
            continue
        got = sum((part.size for part in parts), Decimal(0))
        closed = re.search(r"\b(?:remain(?:ing|der)|rest|balance)\b", rest, re.IGNORECASE)
        if not whole and not closed and not all_of_it and got < total.size:
            continue
        if abs(got - total.size) > max(got, total.size) / 2:
            continue
        confidence = Confidence.HIGH if whole else Confidence.MEDIUM
        if (
            not whole
            and not closed
            and total.kind is Kind.COUNT
            and (":" not in match[0] or total.size < 10)
        ):
            confidence = Confidence.LOW  # groups of people overlap
        return _sum_words(parts, total), confidence
    return None


def _one_list(between: str) -> bool:
    """Whether figures follow each other as the items of one list."""
    gaps = re.split(r"«[A-Z]\d+»", between)[1:]
    return all(re.search(r",|\band\b|\bplus\b|;|&", gap) and len(gap) < 120 for gap in gaps)


def _remainder(one: Sentence) -> tuple[str, Confidence] | None:
    """ "£0.5m of the £0.8m has been found, leaving £0.3m"."""
    match = _REMAINING.search(one.pattern) or _SHORTFALL.search(one.pattern)
    if match is None or _NOT_WHOLE.search(match["two"]):
        return None
    part, total, rest = (one.figure(match[name]) for name in "ptr")
    if part.kind is not total.kind or rest.kind is not total.kind or part.size >= total.size:
        return None
    if _adds_up([part, rest], total):
        return None
    left = total.size - part.size
    words = (
        f"{total.text} less {part.text} leaves {worded(left, finer(total, part))}, not {rest.text}."
    )
    return words, Confidence.MEDIUM


def _adds_up(parts: list[Figure], total: Figure) -> bool:
    got = sum((part.size for part in parts), Decimal(0))
    slack = sum((part.spread for part in parts), total.spread)
    return abs(got - total.size) <= slack


def _sum_words(parts: list[Figure], total: Figure) -> str:
    got = sum((part.size for part in parts), Decimal(0))
    finest = min(parts, key=lambda part: part.amount.step).amount
    listed = " + ".join(part.text for part in parts)
    return f"{listed} = {worded(got, finest)}, not {total.text}."


# --- halves, doubles and the like ----------------------------------------------------------------

_TIMES = {
    "doubl": (Decimal(2), "doubled"),
    "trebl": (Decimal(3), "trebled"),
    "tripl": (Decimal(3), "tripled"),
    "quadrupl": (Decimal(4), "quadrupled"),
    "halv": (Decimal("0.5"), "halved"),
}
_MULTIPLIED = re.compile(
    r"\b(?P<how>more than |over |nearly |almost |virtually |around |roughly |approximately |"
    r"effectively |just under |just over )?"
    r"(?P<word>doubl|trebl|tripl|quadrupl|halv)(?:ed|ing|es|e)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
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


def halves_and_doubles_are_so(report: Report) -> Iterator[TextFinding]:
    """Doubled is twice, halved is half; “a third (45%)” is not a third."""
    for paragraph, one in each_sentence(report, 1):
        yield from _multiplied(paragraph, one)
        yield from _shares_in_words(paragraph, one)


def _multiplied(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    word = _MULTIPLIED.search(one.pattern)
    if word is None:
        return
    match = FROM_TO.search(one.pattern, word.end())
    if match is None or match.start() - word.end() > 80:
        return
    a, b = one.figure(match["a"]), one.figure(match["b"])
    if a.kind is not b.kind or a.value <= 0 or b.value <= 0:
        return
    if "«" in one.pattern[word.end() : match.start()]:
        return
    times, name = _TIMES[word["word"].lower()]
    got = b.size / a.size
    how = (word["how"] or "").strip().lower()
    low, high = times * Decimal("0.88"), times * Decimal("1.15")
    if how in ("more than", "over", "just over"):
        low, high = (times, Decimal(99)) if times > 1 else (Decimal(0), times)
    elif how:
        low, high = times * Decimal("0.8"), times * Decimal("1.2")
    if low <= got <= high:
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
        else Confidence.LOW,
    )


_OF_A_YEAR = re.compile(
    r"\b(?:in|during|for|of|this|last|that|next|each|per|first|second|third|fourth|same|since)\s*$",
    re.IGNORECASE,
)
"""Words before a quarter of a year, which is no share."""
_IS_NUMBERED = re.compile(r"\s(?:one|two|three|four|\d)\b", re.IGNORECASE)
"""What makes a quarter one of the four of a year: “Quarter three”."""
MAJORITY = re.compile(
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


# --- averages ------------------------------------------------------------------------------------

_SHARED_OUT = re.compile(
    rf"{mark('t', 'MC')}(?P<one>[^«»;.]{{0,60}}?)\b(?:across|between|among|amongst|divided by|"
    rf"shared (?:by|between)|for|to|from)\s+(?:the\s+|all\s+|its\s+|our\s+|these\s+)?"
    rf"{mark('n', 'C')}\s+(?P<things>[a-z][a-z -]{{2,40}}?)(?:,|\s–|\s-|\(|;|\band\b|\bwhich\b)"
    rf"[^«»;.]{{0,40}}?(?:\b(?:an?\s+)?average(?:\s+\w+){{0,3}}?\s+of|\bequat(?:es|ing) to|"
    rf"\bequivalent to|\bor)\s+{ROUGH}{mark('c', 'MC')}\s*(?P<unit>each\b|per\b|a\b|for each\b)",
    re.IGNORECASE,
)


_AVERAGE_OF = re.compile(
    rf"\baverage\b[^«»;.()]{{0,40}}?\b(?:of|is|was|at)\s+{mark('c', 'MC')}[^«»;.()]{{0,30}}?"
    rf"\(\s?{mark('t', 'MC')}\s[^«»;()]{{0,40}}?\b(?:across|between|among|for|over|by|held by)"
    rf"\s+(?:the\s+)?{mark('n', 'C')}(?P<things>)(?P<unit>)[^«»()]{{0,40}}\)",
    re.IGNORECASE,
)


def an_average_is_its_total_shared_out(report: Report) -> Iterator[TextFinding]:
    """£1.2m for 300 pupils is £4,000 a pupil."""
    for paragraph, one in each_sentence(report, 3):
        for match in (
            *_SHARED_OUT.finditer(one.pattern),
            *_AVERAGE_OF.finditer(one.pattern),
        ):
            total, number, average = (one.figure(match[name]) for name in "tnc")
            if total.kind is not average.kind or number.low <= 0 or number.value <= 1:
                continue
            if re.search(r"\b(?:year|month|week|day|annum)", match["things"], re.IGNORECASE):
                continue
            tail = one.pattern[match.end() : match.end() + 20]
            if re.match(r"\s*(?:year|annum|month|week|day|night|hour)", tail, re.IGNORECASE):
                continue
            low, high = total.low / number.high, total.high / number.low
            off = beyond(average, low, high)
            fair = total.size / number.size
            if off <= 1 or abs(average.size - fair) <= fair / 100:
                continue
            yield finding_on(
                paragraph,
                one,
                f"{total.text} shared among {number.text} is "
                f"{worded(fair, average.amount)} each, not {average.text}.",
                "Correct the total, the number or the average.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_sum_in_a_sentence_adds_up,
    halves_and_doubles_are_so,
    an_average_is_its_total_shared_out,
)
