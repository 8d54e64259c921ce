"""Known figures: what the programme's facts print, to be found behind what a paper says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from moothall.basics.dates import WrittenDate, in_words, read_written_date
from moothall.basics.figures import Figure, pounds, read_figure
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme
from moothall.proofread.reading.thesaurus import Words, words_of
from moothall.proofread.told_again.claim_values import Sort, Value
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims import Claim

_OF_THE_FACT = frozenset(
    ("id", "source", "known_on", "owner", "shared", "assumed", "exempt", "proposal")
)
_NAMES = ("name", "title", "about", "measure", "description", "text", "heading")
_OF_NO_FIGURE = frozenset(
    ("papers", "implications", "clearances", "comments", "minutes", "passages", "undertakings")
)
"""Kinds that hold words, whose figures are what the papers themselves say."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KnownFigure:
    """A figure, share, number or date of a fact.

    `path` is `kind/id.field`; `authority` the council whose figure it is, empty for a joint one;
    `now` is False for a value that the fact had and has no longer.
    """

    path: str
    called: str
    text: str
    value: Value
    words: Words
    authority: str
    now: bool = True

    @property
    def fact(self) -> str:
        return self.path.partition(".")[0]


class KnownFigures:
    """The figures of a proposal's facts by their sort, with those that they had before."""

    def __init__(self, found: Iterable[KnownFigure]) -> None:
        self._by_sort: dict[Sort, list[KnownFigure]] = defaultdict(list)
        for each in found:
            self._by_sort[each.value.sort].append(each)

    def behind(self, claim: Claim, authority: str) -> KnownFigure | None:
        """The fact's figure that a claim gives: its value, and words of it.  The council's own
        goes before a joint one, and that before another council's."""
        found = self._alike(claim, now=True)
        return max(
            (each for each in found if not claim.value.differs(each.value)),
            key=lambda each: (
                each.authority == authority,
                not each.authority,
                _shared(each, claim),
            ),
            default=None,
        )

    def before(self, claim: Claim) -> tuple[KnownFigure, KnownFigure] | None:
        """What a fact said before and says now, where a claim gives what it said before."""
        for old in self._alike(claim, now=False):
            if claim.value.differs(old.value):
                continue
            new = self.at(old.path)
            if new is not None and claim.value.differs(new.value):
                return old, new
        return None

    def at(self, path: str) -> KnownFigure | None:
        """A fact's figure as it is now."""
        held = (each for of_sort in self._by_sort.values() for each in of_sort)
        return next((each for each in held if each.now and each.path == path), None)

    def _alike(self, claim: Claim, *, now: bool) -> list[KnownFigure]:
        return [
            each
            for each in self._by_sort[claim.value.sort]
            if each.now is now and _shared(each, claim)
        ]


def _shared(known: KnownFigure, claim: Claim) -> int:
    """How many telling words the fact and the claim have in common."""
    said = claim.near.roots | claim.wide.roots | claim.about.roots
    return len((known.words.roots & said) - GENERIC)


def known_figures(
    programme: Programme, proposal: str, earlier: Mapping[str, Iterable[str]]
) -> KnownFigures:
    """The figures of every fact of a proposal, and of those that belong to no proposal.

    `earlier` holds, by path, the texts that stood there before.
    """
    found: list[KnownFigure] = []
    for kind, fact in programme.facts():
        if kind in _OF_NO_FIGURE or getattr(fact, "proposal", None) not in (None, proposal):
            continue
        found += _of_fact(kind, fact)
    by_path = {each.path: each for each in found}
    for path, texts in earlier.items():
        new = by_path.get(path)
        for text in texts:
            value = _value_of_text(text, new.value.sort) if new else None
            if new is None or value is None:
                continue
            found.append(
                KnownFigure(
                    path=path,
                    called=new.called,
                    text=text,
                    value=_scaled(value, text, new),
                    words=new.words,
                    authority=new.authority,
                    now=False,
                )
            )
    return KnownFigures(found)


