"""Any programme that could be held: hypothesis fills every field of every type of fact.

The strategies follow the types, so that a new kind of fact or a new field is covered as it is
added.  What a type alone does not say (shares sum to 100, a rule of a council has a known name)
stands in `_PARTS`.
"""

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from moothall.basics.citations import Citation, read_citation
from moothall.basics.dates import MONTHS, WrittenDate, read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.documents.formats import (
    CONTENTS,
    TOPICS,
    ClearanceDuty,
    Format,
    FrontField,
    Subsection,
)
from moothall.facts.authority import Authority, CouncilRule, PaperFormat, Recess
from moothall.facts.decisions import Meeting, Override, Step
from moothall.facts.engagement import Exercise
from moothall.facts.fact import PROGRAMME, Exempt, RefersTo
from moothall.facts.posts import Share
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.programme_folder import fact_type
from moothall.files.registers import with_general

AUTHORITIES = ("ashby", "brae", "Ynys-Môn")
FORMATS = ("ashby-report", "Adroddiad ŵ")

TROUBLE = [
    *("", " ", "~", "null", "yes", "no", "On", "000", "012", "0o7", "1e3", "1:30", "7,319", "(1)"),
    *("- a", "-", "a: b", "a:", "# a", "a #b", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "?"),
    *("{a}", "[a]", "'", '"', "it's: so", "---", "...", "a\n---\nb", "=", "<<", "2022-02-01"),
    *("a\nb", "a\n", "\na", "\n", "a\n\n", "\n\n", "a\n\n\nb", " a\nb", "a \nb", "a\n b\n", "\ta"),
    *(
        "a\rb",
        "a\r\nb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "\ufeffa",
        "a\tb",
        "a\x0bb",
        "\x00",
        "\x7f",
    ),
    *("Llŷn, Môn a'r ŵyl", "😀 👩‍👩‍👧", "שלום \u202e", "a\u00a0b", "\ufffe"),
]
"""Texts that have been lost on the way into YAML and back, here or elsewhere."""

_LONG = st.sampled_from(["x", "two words ", "a line\n", "it's\t"]).map(lambda text: text * 700)
TEXT = st.sampled_from(TROUBLE) | st.text(max_size=30) | _LONG
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def _when(read: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """What can be read of these texts, as it is held once it has been read."""

    def attempt(text: str) -> Any:
        try:
            return read(text)
        except ValueError:
            return None

    return texts.map(attempt).filter(lambda value: value is not None)


_FIGURES = _when(
    read_figure,
    st.builds(
        "{}{}{}{}{}".format,
        st.sampled_from(["", "", "-", "−", "–", " - ", "£", "-£"]),
        st.from_regex(r"\A\d{1,40}(,\d{3}){0,3}\Z"),
        st.from_regex(r"\A(\.\d{1,12})?\Z"),
        st.sampled_from(["", "m", "k", "bn", "%", " m"]),
        st.sampled_from(["", " "]),
    )
    | st.builds("({:,})".format, st.integers(0, 10**12)),
)
_MONTHS = st.sampled_from([*MONTHS, "Jun", "Sept"])
_WRITTEN = _when(
    read_written_date,
    DAYS.map(str)
    | DAYS.map(lambda day: f"{day.day}th {day:%B} {day.year:04}")
    | st.builds(
        "{} {}{:04}".format,
        st.sampled_from(["", "by", "End", " mid  ", "\nLate"]),
        st.sampled_from(["", "Spring ", "winter ", "June ", "Autumn term ", "March to Jun "]),
        st.integers(1, 9999),
    )
    | st.builds("{} {:04}".format, _MONTHS, st.integers(1, 9999)),
)
_YEARS = _when(
    read_financial_year, st.integers(1, 9999).map(lambda y: f"{y:04}/{(y + 1) % 100:02}")
)
_PARAGRAPHS = TEXT.filter(str.strip)
_DECIMALS = st.decimals(0, 1000, allow_nan=False, allow_infinity=False, places=9)

_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(0, 10**9),
    date: DAYS,
    Decimal: _DECIMALS,
    Figure: _FIGURES,
    WrittenDate: _WRITTEN,
    FinancialYear: _YEARS,
}


