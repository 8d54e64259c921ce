"""The joint route on screen: the answer first, what a move would change, and who may save it."""

from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from cast import PersonFor
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from loaded import loaded
from page import dead_links, filled, form_in, repeated_ids, words
from towns import TOWNS, held, version

from invented import ASHBY, BRAE, Council, write
from moothall_web.facts.actions import add_fact, change_fact, load_folder
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = pytest.mark.django_db

EARLY = "?as_at=2022-02-15"
BEFORE = "?as_at=2026-03-02"
SAMPLE = ["stockport-tameside", "early-years-leadership"]
ARCHIVE = [TOWNS, "archive"]
PAGES = ("routes:route", "routes:ways")


def text(answer: Any) -> str:
    """The words of a page, on one line."""
    return " ".join(unescape(words(answer)).replace("\N{NO-BREAK SPACE}", " ").split())


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.MONITORING_OFFICER)


@pytest.fixture
def towns(db: None, tmp_path: Path) -> Path:
    """Two towns whose rules are all known, with two more meetings of Ashby's executive."""
    folder = write(tmp_path / "towns", (ASHBY, BRAE))
    meetings = folder / "meetings.yaml"
    held = yaml.safe_load(meetings.read_text(encoding="utf-8"))
    for day in ("2026-05-06", "2026-07-08"):
        more = {"id": f"ashby-{day}", "source": "ashby 2", "body": "ashby-decides", "held_on": day}
        held.append(more)
    meetings.write_text(yaml.safe_dump(held), encoding="utf-8")
    loaded(folder)
    return folder


def move_address(step: str = "ashby-decision", **more: str) -> str:
    asked = "".join(f"&{name}={value}" for name, value in more.items())
    return f"{reverse('routes:move', args=[*ARCHIVE, step])}{BEFORE}{asked}"


# --- the route as it stands ---


@pytest.mark.usefixtures("samples")
@pytest.mark.checklist("E04")
def test_the_route_says_first_when_it_is_live_or_why_that_is_not_known(person_for: PersonFor):
    client = signed(person_for("stockport"))

    page = client.get(reverse("routes:route", args=SAMPLE) + EARLY)

    said = text(page)
    assert page.status_code == 200
    assert "When the decision is live in every council is not known." in said
    assert "It cannot be before Wed 6 Jul 2022." in said
    assert "How many working days after publication may a decision of Tameside" in said
    assert said.index("is not known.") < said.index("<table")
    assert not dead_links(page)
    assert not repeated_ids(page)


@pytest.mark.usefixtures("samples")
def test_every_step_has_its_day_its_last_day_its_slack_and_how_its_rule_is_known(
    person_for: PersonFor,
):
    said = text(signed(person_for("stockport")).get(reverse("routes:route", args=SAMPLE) + EARLY))

    assert "Brief trade union representatives" in said
    assert "Mon 13 Jun 2022" in said
    assert "118 days" in said
    assert "5 working days of call-in" in said
    assert "CALLIN-WINDOW: observed in what councils printed" in said
    assert "RECORD-DECISION: read in the source; in part observed" in said
    assert "SYNC-BARRIER: our own choice" in said


@pytest.mark.usefixtures("samples")
def test_what_is_past_is_told_as_past(person_for: PersonFor):
    client = signed(person_for("tameside"))
    director = ["stockport-tameside", "joint-director"]

    said = text(client.get(reverse("routes:route", args=director) + EARLY))

    assert "Tameside decided on Wed 24 Mar 2021" in said


@pytest.mark.usefixtures("samples")
def test_without_meetings_it_asks_for_the_body_and_its_calendar(person_for: PersonFor):
    client = signed(person_for("peterborough"))
    shared = ["cambridgeshire-peterborough", "shared-education-services"]

    said = text(client.get(reverse("routes:route", args=shared) + "?as_at=2019-01-02"))

    assert "Which body of Cambridgeshire County Council decides this, and when?" in said
    assert "The day on which Cambridgeshire and Peterborough decide is not known." in said
    assert "bring its calendar in" in said


@pytest.mark.usefixtures("samples")
def test_one_council_alone_has_a_route_too(person_for: PersonFor):
    client = signed(person_for("cambridgeshire"))
    alone = ["cambridgeshire-peterborough", "education-strategy"]

    for name in PAGES:
        assert client.get(reverse(name, args=alone) + "?as_at=2019-01-02").status_code == 200


