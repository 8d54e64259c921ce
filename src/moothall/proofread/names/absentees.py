"""Absentees: who sent apologies for a meeting does not speak, move or vote at it."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_APOLOGIES = Expression(
    r"\bapologies\b(?:\s(?:for absence|for non-attendance|of absence))?(?:\s(?:were|had been|was))?"
    r"(?:\s(?:received|accepted|given|submitted|noted|sent|tendered))?"
    r"(?:\s(?:from|by|on behalf of))?\W{0,6}(?P<who>[^.;\n|]{3,200})",
    re.IGNORECASE,
)
_MEMBER = Expression(
    r"(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Dr)\s+(?:(?:Mrs?|Ms|Miss|Dr)\.?\s+)?(?:[A-Z]\.?\s?)*"
    r"(?P<name>[A-Z][a-z’']{2,}(?:-[A-Z]?[a-z’']+)*)"
)
_MORE = Expression(
    r"(?:,|\band)\s+(?:(?:Councillor|Cllr\.?)\s+)?(?:[A-Z]\.\s?)*(?P<name>[A-Z][a-z’'-]{2,})"
)
_ACTED = (
    r"(?:asked|said|moved|proposed|seconded|queried|commented|replied|suggested|stated|noted that|"
    r"declared|left the (?:meeting|room)|thanked|welcomed|reported|raised|spoke|observed|argued|"
    r"abstained|voted|requested|explained|felt|enquired|responded)"
)
_ACTED_IN_SPEECH = (
    r"(?:made\s(?:the\s|a\s|an\s|members|us|everyone)|advised|informed|updated|reminded|"
    r"highlighted|"
    r"confirmed that|agreed to|offered to|undertook|told)"
)
_TITLED = r"(?:Councillor|Cllrs?|Mr|Mrs|Ms|Dr)\.?\s+"
_BY = r"(?i:proposed|seconded|moved)\s+(?:and\s\w+\s)?by\s+"
_OF_A_MEETING = Expression(
    r"^\W*minutes of (?!the (?:last|previous|\d{4})\b)|\bmeeting (?:held|of|on)\b"
)
"""A heading under which other minutes begin; “confirm the minutes of the last meeting” is none."""
_LEFT = Expression(
    r"\b(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr)\s+(?:[A-Z]\.?\s?)*(?P<name>[A-Z][a-z’'-]{2,})\s+"
    r"(?:then\s)?(?:left the (?:meeting|chamber)|gave (?:his|her|their) apologies and left)\b"
    r"(?P<rest>[^.;]*(?:\.\d\d[^.;]*)?)"
)
_ONLY_FOR_A_TIME = Expression(
    r"\b(?:during|while|whilst|for (?:this|the|that) (?:item|duration|discussion|debate|vote)|"
    r"until|briefly|return\w*|rejoin\w*|room)\b",
    re.IGNORECASE,
)
_BACK = r"(?:returned|rejoined|re-joined|came back|re-entered)"
_ACTED_AFTER = r"(?:moved|proposed|seconded|asked|voted|abstained|queried|requested|suggested)"
_LATE = Expression(
    r"\blate(?:ness|r)?\b|\barriv\w+|\bjoined\b|\bleft early\b|\bon line\b|\bremote", re.I
)


def who_sent_apologies_does_not_speak(report: Report) -> Iterator[TextFinding]:
    """“Apologies: Councillor Vane” and, in the same minutes, “Councillor Vane asked …”."""
    absent: dict[str, str] = {}
    last_heading = ""
    for passage in passages(report):
        if passage.heading:
            last_heading = passage.folded
            # the item "Minutes" of these minutes begins no other meeting
            if _OF_A_MEETING.search(last_heading):
                absent = {}
            continue
        if passage.has("apologies"):
            absent |= _absentees(passage.text)
        for name in list(absent):
            last = re.escape(name.split()[-1])
            if name.split()[-1] not in passage.text:
                continue
            member = rf"{_TITLED}(?P<first>(?:[A-Z][\w’'-]*\.?\s?)*?){last}"
            spoken = re.search(
                rf"\b{member}\s+(?:then\s|also\s)?(?:{_ACTED}\b|{_ACTED_IN_SPEECH})|"
                rf"\b{_BY}{member.replace('first', 'given')}\b",
                passage.text,
            )
            if spoken is None or not _is_the_one(name, spoken["first"] or spoken["given"] or ""):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, spoken.start(), spoken.end()),
                message=f"{name} speaks or moves here, but sent apologies (“{absent.pop(name)}”).",
                confidence=Confidence.MEDIUM,
                cure="Correct the attendance, or the name of whoever spoke.",
            )


def who_has_left_does_not_move_or_vote(report: Report) -> Iterator[TextFinding]:
    """“Councillor Hale left at 8.05pm”, and later “Councillor Hale seconded” the motion."""
    left: dict[str, tuple[int, str]] = {}
    for passage in passages(report):
        if passage.heading and _OF_A_MEETING.search(passage.folded):
            left = {}
        for name in list(left):
            title = r"\b(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr)\s+(?:[A-Z]\.?\s?)*"
            if passage.order <= left[name][0] or name not in passage.text:
                continue
            if re.search(rf"{title}{re.escape(name)}\b[^.;]{{0,40}}\b{_BACK}", passage.text):
                del left[name]
                continue
            acted = re.search(
                rf"{title}{re.escape(name)}\s+(?:then\s|also\s)?{_ACTED_AFTER}\b", passage.text
            )
            if acted is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, acted.start(), acted.end()),
                    message=f"“{acted[0]}”, but earlier: “{left.pop(name)[1]}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the name, or the note of who left.",
                )
        match = _LEFT.search(passage.text)
        if match is not None and not _ONLY_FOR_A_TIME.search(match["rest"]):
            left[match["name"]] = (passage.order, " ".join(match[0].split())[:100])


def _absentees(text: str) -> dict[str, str]:
    text = _STOP_WITHIN.sub(r"\1", text)
    match = _APOLOGIES.search(text)
    if match is None or _LATE.search(text):
        return {}
    who = match["who"]
    first = _MEMBER.search(who)
    if first is None:
        return {}
    in_full = {" ".join(found["name"].split()) for found in _IN_FULL.finditer(who)}
    names = {first["name"], *(found["name"] for found in _MORE.finditer(who[first.end() :]))}
    names |= {found["name"] for found in _MEMBER.finditer(who)}
    # “Kim Davies” is no “Kim”
    names = {name for name in names if not any(name in full.split() for full in in_full)}
    names |= {full for full in in_full if full.split()[0] not in _TITLES}
    names -= _TITLES
    words = " ".join(match[0].split())[:80]
    return dict.fromkeys(sorted(names), words)


_TITLES = frozenset({"Cllr", "Cllrs", "Councillor", "Councillors", "Mr", "Mrs", "Ms", "Dr", "The"})
_STOP_WITHIN = Expression(r"\b(Cllrs?|Mrs?|Ms|Dr|[A-Z])\.(?=\s)")
_IN_FULL = Expression(
    r"(?<![\w’'.])(?P<name>(?!(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b)[A-Z][a-zé]+\s(?:[A-Z]\.?\s)?"
    r"[A-Z][a-zA-Z’'-]+)(?=\s*(?:,|and\b|&|\.|$))"
)


def _is_the_one(absent: str, given: str) -> bool:
    """“D. Jones” is Doris Jones who is away, “E. Jones” is not, and “Jones” alone is not told."""
    names = absent.split()
    given = given.strip(" .")
    return len(names) == 1 or (
        bool(given) and given[0] == names[0][0] and (len(given) == 1 or given == names[0])
    )


RULES: tuple[Rule, ...] = (
    who_sent_apologies_does_not_speak,
    who_has_left_does_not_move_or_vote,
)
