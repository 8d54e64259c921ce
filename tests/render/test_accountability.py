"""Who answers to whom in a programme, from the facts alone, and the table that says it."""

from dataclasses import replace

import pytest
from any_bodies import body, programme, programmes
from hypothesis import given

from moothall.facts.bodies import BodyKind, Power
from moothall.facts.programme import Programme
from moothall.programme.accountability import TIERS, accountability_of
from moothall.programme.accountability_table import accountability_table

THREE = ("ashby", "brindley", "coldbrook")


@pytest.mark.checklist("A01", "A02", "A03", "A07")
def test_each_council_has_its_side_and_the_programme_stands_between(
    stockport_tameside: Programme,
) -> None:
    found = accountability_of(stockport_tameside)
    assert [side.name for side in found.sides] == ["Stockport", "The programme", "Tameside"]
    stockport, shared, tameside = found.sides
    assert stockport.deciding[0].body.name == "Cabinet"
    assert [each.body.name for each in tameside.deciding] == ["Executive Cabinet"]
    assert not shared.deciding
    board = next(each for each in shared.bodies if "programme board" in each.body.name)
    assert board.body.power is Power.ADVISES
    names = {each.number: each.body.name for each in found.bodies}
    assert [names[number] for number in board.reports_to] == [
        "Children and Families Scrutiny Committee",
        "CRMG Scrutiny Committee",
        "CLT",
        "Stockport Family Partnership Board",
        "Executive Cabinet",
    ]


@pytest.mark.checklist("A05")
def test_an_informal_board_says_that_it_is_informal(
    cambridgeshire_peterborough: Programme,
) -> None:
    found = accountability_of(cambridgeshire_peterborough)
    board = next(each for each in found.shared.bodies if "programme board" in each.body.name)
    assert board.kind == "Programme board, informal"
    row = next(r for r in accountability_table(found).rows if r[0] == (str(board.number),))
    assert row[3] == ("Signs off", "Programme board, informal")
    assert row[4] == ("1 Children & Young People's Committee",)


@pytest.mark.checklist("A23")
def test_the_offices_that_lead_stand_with_their_council(stockport_tameside: Programme) -> None:
    stockport = accountability_of(stockport_tameside).councils[0]
    assert stockport.leads == (
        "Cabinet Member for Children, Family Services and Education",
        "Director of Children's Services",
    )


def test_bodies_go_from_deciding_to_consulted_and_the_lead_goes_first() -> None:
    found = accountability_of(
        programme(
            ("ashby",),
            body("forum", authority="ashby", power=Power.IS_CONSULTED),
            body("second", authority="ashby", power=Power.SCRUTINISES),
            body("first", authority="ashby", power=Power.SCRUTINISES, lead=True),
            body("cabinet", authority="ashby", power=Power.DECIDES),
        )
    )
    assert [each.body.id for each in found.bodies] == ["cabinet", "first", "second", "forum"]
    assert [each.number for each in found.bodies] == [1, 2, 3, 4]


def test_who_is_reported_to_stands_above_who_reports() -> None:
    found = accountability_of(
        programme(
            (),
            body("team", reports_to=("group",)),
            body("group", reports_to=("board",)),
            body("board"),
        )
    )
    assert [each.body.id for each in found.bodies] == ["board", "group", "team"]


def test_a_body_not_on_record_is_named_and_not_numbered() -> None:
    found = accountability_of(programme((), body("team", reports_to=("team", "gone"))))
    (team,) = found.bodies
    assert team.reports == "itself, gone (not on record)"
    assert accountability_table(found).rows[0][4] == ("itself", "gone (not on record)")


def test_a_council_that_is_no_party_keeps_its_bodies() -> None:
    found = accountability_of(programme(("ashby",), body("cabinet", authority="elsewhere")))
    assert [side.name for side in found.councils] == ["Ashby", "elsewhere"]


def test_a_body_whose_kind_nobody_named_has_no_kind_made_up() -> None:
    (team,) = accountability_of(programme((), body("team", kind=BodyKind.OTHER))).bodies
    assert team.kind == ""


@given(programmes())
def test_every_body_has_one_number_one_side_and_one_row(any_programme: Programme) -> None:
    found = accountability_of(any_programme)
    assert [each.number for each in found.bodies] == list(range(1, len(any_programme.bodies) + 1))
    assert {each.body.id for each in found.bodies} == {each.id for each in any_programme.bodies}
    assert [row[0][0] for row in accountability_table(found).rows] == [
        str(each.number) for each in found.bodies
    ]
    for side in found.sides:
        tiers = [TIERS.index(each.body.power) for each in side.bodies]
        assert tiers == sorted(tiers)
        assert {each.body.authority or "" for each in side.bodies} <= {side.authority}


@given(programmes())
def test_the_order_of_other_facts_changes_nothing(any_programme: Programme) -> None:
    again = replace(any_programme, places={"bodies/b0": "bodies.yaml:1"})
    assert accountability_of(again) == accountability_of(any_programme)