def test_twelve_councils_are_summed_up_in_one_sentence(tmp_path: Path, person_for: PersonFor):
    towns = tuple(
        Council(f"town-{n:02}", f"Town {n}", "executive", 5, False, 1, date(2026, 6, n))
        for n in range(1, 13)
    )
    load_folder(write(tmp_path / "twelve", towns))
    client = signed(person_for("town-01"))

    page = client.get(reverse("routes:route", args=ARCHIVE) + BEFORE)

    assert "12 councils decide between Mon 1 Jun 2026 and Fri 12 Jun 2026" in text(page)
    assert not repeated_ids(page)
    assert client.get(reverse("routes:ways", args=ARCHIVE) + BEFORE).status_code == 200


@pytest.mark.usefixtures("towns")
def test_steps_that_wait_for_each_other_are_named_and_nothing_is_planned(officer: Person):
    step = {
        "source": "ashby 2",
        "known_on": "2026-01-05",
        "owner": "ashby",
        "proposal": "archive",
        "authority": "ashby",
        "kind": "board",
    }
    add_fact(officer, TOWNS, "steps", step | {"id": "first", "name": "First board"})
    add_fact(officer, TOWNS, "steps", step | {"id": "second", "name": "Second", "after": ["first"]})
    ring = held("steps", "first") | {"after": ["second"]}
    change_fact(officer, TOWNS, "steps", "first", ring, version("steps", "first"))
    client = signed(officer)

    for name in PAGES:
        said = text(client.get(reverse(name, args=ARCHIVE) + BEFORE))
        assert "No day can be worked out: these steps wait for each other" in said
    moved = text(client.get(move_address("first")))
    assert "Nothing can be moved while no day can be worked out" in moved


@pytest.mark.usefixtures("towns")
def test_a_reader_of_another_council_sees_what_is_shared_and_a_stranger_nothing(
    person_for: PersonFor,
):
    here = reverse("routes:route", args=ARCHIVE)

    assert signed(person_for("brae")).get(here).status_code == 200
    assert signed(person_for("elsewhere")).get(here).status_code == 404
    assert Client().get(here).status_code == 302


@pytest.mark.usefixtures("samples")
def test_there_is_a_link_from_the_proposal(person_for: PersonFor):
    page = signed(person_for("stockport")).get(reverse("cases:proposal", args=SAMPLE) + EARLY)

    assert f'href="{reverse("routes:route", args=SAMPLE)}{EARLY}"' in words(page)


# --- supposing ---


@pytest.mark.usefixtures("samples")
def test_a_supposition_answers_and_says_that_it_is_one_and_is_not_kept(person_for: PersonFor):
    client = signed(person_for("tameside"))
    here = reverse("routes:route", args=SAMPLE)

    led = client.get(f"{here}{EARLY}&rule=tameside.call_in_days&value=5")
    page = client.get(led.headers["Location"])

    assert led.status_code == 302
    assert "suppose=tameside.call_in_days%3D5" in led.headers["Location"]
    said = text(page)
    assert "This is a supposition, not what is known." in said
    assert "Tameside: Days in which a decision may be called in: 5" in said
    assert "Whether the day of publication counts for call-in: no (goes along" in said
    assert "The decision is live in every council on Fri 8 Jul 2022." in said
    assert "is not known. It cannot be before" in text(client.get(here + EARLY))


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    "asked",
    [
        "suppose=tameside.call_in_days%3Dfive",
        "suppose=nowhere.call_in_days%3D5",
        "suppose=nonsense",
        "rule=tameside.call_in_days&value=many",
        "rule=tameside.call_in_days&value=",
        "rule=&value=5",
    ],
)
def test_what_cannot_be_supposed_is_told_and_the_route_is_shown_without(
    asked: str, person_for: PersonFor
):
    client = signed(person_for("stockport"))

    page = client.get(f"{reverse('routes:route', args=SAMPLE)}{EARLY}&{asked}")

    assert page.status_code == 422
    assert "There is a problem" in words(page)
    assert "It cannot be before Wed 6 Jul 2022." in text(page)
    assert not dead_links(page)


# --- the ways ---


