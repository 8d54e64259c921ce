"""Records brought in: what a page is matched to, what it proposes, what it never replaces."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.basics.dates import read_written_date
from moothall.facts.bodies import BodyKind, Power
from moothall.facts.decisions import Decision, Outcome, Resolution
from moothall.facts.papers import Minutes, Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.files.minutes.page import read_page
from moothall.files.programme_folder import read_programme
from moothall.governance.record.compared import Proposed, Verdict
from moothall.governance.record.matters import NO_CHOICES, match, numbers_in
from moothall.governance.record.outcome import outcome_of
from moothall.governance.record.proposing import Origin, proposed
from moothall.governance.record.rules import findings
from moothall.governance.record.said import comments_in, conditions_in
from published_pages import DECISION_ADDRESS, MEETING, SCRUTINY_ITEM, decision

ORIGIN = Origin(document="ashby", owner="ashby", known_on=date(2026, 6, 12), shared=True)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    return read_programme(three_towns)


def read(programme: Programme, data: bytes = b"", name: str = DECISION_ADDRESS) -> list[Proposed]:
    page = read_page(data or decision(), name)
    return list(proposed(programme, page, match(programme, "ashby", page), ORIGIN))


def one(found: list[Proposed], kind: str) -> Proposed:
    (each,) = (each for each in found if each.kind == kind)
    return each


def with_facts(programme: Programme, *found: Proposed) -> Programme:
    kinds: dict[str, tuple[object, ...]] = {}
    for each in found:
        held = kinds.get(each.kind, getattr(programme, each.kind))
        kinds[each.kind] = (*(f for f in held if f.id != each.after.id), each.after)
    return replace(programme, **kinds)  # type: ignore[arg-type]


def paper_of(towns: Programme, *recommendations: Recommendation) -> Paper:
    step = towns.steps[0]
    return Paper(
        id="ashby-paper",
        source=step.source,
        known_on=step.known_on,
        owner="ashby",
        title="One archive service",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        dated=read_written_date("10 June 2026"),
        report_of="Archives",
        recommendations=recommendations,
    )


def scrutinised(towns: Programme) -> Programme:
    body = replace(
        towns.bodies[0],
        id="ashby-scrutiny",
        name="Ashby Scrutiny",
        kind=BodyKind.SCRUTINY,
        power=Power.SCRUTINISES,
    )
    return replace(towns, bodies=(*towns.bodies, body))


# --- What a page is matched to --------------------------------------------------------------------


def test_a_decision_is_matched_by_its_body_day_and_title(towns: Programme):
    page = read_page(decision(), DECISION_ADDRESS)

    (matched,) = match(towns, "ashby", page)

    assert matched.body is not None
    assert (matched.body.id, matched.proposals) == ("ashby-decides", ("archive",))
    assert matched.meeting is not None
    assert matched.meeting.id == "ashby-meets"
    assert "a proposal of this name is held" in matched.because


def test_another_councils_body_of_that_name_is_not_meant(towns: Programme):
    (matched,) = match(towns, "brae", read_page(decision(), DECISION_ADDRESS))

    assert matched.body is None


def test_what_a_person_says_goes_before_what_is_offered(towns: Programme):
    page = read_page(decision(), DECISION_ADDRESS)

    (matched,) = match(towns, "ashby", page, replace(NO_CHOICES, proposals={"decision": ()}))

    assert matched.proposals == ()


def test_other_business_is_no_matter_of_the_programme(towns: Programme):
    page = read_page(MEETING, "minutes.html")

    about = {each.matter.title: each.proposals for each in match(towns, "ashby", page)}

    assert about["Street lights"] == ()
    assert about["One archive service"] == ("archive",)


def test_the_numbers_of_an_address_are_told_apart():
    found = numbers_in("https://x/ieListDocuments.aspx?CId=5&MId=28045&Ver=4")
    assert found == {"mid": "28045"}


# --- What it proposes -----------------------------------------------------------------------------


def test_a_decision_is_proposed_as_it_is_printed(towns: Programme):
    found = one(read(towns), "decisions")

    made = found.after
    assert isinstance(made, Decision)
    assert found.verdict is Verdict.NEW
    assert (made.decided_on, made.published_on, made.effective_on) == (
        date(2026, 6, 10),
        date(2026, 6, 12),
        date(2026, 6, 18),
    )
    assert (made.outcome, made.meeting) == (Outcome.AGREED, "ashby-meets")
    assert [each.number for each in made.resolutions] == ["1", "2"]


def test_what_a_resolution_is_subject_to_is_a_condition(towns: Programme):
    assert one(read(towns), "conditions").after.text == "Brae's agreement"  # type: ignore[attr-defined]
    assert conditions_in(["That it be approved, subject to call-in."]) == ()


def test_a_resolution_carries_the_matter_of_its_recommendation(towns: Programme):
    paper = paper_of(
        towns,
        Recommendation(number="1", verb="approve", text="one archive", matter="one-archive"),
        Recommendation(number="2", verb="note", text="the report"),
    )
    found = one(read(replace(towns, papers=(paper,))), "decisions")

    made = found.after
    assert isinstance(made, Decision)
    assert made.paper == "ashby-paper"
    assert [each.matter for each in made.resolutions] == ["one-archive", ""]


def test_an_amendment_is_told_where_the_minutes_speak_of_one(towns: Programme):
    paper = paper_of(
        towns,
        Recommendation(number="1", verb="approve", text="one archive for two years"),
        Recommendation(number="2", verb="note", text="the report"),
    )
    found = one(read(replace(towns, papers=(paper,)), MEETING, "minutes.html"), "decisions")

    made = found.after
    assert isinstance(made, Decision)
    assert made.outcome is Outcome.AGREED_AS_AMENDED
    assert made.resolutions[0].amendment.startswith("It was moved as an amendment")
    assert made.resolutions[1].amendment == ""


def test_a_meeting_that_is_not_held_comes_first(towns: Programme):
    found = read(replace(towns, meetings=(), steps=()), MEETING, "minutes.html")

    assert found[0].kind == "meetings"
    assert one(found, "minutes").after.meeting == found[0].after.id  # type: ignore[attr-defined]


def test_scrutiny_takes_no_decision_and_its_comments_are_comments(towns: Programme):
    paper = replace(paper_of(towns), body="ashby-scrutiny", dated=read_written_date("20 May 2026"))
    programme = replace(scrutinised(towns), papers=(paper,))
    found = read(programme, SCRUTINY_ITEM.encode(), "item.txt")

    assert not [each for each in found if each.kind == "decisions"]
    comments = [each.after for each in found if each.kind == "comments"]
    assert [(each.kind, each.reply) for each in comments] == [  # type: ignore[attr-defined]
        ("question", "It is £50,000."),
        ("concern", None),
    ]
    changed = one(found, "papers")
    assert [(f.name, f.read) for f in changed.fields] == [("resolved", "That the report be noted.")]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("Recommendations Approved", Outcome.AGREED),
        ("Recommendations Approved with amendments", Outcome.AGREED_AS_AMENDED),
        ("Recommendations not approved", Outcome.REFUSED),
        ("Deferred", Outcome.DEFERRED),
        ("Referred back", Outcome.REFERRED_BACK),
        ("Information Only", Outcome.NOTED),
    ],
)
def test_the_outcome_is_that_of_the_printed_status(towns: Programme, status: str, outcome: Outcome):
    page = read_page(decision(Decision_status=status), DECISION_ADDRESS)
    (matched,) = match(towns, "ashby", page)

    assert outcome_of(matched.matter)[0] is outcome


def test_a_status_that_says_nothing_of_the_outcome_leaves_it_to_the_words(towns: Programme):
    page = read_page(decision(Decision_status="For Determination"), DECISION_ADDRESS)
    (matched,) = match(towns, "ashby", page)

    assert outcome_of(matched.matter) == (
        Outcome.AGREED,
        "read from the words of what was resolved",
    )


def test_narrative_is_no_comment():
    assert list(comments_in(["The officer spoke.", "• a list of nothing"])) == []


# --- What is held ---------------------------------------------------------------------------------


def test_the_same_page_twice_proposes_nothing_the_second_time(towns: Programme):
    after = with_facts(towns, *read(towns))

    assert [each for each in read(after) if each.verdict is not None] == []


def test_what_is_held_and_differs_is_a_conflict_and_not_ticked(towns: Programme):
    after = with_facts(towns, *read(towns))

    found = one(read(after, decision(Effective_from="25/06/2026")), "decisions")

    assert [(each.name, each.verdict) for each in found.fields] == [
        ("effective_on", Verdict.CONFLICT)
    ]
    assert found.offered == ()
    assert found.taken(frozenset()) is None
    taken = found.taken(frozenset({f"{found.key}.effective_on"}))
    assert isinstance(taken, Decision)
    assert taken.effective_on == date(2026, 6, 25)


def test_a_gap_is_filled_and_the_rest_is_left_alone(towns: Programme):
    held = one(read(towns), "decisions").after
    assert isinstance(held, Decision)
    own = replace(held, reasons="", text="In our own words.")
    found = one(read(replace(towns, decisions=(own,))), "decisions")

    assert found.offered == (f"{found.key}.reasons",)
    taken = found.taken(frozenset(found.offered))
    assert isinstance(taken, Decision)
    assert (taken.reasons, taken.text) == ("It saves rent.", "In our own words.")


@cache
def of_the_sample() -> tuple[Decision, Proposed]:
    """The sample's decision, and what another page under its number proposes."""
    programme = read_programme(ROOT / "examples" / "stockport-tameside")
    (own,) = programme.decisions
    data = decision(Date_of_decision="28/06/2022", Publication_date="29/06/2022")
    page = read_page(data, "https://x/ieDecisionDetails.aspx?AIId=72892")
    origin = replace(ORIGIN, owner="stockport", document=own.source.document)
    found = proposed(programme, page, match(programme, "stockport", page), origin)
    return own, one(list(found), "decisions")


