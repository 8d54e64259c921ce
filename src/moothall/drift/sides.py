"""Sides: a council's paper as it is compared, and which council each of its claims speaks of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from moothall.documents.as_report import Home, as_report
from moothall.documents.document import Document
from moothall.documents.report import Grid, Place, Report
from moothall.drift.quotes import QuoteTold, quotes_of
from moothall.facts.programme import Programme
from moothall.proofread.reading.thesaurus import Words, words_of
from moothall.proofread.told_again.claims import Claim, claims

_COUNCIL = re.compile(
    r"\b((?:[A-Z][a-z]+(?:[ -](?:and|upon|on|of|the|in|under))*[ -])*?[A-Z][a-z]+) "
    r"(?:(?:Metropolitan|Borough|County|City|District|London|MBC|Unitary) ?){0,3}"
    r"(?:Council\b|MBC\b)"
)
_NO_NAMES = """the this that our each both city county district borough town parish"""
_NO_NAME = frozenset(_NO_NAMES.title().split())
_OURSELVES = re.compile(
    r"\b(?:the|this|our) (?:council|authority|borough|county|city|district)\b(?!s)|\bour\b|\bwe\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A council's paper.  `homes` says whence each block came; empty for a file.

    `names` are what the council is called; `name` what it is called here.
    """

    name: str
    authority: str
    report: Report
    names: tuple[str, ...]
    homes: tuple[Home, ...] = ()
    quotes: tuple[QuoteTold, ...] = ()

    def of_place(self, block: int, place: Place) -> str:
        """The fact whose words stand in a block, or in a cell of it; empty if that is not known."""
        if not self.homes:
            return ""
        held = self.report.blocks[block]
        if isinstance(held, Grid) and place.row and place.column:
            return self.homes[block].of_cell(place.row - 1 - held.head_rows, place.column - 1)
        return self.homes[block].of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spoken:
    """A claim, the council or councils that it speaks of, and its sentence ready to be compared.

    `speaks_of` are names of sides, empty where the words name no council; `wording` is the sentence
    with its figures taken out and councils written as `@name`; `order` which of its figures it is.
    """

    claim: Claim
    side: Side
    speaks_of: frozenset[str]
    wording: str
    order: int

    def wording_from_inside(self) -> str:
        """The wording with the own council written as `@own` and any other as `@other`."""
        own = f"@{_token(self.side.name)}"
        words = re.sub(rf"{re.escape(own)}(?![\w-])", "@own", self.wording)
        return re.sub(r"@(?!own\b)[\w-]+", "@other", words)


def side_of_document(programme: Programme, authority: str, document: Document) -> Side:
    """A written paper of a council of the programme."""
    council = programme.authority(authority)
    draft = as_report(document, council.short_name)
    return Side(
        name=council.short_name,
        authority=authority,
        report=draft.report,
        names=(council.name, council.short_name),
        homes=draft.homes,
        quotes=quotes_of(document, draft),
    )


def sides_of_reports(
    first: Report, second: Report, known: Iterable[str] = (), named: tuple[str, str] = ("", "")
) -> tuple[Side, Side]:
    """Two papers read from files, each with its council: as `named`, else as its words tell.

    A paper is that of the council which it names more than the other paper does; `known` are names
    of councils to look for beside those that the papers call so.  Where that tells nothing, the
    files' own names stand and no council's words are told from the other's.
    """
    if all(named):
        return _side(first, named[0]), _side(second, named[1])
    pool = {*known, *_councils_called(first), *_councils_called(second)}
    shares = [_shares(each, pool) for each in (first, second)]
    found = [
        max(
            (name for name in pool if own[name] > other[name]),
            key=lambda name: (own[name], name),
            default="",
        )
        for own, other in (shares, shares[::-1])
    ]
    clear = all(found)  # never one name twice: each is named more by its own paper
    return _side(first, found[0] if clear else ""), _side(second, found[1] if clear else "")


def _side(report: Report, council: str) -> Side:
    return Side(
        name=council or report.file,
        authority="",
        report=report,
        names=(council,) if council else (),
    )


