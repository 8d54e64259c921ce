"""Surveys and consultations: who answered, of how many asked, and what their answers add up to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.shares_of_wholes import adding, remainder_off
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    found_once,
    mark,
    paragraphs,
)

# --- answers, and women and men, of one whole -----------------------------------------------------


@found_once
def answers_and_sexes_sum_to_100(report: Report) -> Iterator[TextFinding]:
    """Answers to one question, and women and men, make 100%, give or take rounding."""
    for paragraph, one in each_sentence(report, 2):
        if remainder_off(one) is not None:
            continue  # said of the remainder already
        found = _sexes_off(one) or _answers_off(one)
        if found is not None:
            message, confidence = found
            yield finding_on(
                paragraph,
                one,
                message,
                "Correct the percentages, or say what is missing.",
                confidence,
            )
    yield from _listed_sexes(report)


_SEX = Expression(
    rf"{mark('p', 'P')}(?P<gap>[^«»,;.]{{0,40}}?)\b(?P<sex>females?|males?|women|men|girls|boys)\b|"
    rf"\b(?P<sex2>females?|males?|women|men|girls|boys)\b\s?(?:-|–|:|\(|=|at|was|were)?\s?\(?"
    rf"{mark('q', 'P')}",
    re.IGNORECASE,
)


def _sex_shares(one: Sentence) -> dict[str, Figure]:
    shares: dict[str, Figure] = {}
    for match in _SEX.finditer(one.pattern):
        word = (match["sex"] or match["sex2"]).lower()
        sex = "female" if word.startswith(("f", "w", "g")) else "male"
        if sex in shares:
            return {}
        shares[sex] = one.figure(match["p"] or match["q"])
    return shares


_ACROSS = Expression(
    r"\b(?:of (?:all )?(?:females?|males?|women|men|girls|boys)|compared|than|higher|lower|rate|"
    r"achiev\w*|attain\w*|among(?:st)?|for|agree\w*|disagree\w*|said|pass\w*|obes\w*|smok\w*|"
    r"gap|unemploy\w*|report\w*|support\w*|employ\w*)\b",
    re.IGNORECASE,
)


def _sexes_off(one: Sentence) -> tuple[str, Confidence] | None:
    shares = _sex_shares(one)
    percents = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(shares) != 2 or len(percents) != 2 or _ACROSS.search(one.pattern):
        return None
    return _two_sexes(shares, one.text)


def _two_sexes(shares: dict[str, Figure], text: str) -> tuple[str, Confidence] | None:
    total = sum((share.size for share in shares.values()), Decimal(0))
    slack = max(sum((share.spread for share in shares.values()), Decimal(0)), Decimal(1))
    words = adding(list(shares.values()), total)
    if any(share.rough for share in shares.values()):
        return None
    if HUNDRED + slack < total < Decimal(130):
        return f"{words} for women and men together.", Confidence.HIGH
    if Decimal(85) < total < HUNDRED - slack and not re.search(
        r"\b(?:other|prefer|not (?:stated|known|say|disclose)|unknown|non-?binary|trans\w*|"
        r"respon\w*|survey\w*|consult\w*)\b",
        text,
        re.IGNORECASE,
    ):
        return f"{words} for women and men together.", Confidence.LOW
    return None


_ANSWER = Expression(
    rf"{mark('p', 'P')}\s?(?:\([^()«»]{{0,20}}\)\s?)?(?:of (?:the )?(?:respondents|those|people|"
    rf"residents|responses)\s)?(?:who\s)?(?:said|answered|responded|were|voted|replied|strongly)?"
    rf"\s?[“\"‘']?(?P<answer>agreed?|disagreed?|yes|no|don[’']?t know|not sure|unsure|neither|"
    rf"neutral|in favour|against|opposed|undecided|supported|satisfied|dissatisfied|no opinion)\b",
    re.IGNORECASE,
)


def _answers_off(one: Sentence) -> tuple[str, Confidence] | None:
    """Answers to one question: more than 100% is wrong, less may leave some out."""
    scale = _scale_off(one)
    if scale is not None:
        return scale
    found = list(_ANSWER.finditer(one.pattern))
    names = [match["answer"].lower() for match in found]
    percents = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(found) < 2 or len(set(names)) != len(names) or len(found) != len(percents):
        return None
    if re.search(
        r"\bstrongly|\bcompared|\bprevious|\bwhereas|\bof (?:these|whom|those)\b",
        one.pattern,
        re.IGNORECASE,
    ):
        return None
    shares = [one.figure(match["p"]) for match in found]
    total = sum((share.size for share in shares), Decimal(0))
    slack = max(sum((share.spread for share in shares), Decimal(0)), Decimal(1))
    if HUNDRED + slack < total < Decimal(130):
        return f"{adding(shares, total)}, more than everybody.", Confidence.HIGH
    unsure = any(re.match(r"don|not sure|unsure|neither|neutral|undecided|no op", n) for n in names)
    if len(found) >= 3 and unsure and Decimal(80) < total < HUNDRED - slack:
        return f"{adding(shares, total)}, less than everybody.", Confidence.MEDIUM
    return None


def _scale_off(one: Sentence) -> tuple[str, Confidence] | None:
    """Agree, neither and disagree of one question."""
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(shares) not in (3, 5) or len(shares) != len(one.figures):
        return None
    plain = re.sub(r"\bneither agreed? (?:n?or) disagreed?\b", "neither", one.pattern, flags=re.I)
    if not all(re.search(rf"\b{word}", plain, re.I) for word in ("neither", "disagree")):
        return None
    if re.search(
        r"\bcompared|\bprevious|\bwhereas|\bof (?:these|whom|those|which)\b|\bincreas|\bquestion",
        one.pattern,
        re.IGNORECASE,
    ):
        return None
    total = sum((share.size for share in shares), Decimal(0))
    slack = max(sum((share.spread for share in shares), Decimal(0)), Decimal(1))
    if abs(total - HUNDRED) <= slack or not Decimal(70) < total < Decimal(130):
        return None
    if total < HUNDRED - slack and re.search(r"know|sure|prefer|opinion", one.pattern):
        return None
    over = total > HUNDRED
    return (
        f"{adding(shares, total)}, {'more' if over else 'less'} than everybody.",
        Confidence.HIGH if over else Confidence.MEDIUM,
    )


def _listed_sexes(report: Report) -> Iterator[TextFinding]:
    """ "43.8% are female" and "56.2% male" in bullets that follow each other."""
    before: tuple[Paragraph, dict[str, Figure]] | None = None
    for paragraph in paragraphs(report):
        shares: dict[str, Figure] = {}
        if paragraph.bullet and len(paragraph.sentences) == 1:
            one = paragraph.sentences[0]
            if len(one.figures) == 1 and len(one.text) < 60 and not _ACROSS.search(one.pattern):
                shares = _sex_shares(one)
        if before is not None and len(shares) == 1 and shares.keys() != before[1].keys():
            found = _two_sexes({**before[1], **shares}, f"{before[0].text} {paragraph.text}")
            if found is not None:
                yield TextFinding(
                    place=paragraph.place,
                    quote=f"{before[0].text}; {paragraph.text}",
                    message=found[0],
                    cure="Correct the percentages.",
                    confidence=found[1],
                )
        before = (paragraph, shares) if len(shares) == 1 else None


# --- results of surveys and consultations --------------------------------------------------------

_WHO = (
    r"(?:respondents?|responders|those (?:who|that) (?:responded|replied|took part)|responses|"
    r"of people who responded|consultees|participants)"
)
_SHARE_OF_ANSWERS = Expression(
    rf"(?:{mark('p', 'P')}|\b(?:a|the|an overwhelming|overwhelming|vast|large|clear)\s+"
    rf"(?:vast |large |clear |overwhelming |significant |small )?(?:majority|minority|proportion)|"
    rf"\b(?:most|many|several|some|few|half)\b)\s+(?:of\s+)?(?:the\s+|all\s+|our\s+|those\s+)*{_WHO}\b",
    re.IGNORECASE,
)
_HOW_MANY = Expression(
    rf"{mark('n', 'C')}\+?\s+(?:[a-z-]+\s+){{0,4}}?(?:respons\w+|respond\w+|replie[sd]|returns?|"
    r"questionnaires|surveys|submissions|people|residents|participants|completed|comments|parents|"
    r"members|individuals|households|staff|schools|organisations|representations|pupils|letters|"
    r"stakeholders|businesses|tenants|users|carers|attende\w+)|\bn\s?=\s?«|\bbase\s?[:=]?\s?«|"
    r"\b(?:received|from|by|total of|number of (?:responses|respondents)[^«»]{0,30}|respon\w+"
    r"[^«»]{0,30}?(?:was|were|of))\s+«C",
    re.IGNORECASE,
)
_WORDED_MANY = Expression(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no)\s+(?:[a-z]+\s)?"
    r"(?:responses|respondents|replies|submissions|representations)\b",
    re.IGNORECASE,
)


@found_once
def results_say_how_many_answered(report: Report) -> Iterator[TextFinding]:
    """A share of respondents means nothing without their number."""
    found = paragraphs(report)
    worded_in = {paragraph.section for paragraph in found if _WORDED_MANY.search(paragraph.text)}
    counted_in = worded_in | {
        paragraph.section
        for paragraph in found
        if any(_HOW_MANY.search(one.pattern) for one in paragraph.sentences)
    }
    answered_in = worded_in | {
        paragraph.section
        for paragraph in found
        for one in paragraph.sentences
        if re.search(r"«C\d+»\s+(?:[a-z-]+\s+){0,4}?(?:respons|respond|repl)", one.pattern)
    }
    said: set[str] = set()
    wordy = False
    for paragraph in found:
        if paragraph.section in said:
            continue
        for one in paragraph.sentences:
            match = _SHARE_OF_ANSWERS.search(one.pattern)
            if match is None or (not match["p"] and not re.search(r"respond|repli", match[0])):
                continue
            confidence = _without_number(paragraph, one, match, counted_in, answered_in)
            if confidence is None:
                continue
            said.add(paragraph.section)
            what = one.figure(match["p"]).text if match["p"] else match[0].split()[0].lower()
            known = paragraph.section in answered_in
            if not match["p"]:
                confidence = Confidence.LOW if wordy else confidence
                wordy = True
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"“{what}” of the respondents: the text does not say how many "
                f"{'of them that is' if known else 'there were'}.",
                cure="Give the number beside the share or the word."
                if known
                else "Give the number asked and the number who answered.",
                confidence=confidence,
            )
            break


def _without_number(
    paragraph: Paragraph,
    one: Sentence,
    match: re.Match[str],
    counted_in: set[str],
    answered_in: set[str],
) -> Confidence | None:
    if match["p"]:
        if paragraph.section in counted_in:
            return None
        return Confidence.LOW if answered_in else Confidence.MEDIUM
    if one.figures or any(
        figure.kind in (Kind.COUNT, Kind.PERCENT)
        for other in paragraph.sentences
        for figure in other.figures
    ):
        return None
    if re.match(r"(?:most|many|an?|the|overwhelming|vast|half)", match[0], re.IGNORECASE):
        return Confidence.MEDIUM
    return Confidence.LOW


_RESPONSES = Expression(
    rf"{mark('n', 'C')}\s+(?:[a-z]+\s+){{0,2}}?(?:responses|respondents|replies|"
    r"completed (?:surveys|questionnaires)|questionnaires were (?:returned|completed)|"
    r"surveys were (?:returned|completed))\b",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:sent|invited|distributed|issued|mailed|posted|written to|wrote to|contacted|emailed|"
    r"e-mailed|circulated to|were asked|asked (?:all|every|the)|approached|sample|response rate|"
    r"return rate|out of|of the «|uptake|eligible to|letters|notified)\b|(?:%|per cent) response",
    re.IGNORECASE,
)
_OPEN_TO_ALL = Expression(
    r"\b(?:public|open|online|website|web|residents?|community|social media|citizen|space|"
    r"planning|neighbour\w*|objection\w*|representation\w*|engagement hq|press|drop-in)\b",
    re.IGNORECASE,
)
_DEFINITE_GROUP = Expression(
    r"\b(?:schools?|staff|employees|head\s?teachers?|governors|providers|settings|members|"
    r"councillors|tenants|parents|carers|pupils|users|authorities|teachers|partners|suppliers|"
    r"foster|care leavers|practitioners|managers|leaseholders)\b",
    re.IGNORECASE,
)


def responses_say_how_many_were_asked(report: Report) -> Iterator[TextFinding]:
    """200 responses of how many asked?  Only where a definite group was asked."""
    found = paragraphs(report)
    said: set[str] = set()
    for place, paragraph in enumerate(found):
        if paragraph.section in said:
            continue
        for one in paragraph.sentences:
            match = _RESPONSES.search(one.pattern)
            if match is None or one.figure(match["n"]).value < 5:
                continue
            near = [p for p in found[max(0, place - 4) : place + 4] if not p.cell or p is paragraph]
            around = " ".join(p.text for p in near)[:12_000]
            survey = " ".join(s.text for s in paragraph.sentences)
            if not re.search(r"\bsurvey|\bquestionnaire|\bconsult", around, re.IGNORECASE):
                continue
            if _ASKED.search(around) or _OPEN_TO_ALL.search(survey):
                continue
            group = _DEFINITE_GROUP.search(one.text) or _DEFINITE_GROUP.search(survey)
            # a consultation asks whoever may answer, among them a group; a survey asks so many
            open_to_others = re.search(r"\bconsult", f"{paragraph.section} {survey}", re.IGNORECASE)
            said.add(paragraph.section)
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{one.figure(match['n']).text} answered: the text does not say how many "
                "were asked.",
                cure="Give the number asked, or the response rate.",
                confidence=Confidence.MEDIUM if group and not open_to_others else Confidence.LOW,
            )
            break


RULES: tuple[Rule, ...] = (
    answers_and_sexes_sum_to_100,
    results_say_how_many_answered,
    responses_say_how_many_were_asked,
)
