"""One body, person, place or document under two names, in ordinary words, and what is two.

A stroke parts lines, two strokes part paragraphs.
"""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.names import (
    abbreviations,
    actors_told_twice,
    designations,
    exchanged_words,
    forenames,
    half_renamed,
    held_offices,
    longer_names,
    name_variants,
    names,
    second_names,
    surnames,
    titles_told_twice,
)
from moothall.proofread.wording import misspellings
from ordinary_wordings import found_by, papers

_OF_NAMES = tuple(
    chain.from_iterable(
        module.RULES
        for module in (
            abbreviations,
            actors_told_twice,
            designations,
            exchanged_words,
            forenames,
            half_renamed,
            held_offices,
            longer_names,
            name_variants,
            names,
            second_names,
            surnames,
            titles_told_twice,
        )
    )
)

_FOUND = """
To: Harbour Board, 4 March 2025 // 1. The Lamps and Quays Advisory Committee met in January and
considered the programme. / 2. Members of the Lamps and Quays Advisory Committee asked for more
lamps on the east pier. / 3. The chair of the Lamps and Quays Advisory Committee will present the
results. / 4. It is proposed that the Lamps and Moorings Advisory Committee reviews the scheme in
a year.
---
To: Cabinet, 4 March 2025 // 1. The Safer Piers Programme began in 2023. The Safer Piers Programme
has three parts. / 2. The Government funded the Safer Piers Programme in full. / 3. The second
part of the Safer Piers Project has been finished. The Safer Piers Programme is on time.
---
Minutes of the Parish Council meeting held on 4 March 2025 // 6. Open Spaces Strategy / The Clerk
had circulated the Open Spaces Strategy. The chairman said that the Open Grounds Strategy had now
been reviewed and councillors adopted it. / 7. Finance / The accounts were approved.
---
Report to Council, 4 March 2025 // 1.1 A bid was made to the Coastal Communities Fund for £40,000.
/ 1.2 The Coastal Communities Fund pays for works, not for staff. / 1.3 If the bid to the Coastal
Community Fund fails, the works wait.
---
Minutes of the Parish Council, 4 March 2025 // 5. The subscription to the Institute of Ferry
Masters was renewed. / 9. The Clerk attended the conference of the Institute for Ferry Masters.
---
Cabinet Member decision, 4 March 2025 // 2.1 Services will move from the Old Pier centre to the
Westhaven Gateway. The Westhaven Gateway opened in 2019. / 2.2 Families already use the Westhaven
Gateway, which is half a mile away. / 2.3 Birth registration remains at the Westport Gateway.
---
Report to Cabinet, 4 March 2025 // 1. The Ferry Access Plan sets out what is to be done. The Ferry
Access Plan was consulted on in 2024. / 2. Cabinet is asked to adopt the Ferry Access Plan. //
Appendices / Appendix 1 – Ferry Travel Plan
---
To: County Council – 13 March 2025 / Past pathway of report: Member Services and Support
Committee, 27 February 2025 // 1. The Member Services and Training Committee considered the
proposals on 27 February 2025 and recommends them. / 2. The Council is asked to agree them.
---
Report to Cabinet, 4 March 2025 // 1. The Harbour Lighting Partnership Board (HLPB) met twice. The
HLPB agreed its budget. / 2. The chair of the Harbour Lighting Liaison Board wrote to the Council.
The HLPB is to meet again in May.
---
Minutes of the Ferries Panel, 4 March 2025 // Present: Cllr Ann Brook (Chair), Cllr Tom Reed / In
attendance: Mary Holt (Head of Ferries and Piers), John Pike (Democratic Services Officer) // 1.
Timetable / Mary Holt, Head of Harbours and Lighting, introduced the report.
---
Minutes of the Council, 4 March 2025 // 1. The Chairman reported the death of Mr Walter Penrose, a
former Member. / 2. Tributes were paid. Mr Walter Penrose had served for 20 years. / 3. The
Council stood in memory of Mr Wilfred Penrose.
---
Minutes of the Parish Council, 4 March 2025 // Present: Cllr Mrs Symonds (Chair), Cllr Thomas,
Cllr Mrs Clemson / 1. Cllr Mrs Clernson proposed that the minutes be signed. / 2. Cllr Mrs Clemson
thanked the Clerk.
---
Minutes of the Parish Council, 4 March 2025 // 3. Cllr Barnum reported on footpaths. / 4. The
accounts were proposed by Cllr Barnurn and seconded by Cllr Hythe. / 5. Cllr Barnum will write to
the harbour master.
---
To: County Council, 4 March 2025 // Recommendation: / The Council is asked to: / (1) APPROVE the
revised terms of reference; and / (2) DELEGATE to the Monitoring Officer to make the necessary
changes to the Constitution. // 1. The terms are old. // 6. Recommendation / The Council is asked
to: / (1) APPROVE the revised terms of reference; and / (2) DELEGATE to the Harbour Services
Manager to make the necessary changes to the Constitution.
---
To: County Council, 4 March 2025 // 1. The number of Harbour Committees is determined by the full
Council each May. / 2. Under the Constitution the Leader may determine the number of Harbour
Committees.
---
Minutes of the Parish Council, 4 March 2025 // 3. The grant received from the District Council was
£640. / 8. The accounts show the precept of £8,000 and the County Council grant of £640.
---
Report to Cabinet, 4 March 2025 // 1. The Port Lighting Partnership (PLP) met in May. / 2. The
costs are borne by the Pier Levy Programme (PLP), which ends in 2026.
---
Minutes of the Parish Council, 4 March 2025 // 1. BCNWH – letter on lamps. / 2. NHBCW –
notification of the election. / 3. BCNWH asked for the return.
---
Report to Cabinet, 4 March 2025 // 1. The Joint Ferry and Quay Committee (JFQC) was set up in
2019. The JFQC has six members. / 2. The terms of reference of the JQFC are appended. The JFQC
will review them.
---
Report to Cabinet, 4 March 2025 // 1. The Spring Statement 2024 (SS24) raised the levy. After SS24
the ferries paid more. / 2. The measures announced in SS204 take effect in April.
---
Minutes of the Parish Council, 4 March 2025 // 1. The A417 will be closed for works in May. The
A417 is the only way to the ferry. / 2. Signs are to be set up on the 417 just north of the pier.
---
Report to Cabinet, 4 March 2025 // 1. The HLF will pay for the lamps in the spring. Officers met
the HLF in May. / 2. The Harbour Lighting Forum (HLF) was set up in 2019.
---
Report to Cabinet, 4 March 2025 // 1. The QVF has agreed to pay for the lamps. The QVF meets in
May, and the QVF will report to Cabinet. / 2. Cabinet is asked to note the work of the QVF.
---
Report to Cabinet, 4 March 2025 // 1. The Department for Ports has written. The Department for
Ports asks for a plan by May. / 2. The Minister at the Department of Ports will visit.
---
Report to Cabinet, 4 March 2025 // 1. The Harbour Priority Programme opens in May. The council was
accepted onto the Harbour Priority Programme. / 2. The risks of the Priority Harbour Programme are
set out below.
---
Report to Cabinet, 4 March 2025 // 1.1 The Ferry Independence Service (FIS) supports travellers. /
1.2 The Ferry Independence Service sits within Harbours. / 1.3 Travellers supported by the Ferry
Inclusion Service will be told.
---
Harbour Veterans Report 2024 // Contents / Port and Haven Sailors Liaison Board .......... 4 /
Ferries .......... 6 // Port & Haven Sailors Partnership Board / The Port & Haven Sailors
Partnership Board met three times in 2024.
---
Report to Council, 4 March 2025 // a) The Piers Working Party was established in May. / b) The
Piers Working Party met four times. / c) The Piers Working Group discussed the lamps. / d) Members
of the Piers Working Party visited the quay.
---
Report to Scrutiny, 10 June 2025 // 2.1 In April the Quays and Moorings Consultative Panel was
asked for its views. / 2.2 The Quays and Moorings Consultative Panel replied that more moorings
were needed. / 2.3 A further paper will be brought to the Quays and Lighting Consultative Panel in
September.
---
Agenda item 6, Parish Council meeting 10 June 2025 // The Winter Lanterns Scheme has run since
2019. Volunteers are insured under the Winter Lanterns Scheme. / Cllr Ames will ask for volunteers
for the Winter Lanterns Initiative in the newsletter.
---
To: Audit Committee, 10 June 2025 / Previous consideration: Harbour Finance Working Group, 3 June
2025 // 1. The Harbour Finance Task Group discussed the draft on 3 June 2025 and had no comments.
---
Officer decision notice, 10 June 2025 // The Association of Pier Wardens was consulted. A reply of
the Association for Pier Wardens is appended.
---
MINUTES of the Licensing Panel held on 10 June 2025 / In attendance: Jane Dunn (Principal
Licensing Officer), Mark Early (Committee Clerk) / 3. Jane Dunn, Senior Enforcement Officer,
presented the application.
---
Minutes of the Parish Council of 10 June 2025 // 1. Cllr Hamley took the chair. Cllr Hamley
welcomed all. / 2. The Clerk reported a letter. / 5. It was proposed by Cllr Harnley that the lamp
be bought.
---
Report to Cabinet, 10 June 2025 / Recommendations / That Cabinet: / 1. approves the purchase of
the ferry; and / 2. authorises the Head of Ports to sign the contract for the purchase of the
ferry and all ancillary documents. // Body of the report. // 8. Next steps / 8.1 It is recommended
that Cabinet authorises the Head of Legal Services to sign the contract for the purchase of the
ferry and all ancillary documents.
---
Constitution review, Council 10 June 2025 // 3. The fees for moorings are set by the Licensing
Committee each spring. / 7. As the scheme of delegation says, the Cabinet sets the fees for
moorings.
---
Parish Council minutes 10 June 2025 // 4. Finance: a grant of £1,275 from the Town Council has
been received for the lamps. / 9. Lamps: the Clerk confirmed that the BC grant of £1,275 must be
spent by March.
---
Parish Council minutes 10 June 2025 // 3. DMBPC have replied on the lamps. / 4. The Clerk will
write to PMDBC on the ferry.
---
Report to Council, 10 June 2025 // 1. The Harbour Plan 2030 (HP30) was adopted. HP30 sets five
aims. Progress on HP30 is good. / 2. The aims of HP300 are reported each quarter.
---
Parish Council minutes 10 June 2025 // 2. Potholes on the B2067 were reported. / 6. A car left the
2067 at the bend. Parking along the 2067 near the school was discussed.
---
Council minutes 10 June 2025 // 2. The Mayor spoke of Mrs Edith Crane, who had died. Mrs Edith
Crane was first elected in 1999. / 3. Members stood in silence for Mrs Ethel Crane.
---
Report to Cabinet, 10 June 2025 // 1. The Port Harbours Strategy was agreed in March. The Port
Harbours Strategy costs nothing. / 2. The budget is in line with the Port Harbour Lighting
Strategy decision.
---
Cabinet Member decision 10 June 2025 // 1. The class moves to the Ashbourne Library in May.
Ashbourne Library is open late. Parking at Ashbourne Library is free. / 2. Opening hours at the
Ashwell Library suit families.
---
Report to Cabinet, 10 June 2025 // 1. The Coastal Assets Delivery Unit was set up in 2022. The
Coastal Assets Delivery Unit has six staff. The Coastal Assets Delivery Unit is hosted by Finance.
/ 2. Savings of the Coastal Property Delivery Unit are in the table.
---
Report of the Monitoring Officer to Council on 9 July 2025 // 3.1 The Appeals and Complaints
Committee met on 2 July 2025. / 3.2 The Appeals and Standards Committee, at its meeting of 2 July
2025, recommended the changes. / 3.3 The Appeals and Complaints Committee asked for a review in a
year.
---
Combined authority board, 9 July 2025 // The Estuary Ports Growth Partnership is funded to 2027.
Members of the Estuary Ports Growth Partnership include four councils. In year two the Estuary
Ports Growth Partnership lets grants. / The accountable body of the Estuary Ports Skills
Partnership is the Combined Authority.
---
Cabinet, 9 July 2025 // The North Quay Resilience Project will be let in two lots. / The cost of
the North Quay Resilience Project is £3m. / Recommendation: that the North Quay Resilience Scheme
be added to the capital programme.
---
Cabinet, 9 July 2025 // 4. Coastal Access Strategy // 4.1 Officers have drawn up the strategy with
users. / 4.2 The Coastal Inclusion Strategy will be published in May. // 5. Finance // 5.1 The
cost of the Coastal Access Strategy is met from reserves.
---
NORTH QUAY PARISH COUNCIL / Report of Tom Ames, Head of Ferry Services / The lamps are old. / For
further information: Tom Ames, Head of Lighting Services, 01234 567890
---
County Council, 9 July 2025 / 1. Recommendations / 1.1 That authority be delegated to the Director
of Ports to agree the final terms of the lease of the north quay. / 5. Legal / 5.1 It is proposed
that authority be delegated to the Director of Resources to agree the final terms of the lease of
the north quay.
---
Constitution, 9 July 2025 / 2.1 The chairman of the Harbour Board is appointed by the Cabinet. /
4.4 The Leader appoints the chairman of the Harbour Board.
---
Parish minutes 9 July 2025 / 1. NYMPC sent the grant. / 2. MNYPC was thanked for the lamps.
---
Report 9 July 2025 / 1. The Federation of Small Ports replied. 2. The Federation for Small Ports
thinks the fee too high.
---
Report to Cabinet // “Lighting Our Quays – Harbour Budget Plan” was agreed in 2023. // The savings
of “Lighting Our Quays – Harbour Recovery Strategy” are below. Lighting Our Quays – Harbour
Recovery Strategy ends in 2027.
---
Report to Cabinet // The White Paper is called Ports and people: Foundations for trade. //
Background papers: Port and people: Foundations for trade
---
Executive Director: Ann Brook / Head of Lighting: Tom Reed // 3. Lamps // Corporate Director: Ann
Brook
---
Report to Council // 1. The duties of the Chief Financial Officer are set by law. // 2. The Chief
Finance Officer must consider the reserves. The Chief Finance Officer has done so.
"""

