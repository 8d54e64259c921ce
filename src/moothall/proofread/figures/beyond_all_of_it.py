"""Beyond all of it: a rate of declaration of 105%, a cut by 130%, 112% of all the waste.

A rate of what people and things do, said to be so many per cent, ends at a hundred; so does what is
taken away from something.  Rates that can go further are named, and so are the words that set a
figure beside a plan, a budget or the year before.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.denominators import (
    a_share_of_cases_is_at_most_all,
    a_share_of_people_is_at_most_all,
)
from moothall.proofread.figures.listed_shares import no_more_than_all_of_those_who_could_did
from moothall.proofread.figures.more_than_everyone import no_more_than_everyone_can_be_counted
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    each_sentence,
    finding_on,
    mark,
)
from moothall.proofread.reading.running_text import word_set

_P = mark("p", "P")
_SAID = (
    r"(?:\s(?:is|are|was|were|will be|to be|has been|have been|of|at|stands at|stood at|reached|"
    r"rose to|fell to|remains at|should be|must be|up to|at least|over|about|now|expected|"
    r"currently)){1,4}"
)
_RATE = Expression(
    rf"\b(?P<what>[a-z-]+)\s(?:rates?|coverage|uptake)\b(?:\s(?:for|in|among|of)\s[a-z ]{{3,40}}?)?"
    rf"{_SAID}\s{_P}",
    re.IGNORECASE,
)
_ENDLESS = word_set(
    """
    growth interest inflation collection exchange funding return increase occupancy cost tax
    delivery replacement business council council's borrowing utilisation charge charging pay bed
    cover liquidity debt swap discount rateable lending fill loan capacity recovery usage overtime
    hourly premium mortality fertility birth death price rent change building
    activity staffing insurance productivity efficiency
    """
)
"""Rates that may go beyond a hundred: of growth, of collection with arrears, of beds in use."""
_ALL_OF = Expression(
    rf"{_P}\sof\s(?:all\s(?:of\s)?(?:the\s|its\s|our\s|their\s)?|the (?:total|whole|entire) )"
    r"(?:[a-z-]+\s){0,3}[a-z-]+",
    re.IGNORECASE,
)
_CUT = Expression(
    r"\b(?:cut|cuts|reduc(?:e|es|ed|ing)|fell|fallen|drop(?:s|ped)?|decreas(?:e|ed|ing)|lower(?:ed)?|"
    r"declined|shrank|shrunk|halved|diminished|reduction|decrease|fall)\b(?:\s[a-z-]+){0,6}?\s"
    rf"(?:by|of)\s(?:about |some |almost |nearly |over |up to )?{_P}",
    re.IGNORECASE,
)
_BESIDE = Expression(
    r"\b(?:target\w*|budget\w*|plan(?:ned)?|capacity|forecast|baseline|compar\w+|than|previous\w*|"
    r"last year|expected|established|establishment|requirement|quota|profile|allocat\w+|"
    r"trajectory|"
    r"grew|growth|increas\w+|excess|exceed\w*|pre-[a-z]+|market|cost|value|income|"
    r"local housing allowance|lha|premium|salary|pay|arrears|average|need|threshold|limit|"
    r"minimum|guarantee|discount|relief|levels?)\b",
    re.IGNORECASE,
)
_FROM_BEYOND = Expression(r"\b(?:variance|overspend|deficit|surplus|from «P|to «P|points)")
_AT_LEAST = Expression(r"\b(?:at least|over|more than|in excess of) «P\d+»$", re.IGNORECASE)
_CURE = "Correct the percentage, or say what it is a share of."
_LARGEST = 1000
_TOLD = quotes_told(
    a_share_of_people_is_at_most_all,
    a_share_of_cases_is_at_most_all,
    no_more_than_all_of_those_who_could_did,
    no_more_than_everyone_can_be_counted,
)


def a_rate_of_what_is_done_ends_at_a_hundred(report: Report) -> Iterator[TextFinding]:
    """“Return rates of the lamp survey will be at least 105%”."""
    for paragraph, one in each_sentence(report, 1):
        if not any(
            figure.kind is Kind.PERCENT and HUNDRED < figure.size < _LARGEST
            for figure in one.figures
        ):
            continue
        for form, said in (
            (_CUT, "Nothing can be cut by more than all of it"),
            (_RATE, "is more than all"),
            (_ALL_OF, "is more than all"),
        ):
            match = next(
                (
                    match
                    for match in form.finditer(one.pattern)
                    if _is_beyond(one.figure(match["p"]), match[0])
                ),
                None,
            )
            if match is None:
                continue
            if form is _RATE and match["what"].lower() in _ENDLESS:
                continue
            if _FROM_BEYOND.search(one.pattern) or (form is not _CUT and _BESIDE.search(one.text)):
                continue
            p = one.figure(match["p"]).text
            message = f"{said}: {p}." if form is _CUT else f"{p} {said}."
            if not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
            break


def _is_beyond(p: Figure, words: str) -> bool:
    """Whether a figure is beyond a hundred, and not by the roughness of the words alone."""
    least = p.size if _AT_LEAST.search(words) else p.low
    return least > HUNDRED


# --- more answers than were asked for -------------------------------------------------------------

_SENT = Expression(
    r"\b(?:sent|posted|e-?mailed|issued|delivered|handed out|distributed)\s(?:out\s)?(?:to\s)?"
    r"(?:the\s|all\s|all the\s|our\s)?«(?P<sent>C\d+)»",
    re.IGNORECASE,
)
_RETURNED = Expression(
    r"«(?P<back>C\d+)»\s(?:completed\s|valid\s)?(?:forms?|replies|responses|questionnaires|surveys|"
    r"answers|ballot papers|cards)\s(?:(?:were|have been|had been)\s)?(?:returned|received|"
    r"sent back|came back|completed)\b|«(?P<them>C\d+)»\s(?:of them\s)?(?:were\s)?"
    r"(?:returned|came back|replied|responded)\b",
    re.IGNORECASE,
)
_OTHERS_TOO = Expression(
    r"\b(?:online|website|web|open to|also|as well|drop-in|paper copies|library|libraries|anyone|"
    r"everyone|more than one|reminder\w*|further|another)\b",
    re.IGNORECASE,
)


def no_more_answers_come_back_than_were_sent(report: Report) -> Iterator[TextFinding]:
    """“It was sent to 1,200 tenants and 1,340 completed forms were returned”."""
    for paragraph, one in each_sentence(report, 2):
        sent, back = _SENT.search(one.pattern), _RETURNED.search(one.pattern)
        if sent is None or back is None or _OTHERS_TOO.search(paragraph.text):
            continue
        asked, got = one.figure(sent["sent"]), one.figure(back["back"] or back["them"])
        if got.size <= asked.size or asked.rough or got.rough or back.start() < sent.end():
            continue
        message = f"{got.text} came back of {asked.text} that were sent."
        cure = "Correct one of the two numbers, or say who else was asked."
        yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    no_more_answers_come_back_than_were_sent,
    a_rate_of_what_is_done_ends_at_a_hundred,
)
