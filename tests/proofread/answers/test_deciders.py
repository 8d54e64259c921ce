"""Decisions: by whom?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.deciders import RULES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread

_VERBS = st.sampled_from(["agreed", "decided", "approved", "resolved"])
_OPENINGS = st.sampled_from(["It was", "It has been", "It had been", "It has previously been"])
_CONTENTS = st.sampled_from(
    [
        "that a joint director would be appointed",
        "to undertake a shared programme between the two councils",
        "that the contract with the provider be extended by the Council",
    ]
)
_BODIES = st.sampled_from(
    [
        "by Cabinet",
        "by the Executive Board",
        "by members of both councils",
        "at the meeting of the Scrutiny Committee",
        "in March by the Schools Forum",
        "at Budget Council",
        "with the trade unions",
    ]
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"2.1 {text}", "r"),), RULES)


@given(_OPENINGS, _VERBS, _CONTENTS)
def test_a_decision_without_a_decider_is_found(opening: str, verb: str, content: str) -> None:
    findings = _found(f"{opening} {verb} {content}.")
    assert [finding.confidence for finding in findings] == [Confidence.MEDIUM]


@given(_OPENINGS, _VERBS, _BODIES, _CONTENTS)
def test_a_decision_with_its_decider_is_left_in_peace(
    opening: str, verb: str, body: str, content: str
) -> None:
    assert _found(f"{opening} {verb} {body} {content}.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "It has been agreed that:",
        "Following the appointment of an Executive Director, it was agreed that each has one head.",
        "As part of workstream 2, it has been agreed to undertake a programme.",
        "In line with the Council's policy of 2019, no change; it was decided to close the site.",
    ],
)
def test_decisions_of_nobody_are_found(sentence: str) -> None:
    assert len(_found(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "At its meeting on 3 March the Cabinet considered the matter and it was agreed to proceed.",
        "If it was agreed to proceed, the cost would fall next year.",
        "The agreed budget is £2m, and the approved plan stands.",
        "It is proposed that updates are brought to this committee.",
        "It was clarified that the status had been awarded in 2018.",
        "It was felt that an earlier start would help.",
        "Planning permission was approved in 2019.",
        "The Committee agreed that the report be noted.",
        "The matter was considered by the Board in May. It was agreed to go on.",
        "It was determined that the boiler was beyond repair.",
        "Once it has been agreed by Council, the scheme starts.",
    ],
)
def test_what_is_no_decision_or_has_a_decider_is_left_in_peace(sentence: str) -> None:
    assert _found(sentence) == ()


@pytest.mark.parametrize(
    "opening",
    [
        "Minutes:\n\nThe Director submitted a report.\n\n",
        "Minutes of the Cabinet held on 4 January\n\n",
        "Present: Councillors Hart and Davis\n\nApologies for absence\n\n",
        "RESOLVED – That the report be noted.\n\nThe Committee considered a report.\n\n",
    ],
)
def test_minutes_are_the_decisions_of_their_body(opening: str) -> None:
    report = read_plain_text(f"{opening}It was agreed that the item be deferred.", "r")
    assert proofread((report,), RULES, everything=True) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "A decision on the future of the pool will be taken in due course.",
        "A final decision will be made at a later date.",
        "Approval was given to proceed with the scheme.",
        "Authority has been given for the purchase of the land.",
        "The decision was taken to close the centre in May.",
        "In the event of a deadlock the matter is to be settled.",
        "If the two sides are in dispute the amount will be determined.",
        "The allocation of the remaining fund will be decided in due course.",
        "That it be agreed whether the hall should be sold.",
        "Members are asked to agree that a decision on the extra cost be made in due course.",
        "The go-ahead was given in June.",
    ],
)
def test_decisions_given_and_decisions_to_come_want_a_decider(sentence: str) -> None:
    assert len(_found(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "A decision on the scheme will be taken in due course by the Director.",
        "The rate will be determined by the number of pupils on roll.",
        "The final allocation will be determined following the settlement.",
        "Cabinet considered the options in May. It was agreed that option 2 be pursued.",
        "It was agreed as part of the 2025/26 budget that fees rise.",
        "Planning permission was granted in June.",
        "Disputes will be determined by an independent arbitrator.",
        "Once a decision has been made residents will be told.",
        "The Secretary of State's decision will be made in the autumn.",
        "The Committee is recommended to agree that the report be noted.",
    ],
)
def test_a_decider_in_any_place_is_seen(sentence: str) -> None:
    assert _found(sentence) == ()
