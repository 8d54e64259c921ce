"""Shares of a number told just before: "140 houses … 40%, i.e. 65 being affordable" are 56.

A percentage and its number stand side by side; what they are of is the number of things in the
sentence, or the two sentences, before.  Two of a survey's figures say themselves what they are: how
many were asked, and how many answered.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.led_shares import a_share_is_of_what_it_is_said_to_be_of
from moothall.proofread.figures.proportions import a_percentage_is_its_part_of_the_whole
from moothall.proofread.figures.said_before import a_share_follows_from_the_numbers_before_it
from moothall.proofread.figures.slips_in_sums import is_a_slip
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    per_cent,
)

_BESIDE = Expression(
    r"«(?P<p>P\d+)»(?P<of>\sof (?:these|them|those|which|the [a-z]+|all [a-z]+))?"
    r"(?:,?\s(?:i\.?e\.?,?|or|that is,?|meaning|being|equal to|which is|equates to)\s|\s?\(|,\s)"
    r"(?:about |some |i\.?e\.?,? |or )?«(?P<n>C\d+)»(?P<things>(?:\s[a-z-]+){0,2})",
    re.IGNORECASE,
)
_AFTER = Expression(
    r"«(?P<n>C\d+)»(?P<things>(?:\s[a-z-]+){1,5}?)(?:,|\s?\(|\s?[–-])\s?(?:or |i\.e\. |that is |"
    r"about |"
    r"a (?:response|return) (?:rate )?of |a response rate of )?«(?P<p>P\d+)»(?P<of>)",
    re.IGNORECASE,
)
_OUT_OF = Expression(
    r"\b(?:out of|of)\s(?:the\s|our\s|all\s|"
    r"some\s)?«(?P<b>C\d+)»(?:\s[a-z-]+){1,4}?,?\s«(?P<n>C\d+)»"
    r"(?:\s[a-z-]+){1,8}?(?:,|\s?[(–-])\s?(?:that is |which is |or |i\.e\. |making |this is |"
    r"a share "
    r"of |giving )?(?:about |some )?«(?P<p>P\d+)»",
    re.IGNORECASE,
)
_ANSWERED = Expression(
    r"\b(?:respon\w+|repl\w+|returned|returns?|received|completed|answered|voted|took part|forms?|"
    r"questionnaires?)\b",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"«(?P<n>C\d+)»(?:\s[a-z-]+){0,1}?\s(?:households?|homes|addresses|properties|residents|"
    r"members|"
    r"tenants|businesses|parents|staff|holders|letters|forms|questionnaires|surveys|copies|people|"
    r"electors|families|householders|invitations)\b",
    re.IGNORECASE,
)
_SENT = Expression(
    r"\b(?:circulated|wrote|written|sent|delivered|distributed|posted|issued|went|surveyed|invited|asked|every|"
    r"e-?mailed|polled|balloted|handed)\b",
    re.IGNORECASE,
)
_WHOLE = Expression(
    r"\b(?:build|provide|propos\w+|comprise?|construct|deliver\w*|includ\w+|contain|erect|for|"
    r"create|"
    r"have|has|had|are|were|own|hold|of|plans?|application|received|scheme)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
_OF_THOSE = Expression(r"\bof (?:which|whom|those|these|them)\s?,?\s?$", re.IGNORECASE)
_NOT_OF_IT = Expression(
    r"\bof (?:which|whom|those|these|them|the)\b(?!\s$)|\bby\s(?:[a-z]+\s)*$|\b(?:increase|rise|"
    r"reduction|"
    r"each|per|average|target|aged)\b",
    re.IGNORECASE,
)
_LEAST = 12
_CURE = "Correct the number, the whole or the percentage."


def a_share_is_of_the_number_told_before(report: Report) -> Iterator[TextFinding]:
    """“Plans to build 140 houses.  It would be mixed, 40% i.e. 65 being affordable”: 56."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text.lower():
            continue
        read = [with_all_numbers(_WORDS.sub(_in_figures, s.text)) for s in paragraph.sentences]
        for place, one in enumerate(read):
            if not any(figure.kind is Kind.PERCENT for figure in one.figures):
                continue
            message = _wrong(read, place)
            if message and not told_by(_OTHERS, report, paragraph, paragraph.sentences[place]):
                yield _finding(paragraph, place, message)


