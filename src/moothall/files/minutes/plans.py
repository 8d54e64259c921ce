"""Forward plans and notices of decisions to come: what is due, who decides, when it was first told.

A plan lists its entries; the page of an issue, or a notice, is one entry.  An entry's day of first
publication is taken as printed; a page without one gives none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from moothall.facts.decisions import Answer
from moothall.files.minutes import limits
from moothall.files.minutes.heads import is_chrome
from moothall.files.minutes.labels import (
    LEFT,
    MEANS_IN_A_PLAN,
    label_in,
    plain,
    read_answer,
    read_printed_day,
)
from moothall.files.minutes.lines import Line, Sort, without_size
from moothall.files.minutes.notes import Notes
from moothall.files.reports.unreadable import too_much
from moothall.governance.record.published import PublishedEntry

_TITLES = frozenset(("title", "matter for decision", "subject", "decision title", "item", "issue"))
_LONG = frozenset(("urgency", "key_reason", "private"))
_TELLING = frozenset(("maker", "due", "first_published", "key", "kind", "key_reason"))
_NEW = " new!"
_BY = re.compile(r"\bby\s+(?:the\s+)?(?P<maker>[A-Z].+)$")


@dataclass
class _Open:
    """An entry while its lines are read: `under` is the label whose words are waited for."""

    title: str = ""
    said: dict[str, str] = field(default_factory=dict)
    under: str = ""


def read_plan(title: str, lines: Sequence[Line], notes: Notes) -> tuple[PublishedEntry, ...]:
    """Every entry of a forward plan, or the one of a notice that is called by its title."""
    found: list[PublishedEntry] = []
    for its_title, its_lines in _cut(title, lines, notes):
        if len(found) >= limits.ITEMS:
            raise too_much("The page", f"lists over {limits.ITEMS} entries")
        if (entry := entry_in(its_title, its_lines, notes)) is not None:
            found.append(entry)
    return tuple(found)


def entry_in(title: str, lines: Sequence[Line], notes: Notes | None) -> PublishedEntry | None:
    """What some labelled lines say of a decision to come; None where they say nothing of one.

    Without `notes` the lines are somebody else's to account for.
    """
    opened = _Open(title=title)
    for line in lines:
        if not _take(opened, line) and notes is not None:
            known = label_in(line.words)[0] in LEFT or plain(line.words) in LEFT
            marked = line.sort is Sort.LABEL and not known
            (notes.not_understood if marked else notes.left)(line)
    return _entry(opened) if _TELLING & opened.said.keys() else None


def tells_of_a_plan(line: Line) -> bool:
    """Whether a line is one that an issue's entry is read from."""
    return MEANS_IN_A_PLAN.get(label_in(line.words)[0], "") in (
        *("first_published", "kind", "key", "key_reason", "due", "private", "maker", "urgency"),
    )


def _cut(title: str, lines: Sequence[Line], notes: Notes) -> Iterator[tuple[str, Sequence[Line]]]:
    """The lines of each entry with its title: after its number, else the line above its decider."""
    starts = [at for at, line in enumerate(lines) if line.sort is Sort.ITEM]
    after_number = bool(starts)
    if not starts:
        starts = [at - 1 for at, line in enumerate(lines) if at and _names_the_decider(line)]
    if len(starts) < 2 and not after_number and title and not _is_a_list(lines):
        yield title, lines
        return
    for line in lines[: starts[0]] if starts else lines:
        notes.left(line)
    ends = [*starts[1:], len(lines)]
    for start, end in zip(starts, ends, strict=True):
        first = start + 1 if after_number else start
        if first < end:
            words = without_size(lines[first].words)
            yield words.removesuffix(_NEW.title()).removesuffix(_NEW), lines[first + 1 : end]


def _is_a_list(lines: Sequence[Line]) -> bool:
    return any(plain(line.words) in ("plan items", "no item", "no. item") for line in lines)


def _names_the_decider(line: Line) -> bool:
    return MEANS_IN_A_PLAN.get(label_in(line.words)[0]) == "maker"


def _take(opened: _Open, line: Line) -> bool:
    """Take what a line says; whether it was understood."""
    label, value = label_in(line.words)
    label = label or (plain(line.words) if line.sort in (Sort.HEADING, Sort.LABEL) else "")
    if line.sort is Sort.ROW and len(line.cells) == 2 and not label_in(line.words)[1]:
        label, value = plain(line.cells[0]), line.cells[1]
    if label in _TITLES and value:
        opened.title, opened.under = value, ""
        return True
    meant = MEANS_IN_A_PLAN.get(label, "")
    if meant:
        opened.under = meant if not value or meant in _LONG else ""
        if value and meant not in opened.said:
            opened.said[meant] = value
        return True
    if label or is_chrome(line) or line.linked:
        opened.under = ""
        return False
    if opened.under:
        before = opened.said.get(opened.under, "")
        opened.said[opened.under] = f"{before} {line.words}".strip()
        if opened.under not in _LONG:
            opened.under = ""
        return True
    return False


def _entry(opened: _Open) -> PublishedEntry:
    said = opened.said
    key = read_answer(said.get("key", ""))
    if key is Answer.UNKNOWN:
        key = read_answer(said.get("kind", ""))
    private = said.get("private", "")
    decider = _BY.search(said.get("due", ""))
    return PublishedEntry(
        title=opened.title,
        maker=said.get("maker", "") or (decider["maker"] if decider else ""),
        due=said.get("due", ""),
        due_on=read_printed_day(said.get("due", "")),
        key=key,
        key_reason=said.get("key_reason", "").rstrip("; "),
        first_published=read_printed_day(said.get("first_published", "")),
        private="" if _is_open(private) else private,
        urgency=said.get("urgency", ""),
        reference=said.get("forward_plan_reference", "") or said.get("reference", ""),
    )


def _is_open(words: str) -> bool:
    """Whether a page says that nothing is held back."""
    first = words.casefold().strip(" .-")
    return first in ("", "no") or first.startswith(("open", "public", "no ", "none", "not ", "n/a"))
