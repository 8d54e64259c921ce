"""Two persons in an office that one alone can hold."""

import pytest

from markdown_reports import shown
from moothall.proofread.names.holders_of_an_office import an_office_has_one_holder

_WRONG = [
    (
        "Contact officer: Martin Oak, Head of Licensing\n"
        "\n"
        "The review was led by the Head of Licensing, Judith Ash, with support from two "
        "officers."
    ),
    (
        "The Portfolio Holder for Housing, Councillor Oak, will sign it. Tenants were written"
        " to in April and answered in May. Councillor Ash, Portfolio Holder for Housing, met "
        "them."
    ),
]
_RIGHT = [
    (
        "Contact officer: Martin Oak, Head of Licensing\n"
        "\n"
        "The review was led by the former Head of Licensing, Judith Ash, with support from "
        "two officers."
    ),
    (
        "Contact officer: Martin Oak, Head of Licensing\n"
        "\n"
        "The review was led by the Head of Planning, Judith Ash, with support from two "
        "officers."
    ),
    (
        "Both councils took part. Martin Oak, Head of Licensing, wrote it.\n"
        "\n"
        "The review was led by the Head of Licensing, Judith Ash, with support from two "
        "officers."
    ),
    (
        "Martin Oak and Judith Ash, Head of Licensing, wrote it.\n"
        "\n"
        "Martin Oak, Head of Licensing, spoke."
    ),
]


@pytest.mark.parametrize("text", _WRONG)
def test_two_holders_of_one_office_are_found(text: str) -> None:
    assert len(shown(an_office_has_one_holder, text)) == 1


@pytest.mark.parametrize("text", _RIGHT)
def test_one_holder_or_two_in_turn_are_left_alone(text: str) -> None:
    assert shown(an_office_has_one_holder, text) == []
