"""One form for every fact: made from its types, and giving back exactly what went in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from cast import SAMPLES
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.authority import CouncilRule, Recess
from moothall.facts.decisions import Meeting, Step
from moothall.facts.engagement import Exercise
from moothall.facts.fact import Exempt, RefersTo
from moothall.facts.programme import KINDS, Programme
from moothall.files.programme_folder import read_programme
from moothall.files.shapes import from_plain, plain
from moothall_web.facts import words
from moothall_web.facts.forms.content import (
    MOST_ROWS,
    Content,
    blank,
    content_of,
    content_sent,
    with_another_row,
    without_row,
)
from moothall_web.facts.forms.differences import differences, pieces, settled
from moothall_web.facts.forms.fact_form import FactForm, asked_of
from moothall_web.facts.forms.known import known_from
from moothall_web.facts.forms.parts import Part, Sort, every_part, parts_of
from moothall_web.facts.forms.shown import shown
from moothall_web.facts.subjects import SUBJECTS, type_of

EXTREMES = "x" * 10_001


def as_json(thing: object) -> dict[str, Any]:
    return json.loads(json.dumps(plain(thing)))


def everything(programme: Programme) -> Iterator[tuple[str, Any]]:
    yield from programme.facts()
    yield from (("documents", each) for each in programme.documents)
    yield from (("authorities", each) for each in programme.authorities)
    yield "about", programme.about


def over_the_wire(content: Content) -> QueryDict:
    """What a browser makes of a page: line ends of two signs, no boxes that are not ticked."""
    sent = QueryDict(mutable=True)
    for name, texts in content.items():
        sent.setlist(name, [text.replace("\n", "\r\n") for text in texts])
    return sent


def form_on(kind: str, fact: dict[str, Any], known: Any, **changed: list[str]) -> FactForm:
    """The form of a fact, with some of its fields filled in anew and sent in."""
    parts = asked_of(kind, new=False)
    content = content_of(parts, fact) | {
        name.replace("__", "-"): texts for name, texts in changed.items()
    }
    return FactForm(kind, known, content_sent(over_the_wire(content), parts), original=fact)


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda folder: folder.name)
def programme(request: pytest.FixtureRequest) -> Programme:
    return read_programme(request.param)


def test_every_fact_of_the_samples_comes_back_from_its_form_unchanged(programme: Programme):
    checked = 0
    for kind, thing in everything(programme):
        fact = as_json(thing)
        form = form_on(kind, fact, known_from(programme, parts_of(kind)))

        assert form.is_valid(), (kind, fact, list(form.problems()))
        assert form.payload() == fact
        checked += 1
    assert checked > 150


def test_a_fact_written_from_an_empty_form_reads_the_same(programme: Programme):
    """Also without the old fact to lean on, every answer means what it meant."""
    for kind, thing in everything(programme):
        fact = as_json(thing)
        parts = asked_of(kind, new=True)
        sent = content_sent(over_the_wire(content_of(parts, fact)), parts)

        form = FactForm(kind, known_from(programme, parts), sent)

        assert form.is_valid(), (kind, fact, list(form.problems()))
        assert form.payload() == {part.name: fact[part.name] for part in parts}


# --- generated facts ---------------------------------------------------------------------------

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
LINE = (
    st.text(LETTERS | st.sampled_from(list("ŵŷâ£–“”😀مرحبا<>&'\"")), min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DAYS_LATER = st.dates(date(2199, 12, 31), date(2299, 12, 31))
FIGURES = st.builds(
    lambda number, brackets: f"({number:,})" if brackets else f"{number:,}",
    st.integers(0, 10**9),
    st.booleans(),
)
PLAIN = {
    bool: st.booleans(),
    int: st.integers(0, 10**8),
    Decimal: st.decimals(0, 1000, places=2).map(str),
    date: DAYS.map(date.isoformat),
    Citation: LINE.map(lambda paragraph: f"000 {paragraph}"),
    Figure: FIGURES,
    WrittenDate: st.sampled_from(["2022-06-28", "Spring 2022", "June 2022", "11th March 2019"]),
    FinancialYear: st.integers(2000, 2098).map(lambda year: str(FinancialYear(year))),
}


def a_plain(hint: Any, of: type, name: str) -> st.SearchStrategy[Any]:
    """Any value of a type of fact, as `plain` writes it."""
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not NoneType)
        return st.none() | a_plain(inner, of, name)
    if get_origin(hint) is Annotated:
        (kind,) = (mark.kind for mark in get_args(hint)[1:] if isinstance(mark, RefersTo))
        return st.sampled_from([f"{kind}-1", f"{kind}-2"])
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        unique = get_origin(item) is Annotated
        return st.lists(a_plain(item, of, name), min_size=1, max_size=3, unique=unique)
    if of is Exempt and name == "paragraph":
        return st.integers(1, 7)
    if of is CouncilRule and name == "rule":
        return st.sampled_from(["call_in_who", "key_decision_threshold"])
    if of is Meeting and name == "starts_at":
        return st.none() | st.sampled_from(["09:30", "18:00"])
    if of is Step and name == "lasts_days":
        return st.none() | st.integers(1, 1000)
    if (of, name) in ((Recess, "last"), (Exercise, "closes_on")):
        return DAYS_LATER.map(date.isoformat)
    if name == "owner":
        return st.sampled_from(["authorities-1", "programme"])
    if is_dataclass(hint) and hint not in PLAIN:
        return a_fact(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from([choice.value for choice in hint])
    if hint is str:
        part = next((each for each in every(of) if each.name == name), None)
        return TEXT if part and part.sort is Sort.TEXT else LINE
    return PLAIN[hint]


def every(of: type) -> tuple[Part, ...]:
    from moothall_web.facts.forms import parts

    return parts._parts(of)


def a_fact(of: type) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(of, include_extras=True)
    return st.fixed_dictionaries(
        {each.name: a_plain(hints[each.name], of, each.name) for each in fields(of)}
    )


KNOWN = {
    kind: [(f"{kind}-{number}", f"The {kind} {number}") for number in (1, 2)] for kind in SUBJECTS
} | {"owner": [("authorities-1", "Ashby"), ("programme", "All")], "documents": [("000", "000")]}


@pytest.mark.parametrize("kind", SUBJECTS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_generated_fact_comes_back_from_its_form_unchanged(kind: str, data: st.DataObject):
    fact = data.draw(a_fact(type_of(kind)))

    form = form_on(kind, fact, KNOWN)

    assert form.is_valid(), (fact, list(form.problems()))
    assert form.payload() == fact


# --- words -------------------------------------------------------------------------------------


def test_every_kind_has_a_name_for_one_and_for_many_and_says_what_it_is():
    for kind in SUBJECTS:
        said = words.KIND_WORDS[kind]
        assert said.one
        assert said.many
        assert said.one != said.many
        assert said.says.endswith(".")
        assert said.says.count(". ") == 0, f"{kind}: one sentence"
    assert set(words.KIND_WORDS) == set(SUBJECTS)


def test_every_kind_stands_in_one_group_of_the_list():
    listed = [kind for _, kinds in words.GROUPS for kind in kinds]

    assert sorted(listed) == sorted(SUBJECTS)


def test_every_field_has_a_label_in_plain_words():
    for kind in SUBJECTS:
        for part in walk(every_part(kind)):
            label = words.label(part.of, part.name)
            assert label[0].isupper(), (kind, part.name)
            assert "_" not in label


def walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from walk(part.parts)


def test_no_word_stands_for_a_field_that_is_not_there():
    from moothall_web.facts import field_words

    held = {f"{p.of}.{p.name}" for kind in SUBJECTS for p in walk(every_part(kind))}
    named = {p.partition(".")[2] for p in held}
    for table in (field_words.LABELS, field_words.HINTS, field_words.CHOICES, field_words.ROWS):
        for name in table:
            assert name in held or name in named, name


def test_every_rule_and_every_paragraph_can_be_chosen_in_words():
    for kind in SUBJECTS:
        for part in walk(every_part(kind)):
            for value in part.values:
                called = words.choice(part.of, part.name, value)
                assert called
                assert "_" not in called, (part.of, part.name, value)


# --- what is wrong -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> Programme:
    return read_programme(next(each for each in SAMPLES if each.name == "stockport-tameside"))


@pytest.fixture(scope="module")
def budget(sample: Programme) -> dict[str, Any]:
    return as_json(sample.budgets[0])


def problems(form: FactForm) -> dict[str, str]:
    assert not form.is_valid()
    return dict(form.problems())


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("lines__0__net", "a lot", "Line 1, Net: 'a lot' is no figure. Write it as printed"),
        ("lines__2__name", "", "Line 3, Name: enter an answer"),
        ("known_on", "30 February 2022", "Known from: '30 February 2022' is no day that exists"),
        ("known_on", "Spring 2022", "write it as 27 April 2022"),
        ("year", "2019/21", "Year: '2019/21' is no financial year. Write it as 2019/20"),
        ("unit", "euro", "Unit of the table: it is none of the choices. Choose one of the list"),
        ("authority", "birmingham", "Council: it is none of those that you can choose"),
        (
            "source__document",
            "999",
            "Where it says so, Document: it is none of those that you can choose",
        ),
        ("source__paragraph", "", "Paragraph: enter an answer"),
        ("name", "nul\x00", "Name: it holds a character that cannot be printed"),
        ("name", EXTREMES, "Name: it is 10,001 characters long. Write at most 300 characters"),
        ("assumed", EXTREMES, "it is 10,001 characters long. Write at most 10,000 characters"),
        ("exempt__paragraph", "8", "it is none of the choices"),
        ("exempt__paragraph", "3", "Public-interest test: enter an answer"),
        ("exempt__public_interest", "It would harm us.", "Schedule 12A: choose one"),
        ("lines__0__total", "perhaps", "neither yes nor no is chosen"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_with_its_cure(
    field: str, text: str, says: str, sample: Programme, budget: dict[str, Any]
):
    known = known_from(sample, parts_of("budgets"))

    found = problems(form_on("budgets", budget, known, **{field: [text]}))

    at, said = next(iter(found.items()))
    assert says.lower() in said.lower()
    if not field.startswith("exempt"):
        assert at == f"id_{field.replace('__', '-')}"


@pytest.mark.parametrize("text", ["27 April 2022", "2022-04-27", "27/4/2022", "27th April 2022"])
def test_a_day_is_taken_as_people_write_it(text: str, sample: Programme, budget: dict[str, Any]):
    form = form_on("budgets", budget, known_from(sample, parts_of("budgets")), known_on=[text])

    assert form.is_valid()
    assert form.payload()["known_on"] == "2022-04-27"


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "Cyngor Sir Ddinbych, ŵ ŷ",
        "مرحبا بالعالم",
        "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
        "👩🏽‍⚖️ budget",
        "x" * 300,
    ],
)
def test_words_of_any_script_are_kept_to_the_letter(
    name: str, sample: Programme, budget: dict[str, Any]
):
    form = form_on("budgets", budget, known_from(sample, parts_of("budgets")), name=[name])

    assert form.is_valid(), list(form.problems())
    assert form.payload()["name"] == name


def test_a_table_without_a_line_is_refused_at_the_table(sample: Programme, budget: dict[str, Any]):
    form = form_on("budgets", budget, known_from(sample, parts_of("budgets")), lines__count=["0"])

    assert problems(form) == {
        "id_lines": "Lines of the table: there is none. Add at least one line"
    }


@dataclass(frozen=True)
class Wrong:
    path: tuple[str | int, ...]
    what: str = "is wrong"
    cure: str = "Mend it."


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        (("name",), "id_name"),
        (("lines", 1, "net"), "id_lines-2-net"),
        (("lines", 1), "id_lines-2-name"),
        (("lines",), "id_lines"),
        (("lines", 99, "net"), "id_lines"),
        (("source",), "id_source-document"),
        (("exempt", "paragraph"), "id_exempt-paragraph"),
        (("exempt",), "id_exempt-paragraph"),
        (("shared",), "id_authority"),
        ((), "id_authority"),
    ],
)
def test_a_fault_found_later_is_shown_at_the_field_that_it_speaks_of(
    path: tuple[str | int, ...], leads_to: str, sample: Programme, budget: dict[str, Any]
):
    """Row 2 of the form is left empty, so the second line of the fact stands in row 3."""
    parts = asked_of("budgets", new=False)
    content = content_of(parts, budget)
    content |= {f"lines-3-{each}": content[f"lines-2-{each}"] for each in ROW}
    content |= {f"lines-2-{each}": content[f"lines-1-{each}"] for each in ROW}
    content |= {f"lines-1-{each}": [""] for each in ROW[:-1]} | {"lines-1-total": ["no"]}
    content["lines-count"] = ["4"]
    form = FactForm("budgets", known_from(sample, parts), content, original=budget)
    assert form.is_valid(), list(form.problems())
    assert form.payload() == budget

    form.add_faults([Wrong(path)])

    ((at, said),) = form.problems()
    assert at == leads_to
    assert said.endswith(": is wrong. Mend it")


ROW = ("name", "gross_expenditure", "gross_income", "net", "total")


# --- rows --------------------------------------------------------------------------------------


def test_a_row_is_added_and_filled_without_script(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    content = with_another_row(parts, content_of(parts, budget), "lines")
    assert content["lines-count"] == ["4"]
    content |= {f"lines-3-{name}": ["5"] for name in ROW[:-1]}

    form = FactForm("budgets", known_from(sample, parts), content, original=budget)

    assert form.is_valid(), list(form.problems())
    assert len(form.payload()["lines"]) == 4
    assert form.payload()["lines"][:3] == budget["lines"]


def test_a_row_that_stays_empty_is_not_kept(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    content = with_another_row(parts, content_of(parts, budget), "lines")

    form = FactForm("budgets", known_from(sample, parts), content, original=budget)

    assert form.is_valid()
    assert form.payload() == budget


def test_a_row_is_removed_and_those_after_it_move_up(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    content = without_row(parts, content_of(parts, budget), "lines-0")

    form = FactForm("budgets", known_from(sample, parts), content, original=budget)

    assert form.is_valid(), list(form.problems())
    assert form.payload()["lines"] == budget["lines"][1:]


def test_rows_within_a_group_are_added_and_removed_too(sample: Programme):
    saving = as_json(sample.savings[0])
    parts = asked_of("savings", new=False)
    content = with_another_row(parts, content_of(parts, saving), "breakdown-rows")
    content = without_row(parts, content, "breakdown-rows-0")

    form = FactForm("savings", known_from(sample, parts), content, original=saving)

    assert form.is_valid(), list(form.problems())
    assert form.payload()["breakdown"]["rows"] == saving["breakdown"]["rows"][1:]


@pytest.mark.parametrize("forged", ["-1", "999999999999", "٣", "1e3", "", "x"])
def test_a_forged_number_of_rows_harms_nothing(forged: str, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)

    content = content_sent(over_the_wire({"lines-count": [forged]}), parts)

    assert int(content["lines-count"][0]) <= MOST_ROWS


@pytest.mark.parametrize("row", ["lines-99", "lines", "name-0", "lines-x", "", "lines--1"])
def test_a_forged_row_to_remove_changes_nothing(row: str, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    content = content_of(parts, budget)

    assert without_row(parts, content, row) == content
    assert with_another_row(parts, content, "name") == content


def test_names_that_no_form_has_are_not_taken_over(budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)

    content = content_sent(
        over_the_wire({"id": ["x"], "shared": ["no"], "lines-7-net": ["1"]}), parts
    )

    assert not {"id", "shared", "lines-7-net"} & set(content)


def test_a_form_does_not_ask_for_the_id_nor_for_sharing():
    for kind in KINDS:
        assert not {"id", "shared"} & {part.name for part in parts_of(kind)}


# --- differences -------------------------------------------------------------------------------


def test_two_versions_differ_field_by_field_down_to_the_cell(
    sample: Programme, budget: dict[str, Any]
):
    parts = asked_of("budgets", new=False)
    known = known_from(sample, parts)
    old = content_of(parts, budget)
    new = old | {"lines-1-net": ["1"], "name": ["Another name"], "lines-2-total": ["no"]}

    found = {each.name: each for each in differences(parts, old, new, known)}

    assert set(found) == {"name", "lines-1-net", "lines-2-total"}
    assert found["lines-1-net"].label == "Line 2: Net"
    assert found["lines-1-net"].new == ("1",)
    assert (found["lines-2-total"].old, found["lines-2-total"].new) == (("Yes",), ("No",))


def test_rows_of_another_number_are_compared_as_a_whole(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    old = content_of(parts, budget)
    new = without_row(parts, old, "lines-0")

    (found,) = differences(parts, old, new, known_from(sample, parts))

    assert found.name == "lines"
    assert len(found.old) == 3
    assert len(found.new) == 2
    assert found.new[0].startswith("Line 1: Name: Education;")


def test_choosing_takes_over_just_what_was_chosen(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    now = content_of(parts, budget) | {"lines-1-net": ["1"], "name": ["Theirs"]}
    mine = content_of(parts, budget) | {"name": ["Mine"], "funding": ["grant"]}

    made = settled(parts, mine, now, {"lines-1-net", "no-such-name"})

    assert made["lines-1-net"] == ["1"]
    assert made["name"] == ["Mine"]
    assert made["funding"] == ["grant"]


def test_choosing_between_tables_takes_all_of_one(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    mine = content_of(parts, budget)
    now = without_row(parts, mine, "lines-2")

    made = settled(parts, mine, now, {"lines"})

    assert made == now


def test_the_changed_words_are_marked(sample: Programme, budget: dict[str, Any]):
    parts = asked_of("budgets", new=False)
    old = content_of(parts, budget) | {"name": ["Gross and net budget"]}
    new = old | {"name": ["Gross and final budget"]}
    (found,) = differences(parts, old, new, {})

    before, after = pieces(found)

    assert [p.text for line in before for p in line if p.changed] == ["net"]
    assert [p.text for line in after for p in line if p.changed] == ["final"]
    assert "".join(p.text for line in after for p in line) == "Gross and final budget"


# --- shown -------------------------------------------------------------------------------------


def test_every_field_of_every_fact_is_shown_in_words(programme: Programme):
    for kind, thing in everything(programme):
        known = known_from(programme, every_part(kind))
        found = shown(every_part(kind), as_json(thing), known)

        assert [each.name for each in found] == [each.name for each in fields(thing)]
        for each in found:
            for line in each.lines:
                assert line.text


def test_what_a_fact_points_at_is_named_and_not_numbered(sample: Programme):
    step = next(each for each in sample.steps if each.body)
    known = known_from(sample, every_part("steps"))

    found = {each.name: each for each in shown(every_part("steps"), as_json(step), known)}

    assert found["body"].lines[0].text == sample.body(step.body).name
    assert found["body"].lines[0].key == step.body
    assert found["approves"].lines[0].text in ("Yes", "No")


def test_an_empty_form_asks_for_what_is_needed_and_nothing_else(sample: Programme):
    for kind in SUBJECTS:
        parts = asked_of(kind, new=True)
        form = FactForm(kind, known_from(sample, parts), blank(parts))
        found = problems(form)
        needed = {part.name for part in parts if part.required and part.default is None}
        flagged = {at.removeprefix("id_").partition("-")[0] for at in found}
        assert flagged <= needed, kind
        assert needed - flagged <= {"lines", "phasing", "shares"} or kind == "authorities", kind


def test_what_may_be_left_empty_still_makes_a_fact(sample: Programme):
    for kind, thing in everything(sample):
        parts = asked_of(kind, new=True)
        content = content_of(parts, as_json(thing))
        for part in parts:
            if not part.required and part.sort not in (Sort.ROWS, Sort.GROUP, Sort.FLAG):
                content[part.name] = [""]

        form = FactForm(kind, known_from(sample, parts), content)

        assert form.is_valid(), (kind, list(form.problems()))
        rest = {"id": "x", "code": "x", "authorities": ["stockport"]}
        held = {field.name for field in fields(type_of(kind))}
        whole = {name: value for name, value in rest.items() if name in held} | form.payload()
        from_plain(whole, type_of(kind), "the form")


def test_what_the_form_of_a_new_fact_gives_is_a_fact(sample: Programme):
    aim = as_json(sample.aims[0])
    parts = asked_of("aims", new=True)

    form = FactForm("aims", known_from(sample, parts), content_of(parts, aim))

    assert form.is_valid()
    made = from_plain(form.payload() | {"id": "new"}, type_of("aims"), "the form")
    assert made.name == sample.aims[0].name
