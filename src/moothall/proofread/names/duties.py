"""Duties: one duty of one thing, which a report gives to two offices, bodies or people.

“The project is sponsored by the Director of Piers”, and further on “The sponsor of the project is
the Director of Ferries”.  A duty is told by a noun, by a verb or after a label; it is one duty
where it is of one thing.  Who held it before, who will hold it and who holds it jointly is no slip,
and a plan with a lead officer for each action has many.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.actors_told_twice import OFFICE_OR_BODY, content
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences, word_set

_DUTIES = {
    "sponsor": "sponsor",
    "lead officer": "lead",
    "lead director": "lead",
    "responsible officer": "lead",
    "responsible director": "lead",
    "senior responsible owner": "owner",
    "senior responsible officer": "owner",
    "sro": "owner",
    "accountable body": "accountable body",
    "lead authority": "lead authority",
    "lead council": "lead authority",
    "lead partner": "lead authority",
    "host authority": "host",
    "host council": "host",
    "employing authority": "employer",
    "budget holder": "budget holder",
    "budget manager": "budget holder",
    "data controller": "data controller",
    "contract manager": "manager",
    "project manager": "manager",
    "programme manager": "manager",
    "chairman": "chair",
    "chairperson": "chair",
    "chair": "chair",
}
_DONE = {
    "sponsored": "sponsor",
    "sponsors": "sponsor",
    "led": "lead",
    "leads": "lead",
    "hosted": "host",
    "hosts": "host",
    "managed": "manager",
    "manages": "manager",
    "chaired": "chair",
    "chairs": "chair",
    "delegated": "delegated",
}
_GATE = (*_DUTIES, *(f" {verb}" for verb in _DONE), " lead ", " host ", " manage ", "delegat")
_OF_THE_DUTY = (
    r"(?P<of>(?i:(?:executive|project|programme|contract|scheme|grant)\s){0,2})"
    rf"(?P<duty>(?i:{'|'.join(_DUTIES)}))\b"
)
_THING = r"[^.;:()]{3,90}"
_IS = r"(?:is|are|will be|shall be|remains|is to be|be)"
_BY_NOUN = Expression(
    rf"\b{_OF_THE_DUTY}(?:\s(?:of|for|to)\s(?P<thing>{_THING}?))?\s{_IS}\s(?:the\s)?"
    rf"(?P<who>{OFFICE_OR_BODY})"
)
_BY_HOLDER = Expression(
    rf"(?<![\w’'-])(?P<who>{OFFICE_OR_BODY})(?:\s{_IS}|\s(?:will\s|shall\s)?(?:acts?|serves?)\sas|"
    rf"\s(?:is|has been)\s(?:named|designated|identified)\sas|,\sas)\s(?:the\s)?{_OF_THE_DUTY}"
    rf"(?:\s(?:of|for|to)\s(?P<thing>{_THING}))?"
)
_BY_VERB = Expression(
    rf"(?P<thing>{_THING})\s{_IS}\s(?P<duty>sponsored|led|chaired|hosted|managed|delegated)"
    r"\s(?:by|to)"
    rf"\s(?:the\s)?(?P<who>{OFFICE_OR_BODY})"
)
_BY_DOER = Expression(
    rf"(?<![\w’'-])(?P<who>{OFFICE_OR_BODY})\s(?:(?:will|shall)\s)?"
    r"(?P<duty>sponsors?|leads?|chairs?|hosts?|manages?)\s"
    rf"(?P<thing>the\s{_THING})"
)
_BY_DELEGATING = Expression(
    rf"\b(?i:(?P<duty>delegat)(?:e|es|ed|ing|ion of)\s(?:authority\s|powers?\s)?to)\s(?:the\s)?"
    rf"(?P<who>{OFFICE_OR_BODY}),?\sto\s(?P<thing>{_THING})"
)
_LABELLED = Expression(rf"^\W*{_OF_THE_DUTY}:\s(?:the\s)?(?P<who>{OFFICE_OR_BODY})\W*$")
_PATTERNS = (_BY_NOUN, _BY_HOLDER, _BY_VERB, _BY_DOER, _BY_DELEGATING)
_CLAUSE = Expression(
    r",|\s(?:which|who|that|until|when|where|because|as|so|but|with|following|after|since|in line)"
    r"\b"
    r"|\sand\s(?:is|will|has|was|reports?|chairs|leads)\b",
)
_NOT_SETTLED = Expression(
    r"\b(?:former(?:ly)?|previous(?:ly)?|until|currently|interim|temporar\w+|then|now|new(?:ly)?|"
    r"propos\w+|instead|unless|absence|alternate\w*|rotat\w+|in turn|jointly|"
    r"joint (?:lead|sponsor|chair|host|owner)\w*|co-\w+|vice|deputy|"
    r"if|would|transfer\w*|pass(?:es)?|hand(?:s|ed) over|"
    r"chang\w+|appointed|elected|succe\w+|replac\w+|"
    r"phase|stage|from \d|was|were|each (?!month|year|week|quarter)|either|both|"
    r"not|other|another|nominated|consultation)\b",
    re.IGNORECASE,
)
_OFFICERS = word_set(
    "director head manager officer executive leader member solicitor treasurer clerk mayor chair "
    "secretary engineer surveyor planner accountant lead commissioner holder registrar principal"
)
_ALL_BODIES = word_set(
    "council authority board committee trust panel partnership group cabinet forum company agency "
    "association university college service constabulary police"
)
_BY_STATUTE = word_set("151 monitoring statutory paid proper s151 finance financial accountable")
_THINGS_OF_THE_REPORT = word_set("project programme scheme review contract grant work plan")
_SHORT = word_set("this the its our a an all any such overall will shall authority power powers")
_MOST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class _Duty:
    duty: str
    thing: frozenset[str]
    who: str
    by: frozenset[str]
    kind: str
    passage: Passage
    start: int
    end: int
    labelled: bool


def a_duty_is_given_to_one_holder(report: Report) -> Iterator[TextFinding]:
    """No project is sponsored by one director here and by another there."""
    by_duty: defaultdict[str, list[_Duty]] = defaultdict(list)
    for duty in _duties(report):
        by_duty[duty.duty].append(duty)
    for duties in by_duty.values():
        labelled = {duty.by for duty in duties if duty.labelled}
        if len(labelled) > 1:
            duties = [duty for duty in duties if not duty.labelled]
        told: set[frozenset[frozenset[str]]] = set()
        things = {duty.thing for duty in duties}
        for one, other in combinations(duties[:_MOST], 2):
            pair = frozenset((one.by, other.by))
            if pair in told or one.kind != other.kind or one.by <= other.by or other.by <= one.by:
                continue
            if one.passage is other.passage or not _are_one(one, other, things):
                continue
            if _is_held_by_both(one, other, duties):
                continue
            told.add(pair)
            yield _two_holders(one, other)


def _duties(report: Report) -> Iterator[_Duty]:
    for passage in passages(report):
        if passage.heading or passage.cell or not passage.has(*_GATE):
            continue
        label = _LABELLED.match(passage.text)
        if label is not None:
            yield from _read(label, passage, 0)
            continue
        end = 0
        for sentence in sentences(passage.text):
            begins = max(0, passage.text.find(sentence, end))
            end = begins
            folded = sentence.casefold()
            if not any(word in folded for word in _GATE) or _NOT_SETTLED.search(sentence):
                continue
            for pattern in _PATTERNS:
                for match in pattern.finditer(sentence):
                    yield from _read(match, passage, begins)


def _read(match: re.Match[str], passage: Passage, begins: int) -> Iterator[_Duty]:
    groups = match.groupdict()
    told = match["duty"].casefold()
    duty = (
        "delegated"
        if told.startswith("delegat")
        else _DUTIES.get(told) or _DONE.get(told) or _DONE[f"{told}s"]
    )
    # “the sponsor of which”, “the Board, which is chaired by”: what it is of stands elsewhere
    thing = groups.get("thing") or ""
    if told in _DONE and match.start("thing") < match.start("who"):
        thing = re.split(r",\s|\band\s(?=the\b)|\bthat\s", thing)[-1]
    else:
        thing = _CLAUSE.split(thing)[0]
    words = content(f"{groups.get('of') or ''} {thing}") - content(" ".join(_SHORT))
    if duty == "manager" and " manager" in told:
        words |= content(told.split()[0])
    words -= content("executive senior")
    if words == content("council") or (not words and ":" in match.string[: match.start()]):
        return  # “Ferries: the lead officer is …” is of one action of several
    who = match["who"]
    by = content(who)
    kind = _kind(who)
    if not by or kind == "" or re.search(r"\sand the\s|\b[Aa]nd\s(?:Head|Director|Chief)", who):
        return
    yield _Duty(
        duty=duty,
        thing=words,
        who=who,
        by=by,
        kind=kind,
        passage=passage,
        start=begins + match.start(),
        end=begins + match.end("who"),
        labelled=match.re is _LABELLED.compiled,
    )


def _kind(who: str) -> str:
    """Whether it is a person's name, an office, an office by statute, or a body."""
    words = [word.strip(",").casefold() for word in who.split()]
    if words[0] in ("councillor", "cllr", "mr", "mrs", "ms", "dr"):
        return "person"
    if any(word in _OFFICERS for word in words):
        return "office by statute" if any(word in _BY_STATUTE for word in words) else "office"
    if any(word in _ALL_BODIES for word in words):
        return "body"
    named = len(words) == 2 and all(re.fullmatch(r"[A-Z][a-z’'-]+", w) for w in who.split())
    return "person" if named else ""


