"""Majorities and answers that exclude each other: "most, 47%"; "89% satisfied and 14% not"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.halves_and_doubles import MAJORITY
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    each_sentence,
    finding_on,
    found_once,
    mark,
    paragraphs,
)

# --- most and few ---------------------------------------------------------------------------------

_FILL = r"(?:\s(?:of\s)?[a-z’'-]+){0,6}?"
_MOST = Expression(
    rf"\b(?P<word>(?:(?:a|the)\s)?(?:clear|large|small|vast|great|overwhelming|substantial|slim|"
    rf"significant|strong)?\s?majority|most)\b{_FILL}"
    rf"\s?(?:,|\(|–|-|:|\bat)\s?(?:at\s|some\s|about\s|"
    rf"that is\s)?{mark('p', 'P')}(?P<after>[^«»]{{0,20}})",
    re.IGNORECASE,
)
_PER_MOST = Expression(
    rf"{mark('p', 'P')}\s?(?:,|–|-|\()?\s?(?:which is\s|being\s|or\s)?(?P<word>(?:a|"
    rf"the)\s(?:clear\s|large\s|"
    rf"small\s|overwhelming\s|substantial\s|slim\s|strong\s)?majority)\b(?P<after>)",
    re.IGNORECASE,
)
_FEW = Expression(
    rf"\b(?P<word>(?:a|the)\s(?:small\s|significant\s)?minority|(?:fewer|less) than half|"
    rf"under half)\b{_FILL}"
    rf"\s?(?:,|\(|–|-|:|\bat)\s?(?:at\s|some\s|about\s|"
    rf"that is\s)?{mark('p', 'P')}(?P<after>[^«»]{{0,20}})",
    re.IGNORECASE,
)
_MOST_OF_THEM = Expression(
    r"most\s(?:of\s)?(?:the\s|our\s|these\s)?(?:[a-z]+\s)?[a-z]+(?:s|ple|ren),\s(?:at\s)?«P",
    re.IGNORECASE,
)
"""“Most residents, 36%,”: the people themselves, and their share beside them."""
_NOT_MOST = Expression(
    r"\b(?:recent|likely|common|deprived|commonly|frequent|frequently|important|popular|affected|"
    r"at most|"
    r"minority ethnic|ethnic|significant(?:ly)? more|vulnerable|notabl[ey]|simple|single|"
    r"two-thirds|"
    r"improved|higher|increase|reduction|rose|fell|of the most|ever)\b",
    re.IGNORECASE,
)


@found_once
def a_majority_is_more_than_half(report: Report) -> Iterator[TextFinding]:
    """“A clear majority, 47%” is no majority, and “a minority (58%)” is none."""
    for paragraph, one in each_sentence(report, 1):
        for form, few in ((_MOST, False), (_PER_MOST, False), (_FEW, True)):
            match = form.search(one.pattern)
            if match is None or _NOT_MOST.search(match[0]) or MAJORITY.search(one.pattern):
                continue
            p = one.figure(match["p"])
            wrong = p.low > 50 if few else p.high < 50
            if not wrong or re.match(r"\)?\s?(?:points|more|higher|of the)", match["after"]):
                continue
            word = match["word"].strip()
            second = re.search(rf"«{match['p']}»[^«»]{{0,40}}«P", one.pattern)
            plain = _MOST_OF_THEM.match(one.pattern[match.start() :])
            sure = re.search("majority|minority", word, re.I) or "half" in word.lower() or plain
            yield finding_on(
                paragraph,
                one,
                f"“{word[0].upper()}{word[1:]}” is {'less' if few else 'more'} than half; "
                f"{p.text} is not.",
                "Write “the largest share”, or correct the percentage.",
                Confidence.MEDIUM if sure and not second else Confidence.LOW,
            )
            break


_THAT_MAJORITY = Expression(
    r"^(?:This|That|Such|The|So|Thus|Hence)\b[^.;«»]{0,30}?\b(?:(?:clear|large|small|narrow|slim|"
    r"strong|"
    r"overall|overwhelming)\s)?majority\b(?!\sof)",
    re.IGNORECASE,
)
_MEMBERS = Expression(
    r"\b(?:vote[ds]?|members?|councillors?|party|seats?|carried)\b", re.IGNORECASE
)


def a_majority_just_told_is_more_than_half(report: Report) -> Iterator[TextFinding]:
    """“Of 640 answers 297 (46.4%) were for it.  This majority …” is no majority."""
    for paragraph in paragraphs(report):
        for before, one in pairwise(paragraph.sentences):
            if not _THAT_MAJORITY.search(one.text) or _MEMBERS.search(one.text):
                continue
            shares = [f for f in (*before.figures, *one.figures) if f.kind is Kind.PERCENT]
            if len(shares) != 1 or shares[0].high >= 50 or shares[0].rough:
                continue
            if re.search(r"\b(?:not|no|short of|without)\b", one.text, re.IGNORECASE):
                continue
            yield finding_on(
                paragraph,
                one,
                f"A majority is more than half; {shares[0].text} (“{before.text[:100]}”) is not.",
                "Write “the largest share”, or correct the percentage.",
                Confidence.MEDIUM,
            )


# --- answers that exclude each other --------------------------------------------------------------

_GOOD = Expression(
    r"(?<!dis)(?<!un)(?<!not )\b(?:very |quite |extremely |fairly |strongly |tend to )*"
    r"(?:satisfied|agreed?|support(?:ed|ive)?|in favour|happy|yes|positive|for|better|improved|"
    r"safe|approve[ds]?|confident|aware|favourable)\b",
    re.IGNORECASE,
)
_BAD = Expression(
    r"\b(?:dissatisfied|disagreed?|oppos(?:ed?|ition)|against|unhappy|no|negative|worse|unsafe|"
    r"objected|disapprove[ds]?|unsupportive|not (?:satisfied|happy|support\w*|in favour|agree)|"
    r"unaware|unfavourable|did not (?:agree|support))\b",
    re.IGNORECASE,
)


_OF_OTHERS = Expression(
    r"\b(?:of (?:those|women|men|whom|which)|among|compared|could (?:tick|choose)|than|from|"
    r"while)\b",
    re.IGNORECASE,
)


def answers_that_exclude_each_other_stay_within_100(report: Report) -> Iterator[TextFinding]:
    """“89% were satisfied and 14% were dissatisfied” is 103%."""
    for paragraph, one in each_sentence(report, 2):
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if len(shares) != 2 or len(one.figures) > 4:
            continue
        parts = re.split(r"«P\d+»", one.pattern)
        own = [re.split(r"[;.]|,\s(?:with|while)", part)[0] for part in parts[1:]]
        kinds = [(bool(_GOOD.search(part)), bool(_BAD.search(part))) for part in own]
        if kinds not in ([(True, False), (False, True)], [(False, True), (True, False)]):
            continue
        total = sum((share.size for share in shares), Decimal(0))
        slack = sum((share.amount.step for share in shares), Decimal(0))
        if total <= HUNDRED + slack or _OF_OTHERS.search(one.text):
            continue
        yield finding_on(
            paragraph,
            one,
            f"{shares[0].text} + {shares[1].text} = {total:,f}%, more than everybody.",
            "Correct the percentages, or say that they are of different people.",
            Confidence.HIGH if total > HUNDRED + 2 * slack else Confidence.MEDIUM,
        )


RULES: tuple[Rule, ...] = (
    a_majority_is_more_than_half,
    a_majority_just_told_is_more_than_half,
    answers_that_exclude_each_other_stay_within_100,
)
