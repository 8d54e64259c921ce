"""Bringing a money table in: given, looked at, asked about, saved whole, undone whole."""

import io
import json
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from cast import PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from page import dead_links, filled, form_in, repeated_ids, words

from exhaustive import exhaustive
from moothall_web.facts.actions import change_fact
from moothall_web.facts.models import Document, Fact
from moothall_web.money.models import ColumnMapping, TableReading
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.models import Event
from moothall_web.records.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

PAGE = "/programmes/three-towns/money/import/"
READ = f"{PAGE}read/"
WORKBOOK = "/programmes/three-towns/proposals/archive/money.xlsx"
# Everything here is invented.
BUDGET = (
    "Archive budget 2026/27,,,,,\n"
    "Service,Gross expenditure £000,Gross income £000,Net £000,FTE,Funding\n"
    "Reading room,1200.5,(200),1000.5,14.6,General Fund\n"
    "Conservation,300,(50),250,3,General Fund\n"
    "Total,1500.5,(250),1250.5,17.6,\n"
)
SAVINGS = (
    "No,Saving,2025/26 Cash limit £000,Full year saving £000,Revised cash limit £000,"
    "2026/27 £000,Cumulative 2027/28 £000\n"
    "7,Archive,900,(200),700,(150),(200)\n"
    "8,Opening hours,400,(40),360,(20),(40)\n"
)

Reader = Callable[..., Client]


@pytest.fixture
def reader(person_for: PersonFor) -> Reader:
    def make(*councils: str, role: Role = Role.FINANCE_OFFICER) -> Client:
        client = Client()
        client.force_login(person_for(*councils, role=role))
        return client

    return make


def given(
    client: Client, content: str | bytes = BUDGET, kind: str = "baseline_lines", **more: Any
) -> HttpResponse:
    data = content.encode() if isinstance(content, str) else content
    sent = {
        "authority": "ashby",
        "kind": kind,
        "proposal": "archive",
        "file": SimpleUploadedFile("budget.csv", data),
    } | more
    return client.post(PAGE, sent)


def asked(client: Client, **more: str) -> HttpResponse:
    """The page on which answers are given, sent in with some of them."""
    before, _, _ = words(client.get(READ)).partition('id="bring-in"')
    before = before.rpartition("<form")[0]
    fields = form_in(SimpleNamespace(content=before.encode()))
    client.post(READ, fields | {name.replace("__", "-"): [value] for name, value in more.items()})
    return client.get(READ)


def brought_in(client: Client, page: HttpResponse | None = None, **more: Any) -> HttpResponse:
    return client.post(READ, filled(page or client.get(READ), **more))


def lines(kind: str = "baseline_lines") -> dict[str, dict[str, Any]]:
    rows = Fact.objects.filter(kind=kind, owner="ashby").order_by("key")
    return {row.key: row.payload for row in rows}


def workbook(*rows: tuple[Any, ...], title: str = "Budget", **hidden: Any) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for row in hidden.get("rows", ()):
        sheet.row_dimensions[row].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- Looking --------------------------------------------------------------------------------------


def test_a_table_is_shown_before_anything_is_saved(reader: Reader):
    client, before = reader("ashby"), (lines(), Event.objects.count(), Document.objects.count())

    assert given(client).headers["Location"] == READ
    page = client.get(READ)

    said = words(page)
    assert "2 new, 0 changed and 0 as on record" in said
    assert "£1,200,500 spent, £200,000 earned, £1,000,500 net, 14.6 FTE" in said
    assert "The sum of the 2 rows above it" in said
    assert (lines(), Event.objects.count(), Document.objects.count()) == before
    assert (dead_links(page), repeated_ids(page)) == (set(), set())


def test_figures_that_change_stand_side_by_side(reader: Reader):
    client = reader("ashby")
    given(client, SAVINGS.replace("(200),700", "(220),680"), "savings")

    page = client.get(READ)

    said = words(page)
    assert "1 new, 1 changed and 0 as on record" in said
    changed = said.partition("Lines that change")[2].partition("</table>")[0]
    cells = re.findall(r'<td class="govuk-table__cell">(?:<bdi>)?([^<]+)', changed)
    assert cells == [
        *("Full-year saving", "(200)", "(220)"),
        *("Revised cash limit", "700", "680"),
    ]
    assert "/facts/savings/archive-saving/" in said


def test_what_the_table_does_not_say_is_asked(reader: Reader):
    client = reader("ashby")
    given(client, "Service,Gross expenditure,Gross income\nReading room,1200,200\n")

    page = client.get(READ)
    said = words(page)
    assert "In which unit are the amounts?" in said
    assert "Which year is it?" in said
    assert "Which money is it?" in said
    assert "Bring in th" not in said

    page = asked(client, unit="£000", year="2026/27", funding="reserve")
    assert "1 new" in words(page)
    assert "the table does not state the unit (£000), nor the financial year" in words(page)
    assert "£1,200,000 spent" in words(page)


