"""Bases of opinions: "with 76% for it" means nothing without the number that answered.

The number may stand in the paragraph or before it under the same heading, if the paragraph does
not speak of other people than those counted there.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.figures.told_shares import with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.opinions.opinions import opinions_say_of_how_many
from moothall.proofread.opinions.surveys import results_say_how_many_answered
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    finding_on,
    found_once,
    mark,
    paragraphs,
    read_once,
)

_OPINION = Expression(
    rf"{mark('p', 'P')}\s(?:(?:were|was|are|being|said they|had|strongly|broadly|fully|clearly|"
    rf"either|very|fairly|who|would|tended to|of (?:them|those|all|(?:the )?(?!respond|"
    rf"response)(?:[a-z]+\s){{0,2}}?"
    rf"(?!is\b|was\b|has\b|this\b)[a-z]+s))\s){{0,4}}"
    rf"(?:support(?:ed|ing|ive)|oppos(?:ed|ing)|in favour(?! of (?:men|women))|"
    rf"favour(?:ed|ing)|agree(?:d|ing)|"
    rf"disagree(?:d|ing)|back(?:ed|ing)|rat(?:ed|ing)|satisfied|dissatisfied|happy|unhappy|"
    rf"content\b|confident|pleased|comfortable|concerned|worried|keen\b|"
    rf"against (?:it|this|them|any|both|either)\b|approv(?:ed|ing)|prefer(?:red|ring)|(?:saying|"
    rf"said) (?:that|they|it)|positive|"
    rf"want(?:ed|ing)|describ(?:ed|ing)|consider(?:ed|ing)|felt|feeling|thought|thinking|"
    rf"would recommend|recommend(?:ed|ing)|welcom(?:ed|ing)|object(?:ed|ing))\b",
    re.IGNORECASE,
)
_FOR_IT = Expression(
    rf"{mark('p', 'P')}(?:\s(?:were|was|are|came out|declared themselves|said they "
    rf"were))\s(?:all\s)?"
    rf"(?:for|against|behind)\s(?:the|it|this|them|a|an|any|keeping|closing|\w+ing)\b|"
    rf"{mark('q', 'P')}(?:\sof\s[^.;«»]{{3,60}}?)?\s(?:were (?:for|against)|liked|disliked|loved|"
    rf"hated|"
    rf"backed|opposed|favoured|supported|welcomed|wanted|preferred|rejected|thought|said yes|"
    rf"saying yes|"
    rf"would rather)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = Expression(
    rf"\b(?:favour|welcomed?|support(?:ed)?|back(?:ed|ing)|liked|approv\w+|oppos\w+|popular|"
    rf"objections?|agree\w*|closure|change|plan)\b(?:[^.;]{{0,40}}?\b(?:with|by|from|among|"
    rf"amongst)\b"
    rf"[^.;]{{0,50}}?|\s(?:stood|ran|was)\sat\s){mark('p', 'P')}(?:\sof|\samong)\s(?:the\s)?"
    rf"(?:[a-z-]+\s){{0,2}}?(?!respon)(?:[a-z]+(?:ers|ents|ants|ors|people)|people|staff|men|women|"
    rf"children|parents|pupils|governors|members|clubs|firms|businesses|families|households)\b",
    re.IGNORECASE,
)
"""“Found favour with 80% of stallholders”: a view, and then the share of those who hold it."""
_AMONG = Expression(
    rf"^among\s(?:the\s)?(?:[a-z-]+\s){{1,4}}?(?:satisfaction|support|approval|agreement|"
    rf"opposition|"
    rf"confidence|trust)\s(?:[a-z]+\s){{0,3}}?(?:fell|rose|increased|decreased|dropped|improved|"
    rf"declined|went|was|stood)\s(?:up\s|down\s)?(?:from\s|to\s|at\s|by\s)?{mark('p', 'P')}",
    re.IGNORECASE,
)
"""“Among unpaid carers satisfaction fell from 78% to 71%”."""
_MEASURED = Expression(
    r"^\W*(?:(?:below|above|under|over|less than|more than|up to|at least|within|between)\s|"
    r"«P\d+»\s?(?:to|and|[-–])\s?)+$",
    re.IGNORECASE,
)
"""“Below 3% considered dangerous” is no share of people."""
_ELSEWHERE = Expression(
    r"\b(?:national(?:ly)?|across (?:england|wales|scotland|the uk|the country|the county)|ONS|"
    r"census|yougov|ipsos|according to|research|published|figure \d|table|appendix|annex|chart|"
    r"target|median|benchmark|response rate|inspect\w+|ofsted|audit\w*|index|performance|"
    r"indicators?|tenant satisfaction measures?)\b",
    re.IGNORECASE,
)
_COUNTED = Expression(
    r"«C\d+»\+?\s(?:[a-z’'-]+\s){0,4}?(?:respons\w+|respond\w+|repl\w+|submissions?|comments?|"
    r"questionnaires?|completed|took part|surveys?|people|residents|tenants|parents|carers|staff|"
    r"pupils|members|businesses|households|customers|users|participants|forms|returns?|returned|"
    r"attend\w+|patients|schools|visitors|letters|votes?|who|individuals|employees|students|"
    r"young|adults|children|councils|organisations)\b|"
    r"\b(?:respon\w+|repl\w+|survey\w*|completed by|total of|sample|base|attended by|n\s?=)"
    r"[^.«»]{0,40}«C\d+»|\b(?:those|these|them|all)\s(?:the\s)?«C\d+»|"
    r"\b(?:ballot|survey|sample|poll|panel|meeting|group|vote)\s(?:of|by|among)\s(?:the\s)?«C\d+»|"
    r"«C\d+»\s(?:[a-z’'-]+\s){0,2}?(?:came back|filled|answered|voted|[a-z]+(?:ers|ants|ents|ees|"
    r"ists))\b|«C\d+»\s(?:of|out of)\s(?:the\s|these\s|them\b)?«C\d+»",
    re.IGNORECASE,
)
_OTHERS = Expression(
    r"^(?:(?:most|many) )?(?:residents|people|users|visitors|parents|carers|tenants|customers|"
    r"businesses|traders|members|staff|those|patients|families|young people|pupils|drivers|"
    r"neighbours|local people) (?:of|in|at|who|living|using|from|with|on|along)\b|"
    r"\b(?:separate|another|further|second) (?:survey|poll|question|exercise)\b|"
    r"^(?:at|in|during|from) (?:the |a |our |these |each )?(?:[a-z-]+ ){0,2}?(?:events?|sessions?|"
    r"workshops?|focus groups?|meetings?|roadshows?|forums?|interviews?|exhibitions?|open days?|"
    r"drop-ins?)\b|^among (?:[a-z-]+ ){1,4}|\b(?:was|were) (?:also|separately) (?:surveyed|asked|"
    r"polled|consulted)\b",
    re.IGNORECASE,
)


_PEOPLE = Expression(
    r"respon|repl|people|took part|answer|\b(?:of|those|these|all)\b", re.IGNORECASE
)


@found_once
def a_share_of_opinions_says_of_how_many(report: Report) -> Iterator[TextFinding]:
    """“Traders backed the change, with 76% in favour”: of how many?"""
    if are_minutes(report):
        return
    counted: set[str] = set()
    shown: set[str] = set()
    for paragraph in paragraphs(report):
        counts = any(says_how_many(one) for one in paragraph.sentences)
        found = None if counts or paragraph.section in shown else _opinion(paragraph)
        if found is not None and paragraph.place not in _told(report):
            shown.add(paragraph.section)
            one, share = found
            known = paragraph.section in counted
            others = _OTHERS.search(paragraph.text)
            yield finding_on(
                paragraph,
                one,
                f"{share}: the text does not say of how many people"
                f"{', and the number before it is of others' if known and others else ''}.",
                "Give the number that answered beside the share.",
                Confidence.LOW if known and not others else Confidence.MEDIUM,
            )
        if counts and _ASKED.search(f"{paragraph.section} {paragraph.text}"):
            counted.add(paragraph.section)


_ASKED = Expression(
    r"respon|repl|survey|consult|questionnaire|\bpoll|ballot|took part|taking part|return|"
    r"\bviews?\b|\bask|feedback|interview|attended|comment|\bsaid\b|opinion|engage|submission|"
    r"voted",
    re.IGNORECASE,
)
"""97 pupils who were suspended are not those who answered a survey told under the same heading."""


@read_once
def _told(report: Report) -> frozenset[Place]:
    """Where other rules say the same already."""
    return frozenset(
        finding.place
        for rule in (opinions_say_of_how_many, results_say_how_many_answered)
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    )


_LABEL = Expression(
    r"\b(?:question|option|proposal|design|route|phase|site|q)\s?«C\d+»|"
    r"«C\d+»[\s-](?:thirds?|quarters?|fifths?|sixths?|tenths?)\b",
    re.IGNORECASE,
)


def says_how_many(plain: Sentence) -> bool:
    """Whether a sentence has a number that may be of those who answered."""
    one = with_all_numbers(plain.text) if plain.figures or _PEOPLE.search(plain.text) else plain
    return bool(_COUNTED.search(_LABEL.sub(" ", one.pattern))) or any(
        figure.kind is Kind.COUNT and figure.size >= 100 and not figure.amount.places
        for figure in one.figures
    )


def _opinion(paragraph: Paragraph) -> tuple[Sentence, str] | None:
    if paragraph.cell or _ELSEWHERE.search(paragraph.text):
        return None
    if re.match(r"(?:the|our) (?:aim|goal|ambition) (?:is|was) ", paragraph.text, re.IGNORECASE):
        return None
    before: Sentence | None = None
    for one in paragraph.sentences:
        match = (
            _OPINION.search(one.pattern)
            or _AMONG.search(one.pattern)
            or (None if _OF_A_BODY.search(one.pattern) else _of_people(one.pattern))
        )
        counted = before is not None and _OF_THESE.match(one.text) and _holds_a_number(before)
        if match is not None and _OF_THINGS.search(
            one.pattern[max(0, match.start() - 24) : match.end()]
        ):
            continue
        if match is not None and not counted and not _MEASURED.match(one.pattern[: match.start()]):
            share = str(match["p"] or match.groupdict().get("q"))
            return one, one.figure(share).text
        before = one
    return None


_OF_A_BODY = Expression(
    r"\b(?:planning applications?|budget|funding|costs?|grant|schemes?|claims|spend\w*|invoices|"
    r"targets?|votes?|shares? of)\b",
    re.IGNORECASE,
)


def _of_people(pattern: str) -> re.Match[str] | None:
    return _FOR_IT.search(pattern) or _OF_PEOPLE.search(pattern)


_OF_THINGS = Expression(
    r"»\s(?:of\s)?(?:all\s|the\s)*(?:[a-z]+\s)?(?:applications|invoices|requests|claims|complaints|"
    r"plans|schemes|bids|proposals|appeals|referrals|orders|increase|rise|discount|precept|"
    r"levy)\b|\bsavings? of «|"
    r"\b(?:rise|increase|cut|reduction|discount|charge|levy|precept|fee|tax) (?:of|by) (?:about "
    r")?«",
    re.IGNORECASE,
)
_OF_THESE = Expression(r"of (?:these|those|them)\b", re.IGNORECASE)


def _holds_a_number(one: Sentence) -> bool:
    """“Nine applications came.  Of these, 44% …”: the number stands just before."""
    return any(figure.kind is Kind.COUNT for figure in with_numbers(one.text).figures)


RULES: tuple[Rule, ...] = (a_share_of_opinions_says_of_how_many,)