def _councils_called(report: Report) -> set[str]:
    """The names before "Council" in a paper."""
    found = set()
    for text in _texts(report):
        for match in _COUNCIL.finditer(text[:4000]):
            words = match[1].split()
            while words and words[0] in _NO_NAME:
                words = words[1:]
            if words:
                found.add(" ".join(words))
    return found


def _shares(report: Report, names: Iterable[str]) -> dict[str, float]:
    """How much of a paper's naming of councils is of each."""
    text = " ".join(_texts(report))
    counted = {
        name: len(re.findall(rf"(?<!Greater )\b{re.escape(name)}\b", text)) for name in names
    }
    whole = sum(counted.values()) or 1
    return {name: times / whole for name, times in counted.items()}


def _texts(report: Report) -> Iterator[str]:
    for block in report.blocks:
        if isinstance(block, Grid):
            yield block.caption
            for row in block.rows:
                yield from row
        elif text := getattr(block, "text", ""):
            yield text


def spoken(side: Side, other: Side) -> list[Spoken]:
    """Every claim of a side's paper, with the council that it speaks of, seen beside the other."""
    called = [(name, each.name) for each in (side, other) for name in each.names]
    gone = _roots_of(tuple(name for name, _ in called))
    plain = _plain_names(name for name, _ in called)
    held = claims(side.report).all
    spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for claim in held:
        if not claim.cell:
            spans.setdefault((claim.block, claim.sentence), []).append(_span(claim))
    found: list[Spoken] = []
    for claim in held:
        within = sorted(set(spans.get((claim.block, claim.sentence), ()))) if not claim.cell else []
        found.append(
            Spoken(
                claim=_without(claim, gone, plain),
                side=side,
                speaks_of=_speaks_of(claim, side, called),
                wording=_wording(claim, side, called, within),
                order=within.index(_span(claim)) if within else 0,
            )
        )
    return found


def _span(claim: Claim) -> tuple[int, int]:
    return claim.value.start, claim.value.end


def _without(claim: Claim, gone: frozenset[str], plain: frozenset[str]) -> Claim:
    """The claim without the councils' names, which are held against each other by themselves."""
    return replace(
        claim,
        near=_less(claim.near, gone),
        wide=_less(claim.wide, gone),
        about=_less(claim.about, gone),
        named=claim.named - plain,
        names_about=claim.names_about - plain,
    )


def _less(words: Words, gone: frozenset[str]) -> Words:
    return Words(words.roots - gone, words.lines)


@lru_cache(maxsize=64)
def _roots_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(root for name in names for root in words_of(name).roots)


def _plain_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for name in names for word in name.split())


def _speaks_of(claim: Claim, side: Side, called: list[tuple[str, str]]) -> frozenset[str]:
    """The councils of a claim: of its own words, else of its sentence, else of its table."""
    block = side.report.blocks[claim.block]
    caption = block.caption if isinstance(block, Grid) else ""
    for text in (claim.own, claim.sentence, caption):
        found = frozenset(_councils(text, side, called))
        if found:
            return found
    return frozenset()


def _councils(text: str, side: Side, called: list[tuple[str, str]]) -> Iterator[str]:
    for name, whose in called:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield whose
    if _OURSELVES.search(text):
        yield side.name


def _wording(
    claim: Claim, side: Side, called: list[tuple[str, str]], spans: list[tuple[int, int]]
) -> str:
    """The sentence, or the row and column of a cell, with its values and councils taken out."""
    text = claim.sentence
    if claim.cell:
        block = side.report.blocks[claim.block]
        text = f"{block.caption if isinstance(block, Grid) else ''} | {text}"
    for start, end in reversed(spans):
        text = f"{text[:start]}#{text[end:]}"
    text = _OURSELVES.sub(f"@{_token(side.name)}", text)
    for name, whose in sorted(called, key=lambda pair: -len(pair[0])):
        text = re.sub(
            rf"(?<![\w@-]){re.escape(name)}(?!\w)", f"@{_token(whose)}", text, flags=re.IGNORECASE
        )
    text = text.casefold().replace("’", "'")
    return " ".join(re.sub(r"[^\w@#£%'/-]+", " ", text).split())


def _token(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")
