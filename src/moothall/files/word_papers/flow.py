"""What came back, in the order of the file: words with marks, words without, and what was made."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from moothall.documents.word_marks import Mark, MarkKind, digest_of, hash_of, on_one_line
from moothall.files.word_papers.read_words import ReadFile, ReadTable, ReadWords

_LABELS_OF_A_SHEET = 2


@dataclass(frozen=True, slots=True)
class At:
    """Where words stand in the file: below which of its headings, or in which row of the front."""

    heading: int
    label: str = ""


@dataclass(slots=True)
class Run:
    """Consecutive paragraphs that left as the words of one fact."""

    mark: Mark
    by_tag: bool
    at: At
    words: list[ReadWords] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loose:
    """A paragraph that left as nothing we know: new, or its marks were lost on the way."""

    words: ReadWords
    at: At
    prompt: Mark | None = None
    """The empty place in which it was written."""


@dataclass(slots=True)
class Flow:
    """A file in its order.  `made` are paragraphs of the program, each with its mark if it has."""

    entries: list[Run | Loose] = field(default_factory=list)
    made: list[tuple[ReadWords, At]] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)


def flow_of(read: ReadFile, labels: frozenset[str]) -> Flow:
    """Put a file in order.  `labels` are those of the rows of the paper's front sheet."""
    flow = Flow()
    open_run: tuple[str, int] | None = None
    for words, at in _paragraphs(read, labels, flow):
        mark = words.mark
        if mark is not None and mark.kind is MarkKind.WORDS:
            name = (mark.hash, words.group)
            if open_run != name:
                flow.entries.append(Run(mark, words.by_tag, at))
                open_run = name
            run = flow.entries[-1]
            if isinstance(run, Run):
                run.words.append(words)
            continue
        open_run = None
        if mark is not None and mark.kind is MarkKind.MADE:
            flow.made.append((words, at))
        elif mark is not None and mark.kind is MarkKind.PROMPT:
            if words.printed and digest_of((words.printed,)) != mark.digest:
                flow.entries.append(Loose(words, at, mark))
        elif words.printed:
            flow.entries.append(Loose(words, at))
    return flow


def _paragraphs(
    read: ReadFile, labels: frozenset[str], flow: Flow
) -> Iterator[tuple[ReadWords, At]]:
    for item in read.items:
        if isinstance(item, ReadWords):
            if not item.is_heading:
                yield item, At(item.heading)
        elif _is_sheet(item, labels):
            yield from _rows(item)
        elif item.lines:
            flow.tables.append(item)


def _rows(table: ReadTable) -> Iterator[tuple[ReadWords, At]]:
    for row in table.rows:
        label = row_label(row)
        for column, cell in enumerate(row):
            for words in cell:
                marked = words.mark is not None
                if column or marked:
                    yield words, At(table.heading, label)


def row_label(row: tuple[tuple[ReadWords, ...], ...]) -> str:
    """What a row of a front sheet is called."""
    return next((each.printed for cell in row[:1] for each in cell if each.printed), "")


def _is_sheet(table: ReadTable, labels: frozenset[str]) -> bool:
    """Whether people write in a table: it has words of theirs, or is called as the front sheet."""
    kinds = {words.mark.kind for row in table.rows for cell in row for words in cell if words.mark}
    if kinds & {MarkKind.WORDS, MarkKind.PROMPT}:
        return True
    called = {on_one_line(row_label(row)) for row in table.rows}
    return len(called & labels) >= _LABELS_OF_A_SHEET


def is_as_made(words: ReadWords) -> bool | None:
    """Whether what the program made still reads as it left; None where that cannot be told."""
    mark = words.mark
    if mark is None or mark.hash != hash_of(mark.digest):
        return None  # the mark is that of a whole stretch
    return digest_of((words.printed,)) == mark.digest
