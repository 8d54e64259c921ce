"""The governance of a programme as a drawing (document 000, figure 1), made from the facts.

Each council stands on its own side with its decisions going down it; what belongs to the programme
stands between.  Every box carries the number of its row in the table beside the drawing.
"""

import re

from moothall.documents.document import Picture
from moothall.facts.bodies import Power
from moothall.programme.accountability import TIERS, Accountability, PlacedBody, Side
from moothall.programme.accountability_table import accountability_table
from moothall.render.diagram_boxes import MEANINGS, SMALL, drawn, outline
from moothall.render.diagram_layout import (
    HEADING,
    MARGIN,
    TOP,
    WIDTH,
    Layout,
    PlacedSide,
    laid_out,
)
from moothall.render.diagram_lines import HEAD, decision_line, reporting_lines
from moothall.render.lettering import shortened, wrapped
from moothall.render.svg import INK, NAVY, PALE, WHITE, element, letters, words

__all__ = ["accountability_table", "governance_svg"]

_TIER_WORDS = {
    Power.DECIDES: "Decide",
    Power.SCRUTINISES: "Scrutinise",
    Power.SIGNS_OFF: "Sign off",
    Power.MANAGES: "Manage",
    Power.ADVISES: "Advise",
    Power.IS_CONSULTED: "Are consulted",
}


def governance_svg(accountability: Accountability) -> Picture:
    """Draw who answers to whom, to go with `accountability_table(accountability)`.

    The SVG is 720 units wide with letters of 12 units and more, takes the width of what it stands
    in, and has no style sheet and no style attribute.  Two councils stand left and right; further
    ones stand two by two below.
    """
    title = f"Governance of {accountability.name}"
    description = described(accountability)
    name = re.sub(r"[^a-z0-9]+", "-", accountability.programme.lower()).strip("-") or "programme"
    layout = laid_out(accountability)
    if layout.boxes:
        body = [
            *_tiers(layout),
            *reporting_lines(layout),
            *(part for side in layout.sides for part in _side(layout, side)),
            *(drawn(box) for box in layout.boxes),
        ]
        key, height = _key(accountability, layout.bottom)
    else:
        body = [letters("No body is on record.", x=MARGIN, y=TOP + 20, font_weight="bold")]
        key, height = [], TOP + 40
    svg = element(
        "svg",
        element("title", words(title), id=f"governance-{name}-title"),
        element("desc", words(description), id=f"governance-{name}-desc"),
        element("rect", width=WIDTH, height=height, fill=WHITE),
        *body,
        *key,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"governance-{name}-title",
        aria_describedby=f"governance-{name}-desc",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width="100%",
        font_family="Arial, Helvetica, sans-serif",
        font_size=SMALL,
        fill=INK,
    )
    breaks = (*(tier.y for tier in layout.tiers), layout.bottom)
    return Picture(svg=svg, title=title, description=description, breaks=breaks)


def described(accountability: Accountability) -> str:
    """The drawing in words: who decides in each council, and what the programme's bodies do."""
    if not accountability.bodies:
        return "No body is on record."
    names = {each.number: each.body.name for each in accountability.bodies}
    councils = "; ".join(_decides(side) for side in accountability.councils)
    sentences = [f"{councils[:1].upper()}{councils[1:]}."] if councils else []
    if accountability.shared.bodies:
        if not accountability.shared.deciding:
            sentences.append("No body of the programme decides.")
        sentences += [
            f"{each.body.name}: {each.body.power.value}, reports to {_and(each, names)}."
            for each in accountability.shared.bodies
            if each.reports_to or each.missing
        ]
    return " ".join(sentences)


def _decides(side: Side) -> str:
    if not side.deciding:
        return f"in {side.name} no body that decides is on record"
    names = [each.body.name for each in side.deciding]
    if len(names) == 1:
        return f"in {side.name} {names[0]} decides"
    return f"in {side.name} {', '.join(names[:-1])} and {names[-1]} decide"


