"""Report formats as data: a council adds its own without code, and a wrong file says where."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from town_papers import (
    DAY,
    LAYOUT,
    common,
    document_of,
    exempt,
    found,
    having,
    paper_of,
    passage,
    tables,
    town,
    under,
    words,
    worked_up,
)

from invented import write
from moothall.basics.dates import read_written_date
from moothall.basics.years import FinancialYear
from moothall.documents.document import Bullets, Note, Paragraph, Table
from moothall.documents.formats import CONTENTS, TOPICS
from moothall.facts.decisions import Answer
from moothall.facts.papers import Clearance, Implication, Paper
from moothall.facts.programme import Programme
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.programme_texts import programme_texts
from moothall.papers.contents import CONTENTS as MAKERS
from moothall.papers.filling import APPENDICES
from moothall.papers.papers import formats_for

# A committee report with a front sheet, the meetings on the way and issues with their sign-off, as
# some district councils set it.
THIRD = """\
name: ashby-committee-report
title: Ashby committee report
source: invented, after a layout in use
front_style: sheet
numbering: 1. and 1.1
appendix_numbering: "1"
front:
  - {label: "Final Decision-Maker", content: [to_body]}
  - {label: "Lead Officer and Report Author", content: [report_of]}
  - {label: "Classification", content: [classification]}
  - {label: "Wards affected", content: [divisions]}
  - {label: "Executive Summary", content: [summary]}
  - {label: "Recommendations", content: [recommendations]}
  - {label: "Timetable", content: [meeting_timetable]}
sections:
  - {heading: Introduction and background, content: [background]}
  - {heading: Available options, content: [options_table]}
  - {heading: Cross-cutting issues and implications, content: [implications_table]}
  - {heading: Next steps, content: [next_steps]}
  - {heading: Report appendices, content: [appendices]}
  - {heading: Background papers, content: [background_papers]}
appendices:
  - {heading: Shared posts, content: [posts_table]}
