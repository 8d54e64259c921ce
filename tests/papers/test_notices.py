"""The forms of notices: every field of each, in order, and every gap for all to see."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from moothall.basics.citations import Citation
from moothall.documents.document import Note, Paragraph, Table
from moothall.documents.notice_form import NOTICE_CONTENTS, NoticeForm
from moothall.facts.authority import CouncilRule
from moothall.facts.decisions import Answer, KeyDecisionTest, Notice, NoticeKind
from moothall.facts.fact import Exempt
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme, known_by
from moothall.files.notice_forms import read_notice_forms
from moothall.files.programme_folder import read_programme
from moothall.governance.key_decision.notices_due import RULE_OF, notices_of
from moothall.law.law import Law
from moothall.papers.notice_fields import FILLED
from moothall.papers.notices import WrittenNotice, forms_of, write_notice
from moothall.render.docx import paper_docx
from moothall.render.html import paper_html

AS_AT = date(2026, 5, 1)
FORMS = {form.name: form for form in read_notice_forms()}
LETTERS = {
    "key-decision": ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"],
    "general-exception-letter": ["10(1)(a)", "10(1)(a)", "10(3)"],
    "general-exception": ["10(1)(a)", "10(1)(b)", "10(1)(c)", "10(3)"],
    "special-urgency": ["11(1)", "11(1)", "11(2)"],
    "special-urgency-report": ["19", "19"],
    "private-meeting": ["5(2)", "5(3)"],
    "private-meeting-second": ["5(4)", "5(5)(a)", "5(5)(b)", "5(5)(c)"],
    "private-meeting-urgent": ["5(6)", "5(7)"],
    "urgent-item": ["(b)", "(b)"],
}
"""What the provision behind each form asks for, in its own order."""


def written(
    programme: Programme, law: Law, name: str, code: str = "ashby", as_at: date = AS_AT
) -> WrittenNotice:
    known = known_by(programme, as_at)[0]
    proposal, authority = known.proposals[0], known.authority(code)
    notices = notices_of(known, law, proposal, authority, as_at)
    return write_notice(known, law, FORMS[name], proposal, authority, notices, as_at)


def rows(notice: WrittenNotice) -> dict[str, tuple[str, ...]]:
    table = next(block for block in notice.document.front if isinstance(block, Table))
    return {row[0][0]: row[1] for row in table.rows}


def desk(notice: WrittenNotice) -> str:
    (section,) = notice.document.sections
    return " ".join(block.text for block in section.blocks if isinstance(block, Paragraph | Note))


def published(kind: NoticeKind, on: date, **more: object) -> Notice:
    return Notice(
        id=f"notice-{kind.name}",
        source=Citation("ashby", "9"),
        known_on=on,
        owner="ashby",
        proposal="archive",
        authority="ashby",
        kind=kind,
        published_on=on,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    return read_programme(three_towns)


@pytest.fixture
def key(towns: Programme) -> Programme:
    """Ashby treats it as a key decision."""
    test = KeyDecisionTest(
        id="tested",
        source=Citation("ashby", "7"),
        known_on=date(2026, 1, 6),
        owner="ashby",
        proposal="archive",
        authority="ashby",
        answer=Answer.YES,
        wards=3,
        forward_plan_reference="A12",
    )
    return replace(towns, key_decision_tests=(test,))


# --- the forms themselves ---


def test_every_form_rests_on_a_rule_and_every_kind_of_notice_has_a_form(law: Law) -> None:
    assert {form.notice for form in FORMS.values()} == {kind.value for kind in NoticeKind}
    for form in FORMS.values():
        assert form.rule == RULE_OF[NoticeKind(form.notice)]
        assert law.rule(form.rule).binds
        assert form.reference
        assert all(field.content or field.text or field.gap for field in form.fields)
        assert all(field.by for field in form.fields)


def test_every_content_of_a_form_can_be_filled_and_none_is_left_over() -> None:
    assert set(FILLED) == set(NOTICE_CONTENTS)
    used = {field.content for form in FORMS.values() for field in form.fields if field.content}
    assert used == set(NOTICE_CONTENTS)


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_each_form_states_what_its_provision_asks_in_its_order(name: str) -> None:
    assert [field.letter for field in FORMS[name].fields if field.letter] == LETTERS[name]


def test_no_form_is_left_out_of_this_test() -> None:
    assert set(LETTERS) == set(FORMS)


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_field_stands_in_the_paper_with_its_words_or_its_gap(
    name: str, towns: Programme, law: Law
) -> None:
    form = FORMS[name]
    notice = written(towns, law, name, "brae" if name == "urgent-item" else "ashby")
    labels = [f"{field.letter} {field.label}".strip() for field in form.fields]
    assert list(rows(notice)) == labels
    assert all(words and all(words) for words in rows(notice).values())


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_gaps_are_counted_as_they_stand_in_both_editions(
    name: str, towns: Programme, law: Law
) -> None:
    notice = written(towns, law, name, "brae" if name == "urgent-item" else "ashby")
    html = paper_html(notice.document)
    word = docx.Document(BytesIO(paper_docx(notice.document)))
    cells = " ".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert len(notice.gaps) > 0
    assert html.count("[to be filled in by ") == len(notice.gaps)
    assert cells.count("[to be filled in by ") == len(notice.gaps)
    number = len(notice.gaps)
    assert f"{number} gaps are left" in desk(notice)


# --- what fills them ---


@pytest.mark.checklist("J01")
def test_a_forward_plan_entry_is_filled_from_the_facts(key: Programme, law: Law) -> None:
    filled = rows(written(key, law, "key-decision"))
    assert filled["(a) Key decision"] == (
        "A key decision is to be made on behalf of Ashby Borough Council.",
        "It is key on: Wards.",
        "Reference in the forward plan: A12.",
    )
    assert filled["(b) Matter on which the decision is to be made"] == (
        "One archive service",
        "One archivist for all.",
    )
    assert filled["(c) Who decides"][0] == "Ashby Executive"
    assert filled["(c) Who decides"][1] == (
        "[to be filled in by democratic services: the members of Ashby Executive]"
    )
    (when,) = [words for label, words in filled.items() if label.startswith("(d)")]
    assert when == (
        "Wed 10 Jun 2026",
        "[to be filled in by democratic services: confirm the date, which is assumed]",
    )


def test_whether_it_is_key_is_never_asserted_while_nobody_has_settled_it(
    towns: Programme, law: Law
) -> None:
    (words,) = rows(written(towns, law, "key-decision"))["(a) Key decision"]
    assert words.startswith("[to be filled in by the monitoring officer: whether this is a key")


def test_a_form_that_may_not_be_asked_for_says_so_before_anything_else(
    towns: Programme, law: Law
) -> None:
    first = written(towns, law, "general-exception").document.front[0]
    assert isinstance(first, Note)
    assert "not asked for" in first.text
    late = written(towns, law, "general-exception", as_at=date(2026, 5, 20)).document.front[0]
    assert isinstance(late, Note)
    assert "whether it is a key decision is not settled" in late.text


def test_the_members_who_decide_are_listed_where_they_are_held(key: Programme, law: Law) -> None:
    body = replace(key.bodies[0], members=("Leader", "Member for archives"))
    named = replace(key, bodies=(body, *key.bodies[1:]))
    assert rows(written(named, law, "key-decision"))["(c) Who decides"] == (
        "Ashby Executive",
        "Members: Leader; Member for archives.",
    )


def test_what_is_exempt_is_never_printed(key: Programme, law: Law) -> None:
    secret = Exempt(paragraph=3, public_interest="A price is being negotiated.")
    paper = Paper(
        id="report",
        source=Citation("ashby", "8"),
        known_on=date(2026, 1, 6),
        owner="ashby",
        title="The price of the archivist",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        dated=towns_day(),
        report_of="Leader",
        exempt=secret,
    )
    hidden = replace(key, papers=(paper,), proposals=(replace(key.proposals[0], exempt=secret),))
    for name in FORMS:
        if name == "urgent-item":
            continue
        html = paper_html(written(hidden, law, name).document)
        assert "The price of the archivist" not in html
        assert "One archive" not in html
        assert "One archivist" not in html
    filled = rows(written(hidden, law, "key-decision"))
    assert "exempt, paragraph 3" in filled["(b) Matter on which the decision is to be made"][0]
    assert filled["(e) Documents submitted for consideration"] == (
        "A report that is not open to the public (paragraph 3 of Part 1 of Schedule 12A).",
    )
    reasons = rows(written(hidden, law, "private-meeting"))
    assert "A price is being negotiated." in next(
        words[0] for label, words in reasons.items() if label.startswith("5(3)")
    )


def towns_day() -> object:
    from moothall.basics.dates import read_written_date

    return read_written_date("10 June 2026")


def test_the_second_private_notice_carries_the_representations(towns: Programme, law: Law) -> None:
    held = replace(
        towns,
        meetings=tuple(replace(m, private=True, starts_at="18:00") for m in towns.meetings),
        notices=(
            published(
                NoticeKind.PRIVATE_MEETING,
                date(2026, 4, 20),
                representations=("It should be open, because the service is.",),
            ),
        ),
    )
    notice = written(held, law, "private-meeting-second")
    assert rows(notice)[
        "5(5)(b) Representations received that it should be open to the public"
    ] == ("It should be open, because the service is.",)
    assert "At 18:00" in rows(notice)["5(4) Meeting"]
    assert rows(notice)["5(5)(c) Response to those representations"][0].startswith("[to be filled")
    hidden = replace(
        held.notices[0], exempt=Exempt(paragraph=1, public_interest="It names somebody.")
    )
    unsaid = written(replace(held, notices=(hidden,)), law, "private-meeting-second")
    assert "because the service is" not in paper_html(unsaid.document)


def test_special_urgency_shows_whose_agreement_is_held(key: Programme, law: Law) -> None:
    agreement = "11(1) Agreement that the decision is urgent and cannot reasonably be deferred"
    as_at = date(2026, 6, 4)
    assert rows(written(key, law, "special-urgency", as_at=as_at))[agreement][0].startswith(
        "[to be filled in by the chair of the scrutiny committee"
    )
    agreed = published(
        NoticeKind.SPECIAL_URGENCY,
        date(2026, 6, 4),
        urgent=True,
        reason="The lease ends.",
        agreed_by="the chair of scrutiny",
        agreed_on=date(2026, 6, 3),
    )
    notice = written(replace(key, notices=(agreed,)), law, "special-urgency", as_at=as_at)
    assert rows(notice)[agreement] == ("Agreed by the chair of scrutiny on Wed 3 Jun 2026.",)
    assert "The lease ends." in paper_html(notice.document)
    (after,) = [b for b in notice.document.sections[0].blocks if "reg 19" in str(b)]
    assert "Report the decision to the full council" in str(after)


def test_the_forms_of_two_councils_differ_by_their_own_rules(towns: Programme, law: Law) -> None:
    own = CouncilRule(
        rule="general_exception_asks",
        value="the written agreement of chair and vice-chair",
        source="Rule 13",
        evidence="read",
    )
    ashby = replace(towns.authority("ashby"), rules=(*towns.authority("ashby").rules, own))
    both = replace(towns, authorities=(ashby, *towns.authorities[1:]))
    asked = "What the council's own constitution asks besides"
    here = rows(written(both, law, "general-exception"))[asked]
    there = rows(written(both, law, "general-exception", "combe"))[asked]
    assert here == ("the written agreement of chair and vice-chair (Rule 13).",)
    assert there[0].startswith("[to be filled in by the monitoring officer: whether it asks")


def test_an_unanswered_question_to_the_council_stands_in_its_form(
    towns: Programme, law: Law
) -> None:
    own = CouncilRule(
        rule="general_exception_asks", value=None, source="", evidence="unknown", ask="What else?"
    )
    ashby = replace(towns.authority("ashby"), rules=(*towns.authority("ashby").rules, own))
    held = replace(towns, authorities=(ashby, *towns.authorities[1:]))
    (words,) = rows(written(held, law, "general-exception"))[
        "What the council's own constitution asks besides"
    ]
    assert words.endswith(": What else?]")


# --- by when ---


def test_a_form_says_by_when_and_what_was_not_counted(key: Programme, law: Law) -> None:
    notice = written(key, law, "key-decision")
    assert (
        "Publish it by Tue 12 May 2026: 28 clear calendar days before Wed 10 Jun 2026 (in 11 days)."
        in desk(notice)
    )
    assert "counted in working days it would be" in desk(notice)
    late = written(key, law, "general-exception", as_at=date(2026, 5, 20))
    tables = [b for b in late.document.sections[0].blocks if isinstance(b, Table)]
    assert [row[0][0] for row in tables[0].rows] == ["Sat 6 Jun 2026", "Sun 7 Jun 2026"]


def test_a_day_that_has_passed_leads_to_the_next_form(key: Programme, law: Law) -> None:
    notice = written(key, law, "key-decision", as_at=date(2026, 5, 13))
    assert "that day has passed" in desk(notice)
    assert "what is left is: general exception. Or move the decision." in desk(notice)
    in_time = written(key, law, "key-decision", as_at=date(2026, 5, 12))
    assert "(today)" in desk(in_time)
    assert "After that day the form is: general exception." in desk(in_time)


def test_without_a_day_of_decision_nothing_is_counted(towns: Programme, law: Law) -> None:
    undated = replace(
        towns, meetings=(), steps=tuple(replace(s, meeting=None) for s in towns.steps)
    )
    assert "By when cannot be said" in desk(written(undated, law, "key-decision"))


def test_a_letter_is_sent_and_a_notice_published(towns: Programme, law: Law) -> None:
    letter = written(towns, law, "general-exception-letter")
    assert desk(letter).startswith("Send it by Tue 2 Jun 2026")
    assert desk(written(towns, law, "general-exception")).startswith("Publish it by Tue 2 Jun")


def test_a_committee_has_the_urgent_item_and_nothing_of_the_executives(
    towns: Programme, law: Law
) -> None:
    notices = notices_of(towns, law, towns.proposals[0], towns.authority("brae"), AS_AT)
    forms: tuple[NoticeForm, ...] = forms_of(tuple(FORMS.values()), notices)
    assert [form.name for form in forms] == ["urgent-item"]
    with pytest.raises(ValueError, match="no form for Brae's decision"):
        written(towns, law, "key-decision", "brae")


def test_stockports_own_reasons_stand_in_its_form(stockport_tameside: Programme, law: Law) -> None:
    notice = written(
        stockport_tameside, law, "special-urgency", "stockport", as_at=date(2022, 7, 15)
    )
    assert "The new structure is to start in September 2022" in paper_html(notice.document)
    assert ("Agreement that the decision is urgent and cannot reasonably be deferred") in {
        field for field, _ in notice.gaps
    }
