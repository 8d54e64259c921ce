"""Ordinary wordings of numbers of items that repeat or skip.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Finance // 2.1 The cost is £40. // 2.2 The lamps are old. // 2.2 The ropes are worn. // 2.3
The ferry is slow.
---
2. Finance // 2.1 The cost is £40. // 2.2 The lamps are old. // 2.4 The ropes are worn.
---
2. Finance // 2.1 The cost is £40. // 4. Law // 4.1 The council may run ferries.
---
2. Finance // 2.1 The cost is £40. // 3. Law // 3.1 The council may run ferries. // 3. Staff //
3.1 Two posts are affected.
---
Risk 1 – Cost of rope may rise. // Risk 2 – Staff may leave. // Risk 2 – The law may change. //
Risk 4 – The ferry may sink.
---
Objective 1: Clean harbours // Objective 2: Bright lamps // Objective 4: Quick ferries
---
2. Recommendations // Recommendation 1: Agree the plan. // Recommendation 2: Agree the fee. //
Recommendation 3: Note the cost. // Recommendation 3: Ask for a report in June.
---
The committee is asked to: // a) agree the plan; // b) agree the fee; // d) note the cost.
---
The committee is asked to: // (i) agree the plan; // (ii) agree the fee; // (ii) note the cost.
---
Priority One – Clean harbours // Priority Two – Bright lamps // Priority Four – Quick ferries
---
Option A: Do nothing. // Option B: Let the harbour. // Option B: Sell the ferry. // Option C:
Build a pier.
---
41. Apologies / None were received. // 42. Declarations of interest / There were none. // 44.
Minutes / The minutes were agreed. // 45. Ferries / It was resolved to buy one.
---
12 APOLOGIES / None were received. // 13 DECLARATIONS OF INTEREST / There were none. // 13
MINUTES / The minutes were agreed. // 14 FERRIES / It was resolved to buy one.
---
Item 1 Apologies / Item 2 Declarations / Item 2 Minutes / Item 3 Ferries
---
Table 1: Prices / Lamp | Price / Oil | £10 / Gas | £12 // Table 1: Ropes / Rope | Price / Hemp |
£3 / Jute | £2
---
Table 1: Prices / Lamp | Price / Oil | £10 / Gas | £12 // Table 3: Ropes / Rope | Price / Hemp |
£3 / Jute | £2
---
Appendix A: Map // Appendix B: Prices // Appendix B: Survey
---
Stage 1: Survey (April) / Stage 2: Design (May) / Stage 4: Build (June)
---
Outcome 1 People can cross the water. / Outcome 2 Lamps are lit at dusk. / Outcome 2 Ropes are
sound. / Outcome 3 Fees are fair.
---
2. Finance // 1. The ropes are replaced. // 2. The lamps are cleaned. // 4. The ferry is
painted. // 5. The pier is mended.
---
2. Questions put at the meeting // Question 1: How old is the ferry? / It is nine years old. //
Question 2: Who paid for the lamps? / The council did. // Question 2: When is the pier to be
mended? / In June.
---
No | Risk | Rating / R1 | Cost of rope | High / R2 | Loss of staff | Low / R2 | Change in the
law | Low / R4 | Ferry sinks | High
---
Ref | Action | Lead / 1 | Buy ropes | Harbour master / 2 | Clean lamps | Lamp keeper / 2 | Paint
the ferry | Harbour master / 3 | Mend the pier | Engineer
---
2. Finance // 2.1.1 The cost is £40. // 2.1.2 The lamps are old. // 2.1.4 The ropes are worn.
---
2. Finance // 2.1 The cost is £40. // 2.2 The lamps are old. // 3.3 The ropes are worn. // 2.4
The ferry is slow. // 3. Law // 3.1 The council may run ferries.
---
KPI 1 Lamps lit on time / KPI 2 Ferries on time / KPI 4 Complaints answered
---
Phase One will mend the pier. Phase Two will build the shed. // Phase 1: Pier / Phase 2: Shed /
Phase 2: Slip
---
RESOLVED that: // 1) the plan be agreed; // 2) the fee be agreed; // 2) the cost be noted.
---
Theme 1: Clean water / Theme 2: Bright lamps / Theme 3: Sound ropes / Theme 3: Fair fees
---
Action 1. Buy ropes / Action 2. Clean lamps / Action 4. Paint the ferry
---
Stage One: survey / Stage Two: design / Stage Two: build / Stage Three: open
---
Risk ID | Risk | Owner / 1 | Cost of rope | Engineer / 2 | Loss of staff | Harbour master / 3 |
Change in the law | Solicitor / 3 | Ferry sinks | Engineer
---
The board is recommended to: // 1. agree the plan; // 2. agree the fee; // 2. note the cost.
---
Target 1 – Visits up by a tenth / Target 2 – Lamps lit by dusk / Target 2 – Ropes renewed
---
2. Finance // 2.1 The cost is £40. // 2.3 The lamps are old. // 2.4 The ropes are worn.
---
Scenario A – Fees are kept / Scenario B – Fees rise / Scenario B – Fees fall
---
Ref | Saving | Sum / S1 | Lamps | £10 / S2 | Ropes | £20 / S2 | Ferries | £30 / S3 | Piers | £40
---
Lesson 1: Ask early. / Lesson 2: Buy spare ropes. / Lesson 4: Write it down.
---
Goal 1 – Safe piers / Goal 1 – Bright lamps / Goal 2 – Quick ferries
---
Actions // (1) Buy ropes. // (2) Clean lamps. // (4) Paint the ferry.
---
Ref | Issue | Owner / A1 | Leaks | Engineer / A2 | Rust | Engineer / A3 | Noise | Harbour master
/ A3 | Dust | Engineer
"""

