"""Every problem at once, with file and line and what would cure it; never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.texts import read_text


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(UnreadableError) as raised:
        read_programme(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in raised.value.problems]


def edit(path: Path, old: str, new: str) -> int:
    """Replace in a file; returns the line on which the change stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.checklist("R6")
def test_every_problem_is_told_at_once_with_its_place_and_cure(three_towns: Path) -> None:
    (three_towns / "documents.yaml").rename(three_towns / "documents.yaml.old")
    assert "documents.yaml:1: is missing. Every programme folder has a documents.yaml." in (
        problems_of(three_towns)
    )
    (three_towns / "documents.yaml.old").rename(three_towns / "documents.yaml")
    misspelt = edit(three_towns / "proposals.yaml", "summary:", "summery:")
    shares = edit(three_towns / "posts.yaml", "percent: '33'", "percent: '32'")
    no_date = edit(three_towns / "meetings.yaml", "2026-06-17", "2026-06-31")
    twice = edit(three_towns / "bodies.yaml", "id: brae-decides", "id: ashby-decides")
    vague = edit(three_towns / "milestones.csv", "June 2026", "whenever")
    unknown = edit(three_towns / "programme.yaml", "- brae", "- braee")
    (three_towns / "risks.yaml").write_bytes(b"# ok\n- id: caf\xe9\n")

    told = problems_of(three_towns)

    def says(place: str, *words: str) -> bool:
        return any(line.startswith(place) and all(w in line for w in words) for line in told)

    assert says(f"proposals.yaml:{misspelt}:", "'summery' is no key", "Did you mean 'summary'?")
    assert says("proposals.yaml:1:", "'summary' is missing")
    assert says("posts.yaml:", "the shares sum to 99 per cent, not 100"), shares
    assert says(f"meetings.yaml:{no_date}:", "'2026-06-31' is no date", "Write it as 2022-06-28")
    assert says(f"bodies.yaml:{twice}:", "two facts have the id 'ashby-decides'", "bodies.yaml:1")
    assert says(f"milestones.csv:{vague}:", "'whenever' is no date", "Spring 2022")
    assert says(f"programme.yaml:{unknown}:", "'braee' is no authority", "Did you mean 'brae'?")
    assert says("risks.yaml:2:", "is not UTF-8: byte 0xe9", "Save the file as UTF-8")


def test_an_id_that_points_nowhere_is_named_with_the_nearest(three_towns: Path) -> None:
    edit(three_towns / "steps.yaml", "body: ashby-decides", "body: ashby-decide")
    (told,) = problems_of(three_towns)
    assert told.startswith("steps.yaml:1: ashby-decision: body names 'ashby-decide'")
    assert told.endswith("Did you mean 'ashby-decides'?")


def test_one_broken_entry_does_not_make_those_that_point_at_it_look_wrong(
    three_towns: Path,
) -> None:
    edit(three_towns / "bodies.yaml", "power: decides", "power: decide")
    (told,) = problems_of(three_towns)
    assert "'decide' is not one of the choices. Did you mean 'decides'?" in told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("risk.yaml", "[]", "risk.yaml:1: is no file of a programme folder. Did you mean"),
        ("risks.yaml", "- id: [", "is not YAML"),
        ("risks.yaml", "id: x", "is no list"),
        ("risks.yaml", "- just words", "is no mapping"),
        ("risks.yaml", "- {id: a, id: b}", "'id' stands here twice"),
        ("risks.yaml", "- &a {id: a}\n- *a", "uses an anchor twice"),
        ("risks.yaml", "- id: [a, b]", "id: a list stands where one text belongs"),
        ("risks.yaml", "[" * 200_000, "risks.yaml:1: is nested more than 20 levels deep"),
        ("risks.yaml", "- " * 200_000, "risks.yaml:1: is nested more than 20 levels deep"),
        ("risks.yaml", "- id: a\x00b", "holds a character that YAML does not allow"),
        ("risks.yaml", "[]\n---\n[]", "risks.yaml:2: begins a second document"),
        ("context_figures.csv", "id,source\na,ashby 1,extra", "has 3 cells where the head has 2"),
        ("context_figures.csv", 'id,source\n"a', "is not CSV"),
        ("context_figures.csv", '"', "is not CSV"),
        ("context_figures.csv", "id,id\na,b", "names a column twice"),
        ("package_counts.yaml", "- {id: x, source: ashby 1, stated: many}", "no whole number"),
        ("risks.yaml", "- {id: a, source: nowhere 1}", "'nowhere' is no document"),
        ("risks.yaml", "- {id: a, source: ashby}", "'ashby' names no paragraph"),
        ("risks.yaml", "- {id: a, source: ashby 1, owner: dunlin}", "'title' is missing"),
    ],
)
def test_a_spoilt_file_is_named_and_nothing_is_read(
    three_towns: Path, name: str, content: str, told: str
) -> None:
    (three_towns / name).write_text(content, encoding="utf-8")
    assert any(told in line for line in problems_of(three_towns))


def test_an_owner_outside_the_programme_is_refused(three_towns: Path) -> None:
    edit(three_towns / "proposals.yaml", "owner: programme", "owner: dunlin")
    assert "the owner 'dunlin' is no authority of this programme" in problems_of(three_towns)[0]


def test_a_council_rule_that_nobody_knows_is_refused(three_towns: Path) -> None:
    edit(three_towns / "authorities" / "ashby.yaml", "rule: call_in_days", "rule: calling_in")
    assert "'calling_in' is no rule of a council" in problems_of(three_towns)[0]


def test_a_format_that_asks_for_nothing_known_is_refused(three_towns: Path) -> None:
    edit(three_towns / "formats" / "ashby-report.yaml", "- route_table", "- rout_table")
    (told,) = problems_of(three_towns)
    assert "Did you mean 'route_table'?" in told


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "is no folder" in str(UnreadableError(_problems(tmp_path / "nowhere")))


def _problems(folder: Path) -> list[object]:
    with pytest.raises(UnreadableError) as raised:
        read_programme(folder)
    return list(raised.value.problems)


def test_the_command_prints_the_problems_and_exits_with_2(three_towns: Path) -> None:
    edit(three_towns / "proposals.yaml", "summary:", "summery:")
    run = subprocess.run(
        [sys.executable, "-m", "moothall.cli", "case", str(three_towns), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert "Did you mean 'summary'?" in run.stderr
    assert "Traceback" not in run.stderr


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name in ("any.yaml", "any.csv"):
        (folder / name).write_bytes(content)
        read_text(folder / name, name)


@given(
    st.recursive(
        st.none() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "source", "title", "actions"]), inner)
        ),
        max_leaves=8,
    )
)
def test_no_content_makes_the_shapes_raise(content: object) -> None:
    from moothall.facts.assurance import Risk
    from moothall.files.shapes import shape
    from moothall.files.texts import Text

    text = Text(file="any.yaml", content=content)
    assert shape(text, content, Risk) is not None or text.problems
