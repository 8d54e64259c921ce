"""Shares that make it up: one answer each, or two who alone bear it, make a hundred.

Lines of a label and a percentage that stand under each other are the shares of one whole where what
leads them in says so (“one answer only”), or where they are the steps of one scale (“very
satisfied”, “neither”, “don't know”).  In a sentence, those who bear, fund or own a thing between
them make a hundred.  Fewer than a hundred is told only where nobody else can be meant.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.answers_that_exclude import RULES as EXCLUDE
from moothall.proofread.figures.listed_shares import RULES as LISTED
from moothall.proofread.figures.shares_of_wholes import RULES as OF_WHOLES
from moothall.proofread.figures.shares_that_exclude import RULES as THAT_EXCLUDE
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)

_LINE = Expression(
    r"^(?P<label>[^«»£%]{1,60}?)[\s:–-]*(?:«C\d+»\s\(|\(?)«(?P<p>P\d+)»\)?[.;,]?(?:\sand)?$"
)
_ONE_EACH = Expression(
    r"\b(?:one answer|one option|one reply|one box|single answer|single choice|each (?:was |is |"
    r"were )?"
    r"(?:person|resident|household|employee|reply|respondent|case|home|child)?\s?(?:is |was |are |"
    r"were )?(?:counted|recorded|placed|shown) (?:only )?(?:once|under one|in one)|only one|"
    r"mutually exclusive|all categories|add(?:s)? to 100|every (?:home|household|person) is|"
    r"make up (?:the|all)|cover(?:s)? all|which of the following best|by main|main (?:mode|means|"
    r"reason))\b",
    re.IGNORECASE,
)
_DIVIDED = Expression(
    r"\b(?:split|breakdown|broken down|divided|apportioned|made up|composition|distribution|"
    r"weight(?:ing|ed|s)|shares? of (?:the |all )|where (?:the|our|each) .{0,20}(?:goes|comes)|"
    r"tenure)\b",
    re.IGNORECASE,
)
_SEVERAL = Expression(
    r"\b(?:more than one|all that apply|tick all|multiple|up to (?:two|three|five|\d)|any of|"
    r"as many|top (?:three|five|ten|\d)|most (?:common|often|frequent)\w*|agree(?:d|ing)? that|"
    r"who (?:say|said|agree)|percentage (?:of|who|achiev\w+)|target|performance|by ward|by team|"
    r"change|increase|growth|rates?|response|completed)\b",
    re.IGNORECASE,
)
_SCALE = Expression(
    r"^(?:(?:very|fairly|quite|strongly|tend to|slightly|somewhat|extremely|not at all|not "
    r"very)\s)*"
    r"(?:dis)?(?:satisfied|agree[d]?|support\w*|oppose[d]?|likely|good|poor|safe|important|happy|"
    r"easy|difficult|un\w+|neither\b.*|neutral.*|no (?:view|opinion|answer|preference).*|"
    r"don[’']?t know.*|not sure.*|yes|no|undecided|other|fair|excellent|average)$",
    re.IGNORECASE,
)
_BEAR = Expression(
    r"\b(?:bears?|borne|bearing|funds?|funded|pays?|paid|meets?|met|owns?|owned|holds?|held|"
    r"contribut\w+|shar(?:e|es|ed|ing)|split|divided|apportioned|fall(?:s|ing)? (?:on|to)|"
    r"provid\w+|finance[ds]?|liable|recharged|allocated)\b",
    re.IGNORECASE,
)
_ALONE = Expression(
    r"\b(?:alone|between (?:them|the (?:two|three|four|parties|partners|councils))|in full|wholly|"
    r"entirely|the two (?:only|councils)|only the|both together|nobody else|no (?:one|other))\b",
    re.IGNORECASE,
)
_NOT_SHARED = Expression(
    r"\b(?:compar\w+|than|last year|previous\w*|rose|fell|increas\w+|decreas\w+|target\w*|"
    r"points?|of (?:which|whom|these|them|those)|each|respectively|national\w*|from «P|to «P|"
    r"average|also|per|up to|at least|discount|interest|tax|inflation|rising|more|first|"
    r"if|where|or|in (?:year|20)|premium|relief|match\w*)\b",
    re.IGNORECASE,
)
_ANSWERED = Expression(
    r"»\s(?:of\s(?:[a-z]+\s){1,3}?)?(?!(?:is|are|was|were|to be|will be)\s(?:met|paid|borne|funded|"
    r"owned|held|shared|provided|financed))(?:own|hold|have|had|has|pay|paid|share|met|were|are|is|was|"
    r"did|do|said|use|support|think|thought|felt|provide|contribute|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
"""“52% own a car”: here the share is of people, who do it, and not of what they bear."""
_OF_WHAT = Expression(r"»\sof\s((?:[a-z]+\s?){1,8})", re.IGNORECASE)
"""“60% of the cost of the roof and 55% of the cost of the boiler” are of two things."""
_FEWEST, _FEWEST_SAID = 4, 3
_LEAST, _MOST = Decimal(85), Decimal(118)
_CURE = "Correct the share that is wrong."
_TOLD = quotes_told(*EXCLUDE, *LISTED, *OF_WHOLES, *THAT_EXCLUDE)


def shares_of_one_whole_make_a_hundred(report: Report) -> Iterator[TextFinding]:
    """“Very satisfied 31% … Don't know 0%”, one answer each: 94%; “bears 58% and … 44%”."""
    yield from _in_lines(report)
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        for one in paragraph.sentences:
            message = _borne(one)
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _borne(one: Sentence) -> str | None:
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(shares) < 2 or not _BEAR.search(one.text):
        return None
    first = one.pattern.index("«P")
    if re.search("«[^P]", one.pattern[first:]) or _ANSWERED.search(one.pattern):
        return None
    if _NOT_SHARED.search(one.pattern[max(0, first - 40) : one.pattern.rindex("«")]):
        return None
    if len(set(_OF_WHAT.findall(one.pattern))) > 1:
        return None
    got = sum((share.size for share in shares), Decimal(0))
    alone = _ALONE.search(one.text)
    if (got < HUNDRED and not alone) or any(share.rough for share in shares):
        return None
    return _off(shares, got)


