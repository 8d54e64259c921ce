"""Letters of one thing: a name that is given two abbreviations in one report.

“Harbour Lighting Review (HLR)” and “Harbour Lighting Review (HLRT)”: a reader who meets HLRT later
looks for a second review.  A plural and letters for the place before the name are no second
abbreviation.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, how_often, passages

_INTRODUCED = Expression(
    r"(?P<name>(?:[A-Z][\w’'-]*[\s-](?:(?:and|&|of|for|the|in)\s){0,2}){0,6}[A-Z][\w’'-]+)\s"
    r"\((?:the\s)?[“‘\"']?(?P<letters>[A-Z][A-Za-z&]{0,6}[A-Z](?:\s[A-Z])?)s?[”’\"']?\)"
)
_WORDS = 2
_Introduced = tuple[str, str, Passage, int, int]


def a_thing_has_one_abbreviation(report: Report) -> Iterator[TextFinding]:
    """The “Harbour Lighting Review” is not HLR in one place and HLRT in another."""
    fitting: defaultdict[str, dict[str, list[_Introduced]]] = defaultdict(dict)
    others: list[tuple[list[str], _Introduced]] = []
    for passage in passages(report):
        if "(" not in passage.text:
            continue
        for match in _INTRODUCED.finditer(passage.text):
            letters = match["letters"]
            spot = (match["name"], letters, passage, match.start(), match.end())
            endings = list(_endings(match["name"]))
            fit = next((name for name in endings if _fit(letters, name)), None)
            if fit is not None:
                fitting[_plain(fit)].setdefault(letters, []).append((fit, *spot[1:]))
            else:
                others.append(([name for name in endings if name[0] == letters[0]], spot))
    for by_letters in fitting.values():
        if len(by_letters) == 2:  # “NHS E” and “NHSE”
            rare, common = sorted(by_letters.values(), key=len)
            yield _finding(rare, common)
    for endings, spot in others:
        name = next((name for name in endings if _plain(name) in fitting), None)
        if name is not None and not any(spot[1] in found for found in fitting.values()):
            common = next(iter(fitting[_plain(name)].values()))
            yield _finding([(name, *spot[1:])], common)


def _endings(name: str) -> Iterator[str]:
    """The name, and what is left of it without its first words."""
    words = name.split()
    for start in range(len(words) - _WORDS + 1):
        if words[start][0].isupper():
            yield " ".join(words[start:])


def _plain(name: str) -> str:
    return name.casefold().replace("&", "and")


def _fit(letters: str, name: str) -> bool:
    """Whether the letters are those of the words; capitals throughout stand for themselves."""
    words = [word for word in re.split(r"[\s-]+", name) if word[0].isupper()]
    given = "".join(word if word.isupper() else word[0] for word in words)
    return letters.replace(" ", "").removesuffix("s") == given


def _finding(rare: list[_Introduced], common: list[_Introduced]) -> TextFinding:
    name, letters, passage, start, end = rare[0]
    _, other, where, _, _ = common[0]
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end),
        message=f"“{name}” is {letters} here ({how_often(len(rare))}) and {other} elsewhere "
        f"({how_often(len(common))}, {where.place}): one thing under two abbreviations.",
        confidence=Confidence.MEDIUM,
        cure="Use one abbreviation throughout.",
    )


RULES: tuple[Rule, ...] = (a_thing_has_one_abbreviation,)
