"""A report against a council's template: sections missing or empty."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.formats import Format
from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.empty_headings import has_words, is_under

# Words that headings share whatever they are about.
_EMPTY_WORDS = frozenset(
    (
        *("a", "an", "and", "any", "for", "from", "in", "of", "on", "or", "our", "the", "to", "is"),
        *("are", "this", "report", "council", "councils", "with", "by", "at", "further"),
        *("implication", "consideration", "issue", "comment", "section", "matter", "detail"),
        *("information", "statement", "impact", "assessment"),
    )
)
_SAME = {
    "equalities": "equality",
    "hr": "staff",
    "workforce": "staff",
    "staffing": "staff",
    "employee": "staff",
    "finance": "financial",
    "resource": "financial",
    "law": "legal",
    "statutory": "legal",
    "eia": "equality",
    "eqia": "equality",
    "diversity": "equality",
    "timetable": "timescale",
    "consultee": "consultation",
    "engagement": "consultation",
    "introduction": "background",
    "context": "background",
    "summary": "purpose",
    "environmental": "climate",
    "environment": "climate",
    "sustainability": "climate",
    "carbon": "climate",
    "wellbeing": "health",
}
_PHRASES = (("human resources", "staff"), ("well-being", "health"), ("well being", "health"))


def _about(heading: str) -> frozenset[str]:
    """The words that say what a heading is about, without number, ending or common words."""
    words = heading.casefold()
    for phrase, one in _PHRASES:
        words = words.replace(phrase, one)
    stems = []
    for word in re.findall(r"[a-z]+", words.replace("’", "").replace("'", "")):
        stem = _singular(word)
        stem = _SAME.get(word, _SAME.get(stem, stem))
        if stem not in _EMPTY_WORDS:
            stems.append(stem)
    # "INFORMATION" and "Equality Impact Assessment" keep what they have
    return frozenset(stems) or frozenset(re.findall(r"[a-z]+", words))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A heading, or a label that serves as one, and what stands under it."""

    text: str
    about: frozenset[str]
    place: Place
    filled: bool


_LABEL = Expression(r"^(?P<label>[A-Z][^:.?!]{1,80}):(?:\s+(?P<rest>\S.*))?$", re.DOTALL)


_TITLE_OF_MINUTES = Expression(r"^\W*(?:draft |printed |public )?minutes of (?:a|an|the)\b", re.I)
"""“MINUTES of a meeting of the Cabinet held in …” names what stands under it, long as it is."""


def _named(report: Report) -> list[_Named]:
    found = []
    blocks = report.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            filled = _something_under(blocks, index)
            text = block.text
            found.append(_Named(text=text, about=_about(text), place=block.place, filled=filled))
        elif isinstance(block, Prose):
            label = _LABEL.match(block.text)
            if label:
                filled = bool(label["rest"]) or _words_follow(blocks, index)
                found.append(_label(label["label"], block.place, filled=filled))
            elif _TITLE_OF_MINUTES.match(block.text):
                found.append(_label("Minutes", block.place, filled=index + 1 < len(blocks)))
            elif len(block.text.split()) <= 8 and not block.bullet:
                # a heading that the file does not mark
                filled = _words_follow(blocks, index)
                found.append(_label(block.text, block.place, filled=filled))
        elif isinstance(block, Grid):
            found.extend(_column_heads(block))
            for row, cells in enumerate(block.rows):
                if cells and cells[0].strip() and len(cells[0]) <= 100:
                    filled = any(cell.strip() for cell in cells[1:])
                    text = cells[0].partition(":")[0]
                    found.append(_label(text, block.cell_place(row, 0), filled=filled))
    return found


def _column_heads(grid: Grid) -> Iterator[_Named]:
    """What the columns of a table are called, from the second on."""
    for column, cell in enumerate(grid.rows[0][1:] if grid.rows else (), start=1):
        if cell.strip() and len(cell) <= 60:
            filled = any(row[column].strip() for row in grid.rows[1:])
            yield _label(cell, grid.cell_place(0, column), filled=filled)


def _label(text: str, place: Place, *, filled: bool) -> _Named:
    return _Named(text=text, about=_about(text), place=place, filled=filled)


def _words_follow(blocks: tuple[Block, ...], index: int) -> bool:
    if index + 1 >= len(blocks):
        return False
    after = blocks[index + 1]
    return not isinstance(after, Heading) and has_words(after)


def _something_under(blocks: tuple[Block, ...], index: int) -> bool:
    heading = blocks[index]
    for block in blocks[index + 1 :]:
        if isinstance(block, Heading) and isinstance(heading, Heading):
            return is_under(heading, block)
        if has_words(block):
            return True
    return False


def _matches(wanted: frozenset[str], about: frozenset[str]) -> bool:
    """Whether two headings are about one thing: one's words are all in the other's."""
    if not wanted or not about:
        return False
    return wanted <= about or (about <= wanted and len(about) * 2 >= len(wanted))


# Where more than this share of a template is lacking, the report was not written to it.
_MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A part that the template asks for; a grouping one holds nothing itself."""

    heading: str
    optional: bool = False
    grouping: bool = False


def missing_sections(report: Report, layout: Format) -> Iterator[TextFinding]:
    """Sections and front lines of a council's template that the report lacks or leaves empty."""
    named = _named(report)
    place = report.blocks[0].place if report.blocks else Place()
    wanted = [_Wanted(heading=field.label.rstrip(":")) for field in layout.front]
    for section in layout.sections:
        for part in (section, *section.sections):
            grouping = part is section and bool(section.sections)
            heading = part.heading.rstrip(":")
            wanted.append(_Wanted(heading=heading, optional=part.optional, grouping=grouping))
    lacking: list[TextFinding] = []
    for asked_for in wanted:
        heading = asked_for.heading
        about = _about(heading)
        found = [name for name in named if _matches(about, name.about)]
        if any(name.filled for name in found) or _within_a_line(report, heading):
            continue
        if found and asked_for.grouping:
            continue  # what should stand under it is named on its own
        if found:
            yield TextFinding(
                place=found[0].place,
                quote=found[0].text,
                message=f"“{found[0].text}” is empty; {layout.title} asks for it.",
                confidence=Confidence.MEDIUM,
                cure="Write it, or say why there is nothing to say.",
            )
        elif not asked_for.optional:
            lacking.append(
                TextFinding(
                    place=place,
                    quote=heading,
                    message=f"The report has no “{heading}”, which {layout.title} asks for.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Add “{heading}”.",
                )
            )
    asked = sum(not one.optional for one in wanted)
    if len(lacking) > _MOST * asked:
        # another kind of paper altogether: one sentence says more than a list of headings
        yield TextFinding(
            place=place,
            quote=", ".join(finding.quote for finding in lacking),
            message=f"The report has {asked - len(lacking)} of the {asked} parts that "
            f"{layout.title} asks for: it does not follow this template.",
            confidence=Confidence.MEDIUM,
            cure="Choose the template that the report was written to.",
        )
        return
    yield from lacking


def _within_a_line(report: Report, heading: str) -> bool:
    """Whether a label stands inside a line of several: "Forward Plan ref: n/a Key decision: No"."""
    label = re.compile(rf"\b{re.escape(heading)}\s*:\s*\w", re.IGNORECASE)
    return any(label.search(block.text) for block in report.blocks if isinstance(block, Prose))
