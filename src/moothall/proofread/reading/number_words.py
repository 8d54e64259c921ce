"""Numbers written as words up to ninety-nine, read as figures: “the twenty-one received”."""

import re
from functools import lru_cache

from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, sentence

_TEENS = (
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERS_TO_99 = {
    **NUMBER_WORDS,
    **{word: number for number, word in enumerate(_TEENS, start=13)},
    **{ten: 10 * number for number, ten in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_ONES, start=1)
    },
}
"""From two to ninety-nine; "one" is as often no number."""
_WORD = Expression(
    rf"(?<![\w-])(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}|"
    rf"{'|'.join(NUMBER_WORDS)})(?=\s[a-z(]|\sFTE|[,;.)]|$)(?!\s(?:minutes? past|o.clock|hundred|"
    rf"thousand|million|thirds|quarters|fifths|sixths|eighths|tenths)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def with_all_numbers(text: str) -> Sentence:
    """The sentence with its numbers in figures.

    >>> with_all_numbers("Twenty-nine applied and four were helped.").text
    '29 applied and 4 were helped.'
    """
    return sentence(_WORD.sub(lambda match: str(NUMBERS_TO_99[match[0].lower()]), text))
