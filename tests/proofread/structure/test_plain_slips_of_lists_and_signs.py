"""Plain slips of lists, of pointers into them and of signs, each in a paper of a few lines.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from moothall.files.reports.running_lines import without_running_lines
from moothall.files.reports.text import read_plain_text
from moothall.proofread.rules import proofread_all
from ordinary_wordings import papers

_FOUND = """
1. Purpose: to agree the lamp plan. / 2. Background: the plan is ten years old. / 3. Choices: see
paragraph 6 below. / 4. Recommendation: that the plan be agreed.
---
AGENDA / 1. Apologies / 2. Interests / 3. Minutes / 4. Ferry fares / Note: item 7 will be taken in
private.
---
The harbour board: / (a) notes the survey; / (b) agrees the fare; and / (c) asks for a plan. /
Recommendation (d) is urgent because the ferry is old.
---
Enclosures: (i) bank statement; (ii) list of ropes; (iii) lamp plan. Members will see from enclosure
(iv) that the ferry makes a profit.
---
Section 1 Ropes / Section 2 Lamps / Section 3 Ferries / The powers used are described in Section 5.
---
Footnotes / 1 Harbour office count. / 2 Ferry office count. // The fleet grew (see footnote 4).
---
5.1 The ropes were sold. / 5.2 Lot 1 drew two bids. / 5.3 Lot 2 drew none, for the reasons given at
5.5. / 6.1 Lot 2 will be sold again.
---
ACTIONS / HB/3/11 Clerk to buy ropes / HB/3/12 Mate to clean lamps / HB/3/12 Cook to order flour /
HB/3/13 Crew to rest
---
Aim | Code / Clean harbours | HA1 / Bright lamps | HA2 / Quick ferries | HA3 / Safe piers | HA3 /
Long ropes | HA5
---
Contents | Pages / Ropes | 2 – 5 / Lamps | 6 – 11 / Ferries | 11 – 14 / Piers | 15 – 19 / Fares | 20
---
8. Needs and what is done about them for sailors / 9. Needs and what is done about them for cooks /
9. Needs and what is done about them for pilots / 11. Needs and what is done about them for clerks /
12. Needs and what is done about them for guards
---
Recommendations / That the Board: // Reasons for recommendations / To keep the ferry safe.
---
Risk 1: old ropes. Answer: new ones. / Risk 2: dark lamps. Answer: / Risk 3: slow ferry. Answer:
a tug.
---
(a) Hut at the pier: no objection / (b) Shed at the mole: / (c) Felling of one mast: no objection
---
1. Ropes: new ones in May / 2. Lamps: / 3. Ferry: a tug in June
---
Present: Cllrs Moss (Chair), Reed, Lake and Hill / Apologies: Cllr Wood / The Clerk recorded that
five members were present.
---
The five old boats in the harbour are pilot cutter, tug, barge and lighter. Each is painted.
---
Two short piers, three long piers and one jetty are to be mended, making eight places in all.
---
The harbour has nine ropes. Four are new, two are worn, and one is lost.
---
Members heard from both of the harbour's pilots: Ann Moss, Bea Reed and Cy Lake.
---
Lamps will be lit at all six of the Council's piers, namely: North, South, East, West and Mole.
---
Ropes 41 / Lamps 28 / Ferries 11 / Total 95
---
The ferry forecast is the blue line in the chart below.
---
Piers to be closed are shaded red on the map and piers to be kept are shaded green.
---
Fields with a yellow background must be filled in.
---
Appendix 3 is a scan of the signed lease, saved as an image.
---
Further reading / - The ferry plan: here
---
Figure 2 [image, alt text: "image7.png"]
---
Report to: Harbour Board / Subject: Ferries // The fares rise in May (see section 4). // The lamps
stay as they are.
---
Minutes of the Harbour Board // Present: Cllr Moss // Ferries / (Item 4) / It was agreed to buy
one. // Lamps / (Item 5) / It was agreed to clean them. // Ropes / (Item 6) / The ropes were
noted. // Plan of work / (Item 7)
"""

_LEFT_ALONE = """
1. Purpose: to agree the lamp plan. / 2. Background: see paragraph 4. / 3. The plan is ten years
old. / 4. Recommendation: that it be agreed.
---
1. Purpose: to agree terms. / 2. The report is exempt under paragraph 7 of Schedule 12A to the Act.
/ 3. Recommendation: that the terms be agreed.
---
The harbour board: / (a) notes the survey; / (b) agrees the fare; and / (c) asks for a plan. /
Recommendation (b) is urgent because the ferry is old.
---
HB/3/11 Clerk to buy ropes / HB/3/12 Mate to clean lamps / HB/3/13 Cook to order flour / HB/3/14
Crew to rest
---
Aim | Code / Clean harbours | HA1 / Bright lamps | HA2 / Quick ferries | HA2 / Safe piers | HA1 /
Long ropes | HA3
---
Contents | Pages / Ropes | 2 – 5 / Lamps | 6 – 11 / Ferries | 12 – 14 / Piers | 15 – 19 / Fares | 20
---
7 Harbour rules / 8 Ferry rules / 9 Member Questions / 10 Fares
---
Risk 1: old ropes. Answer: new ones. / Risk 2: dark lamps. Answer: oil. / Risk 3: slow ferry.
Answer: a tug.
---
Present: Cllrs Moss (Chair), Reed, Lake and Hill / Four members were present. The quorum is three.
---
Present: Cllrs Moss (Chair), Reed, Lake and Hill / The plan needs at least six members present.
---
The four old boats in the harbour are pilot cutter, tug, barge and lighter. Each is painted.
---
The five huts on the pier are damp and cold.
---
Two short piers, three long piers and one jetty are to be mended, making six places in all.
---
The harbour has nine ropes. Four are new, three are worn, and two are lost.
---
Ropes 41 / Lamps 28 / Ferries 11 / Total 80
---
Double yellow lines will be painted along the quay. The red line boundary of the site is unchanged.
---
The ferry forecast is the dashed blue line in the chart below.
---
Send a scan of the form to the clerk, with a picture of the boat.
---
Put the keys here.
"""


def _found(text: str) -> list[str]:
    report = read_plain_text(f"{text}\n", "report")
    return [finding.message for finding in proofread_all((report,), None, everything=False)]


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_plain_slip_is_found(text: str) -> None:
    assert _found(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert _found(text) == []


_PAGE = "Question {}\nHARBOUR BOARD\nQuestion by Ann Moss\nHow old is the ferry?\n\n\f"


def test_a_label_that_counts_at_the_head_of_its_page_is_no_running_head() -> None:
    lines = without_running_lines("".join(_PAGE.format(number) for number in (1, 2, 3, 3, 5)))
    assert lines.count("Question 3") == 2
    assert "HARBOUR BOARD" not in lines


def test_a_question_whose_number_stands_over_two_pages_of_words_is_told() -> None:
    text = "".join(
        f"Question {number}\n\nHow old is the {thing}?\n\nIt is old.\n\n"
        for number, thing in [(1, "ferry"), (2, "lamp"), (3, "rope"), (3, "pier"), (5, "tug")]
    )
    assert any("Question 3 stands twice" in message for message in _found(text))


def test_a_running_head_that_keeps_its_number_goes() -> None:
    lines = without_running_lines("".join(_PAGE.format(4) for _ in range(4)))
    assert lines.count("Question 4") == 1  # at the head of the first page


@pytest.mark.parametrize(("last", "wrong"), [(205, True), (204, False)])
def test_a_cheque_given_twice_is_told_where_the_next_is_used_by_none(
    *, last: int, wrong: bool
) -> None:
    numbers = (201, 202, 203, 203, last)
    things = ("Salary", "Hall", "Audit", "Hedges", "Insurance")
    text = "\n".join(
        f"{thing}, chq no {number} £50.00" for thing, number in zip(things, numbers, strict=True)
    )
    assert bool(_found(text)) == wrong
