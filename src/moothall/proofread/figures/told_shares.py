"""Shares told in words: "3 of the 7, 57%", "433 came back, a response rate of 39%"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
    sentence,
)

_CURE = "Correct the number, the whole or the percentage."

# --- A of the N things, P -------------------------------------------------------------------------

_NUMBER_WORD = Expression(
    rf"(?<![\w-])(?:{'|'.join(NUMBER_WORDS)})(?=\s(?:out\s)?of\s|\s[a-z]|[,;.)])", re.IGNORECASE
)


_sentence = lru_cache(maxsize=4096)(sentence)


@lru_cache(maxsize=4096)
def with_numbers(text: str) -> Sentence:
    """The sentence with the numbers that are written as words in figures.

    >>> with_numbers("Of the nine schools, six agreed.").text
    'Of the 9 schools, 6 agreed.'
    """
    if not _NUMBER_WORD.search(text):
        return _sentence(text)
    return sentence(_NUMBER_WORD.sub(lambda match: str(NUMBER_WORDS[match[0].lower()]), text))


_OF_THE_N = Expression(
    rf"{mark('a', 'C')}(?:\s[a-z-]+){{0,3}}?\s(?:out\sof|of|from)\s(?:the\s|these\s|those\s|"
    rf"our\s|its\s|"
    rf"all\s|a\stotal\sof\s)?(?:\w+\s)?{mark('n', 'C')}(?P<things>[^«»;.()]{{0,60}}?)(?:,|–|-|\(|"
    rf"\bwhich (?:is|was|represents)|\bequat\w+ to|\brepresent\w*|\bor|:|\bat|\bgiving)\s?"
    rf"(?:or\s|that is\s|about\s|around\s|i\.e\.\s|which is\s|just (?:over|under)\s|some\s)?"
    rf"{mark('p', 'P')}(?P<after>[^«»]{{0,30}})",
    re.IGNORECASE,
)
_OF_THE_LEAD = Expression(
    rf"\b(?:of|out of)\s(?:the\s|these\s|those\s|our\s|all\s)?{mark('n', 'C')}\s"
    rf"(?P<things>[^«»;.()]{{2,70}}?),?\s{mark('a', 'C')}(?P<did>\s[^«»;.()]{{2,70}}?)(?:,|–|\()\s?"
    rf"(?:or\s)?{mark('p', 'P')}(?P<after>[^«»]{{0,30}})",
    re.IGNORECASE,
)
_NO_SHARE = Expression(
    r"\bper\b|\bpoints?\b|\b(?:a|the|of) target|\btarget of|\baverage|\bcompared|\bagainst\b|"
    r"\bthan\b|\bbudget|\bnational|\bcost|"
    r"\bpaid\b|\bof (?:which|whom|these|those|them)\b|\bincreas|\breduc|\bgrowth|"
    r"\bdecreas|\b(?:rise|rose|fall|fell|higher|lower|above|below|more|less|fewer)\b|"
    r"\bup\b|\bdown\b|\bevery\b",
    re.IGNORECASE,
)


_ANSWERED_BY = Expression(
    r"\b(?:answered|completed|returned|filled in|sent back|replies|responses|responded to|"
    r"answers)\s(?:by|from)\s"
    r"(?:only\s|some\s|just\s)?$",
    re.IGNORECASE,
)
_WERE = Expression(
    r"\s(?:[a-z]+ed|felt|said|were|are|had|have|would|thought|knew|wanted|found|do|did)\b",
    re.IGNORECASE,
)


def a_share_told_is_that_of_its_numbers(report: Report) -> Iterator[TextFinding]:
    """“upheld 3 of the 7 decisions made, 57%”: 3 of 7 is 43%."""
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if not any(figure.kind is Kind.PERCENT for figure in plain.figures):
                continue
            one = with_numbers(plain.text) if _NUMBER_WORD.search(plain.text) else plain
            for form in (_OF_THE_N, _OF_THE_LEAD):
                match = form.search(one.pattern)
                if match is None or _NO_SHARE.search(match[0]):
                    continue
                if _ANSWERED_BY.search(one.pattern[: match.start("a") - 1]) and _WERE.match(
                    match["after"]
                ):
                    continue  # so many answered, and of those so many felt or said
                a, n, p = (firm(one.figure(match[name])) for name in "anp")
                if not 0 < a.size <= n.size or n.rough or a.rough:
                    continue
                others = [f for f in one.figures if f.kind is Kind.COUNT and f.size >= a.size]
                off = _share_off(a, n, p)
                if off <= 1 or any(_share_off(a, other, p) <= 1 for other in others):
                    continue
                yield finding_on(paragraph, plain, _share_words(a, n, p), _CURE, Confidence.HIGH)
                break


def firm(figure: Figure) -> Figure:
    """The figure without "some" before it, where it is given to the last digit: "some 1,240"."""
    digits = figure.text.replace(",", "").strip("0")
    if not figure.rough or figure.kind is not Kind.COUNT or len(digits) < 2:
        return figure
    return Figure(amount=figure.amount, spread=Decimal(0), rough=False)


def _share_off(a: Figure, n: Figure, p: Figure) -> Decimal:
    if n.low <= 0:
        return Decimal(0)
    return beyond(p, a.low / n.high * HUNDRED, a.high / n.low * HUNDRED)


def _share_words(a: Figure, n: Figure, p: Figure) -> str:
    share = per_cent(a.size / n.size * HUNDRED, p.amount.places)
    rest = (n.size - a.size) / n.size * HUNDRED
    hint = ""
    if abs(rest - p.size) <= p.amount.step:
        hint = f" ({p.text} is the share of the other {n.size - a.size:,f})"
    return f"{a.text} of {n.text} is {share}, not {p.text}{hint}."


# --- how many answered ----------------------------------------------------------------------------

_RATE = Expression(
    rf"(?:\b(?:response|return|completion|reply|participation|take-?\s?up|turnout|turn-out|success|"
    rf"acceptance|conversion|collection|attendance)(?:\srate)?\s?(?:of|was|is|:|at|being|\()\s?"
    rf"(?:just (?:over|under)\s|about\s|around\s|approximately\s)?{mark('p', 'P')}|"
    rf"{mark('q', 'P')}\s(?:response|return|completion|reply|participation|take-?\s?up|turnout|"
    rf"success)"
    rf"(?:\srate)?\b)",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:sent|issued|posted|distributed|invit\w+|contacted|asked|approached|eligible|mailed|"
    r"emailed|"
    r"delivered|circulated|surveyed|written to|wrote to|handed out|electorate|out of|of the)\b",
    re.IGNORECASE,
)
_CAME = Expression(
    r"\b(?:respon\w+|repl\w+|return\w*|came back|complet\w+|received|answered|took part|"
    r"taking part|"
    r"participat\w+|submitted|voted|took up|accepted|cast|attended)\b",
    re.IGNORECASE,
)


def a_response_rate_is_those_who_answered_of_those_asked(report: Report) -> Iterator[TextFinding]:
    """“1,240 were sent out and 433 came back, a response rate of 39%”: it is 35%."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            match = _RATE.search(one.pattern)
            if match is not None:
                p = one.figure(match["p"] or match["q"])
                yield from _wrong_rate(paragraph, one, p, before)
            before = one


