"""Who was there and who declared what, out of a page's tables and sentences."""

import re
from collections.abc import Iterator, Sequence

from moothall.facts.papers import Attendance, Declaration, Presence
from moothall.files.minutes.lines import Line, Sort

_TITLE = (
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Dame|Lord|Lady)"
)
_CAME = re.compile(
    rf"\b[Tt]he\s+(?P<role>[A-Z][\w ,&’'/-]{{3,120}}?)\s+"
    rf"\((?P<name>{_TITLE}\.?\s[^()]{{2,60}})\)\s+"
    r"(?:also\s+)?(?:attended|was\s+(?:also\s+)?(?:in\s+attendance|present))\b"
)
_LISTED = re.compile(
    r"^(?P<how>(?:also\s+)?present|(?:officers?\s+)?in\s+attendance|apologies(?:\s+for\s+absence)?|"
    r"absent)\s*[:–—-]\s*(?P<names>.+)$",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"apologies(?:\s+for\s+absence)?\s+(?:were|had\s+been|was|have\s+been)\s+"
    r"(?:received|submitted|given|reported)\s+(?:from|on\s+behalf\s+of|for)\s*[:–—-]*\s*(?P<names>.+)$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    rf"(?P<name>{_TITLE}\.?\s[^,.;]{{2,60}}?)\s+(?:declared|disclosed)\s+(?P<interest>.{{5,}})$"
)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?item\s+(?:no\.?\s*|number\s*)?(\d+[a-z]?(?:\s*\([ivx]+\))?)", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:no(?:ne)?|nil)\b", re.IGNORECASE)
_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_NAME_HEADS = frozenset(
    ("councillor", "councillors", "name", "member", "members", "attendee", "councillor/officer")
)


def presence_of(words: str) -> Presence | None:
    """How somebody was there, by a page's own word; None for a word that is not known."""
    said = " ".join(re.findall(r"[a-z]+", words.casefold()))
    if not said:
        return None
    if said.startswith(("apolog", "sent apolog", "leave of absence")):
        return Presence.APOLOGIES
    if said.startswith(("absent", "not present", "did not attend")):
        return Presence.ABSENT
    if said.startswith(("in attendance", "attending", "observer", "attended as")):
        return Presence.IN_ATTENDANCE
    if said.startswith(("present", "attended")):
        return Presence.PRESENT
    return None


def attendance_in_rows(lines: Sequence[Line]) -> tuple[list[Attendance], list[Line]]:
    """Everybody in a table of attendance, and the rows that say something else."""
    found: list[Attendance] = []
    others: list[Line] = []
    for line in lines:
        cells = [cell for cell in line.cells if cell]
        if len(cells) < 2 or cells[0].casefold() in _NAME_HEADS:
            if line.cells and cells and not line.head and cells[0].casefold() not in _NAME_HEADS:
                others.append(line)
            continue
        presence = presence_of(cells[-1])
        if presence is None:
            others.append(line)
            continue
        role = cells[1] if len(cells) > 2 else ""
        found.append(Attendance(name=cells[0], presence=presence, role=role))
    return found, others


def attendance_in_words(lines: Sequence[Line]) -> Iterator[Attendance]:
    """Those whom sentences of the minutes name: who came to answer, who sent apologies."""
    for line in lines:
        for came in _CAME.finditer(line.words):
            role = " ".join(came["role"].split())
            yield Attendance(name=came["name"], presence=Presence.IN_ATTENDANCE, role=role)
        if match := _SORRY.search(line.words):
            for name in _names(match["names"]):
                yield Attendance(name=name, presence=Presence.APOLOGIES)
        elif (match := _LISTED.match(line.words)) and not _NOBODY.match(match["names"]):
            how = presence_of(re.sub(r"^(?:also|officers?)\s+", "", match["how"].casefold()))
            for name in _names(match["names"]):
                bare, role = _with_role(name)
                yield Attendance(name=bare, presence=how or Presence.PRESENT, role=role)


def declarations_in(lines: Sequence[Line]) -> Iterator[Declaration]:
    """What was declared under the item of declarations: in a table, or in sentences."""
    heads: tuple[str, ...] = ()
    for line in lines:
        if line.sort is Sort.ROW:
            said = tuple(cell.casefold() for cell in line.cells)
            if line.head or said[0] in _NAME_HEADS:
                heads = said
            elif line.cells[0] and any(line.cells[1:]):
                yield _declared(line.cells, heads)
        elif (match := _DECLARED.search(line.words)) and not _NOBODY.search(match["name"]):
            item = _ITEM.search(match["interest"])
            yield Declaration(
                name=" ".join(match["name"].split()),
                interest=match["interest"].rstrip("."),
                item=item[1] if item else "",
            )


def _declared(cells: tuple[str, ...], heads: tuple[str, ...]) -> Declaration:
    item, said = "", []
    for place, cell in enumerate(cells[1:], start=1):
        head = heads[place] if place < len(heads) else ""
        if ("item" in head or "minute" in head) and len(cell) < 30:
            item = cell
        elif cell:
            said.append(cell)
    interest = "; ".join(said)
    if not item and (match := _ITEM.search(interest)):
        item = match[1]
    return Declaration(name=cells[0], interest=interest or item, item=item)


def _names(words: str) -> Iterator[str]:
    """`Councillors A, B and C.` → each of them, with their title."""
    words = words.strip().rstrip(".")
    title = ""
    for name in _AND.split(words):
        if match := re.match(r"(Councillor|Cllr)s\s+", name):
            title, name = match[1], name[match.end() :]
        elif re.match(_TITLE, name):
            title = ""
        name = " ".join(name.split())
        if 2 < len(name) <= 80 and name[0].isupper():
            yield f"{title} {name}" if title else name


def _with_role(name: str) -> tuple[str, str]:
    match = re.match(r"(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)$", name)
    return (match["name"], match["role"]) if match else (name, "")
