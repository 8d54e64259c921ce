"""Those present: nobody of them sent apologies, and nobody else takes part in the meeting.

“PRESENT: … Mr A Ash …” and “Apologies were received from Mr A Ash”; “proposed by Cllr Hazel”, or
Cllr Hazel speaks again and again, who is in no list of those who were there.
"""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.answers.people_in_minutes import FEWEST, Attendance, Person, attendance
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages

_MOTION = Expression(
    r"\b(?P<act>[Pp]ropose[dr]|[Ss]econde[dr]|[Mm]oved)\b\W{0,2}(?:(?:by|from)\b\W{0,2})?\s?"
    r"(?P<name>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr)\s+(?:(?:Mr|Mrs|Ms)\s+)?(?:[A-Z]\.?\s?){0,3}"
    r"(?:[A-Z][a-z]+\s(?=[A-Z][a-z]))?(?P<last>[A-Z][a-z’'-]{2,}))|"
    r"(?P<whom>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr)\s+(?:(?:Mr|Mrs|Ms)\s+)?(?:[A-Z]\.?\s?){0,3}"
    r"(?:[A-Z][a-z]+\s(?=[A-Z][a-z]))?(?P<mover>[A-Z][a-z’'-]{2,}))\s(?:then\s)?(?:proposed|seconded|moved)\b",
)
_SPEAKS = Expression(
    r"(?P<before>(?:[\w’'-]+\s){0,2})(?P<title>Councillor|Cllr\.?)\s(?:(?:Mr|Mrs|Ms|Dr)\s)?"
    r"(?:[A-Z]\.?\s?|[A-Z][a-z’'-]+\s(?=[A-Z]))?(?P<last>[A-Z][a-z’'-]{2,})\s"
    r"(?:(?:then|also|further|again|in response)\s)?(?P<verb>[a-z]+ed|said|gave|felt|thought|"
    r"spoke|told|drew|understood)\b"
)
"""A councillor stands before a verb of the past."""
_OF_ANOTHER_BODY = Expression(
    r"\b(?:county|district|borough|city|ward|town|parish|unitary|former|late|ex|that|by|of|to|"
    r"from|which|whom|email|letter|report)\W*$",
    re.IGNORECASE,
)
_COMES = Expression(r"\b(?:joined|arrived|entered|co-?opt\w*|sworn|elected|came)\b", re.IGNORECASE)
_SPEAKS_AGAIN = 3
_OTHER_MEETING = Expression(r"\b(?:minutes of|meeting (?:held )?(?:of|on)|last meeting)\b", re.I)
_LAST_LETTERS = 4


def who_is_present_sends_no_apologies(report: Report) -> Iterator[TextFinding]:
    """One name among those present and among those who sent apologies."""
    if not are_minutes(report):
        return
    told = attendance(report)
    if len(told.present) < FEWEST or told.place is None:
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
    told = attendance(report)
    if len(told.present) < FEWEST or not any(person.titled for person in told.present):
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
            if last.casefold() in known or _may_be_listed(last, told, known):
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


def who_speaks_again_and_again_is_present(report: Report) -> Iterator[TextFinding]:
    """“Cllr Hazel replied … Cllr Hazel said …”, and no list of those present has the name.

    Left alone: who came later, who is of another body, and names that a list may have otherwise.
    """
    told = attendance(report)
    # a list of councillors present makes a record of a meeting, by whatever name
    if sum(person.titled for person in told.present) < FEWEST or told.listed is None:
        return
    known = {person.last.casefold() for person in told.present}
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Place, str]] = {}
    came: set[str] = set()
    for passage in passages(report):
        if not passage.has("cllr", "councillor") or passage.text in told.other:
            continue
        for match in _SPEAKS.finditer(passage.text):
            last = match["last"]
            if last.casefold() in known or _OF_ANOTHER_BODY.search(match["before"]):
                came |= {last} if _OF_ANOTHER_BODY.search(match["before"]) else set()
                continue
            if _COMES.match(match["verb"]):
                came.add(last)
            counts[last] += 1
            first.setdefault(
                last, (passage.place, around(passage.text, match.start("title"), match.end()))
            )
    spoken = {last: n for last, n in counts.items() if n >= _SPEAKS_AGAIN and last not in came}
    # a list that lacks half of those who speak was not read whole
    heard = {name for name in spoken if not _may_be_listed(name, told, known)}
    if not heard or len(heard) * 2 > len(known):
        return
    for last in sorted(heard, key=lambda name: -spoken[name]):
        place, quote = first[last]
        yield TextFinding(
            place=place,
            quote=quote,
            message=f"Councillor {last} speaks {spoken[last]} times, and no list of those present "
            f"({told.listed}) or of apologies has the name.",
            confidence=Confidence.MEDIUM,
            cure="Correct the list of those present, or the name.",
        )


