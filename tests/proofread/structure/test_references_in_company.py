"""References to what is not there, told by the company they stand in.

A stroke parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_SECTIONS = """
// 2. Ferries // 2.1 They sail daily. // 3. Lamps // 3.1 They
burn oil. // 4. Money // 4.1 It costs £4,000. // 5. Risks // 5.1 None were found.
"""
_TABLES = """
// Table A: Lamps / Lamp | Price / Oil | £10 / Gas | £12 // Table B: Ropes / Rope | Price / Hemp |
£3 / Jute | £2 // Table C: Piers / Pier | Boats / Ash | 3 / Elm | 2
"""
_FOUND_OF_SECTIONS = """
The plan has two parts: ferries (section 2) and lamps (section 14).
---
Ferries are dealt with in section 2 and lamps in section 13. Money is dealt with in section 16.
---
The action plan in section 14 follows from the lamps in section 3.
---
The costs are in section 4 and the steps to be taken in section 15.
---
Lamps (section 13), ferries (section 2) and money (section 4) are looked at in turn.
---
Risks are considered in section 5, and the communications plan in section 19.
---
The pier is described in section 2; its price is given in section 18.
---
See section 4 for the money and section 16 for the timetable.
"""
_INNOCENT_OF_SECTIONS = """
The plan has two parts: ferries (section 2) and lamps (section 3).
---
A notice was served under section 16 of the Piers Act 1974; the costs are in section 4.
---
Ferries are looked at in section 2. The contribution was secured by agreement (section 106).
---
The grant (section 31) is described in section 4.
---
The powers in section 17 of the Ferries Act 1998 are looked at in section 3.
---
Lamps are dealt with in section 3, and the duty in section 14 of that Act in section 4.
---
The costs are in section 4; the council's duty arises from section 18.
---
The local plan says in section 14 what the pier is for.
---
Section 21 notices have fallen (see section 5).
"""
_FOUND_OF_TABLES = """
The wait for a Ferries Act assessment on 31 December 2025 is shown in Table F.
---
The number of orders made under the Piers Regulations is given in Table E.
---
The lamps bought under the Code are listed in Table G.
---
Those who asked for guidance in the year are set out in Table F.
"""
_INNOCENT_OF_TABLES = """
The wait for a Ferries Act assessment on 31 December 2025 is shown in Table C.
---
The bands are those of the Ferries Regulations 2009, Table F.
---
The spacing of the lamps follows the guidance in Table E.
---
The prices of lamps are shown in Table F of the Piers Order 2011.
"""
_FOUND_OF_PARAGRAPHS = """
2. Money // 2.1 A plan is needed above £4m. // 2.2 The bank was asked. // 2.3 It agreed. // 3.
Forecast // 3.1 The forecast is above the threshold for a recovery plan in paragraph 2.5.
---
2. Money // 2.1 A plan is needed above £4m. // 2.2 The bank was asked. // 2.3 It agreed. // 3.
Forecast // 3.1 The sum meets the test for a contract in paragraph 2.6.
"""
_INNOCENT_OF_PARAGRAPHS = """
2. Money // 2.1 A plan is needed above £4m. // 2.2 The bank was asked. // 2.3 It agreed. // 3.
Forecast // 3.1 The forecast is above the threshold for a recovery plan in paragraph 2.1.
---
2. Money // 2.1 A plan is needed above £4m. // 2.2 The bank was asked. // 2.3 It agreed. // 3.
Forecast // 3.1 The site is in the Local Plan in paragraph 2.5.
---
2. Money // 2.1 A plan is needed above £4m. // 2.2 The bank was asked. // 2.3 It agreed. // 3.
Forecast // 3.1 The fee is that of the contract in paragraph 2.6.
"""
_FOUND_OF_APPENDICES = """
Agreed that the grants listed in Appendix 3 be made. // 2. Lamps // 2.1 They burn oil. // # Appendix
1: Grants // Pier | £ / Ash | 10 / Elm | 12
---
A screening of the lamps is at Annex C. // 2. Lamps // 2.1 They burn oil. // # Annex A: Screening
// The lamps are for all.
---
The prices are set out in Appendix B. // 2. Lamps // 2.1 They burn oil. // # Appendix A – Prices
// Lamp | Price / Oil | £10 / Gas | £12
"""
_INNOCENT_OF_APPENDICES = """
Agreed that the grants listed in Appendix 1 be made. // 2. Lamps // 2.1 They burn oil. // # Appendix
1: Grants // Pier | £ / Ash | 10 / Elm | 12
---
The prices are in Appendix 1 and the map, which is published separately, is Appendix 2. // 2. Lamps
// 2.1 They burn oil. // # Appendix 1: Prices // Lamp | Price / Oil | £10 / Gas | £12
---
The full survey (Appendix 2, exempt) was read. // 2. Lamps // 2.1 They burn oil. // # Appendix 1:
Prices // Lamp | Price / Oil | £10 / Gas | £12
"""


def _in(texts: str, rest: str) -> list[str]:
    return papers("\n---\n".join(f"1.2 {text} {rest}" for text in texts.split("\n---\n")))


_FOUND = [
    *_in(_FOUND_OF_SECTIONS, _SECTIONS),
    *_in(_FOUND_OF_TABLES, _TABLES),
    *papers(_FOUND_OF_PARAGRAPHS),
    *_in(_FOUND_OF_APPENDICES, ""),
]
_INNOCENT = [
    *_in(_INNOCENT_OF_SECTIONS, _SECTIONS),
    *_in(_INNOCENT_OF_TABLES, _TABLES),
    *papers(_INNOCENT_OF_PARAGRAPHS),
    *_in(_INNOCENT_OF_APPENDICES, ""),
]


@pytest.mark.parametrize("text", _FOUND, ids=range(1, len(_FOUND) + 1))
def test_a_reference_beside_those_that_lead_somewhere_is_found(text: str) -> None:
    assert any("refers to" in finding.message for finding in found_by_all(text))


@pytest.mark.parametrize("text", _INNOCENT, ids=range(1, len(_INNOCENT) + 1))
def test_a_reference_that_may_be_anothers_is_left_alone(text: str) -> None:
    assert not any("refers to" in finding.message for finding in found_by_all(text))
