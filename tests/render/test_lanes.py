"""The joint route as a drawing."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from drawings import NEUTRAL, PALETTE, SVG, labels_of, mark_box, overlap, said, text_box
from lxml import etree

from moothall.governance.route import JointRoute, RouteStep
from moothall.render.lanes import lanes_svg, route_table

EVERY_ROUTE = ("route", "dateless", "one_day", "six", "crowded")


@pytest.fixture
def crowded(route: JointRoute) -> JointRoute:
    """Long names, a year-long span, two supposed rules and steps that fall on one day."""
    first, second = route.authorities
    long = "A Briefing of Members, Trade Unions and Head Teachers with a Name That Never Ends, " * 2
    steps = (
        RouteStep(
            kind="listening",
            name="Listening",
            span=(date(2021, 1, 1), date(2021, 12, 31)),
            written="2021",
        ),
        RouteStep(kind="board", name=long.strip(), on=date(2022, 6, 28), latest=date(2022, 6, 27)),
        *first.steps,
    )
    return replace(
        route,
        authorities=(
            replace(first, name="Ambridge & <Penny Hassett>", steps=steps, body=long),
            replace(second, supposed=("borchester.standstill_days=5", long)),
        ),
    )


@pytest.fixture(params=EVERY_ROUTE)
def any_route(request: pytest.FixtureRequest) -> JointRoute:
    return request.getfixturevalue(request.param)


def drawn(route: JointRoute, as_at: date) -> etree._Element:
    return etree.fromstring(lanes_svg(route, as_at).svg)


def label_with(svg: etree._Element, words: str) -> str:
    return next(label for label in labels_of(svg) if words in label)


def test_the_drawing_is_an_image_with_a_name_and_a_description(
    route: JointRoute, as_at: date
) -> None:
    picture = lanes_svg(route, as_at)
    svg = etree.fromstring(picture.svg)
    assert picture.svg.startswith("<svg")
    assert svg.get("role") == "img"
    title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == described.get("id")
    assert (title.text, described.text) == (picture.title, picture.description)


def test_the_description_is_one_sentence_with_every_council_and_what_is_unknown(
    route: JointRoute, as_at: date
) -> None:
    assert lanes_svg(route, as_at).description == (
        "As at Tue 3 May 2022, Ambridge decides on Tue 28 Jun 2022 and its decision takes effect "
        "on Fri 8 Jul 2022; Borchester decides on Tue 5 Jul 2022 and the day on which it takes "
        "effect is unknown and not before Tue 5 Jul 2022; the day on which the decision is live "
        "in every council is unknown and not before Fri 8 Jul 2022."
    )


def test_a_strict_content_policy_finds_nothing_to_block(any_route: JointRoute, as_at: date) -> None:
    for element in drawn(any_route, as_at).iter():
        assert element.tag in {
            f"{SVG}{name}"
            for name in (
                "svg",
                "title",
                "desc",
                "g",
                "rect",
                "line",
                "path",
                "circle",
                "polygon",
                "text",
                "tspan",
            )
        }
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]


def test_colours_are_those_of_the_palette(any_route: JointRoute, as_at: date) -> None:
    for element in drawn(any_route, as_at).iter():
        for name in ("fill", "stroke"):
            assert element.get(name) in PALETTE | NEUTRAL | {None}


def test_the_drawing_takes_the_width_it_is_given(route: JointRoute, as_at: date) -> None:
    svg = drawn(route, as_at)
    assert svg.get("width") == "100%"
    assert svg.get("height") is None
    assert svg.get("viewBox").startswith("0 0 720 ")


def test_every_row_of_the_tables_has_a_mark_with_its_number(
    any_route: JointRoute, as_at: date
) -> None:
    marked = {
        group.get("data-step"): said(next(group.iter(f"{SVG}text"))).rstrip("?")
        for group in drawn(any_route, as_at).iter(f"{SVG}g")
        if group.get("data-step") != "joint"
    }
    rows = [row[0][0] for table in route_table(any_route) for row in table.rows]
    assert rows == [str(number) for number in range(1, len(rows) + 1)]
    assert marked == {number: number for number in rows}


def test_the_day_beside_a_mark_is_the_day_in_the_table(any_route: JointRoute, as_at: date) -> None:
    groups = {group.get("data-step"): said(group) for group in drawn(any_route, as_at).iter()}
    for table in route_table(any_route):
        for number, _, day, *_ in table.rows:
            if day[0] != "by the last day":
                assert day[0] in groups[number[0]]


def test_an_unknown_day_of_effect_is_an_open_mark_and_a_line_onwards(
    route: JointRoute, as_at: date
) -> None:
    unknown = next(g for g in drawn(route, as_at).iter(f"{SVG}g") if g.get("data-step") == "11")
    mark = unknown.find(f"{SVG}polygon")
    line = unknown.find(f"{SVG}line")
    assert mark.get("fill") == "#FFFFFF"
    assert line.get("stroke-dasharray")
    assert float(line.get("x1")) >= mark_box(mark)[2]
    assert [said(text) for text in unknown.iter(f"{SVG}text")] == [
        "11?",
        "Decision takes effect: unknown, not before Tue 5 Jul 2022",
    ]


def test_an_unknown_day_of_effect_stands_on_the_day_before_which_it_cannot_be(
    route: JointRoute, as_at: date
) -> None:
    groups = {g.get("data-step"): g for g in drawn(route, as_at).iter(f"{SVG}g")}
    decision, unknown = (groups[number].find(f"{SVG}polygon") for number in ("10", "11"))
    middle = sum(mark_box(decision)[::2]) / 2
    assert mark_box(unknown)[0] < middle < mark_box(unknown)[2]


def test_a_known_day_of_effect_is_a_filled_mark(route: JointRoute, as_at: date) -> None:
    known = next(g for g in drawn(route, as_at).iter(f"{SVG}g") if g.get("data-step") == "7")
    assert known.find(f"{SVG}polygon").get("fill") == "#3D3D3D"
    assert known.find(f"{SVG}line") is None


def test_a_vague_day_is_a_bar_under_an_open_mark(route: JointRoute, as_at: date) -> None:
    vague = next(g for g in drawn(route, as_at).iter(f"{SVG}g") if g.get("data-step") == "1")
    assert float(vague.find(f"{SVG}rect").get("width")) > 100
    assert vague.find(f"{SVG}circle").get("fill") == "#FFFFFF"
    assert "Briefing of trade unions: May 2022" in said(vague)


def outline_of(mark: etree._Element) -> tuple[float, ...]:
    """The corners of a mark as seen from its own left and top; none for a circle."""
    corners = [float(number) for number in re.findall(r"[-\d.]+", mark.get("points", ""))]
    origin = mark_box(mark)[:2]
    return tuple(round(corner - origin[place % 2]) for place, corner in enumerate(corners))


def test_kinds_of_steps_differ_in_shape_and_not_only_in_colour(
    route: JointRoute, as_at: date
) -> None:
    colours: dict[tuple[float, ...], set[str]] = {}
    svg = drawn(route, as_at)
    for mark in (*svg.iter(f"{SVG}polygon"), *svg.iter(f"{SVG}circle")):
        is_open = mark.get("fill") == "#FFFFFF"
        colour = mark.get("stroke" if is_open else "fill")
        colours.setdefault(outline_of(mark), set()).add(colour)
    assert len(colours) == 7
    assert all(len(used) == 1 for used in colours.values())


def test_steps_that_are_assumed_say_so(route: JointRoute, as_at: date) -> None:
    svg = drawn(route, as_at)
    assert label_with(svg, "Tue 5 Jul 2022 (assumed)") == "Decides: Tue 5 Jul 2022 (assumed)"
    assert len([label for label in labels_of(svg) if "(assumed)" in label]) == 2


def test_a_step_without_a_day_stands_beyond_the_axis(route: JointRoute, as_at: date) -> None:
    svg = drawn(route, as_at)
    column = next(text for text in svg.iter(f"{SVG}text") if said(text) == "No day")
    without = next(g for g in svg.iter(f"{SVG}g") if g.get("data-step") == "12")
    with_days = [
        mark_box(mark)[2]
        for group in svg.iter(f"{SVG}g")
        if group is not without
        for mark in (*group.iter(f"{SVG}polygon"), *group.iter(f"{SVG}circle"))
    ]
    left = mark_box(without.find(f"{SVG}polygon"))[0]
    assert left > text_box(column)[0] > max(with_days)
    assert "day unknown" in said(without)


def test_a_route_without_any_day_says_so(dateless: JointRoute, as_at: date) -> None:
    svg = drawn(dateless, as_at)
    assert labels_of(svg)[0] == "As at Tue 3 May 2022: no step of this route has a day yet."
    assert not [label for label in labels_of(svg) if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", label)]


def test_a_council_without_steps_is_still_shown(route: JointRoute, as_at: date) -> None:
    bare = replace(
        route, authorities=(route.authorities[0], replace(route.authorities[1], steps=()))
    )
    assert "No step is known." in labels_of(drawn(bare, as_at))


def test_months_are_labelled(route: JointRoute, as_at: date) -> None:
    labels = labels_of(drawn(route, as_at))
    assert [month for month in labels if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", month)] == [
        "May 2022",
        "Jun 2022",
        "Jul 2022",
    ]


@pytest.mark.parametrize(
    ("as_at", "label", "lines"),
    [
        (date(2022, 5, 3), "As at Tue 3 May 2022", 1),
        (date(2022, 4, 2), "As at Sat 2 Apr 2022", 1),
        (date(2019, 1, 1), "← As at Tue 1 Jan 2019, before this axis", 0),
        (date(2026, 1, 1), "As at Thu 1 Jan 2026, after this axis →", 0),
    ],
)
def test_the_day_asked_for_is_a_line_or_said_to_be_off_the_axis(
    route: JointRoute, as_at: date, label: str, lines: int
) -> None:
    svg = drawn(route, as_at)
    assert label in labels_of(svg)
    dashed = [x for x in svg.iter(f"{SVG}line") if x.get("stroke-dasharray") == "8 3 2 3"]
    assert len(dashed) == lines


@pytest.mark.parametrize("days", [-2000, -40, 0, 10, 66, 2000])
def test_no_label_runs_into_another_or_into_a_mark(
    any_route: JointRoute, as_at: date, days: int
) -> None:
    svg = drawn(any_route, as_at + timedelta(days))
    inside = [text for text in svg.iter(f"{SVG}text") if text.get("paint-order") is None]
    labels = [text for text in svg.iter(f"{SVG}text") if text.get("paint-order")]
    marks = [*svg.iter(f"{SVG}polygon"), *svg.iter(f"{SVG}circle")]
    assert len(labels) > len(inside)
    for one, other in combinations(labels, 2):
        assert not overlap(text_box(one), text_box(other)), (said(one), said(other))
    for label in labels:
        for mark in marks:
            assert not overlap(text_box(label), mark_box(mark)), said(label)
    for one, other in combinations(marks, 2):
        assert not overlap(mark_box(one), mark_box(other))


def test_everything_is_within_the_drawing_and_large_enough_to_read(
    any_route: JointRoute, as_at: date
) -> None:
    svg = drawn(any_route, as_at)
    *_, width, height = (float(number) for number in svg.get("viewBox").split())
    boxes = [text_box(text) for text in svg.iter(f"{SVG}text")]
    boxes += [mark_box(mark) for mark in (*svg.iter(f"{SVG}polygon"), *svg.iter(f"{SVG}circle"))]
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    sizes = [float(e.get("font-size")) for e in svg.iter() if e.get("font-size")]
    assert min(sizes) >= 12


def test_the_key_explains_every_shape_that_is_drawn(route: JointRoute, as_at: date) -> None:
    labels = labels_of(drawn(route, as_at))
    key = labels[next(i for i, label in enumerate(labels) if label.startswith("Key")) + 1 :]
    assert key == [
        "Last day for a notice or papers",
        "Meeting, briefing or consultation",
        "Decision",
        "Decision published",
        "Decision takes effect",
        "Go-live",
        "Live in every council",
        "Open: the day is unknown",
        "On a day within the bar",
        "On that day or any later",
    ]


def test_what_is_supposed_is_said_in_the_lane(crowded: JointRoute, as_at: date) -> None:
    assert "Supposing borchester.standstill_days=5" in labels_of(drawn(crowded, as_at))


def test_names_are_escaped(route: JointRoute, as_at: date) -> None:
    bad = '<script>alert("&")</script>'
    first = route.authorities[0]
    step = replace(first.steps[0], kind=bad, name=bad, written=bad)
    lane = replace(first, name=bad, body=bad, steps=(step,), supposed=(bad,))
    named = replace(route, name=bad, proposal=bad, binds=bad, authorities=(lane,))
    picture = lanes_svg(named, as_at)
    assert "<script" not in picture.svg
    assert bad in labels_of(etree.fromstring(picture.svg))


def test_letters_that_xml_cannot_hold_are_left_out(route: JointRoute, as_at: date) -> None:
    lane = replace(route.authorities[0], name="Am\x00bridge\x0b")
    assert "Ambridge" in label_with(
        drawn(replace(route, authorities=(lane,)), as_at), "Executive Cabinet"
    )


def test_the_same_route_is_drawn_alike_twice(any_route: JointRoute, as_at: date) -> None:
    assert lanes_svg(any_route, as_at) == lanes_svg(any_route, as_at)


@pytest.mark.parametrize("length", [30, 100, 250, 400, 700, 1000, 1500, 2500, 4000, 9000])
def test_months_and_marks_have_room_however_long_the_route(
    route: JointRoute, as_at: date, length: int
) -> None:
    lane = route.authorities[1]
    start = lane.not_before - timedelta(length)
    steps = (RouteStep(kind="board", name="Board", on=start), *lane.steps)
    for extra in range(0, 31, 3):
        later = lane.not_before + timedelta(extra)
        moved = replace(lane, steps=steps, not_before=later)
        svg = drawn(replace(route, authorities=(moved,), not_before=later), as_at)
        boxes = [text_box(text) for text in svg.iter(f"{SVG}text") if text.get("paint-order")]
        assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
        onwards = [x for x in svg.iter(f"{SVG}line") if x.get("stroke-dasharray") == "6 4"]
        assert onwards
        for line in onwards:
            assert float(line.get("x2")) - float(line.get("x1")) > 16