def programmes() -> st.SearchStrategy[Programme]:
    """Programmes with facts of some kinds, which point at one another."""
    return _programmes(st.sets(st.sampled_from(KINDS), max_size=6), st.integers(1, 3))


def programmes_with(kinds: Iterable[str]) -> st.SearchStrategy[Programme]:
    """Programmes with two facts of these kinds, and of the kinds that they point at."""
    return _programmes(st.just(set(kinds)), st.just(2))


def any_fact(kind: str, key: str) -> st.SearchStrategy[Any]:
    """A fact of a kind by itself; what it points at need not be there."""
    pools = {each: [f"{each}-1", f"{each}-2"] for each in KINDS} | {
        "authorities": list(AUTHORITIES)
    }
    document = SourceDocument(id="d", title="D", owner=PROGRAMME, known_on=date(2020, 1, 1))
    return _facts(kind, key, pools, (document,))


@st.composite
def _programmes(
    draw: st.DrawFn, some_kinds: st.SearchStrategy[set[str]], numbers: st.SearchStrategy[int]
) -> Programme:
    documents = draw(_documents())
    wanted = _with_targets(draw(some_kinds))
    counts = {kind: draw(numbers) for kind in sorted(wanted)}
    number = sum(counts.values())
    names = draw(st.lists(TEXT, unique=True, min_size=number, max_size=number))
    ids = {kind: [names.pop() for _ in range(count)] for kind, count in counts.items()}
    pools = {**ids, "authorities": list(AUTHORITIES)}
    facts = {
        kind: tuple(draw(_facts(kind, key, pools, documents)) for key in keys)
        for kind, keys in ids.items()
    }
    authorities = tuple(
        draw(_made(Authority, {"code": st.just(code)})) for code in sorted(AUTHORITIES)
    )
    used = {use.format for authority in authorities for use in authority.paper_formats}
    return Programme(
        about=draw(_made(About, {"authorities": st.just(AUTHORITIES)})),
        authorities=authorities,
        documents=documents,
        formats=with_general(draw(_format(name)) for name in sorted(used)),
        **facts,
    )


def _format(name: str) -> st.SearchStrategy[Format]:
    """A format whose labels tell its parts apart; nobody writes after its last section."""
    content = st.lists(st.sampled_from(sorted(CONTENTS)), max_size=3).map(tuple)
    closing = st.lists(_made(FrontField, {"content": content}), max_size=2).map(tuple)
    given = {"name": st.just(name), "closing": closing}
    return _made(Format, given).filter(_tells_its_parts_apart)


def _tells_its_parts_apart(layout: Format) -> bool:
    sections = (*layout.sections, *layout.appendices)
    lists = [
        [field.label for field in (*layout.front, *layout.closing)],
        *(
            [part.heading for part in parts]
            for parts in (sections, *(s.sections for s in sections))
        ),
    ]
    folded = [[words.strip().casefold() for words in each] for each in lists]
    return all(len(each) == len(set(each)) for each in folded)


def _with_targets(kinds: set[str]) -> set[str]:
    """The kinds, and every kind that a fact of them may point at."""
    grown = set(kinds)
    while True:
        targets = {
            mark.kind
            for kind in grown
            for hint in get_type_hints(fact_type(kind), include_extras=True).values()
            for mark in _marks(hint)
        } & set(KINDS)
        if targets <= grown:
            return grown
        grown |= targets


def _marks(hint: Any) -> list[RefersTo]:
    own = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, RefersTo)]
    return own + [mark for inner in get_args(hint) for mark in _marks(inner)]


def _documents() -> st.SearchStrategy[tuple[SourceDocument, ...]]:
    # A citation names a document by what stands before its first space.
    ids = TEXT.map(lambda text: "".join(text.replace(" ", "").split())[:40]).filter(bool)
    one = _made(SourceDocument, {"id": ids, "owner": st.sampled_from([*AUTHORITIES, PROGRAMME])})
    return st.lists(one, min_size=1, max_size=3, unique_by=lambda each: each.id).map(tuple)