def _may_be_listed(last: str, told: Attendance, known: set[str]) -> bool:
    """Whether the lists have a name in a form that was not read, or misspelt."""
    if re.search(rf"\b{re.escape(last)}\b", told.other, re.IGNORECASE):
        return True
    return any(_alike(last.casefold(), other) for other in known)


def _alike(one: str, other: str) -> bool:
    """Whether two surnames differ by one letter or two."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    near_the_end = len(one) - start <= _LAST_LETTERS and one[start + 2 :] in other[start:]
    return near_the_end or one[-3:] == other[-3:]


def members_listed(report: Report) -> int:
    """How many members the list of those present names; 0 where it cannot be told."""
    told = attendance(report)
    if len(told.present) < FEWEST or _MORE_CAME.search(told.other):
        return 0
    titled = {(person.first, person.last) for person in told.present if person.titled}
    return len(titled) if len(titled) == len({(p.first, p.last) for p in told.present}) else 0


_MORE_CAME = Expression(
    r"\b(?:others|et al|all members|see (?:the )?(?:list|appendix)|\d+ other)\b"
)

# --- votes by name --------------------------------------------------------------------------------

_A_SIDE = Expression(
    r"^\W*(?:(?:members|councillors|cllrs|those|votes?|voting|voted)\s)*(?:in favour|for|against|"
    r"abstain\w*|abstentions?|ayes?|noes|nays|yes|no)\b(?-i:[^A-Z\n]{0,30}(?=.*[A-Z]))|"
    r"\b(?:vot(?:ed|ing|es)|those|councillors) (?:in favour|for|against)\b[^.:]{0,40}:\s",
    re.IGNORECASE,
)
_LISTS_NAMES = Expression(
    r"(?:[A-Z][a-z’'-]+|[A-Z]\.?)(?:\s[A-Z][\w’'-]+)*(?:,\s|\sand\s|;\s)[A-Z]"
)
_ABSENT = Expression(r"\b(?:absent|not voting|did not vote|apologies)\b", re.IGNORECASE)


def who_sends_apologies_does_not_vote(report: Report) -> Iterator[TextFinding]:
    """“Apologies: Cllr Ash”, and “For: Cllrs Ash, Birch, Hazel” in a named vote."""
    told = attendance(report)
    away = [person for person in told.absent if person.titled and not _is_there(person, told)]
    if not away:
        return
    done: set[str] = set()
    for text, place in _sides(report):
        if text in told.other or _ABSENT.search(text):
            continue
        for person in away:
            spot = re.search(
                rf"(?:(?P<first>\b[A-Z])[\w’']*\.?\s)?\b{re.escape(person.last)}(?![\w’'-])", text
            )
            if spot is None or person.last in done:
                continue
            titles = text[: spot.start("first")].endswith(("Cllr ", "Councillor ", "Cllrs "))
            first = spot["first"] if spot["first"] and titles else ""
            if first and person.first and first != person.first.strip()[:1]:
                continue
            done.add(person.last)
            yield TextFinding(
                place=place,
                quote=text,
                message=f"{person.last} is recorded as voting, and sent apologies: “"
                f"{shortened(told.apologies, 80)}”.",
                confidence=Confidence.MEDIUM,
                cure="Correct the attendance, or the list of those who voted.",
            )


def _is_there(person: Person, told: Attendance) -> bool:
    return any(other.is_perhaps(person) for other in told.present)


def _sides(report: Report) -> Iterator[tuple[str, Place]]:
    """The lists of those who voted on one side, in rows of a table and in lines."""
    for grid in report.grids:
        for row, cells in enumerate(grid.rows):
            text = ": ".join(cell.strip() for cell in cells[:2])
            if _A_SIDE.match(text) and _LISTS_NAMES.search(text):
                yield text, grid.cell_place(row, 0)
    for passage in passages(report):
        if not passage.cell and passage.has("for", "against", "abst", "favour", "ayes", "noes"):
            side = _A_SIDE.search(passage.text)
            if side is not None and _LISTS_NAMES.match(_TITLES.sub("", passage.text[side.end() :])):
                yield passage.text, passage.place


_TITLES = Expression(r"^\W*(?:(?:Councillors?|Cllrs?\.?|Members?)\W+)?")

RULES: tuple[Rule, ...] = (
    who_sends_apologies_does_not_vote,
    who_is_present_sends_no_apologies,
    who_moves_a_motion_is_present,
    who_speaks_again_and_again_is_present,
)
