"""`moothall calendar read`, as somebody types it."""

import argparse
import json
from pathlib import Path

import pytest
from calendars_made import ical

from moothall.cli.calendar_command import add_calendar, run_calendar

TEXT = ical(
    "UID:1\nDTSTART:20260720T170000Z\nSUMMARY:Ashby Executive\nLOCATION:Town Hall",
    "UID:2\nDTSTART:20260722T170000Z\nSTATUS:CANCELLED\nSUMMARY:Planning Committee",
    "UID:3\nDTSTART:20260723\n",
)


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "ashby.ics"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_calendar(parser.add_subparsers(dest="command"))
    return run_calendar(parser.parse_args(["calendar", "read", *arguments]))


def test_meetings_are_printed_body_by_body(
    calendar: Path, three_towns: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(str(calendar), "--since", "2026-07-01", "--programme", str(three_towns)) == 0

    told = capsys.readouterr().out
    assert "ashby.ics: iCalendar, 2 meetings from Wed 1 Jul 2026" in told
    assert "Ashby Executive = ashby-decides\n  Mon 20 Jul 2026, 18:00, Town Hall\n" in told
    assert "Planning Committee\n  Wed 22 Jul 2026, 18:00, CANCELLED\n" in told
    assert "Which body is meant is not known for:\n  Planning Committee\n" in told
    assert "ashby.ics:16: has no title." in told


def test_json_holds_the_same(calendar: Path, three_towns: Path, capsys: pytest.CaptureFixture[str]):
    assert (
        run(str(calendar), "--since", "2026-07-01", "--programme", str(three_towns), "--json") == 0
    )

    told = json.loads(capsys.readouterr().out)
    assert told["meetings"][0] == {
        "body_name": "Ashby Executive",
        "body": "ashby-decides",
        "held_on": "2026-07-20",
        "weekday": "Monday",
        "starts_at": "18:00",
        "kind": "ordinary",
        "place": "Town Hall",
        "status": "confirmed",
        "reference": "1",
        "place_in_file": "line 4",
    }
    assert told["unknown_bodies"] == ["Planning Committee"]
    assert told["problems"][0]["line"] == 16


def test_days_are_bounded(calendar: Path, capsys: pytest.CaptureFixture[str]):
    assert run(str(calendar), "--since", "2026-07-21", "--until", "2026-07-23", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert [each["held_on"] for each in told["meetings"]] == ["2026-07-22"]
    assert told["left_out"] == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "is empty"), (b"<a>", "is no XML"), (b"x" * 11_000_000, "larger than 10 MB")],
)
def test_what_is_no_calendar_is_exit_2_with_the_cause(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
):
    path = tmp_path / "some.ics"
    path.write_bytes(content)

    assert run(str(path)) == 2
    assert told in capsys.readouterr().err


def test_a_missing_file_or_an_impossible_span_is_exit_2(
    calendar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(str(tmp_path / "none.ics")) == 2
    assert run(str(calendar), "--since", "2026-07-01", "--until", "2026-07-01") == 2

    told = capsys.readouterr().err
    assert "No such file" in told
    assert "give a later --until" in told
