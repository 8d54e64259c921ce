"""Offices compared: whether two titles of one person are one office told in two ways.

A title may be shortened, and a person may hold two offices that have nothing in common; one rank
with one word of its subject changed, or one subject under two ranks, is a slip in one of the two.
"""

import re

from moothall.proofread.finding import Confidence
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.written_names import JOINERS, singular

ROLE = (
    r"(?:Director|Head|Manager|Officer|Accountant|Solicitor|Treasurer|Counsel|Leader|Member|"
    r"Analyst|Adviser|Advisor|Lead|Executive|Planner|Surveyor|Engineer|Architect|Auditor|"
    r"Commissioner|Secretary|Actuary|Economist|Principal|Consultant|Partner|Holder|Registrar|"
    r"Coordinator|Co-ordinator|Administrator|Inspector|Superintendent|Buyer|Specialist|Mayor|Clerk|Chair|Person|Headteacher)"
)
_GRADES = word_set("interim acting locum joint shared temporary")
_MANY_HOLD = word_set("member chair chairman trustee governor representative")
_PORTFOLIO = frozenset({("cabinet", "member"), ("executive", "member"), ("lead", "member")})
_TELLING = 3


_ROLES = frozenset(role.casefold() for role in re.findall(r"[A-Z][a-z]+(?:-[a-z]+)?", ROLE))


def words_of(office: str) -> tuple[str, ...]:
    """The words that tell one office from another, without “of” and “the”, each as one thing."""
    found = [
        singular(word.casefold().replace("’", "'"))
        for word in re.findall(r"[A-Za-z][A-Za-z’'-]*", office)
    ]
    return tuple(
        "adviser" if word == "advisor" else word
        for word in found
        if word not in JOINERS and word not in ("and", "with")
    )


def sureness_of_a_slip(
    one: tuple[str, ...], other: tuple[str, ...], *, one_person: bool = False
) -> Confidence | None:
    """How sure it is that two offices are one with a word exchanged; None where they are two.

    Of one person, named in full or with a title both times, two grades or two ranks in one subject
    say enough.
    """
    if one_person and _exclude_each_other(one, other):
        return Confidence.MEDIUM
    if one_person and _are_two_portfolios(one, other):
        return Confidence.MEDIUM
    bare = [tuple(word for word in words if word not in _GRADES) for words in (one, other)]
    first, second = bare
    if first == second or not first or not second:
        return None
    if set(first) <= set(second) or set(second) <= set(first):
        # “Head of Finance” is short for “Head of Finance Operations”, “Chief Executive” for more
        return Confidence.LOW if abs(len(first) - len(second)) == 1 and len(first) > 1 else None
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    differing = first[start : len(first) - end], second[start : len(second) - end]
    alike = first[:start] + first[len(first) - end :]
    shared_by_many = any(word in _MANY_HOLD for word in alike) and alike not in _PORTFOLIO
    if not alike or (shared_by_many and len(alike) < _TELLING):
        return None
    if min(map(len, differing)) > 0 and _is_one_rank_of_one_subject(first[:start], differing):
        return Confidence.MEDIUM
    if max(map(len, differing)) > 2 or min(map(len, differing)) == 0:
        return Confidence.LOW if len(alike) > 1 else None
    ranks = _ROLES - {"principal", "executive"}
    if any(word in ranks for part in differing for word in part) and len(alike) == 1:
        # “Chief Accountant”, “Chief Analyst”: one rank, and the grade before it the same
        same_grade = set(one) & set(other) & _GRADES
        return Confidence.MEDIUM if alike == ("chief",) or same_grade else None
    return Confidence.MEDIUM


def _are_two_portfolios(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the two are portfolios with nothing in common: a member of a cabinet has one.

    One that leaves out a part, or adds one, may be the other in short.
    """
    subjects = [set(words[2:]) for words in (one, other)]
    return (
        one[:2] == other[:2]
        and one[:2] in _PORTFOLIO
        and all(subjects)
        and not subjects[0] & subjects[1]
    )


def _is_one_rank_of_one_subject(
    rank: tuple[str, ...], subjects: tuple[tuple[str, ...], tuple[str, ...]]
) -> bool:
    """“Service Manager Lamps and Standards”, and “Service Manager Standards, Quays and Safety”."""
    return bool(rank and rank[-1] in _ROLES - _MANY_HOLD and set(subjects[0]) & set(subjects[1]))


_STATUTORY = word_set("monitoring data guardian return returning proper")
_RANKS = word_set(
    "chief head director officer manager lead leader principal senior assistant deputy corporate "
    "executive strategic group interim acting joint shared service interim permanent team"
)
_STEM = 5
_GENERAL = frozenset(word[:_STEM] for word in word_set("service council county policy business"))
_BELOW = word_set("deputy assistant")
_OF_THE_COUNCIL = ("leader", "council")
_FOR_A_TIME = word_set("interim acting locum")


def _exclude_each_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether nobody is both: the officer and the deputy, or head and director of a thing.

    A statutory duty ("the Data Protection Officer") is held beside an office.
    """
    if {one[0], other[0]} & _FOR_A_TIME and "permanent" in {one[0], other[0]}:
        return one[1:] == other[1:]
    lasting = [tuple(word for word in words if word not in _FOR_A_TIME) for words in (one, other)]
    if not all(lasting):
        # “Ann Ferris (Interim)”: the one word is there to tell it; a title may leave it out
        return bool(_FOR_A_TIME & set(one)) != bool(_FOR_A_TIME & set(other))
    if lasting[0] == lasting[1]:
        return False
    whole = [words[:-1] if words[-2:] == _OF_THE_COUNCIL else words for words in (one, other)]
    plain = [words[1:] if words[0] in _BELOW else words for words in whole]
    if plain[0] == plain[1]:
        return (one[0] in _BELOW) != (other[0] in _BELOW)
    if (set(one) | set(other)) & (_STATUTORY | _MANY_HOLD):
        return False
    subjects = [_subject(words) for words in (one, other)]
    ranks = [frozenset(words) & _RANKS for words in (one, other)]
    return bool(subjects[0] & subjects[1] - _GENERAL) and not ranks[0] & ranks[1]


def _subject(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if word not in _RANKS)
