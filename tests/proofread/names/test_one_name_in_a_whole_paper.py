"""A name that stands otherwise once in a paper: slips, kinds, headings, letters and initials.

A stroke parts lines, two strokes part paragraphs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.names import (
    exchanged_words,
    forenames,
    initials_of_members,
    kinds_kept,
    letters_of_one_thing,
    longer_names,
    names_under_their_heading,
    slips_beside_a_name,
    surnames,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.written_names import sound_alike
from moothall.proofread.wording import misspellings
from ordinary_wordings import found_by, papers

_SLIPS, _FORENAMES, _SURNAMES = slips_beside_a_name.RULES, forenames.RULES, surnames.RULES
_FOUND: tuple[tuple[tuple[Rule, ...], str], ...] = (
    (
        _SLIPS,
        """
From: Sarah Tindall, Director of Quays / To: Cabinet, 4 March 2025 // 1. The lamps are lit. //
Contact: Sara Tindall, 01234 567890
---
Report to Council, 4 March 2025 // 2. Open day at Brackley Barracks // 2.1 The open day was held at
Brackly Barracks on 4 June 2024 and was well attended.
---
To: Harbour Board, 4 March 2025 // 1. The lamps were bought through Steve Grindal, who runs the
stores. // 5. It was a testament to the work by Steve Grindall and the team.
---
Report to Cabinet, 4 March 2025 // 1. Lamps stand at the end of Duckenham Drive. // 9. The mole on
Duckinham Drive has none.
""",
    ),
    (
        _SURNAMES,
        """
Present: Cllr R. Thackray (Chair), Cllr C. Poyntell, Cllr A. Reed // 3. Lamps // Cllr Reed reported
on the lamps. Cllr Pantell is to write to the harbour master.
---
Present: Mr T Vane, Mr D Hopkins, Mr P Reed // 1. Mr Hopkins presented the accounts. // 4. Mr Hopkin
asked members to promote the ferry.
---
Present: Mr A Holt, MBE, Richard Lessmann, Mr P Reed // 2. Mr Lessmann declared an interest. // 3.
Tributes were paid by Mr Reed, Mr Holt, and Mr Lessmen.
---
Present: Mr M Scrivens (Chief Analyst), Mr P Reed // 1. Mr Scrivens outlined the report. Mr Screvens
noted that the lamps burn.
""",
    ),
    (
        _FORENAMES,
        """
From: Dr Anjan Ghose, Director of Quays / To: Cabinet, 4 March 2025 // 1. The lamps are lit. //
Relevant Director / Dr Anjali Ghose / Director of Quays
---
Present: Paula Vane (Chair), Tony Dorrell, Mary Holt // 1. Terry Dorrell, the harbour's teacher,
presented the report. Questions were asked of the cost. / 2. Tony Dorrell explained it.
""",
    ),
    (
        kinds_kept.RULES,
        """
Report to Cabinet, 4 March 2025 // 1. Pay steps were agreed by Stevedores Committee in March 2024.
/ 2. Payments are reported to Stevedores Committee each year. / 7. The scheme is monitored by
Stevedores Board.
---
Report to Council, 4 March 2025 // 1. The Council has a Ferry Sufficiency Plan. The purpose of the
Ferry Sufficiency Plan is to say how many ferries are needed. / 5. The Ferry Sufficiency Strategy
says that nine will do.
---
Minutes of Cabinet, 4 March 2025 // 1. The allocation of the Moorings Grant favoured large harbours.
/ 2. The needs for Moorings Fund were based on tonnage.
---
Report to Cabinet, 4 March 2025 // C) Local Ferry Care Grant // 1. The grant was renamed as Local
Ferry Care Fund in April.
""",
    ),
    (
        exchanged_words.RULES,
        """
Report to Cabinet, 4 March 2025 // 1. The Lamps Priority Programme began in 2024. / 2. The Lamps
Priority Programme is paid for by the harbour. The Lamps Priority Programme ends in 2027. // 3. What
it means: // • The Lamps Priority Programme means that each of the nine piers has to bring forward
a plan for its own lamps within the first year, and has to say what it will do if that fails. // •
Piers that are in the Lamps Pilot Programme will be committing to buy lamps of the one sort, and
have to keep them lit from dusk to dawn on every day of the year.
""",
    ),
    (
        names_under_their_heading.RULES,
        """
Report to Cabinet, 4 March 2025 // Local context // Better Working Harbours Board // 40. The Wages
and Moorings Board, led by the pilots, has been set up. It will meet in May.
---
Report to Cabinet, 4 March 2025 // 9. Ferry Users Forum // 9.1 The Passengers Forum is an informal
body whose role is to advise. It met twice.
""",
    ),
    (
        longer_names.RULES,
        """
Report to Cabinet, 4 March 2025 // 34. We have set up a West Harbour Lamps Partnership Board, with
members of each pier. // 35. The West Harbour System Lamps Partnership Board meets monthly.
""",
    ),
    (
        letters_of_one_thing.RULES,
        """
Report to Cabinet, 4 March 2025 // 1. The Harbour Lighting Review (HLR) begins in May. // 6. The
budget pays for the Harbour Lighting Review (HLRT) and its staff.
---
Report to Cabinet, 4 March 2025 // 1. The role of the pilots and NHS Harbours (NHS H) changes. // 6.
The Government and NHS Harbours (NHSH) said so.
""",
    ),
    (
        initials_of_members.RULES,
        """
Present (six Councillors): Colin Cross (CC) – Chair, Pam Walters (PW), Ann Brook (AB), Tom Reed
(TR), Clare Winter (CC), Mary Holt (MH) // 1. CC welcomed everyone.
---
Present: Colin Cross (CC), Pam Walters (PL), Ann Brook (AB), Tom Reed (TR), Mary Holt (MH) // 1. CC
welcomed everyone.
""",
    ),
    (
        misspellings.RULES,
        """
