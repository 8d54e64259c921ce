"""What was resolved, item by item, out of the paragraphs of minutes or of a decision.

A resolution begins where the record says RESOLVED (or AGREED, or DETERMINED) and goes on with what
is numbered after it.  Its words stay as printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moothall.files.minutes.lines import Line, Sort
from moothall.files.reports.word.numbering import printed_as
from moothall.governance.record.published import PublishedResolution

_OPENING = re.compile(
    r"^\W*(?:(?:that\s+)?it\s+(?:was|be)\s+)?(?:unanimously\s+)?"
    r"(?:RESOLVED|AGREED|DETERMINED|ORDERED|Resolved(?=\s*(?:[-–—:(]|$|that\b|unanimously)))"
    r"(?:\s+unanimously)?(?:\s*\((?!\w{1,4}\)\s*[Tt]hat)[^)]{0,80}\))?\s*[-–—:.]*\s*(?P<rest>.*)$",
    re.DOTALL,
)
_UNANIMOUS = re.compile(r"^(RESOLVED|AGREED)\s+UNANIMOUSLY", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:the\s+)?[^.;]{0,120}?\b(?:resolved|agreed|determined|decided)(?:\s+unanimously)?"
    r"(?:\s+(?:that|to))?\s*[:–—-]+$",
    re.IGNORECASE,
)
_INNER = re.compile(r"(?:(?<=^)|(?<=\s))\((?P<mark>\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=\S)")
_TRIVIAL = re.compile(r"^(?:that)?\s*(?:it be)?\s*(?:that)?\W*$", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:as\s+an\s+amendment|amendment\s+(?:was|to|moved|proposed|carried|lost)|"
    r"(?:be|was|were|as)\s+amended|following\s+amendments?|moved\s+an\s+amendment)\b",
    re.IGNORECASE,
)
_ROMAN = [printed_as(number, "lowerRoman") for number in range(1, 21)]
_FEW_WORDS = 5


def resolutions_in(lines: Sequence[Line]) -> tuple[PublishedResolution, ...]:
    """Everything that was resolved, in its order; none where the record does not say so."""
    found: list[PublishedResolution] = []
    place = 0
    while place < len(lines):
        opened = _opened(lines[place])
        if opened is None:
            place += 1
            continue
        taken, place = _taken(lines, place + 1, opened)
        found += _numbered(taken, len(found))
    return tuple(found)


def numbered_in(lines: Sequence[Line]) -> tuple[PublishedResolution, ...]:
    """The decision of a page that has no word for resolving: its numbered parts, or the whole."""
    if found := resolutions_in(lines):
        return found
    words = [line for line in lines if line.sort in (Sort.WORDS, Sort.LABEL)]
    numbered = [line for line in words if line.number and not line.bullet]
    if len(numbered) > 1:
        first = words.index(numbered[0])
        lead = " ".join(line.words for line in words[:first])
        parts = list(_parts(words[first:]))
        return tuple(_numbered([_with_lead(_short(lead), each) for each in parts], 0))
    whole = [line for line in words if not line.bullet]
    if len(whole) == 1:
        return tuple(_numbered([_Part("", _joined(words))], 0))
    return ()


def amendments_in(lines: Sequence[Line]) -> tuple[str, ...]:
    """The paragraphs that speak of an amendment, as printed."""
    return tuple(line.words for line in lines if _AMENDED.search(line.words))


def as_printed(line: Line) -> str:
    """A paragraph with the number or bullet that stands before it."""
    mark = line.number or ("•" if line.bullet else "")
    return f"{mark} {line.words}" if mark else line.words


@dataclass(frozen=True, slots=True)
class _Part:
    number: str
    text: str


def _opened(line: Line) -> str | None:
    """What stands behind the word for resolving; None where the line does not begin with it."""
    words = _UNANIMOUS.sub(lambda match: match[1], as_printed(line) if line.number else line.words)
    if match := _OPENING.match(words):
        return match["rest"].strip()
    if _LEADING.match(words):
        return ""
    return None


def _taken(lines: Sequence[Line], place: int, rest: str) -> tuple[list[_Part], int]:
    """The parts of one resolution, and the place of the line after it."""
    if inner := _inner(rest):
        lead, parts = inner
    else:
        lead, parts = rest, []
    after: list[Line] = []
    while place < len(lines) and _goes_on(lines[place], rest, after):
        after.append(lines[place])
        place += 1
    if not after:
        return [_with_lead(_short(lead), each) for each in parts] or (
            [_Part("", lead)] if lead else []
        ), place
    if parts:  # the first part stands on the line of the word itself
        return [_with_lead(_short(lead), each) for each in (*parts, *_parts(after))], place
    bulleted = all(line.bullet and not line.number for line in after)
    if bulleted and lead and len(lead.split()) > _FEW_WORDS:
        return [_Part("", " ".join((lead, *map(as_printed, after))))], place
    return [_with_lead(_short(lead), each) for each in _parts(after)], place


def _goes_on(line: Line, rest: str, after: Sequence[Line]) -> bool:
    """Whether a line still belongs to the resolution before it."""
    if line.sort not in (Sort.WORDS, Sort.LABEL) or _opened(line) is not None:
        return False
    if line.number or line.bullet:
        return True
    if line.words[:5] == "That " and (not rest or after):
        return True
    return not rest and not after


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    """Numbered parts; what is marked more deeply, or not at all, goes on with the one before."""
    outer = _form(lines[0]) if lines else ""
    held: list[Line] = []
    for line in lines:
        begins = _form(line) == outer if outer else True
        if held and begins:
            yield _Part(held[0].number, _joined(held))
            held = []
        held.append(line)
    if held:
        yield _Part(held[0].number, _joined(held))


def _form(line: Line) -> str:
    """Of which form the mark before a line is: a number, a letter, a roman one, a bullet."""
    bare = line.number.strip("().")
    if not bare:
        return "bullet" if line.bullet else ""
    if bare[0].isdigit():
        return f"number {bare.count('.')}"
    return "roman" if bare.casefold() in _ROMAN and bare.casefold() not in ("c", "d") else "letter"


def _joined(lines: Sequence[Line]) -> str:
    """Lines as one text; the marks of all but the first stand in it."""
    first, *more = lines
    said = [first.words, *(as_printed(line) for line in more)]
    return " ".join(said)


def _inner(rest: str) -> tuple[str, list[_Part]] | None:
    """The parts of `(1) That …; (2) That …` in one line; None where it has not several."""
    marks = list(_INNER.finditer(rest))
    runs = [each["mark"] for each in marks]
    if not runs or runs[0] not in ("1", "a", "i"):
        return None
    expected = {"1": [str(n) for n in range(1, 100)], "a": [chr(97 + n) for n in range(26)]}
    order = expected.get(runs[0], _ROMAN)
    kept: list[re.Match[str]] = []
    for mark in marks:
        if len(kept) < len(order) and mark["mark"] == order[len(kept)]:
            kept.append(mark)
    ends = [*(mark.start() for mark in kept[1:]), len(rest)]
    parts = [
        _Part(f"({mark['mark']})", re.sub(r"[;,]?\s*(?:and)?\s*$", "", rest[mark.end() : end]))
        for mark, end in zip(kept, ends, strict=True)
    ]
    return rest[: kept[0].start()].strip(), parts


def _short(lead: str) -> str:
    """What stands before the parts, empty where it says nothing: `That:`."""
    return "" if _TRIVIAL.match(lead) else re.sub(r"[\s:–—-]+$", "", lead)


def _with_lead(lead: str, part: _Part) -> _Part:
    return _Part(part.number, f"{lead} {part.text}") if lead else part


def _numbered(parts: Sequence[_Part], before: int) -> Iterator[PublishedResolution]:
    for place, part in enumerate(parts, start=before + 1):
        text = " ".join(part.text.split())
        if text:
            yield PublishedResolution(number=part.number.strip(".") or str(place), text=text)
