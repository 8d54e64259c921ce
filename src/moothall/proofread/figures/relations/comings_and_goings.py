"""What came in and what went out: opening, what was used and added, closing.

“The fund held £6.3m in April.  £1.9m was drawn and £0.4m repaid in the year, so that £5.2m remained
in March” leaves £4.8m.  The first figure is how much there was, the last how much there is; each
between is added or taken by the verb that stands with it.  A verb that says neither may be either,
and one of the ways is enough.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product

from moothall.documents.report import Report
from moothall.proofread.figures.worked_figures import Told, told_figures
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs, worded

_HELD = (
    r"(?:stood at|stands? at|held|holds|opened (?:the year )?(?:with|at)|began (?:the year )?with|"
    r"started (?:the year )?with|opening (?:balance|position|number|stock) (?:was|of)|brought "
    r"forward|balance (?:was|of|at [^«»]{0,30}? was)|there were|had|carried)"
)
_IS_LEFT = Expression(
    r"\b(?:leav(?:es|ing)|left|remain(?:s|ed|ing)?|so that|now (?:stands? at|holds|has|have)|"
    r"closing (?:balance|position|number) (?:was|is|of)|closed (?:the year )?(?:with|at)|ended "
    r"(?:the year )?(?:with|at)|stood at|stands? at|balance (?:was|is|of|on [^«»]{0,40}? "
    r"(?:was|is)|at [^«»]{0,40}? (?:was|is))|carried forward|there are now|are now|is now)\b"
    r"[^«»]{0,25}$",
    re.IGNORECASE,
)
_STILL = Expression(r"^[^«».;]{0,40}?\b(?:remain(?:s|ed|ing)?|left|now|carried forward)\b", re.I)
_AT_FIRST = Expression(rf"\b{_HELD}\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE)
_OUT_OF = (
    r"us(?:ed|e)|drawn|draw(?:ing)? down|drew|spent|withdrawn|taken|released|paid out|written off|"
    r"left|closed|ceased|leavers|deregistered|moved out|transferred out|applied|sold|lost|"
    r"disposed|died|resigned|retired|removed|discharged|exited|stepped down|deleted|"
    r"resolved|completed|deducted|demolished|cancelled|departed|returned home|moved on|"
    r"were adopted|aged out"
)
_INTO = (
    r"repaid|returned to the (?:fund|reserve|balance)|"
    r"added|contributed|received|repaid into|joined|opened|new|recruited|appointed|started|"
    r"starters|"
    r"admitted|transferred in|credited|topped up|deposited|set aside|built|acquired|bought|"
    r"registered|accepted|placed|came in|arrived|moved in|approved|raised|gained|created|set up|"
    r"came into"
)
_OUT = Expression(rf"\b(?:{_OUT_OF})\b", re.IGNORECASE)
_IN = Expression(rf"\b(?:{_INTO})\b", re.IGNORECASE)
_NO_FLOW = Expression(
    r"\b(?:target|budget\w*|forecast|average|each|compared|including|of which|of whom|per|"
    r"estimate\w*|plan(?:ned)?|if|would|could|maximum|minimum|at least|about|including|between)\b",
    re.IGNORECASE,
)
_MOST_FLOWS = 5
_CURE = "Correct the figure that is wrong, or say what else came in or went out."


def what_came_and_went_leads_to_what_there_is(report: Report) -> Iterator[TextFinding]:
    """“£6.3m in April, £1.9m drawn, £0.4m repaid, £5.2m in March”: £4.8m."""
    for paragraph in paragraphs(report):
        text = paragraph.text
        if paragraph.cell or sum(len(one.figures) for one in paragraph.sentences) < 3:
            continue
        if not _IN.search(text) and not _OUT.search(text):
            continue
        yield from _in_paragraph(paragraph)


def _in_paragraph(paragraph: Paragraph) -> Iterator[TextFinding]:
    for first in range(len(paragraph.sentences)):
        for last in range(first, min(first + 3, len(paragraph.sentences))):
            since = paragraph.sentences[first : last + 1]
            if not since[0].figures or not since[-1].figures:
                continue
            words = " ".join(one.text for one in since)
            message = _wrong_end(with_all_numbers(words))
            if message:
                both = Sentence(text=words, pattern="", figures=())
                yield finding_on(paragraph, both, message, _CURE, Confidence.MEDIUM)
                return


def _wrong_end(one: Sentence) -> str | None:
    told = told_figures(one)
    kinds = {each.figure.kind for each in told}
    if len(kinds) != 1 or not kinds <= {Kind.MONEY, Kind.COUNT} or _NO_FLOW.search(one.text):
        return None
    if not 3 <= len(told) <= _MOST_FLOWS + 2:
        return None
    opening, *flows, closing = told
    if not _AT_FIRST.search(opening.before) and not _AT_FIRST.search(
        one.pattern[: one.pattern.find("«")]
    ):
        return None
    if not (_IS_LEFT.search(closing.before) or _STILL.match(closing.after)):
        return None
    if any(each.figure.rough for each in told) or not _are_of_one_thing(told):
        return None
    ways = [_way(each) for each in flows]
    if not any(way for way in ways):
        return None
    return _does_not_lead(opening, flows, ways, closing)


def _are_of_one_thing(told: list[Told]) -> bool:
    known = [each.unit for each in told if each.unit]
    return all(one & other for one, other in pairwise(known)) or (told[0].figure.kind is Kind.MONEY)


def _way(told: Told) -> int:
    """1 for what came in, -1 for what went out, 0 where its words don't say."""
    own = told.after.partition("«")[0]
    own = re.split(r"[;]|,\s(?:and|but|so)|\b(?:and|so that|leaving)\b", own)[0]
    for text in (own, told.before.rpartition("»")[2]):
        out, into = _OUT.search(text) is not None, _IN.search(text) is not None
        if out != into:
            return -1 if out else 1
    return 0


def _does_not_lead(opening: Told, flows: list[Told], ways: list[int], closing: Told) -> str | None:
    figures = [opening.figure, *(each.figure for each in flows), closing.figure]
    slack = sum((each.spread for each in figures), Decimal(0))
    for signs in product(*(((way,) if way else (1, -1)) for way in ways)):
        end = opening.figure.size + sum(
            (sign * each.figure.size for sign, each in zip(signs, flows, strict=True)), Decimal(0)
        )
        if abs(end - closing.figure.size) <= slack:
            return None
    if 0 in ways:
        return None
    finest = min((each.amount for each in figures), key=lambda amount: amount.step)
    steps = "".join(
        f" {'+' if way > 0 else '−'} {each.figure.text}"
        for way, each in zip(ways, flows, strict=True)
    )
    end = opening.figure.size + sum(
        (way * each.figure.size for way, each in zip(ways, flows, strict=True)), Decimal(0)
    )
    if end <= 0 or not end / 3 <= closing.figure.size <= end * 3:
        return None
    return f"{opening.figure.text}{steps} = {worded(end, finest)}, not {closing.figure.text}."


RULES: tuple[Rule, ...] = (what_came_and_went_leads_to_what_there_is,)
