"""The governance of a programme as a drawing (document 000, figure 1)."""

import re
from itertools import combinations

import pytest
from any_bodies import body, programme, programmes
from drawings import NEUTRAL, PALETTE, SVG, Box, labels_of, overlap, rect_box, said, text_box
from hypothesis import given
from lxml import etree

from moothall.documents.document import Table
from moothall.facts.bodies import BodyKind, Power
from moothall.facts.programme import Programme
from moothall.programme.accountability import Accountability, accountability_of
from moothall.programme.accountability_table import accountability_table
from moothall.render.governance_diagram import governance_svg

TWO = ("ashby", "brindley")


def drawn(found: Accountability) -> etree._Element:
    return etree.fromstring(governance_svg(found).svg)


def outline_of(group: etree._Element) -> Box:
    """The box that an outline fills."""
    shape = next(iter(group))
    if shape.tag == f"{SVG}rect":
        return rect_box(shape)
    numbers = [float(number) for number in re.findall(r"[-\d.]+", shape.get("points"))]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def boxes_of(svg: etree._Element) -> dict[int, Box]:
    return {
        int(group.get("data-body")): outline_of(group)
        for group in svg.iter(f"{SVG}g")
        if group.get("data-body")
    }


def lines_of(svg: etree._Element, attribute: str) -> list[tuple[str, etree._Element]]:
    return [(g.get(attribute), g) for g in svg.iter(f"{SVG}g") if g.get(attribute) is not None]


def heads_of(group: etree._Element) -> list[tuple[float, float]]:
    """The tips of the arrows."""
    tips = []
    for head in group.iter(f"{SVG}polygon"):
        x, y = head.get("points").split()[0].split(",")
        tips.append((float(x), float(y)))
    return tips


def words_of(table: Table) -> str:
    return " ".join(text for row in table.rows for cell in row for text in cell)


@pytest.mark.checklist("A25")
def test_figure_1_is_drawn_from_the_facts(stockport_tameside: Programme) -> None:
    found = accountability_of(stockport_tameside)
    svg = drawn(found)
    boxes = boxes_of(svg)
    numbers = {each.body.name: each.number for each in found.bodies}
    board = boxes[numbers["Shared services programme board"]]
    # A council on either side, the programme between, and decisions above advice.
    assert boxes[numbers["Cabinet"]][2] < board[0]
    assert board[2] < boxes[numbers["Executive Cabinet"]][0]
    assert boxes[numbers["Cabinet"]][3] < board[1]
    assert {council for council, _ in lines_of(svg, "data-decisions")} == {"stockport", "tameside"}
    reached = {
        number
        for source, group in lines_of(svg, "data-reports")
        if int(source) == numbers["Shared services programme board"]
        for tip in heads_of(group)
        for number, box in boxes.items()
        if _touches(tip, box)
    }
    names = {number: name for name, number in numbers.items()}
    assert {names[number] for number in reached} == {
        "Children and Families Scrutiny Committee",
        "CRMG Scrutiny Committee",
        "CLT",
        "Stockport Family Partnership Board",
        "Executive Cabinet",
    }


@pytest.mark.checklist("A25")
def test_the_second_sample_is_drawn_too(cambridgeshire_peterborough: Programme) -> None:
    svg = drawn(accountability_of(cambridgeshire_peterborough))
    assert len(boxes_of(svg)) == len(cambridgeshire_peterborough.bodies)


def test_the_drawing_is_an_image_with_a_name_and_a_description(
    stockport_tameside: Programme,
) -> None:
    picture = governance_svg(accountability_of(stockport_tameside))
    svg = etree.fromstring(picture.svg)
    assert svg.get("role") == "img"
    title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == described.get("id")
    assert (title.text, described.text) == (picture.title, picture.description)
    assert picture.description.startswith(
        "In Stockport Cabinet and Director of Children's Services (officer delegation) decide; in "
        "Tameside Executive Cabinet decides. No body of the programme decides."
    )


def test_a_council_in_which_nobody_decides_is_said_and_has_no_line() -> None:
    found = accountability_of(
        programme(TWO, body("cabinet", authority="ashby", power=Power.DECIDES), body("board"))
    )
    svg = drawn(found)
    assert [council for council, _ in lines_of(svg, "data-decisions")] == ["ashby"]
    assert "No deciding body is known" in labels_of(svg)
    assert "in Brindley no body that decides is on record" in governance_svg(found).description


