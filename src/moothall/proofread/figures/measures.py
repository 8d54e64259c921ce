"""Measures: what everybody wants more of, and what everybody wants less of."""

import re

from moothall.proofread.reading.expressions import Expression

_MORE_IS_GOOD = Expression(
    r"\b(?:on time|on target|attendance|attended|satisf\w+|collect(?:ed|ion)|recycl\w+|occupan\w+|"
    r"complet\w+|attain\w*|pass(?:ed)?|pass rates?|complian\w+|achiev\w+|performance|success\w*|"
    r"mended|"
    r"repaired|answered|uptake|take-up|coverage|punctual\w*|reliab\w+|resolved|determined|"
    r"processed "
    r"within|availab\w+|confidence|vaccinat\w+|immunis\w+|employment|score\w*|quality|retention|"
    r"footfall|passengers|income|receipts|takings|yield|earned|returns|ridership|good level of "
    r"development|life expectancy|turnout|"
    r"participation|school readiness|"
    r"within (?:target|the|an?|\d+|\w+ (?:days|weeks|hours|minutes)))\b",
    re.IGNORECASE,
)
_LESS_IS_GOOD = Expression(
    r"\b(?:wait\w*|response times?|times? taken|absen\w+|sickness|vacan\w+|arrears|complaints?|"
    r"missed|"
    r"late|overdue|voids?|turnover|crimes?|accidents?|casualt\w+|deaths|backlog|delays?|delayed|"
    r"faults?|"
    r"errors?|rank\w*|place|position|debts?|unemploy\w+|reoffend\w+|exclu\w+|suspen\w+|emissions?|"
    r"quartile|cancel\w+|failed|failures?|loss(?:es)?|deficit|overspend\w*|cost|costs|burglar\w*|"
    r"outages?|turnaround|not|stage|level|band|poverty|inequalit\w+|gap|caseloads?|shortfall|"
    r"mortality|"
    r"dissatisf\w+|abandon\w+|unanswered|obes\w+|homeless\w*|contaminat\w+|reject\w+|turned away|"
    r"fly-?tip\w*|litter\w*|"
    r"incidents?|injur\w+|breach\w*|evict\w+|leakage|queues?|duplicat\w+|fraud\w*|theft\w*|"
    r"assaults?|harm\w*|smok\w+|pollut\w+|damage\w*|lost|unsafe|unsatisf\w+|defects?|lateness|"
    r"truan\w+|neets?|residual waste|admissions to (?:residential|care|nursing)|"
    r"(?:days|weeks|time|hours) (?:taken )?to [a-z]+|processing time|"
    r"repeat referrals|re-?referrals?|churn|attrition|write-?offs?)\b",
    re.IGNORECASE,
)
_OF_TIME = Expression(
    r"\b(?:working |calendar )?(?:days?|weeks?|months?|hours?|minutes?|seconds?)\b"
)
_TIME_TO_HAVE = Expression(
    r"\b(?:notice|live|life|availab\w*|open\w*|leave|expectancy|within)\b", re.I
)


_IN_TIME = Expression(
    r"\b(?:answer\w*|complet\w+|determin\w+|decid\w+|decisions?|remov\w+|"
    r"process\w*|resolv\w+|clear\w*|deal\w*|dealt|"
    r"repl\w+|respond\w*|assess\w+|seen|repair\w*|mend\w*|issu\w+|made|paid|carried out|attended)\s"
    r"(?:to\s|with\s)?(?:(?:with)?in|inside|on) (?:time|target|\w+ (?:working |calendar "
    r")?(?:days?|weeks?|"
    r"hours?|minutes?|months?)|the (?:target|time|period|standard))\b",
    re.IGNORECASE,
)
"""Of complaints, the more the better are answered in time."""


def more_of_it_is_good(text: str) -> bool | None:
    """Whether more of what a text tells of is better; None where its words do not say.

    >>> more_of_it_is_good("attendance improved"), more_of_it_is_good("visits improved")
    (True, None)
    """
    if _IN_TIME.search(text):
        return True
    more, less = _MORE_IS_GOOD.search(text), _LESS_IS_GOOD.search(text)
    if (more is None) == (less is None):
        if more is None and _OF_TIME.search(text) and not _TIME_TO_HAVE.search(text):
            return False
        return None
    return more is not None