"""


def with_third(folder: Path) -> Programme:
    """The invented towns where Ashby has brought a second format of its own, and nothing else."""
    write(folder)
    (folder / "formats" / "ashby-committee-report.yaml").write_text(THIRD, encoding="utf-8")
    path = folder / "authorities" / "ashby.yaml"
    council = yaml.safe_load(path.read_text("utf-8"))
    council["paper_formats"].append({"to": "committee", "format": "ashby-committee-report"})
    path.write_text(yaml.safe_dump(council, sort_keys=False), encoding="utf-8")
    return read_programme(folder)


def a_paper(**more: object) -> Paper:
    return Paper(
        **common("asked"),
        title="Archive",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        dated=read_written_date("10 June 2026"),
        report_of="Head of Archives",
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.checklist("K01", "K10")
def test_a_council_adds_a_format_of_a_third_kind_without_code(tmp_path: Path) -> None:
    programme = with_third(tmp_path / "three-towns")
    programme = having(
        programme,
        papers=[a_paper(format="ashby-committee-report", divisions="All")],
        passages=[passage("Why it is asked.", topic="background")],
        implications=[
            Implication(**common("i1"), paper="asked", heading="Financial", text="It costs 5."),
            Implication(**common("i2"), paper="asked", heading="Legal", text="None."),
        ],
        clearances=[
            Clearance(
                **common("c1"),
                paper="asked",
                area="Financial",
                question="Cleared?",
                answer=Answer.YES,
                officer="A. Rowe",
            )
        ],
    )
    written = paper_of(programme, format_name="ashby-committee-report")
    document = written.document
    assert document is not None
    assert written.paper == "asked"
    assert written.layout is not None
    assert written.layout.title == "Ashby committee report"
    sheet, timetable = document.front
    assert isinstance(sheet, Table)
    front = {row[0][0]: row[1] for row in sheet.rows}
    assert front["Final Decision-Maker"] == ("Ashby Executive",)
    assert front["Lead Officer and Report Author"] == ("Head of Archives",)
    assert front["Classification"] == ("Public",)
    assert front["Wards affected"] == ("All",)
    assert front["Timetable"] == ("See the table “Timetable of meetings” below.",)
    assert isinstance(timetable, Table)
    assert timetable.rows == ((("Ashby Executive",), ("Wed 10 Jun 2026",)),)
    (issues,) = under(document, "Cross-cutting issues and implications")
    assert isinstance(issues, Table)
    assert issues.head == ("Issue", "Implications", "Sign-off")
    assert issues.rows == (
        (("Financial",), ("It costs 5.",), ("Signed off: A. Rowe",)),
        (("Legal",), ("None.",), ("Not asked",)),
    )
    assert words(document, "Report appendices") == "Appendix 1: Shared posts"
    assert [(each.number, each.heading) for each in document.appendices] == [
        ("Appendix 1", "Shared posts")
    ]


def test_a_councils_own_formats_come_first_the_usual_one_before_all(tmp_path: Path) -> None:
    programme = with_third(tmp_path / "three-towns")
    proposal = programme.proposals[0]
    names = [f.name for f in formats_for(programme, proposal, programme.authority("ashby"), DAY)]
    assert names[:2] == ["ashby-report", "ashby-committee-report"]
    general = {"agenda-item-with-minutes", "decision-notice", "officer-decision-record"}
    assert set(names[2:]) == {*general, "programme-board-paper"}


def test_a_council_without_a_format_of_its_own_may_use_the_general_ones(tmp_path: Path) -> None:
    programme = town(tmp_path / "three-towns")
    assert paper_of(programme, "combe").document is None
    notice = paper_of(programme, "combe", "decision-notice")
    assert notice.document is not None
    assert notice.format == "decision-notice"


def test_a_format_that_the_council_has_not_is_refused_with_those_it_has(tmp_path: Path) -> None:
    case = worked_up(town(tmp_path / "three-towns"))
    with pytest.raises(ValueError, match=r"Brae has no report format 'ashby-report'; its formats"):
        case.paper("archive", "brae", "ashby-report")
    with pytest.raises(ValueError, match="elsewhere is no party to archive"):
        case.paper("archive", "elsewhere")


def test_a_programme_may_bring_a_format_for_all_its_councils(tmp_path: Path) -> None:
    folder = tmp_path / "three-towns"
    write(folder)
    text = THIRD.replace("ashby-committee-report", "joint-note") + "general: yes\n"
    (folder / "formats" / "joint-note.yaml").write_text(text, encoding="utf-8")
    programme = read_programme(folder)
    for code in ("ashby", "brae", "combe"):
        assert paper_of(programme, code, "joint-note").document is not None
    assert "formats/joint-note.yaml" in programme_texts(programme)


def test_the_general_formats_are_no_part_of_a_programmes_folder(tmp_path: Path) -> None:
    texts = programme_texts(town(tmp_path / "three-towns"))
    assert sorted(path for path in texts if path.startswith("formats/")) == [
        "formats/ashby-report.yaml",
        "formats/brae-report.yaml",
    ]


FILE = "three-towns/formats/ashby-report.yaml"


def problems_of(folder: Path, layout: str) -> list[str]:
    with pytest.raises(UnreadableError) as refused:
        town(folder, layout)
    return [str(each).replace(str(folder.parent) + "/", "") for each in refused.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "content: [purpose]}",
            "content: [purpsoe]}",
            f"{FILE}:10: 'purpsoe' is nothing that a section can hold. Did you mean 'purpose'?",
        ),
        (
            "- {heading: Purpose, content",
            "- {headding: Purpose, content",
            f"{FILE}:10: 'headding'",
        ),
        (
            "heading: Sources",
            "heading: money",
            f"{FILE}:14: 'money' stands twice in this format, first in line 11. Give one of them",
        ),
        (
            '"Policy:"',
            '"For:"',
            f"{FILE}:8: 'For:' stands twice in this format",
        ),
        (
            "name: ashby-report",
            "name: ashby",
            f"{FILE}:1: the name is 'ashby' in ashby-report.yaml. Give file and format the same",
        ),
    ],
)
def test_a_wrong_format_file_says_where_and_names_the_nearest(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert LAYOUT.count(old) == 1
    told_of = problems_of(tmp_path / "three-towns", LAYOUT.replace(old, new))
    assert any(each.startswith(told) for each in told_of), told_of


CLOSING = """\
closing:
  - {label: "Signed for:", content: [report_of]}
  - {label: "Contact:", content: [officer_contacts]}
  - {label: "Papers behind it:", content: [background_papers]}
appendices:
  - {heading: Posts, content: [posts_table]}