@pytest.mark.usefixtures("towns")
def test_the_ways_say_the_earliest_route_and_the_choices_closer_together(officer: Person):
    said = text(signed(officer).get(reverse("routes:ways", args=ARCHIVE) + BEFORE))

    assert "The earliest route that breaks no rule that we hold is live" in said
    assert "no route can be earlier" in said
    assert "closest together" in said
    assert "If it goes another way" in said
    assert "called in" in said


@pytest.mark.usefixtures("samples")
def test_counting_back_says_until_when_the_notice_must_be_published(person_for: PersonFor):
    client = signed(person_for("tameside"))
    here = f"{reverse('routes:ways', args=SAMPLE)}{EARLY}&suppose=tameside.call_in_days%3D5"

    said = text(client.get(f"{here}&wanted=1+September+2022"))
    late = text(client.get(f"{here}&wanted=1+March+2022"))
    past = text(client.get(f"{here}&wanted=1+March+2021"))

    assert (
        "For a start on Thu 1 Sep 2022 the notice of the key decision of Tameside must be "
        "published by Tue 24 May 2022." in said
    )
    assert "A start on Tue 1 Mar 2022 cannot be kept any more." in late
    assert "Past, by" in late
    assert "is past; it is history" in past
    assert client.get(f"{here}&wanted=soon").status_code == 422


# --- moving a step ---


@pytest.mark.usefixtures("towns")
def test_what_a_move_would_change_is_shown_and_nothing_is_saved(officer: Person):
    events, before = Event.objects.count(), held("steps", "ashby-decision")

    page = signed(officer).get(move_address(to="ashby-2026-07-08"))

    said = text(page)
    assert page.status_code == 200
    assert "“Decision” goes to the meeting of Ashby Executive on Wed 8 Jul 2026." in said
    assert "moves from" in said
    assert "Findings that appear" in said
    assert "Last days that move" in said
    assert not dead_links(page)
    assert not repeated_ids(page)
    assert held("steps", "ashby-decision") == before
    assert Event.objects.count() == events


@pytest.mark.usefixtures("towns")
def test_a_day_that_comes_too_soon_shows_which_rule_it_would_break(officer: Person):
    said = text(signed(officer).get(move_address(to="another-day", day="9+March+2026")))

    assert "too soon" in said.lower()
    assert "A planned day leaves room for what comes before" in said


@pytest.mark.usefixtures("towns")
def test_a_move_to_another_meeting_is_saved_once_as_one_event_and_can_be_undone(officer: Person):
    client = signed(officer)
    opened = client.get(move_address(to="ashby-2026-07-08"))
    fields = filled(opened, form__why="The chair is away")
    events = Event.objects.count()

    first, second = (client.post(move_address(), fields) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert held("steps", "ashby-decision")["meeting"] == "ashby-2026-07-08"
    assert "Moved on screen from Wed 10 Jun 2026" in held("steps", "ashby-decision")["assumed"]
    assert Event.objects.count() == events + 1
    event = Event.objects.latest("number")
    assert event.subject == "steps/ashby-decision"
    landed = client.get(first.headers["Location"])
    assert "It is moved." in text(landed)
    assert "Ashby decides on Wed 8 Jul 2026" in text(landed)
    undone = client.post(reverse("facts:undo", args=[TOWNS, event.number]), {})
    assert undone.status_code == 302
    assert held("steps", "ashby-decision")["meeting"] == "ashby-meets"


@pytest.mark.usefixtures("towns")
def test_on_another_day_the_meeting_itself_moves_and_what_else_it_takes_is_named(officer: Person):
    step = held("steps", "ashby-decision") | {"id": "also", "name": "Also there", "approves": False}
    add_fact(officer, TOWNS, "steps", step)
    client = signed(officer)

    opened = client.get(move_address(to="another-day", day="24+June+2026"))
    answer = client.post(move_address(), form_in(opened))

    assert "itself is held on Wed 24 Jun 2026 with 1 other step" in text(opened)
    assert answer.status_code == 302
    assert held("meetings", "ashby-meets")["held_on"] == "2026-06-24"
    assert held("steps", "ashby-decision")["meeting"] == "ashby-meets"
    assert "The meeting day is invented." in held("meetings", "ashby-meets")["assumed"]


@pytest.mark.usefixtures("towns")
def test_a_step_without_a_meeting_gets_another_expected_day(officer: Person):
    step = {
        "id": "unions",
        "source": "ashby 2",
        "known_on": "2026-01-05",
        "owner": "ashby",
        "proposal": "archive",
        "authority": "ashby",
        "kind": "trade union briefing",
        "name": "Brief the unions",
        "expected": "April 2026",
    }
    add_fact(officer, TOWNS, "steps", step)
    client = signed(officer)

    opened = client.get(move_address("unions", day="1+April+2026", to="another-day"))
    answer = client.post(move_address("unions"), form_in(opened))

    assert "It is expected: April 2026." in text(opened)
    assert answer.status_code == 302
    assert held("steps", "unions")["expected"] == "2026-04-01"


@pytest.mark.usefixtures("towns")
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"to": "another-day"}, "Enter the other day"),
        ({"to": "another-day", "day": "1 March 2026"}, "Mon 2 Mar 2026 is the first"),
        ({"to": "another-day", "day": "10 June 2026"}, "that is the one that it has now"),
        ({"to": "another-day", "day": "soon"}, "Enter a day that exists"),
        ({"to": "brae-meets"}, "Select a valid choice"),
        ({"day": "1 June 2026"}, "Choose where it goes"),
    ],
)
def test_what_is_no_other_day_is_told_at_its_field(
    asked: dict[str, str], says: str, officer: Person
):
    page = signed(officer).get(move_address(), asked | {"as_at": "2026-03-02"})

    assert page.status_code == 422
    assert says in text(page)
    assert not dead_links(page)


