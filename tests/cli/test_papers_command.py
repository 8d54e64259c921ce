"""`moothall papers`: every council's paper on every proposal as files."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from invented import write
from many_proposals import write_many
from moothall.cli.arguments import main
from moothall.cli.papers_writing import Job, Written, write_all
from moothall.documents.document import Document, Paragraph, Section, Table

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = str(ROOT / "examples" / "stockport-tameside")
ON = ("--as-at", "2022-02-15")


def run(*arguments: str) -> int:
    return main(["papers", *arguments])


def below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())


def test_each_councils_paper_is_written_as_web_page_word_file_and_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(SAMPLE, "--proposal", "early-years-leadership", "--out", str(tmp_path), *ON)

    told = capsys.readouterr()
    assert code == 0
    assert below(tmp_path) == {
        f"early-years-leadership/{council}.{suffix}"
        for council in ("stockport", "tameside")
        for suffix in ("html", "docx", "pdf")
    }
    assert told.out.endswith(f"2 papers in 6 files in {tmp_path}.\n")
    assert "1 of 2: early-years-leadership, Stockport, stockport-scrutiny-report" in told.err
    folder = tmp_path / "early-years-leadership"
    name = "Shared leadership for early years education improvement"
    assert name in (folder / "tameside.html").read_text(encoding="utf-8")
    assert name in text_of((folder / "tameside.pdf").read_bytes())
    word = docx.Document(BytesIO((folder / "tameside.docx").read_bytes()))
    assert word.core_properties.title == name


def test_several_processes_write_the_same_bytes_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_many(tmp_path / "programme", 4, 160)
    one, many = tmp_path / "one", tmp_path / "many"
    assert run(str(folder), "--out", str(many), "--as", "pdf,html") == 0
    for proposal in (f"service-{n}" for n in range(1, 5)):
        only = ("--proposal", proposal, "--out", str(one), "--as", "pdf,html")
        assert run(str(folder), *only) == 0
    assert below(one) == below(many)
    assert len(below(one)) > 8
    for name in below(one):
        assert (one / name).read_bytes() == (many / name).read_bytes(), name


def test_every_format_that_a_council_may_use_has_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = ("--proposal", "early-years-leadership", "--authority", "tameside", "--as", "html")
    assert run(SAMPLE, *only, "--format", "all", "--out", str(tmp_path), *ON) == 0
    made = below(tmp_path)
    assert "early-years-leadership/tameside.html" in made
    assert "early-years-leadership/tameside-decision-notice.html" in made


def test_a_council_without_a_format_of_its_own_is_told_what_it_may_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = str(ROOT / "examples" / "cambridgeshire-peterborough")
    only = ("--proposal", "early-years-strategy", "--as", "html", "--as-at", "2018-10-01")
    assert run(sample, *only, "--out", str(tmp_path)) == 0
    told = capsys.readouterr().err
    assert "Peterborough has no report format of its own; --format takes" in told
    assert below(tmp_path) == {"early-years-strategy/cambridgeshire.html"}


def test_what_is_exempt_goes_to_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "three-towns")
    savings = (folder / "savings.yaml").read_text(encoding="utf-8").rstrip("\n")
    exempt = "\n  exempt:\n    paragraph: 3\n    public_interest: It is being negotiated.\n"
    (folder / "savings.yaml").write_text(savings + exempt, encoding="utf-8")
    out = tmp_path / "out"
    assert run(str(folder), "--authority", "ashby", "--as", "pdf", "--out", str(out)) == 0
    files = {path.name: text_of(path.read_bytes()) for path in out.rglob("*.pdf")}
    assert set(files) == {"ashby.pdf", "ashby-exempt-annex.pdf"}
    assert "exempt annex (not for publication)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--proposal", "early-years-leadershop"), "Did you mean 'early-years-leadership'?"),
        (("--authority", "tamside"), "Did you mean 'tameside'?"),
        (("--format", "tameside-executive-cabinett"), "--format: 'tameside-executive-cabinett'"),
    ],
)
def test_what_is_not_held_is_explained_and_nothing_is_written(
    given: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(SAMPLE, *given, "--out", str(tmp_path / "out"), *ON) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_unknown_edition_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(SAMPLE, "--as", "html,odt")
    assert stopped.value.code == 2
    assert "'odt' is no edition; write any of html,docx,pdf" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run(SAMPLE, "--out", str(tmp_path / "file" / "out"), *ON) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


def job(name: str, folder: Path, document: Any = None) -> Job:
    good = Document(title=name, sections=(Section("S", (Paragraph("words"),)),))
    return Job(name, folder / name, good if document is None else document)


BROKEN = Document(title="A", sections=(Section("S", (Table("T", ("A",), ((("a",), ("b",)),)),)),))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_paper_that_fails_says_why_and_the_others_are_written(
    processes: int, tmp_path: Path
) -> None:
    groups = [[job(f"{n}.{m}", tmp_path) for m in range(3)] for n in range(3)]
    groups[1][1] = job("broken", tmp_path, BROKEN)

    done = {each.name: each for each in write_all(groups, ("html", "docx", "pdf"), processes)}

    assert len(done) == 9
    failed = done.pop("broken")
    assert len(failed.failed) == 3
    assert failed.failed[2].startswith("pdf: a row of the table 'T' has 2 cells")
    assert all(len(each.files) == 3 and not each.failed for each in done.values())
    assert len(below(tmp_path)) == 24


class Fatal:
    """Ends the process that it is sent to, as the machine does when memory runs out."""

    def __reduce__(self) -> Any:
        return os._exit, (9,)


def test_a_process_that_is_ended_takes_no_other_paper_with_it(tmp_path: Path) -> None:
    groups = [[job(f"{n}.{m}", tmp_path) for m in range(2)] for n in range(4)]
    groups[1].append(job("fatal", tmp_path, Fatal()))

    done = list(write_all(groups, ("html",), 2))

    assert len({each.name for each in done}) == 9
    failed = [each for each in done if each.failed]
    assert failed == [
        Written(
            "fatal",
            (),
            ("the process that wrote it was ended from outside; is there memory enough?",),
        )
    ]
    assert len(below(tmp_path)) == 8
