"""The periods that bear on a route, and the findings of it that have a day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.basics.citations import Citation
from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case
from moothall.facts.authority import Recess
from moothall.facts.decisions import Answer, KeyDecisionTest, Meeting, MeetingStatus
from moothall.facts.engagement import Exercise, ExerciseKind
from moothall.facts.programme import Programme
from moothall.governance.around.breaches import breaches_of
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.governance.around.spans import spans_of
from moothall.law.law import Law

MakeCase = Callable[..., Case]
KNOWN_ON = date(2022, 2, 1)
SOURCE = Citation("000", "5")


def spans(programme: Programme, law: Law, case_of: MakeCase, as_at: str) -> list[RouteSpan]:
    """The periods of the sample's early years proposal, as known on a day."""
    case = case_of(programme, as_at)
    route = next(route for route in case.routes if route.proposal == "early-years-leadership")
    return list(spans_of(case.programme, law, route, case.as_at))


def of_kind(found: list[RouteSpan], kind: SpanKind) -> list[tuple[str, date, date]]:
    return [(span.authority, span.first, span.last) for span in found if span.kind is kind]


def without_decision(programme: Programme, authority: str) -> Programme:
    kept = tuple(d for d in programme.decisions if d.authority != authority)
    return replace(programme, decisions=kept, notices=())


def with_authority(programme: Programme, code: str, **facts: object) -> Programme:
    return replace(
        programme,
        authorities=tuple(
            replace(each, **facts) if each.code == code else each for each in programme.authorities
        ),
    )


