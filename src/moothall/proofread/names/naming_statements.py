"""Naming: who a report says that somebody or something is, told in two ways.

“The Head of People, who writes this report”, where the front names another office; a service that
“would be called” one thing and whose “brand” is another; two boards with one chair, set up in one
month.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences, word_set
from moothall.proofread.reading.thesaurus import lines_of, root

# --- the author's office --------------------------------------------------------------------------

_OFFICE = (
    r"(?:(?:Assistant|Deputy|Interim|Acting|Corporate|Executive|Strategic|Service|Group|Joint)\s)*"
    r"(?:Director|Head|Manager|Chief Officer)\s(?:of|for)\s(?:the\s)?"
    r"[A-Z][A-Za-z’'-]+(?:(?:,|,?\sand|\s&|\sfor|\sof)?\s(?:the\s)?[A-Z][A-Za-z’'-]+){0,6}"
)
_FRONT_LABEL = Expression(
    r"^\W*(?:report of|report by|report author|author|from|report from|lead officer|"
    r"reporting officer|responsible officer|officer)\s*:?\W*$",
    re.IGNORECASE,
)
_FRONT_LINE = Expression(
    rf"^\W*(?i:report (?:of|by|from)|(?:report )?author|from|lead officer)\s*:?\s(?:the\s)?"
    rf"(?:[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s)?(?P<office>{_OFFICE})"
)
_WRITES = Expression(
    rf"(?P<office>{_OFFICE}),?\s(?:[^.;]{{0,80}}?\b)?(?:who|and)\s(?:\w+\s){{0,2}}?(?:writes|wrote|"
    r"has written|prepared|has prepared|is the author of|is author of|presents)\s(?:of\s)?"
    rf"(?:this|the present)\sreport\b|"
    rf"\b(?:the\sauthor\sof\sthis\sreport|the\sreport[’']s\sauthor),?\s(?:\(|is\s|the\s)?(?:the\s)?"
    rf"(?P<office_>{_OFFICE})"
)
_FRONT_BLOCKS = 20


def the_author_has_the_office_that_the_front_gives(report: Report) -> Iterator[TextFinding]:
    """“Report of the Head of People”, and “the Head of Personnel, who writes this report”."""
    front = dict(_offices_on_the_front(report))
    if len(front) != 1:
        return
    office, place = next(iter(front.items()))
    for passage in passages(report):
        if not passage.has("report"):
            continue
        for match in _WRITES.finditer(passage.text):
            other = match["office"] or match["office_"]
            one, two = _words(office), _words(other)
            if one <= two or two <= one:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"The author is “{other}” here; by the front the report is of “{office}” "
                f"({place}).",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the author holds.",
            )


def _offices_on_the_front(report: Report) -> Iterator[tuple[str, Place]]:
    for block in report.blocks[:_FRONT_BLOCKS]:
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                if len(cells) > 1 and _FRONT_LABEL.match(cells[0]):
                    found = re.search(_OFFICE, cells[1])
                    if found is not None:
                        yield found[0], block.cell_place(row, 1)
        elif isinstance(block, Prose) and (line := _FRONT_LINE.match(block.text)):
            yield line["office"], block.place


def _words(office: str) -> frozenset[str]:
    small = word_set("of for the and")
    return frozenset(re.findall(r"[a-z]+", office.casefold())) - small


# --- what a thing is to be called -----------------------------------------------------------------

_PROPER = (
    r"[“\"‘']?(?P<name>(?:The\s)?[A-Z][A-Za-z’'&-]+(?:\s(?:and|of|for|the|in|&)\s[A-Z][A-Za-z’'-]+|"
    r"\s[A-Z][A-Za-z’'-]+){1,6})"
)
_CALLED = Expression(
    r"\b(?P<what>(?:[Tt]he|[Aa]|[Ii]ts|[Oo]ur|[Nn]ew)\s(?:[a-z-]+\s){0,3}?[a-z-]+)[^.;,]{0,60}?\b"
    r"(?:would|will|is|are|was|shall|to)\s(?:be\s|now\s|then\s){0,2}(?:called|known as|"
    rf"named|branded(?:\sas)?|renamed)\s(?:the\s)?{_PROPER}"
)
_BRAND = Expression(
    r"\b[Tt]he\s(?P<what>(?:new\s|shared\s|joint\s)?(?:brand|name|title|trading name)),?\s"
    rf"(?:is\s|of\s|would be\s|will be\s)?(?:the\s)?{_PROPER}|"
    rf"\b(?:[Uu]nder\sthe\s(?:name|brand)(?:\sof)?|[Tt]rading\sas)\s(?:the\s)?"
    rf"{_PROPER.replace('name', 'name_')}"
)
_MOST_SAID = 40


@dataclass(frozen=True, slots=True)
class _Naming:
    name: str
    what: frozenset[str]
    words: frozenset[str]
    passage: Passage
    start: int
    end: int


def a_thing_is_given_one_name(report: Report) -> Iterator[TextFinding]:
    """“The service would be called Two Vales Revenues”, and “the brand, Vale Revenues Team,”."""
    said = list(_namings(report))[:_MOST_SAID]
    for one, other in combinations(said, 2):
        if one.words <= other.words or other.words <= one.words:
            continue
        brand = not one.what or not other.what
        if not (one.words & other.words and (brand or one.what & other.what)):
            continue
        if one.passage is other.passage and one.passage.text[one.end : other.start].count(".") == 0:
            continue  # "the north would be called A and the south B"
        yield TextFinding(
            place=other.passage.place,
            quote=around(other.passage.text, other.start, other.end),
            message=f"It is called “{other.name}” here and “{one.name}” at {one.passage.place}.",
            confidence=Confidence.MEDIUM,
            cure="Use one name throughout.",
        )
        return


def _namings(report: Report) -> Iterator[_Naming]:
    for passage in passages(report):
        if not passage.has("called", "known as", "named", "brand", "name", "trading as", "title"):
            continue
        for match in (*_CALLED.finditer(passage.text), *_BRAND.finditer(passage.text)):
            groups = match.groupdict()
            name = groups.get("name") or groups.get("name_") or ""
            what = frozenset((groups.get("what") or "").casefold().split()) - word_set(
                "the a its our new brand name title trading shared joint"
            )
            words = frozenset(re.findall(r"[a-z]+", name.casefold())) - word_set(
                "the and of for in"
            )
            yield _Naming(name, what, words, passage, match.start(), match.end())


# --- two boards with one chair, set up in one month -----------------------------------------------

_BODY = Expression(
    r"(?<![\w’'-])(?P<name>(?:[A-Z][A-Za-z’-]+(?:,?\s(?:and|of|for|&)\s|\s)){1,5}"
    r"(?:Board|Panel|Group|Forum|Taskforce|Task Force|Partnership|Committee|Steering Group))\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CHAIR = Expression(
    r"\b(?:chaired by|chair(?:ed|s)? (?:is|by)|led by)\s(?:the\s)?(?P<who>[A-Z][\w’'-]+"
    r"(?:\s(?:of|for|and|the)?\s?[A-Z][\w’'-]+){0,5})|"
    r"\bwhich\s(?:the\s)?(?P<who_>[A-Z][\w’'-]+(?:\s(?:of|for|and)?\s?[A-Z][\w’'-]+){0,5})\s"
    r"(?:has\s|have\s)?chair(?:s|ed)\b|"
    r"\b(?:the\s)?(?P<whose>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}?)[’']s\s(?:\w+\s){0,2}?$"
)
_CADENCE = Expression(
    r"\b(?:(?P<often>weekly|fortnightly|monthly|quarterly)|(?:each|every)\s(?P<each>week|fortnight|"
    r"month|quarter))\b",
    re.IGNORECASE,
)
_SINCE = Expression(
    rf"\b(?:since|set up|established|created|formed|launched|first met)\b(?:\s\w+){{0,3}}?\s"
    rf"(?P<month>{_MONTHS})\b"
)
_DID = Expression(
    r"\b(?P<did>approved|agreed|endorsed|considered|reviewed|adopted|signed off)\b[^.;]{0,60}?\b"
    r"(?:draft|plan|strategy|report|budget)\b|\b(?P<did_>approved|agreed|endorsed|considered|"
    r"reviewed|adopted)\sin\sdraft\b"
)
_NO_SUBJECT = word_set("the board panel group forum taskforce partnership committee steering task")
_MORE_THAN_ONE = word_set("sub subgroup joint scrutiny audit planning licensing appeals standards")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Body:
    name: str
    words: frozenset[str]
    facts: frozenset[tuple[str, str]]
    passage: Passage
    start: int
    end: int


def two_bodies_with_the_same_facts_are_one(report: Report) -> Iterator[TextFinding]:
    """A Recovery Board and a Recovery Panel, both the Chief Executive's, monthly, of September."""
    by_name: defaultdict[str, list[_Body]] = defaultdict(list)
    together: set[frozenset[str]] = set()
    for passage in passages(report):
        if not passage.heading:
            for sentence in sentences(passage.text):
                found = list(_bodies(passage, sentence))
                for body in found:
                    by_name[body.name].append(body)
                names = sorted({body.name for body in found})
                together |= {frozenset(pair) for pair in combinations(names[:20], 2)}
    bodies = list(by_name.items())[:60]
    for (one, some), (other, others) in combinations(bodies, 2):
        first, second = some[0], others[0]
        if frozenset((one, other)) in together or not _may_be_one(first.words, second.words):
            continue
        facts = _facts(some) & _facts(others)
        if sum(_WEIGHT[kind] for kind, _ in facts) < _ENOUGH:
            continue
        told = "; ".join(f"{_TOLD[kind]} {what}" for kind, what in sorted(facts))
        yield TextFinding(
            place=second.passage.place,
            quote=around(second.passage.text, second.start, second.end, 50),
            message=f"“{other}” here and “{one}” at {first.passage.place} have the same facts "
            f"({told}) and are never named side by side: one body under two names.",
            confidence=Confidence.MEDIUM,
            cure="Use one name throughout, or say how the two differ.",
        )


