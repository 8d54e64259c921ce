"""The words of a message to one person: what matters first, then programme by programme."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from moothall.basics.dates import in_words
from moothall_web.notifications import kinds
from moothall_web.notifications.gathering import OfProgramme
from moothall_web.notifications.lines import Line, plain
from moothall_web.people.councils import listed

_MOST = 25  # lines of a programme; the page has the others
_DAYS = (kinds.NOTICE, kinds.PAPERS, kinds.REPLY, kinds.AGREEMENT, kinds.TASK_DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A message: its subject, as plain text, and the same as HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a message says of one programme.

    `more` lines are left to its page, and `hidden` things are there that no message may hold.
    """

    name: str
    place: str
    lines: tuple[Line, ...]
    more: int
    hidden: tuple[Line, ...]


def chosen(found: Iterable[OfProgramme], keys: Collection[str]) -> tuple[Part, ...]:
    """The parts of a message that is to tell just these lines."""
    wanted = set(keys)
    parts = []
    for each in found:
        told = [line for line in each.lines if line.key in wanted]
        lines = [line for line in told if not line.is_hidden]
        if told:
            parts.append(
                Part(
                    name=plain(each.name),
                    place=reverse("cases:programme", args=[each.code]),
                    lines=tuple(lines[:_MOST]),
                    more=len(lines) - len(lines[:_MOST]),
                    hidden=tuple(line for line in told if line.is_hidden),
                )
            )
    return tuple(parts)


def words_of(parts: Sequence[Part], today: date) -> Words:
    """The message that says these parts."""
    first = what_matters([line for part in parts for line in (*part.lines, *part.hidden)])
    where = parts[0].name if len(parts) == 1 else f"{len(parts)} programmes"
    context = {
        "first": f"{first}, in {where}.",
        "parts": parts,
        "site": settings.SITE_ADDRESS,
        "settings_at": reverse("notifications:told"),
        "today": today,
    }
    return Words(
        subject=f"{_cut(where)}: {first[:1].lower()}{first[1:]} ({in_words(today)})",
        text=render_to_string("notifications/mail.txt", context).strip() + "\n",
        html=render_to_string("notifications/mail.html", context),
    )


def what_matters(lines: Sequence[Line]) -> str:
    """`1 new breach, 2 last days within a week and 3 other things`."""
    counts: dict[str, int] = {}
    for line in lines:
        one, many = _group(line)
        name = f"{one}|{many}"
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=_ORDER.index)
    told = []
    for name in ordered:
        one, many = name.split("|")
        number = counts[name]
        told.append(f"{number} {one if number == 1 else many}")
    return listed(told)


_BREACH = "new breach|new breaches"
_PASSED = "day that has passed|days that have passed"
_NEAR = "last day within a week|last days within a week"
_FURTHER = "day further ahead|days further ahead"
_CLEAR = "clearance to see to|clearances to see to"
_BASELINE = "baseline open again|baselines open again"
_TASK = "task or remark for you|tasks and remarks for you"
_FINDING = "new finding|new findings"
_NEWS = "piece of news|pieces of news"
_HIDDEN = "thing that no message may hold|things that no message may hold"
_ORDER = [_BREACH, _PASSED, _NEAR, _CLEAR, _BASELINE, _TASK, _FURTHER, _FINDING, _NEWS, _HIDDEN]


def _group(line: Line) -> tuple[str, str]:
    one, many = _group_of(line).split("|")
    return one, many


def _group_of(line: Line) -> str:
    if line.is_hidden:
        return _HIDDEN
    if line.kind is kinds.FINDING:
        return _BREACH if line.grave == 0 else _FINDING
    if line.kind in _DAYS:
        return _PASSED if line.grave == 0 else _NEAR if line.grave <= 2 else _FURTHER
    if line.kind in (kinds.CLEARANCE, kinds.STALE):
        return _CLEAR
    if line.kind is kinds.BASELINE:
        return _BASELINE
    if line.kind in (kinds.TASK, kinds.MENTION):
        return _TASK
    return _NEWS


def _cut(name: str) -> str:
    whole = " ".join(name.split())
    return whole if len(whole) <= 60 else f"{whole[:59].rstrip()}…"