def test_a_year_that_is_none_is_said_at_its_field(reader: Reader):
    client = reader("ashby")
    given(client, "Service,Gross expenditure £,Gross income £\nReading room,1200,200\n")

    page = asked(client, year="next year", funding="reserve")

    assert 'href="#id_year"' in words(page)
    assert "Write the year as 2025/26" in words(page)
    assert dead_links(page) == set()


def test_every_problem_is_named_with_its_cell_at_once(reader: Reader):
    client = reader("ashby")
    data = workbook(
        ("Service", "Gross expenditure £", "Gross income £", "FTE", "Year", "Funding"),
        ("Reading room", "about 5", 1, -2, "2026/27", "General Fund"),
        ("Conservation", 1200, "£1.2m", 3, "2026", "DSG"),
    )
    given(client, data, file=SimpleUploadedFile("b.xlsx", data))

    said = words(client.get(READ))

    for place in ("Budget!B2", "Budget!D2", "Budget!C3", "Budget!E3", "Budget!F3"):
        assert place in said
    assert "5 things have to be put right" in said
    assert "Bring in th" not in said


def test_hidden_rows_are_asked_about(reader: Reader):
    client = reader("ashby")
    data = workbook(
        ("Service", "Gross expenditure £", "Gross income £", "Year", "Funding"),
        ("Reading room", 5, 1, "2026/27", "General Fund"),
        ("Secret", 7, 1, "2026/27", "General Fund"),
        rows=(3,),
    )
    given(client, data, file=SimpleUploadedFile("b.xlsx", data))
    assert "Rows are hidden: Budget, row 3. Read them?" in words(client.get(READ))

    assert "1 new" in words(asked(client, hidden_rows="leave"))
    assert "2 new" in words(asked(client, hidden_rows="read"))


