"""Milestones: the dates of a timetable stand in order, each stage after the one before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.written_dates import Written, written_dates

_TIMETABLE = Expression(
    r"\btimetable|\bmilestones?|\btime ?line|\bkey dates|\bnext steps|\bprocurement|\bprogramme|"
    r"\bschedule\b|\bstages?\b|\broute\b|\bprocess\b|\bgantt|\bdecision[- ]making",
    re.IGNORECASE,
)
_STAGE_HEAD = Expression(
    r"^\W*(?:stages?|milestones?|steps?|activit(?:y|ies)|actions?|tasks?|events?|phases?|"
    r"key (?:dates?|stages?|milestones?)|process|meetings?|decision|what|item)\b",
    re.IGNORECASE,
)
_DATE_HEAD = Expression(r"\b(?:date|dates|when|deadline|by when|target|timescale|due)\b", re.I)
_LINE = Expression(r"^(?P<what>[^:–—]{4,70}?)\s*(?::|–|—|\s-\s)\s*(?P<when>.{6,50})$")
_DATE_FIRST = Expression(r"^(?P<when>.{6,40}?)\s*(?::|–|—|\s-\s)\s*(?P<what>.{4,120})$")
_LEAST = 4
_NTH = Expression(
    r"^\W*(?:first|second|third|fourth|final|initial|(?:stage|phase|round) \d)\b", re.I
)
_FEWEST_NUMBERED = 3
_ACTUAL = Expression(r"\b(?:actual|revised|original|baseline|previous|planned)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Stage:
    what: str
    when: Written
    place: Place


def milestones_stand_in_order(report: Report) -> Iterator[TextFinding]:
    """In a timetable whose stages run on, the one whose date is before that of the last is told."""
    for stages in (*_in_tables(report), *_in_lists(report)):
        yield from _out_of_order(stages)


def _out_of_order(stages: list[_Stage]) -> Iterator[TextFinding]:
    steps = [(one, other) for one, other in pairwise(stages) if other.when.last < one.when.first]
    if len(steps) != 1 or len(stages) < _LEAST:
        return
    one, other = steps[0]
    place = stages.index(other)
    # either of the two may be wrong; without it the rest must run on
    rests = [stages[:place] + stages[place + 1 :], stages[: place - 1] + stages[place:]]
    if not any(_runs_on(rest) for rest in rests):
        return
    first = one.when.text.strip()
    yield TextFinding(
        place=other.place,
        quote=f"{one.what}: {first} | {other.what}: {other.when.text.strip()}",
        message=f"“{other.what}” ({other.when.text.strip()}) comes after “{one.what}” ({first}) in "
        "the timetable, but its date is earlier; the other stages stand in order.",
        confidence=Confidence.LOW if _are_two_strands(one, other) else Confidence.MEDIUM,
        cure="Correct one of the two dates.",
    )


_A_SLIP = 14
_PLACE = Expression(r"\b(?:at|in|for)\s[A-Z][a-z]")


def _are_two_strands(one: _Stage, other: _Stage) -> bool:
    """Days apart only, and at one of them a place is named: two strands listed together."""
    near = (one.when.first - other.when.last).days < _A_SLIP
    return near and bool(_PLACE.search(one.what)) != bool(_PLACE.search(other.what))


def _runs_on(stages: list[_Stage]) -> bool:
    return all(one.when.first <= other.when.last for one, other in pairwise(stages))


def _in_tables(report: Report) -> Iterator[list[_Stage]]:
    for grid in report.grids:
        if len(grid.rows) < _LEAST:
            continue
        head = grid.rows[0]
        told = _TIMETABLE.search(f"{grid.caption} {grid.place.section}")
        staged = _STAGE_HEAD.match(head[0]) and any(_DATE_HEAD.search(cell) for cell in head[1:])
        numbered = sum(bool(_NTH.match(row[0])) for row in grid.rows) >= _FEWEST_NUMBERED
        if not (told or staged or numbered) or any(_ACTUAL.search(cell) for cell in head):
            continue
        column = _date_column(grid)
        if column is None:
            continue
        stages = []
        for number, row in enumerate(grid.rows):
            dates = written_dates(row[column])
            what = next((c for n, c in enumerate(row) if n != column and c.strip()), "")
            if len(dates) in (1, 2) and what:
                stages.append(_Stage(what, dates[0], grid.cell_place(number, column)))
        yield stages


def _date_column(grid: Grid) -> int | None:
    """The one column whose cells are dates."""
    body = grid.rows[max(1, grid.head_rows) :]
    dated = [
        column
        for column in range(len(grid.rows[0]))
        if sum(bool(written_dates(row[column])) for row in body) * 4 >= len(body) * 3
    ]
    return dated[0] if len(dated) == 1 and body else None


def _in_lists(report: Report) -> Iterator[list[_Stage]]:
    run: list[_Stage] = []
    told = False
    lead = ""
    for block in report.blocks:
        stage = _stage(block) if isinstance(block, Prose) else None
        if stage is not None:
            if not run:
                told = bool(_TIMETABLE.search(lead[-160:]))
            run.append(stage)
            continue
        if told:
            yield run
        run = []
        lead = f"{lead} {block.text}"[-300:] if isinstance(block, Prose | Heading) else ""
    if told:
        yield run


def _stage(block: Prose) -> _Stage | None:
    if len(block.text) > 140:
        return None
    for pattern in (_LINE, _DATE_FIRST):
        match = pattern.match(block.text.strip())
        dates = written_dates(match["when"]) if match else []
        if match and len(dates) == 1 and len(match["when"]) < len(dates[0].text) + 24:
            return _Stage(match["what"].strip(), dates[0], block.place)
    return None


RULES: tuple[Rule, ...] = (milestones_stand_in_order,)