@pytest.mark.checklist("A01")
def test_decisions_go_down_each_councils_own_outer_side() -> None:
    svg = drawn(
        accountability_of(
            programme(
                TWO,
                body("left", authority="ashby", power=Power.DECIDES),
                body("right", authority="brindley", power=Power.DECIDES),
                body("board", power=Power.MANAGES, reports_to=("left", "right")),
            )
        )
    )
    boxes = boxes_of(svg)
    down = {
        council: [float(line.get("x1")) for line in group.iter(f"{SVG}line")][-1]
        for council, group in lines_of(svg, "data-decisions")
    }
    assert down["ashby"] < boxes[1][0]
    assert down["brindley"] > boxes[3][2]


def test_powers_differ_in_outline_and_not_only_in_colour() -> None:
    bodies = [body(power.name, power=power, kind=BodyKind.COMMITTEE) for power in Power]
    svg = drawn(accountability_of(programme((), *bodies)))
    outlines = set()
    for _, group in lines_of(svg, "data-body"):
        shapes = [part for part in group if part.tag != f"{SVG}text"]
        first = shapes[0]
        outlines.add(
            (
                first.tag,
                float(first.get("rx", 0)) > 0,
                first.get("fill") == "#FFFFFF",
                tuple(part.tag for part in shapes[1:]),
            )
        )
    assert len(outlines) == len(Power)


def test_an_informal_body_is_dashed_and_says_so() -> None:
    bodies = (body("one", formal=False), body("two"))
    svg = drawn(accountability_of(programme((), *bodies)))
    informal, formal = (group for _, group in lines_of(svg, "data-body"))
    assert next(iter(informal)).get("stroke-dasharray")
    assert "Informal" in said(informal)
    assert next(iter(formal)).get("stroke-dasharray") is None
    assert "Dashed: informal" in labels_of(svg)


def test_only_a_formal_body_that_decides_is_filled() -> None:
    bodies = (
        body("one", power=Power.DECIDES),
        body("two", power=Power.DECIDES, formal=False),
        body("three", power=Power.SIGNS_OFF),
    )
    svg = drawn(accountability_of(programme((), *bodies)))
    filled = [
        number
        for number, group in lines_of(svg, "data-body")
        if next(iter(group)).get("fill") != "#FFFFFF"
    ]
    assert filled == ["1"]


def test_the_key_explains_what_is_drawn_and_no_more(
    cambridgeshire_peterborough: Programme,
) -> None:
    labels = labels_of(drawn(accountability_of(cambridgeshire_peterborough)))
    assert labels[labels.index("Key") + 2 :] == [
        "Decides",
        "Scrutinises",
        "Signs off; decides nothing",
        "Manages",
        "Advises; decides nothing",
        "Is consulted",
        "Dashed: informal",
        "Thick edge: the lead",
        "Reports to",
        "A council’s own decisions",
    ]


def test_the_key_leaves_out_what_is_not_drawn() -> None:
    labels = labels_of(drawn(accountability_of(programme((), body("board")))))
    assert labels[labels.index("Key") + 2 :] == ["Advises; decides nothing"]


def test_a_body_that_is_assumed_says_so() -> None:
    bodies = (body("one", assumed="nobody names it"), body("two"))
    svg = drawn(accountability_of(programme((), *bodies)))
    assumed, known = (said(group) for _, group in lines_of(svg, "data-body"))
    assert "Assumed" in assumed
    assert "Assumed" not in known


def test_with_no_body_at_all_it_says_so() -> None:
    found = accountability_of(programme(TWO))
    assert labels_of(drawn(found)) == ["No body is on record."]
    assert governance_svg(found).description == "No body is on record."


def test_names_are_escaped() -> None:
    found = accountability_of(programme(("a",), body("x", name="<script>alert('&')</script>")))
    picture = governance_svg(found)
    assert "<script" not in picture.svg
    assert any("<script>" in label for label in labels_of(etree.fromstring(picture.svg)))


@given(programmes())
def test_the_same_facts_are_drawn_alike_twice(any_programme: Programme) -> None:
    found = accountability_of(any_programme)
    assert governance_svg(found) == governance_svg(found)


