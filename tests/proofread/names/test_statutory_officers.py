"""Officers named by the section of an Act."""

import pytest

from markdown_reports import shown
from moothall.proofread.names.statutory_officers import RULES


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Section 171 Officer’s view is that the position is serious.", 1),
        ("Report of the s115 officer.", 1),
        ("The section 511 Chief Finance Officer advises against it.", 1),
        ("The Section 151 Officer’s view is that the position is serious.", 0),
        ("The s151 officer and the section 114 officer are one person.", 0),
        ("The Section 73 Officer of the combined authority advises it.", 0),
        ("A Section 606 agreement secures the lamps.", 1),
        ("A s160 planning obligation secures the lamps.", 1),
        ("A section 106 agreement and a section 278 agreement secure the lamps.", 0),
        ("Staff are shared by a section 113 agreement.", 0),
        ("The section 106 officer and the section 278 officer met.", 0),
    ],
)
def test_an_officer_is_of_a_section_that_names_one(text: str, wrong: int) -> None:
    assert len(shown(RULES[0], text)) == wrong
