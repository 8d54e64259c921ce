"""Signs as a paper agrees them with its reader: “brackets denote an underspend”, “(under)/over”.

A clause that names one mark (brackets, a minus, a plus) and one way (under, over, good, bad) says
what the mark means.  What the other mark means follows.
"""

import re
from collections.abc import Iterator
from enum import Enum

from moothall.documents.report import Grid, Image, Report
from moothall.proofread.reading.expressions import Expression


class Way(Enum):
    """What a figure in brackets, or with a minus, means."""

    UNDER = "less than planned or than before"
    OVER = "more than planned or than before"
    GOOD = "better than planned"
    BAD = "worse than planned"

    @property
    def other(self) -> "Way":
        return _OTHER[self]


_OTHER = {Way.UNDER: Way.OVER, Way.OVER: Way.UNDER, Way.GOOD: Way.BAD, Way.BAD: Way.GOOD}
_NEGATIVE = Expression(
    r"(?<!no )(?<!without )(?<!not in )\b(?:brackets?|bracketed|parenthes[ei]s|minus(?:es)?|"
    r"negatives?)\b|(?<![\w£])[-–−](?=\s?(?:=|is\b|means|denotes|shows))",
    re.IGNORECASE,
)
_POSITIVE = Expression(
    r"\b(?:no|without|not in) brackets\b|\b(?:plus(?:es)?|positives?|plain|unbracketed)\b|"
    r"(?<!\w)\+(?=\s?(?:=|is\b|means|denotes|shows))",
    re.IGNORECASE,
)
_WAYS = (
    (
        Way.UNDER,
        Expression(
            r"\bunder(?:spen\w*|recover\w*|achiev\w*|run\w*|deliver\w*|occup\w*|shoot\w*)?(?![a-z])|"
            r"\bbelow\b|\bshort(?:falls?)?\b|\bless\b|\blower\b|\bfewer\b|\bsavings?\b|"
            r"\b(?:de|re)(?:creas|duc)\w*|\bfalls?\b|\bdrops?\b|\bdown\b",
            re.IGNORECASE,
        ),
    ),
    (
        Way.OVER,
        Expression(
            r"\bover(?:spen\w*|recover\w*|achiev\w*|run\w*|deliver\w*|shoot\w*)?(?![a-z])|"
            r"\babove\b|\bexcess\w*|\bmore\b|\bhigher\b|\bincreas\w*|\brises?\b|\bgrowth\b|\bup\b",
            re.IGNORECASE,
        ),
    ),
    (
        Way.GOOD,
        Expression(r"\bfavourabl\w*|\bgood\b|\bbetter\b|\bimprove\w*", re.IGNORECASE),
    ),
    (
        Way.BAD,
        Expression(r"\badverse\w*|\bbad\b|\bworse\w*|\bunfavourabl\w*|\bpoorer\b", re.IGNORECASE),
    ),
)
_CLAUSE = Expression(r"[,;:]|\.\s|\s[–—-]\s|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\s/\s")
_BRACKETED = Expression(
    r"\((?P<word>under|over|fav\w*|adv\w*|deficit|surplus|shortfall|excess|decrease|increase|"
    r"reduction|saving|fall|rise|below|above)[\w -]{0,12}\)\s?/?\s?[a-z]|"
    r"[a-z]\s?/?\s?\((?P<after>under|over|fav\w*|adv\w*|shortfall|excess|decrease|increase|"
    r"reduction|saving|fall|rise|below|above)[\w -]{0,12}\)",
    re.IGNORECASE,
)
_BY_WORD = (
    (("under", "deficit", "shortfall", "decrease", "reduction"), Way.UNDER),
    (("saving", "fall", "below"), Way.UNDER),
    (("over", "surplus", "excess", "increase", "rise", "above"), Way.OVER),
    (("fav",), Way.GOOD),
    (("adv",), Way.BAD),
)  # fmt: skip
_LONGEST = 400
_SPENDING = Expression(r"spen[dt]|budget", re.IGNORECASE)
_NEAR = 4
"""So many blocks before a table, and half as many after it, may say what its signs mean."""


def negative_means(text: str) -> Way | None:
    """What a text says that brackets or a minus mean; None where it says nothing, or two things."""
    found = set(_said(text[:_LONGEST]))
    return found.pop() if len(found) == 1 else None


def _said(text: str) -> Iterator[Way]:
    if "(" in text and (match := _BRACKETED.search(text)):
        word = (match["word"] or match["after"]).casefold()
        yield from (way for words, way in _BY_WORD if word.startswith(words))
        return
    if not (_NEGATIVE.search(text) or _POSITIVE.search(text)):
        return
    for clause in _CLAUSE.split(text):
        negative, positive = _NEGATIVE.search(clause), _POSITIVE.search(clause)
        ways = [way for way, words in _WAYS if words.search(clause)]
        if len(ways) == 1 and (negative is None) != (positive is None):
            yield ways[0] if negative else ways[0].other


def of_spending(text: str) -> bool:
    """Whether it is spending that is over or under, so that income runs the other way."""
    return _SPENDING.search(text) is not None


def stated_near(report: Report, position: int) -> tuple[Way, str] | None:
    """What is said of signs in the head of a table or next to it, with the words that say so."""
    blocks = report.blocks
    block = blocks[position]
    own: list[str] = []
    if isinstance(block, Grid):
        own = [block.caption, *(cell for row in block.rows[:2] for cell in row)]
    before = blocks[max(0, position - _NEAR) : position][::-1]
    after = blocks[position + 1 : position + 1 + _NEAR // 2]
    around = [each.text for each in (*before, *after) if not isinstance(each, Grid | Image)]
    for text in (*own, *around):
        way = negative_means(text)
        if way is not None:
            return way, text
    return None
