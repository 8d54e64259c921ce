"""The drawings of a paper: their places, each with the table that says the same."""

from moothall.documents.document import Block, Figure
from moothall.governance.around.tables import span_tables
from moothall.governance.around.timeline import Timeline
from moothall.papers import tables
from moothall.papers.brief import Brief
from moothall.programme.accountability import accountability_of
from moothall.programme.accountability_table import CAPTION, accountability_table


def timeline(brief: Brief) -> list[Block]:
    """The joint route as a drawing, its steps and the periods that bear on them as tables.

    What breaks a rule is no part of a council's paper: it stands in the findings.
    """
    shows = Timeline(route=brief.route, as_at=brief.as_at, spans=brief.spans)
    title = f"Joint route of {brief.route.name}"
    return [
        Figure(shows, title, tables.ROUTE_CAPTION),
        *tables.route_table(brief),
        *span_tables(brief.route, brief.spans),
    ]


def governance_diagram(brief: Brief) -> list[Block]:
    """Who decides, advises, scrutinises and is consulted, as a drawing and as a table."""
    if not brief.programme.bodies:
        return []
    for body in brief.programme.bodies:
        brief.cite(body)
    shows = accountability_of(brief.programme)
    return [
        Figure(shows, f"Governance of {shows.name}", CAPTION),
        accountability_table(shows),
    ]
