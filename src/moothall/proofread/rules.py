"""Every rule of the proofreader, room by room, and the call that puts reports to all of them."""

from importlib import import_module
from types import ModuleType

from moothall.documents.formats import Format
from moothall.documents.report import Report
from moothall.proofread.finding import TextFinding
from moothall.proofread.many_hands import found_by_many_hands
from moothall.proofread.proofread import BetweenRule, Rule, findings, in_order
from moothall.proofread.reading.labelled_paragraphs import with_labels_taken_off

ROOMS = (
    "tables",
    "figures",
    "answers",
    "structure",
    "opinions",
    "wording",
    "savings",
    "dates",
    "names",
    "told_again",
)
"""The rooms that hold rules.  What takes longest stands at both ends, where the hands begin."""


def rules_in(room: str) -> tuple[Rule, ...]:
    """The rules on one report that a room lists; the name of each states it.

    A room is loaded when its rules are wanted: several thousand patterns are compiled for all.
    """
    rules: tuple[Rule, ...] = _loaded(room).RULES
    return rules


def rules_between(room: str) -> tuple[BetweenRule, ...]:
    """The rules on several reports given together that a room lists."""
    rules: tuple[BetweenRule, ...] = getattr(_loaded(room), "BETWEEN", ())
    return rules


def proofread_all(
    reports: tuple[Report, ...], layout: Format | None, *, everything: bool, hands: int = 1
) -> tuple[TextFinding, ...]:
    """All findings of all rules; with a `layout`, also what the reports lack of its sections.

    `hands` is how many processes may share the work; a server, which serves several people at
    once and may not be copied while it does, has one.
    """
    bare = tuple(map(with_labels_taken_off, reports))

    def find(room: str) -> list[TextFinding]:
        return findings(bare, rules_in(room), rules_between(room))

    found = list(found_by_many_hands(find, ROOMS, hands))
    if layout is not None:
        found += findings(bare, (_sections_of(layout),), ())
    return in_order(found, bare, everything=everything)


def _loaded(room: str) -> ModuleType:
    return import_module(f"{__package__}.{room}.rules")


def _sections_of(layout: Format) -> Rule:
    from moothall.proofread.structure.templates import missing_sections

    def every_section_of_the_template_is_there(report: Report) -> tuple[TextFinding, ...]:
        return tuple(missing_sections(report, layout))

    return every_section_of_the_template_is_there