@given(st.sets(st.sampled_from(["reasons", "text", "key_reason", "options_considered"])))
def test_exactly_what_is_ticked_is_taken(chosen: set[str]):
    own, made = of_the_sample()

    ticks = frozenset(f"{made.key}.{name}" for name in chosen) & frozenset(made.ticks)
    taken = made.taken(ticks) or own
    for field in made.fields:
        wanted = field.read if f"{made.key}.{field.name}" in ticks else field.held
        assert getattr(taken, field.name) == wanted


def test_the_record_of_a_meeting_is_pieced_together(towns: Programme):
    minutes = one(read(towns, MEETING, "minutes.html"), "minutes").after
    assert isinstance(minutes, Minutes)
    held = replace(minutes, items=(), attendance=minutes.attendance[:1])

    found = one(read(replace(towns, minutes=(held,)), MEETING, "minutes.html"), "minutes")

    assert {each.name: each.verdict for each in found.fields} == {
        "attendance": Verdict.FILLS,
        "items": Verdict.FILLS,
    }


# --- Rules ----------------------------------------------------------------------------------------


def rules_of(programme: Programme) -> set[str]:
    return {finding.rule for finding in findings(programme, read_law())}


def test_days_that_cannot_be_are_found_and_stay_as_printed(towns: Programme):
    made = one(read(towns, decision(Publication_date="09/06/2026")), "decisions")

    assert rules_of(with_facts(towns, made)) == {"the_days_of_a_decision_follow_each_other"}
    assert made.after.published_on == date(2026, 6, 9)  # type: ignore[attr-defined]
    assert rules_of(with_facts(towns, one(read(towns), "decisions"))) == set()


