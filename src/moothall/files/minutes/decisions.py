"""The page of one decision: label by label, and the words that stand under a label."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from moothall.facts.decisions import Answer
from moothall.files.minutes.heads import is_chrome
from moothall.files.minutes.labels import (
    LEFT,
    LONG,
    MEANS,
    label_in,
    plain,
    read_answer,
    read_printed_day,
)
from moothall.files.minutes.lines import Line, Sort
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.resolved import amendments_in, as_printed, numbered_in
from moothall.governance.record.published import PublishedDecision

_DAYS = ("decided_on", "published_on", "effective_on", "call_in_ends_on", "first_published")
_ANSWERS = ("key", "subject_to_call_in")


@dataclass
class _Gathered:
    """What stands behind each label: on its line, and in the lines after it."""

    short: dict[str, str] = field(default_factory=dict)
    long: dict[str, list[Line]] = field(default_factory=dict)

    def say(self, meant: str, line: Line, value: str) -> None:
        if value:
            said = Line(line.at, value)
            self.long.setdefault(meant, []).append(said)


def read_decision(title: str, lines: Sequence[Line], notes: Notes) -> PublishedDecision:
    """The record of a decision.  What is under no known label goes to `notes`."""
    gathered, under = _Gathered(), ""
    for line in lines:
        label, value = label_in(line.words)
        if not label and line.sort is Sort.HEADING:
            label = plain(line.words)
        bare = plain(line.words) if not label else ""
        marked = line.sort in (Sort.LABEL, Sort.HEADING)
        if label in MEANS or (not under and bare in MEANS):
            meant = MEANS[label or bare]
            under = _labelled(gathered, meant, line, value, notes)
        elif label in LEFT or bare in LEFT:
            notes.left(line)
            under = "left"
        elif is_chrome(line) or (line.linked and under in ("", "left")):
            notes.left(line)
        elif marked:
            notes.not_understood(line)
            under = ""
        elif under == "left":
            notes.left(line)
        elif under:
            gathered.long.setdefault(under, []).append(line)
        else:
            notes.not_understood(line)
    return _decision(title, gathered)


def _labelled(gathered: _Gathered, meant: str, line: Line, value: str, notes: Notes) -> str:
    """Take the value of a label, and say under which one the next lines stand."""
    if meant in LONG:
        gathered.say(meant, line, value)
        return meant
    if (
        not value
        or (meant in _DAYS and read_printed_day(value) is None)
        or (meant in _ANSWERS and read_answer(value) is Answer.UNKNOWN)
    ):
        notes.not_understood(line)
    elif meant in gathered.short and gathered.short[meant] != value:
        notes.not_understood(line, f"{line.words} (said before: {gathered.short[meant]})")
    else:
        gathered.short.setdefault(meant, value)
    return ""


def _decision(title: str, held: _Gathered) -> PublishedDecision:
    short, text = held.short, held.long.get("text", [])
    key = read_answer(short.get("key", ""))
    if key is Answer.UNKNOWN:
        key = read_answer(short.get("kind", ""))
    minutes = held.long.get("minutes", [])
    return PublishedDecision(
        title=title,
        maker=short.get("maker", ""),
        meeting=short.get("meeting", ""),
        status=short.get("status", ""),
        key=key,
        key_reason=short.get("key_reason", "").rstrip("; "),
        subject_to_call_in=read_answer(short.get("subject_to_call_in", "")),
        urgency=_words(held.long.get("urgency", [])),
        purpose=tuple(as_printed(line) for line in held.long.get("purpose", [])),
        text=tuple(as_printed(line) for line in (text or minutes)),
        resolved=numbered_in(text or minutes),
        amendments=amendments_in([*text, *minutes]),
        reasons=_words(held.long.get("reasons", [])),
        alternatives=_words(held.long.get("alternatives", [])),
        interests=_words(held.long.get("interests", [])),
        dispensations=_words(held.long.get("dispensations", [])),
        decided_on=read_printed_day(short.get("decided_on", "") or short.get("meeting", "")),
        published_on=read_printed_day(short.get("published_on", "")),
        effective_on=read_printed_day(short.get("effective_on", "")),
        call_in_ends_on=read_printed_day(short.get("call_in_ends_on", "")),
        first_published=read_printed_day(short.get("first_published", "")),
        reference=short.get("reference", ""),
        forward_plan_reference=short.get("forward_plan_reference", ""),
    )


def _words(lines: Sequence[Line]) -> str:
    """Lines as one text; the same said twice stands once."""
    return " ".join(dict.fromkeys(as_printed(line) for line in lines))
