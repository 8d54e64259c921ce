"""Savings claimed without a figure, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.savings.saving_claims import RULES as SAVING_CLAIMS
from moothall.proofread.savings.saving_wordings import RULES as SAVING_WORDINGS
from ordinary_wordings import found_by

_RULES = (*SAVING_CLAIMS, *SAVING_WORDINGS)
FOUND = (
    "Moving to one harbour team brings resilience and significant savings to both councils.",
    "Members should agree, since it'll generate substantial savings on the ferries.",
    "The new lamps are dear, but members can be assured that the option pays for itself.",
    "Sharing the wardens saves both councils a good deal of money.",
    "2.1 The proposal will save a significant amount of money.",
    "2.1 This option will deliver substantial savings to the council.",
    "2.1 The new ferry contract will lead to considerable efficiencies.",
    "2.1 Moving to the new store is expected to save money in the long run.",
    "2.1 The recommended option offers the best value for money.",
    "2.1 The scheme will pay for itself.",
    "2.1 Savings will be made by merging the two lamp teams.",
    "2.1 The merger of the depots will generate savings.",
    "2.1 The proposed closure will reduce costs.",
    ("2.1 There will be significant financial benefits from the transfer of the harbour."),
    "2.1 The investment will be recovered many times over.",
    "2.1 The proposals in this report will result in a reduction in running costs.",
    ("2.1 It is anticipated that the change will be cheaper to run than the present service."),
    "2.1 Major savings are expected from the new contract.",
    "2.1 The new lamps are proven to reduce crime.",
    "2.1 Evidence shows that residents will benefit from the change.",
    "2.1 The proposal will bring large cost reductions for the authority.",
    "2.1 Financial implications: the proposal will produce savings.",
    "2.1 Option 2 would be far less expensive than the current arrangements.",
    "2.1 By agreeing the recommendation the council will achieve sizeable economies.",
    "• Huge savings from sharing the ferry office.",
    "2.1 Adopting the new system will cut costs dramatically.",
    "2.1 The new arrangements will more than cover their costs.",
    "2.1 The restructure will free up money for the front line.",
    ("RECOMMENDATIONS\n\nThat Cabinet agree the merger of the two depots, which will save money."),
    "2.1 Sharing the lamp store with Wickton will bring down overheads sharply.",
    "2.1 The new boats are known to reduce delays.",
    "2.1 The proposed move would save the council a considerable sum.",
    "2.1 Closing the kiosk will produce efficiencies.",
    "2.1 Option B would prove considerably cheaper to run.",
    "2.1 Sizeable economies are foreseen from the joint purchase of oil.",
    "2.1 The outlay will soon be recouped.",
    "2.1 The recommended bid represents excellent value for money.",
    "2.1 The purchase of the tug will lead to a large fall in hire costs.",
    "2.1 The change would release resources for other harbours.",
    "2.1 Replacing the boilers will slash energy bills.",
    "2.1 The merger is projected to yield worthwhile economies.",
    "2.1 The scheme would be self-financing.",
    "2.1 There will be a marked reduction in spending as a result of the move.",
    "2.1 Research shows that ferries reduce loneliness.",
    "2.1 Moving to electric ferries will deliver great savings for the council.",
    "2.1 The proposed contract would cost the council less.",
    "2.1 Large efficiencies are anticipated as a result of the merger.",
    "2.1 The investment will more than pay for itself.",
    "2.1 Introducing the card will cut administration costs.",
    "2.1 Joining the two crews is expected to lead to big savings.",
    "2.1 Converting the lamps will lower electricity costs.",
    "2.1 The proposals will deliver real efficiencies.",
)
LEFT_ALONE = (
    "2.1 The proposal will save £120,000 a year from 2025-26.",
    "2.1 This option will deliver substantial savings, as set out in Table 1.",
    "2.1 The council needs to make significant savings over the next four years.",
    "2.1 The proposal will save money. The saving is £45,000 in a full year.",
    "2.1 There are no savings from this proposal.",
    "2.1 The Cabinet Member thanked officers for the savings made.",
    "2.1 Savings targets are monitored every month.",
    "2.1 Option 2 would not save money.",
    "2.1 The consultant was asked whether the move would reduce costs.",
    "2.1 The council aims to offer good value for money in all that it does.",
    "2.1 It is not yet known whether the proposal will save money.",
    "2.1 Residents said that the ferry saves them time.",
    ("2.1 The savings of £300,000 set out in the budget will be delivered by the merger."),
    "2.1 The policy encourages services to look for efficiencies.",
    "2.1 Officers will report back on what savings could be made.",
    "2.1 The harbour must find savings in the years ahead.",
    "2.1 The proposal will reduce costs by 12%, from £100,000 to £88,000.",
    "2.1 Energy saving lamps were fitted in 2019.",
    "2.1 Life saving equipment is kept at the harbour.",
    "2.1 The savings programme is overseen by the board.",
    "2.1 The aim of the strategy is to improve outcomes and to reduce cost.",
    "2.1 The contract will be let on the basis of best value.",
    "2.1 The benefits of the scheme are shown in Appendix A.",
    "2.1 Savings from the merger have been estimated by the auditor at £60,000.",
    ("2.1 A member asked what the closure would save. Officers undertook to write to members."),
    ("2.1 The merger will generate savings. These are estimated at £1.1m over three years."),
    "2.1 The committee was set up to find savings.",
    "2.1 The saving in 2024-25 was £30,000 and a like saving will be made next year.",
    "2.1 Officers will explore savings from joint buying.",
    ("2.1 Research by the University of Saltmarsh shows that ferries reduce loneliness."),
    "2.1 Reducing costs is one of our priorities.",
    "2.1 Tenders will be judged on value for money.",
    (
        "2.1 The contract will be awarded to the lowest tenderer, saving residents "
        "from higher charges."
    ),
    "2.1 Evidence shows that 45% of users are over 65.",
    ("2.1 The new system will reduce the costs of maintenance, which are £40,000 a year, by half."),
    ("2.1 Replacing the roof will reduce maintenance costs. The estimate is £8,000 a year."),
    "2.1 This will save £4,000.",
)


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_the_fault_is_found_in_ordinary_words(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_right_in_ordinary_words_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()
