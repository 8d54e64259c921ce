"""A programme written as its folder: read, it gives equal facts; written again, the same bytes."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from any_programme import (
    FIGURES,
    TROUBLE,
    WRITTEN_DATES,
    YEARS,
    citations,
    programmes,
    programmes_with,
)
from moothall.basics.citations import Citation, read_citation
from moothall.basics.dates import WrittenDate, read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.facts.posts import Share
from moothall.facts.programme import KINDS, Programme
from moothall.files.emitter import yaml_text
from moothall.files.new_folders import UnwritableError
from moothall.files.programme_folder import fact_type, read_programme
from moothall.files.programme_texts import programme_texts, write_programme
from moothall.files.shapes import from_plain, plain
from moothall.files.texts import read_text

# A whole programme takes minutes to shrink; what failed is told by the error.
ANY = settings(deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
FEW = settings.default.max_examples // 4


def written(programme: Programme, folder: Path) -> dict[str, bytes]:
    """Write the programme and return the bytes of every file."""
    write_programme(programme, folder)
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def assert_comes_back(programme: Programme) -> None:
    with TemporaryDirectory() as place:
        first, second = Path(place) / "first", Path(place) / "second"
        once = written(programme, first)
        again = read_programme(first)
        assert again == programme
        assert written(again, second) == once


def test_both_samples_come_back_as_equal_facts_and_the_same_bytes(
    stockport_tameside: Programme, cambridgeshire_peterborough: Programme
) -> None:
    assert_comes_back(stockport_tameside)
    assert_comes_back(cambridgeshire_peterborough)


def test_the_invented_councils_bring_their_own_rules_and_formats(three_towns: Path) -> None:
    programme = read_programme(three_towns)

    assert_comes_back(programme)
    assert {"authorities/combe.yaml", "formats/brae-report.yaml"} <= set(programme_texts(programme))


@settings(ANY, max_examples=FEW)
@given(programmes())
def test_any_programme_comes_back(programme: Programme) -> None:
    assert_comes_back(programme)


@pytest.mark.parametrize("kinds", [KINDS[n::8] for n in range(8)], ids=" ".join)
@settings(ANY, max_examples=max(FEW // 8, 1))
@given(data=st.data())
def test_facts_of_every_kind_come_back(kinds: tuple[str, ...], data: st.DataObject) -> None:
    assert_comes_back(data.draw(programmes_with(kinds)))


@settings(ANY, max_examples=FEW)
@given(programmes())
def test_any_fact_comes_back_from_the_database_too(programme: Programme) -> None:
    for kind, fact in programme.facts():
        stored = json.loads(json.dumps(plain(fact)))
        assert from_plain(stored, fact_type(kind), "database") == fact


@pytest.mark.parametrize("text", TROUBLE)
def test_every_text_that_was_ever_lost_comes_back_whole(text: str, tmp_path: Path) -> None:
    content = {"a": text, "list": [text, {"b": text}], "last": "end"}
    path = tmp_path / "a.yaml"
    path.write_bytes(yaml_text(content).encode())

    again = read_text(path, "a.yaml")

    assert again.problems == []
    assert again.content == content
    assert yaml.safe_load(path.read_bytes()) == content, "and other readers of YAML agree"


@settings(ANY)
@given(FIGURES | WRITTEN_DATES | YEARS | citations())
def test_what_was_read_is_printed_so_that_it_is_read_again(value: object) -> None:
    read = {
        Figure: read_figure,
        WrittenDate: read_written_date,
        FinancialYear: read_financial_year,
        Citation: read_citation,
    }[type(value)]

    assert read(str(value)) == value
    assert str(read(str(value))) == str(value)


def test_years_before_the_year_1000_are_printed_with_four_digits() -> None:
    assert str(read_financial_year("0999/00")) == "0999/00"


def test_a_share_as_small_as_a_figure_can_be_is_printed_without_an_exponent() -> None:
    shares = {"authority": "ashby", "percent": "0.00000001"}

    share = from_plain(shares, Share, "here")

    assert plain(share)["percent"] == "0.00000001"
    assert from_plain(plain(share), Share, "here") == share


def test_the_files_are_written_for_people(three_towns: Path) -> None:
    edit(three_towns / "posts.yaml", "Shared archivist", "|\n    Shared\n    archivist: one")
    edit(three_towns / "bodies.yaml", "name: Ashby Executive", "name: Ashby's executive")
    texts = programme_texts(read_programme(three_towns))

    assert texts["bodies.yaml"].startswith(
        "- id: ashby-decides\n  source: ashby 1\n  name: Ashby's executive\n  kind: executive\n"
    ), "no owner, no day, nothing at its default"
    assert "  title: |\n    Shared\n    archivist: one\n" in texts["posts.yaml"]
    assert "  owner: programme\n" in texts["posts.yaml"], "it is not the document's"
    assert "  review_on: '2027-06-30'\n" in texts["posts.yaml"], "a date as written is a text"
    assert "  fixed_term: yes\n" in texts["posts.yaml"]
    assert "  known_on: 2026-01-05\n" in texts["documents.yaml"]
    assert "full_year_saving: (200)\n" in texts["savings.yaml"]


def test_comments_in_the_files_are_not_kept(three_towns: Path, tmp_path: Path) -> None:
    bodies = three_towns / "bodies.yaml"
    bodies.write_text(f"# Ask the clerk.\n{bodies.read_text('utf-8')}", "utf-8")

    assert all(
        b"clerk" not in each
        for each in written(read_programme(three_towns), tmp_path / "a").values()
    )


def test_a_folder_that_holds_something_is_left_alone(three_towns: Path) -> None:
    before = contents(three_towns)

    with pytest.raises(UnwritableError, match="is not empty"):
        write_programme(read_programme(three_towns), three_towns)

    assert contents(three_towns) == before


def test_an_empty_folder_is_filled(three_towns: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    write_programme(read_programme(three_towns), tmp_path / "empty")

    assert (tmp_path / "empty" / "programme.yaml").is_file()


def test_replacing_takes_the_place_of_the_facts_and_keeps_the_rest(
    three_towns: Path, tmp_path: Path
) -> None:
    programme = read_programme(three_towns)
    (three_towns / "README.md").write_text("ours", "utf-8")
    (three_towns / ".git").mkdir()
    (three_towns / ".git" / "HEAD").write_text("ref", "utf-8")
    fewer = replace(programme, milestones=())

    write_programme(fewer, three_towns, replacing=True)

    assert read_programme(three_towns) == fewer
    assert not (three_towns / "milestones.csv").exists()
    assert (three_towns / "README.md").read_text("utf-8") == "ours"
    assert (three_towns / ".git" / "HEAD").read_text("utf-8") == "ref"
    assert [path.name for path in tmp_path.iterdir()] == ["three-towns"], "nothing lies about"


def test_only_a_folder_of_the_same_programme_is_replaced(
    three_towns: Path, tmp_path: Path, stockport_tameside: Programme
) -> None:
    before = contents(three_towns)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"a")

    for folder in (three_towns, tmp_path / "photos"):
        with pytest.raises(UnwritableError, match="does not hold the programme"):
            write_programme(stockport_tameside, folder, replacing=True)

    assert contents(three_towns) == before
    assert contents(tmp_path / "photos") == {"a.jpg": b"a"}


@pytest.mark.parametrize("name", ["../elsewhere", "a/b", ".hidden", "", "nul\0"])
def test_a_code_that_would_lead_to_another_folder_is_refused(
    name: str, three_towns: Path, tmp_path: Path
) -> None:
    programme = read_programme(three_towns)
    first, *others = programme.authorities
    spoilt = replace(programme, authorities=(replace(first, code=name), *others))

    with pytest.raises(UnwritableError, match="cannot be the name of a file"):
        write_programme(spoilt, tmp_path / "new")

    assert [path.name for path in tmp_path.iterdir()] == ["three-towns"]


def test_what_could_not_be_loaded_again_is_not_written(three_towns: Path, tmp_path: Path) -> None:
    programme = read_programme(three_towns)
    post = programme.posts[0]
    half = replace(programme, posts=(replace(post, title="half a sign: \ud83d"),))
    loose = replace(programme, meetings=())
    stray = replace(programme, posts=(replace(post, owner="dunmere"),))

    for spoilt, words in (
        (half, "posts.yaml:5: is not YAML"),
        (loose, "meetings"),
        (stray, "dunmere"),
    ):
        with pytest.raises(UnwritableError, match=words):
            write_programme(spoilt, tmp_path / "new")

    assert [path.name for path in tmp_path.iterdir()] == ["three-towns"]


def test_a_file_where_the_folder_should_be_is_said(three_towns: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")

    for folder in (tmp_path / "taken", tmp_path / "taken" / "inside"):
        with pytest.raises(UnwritableError, match="is a file or lies in one"):
            write_programme(read_programme(three_towns), folder)


def test_ids_with_a_stroke_in_them_are_not_taken_for_twins(three_towns: Path) -> None:
    programme = read_programme(three_towns)
    first, second, *others = programme.milestones[:2]
    named = (replace(first, id="b"), replace(second, id="a/b"), *others)

    assert_comes_back(replace(programme, milestones=named))