"""


def test_a_format_says_what_closes_a_paper_before_its_appendices(tmp_path: Path) -> None:
    asked = a_paper(contacts=("Ann Archivist",))
    programme = having(town(tmp_path / "three-towns", LAYOUT + CLOSING), papers=[asked])
    document = document_of(programme)
    *lines, papers, listed = document.closing
    assert lines == [
        Paragraph("Signed for: Head of Archives"),
        Paragraph("Contact: Ann Archivist"),
    ]
    assert papers == Paragraph("Papers behind it:")
    assert isinstance(listed, Bullets)
    assert [each.number for each in document.appendices] == ["Appendix 1"]


def test_a_closing_line_for_which_nothing_is_held_says_so(tmp_path: Path) -> None:
    layout = LAYOUT + 'closing:\n  - {label: "Decided:", content: [decision_date]}\n'
    written = paper_of(town(tmp_path / "three-towns", layout))
    assert written.document is not None
    assert written.document.closing == (
        Paragraph("Decided:"),
        Note("Not yet written", "nothing is held for Decided"),
    )
    assert "Decided" in written.unwritten


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{label: X, content: [purpose]}", "nobody writes after the last section"),
        ("{label: X, content: [report_off]}", "Did you mean 'report_of'?"),
        ('{label: "Policy:", content: [report_of]}', "'Policy:' stands twice in this format"),
    ],
)
def test_a_wrong_closing_line_says_what_would_cure_it(tmp_path: Path, line: str, told: str) -> None:
    (found_,) = problems_of(tmp_path / "three-towns", f"{LAYOUT}closing:\n  - {line}\n")
    assert told in found_


def test_a_clearance_of_a_heading_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    duty = "clearances:\n  - {area: Money, question: Well?, office: Finance, covers: [Mony]}\n"
    (told,) = problems_of(tmp_path / "three-towns", LAYOUT + duty)
    assert "'Mony' is no heading or label of this format. Did you mean 'Money'?" in told


def test_an_own_format_that_no_council_uses_is_read_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "three-towns"
    write(folder)
    (folder / "formats" / "unused.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"formats/unused\.yaml"):
        read_programme(folder)


def test_the_classification_names_the_paragraph_of_an_exempt_annex(tmp_path: Path) -> None:
    programme = with_third(tmp_path / "three-towns")
    programme = having(programme, passages=[exempt(passage("Priced.", topic="background"))])
    document = document_of(programme, format_name="ashby-committee-report")
    sheet = tables(document)[0]
    said = {row[0][0]: row[1][0] for row in sheet.rows}["Classification"]
    assert said.startswith("Public, with an annex that is exempt under paragraph 3")


def test_a_paper_of_another_format_takes_no_recommendations_from_it(tmp_path: Path) -> None:
    programme = with_third(tmp_path / "three-towns")
    programme = having(programme, papers=[a_paper(format="ashby-committee-report")])
    assert paper_of(programme).paper is None
    assert paper_of(programme, format_name="ashby-committee-report").paper == "asked"
    programme = having(programme, papers=[a_paper()])
    assert paper_of(programme).paper == "asked"


def test_passages_stand_in_their_order(tmp_path: Path) -> None:
    programme = having(
        town(tmp_path / "three-towns"),
        passages=[passage("Last.", key="a", order=2), passage("First.", key="b", order=1)],
    )
    assert words(document_of(programme), "Purpose") == "First. Last."
    assert not found(programme, "a_reference_in_words_names_something")


def test_a_table_of_200_columns_is_carried_whole(tmp_path: Path) -> None:
    """What is too wide for a page is the renderers' to solve: nothing is dropped before them."""
    programme = town(tmp_path / "three-towns")
    saving = programme.savings[0]
    (first, _) = saving.phasing
    years = tuple(replace(first, year=FinancialYear(2026 + n)) for n in range(195))
    programme = replace(programme, savings=(replace(saving, phasing=years),))
    table = next(t for t in tables(document_of(programme)) if t.name == "savings_table")
    assert len(table.head) == 200
    assert all(len(row) == 200 for row in table.rows)
    assert not any(isinstance(block, Bullets) for block in under(document_of(programme), "Money"))


def test_whatever_a_format_may_ask_for_is_made() -> None:
    assert set(MAKERS) | {APPENDICES} == CONTENTS
    assert not CONTENTS & TOPICS


def test_the_page_on_papers_names_every_content_and_its_format_can_be_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "papers.md").read_text("utf-8")
    assert not [name for name in sorted(CONTENTS | TOPICS) if f"`{name}`" not in page]
    layout = page.split("```yaml\n")[1].split("```")[0]
    written = town(
        tmp_path / "three-towns", layout.replace("ashby-committee-report", "ashby-report")
    )
    document = document_of(written)
    assert [each.number for each in document.sections][:4] == ["1.", "2.", "3.", "3.1"]
    assert [each.number for each in document.appendices] == ["Appendix A"]