_WEIGHT = {"chair": 2, "since": 2, "cadence": 1, "did": 2, "month": 1}
_TOLD = {"chair": "chair:", "since": "since", "cadence": "every", "did": "it", "month": "in"}


def _bodies(passage: Passage, sentence: str) -> Iterator[_Body]:
    found = list(_BODY.finditer(sentence))
    offset = passage.text.find(sentence)
    facts = _read_facts(sentence) if len(found) == 1 else frozenset[tuple[str, str]]()
    for match in found:
        name = " ".join(match["name"].removeprefix("The ").removeprefix("This ").split())
        own = _CHAIR.search(sentence[: match.start()]) if len(found) == 1 else None
        if own is not None and own["whose"]:
            facts |= {("chair", own["whose"].casefold())}
        words = frozenset(re.findall(r"[a-z]+", name.casefold())) - _NO_SUBJECT
        start = max(0, offset) + match.end() - len(name)
        yield _Body(name, words, facts, passage, start, start + len(name))


def _read_facts(sentence: str) -> frozenset[tuple[str, str]]:
    facts: set[tuple[str, str]] = set()
    if chair := _CHAIR.search(sentence):
        facts.add(("chair", (chair["who"] or chair["who_"] or chair["whose"]).casefold()))
    if cadence := _CADENCE.search(sentence):
        often = (cadence["often"] or cadence["each"]).casefold()
        facts.add(("cadence", often.removesuffix("ly")))
    if since := _SINCE.search(sentence):
        facts.add(("since", since["month"]))
    if did := _DID.search(sentence):
        facts.add(("did", did["did"] or did["did_"]))
        facts |= {("month", month) for month in re.findall(rf"\b(?:{_MONTHS})\b", sentence)}
    return frozenset(facts)


def _facts(bodies: list[_Body]) -> frozenset[tuple[str, str]]:
    return frozenset(fact for body in bodies for fact in body.facts)


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the names share a word, or one by its meaning, and neither is short for the other."""
    if one <= other or other <= one or (one | other) & _MORE_THAN_ONE:
        return False
    if one & other - word_set("and of for"):
        return True
    roots = [{root(word) for word in words} for words in (one, other)]
    lines = [{line for word in some for line in lines_of(word)} for some in roots]
    return bool(roots[0] & roots[1] or lines[0] & lines[1])


RULES: tuple[Rule, ...] = (
    the_author_has_the_office_that_the_front_gives,
    a_thing_is_given_one_name,
    two_bodies_with_the_same_facts_are_one,
)
