"""Links between recommendations: one council's word, which binds the other to nothing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import ARCHIVE, ASHBY, BRAE, day, paper, programme
from test_resolutions import APPROVE, WRITTEN

from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.governance.resolutions.links import (
    CannotLinkError,
    as_linked,
    linked,
    links_of,
    others_to_link,
    unlinked,
)
from moothall.governance.resolutions.matters import Twins, twins_of

OURS, THEIRS = "paper-ashby-cabinet 1", "paper-brae-committee 1"


def rec(number: str = "1", text: str = APPROVE, **more: Any) -> Recommendation:
    return Recommendation(number=number, verb="approve", text=text, **more)


def held(
    ours: tuple[Recommendation, ...] = (rec(),), theirs: tuple[Recommendation, ...] = (rec(),)
) -> Programme:
    papers = (
        paper("ashby-cabinet", recommendations=ours, dated=day(WRITTEN), id="paper-ashby-cabinet"),
        paper(
            "brae-committee", recommendations=theirs, dated=day(WRITTEN), id="paper-brae-committee"
        ),
    )
    return programme(ARCHIVE, ASHBY, BRAE, *papers)


def twins(of: Programme) -> Twins:
    return twins_of(of, of.proposal("archive"))


def having(of: Programme, *changed: Paper) -> Programme:
    by_id = {each.id: each for each in changed}
    return replace(of, papers=tuple(by_id.get(each.id, each) for each in of.papers))


def matter(of: Programme, place: str) -> str:
    paper_id, _, number = place.partition(" ")
    (found,) = (p for p in of.papers if p.id == paper_id)
    return next(each.matter for each in found.recommendations if each.number == number)


def test_a_link_is_written_into_the_own_paper_alone() -> None:
    before = held()
    made = linked(twins(before), OURS, THEIRS)
    after = having(before, made)
    assert made.recommendations[0].linked_to == (THEIRS,)
    assert matter(after, OURS) == "approve-one-archivist-both"
    assert matter(after, THEIRS) == ""
    (link,) = links_of(twins(after))
    assert (link.by.authority, link.agreed) == ("ashby", False)
    assert link.words == "Ashby 1 with Brae 1: linked by Ashby"


def test_it_holds_for_whose_it_is_and_for_nobody_else() -> None:
    after = having(held(), linked(twins(held()), OURS, THEIRS))
    proposal = after.proposal("archive")
    ours = twins(as_linked(after, proposal, {"ashby"}))
    assert [each.authority for each in ours.matters[0].asked] == ["ashby", "brae"]
    assert as_linked(after, proposal, {"brae"}) is after
    assert as_linked(after, proposal, set()) is after


def test_the_other_council_takes_the_same_word() -> None:
    one = having(held(), linked(twins(held()), OURS, THEIRS))
    both = having(one, linked(twins(one), THEIRS, OURS))
    assert matter(both, OURS) == matter(both, THEIRS)
    assert all(each.agreed for each in links_of(twins(both)))


def test_an_own_word_is_given_to_a_counterpart_that_has_one() -> None:
    before = held(theirs=(rec(matter="conservator"),))
    assert linked(twins(before), OURS, THEIRS).recommendations[0].matter == "conservator"
    before = held(ours=(rec(matter="conservator"),))
    assert linked(twins(before), OURS, THEIRS).recommendations[0].matter == "conservator"


def test_a_new_word_is_none_that_another_matter_has() -> None:
    ours = (rec("1"), rec("2", "a leaflet", matter="approve-one-archivist-both"))
    made = linked(twins(held(ours=ours)), OURS, THEIRS)
    assert made.recommendations[0].matter == "approve-one-archivist-both-2"


@pytest.mark.parametrize(
    ("ours", "theirs", "own", "other", "words"),
    [
        ((rec(matter="a"),), (rec(matter="b"),), OURS, THEIRS, "Undo one of those links first"),
        ((rec(), rec("2")), (rec(),), OURS, "paper-ashby-cabinet 2", "Both are Ashby's own"),
        ((rec(),), (rec(),), OURS, "paper-brae-committee 7", "not stand in the latest papers"),
        ((rec(), rec()), (rec(),), OURS, THEIRS, "2 recommendations numbered “1”"),
        ((rec(), rec("2", matter="a")), (rec(matter="a"),), OURS, THEIRS, "Ashby 2 is linked"),
    ],
)
def test_what_cannot_be_linked_says_why_and_what_to_do(
    ours: tuple[Recommendation, ...],
    theirs: tuple[Recommendation, ...],
    own: str,
    other: str,
    words: str,
) -> None:
    with pytest.raises(CannotLinkError, match=words):
        linked(twins(held(ours, theirs)), own, other)


def test_linking_twice_is_linking_once() -> None:
    after = having(held(), linked(twins(held()), OURS, THEIRS))
    assert linked(twins(after), OURS, THEIRS) == after.papers[0]


@given(st.booleans(), st.booleans())
def test_undoing_a_link_is_as_if_it_had_not_been_made(back: bool, both: bool) -> None:
    before = held()
    after = having(before, linked(twins(before), OURS, THEIRS))
    if back:
        after = having(after, linked(twins(after), THEIRS, OURS))
    undone = having(after, unlinked(twins(after), OURS, THEIRS))
    assert undone.papers[0] == before.papers[0]
    assert undone.papers[1] == after.papers[1]
    if back and both:
        assert having(undone, unlinked(twins(undone), THEIRS, OURS)) == before


def test_a_word_that_was_written_by_hand_is_undone_the_same_way() -> None:
    by_hand = held((rec(matter="archivist"),), (rec(matter="archivist"),))
    undone = unlinked(twins(by_hand), OURS, THEIRS)
    assert undone.recommendations[0].matter == ""


def test_a_link_to_what_is_gone_is_no_link() -> None:
    gone = held(ours=(rec(matter="archivist", linked_to=("paper-brae-committee 9",)),))
    assert links_of(twins(gone)) == ()


def test_what_could_be_linked_is_the_other_councils_alone() -> None:
    side = twins(held((rec(), rec("2", "a leaflet")), (rec(), rec("2", "a survey"))))
    found = others_to_link(side, side.alone[0])
    assert [each.place for each in found] == [THEIRS, "paper-brae-committee 2"]


def test_a_suggestion_gives_its_reason() -> None:
    (offer,) = twins(held()).offers
    assert offer.reason.startswith("100% alike: both say “approve”, “one”, “archivist”")
    assert offer.reason.endswith(" and more")