def _facts(
    kind: str, key: str, pools: dict[str, list[str]], documents: tuple[SourceDocument, ...]
) -> st.SearchStrategy[Any]:
    document = st.sampled_from(documents)
    of_document = st.sampled_from([document.owner for document in documents])
    return _made(
        fact_type(kind),
        {
            "id": st.just(key),
            "source": st.builds(
                lambda document, paragraph: read_citation(f"{document.id} {paragraph}"),
                document,
                _PARAGRAPHS,
            ),
            "owner": of_document | st.sampled_from([*AUTHORITIES, PROGRAMME]),
            "known_on": DAYS | st.sampled_from([each.known_on for each in documents]),
        },
        pools,
    )


def _made(
    target: Any, given: dict[str, st.SearchStrategy[Any]], pools: dict[str, list[str]] | None = None
) -> st.SearchStrategy[Any]:
    """A dataclass with every field drawn by its type; a field with a default may be left alone."""
    hints = get_type_hints(target, include_extras=True)
    parts = {}
    for field in dataclasses.fields(target):
        special = given.get(field.name, _PARTS.get((_declares(target, field.name), field.name)))
        strategy = _of(hints[field.name], pools or {}) if special is None else special
        if field.default is not dataclasses.MISSING and field.name not in given:
            strategy = st.just(field.default) | strategy
        parts[field.name] = strategy
    return st.builds(_built(target), **parts).filter(lambda value: value is not None)


def _declares(target: Any, field: str) -> Any:
    return next((each for each in target.__mro__[-2::-1] if field in each.__annotations__), target)


def _built(target: Any) -> Any:
    def build(**fields: Any) -> Any:
        try:
            return target(**fields)
        except ValueError:  # a part that the type's own checks refuse
            return None

    return build


def _of(hint: Any, pools: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        mark = next(iter(_marks(hint)))
        return st.sampled_from(pools[mark.kind])
    if origin in (Union, UnionType):
        return st.one_of(st.none(), *(_of(each, pools) for each in inner if each is not NoneType))
    if origin is tuple:
        if inner[0] is Share:
            return st.lists(st.sampled_from(AUTHORITIES), min_size=1, max_size=3).flatmap(_shares)
        return st.lists(_of(inner[0], pools), max_size=3).map(tuple)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return _made(hint, {}, pools)


def _shares(codes: list[str]) -> st.SearchStrategy[tuple[Share, ...]]:
    """Shares that sum to 100, one of them perhaps as small as a figure can be."""

    def divide(part: Decimal) -> tuple[Share, ...]:
        others = [Share(authority=code, percent=part) for code in codes[1:]]
        rest = 100 - part * len(others)
        return (Share(authority=codes[0], percent=rest), *others)

    return st.decimals(0, 33, places=9, allow_nan=False, allow_infinity=False).map(divide)


_CONTENT = st.lists(st.sampled_from(sorted(TOPICS | CONTENTS)), max_size=3).map(tuple)
_PARTS: dict[tuple[Any, str], st.SearchStrategy[Any]] = {
    (Exempt, "paragraph"): st.integers(1, 7),
    (ClearanceDuty, "covers"): st.just(()),
    (Exempt, "public_interest"): _PARAGRAPHS,
    (CouncilRule, "rule"): st.sampled_from(["call_in_who", "key_decision_threshold"]),
    (Override, "officer"): _PARAGRAPHS,
    (Override, "office"): _PARAGRAPHS,
    (Override, "reason"): _PARAGRAPHS,
    (Meeting, "starts_at"): st.sampled_from([None, "09:30", "18:00"]),
    (Step, "lasts_days"): st.none() | st.integers(1, 1000),
    (Recess, "last"): st.just(date(9999, 12, 31)),
    (Exercise, "closes_on"): st.none() | st.just(date(9999, 12, 31)),
    (PaperFormat, "format"): st.sampled_from(FORMATS),
    (FrontField, "content"): _CONTENT,
    (Subsection, "content"): _CONTENT,
}


def citations() -> st.SearchStrategy[Citation]:
    """Any citation that a person could write."""
    return _when(read_citation, TEXT)


FIGURES, WRITTEN_DATES, YEARS = _FIGURES, _WRITTEN, _YEARS
