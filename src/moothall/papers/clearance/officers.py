"""Whether two names, however each is written, seem to be one person's.

Papers write "Jonathan Lewis, Service Director - Education", tables of clearances "Jonathan Lewis",
others "J. Lewis", "Lewis, Jonathan" or "Cllr Lewis".  Only a flag rests on this: a surname that
two people share raises it once too often, and somebody looks.
"""

import re
import unicodedata
from dataclasses import dataclass

_PEOPLE = re.compile(r"[;\n]|\band\b|&", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–—]\s|[,:()/]")
_TITLE_WORDS = """
mr mrs ms miss mx dr prof professor sir dame lord lady cllr councillor rev revd
"""
_OFFICE_WORDS = """
academy adviser advisor assistant board borough business cabinet chair chairman chief children
communications communities contact contracts corporate council county customer democratic
department deputy development director early economy education equalities equality executive
finance financial for general governance group head health housing human improvement interim joint
law lead leader learning legal lgss manager member monitoring of officer partner people performance
planning policy portfolio principal procurement programme public regeneration resources report
schools scrutiny section senior service services social solicitor specialist statutory strategic
strategy support team the to treasurer workstream years
"""
_TITLES, _OFFICES = frozenset(_TITLE_WORDS.split()), frozenset(_OFFICE_WORDS.split())
_LONGEST, _FORENAMES = 5, 2
"""More words than this in a row are no name; so many stand after a surname and a comma."""


@dataclass(frozen=True, slots=True)
class _Name:
    forenames: tuple[str, ...]
    surname: str


def same_officer(one: str, other: str) -> bool:
    """Whether the two seem to name one person; never true of an office without a name."""
    return any(_agree(a, b) for a in _readings(one) for b in _readings(other))


def _agree(one: _Name, other: _Name) -> bool:
    if one.surname != other.surname:
        return False
    return all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0])
        for a, b in zip(one.forenames, other.forenames, strict=False)
    )


def _readings(text: str) -> list[_Name]:
    """The name at the head of each of the people in a text, without what they are."""
    return [name for person in _PEOPLE.split(text) for name in _read(person)]


def _read(person: str) -> list[_Name]:
    """What comes after the name is an office; "Lewis, Jonathan" is read both ways round."""
    parts = [part for part in map(_words, _PARTS.split(person)) if part and not _is_office(part)]
    if not parts:
        return []
    first, *others = parts
    if len(first) > 1:
        return [_Name(first[:-1], first[-1])]
    turned = [_Name(then, first[0]) for then in others[:1] if len(then) <= _FORENAMES]
    return turned or [_Name((), first[0])]


def _is_office(part: tuple[str, ...]) -> bool:
    """Whether words are an office's: so begins an office, and not "Paul Law"."""
    return part[0] in _OFFICES or 2 * sum(word in _OFFICES for word in part) > len(part)


def _words(part: str) -> tuple[str, ...]:
    """A name's words without titles, accents, full stops and case; none where it is too long."""
    bare = unicodedata.normalize("NFKD", part)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold()
    # Initials are written J A, J.A. and J. A.
    bare = re.sub(r"[.]", " ", bare).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = tuple(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", bare))
    words = tuple(word for word in words if word not in _TITLES)
    return words if len(words) <= _LONGEST else ()
