"""Order told in words against the order of the dates: “in March, following scrutiny in April”.

A conjunction says which of two things comes first, and each has its day or month: what is done
after, following or once another is done is not dated before it, and what is done before, until or
ahead of another is not dated after it.  What answers a letter is not dated before the letter.
Silent where a third date stands between, or a word that sets the two apart.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.dates.in_their_order import RULES as IN_THEIR_ORDER
from moothall.proofread.dates.in_turn import RULES as IN_TURN
from moothall.proofread.dates.letters_and_answers import RULES as LETTERS
from moothall.proofread.dates.periods import RULES as PERIODS
from moothall.proofread.dates.points_in_time import Point, is_later, points_in
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences

_AT = r"(?:\s(?:in|on|at|by|during|of|for|early|late|mid|the|dated|from|held))*\s(?:the\s)?$"
_THEN_EARLIER = Expression(
    r"^[^.;:]{0,60}?(?<!\bthe\s)(?<!\ba\s)\b(?P<word>(?:after|following)(?! which| this| that)|"
    r"once|"
    r"subsequent to|further to|as a result of|"
    r"in the light of|having (?:first )?(?:been|heard|taken|had|received|considered))\b"
    rf"(?P<what>[^.;:(),]{{3,90}}?){_AT}",
    re.IGNORECASE,
)
"""Between the date of what is done and that of what was done before it."""
_THEN_LATER = Expression(
    r"^[^.;:]{0,60}?\b(?P<word>before|ahead of|prior to|in advance of|in time for|leading to|"
    r"followed by|"
    rf"and (?:then|subsequently|afterwards))\b(?P<what>[^.;:()]{{3,90}}?){_AT}",
    re.IGNORECASE,
)
_FIRST_THE_EARLIER = Expression(
    r"(?:^|[.;:]\s|^\W*\w{1,4}[.)]\s)(?P<word>after|following|once|further to|subsequent to)\b"
    r"(?P<what>[^.;:]{3,90})$",
    re.IGNORECASE,
)
_HAPPENED_ON = Expression(r"\b(?:on|in|at|during)\s(?:the\s|early\s|late\s)*$", re.IGNORECASE)
"""What follows a meeting may have effect from a day before it."""
_NOT_UNTIL_AFTER = Expression(
    r"\b(?:not|no|nothing|only|until|till)\b[^.;:]{0,80}?\b(?P<word>until after|until|till after|"
    r"after)\b"
    r"(?P<what>[^.;:]{3,60}?)(?:\sin|\son)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AND_THEN_OVER = Expression(
    r"^[^.]{0,70}?\b(?:aim\w*|hop\w+|expect\w*|plann\w*|due|set|look\w*|intend\w*|"
    r"target\w*)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_ANSWER_THEN_LETTER = Expression(
    r"^[^.;:]{0,30}?\b(?:to|on|about|of|against)\b[^.;:]{0,50}?\b(?P<word>letter|request|"
    r"question|enquiry|"
    r"query|complaint|petition|application|objection|report|e-?mail|claim|appeal|notice|"
    r"representation|invitation|referral)\b(?P<what>[^.;:]{0,40}?)(?:\s(?:of|dated|received|made|"
    r"sent|on|"
    r"submitted|lodged|by (?:him|her|it|them|us|the \w+)))+\s(?:the\s)?$",
    re.IGNORECASE,
)
_ANSWERS = Expression(
    r"\b(?:repl(?:y|ied|ies)|answer(?:ed)?|respon(?:se|ded)|decision|ruling|determin\w+|decided|"
    r"acknowledg\w+|reported back|findings?)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_SETS_APART = Expression(
    r"\b(?:last|previous|next|another|earlier|first|again|every|each|annual\w*|usual\w*|normal\w*|"
    r"year (?:before|after|earlier|later)|years?|if|unless|whether|or|not until|rather than|"
    r"instead|"
    r"within|moved|deferred|postponed|delayed|extended|re-?arranged|rescheduled|originally|also|"
    r"named after|look\w* after|care|same)\b",
    re.IGNORECASE,
)
_TOLD = quotes_told(*IN_THEIR_ORDER, *IN_TURN, *LETTERS, *PERIODS)
_HAS_A_MONTH = Expression(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[/.]\d\d?[/.]\d"
)
_LONGEST, _MOST_POINTS = 400, 3


def what_is_told_in_order_is_dated_in_order(report: Report) -> Iterator[TextFinding]:
    """“The report goes to Cabinet in March, following scrutiny in April.”"""
    for passage in passages(report):
        if not _HAS_A_MONTH.search(passage.text):
            continue
        for sentence in sentences(passage.text):
            if len(sentence) > _LONGEST or not _MAY_TELL.search(sentence):
                continue
            points = points_in(sentence)
            if not 2 <= len(points) <= _MOST_POINTS:
                continue
            found = next(
                (told for pair in pairwise(points) if (told := _out_of_order(sentence, *pair))),
                None,
            )
            if found is None or any(place == passage.place for place, _ in _TOLD(report)):
                continue
            earlier, later, word = found
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, points[0].start, points[-1].end, 80),
                message=f"By “{word}” {earlier.text.strip()} comes first, and yet it is later than "
                f"{later.text.strip()}.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two dates, or the order.",
            )


_MAY_TELL = Expression(
    r"\b(?:after|following|once|subsequent|further to|result of|light of|having|before|ahead|"
    r"prior|advance|time for|followed|then|subsequently|until|till|repl|answer|respon|decision|"
    r"ruling|"
    r"determin|decided|acknowledg|finding)",
    re.IGNORECASE,
)


def _out_of_order(sentence: str, one: Point, two: Point) -> tuple[Point, Point, str] | None:
    """Of two points the one that should be earlier, where it is later, and the word for it."""
    lead, between = sentence[: one.start], sentence[one.end : two.start]
    if _SETS_APART.search(between):
        return None
    if is_later(two, one):
        match = _THEN_EARLIER.match(between)
        if match is not None:
            return two, one, match["word"]
        letter = _ANSWER_THEN_LETTER.match(between)
        if letter is not None and _ANSWERS.search(lead):
            return two, one, letter["word"]
    if is_later(one, two):
        match = _THEN_LATER.match(between)
        if match is None and _HAPPENED_ON.search(between):
            match = _FIRST_THE_EARLIER.search(lead)
        if match is not None and not _SETS_APART.search(match["what"]):
            return one, two, match["word"]
        match = _NOT_UNTIL_AFTER.search(lead)
        if match is not None and _AND_THEN_OVER.match(between):
            return one, two, match["word"]
    return None


RULES: tuple[Rule, ...] = (what_is_told_in_order_is_dated_in_order,)
