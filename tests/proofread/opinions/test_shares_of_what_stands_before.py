"""A share “of these”, where the sentence before says how many these are."""

from moothall.files.reports.text import read_plain_text
from moothall.proofread.opinions import bases_of_opinions
from moothall.proofread.proofread import proofread


def _found(text: str) -> int:
    return len(proofread((read_plain_text(text, "r"),), bases_of_opinions.RULES))


def test_a_share_of_these_is_of_the_number_just_told() -> None:
    assert not _found("1.1 Nine boatmen wrote. Of these, 44% supported the lamp.\n")
    assert _found("1.1 Boatmen wrote from all piers. Of these, 44% supported the lamp.\n")
