"""Whoever moves a motion cannot second it: “Prop JB, 2nd JB”, “P: Ash, S: Ash”.

Left alone: one surname with two initials or titles, and a surname that two people of the paper
have.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_TITLE = r"(?:Councillor|Cllr\.?|Mrs|Mr|Ms|Miss|Dr)"
_NAME = (
    r"(?:[A-Z]{2,3}(?![\w’'-]|\s[A-Z][a-z])|"
    rf"(?:{_TITLE}\s){{0,2}}(?:(?:[A-Z]\.?\s?){{1,3}}(?=[A-Z][a-z])|[A-Z][a-z’'-]+\s(?=[A-Z][a-z]))?"
    r"(?:Mc|Mac|O[’'])?[A-Z][a-z][A-Za-z’'-]*)(?![\w’'-]|\s?&\s?[A-Z]|/[A-Z]|\sand\s[A-Z][a-z])"
)
_MOVED = r"(?:[Pp]rop(?:osed|oser|\.)?|PROP(?:OSED|OSER)?|[Mm]oved|P(?=:))(?:\sby)?"
_SECONDED = (
    r"(?:[Ss]ec(?:onded|onder|\.)?|SEC(?:ONDED|ONDER)?|2nd(?:ed)?|S(?=:))(?:\sby)?(?!\sfrom\b)"
)
_APART = r"[\s,;:.()/&–-]{1,4}(?:and\s)?(?:it\swas\s|then\s)?"
_TELLINGS = (
    # proposed by A, seconded by A
    Expression(
        rf"\b{_MOVED}[\s:–-]{{1,3}}(?P<a>{_NAME}){_APART}{_SECONDED}[\s:–-]{{1,3}}(?P<b>{_NAME})"
    ),
    # A proposed and A seconded
    Expression(
        rf"(?<![\w.’'-])(?P<a>{_NAME})\s(?:proposed|moved)\b(?P<what>[^.;]{{0,90}}?)[\s,:]"
        rf"(?P<b>{_NAME})\s(?:then\s)?seconded\b"
    ),
    # A proposed that …, seconded by A
    Expression(
        rf"(?<![\w.’'-])(?P<a>{_NAME})\s(?:proposed|moved)\b(?P<what>[^.;]{{0,90}}?)[\s,:]"
        rf"seconded\sby\s(?P<b>{_NAME})"
    ),
    # P/S: A/A
    Expression(r"\bP/S:?\s(?P<a>[A-Z]{2,3})/(?P<b>[A-Z]{2,3})(?![\w/])"),
)
_WITHOUT = Expression(r"\b(?:Councillor|Cllr)\b\.?|[.,]")
_ANOTHER_OF_THE_NAME = r"\b(?P<first>[A-Z][a-z’'-]*)\.?\s{}\b"
_NO_FORENAMES = frozenset(
    {"Cllr", "Cllrs", "Councillor", "Councillors", "Mr", "By", "And", "Proposed", "Seconded", "The"}
    | {"Prop", "Sec", "Moved", "Proposer", "Seconder", "Miss", "Dr"}
)


def a_motion_is_seconded_by_another(report: Report) -> Iterator[TextFinding]:
    """“Proposed by Cllr Ash and seconded by Cllr Ash.”"""
    for passage in passages(report):
        if not passage.has("second", "2nd", "sec", "s:", "p/s"):
            continue
        told = set()
        for telling in _TELLINGS:
            for match in telling.finditer(passage.text):
                name = _bare(match["a"])
                if name != _bare(match["b"]) or match.end("b") in told:
                    continue
                if _proposes_another(match) or _are_two_of_the_name(report, name):
                    continue
                told.add(match.end("b"))
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"{match['b']} is said to have seconded what {match['a']} moved; the "
                    "seconder is another than the mover.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the name of the mover or of the seconder.",
                )


def _bare(name: str) -> str:
    return " ".join(_WITHOUT.sub(" ", name).split())


def _proposes_another(match: re.Match[str]) -> bool:
    """Whether a second motion begins between the two names."""
    what = match.groupdict().get("what") or ""
    return any(word in what for word in ("second", "propos", "moved"))


def _are_two_of_the_name(report: Report, name: str) -> bool:
    """Whether the paper has two people of the surname, where a name has no initial."""
    last = name.split()[-1]
    if len(name.split()) > 1 or name.isupper():
        return False
    pattern = re.compile(_ANOTHER_OF_THE_NAME.format(re.escape(last)))
    firsts = {
        match["first"]
        for passage in passages(report)
        if last in passage.text
        for match in pattern.finditer(passage.text)
    }
    return len(firsts - _NO_FORENAMES) > 1


RULES: tuple[Rule, ...] = (a_motion_is_seconded_by_another,)
