"""Those present: nobody of them sent apologies, and nobody else moves or seconds a motion.

“PRESENT: … Mr A Ash …” and “Apologies were received from Mr A Ash”; “proposed by Cllr Hazel”, who
is in no list of those who were there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages

_PRESENT = Expression(
    r"^\W*(?:(?:members?|councillors?|cllrs?|also|those|board members?)\s)?(?:present|"
    r"in attendance|attendance|attendees|attending)\b[^:;.\n]{0,60}?(?:\s*[:–-]\s*|\s*$)",
    re.IGNORECASE,
)
_APOLOGIES = Expression(
    r"\bapologies\b(?![^.;\n]{0,40}\blate)[^.;:\n]{0,50}?(?:\bfrom\b|\bby\b|:|\bof\b)\s*"
    r"(?P<who>[^;\n]{3,400}?)(?:\.(?:\s|$)|;|$)",
    re.IGNORECASE,
)
_SENT_THEM = Expression(
    r"^\W*(?P<who>[^.;\n|]{3,250}?)\s(?:had\s|have\s|has\s)?(?:all\s)?(?:sent|gave|given|tendered|"
    r"submitted)\s(?:(?:his|her|their)\s)?apologies\b(?![^.;\n]{0,40}\b(?:late|to|that)\b)"
)
_TITLED = Expression(
    r"\b(?P<title>Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev\.?)\s+"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?(?P<first>(?:[A-Z]\.?\s?){1,3}(?=[A-Z])|"
    r"[A-Z][a-z’'-]+\s(?=[A-Z][a-z]))?"
    r"(?P<last>(?:Mc|Mac|O[’']|De\s|Van\s)?[A-Z][A-Za-z’'-]+)"
)
_NAMED = Expression(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z’'-]+)\s(?P<last>(?:Mc|O[’'])?[A-Z][A-Za-z’'-]+)(?![\w’'-])"
)
_MORE = Expression(
    r"(?:,|\band|&)\s(?:[A-Z]\.?\s?){0,3}(?P<last>[A-Z][a-z’'-]{2,})(?![\w’'-]|\s[A-Z])"
)
_SUBSTITUTED = Expression(
    r"\b(?:substitut\w*|represented|deputis\w*|on behalf of|for whom|virtual\w*|"
    r"late(?:ness|r)?|early|remote\w*)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_MOTION = Expression(
    r"\b(?P<act>[Pp]ropose[dr]|[Ss]econde[dr]|[Mm]oved)\b\W{0,2}(?:(?:by|from)\b\W{0,2})?\s?"
    r"(?P<name>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr)\s+(?:(?:Mr|Mrs|Ms)\s+)?(?:[A-Z]\.?\s?){0,3}"
    r"(?P<last>[A-Z][a-z’'-]{2,}))|"
    r"(?P<whom>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr)\s+(?:(?:Mr|Mrs|Ms)\s+)?(?:[A-Z]\.?\s?){0,3}"
    r"(?P<mover>[A-Z][a-z’'-]{2,}))\s(?:then\s)?(?:proposed|seconded|moved)\b",
)
_OTHER_MEETING = Expression(r"\b(?:minutes of|meeting (?:held )?(?:of|on)|last meeting)\b", re.I)
_FIRST_BLOCKS = 40
_FEWEST = 3
_LINES = 25
_LAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Person:
    first: str
    last: str
    titled: bool

    def is_perhaps(self, other: "_Person") -> bool:
        """Whether two names may be one person's: one surname, and no first names that differ."""
        if self.last.casefold() != other.last.casefold():
            return False
        one, two = self.first.strip(" ."), other.first.strip(" .")
        return not one or not two or one[0] == two[0]


@dataclass(frozen=True, slots=True)
class _Attendance:
    present: tuple[_Person, ...]
    absent: tuple[_Person, ...]
    other: str
    """All that the lists say, in which a name may stand in a form that was not read."""
    apologies: str
    place: Place | None
    listed: Place | None


def _attendance(report: Report) -> _Attendance:
    present: list[_Person] = []
    absent: list[_Person] = []
    words: list[str] = []
    apologies, place, listed = "", None, None
    lines = 0
    for passage in passages(report):
        match = _PRESENT.match(passage.text) if passage.order < _FIRST_BLOCKS else None
        if match is not None:
            text = passage.text[match.end() :]
            lines = 0 if text.strip() else _LINES
            listed = listed or passage.place
            members = "attendance" not in match[0].casefold()
            if members:
                present += _people(text)
            words.append(passage.text)
            continue
        found = None
        if passage.has("apologies"):
            found = _APOLOGIES.search(passage.text) or _SENT_THEM.match(passage.text)
        if found is not None and not passage.heading:
            lines = 0
            who = _really_absent(found["who"])
            if not apologies:
                apologies, place = found[0].strip(), passage.place
                absent += _people(who)
            words.append(passage.text)
            continue
        if passage.heading and lines and not _people(passage.text):
            lines = 0
        if lines:
            people = _people(passage.text)
            if people and len(passage.text) < 400:
                present += people
                words.append(passage.text)
                lines -= 1
            else:
                lines = 0
    return _Attendance(tuple(present), tuple(absent), " ".join(words), apologies, place, listed)


