"""One duty, product, firm or person told in two ways, in ordinary words, and what is two.

A stroke parts lines, two strokes part paragraphs.
"""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.names import (
    duties,
    exchanged_words,
    longer_names,
    name_variants,
    names_in_a_frame,
    names_in_step,
    people_told_twice,
    surnames,
)
from ordinary_wordings import found_by, papers

_OF_NAMES = tuple(
    chain.from_iterable(
        module.RULES
        for module in (
            duties,
            exchanged_words,
            longer_names,
            name_variants,
            names_in_a_frame,
            people_told_twice,
            surnames,
        )
    )
)

_FOUND = """
Report to Cabinet, 4 March 2025 // 1. The Director of Piers has been named as the project sponsor.
/ 2. Works begin in May. / 3. The Director of Ferries is the sponsor of the project.
---
Report to Cabinet, 4 March 2025 // 1. The Head of Lamps is the Senior Responsible Officer (SRO)
for the programme. / 2. Works begin in May. / 3. The SRO for the programme is the Head of
Moorings.
---
Report to Cabinet, 4 March 2025 // Executive sponsor: Ann Holt // 1. Works begin in May. / 2. The
executive sponsor is Tom Reed.
---
Report to Cabinet, 4 March 2025 // 1. Northquay Council, as accountable body for the fund, will
hold the money. / 2. Works begin in May. / 3. Southquay Council is the accountable body for the
fund.
---
Report to Cabinet, 4 March 2025 // 1. The ferry pilot will be led by the Head of Ferries. / 2.
Works begin in May. / 3. The Head of Lamps leads the ferry pilot.
---
Report to Cabinet, 4 March 2025 // 1. The Quay Board will be chaired by the Portfolio Holder for
Ferries. / 2. It meets in May. / 3. The Chief Executive will chair the Quay Board.
---
Report to Cabinet, 4 March 2025 // 1. The project is sponsored by the Director of Piers. / 2.
Works begin in May. / 3. The sponsor of the project is the Director of Ferries.
---
Report to Cabinet, 4 March 2025 // Project sponsor: Director of Piers // 1. Works begin in May. /
2. The project sponsor is the Director of Ferries, who reports each month.
---
Report to Cabinet, 4 March 2025 // 1. The senior responsible owner is the Head of Lamps. / 2.
Works begin in May. / 3. The Head of Moorings is the senior responsible owner for the programme.
---
Report to Cabinet, 4 March 2025 // 1. Westport Council will be the accountable body for the grant.
/ 2. Works begin in May. / 3. The accountable body for the grant is Easthaven Council.
---
Report to Cabinet, 4 March 2025 // 1. The Pier Lighting Board is chaired by the Leader of the
Council. / 2. It meets in May. / 3. The Chief Executive chairs the Pier Lighting Board.
---
Report to Cabinet, 4 March 2025 // 1. The budget holder is the Head of Lamps. / 2. Works begin in
May. / 3. The budget holder for the scheme is the Head of Moorings.
---
Report to Cabinet, 4 March 2025 // 1. Cabinet is asked to delegate authority to the Director of
Piers to award the lamp contract. / 2. Works begin in May. / 3. The award of the lamp contract is
delegated to the Director of Ferries.
---
Report to Cabinet, 4 March 2025 // Lead officer: Head of Lamps // 1. The lamps are old. / 2. The
lead officer for this work is the Head of Moorings.
---
Report to Cabinet, 4 March 2025 // 1. The contract will be managed by the Lighting Manager. / 2.
It runs for a year. / 3. The contract manager is the Mooring Officer.
---
Report to Cabinet, 4 March 2025 // Report author: Jane Ferris // 1. The lamps are old. / 2. For
further information contact Jayne Ferris, Harbour Manager.
---
Report to Cabinet, 4 March 2025 // Contact: Tom Reed, Head of Lighting // 1. The lamps are old. /
2. Finance comments: the cost is met. Cleared by Tom Reed, Assistant Director of Finance.
---
Report to Cabinet, 4 March 2025 // Author: Ann Holt, Harbour Engineer // 1. The lamps are old. /
5. Legal implications: none. Approved by Ann Holt, Head of Legal Services.
---
Report to Cabinet, 4 March 2025 // 1. The survey was run by Seaview for the Council. Seaview
posted the forms. / 2. Seaview rang those who did not answer. / 3. Seafinder managed to reach a
good sample.
---
Report to Cabinet, 4 March 2025 // 1. The Glow lamp sensor was tried. The Glow device is small. /
2. The Glow sensors were fixed to piers. / 3. Although the Glint devices may not suit each pier,
they are cheap.
---
Report to Council, 4 March 2025 // 1. Two members may refer the matter to the Call In Panel. / 2.
The Call In Panel meets in ten days. / 3. Where a decision has been referred to the Decision
Review Panel, it waits.
---
Report to Cabinet, 4 March 2025 // 1. Employment Westhaven is a careers programme. Employment
Westhaven began in May. / 2. Employment Westhaven helps 200 people. / 3. Employ Westhaven is a key
part of the plan.
---
Report to Cabinet, 4 March 2025 // 1. The Tidal Neutrality Action Plan was agreed. The Tidal
Neutrality Action Plan has six parts. / 2. The Tidal Neutrality Action Plan ends in 2030. / 3. The
actions in this Coastal Neutrality Action Plan are costed.
---
Report to Cabinet, 4 March 2025 // 1. The Pier and Ecology Partnership met. / 2. The Pier and
Ecology Partnership has ten members. / 3. The governance model is the Pier and Nature Partnership.
---
Report to Cabinet, 4 March 2025 // 1. The Lighting Strategy 2025-30 is before Cabinet. / 2. The
Lighting Strategy 2025-30 has four aims. / 3. The Lighting Plan 2025-30 will be published in May.
---
Report to Cabinet, 4 March 2025 // 1. Westport Council hosts the joint lighting team. / 2. It has
six staff. / 3. The joint lighting team is hosted by Easthaven Council.
---
Report to Council, 4 March 2025 // Senior Responsible Owner: Head of Ferries // 1. The quay is
old. / 2. The Senior Responsible Owner will be the Assistant Director of Lamps, who chairs the
board.
---
Report to Cabinet, 4 March 2025 // 1. The programme is led by the Director of Harbours. / 2.
Ferries run daily. / 3. The lead officer for the programme is the Director of Leisure.
---
Minutes of the Parish Council, 4 March 2025 // 1. The Pier Working Group is chaired by Councillor
Reed. / 2. It met twice. / 3. Councillor Holt will chair the Pier Working Group's next meeting.
The chair of the Pier Working Group is Councillor Holt.
---
Report to the Combined Authority, 4 March 2025 // 1. Northquay Council acts as accountable body
for the Ferry Fund. / 2. The fund is £3m. / 3. Southquay Council is the accountable body for the
Ferry Fund.
---
Report to Cabinet, 4 March 2025 // 1. That authority to sign the ferry lease be delegated to the
Head of Property. / 2. The lease is for ten years. / 3. Authority to sign the ferry lease is
delegated to the Head of Legal Services.
---
Report to Cabinet, 4 March 2025 // 1. The Data Controller is Northquay Council. / 2. Names are
kept for a year. / 3. The Data Controller is the Harbour Trust.
---
Report to Cabinet, 4 March 2025 // Contact officer: Philip Brook, Ferries Manager // 1. Ferries
run daily. / 2. For more details contact Phillip Brook on 01234.
---
Report to Cabinet, 4 March 2025 // Report author: Claire Moss, Ferries Manager // 1. Ferries run
daily. // Contact: Clare Moss, Ferries Manager
---
Report to Cabinet, 4 March 2025 // Report author: John Pike, Ferries Manager // 1. Ferries run
daily. / 2. Financial implications: none. Signed off by: John Pike, Head of Finance.
---
Report to Cabinet, 4 March 2025 // 1. The Wave app was tried. Residents liked the Wave app. / 2.
The Wave app costs £4 a month. / 3. Users of the Waft app must be over 18.
---
Report to Cabinet, 4 March 2025 // 1. The survey was carried out by Tidewatch. / 2. Tidewatch rang
400 homes. / 3. Tidemark was asked to report in May.
---
Report to Cabinet, 4 March 2025 // 1. The Ferries Strategy 2024-29 was adopted in May. / 2. The
Ferries Strategy 2024-29 has three aims. / 3. It will be measured each year as the Ferries
Framework 2024-29 says.
---
Report to Cabinet, 4 March 2025 // 1. The Quay Access Action Plan was agreed in May. / 2. The Quay
Access Action Plan has six parts. / 3. Progress on this Pier Access Action Plan is told each year.
---
Report to Cabinet, 4 March 2025 // 1. Skilled Northquay is a scheme for school leavers. Skilled
Northquay began in May. / 2. Skilled Northquay helps 200 people. / 3. Skills Northquay is paid for
by a grant.
---
Report to Council, 4 March 2025 // 1. Any five members may refer a decision to the Call-in
Committee. / 2. The Call-in Committee meets within ten days. / 3. Where a decision has been
referred to the Decision Review Committee, it is not acted on.
"""