def _and(placed: PlacedBody, names: dict[int, str]) -> str:
    told = [names[number] if number != placed.number else "itself" for number in placed.reports_to]
    told += [f"{each} (not on record)" for each in placed.missing]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _tiers(layout: Layout) -> list[str]:
    """What may be done in each row, on a ruled line."""
    parts = []
    for tier in layout.tiers:
        parts.append(
            element("line", x1=MARGIN, y1=tier.y, x2=WIDTH - MARGIN, y2=tier.y, stroke=PALE)
        )
        parts.append(letters(_TIER_WORDS[tier.power], x=MARGIN, y=tier.y + 14, font_weight="bold"))
    return parts


def _side(layout: Layout, side: PlacedSide) -> list[str]:
    """A side's heading, who leads the programme there, and where its decisions go."""
    left, right = layout.columns[side.column]
    name = shortened(side.side.name, (right - left) / 1.07, HEADING)
    parts = [letters(name, x=left, y=side.top + 16, font_size=HEADING, font_weight="bold")]
    if side.leads:
        parts.append(letters("Led by:", x=left, y=side.top + 32))
    for place, line in enumerate(side.leads, start=1):
        parts.append(letters(line, x=left, y=side.top + 32 + 14 * place))
    if side.side.authority:
        deciding = side.side.deciding
        text = f"Decisions of {side.side.name}" if deciding else "No deciding body is known"
        parts.append(letters(shortened(text, right - left, SMALL), x=left, y=side.bottom - 12))
        parts += decision_line(layout, side)
    return parts


def _key(accountability: Accountability, y: float) -> tuple[list[str], float]:
    """What outlines and lines mean, in three columns, and the height where the drawing ends."""
    parts = [
        element("line", x1=0, y1=y, x2=WIDTH, y2=y, stroke=INK),
        letters("Key", x=MARGIN, y=y + 19, font_size=HEADING, font_weight="bold"),
        letters("The numbers are those of the table.", x=MARGIN + 40, y=y + 19),
    ]
    entries = _meanings(accountability)
    y += 30
    for place, (drawing, text) in enumerate(entries):
        row, column = divmod(place, 3)
        x, top = MARGIN + column * 224, y + row * 30
        parts.append(element("g", drawing, transform=f"translate({x:.0f} {top:.0f})"))
        for number, line in enumerate(wrapped(text, 172, SMALL)[:2]):
            parts.append(letters(line, x=x + 46, y=top + 15 + 13 * number))
    return parts, y + 30 * -(-len(entries) // 3) + 10


def _meanings(accountability: Accountability) -> list[tuple[str, str]]:
    bodies = [each.body for each in accountability.bodies]
    powers = {body.power for body in bodies}
    entries = [
        (outline(power, 1, 1, 36, 20, formal=True, lead=False), MEANINGS[power])
        for power in TIERS
        if power in powers
    ]
    if any(not body.formal for body in bodies):
        entries.append(
            (outline(Power.MANAGES, 1, 1, 36, 20, formal=False, lead=False), "Dashed: informal")
        )
    if any(body.lead for body in bodies):
        entries.append(
            (outline(Power.MANAGES, 2, 2, 34, 18, formal=True, lead=True), "Thick edge: the lead")
        )
    if any(number != each.number for each in accountability.bodies for number in each.reports_to):
        line = element("line", x1=0, y1=11, x2=38, y2=11, stroke=INK, stroke_width="1.5")
        head = element("polygon", points=f"38,11 {38 - HEAD:.0f},7 {38 - HEAD:.0f},15", fill=INK)
        entries.append((line + head, "Reports to"))
    if any(side.deciding for side in accountability.councils):
        line = element("line", x1=0, y1=11, x2=28, y2=11, stroke=NAVY, stroke_width=4)
        head = element("polygon", points="38,11 27,3 27,19", fill=NAVY)
        entries.append((line + head, "A council’s own decisions"))
    return entries
