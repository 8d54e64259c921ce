"""Second names: one reserve, body or building that a report calls by two different names.

A name is what it is for ("Winter Maintenance") and what it is (a reserve, a board, a library).  Two
names are held to be one thing where both parts say the same in other words ("Fleet Renewals
Reserve" and "Vehicle Replacement Fund"), and where the report never sets the two side by side, as
it does with two things that differ: in one sentence, one table or one list.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.second_name_words import (
    BODY_HEADS,
    BUILDINGS,
    DOCUMENT_HEADS,
    FIRM_HEADS,
    NATIONAL,
    POT_HEADS,
    SAME_PHRASES,
    SAME_SUBJECT,
    SCHEME_HEADS,
    STANDING,
    TEAM_HEADS,
    WAYS,
    WEAK,
    WEAK_IN_A_BODY,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, how_often, sentences, word_set
from moothall.proofread.reading.thesaurus import lines_of, root, words_of

_NAME = Expression(
    r"(?<![\w’'@./-])[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*(?:[’'](?=\s))?"
    r"(?:\s(?:(?:and|&|of|for|the|in)\s){0,2}[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*(?:[’'](?=\s))?|"
    r"\s(?:equali[sz]ation|smoothing|stabili[sz]ation|risk|repairs?|renewals?|maintenance|"
    r"replacement|investment|working|sinking)(?=\s(?:[a-z]+\s)?(?:[Rr]eserve|[Ff]und))){0,6}"
    r"(?:\s(?:reserve|fund|board|panel|library|hub|depot|pool))?(?![\w’'@])"
)
_OPENING = word_set(
    "the this that these our its their a an in on at by for from to of and once when while if "
    "all both new each any report cabinet's council's"
)
_ALSO = Expression(
    r"\b(?:formerly|previously|renamed|now (?:called|known)|known as|to be (?:called|known)|"
    r"called the|also called|"
    r"replac(?:es|ed|ing)|successor|merg\w+|rebrand\w*|becom\w+|became|converted?)\b",
    re.IGNORECASE,
)
_MOST_NAMES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A mention: what kind of thing, which words say what it is for, and where it stands."""

    text: str
    kind: str
    subject: frozenset[str]
    plain: frozenset[str]
    """The subject's words as they stand, in small letters."""
    head: str
    context: str
    quote: str
    place: Place
    spot: tuple[int, int]
    """The block, and the sentence or row within it."""


def a_thing_is_not_called_by_two_names(report: Report) -> Iterator[TextFinding]:
    """A reserve, a joint body or a building bears one name: no "Smoothing" for "Equalisation"."""
    mentions: defaultdict[tuple[str, str], list[_Named]] = defaultdict(list)
    for named in _mentions(report):
        key = " ".join(named.text.casefold().replace("’", "'").removeprefix("the ").split())
        mentions[named.kind, _without_head(key, named)].append(named)
    groups: defaultdict[str, list[list[_Named]]] = defaultdict(list)
    for (kind, _), found in list(mentions.items())[:_MOST_NAMES]:
        groups[kind].append(found)
    beside = _set_beside_each_other(mentions)
    for kind, alike in groups.items():
        for one, other in combinations(alike, 2):
            if not _may_be_one(one[0], other[0], kind):
                continue
            if frozenset((one[0].text, other[0].text)) in beside:
                continue
            if any(_ALSO.search(named.context) for named in (*one, *other)):
                continue
            if _stands_beside_cut_short(one[0], other) or _stands_beside_cut_short(other[0], one):
                continue
            rare, common = sorted((one, other), key=lambda found: (len(found), found[0].spot[0]))
            yield _two_names(rare, common)


def _stands_beside_cut_short(named: _Named, others: list[_Named]) -> bool:
    """Whether the other name's last words stand by it: “told the Executive Board”."""
    ends = " ".join(others[0].text.casefold().split()[-2:])
    own = named.text.casefold()
    return ends not in own and f"the {ends}" in named.context.casefold().replace(own, "")


def _may_be_one(one: _Named, other: _Named, kind: str) -> bool:
    """Whether two names say one thing: word for word in other words, or but for a weak word."""
    if one.subject == other.subject and kind != "way":
        return one.plain != other.plain  # "the Council's Hub" and "the Council Hub" are one
    if kind == "way":
        return one.plain == other.plain and one.head != other.head and _meet_about(one, other)
    if kind == "building" or one.plain <= other.plain or other.plain <= one.plain:
        return False  # the one is short for the other
    weak = WEAK[kind]
    first, second = one.subject - weak, other.subject - weak
    if not first or not second:
        return False
    same = first & second
    if first == second:
        # "Digital Futures Board" and "Digital Transformation Board"
        return one.head == other.head or kind in ("scheme", "firm")
    if not same and len(first) + len(second) < 4:
        return False
    return _say_the_same(first, second) or _say_the_same(one.plain - weak, other.plain - weak)


def _meet_about(one: _Named, other: _Named) -> bool:
    """Whether the words about two names say the same of them, beside the name itself."""
    about = [
        words_of(named.context).roots - {root(w) for w in named.text.split()}
        for named in (one, other)
    ]
    return bool(about[0] & about[1])


def _say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and _all_met(one, other) and _all_met(other, one)


