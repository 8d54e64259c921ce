"""Names: one body, scheme, office or person under two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names import (
    names,
    offices,
)
from moothall.proofread.names.names import (
    a_body_or_scheme_has_one_name,
    a_national_name_is_given_as_it_is,
    bodies_and_schemes_have_one_name_in_all_reports,
    letters_stand_for_one_name,
    letters_stand_for_one_name_in_all_reports,
    spelling_is_british_throughout,
)
from moothall.proofread.names.offices import (
    a_person_has_one_spelling,
    a_person_holds_one_office,
    an_office_has_one_grade_in_all_reports,
    an_office_has_one_title,
)
from moothall.proofread.proofread import Rule
from runaway import comes_to_an_end

_BETWEEN = (*names.BETWEEN, *offices.BETWEEN)
_RULES = (*names.RULES, *offices.RULES)

_SUBJECTS = st.lists(
    st.sampled_from(["Harbour", "Culture", "Planning", "Wellbeing", "Heritage", "Transport"]),
    min_size=2,
    max_size=3,
    unique=True,
)
_KINDS = st.sampled_from(["Committee", "Board", "Panel", "Working Group", "Strategy", "Forum"])


def _report(*texts: str, file: str = "r") -> Report:
    return Report(
        file=file,
        blocks=tuple(Prose(text=text, place=Place(line=n + 1)) for n, text in enumerate(texts)),
    )


def _default(rule: Rule, *texts: str) -> list[TextFinding]:
    return [found for found in rule(_report(*texts)) if found.confidence is not Confidence.LOW]


@given(subjects=_SUBJECTS, kind=_KINDS, letter=st.integers(2, 4))
def test_a_letter_slipped_in_a_bodys_name_is_found(
    subjects: list[str], kind: str, letter: int
) -> None:
    name = f"{', '.join(subjects[:-1])} and {subjects[-1]} {kind}"
    wrong = name[: letter + 1] + name[letter + 2 :]
    said = "The {} considered the report."
    assert _default(a_body_or_scheme_has_one_name, said.format(name), said.format(name)) == []
    found = _default(a_body_or_scheme_has_one_name, said.format(name), said.format(wrong))
    assert len(found) == 1


@given(subjects=_SUBJECTS, kind=_KINDS)
def test_a_plural_within_a_bodys_name_is_found(subjects: list[str], kind: str) -> None:
    name = f"{' and '.join(subjects)} {kind}"
    wrong = name.replace(subjects[0], f"{subjects[0]}s", 1)
    said = "It went to the {} in May."
    assert len(_default(a_body_or_scheme_has_one_name, said.format(name), said.format(wrong))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Children and Education Review Group", "the Children's and Education Review Group"),
        ("the Children & Young People's Committee", "the Children and Young People Committee"),
        ("the Health and Social Care Board", "the Social Care and Health Board"),
        ("the Stockport Schools Forum Board", "the Stockport School Forum Board"),
        ("the Greater Manchester Young People's Plan", "our Young People Plan"),
        ("the Financial Procedure Rules", "the Financial Procedural Rules"),
    ],
)
def test_a_near_miss_of_a_name_is_found(one: str, other: str) -> None:
    assert len(_default(a_body_or_scheme_has_one_name, f"By {one}.", f"By {other}.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Children & Families Committee", "the Children and Families committee"),
        ("the Children and Families Scrutiny Committee", "the Children and Families Committee"),
        ("the Local Safeguarding Board", "two Local Safeguarding Boards"),
        ("the Internal Audit Plan", "the External Audit Plan"),
        ("the North Area Committee", "the South Area Committee"),
        ("the Director of Public Health", "the Directors of Public Health"),
        ("the Council's Scrutiny Committee", "the Council Scrutiny Committee"),
        ("the Stockport’s Shared Services Board", "the Shared Services Board"),
        ("the Adult Social Care Service", "the Adults Social Care Service"),
        ("the Regional Skills Board", "the Region Skills Board"),
        ("the Phase One Working Group", "the Phase Two Working Group"),
        ("the Housing Strategy", "the Homelessness Strategy"),
    ],
)
def test_two_names_or_one_shortened_are_left_alone(one: str, other: str) -> None:
    assert _default(a_body_or_scheme_has_one_name, f"By {one}.", f"By {other}.") == []


def test_a_hyphen_alone_is_shown_only_on_request() -> None:
    texts = ("the Health and Wellbeing Board", "the Health and Well-being Board")
    (found,) = a_body_or_scheme_has_one_name(_report(*(f"By {text}." for text in texts)))
    assert found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    "text",
    ["the Dedicated School Grant", "the Children's Act 1989", "the Equalities Act 2010",
     "the Department of Education"],
)  # fmt: skip
def test_a_national_name_given_wrongly_is_found(text: str) -> None:
    assert len(_default(a_national_name_is_given_as_it_is, f"It is under {text} here.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "the Dedicated Schools Grant",
        "the High Needs Block of the Dedicated Schools Grant",
        "Disabled Facilities Grants",
        "the Children Act 1989 and the Equality Act 2010",
        "the Department for Education",
        "the Director of Education",
        "the Children and Families Act 2014",
    ],
)
def test_a_national_name_given_rightly_is_left_alone(text: str) -> None:
    assert _default(a_national_name_is_given_as_it_is, f"It is under {text} here.") == []


def test_program_beside_programme_is_found_once_for_each_body() -> None:
    text = "The Program Board met. This programme board decides. The program will go on."
    found = _default(spelling_is_british_throughout, text, text)
    assert len(found) == 2
    assert "“Program Board” stands 2 times, “programme board” 2 times" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "The Program Board met.",
        "The programme and a computer program.",
        "See www.x.gov.uk/program.",
    ],
)
def test_one_spelling_throughout_is_left_alone(text: str) -> None:
    assert _default(spelling_is_british_throughout, text, "A programme." * ("www" in text)) == []


def test_an_office_of_and_for_is_found() -> None:
    texts = (
        "the Assistant Director for Education said",
        "the Assistant Director of Education said",
    )
    assert len(_default(an_office_has_one_title, *texts)) == 1
    assert _default(an_office_has_one_title, texts[0], "the Director of Education said") == []
    assert _default(an_office_has_one_title, texts[0], "the Director of Finance said") == []


def test_an_officers_grade_that_differs_between_reports_is_found() -> None:
    one = _report("by Tameside’s Assistant Director for Education", file="a")
    other = _report("of Tameside's current Director of Education", file="b")
    (found,) = an_office_has_one_grade_in_all_reports((one, other))
    assert found.file == "b"
    assert "Assistant Director for Education" in found.message
    assert list(an_office_has_one_grade_in_all_reports((one, one))) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Name of Legal Officer: Shahin Ismael", "Councillor Shahin Ismail spoke."),
        ("Cllr Mary Thornton spoke.", "Cllr Mary Thorton replied."),
        ("Contact: Richard Hancock", "Richard Hancok wrote."),
        ("Richard Hancock wrote.", "Write to richard.handcock@council.gov.uk"),
        ("Contact: Carolyn Anderson", "carolin.anderson@council.gov.uk"),
    ],
)
def test_a_person_in_two_spellings_is_found(texts: tuple[str, ...]) -> None:
    assert len(_default(a_person_has_one_spelling, *texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("Contact: Carolyn Anderson", "Carolyn.anderson@stockport.gov.uk"),
        ("Cllr John Smith spoke.", "Cllr Jane Smith replied."),
        ("Cllr John Smith spoke.", "Cllr John Brown replied."),
        ("Cllr Anne Hall spoke.", "Anne Hall's report."),
        ("Contact: Tim Bowman", "see enquiries@council.gov.uk and first.aid@council.gov.uk"),
        ("Cllr Dean Park spoke.", "Dean Parks, a place."),
    ],
)
def test_two_people_are_left_alone(texts: tuple[str, ...]) -> None:
    assert [f for f in _default(a_person_has_one_spelling, *texts) if "Parks" not in f.quote] == []


def test_a_person_with_two_grades_is_found() -> None:
    texts = (
        "Richard Hancock – Director of Children’s Services",
        "Richard Hancock, Assistant Director of Children’s Services",
    )
    assert len(_default(a_person_holds_one_office, *texts)) == 1
    assert _default(a_person_holds_one_office, texts[0], texts[0]) == []
    other = "Richard Hancock, Head of Access"
    assert _default(a_person_holds_one_office, texts[0], other) == []


def test_letters_for_two_nearly_alike_names_are_found() -> None:
    texts = ("the Partners in Practice (PIP) programme", "Partner in Practice (PiP) status")
    assert len(_default(letters_stand_for_one_name, *texts)) == 1
    assert _default(letters_stand_for_one_name, texts[0], texts[0]) == []
    one, other = (_report(text, file=name) for text, name in zip(texts, "ab", strict=True))
    assert len(list(letters_stand_for_one_name_in_all_reports((one, other)))) == 1


def test_a_name_that_differs_between_reports_is_found_in_one_of_them() -> None:
    one = _report("By the Children and Young People's Plan.", file="a")
    other = _report("By the Children's and Young People's Plan.", file="b")
    (found,) = bodies_and_schemes_have_one_name_in_all_reports((one, other))
    assert found.file in ("a", "b")
    assert list(bodies_and_schemes_have_one_name_in_all_reports((one, one))) == []


def test_names_in_cells_are_read_and_placed() -> None:
    text = Prose(text="To: the Children & Young People's Committee and", place=Place(line=1))
    cell = "Chairman, Children and Young People Committee"
    grid = Grid(rows=(("Post", cell), ("", cell)), place=Place(table=1))
    (found,) = a_body_or_scheme_has_one_name(Report(file="r", blocks=(text, grid)))
    assert found.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "piece",
    ["Aaa Bbb Ccc ", "Director of ", "Cllr Aa ", "Aa Bb Board. Aa Bc Board. ", "a.b@", "A "],
)
@comes_to_an_end()
def test_hostile_text_takes_bounded_time(piece: str) -> None:
    report = _report((piece * (100_000 // len(piece)))[:100_000])
    for rule in _RULES:
        list(rule(report))
    for between in _BETWEEN:
        list(between((report, report)))
