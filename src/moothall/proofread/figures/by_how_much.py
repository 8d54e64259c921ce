"""By how much one figure is beyond another: “£1.9m, exceeding the plan of £1.2m by £0.7m”.

The words say which of three figures the others differ by, so that the difference can be worked out
with no guess.  `t` is what is told, `a` and `b` what it lies between.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.slips_in_sums import Term, holds, written_out
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import each_sentence, finding_on, mark

_PAST = (
    r"(?:exceed|beat|surpass|outperform|overs[hp]|unders[hp]|undercut|miss|top|outstrip|trail|lag)\w*|"
    r"above|below|over|under|beyond|ahead of|behind|short of|better than|worse than|"
    r"(?:more|less|higher|lower|fewer) than|compared (?:with|to)|against|down on|up on|within"
)
_ANY = {name: mark(name) for name in ("a", "b", "t")}
_BY = r"\bby\s(?:(?:a|some|about|around|just|exactly)\s)?(?:total of\s|further\s)?"
_THEN = rf"(?:(?!,\s|\b(?:and|but|while|which)\b)[^«»;]){{0,35}}?{_BY}{_ANY['t']}"
_EXCEEDING = (
    rf"{_ANY['a']}(?:[^«»;.]|\.\d){{0,70}}?\b(?:{_PAST})\b[^«»;]{{0,60}}?{_ANY['b']}"
    rf"{_THEN}(?!\s?(?:a|per|each)\b)"
)
"""“A surplus of £1.9m, exceeding the plan of £1.2m by £0.7m”."""
_EXCEEDED = (
    rf"\b(?:{_PAST})\b[^«»;]{{0,60}}?{_ANY['b']}{_THEN}[^«»;]{{0,20}}?\b(?:to reach|reaching|at|to|"
    rf"with|making|ending at|coming in at)\s{_ANY['a']}"
)
"""“Exceeded its budget of £4.0m by £0.2m to reach £4.2m”."""
_AGAINST = (
    rf"{_ANY['a']}[^«»;.()]{{0,50}}?\s(?:against|compared (?:with|to))\s"
    rf"[^«»;.()]{{0,40}}?{_ANY['b']}"
    rf"[^«»;.()]{{0,20}}?,\s(?:thereby |so )?(?:{_PAST})\b[^«»;.]{{0,40}}?{_BY}{_ANY['t']}"
    r"(?!\s?(?:a|per|each)\b)"
)
"""“A surplus of £1.9m against a plan of £1.2m, exceeding it by £0.7m”."""
_AFTER = (
    rf"{_ANY['a']},?\s(?:down|up)\sfrom\s{_ANY['b']}[^«»;]{{0,25}}?,?\s(?:after|because|once|"
    rf"following(?:\sthe)?)\s(?:[a-z]+\s){{0,4}}?{_ANY['t']}\s(?:(?:was|were|had been|is|of it)"
    r"\s)?(?:drawn|used|taken|added|paid|spent|released|transferred|put|set aside|lost|gained)\b"
)
"""“Reserves stand at £18.2m, down from £21.7m, after £3.5m was drawn”."""
_FORMS = tuple(
    Expression(form, re.IGNORECASE) for form in (_EXCEEDING, _EXCEEDED, _AGAINST, _AFTER)
)
_SEVERAL = Expression(
    r"\b(?:respectively|each|average|per|of which|band|partly|offset|between|by 20\d\d)\b",
    re.IGNORECASE,
)


def what_one_exceeds_another_by_is_their_difference(report: Report) -> Iterator[TextFinding]:
    """“Visits of 480 beat the target of 400 by 90”: 80."""
    for paragraph, one in each_sentence(report, 3):
        if len(one.figures) > 4 or _SEVERAL.search(one.pattern):
            continue
        for form in _FORMS:
            match = form.search(one.pattern)
            if match is None:
                continue
            a, b, told = (one.figure(match[name]) for name in ("a", "b", "t"))
            if not a.kind is b.kind is told.kind:
                continue
            larger, smaller = (a, b) if a.size >= b.size else (b, a)
            terms: list[Term] = [(1, larger), (-1, smaller)]
            together: list[Term] = [(1, larger), (1, smaller)]
            if holds(terms, told) or holds(together, told) or told.size in (a.size, b.size):
                break
            yield finding_on(
                paragraph,
                one,
                written_out(terms, told),
                "Correct the figure that is wrong.",
                Confidence.MEDIUM,
            )
            break


RULES: tuple[Rule, ...] = (what_one_exceeds_another_by_is_their_difference,)