def _of_fact(kind: str, fact: Fact) -> Iterator[KnownFigure]:
    name = next((str(held) for each in _NAMES if (held := getattr(fact, each, ""))), fact.id)
    authority = str(getattr(fact, "authority", None) or "")
    if not authority and fact.owner != PROGRAMME:
        of = getattr(fact, "authorities", None)
        authority = "" if of and len(of) > 1 else fact.owner
    unit = str(getattr(fact, "unit", "") or "")
    for path, words, value in _values(fact, ()):
        read = _read(value, unit, path[-1])
        if read is None:
            continue
        text, told = read
        called = f"{name}: {' '.join(words)}".replace("_", " ")
        yield KnownFigure(
            path=f"{kind}/{fact.id}.{'.'.join(path)}",
            called=called,
            text=text,
            value=told,
            words=words_of(f"{kind.replace('_', ' ')} {called}"),
            authority=authority,
        )


def _values(
    holder: Any, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Any]]:
    """Every plain value below a fact, with its path and the words along it."""
    for field in fields(holder):
        value = getattr(holder, field.name)
        if value is None or (not path and field.name in _OF_THE_FACT):
            continue
        here = (*path, field.name)
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                if is_dataclass(item):
                    key = item_key(item, place)
                    for below, words, found in _values(item, (*here, key)):
                        yield below, (field.name, _named(item), *words), found
        elif is_dataclass(value) and not isinstance(value, Figure | WrittenDate):
            for below, words, found in _values(value, here):
                yield below, (field.name, *words), found
        else:
            yield here, (field.name,), value


def item_key(item: Any, place: int) -> str:
    """How an item of a list is named in a path: by its id, number, year or name."""
    for name in ("id", "number", "year", "name", "authority"):
        if held := getattr(item, name, None):
            return str(held)
    return str(place)


def _named(item: Any) -> str:
    held = (getattr(item, name, "") for name in ("name", "title", "year", "kind"))
    return " ".join(str(each) for each in held if each)


def _read(value: Any, unit: str, field: str) -> tuple[str, Value] | None:
    """A fact's value as printed and as a value that can be compared."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Figure):
        return value.text, _of_figure(value, unit)
    if isinstance(value, WrittenDate):
        return value.text, _of_days(value.text, value.earliest, value.latest)
    if isinstance(value, date):
        return in_words(value), _of_days(in_words(value), value, value)
    if isinstance(value, Decimal | int):
        share = "percent" in field or "share" in field
        size = abs(Decimal(value))
        text = f"{size}%" if share else str(size)
        return text, _exact(Sort.PERCENT if share else Sort.COUNT, text, size)
    return None


def _of_figure(figure: Figure, unit: str) -> Value:
    text = figure.text
    half = figure.half_unit
    if "%" in text or unit in ("%", "per cent", "percent"):
        size = abs(figure.value)
        return _between(Sort.PERCENT, text, size, half)
    if unit.startswith("£") or "£" in text:
        scale = pounds(Figure("1", Decimal(1)), unit) if unit in ("£", "£000", "£m") else Decimal(1)
        if text.rstrip(" )").lower().endswith(("m", "k", "bn")):
            scale = Decimal(1)  # the scale stands with the number
        return _between(Sort.MONEY, text, abs(figure.value) * scale, half * scale)
    return _between(Sort.COUNT, text, abs(figure.value), half if figure.places else Decimal(0))


def _of_days(text: str, first: date, last: date) -> Value:
    low, high = Decimal(first.toordinal()), Decimal(last.toordinal())
    return Value(sort=Sort.DATE, text=text, low=low, high=high, size=low)


def _between(sort: Sort, text: str, size: Decimal, half: Decimal) -> Value:
    return Value(sort=sort, text=text, low=size - half, high=size + half, size=size)


def _exact(sort: Sort, text: str, size: Decimal) -> Value:
    return Value(sort=sort, text=text, low=size, high=size, size=size)


def _value_of_text(text: str, sort: Sort) -> Value | None:
    """What stood there before, read from its text; None where it is no such value."""
    if sort is Sort.DATE:
        try:
            written = read_written_date(text)
        except ValueError:
            return None
        return _of_days(text, written.earliest, written.latest)
    try:
        figure = read_figure(text)
    except ValueError:
        return None
    return _between(sort, text, abs(figure.value), figure.half_unit)


def _scaled(value: Value, text: str, new: KnownFigure) -> Value:
    """An earlier figure in the unit of the later one, whose table states it."""
    if value.sort is not Sort.MONEY or not new.value.size or text.strip(" )")[-1:] in "mkn":
        return value
    try:
        printed = abs(read_figure(new.text).value)
    except ValueError:
        return value
    scale = new.value.size / printed if printed else Decimal(1)
    return _between(value.sort, text, value.size * scale, (value.high - value.low) / 2 * scale)
