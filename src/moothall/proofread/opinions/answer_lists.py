"""Answers listed with their shares: of a question with one answer they make 100% between them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.majorities import answers_that_exclude_each_other_stay_within_100
from moothall.proofread.figures.shares_of_wholes import adding
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.opinions.surveys import answers_and_sexes_sum_to_100
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Sentence, each_sentence, finding_on

_SHARE = Expression(r"«P\d+»")
_SEVERAL = Expression(
    r"\b(?:more than one|up to (?:two|three|four|five|«)|as many as|could (?:choose|select|tick|"
    r"name|give|pick)|all that appl\w+|themes?|mention\w*|most (?:popular|common|frequent)\w*|"
    r"commonest|respectively|compared|of (?:which|whom|these|those|them)|rose|fell|up from|"
    r"down from|increas\w*|decreas\w*|against|than|previous\w*|last year|target|average|rate|"
    r"each|both|also|priorities|reasons|by «)\b|20\d\d/\d\d|(?<!«C)\b20\d\d\b",
    re.IGNORECASE,
)
_MIDDLE = Expression(
    r"\b(?:neutral|neither|no (?:view|opinion|preference|strong)|don[’']?t know|did not know|"
    r"not sure|unsure|undecided|no feelings?|remain(?:der|ing)|the rest|did not (?:answer|express|"
    r"consider|say)|prefer not)\b",
    re.IGNORECASE,
)
_ONE_ANSWER = Expression(
    r"\b(?:which one|one (?:answer|option|choice|service|thing)|single|"
    r"(?:main|principal|primary|first|preferred|favourite) (?:reason|choice|preference|option|"
    r"source|mode|way|means|method|use)|how (?:often|satisfied|likely|safe|easy|long|far|old)|"
    r"whether|turn to first|rated|overall|voted)\b",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:asked|survey\w*|respon\w+|repl\w+|questionnaire|consult\w*|answer\w*|poll\w*|said|"
    r"considered|felt|thought|chose|named|voted|rated|preferred|view\w*|feedback)\b",
    re.IGNORECASE,
)


def answers_listed_stay_within_100(report: Report) -> Iterator[TextFinding]:
    """“41% were content, 23% neutral and 44% not” is 108%."""
    told = {
        (finding.place, finding.quote[:60])
        for rule in (
            answers_and_sexes_sum_to_100,
            answers_that_exclude_each_other_stay_within_100,
        )
        for finding in rule(report)
    }
    for paragraph, one in each_sentence(report, 3):
        if (paragraph.place, one.text[:60]) in told or not _ASKED.search(one.text):
            continue
        found = _too_much(one, paragraph.text)
        if found is not None:
            yield finding_on(
                paragraph,
                one,
                found[0],
                "Correct the percentages, or say that each could give several answers.",
                found[1],
            )


def _too_much(one: Sentence, around: str) -> tuple[str, Confidence] | None:
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    gaps = _SHARE.split(one.pattern)[1:-1]
    if len(shares) < 3 or len(shares) > 8 or any(share.rough for share in shares):
        return None
    if _SEVERAL.search(one.pattern) or re.search(r"\bmore than one|\bup to (?:two|three)", around):
        return None
    if not all(re.search(r",|;|\band\b", gap) and len(gap) < 110 for gap in gaps):
        return None
    total = sum((share.size for share in shares), Decimal(0))
    slack = max(sum((share.spread for share in shares), Decimal(0)), Decimal(1))
    if not HUNDRED + slack < total < Decimal(125):
        return None
    sure = _MIDDLE.search(one.text) or _ONE_ANSWER.search(one.text)
    return (
        f"{adding(shares, total)}, more than everybody.",
        Confidence.MEDIUM if sure else Confidence.LOW,
    )


RULES: tuple[Rule, ...] = (answers_listed_stay_within_100,)
