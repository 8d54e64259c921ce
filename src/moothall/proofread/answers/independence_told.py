"""Who has to be somebody else, and is not: “Independent review (not the auditor): D. Ash”.

A field says that its person is independent of another, and names the one that another field names;
or a sentence says that clearance is given by someone other than the author, and one name stands in
both fields.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_FIELD = Expression(r"^(?P<label>[A-Z][^:.]{3,110}):\s(?P<value>.{3,160})$")
_NAME = Expression(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s)?(?P<name>(?:[A-Z][a-z’'-]+|"
    r"[A-Z]\.?)(?:\s[A-Z]\.?)?"
    r"\s(?:Mc|O[’'])?[A-Z][a-z’'-]{2,})\b"
)
_OFFICE = Expression(
    r"\b(?:Head|Director|Officer|Manager|Service|Council|Committee|Team|Finance|Legal|Chief|"
    r"Benefits|"
    r"Deputy|Assistant|Monitoring|Section|Equality|Strategic|Corporate|Human|Internal)\b"
)
_IS_ANOTHER = Expression(
    r"\bindependent(?:ly)?\b|\b(?:someone|somebody|anyone|an officer|a person|person|manager|"
    r"officer|"
    r"member)?\s?(?:other than|not (?:the|by the)|different from|separate from|with no part in|"
    r"not involved in|unconnected with)\b",
    re.IGNORECASE,
)
_MUST_BE_ANOTHER = Expression(
    r"\b(?:must|has to|have to|should|is to|may not|cannot)\b[^.]{0,80}?\b(?:by|be) (?:someone|"
    r"somebody|"
    r"an officer|a person|another)?\s?(?:other than|independent of|not|different from)?\s?(?:the|"
    r"its) "
    r"(?P<whom>author|auditor|applicant|requester|preparer|writer|originator)\b",
    re.IGNORECASE,
)
_CLEARS = Expression(
    r"\b(?:clear\w*|approv\w*|authoris\w*|review\w*|check\w*|finance|legal|sign\w*|"
    r"countersign\w*)\b",
    re.I,
)
_CURE = "Correct the name, or let somebody else do it."


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    name: str
    text: str
    place: Place


def who_has_to_be_another_is_another(report: Report) -> Iterator[TextFinding]:
    """“Recipient: P. Ash.  Approved by (not the recipient): P. Ash”."""
    fields = list(_fields(report))
    told: set[str] = set()
    for number, field in enumerate(fields):
        if not _IS_ANOTHER.search(field.label):
            continue
        for other in fields[:number]:
            if other.name == field.name and other.label != field.label and field.name not in told:
                told.add(field.name)
                yield _finding(field, other)
    yield from _as_a_sentence_says(report, fields, told)


def _as_a_sentence_says(
    report: Report, fields: list[_Field], told: set[str]
) -> Iterator[TextFinding]:
    said = next(filter(None, (_MUST_BE_ANOTHER.search(each.text) for each in report.prose)), None)
    if said is None:
        return
    whom = said["whom"].casefold()
    for one in fields:
        if whom not in one.label.casefold():
            continue
        for other in fields:
            clears = other.label != one.label and _CLEARS.search(other.label)
            if clears and other.name == one.name and one.name not in told:
                told.add(one.name)
                yield _finding(other, one)


def _finding(field: _Field, other: _Field) -> TextFinding:
    return TextFinding(
        place=field.place,
        quote=field.text,
        message=f"“{field.label.strip()}” is {field.name.title()}, who is also “"
        f"{other.label.strip()}” ({other.place}).",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


def _fields(report: Report) -> Iterator[_Field]:
    for block in report.blocks:
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                filled = [cell.strip() for cell in cells if cell.strip()]
                name = _named(filled[1]) if len(filled) > 1 else ""
                if name:
                    yield _Field(filled[0], name, " ".join(filled), block.cell_place(row, 0))
        elif isinstance(block, Prose) and (match := _FIELD.match(block.text)):
            name = _named(match["value"])
            if name:
                yield _Field(match["label"], name, block.text, block.place)


def _named(text: str) -> str:
    """The first person that a field names; offices are none."""
    for match in _NAME.finditer(text):
        if not _OFFICE.search(match["name"]):
            return " ".join(match["name"].casefold().replace(".", "").split())
    return ""


RULES: tuple[Rule, ...] = (who_has_to_be_another_is_another,)