def _off(shares: list[Figure], got: Decimal) -> str | None:
    slack = sum((share.spread for share in shares), Decimal(0))
    if abs(got - HUNDRED) <= slack or not _LEAST <= got <= _MOST:
        return None
    return f"{' + '.join(share.text for share in shares)} = {got:,f}%, not 100%."


def _in_lines(report: Report) -> Iterator[TextFinding]:
    lead: Paragraph | None = None
    run: list[tuple[Paragraph, str, Figure]] = []
    for paragraph in (*paragraphs(report), None):
        read = _line(paragraph) if paragraph is not None else None
        if read is not None and paragraph is not None:
            run.append((paragraph, *read))
            continue
        if len(run) >= _FEWEST_SAID:
            said = f"{lead.text if lead else ''} {paragraph.text if paragraph else ''}"
            section = run[0][0].section
            message = _of_lines(run, said, section)
            if message and not told_by(_TOLD, report, run[-1][0], run[-1][0].sentences[0]):
                yield TextFinding(
                    place=run[0][0].place,
                    quote=shortened("; ".join(each.text for each, _, _ in run)),
                    message=message,
                    cure=_CURE,
                    confidence=Confidence.MEDIUM,
                )
        lead, run = paragraph, []


def _line(paragraph: Paragraph) -> tuple[str, Figure] | None:
    if paragraph.cell or len(paragraph.sentences) != 1 or len(paragraph.text) > 90:
        return None
    one = paragraph.sentences[0]
    match = _LINE.match(one.pattern.strip())
    if match is None or one.figure(match["p"]).rough:
        return None
    return match["label"].strip(" :–-"), one.figure(match["p"])


def _of_lines(run: list[tuple[Paragraph, str, Figure]], said: str, section: str) -> str | None:
    labels = [label for _, label, _ in run]
    shares = [share for _, _, share in run]
    if _SEVERAL.search(said) or len({label.casefold() for label in labels}) < len(labels):
        return None
    got = sum((share.size for share in shares), Decimal(0))
    steps = sum(bool(_SCALE.match(label)) for label in labels)
    whole = _ONE_EACH.search(said) is not None or (len(run) >= _FEWEST and steps >= len(run) - 1)
    divided = _DIVIDED.search(f"{said} {section}") is not None and len(run) >= _FEWEST
    if not whole and not (divided and got > HUNDRED):
        return None
    return _off(shares, got)


RULES: tuple[Rule, ...] = (shares_of_one_whole_make_a_hundred,)
