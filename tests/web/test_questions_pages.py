"""Our questions, and what comes to us: the answer first, and a reply recorded by those who may."""

from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from page import dead_links, filled, form_in, repeated_ids, words

from moothall_web.cases.actions import make_snapshot
from moothall_web.cases.gates import held_back
from moothall_web.facts import models
from moothall_web.facts.actions import (
    add_fact,
    change_fact,
    remove_fact,
    share_fact,
    undo,
    withdraw_fact,
)
from moothall_web.facts.subjects import subject
from moothall_web.people.models import Person, Role
from moothall_web.questions.past import past_of
from moothall_web.records.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]

CODE = "stockport-tameside"
FAMILIES = "body-st-children-families-scrutiny"
ASKED = [CODE, "comment-b08"]
BEFORE = "?as_at=2022-02-15"


def text(answer: Any) -> str:
    """The words of a page, on one line."""
    return " ".join(unescape(words(answer)).replace("\N{NO-BREAK SPACE}", " ").split())


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def member(person_for: PersonFor) -> Client:
    return signed(person_for("stockport", role=Role.SCRUTINY_MEMBER))


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("stockport", role=Role.DEMOCRATIC_SERVICES)


def held(kind: str, key: str) -> Any:
    found = subject(models.Programme.objects.get(code=CODE), kind, key)
    assert found is not None
    return found


# --- the list ---


@pytest.mark.checklist("R4", "J11")
def test_the_first_line_says_how_many_have_no_reply_whose_and_what_they_hold(member: Client):
    page = member.get(reverse("questions:programme", args=[CODE]) + BEFORE)
    said = text(page)
    assert "7 of 12 questions and concerns have no reply" in said
    assert "Children and Families Scrutiny Committee (Stockport) 7." in said
    assert "by default they warn and hold nothing back" in said
    assert said.index("7 of 12") < said.index("<table")
    assert not dead_links(page)
    assert not repeated_ids(page)


def test_the_list_is_narrowed_to_a_body_and_a_state(member: Client):
    address = reverse("questions:programme", args=[CODE])
    open_ = text(member.get(f"{address}?state=open&body={FAMILIES}"))
    assert "7 comments, in the order of the minutes" in open_
    assert "How would the shared service work" not in open_
    crmg = text(member.get(f"{address}?state=everything&body=body-st-crmg-scrutiny"))
    assert "3 comments, in the order of the minutes" in crmg
    assert "None stands so." in text(member.get(f"{address}?state=overdue"))
    assert "12 comments" not in text(member.get(f"{address}?state=nonsense&body=nobody"))


def block_publication(monitoring: Person) -> None:
    rules = held("authorities", "stockport")
    own = [r for r in rules.payload["rules"] if r["rule"] != "unanswered_questions"]
    own.append(
        {
            "rule": "unanswered_questions",
            "value": "block publication",
            "source": "Scrutiny protocol 4",
            "evidence": "read",
            "ask": "",
            "since": None,
        }
    )
    payload = rules.payload | {"rules": own}
    change_fact(monitoring, CODE, "authorities", "stockport", payload, rules.version)


def test_a_council_that_blocks_is_said_on_the_list_and_on_the_route(person_for: PersonFor):
    monitoring = person_for("stockport", role=Role.MONITORING_OFFICER)
    block_publication(monitoring)
    client = signed(monitoring)
    said = text(client.get(reverse("questions:programme", args=[CODE]) + BEFORE))
    assert "Joint Director of Education: The papers for Director of Children's Services" in said
    assert "are not to be published yet: 5 questions have no reply." in said
    route = text(client.get(reverse("routes:route", args=[CODE, "joint-director"]) + BEFORE))
    assert "A gate waits for its answers" in route
    assert "Scrutiny protocol 4" in route


def test_a_council_that_blocks_publishes_no_snapshot_while_a_question_is_open(
    person_for: PersonFor,
):
    monitoring = person_for("stockport", role=Role.MONITORING_OFFICER)
    author = person_for("stockport", role=Role.REPORT_AUTHOR)
    snapshot = make_snapshot(author, CODE, "joint-director", "stockport", date(2022, 2, 15))
    assert held_back(snapshot, date(2022, 2, 15)) is None, "by default they only warn"

    block_publication(monitoring)

    refusal = held_back(snapshot, date(2022, 2, 15))
    assert refusal is not None
    assert "are not to be published yet: 5 questions have no reply." in refusal.words


def test_a_day_before_anything_was_said_leads_to_what_to_do(member: Client):
    page = text(member.get(reverse("questions:programme", args=[CODE]) + "?as_at=2019-03-01"))
    assert "No question of a member is on record" in page
    assert "Add what was said at scrutiny" in page


# --- one question ---


