"""Names in a frame: a word of a name changed once where all that stands about it is the same.

“The Glow device” stands many times and “Glint devices” once; “Seaview rang those who did not
answer” and “Seafinder posted the forms”; “Employment Westhaven” and “Employ Westhaven”; the
“Lighting Strategy 2025-30” and the “Lighting Plan 2025-30”.  A name that stands beside the usual
one in a sentence or a list is another's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import how_often, word_set
from moothall.proofread.reading.thesaurus import root


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A name where it stands."""

    text: str
    passage: Passage
    start: int


_Named = defaultdict[str, list[_Spot]]
_OFTEN = 3


def _add(named: _Named, key: str, text: str, passage: Passage, start: int) -> None:
    named[key].append(_Spot(text=text, passage=passage, start=start))


def _stand_together(some: Sequence[_Spot], others: Sequence[_Spot]) -> bool:
    """Whether one passage names both, or both are entries of one table."""
    return any(one.passage is other.passage for one in some for other in others)


def _finding(rare: Sequence[_Spot], common: Sequence[_Spot]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text), 30, after=20),
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, {other.passage.place}) stand in the same words: "
        "they look like one thing under two names.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, or say how the two differ.",
    )


# --- a product before its kind --------------------------------------------------------------------

_PRODUCT = Expression(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]his|[Oo]ur|[Ee]ach|[Tt]wo|a|of)\s(?P<word>[A-Z][a-z]{2,})\s"
    r"(?P<kind>(?:[a-z]+\s){0,2}?(?:device|sensor|tracker|monitor|app|system|platform|portal|panel|"
    r"software|database|tool|toolkit|survey|scheme|card|lamp|unit)s?)\b"
)


def a_product_keeps_its_name(report: Report) -> Iterator[TextFinding]:
    """“The Glow device” stands many times, and “the Glint devices” once."""
    named: _Named = defaultdict(list)
    for passage in passages(report):
        if passage.heading or passage.cell:
            continue
        for match in _PRODUCT.finditer(passage.text):
            _add(
                named,
                match["word"],
                f"{match['word']} {match['kind']}",
                passage,
                match.start("word"),
            )
    if len(named) < 2:
        return
    kinds = {
        word: {spot.text.split()[-1].rstrip("s") for spot in found} for word, found in named.items()
    }
    for one, other in combinations(list(named)[:60], 2):
        rare, common = sorted((one, other), key=lambda word: len(named[word]))
        if len(named[rare]) > 1 or one[:2] != other[:2] or root(one.lower()) == root(other.lower()):
            continue
        if (
            not kinds[rare] & kinds[common]
            or _times(rare, report) > 1
            or _times(common, report) < _OFTEN
        ):
            continue
        if not _share_a_passage(rare, common, report):
            yield _finding(named[rare], named[common])


def _times(word: str, report: Report) -> int:
    whole = re.compile(rf"\b{word}\b")
    return sum(
        len(whole.findall(passage.text)) for passage in passages(report) if word in passage.text
    )


def _share_a_passage(one: str, other: str, report: Report) -> bool:
    pair = re.compile(rf"\b{one}\b"), re.compile(rf"\b{other}\b")
    return any(
        one in passage.text
        and other in passage.text
        and all(word.search(passage.text) for word in pair)
        for passage in passages(report)
    )


# --- a firm that does something -------------------------------------------------------------------

_DOING = (
    r"(?:\s(?:also|then|has|have|had|will))?\s(?:manag|carr|post|rang|ring|sent|send|wrote|write|"
    r"survey|interview|provid|deliver|collect|conduct|achiev|contact|undert|recommend|report|"
    r"suppl|install|on behalf|(?:was|were|is)\s"
    r"(?:asked|commissioned|appointed|contracted|engaged|paid|instructed))"
)
_DOER = Expression(
    rf"(?:\bby\s(?P<by>[A-Z][a-z]{{6,}})(?=\s[a-z]|[,.;]|$)|(?<![\w’'-])(?P<word>[A-Z][a-z]{{6,}})"
    rf"(?={_DOING}))"
)
_PREFIX = 3


def a_firm_keeps_its_name(report: Report) -> Iterator[TextFinding]:
    """“Seaview” posted the forms and wrote the report; “Seafinder” did not ring anybody."""
    named: _Named = defaultdict(list)
    texts = passages(report)
    for passage in texts:
        if not passage.heading and not passage.cell:
            for match in _DOER.finditer(passage.text):
                word = match["word"] or match["by"]
                _add(named, word, word, passage, match.end() - len(word))
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for word in named:
        by_start[word[:_PREFIX]].append(word)
    pairs = [pair for words in by_start.values() for pair in combinations(words[:6], 2)]
    if not pairs:
        return
    every = " ".join(passage.text for passage in texts)
    for one, other in pairs:
        times = {word: len(re.findall(rf"\b{word}\b", every)) for word in (one, other)}
        rare, common = sorted((one, other), key=lambda word: times[word])
        if times[rare] > 1 or times[common] < 2 or not _are_compounds_of_one_word(one, other):
            continue
        if any(re.search(rf"\b{word.lower()}s?\b", every) for word in (one, other)):
            continue  # an ordinary word at the beginning of a sentence
        if re.search(rf"\b(?:in|at|near|from|to|around|of)\s(?:{one}|{other})\b", every):
            continue  # places of one valley begin alike
        if not _share_a_passage(rare, common, report):
            yield _finding(named[rare], named[common])


