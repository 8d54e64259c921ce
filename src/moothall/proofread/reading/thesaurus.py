"""A thesaurus of council reports: words that may be said of one thing, line by line.

Wider than the groups of `concepts`, and used only where much else agrees: a word may stand in
several lines, and two words meet where they share a root or a line.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.thesaurus_lines import LINES

_PHRASES = tuple(
    (Expression(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"\bbed[ -]and[ -]breakfast\b|\bB&B\b", "bed-and-breakfast"),
        (r"\blooked[- ]after\b|\bin (?:the )?(?:council[’']s )?care\b", "looked-after"),
        ((r"\bfull[- ]time[- ]equivalents?\b|\bwhole[- ]time[- ]equivalents?\b|\bF\.?T\.?Es?\b|"
         r"\bWTEs?\b"),
         "fte"),
        (r"\btak(?:e|es|en|ing) part\b|\btook part\b", "participant"),
        (r"\b(?:came|come|comes|passed|walked) through (?:the|its|their|our) doors?\b", "visit"),
        (r"\b(?:hand|pay|paid)(?:s|ed|ing)? over\b", "pay"),
        (r"\bin favour\b", "support"),
        (r"\bg(?:ive|ave|iven|iving) up\b", "leave"),
        (r"\b(?:find|found) (?:\w+ ){0,2}from its own\b", "contribution"),
        (r"\bput(?:s|ting)? (?:\w+ )?in(?:to)?\b", "contribution"),
        (r"\b(?:put|push\w*|moved?|set) back\b|\bdelay(?:ed|s)?\b", "deferred"),
        ((r"\b(?:more|higher) than (?:planned|budgeted|the budget)\b|\bover[- ]?(?:the )?budget\b|"
         r"\bover[- ]spen[dt]\w*|\bexceed\w* (?:its |the |their )?(?:\w+ )?(?:budget|allocation)"),
         "overspend"),
        ((r"\b(?:less|lower) than (?:planned|budgeted|the budget)\b|\bunder[- ]?(?:the )?budget\b|"
         r"\bunder[- ]spen[dt]\w*|\b(?:left|remain\w*|not|was|were|is) (?:been )?(?:unspent|"
         r"spent)\b"),
         "underspend"),
        (r"\bcarr(?:y|ied|ying)[ -]forwards?\b|\bre-?(?:profil|phas)\w+", "slippage"),
        ((r"\b(?:on|in|within) (?:the )?(?:time|target|timescale|deadline)\b|\btimel(?:y|iness)\b|"
         r"\bpromptly\b|\bwithin the (?:time|period) allowed\b"), "timeliness"),
        (r"\bminimum revenue provision\b|\bset aside\b[^.;]{0,40}\b(?:repay\w*|debt)", "mrp"),
        ((r"\b(?:go|goes|fall|falls|drop|drops) below\b|\bnot less than\b|\bno lower than\b|"
         r"\bat least\b"), "minimum"),
        (r"\beducation,? health,? (?:and|&) care plans?\b|\bEHCPs?\b", "ehcp"),
        (r"\bopen spaces?\b", "open-space"),
        (r"\bcouncil tax\b", "council-tax"),
        (r"\bbusiness rates?\b|\bnon-domestic rates?\b", "business-rates"),
        (r"\b(?:first|initial)(?:[- ]time| contact| call)\b|\bright first time\b", "first-time"),
        (r"\b(?:three|3) quarters?\b(?= of)", ""),
        (r"\bstarts?(?:ed|ing)? on site\b", "construction begin"),
        (r"\bbrought into (?:use|operation|service)\b", "open"),
        (r"\bmade up of\b|\bconsists? of\b|\bcompris\w+\b", ""),
    )
)  # fmt: skip
_SIGNS = tuple(
    tuple(signs.split(";"))
    for signs in (
        "bed and;bed-and;b&b",
        "looked;in care;in the ;council",
        "equivalent;t.e;te",
        "part",
        "through",
        "over",
        "favour",
        "up",
        "from its",
        "put",
        "back;delay",
        "budget;spen;allocation;planned",
        "budget;spen;planned",
        "carr;profil;phas",
        "time;target;deadline;prompt",
        "minimum revenue;set aside",
        "below;less than;lower than;at least",
        "care;ehcp",
        "open space",
        "council tax",
        "rates;rate",
        "first;initial",
        "quarter",
        "on site",
        "brought",
        "made up;consist;compris",
    )
)
"""What stands in every text that holds the phrase: looked for first, for it is sooner found."""
_SMALL = word_set(
    "a an and are as at be been being by can could did do does during each for from had has have "
    "he her here his how however i if in into is it its may might must no nor not of off on or our "
    "out per she should so some such than that the their them then there these they this those "
    "through to under until up upon us was we were what when where whether which while whilst who "
    "whom whose why will with within without would you your also about after again against all "
    "although any because before between both but due further having including just more only "
    "other same since still too very via yet year years day days week weeks month months "
    "total overall approximately approx around circa current currently now report reports reported "
    "figure figures amount amounts sum number numbers show shows shown stand stands stood equate "
    "equates equivalent represent represents represented therefore respectively table paragraph "
    "section appendix annex follows following make makes made mean means whole one two three four "
    "five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty hundred thousand million billion "
    "january february march april june july august september october november december "
    "come comes came put puts get gets give gives given set sets like many much nearly almost "
    "last next previous every another present first second their itself themselves way ways "
    "between among across towards itself however thus hence order part own several various "
    "autumn spring summer winter over above below once twice set asked ask asks note noted "
    "mid early late end ends beginning start time times"
)
_WORD = Expression(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]|[A-Z]\b|\b\d{4}\b(?=-)")
_SUFFIXES = (
    "isation", "ization", "ability", "ators", "ator", "ating", "ated", "ation", "ate", "ments",
    "ment", "ance", "ence", "ship", "ness",
    "able", "ion", "ing", "ity", "ise", "ize", "ee", "ed", "er", "or", "al", "ly",
)  # fmt: skip


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """What a word and those made from it have in common.

    >>> root("replacement") == root("replaced") == root("replace")
    True
    """
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    if len(word) == 4 and word.endswith("ed"):
        return word[:-1]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (4 if suffix[0] == "a" else 3):
            word = word[: -len(suffix)]
            if suffix != "ship":
                break
    if word.endswith(("e", "y", "i")) and len(word) > 3:
        word = word[:-1]
    return word


_LINES_OF: dict[str, set[int]] = {}
for _number, _line in enumerate(LINES.strip().replace("\n  ", " ").splitlines()):
    for _word in _line.split():
        _LINES_OF.setdefault(root(_word), set()).add(_number)
_NONE: frozenset[int] = frozenset()
_MEANINGS = {word: frozenset(lines) for word, lines in _LINES_OF.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """The roots of a text's words, and the lines of the thesaurus that they stand in."""

    roots: frozenset[str]
    lines: frozenset[int]

    def has(self, word: str) -> float:
        """How well a root is met: 1 by itself, less by a word of its meaning, 0 not at all."""
        if word in self.roots:
            return 1.0
        return 0.8 if lines_of(word) & self.lines else 0.0

    def __or__(self, other: "Words") -> "Words":
        return Words(self.roots | other.roots, self.lines | other.lines)


