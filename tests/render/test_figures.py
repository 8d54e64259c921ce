"""The places of drawings in a paper, and the drawings put in them."""

from dataclasses import replace

import pytest
from drawings import SVG
from lxml import etree
from routes import AS_AT

from moothall.documents.document import Document, Figure, Paragraph, Picture, Section
from moothall.governance.around.timeline import Timeline
from moothall.governance.route import JointRoute
from moothall.render import png
from moothall.render.figures import picture_of, with_drawings
from moothall.render.html import paper_html
from moothall.render.lanes import lanes_svg
from moothall.render.png import parts_of, png_of


@pytest.fixture
def figure(route: JointRoute) -> Figure:
    return Figure(Timeline(route=route, as_at=AS_AT), "The joint route", "The steps")


def test_a_figure_becomes_its_drawing_and_names_its_table(
    figure: Figure, route: JointRoute
) -> None:
    picture = picture_of(figure)
    drawn = lanes_svg(route, AS_AT)
    assert picture.svg == drawn.svg
    assert picture.title == "The joint route"
    assert picture.description == f"{drawn.description} The table “The steps” says the same."


def test_figures_are_drawn_wherever_they_stand(figure: Figure) -> None:
    document = Document(
        title="A paper",
        front=(figure,),
        sections=(Section("One", (Paragraph("Text"), figure)),),
        closing=(figure,),
    )
    drawn = with_drawings(document)
    (section,) = drawn.sections
    assert isinstance(drawn.front[0], Picture)
    assert [type(block) for block in section.blocks] == [Paragraph, Picture]
    assert isinstance(drawn.closing[0], Picture)
    assert paper_html(document).count("<svg") == 3


def test_what_nobody_can_draw_is_an_error_that_names_it() -> None:
    with pytest.raises(TypeError, match=r"nobody can draw a int \(A thing\)"):
        picture_of(Figure(3, "A thing", "A table"))


def without_words(picture: Picture) -> Picture:
    svg = etree.fromstring(picture.svg)
    for text in list(svg.iter(f"{SVG}text")):
        text.getparent().remove(text)
    return replace(picture, svg=etree.tostring(svg, encoding="unicode"))


def test_the_letters_are_in_the_png(figure: Figure) -> None:
    # The renderer leaves out every letter, and says nothing, where it finds no font.
    picture = picture_of(figure)
    assert len(png_of(picture, 0, 400, 720)) > 2 * len(png_of(without_words(picture), 0, 400, 720))


def test_no_font_of_the_machine_is_used(figure: Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = picture_of(figure)
    with_letters = png_of(picture, 0, 400, 360)
    monkeypatch.setattr(png, "font_files", list)
    png_of.cache_clear()
    try:
        assert png_of(picture, 0, 400, 360) == png_of(without_words(picture), 0, 400, 360)
    finally:
        png_of.cache_clear()
    monkeypatch.undo()
    assert png_of(picture, 0, 400, 360) == with_letters


def test_a_png_has_the_size_that_was_asked_for(figure: Figure) -> None:
    made = png_of(picture_of(figure), 0, 360, 600)
    assert made.startswith(b"\x89PNG")
    width, height = (int.from_bytes(made[place : place + 4], "big") for place in (16, 20))
    assert (width, height) == (600, 300)


def picture_of_height(height: int, *breaks: float) -> Picture:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}"></svg>'
    return Picture(svg, "High", "It is high.", breaks)


@pytest.mark.parametrize(
    ("height", "breaks", "parts"),
    [
        (900, (), [(0, 900)]),
        (1000, (400,), [(0, 1000)]),
        (1500, (400, 800, 1200), [(0, 800), (800, 700)]),
        (1500, (200,), [(0, 200), (200, 1000), (1200, 300)]),
        (2500, (), [(0, 1000), (1000, 1000), (2000, 500)]),
    ],
)
def test_a_high_drawing_is_cut_where_it_may_be(
    height: int, breaks: tuple[float, ...], parts: list[tuple[float, float]]
) -> None:
    assert parts_of(picture_of_height(height, *breaks), 1000) == parts


def test_the_routes_drawing_may_be_cut_between_councils(route: JointRoute) -> None:
    picture = lanes_svg(route, AS_AT)
    svg = etree.fromstring(picture.svg)
    rules = {float(line.get("y1")) for line in svg.iter(f"{SVG}line") if line.get("x1") == "0"}
    assert {round(each, 1) for each in picture.breaks} <= rules


def test_a_picture_that_is_no_svg_has_no_png() -> None:
    with pytest.raises(ValueError, match="no SVG drawing"):
        png_of(Picture("<p>No</p>", "Bad", "A paragraph"), 0, 100, 100)