_LEFT_ALONE = """
2. Finance // 2.1 The cost is £40. // 2.2 The lamps are old. // 3. Law // 3.1 The council may
run ferries.
---
Risk 1 – Cost of rope may rise. // Risk 2 – Staff may leave. // Risk 3 – The law may change. //
Risk 2 is the most serious.
---
The committee is asked to: // (a) agree the plan; // (b) agree the fee. // The board is asked
to: // (a) pay for the pier; // (b) note the cost.
---
Objective 1: Clean harbours / Measure: visits // Objective 2: Bright lamps / Measure: hours //
Progress on objective 1: good. Progress on objective 2: fair.
---
Of the twelve recommendations, these remain open: // Recommendation 3: Buy ropes. //
Recommendation 7: Clean lamps. // Recommendation 11: Paint the ferry.
---
Table 1: Prices / Lamp | Price / Oil | £10 / Gas | £12 // Table 1 shows that oil is cheaper. //
Table 2: Ropes / Rope | Price / Hemp | £3 / Jute | £2
---
Table 1: Prices / Lamp | Price / Oil | £10 / Gas | £12 // Table 1: Prices (continued) / Lamp |
Price / Wax | £8
---
The ferry leaves at 9.15 from Pier 1, then Pier 2, then Pier 4, and Pier 2 again.
---
Ward | Lamps / 1 | 30 / 2 | 40 / 2 | 30 / 4 | 10
---
Option 1: Do nothing. // Option 2: Let the harbour. // Appraisal // Option 1: Cheap but slow. //
Option 2: Dear but quick.
---
Phase 1 was finished in May. Phase 3 will begin in June.
---
Priority 1 – Clean harbours (lead: harbour master) // Priority 3 – Quick ferries (lead:
engineer) // The other priorities belong to other committees.
---
Members discussed item 4 before item 2, and item 4 again at the end.
---
(i) the plan // (j) the fee // (k) the cost
---
2. Finance // (h) the plan be agreed; // (i) the fee be agreed; // (j) the cost be noted.
---
Question 1: How old is the ferry? / Answer 1: Nine years. // Question 2: Who paid? / Answer 2:
The council.
---
Appendix A: Map / Appendix B: Prices // See Appendix A for the map. // Appendix A / Map
---
Zone 1 | £2 / Zone 2 | £3 / Zone 2 | £3 / Zone 5 | £9
---
Stage 1: Survey / Stage 2: Design // 2. Dates // Stage 1: April / Stage 2: May
---
Band A | £900 / Band B | £1,050 / Band D | £1,350
---
2024. That was the year of the flood. // 2026. That will be the year of the wall.
---
2. Finance // 2.1 The cost is £40. // 2.2 [Deleted] // 2.3 The ropes are worn.
---
Recommendation 1: Buy ropes. / Response: agreed. / Recommendation 2: Clean lamps. / Response:
agreed. / Recommendation 3: Paint the ferry. / Response: rejected.
---
Lamp 4 is broken. Lamp 7 is broken. Lamp 7 was mended in May.
---
The committee agreed: // • 1. the plan // • 2. the fee
---
Year 1 | £20 / Year 3 | £40 / Year 5 | £60
---
Question 2 was withdrawn. // Question 1: How old is the ferry? // Question 3: Who paid?
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_number_that_repeats_or_skips_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_an_honest_run_of_numbers_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
