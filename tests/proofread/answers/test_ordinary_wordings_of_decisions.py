"""Decisions and delegations with nobody named, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.answers.deciders import RULES as DECIDERS
from moothall.proofread.answers.delegations import RULES as DELEGATIONS
from ordinary_wordings import found_by

_RULES = (*DECIDERS, *DELEGATIONS)
FOUND = (
    (
        "2.1 Mr Wick stepped down after talks with the Board. This appointment was subsequently"
        " approved."
    ),
    "2.1 The fares for the night ferry will be determined based on what is affordable.",
    "2.1 The number of lamps will be decided in the light of available money.",
    ("2.1 That authority be delegated, in consultation with the Leader, to agree the final terms."),
    "2.1 It was resolved to proceed with the closure.",
    "2.1 It has been decided that the contract will not be renewed.",
    "2.1 Approval has been given for the post to be advertised.",
    "2.1 A decision was taken to close the lamp store.",
    "2.1 It was agreed that the ferry would be withdrawn.",
    "2.1 The closure has been approved.",
    "2.1 The decision has been made to move the harbour office.",
    "2.1 Permission was granted to sell the land.",
    "2.1 The tender was accepted.",
    "2.1 It has been agreed to extend the contract by two years.",
    "2.1 The proposal was rejected.",
    "2.1 The budget for the works has been signed off.",
    "RECOMMENDATIONS\n\nThat delegated authority be given to finalise the contract.",
    "2.1 Delegated powers were used to let the contract.",
    "2.1 Authority has been granted to enter into the lease.",
    "2.1 It is now the settled decision that the pier will close.",
    "2.1 The scheme was given the go-ahead in January.",
    "2.1 A waiver of contract standing orders was approved.",
    (
        "RECOMMENDATIONS\n"
        "\n"
        "That power be delegated to sign the agreement, after consulting the Cabinet Member."
    ),
    "2.1 In November it was decided not to appoint a new harbour master.",
    "2.1 Funding of £80,000 has been approved for the lamps.",
    "2.1 It was determined that the second option would be taken forward.",
    "2.1 Consent has been given for the sale of the ferry.",
    "2.1 In December it was agreed that the kiosk should be let.",
    "2.1 That delegated authority be granted to settle the terms of the lease.",
    "2.1 The purchase of the tug has been authorised.",
    "2.1 The request was turned down in March 2024.",
    "2.1 It was resolved that no further boats be bought.",
    "2.1 Consent was obtained for the works.",
    (
        "2.1 To delegate authority, following consultation with the Cabinet Member, "
        "to award the contract."
    ),
    "2.1 A decision has been reached to end the night ferry.",
    "2.1 It had already been decided to sell the yard.",
    "2.1 The go-ahead has been given for the new lamps.",
    "2.1 Delegated authority is sought to conclude the negotiations.",
    "2.1 A final decision was taken not to bid.",
    "2.1 The lease has been agreed.",
    "2.1 The motion to sell was approved.",
    "2.1 That authority to vary the fees be delegated.",
    "2.1 It has since been decided to keep the kiosk open.",
    ("2.1 That delegated powers be given, in consultation with the Chair, to sign the deed."),
    "2.1 The extension of the lease was approved in June 2024.",
    "2.1 A decision was made to stop the night ferry.",
    "2.1 Formal approval has now been obtained to buy the tug.",
    "2.1 It was decided in January to sell the tug.",
    "2.1 The contract has been approved.",
    (
        "2.1 That authority be delegated to finalise the scheme, in consultation with"
        " the Cabinet Member."
    ),
)
LEFT_ALONE = (
    (
        "2.1 That authority be delegated to the Director of Harbours, in consultation"
        " with the Leader, to agree the final terms."
    ),
    "2.1 It was resolved by Cabinet to proceed with the closure.",
    "2.1 The Council has decided that the contract will not be renewed.",
    "2.1 Cabinet gave approval for the post to be advertised.",
    "2.1 A decision was taken by the Leader to close the lamp store.",
    ("2.1 Cabinet met on 9 January 2025. It was agreed that the ferry would be withdrawn."),
    "2.1 It is recommended that the closure be approved.",
    "2.1 The decision will be made at the meeting of Cabinet in March 2025.",
    "2.1 Permission was granted by the Harbour Board to sell the land.",
    "2.1 If the scheme is approved, works will begin in May 2025.",
    "2.1 No decision has been taken.",
    "2.1 Once approval has been given, the post will be advertised.",
    ("2.1 At its meeting in January Cabinet considered the scheme. Approval was given."),
    "2.1 The budget was approved by full Council on 15 February 2024.",
    "2.1 Approved budget: £80,000.",
    "2.1 Members are asked whether the contract should be extended.",
    "2.1 At Cabinet on 9 January it was decided not to appoint a new harbour master.",
    "2.1 The Director, under delegated powers, let the contract.",
    "2.1 The officer scheme of delegation allows contracts to be let.",
    "2.1 The approved programme includes four harbours.",
    "2.1 It has not been decided whether the ferry will be replaced.",
    "2.1 The Leader's decision of 3 December 2024 approved the lease.",
    "2.1 Planning permission was granted by Saltmarsh District Council.",
    "RESOLVED that the report be noted.",
    "2.1 Approval is sought for the sale of the ferry.",
    ("2.1 Following approval at the Harbours Committee in December, the fees were increased."),
    "2.1 The decision-making process is set out in the constitution.",
    "2.1 Where a grant has been approved the applicant is told within ten days.",
    (
        "2.1 Delegated authority to conclude the negotiations is sought for the "
        "Director of Harbours."
    ),
    "2.1 Cabinet approved the lease in May 2024.",
    (
        "2.1 The Board considered three people for the post. The appointment was subsequently"
        " approved."
    ),
    "2.1 Fares will be determined by the Harbour Master based on what is affordable.",
    "2.1 What is built will depend on what is affordable.",
    "2.1 The lease has been agreed with the harbour trust.",
    "2.1 The motion was put and, on a vote of members, was approved.",
    "2.1 That authority to vary the fees be delegated to the Harbour Master.",
    "2.1 Agreement is expected in June 2025.",
    ("2.1 Members approved the scheme in May, and it was agreed that works begin in June."),
    "2.1 The minutes were agreed as a correct record.",
    "2.1 The terms of reference were approved at the first meeting of the board.",
    "2.1 Officers have delegated authority to let contracts of up to £50,000.",
    ("2.1 Delegated authority is given in the constitution to the Director to settle claims."),
    (
        "2.1 Under the scheme of delegation, authority has been delegated to officers"
        " to settle claims."
    ),
)


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_the_fault_is_found_in_ordinary_words(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_right_in_ordinary_words_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()
