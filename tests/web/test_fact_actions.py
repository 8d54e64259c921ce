"""Changing facts: by who may, from what they saw, checked whole, and recorded."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cast import SAMPLES, PersonFor
from loaded import loaded
from towns import TOWNS, held, last, phase, risk, version

from invented import ASHBY, BRAE, write
from moothall.facts.programme import KINDS
from moothall.files.programme_folder import read_programme
from moothall_web.facts import models, queries
from moothall_web.facts.actions import (
    InvalidError,
    NotThereError,
    StaleError,
    add_fact,
    change_fact,
    load_folder,
    remove_fact,
    share_fact,
    withdraw_fact,
)
from moothall_web.facts.facts import programme_of
from moothall_web.facts.permissions import CHANGES
from moothall_web.facts.subjects import SUBJECTS
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.people.scope import scope_of
from moothall_web.records.verify import verify
from moothall_web.row_scope import within

pytestmark = pytest.mark.django_db
STOCKPORT = next(folder for folder in SAMPLES if folder.name == "stockport-tameside")


@pytest.fixture
def towns(three_towns: Path) -> None:
    """Three invented councils with one programme."""
    loaded(three_towns)


@pytest.fixture
def manager(person_for: PersonFor, towns: None) -> Person:
    """Ashby's programme manager."""
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def neighbour(person_for: PersonFor, towns: None) -> Person:
    """Brae's programme manager."""
    return person_for("brae", role=Role.PROGRAMME_MANAGER)


of_sample = cache(read_programme)


def faults(refused: pytest.ExceptionInfo[InvalidError]) -> dict[tuple[str | int, ...], str]:
    return {fault.path: f"{fault.what}. {fault.cure}" for fault in refused.value.faults}


def test_an_added_fact_is_held_listed_and_recorded(manager: Person):
    key = add_fact(manager, TOWNS, "risks", risk(id="roof"), why="The survey says so.")

    page = queries.fact_page(manager, TOWNS, "risks", key)
    assert page is not None
    assert (page.key, page.label, page.owner_name, page.shared) == (
        "roof",
        "The roof leaks",
        "Ashby",
        False,
    )
    event = last()
    assert (event.verb, event.subject) == ("added a fact", "risks/roof")
    assert (event.who, event.role, event.for_whom) == (manager, "programme-manager", "ashby")
    assert (event.payload.why, event.payload.before) == ("The survey says so.", None)
    assert event.payload.after["description"] == "Water reaches the shelves."
    assert (event.payload.owner, event.payload.shared) == ("ashby", False)


def test_a_fact_without_an_id_gets_one_from_its_words(manager: Person):
    first = add_fact(manager, TOWNS, "risks", risk(title="Ŵy! The roof, again"))
    second = add_fact(manager, TOWNS, "risks", risk(id="", title="Ŵy! The roof, again"))

    assert (first, second) == ("wy-the-roof-again", "wy-the-roof-again-2")


def test_a_changed_fact_has_a_new_version_and_says_what_it_was(manager: Person):
    payload = held("milestones", "listen") | {"description": "Listening, twice"}

    new = change_fact(manager, TOWNS, "milestones", "listen", payload, 1, "One was too few.")

    assert (new, version("milestones", "listen")) == (2, 2)
    assert last().payload.before["description"] == "Listening"
    assert last().payload.after["description"] == "Listening, twice"


def test_saving_what_is_held_already_changes_and_records_nothing(manager: Person):
    payload = held("milestones", "listen") | {"description": "Listening, twice"}
    change_fact(manager, TOWNS, "milestones", "listen", payload, 1)
    before = last(), models.Programme.objects.get().revision

    assert change_fact(manager, TOWNS, "milestones", "listen", payload, 1) == 2
    assert (last(), models.Programme.objects.get().revision) == before


def test_the_second_of_two_who_change_the_same_is_shown_what_it_is_now(
    manager: Person, person_for: PersonFor
):
    quicker = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    payload = held("milestones", "listen")
    change_fact(quicker, TOWNS, "milestones", "listen", payload | {"output": "A film"}, 1)

    with pytest.raises(StaleError) as stale:
        change_fact(manager, TOWNS, "milestones", "listen", payload | {"output": "A talk"}, 1)

    assert (stale.value.current["output"], stale.value.version) == ("A film", 2)
    assert held("milestones", "listen")["output"] == "A film"