@pytest.mark.checklist("J06")
def test_a_question_has_its_whole_story(member: Client):
    page = member.get(reverse("questions:question", args=[CODE, "comment-b06"]))
    said = text(page)
    assert "Answered on Wed 17 Mar 2021: The proposal went to Group Leaders" in (
        said.replace("<bdi>", "").replace("</bdi>", "")
    )
    assert "Group Leaders (no day recorded)" in said
    assert "Only a democratic services officer or report author of Stockport may record" in said
    assert "Change the reply" not in said
    assert not dead_links(page)
    unanswered = text(member.get(reverse("questions:question", args=ASKED)))
    assert "No reply yet, and nobody has set a day for it." in unanswered


def test_a_question_that_is_not_there_is_not_found(member: Client):
    assert member.get(reverse("questions:question", args=[CODE, "no-such"])).status_code == 404
    assert member.get(reverse("questions:coming", args=[CODE, "no-such"])).status_code == 404
    address = reverse("questions:question", args=ASKED)
    assert member.get(f"{address}?as_at=2019-03-01").status_code == 404


def test_democratic_services_record_the_reply_once_and_it_stands_in_the_history(officer: Person):
    client = signed(officer)
    address = reverse("questions:answer", args=ASKED)
    sheet = filled(
        client.get(address),
        reply="An assessment comes with each proposal.",
        office="Director of Children's Services",
        replied_on="4 May 2021",
        changed="Every proposal is screened",
    )
    before = Event.objects.count()

    first = client.post(address, sheet)
    again = client.post(address, sheet)

    assert first.status_code == again.status_code == 302
    assert first.url == again.url
    assert Event.objects.count() == before + 1
    assert Event.objects.latest("number").subject == "comments/comment-b08"
    comment = held("comments", "comment-b08").payload
    assert comment["reply"] == "An assessment comes with each proposal."
    assert comment["replied_on"] == "2021-05-04"
    assert comment["answered_by"] == "Director of Children's Services"
    said = text(client.get(first.url))
    assert "The reply is recorded." in said
    assert "Answered on Tue 4 May 2021" in said
    assert "Every proposal is screened" in said


WRONG: tuple[tuple[dict[str, str], str], ...] = (
    ({"reply": "  "}, "Enter the reply"),
    ({"office": ""}, "Enter the office that gives the reply"),
    ({"replied_on": "31 February 2022"}, "Enter a day that exists"),
    ({"replied_on": ""}, "Enter the day of the reply"),
    ({"replied_on": "1 March 2021"}, "Enter a day from Wed 17 Mar 2021 on"),
    ({"replied_on": "1 March 2099"}, "Enter a day that has come"),
    ({"reply": "x" * 9_001}, "Shorten the reply to 9,000 characters"),
)


def test_a_reply_that_cannot_be_is_explained_and_nothing_of_it_is_lost(officer: Person):
    client = signed(officer)
    address = reverse("questions:answer", args=ASKED)
    for fields, words_ in WRONG:
        typed = {"reply": "Kept words", "office": "Director", "replied_on": "4 May 2021"} | fields
        answer = client.post(address, filled(client.get(address), **typed, changed="Kept too"))
        said = text(answer)
        assert answer.status_code == 422
        assert words_ in said
        assert "Kept too" in said
        assert "<title>Error: Record the reply" in said
        assert not dead_links(answer)
    assert held("comments", "comment-b08").payload["reply"] is None


def test_two_who_reply_at_once_see_each_others_words(officer: Person, person_for: PersonFor):
    author = person_for("stockport", role=Role.REPORT_AUTHOR)
    address = reverse("questions:answer", args=ASKED)
    mine = filled(
        signed(author).get(address), reply="Mine", office="Author", replied_on="4 May 2021"
    )
    theirs = filled(
        signed(officer).get(address), reply="Theirs", office="Officer", replied_on="4 May 2021"
    )
    assert signed(officer).post(address, theirs).status_code == 302
    answer = signed(author).post(address, mine)
    assert answer.status_code == 409
    said = text(answer)
    assert "Somebody has changed it since you opened this page." in said
    assert "Theirs" in said
    assert form_in(answer)["reply"] == ["Mine"]
    assert held("comments", "comment-b08").payload["reply"] == "Theirs"
    fresh = form_in(answer)
    assert signed(author).post(address, fresh).status_code == 302
    assert held("comments", "comment-b08").payload["reply"] == "Mine"


