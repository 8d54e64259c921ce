"""What a record says there was none of, and tells of elsewhere; and forms with such answers."""

import pytest

from markdown_reports import shown
from moothall.proofread.answers.denied_topics import what_is_denied_is_not_told as topics
from moothall.proofread.answers.none_and_some import RULES


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("Nobody declared an interest.", "Cllr Ash declared an interest in item 4."),
        ("No declarations of interest were made.", "Mrs Elm declared a pecuniary interest."),
        ("There were no questions from the public.", "A member of the public asked about lamps."),
        ("The motion was carried unanimously.", "Cllr Ash voted against."),
        ("The vote was unanimous.", "There were two abstentions."),
        ("All members were present.", "Apologies: Cllr Birch."),
        ("There were no apologies.", "Apologies were received from Councillor Birch."),
        ("There are no risks.", "The main risk is that the grant ends."),
        ("No objections were received.", "Two residents objected to the loss of light."),
        ("This decision is not subject to call-in.", "Members may call in this decision by May."),
        ("The item was deferred.", "RESOLVED: that the item be approved."),
    ],
)
def test_none_and_then_some_are_told(denied: str, told: str) -> None:
    assert len(shown(RULES[0], f"{denied}\n\n{told}")) == 1
    assert not shown(RULES[0], denied)


@pytest.mark.parametrize(
    "text",
    [
        "No other declarations of interest were made.\n\nCllr Ash declared an interest in item 4.",
        "There were no further questions from the public.\n\nA member of the public asked why.",
        "# Lamps\n\nThe motion was carried unanimously.\n\n# Pier\n\nCllr Ash voted against.",
        "# Lamps\n\nThe item was deferred.\n\n# Pier\n\nRESOLVED: that the item be approved.",
        "There are no risks that cannot be met.\n\nThe main risk is that the grant ends.",
        "# Ash Lane\n\nNo objections were received.\n\n# Elm Lane\n\nTwo residents objected.",
        "All members were present at the last meeting.\n\nApologies: Cllr Birch.",
    ],
)
def test_none_other_and_other_items_are_left_alone(text: str) -> None:
    assert not shown(RULES[0], text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Climate impact: neutral.\n\nThe pier will add 120 tonnes of carbon a year.", 1),
        ("Wards affected: All\n\nThe scheme is in Ash ward only.", 1),
        ("Risk rating: Low\n\nThe overall risk has been assessed as high.", 1),
        ("Risk rating: High\n\nThe overall risk has been assessed as low.", 1),
        ("Climate impact: neutral.\n\nThe pier was built with 120 tonnes of steel.", 0),
        ("Wards affected: All\n\nThe scheme is in every ward.", 0),
        ("Risk rating: High\n\nThe overall risk has been assessed as high.", 0),
    ],
)
def test_answers_of_forms_agree_with_the_text(text: str, wrong: int) -> None:
    assert len(shown(topics, text)) == wrong
