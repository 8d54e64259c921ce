"""What a form asks for, read off the types of a fact.

A fact is a tree of parts: an answer (a word, a day, a figure, a choice ...), a group of parts (a
nested fact) or rows of parts (several of them).
"""

from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.authority import RULES, CouncilRule
from moothall.facts.fact import Exempt, RefersTo
from moothall.files.shapes import plain
from moothall_web.facts.subjects import key_field, type_of


class Sort(Enum):
    """How a part is asked for."""

    WORDS = "a line of text"
    TEXT = "text of any length"
    FLAG = "yes or no"
    CHOICE = "one of a few"
    DAY = "a day"
    WRITTEN = "a date as written"
    FIGURE = "a figure as printed"
    YEAR = "a financial year"
    WHOLE = "a whole number"
    NUMBER = "a number"
    ONE = "one other fact"
    SEVERAL = "several other facts"
    LINES = "texts, one to a line"
    DAYS = "days, one to a line"
    SOURCE = "a document and a place in it"
    GROUP = "a group of answers"
    ROWS = "rows of answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a form asks for.

    `name` is its key in the fact, `of` the fact or nested fact that it belongs to; `required` must
    be answered; `optional` stands for a part that is None where it is not answered; `default` is
    what it is when nobody says otherwise, as `plain` writes it; `values` the choices, `kind` the
    kind of fact that it refers to, `parts` the parts of a group or of each row.
    """

    name: str
    sort: Sort
    of: str
    required: bool
    optional: bool = False
    default: Any = None
    values: tuple[str, ...] = ()
    kind: str = ""
    parts: tuple["Part", ...] = field(default=())


DOCUMENTS = "documents"

_LONG = frozenset(
    {
        *("text", "description", "summary", "purpose", "judgement", "claim", "caveat", "comment"),
        *("reason", "reasons", "key_reason", "assumed", "public_interest", "interests", "ask"),
        *("reply", "resolved", "options_considered", "contradicted_by", "left_out", "output"),
        *("arrangement", "uplift", "monitoring", "respondents", "source", "reference"),
    }
)
# A rule that nobody has found has no source yet; it carries the question instead.
_MAY_BE_EMPTY = {("CouncilRule", "source")}
# Several may be none, as with a role that the sources give to no council in particular; but a
# proposal that nobody decides is none.
_MAY_BE_NONE = (Sort.LINES, Sort.DAYS, Sort.SEVERAL, Sort.GROUP)
_AT_LEAST_ONE = {("Proposal", "parties")}
# Who takes part in a programme is agreed between the councils, not typed over by one of them; who
# has recorded an officer's answer is put down by the program.
_FIXED = {("About", "authorities"), ("Clearance", "recorded_by")}
_MANAGED = frozenset({"shared"})  # sharing and withdrawing are acts of their own


@cache
def parts_of(kind: str) -> tuple[Part, ...]:
    """Everything that a form of this kind asks for: what it says first, where it is from last."""
    made = every_part(kind)
    asked = [
        part
        for part in made
        if part.name not in _MANAGED
        and (part.of, part.name) not in _FIXED
        and (part.name != key_field(kind) or kind == DOCUMENTS)
    ]
    last = ("source", "known_on", "assumed", "exempt", "owner")
    said = [part for part in asked if part.name not in last]
    return (*said, *sorted((p for p in asked if p.name in last), key=lambda p: last.index(p.name)))


@cache
def every_part(kind: str) -> tuple[Part, ...]:
    """All that a fact of this kind consists of, also what no form asks for."""
    return _parts(type_of(kind))


def _parts(of: type) -> tuple[Part, ...]:
    hints = get_type_hints(of, include_extras=True)
    return tuple(_part(of, each, hints[each.name]) for each in fields(of))


def _part(of: type, of_field: "Field[Any]", hint: Any) -> Part:
    name, optional, default = of_field.name, False, _default(of_field)
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
        optional = True
    sort, kind, values, parts = _sort(of, name, hint)
    has_default = of_field.default is not MISSING or of_field.default_factory is not MISSING
    return Part(
        name=name,
        sort=sort,
        of=of.__name__,
        required=not (optional or has_default or (of.__name__, name) in _MAY_BE_EMPTY)
        and (sort not in _MAY_BE_NONE or (of.__name__, name) in _AT_LEAST_ONE),
        optional=optional,
        default=default,
        kind=kind,
        values=values,
        parts=parts,
    )


def _default(of_field: "Field[Any]") -> Any:
    if of_field.default_factory is not MISSING:
        return plain(of_field.default_factory())
    return None if of_field.default is MISSING else plain(of_field.default)


_SORTS: dict[Any, Sort] = {
    bool: Sort.FLAG,
    int: Sort.WHOLE,
    Decimal: Sort.NUMBER,
    date: Sort.DAY,
    Citation: Sort.SOURCE,
    Figure: Sort.FIGURE,
    WrittenDate: Sort.WRITTEN,
    FinancialYear: Sort.YEAR,
}

# A citation is written `000 2.13`; nobody has to know the document's short name by heart.
_PLACE = (
    Part(name="document", sort=Sort.ONE, of="Citation", required=True, kind=DOCUMENTS),
    Part(name="paragraph", sort=Sort.WORDS, of="Citation", required=True),
)

_Sorted = tuple[Sort, str, tuple[str, ...], tuple[Part, ...]]


def _sort(of: type, name: str, hint: Any) -> _Sorted:
    if get_origin(hint) is tuple:
        return _sort_of_several(get_args(hint)[0])
    if (kind := _refers_to(hint)) or name == "owner":
        return Sort.ONE, kind or "owner", (), ()
    if of is CouncilRule and name == "rule":
        return Sort.CHOICE, "", tuple(RULES), ()
    if of is Exempt and name == "paragraph":
        return Sort.WHOLE, "", tuple(str(number) for number in range(1, 8)), ()
    if is_dataclass(hint) and isinstance(hint, type) and hint not in _SORTS:
        return Sort.GROUP, "", (), _parts(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Sort.CHOICE, "", tuple(choice.value for choice in hint), ()
    if hint in _SORTS:
        return _SORTS[hint], "", (), _PLACE if hint is Citation else ()
    return (Sort.TEXT if name in _LONG else Sort.WORDS), "", (), ()


def _sort_of_several(item: Any) -> _Sorted:
    if kind := _refers_to(item):
        return Sort.SEVERAL, kind, (), ()
    if is_dataclass(item) and isinstance(item, type):
        return Sort.ROWS, "", (), _parts(item)
    return (Sort.DAYS if item is date else Sort.LINES), "", (), ()


def _refers_to(hint: Any) -> str:
    if get_origin(hint) is not Annotated:
        return ""
    return next((m.kind for m in get_args(hint)[1:] if isinstance(m, RefersTo)), "")