@pytest.mark.usefixtures("towns")
def test_what_changed_since_one_looked_is_shown_before_anything_is_saved(
    officer: Person, person_for: PersonFor
):
    client = signed(officer)
    fields = filled(client.get(move_address(to="ashby-2026-07-08")), form__why="Holidays")
    clerk = person_for("ashby", role=Role.DEMOCRATIC_SERVICES)
    later = held("meetings", "ashby-2026-07-08") | {"held_on": "2026-07-15"}
    change_fact(
        clerk, TOWNS, "meetings", "ashby-2026-07-08", later, version("meetings", later["id"])
    )

    answer = client.post(move_address(), fields)

    assert answer.status_code == 409
    assert "Something has changed since you looked." in text(answer)
    assert "on Wed 15 Jul 2026" in text(answer)
    assert held("steps", "ashby-decision")["meeting"] == "ashby-meets"
    assert form_in(answer)["form-why"] == ["Holidays"]
    assert client.post(move_address(), form_in(answer)).status_code == 302


@pytest.mark.usefixtures("towns")
def test_anybody_may_ask_what_if_and_only_the_council_itself_may_save(person_for: PersonFor):
    client = signed(person_for("brae", role=Role.MONITORING_OFFICER))

    opened = client.get(move_address(to="ashby-2026-07-08"))
    answer = client.post(
        move_address(), {"to": "ashby-2026-07-08", "seen": "whatever", "form-token": "t"}
    )

    assert opened.status_code == 200
    assert "moves from" in text(opened)
    assert "Save the move" not in text(opened)
    assert "Only Ashby's" in text(opened)
    assert answer.status_code == 403
    assert held("steps", "ashby-decision")["meeting"] == "ashby-meets"


@pytest.mark.usefixtures("towns")
def test_what_is_taken_is_not_moved(officer: Person):
    address = reverse("routes:move", args=[*ARCHIVE, "ashby-decision"]) + "?as_at=2026-06-20"
    client = signed(officer)

    assert "It was taken on Wed 10 Jun 2026" in text(client.get(address))
    assert client.post(address, {"to": "ashby-2026-07-08"}).status_code == 422
    assert client.get(reverse("routes:move", args=[*ARCHIVE, "no-such-step"])).status_code == 404


# --- letting a warning stand ---