def _are_one(one: _Duty, other: _Duty, things: set[frozenset[str]]) -> bool:
    """Whether both duties are of one thing: the same words, or “the project” and the only one."""
    if one.thing == other.thing:
        return bool(one.thing) or (one.duty not in ("chair", "delegated") and len(things) == 1)
    if one.duty == "delegated":
        return False
    short, long = sorted((one.thing, other.thing), key=len)
    others = {thing for thing in things if thing not in (short, long)}
    if others or one.duty == "chair":
        return False
    return not short or (
        len(short) == 1 and short <= content(" ".join(_THINGS_OF_THE_REPORT)) & long
    )


def _is_held_by_both(one: _Duty, other: _Duty, duties: list[_Duty]) -> bool:
    """Whether one place names both, as two holders of a duty are."""
    return any(
        third.by in (one.by, other.by) and third.passage is fourth.passage and third.by != fourth.by
        for third in duties
        for fourth in duties
        if fourth.by in (one.by, other.by)
    )


def _two_holders(one: _Duty, other: _Duty) -> TextFinding:
    return TextFinding(
        place=other.passage.place,
        quote=around(other.passage.text, other.start, other.end, 30, after=40),
        message=f"Here the duty is given to “{other.who}”; at {one.passage.place} it is given to "
        f"“{one.who}”: “{around(one.passage.text, one.start, one.end, 30, after=40)}”.",
        confidence=Confidence.MEDIUM,
        cure="Give the duty to one, or say who holds which part of it.",
    )


RULES: tuple[Rule, ...] = (a_duty_is_given_to_one_holder,)
