"""Names under their heading: a section on one thing whose first sentence speaks of another.

“Harbour Working Group” stands over “The Harbour Task Group met twice”: whoever renamed the thing
renamed it in one place.  A heading that is a name is borne out by its section, which says it again
in full, in short or by its letters; where the section says another name of the same sort instead,
and the heading's nowhere, one of the two is wrong.
"""

import re
from collections.abc import Iterator, Sequence

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.mentions import BODIES, DOINGS
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, word_set
from moothall.proofread.reading.written_names import JOINERS, in_small_letters

_HEADING = Expression(
    r"^[\d.()a-z]{0,6}\s*(?P<name>[A-Z][\w’'-]+(?:\s(?:and|&|of|for|the|in|[A-Z][\w’'-]+)){1,7})\W*$"
)
_OPENS = Expression(
    r"^[\d.()a-z]{0,6}\s*(?:The|Our|This)\s(?P<name>[A-Z][\w’'-]+(?:\s(?:and|&|of|for|the|[A-Z][\w’'-]+)){0,7}\s"
    r"(?:[A-Z][\w’'-]+))(?=[\s,.(;:])"
)
_LONGEST_HEADING = 90
_KINDS = BODIES | DOINGS
_GENERAL = word_set(
    "council committee report update minutes chairman chair local authority county board cabinet "
    "city borough district"
)
_IN_PLACE = word_set(
    "terms membership remit role purpose governance reference background reports minutes update"
)


def a_section_speaks_of_what_its_heading_names(report: Report) -> Iterator[TextFinding]:
    """Under “Harbour Working Group” the text does not begin “The Quay Task Group …”."""
    texts = passages(report)
    for number, heading in enumerate(texts[:-1]):
        match = _heading(heading)
        if match is None or texts[number + 1].part not in ("prose", "bullet"):
            continue
        section = _section(texts, number)
        opening = _OPENS.match(section[0].text) if section else None
        if opening is None:
            continue
        name, other = match["name"], opening["name"]
        if _are_two_names_of_one_sort(name, other) and not _is_spoken_of(name, section):
            yield TextFinding(
                place=section[0].place,
                quote=around(section[0].text, opening.start("name"), opening.end("name")),
                message=f"The heading is “{name}”, and the section under it begins with “{other}” "
                "and names the other nowhere: it looks like one thing under two names.",
                confidence=Confidence.MEDIUM,
                cure="Use one name in heading and text, or say how the two differ.",
            )


def _heading(passage: Passage) -> re.Match[str] | None:
    """The name that a heading is, or a line on its own as plain text has its headings."""
    if passage.part not in ("heading", "prose") or len(passage.text) > _LONGEST_HEADING:
        return None
    return _HEADING.match(passage.text)


def _section(texts: Sequence[Passage], number: int) -> list[Passage]:
    found: list[Passage] = []
    for passage in texts[number + 1 : number + 40]:
        if passage.part == "heading" or _heading(passage) is not None:
            break
        found.append(passage)
    return found


def _words(name: str) -> list[str]:
    return [word for word in map(in_small_letters, name.split()) if word not in JOINERS]


def _are_two_names_of_one_sort(name: str, other: str) -> bool:
    one, two = _words(name), _words(other)
    if one[-1] != two[-1] or one[-1] not in _KINDS or set(one) & _IN_PLACE:
        return False
    if set(one) <= set(two) or set(two) <= set(one):
        return False  # the one is short for the other
    return not set(two[:-1]) <= _GENERAL and len(one) > 1


def _is_spoken_of(name: str, section: Sequence[Passage]) -> bool:
    """Whether the section says the heading's name: whole, without its first word, or in letters."""
    words = _words(name)
    letters = "".join(word[0] for word in words).upper()
    short = " ".join(name.split()[1:]).casefold() if len(words) > 2 else name.casefold()
    return any(
        name.casefold() in passage.text.casefold()
        or short in passage.text.casefold()
        or re.search(rf"\b{letters}\b", passage.text) is not None
        for passage in section
    )


RULES: tuple[Rule, ...] = (a_section_speaks_of_what_its_heading_names,)
