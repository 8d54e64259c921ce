"""Words of shares: what a share is said of, and whether others say the same of it.

Two words meet where they share a root, a line of the thesaurus, or a group of answers ("backed" and
"support") that is used for shares only.
"""

import re
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.thesaurus import lines_of, root

_GROUPS = """
support supported back backed favour agree agreed approve approved welcome welcomed yes endorse
oppose opposed opposition against disagree disagreed object objected reject rejected no
deliver delivered bank banked achieve achieved complete completed done secured realised finished
  implemented made
ontrack
intime
rise rose grow grew grown growth increase increased climb up
fall fell cut cuts reduce reduction reduced drop decrease decline down lose lost loss away fewer
use used visit visits attendance attended
satisfied happy content pleased satisfaction
job jobs post posts staff employee fte position workforce
unsure undecided neutral neither
vacant empty void unfilled vacancy
late overdue behind delayed
borrow borrowing debt loan loans
answered replied respondent response replies responded reply respondents answer consultees
home homes dwelling household property house
upheld justified
woman women female
man men male
repair repaired mend mended fix fixed right
pay paid pays fund funds funded meet meets met finance financed
"""
_GROUPS_OF: dict[str, set[str]] = {}
for _number, _line in enumerate(_GROUPS.strip().replace("\n  ", " ").splitlines()):
    for _word in _line.split():
        _GROUPS_OF.setdefault(root(_word), set()).add(f"={_number}")
_PHRASES = (
    (Expression(r"\bon (?:track|course|target|schedule)\b", re.I), "ontrack"),
    (Expression(
        r"\b(?:in|on|within) (?:the )?(?:time|target|timescale|deadline)\b(?: allowed| set)?|"
        r"\bwithin the (?:time|period)\b[a-z ]{0,12}\b(?:allowed|set|required)\b|"
        r"\bpromptly\b", re.I),
     "intime"),
    (Expression(r"\bin favour\b|^\s*for\s*$", re.I), "support"),
    (Expression(r"\btak(?:e|es|en|ing) away\b|\bgo(?:es)? down\b|\bwent down\b", re.I), "cut"),
)  # fmt: skip
_SMALL = word_set(
    "the and for are was were has have had been being this that these those with from into than "
    "then "
    "they their them there which who whom whose what when where while will would could should may "
    "might "
    "must can not but its our your his her all any each every some most more less over under "
    "between "
    "about after before during since until upon out off per very also only just now still yet such "
    "both "
    "either other others another same one two three four five six seven eight nine ten twelve "
    "total "
    "nearly almost half third quarter tenth fifth people person council year years month months "
    "number "
    "table figure report shown shows therefore however although though because although how many "
    "much "
    "thirds quarters fifths tenths eighth hundred thousand million everything everyone everybody "
    "whole "
    "found said says say think thought felt feel held made make makes get gets give gives given "
    "came come "
    "service services part parts share shares proportion percentage percent cent count value "
    "values "
    "depend depends plan plans programme overall currently existing within remain remains"
)
_WORD = Expression(r"[A-Za-z][A-Za-z’'-]+")


@lru_cache(maxsize=8192)
def _senses(word: str) -> frozenset[str]:
    return frozenset({word, *(f"#{line}" for line in lines_of(word)), *_GROUPS_OF.get(word, ())})


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The roots of the words that say what a share is of."""
    for pattern, word in _PHRASES:
        text = pattern.sub(f" {word} ", text)
    return frozenset(
        root(word)
        for match in _WORD.finditer(text)
        for word in match[0].lower().split("-")
        if len(word) > 2 and word not in _SMALL
    )


def met(words: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """Those of the words that others mean too."""
    senses = frozenset(sense for word in by for sense in _senses(word))
    return frozenset(word for word in words if _senses(word) & senses)


def are_named_outright(key: frozenset[str], words: frozenset[str]) -> bool:
    """Whether the words of a label are all said, or others that say the same of an answer."""
    groups = frozenset(group for word in words for group in _GROUPS_OF.get(word, ()))
    return bool(key) and all(word in words or _GROUPS_OF.get(word, set()) & groups for word in key)
