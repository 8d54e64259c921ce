"""The money of a proposal on screen: baseline and its signing, savings, ledger, parting.

Every figure of the invented towns is synthetic.
"""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from cast import PersonFor
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate as today
from loaded import loaded
from page import dead_links, filled, form_in, repeated_ids, words
from towns import TOWNS, held, version

from invented import ASHBY, BRAE, write
from moothall_web.facts.actions import change_fact, load_folder, remove_fact, withdraw_fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = pytest.mark.django_db

ARCHIVE = [TOWNS, "archive"]
SAMPLE = "stockport-tameside"
PAGES = (
    "books:baseline",
    "books:savings",
    "books:ledger",
    "books:partners",
    "books:parting",
)
DAY = "?as_at=2026-06-01"


def text(answer: Any) -> str:
    """The words of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", words(answer), re.DOTALL)
    assert main is not None
    said = unescape(re.sub(r"<[^>]+>", " ", main[0])).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(said.split())


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def fact(key: str, owner: str, **more: Any) -> dict[str, Any]:
    source = f"{owner if owner != 'programme' else 'ashby'} 4"
    about = {"id": key, "source": source, "owner": owner, "proposal": "archive"}
    return about | {"known_on": "2026-01-05"} | more


def line(owner: str, gross: str, **more: Any) -> dict[str, Any]:
    return fact(
        f"{owner}-archives",
        owner,
        **{
            "authority": owner,
            "service": "Archives",
            "funding": "General Fund cash limit",
            "year": "2025/26",
            "gross_expenditure": gross,
            "gross_income": "10000",
            "fte": "2",
        }
        | more,
    )


def entry(key: str, owner: str, of: str, kind: str, amount: str) -> dict[str, Any]:
    return fact(
        key,
        owner,
        authority=of,
        kind=kind,
        year="2026/27",
        funding="General Fund cash limit",
        amount=amount,
        about="Archive",
    )


FACTS: dict[str, list[dict[str, Any]]] = {
    "baseline_lines": [line("ashby", "110000"), line("brae", "70000")],
    "splits": [
        fact("half", "programme", basis="equal", since="2026/27", subsidy_bound="5000"),
    ],
    "coalition_costs": [
        fact("alone-a", "programme", authorities=["ashby"], year="2026/27", amount="110000"),
        fact("alone-b", "programme", authorities=["brae"], year="2026/27", amount="70000"),
        fact("both", "programme", authorities=["ashby", "brae"], year="2026/27", amount="150000"),
    ],
    "ledger_entries": [
        entry("ap", "ashby", "ashby", "planned", "80000"),
        entry("bp", "brae", "brae", "planned", "70000"),
        entry("aa", "ashby", "ashby", "actual", "90000"),
        entry("ba", "brae", "brae", "actual", "60000"),
        entry("bb", "brae", "ashby", "actual", "85000"),
    ],
    "exit_terms": [
        fact(
            "exit",
            "programme",
            notice_months=6,
            share_out="equal",
            costs=[
                {"name": "Redundancy", "authority": "ashby", "amount": "40000"},
                {"name": "Pension strain", "authority": "ashby", "amount": "20001"},
                {"name": "Second system", "authority": "brae", "amount": "1000", "recurrent": True},
            ],
        )
    ],
}


def written(folder: Path, facts: dict[str, list[dict[str, Any]]]) -> Path:
    """Two towns with money, all of it synthetic."""
    write(folder, (ASHBY, BRAE))
    for kind, entries in facts.items():
        (folder / f"{kind}.yaml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    return folder


@pytest.fixture
def towns(db: None, tmp_path: Path) -> None:
    loaded(written(tmp_path / "towns", FACTS))


@pytest.fixture
def bare(db: None, tmp_path: Path) -> None:
    folder = written(tmp_path / "bare", {})
    (folder / "savings.yaml").unlink()
    loaded(folder)


@pytest.fixture
def treasurer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.SECTION_151_OFFICER)


def sign_address(authority: str = "ashby") -> str:
    return reverse("books:sign", args=[*ARCHIVE, authority])


def baseline_address() -> str:
    return reverse("books:baseline", args=ARCHIVE)


# --- the baseline ---


@pytest.mark.usefixtures("samples")
@pytest.mark.checklist("D01")
def test_the_baseline_says_first_what_is_locked_and_who_is_missing(person_for: PersonFor):
    client = signed(person_for("tameside", role=Role.SECTION_151_OFFICER))

    said = text(client.get(reverse("books:baseline", args=[SAMPLE, "education-send-scoping"])))

    assert "Nothing is locked: Stockport has no lines; Tameside's 2 lines are unsigned." in said
    assert "Not known while Stockport has no line of this year" in said
    assert said.count("Not known: a council has no such line") == 2
    assert "£53,998,000 net" in said
    assert "£0" not in said.replace("£0.", "")
    assert "Every partner has a baseline" in said
    assert "Cure:" in said
    assert "Sign our lines" in said


@pytest.mark.usefixtures("towns")
def test_each_councils_own_lines_stand_side_by_side(treasurer: Person):
    said = text(signed(treasurer).get(baseline_address()))

    assert "Archives General Fund cash limit £100,000 net" in said
    assert "£60,000 net" in said
    assert "£160,000 net" in said


@pytest.mark.usefixtures("db")
def test_a_long_baseline_stands_in_parts_and_its_totals_count_all_of_it(
    tmp_path: Path, treasurer: Person
):
    many = [
        line("ashby", "1000") | {"id": f"line-{n}", "service": f"Service {n:03}"}
        for n in range(401)
    ]
    load_folder(written(tmp_path / "many", {**FACTS, "baseline_lines": many}))
    client, here = signed(treasurer), baseline_address()

    first, last = client.get(here), client.get(f"{here}?part=3")

    assert "this is part 1 of 3" in text(first)
    assert text(first).count("gross less £10,000 income") == 200
    assert "Service 000" in text(first)
    assert "Service 400" in text(last)
    assert "Service 399" not in text(last)
    assert "£401,000 gross less £4,010,000 income" in text(last)
    assert f"{here}?part=2#lines" in unescape(words(first))
    assert not dead_links(first)
    assert client.get(f"{here}?part=999").status_code == 200


@pytest.mark.usefixtures("db")
def test_a_baseline_of_very_many_lines_is_signed_as_one(tmp_path: Path, treasurer: Person):
    many = [
        line("ashby", "1000") | {"id": f"line-{n}", "service": f"Service {n:04}"}
        for n in range(1_200)
    ]
    load_folder(written(tmp_path / "many", {**FACTS, "baseline_lines": many}))
    client = signed(treasurer)

    answer = client.post(sign_address(), form_in(client.get(sign_address())))

    assert answer.status_code == 302, text(answer)
    assert len(held("baseline_signatures", "archive-ashby-signed-1")["lines"]) == 1_200


@pytest.mark.usefixtures("towns")
@pytest.mark.checklist("A22")
def test_a_section_151_officer_signs_exactly_what_is_shown_once(treasurer: Person):
    client = signed(treasurer)
    opened = client.get(sign_address())
    events = Event.objects.count()
    fields = filled(opened, form__why="Checked against the ledger")

    first, second = (client.post(sign_address(), fields) for _ in range(2))

    assert "You sign 1 line as version 1: £100,000 net in 2025/26" in text(opened)
    assert "You sign for Ashby alone" in text(opened)
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Event.objects.count() == events + 1
    event = Event.objects.latest("number")
    assert event.subject == "baseline_signatures/archive-ashby-signed-1"
    given = held("baseline_signatures", "archive-ashby-signed-1")
    assert given["signed_by"] == treasurer.name
    assert given["version"] == 1
    assert given["note"] == "Checked against the ledger"
    assert [each["gross_expenditure"] for each in given["lines"]] == ["110000"]
    landed = client.get(first.headers["Location"])
    assert "It is not locked" in text(landed)
    assert "Ashby's one line is signed (version 1" in text(landed)
    assert "There is nothing to sign" in text(client.get(sign_address()))
    undone = client.post(reverse("facts:undo", args=[TOWNS, event.number]), {})
    assert undone.status_code == 302
    assert "Nothing is locked" in text(client.get(baseline_address()))


@pytest.mark.usefixtures("towns")
def test_a_line_that_changes_before_the_click_is_shown_and_not_signed(
    treasurer: Person, person_for: PersonFor
):
    client = signed(treasurer)
    fields = filled(client.get(sign_address()), form__why="Read")
    finance = person_for("ashby", role=Role.FINANCE_OFFICER)
    later = held("baseline_lines", "ashby-archives") | {"gross_expenditure": "120000"}
    change_fact(
        finance, TOWNS, "baseline_lines", later["id"], later, version("baseline_lines", later["id"])
    )

    answer = client.post(sign_address(), fields)

    assert answer.status_code == 409
    assert "Something has changed since you looked." in text(answer)
    assert "£110,000 net in 2025/26" in text(answer)
    assert not Event.objects.filter(subject__startswith="baseline_signatures/").exists()
    assert form_in(answer)["form-why"] == ["Read"]
    assert client.post(sign_address(), form_in(answer)).status_code == 302


@pytest.mark.usefixtures("towns")
def test_what_changed_since_the_signature_stands_line_by_line_and_opens_again_what_rested_on_it(
    treasurer: Person,
):
    client = signed(treasurer)
    client.post(sign_address(), form_in(client.get(sign_address())))
    later = held("baseline_lines", "ashby-archives") | {"gross_expenditure": "120000"}
    change_fact(
        treasurer,
        TOWNS,
        "baseline_lines",
        later["id"],
        later,
        version("baseline_lines", later["id"]),
    )

    said, opened = text(client.get(baseline_address())), text(client.get(sign_address()))

    assert "What has changed since Ashby signed" in said
    assert "changed: gross expenditure £110,000 → £120,000" in said
    assert "gross expenditure £110,000 → £120,000" in opened
    assert "as version 2" in opened
    assert "These rest on older lines." in opened
    assert "Archives" in opened


@pytest.mark.usefixtures("towns")
@pytest.mark.parametrize(
    ("council", "role"),
    [
        ("brae", Role.SECTION_151_OFFICER),
        ("ashby", Role.FINANCE_OFFICER),
        ("ashby", Role.PROGRAMME_MANAGER),
    ],
)
def test_nobody_else_signs_and_the_refusal_says_who_may(
    council: str, role: Role, person_for: PersonFor
):
    client = signed(person_for(council, role=role))

    opened = client.get(sign_address())
    answer = client.post(sign_address(), {"mark": "anything", "form-token": "t"})

    assert opened.status_code == answer.status_code == 403
    assert "Only Ashby's section 151 officer may change it" in text(answer).replace("’", "'")
    assert sign_address() not in words(client.get(baseline_address()))
    assert not Event.objects.filter(subject__startswith="baseline_signatures/").exists()


@pytest.mark.usefixtures("towns")
def test_what_a_council_has_not_shared_stays_its_own_and_so_does_its_signature(
    treasurer: Person, person_for: PersonFor
):
    key = "ashby-archives"
    withdraw_fact(treasurer, TOWNS, "baseline_lines", key, version("baseline_lines", key))
    client, partner = signed(treasurer), signed(person_for("brae", role=Role.FINANCE_OFFICER))

    opened = client.get(sign_address())
    client.post(sign_address(), form_in(opened))
    said = text(partner.get(baseline_address()))

    assert "the other councils will not see the signature until you share both" in text(opened)
    assert held("baseline_signatures", "archive-ashby-signed-1")["shared"] is False
    assert "Ashby's one line is signed" in text(client.get(baseline_address()))
    assert "Ashby has no lines" in said
    assert "It may have lines that it has not shared with you." in said
    assert "£100,000" not in said


@pytest.mark.usefixtures("towns")
def test_a_council_that_is_no_party_signs_nothing(treasurer: Person):
    assert signed(treasurer).get(sign_address("elsewhere")).status_code == 404


# --- savings ---


@pytest.mark.usefixtures("samples")
@pytest.mark.checklist("D11", "R5")
def test_next_years_gap_is_one_sentence_and_the_waterfall_shows_it(person_for: PersonFor):
    client = signed(person_for("stockport", role=Role.SECTION_151_OFFICER))

    page = client.get(reverse("books:savings", args=[SAMPLE, "children-and-education-services"]))

    said = text(page)
    assert "2020/21 has to find £600,000, not £458,000, because £142,000 of the year" in said
    assert "One-off money of 2019/20 falls away" in said
    assert "Claimed" in said
    assert "How much is claimed, evidenced and verified" in said
    assert words(page).count('role="img"') == 2
    assert not dead_links(page)
    assert not repeated_ids(page)


# --- ledger, true-up ---


@pytest.mark.usefixtures("towns")
@pytest.mark.checklist("D04")
def test_the_ledger_shows_both_books_the_disagreement_and_who_owes_whom(treasurer: Person):
    page = signed(treasurer).get(reverse("books:ledger", args=ARCHIVE))

    said = text(page)
    assert "Brae owes Ashby £15,000 for 2026/27." in said
    assert "1 figure differs between the councils' books" in said
    assert "Ashby: £90,000" in said
    assert "Brae: £85,000" in said
    assert "£5,000" in said
    assert "For two councils the fair rules" in said
    assert "each pays what it would alone less half of the saving" in said
    assert "Alarm: in 2026/27 Ashby carries Brae by £15,000" in said
    assert "Brae, by £5,000" in said, "half of the cost is more than Brae alone"
    assert not dead_links(page)
    assert not repeated_ids(page)


@pytest.mark.usefixtures("db")
def test_the_ledger_has_the_months_of_the_books_and_of_the_shared_posts(
    tmp_path: Path, treasurer: Person
):
    monthly = [
        entry("am", "ashby", "ashby", "actual", "7000") | {"month": 4},
        entry("bm", "brae", "brae", "actual", "6000") | {"month": 4},
    ]
    salaried = fact(
        "archivist",
        "programme",
        title="shared archivist",
        shares=[{"authority": "ashby", "percent": "50"}, {"authority": "brae", "percent": "50"}],
        host="ashby",
        starts="July 2026",
        salary="48,000",
        paid_before=[
            {"authority": "ashby", "pounds": "40000"},
            {"authority": "brae", "pounds": "0"},
        ],
        backfill=[{"authority": "ashby", "pounds": "0"}],
    )
    paid = fact(
        "ashby-rates",
        "ashby",
        authority="ashby",
        since="2026/27",
        pension_percent="20",
        levy_percent="0.5",
    )
    del paid["proposal"]
    more = {"ledger_entries": monthly, "posts": [salaried], "employer_rates": [paid]}
    load_folder(written(tmp_path / "monthly", {**FACTS, **more}))

    said = text(signed(treasurer).get(f"{reverse('books:ledger', args=ARCHIVE)}?year=2026"))

    assert "Spent, Ashby General Fund cash limit – – – £7,000 – –" in said
    assert "Share of what all spent, Brae General Fund cash limit – – – £6,500 –" in said
    ashby, brae = re.findall(r"Shared archivist (Ashby|Brae) (.*?)(?=Shared arch|To know)", said)
    assert ashby[1].startswith("£0 £0 £0 -£")
    assert len(ashby[1].split()) == 13
    assert brae[1].startswith("£0 £0 £0 not known not known")
    assert "at least £" in brae[1], "what it pays is known, and that its backfill is not"
    assert "Ask Brae what it pays to have the former work done; 0 if nothing." in said


@pytest.mark.usefixtures("samples")
@pytest.mark.checklist("D04", "D05")
def test_months_of_posts_whose_salary_is_withheld_are_not_known_and_asked_for(
    person_for: PersonFor,
):
    client = signed(person_for("stockport", role=Role.SECTION_151_OFFICER))

    said = text(client.get(reverse("books:ledger", args=[SAMPLE, "joint-director"])))

    assert "Joint Director of Education Stockport not known not known" in said
    assert "Ask Tameside for the salary of joint Director of Education." in said


@pytest.mark.usefixtures("db")
@pytest.mark.checklist("A13")
def test_the_ledger_has_forums_and_the_answers_that_finance_officers_record(
    tmp_path: Path, treasurer: Person, person_for: PersonFor
):
    nursery = line("ashby", "9000") | {
        "id": "nursery",
        "service": "Nursery",
        "funding": "DSG early years block",
        "year": "2026/27",
        "ledger_code": "N-77",
    }
    kept = fact(
        "kept",
        "ashby",
        authority="ashby",
        item="Kept for the team",
        funding="DSG early years block",
        year="2026/27",
        decided=True,
        passed_on_percent="96.5",
    )
    more = {"baseline_lines": [*FACTS["baseline_lines"], nursery], "forum_items": [kept]}
    load_folder(written(tmp_path / "nursery", {**FACTS, **more}))
    client, here = signed(treasurer), reverse("books:ledger", args=ARCHIVE)

    page = client.get(here)

    said = text(page)
    block = said.partition("Passed on to providers")[2][:300]
    assert "Ashby DSG early years block, 2026/27 The line Nursery" in block, block
    assert "Kept for the team : decided It decides early years money" in block, block
    assert "96.5% At least 97%" in said
    assert "Ashby passes 96.5% of its early years funding on" in said, "the finding says so too"
    assert "N-77 5 of 6 lines without one" in re.sub(r"\d of \d lines", "5 of 6 lines", said)
    manager = signed(person_for("ashby", role=Role.PROGRAMME_MANAGER))
    page = manager.get(here)
    links = [unescape(each) for each in re.findall(r'href="([^"]+)"', words(page))]
    adds = next(each for each in links if "topic=vat_treatment" in each)
    opened = manager.get(adds)
    form = form_in(opened)
    assert (form["topic"], form["authority"]) == (["vat_treatment"], ["ashby"])
    fields = {"text": ["Outside the scope of VAT"], "source-document": ["ashby"]}
    answer = manager.post(adds, form | fields | {"source-paragraph": ["5"]})
    assert answer.status_code == 302, text(answer)
    said = text(client.get(here))
    assert "Outside the scope of VAT" in said
    assert "Record how VAT is treated of Ashby" not in said


@pytest.mark.usefixtures("towns")
def test_the_true_up_has_the_lines_of_its_invoice(treasurer: Person):
    client = signed(treasurer)

    said = text(client.get(reverse("books:true_up", args=[*ARCHIVE, 2026])))
    empty = text(client.get(reverse("books:true_up", args=[*ARCHIVE, 2031])))

    assert "Brae owes Ashby £15,000." in said
    assert "Lines of an invoice: Ashby to Brae, 2026/27" in said
    assert "£150,000 50% £75,000 £60,000 £0 £15,000" in said
    assert "Nothing is owed yet: the ledger holds nothing for 2031/32" in empty
    assert client.get(reverse("books:true_up", args=[*ARCHIVE, 99999])).status_code == 404


@pytest.mark.usefixtures("towns")
def test_a_partner_that_has_not_given_its_year_is_named_and_no_share_is_told(
    treasurer: Person, person_for: PersonFor
):
    brae = person_for("brae", role=Role.SECTION_151_OFFICER)
    remove_fact(brae, TOWNS, "ledger_entries", "ba", version("ledger_entries", "ba"))

    said = text(signed(treasurer).get(reverse("books:ledger", args=ARCHIVE)))

    assert "What anybody owes is not known yet." in said
    assert "Brae has not given what it spent in 2026/27" in said
    assert "Spent General Fund cash limit £90,000 not said not known" in said


# --- parting ---


@pytest.mark.usefixtures("towns")
@pytest.mark.checklist("L01")
def test_parting_says_when_notice_ends_and_what_divorce_costs_whom(treasurer: Person):
    client, here = signed(treasurer), reverse("books:parting", args=ARCHIVE)

    said = text(client.get(f"{here}?given_on=31+March+2026"))

    assert "Notice given on Tue 31 Mar 2026 would end on Wed 30 Sep 2026." in said
    assert "Parting would cost £65,001 over 5 years." in said
    assert "Five years £32,500.50 £32,500.50 £65,001" in said
    assert client.get(f"{here}?given_on=soon").status_code == 422


# --- if a partner goes ---


def partners_address(**asked: str) -> str:
    query = urlencode({"authority": "brae", "way": "leaves", "since": "2026"} | asked)
    return f"{reverse('books:partners', args=ARCHIVE)}?{query}"


@pytest.mark.usefixtures("towns")
def test_what_each_council_would_pay_if_one_left_is_seen_and_nothing_is_saved(treasurer: Person):
    client, events = signed(treasurer), Event.objects.count()

    opened = client.get(reverse("books:partners", args=ARCHIVE))
    page = client.get(partners_address())

    assert "Choose a council" in text(opened)
    said = text(page)
    assert "In 2026/27 Ashby would pay £35,000 more." in said
    assert "If Brae left in 2026/27" in said
    assert "The split in force (equal) £110,000 £35,000 more than £75,000 takes no part" in said
    assert "Brae by itself would pay £70,000 a year, £5,000 less than its share." in said
    assert "Parting itself would cost £65,001 beside that." in said
    assert not dead_links(page)
    assert not repeated_ids(page)
    assert Event.objects.count() == events
    for other in ("books:ledger", "books:parting"):
        assert reverse("books:partners", args=ARCHIVE) in words(
            client.get(reverse(other, args=ARCHIVE))
        )


@pytest.mark.usefixtures("towns")
def test_successors_stand_beside_the_others_with_every_rule(treasurer: Person):
    page = signed(treasurer).get(
        partners_address(
            way="replaced", name_1="North Brae", alone_1="£40,000", name_2="South Brae"
        )
    )

    said = text(page)
    assert "If North Brae and South Brae followed Brae in 2026/27" in said
    assert "North Brae and South Brae together stand where Brae stood" in said
    assert "£50,000" in said, "equal parts of £150,000 among three"
    assert "Equal parts of the cost" in said


@pytest.mark.usefixtures("towns")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"authority": "nobody"}, "Select a valid choice"),
        ({"way": "replaced"}, "Write the name of at least one council that follows"),
        ({"way": "replaced", "name_1": "Ashby"}, "Ashby is a party already"),
        ({"way": "replaced", "name_1": "A+B"}, "Write the name without a plus sign"),
        ({"way": "replaced", "name_1": "North", "name_2": "north"}, "north is written twice"),
        ({"way": "replaced", "name_1": "North", "alone_1": "a lot"}, "a lot is no number"),
        ({"way": "replaced", "name_1": "North", "alone_1": "-5"}, "-5 is negative"),
        ({"way": "replaced", "alone_2": "5"}, "Write the name of the council with these figures"),
        ({"since": "1"}, "Select a valid choice"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_at_its_field(
    asked: dict[str, str], told: str, treasurer: Person
):
    page = signed(treasurer).get(partners_address(**asked))

    assert page.status_code == 422
    assert told in text(page)


@pytest.mark.usefixtures("bare")
def test_without_a_split_or_a_price_the_effect_is_not_known_and_asked_for(treasurer: Person):
    asked = {"since": str(today().year - (today().month < 4))}
    page = signed(treasurer).get(partners_address(**asked))

    said = text(page)
    assert page.status_code == 200
    assert "is not known" in said
    assert "no split holds in" in said
    assert "£0" not in said.replace("What each would pay", "")


# --- all pages ---


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("address", PAGES)
def test_an_empty_page_says_what_to_do_next_and_leads_there(address: str, treasurer: Person):
    client = signed(treasurer)

    page = client.get(reverse(address, args=ARCHIVE))

    assert page.status_code == 200
    assert not dead_links(page)
    assert not repeated_ids(page)
    links = re.findall(r'href="([^"]+/facts/[a-z_]+/add/\?[^"]+)"', words(page))
    assert links
    form = client.get(unescape(links[0]))
    assert form.status_code == 200
    assert form_in(form)["proposal"] == ["archive"]


@pytest.mark.usefixtures("towns")
@pytest.mark.parametrize("address", PAGES)
def test_a_page_speaks_for_the_day_that_is_asked_for(address: str, treasurer: Person):
    client, here = signed(treasurer), reverse(address, args=ARCHIVE)

    assert client.get(f"{here}?as_at=2000-01-01").status_code == 404
    assert client.get(f"{here}?as_at=nonsense").status_code == 422
    then = client.get(here + DAY)
    assert then.status_code == 200
    assert "As at Mon 1 Jun 2026" in text(then)
    assert client.get(reverse(address, args=[TOWNS, "no-such"])).status_code == 404


@pytest.mark.parametrize("address", [*PAGES, "books:sign"])
def test_many_lines_take_as_many_queries_as_few(address: str, tmp_path: Path, treasurer: Person):
    client, asked = signed(treasurer), []
    args = [*ARCHIVE, *(["ashby"] if address == "books:sign" else [])]
    for number in (1, 30):
        many = {
            kind: [
                *entries,
                *(
                    line("ashby", "50", id=f"more-{place}", service=f"Service {place}")
                    for place in range(number if kind == "baseline_lines" else 0)
                ),
                *(
                    entry(f"entry-{place}", "ashby", "ashby", "planned", "5") | {"month": 1}
                    for place in range(number if kind == "ledger_entries" else 0)
                ),
            ]
            for kind, entries in FACTS.items()
        }
        load_folder(written(tmp_path / str(number), many))
        for _ in ("after a change", "again"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(reverse(address, args=args)).status_code == 200
            asked.append(len(queries))

    assert asked[:2] == asked[2:]