def test_a_decision_on_another_day_than_its_meetings_is_found(towns: Programme):
    made = one(read(towns), "decisions")
    other = replace(made, after=replace(made.after, decided_on=date(2026, 6, 11)))  # type: ignore[call-arg]

    assert rules_of(with_facts(towns, other)) == {"a_decision_falls_on_the_day_of_its_meeting"}


def test_minutes_and_decision_that_tell_it_otherwise_are_found(towns: Programme):
    made = one(read(towns), "decisions")
    minutes = one(read(towns, MEETING, "minutes.html"), "minutes")

    assert rules_of(with_facts(towns, made, minutes)) == {
        "the_minutes_and_the_decision_say_the_same"
    }
    told = tuple(
        Resolution(number=str(place), text=text)
        for place, text in enumerate(minutes.after.items[0].resolved, start=1)  # type: ignore[attr-defined]
    )
    same = replace(made, after=replace(made.after, resolutions=told))  # type: ignore[call-arg]
    assert rules_of(with_facts(towns, same, minutes)) == set()


# --- The sample -----------------------------------------------------------------------------------


@pytest.mark.checklist("J04")
def test_the_sample_holds_the_record_of_the_meeting():
    programme = read_programme(ROOT / "examples" / "stockport-tameside")

    minutes = next(m for m in programme.minutes if m.meeting == "meeting-st-scrutiny-2021-03-17")

    assert [(each.name, each.presence.value) for each in minutes.attendance] == [
        ("Councillor Colin Foster", "in attendance")
    ]
    assert minutes.items[0].resolved == ("That the report be noted.",)