def _are_compounds_of_one_word(one: str, other: str) -> bool:
    """“Seapoint” and “Seafinder”: a beginning in common, and two other words to follow."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    ends = one[shared:], other[shared:]
    return (
        shared >= _PREFIX
        and min(map(len, ends)) > _PREFIX
        and root(one.lower()) != root(other.lower())
    )


# --- a programme called by a verb, and by its noun ------------------------------------------------

_STARTED = Expression(
    r"\b(?P<first>[A-Z][a-z]{4,})\s(?P<rest>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})"
    r"(?=\s(?:is|was|will|has|had|aims|offers|provides|helps|began|supports|can|funding)\b)"
)


def a_name_begins_with_one_form_of_a_word(report: Report) -> Iterator[TextFinding]:
    """“Employment Westhaven” is not “Employ Westhaven” once."""
    named: _Named = defaultdict(list)
    for passage in passages(report):
        if not passage.heading and not passage.cell:
            for match in _STARTED.finditer(passage.text):
                _add(named, match[0], match[0], passage, match.start())
    by_rest: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in named:
        first, _, rest = name.partition(" ")
        by_rest[rest, root(first.lower())].append(name)
    for alike in by_rest.values():
        for one, other in combinations(alike[:4], 2):
            rare, common = sorted((one, other), key=lambda name: _times(name, report))
            if rare.split()[0].lower() + "s" == common.split()[0].lower():
                continue
            if _times(rare, report) > 1 or _times(common, report) < _OFTEN:
                continue
            if not _stand_together(named[rare], named[common]):
                yield _finding(named[rare], named[common])


# --- a strategy of the years of a plan ------------------------------------------------------------

_OF_YEARS = Expression(
    r"\b(?P<name>(?:[A-Z][A-Za-z’'-]+(?:\s(?:and|&|of|for))?\s){1,6}?)"
    r"(?P<kind>Strategy|Plan|Framework|Policy|Programme|Charter)\s\(?"
    r"(?P<years>20\d\d(?:\s?[-–/]\s?(?:20)?\d\d|\sto\s20\d\d))"
)
_OPENING = word_set("the this our a an draft new proposed its")


def a_document_of_one_term_is_of_one_kind(report: Report) -> Iterator[TextFinding]:
    """The “Lighting Strategy 2025-30” is no “Lighting Plan 2025-30” elsewhere."""
    named: defaultdict[tuple[str, str], _Named] = defaultdict(lambda: defaultdict(list))
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for match in _OF_YEARS.finditer(passage.text):
            words = [word for word in match["name"].casefold().split() if word not in _OPENING]
            years = re.sub(r"\D+(?:20)?", "-", match["years"])
            if words:
                key = " ".join(words), years
                _add(named[key], match["kind"], match[0].strip("( "), passage, match.start())
    for by_kind in named.values():
        if len(by_kind) != 2:
            continue
        rare, common = sorted(by_kind.values(), key=len)
        if len(rare) == 1 and len(common) > 1 and not _stand_together(rare, common):
            yield _finding(rare, common)


# --- a matter referred to a body ------------------------------------------------------------------

_BODY = (
    r"(?P<body>(?:[A-Z][a-z]+(?:-[a-z]+)?[\s-]){1,4}"
    r"(?P<kind>Panel|Committee|Board|Tribunal|Group|Forum))\b"
)
_REFERS = Expression(rf"\b(?:refers?|referral)\s[^.;]{{0,60}}?\bto (?:the|a) {_BODY}")
_REFERRED = Expression(
    r"\b(?:[Ww]here|[Oo]nce|[Ww]hen|[Ii]f|[Aa]fter)\s(?:the|a|such a|any such)\s[a-z]+\s"
    r"(?:has been|is|was)\s"
    rf"(?:so\s)?referred\sto the {_BODY}"
)
_NEAR = 8


def a_matter_is_referred_to_one_body(report: Report) -> Iterator[TextFinding]:
    """“May refer it to the Call In Panel”, and “where it has been referred to the Review Panel”."""
    refers: list[tuple[int, str, str, _Spot]] = []
    referred: list[tuple[int, str, str, _Spot]] = []
    for number, passage in enumerate(passages(report)):
        if not passage.has("refer"):
            continue
        for pattern, found in ((_REFERS, refers), (_REFERRED, referred)):
            for match in pattern.finditer(passage.text):
                spot = _Spot(text=match["body"], passage=passage, start=match.start("body"))
                found.append((number, match["body"], match["kind"], spot))
    for after, body, kind, spot in referred:
        before = [item for item in refers if 0 < after - item[0] <= _NEAR]
        if not before or any(item[1] == body for item in (*before, *refers)):
            continue
        _, other, other_kind, first = before[-1]
        if kind != other_kind or _times(body, report) > 1 or _times(other, report) < _OFTEN - 1:
            continue
        if not _share_a_passage(body, other, report):
            yield _finding([spot], [first])


RULES: tuple[Rule, ...] = (
    a_matter_is_referred_to_one_body,
    a_product_keeps_its_name,
    a_firm_keeps_its_name,
    a_name_begins_with_one_form_of_a_word,
    a_document_of_one_term_is_of_one_kind,
)
