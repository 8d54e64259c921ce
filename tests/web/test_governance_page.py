"""The programme's page shows who answers to whom, as a drawing and as a table."""

import pytest
from cast import SignedIn
from lxml import html

PAGE = "/programmes/stockport-tameside/?as_at=2022-02-15"


@pytest.mark.checklist("A25")
@pytest.mark.usefixtures("samples")
def test_the_programmes_page_draws_its_bodies_and_lists_them_alike(signed_in: SignedIn) -> None:
    page = html.fromstring(signed_in("tameside").get(PAGE).content)
    (drawing,) = page.xpath("//*[local-name()='svg'][@role='img']")
    boxes = drawing.xpath(".//*[local-name()='g'][@data-body]")
    rows = page.xpath("//table[caption[@id='bodies-table']]/tbody/tr")
    drawn = {box.get("data-body"): "".join(box.itertext()) for box in boxes}
    listed = {
        row.find("td").text_content().strip(): row.find("th").text_content().split()[0]
        for row in rows
    }
    assert list(listed) == [str(number) for number in range(1, len(listed) + 1)]
    assert set(drawn) == set(listed)
    assert all(listed[number] in drawn[number] for number in listed)


@pytest.mark.usefixtures("samples")
def test_whom_a_body_reports_to_is_said_by_number_and_name(signed_in: SignedIn) -> None:
    page = html.fromstring(signed_in("stockport").get(PAGE).content)
    rows = page.xpath("//table[caption[@id='bodies-table']]/tbody/tr")
    board = next(row for row in rows if "programme board" in row.find("th").text_content())
    assert "21 Executive Cabinet" in board.text_content()


@pytest.mark.usefixtures("samples")
def test_the_proposals_page_marks_the_periods_that_bear_on_its_route(signed_in: SignedIn) -> None:
    address = "/programmes/stockport-tameside/proposals/early-years-leadership/?as_at=2022-02-15"
    page = html.fromstring(signed_in("stockport").get(address).content)
    spans = page.xpath("//*[local-name()='g'][@data-span]")
    drawn = ["".join(span.itertext()) for span in spans]
    assert "Pre-election period: Mon 28 Mar 2022 to Thu 5 May 2022" in drawn
    (table,) = page.xpath("//table[caption[contains(., 'Periods that bear on the route')]]")
    assert len(table.xpath("./tbody/tr")) == len(spans)