def test_a_stale_form_neither_removes_shares_nor_withdraws(manager: Person):
    payload = held("packages", "package-0")
    change_fact(manager, TOWNS, "packages", "package-0", payload | {"name": "Parcel"}, 1)

    for action in (remove_fact, withdraw_fact):
        with pytest.raises(StaleError):
            action(manager, TOWNS, "packages", "package-0", 1)
    withdraw_fact(manager, TOWNS, "packages", "package-0", 2)
    with pytest.raises(StaleError):
        share_fact(manager, TOWNS, "packages", "package-0", 2)


def test_a_form_on_a_removed_fact_does_not_fit_the_one_in_its_place(manager: Person):
    payload = held("packages", "package-0")
    remove_fact(manager, TOWNS, "packages", "package-0", 1)
    add_fact(manager, TOWNS, "packages", payload | {"name": "Another"})

    with pytest.raises(StaleError):
        change_fact(manager, TOWNS, "packages", "package-0", payload | {"name": "Parcel"}, 1)


def test_a_council_changes_no_fact_of_another(neighbour: Person):
    for attempt in (
        lambda: change_fact(
            neighbour, TOWNS, "packages", "package-0", held("packages", "package-0"), 1
        ),
        lambda: remove_fact(neighbour, TOWNS, "packages", "package-0", 1),
        lambda: withdraw_fact(neighbour, TOWNS, "packages", "package-0", 1),
        lambda: add_fact(neighbour, TOWNS, "risks", risk(id="roof")),
    ):
        with pytest.raises(RefusedError, match=r"This is Ashby's own\. Only Ashby's"):
            attempt()
    assert last().verb == "admitted somebody"


def test_nobody_gives_another_council_a_fact_of_theirs(manager: Person):
    payload = held("packages", "package-0") | {"owner": "brae"}

    with pytest.raises(RefusedError, match="Brae's own"):
        change_fact(manager, TOWNS, "packages", "package-0", payload, 1)


def test_a_role_changes_only_its_own_kinds_of_fact(person_for: PersonFor, towns: None):
    member = person_for("ashby", role=Role.MEMBER)
    finance = person_for("ashby", role=Role.FINANCE_OFFICER)
    payload = held("savings", "archive-saving") | {"name": "Archives"}

    with pytest.raises(RefusedError, match="finance officer or section 151 officer"):
        change_fact(member, TOWNS, "savings", "archive-saving", payload, 1)
    assert change_fact(finance, TOWNS, "savings", "archive-saving", payload, 1) == 2
    with pytest.raises(RefusedError, match="programme manager or workstream lead"):
        add_fact(finance, TOWNS, "risks", risk())


def test_what_is_the_programmes_is_changed_by_any_council_and_says_for_which(
    neighbour: Person, person_for: PersonFor
):
    director = person_for("ashby", "combe", role=Role.PROGRAMME_MANAGER)
    payload = held("posts", "archivist")

    change_fact(neighbour, TOWNS, "posts", "archivist", payload | {"term": "two years"}, 1)
    assert last().for_whom == "brae"
    change_fact(
        director,
        TOWNS,
        "posts",
        "archivist",
        payload | {"term": "a year"},
        2,
        for_authority="combe",
    )
    assert last().for_whom == "combe"
    with pytest.raises(RefusedError):
        change_fact(director, TOWNS, "posts", "archivist", payload, 3, for_authority="brae")


def test_what_somebody_may_not_see_answers_as_what_is_not_there(
    manager: Person, neighbour: Person, person_for: PersonFor
):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    stranger = person_for("elsewhere", role=Role.PROGRAMME_MANAGER)

    for person, kind, key in (
        (neighbour, "risks", "roof"),
        (neighbour, "risks", "nothing"),
        (neighbour, "sightings", "roof"),
        (stranger, "packages", "package-0"),
    ):
        with pytest.raises(NotThereError):
            change_fact(person, TOWNS, kind, key, risk(), 1)
        with pytest.raises(NotThereError):
            remove_fact(person, TOWNS, kind, key, 1)
        assert queries.fact_page(person, TOWNS, kind, key) is None
        assert queries.history(person, TOWNS, kind, key) is None
    with pytest.raises(NotThereError):
        add_fact(stranger, TOWNS, "risks", risk())
    with pytest.raises(NotThereError):
        add_fact(manager, "no-such-programme", "risks", risk())