@pytest.mark.usefixtures("samples")
def test_the_monitoring_officer_can_let_practice_stand_and_nobody_the_law(person_for: PersonFor):
    here = reverse("routes:route", args=SAMPLE) + EARLY
    officer = signed(person_for("tameside", role=Role.MONITORING_OFFICER))

    page = officer.get(here)
    other = signed(person_for("tameside", role=Role.PROGRAMME_MANAGER)).get(here)

    link = (
        "/programmes/stockport-tameside/facts/overrides/add/?rule=PREDECISION-SCRUTINY"
        "&amp;proposal=early-years-leadership&amp;authority=tameside&amp;owner=tameside"
    )
    assert link in words(page)
    assert "Let it stand" not in words(other)
    assert "Statute stands behind it: nobody can let it stand." in text(other)
    assert "rule=PSED" not in words(page)
    form = form_in(officer.get(link.replace("&amp;", "&")))
    assert form["rule"] == ["PREDECISION-SCRUTINY"]
    assert form["proposal"] == ["early-years-leadership"]
    assert form["authority"] == ["tameside"]


# --- the usual steps ---


@pytest.fixture
def without_steps(tmp_path: Path, db: None) -> None:
    folder = write(tmp_path / "bare", (ASHBY, BRAE))
    (folder / "steps.yaml").unlink()
    loaded(folder)


def added() -> Any:
    return Event.objects.filter(verb="added a fact")


@pytest.mark.usefixtures("without_steps")
def test_the_usual_steps_are_added_together_for_ones_own_council(officer: Person):
    client = signed(officer)
    here = reverse("routes:usual", args=[*ARCHIVE, "ashby"])
    route = client.get(reverse("routes:route", args=ARCHIVE))
    assert f'href="{here}"' in words(route)
    assert reverse("routes:usual", args=[*ARCHIVE, "brae"]) not in words(route)

    before = added().count()
    opened = client.get(here)
    fields = filled(opened, body__decision="ashby-decides")
    first, second = (client.post(here, fields) for _ in range(2))

    assert "scrutinises" in text(opened), "no committee of Ashby's does, and none is guessed"
    assert "Brae Committee" not in text(opened), "another council's body decides nothing here"
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    decision = held("steps", "archive-ashby-decision")
    assert decision["body"] == "ashby-decides"
    assert decision["approves"] is True
    assert decision["shared"] is False
    assert decision["assumed"]
    assert added().count() == before + 7
    landed = text(client.get(first.headers["Location"]))
    assert "The steps are added." in landed
    assert "Sign the agreement" in landed


@pytest.mark.usefixtures("without_steps")
def test_a_body_is_chosen_and_never_guessed(officer: Person):
    client = signed(officer)
    here = reverse("routes:usual", args=[*ARCHIVE, "ashby"])

    before = added().count()
    answer = client.post(here, form_in(client.get(here)))
    nothing = client.post(here, {"token": "t"})

    assert answer.status_code == nothing.status_code == 422
    assert "Which body decides? Choose one of Ashby's" in text(answer)
    assert "Choose at least one step to add" in text(nothing)
    assert not dead_links(answer)
    assert added().count() == before


@pytest.mark.usefixtures("without_steps")
def test_nobody_adds_the_steps_of_another_council(officer: Person):
    client = signed(officer)

    assert client.get(reverse("routes:usual", args=[*ARCHIVE, "brae"])).status_code == 403
    assert client.get(reverse("routes:usual", args=[*ARCHIVE, "elsewhere"])).status_code == 404


@pytest.mark.usefixtures("towns")
def test_steps_that_are_there_are_not_offered_again(officer: Person):
    page = signed(officer).get(reverse("routes:usual", args=[*ARCHIVE, "ashby"]))

    assert "take-decision" not in words(page)
    assert "On record: Decision." in text(page)


# --- how much is asked of the database ---


@pytest.mark.usefixtures("towns")
@pytest.mark.parametrize("address", ["routes:route", "routes:ways", "routes:move"])
def test_more_steps_take_no_more_queries(address: str, officer: Person):
    client = signed(officer)
    args = [*ARCHIVE, *(["ashby-decision"] if address == "routes:move" else [])]
    here = reverse(address, args=args) + BEFORE
    here += "&to=ashby-2026-07-08" if address == "routes:move" else ""
    counts = []
    for number in range(2):
        client.get(here)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(here).status_code == 200
        counts.append(len(queries))
        for each in range(8):
            step = {
                "id": f"board-{number}-{each}",
                "source": "ashby 2",
                "known_on": "2026-01-05",
                "owner": "ashby",
                "proposal": "archive",
                "authority": "ashby",
                "kind": "board",
                "name": f"Board {each}",
            }
            add_fact(officer, TOWNS, "steps", step)

    assert counts[0] == counts[1]
