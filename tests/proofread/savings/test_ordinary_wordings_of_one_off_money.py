"""One-off money and lasting cost in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.savings.lasting_money import RULES as LASTING_MONEY
from moothall.proofread.savings.once_of_a_thing import RULES as ONCE_OF_A_THING
from moothall.proofread.savings.one_off_money import RULES as ONE_OFF_MONEY
from moothall.proofread.savings.paid_for_ever import RULES as PAID_FOR_EVER
from moothall.proofread.savings.savings import RULES as SAVINGS
from ordinary_wordings import found_by

_RULES = (*ONCE_OF_A_THING, *LASTING_MONEY, *ONE_OFF_MONEY, *PAID_FOR_EVER, *SAVINGS)
FOUND = (
    "2.1 £2m of capital receipts will be used to meet the annual licence fees of the fleet.",
    (
        "2.1 The night ferry, at £0.6m a year, is paid for by a one-off drawdown of £0.6m from"
        " the smoothing reserve."
    ),
    "2.1 We have built £3m a year of lasting benefits into the plan from the sale of the old dock.",
    (
        "2.1 Rent of £0.4m, received in 2024-25 only, has been built into the base budget as"
        " income of £0.4m every year."
    ),
    "2.1 A one-off grant of £400,000 will fund the two permanent posts.",
    ("2.1 The ongoing cost of the service, £120,000 a year, will be met from reserves."),
    ("2.1 The running costs of the lamp store will be paid for out of capital receipts."),
    "2.1 The sale of the old harbour office will save £1.2 million each year.",
    "2.1 It is proposed to build the one-off government grant into the base budget.",
    ("2.1 Salaries of the ferry crews are to be funded from the sale of land at Quayside."),
    ("2.1 The grant is for one year only. It has been added to the base budget from 2025-26."),
    (
        "2.1 The capital receipt of £900,000 from the depot will reduce the revenue "
        "budget gap in every year of the plan."
    ),
    ("2.1 Reserves of £2 million will be used to pay for the annual cost of street lamps."),
    (
        "2.1 The non-recurring income from the settlement has been treated as a "
        "permanent reduction in the budget."
    ),
    "2.1 The permanent posts will be funded from the one-year grant.",
    ("2.1 Recurring savings of £500,000 will come from the disposal of the ferry house."),
    "2.1 The one-off saving of £300,000 recurs in each year of the medium term plan.",
    ("2.1 The pay award of £80,000 a year will be met by a draw on the general reserve."),
    ("2.1 We will use the proceeds of the sale of the pier to meet day-to-day running costs."),
    ("2.1 One-off funding of £250,000 will be used to meet the continuing cost of the wardens."),
    "2.1 The £600,000 from the sale of the yard is an annual saving.",
    ("2.1 A drawdown from reserves of £150,000 will support the permanent staffing structure."),
    (
        "RECOMMENDATIONS\n"
        "\n"
        "That Cabinet agree that the recurring cost of £75,000 be funded from the "
        "transformation reserve."
    ),
    (
        "2.1 Temporary funding of £90,000 ends in March 2026 and is assumed in the "
        "base budget for later years."
    ),
    (
        "2.1 The rebate was received once, in 2024, and is shown as income of £45,000"
        " a year in the plan."
    ),
    ("2.1 The pilot grant, which ends in March 2025, pays for three permanent officers."),
    "2.1 Selling the boat yard will bring in £700,000 a year.",
    ("2.1 The insurance payout of £200,000 has been built into the budget as recurring income."),
    "2.1 The saving of £350,000 a year arises from the sale of surplus lamps.",
    ("2.1 The council will meet the yearly subsidy of the ferry from the sale of its shares."),
    "• Ongoing revenue costs of £40,000 to be financed from capital.",
    (
        "2.1 The salaries of the two wardens will be paid out of the one-off "
        "contribution from the harbour trust."
    ),
    ("2.1 We propose to use £300,000 of balances to meet the permanent cost of the night ferry."),
    "2.1 A time-limited grant supports the recurring pressure of £45,000.",
    ("2.1 The permanent increase in staffing is to be financed by the disposal of the old pier."),
    ("2.1 The VAT refund has been included in the base budget for every year of the plan."),
    "2.1 The disposal of the yard office yields £85,000 per annum.",
    "2.1 Running costs of £22,000 are covered by a temporary underspend.",
    "2.1 The one-off windfall has been consolidated into the base budget.",
    "That the ongoing revenue cost be met from the general fund balance.",
    "2.1 The short-term funding will sustain the permanent team.",
    (
        "2.1 The council is to fund the wages of the bridge keepers from the disposal"
        " of the ferry house."
    ),
    "2.1 Permanent staff are being paid from a grant that ends next March.",
    "2.1 The shortfall of £70,000 a year will be made good from reserves.",
    "2.1 It is assumed that the one-off rebate is received every year.",
    "2.1 Continuing costs of £35,000 would be borne by the one-off fund.",
    (
        "2.1 The yearly cost of the lamp wardens, £64,000, is to be paid with the "
        "proceeds of the land sale."
    ),
    "2.1 Reserves will be drawn on to fund ongoing expenditure of £210,000.",
    ("2.1 The base budget has been increased by the one-off grant of £90,000 each year."),
    ("2.1 A non-recurring receipt of £75,000 finances two permanent posts in the ferry team."),
    "2.1 The insurance settlement gives an annual saving of £40,000.",
    "2.1 Ongoing salaries of £48,000 will be supported from the sale of the tug.",
    "2.1 A one-year allocation has been baselined as permanent funding.",
    "2.1 The release of reserves will pay for the annual running costs of the lamps.",
)
LEFT_ALONE = (
    "2.1 A one-off grant of £400,000 will fund the purchase of two boats.",
    ("2.1 The ongoing cost of the service, £120,000 a year, will be met from the base budget."),
    "2.1 The one-off cost of the move will be met from reserves.",
    (
        "2.1 The sale of the old harbour office will raise £1.2 million and save "
        "running costs of £80,000 each year."
    ),
    "2.1 The one-off grant has not been built into the base budget.",
    "2.1 Reserves are one-off and should not be used to fund ongoing costs.",
    ("2.1 Capital receipts will be used to repay debt, which saves interest of £50,000 a year."),
    "2.1 The grant is for one year only and the post is fixed term until March 2026.",
    "2.1 It would be imprudent to meet recurring costs from the sale of land.",
    "2.1 Selling the depot will save £90,000 a year in rent, rates and repairs.",
    "2.1 The annual contribution to reserves is £200,000.",
    "2.1 The overspend of £300,000 in 2024-25 will be met from the general reserve.",
    "2.1 Temporary staff are funded from the one-year grant.",
    (
        "2.1 One-off costs of £250,000 will be met from reserves and the recurring "
        "saving is £400,000 a year."
    ),
    ("2.1 The reserve will be used in 2025-26 only, while permanent savings are found."),
    "2.1 The annual grant of £250,000 is in the base budget.",
    "2.1 The budget no longer relies on one-off funding for recurring costs.",
    (
        "2.1 Ongoing revenue costs of £40,000 will be met from the existing revenue "
        "budget and the capital cost from borrowing."
    ),
    "2.1 The council uses an annual review of reserves to set its budget.",
    "2.1 Interest on the reserve brings in £30,000 a year.",
    (
        "2.1 The one-off saving of £300,000 falls in 2025-26 and is removed from the "
        "base in 2026-27."
    ),
    ("2.1 Each year the council sells surplus lamps, which brings in about £20,000 a year."),
    ("2.1 The auditor asked whether recurring costs are funded from reserves. They are not."),
    ("2.1 If no savings are found the ongoing cost would have to be met from reserves."),
    "2.1 The rental of the boat yard brings in £70,000 a year.",
    "2.1 The grant ends in March 2025 and the three posts will end with it.",
    ("2.1 Redundancy costs will be met from capital receipts under the flexible use direction."),
    (
        "2.1 The one-off grant replaces base budget in 2025-26 only, and the base "
        "budget is restored in 2026-27."
    ),
    "2.1 The annual report on the use of reserves is attached.",
    "2.1 The sale of the yard reduces running costs by £20,000 a year.",
    "2.1 Capital receipts will fund the purchase of new lamps.",
    ("2.1 The one-off grant has been used to buy boats, which saves £12,000 a year in hire."),
    "2.1 Permanent staff will be paid from the base budget once the grant ends.",
    ("2.1 Reserves will support the budget in 2025-26 and savings replace them from 2026-27."),
    (
        "2.1 The council holds earmarked reserves for running costs of the academy in"
        " line with its policy."
    ),
    (
        "2.1 Annual revenue costs of £30,000 will be funded by the general fund, with"
        " a contribution from reserves in the first two years."
    ),
    "2.1 The smoothing reserve will support the night ferry, at £0.6m a year, for two years.",
    "2.1 The proposal for 2025-26 is to use £2m of capital receipts to build a new slipway.",
    "2.1 The sale of advertising space brings in £20,000 a year.",
    "2.1 The sale of garden waste subscriptions generates £300,000 a year.",
    "2.1 The grant funds three officers for the duration of the project.",
    ("2.1 Temporary funding supports the service until the permanent team is recruited."),
    ("2.1 The pilot scheme will be supported by reserves and, if it works, by the base budget."),
)


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_the_fault_is_found_in_ordinary_words(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_right_in_ordinary_words_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()
