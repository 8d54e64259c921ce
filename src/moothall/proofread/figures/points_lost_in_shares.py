"""Two sums of one paragraph with their shares in brackets, one share ten times what it should be.

“£80.3m (13.7%) … £38.8m (66%)”: the first is 13.7% of £586m, of which the second is 6.6%: the
decimal point was lost.  A share that is told without a decimal beside one that has one, and that
fits the same whole exactly once the point is back, was meant to have it.
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on, per_cent
from moothall.proofread.reading.passages import paragraphs as read_paragraphs

_SHARE_OF = Expression(r"«(?P<m>M\d+)» ?\((?:or )?«(?P<p>P\d+)»\)")
_TEN = 10


def shares_beside_sums_keep_their_point(report: Report) -> Iterator[TextFinding]:
    """“£80.3m (13.7%)” and “£38.8m (66%)” in one paragraph: 6.6%."""
    for paragraph in read_paragraphs(report):
        if paragraph.text.count("%)") < 2:
            continue
        pairs = [
            (one, one.figure(match["m"]), one.figure(match["p"]))
            for one in paragraph.sentences
            for match in _SHARE_OF.finditer(one.pattern)
        ]
        if len(pairs) != 2:
            continue
        for (one, sum_of, share), (_, other, told) in (pairs, pairs[::-1]):
            if _has_lost_its_point(sum_of, share, other, told):
                words = (
                    f"If {other.text} is {told.text}, {sum_of.text} is "
                    f"{per_cent(share.size / _TEN)}, not {share.text}."
                )
                cure = "Put the decimal point back."
                yield finding_on(paragraph, one, words, cure, Confidence.MEDIUM)


def _has_lost_its_point(sum_of: Figure, share: Figure, other: Figure, told: Figure) -> bool:
    if share.amount.places or told.amount.places != 1 or not told.size or not other.low > 0:
        return False
    meant = share.size / _TEN
    low = sum_of.low * told.low / other.high
    high = sum_of.high * told.high / other.low
    return low <= meant + told.spread and meant - told.spread <= high


RULES: tuple[Rule, ...] = (shares_beside_sums_keep_their_point,)