def _all_met(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each word has its like among the others, by the thesaurus."""
    roots = {root(word) for word in others}
    lines = frozenset(line for word in roots for line in lines_of(word))
    return all(root(word) in roots or lines_of(root(word)) & lines for word in words)


def _without_head(key: str, named: _Named) -> str:
    """ "Insurance Fund" and "Insurance Reserve" may well be two things, and are not compared."""
    whole = named.kind != "pot"
    return key if whole else key.removesuffix(named.head).strip() or key


def _two_names(rare: list[_Named], common: list[_Named]) -> TextFinding:
    one, other = rare[0], common[0]
    where = f" ({other.place})" if str(other.place) else ""
    return TextFinding(
        place=one.place,
        quote=one.quote,
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}){where} look like one thing under two names: the report never "
        "sets the two side by side.",
        confidence=Confidence.MEDIUM if len(rare) <= _FEW else Confidence.LOW,
        cure="Use one name throughout, or say how the two differ.",
    )


_FEW = 3


def _set_beside_each_other(
    mentions: dict[tuple[str, str], list[_Named]],
) -> set[frozenset[str]]:
    """The names that stand together in one sentence, one table or one list: two things."""
    by_spot: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for found in mentions.values():
        for named in found:
            by_spot[named.spot].add(found[0].text)
    return {
        frozenset(pair) for texts in by_spot.values() for pair in combinations(sorted(texts), 2)
    }


# --- mentions -------------------------------------------------------------------------------------


def _mentions(report: Report) -> Iterator[_Named]:
    listed = 0
    for number, block in enumerate(report.blocks):
        if isinstance(block, Prose):
            # the items of one list are one spot: what a list sets side by side differs
            listed = listed if block.bullet and listed else (number if block.bullet else 0)
            for place, sentence in enumerate(sentences(block.text)):
                spot = (listed, -1) if block.bullet else (number, place)
                yield from _in_text(sentence, block.place, spot)
        elif isinstance(block, Grid):
            yield from _in_table(block, number)
        elif isinstance(block, Heading):
            yield from _in_text(block.text, block.place, (number, 0))


def _in_table(grid: Grid, number: int) -> Iterator[_Named]:
    """The rows of a table of reserves leave the word "reserve" to the heading."""
    head = " ".join((grid.caption, *(grid.rows[0] if grid.rows else ()))).casefold()
    reserves = "reserve" in head
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells[:2]):
            place = grid.cell_place(row, column)
            found = list(_in_text(cell, place, (number, 0)))
            if not found and reserves and column == 0 and row and 0 < len(cell.split()) <= 5:
                found = list(_in_text(f"{cell} Reserve", place, (number, 0), cell))
            yield from found


def _in_text(
    sentence: str, place: Place, spot: tuple[int, int], shown: str = ""
) -> Iterator[_Named]:
    if sentence.isupper() or len(sentence) > 1_500:
        return
    for match in _NAME.finditer(sentence):
        # "In May the Fund": the name begins after the article
        begins = [cut.end() for cut in _ARTICLE.finditer(match[0])]
        start = match.start() + (begins[-1] if begins else 0)
        words = [word for word in re.split(r"[\s-]+", sentence[start : match.end()]) if word]
        while words and words[0].casefold() in _OPENING:
            start += len(words.pop(0)) + 1
        read = _read(" ".join(words))
        if read is None:
            continue
        kind, subject, plain, head = read
        yield _Named(
            text=shown or " ".join(words),
            kind=kind,
            subject=subject,
            plain=plain,
            head=head,
            context=sentence[max(0, start - 60) : match.end() + 60],
            quote=shown or around(sentence, start, match.end()),
            place=place,
            spot=spot,
        )


_KINDS = (
    (POT_HEADS, "pot"),
    (BODY_HEADS, "body"),
    (SCHEME_HEADS, "scheme"),
    (TEAM_HEADS, "team"),
    (DOCUMENT_HEADS, "document"),
    (FIRM_HEADS, "firm"),
    (WAYS, "way"),
)
_ARTICLE = Expression(r"(?<!\bof)(?<!\bfor)(?<!\bin)\sthe\s")
_SMALL = frozenset(("and", "&", "of", "for", "the", "in", "a"))


def _read(name: str) -> tuple[str, frozenset[str], frozenset[str], str] | None:
    """The kind, the subject in its common words, the subject as it stands, and the head."""
    low = re.sub(r"['’]s?\b", "", name.casefold())
    last = low.split()[-1] if low.split() else ""
    for heads, kind in _KINDS:
        if last not in heads:
            continue
        words = [word for word in low.split()[:-1] if word not in _SMALL]
        if not words or any(" ".join(words).startswith(known) for known in NATIONAL):
            return None
        same = " ".join(words)
        for phrase, other in SAME_PHRASES:
            same = same.replace(phrase, other)
        subject = frozenset(SAME_SUBJECT.get(word, _singular(word)) for word in same.split())
        plain = frozenset(_singular(word) for word in words)
        if kind == "body":
            # of standing bodies a council has several on one subject; of a joint one, one
            joint = "joint" in subject
            subject -= WEAK_IN_A_BODY if joint else frozenset()
            if subject & STANDING or (last == "committee" and not joint):
                return None
            plain |= {last}
        enough = len(subject) > 1 if kind == "body" else len(words) > 1 or kind == "way"
        return (kind, subject, plain, last) if enough else None
    for phrase, same in BUILDINGS:
        if low.endswith(f" {phrase}"):
            place = frozenset(low.removesuffix(phrase).split()) - _SMALL
            place -= {"new", "the", "central", "main", "community"}
            if place:
                return "building", place | {f"[{same}]"}, frozenset(low.split()), phrase
    return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


RULES: tuple[Rule, ...] = (a_thing_is_not_called_by_two_names,)