def test_a_reference_to_what_one_may_not_see_reads_like_one_to_nothing(
    manager: Person, neighbour: Person
):
    add_fact(
        manager,
        TOWNS,
        "proposals",
        {
            "id": "secret",
            "source": "ashby 9",
            "known_on": "2026-02-01",
            "owner": "ashby",
            "name": "Close it",
            "parties": ["ashby"],
            "stage": "formulation",
            "summary": "Nobody is to know yet.",
        },
    )

    told = {}
    for proposal in ("secret", "nothing"):
        with pytest.raises(InvalidError) as refused:
            add_fact(
                neighbour,
                TOWNS,
                "risks",
                risk(source="brae 7", owner="brae", proposal=proposal),
            )
        told[proposal] = faults(refused)
    assert told["secret"].keys() == {("proposal",)}
    assert (
        told["secret"][("proposal",)].replace("secret", "nothing") == told["nothing"][("proposal",)]
    )


def test_every_fault_is_told_with_its_place_and_nothing_is_kept(manager: Person):
    payload = held("posts", "archivist") | {
        "source": "nowhere 1",
        "owner": "elsewhere",
        "known_on": "yesterday",
        "proposal": "archives",
        "notice_months": "some",
        "host": "combe-martin",
        "title": " ",
        "colour": "red",
    }
    payload["shares"] = [{"authority": "ashby", "percent": "a third"}, {"authority": "dale"}]

    with pytest.raises(InvalidError) as refused:
        change_fact(manager, TOWNS, "posts", "archivist", payload, 1)

    told = faults(refused)
    assert told.keys() == {
        ("source",),
        ("owner",),
        ("known_on",),
        ("proposal",),
        ("notice_months",),
        ("host",),
        ("colour",),
        ("shares", 0, "percent"),
        ("shares", 1, "percent"),
        ("shares", 1, "authority"),
    }
    assert told["proposal",] == "'archives' is not among the proposals. Did you mean 'archive'?"
    assert all(words[-1] in ".?" for words in told.values())
    assert version("posts", "archivist") == 1


def test_a_word_that_every_fact_of_a_kind_has_is_not_left_empty(manager: Person):
    with pytest.raises(InvalidError) as refused:
        add_fact(manager, TOWNS, "risks", risk(title=" ", description=""))

    assert faults(refused).keys() == {("title",), ("description",)}


@pytest.mark.parametrize(
    "key",
    ["a b", "a/b", "..", ".", "-a", "a-", "new-", "add", "é", "<b>", "a?b", "x" * 101],
)
def test_an_id_is_fit_for_an_address(manager: Person, key: str):
    with pytest.raises(InvalidError) as refused:
        add_fact(manager, TOWNS, "risks", risk(id=key))

    assert faults(refused).keys() == {("id",)}


def test_an_id_stands_once_in_a_programme_and_stays(manager: Person, neighbour: Person):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))

    told = []
    for kind, payload in (
        ("risks", risk(id="roof", owner="brae", source="brae 1")),
        ("packages", held("packages", "package-0") | {"id": "listen", "owner": "brae"}),
    ):
        with pytest.raises(InvalidError) as refused:
            add_fact(neighbour, TOWNS, kind, payload)
        told.append(faults(refused))
    assert told[0] == told[1] == {("id",): "is taken. Choose another one."}
    with pytest.raises(InvalidError, match="cannot be changed"):
        change_fact(manager, TOWNS, "risks", "roof", risk(id="rooves"), 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a\0b", "U+0000"),
        ("a\x0bb", "U+000B"),
        ("a\ud800b", "U+D800"),
        ("a\uffffb", "U+FFFF"),
        ("x" * 10_001, "10,001 characters"),
    ],
)
def test_a_text_holds_nothing_that_cannot_be_kept_and_printed(
    manager: Person, text: str, what: str
):
    with pytest.raises(InvalidError, match=r"characters|printed") as refused:
        add_fact(manager, TOWNS, "risks", risk(description=text))
    assert what in faults(refused)["description",]
    with pytest.raises(InvalidError) as refused:
        add_fact(manager, TOWNS, "risks", risk(), why=text)
    assert faults(refused).keys() == {("why",)}


