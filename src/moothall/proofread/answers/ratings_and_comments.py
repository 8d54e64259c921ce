"""Ratings against the words beside them: “Green”, and “the service will miss the target”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import sentences

_RATING = Expression(
    r"^\W*(?:rag\W{0,3})?"
    r"(?P<rating>green|red|on track|on target|off track|completed?|achieved)\W*$",
    re.IGNORECASE,
)
_GOOD = frozenset({"green", "on track", "on target"})
_DONE = frozenset({"complete", "completed", "achieved"})
_GOES_ILL = Expression(
    r"\b(?:will|is (?:likely|expected|forecast|projected|going|set) to|are (?:likely|expected|"
    r"forecast) to|to)\s(?:now\s)?(?:miss|fall short of|not (?:meet|be met|achieve|be achieved|"
    r"deliver|hit))\b|"
    r"\bwill not (?:now )?(?:be (?:met|achieved|delivered|completed?)|meet|achieve|hit)\b|"
    r"\b(?:is|are|remains?|currently|now)\s(?:\w+\s){0,3}?(?:behind (?:schedule|target|plan)|off "
    r"(?:track|target)|below (?:the |its )?target|overdue|not (?:being )?(?:met|on (?:track|target|"
    r"schedule)))\b|"
    r"\b(?:has|have) (?:slipped|stalled|been delayed|not (?:yet )?(?:started|begun))\b",
    re.IGNORECASE,
)
_GOES_WELL = Expression(
    r"\b(?:is|are|remains?|currently|now)\s(?:\w+\s){0,2}?(?:on (?:track|target|schedule)|ahead of "
    r"(?:target|schedule|plan)|above (?:the |its )?target)\b(?! (?:but|until))|"
    r"\b(?:the |its )?target (?:has been|was|is) (?:met|achieved|exceeded)\b|"
    r"\bno (?:concerns|issues)\b",
    re.IGNORECASE,
)
_NOT_DONE = Expression(
    r"\b(?:has|have) not (?:yet )?(?:started|begun|been (?:completed|delivered|started))\b|"
    r"\b(?:will be|is to be|are to be|is due to be|is expected to be) (?:completed|finished|"
    r"delivered)\b|"
    r"\b(?:still )?(?:outstanding|in progress|under ?way|ongoing)\b",
    re.IGNORECASE,
)
_ELSEWHERE = Expression(
    r"\b(?:last (?:year|quarter|month)|previous\w*|if|unless|risk that|may|might|could|although|"
    r"except|other|one of|some|but|was (?:red|amber))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def a_rating_agrees_with_the_words_beside_it(report: Report) -> Iterator[TextFinding]:
    """A row that is rated green, and whose comment says that the target will be missed."""
    for grid in report.grids:
        for row, cells in enumerate(grid.rows):
            ratings = [m["rating"].casefold() for cell in cells if (m := _RATING.match(cell))]
            if len(ratings) != 1:
                continue  # last quarter's beside this one's
            rating = ratings[0]
            against = _GOES_ILL if rating in _GOOD else _NOT_DONE if rating in _DONE else _GOES_WELL
            for column, cell in enumerate(cells):
                if cell.count(" ") < _FEWEST_WORDS:
                    continue
                said = next(
                    (
                        sentence
                        for sentence in sentences(cell)
                        if against.search(sentence) and not _ELSEWHERE.search(sentence)
                    ),
                    None,
                )
                if said is None:
                    continue
                yield TextFinding(
                    place=grid.cell_place(row, column),
                    quote=" | ".join(cell for cell in cells if cell.strip()),
                    message=f"The row is rated “{rating.capitalize()}”; beside it stands "
                    f"“{shortened(said, 110)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the rating or the comment.",
                )
                break


RULES: tuple[Rule, ...] = (a_rating_agrees_with_the_words_beside_it,)
