"""A paper as HTML: a page of its own, or a fragment for a page that has its own frame.

Text is escaped by the templates; a picture's drawing is the only markup let through, and it comes
from `render.lanes` and `render.governance_diagram`.
"""

from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Note,
    Paragraph,
    Paragraphs,
    Picture,
    Quote,
    Section,
    Table,
)
from moothall.render import wording
from moothall.render.figures import with_drawings
from moothall.render.letters import runs_right_to_left
from moothall.render.quoted import pieces_of, quotes_in
from moothall.render.table_parts import fit_of, in_parts
from moothall.render.table_shape import (
    columns_of,
    full_rows,
    groups_of,
    is_brief,
    is_short,
    names_its_rows,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"
_DEEPEST = 6
_KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Note: "note",
    Table: "table",
    Picture: "picture",
}


def paper_html(document: Document) -> str:
    """The paper as a whole page with its style sheet inside: no script, nothing fetched.

    Raises ValueError for a picture that is no SVG, and for a table whose rows or groups do not
    fit its head.
    """
    page = _environment().get_template("paper.html")
    return page.render(document=document, styles=_styles(), body=_body(document, 1))


def document_fragment(document: Document, top_level: int = 1) -> str:
    """The paper as one `<article class="paper">`, its title a heading of `top_level` (1 to 5).

    It carries no style; `templates/paper.css` is written for it.  Raises ValueError as
    `paper_html` does.
    """
    if not 1 <= top_level < _DEEPEST:
        raise ValueError(f"a paper's title cannot be a heading of level {top_level}; give 1 to 5")
    return str(_body(document, top_level))


def _body(document: Document, top_level: int) -> "Markup":
    from markupsafe import Markup

    document = in_parts(with_drawings(document))
    fragment = _environment().get_template("document.html")
    headed = _headed((*document.sections, *document.appendices), top_level)
    body = fragment.render(
        document=document,
        sections=headed[: len(document.sections)],
        appendices=headed[len(document.sections) :],
        top_level=top_level,
        below=top_level + 1,
    )
    return Markup(body)  # noqa: S704 -- our own template's output, escaped there


def _headed(sections: tuple[Section, ...], top_level: int) -> list[tuple[int, Section]]:
    """Every section with the level of its heading on the page."""
    levels = wording.standing([section.level for section in sections])
    return [
        (min(level - 1 + top_level, _DEEPEST), section)
        for level, section in zip(levels, sections, strict=True)
    ]


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        kind=_kind,
        note_label=wording.note_label,
        caption=_caption,
        pieces=pieces_of,
        cell_quotes=quotes_in,
        from_the_right=runs_right_to_left,
        is_wide=_is_wide,
        columns=columns_of,
        groups=groups_of,
        full_rows=full_rows,
        names_its_rows=names_its_rows,
        is_brief=is_brief,
        is_short=_is_short,
        filled=_filled,
        marked=_marked,
        drawing=_drawing,
    )
    environment.globals.update(
        UNTITLED=wording.UNTITLED,
        SYNTHETIC_LABEL=wording.SYNTHETIC_LABEL,
        SYNTHETIC_TEXT=wording.SYNTHETIC_TEXT,
        PROVENANCE_HEADING=wording.PROVENANCE_HEADING,
    )
    return environment


@cache
def _styles() -> "Markup":
    from markupsafe import Markup

    # Our own file, read from beside this module.
    return Markup((_TEMPLATES / "paper.css").read_text(encoding="utf-8"))  # noqa: S704


def _kind(block: Block) -> str:
    return _KINDS[type(block)]


def _caption(block: Table | Picture) -> str:
    """What is printed above or below: `Table 2: what it shows`."""
    words = wording.caption_of(block) if isinstance(block, Table) else block.title
    return wording.titled(block.label, words)


def _is_short(said: list[tuple[int, str]]) -> bool:
    return is_short(tuple(text for _, text in said))


def _is_wide(table: Table) -> bool:
    """Whether in print the table needs a turned page."""
    fit = fit_of(table)
    return fit is not None and fit.turned


def _filled(cell: Paragraphs) -> list[tuple[int, str]]:
    """The paragraphs of a cell that say something, each with its place in it."""
    return [(place, text) for place, text in enumerate(cell) if text.strip()]


def _marked(bullets: Bullets) -> list[tuple[str, str, tuple[Quote, ...]]]:
    """The items as (printed marker, text, figures quoted in it)."""
    numbers = bullets.numbers[: len(bullets.items)]
    lines = zip_longest(numbers, bullets.items, bullets.quotes[: len(bullets.items)])
    return [(number or "", text, quotes or ()) for number, text, quotes in lines]


def _drawing(picture: Picture) -> "Markup":
    from markupsafe import Markup

    if not picture.svg.startswith("<svg"):
        raise ValueError(f"the picture {picture.title!r} is no SVG drawing of ours")
    return Markup(picture.svg)  # noqa: S704 -- made by render, which escapes every word