def test_the_paper_in_which_the_answer_stands_is_recorded_and_taken_back(officer: Person):
    client = signed(officer)
    address = reverse("questions:shown", args=ASKED)
    page = client.get(address)
    assert "to Children and Families Scrutiny Committee, 1 March 2022" in text(page)
    assert "Proposal 1: Children's and Education Services" not in text(page)  # of 2019
    done = client.post(address, filled(page, paper="paper-000-children-families"))
    assert done.status_code == 302
    assert "The answer stands in “Update on Progress" in text(client.get(done.url))
    client.post(address, filled(client.get(address), paper=""))
    assert held("comments", "comment-b08").payload["appears_in"] is None
    wrong = client.post(address, filled(client.get(address), paper="paper-003"))
    assert wrong.status_code == 422
    assert "Choose one of the papers, or none" in text(wrong)


def test_others_of_the_council_do_not_record_replies(person_for: PersonFor):
    for role in (Role.SCRUTINY_MEMBER, Role.PROGRAMME_MANAGER, Role.LEGAL):
        client = signed(person_for("stockport", role=role))
        for view in ("questions:answer", "questions:shown"):
            address = reverse(view, args=ASKED)
            assert client.get(address).status_code == 403
            assert client.post(address, {"reply": "x", "form-version": "1"}).status_code == 403
    assert held("comments", "comment-b08").payload["reply"] is None


def test_another_council_never_answers_for_the_council_that_was_asked(person_for: PersonFor):
    client = signed(person_for("tameside", role=Role.DEMOCRATIC_SERVICES))
    assert client.get(reverse("questions:question", args=ASKED)).status_code == 200
    answer = client.post(reverse("questions:answer", args=ASKED), {"reply": "x"})
    assert answer.status_code == 403
    assert held("comments", "comment-b08").payload["reply"] is None


def test_a_comment_that_is_not_shared_is_nobody_elses(person_for: PersonFor, officer: Person):
    version = held("comments", "comment-b08").version
    withdraw_fact(officer, CODE, "comments", "comment-b08", version)
    partner = signed(person_for("tameside", role=Role.SCRUTINY_MEMBER))
    assert partner.get(reverse("questions:question", args=ASKED)).status_code == 404
    listed = text(partner.get(reverse("questions:programme", args=[CODE])))
    assert "Why did no equality impact assessment" not in listed


@pytest.mark.checklist("J04")
def test_a_question_says_which_paper_is_the_next_and_what_time_the_law_sets(member: Client):
    address = reverse("questions:question", args=[CODE, "comment-b11"])

    said = text(member.get(f"{address}?as_at=2026-01-05"))
    assert "Next paper to Children and Families Scrutiny Committee" in said
    assert "Update on Progress for Shared Service for Early Years Education Improvement" in said
    assert "no answer is recorded as standing in it" in said
    assert "The law sets 2 months where the committee gave notice" in said
    assert "no such notice is recorded for this" in said

    early = text(member.get(f"{address}?as_at=2021-04-01"))
    assert "No paper since is held that goes to Children and Families Scrutiny Committee" in early


# --- coming to us ---


@pytest.mark.checklist("J06", "J07")
def test_what_comes_to_us_says_first_what_is_decided_next_and_since_when_we_know(member: Client):
    address = reverse("questions:coming", args=[CODE, FAMILIES])
    page = member.get(f"{address}?as_at=2022-06-20")
    said = text(page)
    assert "Next: Shared leadership for early years education improvement." in said
    assert "Executive Cabinet decides on Wed 22 Jun 2022, in 2 days." in said
    assert "first had it on Tue 1 Mar 2022" in said
    assert "Since Children and Families Scrutiny Committee last had them, " in said
    assert "not before it, as far as is recorded" in said
    assert "7 of its questions have no reply." in said
    assert "Thu 7 Jul 2022 (if published on Fri 1 Jul 2022)" in said
    assert "How many members of Stockport may call in a decision" in said
    assert "last had this before it on Wed 17 Mar 2021. Since then 16 things have changed." in said
    assert "Option “Formal shared services”: new." in said
    assert "Members said that they were told late" in said
    assert not dead_links(page)
    assert not repeated_ids(page)


@pytest.fixture
def in_days(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], date]:
    """Let so many days go by since the samples were loaded; gives the day that it is then."""
    start = timezone.now()

    def go(days: int) -> date:
        monkeypatch.setattr(timezone, "now", lambda: start + timedelta(days=days))
        return timezone.localdate()

    return go


def mend(person: Person, kind: str, key: str, **fields: Any) -> None:
    row = held(kind, key)
    change_fact(person, CODE, kind, key, row.payload | fields, row.version)


def version(kind: str, key: str) -> int:
    return int(held(kind, key).version)


