"""Whatever facts are exempt, nothing of them stands in a message: for many programmes and days."""

import dataclasses
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from cast import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import write
from moothall.basics.figures import Figure, read_figure
from moothall.case.case import make_case
from moothall.facts.fact import PROGRAMME, Exempt, Fact, reference_fields
from moothall.facts.programme import KINDS, Programme
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall_web.notifications.digest import chosen, words_of
from moothall_web.notifications.gathering import OfProgramme, sayable, without_what_is_exempt
from moothall_web.notifications.lines import Line, Reader
from moothall_web.notifications.of_programme import OF_A_PROGRAMME, Worked
from moothall_web.people.models import Person, Role
from moothall_web.people.queries import Capacity

SECRET, FIGURE = "Quillfeather", "77,177"
EXEMPT = Exempt(paragraph=3, public_interest=f"{SECRET} bargains still.")
_KEPT = {"id", "owner", "source", "known_on", "kind", "code", "format", "rule", "unit"}


@cache
def programmes() -> tuple[Programme, ...]:
    with TemporaryDirectory() as folder:
        return (
            read_programme(write(Path(folder) / "three-towns")),
            *(read_programme(sample) for sample in SAMPLES),
        )


def days(programme: Programme) -> list[date]:
    """Days on which something of a programme comes near."""
    return sorted({each.held_on for each in programme.meetings} | {date(2026, 6, 1)})


def made_secret(fact: Fact) -> Fact:
    """The fact, exempt, with a secret in every text and figure that can hold one."""
    pointing = {name for name, _ in reference_fields(type(fact))}
    for field in dataclasses.fields(fact):
        held = getattr(fact, field.name)
        if field.name in _KEPT | pointing:
            continue
        if type(held) is str:
            fact = _with(fact, field.name, f"{SECRET} {held}")
        elif isinstance(held, Figure):
            fact = _with(fact, field.name, read_figure(FIGURE))
        elif isinstance(held, tuple) and held and all(type(each) is str for each in held):
            fact = _with(fact, field.name, tuple(f"{SECRET} {each}" for each in held))
    return _with(fact, "exempt", EXEMPT)


def _with(fact: Fact, name: str, value: Any) -> Fact:
    try:
        return dataclasses.replace(fact, **{name: value})
    except ValueError:  # a text that must be one of some
        return fact


@st.composite
def with_secrets(draw: st.DrawFn) -> tuple[Programme, date]:
    """A programme some of whose facts are exempt and hold a secret, and a day."""
    programme = draw(st.sampled_from(programmes()))
    facts = list(programme.facts())
    share = draw(st.sampled_from([0.02, 0.2, 0.6]))
    seed = draw(st.randoms(use_true_random=False))
    secret = {(kind, fact.id) for kind, fact in facts if seed.random() < share}
    one = draw(st.sampled_from(facts))
    secret.add((one[0], one[1].id))
    changed = {
        kind: tuple(
            made_secret(fact) if (kind, fact.id) in secret else fact
            for fact in getattr(programme, kind)
        )
        for kind in KINDS
    }
    return dataclasses.replace(programme, **changed), draw(st.sampled_from(days(programme)))


def lines_of(programme: Programme, day: date) -> list[Line]:
    """All that somebody in every role of every council would be told."""
    law = read_law()
    held = tuple(
        Capacity(acting=1, authority=code, role=role)
        for code in (*programme.about.authorities, PROGRAMME)
        for role in Role
        if role is not Role.AUDITOR
    )
    reader = Reader(person=Person(username="x"), code=programme.about.id, held=held)
    whole = Worked(case=make_case(programme, law, day), today=day)
    kept = without_what_is_exempt(programme)
    open_ = Worked(case=make_case(kept, law, day), today=day)
    return sayable(whole, open_, reader)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(with_secrets())
def test_nothing_exempt_stands_in_any_message(held: tuple[Programme, date]):
    programme, day = held
    lines = lines_of(programme, day)
    of_it = OfProgramme(code=programme.about.id, name=programme.about.name, lines=tuple(lines))
    said = words_of(chosen([of_it], {line.key for line in lines}), day) if lines else None

    for line in lines:
        assert SECRET not in line.words
        assert FIGURE not in line.words
    if said is not None:
        whole = said.subject + said.text + said.html
        assert SECRET not in whole
        assert FIGURE not in whole


def test_the_secret_would_be_seen_if_it_were_not_taken_out():
    """The test above is worth something: what is worked out from all facts holds the secret."""
    programme = programmes()[0]
    changed = dataclasses.replace(
        programme, proposals=tuple(made_secret(each) for each in programme.proposals)
    )
    day = days(programme)[0]
    law = read_law()
    reader = Reader(
        person=Person(username="x"),
        code=programme.about.id,
        held=(Capacity(acting=1, authority="ashby", role=Role.MONITORING_OFFICER),),
    )
    whole = Worked(case=make_case(changed, law, day), today=day)
    found = [line.words for make in OF_A_PROGRAMME for line in make(whole, reader)]

    assert any(SECRET in words for words in found)
    assert all(line.is_hidden or SECRET not in line.words for line in lines_of(changed, day))
    assert any(line.is_hidden for line in lines_of(changed, day))


def test_prose_that_draws_an_exempt_figure_in_is_not_spoken_of():
    programme = next(each for each in programmes() if each.about.id == "stockport-tameside")
    passage = dataclasses.replace(
        programme.passages[0], text=f"It is [[savings/x.amount|{FIGURE}]]."
    )
    risk = dataclasses.replace(programme.risks[0], exempt=EXEMPT)
    changed = dataclasses.replace(programme, passages=(passage,), risks=(risk,))

    assert without_what_is_exempt(programme) is programme
    assert without_what_is_exempt(changed).passages == ()


@pytest.mark.parametrize("number", [1, 2])
def test_a_finding_that_only_counts_another_day_is_not_new(number: int):
    programme = next(each for each in programmes() if each.about.id == "stockport-tameside")
    first = {line.key for line in lines_of(programme, date(2022, 6, 8))}
    later = lines_of(programme, date(2022, 6, 8 + number))

    assert first
    assert not [
        line.words for line in later if line.kind.name == "finding" and line.key not in first
    ]
