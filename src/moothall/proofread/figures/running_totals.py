"""Running totals: a total to date is no less than what its last part brought to it.

“In May 64 boats were moored, bringing the total for the season to 58” cannot be, nor can a
total over more years that is less than one over fewer.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Figure, Sentence, finding_on, mark, paragraphs

_WHEN = r"(?:[^«»;.]|«C\d+»\s(?:months|years|quarters|weeks|days|terms)\b){0,70}?"
_BRINGS = Expression(
    rf"\b(?:bringing|brings|brought|taking|takes|took|making|makes|giving|gives|raising|raises)\s"
    rf"(?:the|our|its|this|us to|a|an)?\s?(?:[a-z-]+\s){{0,3}}?"
    rf"(?:totals?|tally|number|figure|amount|sum|count)\b{_WHEN}\s(?:to|of|at)\s"
    rf"{mark('w', 'MC')}",
    re.IGNORECASE,
)
_MORE = Expression(
    rf"\band\s(?:the\s)?(?:(?:grand|overall|running)\s)?total\s(?:since|from|over|for)\b"
    rf"{_WHEN}\sto\s{mark('w', 'MC')}",
    re.IGNORECASE,
)
_REST = Expression(
    r"\b(?:remain\w*|outstanding|reduc\w*|fewer|less|lower|down|left|withdr\w*|clos\w*|leav\w*|"
    r"sold|lost|resign\w*|balance|net|backlog|vacan\w*|cut\w*|fell|fallen|refund\w*|"
    r"return(?:ed|s|ing)?\b(?! (?:in)?to (?:\w+ )?use)|"
    r"repa(?:id|yments?)|written off|decreas\w*|drop\w*|remov\w*|share|average)\b",
    re.IGNORECASE,
)
_MARK = Expression(r"«([MC]\d+)»(?!\s?(?:years?|months?|weeks?|days?|hours?|sessions?)\b)")
_ADDED = Expression(
    r"\b(?:a (?:further|total of)|another|an additional|total of|were|was|have been|has been|had "
    r"been|received|issued|completed|delivered|made|approved)\b",
    re.IGNORECASE,
)


def a_total_to_date_is_no_less_than_its_last_part(report: Report) -> Iterator[TextFinding]:
    """What is added cannot be more than what the total comes to with it."""
    for paragraph in paragraphs(report):
        for each in paragraph.sentences:
            if "total" not in each.text and not _BRINGS.search(each.pattern):
                continue
            one = with_all_numbers(each.text)
            match = _BRINGS.search(one.pattern)
            if match is None or _REST.search(one.pattern[: match.end()]):
                continue
            chain = list(_parts(one, match))
            for part, whole in chain:
                if part.kind is whole.kind and part.low > whole.high:
                    yield finding_on(
                        paragraph,
                        one if one.text == each.text else each,
                        f"{part.text} is more than the total of {whole.text} that it is part of.",
                        "Correct the part or the total.",
                        Confidence.HIGH,
                    )
                    break


def _parts(one: Sentence, match: re.Match[str]) -> Iterator[tuple[Figure, Figure]]:
    """Each part with its total: the last figure before, and one total with the one after it."""
    whole = one.figure(match["w"])
    before = one.pattern[: match.start()]
    found = list(_MARK.finditer(before))
    if len(found) == 1 and _ADDED.search(before):
        yield one.figure(found[0][1]), whole
    more = _MORE.search(one.pattern, match.end())
    if more is not None:
        yield whole, one.figure(more["w"])


RULES: tuple[Rule, ...] = (a_total_to_date_is_no_less_than_its_last_part,)