def test_markup_emoji_welsh_and_right_to_left_text_are_kept_as_they_are(manager: Person):
    text = "<script>alert(1)</script> Llŷn 👩‍👩‍👧 مرحبا\n\tÿ"

    key = add_fact(manager, TOWNS, "risks", risk(description=text.replace("\n", "\r\n")))

    assert held("risks", key)["description"] == text
    assert programme_of(models.Programme.objects.get()).risks[0].description == text


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "risk",
        {"actions": ["x"] * 20_000},
        {"actions": ["x" * 9_000] * 30},
        {"actions": [[[[[[[[[[[[[[["deep"]]]]]]]]]]]]]]]},
        {"": {}, "id": {"id": 1}, "owner": ["ashby"], "source": 1, "shares": {"a": [None]}},
    ],
    ids=["nothing", "list", "text", "long list", "large", "deep", "odd"],
)
def test_a_forged_payload_is_refused(manager: Person, payload: Any):
    with pytest.raises(InvalidError):
        add_fact(manager, TOWNS, "risks", payload)
    with pytest.raises(InvalidError):
        change_fact(manager, TOWNS, "packages", "package-0", payload, 1)


def test_what_others_point_at_is_not_removed_and_says_by_what(manager: Person):
    with pytest.raises(RefusedError) as refused:
        remove_fact(manager, TOWNS, "bodies", "ashby-decides", 1)

    assert "meetings/ashby-meets" in refused.value.refusal.words
    assert "steps/ashby-decision" in refused.value.refusal.words


def test_a_refused_removal_does_not_name_what_one_may_not_see(manager: Person, neighbour: Person):
    add_fact(
        neighbour,
        TOWNS,
        "risks",
        risk(id="brae-secret", owner="brae", source="brae 1", proposal="archive"),
    )

    with pytest.raises(RefusedError) as refused:
        remove_fact(manager, TOWNS, "proposals", "archive", 1)

    assert "brae-secret" not in refused.value.refusal.words
    assert "facts of another council" in refused.value.refusal.words


def test_a_fact_that_nothing_points_at_is_removed_and_recorded(manager: Person):
    remove_fact(manager, TOWNS, "milestones", "listen", 1, "Done.")

    assert not models.Fact.objects.filter(key="listen").exists()
    assert (last().verb, last().payload.after) == ("removed a fact", None)
    assert last().payload.before["description"] == "Listening"
    assert last().payload.shared


def test_a_shared_fact_shows_who_shared_it_and_when(manager: Person, neighbour: Person):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    assert queries.fact_page(neighbour, TOWNS, "risks", "roof") is None

    share_fact(manager, TOWNS, "risks", "roof", 1, "It concerns all.")

    page = queries.fact_page(neighbour, TOWNS, "risks", "roof")
    assert page is not None
    assert (page.shared, page.shared_by, page.version) == (True, manager.name, 2)
    assert page.shared_at is not None
    assert page.payload["shared"] is True
    assert (last().payload.before, last().payload.shared) == (None, True)


def test_a_withdrawn_fact_is_the_owners_alone_again(manager: Person, neighbour: Person):
    withdraw_fact(manager, TOWNS, "packages", "package-0", 1)

    assert queries.fact_page(neighbour, TOWNS, "packages", "package-0") is None
    own = queries.fact_page(manager, TOWNS, "packages", "package-0")
    assert own is not None
    assert (own.shared, own.shared_by, own.shared_at) == (False, "", None)
    assert not last().payload.shared


def test_sharing_what_is_shared_does_nothing(manager: Person):
    before = last()

    share_fact(manager, TOWNS, "packages", "package-0", 1)

    assert last() == before


def test_sharing_is_not_slipped_in_along_with_a_change(manager: Person):
    payload = held("packages", "package-0") | {"shared": "no", "name": "Parcel"}

    with pytest.raises(InvalidError) as refused:
        change_fact(manager, TOWNS, "packages", "package-0", payload, 1)

    assert faults(refused).keys() == {("shared",)}


def test_what_is_the_programmes_or_no_fact_is_neither_shared_nor_withdrawn(manager: Person):
    for kind, key in (("posts", "archivist"), ("documents", "ashby"), ("about", TOWNS)):
        with pytest.raises(RefusedError):
            withdraw_fact(manager, TOWNS, kind, key, 1)