_LEFT_ALONE = """
To: County Council, 4 March 2025 // 1. The Lamps and Quays Cabinet Committee met on 7 January 2025
and the Ferries and Piers Cabinet Committee on 9 January 2025. / 2. The Lamps and Quays Cabinet
Committee endorsed the plan. The Ferries and Piers Cabinet Committee asked for changes. / 3. The
Lamps and Quays Cabinet Committee will meet again.
---
To: County Council, 4 March 2025 / Past pathway: Environment and Ferries Cabinet Committee, 7
January 2025; Growth and Ferries Cabinet Committee, 9 January 2025 // 1. The Environment and
Ferries Cabinet Committee considered the plan. The Environment and Ferries Cabinet Committee
endorsed it. The Growth and Ferries Cabinet Committee was told.
---
Report to Council, 4 March 2025 // 1. The Coastal Communities Fund pays for works. The Coastal
Communities Fund closes in May. / 2. The Coastal Heritage Fund pays for staff, and closes in June.
---
Report to Council, 4 March 2025 // 1. The Ferry Access Plan sets out the routes. The Ferry Access
Plan was adopted in 2022. The Ferry Access Plan ends in 2027. / 2. The Ferry Recovery Plan
followed the storm of 2023 and has ended.
---
Report to Council, 4 March 2025 // 1. The Safer Piers Programme began in 2023. The Safer Piers
Programme has three parts. / 2. The Safer Piers Programme Board oversees it, and the Safer Piers
Team runs it.
---
Report to Council, 4 March 2025 // 1. The Westhaven Gateway opened in 2019, and the Eastport
Gateway in 2021. The Westhaven Gateway has 30,000 visitors a year. The Westhaven Gateway is open
on Saturdays. / 2. The Eastport Gateway has 20,000.
---
Report to Council, 4 March 2025 // 1. Westhaven Primary School will have 60 places. Westhaven
Primary School was built in 1960. Westhaven Primary School is full. / 2. Westport Primary School
has 30 places.
---
Report to Council, 4 March 2025 // 1. The Local Government Act 1972 lets the council delegate. The
Local Government Act 2000 brought in executives. The Local Government Act 1972 and the Local
Government Finance Act 1992 apply. Under the Local Government Act 1972 papers are public. The
Local Government Act 1972 is old.
---
Minutes of the Ferries Panel, 4 March 2025 // Present: Ann Brook, Cabinet Member for Ferries / 1.
Ann Brook, Cabinet Member for Ferries, introduced the report. / 2. Ann Brook, as chair of the Pier
Trust, declared an interest.
---
Report to Council, 4 March 2025 / Report author: Ruth Lane, Head of Lighting // 1. Ruth Lane, then
Acting Head of Ferries, wrote the plan in 2022.
---
Minutes of the Council, 4 March 2025 // Present: Mr W Penrose, Mrs A Penrose, Mr T Reed / 1. Mr
Walter Penrose spoke on lamps. / 2. Mrs Alice Penrose spoke on ferries.
---
Minutes of the Council, 4 March 2025 // 1. Mr Walter Penrose and his brother Mr Wilfred Penrose
attended. / 2. Mr Walter Penrose spoke.
---
Minutes of the Parish Council, 4 March 2025 // Present: Cllr Mrs Symonds (Chair), Cllr Thomas,
Cllr Barnes, Cllr Barnard / 1. Cllr Barnes proposed that the minutes be signed, seconded by Cllr
Barnard. / 2. Cllr Barnes thanked the Clerk.
---
To: County Council, 4 March 2025 // Recommendation: / The Council is asked to: / (1) DELEGATE to
the Monitoring Officer to make the necessary changes to the Constitution; and / (2) DELEGATE to
the Harbour Services Manager authority to enter into contracts. // 6. Recommendation / The Council
is asked to: / (1) DELEGATE to the Monitoring Officer to make the necessary changes to the
Constitution; and / (2) DELEGATE to the Harbour Services Manager authority to enter into
contracts.
---
To: County Council, 4 March 2025 // 1. The number of Harbour Committees is determined by the full
Council each May. / 2. The Leader appoints the members of the Cabinet and the Leader determines
the number of Cabinet Members.
---
Minutes of the Parish Council, 4 March 2025 // 3. The grant received from the District Council was
£640. / 8. The County Council grant of £1,200 was spent on lamps.
---
Report to Cabinet, 4 March 2025 // 1. The Port Lighting Partnership (PLP) met in May. The PLP
agreed its plan. PLPs in other counties are larger.
---
Report to Cabinet, 4 March 2025 // 1. The Overview and Scrutiny Committee (OSC) met, as did the
Health Overview and Scrutiny Committee (HOSC) and the Joint Health Overview and Scrutiny Committee
(JHOSC). The HOSC referred it to the JHOSC. The OSC agreed.
---
Report to Cabinet, 4 March 2025 // 1. The Association of Coastal Boroughs (ACB) and the
Association of Boat Clubs (ABC) met. The ACB wrote to the ABC.
---
Minutes of the Parish Council, 4 March 2025 // 1. The A417 will be closed. The A417 and the B4221
meet at the ferry. / 2. The 417 residents who answered want lamps. A bus (route 417) runs hourly.
---
Minutes of the Parish Council, 4 March 2025 // 1. The speed limit is 20 MPH. The clerk had a
circular from NALC. The RBL will lay a wreath. The fen is an SSSI. The PCC thanked the council.
---
Harbour Lighting and Ferries Plan (HLFP) // 1. The HLFP will be adopted. Policies of the HLFP are
monitored. The HLFP runs to 2039.
---
Report to Cabinet, 4 March 2025 // 1. The Department for Transport and the Department for
Education have written. The Department for Transport asks for a plan. The Department of Health and
Social Care agrees.
---
Report to Cabinet, 4 March 2025 // 1. The Open Spaces Strategy, the Open Waters Strategy and the
Ferry Strategy are linked. / 2. The Open Spaces Strategy was adopted in 2022. The Open Spaces
Strategy has four aims. Actions of the Open Spaces Strategy are in train. / 3. The Open Waters
Strategy is due in 2026.
---
Report to Cabinet, 4 March 2025 // 1. The Safer Piers Programme began in 2023, and replaced the
Safer Quays Programme. The Safer Piers Programme has three parts. The Safer Piers Programme is on
time.
---
Report to Cabinet, 4 March 2025 // 1. The Westhaven Local Plan was adopted in 2019. The Westhaven
Local Plan is reviewed every five years. The Eastport Local Plan is at examination. The Westhaven
Local Plan says nothing on lamps.
---
Report to Cabinet, 4 March 2025 // 1. The Corporate Director of Harbours will sign. The Corporate
Director of Finance agrees. The Corporate Director of Harbours, in consultation with the Cabinet
Member for Harbours, will let the contract. The Corporate Director of Harbours has the authority.
---
Report to Cabinet, 4 March 2025 // 1. The Harbour Appeals Sub-Committee met. The Harbour Appeals
Committee set it up. The Harbour Appeals Committee has nine members. The Harbour Appeals
Sub-Committee has three.
---
Report to Cabinet, 4 March 2025 // 1. The Port Safety Partnership (PSP) and its partner, the Port
Skills Partnership, met. The Port Safety Partnership is chaired by Ann Brook; the Port Skills
Partnership by Tom Reed.
---
Report to Cabinet, 4 March 2025 // 1. The Adult Ferry Services budget is £3m. Adult Harbour
Services budget is £2m. Adult Ferry Services is overspent.
---
Report 2024 // Silver Lamp Awards went to three firms and Gold Lamp Awards to two. The Silver Lamp
Awards were given in May. Silver Lamp Awards are for small firms.
---
Report to Scrutiny, 10 June 2025 // 2.1 The Quays and Moorings Consultative Panel and the Quays
and Lighting Consultative Panel were asked for their views. The Quays and Moorings Consultative
Panel replied. The Quays and Moorings Consultative Panel met twice.
---
Report to Scrutiny, 10 June 2025 // 2.1 The Harbour Safety Board met in May. The Harbour Safety
Board agreed the plan. The Harbour Safety Board will meet again. / 2.2 A Harbour Skills Board will
be set up by the Government in 2027.
---
Report to Council, 10 June 2025 // 1. The Safer Quays Programme has five parts. The Safer Quays
Programme costs £2m. The Safer Quays Programme follows the former Safer Ferries Programme.
---
MINUTES of the Licensing Panel held on 10 June 2025 / In attendance: Jane Dunn (Head of
Licensing), Mark Dunn (Head of Ferries) / 3. Jane Dunn, Head of Licensing, presented the
application.
---
Constitution review, Council 10 June 2025 // 3. The fees for moorings are set by the Licensing
Committee each spring. / 7. The Cabinet sets the charges for ferries and the budget for moorings.
---
Parish Council minutes 10 June 2025 // 4. A grant of £500 from the Town Council has been received
for the lamps, and a grant of £500 from the County Council for the ferry.
---
Report to Council, 10 June 2025 // 1. The Harbour Plan 2030 (HP30) was adopted, and the Harbour
Plan 2040 (HP40) is being written. HP30 sets five aims; HP40 six. The HP31 form is appended.
---
Report to Council, 10 June 2025 // 1. There were 2067 lamps by the B2067 in 2024. Of the 2067
lamps, 40 are broken.
---
Council minutes 10 June 2025 // 2. Mr Walter Crane and Mrs Edith Crane gave the lamp. Mrs Edith
Crane lit it.
---
Council minutes 10 June 2025 // 2. The Mayor spoke of Cllr Joanne Crane. Cllr Joanne Crane was
first elected in 1999. Cllr Jo Crane will be missed.
---
Report to Cabinet, 10 June 2025 / Recommendations / 1. authorises the Head of Ports to sign the
contract for the purchase of the ferry and all ancillary documents. / 2. authorises the Head of
Legal Services to seal the deed of transfer of the quay and any licences.
---
Report to Cabinet, 10 June 2025 // 1. Ashbourne Library, Ashwell Library and Elmham Library open
late. Ashbourne Library is busy. Ashbourne Library has lamps.
---
Report to Cabinet, 10 June 2025 // 1. The Harbour Business Plan was agreed. The Harbour Business
Plan sets out the budget. The Harbour Workforce Plan sets out the posts.
---
Report to Cabinet, 10 June 2025 // 1. The Ferry Operations Team has ten posts. The Ferry
Operations Team works at weekends. Staff of the Ferry Maintenance Team work on weekdays.
---
Report to Cabinet // “Lighting Our Quays – Harbour Budget Plan” was agreed in 2023. // Lighting Our
Quays – Harbour Budget Plan 2023 has three parts.
---
Report to Cabinet // Appendix A: Foundations for trade in ports / Appendix B: Foundations for trade
in ferries
---
Executive Director: Ann Brook / Executive Director: Tom Reed
---
Report to Cabinet, 10 June 2025 // 1. The Ferry Access Plan sets out the routes. The Ferry Access
Plan was adopted in 2022. Delivery of the Ferry Access Plan is on track. The Ferry Access Plan has
five aims. The Ferry Access Plan is funded to 2026. / 2. The Ferry Workforce Plan is due in May.
---
Report to Cabinet, 10 June 2025 // 1. The Harbour Lighting Team reports to the Harbour Master. The
Harbour Lighting Team has nine posts. / 2. The Harbour Rescue Team is run by volunteers.
---
Report to Cabinet, 10 June 2025 // 1. The Ports Partnership Executive Board met in May. The Ports
Partnership Executive Board agreed the budget. / 2. A report of the Ports Partnership Delivery
Board was received by the Executive Board.
---
Report to Cabinet, 10 June 2025 // 1. Staff are paid under the Lamp Keepers Pay Policy. The Lamp
Keepers Pay Policy was agreed in May. / 2. The Lamp Keepers Leave Policy applies to holidays.
---
Report to Cabinet, 10 June 2025 // 1. The Coastal Growth Fund paid £2m. The Coastal Growth Fund
ends in March. The Coastal Growth Fund is a loan fund. / 2. The Coastal Protection Fund is a grant
of the Environment Agency.
---
Report to Cabinet, 10 June 2025 // 1. The Ferry Users Group met in May. The Ferry Users Group
asked for a ramp. The Ferry Users Group will meet in June. / 2. The Ferry Operators Group had no
comments.
---
Report to Cabinet, 10 June 2025 // 1. The Harbour Capital Programme is £30m. The Harbour Capital
Programme has slipped. The Harbour Capital Programme is funded by loans. / 2. The Harbour
Apprenticeship Programme took on nine people.
---
Report to Cabinet, 10 June 2025 // 1. The North Harbour Appeals Panel heard two cases. The North
Harbour Appeals Panel met once. / 2. The South Harbour Appeals Panel heard none.
---
Minutes // Cllr Hall asked for lamps. // Cllr Hallam asked for ferries. Cllr Burns and Cllr Bums
left.
"""