def test_on_another_sheet_the_columns_are_told_anew(reader: Reader):
    client = reader("ashby")
    data = io.BytesIO()
    book = openpyxl.Workbook()
    for sheet, columns in (
        (book.active, ("Service", "Gross income £", "Gross expenditure £", "Year", "Fund")),
        (book.create_sheet("Other"), ("Service", "Gross £", "Income £", "Year", "Fund")),
    ):
        sheet.append(columns)
        sheet.append(("Reading room", 5, 3, "2026/27", "reserve"))
    book.save(data)
    given(client, data.getvalue(), file=SimpleUploadedFile("b.xlsx", data.getvalue()))
    assert "Which sheet is it?" in words(client.get(READ))

    assert "£3 spent, £5 earned" in words(asked(client, sheet="Sheet"))
    assert "£5 spent, £3 earned" in words(asked(client, sheet="Other"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"", "The submitted file is empty"),
        ("a.xlsx", b"PK\x03\x04 no more", "is damaged or cut short"),
        ("a.csv", b'Service,"Gross\n', "is no table from here on"),
        ("a.pdf", b"%PDF-1.7 ...", "is a PDF"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    name: str, content: bytes, told: str, reader: Reader
):
    answer = given(reader("ashby"), file=SimpleUploadedFile(name, content))

    assert answer.status_code == 422
    assert told in words(answer)
    assert not TableReading.objects.exists()


def test_nobody_else_sees_a_table_that_is_looked_at(reader: Reader):
    given(reader("ashby"))

    assert reader("ashby", role=Role.SECTION_151_OFFICER).get(READ).status_code == 404


# --- Saving ---------------------------------------------------------------------------------------


def test_it_is_brought_in_as_one_event_with_its_lines(reader: Reader):
    client = reader("ashby")
    given(client)

    answer = brought_in(client, why="Book of March")

    assert answer.headers["Location"] == f"{PAGE}?added=2&changed=0"
    held = lines()
    assert len(held) == 2
    reading_room = next(each for each in held.values() if each["service"] == "Reading room")
    assert reading_room["gross_expenditure"] == "1200500.0"
    assert reading_room["gross_income"] == "200000"
    assert (reading_room["year"], reading_room["fte"]) == ("2026/27", "14.6")
    assert reading_room["source"].endswith("budget!A3")
    assert reading_room["shared"] is False
    whole = Event.objects.get(verb="brought in a money table")
    assert whole.payload.why == "Book of March"
    parts = Event.objects.filter(part_of=whole.number)
    assert sorted(each.subject.partition("/")[0] for each in parts) == [
        "baseline_lines",
        "baseline_lines",
        "documents",
    ]
    assert not TableReading.objects.exists()
    assert verify().broken_at is None


def test_the_new_lines_are_shown_to_the_others_only_where_that_is_said(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client, share="yes")

    assert all(each["shared"] for each in lines().values())


def test_the_same_table_again_changes_nothing(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client)
    before = Event.objects.count()
    given(client)

    page = client.get(READ)
    assert "0 new, 0 changed and 2 as on record" in words(page)
    assert "There is nothing to bring in" in words(page)
    assert brought_in(client, page).status_code == 409
    assert Event.objects.count() == before


def test_what_somebody_has_not_seen_is_not_brought_in(reader: Reader, person_for: PersonFor):
    client = reader("ashby")
    given(client, SAVINGS.replace("(200),700", "(220),680"), "savings")
    page = client.get(READ)
    person = person_for("ashby", role=Role.SECTION_151_OFFICER)
    row = Fact.objects.get(key="archive-saving")
    change_fact(
        person, "three-towns", "savings", row.key, row.payload | {"name": "Archive"},
        row.version,
    )  # fmt: skip
    change_fact(
        person,
        "three-towns",
        "savings",
        row.key,
        row.payload | {"cash_limit": "905"},
        Fact.objects.get(key="archive-saving").version,
    )

    answer = brought_in(client, page)

    assert answer.status_code == 409
    assert "somebody has changed a line" in words(answer)
    assert "opening" not in json.dumps(lines("savings")).casefold()


def test_a_second_click_leads_to_where_the_first_led(reader: Reader):
    client = reader("ashby")
    given(client)
    page = client.get(READ)

    first = brought_in(client, page)
    second = client.post(READ, filled(page))

    assert second.status_code in (302, 404)
    assert first.status_code == 302
    assert Event.objects.filter(verb="brought in a money table").count() == 1


def test_nothing_is_half_brought_in(reader: Reader, monkeypatch: pytest.MonkeyPatch):
    from moothall_web.facts import many
    from moothall_web.facts.faults import Fault, InvalidError

    client, before = reader("ashby"), (Event.objects.count(), Document.objects.count())
    given(client)

    def failing(*_args: Any, **_said: Any) -> Any:
        assert len(lines()) == 2, "the rows are written by then, and have to go again"
        raise InvalidError((Fault((1, "service"), "is refused", "Try again."),))

    monkeypatch.setattr(many, "entry_of", failing)

    answer = brought_in(client)

    assert answer.status_code == 422
    assert "Row 4: service is refused" in words(answer).replace("budget!A4", "Row 4")
    assert lines() == {}
    assert (Event.objects.count(), Document.objects.count()) == before


def many_lines(number: int, more: int = 0) -> str:
    rows = [f"Service {n},{1000 + n + more},{n},1,General Fund,2026/27" for n in range(number)]
    return "\n".join(["Service,Gross expenditure £,Gross income £,FTE,Funding,Year", *rows])


@exhaustive
def test_thousands_of_lines_come_change_and_go_as_three_events_and_few_queries(reader: Reader):
    client, number = reader("ashby"), 2_000
    given(client, many_lines(number))
    page = client.get(READ)
    with CaptureQueriesContext(connection) as coming:
        answer = brought_in(client, page)
    assert answer.headers["Location"] == f"{PAGE}?added={number}&changed=0"
    as_they_came = lines()
    assert len(as_they_came) == number
    first = Event.objects.get(verb="brought in a money table")
    parts = Event.objects.filter(part_of=first.number)
    assert parts.filter(verb="added a fact", subject__startswith="baseline").count() == number

    given(client, many_lines(number, more=5))
    page = client.get(READ)
    with CaptureQueriesContext(connection) as changing:
        answer = brought_in(client, page)
    assert answer.headers["Location"] == f"{PAGE}?added=0&changed={number}"
    assert {
        int(each["gross_expenditure"]) - int(as_they_came[key]["gross_expenditure"])
        for key, each in lines().items()
    } == {5}
    assert undone(client, first.number).status_code == 409, "they have been changed since"
    second = Event.objects.filter(verb="brought in a money table").latest("number")

    with CaptureQueriesContext(connection) as going:
        assert undone(client, second.number).status_code == 302
    assert lines() == as_they_came
    assert {each.version for each in Fact.objects.filter(kind="baseline_lines")} == {3}
    assert undone(client, first.number).status_code == 302
    assert lines() == {}
    assert max(len(each) for each in (coming, changing, going)) < number / 4
    assert verify().broken_at is None


def test_a_finance_officer_brings_in_for_their_own_council_only(reader: Reader):
    assert given(reader("brae"), authority="ashby").status_code == 422
    assert reader("ashby", role=Role.REPORT_AUTHOR).get(PAGE).status_code == 403


def test_who_no_longer_acts_for_the_council_brings_nothing_in(reader: Reader):
    client = reader("ashby")
    given(client)
    page = client.get(READ)
    acting = Acting.objects.get(person=Person.objects.get(username="ashby-finance"))
    from moothall_web.records.actions import Entry
    from moothall_web.records.recorded import recorded

    with recorded() as pen:
        acting.role = Role.REPORT_AUTHOR
        acting.save()
        pen.record(Entry(verb="changed", summary="role"))

    assert brought_in(client, page).status_code == 403
    assert lines() == {}


# --- Remembering ----------------------------------------------------------------------------------


def test_what_a_column_means_is_said_once_for_a_council(reader: Reader):
    client = reader("ashby")
    odd = "Line,Cost £,Earned £,Fund\nReading room,1200,200,General Fund\n"
    given(client, odd)
    assert "no column is taken for" in words(client.get(READ))
    asked(
        client,
        column__A="service",
        column__B="gross_expenditure",
        column__C="gross_income",
        year="2026/27",
    )
    brought_in(client)

    mapping = ColumnMapping.objects.get()
    assert (mapping.authority, mapping.kind) == ("ashby", "baseline_lines")
    assert mapping.columns["cost £"] == "gross_expenditure"
    given(client, odd.replace("1200", "1300"))
    page = client.get(READ)
    assert "As in the last table" in words(page)
    page = asked(client, year="2026/27")
    assert "0 new, 1 changed" in words(page)


def test_another_council_begins_with_its_own_words(reader: Reader):
    test_what_a_column_means_is_said_once_for_a_council(reader)
    other = reader("brae")
    given(
        other,
        "Line,Cost £,Earned £,Fund\nReading room,1200,200,General Fund\n",
        authority="brae",
    )

    assert "As in the last table" not in words(other.get(READ))


# --- Undoing --------------------------------------------------------------------------------------


def undone(client: Client, number: int) -> HttpResponse:
    return client.post(f"{PAGE}{number}/undo/")


def test_all_that_a_table_has_brought_is_undone_at_once(reader: Reader):
    client = reader("ashby")
    before = lines("savings")
    documents = Document.objects.count()
    given(client, SAVINGS.replace("(200),700", "(220),680"), "savings")
    brought_in(client)
    assert lines("savings") != before
    number = Event.objects.get(verb="brought in a money table").number
    assert f"{PAGE}{number}/undo/" in words(client.get(PAGE))

    answer = undone(client, number)

    assert answer.headers["Location"] == f"{PAGE}?undone=2"
    assert lines("savings") == before
    assert Document.objects.count() == documents
    assert "Undone" in words(client.get(PAGE))
    assert undone(client, number).status_code == 403
    assert verify().broken_at is None


def test_an_import_with_a_line_that_was_changed_since_is_left_as_it_is(
    reader: Reader, person_for: PersonFor
):
    client = reader("ashby")
    given(client)
    brought_in(client)
    key, payload = next(iter(lines().items()))
    person = person_for("ashby", role=Role.SECTION_151_OFFICER)
    change_fact(person, "three-towns", "baseline_lines", key, payload | {"gross_income": "1"}, 1)
    before = lines()

    number = Event.objects.get(verb="brought in a money table").number
    answer = undone(client, number)

    assert answer.status_code == 409
    assert "nothing was undone" in words(answer)
    assert lines() == before


def test_a_single_line_of_it_can_be_undone_as_any_other_change(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client)
    part = Event.objects.filter(subject__startswith="baseline_lines/").latest("number")

    answer = client.post(f"/programmes/three-towns/events/{part.number}/undo/")

    assert answer.status_code == 302
    assert len(lines()) == 1


def test_another_council_undoes_nothing_of_it(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client, share="yes")
    number = Event.objects.get(verb="brought in a money table").number

    assert undone(reader("brae"), number).status_code == 404
    assert undone(reader("ashby", role=Role.REPORT_AUTHOR), number).status_code == 403
    assert len(lines()) == 2


# --- Out ------------------------------------------------------------------------------------------


def test_the_workbook_holds_what_its_reader_may_see(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client)

    def sheets(who: Client) -> dict[str, Any]:
        answer = who.get(WORKBOOK)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="archive-')
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        return {sheet.title: sheet for sheet in book}

    own, others = sheets(client), sheets(reader("brae"))
    assert {"About", "Baseline", "Savings plan", "Phasing"} <= own.keys()
    assert "Baseline" not in others, "Ashby has not shared its lines"
    assert own["About"]["A2"].value.startswith("Synthetic data")
