"""What has been kept for too long: counted for each council, asked where nobody has said."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from moothall_web.records.actions import Entry, erase, record
from moothall_web.records.verify import verify
from moothall_web.retention.due import Due, UnreadableRulesError, due, own_days, rules, told

pytestmark = pytest.mark.django_db


def words(found: list[Due], council: str) -> Due:
    return next(
        each for each in found if (each.rule.id, each.council) == ("recorded-words", council)
    )


def test_a_council_that_has_not_said_is_asked_and_nothing_is_guessed(three_towns_loaded: None):
    found = list(due(timezone.now(), {}))

    assert words(found, "ashby").number is None
    lines = list(told(iter(found)))
    assert any(line.startswith("QUESTION  Ashby: for how many days") for line in lines)


def test_only_what_is_older_than_the_councils_own_days_is_due(three_towns_loaded: None):
    event = record(Entry(verb="said", summary="words", owner="ashby", for_whom="ashby"))
    own = {"ashby": {"recorded-words": 365}}
    now = timezone.now()

    assert words(list(due(now, own)), "ashby").number == 0
    later = words(list(due(now + timedelta(days=366), own)), "ashby")
    assert later.number
    assert words(list(due(now + timedelta(days=366), own)), "brae").number is None

    erase([event.number], who=None, role="", why="its time was over")
    after = words(list(due(now + timedelta(days=366), own)), "ashby")
    assert after.number == later.number - 1, "that it was erased is no words to be erased"
    assert verify().broken_at is None


def test_every_rule_says_what_why_and_how_it_ends():
    for rule in rules().values():
        assert rule.what
        assert rule.ground
        assert rule.ends


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("ashby:\n  recorded-wrods: 30\n", "Did you mean 'recorded-words'?"),
        ("ashby:\n  recorded-words: soon\n", "write a whole number of days"),
        ("ashby:\n  recorded-words: true\n", "write a whole number of days"),
        ("ashby: 30\n", "has no rules below it"),
        ("- ashby\n", "begin each council with its code"),
        ("ashby: [\n", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_what_would_do(
    text: str, cure: str, tmp_path: Path
):
    file = tmp_path / "retention.yaml"
    file.write_text(text, "utf-8")

    with pytest.raises(UnreadableRulesError, match=r".") as refused:
        own_days(file)

    assert cure in str(refused.value)
