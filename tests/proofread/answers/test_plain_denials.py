"""What a paper plainly denies, and elsewhere tells."""

import pytest

from markdown_reports import shown
from moothall.proofread.answers.plain_denials import what_is_plainly_denied_is_not_told

_PAIRS = [
    (
        (
            "The review does not propose any closures. Savings come from lamps.\n"
            "\n"
            "The closure of the Pier centre in July saves £140,000."
        ),
        (
            "The review does not propose any closures. Savings come from lamps.\n"
            "\n"
            "The closure of the consultation in July was on time."
        ),
    ),
    (
        (
            "No compulsory redundancies are planned.\n"
            "\n"
            "Three staff will be made redundant in autumn."
        ),
        ("No compulsory redundancies are planned.\n\nTwo staff left by voluntary redundancy."),
    ),
    (
        (
            "The scheme is delivered without borrowing.\n"
            "\n"
            "The £1.2m left will be met from prudential borrowing over 25 years."
        ),
        (
            "The scheme is delivered without borrowing.\n"
            "\n"
            "An option that is met from prudential borrowing was rejected."
        ),
    ),
    (
        (
            "The proposal has not been subject to consultation.\n"
            "\n"
            "The 214 replies to the consultation were read in June."
        ),
        (
            "The proposal has not been subject to consultation.\n"
            "\n"
            "The 214 replies to the consultation of last year were read in June."
        ),
    ),
    (
        (
            "There is no effect on carbon emissions.\n"
            "\n"
            "The vans will add some 74 tonnes of CO2 a year."
        ),
        (
            "There is no effect on carbon emissions.\n"
            "\n"
            "The vans could add some 74 tonnes of CO2 a year."
        ),
    ),
    (
        (
            "Wards affected: All\n"
            "\n"
            "The zone lies in Pier and Quay wards and no other ward is affected."
        ),
        (
            "Wards affected: Pier, Quay\n"
            "\n"
            "The zone lies in Pier and Quay and no other ward is affected."
        ),
    ),
    (
        (
            "Exempt information: None\n"
            "\n"
            "Prices are in Appendix B, which is exempt under paragraph 3."
        ),
        (
            "Exempt information: Appendix B\n"
            "\n"
            "Prices are in Appendix B, which is exempt under paragraph 3."
        ),
    ),
]


@pytest.mark.parametrize(("wrong", "right"), _PAIRS)
def test_what_is_denied_and_told_is_found(wrong: str, right: str) -> None:
    assert len(shown(what_is_plainly_denied_is_not_told, wrong)) == 1
    assert shown(what_is_plainly_denied_is_not_told, right) == []
