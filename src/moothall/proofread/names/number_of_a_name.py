"""The number of a name: “Contract Finder” once, where the report has “Contracts Finder” elsewhere.

Whatever sort of name it is, a service, a system or a measure, one word inside it stands once in the
singular and elsewhere in the plural, or in another form of the word, and all other words are the
same.  The last word tells nothing, for “Boards” are several, unless one noun follows both (“the
Low Income High Cost indicator”).  An office is left alone, for a council may have one and many of
it, and so are two names that one sentence sets side by side.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.name_variants import a_name_is_written_in_one_way
from moothall.proofread.names.names import a_body_or_scheme_has_one_name
from moothall.proofread.names.second_names import a_thing_is_not_called_by_two_names
from moothall.proofread.names.slips_beside_a_name import (
    a_name_has_no_slip_in_a_word,
    words_in_small_letters,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    how_often,
    sentences,
    word_set,
)
from moothall.proofread.reading.written_names import (
    DATES,
    JOINERS,
    OPENING_WORDS,
    capitalised_runs,
    singular,
)

_OFFICES = word_set(
    "officer manager director head lead chair chairman clerk councillor member minister secretary "
    "engineer surveyor adviser advisor assistant accountant inspector warden champion executive "
    "leader mayor solicitor planner treasurer coordinator commissioner administrator analyst "
    "apprentice teacher headteacher worker governor president trustee auditor ombudsman team "
    "department directorate company companies limited ltd road street lane close avenue way "
    "drive hill court house farm park council committee report act bill england wales"
)
"""What there may be several of, or of which other rules tell."""
_WORD = Expression(r"[A-Za-z]+(?:-[A-Za-z]+)*(?![’'\w])")
_PARTED = Expression(r"\s(?:(?:of|for|the|in|to|on|with|around|at|by)\s)+")
_NOUN_AFTER = Expression(r"^\s(?P<noun>[a-z]{4,})\b")
_NO_NOUN = word_set(
    "that with from were have will which been their this they into when where also only both each "
    "such under over than then whose while would could should must shall"
)
_MOST_WORDS, _MOST_NAMES = 6, 3_000
_LEAST_OFTEN = 2
_ALIKE, _BEGINS_ALIKE = 4, 0.66
_Key = tuple[int, tuple[str, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class _Spot:
    text: str
    passage: Passage
    start: int


def a_word_inside_a_name_keeps_its_form(report: Report) -> Iterator[TextFinding]:
    """“Contract Finder” once, beside the “Contracts Finder” of the rest of the report."""
    ordinary = words_in_small_letters(report)
    told: set[frozenset[str]] = set()
    for key, by_word in _by_the_other_words(report).items():
        if len(by_word) < 2:
            continue
        _, before, after, noun = key
        for one, other in combinations(by_word, 2):
            rare, common = sorted((by_word[one], by_word[other]), key=len)
            if len(rare) > 1 or len(common) < _LEAST_OFTEN or rare[0].passage.part == "heading":
                continue
            if frozenset((one, other)) in told or not _is_another_form(
                one, other, len(before) + len(after)
            ):
                continue
            if not before and len(after) == 1 and (after[0] in ordinary or noun):
                continue
            if _side_by_side(rare[0], common) or _is_told(rare[0], common[0], report):
                continue
            told.add(frozenset((one, other)))
            yield _finding(rare[0], common)


def _by_the_other_words(report: Report) -> dict[_Key, dict[str, list[_Spot]]]:
    """The names by all of their words but one, and by which word that is."""
    found: defaultdict[_Key, dict[str, list[_Spot]]] = defaultdict(dict)
    for run, start, passage in _runs(report):
        words = [(match[0].casefold(), match.start()) for match in _WORD.finditer(run)]
        if len(run.split()) != len(words):
            continue  # a possessive, a comma or an ampersand: the name may begin or end there
        while words and words[0][0] in OPENING_WORDS | DATES | JOINERS:
            words.pop(0)
        follows = _NOUN_AFTER.match(passage.text[start + len(run) : start + len(run) + 25])
        noun = follows["noun"] if follows and follows["noun"] not in _NO_NOUN else ""
        for first in range(max(0, len(words) - _MOST_WORDS), len(words) - 1):
            name = tuple(word for word, _ in words[first:])
            if name[0] in JOINERS or singular(name[-1]) in _OFFICES or name[-1] in _OFFICES:
                continue
            spot = _Spot(run[words[first][1] :], passage, start + words[first][1])
            for gap in range(len(name) - (not noun)):
                last = noun if gap == len(name) - 1 else ""
                if last and len(name) <= 2:
                    continue
                key = gap, name[:gap], name[gap + 1 :], last
                found[key].setdefault(name[gap], []).append(spot)
    return found


def _runs(report: Report) -> Iterator[tuple[str, int, Passage]]:
    """The runs of capitalised words, parted at “of”, “in” and the like."""
    for run, start, passage in capitalised_runs(report)[:_MOST_NAMES]:
        since = 0
        for end in [*_PARTED.finditer(run), None]:
            yield run[since : end.start() if end else len(run)], start + since, passage
            since = end.end() if end else 0


def _is_another_form(one: str, other: str, beside: int) -> bool:
    """Whether it is one word in two numbers, or, in a longer name, in two forms."""
    short, long = sorted((one, other), key=len)
    if len(short) < _ALIKE - 1:
        return False
    if singular(short) == singular(long):
        return True
    same = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return beside >= 2 and same >= _ALIKE and same / len(short) >= _BEGINS_ALIKE


def _side_by_side(rare: _Spot, common: list[_Spot]) -> bool:
    """Whether one sentence has both names."""
    if not any(spot.passage is rare.passage for spot in common):
        return False
    both = (rare.text, common[0].text)
    return any(all(name in one for name in both) for one in sentences(rare.passage.text))


def _is_told(rare: _Spot, common: _Spot, report: Report) -> bool:
    return any(
        rare.text in finding.message and common.text in finding.message
        for rule in (
            a_body_or_scheme_has_one_name,
            a_name_is_written_in_one_way,
            a_thing_is_not_called_by_two_names,
            a_name_has_no_slip_in_a_word,
        )
        for finding in rule(report)
    )


def _finding(rare: _Spot, common: list[_Spot]) -> TextFinding:
    other = common[0]
    return TextFinding(
        place=rare.passage.place,
        quote=around(rare.passage.text, rare.start, rare.start + len(rare.text)),
        message=f"“{rare.text}” (once) and “{other.text}” ({how_often(len(common))}, "
        f"{other.passage.place}) differ in the form of one word: they look like one name.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, as its own publisher writes it.",
    )


RULES: tuple[Rule, ...] = (a_word_inside_a_name_keeps_its_form,)