@given(programmes())
def test_a_strict_content_policy_finds_nothing_to_block(any_programme: Programme) -> None:
    for element in drawn(accountability_of(any_programme)).iter():
        assert element.tag.removeprefix(SVG) in {
            *("svg", "title", "desc", "g", "rect", "line", "polygon", "text", "tspan")
        }
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
        for name in ("fill", "stroke"):
            assert element.get(name) in PALETTE | NEUTRAL | {None}


@given(programmes())
def test_every_body_has_a_box_of_its_own(any_programme: Programme) -> None:
    svg = drawn(accountability_of(any_programme))
    boxes = boxes_of(svg)
    assert sorted(boxes) == list(range(1, len(any_programme.bodies) + 1))
    for one, other in combinations(boxes.values(), 2):
        assert not overlap(one, other)


@given(programmes())
def test_everything_is_within_the_drawing_and_large_enough_to_read(
    any_programme: Programme,
) -> None:
    svg = drawn(accountability_of(any_programme))
    *_, width, height = (float(number) for number in svg.get("viewBox").split())
    free = [text for text in svg.iter(f"{SVG}text") if text.getparent().get("data-body") is None]
    for left, top, right, bottom in (*map(text_box, free), *boxes_of(svg).values()):
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    sizes = [float(e.get("font-size")) for e in svg.iter() if e.get("font-size")]
    assert min(sizes) >= 12


@given(programmes())
def test_no_word_leaves_its_box_or_meets_another(any_programme: Programme) -> None:
    svg = drawn(accountability_of(any_programme))
    boxes = boxes_of(svg)
    for number, group in lines_of(svg, "data-body"):
        left, top, right, bottom = boxes[int(number)]
        texts = [text_box(text) for text in group.iter(f"{SVG}text")]
        for box in texts:
            assert box[0] > left
            assert box[1] > top
            assert box[2] < right
            assert box[3] < bottom
        for one, other in combinations(texts, 2):
            assert not overlap(one, other)
    free = [
        text_box(text)
        for text in svg.iter(f"{SVG}text")
        if text.getparent().get("data-body") is None
    ]
    for one, other in combinations([*free, *boxes.values()], 2):
        assert not overlap(one, other)


@given(programmes())
def test_a_line_of_reporting_ends_at_the_body_and_crosses_no_other(
    any_programme: Programme,
) -> None:
    found = accountability_of(any_programme)
    svg = drawn(found)
    boxes = boxes_of(svg)
    reached: dict[int, list[int]] = {}
    for source, group in lines_of(svg, "data-reports"):
        for tip in heads_of(group):
            reached.setdefault(int(source), []).extend(
                number for number, box in boxes.items() if _touches(tip, box)
            )
        for line in group.iter(f"{SVG}line"):
            x1, y1, x2, y2 = (float(line.get(name)) for name in ("x1", "y1", "x2", "y2"))
            assert x1 == x2 or y1 == y2
            across = (min(x1, x2), min(y1, y2) - 0.1, max(x1, x2), max(y1, y2) + 0.1)
            for box in boxes.values():
                inside = (box[0] + 0.2, box[1], box[2] - 0.2, box[3])
                assert not overlap(across, inside)
    wanted = {
        each.number: sorted(number for number in each.reports_to if number != each.number)
        for each in found.bodies
        if any(number != each.number for number in each.reports_to)
    }
    assert {source: sorted(numbers) for source, numbers in reached.items()} == wanted


@given(programmes())
def test_every_word_in_a_box_stands_in_the_table(any_programme: Programme) -> None:
    found = accountability_of(any_programme)
    held = words_of(accountability_table(found)).lower()
    for number, group in lines_of(drawn(found), "data-body"):
        label = " ".join(said(text) for text in group.iter(f"{SVG}text"))
        label = label.removeprefix(number).replace("Reports to", " ").replace("Members:", " ")
        for word in label.split():
            assert word.strip(",;").rstrip("…").lower() in held


def _touches(tip: tuple[float, float], box: Box) -> bool:
    x, y = tip
    at_an_edge = min(abs(x - box[0]), abs(x - box[2])) < 0.2
    return at_an_edge and box[1] <= y <= box[3]