_WORDS = Expression(
    r"(?<![\w-])(ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) ?per ?cent\b",
    re.I,
)
_TENS = {
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def _in_figures(match: re.Match[str]) -> str:
    return f"{_TENS[match[1].lower()]}%"


_OTHERS = quotes_told(
    a_percentage_is_its_part_of_the_whole,
    a_share_is_of_what_it_is_said_to_be_of,
    a_share_follows_from_the_numbers_before_it,
)


def _finding(paragraph: Paragraph, place: int, message: str) -> TextFinding:
    since = max(0, place - 1)
    words = " ".join(each.text for each in paragraph.sentences[since : place + 1])
    whole = Sentence(text=words, pattern="", figures=())
    return finding_on(paragraph, whole, message, _CURE, Confidence.MEDIUM)


def _wrong(read: list[Sentence], place: int) -> str | None:
    one = read[place]
    if whole := _OUT_OF.search(one.pattern):
        base, n, p = (one.figure(whole[name]) for name in "bnp")
        likely = 2 <= n.size < base.size and not base.rough and not n.rough
        return None if not likely or _is_so(n, base, p) else _told(n, base, p)
    for form in (_BESIDE, _AFTER):
        for match in form.finditer(one.pattern):
            n, p = one.figure(match["n"]), one.figure(match["p"])
            if n.rough or n.amount.places or not 0 < p.size < HUNDRED or n.size < 2:
                continue
            lead = one.pattern[: match.start()]
            if form is _AFTER and not _ANSWERED.search(match["things"]):
                continue
            if _NOT_OF_IT.search(lead[-30:]) or re.match(r"\s(?:years|miles)", match["things"]):
                continue
            message = _against(read, place, lead, n, p, asked=form is _AFTER)
            if message:
                return message
    return None


def _against(
    read: list[Sentence], place: int, lead: str, n: Figure, p: Figure, *, asked: bool
) -> str | None:
    """The share against the numbers that stand before it, the nearest first."""
    bases: list[tuple[Figure, bool]] = []
    for back in range(3):
        if place < back:
            break
        one = read[place - back]
        words = lead if not back else one.pattern
        named = {m["n"]: m for m in _ASKED.finditer(words)} if asked else {}
        for mark in reversed(list(re.finditer(r"«(C\d+)»", words))):
            base = one.figure(mark[1])
            if base.amount.places or base.size <= n.size or base.size < _LEAST:
                continue
            if asked:
                fits = mark[1] in named and bool(_SENT.search(words))
            else:
                fits = bool(_WHOLE.search(words[: mark.start()])) and not base.rough
            bases.append((base, fits))
    if _OF_THOSE.search(lead):
        bases = [(base, not base.rough) for base, _ in bases[:1]]
    if not bases or any(_is_so(n, base, p) for base, _ in bases):
        return None
    fitting = [base for base, fits in bases if fits]
    if not fitting:
        return None
    for base in fitting:
        if len(bases) == 1 or _is_a_slip_of(n, base, p):
            share = n.size / base.size * HUNDRED
            if share / 2 <= p.size <= share * 2:
                return _told(n, base, p)
    return None


def _told(n: Figure, base: Figure, p: Figure) -> str:
    share, meant = n.size / base.size * HUNDRED, base.size * p.size / HUNDRED
    return f"{p.text} of {base.text} is {meant:,.0f}; {n.text} of {base.text} is {per_cent(share)}."


def _is_so(n: Figure, base: Figure, p: Figure) -> bool:
    """Whether the share is so within one of its last place, or rounds to the number."""
    share = n.size / base.size * HUNDRED
    room = p.amount.step + (p.size / 20 if p.rough else 0)
    return abs(share - p.size) <= room or abs(base.size * p.size / HUNDRED - n.size) <= 1


def _is_a_slip_of(n: Figure, base: Figure, p: Figure) -> bool:
    share = (n.size / base.size * HUNDRED).quantize(p.amount.step)
    meant = (base.size * p.size / HUNDRED).quantize(Decimal(1))
    return is_a_slip(p.size, share, p.amount.step) or is_a_slip(n.size, meant, Decimal(1))


RULES: tuple[Rule, ...] = (a_share_is_of_the_number_told_before,)
