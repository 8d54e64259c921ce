"""Letters before titles: “A. Housing, B. Roads, C. Water, G. Planning”, in text or in a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.sequences import slips

_LETTERED = Expression(r"^(?P<letter>[A-Z])(?:[.):]|\s[–-])\s+(?P<words>[A-Z][^.;]{2,80})")
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Title:
    value: int
    words: str
    place: Place


def letters_of_titles_run_on(report: Report) -> Iterator[TextFinding]:
    """Titles lettered A, B, C, C, E or A, B, C, G."""
    told: set[str] = set()
    for run in _runs(report):
        found = list(slips([title.value for title in run]))
        if len(found) != 1 or len(run) < _FEWEST or found[0].index < _FEWEST - 1:
            continue
        slip = found[0]
        if slip.index == len(run) - 1 and len(slip.missing) > 1 and run[0].place.row is None:
            continue  # “M. Moss thanked the members”
        title, before = run[slip.index], run[slip.index - 1]
        if title.words in told:
            continue
        told.add(title.words)
        letter = chr(title.value + ord("A") - 1)
        if slip.twice:
            message = f"The letter {letter} stands before two titles."
        else:
            missing = [chr(number + ord("A") - 1) for number in slip.missing[:1]]
            message = (
                f"{chr(before.value + ord('A') - 1)} is followed by {letter}: there is no "
                f"{missing[0]}."
            )
        yield TextFinding(
            place=title.place,
            quote=f"{letter}. {title.words}",
            message=message,
            confidence=Confidence.MEDIUM,
            cure="Letter them one after another, or put back what was taken out.",
        )


def _runs(report: Report) -> Iterator[list[_Title]]:
    """Lettered titles from A on, those of the text and those of each table."""
    in_text: list[_Title] = []
    for block in report.blocks:
        if isinstance(block, Heading | Prose) and len(block.text) < _LONGEST:
            in_text += _titles(f"{block.number} {block.text}".strip(), block.place)
        elif isinstance(block, Grid):
            rows = [
                title
                for row, cells in enumerate(block.rows)
                for title in _titles(cells[0] if cells else "", block.cell_place(row, 0))
            ]
            yield from _from_the_first(rows)
    yield from _from_the_first(in_text)


_LONGEST = 100


def _titles(text: str, place: Place) -> Iterator[_Title]:
    match = _LETTERED.match(text)
    if match is not None:
        yield _Title(ord(match["letter"]) - ord("A") + 1, match["words"], place)


def _from_the_first(titles: list[_Title]) -> Iterator[list[_Title]]:
    run: list[_Title] = []
    for title in titles:
        if title.value == 1 or (run and title.value < run[-1].value):
            if run:
                yield run
            run = [title] if title.value == 1 else []
        elif run:
            run.append(title)
    if run:
        yield run


RULES: tuple[Rule, ...] = (letters_of_titles_run_on,)
