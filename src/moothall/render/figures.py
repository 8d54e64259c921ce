"""The drawings of a document, made from the results that its figures hold."""

from dataclasses import replace

from moothall.documents.document import Block, Document, Figure, Picture, Section
from moothall.governance.around.timeline import Timeline
from moothall.programme.accountability import Accountability
from moothall.render.governance_diagram import governance_svg
from moothall.render.lanes import lanes_svg


def with_drawings(document: Document) -> Document:
    """The document with every figure drawn.  Raises TypeError for one that nobody can draw."""
    return replace(
        document,
        front=_drawn(document.front),
        sections=_drawn_in(document.sections),
        closing=_drawn(document.closing),
        appendices=_drawn_in(document.appendices),
    )


def picture_of(figure: Figure) -> Picture:
    """The drawing of a figure, under the figure's own title, with where it is said in words.

    Raises TypeError where there is no drawing for what it shows.
    """
    match figure.shows:
        case Timeline() as timeline:
            picture = lanes_svg(timeline.route, timeline.as_at, timeline.spans, timeline.breaches)
        case Accountability() as accountability:
            picture = governance_svg(accountability)
        case other:
            raise TypeError(f"nobody can draw a {type(other).__name__} ({figure.title})")
    said = f"The table “{figure.said_in}” says the same."
    return replace(
        picture,
        title=figure.title,
        description=f"{picture.description} {said}",
        label=figure.label,
    )


def _drawn_in(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(replace(section, blocks=_drawn(section.blocks)) for section in sections)


def _drawn(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(picture_of(block) if isinstance(block, Figure) else block for block in blocks)
