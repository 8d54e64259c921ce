"""What is drawn of a route beside its steps: periods, and findings on a day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from drawings import SVG, labels_of, mark_box, overlap, rect_box, said, text_box
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from routes import AS_AT, ambridge, borchester, day, joined

from moothall.basics.findings import Severity
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.governance.route import JointRoute
from moothall.render.lanes import lanes_svg, route_table

COUNCILS = ("ambridge", "borchester", "")


def span(kind: SpanKind, first: date, last: date, authority: str = "ambridge") -> RouteSpan:
    return RouteSpan(
        authority=authority, kind=kind, name=f"The {kind.value}", first=first, last=last, note="so"
    )


EVERY = (
    span(SpanKind.PRE_ELECTION, date(2022, 3, 28), day(5, 5)),
    span(SpanKind.CONSULTATION, day(5, 9), day(6, 3)),
    span(SpanKind.LISTENING, day(5, 16), day(5, 27), ""),
    span(SpanKind.NOTICE, day(5, 30), day(6, 27)),
    span(SpanKind.CANCELLED, day(6, 7), day(6, 7), "borchester"),
    span(SpanKind.CALL_IN, day(6, 30), day(7, 7)),
    span(SpanKind.RECESS, day(7, 18), day(9, 2), "borchester"),
)


def breach(letter: str, on: date, authority: str = "ambridge", **more: object) -> RouteBreach:
    facts: dict[str, object] = {
        "severity": Severity.BREACH,
        "rule": "KEY-28",
        "words": f"Finding {letter}.",
        "cure": "Mend it.",
        "reference": "SI 2012/2089 reg 9",
    }
    return RouteBreach(letter=letter, on=on, authority=authority, **(facts | more))  # type: ignore[arg-type]


BOTH = (
    breach("A", day(6, 28)),
    breach("B", day(7, 5), "borchester", severity=Severity.WARNING, rule="PSED"),
)


def drawn(
    route: JointRoute,
    spans: tuple[RouteSpan, ...] = EVERY,
    breaches: tuple[RouteBreach, ...] = BOTH,
    as_at: date = AS_AT,
) -> etree._Element:
    return etree.fromstring(lanes_svg(route, as_at, spans, breaches).svg)


def groups(svg: etree._Element, attribute: str) -> dict[str, etree._Element]:
    return {g.get(attribute): g for g in svg.iter(f"{SVG}g") if g.get(attribute) is not None}


def test_every_period_is_drawn_with_its_days_in_words(route: JointRoute) -> None:
    labels = [said(group) for group in groups(drawn(route), "data-span").values()]
    assert sorted(labels) == sorted(f"{each.name}: {each.days}" for each in EVERY)


def test_each_kind_of_period_has_a_pattern_of_its_own(route: JointRoute) -> None:
    patterns = set()
    for group in groups(drawn(route), "data-span").values():
        parts = [part for part in group if part.tag != f"{SVG}text"]
        patterns.add(
            tuple(
                (part.tag, part.get("stroke-dasharray"), part.get("stroke-width"), part.get("fill"))
                for part in parts
            )
        )
    assert len(patterns) == len(SpanKind)


def test_a_pre_election_period_is_hatched_within_its_bar(route: JointRoute) -> None:
    group = groups(drawn(route), "data-span")["1"]
    left, top, right, bottom = rect_box(group.find(f"{SVG}rect"))
    strokes = group.find(f"{SVG}path").get("d").split("M")[1:]
    assert len(strokes) > 3
    for stroke in strokes:
        for point in stroke.split("L"):
            x, y = (float(number) for number in point.split())
            assert left - 0.1 <= x <= right + 0.1
            assert top - 0.1 <= y <= bottom + 0.1


def test_pre_election_periods_and_recesses_shade_their_own_lane(route: JointRoute) -> None:
    svg = drawn(route)
    shades = [rect_box(r) for r in svg.iter(f"{SVG}rect") if r.get("fill-opacity") == "0.3"]
    steps = groups(svg, "data-step")
    heights = {key: text_box(next(steps[key].iter(f"{SVG}text")))[1] for key in ("1", "7", "8")}
    before, recess = shades
    assert before[1] < heights["1"] < heights["7"] < before[3]
    assert recess[1] < heights["8"] < recess[3]
    assert before[3] <= recess[1]


def test_a_period_is_cut_off_at_the_ends_of_the_axis_and_its_words_are_not(
    route: JointRoute,
) -> None:
    without = drawn(route, (), ())
    svg = drawn(route, (EVERY[0],), ())
    months = [label for label in labels_of(svg) if label in ("May 2022", "Apr 2022", "Mar 2022")]
    assert months == [label for label in labels_of(without) if label in ("May 2022",)]
    assert "The pre-election period: Mon 28 Mar 2022 to Thu 5 May 2022" in labels_of(svg)


def test_the_axis_holds_the_routes_own_windows(route: JointRoute) -> None:
    early = span(SpanKind.CONSULTATION, day(3, 1), day(4, 1))
    assert "Mar 2022" in labels_of(drawn(route, (early,), ()))


def test_a_period_lasts_to_the_end_of_its_last_day(route: JointRoute) -> None:
    one, two = (
        rect_box(groups(drawn(route, (each,), ()), "data-span")["1"].find(f"{SVG}rect"))
        for each in (
            span(SpanKind.CONSULTATION, day(5, 9), day(6, 3)),
            span(SpanKind.CONSULTATION, day(5, 9), day(6, 4)),
        )
    )
    assert one[0] == two[0]
    assert one[2] < two[2]


def test_a_finding_is_a_mark_with_its_letter_and_its_rule(route: JointRoute) -> None:
    found = groups(drawn(route), "data-breach")
    assert [said(text) for text in found["A"].iter(f"{SVG}text")] == [
        "A",
        "Breach A, KEY-28: Tue 28 Jun 2022",
    ]
    assert [said(text) for text in found["B"].iter(f"{SVG}text")] == [
        "B",
        "Warning B, PSED: Tue 5 Jul 2022",
    ]


def test_a_breach_and_a_warning_differ_in_shape(route: JointRoute) -> None:
    corners = [
        len(group.find(f"{SVG}polygon").get("points").split())
        for group in groups(drawn(route), "data-breach").values()
    ]
    assert corners == [8, 3]


def test_everything_stands_in_its_councils_lane(route: JointRoute) -> None:
    svg = drawn(route)
    lanes = {
        said(text): text_box(text)[1]
        for text in svg.iter(f"{SVG}text")
        if said(text).startswith(("Ambridge", "Borchester", "All together", "Key"))
    }
    tops = [next(y for label, y in lanes.items() if label.startswith(name))
            for name in ("Ambridge", "Borchester", "All together", "Key")]  # fmt: skip
    owners = {str(place): each.authority for place, each in enumerate(EVERY, start=1)}
    for key, group in groups(svg, "data-span").items():
        lane = COUNCILS.index(owners[key])
        top = text_box(next(group.iter(f"{SVG}text")))[1]
        assert tops[lane] < top < tops[lane + 1]


def test_what_belongs_to_no_council_of_the_route_stands_with_all(route: JointRoute) -> None:
    strange = span(SpanKind.RECESS, day(6, 1), day(6, 9), "felpersham")
    svg = drawn(route, (strange,), (breach("A", day(6, 1), "felpersham"),))
    assert len(groups(svg, "data-span")) == len(groups(svg, "data-breach")) == 1
    together = next(t for t in svg.iter(f"{SVG}text") if said(t) == "All together")
    label = next(t for t in svg.iter(f"{SVG}text") if said(t).startswith("The recess"))
    assert text_box(label)[1] > text_box(together)[1]


def test_the_tables_say_what_the_drawing_says(route: JointRoute) -> None:
    *_, periods, findings = route_table(route, EVERY, BOTH)
    assert [row[0][0] for row in periods.rows] == [each.name for each in EVERY]
    assert periods.rows[0][2:4] == (("Mon 28 Mar 2022",), ("Thu 5 May 2022",))
    assert [row[1][0] for row in periods.rows][2] == "all councils"
    assert [row[0][0] for row in findings.rows] == ["A", "B"]
    assert findings.rows[0][3:] == (
        ("Tue 28 Jun 2022",),
        ("Finding A.", "SI 2012/2089 reg 9"),
        ("Mend it.",),
    )
    assert len(route_table(route)) == len(route.authorities)


def test_the_description_counts_what_is_marked(route: JointRoute) -> None:
    described = lanes_svg(route, AS_AT, EVERY, BOTH).description
    assert described.endswith(
        "Marked too: 1 pre-election period, 1 consultation, 1 listening exercise, 1 notice, "
        "1 cancelled meeting, 1 period of call-in or standstill, 1 recess, 1 breach of a rule of "
        "law, 1 warning on a rule of law."
    )


def test_the_key_explains_the_periods_that_are_drawn(route: JointRoute) -> None:
    labels = labels_of(drawn(route))
    key = labels[next(i for i, label in enumerate(labels) if label.startswith("Key")) + 1 :]
    assert key[-7:] == [
        "Notice open",
        "Call-in or standstill",
        "Formal consultation open",
        "Listening; no consultation",
        "Pre-election period",
        "Recess",
        "Cancelled meeting",
    ]
    assert {"Breaks a rule of law", "Warning on a rule of law"} <= set(key)


def test_a_route_without_days_still_has_an_axis_for_its_findings(dateless: JointRoute) -> None:
    svg = drawn(dateless, (), (breach("A", day(6, 28), "felpersham"),))
    assert "Jun 2022" in labels_of(svg)


DAYS = st.dates(date(2021, 10, 1), date(2023, 6, 30))


@st.composite
def periods(draw: st.DrawFn) -> RouteSpan:
    first = draw(DAYS)
    length = draw(st.integers(0, 120))
    kind = draw(st.sampled_from(SpanKind))
    return span(kind, first, first + timedelta(length), draw(st.sampled_from(COUNCILS)))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    spans=st.lists(periods(), max_size=8).map(tuple),
    days=st.lists(st.tuples(DAYS, st.sampled_from(COUNCILS)), max_size=4),
    councils=st.integers(1, 5),
)
def test_nothing_runs_into_anything_for_any_number_of_councils(
    spans: tuple[RouteSpan, ...], days: list[tuple[date, str]], councils: int
) -> None:
    both = (ambridge(), borchester())
    lanes = tuple(
        replace(both[place % 2], authority=both[place % 2].authority if place < 2 else f"t{place}")
        for place in range(councils)
    )
    breaches = tuple(
        breach("ABCD"[place], on, authority) for place, (on, authority) in enumerate(days)
    )
    svg = drawn(joined(*lanes), spans, breaches)
    labels = [text for text in svg.iter(f"{SVG}text") if text.get("paint-order")]
    bars = [
        rect_box(rect)
        for group in groups(svg, "data-span").values()
        for rect in group.iter(f"{SVG}rect")
    ]
    marks = [mark_box(m) for m in (*svg.iter(f"{SVG}polygon"), *svg.iter(f"{SVG}circle"))]
    for one, other in combinations(map(text_box, labels), 2):
        assert not overlap(one, other)
    for label in map(text_box, labels):
        for box in (*bars, *marks):
            assert not overlap(label, box)
    for one, other in combinations((*bars, *marks), 2):
        assert not overlap(one, other)
    *_, width, height = (float(number) for number in svg.get("viewBox").split())
    for left, top, right, bottom in (*bars, *marks, *map(text_box, labels)):
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    assert len(groups(svg, "data-span")) == len(spans)
    assert len(groups(svg, "data-breach")) == len(breaches)


@pytest.mark.parametrize("kind", list(SpanKind))
def test_every_kind_can_stand_alone(route: JointRoute, kind: SpanKind) -> None:
    svg = drawn(route, (span(kind, day(6, 1), day(6, 1)),), ())
    assert len(groups(svg, "data-span")) == 1