def _really_absent(who: str) -> str:
    """The names without whoever only came late or from afar, or stood in for one of them."""
    match = _SUBSTITUTED.search(who)
    if match is None:
        return who
    before = who[: match.start()]
    if re.match(r"(?:late|early|virtual|remote)", match[0], re.IGNORECASE):
        return before.rpartition("," if "," in before else " and ")[0]
    return before


def _people(text: str) -> list[_Person]:
    """The people that a list names: “Cllr A Ash, Cllr Birch”, “Ann Ash and Ben Birch”."""
    found = [_Person(m["first"] or "", m["last"], titled=True) for m in _TITLED.finditer(text)]
    if found:
        plural = re.search(r"\b(?:Councillors|Cllrs)\b", text)
        if plural:
            found += [_Person("", m["last"], titled=True) for m in _MORE.finditer(text)]
        return found
    bare = re.sub(r"\([^()]*\)", " ", text)
    return [_Person(m["first"], m["last"], titled=False) for m in _NAMED.finditer(bare)]


def who_is_present_sends_no_apologies(report: Report) -> Iterator[TextFinding]:
    """One name among those present and among those who sent apologies."""
    if not are_minutes(report):
        return
    told = _attendance(report)
    if len(told.present) < _FEWEST or told.place is None:
        return
    for person in told.absent:
        same = [other for other in told.present if other.is_perhaps(person)]
        if len(same) != 1 or (person.first == "" and not same[0].titled):
            continue
        name = f"{person.first.strip()} {person.last}".strip()
        yield TextFinding(
            place=told.place,
            quote=told.apologies,
            message=f"{name} sent apologies, and stands among those present ({told.listed}).",
            confidence=Confidence.MEDIUM,
            cure="Take the name out of one of the two lists.",
        )


def who_moves_a_motion_is_present(report: Report) -> Iterator[TextFinding]:
    """“Proposed by Cllr Hazel”, and no list of those present has the name."""
    if not are_minutes(report):
        return
    told = _attendance(report)
    if len(told.present) < _FEWEST or not any(person.titled for person in told.present):
        return
    known = {person.last.casefold() for person in told.present}
    away = {person.last.casefold() for person in told.absent if person.titled}
    missing: dict[str, tuple[Place, str]] = {}
    for passage in passages(report):
        if not passage.has("propos", "second", "moved") or passage.text in told.other:
            continue
        for match in _MOTION.finditer(passage.text):
            last = match["last"] or match["mover"]
            if match["name"] and last.casefold() in away and last.casefold() not in known:
                quote = around(passage.text, match.start(), match.end())
                yield TextFinding(
                    place=passage.place,
                    quote=quote,
                    message=f"“{match[0].strip()}”, who sent apologies: “"
                    f"{shortened(told.apologies, 80)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the attendance, or the name of whoever it was.",
                )
                away.discard(last.casefold())
                continue
            if last.casefold() in known or re.search(rf"\b{re.escape(last)}\b", told.other, re.I):
                continue
            if any(_alike(last.casefold(), other) for other in known):
                continue  # a name misspelt: other rules tell it
            if _OTHER_MEETING.search(passage.text[: match.start()][-80:]):
                continue
            quote = around(passage.text, match.start(), match.end())
            missing.setdefault(match["name"] or match["whom"], (passage.place, quote))
    # a list that lacks half of those who move was not read whole
    if not missing or len(missing) * 2 > len(known):
        return
    place, quote = next(iter(missing.values()))
    names = ", ".join(missing)
    yield TextFinding(
        place=place,
        quote=quote,
        message=f"{names} moved or seconded, and no list of those present ({told.listed}) or of "
        "apologies has the name.",
        confidence=Confidence.MEDIUM,
        cure="Correct the list of those present, or the name.",
    )


def _alike(one: str, other: str) -> bool:
    """Whether two surnames differ by one letter or two."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    near_the_end = len(one) - start <= _LAST_LETTERS and one[start + 2 :] in other[start:]
    return near_the_end or one[-3:] == other[-3:]


def members_listed(report: Report) -> int:
    """How many members the list of those present names; 0 where it cannot be told."""
    told = _attendance(report)
    if len(told.present) < _FEWEST or _MORE_CAME.search(told.other):
        return 0
    titled = {(person.first, person.last) for person in told.present if person.titled}
    return len(titled) if len(titled) == len({(p.first, p.last) for p in told.present}) else 0


_MORE_CAME = Expression(
    r"\b(?:others|et al|all members|see (?:the )?(?:list|appendix)|\d+ other)\b"
)

RULES: tuple[Rule, ...] = (who_is_present_sends_no_apologies, who_moves_a_motion_is_present)
