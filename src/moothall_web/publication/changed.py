"""What changed for the public between two editions of one council."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall_web.publication.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that is said otherwise; `was` is empty where it is new, `now` where it is gone."""

    about: str
    was: str
    now: str


def changed(before: Said, now: Said) -> tuple[Changed, ...]:
    """Every difference, in the order in which the page says things."""
    old, new = dict(_told(before)), dict(_told(now))
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(
        Changed(about=key[0], was=old.get(key, ""), now=new.get(key, ""))
        for key in keys
        if old.get(key) != new.get(key)
    )


def _told(each: Said) -> Iterator[tuple[tuple[str, str], str]]:
    yield ("The proposal", "name"), each.proposal
    yield ("What it is", "summary"), each.summary
    yield ("How far it is", "stage"), each.stage
    for about, lines in (
        ("What it covers", each.within),
        ("What it leaves out", each.outside),
        ("Why", each.why),
        ("What it is to bring", each.gains),
        ("Money", each.money),
    ):
        for line in lines:
            yield (about, line.key), f"{line.label}: {line.text}" if line.label else line.text
    for stop in each.stops:
        when = "cancelled" if stop.cancelled else _day(stop.on) or stop.written or "no day known"
        yield ("Days", stop.key), f"{stop.name}{f', {stop.body}' if stop.body else ''}: {when}"
    for done in each.decided:
        told = f"{done.body}, {in_words(done.on)}, {done.outcome}: {done.text}"
        effect = f" It has effect from {_day(done.effective_on)}." if done.effective_on else ""
        yield ("Decisions", done.key), told + effect
    for say in each.says:
        when = f"{_day(say.opens_on)} to {_day(say.closes_on)}" if say.closes_on else say.written
        yield ("How to have a say", say.key), f"{say.name}{f': {when}' if when else ''}"
    for asked in each.asked:
        answer = f" Answer: {asked.reply}" if asked.reply else ""
        yield ("Questions", asked.key), f"{asked.text}{answer}"


def _day(day: date | None) -> str:
    return in_words(day) if day else ""