def test_what_is_the_programmes_points_only_at_what_all_see(manager: Person):
    add_fact(manager, TOWNS, "phases", phase("hidden"))
    work = {
        "id": "moving",
        "source": "ashby 3",
        "known_on": "2026-02-01",
        "owner": "programme",
        "name": "Moving",
        "phase": "hidden",
    }

    with pytest.raises(InvalidError) as refused:
        add_fact(manager, TOWNS, "workstreams", work)
    assert "Share it first" in faults(refused)["phase",]
    share_fact(manager, TOWNS, "phases", "hidden", 1)
    assert add_fact(manager, TOWNS, "workstreams", work) == "moving"


def test_a_fact_that_points_at_something_withdrawn_is_still_its_owners_to_mend(
    manager: Person, neighbour: Person
):
    share = {"shared": "yes"}
    add_fact(manager, TOWNS, "phases", phase("later") | share)
    add_fact(
        neighbour,
        TOWNS,
        "workstreams",
        phase("boxes") | share | {"owner": "brae", "source": "brae 2", "phase": "later"},
    )
    withdraw_fact(manager, TOWNS, "phases", "later", 1)

    listed = queries.fact_list(neighbour, TOWNS, "workstreams")
    assert listed is not None
    (fact,) = listed.facts
    assert (fact.key, fact.left_out) == (
        "boxes",
        "it points at phases/later, which is no longer shared or there",
    )
    found = queries.programme(neighbour, TOWNS)
    assert found is not None
    assert found.workstreams == (), "no case of Brae's has it"
    page = queries.fact_page(neighbour, TOWNS, "workstreams", "boxes")
    assert page is not None
    assert page.left_out
    change_fact(neighbour, TOWNS, "workstreams", "boxes", page.payload | {"name": "Crates"}, 1)
    mended = held("workstreams", "boxes") | {"phase": None}
    change_fact(neighbour, TOWNS, "workstreams", "boxes", mended, 2)
    listed = queries.fact_list(neighbour, TOWNS, "workstreams")
    assert listed is not None
    assert [each.left_out for each in listed.facts] == [""]


def test_a_shared_fact_says_what_keeps_it_from_the_others(manager: Person):
    add_fact(manager, TOWNS, "phases", phase("later"))
    add_fact(manager, TOWNS, "workstreams", phase("boxes") | {"phase": "later", "shared": "yes"})

    page = queries.fact_page(manager, TOWNS, "workstreams", "boxes")

    assert page is not None
    assert [(each.kind, each.key, each.field) for each in page.held_back_by] == [
        ("phases", "later", "phase")
    ]
    assert not last().payload.shared, "the others do not see it yet, and not its history either"


def test_a_councils_rules_are_changed_by_its_own_monitoring_officer_for_every_programme(
    person_for: PersonFor, towns: None, tmp_path: Path
):
    second = write(tmp_path / "second", (ASHBY, BRAE))
    about = yaml.safe_load((second / "programme.yaml").read_text("utf-8"))
    (second / "programme.yaml").write_text(
        yaml.safe_dump(about | {"id": "two-towns", "name": "Two Towns"}), "utf-8"
    )
    load_folder(second)
    before = dict(models.Programme.objects.values_list("code", "revision"))
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)
    payload = held("authorities", "ashby") | {"polls": ["2027-05-06"]}

    change_fact(officer, TOWNS, "authorities", "ashby", payload, version("authorities", "ashby"))

    after = dict(models.Programme.objects.values_list("code", "revision"))
    assert all(after[code] != before[code] for code in (TOWNS, "two-towns"))
    other = queries.programme(officer, "two-towns")
    assert other is not None
    assert [day.isoformat() for day in other.authority("ashby").polls] == ["2027-05-06"]
    told = queries.history(officer, "two-towns", "authorities", "ashby")
    assert told is not None
    assert told.changes[0].who == officer.name
    with pytest.raises(RefusedError):
        change_fact(officer, TOWNS, "authorities", "brae", held("authorities", "brae"), 1)


