"""Changes told near a table of years, and a few things told twice, each wrong and put right."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.rules import proofread_all

_PAIRS = [
    (
        (
            "Electricity use has shown a marginal decrease of 1.85%.\n"
            "\n"
            "| | 2021/22 | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|---|\n"
            "| Electricity consumption (kWh) | 1,364,152 | 1,484,021 | *1,488,832 | 1,516,441 |\n"
            "| Gas consumption (kWh) | 2,835,187 | 3,683,306 | *3,119,721 | 2,940,994 |"
        ),
        (
            "Electricity use has shown a marginal increase of 1.85%.\n"
            "\n"
            "| | 2021/22 | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|---|\n"
            "| Electricity consumption (kWh) | 1,364,152 | 1,484,021 | *1,488,832 | 1,516,441 |\n"
            "| Gas consumption (kWh) | 2,835,187 | 3,683,306 | *3,119,721 | 2,940,994 |"
        ),
    ),
    (
        (
            "Gas use has reduced by 8.1% since the year before.\n"
            "\n"
            "| | 2021/22 | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|---|\n"
            "| Electricity consumption (kWh) | 1,364,152 | 1,484,021 | *1,488,832 | 1,516,441 |\n"
            "| Gas consumption (kWh) | 2,835,187 | 3,683,306 | *3,119,721 | 2,940,994 |"
        ),
        (
            "Gas use has reduced by 5.7% since the year before.\n"
            "\n"
            "| | 2021/22 | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|---|\n"
            "| Electricity consumption (kWh) | 1,364,152 | 1,484,021 | *1,488,832 | 1,516,441 |\n"
            "| Gas consumption (kWh) | 2,835,187 | 3,683,306 | *3,119,721 | 2,940,994 |"
        ),
    ),
    (
        (
            "Water use rose by 4.1% in the year.\n"
            "\n"
            "| | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|\n"
            "| Water consumption (m3) | 45,210 | 46,118* | 44,228 |\n"
            "| Paper (reams) | 2,210 | 2,016 | 1,860 |"
        ),
        (
            "Water use fell by 4.1% in the year.\n"
            "\n"
            "| | 2022/23 | 2023/24 | 2024/25 |\n"
            "|---|---|---|---|\n"
            "| Water consumption (m3) | 45,210 | 46,118* | 44,228 |\n"
            "| Paper (reams) | 2,210 | 2,016 | 1,860 |"
        ),
    ),
    (
        (
            "1 April 2025\n"
            "\n"
            "The Plan was launched by the Mayor and the Chair of the Board on 10 May 2025."
        ),
        (
            "1 April 2025\n"
            "\n"
            "The Plan was launched by the Mayor and the Chair of the Board on 10 March 2025."
        ),
    ),
    (
        (
            "Four priority areas of focus emerged from the plan, after residents and employers "
            "had been heard.\n"
            "\n"
            "Officers have met with partners several times over the last year and have taken "
            "account of what was said.\n"
            "\n"
            "*Figure 2: The five priority areas of the Health Plan.*"
        ),
        (
            "Five priority areas of focus emerged from the plan, after residents and employers "
            "had been heard.\n"
            "\n"
            "Officers have met with partners several times over the last year and have taken "
            "account of what was said.\n"
            "\n"
            "*Figure 2: The five priority areas of the Health Plan.*"
        ),
    ),
    (
        (
            "The Board is committed to this through the launch of its Green Plan in January 2022 "
            "and a team of its own.\n"
            "\n"
            "Officers have met with partners several times over the last year and have taken "
            "account of what was said.\n"
            "\n"
            "The Green Plan was first launched in January 2021 and has been brought up to date."
        ),
        (
            "The Board is committed to this through the launch of its Green Plan in January 2022 "
            "and a team of its own.\n"
            "\n"
            "Officers have met with partners several times over the last year and have taken "
            "account of what was said.\n"
            "\n"
            "The Green Plan was first launched in January 2022 and has been brought up to date."
        ),
    ),
]


def _found(text: str) -> set[str]:
    paper = read_markdown(f"# Report to the Board\n\n{text}\n", "paper.md")
    return {finding.rule for finding in proofread_all((paper,), None, everything=False)}


@pytest.mark.parametrize(("wrong", "right"), _PAIRS, ids=range(len(_PAIRS)))
def test_a_plain_fault_is_found_and_the_paper_put_right_left_alone(wrong: str, right: str) -> None:
    assert _found(wrong)
    assert not _found(right)
