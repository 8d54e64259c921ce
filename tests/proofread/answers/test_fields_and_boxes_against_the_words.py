"""Fields answered “not applicable”, boxes ticked for no harm, and the words beside them."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.boxes_and_words import a_box_for_no_harm_stands_beside_no_harm
from moothall.proofread.answers.exempt_appendices import an_open_report_has_no_exempt_appendix
from moothall.proofread.answers.fields_and_things import (
    what_a_field_denies_the_report_does_not_bring,
)
from moothall.proofread.answers.final_assessments import a_stage_of_a_final_assessment_is_not_open

_RULES = (
    what_a_field_denies_the_report_does_not_bring,
    a_box_for_no_harm_stands_beside_no_harm,
    an_open_report_has_no_exempt_appendix,
    a_stage_of_a_final_assessment_is_not_open,
)


def _found(text: str) -> list[str]:
    read = read_markdown if "|---" in text else read_plain_text
    report = read(text, "report")
    return [finding.message for rule in _RULES for finding in rule(report)]


@pytest.mark.parametrize(
    "text",
    [
        "Legal: N/A\n\nA pre-action letter has come from the bidder that was second.",
        "Legal implications: none.\nThe tenant of the pier café has served a counter-notice.",
        "Staffing – not applicable.\nEleven lamplighters transfer to the trust on 1 July.",
        (
            "| Heading | Comment |\n|---|---|\n| Staffing | N/A |\n"
            "| Proposal | Four deckhands transfer under TUPE |"
        ),
        "Climate – does not apply to this report.\nA gas boiler goes back into the baths.",
        "Equalities – none.\nThe closure will bear hardest on wheelchair users.",
        "Exempt items? Yes ( ) No (X)\nPrices in Annex 2 are exempt under Schedule 12A.",
        "Is this report confidential? No\nAppendix C is restricted to members of the panel.",
        "Impact on age\n☐ Positive ☒ Neutral ☐ Negative\nOlder people will be left with no ferry.",
        "Negative impact? ☐ Yes ☒ No\nLone parents will be worse off by £11 a week.",
        (
            "| Group | No impact | Negative | Why |\n|---|---|---|---|\n"
            "| Disability | ✓ | | Wheelchair users will not be able to reach the quay |"
        ),
        (
            "EqIA status: COMPLETE – no further work called for\n"
            "Next steps: (i) redo the section on age; (ii) ask the Access Panel."
        ),
        "The finished heritage assessment is attached. The lamp trust has yet to be asked.",
    ],
)
def test_an_answer_that_the_words_belie_is_found(text: str) -> None:
    assert len(_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Legal implications: none.\nThe power to give the grant is in the Localism Act 2011.",
        "Property: N/A\nThe lease was surrendered under an earlier decision.",
        "Staffing: none\nThe contractor employs forty deckhands.",
        "Climate: not applicable\nIf gas boilers were kept the cost would rise.",
        "Equality: not applicable\nNo group is put at a disadvantage.",
        "Exempt items: No\nAppendix A gives the rents in full and is public.",
        (
            "Impact on age\n☐ Positive ☒ Neutral ☐ Negative\nThe ferry makes it less hard, so that "
            "older people are not cut off."
        ),
        "EIA status: complete\nActions: hold a workshop with staff on the rota in May.",
        "The completed equality analysis is attached. The policy has yet to be adopted.",
        "The final risk assessment is attached. The consultation on the budget opens in May.",
    ],
)
def test_an_answer_that_the_words_bear_out_is_left_alone(text: str) -> None:
    assert _found(text) == []
