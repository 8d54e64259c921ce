"""Two made-up councils on one route, and a paper that uses every kind of block."""

from datetime import date

import pytest

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
from moothall.law.clear_days import Skipped

AS_AT = date(2022, 5, 3)


def day(month: int, number: int) -> date:
    """A day of 2022."""
    return date(2022, month, number)


def ambridge() -> AuthorityRoute:
    """Under executive arrangements, with every day known."""
    return AuthorityRoute(
        authority="ambridge",
        name="Ambridge",
        model="executive",
        body="Executive Cabinet",
        decides_on=day(6, 28),
        steps=(
            RouteStep(
                kind="trade union briefing",
                name="Briefing of trade unions",
                span=(day(5, 1), day(5, 31)),
                written="May 2022",
                source="document 901, 3.1",
            ),
            RouteStep(
                kind="key decision notice",
                name="Last day for the notice of the key decision",
                latest=day(5, 30),
                days_left=27,
                rule="KEY-28",
                reference="SI 2012/2089, regulation 9",
                evidence="checked 2026-01-05",
                note="28 clear calendar days before Tue 28 Jun 2022",
            ),
            RouteStep(
                kind="scrutiny",
                name="Corporate Resource Management and Governance Scrutiny",
                on=day(6, 14),
                latest=day(6, 6),
                days_left=34,
                rule="AGENDA-COMMITTEE",
                reference="Local Government Act 1972, section 100B",
                note="its papers are due 5 clear working days before",
                assumed="the calendar of meetings was not published when this was drawn up",
            ),
            RouteStep(
                kind="papers published",
                name="Last day to publish the papers of Executive Cabinet",
                latest=day(6, 20),
                days_left=48,
                rule="AGENDA-EXEC",
                reference="SI 2012/2089, regulation 7",
                note="5 clear working days before Tue 28 Jun 2022",
                skipped=(
                    Skipped(day(6, 26), "Sunday"),
                    Skipped(day(6, 25), "Saturday"),
                    Skipped(day(6, 3), "Platinum Jubilee of Elizabeth II"),
                ),
            ),
            RouteStep(
                kind="decision",
                name="Executive Cabinet decides",
                on=day(6, 28),
                source="document 901, 7.2",
            ),
            RouteStep(
                kind="decision published",
                name="Decision published",
                on=day(6, 30),
                rule="RECORD-DECISION",
                reference="SI 2012/2089, regulation 12",
            ),
            RouteStep(
                kind="effective",
                name="Decision takes effect",
                on=day(7, 8),
                rule="CALLIN-WINDOW",
                reference="the council's constitution, part 4",
                note="5 working days of call-in, publication day not counted",
            ),
        ),
        effective_on=day(7, 8),
        not_before=day(7, 8),
    )


def borchester() -> AuthorityRoute:
    """Under the committee system, its standstill unknown."""
    return AuthorityRoute(
        authority="borchester",
        name="Borchester",
        model="committee",
        body="Corporate Policy and Resources Committee",
        decides_on=day(7, 5),
        steps=(
            RouteStep(kind="management team", name="Corporate leadership team", on=day(5, 17)),
            RouteStep(
                kind="papers published",
                name="Last day to publish the papers of Corporate Policy and Resources Committee",
                latest=day(6, 27),
                days_left=55,
                rule="AGENDA-COMMITTEE",
                reference="Local Government Act 1972, section 100B",
            ),
            RouteStep(
                kind="decision",
                name="Corporate Policy and Resources Committee decides",
                on=day(7, 5),
                assumed="the July meeting follows the pattern of past years",
            ),
            RouteStep(
                kind="effective",
                name="Decision takes effect",
                rule="COMMITTEE-STANDSTILL",
                reference="the council's own rule",
                evidence="unknown",
                note="unknown: it cannot be before Tue 5 Jul 2022",
            ),
            RouteStep(kind="go-live", name="Shared service goes live"),
        ),
        effective_on=None,
        not_before=day(7, 5),
        ask=("How many days does Borchester's standstill last?",),
    )


def joined(*authorities: AuthorityRoute) -> JointRoute:
    """A joint route, its shared day worked out as the governance room does."""
    effects = [lane.effective_on for lane in authorities]
    known = [effect for effect in effects if effect is not None]
    floors = [lane.not_before for lane in authorities if lane.not_before is not None]
    return JointRoute(
        proposal="fostering",
        name="one fostering service",
        authorities=authorities,
        live_on=max(known) if known and len(known) == len(effects) else None,
        not_before=max(floors, default=None),
        binds=(
            "Borchester binds: the day on which its decision takes effect is unknown until the "
            "question is answered. The shared decision cannot be live before Fri 8 Jul 2022."
        ),
        decisions_apart=7,
    )


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
