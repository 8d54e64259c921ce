"""A number before a list that names more or fewer: parts, places, offers, days, options, shares."""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2.1 The plan has four parts: lamps (section 3), ferries (section 4) and piers (section 5).
---
2.1 The programme has four parts: roofs at Ash High (£540,000), boilers at Elm Junior and Oak
Primary (£420,000) and fire doors at all six schools (£300,000).
---
2.1 The plan has four parts: lamps (section 1), ferries (section 2) and boats and buoys, or BB
(section 3).
---
2.1 There are three risks: cost (high) and weather (low).
---
2.1 Money was given to five schemes: lamps (£40,000), ropes (£20,000), buoys (£10,000) and nets
(£5,000).
---
2.1 The Committee met five times in the year, on 18 July, 17 October, 16 January and 20 March.
---
2.1 The panel met three times, on 4 May and 9 June 2024.
---
2.1 Four public meetings were held, on 3 May, 10 May and 17 May.
---
2.1 Two workshops took place on 6 March, 13 March and 20 March.
---
2.1 The board held six meetings during the year: 1 May, 5 June, 3 July, 4 September and 2 October.
---
2.1 Three hubs, at Ash and Birch, have opened.
---
2.1 Four depots, at Ash, Elm and Oak, were surveyed in May.
---
2.1 The Council owns the three depots, Mill Lane and Station Yard, and leases them to the
contractor.
---
2.1 For a new notice board three quotations had been received from Green Ltd (£1,035) and Brox
(£1,180).
---
2.1 Four tenders were received from Ash Ltd, Birch and Elm Works.
---
2.1 Two quotes were obtained from Ash Ltd (£400), Birch (£450) and Elm Works (£510).
---
2.1 Five options were considered: // - Option A: keep the piers; / - Option B: sell the piers; /
- Option C: let the piers; and / - Option D: close the piers.
---
2.1 Of the 2,860 who answered: // - 2,345 (96%) liked the lamps; / - 715 (25%) liked the ropes; and
/ - 1,201 (42%) liked the nets.
---
2.1 There were 2,860 replies, a response rate of 34%. // 2.2 Of those who replied: // - 2,345 (82%)
liked the lamps; / - 715 (34%) liked the ropes; and / - 1,201 (42%) liked the nets.
---
2.1 The survey had 640 replies. // 2.2 Among those who answered: // - 320 (50%) sail; / - 160 (52%)
row; and / - 64 (10%) swim.
"""

_INNOCENT = """
2.1 The plan has three parts: lamps (section 3), ferries (section 4) and piers (section 5).
---
2.1 The programme has three parts: roofs at Ash High (£540,000), boilers at Elm Junior and Oak
Primary (£420,000) and fire doors at all six schools (£300,000).
---
2.1 Money was given to five bodies: Ash Board (AB), Birch Trust (BT), Elm Office, Oak Ministry (OM)
and Yew Fund (YF).
---
2.1 Money was given to three bodies: Ash Board (AB) and Birch Trust and Elm Fund (BTEF).
---
2.1 There are four risks, among them two: cost (high) and weather (low).
---
2.1 Money was given to five schemes, such as: lamps (£40,000), ropes (£20,000) and nets (£5,000).
---
2.1 The Committee met four times in the year, on 18 July, 17 October, 16 January and 20 March.
---
2.1 The panel met three times, most lately on 4 May and 9 June 2024.
---
2.1 The panel met three times between 4 May and 9 June 2024.
---
2.1 Four public meetings were held on 3 May and 10 May, two in each town.
---
2.1 Three meetings were held each month, on 3 May, 10 May, 17 May, 1 June, 8 June and 15 June.
---
2.1 Six sessions were held over two days, on 3 May and 4 May.
---
2.1 Two hubs, at Ash and Birch, have opened.
---
2.1 Three officers, from Ash and Birch, were thanked.
---
2.1 Three lamps, at Ash and Birch, were mended.
---
2.1 The Council owns the three depots, Mill Lane and Station Yard, and the Hall.
---
2.1 Three quotations had been received, two of them from Green Ltd (£1,035) and Brox (£1,180).
---
2.1 Two tenders were received from Ash Ltd and Birch.
---
2.1 Four options were considered: // - Option A: keep the piers; / - Option B: sell the piers; /
- Option C: let the piers; and / - Option D: close the piers.
---
2.1 Of the 2,860 who answered: // - 2,345 (82%) liked the lamps; / - 715 (25%) liked the ropes; and
/ - 1,201 (42%) liked the nets.
---
2.1 There were 2,860 replies, a response rate of 34%. // 2.2 Of those who replied: // - 2,345 (82%)
liked the lamps; / - 715 (25%) liked the ropes; and / - 1,201 (42%) liked the nets.
---
2.1 The survey had 640 replies. // 2.2 Of those who use the piers: // - 320 (70%) sail; / - 160
(35%) row; and / - 64 (14%) swim.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_number_that_its_list_does_not_bear_out_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_INNOCENT))
def test_a_number_that_its_list_bears_out_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