Report to Cabinet, 4 March 2025 // 1. The Harbour Moorings and Lamps Plan (HLMP) is adopted. // 2.
The Harbour Moorings and Lamps Plan (HLMP) ends in 2039. // 3. The HMLP is monitored. The HMLP has
nine policies. // 4. The HMLP is on the website.
""",
    ),
)
_INNOCENT = """
To: Cabinet, 4 March 2025 // 1. The Corporate Director for Quays wrote to all Corporate Directors of
harbours. // 2. Each Cabinet Member told other Cabinet Members.
---
Present: Cllr Ann Reed, Cllr Anna Reed, Mr P Holt // 1. Cllr Ann Reed spoke of lamps. // 2. Cllr
Anna Reed spoke of quays.
---
Present: Mr D Watkin, Mr P Watkins, Mr T Vane // 1. Mr Watkin spoke of lamps. // 2. Mr Watkins spoke
of quays. Mr Watkins left.
---
Present: Mr D Hopkins, Mr P Reed // 1. Mr Hopkins presented the accounts. // 2. Mr Hopkins’ report
was noted. // 3. In Mr Hopkin’s view, which is Mr Hopkins’ own, all is well.
---
Present: Mr John Vane, Mrs Joan Vane, Mr P Reed // 1. Mr John Vane spoke. // 2. Mrs Joan Vane spoke.
---
From: Thomas Reed, Director of Quays // 1. The lamps burn. // Contact: Tom Reed, Director of Quays
---
Minutes, 4 March 2025 // 1. The family of Cllr Henry Vane was thanked; his brother Cllr Hugh Vane
replied. // 2. Cllr Henry Vane had served since 1990. Cllr Henry Vane was mayor.
---
Report to Cabinet, 4 March 2025 // 1. The Lamps Strategy sets out the aims, and the Lamps Plan
carries it out. // 2. The Lamps Strategy ends in 2030.
---
Report to Cabinet, 4 March 2025 // 1. The Quays Grant pays for moles. The Quays Grant ends in
May. // 2. The former Quays Fund was merged into it. // 3. A new Quays Scheme is being drawn up.
---
Report to Cabinet, 4 March 2025 // 1. The Scrutiny Committee met. // 2. The Scrutiny Panel of
another harbour met too.
---
Report to Cabinet, 4 March 2025 // Ferry Users Forum // 1. The Council's Forum for those who use the
ferry, known as the Ferry Users Forum, met in May.
---
Report to Cabinet, 4 March 2025 // Ferry Users Forum // 1. The Passengers Forum and the Ferry Users
Forum met in May.
---
Report to Cabinet, 4 March 2025 // 1. The Harbour Lighting Review (HLR) begins in May. // 6. Two
Harbour Lighting Reviews (HLRs) were held.
---
Present: Colin Cross (CC), Pam Walters (PW), Ann Brook OBE (AB), Tom Reed (TR), Mary Holt (DL) // 1.
CC welcomed everyone.
---
Report to Cabinet, 4 March 2025 // 1. The Lamp Board (LB), the Quay Panel (QP), the Ferry Unit (FU),
the Pilots Hub (PH) and the Delegated Berths (SDB) are told apart by letters.  The delegated berths
are nine.
---
Report to Cabinet, 4 March 2025 // 1. Lamps stand on Market Street. // 2. Quays lie off Market
Square. // 3. Moles lie off North Market and South Market.
---
Report to Cabinet, 4 March 2025 // 1. We have set up a West Harbour Lamps Board. // 2. The East
Harbour Lamps Board and the West Harbour System Lamps Board met, as did the West Harbour Lamps
Board.
---
Minutes of Council, 4 March 2025 // 1. Cllr Reed said that the Lamp Party Group would abstain. // 2.
Cllr Vane said that the Quay Lamp Group supported the Budget. // 3. The Quay Lamp Party had asked
for it. The Quay Lamp Group agreed.
"""


@pytest.mark.parametrize(
    ("rules", "text"), [(rules, text) for rules, table in _FOUND for text in papers(table)]
)
def test_a_name_that_stands_otherwise_once_is_found(rules: tuple[Rule, ...], text: str) -> None:
    assert found_by(rules, text)


@pytest.mark.parametrize("text", papers(_INNOCENT))
def test_two_things_and_two_people_are_left_alone(text: str) -> None:
    every = tuple(rule for rules, _ in _FOUND for rule in rules)
    assert not [finding for finding in found_by(every, text) if finding.confidence.value != "low"]


_LETTERS = "bcdfgklmnprst"


@given(
    name=st.text(alphabet=_LETTERS + "aeiou", min_size=6, max_size=10),
    at=st.integers(min_value=1, max_value=4),
    letter=st.sampled_from(_LETTERS),
)
def test_a_letter_put_for_another_in_a_name_is_found_and_the_name_itself_is_not(
    name: str, at: int, letter: str
) -> None:
    quay = f"X{name}"
    slip = quay[: at + 1] + letter + quay[at + 2 :]
    paper = "To: Cabinet, 4 March 2025 // 1. Lamps stand at {} Barracks. // 2. {} Barracks is lit."
    found = found_by(_SLIPS, papers(paper.format(quay, slip))[0])
    assert bool(found) is (slip != quay)


def test_names_sound_alike_where_their_consonants_are_the_same() -> None:
    assert sound_alike("Bivon", "Bevan")
    assert sound_alike("Roxanne", "Roxana")
    assert not sound_alike("Hall", "Hull")
    assert not sound_alike("Bivon", "Divon")
