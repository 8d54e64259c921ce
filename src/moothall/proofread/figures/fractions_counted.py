"""Fractions and what stands beside them: “half of the 86 moorings, 48”; “2/3 on … and 1/2 on …”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import a_list_of_shares_makes_a_hundred
from moothall.proofread.figures.shares_of_one_thing import (
    shares_of_one_thing_make_no_more_than_all_of_it,
)
from moothall.proofread.figures.shares_of_wholes import shares_of_a_whole_sum_to_100
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import fractions_told
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Sentence,
    each_sentence,
    finding_on,
    per_cent,
    sentence,
)

# --- a fraction of a number, and that number ------------------------------------------------------

_FRACTION_WORD = Expression(
    r"\b(?:half|thirds?|quarters?|fifths?|sixths?|tenths?|(?:in|out of) (?:three|four|five|six|"
    r"ten))\b",
    re.IGNORECASE,
)
_OF_A_NUMBER = Expression(
    r"^\s(?:of\s)?(?:the\s|our\s|its\s|all\s|these\s|"
    r"those\s)?«(?P<n>C\d+)»(?P<things>(?:\s[a-z-]+){1,4}?)"
    r"\s?(?:,|\(|–|-)\s?(?:some |that is |i\.e\. |or )?«(?P<a>C\d+)»(?=\)|,|\s?–|\sof\b|\.)",
    re.IGNORECASE,
)
_BESIDE = r"\s?\((?:some |that is |i\.e\. |or )?«(?P<a>C\d+)»\)"
_IN_BRACKETS = Expression(_BESIDE, re.IGNORECASE)
_COUNT_FIRST = Expression(
    rf"^{_BESIDE}\sof\s(?:the\s|our\s|its\s|all\s|these\s|those\s)?«(?P<n>C\d+)»", re.IGNORECASE
)
"""“A fifth (30) of the 120 boats”."""
_OF_THE = Expression(
    r"\bof\s(?:the\s|our\s|its\s|all\s|these\s|those\s)?«(?P<n>C\d+)»(?:\s[a-z-]+){1,4},\s$",
    re.IGNORECASE,
)
"""“Of the 45 schools, a third (19)”."""
_BEFORE_IT = Expression(
    r"«(?P<a>C\d+)»\s(?:out of|of)\s(?:the\s|our\s|its\s|"
    r"all\s)?«(?P<n>C\d+)»(?:\s[a-z-]+){1,4}\s\($",
    re.IGNORECASE,
)
"""“19 of the 45 schools (a third)”."""
_HOW = Expression(
    r"(?:just|slightly|a little|well|more|less|fewer|over|under|above|below|nearly|almost|close|"
    r"nearer|approaching|not|about|around|roughly|approximately|some|at|only|up|exactly)\b",
    re.IGNORECASE,
)
_NEAR = Decimal(3)
_MORE = Decimal("0.5")


def a_fraction_of_a_number_is_the_count_beside_it(report: Report) -> Iterator[TextFinding]:
    """“Half of the 86 moorings, 48, are let”: 43."""
    for paragraph, plain in each_sentence(report, 2):
        if not _FRACTION_WORD.search(plain.text):
            continue
        message = next(filter(None, map(_miscounted, (plain, with_all_numbers(plain.text)))), None)
        if message:
            cure = "Correct the word or the number."
            yield finding_on(paragraph, plain, message, cure, Confidence.MEDIUM)


def _miscounted(one: Sentence) -> str | None:
    for told in fractions_told(one.pattern):
        before, after = one.pattern[max(0, told.start - 60) : told.start], one.pattern[told.end :]
        names = _beside(before, after)
        if names is None:
            continue
        n, a = one.figure(names["n"]), one.figure(names["a"])
        if n.rough or a.rough or not 1 < a.size < n.size or n.amount.places or a.amount.places:
            continue
        share = a.size / n.size * HUNDRED
        low, high = told.low, told.high
        if not _HOW.match(told.text):
            middle = (low + high) / 2
            near = min(_NEAR, middle / 6)  # so few are counted, not guessed
            low, high = middle - near, middle + near
        room = HUNDRED / n.size * _MORE
        if low - room <= share <= high + room:
            continue
        return f"{a.text} of {n.text} is {per_cent(share)}, which is not {told.text.lower()}."
    return None


def _beside(before: str, after: str) -> dict[str, str] | None:
    """The marks of the whole and of the part that stand about a fraction."""
    match = _OF_A_NUMBER.match(after) or _COUNT_FIRST.match(after)
    if match is None and after.startswith(")"):
        match = _BEFORE_IT.search(before)
    if match is not None:
        return {"n": match["n"], "a": match["a"]}
    lead, count = _OF_THE.search(before), _IN_BRACKETS.match(after)
    return {"n": lead["n"], "a": count["a"]} if lead and count else None


# --- fractions into which one thing is divided ----------------------------------------------------

_VERB = (
    r"(?:(?:will|would|is to|are to|was|were|is|are|has|have)\s)?(?:be\s|been\s)?(?:go(?:es|ing)?|"
    r"went|"
    r"spent|used|come[s]?|came|paid|allocated|set aside|earmarked|given|met|funded|kept|for|from|"
    r"on|"
    r"committed|passed)\b"
)
_FIRST = (
    r"(?P<{}>\d/\d{{1,2}}|(?:a|one|two|three|four) (?:third|quarter|fifth)s?|half|"
    r"(?:one|two|three)-(?:third|quarter|fifth)s?)"
)
_DIVIDED = Expression(
    rf"(?<![\d/]){_FIRST.format('a')}(?:\sof\s(?:the|our|its|this)\s[a-z]+(?:\s[a-z]+)?)?\s{_VERB}"
    rf"(?P<gap>[^.;:]{{3,90}}?)(?:,\s|\sand\s|,\sand\s|"
    rf"\swhile\s){_FIRST.format('b')}\s(?P<on>(?!of\b|"
    r"an?\s|[a-z]+ ago|year|hour|as\b|past\b)[a-z]+)",
    re.IGNORECASE,
)
_TWO = Expression(
    r"(?:\b\d/\d|[Hh]alf|third|quarter|fifth)[^.;:]{3,120}?(?:,|\band|\bwhile)\s(?:\d/\d|"
    r"[a-z]+[ -](?:third|"
    r"quarter|fifth)|half)"
)
_UNITS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_APART = Expression(r"\bof (?:the|those|these|them|which|whom)\b|\bcompared|\bagainst\b", re.I)


def fractions_of_one_thing_make_no_more_than_all_of_it(report: Report) -> Iterator[TextFinding]:
    """“2/3 will go on wages and 1/2 on repairs” is more than the whole."""
    for paragraph, one in each_sentence(report):
        if not _TWO.search(one.text):
            continue
        match = _DIVIDED.search(one.text)
        if match is None or _APART.search(match["gap"]):
            continue
        parts = [_value(match[name]) for name in "ab"]
        if None in parts or not sum(filter(None, parts)) > 1:
            continue
        yield finding_on(
            paragraph,
            one,
            f"{match['a']} and {match['b']} are {sum(filter(None, parts))}, more than the whole.",
            "Correct the fraction that is wrong.",
            Confidence.MEDIUM,
        )


def _value(words: str) -> Fraction | None:
    if "/" in words:
        part, whole = (int(each) for each in words.split("/"))
        return Fraction(part, whole) if 0 < part < whole else None
    if words.lower() == "half":
        return Fraction(1, 2)
    number, unit = re.split(r"[\s-]", words.lower())
    return Fraction(_TIMES[number], _UNITS[unit.rstrip("s")])


# --- what is passed on, and what is kept ----------------------------------------------------------

_KEPT = (
    r"(?:kept|keeps?|retain(?:s|ed)?|maintained|remain(?:s|ed)?|stays?|stayed|left|reserved|"
    r"held back)"
)
_PASSED = (
    r"(?:commit(?:s|ted)?|pass(?:es|ed)?|pays?|paid|gives?|given|sends?|sent|transfer(?:s|red)?|"
    r"goes|go|"
    r"went|surrender(?:s|ed)?|contribut(?:es|ed)|return(?:s|ed)?|remit(?:s|ted)?|hand(?:s|ed))"
)
_GATE = Expression(rf"\b{_KEPT}\b", re.IGNORECASE)
_GIVES = Expression(rf"\b{_PASSED}\b", re.IGNORECASE)
_JOINED = Expression(r"\b(?:while|whilst|and|with|but)\b|[,;]", re.IGNORECASE)
_MOVES = Expression(
    r"\b(?:rose|fell|increas\w+|decreas\w+|reduc\w+|previous\w*|last year|target|now|in (?:19|"
    r"20)\d\d|"
    r"up to|at least|maximum|minimum|per|each|relief|discount|rate|satisf\w+|said|respond\w+|those|"
    r"of (?:them|these|which|whom)|staff|people|residents)\b",
    re.IGNORECASE,
)


def what_is_passed_on_and_what_is_kept_make_all(report: Report) -> Iterator[TextFinding]:
    """“Passes 20% to the county, while 70% is kept”: 90%."""
    for paragraph, one in each_sentence(report, 2):
        if not _GATE.search(one.text) or not _GIVES.search(one.text):
            continue
        clause = _kept_clause(one)
        if clause is None:
            continue
        shares = [figure for figure in clause.figures if figure.kind is Kind.PERCENT]
        total = sum((share.size for share in shares), Decimal(0))
        if not 2 <= len(shares) <= 4 or any(share.rough for share in shares):
            continue
        if abs(total - HUNDRED) <= 1 or not 75 <= total <= 130 or _MOVES.search(clause.text):
            continue
        if told_by(_OTHERS, report, paragraph, one):
            continue
        yield finding_on(
            paragraph,
            one,
            f"{' + '.join(share.text for share in shares)} = {total:,f}%, not 100%.",
            "Correct the share that is wrong.",
            Confidence.MEDIUM,
        )


def _kept_clause(one: Sentence) -> Sentence | None:
    """The sentence, where one share is passed on and one is kept, and all of them are so."""
    marks = list(re.finditer(r"«P\d+»", one.pattern))
    if len(marks) < 2:
        return None
    said: list[str] = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(one.pattern)
        before = one.pattern[marks[number - 1].end() if number else 0 : mark.start()][-30:]
        after = one.pattern[mark.end() : min(end, mark.end() + 60)]
        verb = [
            form
            for form in (_PASSED, _KEPT)
            if re.search(rf"\b{form}\s(?:back\s|on\s)?$", before, re.I)
        ]
        verb = verb or [
            form
            for form in (_PASSED, _KEPT)
            if re.match(
                rf"(?:\sof\s[a-z ]{{2,30}}?)?\s(?:is |are |was |were |be |to be )?{form}\b",
                after,
                re.I,
            )
        ]
        to = re.match(r"(?:\sof\s[a-z ]{2,30}?)?\sto\b", after) and said
        said.append(verb[0] if verb else _PASSED if to else "")
    if set(said) != {_PASSED, _KEPT}:
        return None
    between = one.pattern[marks[0].end() : marks[-1].start()]
    return sentence(one.text) if _JOINED.search(between) else None


_OTHERS = quotes_told(
    a_list_of_shares_makes_a_hundred,
    shares_of_a_whole_sum_to_100,
    shares_of_one_thing_make_no_more_than_all_of_it,
)

RULES: tuple[Rule, ...] = (
    a_fraction_of_a_number_is_the_count_beside_it,
    fractions_of_one_thing_make_no_more_than_all_of_it,
    what_is_passed_on_and_what_is_kept_make_all,
)
