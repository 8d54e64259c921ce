"""The charts of savings: the waterfall from limit to limit, and the phasing year by year.

The invented towns' figures are synthetic; document 003's are as it prints them.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from drawings import NEUTRAL, PALETTE, SVG, labels_of, rect_box, text_box
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from finance.money_towns import NEXT_YEAR, made_up_of, phased, saving, towns
from moothall.facts.programme import Programme
from moothall.finance.savings_plan import SavingLine, savings_plan_of
from moothall.render.phasing import phasing_svg, phasing_table
from moothall.render.waterfall import (
    StepKind,
    Waterfall,
    waterfall_of,
    waterfall_svg,
    waterfall_table,
)


def lines_of(*savings: Any) -> list[SavingLine]:
    programme = towns(savings=savings)
    return list(savings_plan_of(programme, programme.proposals[0]).lines)


@pytest.fixture
def printed(stockport_tameside: Programme) -> list[SavingLine]:
    """The saving of document 003, 3.5."""
    proposal = stockport_tameside.proposal("children-and-education-services")
    return list(savings_plan_of(stockport_tameside, proposal).lines)


def amounts(waterfall: Waterfall) -> list[tuple[StepKind, Decimal, Decimal]]:
    return [(step.kind, step.change, step.after) for step in waterfall.steps]


@pytest.mark.checklist("D11", "R5")
def test_the_waterfall_shows_600_to_find_and_not_458(printed: list[SavingLine]):
    found = amounts(waterfall_of("Children", printed))

    assert found == [
        (StepKind.LIMIT, 0, 7_319_000),
        (StepKind.RECURRENT, -320_000, 6_999_000),
        (StepKind.RECURRENT, -180_000, 6_819_000),
        (StepKind.ONE_OFF, -142_000, 6_677_000),
        (StepKind.LIMIT, 0, 6_677_000),
        (StepKind.FALLS_AWAY, 142_000, 6_819_000),
        (StepKind.NOT_SAID, -600_000, 6_219_000),
        (StepKind.LIMIT, 0, 6_219_000),
    ]


def test_what_no_year_reaches_and_a_wrong_revised_limit_are_steps_of_their_own():
    line = lines_of(saving(amount=200, phasing=phased((NEXT_YEAR, -150))))[0]
    wrong = replace(line, revised=line.revised + 5_000)

    kinds = [step.kind for step in waterfall_of("Archive", [wrong]).steps]
    differences = [
        step.change
        for step in waterfall_of("Archive", [wrong]).steps
        if step.kind is StepKind.DIFFERENCE
    ]

    assert kinds[-1] is StepKind.LIMIT
    assert differences == [-50_000, 5_000]
    assert waterfall_of("Archive", [wrong]).steps[-1].after == wrong.revised


@given(
    recurrent=st.integers(0, 400),
    one_off=st.integers(0, 400),
    later=st.integers(0, 900),
    full=st.integers(1, 900),
)
def test_every_waterfall_leads_from_limit_to_limit_without_a_gap(
    recurrent: int, one_off: int, later: int, full: int
):
    after = NEXT_YEAR.next
    lines = lines_of(
        saving(
            amount=full,
            phasing=phased((NEXT_YEAR, -(recurrent + one_off)), (after, -later)),
            breakdown=made_up_of(NEXT_YEAR, recurrent, one_off),
        ),
        saving("brae", amount=100),
    )
    for chosen in (lines[:1], lines):
        found = waterfall_of("Archive", chosen)
        stands = found.steps[0].after
        for step in found.steps[1:]:
            stands += step.change
            assert step.after == stands
        assert stands == sum(line.revised for line in chosen)


def test_what_is_not_said_is_not_told_as_nought():
    table = phasing_table("Archive", lines_of(saving())[0].years)
    told = [text for cell in table.rows[0] for text in cell]

    assert told.count("not said") == 2


def drawings(printed: list[SavingLine]) -> list[tuple[Any, Any]]:
    made = waterfall_of("Children & Education", printed)
    years = printed[0].years
    return [
        (waterfall_svg(made, "one"), waterfall_table(made)),
        (phasing_svg("Children & Education", years, "two"), phasing_table("Children", years)),
    ]


def bars_of(svg: Any) -> list[Any]:
    """The bars, without the ground and the key."""
    return [rect for rect in svg.iter(f"{SVG}rect") if rect.get("x") and rect.get("x") != "1"]


def test_a_drawing_can_be_read_without_colour_or_sight(printed: list[SavingLine]):
    for picture, table in drawings(printed):
        svg = etree.fromstring(picture.svg)
        assert svg.get("role") == "img"
        named, told = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert svg.get("aria-labelledby") == named.get("id")
        assert svg.get("aria-describedby") == told.get("id")
        assert "£600,000" in told.text
        assert "style" not in picture.svg
        assert {each.get("fill") for each in svg.iter() if each.get("fill")} <= PALETTE | NEUTRAL
        in_table = {text.lstrip("+-") for row in table.rows for cell in row for text in cell}
        figures = {label.lstrip("+-") for label in labels_of(svg) if "£" in label}
        assert figures <= in_table


def test_nothing_runs_out_of_the_drawing(printed: list[SavingLine]):
    for picture, _ in drawings(printed):
        svg = etree.fromstring(picture.svg)
        _, _, width, height = map(float, svg.get("viewBox").split())
        for text in svg.iter(f"{SVG}text"):
            if text.getparent().get("transform") is None:
                left, top, right, bottom = text_box(text)
                assert left >= 0
                assert right <= width
                assert top >= 0
                assert bottom <= height
        for left, _, right, _ in map(rect_box, bars_of(svg)):
            assert left >= 0
            assert right <= width


def test_a_limit_that_falls_below_nought_stays_on_the_drawing():
    lines = lines_of(saving(amount=900, limit=500, phasing=phased((NEXT_YEAR, -900))))
    svg = etree.fromstring(waterfall_svg(waterfall_of("Archive", lines), "x").svg)

    nought = float(svg.find(f"{SVG}line").get("x1"))
    boxes = [rect_box(rect) for rect in bars_of(svg)]
    assert all(left >= 0 and right <= 720 for left, _, right, _ in boxes)
    assert boxes[0][0] == nought
    assert boxes[-1][2] == nought, "the revised limit is less than nothing"
