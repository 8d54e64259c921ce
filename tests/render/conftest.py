"""Two made-up councils on one route, and a paper that uses every kind of block."""

from datetime import date

import pytest
from routes import AS_AT, ambridge, borchester, day, joined

from moothall.documents.document import (
    Bullets,
    Document,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep


@pytest.fixture
def as_at() -> date:
    return AS_AT


@pytest.fixture
def route() -> JointRoute:
    return joined(ambridge(), borchester())


@pytest.fixture
def dateless() -> JointRoute:
    """A council that has fixed nothing at all."""
    bare = AuthorityRoute(
        authority="felpersham",
        name="Felpersham",
        model="unknown",
        body="",
        decides_on=None,
        steps=(
            RouteStep(
                kind="decision",
                name="the body that decides in Felpersham decides",
                note="no step is planned",
            ),
            RouteStep(
                kind="effective", name="Decision takes effect", note="no decision meeting is held"
            ),
        ),
        effective_on=None,
        not_before=None,
        ask=("Which body of Felpersham decides this, and when?",),
    )
    return joined(bare)


@pytest.fixture
def one_day() -> JointRoute:
    """Everything on one day."""
    at_once = AuthorityRoute(
        authority="penny",
        name="Penny Hassett",
        model="executive",
        body="Cabinet",
        decides_on=day(6, 28),
        steps=(
            RouteStep(kind="decision", name="Cabinet decided", on=day(6, 28), taken=True),
            RouteStep(
                kind="decision published", name="Decision published", on=day(6, 28), taken=True
            ),
            RouteStep(kind="effective", name="Decision takes effect", on=day(6, 28), taken=True),
        ),
        effective_on=day(6, 28),
        not_before=day(6, 28),
    )
    return joined(at_once)


@pytest.fixture
def six() -> JointRoute:
    """Six councils, the most that a drawing is meant for."""
    return joined(ambridge(), borchester(), ambridge(), borchester(), ambridge(), borchester())


def paper(picture: Picture | None = None, tables: tuple[Table, ...] = ()) -> Document:
    """A paper with every kind of block."""
    options = Table(
        caption="Table 1: the options and what they save",
        head=("Option", "2022/23", "2023/24", "2022/23", "2023/24", "Jobs"),
        groups=(("", 1), ("Ambridge (£000)", 2), ("Borchester (£000)", 2), ("", 1)),
        rows=(
            (("Do nothing",), ("0",), ("0",), ("0",), ("0",), ("0",)),
            (("Share the management",), ("(120)",), ("(240)",), ("(75)",), ("(150)",), ("(3.5)",)),
            (
                ("Share the service", "with one host council"),
                ("(1,310)",),
                ("(2,620)",),
                ("(975)",),
                ("(1,950)",),
                ("(11)",),
            ),
        ),
        numeric=(1, 2, 3, 4, 5),
    )
    risks = Table(
        caption="Table 2: risks",
        head=("Risk", "What is done about it"),
        rows=(
            (
                ("Carers leave for an agency",),
                ("Carers were asked early.", "Fees are matched for 12 months."),
            ),
            (("Systems cannot be joined in time",), ("Each council keeps its own until March.",)),
        ),
    )
    front = Table(
        caption="",
        head=(),
        rows=(
            (("Report to:",), ("Executive Cabinet",)),
            (("Date:",), ("28 June 2022",)),
            (
                ("Recommendations:",),
                (
                    "That the Cabinet:",
                    "(i) notes the outcome of consultation;",
                    "(ii) agrees to one fostering service for both councils.",
                ),
            ),
            (
                ("Financial Implications:", "(authorised by the Section 151 Officer)"),
                ("The saving is £1.310m a year from 2023/24, of which £0.975m recurs.",),
            ),
        ),
    )
    drawn = (picture,) if picture is not None else ()
    return Document(
        title="One fostering service for Ambridge and Borchester",
        subtitle="Report of the Director of Children’s Services",
        authority="Ambridge Borough Council",
        front=(front,),
        sections=(
            Section(
                heading="BACKGROUND",
                number="1.",
                blocks=(
                    Paragraph(
                        "Both councils find it harder each year to recruit foster carers, and "
                        "each pays agencies for placements that a larger service of their own "
                        "could make nearer to a child’s home and school.",
                        "1.1",
                    ),
                    Paragraph("This paper asks for a decision on one service.", "1.2"),
                    Note("assumed", "that both councils keep their present fees until March 2023"),
                    Bullets(("more placements near home", "one team of assessors")),
                ),
            ),
            Section(
                heading="OPTIONS",
                number="2.",
                blocks=(Paragraph("Three options were weighed.", "2.1"), options),
            ),
            Section(
                heading="What was left out",
                number="2.2",
                level=3,
                blocks=(
                    Bullets(("adoption, which is shared already", "kinship care"), ("(i)", "(ii)")),
                    Note("not yet written", "the equality assessment of the second option"),
                ),
            ),
            Section(heading="RISKS", number="3.", blocks=(risks,)),
            Section(heading="THE JOINT ROUTE", number="4.", blocks=(*drawn, *tables)),
        ),
        closing=(Paragraph("Background papers: none."),),
        synthetic=True,
        provenance=(
            ("Program", "Moothall 0.1"),
            ("Law", "version 3f2a99c01b7e"),
            ("As at", "Tue 3 May 2022"),
        ),
    )


@pytest.fixture
def document() -> Document:
    return paper()
