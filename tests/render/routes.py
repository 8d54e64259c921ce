"""Two made-up councils on one route."""

from datetime import date

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