def test_a_council_joins_and_leaves_a_programme_by_its_own_people_alone(
    manager: Person, person_for: PersonFor
):
    about = held("about", TOWNS)
    without = about | {"authorities": ["ashby", "brae"]}

    with pytest.raises(RefusedError, match="Only Combe's programme manager"):
        change_fact(manager, TOWNS, "about", TOWNS, without, version("about", TOWNS))
    theirs = person_for("combe", role=Role.PROGRAMME_MANAGER)
    with pytest.raises(InvalidError, match="cannot leave"):
        change_fact(theirs, TOWNS, "about", TOWNS, without, version("about", TOWNS))
    wider = about | {"authorities": [*about["authorities"], "dale"]}
    with pytest.raises(InvalidError, match="no authority that is held"):
        change_fact(manager, TOWNS, "about", TOWNS, wider, version("about", TOWNS))


def test_what_the_programme_says_of_itself_has_versions_too(manager: Person, neighbour: Person):
    about, began = held("about", TOWNS), version("about", TOWNS)

    now = change_fact(manager, TOWNS, "about", TOWNS, about | {"name": "Three Tŵns"}, began)

    assert now == began + 1
    assert models.Programme.objects.get().name == "Three Tŵns"
    with pytest.raises(StaleError):
        change_fact(neighbour, TOWNS, "about", TOWNS, about | {"name": "Towns"}, began)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_kind_is_added_changed_shared_withdrawn_and_removed(kind: str, person_for: PersonFor):
    loaded(STOCKPORT, next(folder for folder in SAMPLES if folder != STOCKPORT))
    code = next(
        (
            folder.name
            for folder in SAMPLES
            if kind not in KINDS or getattr(of_sample(folder), kind)
        ),
        None,
    )
    if code is None:
        pytest.skip(f"no sample has {kind}")
    row = models.Programme.objects.get(code=code)
    role = next(iter(sorted(CHANGES[kind])))
    person = person_for(*row.about["authorities"], role=role)
    began = queries.fact_list(person, code, kind)
    assert began is not None
    one = queries.fact_page(person, code, kind, began.facts[0].key)
    assert one is not None
    assert one.label

    def change(key: str, now: int) -> int:
        page = queries.fact_page(person, code, kind, key)
        assert page is not None
        assert page.version == now
        field = "summary" if kind == "about" else "name" if kind == "authorities" else "assumed"
        more = {field: "Said in passing."}
        return change_fact(person, code, kind, key, page.payload | more, now)

    if kind in ("about", "authorities"):
        assert change(one.key, one.version) == one.version + 1
        with pytest.raises(RefusedError):
            remove_fact(person, code, kind, one.key, one.version + 1)
    else:
        payload = one.payload | {"id": "another", "shared": False}
        payload["owner"] = row.about["authorities"][0]
        if kind == "documents":
            del payload["shared"]
        add_fact(person, code, kind, payload)
        now = change("another", 1)
        if kind in KINDS:
            share_fact(person, code, kind, "another", now)
            withdraw_fact(person, code, kind, "another", now + 1)
            now += 2
        remove_fact(person, code, kind, "another", now)
        assert queries.fact_list(person, code, kind) == replace(
            began, programme=queries.programme(person, code)
        )
    programme_of(models.Programme.objects.get(code=code))
    assert verify().broken_at is None


def test_somebody_held_to_their_own_rows_is_still_told_of_what_is_out_of_sight(
    manager: Person, neighbour: Person
):
    add_fact(
        neighbour,
        TOWNS,
        "risks",
        risk(id="brae-secret", owner="brae", source="brae 1", proposal="archive"),
    )

    with within(scope_of(manager)):
        page = queries.fact_page(manager, TOWNS, "proposals", "archive")
        assert page is not None
        assert page.unseen_pointers
        assert "brae-secret" not in {each.key for each in page.pointed_at_by}
    with within(scope_of(manager)), pytest.raises(RefusedError, match="another council"):
        remove_fact(manager, TOWNS, "proposals", "archive", 1)
    with within(scope_of(manager)), pytest.raises(InvalidError, match="is taken"):
        add_fact(manager, TOWNS, "risks", risk(id="brae-secret"))
    with within(scope_of(manager)):
        assert add_fact(manager, TOWNS, "risks", risk(id="roof")) == "roof"
        share_fact(manager, TOWNS, "risks", "roof", 1)
    places = models.Fact.objects.filter(kind="risks").values_list("position", flat=True)
    assert sorted(places) == [0, 1]