def test_the_pre_election_period_runs_from_the_latest_notice_to_the_poll(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    # Poll of Thu 5 May 2022; SI 2006/3304 schedule 3 gives Mon 28 Mar 2022.
    found = spans(stockport_tameside, law, case_of, "2022-02-15")
    assert of_kind(found, SpanKind.PRE_ELECTION) == [
        ("stockport", date(2022, 3, 28), date(2022, 5, 5)),
        ("tameside", date(2022, 3, 28), date(2022, 5, 5)),
    ]


def test_polls_outside_the_months_of_the_route_are_left_out(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    polls = (date(2021, 5, 6), date(2022, 5, 5), date(2023, 5, 4))
    programme = with_authority(stockport_tameside, "stockport", polls=polls)
    found = spans(programme, law, case_of, "2022-02-15")
    last_days = [last for council, _, last in of_kind(found, SpanKind.PRE_ELECTION)
                 if council == "stockport"]  # fmt: skip
    assert last_days == [date(2022, 5, 5)]


def test_a_poll_for_which_the_law_holds_no_value_is_not_passed_over(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    rule = law.rule("PRE-ELECTION")
    later = tuple(replace(value, since=date(2023, 1, 1)) for value in rule.values)
    rules = law.rules | {"PRE-ELECTION": replace(rule, values=later)}
    found = spans(stockport_tameside, replace(law, rules=rules), case_of, "2022-02-15")
    stockport = next(span for span in found if span.kind is SpanKind.PRE_ELECTION)
    assert stockport.first == stockport.last == date(2022, 5, 5)
    assert stockport.note.startswith("when it begins could not be worked out")


def test_call_in_ends_on_the_day_that_the_council_printed(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    # Published Wed 29 Jun 2022, effective Wed 6 Jul 2022 (the decision's own page).
    found = spans(stockport_tameside, law, case_of, "2022-08-15")
    assert of_kind(found, SpanKind.CALL_IN) == [("stockport", date(2022, 6, 29), date(2022, 7, 5))]


def test_call_in_does_not_outlast_the_day_of_effect_that_is_printed(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    sooner = tuple(
        replace(each, effective_on=date(2022, 7, 4)) for each in stockport_tameside.decisions
    )
    found = spans(replace(stockport_tameside, decisions=sooner), law, case_of, "2022-08-15")
    assert of_kind(found, SpanKind.CALL_IN) == [("stockport", date(2022, 6, 29), date(2022, 7, 3))]


def test_where_a_councils_rule_is_unknown_no_call_in_is_drawn(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    found = spans(stockport_tameside, law, case_of, "2022-02-15")
    assert [council for council, *_ in of_kind(found, SpanKind.CALL_IN)] == ["stockport"]


def test_a_notice_is_open_from_its_publication_to_the_day_before_the_decision(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    found = spans(stockport_tameside, law, case_of, "2022-08-15")
    assert of_kind(found, SpanKind.NOTICE) == [("stockport", date(2022, 6, 23), date(2022, 6, 27))]
    (notice,) = (span for span in found if span.kind is SpanKind.NOTICE)
    assert notice.name == "Notice (key decision, urgent)"


def test_the_notice_of_a_key_decision_that_is_still_due_is_shown_at_the_latest(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    test = KeyDecisionTest(
        id="ta-key",
        source=SOURCE,
        known_on=KNOWN_ON,
        owner="tameside",
        proposal="early-years-leadership",
        authority="tameside",
        answer=Answer.YES,
    )
    programme = replace(
        stockport_tameside, key_decision_tests=(*stockport_tameside.key_decision_tests, test)
    )
    # 28 clear calendar days before Wed 22 Jun 2022.
    assert of_kind(spans(programme, law, case_of, "2022-02-15"), SpanKind.NOTICE) == [
        ("tameside", date(2022, 5, 24), date(2022, 6, 21))
    ]


def test_a_recess_is_shown_with_its_name(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    easter = Recess(first=date(2022, 4, 11), last=date(2022, 4, 22), name="Easter")
    long_ago = Recess(first=date(2019, 8, 1), last=date(2019, 8, 31), name="Summer")
    programme = with_authority(stockport_tameside, "tameside", recesses=(easter, long_ago))
    found = spans(programme, law, case_of, "2022-02-15")
    (recess,) = (span for span in found if span.kind is SpanKind.RECESS)
    assert (recess.authority, recess.name) == ("tameside", "Recess: Easter")
    assert recess.days == "Mon 11 Apr 2022 to Fri 22 Apr 2022"


def test_a_cancelled_meeting_of_a_body_on_the_route_is_shown(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    def meeting(key: str, body: str, status: MeetingStatus) -> Meeting:
        return Meeting(
            id=key,
            source=SOURCE,
            known_on=KNOWN_ON,
            owner="stockport",
            body=body,
            held_on=date(2022, 6, 7),
            status=status,
        )

    programme = replace(
        stockport_tameside,
        meetings=(
            *stockport_tameside.meetings,
            meeting("gone", "body-st-cabinet", MeetingStatus.CANCELLED),
            meeting("held", "body-st-cabinet", MeetingStatus.CONFIRMED),
            meeting("elsewhere", "body-st-schools-forum", MeetingStatus.CANCELLED),
        ),
    )
    found = spans(programme, law, case_of, "2022-02-15")
    assert [span.name for span in found if span.kind is SpanKind.CANCELLED] == [
        "Cancelled meeting of Cabinet"
    ]


def exercise(kind: ExerciseKind, **more: object) -> Exercise:
    facts: dict[str, object] = {
        "source": SOURCE,
        "known_on": KNOWN_ON,
        "owner": "programme",
        "proposal": "early-years-leadership",
        "name": "Asking parents",
        "audiences": ("parents",),
    }
    return Exercise(id="ex", kind=kind, **(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (ExerciseKind.FORMAL_CONSULTATION, SpanKind.CONSULTATION),
        (ExerciseKind.LISTENING, SpanKind.LISTENING),
        (ExerciseKind.BRIEFING, None),
    ],
)
def test_listening_is_not_shown_as_consultation(
    stockport_tameside: Programme,
    law: Law,
    case_of: MakeCase,
    kind: ExerciseKind,
    shown: SpanKind | None,
) -> None:
    asked = exercise(kind, opens_on=date(2022, 5, 9), closes_on=date(2022, 6, 3))
    programme = replace(stockport_tameside, exercises=(asked,))
    found = spans(programme, law, case_of, "2022-02-15")
    asked_spans = [s for s in found if s.kind in (SpanKind.CONSULTATION, SpanKind.LISTENING)]
    assert [span.kind for span in asked_spans] == ([shown] if shown else [])
    assert all(span.authority == "" for span in asked_spans)


def test_a_consultation_whose_end_nobody_has_fixed_says_so(
    stockport_tameside: Programme, law: Law, case_of: MakeCase
) -> None:
    asked = exercise(ExerciseKind.FORMAL_CONSULTATION, opens_on=date(2022, 5, 9), owner="stockport")
    programme = replace(stockport_tameside, exercises=(asked,))
    found = spans(programme, law, case_of, "2022-02-15")
    (span,) = (span for span in found if span.kind is SpanKind.CONSULTATION)
    assert span.authority == "stockport"
    assert span.note == "formal consultation; the day on which it closes is not known"


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        RouteSpan(
            authority="",
            kind=SpanKind.RECESS,
            name="Recess",
            first=date(2022, 5, 2),
            last=date(2022, 5, 1),
        )


@given(days=st.lists(st.dates(date(2021, 6, 1), date(2023, 3, 1)), max_size=6, unique=True))
def test_periods_come_in_order_and_within_the_months_of_the_route(
    days: list[date], request: pytest.FixtureRequest
) -> None:
    programme, law = (request.getfixturevalue(n) for n in ("stockport_tameside", "law"))
    recesses = tuple(Recess(first=day, last=day, name="Closed") for day in days)
    changed = with_authority(programme, "stockport", recesses=recesses)
    found = spans(changed, law, request.getfixturevalue("case_of"), "2022-02-15")
    assert [span.first for span in found] == sorted(span.first for span in found)
    shown = {span.first for span in found if span.kind is SpanKind.RECESS}
    # The route's days run from Mon 21 Feb to Fri 8 Jul 2022.
    assert shown == {day for day in days if date(2022, 2, 1) <= day <= date(2022, 7, 31)}


def finding(severity: Severity, where: str, **more: object) -> Finding:
    facts: dict[str, object] = {
        "message": f"Something is wrong with {where}.",
        "cure": "Mend it.",
        "proposal": "early-years-leadership",
        "authority": "stockport",
        "upholds": "KEY-28",
    }
    return Finding(severity=severity, where=where, **(facts | more))  # type: ignore[arg-type]


def test_findings_on_law_are_lettered_by_their_days(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-08-15")
    route = case.routes[0]
    found = breaches_of(
        case.programme,
        [
            finding(Severity.BREACH, "decisions/ey-st-decision"),
            finding(Severity.WARNING, "notices/ey-st-notice", standing="statute"),
            finding(
                Severity.WARNING, "notices/ey-st-notice", standing="practice", message="A habit."
            ),
            finding(Severity.QUESTION, "decisions/ey-st-decision", standing="statute"),
            finding(
                Severity.BREACH,
                "decisions/ey-st-decision",
                proposal="joint-director",
                message="Elsewhere.",
            ),
            finding(
                Severity.BREACH, "meetings/meeting-st-scrutiny-2022-03-01", authority="elsewhere"
            ),
        ],
        route,
    )
    assert [(each.letter, each.authority, each.on, each.is_breach) for each in found] == [
        ("A", "", date(2022, 3, 1), True),
        ("B", "stockport", date(2022, 6, 23), False),
        ("C", "stockport", date(2022, 6, 28), True),
    ]


def test_a_finding_on_something_without_a_day_goes_to_the_decision(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-02-15")
    (found,) = breaches_of(
        case.programme,
        [finding(Severity.BREACH, "proposals/early-years-leadership", authority="tameside")],
        case.routes[0],
    )
    assert (found.authority, found.on) == ("tameside", date(2022, 6, 22))


def test_the_letters_go_on_after_z(stockport_tameside: Programme, case_of: MakeCase) -> None:
    case = case_of(stockport_tameside, "2022-08-15")
    many = [
        finding(Severity.BREACH, "decisions/ey-st-decision", message=f"{number:03}")
        for number in range(28)
    ]
    letters = [each.letter for each in breaches_of(case.programme, many, case.routes[0])]
    assert letters[0] == "A"
    assert letters[25:] == ["Z", "AA", "AB"]
