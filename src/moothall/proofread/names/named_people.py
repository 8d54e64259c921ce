"""Named people: as many names as a number says, and no more votes than members present.

“Called in by five members (Councillors A, B, C and D)” names four; so does “For (5): …” with four
names after it.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.statements import NUMBERS

_NUMBER = r"(?P<number>\d{1,2}|" + "|".join(NUMBERS) + r")"
_TITLE = r"(?:(?:County |Borough |Town |Parish )?Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)"
_SURNAME = (
    r"(?:[A-Z]\.?\s?){0,3}(?:[A-Z][a-z]+\s)?(?:Mc|Mac|O[’']|de |van |St )?[A-Z][a-zé]+"
    r"(?:[-’'][A-Z]?[a-z]+)?"
)
_ONE = rf"(?:{_TITLE}\s)?{_SURNAME}(?:\s\([A-Z][\w’' -]{{2,40}}\))?"
_NAMES = (
    rf"{_TITLE}\s{_SURNAME}(?:\s\([A-Z][\w’' -]{{2,40}}\))?"
    rf"(?:(?:,|;)\s(?:and\s)?{_ONE}|\sand\s{_ONE}){{0,30}}"
)
_PEOPLE = (
    r"(?:members?|councillors?|persons?|people|officers?|governors?|trustees?|directors?|"
    r"representatives?|speakers?|residents?|nominees?|appointees?)"
)
_COUNTED_AND_NAMED = Expression(
    rf"\b{_NUMBER}\s(?:[a-z’-]+\s){{0,3}}?{_PEOPLE}(?:\s[a-z’-]+){{0,4}}?\s?"
    rf"(?:\(\s?(?:namely\s)?|:\s|,\snamely:?\s|\s[–—-]\s)(?P<names>{_NAMES})(?P<after>.{{0,14}})",
    re.DOTALL,
)
_VOTES = Expression(
    rf"\b(?P<side>[Ff]or|FOR|[Aa]gainst|AGAINST|[Aa]bstain(?:ed|ing)?|ABSTAINED|[Aa]bstentions?|"
    rf"[Ii]n favour|[Pp]resent|PRESENT|[Aa]pologies|[Aa]bsent)\s*(?:\(|[:–-]\s?)\s?{_NUMBER}\)?"
    rf"\s*(?:\(|[:–-])?\s*(?P<names>{_NAMES})(?P<after>.{{0,14}})",
    re.DOTALL,
)
_MORE = Expression(r"^\s*(?:[,;&]|and\b|with\b|\()", re.IGNORECASE)
_INCLUDING = Expression(
    r"\b(?:includ\w+|such as|among\w*|led by|headed by|chaired by|at least|up to|more than|any|"
    r"each|every|another|other)\b",
    re.IGNORECASE,
)


def as_many_people_are_named_as_are_counted(report: Report) -> Iterator[TextFinding]:
    """“Five members (Councillors A, B, C and D)”, or “For (6):” and five names."""
    for passage in passages(report):
        if passage.heading or not re.search(r"[A-Z]", passage.text):
            continue
        for pattern in (_COUNTED_AND_NAMED, _VOTES):
            for match in pattern.finditer(passage.text):
                finding = _unlike(passage, match)
                if finding is not None:
                    yield finding


def _unlike(passage: Passage, match: re.Match[str]) -> TextFinding | None:
    said = NUMBERS.get(match["number"].casefold()) or int(match["number"])
    named = _count(match["names"])
    lead = match[0][: match.start("names") - match.start()]
    if named == said or said < 2 or _MORE.match(match["after"]) or _INCLUDING.search(lead):
        return None
    if match["after"][:1].isalpha():
        return None  # the names were cut in the middle of a word
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, match.start(), match.end("names"), 40, after=5),
        message=f"The number is {said}, and {named} are named: {match['names']}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the number, or name everybody.",
    )


def _count(names: str) -> int:
    bare = re.sub(r"\([^)]*\)", "", names)
    return len([part for part in re.split(r"[,;]\s*(?:and\s)?|\sand\s", bare) if part.strip()])


# --- votes ----------------------------------------------------------------------------------------

_PRESENT = Expression(
    rf"^\W*(?i:(?:members )?(?:present|attendance))\b\s*[:–-]?\s*(?P<names>{_NAMES})"
)
_PRESENT_NAMES = Expression(
    r"^\W*(?:[Mm]embers )?(?:[Pp]resent|PRESENT|[Aa]ttendance|ATTENDANCE)\b\s*[:–-]?\s*"
    r"(?P<names>.{10,1500})",
    re.DOTALL,
)
_TALLY = Expression(
    r"\b(?:by|with|votes?:?)\s(?P<one>\d{1,2}|[a-z]+)\s(?:votes?\s)?"
    r"(?:to|for and|in favour(?: and)?,?)\s"
    r"(?P<other>\d{1,2}|[a-z]+)\b(?:\s(?:votes?\s)?against)?"
    r"(?P<abstained>[^.;]{0,40}?\b(?P<third>\d{1,2}|[a-z]+)\s(?:abstention|abstain))?",
    re.IGNORECASE,
)
_ROLL = Expression(
    r"^\W*(?:for|in favour)\W{0,4}(?:against)\W{0,4}(?:abstain\w*|abstentions?)?\W*$", re.IGNORECASE
)
_ROW = Expression(r"^\W*(\d{1,2})\s+(\d{1,2})(?:\s+(\d{1,2}))?\W*$")


def a_vote_is_told_as_it_was_counted(report: Report) -> Iterator[TextFinding]:
    """A recorded vote of 7 for and 4 against is not “carried by eight votes to four”."""
    blocks = report.blocks
    for place, block in enumerate(blocks):
        if not isinstance(block, Prose) or not _ROLL.match(block.text):
            continue
        row = blocks[place + 1] if place + 1 < len(blocks) else None
        counted = _ROW.match(row.text) if isinstance(row, Prose) else None
        if counted is None:
            continue
        votes = (int(counted[1]), int(counted[2]))
        for after in blocks[place + 2 : place + 5]:
            told = _TALLY.search(after.text) if isinstance(after, Prose) else None
            said = _pair(told) if told else None
            if isinstance(after, Prose) and told and said and sorted(said) != sorted(votes):
                yield TextFinding(
                    place=after.place,
                    quote=around(after.text, told.start(), told.end()),
                    message=f"The vote is told as {said[0]} to {said[1]}; it was counted as "
                    f"{votes[0]} to {votes[1]} ({block.place}).",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the words or the count.",
                )
                break


def _pair(told: re.Match[str]) -> tuple[int, int] | None:
    one, other = _value(told["one"]), _value(told["other"])
    return None if one is None or other is None else (one, other)


def _value(word: str) -> int | None:
    return (
        int(word)
        if word.isdigit()
        else _SMALLEST.get(word.casefold()) or NUMBERS.get(word.casefold())
    )


_SMALLEST = {"one": 1}


def no_more_vote_than_were_present(report: Report) -> Iterator[TextFinding]:
    """Nine members are present, and ten voted."""
    present: int | None = None
    for passage in passages(report):
        roll = _PRESENT.match(passage.text)
        if roll is not None and not passage.heading:
            whole = _PRESENT_NAMES.match(passage.text)
            rest = whole["names"][len(roll["names"]) :] if whole else ""
            # names that the pattern could not read would make the number too small
            present = _count(roll["names"]) if not re.search(r"[A-Z][a-z]+", rest) else None
            continue
        if present is None or present < 3:
            continue
        for match in _TALLY.finditer(passage.text):
            pair = _pair(match)
            third = _value(match["third"]) if match["third"] else 0
            if pair is None or third is None or sum(pair) + third <= present:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{pair[0]} + {pair[1]}{f' + {third}' if third else ''} = "
                f"{sum(pair) + third} voted; {present} members are named as present.",
                confidence=Confidence.MEDIUM,
                cure="Correct the vote or the list of those present.",
            )


RULES: tuple[Rule, ...] = (
    as_many_people_are_named_as_are_counted,
    a_vote_is_told_as_it_was_counted,
    no_more_vote_than_were_present,
)