NO_WORDS = Words(frozenset(), frozenset())


def lines_of(word: str) -> frozenset[int]:
    """The lines of the thesaurus that a root stands in."""
    return _MEANINGS.get(word, _NONE)


_KEPT_WHOLE = frozenset(word for _, words in _PHRASES for word in words.split() if "-" in word)


def _parts(word: str) -> list[str]:
    """The parts of a word with a hyphen, unless the thesaurus knows the whole."""
    known = word in _KEPT_WHOLE or root(word) in _LINES_OF
    return word.split("-") if "-" in word and not known else [word]


@lru_cache(maxsize=16384)
def words_of(text: str) -> Words:
    """The words of a text that say what it is about."""
    folded = text.casefold()
    for (pattern, word), signs in zip(_PHRASES, _SIGNS, strict=True):
        if any(sign in folded for sign in signs) and pattern.search(text):
            text = pattern.sub(f" {word} ", text)
            folded = text.casefold()
    roots = {
        root(word)
        for match in _WORD.finditer(text)
        for word in _parts(match[0])
        if word.lower().removesuffix("’s").removesuffix("'s") not in _SMALL
        and (len(word) > 2 or word.isupper())
    }
    roots.discard("")
    return Words(frozenset(roots), frozenset(number for word in roots for number in lines_of(word)))
