"""Addresses: an e-mail or web address that is a slip of the council's own, or none at all.

“clerk@quay.gov.ku” beside five addresses at quay.gov.uk reaches nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import how_often
from moothall.proofread.reading.written_names import letters_apart

_EMAIL = Expression(
    r"(?<![\w.@-])(?P<local>[A-Za-z][\w.’'-]*)@"
    r"(?P<domain>[A-Za-z0-9-]+(?:[.,][A-Za-z0-9-]+)*)"
)
_MOST_APART = 2
_TOP = Expression(r"\.(?:uk|com|org|net|eu|info|london|wales|scot|cymru|co|io)$", re.IGNORECASE)


def an_address_is_at_the_councils_own_domain(report: Report) -> Iterator[TextFinding]:
    """“@quay.gov.ku” is “@quay.gov.uk”, to which the other addresses go."""
    found = [
        (passage, match)
        for passage in passages(report)
        if "@" in passage.text
        for match in _EMAIL.finditer(passage.text)
    ]
    times = Counter(match["domain"].casefold() for _, match in found)
    for passage, match in found:
        domain = match["domain"].casefold()
        usual = next(
            (
                other
                for other, often in times.most_common()
                if other != domain
                and often > times[domain]
                and _TOP.search(other)
                and 0 < letters_apart(domain, other) <= _MOST_APART
            ),
            "",
        )
        if not usual or times[domain] > 1 or _is_another_place(domain, usual):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end()),
            message=f"The address ends in “{match['domain']}”; the report's other addresses end in "
            f"“{usual}” ({how_often(times[usual])}).",
            confidence=Confidence.MEDIUM,
            cure=f"Write “{match['local']}@{usual}”, if that is meant.",
        )


def _is_another_place(domain: str, usual: str) -> bool:
    """“bury.gov.uk” and “bucks.gov.uk” are two councils: both whole, with names of their own."""
    one, _, rest = domain.partition(".")
    other, _, usual_rest = usual.partition(".")
    return rest == usual_rest and one != other and min(len(one), len(other)) <= _SHORT


_SHORT = 6

RULES: tuple[Rule, ...] = (an_address_is_at_the_councils_own_domain,)