_INNOCENT = """
Report to Cabinet, 4 March 2025 // 1. The Chief Executive leads the council. / 2. The council is
led by the Leader.
---
Report to Cabinet, 4 March 2025 // 1. The risk register is managed by the Head of Audit. / 2. The
Director of Piers manages the risk of delay.
---
Report to Cabinet, 4 March 2025 // 1. Each action has a lead officer. The lead officer is the Head
of Lamps. / 2. Ferries: the lead officer is the Head of Ferries.
---
Report to Cabinet, 4 March 2025 // 1. The project is sponsored by the Director of Piers. / 2. The
project manager is the Head of Ferries. / 3. The sponsor of the project is the Executive Director
of Piers.
---
Report to Cabinet, 4 March 2025 // 1. The lamp project is sponsored by the Director of Piers. / 2.
The ferry project is sponsored by the Director of Ferries. / 3. The sponsor of the mooring project
is the Head of Moorings.
---
Report to Cabinet, 4 March 2025 // Action 1: lamps. / Lead officer: Head of Lamps / Action 2:
ferries. / Lead officer: Head of Ferries / The lead officer for moorings is the Director of Piers.
---
Report to Cabinet, 4 March 2025 // 1. The Lamp Board is chaired by the Leader. / 2. The Ferry
Board is chaired by the Chief Executive. / 3. The Chief Executive chairs the Ferry Board.
---
Report to Cabinet, 4 March 2025 // 1. Until May the sponsor of the project was the Director of
Piers. / 2. The sponsor of the project is the Director of Ferries.
---
Report to Cabinet, 4 March 2025 // 1. The award of the lamp contract is delegated to the Director
of Piers. / 2. The award of the ferry contract is delegated to the Director of Ferries.
---
Report to Cabinet, 4 March 2025 // 1. The budget holder is the Section 151 Officer. / 2. The
budget holder is the Director of Resources.
---
Report to Cabinet, 4 March 2025 // 1. The sponsor is Ann Holt. / 2. The sponsor is the Director of
Piers.
---
Report to Cabinet, 4 March 2025 // Report author: Jane Ferris // 1. The lamps are old. / 2.
Contact: Jean Ferris, Ferry Manager, and Jane Ferris, Harbour Manager.
---
Report to Cabinet, 4 March 2025 // Contact: Tom Reed, Head of Lighting // 1. Cleared by Ann Holt,
Assistant Director of Finance. / 2. Tom Reed, Head of Lighting and Deputy Monitoring Officer,
spoke.
---
Report to Cabinet, 4 March 2025 // Contact: Tom Reed, Head of Lighting // 1. From May Tom Reed,
newly appointed Director of Piers, will lead.
---
Report to Cabinet, 4 March 2025 // Contact: Tom Reed, Section 151 Officer // 1. Cleared by Tom
Reed, Director of Finance.
---
Report to Cabinet, 4 March 2025 // 1. Moss Pier Junior School and others joined. / 2. Hill Pier
School was asked. / 3. Moss Pier School answered.
---
Report to Cabinet, 4 March 2025 // 1. Seaview posted the forms. Seaview rang people. Seaview wrote
the report. / 2. Seafarers answered well. Seafarers like lamps.
---
Report to Cabinet, 4 March 2025 // 1. The Lamp devices are old. / 2. The Lift devices are new. /
3. Lamp devices and Lift devices are bought together.
---
Report to Cabinet, 4 March 2025 // 1. The Lighting Strategy 2025-30 is before Cabinet. / 2. The
Lighting Strategy 2025-30 is delivered through the Lighting Plan 2025-30.
---
Report to Cabinet, 4 March 2025 // 1. The matter goes to the Standards Panel. / 2. The matter goes
to the Appeals Panel.
---
Report to Cabinet, 4 March 2025 // 1. Work and Ferries Plan and Programmes are funded. / 2. The
development of the Work and Ferries programme goes on.
---
Report to Cabinet, 4 March 2025 // 1. Employment Westhaven is a programme. Employment Westhaven
began in May. / 2. Employers Westhaven, a trade body, supports Employment Westhaven.
---
Report to Cabinet, 4 March 2025 // 1. The accountable body for the lamp grant is Westport Council.
/ 2. The accountable body for the ferry grant is Easthaven Council.
---
Report to Cabinet, 4 March 2025 // 1. The project is led by the Director of Harbours. / 2. The
consultation was led by the Head of Ferries. / 3. The lead officer for communications is the Press
Officer.
---
Report to Cabinet, 4 March 2025 // 1. The programme board is chaired by the Chief Executive. / 2.
The project board is chaired by the Director of Harbours. / 3. The chair of the delivery group is
the Head of Ferries.
---
Report to Cabinet, 4 March 2025 // 1. The fund is hosted by Northquay Council. / 2. The
accountable body is Southquay Council.
---
Report to Cabinet, 4 March 2025 // 1. The sponsor of the project is the Director of Harbours. / 2.
The project is jointly sponsored by the Director of Harbours and the Director of Lamps.
---
Report to Cabinet, 4 March 2025 // 1. Authority to sign the lease is delegated to the Head of
Property in consultation with the Leader. / 2. Authority to vary the lease is delegated to the
Head of Legal Services.
---
Report to Cabinet, 4 March 2025 // 1. Home care is managed by the Head of Adults. / 2. Home care
is managed by the Head of Adults and Health.
---
Report to Cabinet, 4 March 2025 // Report author: Ann Brook // 1. Ferries run daily. / Consulted:
Anna Brook, Trade Union Officer.
---
Report to Cabinet, 4 March 2025 // Contact: Jean Moss // 1. Ferries run daily. / 2. Joan Moss,
Ferries Manager, will speak.
---
Report to Cabinet, 4 March 2025 // Report author: John Pike, Ferries Manager // 1. Cleared by John
Pike, Ferries Manager, and Ann Holt, Head of Finance.
---
Report to Cabinet, 4 March 2025 // Report author: Mary Holt, Director of Resources // 1. Cleared
by: Mary Holt, Chief Finance Officer. / 2. Legal comments: Tom Reed, Monitoring Officer.
---
Report to Cabinet, 4 March 2025 // 1. Firms that bid were Tidewatch, Tidemark and Quayside. / 2.
Tidewatch won. Tidewatch will start in May. / 3. Tidewatch has ten staff.
---
Report to Cabinet, 4 March 2025 // 1. The Ferries Strategy 2024-29 was adopted in May. The Ferries
Strategy 2024-29 has three aims. / 2. The Ferries Delivery Plan 2024-29 says how they are met.
---
Report to Cabinet, 4 March 2025 // 1. The Quay Access Plan was agreed in May. The Quay Access Plan
has six parts. / 2. The Pier Access Plan was agreed by the neighbouring council.
---
Report to Cabinet, 4 March 2025 // 1. Northquay is served by ferry. Northquay has lamps. Northquay
was first. / 2. Northgate was not. / 3. Southquay is next.
---
Report to Council, 4 March 2025 // 1. Complaints may be referred to the Standards Committee. / 2.
Officers refer appeals to the Appeals Committee. / 3. Where a complaint has been referred to the
Standards Committee, the member is told.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_duty_or_name_told_in_two_ways_is_found(text: str) -> None:
    assert found_by(_OF_NAMES, text)


@pytest.mark.parametrize("text", papers(_INNOCENT))
def test_two_duties_or_names_are_left_alone(text: str) -> None:
    assert not found_by(_OF_NAMES, text)


_OFFICES = st.sampled_from(
    ("Director of Piers", "Head of Lamps", "Ferries Manager", "Chief Executive", "Quay Engineer")
)
_DUTIES = st.sampled_from(
    (
        "The sponsor of the project is the {}.",
        "The project is sponsored by the {}.",
        "The {} sponsors the project.",
        "The {} acts as sponsor of the project.",
        "The {} is the project sponsor.",
    )
)


@given(_OFFICES, _OFFICES, _DUTIES, _DUTIES)
def test_a_duty_is_found_to_have_two_holders_if_it_has(
    one: str, other: str, first: str, second: str
) -> None:
    text = f"1.2 {first.format(one)}\n\n1.3 Works begin in May.\n\n1.4 {second.format(other)}"
    assert bool(found_by(duties.RULES, text)) is (one != other)


_IN_STEP = (
    "Contents\n\nPiers 2\n\nQuays 4\n\nLamp Partnership 6\n\nFerries 9\n\nMoorings 11\n\nBeaches 12"
    "\n\nSummary\n\nUnit\t2024\t2025\nPiers\t10\t12\nQuays\t14\t15\n{}\t20\t21\nFerries\t7\t8\n"
    "Moorings\t3\t4\nBeaches\t5\t6\n"
)


def test_a_unit_between_the_same_two_has_one_name() -> None:
    assert found_by(names_in_step.RULES, _IN_STEP.format("Lamp Contract"))
    assert not found_by(names_in_step.RULES, _IN_STEP.format("Lamp Partnership"))
    assert not found_by(names_in_step.RULES, _IN_STEP.format("Lamp  partnership"))