@pytest.mark.checklist("J07")
def test_what_is_mended_after_a_meeting_is_told_from_what_to_what(
    person_for: PersonFor, in_days: Callable[[int], date]
):
    """The record is asked, not the days that facts carry: a figure is mended without a new day."""
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    met = in_days(10)
    mend(manager, "meetings", "meeting-st-scrutiny-2021-03-17", held_on=met.isoformat())
    in_days(20)
    mend(manager, "proposals", "joint-director", in_scope=["leadership of schools alone"])

    said = text(signed(manager).get(reverse("questions:coming", args=[CODE, FAMILIES])))

    assert "Since then 1 thing has changed." in said
    assert "in scope: added leadership of schools alone; gone" in said


def test_what_is_added_after_a_meeting_is_new_however_old_its_document(
    person_for: PersonFor, in_days: Callable[[int], date]
):
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    met = in_days(10)
    in_days(20)
    row = held("comments", "comment-b11")
    add_fact(manager, CODE, "comments", row.payload | {"id": "late", "text": "Found later"})
    as_of = past_of(manager, CODE)
    assert as_of is not None
    assert "late" not in {each.id for each in as_of(met).comments}
    assert "late" in {each.id for each in as_of(timezone.localdate()).comments}
    # Before anything was on record here, the facts' own days say what could be known.
    assert "late" in {each.id for each in as_of(date(2021, 3, 20)).comments}
    assert not as_of(date(2021, 3, 1)).comments


def test_what_is_removed_after_a_meeting_was_there_then(
    person_for: PersonFor, in_days: Callable[[int], date]
):
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    met = in_days(10)
    in_days(20)
    remove_fact(
        manager, CODE, "comments", "comment-b11", version("comments", "comment-b11"), "Twice"
    )
    for person in (manager, person_for("tameside", role=Role.SCRUTINY_MEMBER)):
        as_of = past_of(person, CODE)
        assert as_of is not None
        assert "comment-b11" in {each.id for each in as_of(met).comments}
        assert "comment-b11" not in {each.id for each in as_of(timezone.localdate()).comments}


def test_the_past_shows_nobody_what_they_might_not_read_then(
    person_for: PersonFor, in_days: Callable[[int], date]
):
    """Withheld on the day, shared and changed since: to another council it is new, and no more."""
    key = ("comments", "comment-b09")
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    other = person_for("tameside", role=Role.PROGRAMME_MANAGER)
    in_days(10)
    withdraw_fact(manager, CODE, *key, version(*key))
    met = in_days(20)
    in_days(30)
    mend(manager, *key, text="Between ourselves")
    in_days(40)
    share_fact(manager, CODE, *key, version(*key))
    mend(manager, *key, text="For everybody")
    ours, theirs = past_of(manager, CODE), past_of(other, CODE)
    assert ours is not None
    assert theirs is not None
    mine = {each.id: each.text for each in ours(met).comments}
    yours = {each.id: each.text for each in theirs(met).comments}
    assert "uneasy" in mine["comment-b09"]
    assert "Between ourselves" not in yours.values()
    assert "comment-b09" not in yours


def test_with_a_withdrawal_its_whole_past_closes_to_the_others(
    person_for: PersonFor, in_days: Callable[[int], date]
):
    key = ("comments", "comment-b09")
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    met = in_days(10)
    in_days(20)
    mend(manager, *key, text="Open to everybody")
    in_days(30)
    withdraw_fact(manager, CODE, *key, version(*key))
    ours = past_of(manager, CODE)
    theirs = past_of(person_for("tameside", role=Role.PROGRAMME_MANAGER), CODE)
    assert ours is not None
    assert theirs is not None
    assert "comment-b09" in {each.id for each in ours(met).comments}
    assert "comment-b09" not in {each.id for each in theirs(met).comments}


@pytest.mark.parametrize("undone", [False, True])
def test_what_was_shared_after_a_meeting_is_new_to_the_others_and_to_its_council_as_it_was(
    person_for: PersonFor, in_days: Callable[[int], date], *, undone: bool
):
    key = ("comments", "comment-b09")
    manager = person_for("stockport", role=Role.PROGRAMME_MANAGER)
    in_days(10)
    withdraw_fact(manager, CODE, *key, version(*key))
    withdrawn = Event.objects.latest("number").number
    met = in_days(20)
    in_days(30)
    if undone:
        undo(manager, CODE, withdrawn)
    else:
        share_fact(manager, CODE, *key, version(*key))
    ours = past_of(manager, CODE)
    theirs = past_of(person_for("tameside", role=Role.PROGRAMME_MANAGER), CODE)
    assert ours is not None
    assert theirs is not None
    assert "comment-b09" in {each.id for each in ours(met).comments}
    assert "comment-b09" not in {each.id for each in theirs(met).comments}


def test_the_past_is_nobodys_who_sees_no_such_programme(person_for: PersonFor):
    assert past_of(person_for("cambridgeshire"), CODE) is None
    assert past_of(person_for("stockport"), "no-such") is None