@pytest.mark.parametrize("words", papers(_FOUND))
def test_one_thing_under_two_names_is_found(words: str) -> None:
    assert found_by(_OF_NAMES, words)


@pytest.mark.parametrize("words", papers(_LEFT_ALONE))
def test_two_things_with_names_alike_are_left_alone(words: str) -> None:
    assert not found_by(_OF_NAMES, words)


# --- names made up --------------------------------------------------------------------------------

_FIRST = st.sampled_from(("Harbour", "Coastal", "Estuary", "Quayside"))
_TELLING = st.sampled_from(("Lamps", "Ferries", "Moorings", "Pilots", "Tides", "Dredging"))
_KIND = st.sampled_from(("Board", "Panel", "Forum", "Partnership", "Programme"))


@st.composite
def _a_name_and_another(draw: st.DrawFn) -> tuple[str, str]:
    first, kind = draw(_FIRST), draw(_KIND)
    one, other = draw(st.lists(_TELLING, min_size=2, max_size=2, unique=True))
    return f"{first} Trade and {one} {kind}", f"{first} Trade and {other} {kind}"


@given(_a_name_and_another())
def test_a_name_half_renamed_once_is_found_and_the_name_kept_is_not(two: tuple[str, str]) -> None:
    kept, renamed = two
    told = (
        f"2.1 The {kept} met in May.\n\n2.2 Members of the {kept} saw the lamps.\n\n"
        f"2.3 The chair of the {kept} will report.\n\n2.4 In a year the {{}} will look again.\n"
    )
    assert found_by(exchanged_words.RULES, told.format(renamed))
    assert not found_by(exchanged_words.RULES, told.format(kept))


@given(_a_name_and_another())
def test_two_names_that_one_sentence_sets_side_by_side_are_two(two: tuple[str, str]) -> None:
    one, other = two
    told = f"2.1 The {one} met in May.\n\n2.2 The {one} and the {other} will meet again.\n"
    assert not found_by(exchanged_words.RULES, told)


@given(st.permutations("NWHBC").map("".join).filter(lambda letters: letters != "NWHBC"))
def test_letters_in_another_order_are_told(letters: str) -> None:
    told = f"2.1 NWHBC – letter on lamps.\n\n2.2 {letters} – notice of the ferry.\n"
    assert found_by((*designations.RULES, *misspellings.RULES), told)
    assert not found_by(designations.RULES, told.replace(letters, "NWHBC"))
