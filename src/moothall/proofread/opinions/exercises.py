"""Exercises in asking people: a survey, a ballot, a card, and whether its number stands anywhere.

“Question 7 asked whether people would use a bus: 44% said yes”; “Parents were surveyed in March.
Nine in ten rated the meals good.”  A sentence is a result where a share stands in it, somebody is
asked in it or just before it, and the share is of people: one of them thinks, says or would do
something, or sides are set against each other.  No list of groups is needed.  The number of those
who answered may stand in any sentence that speaks of the same exercise, wherever that is.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.opinions.bases_of_opinions import RULES as BASES
from moothall.proofread.opinions.bases_of_opinions import says_how_many
from moothall.proofread.opinions.opinions import RULES as GROUPS
from moothall.proofread.opinions.shares_of_answers import RULES as SHARES
from moothall.proofread.opinions.surveys import RULES as SURVEYS
from moothall.proofread.opinions.views_in_shares import with_fractions_as_percentages
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    read_once,
)

_ASKING = Expression(
    r"\b(?P<what>survey|consult|poll(?!ut|ing station|ard|en)|ballot|referendum|questionnaire|"
    r"feedback|exit interview|interview(?=ed\b|s\b)|focus group|drop-in|exhibition|open day|"
    r"canvass|vote\b(?= on|[^.;]{0,12} ran\b)|engagement|comment cards?|listening|(?<=big "
    r")conversation)\w*|"
    r"\b(?:question \d+|asked (?:about|whether|if|for their|to (?:say|rate|put|choose|pick|vote|"
    r"mark|tick|rank)|what|how|which|for)|"
    r"(?:was|were|been) asked|wrote to (?:all|every|each)|told us|who (?:answered|replied|"
    r"responded)|that (?:answered|replied|responded)|had their say|gave their (?:opinions?|"
    r"views?)|invited to (?:send|say|"
    r"comment|vote|fill|give|take part|respond|choose)|put (?:it|the question|this) "
    r"to|who (?:sent (?:in|back)|returned|filled in|completed|took part))\b",
    re.IGNORECASE,
)
_SHARE = r"«P\d+»\)?"
_VIEW = (
    r"(?:agree\w*|disagree\w*|support\w*|back(?:ed|s)?|favour\w*|oppos\w+|prefer\w*|want\w*|"
    r"welcom\w+|lik(?:e|es|ed)\b|dislik\w+|reject\w*|object\w*|satisfied|dissatisfied|happy|"
    r"unhappy|"
    r"content|pleased|concerned|worried|keen|felt|feel|thought|think|believ\w+|hoped?|wish\w*|"
    r"chose|choosing|come|came|travel\w*|visit\w*|put|ticked|marked|ranked|picked|voted|"
    r"accept(?:ed)?|praised|prais\w+|"
    r"valued?|rated|rate|rating|"
    r"recommend\w*|call(?:ed|ing)|describ\w+|said|say|saying|saw|see|considered|found|enjoy\w*|"
    r"appreciat\w+|would|could not|yes\b|no\b(?=[,.;)]| and)|for (?:it|the|this|keeping)|"
    r"against|positive|negative|pay more|trust\w*|knew|aware|use\b)"
)
_OF_PEOPLE = Expression(
    rf"{_SHARE}[^«;:.]{{0,70}}?\b{_VIEW}|\b(?:satisfaction|support|approval|agreement|"
    rf"opposition|popular\w*|won|favourite|majority)\b[^«;.]{{0,60}}?{_SHARE}|"
    rf"\b(?:most|the) common (?:comment|view|answer|reason|wish|worry|"
    rf"complaint)\b[^«;.]{{0,30}}?{_SHARE}|"
    rf"\breasons?\b[^«;.]{{0,40}}?{_SHARE} of\b",
    re.IGNORECASE,
)
_IS_NO_RESULT = Expression(
    r"\b(?:national(?:ly)?|england|scotland|wales\b|UK|census|ONS|yougov|ipsos|MORI|LGA|benchmark|"
    r"according to|government[’']?s?|research|targets?|aims?|goals?|ambition|threshold|quorum|"
    r"turnout (?:was|of) "
    r"«P\d+»[^«]*$|needs?|requires?|required|at least|must|should|if (?:more|over|at|«)|will be|"
    r"ofsted|CQC|inspect\w+|"
    r"audit\w*|appendix|annex|table \w|figure \w|chart|published|response rate (?:was|of) "
    r"«P\d+»[^«]*$|hoped that|expected|applications?|invoices|budget\w*|spend\w*|"
    r"councillors|discount|precept|motion|members of the (?:council|committee))\b|"
    r"\b(?:ris(?:e|es|en|ing)|increas\w+|reduc\w+|cuts?|growth|charge|fee|tax|rose|fell|grew|"
    r"up|down) (?:of |by |to |from )?(?:about |nearly |just over )?«P",
    re.IGNORECASE,
)
_A_NUMBER = Expression(
    r"«C\d+»|\b(?:dozens?|hundreds?|everyone|everybody|all (?:three|four|five|six) "
    r")\b",
    re.IGNORECASE,
)
_MONTH_OR_LABEL = Expression(
    r"\b(?:question|option|proposal|page|paragraph|design|section|route|phase|item|no\.|number|"
    r"version|policy|site|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|over|under|aged?)\s«C\d+»|«C\d+»(?:st|nd|rd|th)?\s(?:of\s)?(?:january|"
    r"february|march|april|may|june|july|august|september|october|november|december|weeks?|days?|"
    r"months?|years?|hours?|minutes?|am\b|pm\b|to «C|(?:in|out of) (?:every )?«C)|«C\d+» to «C\d+»|"
    r"\b(?:19|20)\d\d\b|«C\d+»[\s-](?:thirds?|quarters?|fifths?|sixths?|tenths?)\b|«C\d+»(?= "
    r"(?:questions|options|proposals|themes|designs|routes))",
    re.IGNORECASE,
)
_TOLD = quotes_told(*BASES, *GROUPS, *SHARES, *SURVEYS)


def _kind(match: re.Match[str]) -> str:
    return (match["what"] or "").lower()


def _has_number(one: Sentence) -> bool:
    """Whether a sentence has a number that may be of people: no date, label or share."""
    counted = with_all_numbers(one.text)
    return (
        says_how_many(one)
        or _A_NUMBER.search(_MONTH_OR_LABEL.sub(" ", counted.pattern)) is not None
    )


_COUNTS_PEOPLE = Expression(
    r"«C\d+»\+?\s(?:[a-z’'-]+\s){0,4}?(?:respon\w+|repl\w+|submissions|comments|questionnaires|"
    r"forms|cards|papers|votes?|took part|answer\w*|completed|returned|came back|people|residents|"
    r"households|homes|staff|families|women|men|children|businesses|schools|members|who|"
    r"[a-z]{3,}(?:ers|ors|ants|ents|ees|ists|ians))\b|\bn\s?=\s?«C|"
    r"\b(?:respon(?:ses|dents)|replies|sample|base)\b[^.«»]{0,25}«C\d+»|"
    r"«C\d+»\s(?:of|out of)\s(?:the\s|all\s|these\s)?«C\d+»|\b(?:those|these|all)\s«C\d+»",
    re.IGNORECASE,
)


def _counts_people(one: Sentence) -> bool:
    """“312 residents replied”: more than a number beside a survey, which may be of roofs."""
    pattern = _MONTH_OR_LABEL.sub(" ", with_all_numbers(one.text).pattern)
    return _COUNTS_PEOPLE.search(pattern) is not None


@read_once
def _numbered(report: Report) -> frozenset[str]:
    """The exercises of which a number of answers is told, and the sections that tell one."""
    found = set[str]()
    for paragraph in paragraphs(report):
        before: re.Match[str] | None = None
        for one in paragraph.sentences:
            asking = _ASKING.search(one.text)
            if (asking or before) and _counts_people(one):
                found |= {f"§{paragraph.section}", *(_kind(m) for m in (asking, before) if m)}
            before = asking
    return frozenset(found)


def a_result_of_an_exercise_has_its_number(report: Report) -> Iterator[TextFinding]:
    """“Staff were asked whether they would recommend the Council.  Two in three would.”"""
    if are_minutes(report):
        return
    shown: set[str] = set()
    for paragraph in paragraphs(report):
        if (
            paragraph.cell
            or paragraph.section in shown
            or not _ASKING.search(f"{paragraph.section} {paragraph.text}")
        ):
            continue
        found = _result(paragraph)
        if found is None:
            continue
        if _is_numbered(report, paragraph) and not _only_others_are(report, paragraph, found):
            continue
        shown.add(paragraph.section)
        if any(place == paragraph.place for place, _ in _TOLD(report)):
            continue
        yield finding_on(
            paragraph,
            found,
            "A share of those who were asked is given; the text does not say how many answered.",
            "Give the number that answered beside the share.",
            Confidence.MEDIUM,
        )


def _is_numbered(report: Report, paragraph: Paragraph) -> bool:
    if any(_has_number(one) for one in paragraph.sentences):
        return True
    known = _numbered(report)
    kinds = {_kind(match) for match in _ASKING.finditer(f"{paragraph.section} {paragraph.text}")}
    # an exercise that is not named may be any of those that are
    return (
        f"§{paragraph.section}" in known or bool(kinds & known) or (kinds == {""} and bool(known))
    )


_ITEM = Expression(
    r"\b(?P<kind>proposal|option|question|policy|site|route)\s(?P<label>[A-Z]|\d+)\b", re.I
)


def _only_others_are(report: Report, here: Paragraph, one: Sentence) -> bool:
    """“On Proposal B, 58% were in favour”, where 1,790 answered on Proposal A: and on B?"""
    own = _ITEM.search(one.text[:_AT_THE_START])
    if own is None or any(_has_number(each) for each in here.sentences):
        return False
    told = {
        match["label"]
        for paragraph in paragraphs(report)
        if paragraph.section == here.section
        for each in paragraph.sentences
        if _counts_people(each)
        for match in _ITEM.finditer(each.text)
        if match["kind"].lower() == own["kind"].lower()
    }
    return bool(told) and own["label"] not in told


_AT_THE_START = 40


def _result(paragraph: Paragraph) -> Sentence | None:
    asked = bool(_ASKING.search(paragraph.section))
    for one in paragraph.sentences:
        asked = asked or bool(_ASKING.search(one.text))
        if not asked:
            continue
        read = with_fractions_as_percentages(one)
        if "«P" not in read.pattern or _IS_NO_RESULT.search(read.pattern):
            continue
        if _OF_PEOPLE.search(read.pattern):
            return one
    return None


RULES: tuple[Rule, ...] = (a_result_of_an_exercise_has_its_number,)
