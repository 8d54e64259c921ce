"""Initials of members: the letters by which minutes name those who were present.

“Pam Walters (PW), Clare Winter (CW)”: the letters are those of one member and fit the name.  Where
a list gives letters to many people and those of one do not fit, or are another's too, nobody can
tell whom the minutes mean.
"""

import re
from collections.abc import Iterator, Sequence

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.slips_beside_a_name import words_in_small_letters
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, word_set

_NAMED = Expression(
    r"(?<![\w’'-])(?P<name>(?:[A-Z]\.?\s){0,2}[A-Z][a-zé]+(?:[-\s](?:(?:Mc|Mac|O[’'])?[A-Z][a-zé]+|"
    r"[A-Z]\.?(?=\s))){1,3})\s?\((?P<letters>[A-Z]{2,3})\)"
)
_OF_A_PLACE = Expression(r"\b(?:of|for|at|in|and|the)\s$")
"""“University of East Anglia (UEA)” is no member."""
_ENOUGH = 4
_MOST_FIT = 0.7
_HONOURS = word_set("DL JP MP KC QC OBE MBE CBE KBE BEM QPM MVO RN RAF")
_Member = tuple[str, str, Passage, int, int]


def members_have_initials_of_their_own(report: Report) -> Iterator[TextFinding]:
    """“Clare Winter (CC)” does not bear the letters of “Colin Cross (CC)”."""
    members: dict[str, _Member] = {}
    ordinary = words_in_small_letters(report)
    for passage in passages(report):
        if "(" not in passage.text:
            continue
        for match in _NAMED.finditer(passage.text):
            name = " ".join(match["name"].split())
            of_a_place = _OF_A_PLACE.search(passage.text[: match.start()])
            if match["letters"] in _HONOURS or of_a_place:
                continue
            if not ordinary.isdisjoint(re.split(r"[\s-]+", name.casefold())):
                continue  # the name of a thing, with its abbreviation
            members.setdefault(name, (name, match["letters"], passage, match.start(), match.end()))
    found = list(members.values())
    fitting = [member for member in found if _fit(member)]
    if len(found) < _ENOUGH or len(fitting) < _MOST_FIT * len(found):
        return
    for member in found:
        if not _fit(member):
            yield _finding(member, fitting)


def _fit(member: _Member) -> bool:
    """Whether the letters are initials of the name, in order, from the first to the last word."""
    words = [word for word in re.split(r"[\s-]+", member[0]) if word]
    letters = iter("".join(word[0] for word in words))
    given = member[1]
    return given[0] in {word[0] for word in words[:2]} and all(
        letter in letters for letter in given
    )


def _finding(member: _Member, fitting: Sequence[_Member]) -> TextFinding:
    name, letters, passage, start, end = member
    other = next((holder[0] for holder in fitting if holder[1] == letters), "")
    also = f", and are those of {other} too" if other else ""
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end),
        message=f"The letters {letters} do not fit {name}{also}; those of {len(fitting)} others "
        "fit their names.",
        confidence=Confidence.MEDIUM,
        cure="Give each member letters of their own.",
    )


RULES: tuple[Rule, ...] = (members_have_initials_of_their_own,)
