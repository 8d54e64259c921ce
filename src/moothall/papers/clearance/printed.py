"""Clearances as a paper prints them: of each part the latest alone, as it stands on its day.

What was asked and answered before stands on the page of the paper's clearances.
"""

from collections.abc import Iterable
from datetime import date

from moothall.documents.document import Block, Table
from moothall.documents.formats import Format
from moothall.facts.decisions import Answer
from moothall.facts.papers import Clearance
from moothall.papers.brief import Brief
from moothall.papers.clearance.latest import of_duties
from moothall.papers.clearance.standing import given_answer


def clearance_table(brief: Brief) -> list[Block]:
    """The table of who cleared what; empty where nothing was asked."""
    latest = latest_of(brief.format, _held(brief))
    for clearance in latest:
        brief.cite(clearance)
    if not latest:
        return []
    return [
        Table(
            "Officer clearance",
            ("Implications", "Officer clearance"),
            tuple(((each.question,), _answered(each, brief.as_at)) for each in latest),
        )
    ]


def latest_of(layout: Format | None, held: Iterable[Clearance]) -> tuple[Clearance, ...]:
    """Of each part the latest asking or answer, in the order of the council's own list."""
    duties = of_duties(layout, held)
    return tuple(each.latest for each in duties if each.latest is not None)


def _held(brief: Brief) -> tuple[Clearance, ...]:
    """The clearances of the council's papers on the proposal that are written in one format.

    Where that paper has none, those of the others stand for it, as one report may be put twice.
    """
    of_paper = {
        paper.id: paper.format
        for paper in brief.programme.papers
        if (paper.proposal, paper.authority) == (brief.proposal.id, brief.authority.code)
    }
    every = tuple(each for each in brief.programme.clearances if each.paper in of_paper)
    if brief.paper is None:
        return every
    own = tuple(each for each in every if of_paper[each.paper] == brief.paper.format)
    return own or every


def _answered(clearance: Clearance, as_at: date) -> tuple[str, ...]:
    """What the cell says: the answer that counts, whose it is, and the comment."""
    answer = given_answer(clearance, as_at)
    if answer is Answer.UNKNOWN:
        is_open = clearance.answer is Answer.UNKNOWN or clearance.officer
        return ("Asked, not answered yet" if is_open else "No officer has answered",)
    return tuple(
        filter(
            None,
            (
                answer.value.capitalize(),
                f"Name of officer: {clearance.officer}",
                clearance.comment,
            ),
        )
    )
