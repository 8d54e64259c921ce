"""Parts of a figure that stands in the heading, or in the sentence before."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.figures.parts_of_the_figure_above import (
    parts_make_up_the_figure_above_them,
)
from moothall.proofread.proofread import proofread


def _found(text: str) -> int:
    return len(
        proofread(
            (read_markdown(f"# Pier Council\n\n{text}\n", "r.md"),),
            (parts_make_up_the_figure_above_them,),
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            "### Children’s Services: £4.56m overspend\n\nThe overspend is made up of £3.10m on "
            "placements, £0.69m on agency staff and £0.50m on transport."
        ),
        (
            "### Adults – underspend £1.20m\n\nThe underspend comprises £0.70m on homes and £0.30m "
            "on day centres."
        ),
        (
            "## Savings of £910,000\n\nThese savings are made up of £400,000 from fees, £210,000 "
            "from posts and £200,000 from fuel."
        ),
        (
            "The pier will cost £2.4m. The cost is made up of £1.1m for steel, £0.5m for timber "
            "and £0.5m for labour."
        ),
        (
            "### Highways: £350k pressure\n\nThe pressure consists of £120k for salt and £180k for "
            "patching."
        ),
        (
            "The quay shows an overspend of £640,000 at month 9. This overspend comprises £310,000 "
            "on dredging, £150,000 on cranes and £80,000 on pay."
        ),
        (
            "### Housing (£5.0m shortfall)\n\nThere are two reasons. The shortfall breaks down as "
            "£3.5m in rents and £2.5m in repairs."
        ),
        (
            "## Total grant £96,500\n\nThe grant is split between £40,000 for Pier, £30,000 for "
            "Quay and £16,500 for Ash."
        ),
    ],
)
def test_parts_that_miss_the_figure_above_are_told(text: str) -> None:
    assert _found(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "### Children’s Services: £4.29m overspend\n\nThe overspend is made up of £3.10m on "
            "placements, £0.69m on agency staff and £0.50m on transport."
        ),
        (
            "### Children’s Services: £4.56m overspend\n\nThe overspend is mainly made up of "
            "£3.10m on placements and £0.69m on agency staff."
        ),
        (
            "### Children’s Services: £4.56m overspend\n\nThe overspend includes £3.10m on "
            "placements and £0.69m on agency staff."
        ),
        (
            "### Adults: £1.2m overspend\n\nThe overspend is made up of £1.5m on homes offset by "
            "£0.3m on day centres."
        ),
        "### Adults: £1.2m overspend\n\nThe saving is made up of £0.5m on homes and £0.3m on fuel.",
        (
            "### Adults: £1.20m overspend (2023/24: £1.60m)\n\nThe overspend is made up of £0.7m "
            "on homes and £0.9m on day centres."
        ),
        "### Fees: £0.8m saving\n\nThe saving is made up of £0.37m from Pier and £0.42m from Quay.",
        (
            "The pier will cost £2.4m. The cost of the quay is made up of £1.1m for steel and "
            "£0.6m for labour."
        ),
        "The pier will cost £2.4m. The £1.7m cost of steel is made up of £1.1m and £0.6m.",
        (
            "### Adults: £1.2m overspend\n\nThe overspend is made up of £0.7m on homes, £0.3m on "
            "day centres and other smaller sums."
        ),
        "### Housing: £5.0m shortfall\n\nThe shortfall in the Harbour Fund comprises £1m and £2m.",
        "### Savings of £910,000\n\nThe savings to date are made up of £400,000 and £210,000.",
    ],
)
def test_parts_of_something_else_are_left_alone(text: str) -> None:
    assert _found(text) == 0