def _wrong_rate(
    paragraph: Paragraph, one: Sentence, p: Figure, before: Sentence | None
) -> Iterator[TextFinding]:
    text = one.text
    counts = [figure for figure in one.figures if figure.kind is Kind.COUNT]
    if not counts and before is not None and re.match(r"(?:This|The|That|It|A)\b", one.text):
        counts = [figure for figure in before.figures if figure.kind is Kind.COUNT]
        text = f"{before.text} {one.text}"
    if len(counts) != 2 or not (_ASKED.search(text) and _CAME.search(text)):
        return
    if sum(figure.kind is Kind.PERCENT for figure in one.figures) != 1 or len(text) > 500:
        return
    a, n = sorted(map(firm, counts), key=lambda figure: figure.size)
    if a.size == n.size or a.size < 1 or _share_off(a, n, p) <= 1 or a.rough or n.rough:
        return
    both = Sentence(text=text, pattern=one.pattern, figures=one.figures)
    yield finding_on(paragraph, both, _share_words(a, n, p), _CURE, Confidence.HIGH)


# --- red, amber and green of one whole -----------------------------------------------------------

_STATUS_SHARE = Expression(
    rf"{mark('a', 'C')}(?:\s[a-z]+){{0,2}}?\s?(?:,|\(|or|–|-)\s?{mark('p', 'P')}\)?"
    r"[^«»;.]{0,40}?\b(?P<status>red|amber|green)\b",
    re.IGNORECASE,
)


def ratings_are_shares_of_their_sum(report: Report) -> Iterator[TextFinding]:
    """“24 (74%) were green, 3 (5%) amber and 6 (17%) red” are of 33."""
    for paragraph, one in each_sentence(report, 6):
        found = list(_STATUS_SHARE.finditer(one.pattern))
        if {match["status"].lower() for match in found} != {"red", "amber", "green"}:
            continue
        if len(found) != 3 or re.search(
            r"\b(?:not (?:yet )?rated|grey|blue|white)\b", one.text, re.I
        ):
            continue
        pairs = [(one.figure(match["a"]), one.figure(match["p"])) for match in found]
        whole = sum((a.size for a, _ in pairs), Decimal(0))
        if whole < 3:
            continue
        wrong = [
            (a, p)
            for a, p in pairs
            if beyond(p, a.size / whole * HUNDRED, a.size / whole * HUNDRED) > 0
        ]
        far = [(a, p) for a, p in wrong if abs(a.size / whole * HUNDRED - p.size) > 2]
        if not far:
            continue
        listed = "; ".join(
            f"{a.text} is {per_cent(a.size / whole * HUNDRED)}, not {p.text}" for a, p in wrong
        )
        yield finding_on(
            paragraph,
            one,
            f"{' + '.join(a.text for a, _ in pairs)} = {whole:,f}: {listed}.",
            _CURE,
            Confidence.HIGH if len(far) > 1 else Confidence.MEDIUM,
        )


RULES: tuple[Rule, ...] = (
    ratings_are_shares_of_their_sum,
    a_share_told_is_that_of_its_numbers,
    a_response_rate_is_those_who_answered_of_those_asked,
)
