"""Opinions reported: of how many people "four out of five" or "nearly all" is, and of which people.

A share of a group that says what the group thinks needs the number of the group, or the number that
answered; and one share cannot be of those who answered here and of everybody there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    found_once,
    mark,
    paragraphs,
)

_NUMBER = rf"(?:{'|'.join(NUMBER_WORDS)}|«C\d+»)"
_SHARE = (
    rf"(?:{mark('p', 'P')}|{_NUMBER}\s(?:out\sof|in)\s(?:every\s)?{_NUMBER}|"
    r"(?:half|two[-\s]thirds|three[-\s]quarters|(?:a|one)\sthird|(?:a|one)\squarter)|"
    r"(?:(?:the|a|an)\s)?(?:(?:vast|overwhelming|great|large|clear|significant|substantial|strong|"
    r"sizeable|big)\s)?majority|(?:nearly|almost|virtually|practically)\s(?:all|every)|"
    r"(?P<most>(?:^|(?<=[,;:]\s)|(?<=that\s)|(?<=while\s))most)|the\s(?:vast\s)?bulk)"
)
_GENERIC = (
    r"residents|people|members of the public|the public|local people|households|those consulted|"
    r"local residents|attendees|participants|consultees|villagers|townspeople"
)
_GROUP = (
    r"(?:businesses|ratepayers|business owners|traders|retailers|shopkeepers|employers|firms|users|"
    r"customers|clients|tenants|leaseholders|landlords|parents|carers|families|pupils|students|"
    r"learners|children|young people|older people|staff|employees|workers|teachers|head\s?teachers|"
    r"schools|governors|patients|visitors|drivers|motorists|cyclists|passengers|commuters|"
    r"pensioners|volunteers|clubs|societies|players|neighbours|applicants|suppliers|providers|"
    r"operators|partners|stakeholders|organisations|charities|"
    rf"farmers|landowners|hauliers|women|men|disabled people|{_GENERIC})"
)
_THINKS = (
    r"(?:support(?:ed|s|ive)?|back(?:ed|s)?|agree[ds]?|disagree[ds]?|oppose[ds]?|favour(?:ed|s)?|"
    r"in favour|prefer(?:red|s)?|felt|feel|said|say|told|want(?:ed|s)?|would like|lik(?:e|ed)|"
    r"happy|unhappy|satisfied|dissatisfied|positive|pleased|concerned|worried|enthusiastic|"
    r"welcom(?:e|ed)|thought|think|believ(?:e|ed)|rated|content|against|recommend(?:ed)?|"
    r"appreciat(?:e|ed)|approv(?:e|ed)|keen|comfortable|convinced)"
)
_NO_LINK = (
    r"(?!(?:with|for|to|in|on|at|by|of|from|and|or|is|are|was|were|that|who|which|the|a|an|many|"
    r"some|most|several|his|her|my)\s)"
)
_OF_A_GROUP = Expression(
    rf"(?<!\w)(?:{_SHARE})\s(?:of\s)?(?:(?:the|our|all|those|these|its|local|their)\s){{0,2}}"
    rf"(?P<group>(?:{_NO_LINK}[A-Za-z-]+\s){{0,3}}?{_GROUP})\b(?P<tail>(?:\s[\w’'-]+){{0,9}}?)\s{_THINKS}\b",
    re.IGNORECASE,
)
_AMONG = Expression(
    r"\b(?:support|satisfaction|opposition|approval|agreement|enthusiasm)\b[^.;«»]{0,60}?"
    rf"\bamong(?:st)?\s(?:the\s|local\s|our\s)?(?P<group>(?:{_NO_LINK}[a-z-]+\s){{0,2}}?{_GROUP})\b"
    rf"[^.;«»]{{0,30}}{mark('p', 'P')}",
    re.IGNORECASE,
)
_OF_THEM = Expression(
    rf"\b(?P<group>(?:{_NO_LINK}[A-Za-z-]+\s){{0,2}}?{_GROUP})\b[^.;]{{0,60}}?\b{_SHARE}\sof\sthem\b"
    rf"[^.;]{{0,40}}?\b{_THINKS}\b",
    re.IGNORECASE,
)
_MAY_BE_A_SHARE = Expression(
    r"«P|majority|\bmost\b|nearly|almost|virtually|practically|\bhalf\b|third|quarter|\bbulk\b|"
    r"\b(?:out of|in) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|«C)",
    re.IGNORECASE,
)
_ELSEWHERE = Expression(
    r"\b(?:national(?:ly)?|across (?:england|wales|scotland|the uk|the country)|ONS|census|YouGov|"
    r"according to|research (?:by|from)|published by|england average|figure \d|table|appendix|"
    r"annex|chart)\b",
    re.IGNORECASE,
)
_WISHED_FOR = Expression(
    r"^(?:the|our|its) (?:aim|target|goal|ambition|objective) (?:is|was|remains) ", re.IGNORECASE
)
_BASE_SAID = Expression(
    r"\b(?:base|n)\s?[:=]?\s?(?:of\s)?«C\d+»|\bbase\b|«C\d+» (?:of|out of) (?:the |all )?«C\d+»",
    re.I,
)
_ANSWERED = Expression(
    r"«C\d+»\+?\s(?:[a-z-]+\s){0,4}?(?:respons|respond|repl|submissions?|questionnaires?|"
    r"completed|took part|surveys?)|\b(?:responses?|respondents|replies) (?:from|by|was|were|of|"
    r"received)?[^.«»]{0,30}«C\d+»",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:survey|consult\w*|respon\w+|questionnaire|feedback|engagement|poll|asked|views)\b", re.I
)
_FEW = Expression(
    rf"\b(?:all\s)?(?:{'|'.join(NUMBER_WORDS)})\s(?:[a-z-]+\s){{0,2}}$", re.IGNORECASE
)


@found_once
def opinions_say_of_how_many(report: Report) -> Iterator[TextFinding]:
    """“Four out of five traders supported it”: of how many?  One finding for each group."""
    found = paragraphs(report)
    answered = {p.section for p in found for s in p.sentences if _ANSWERED.search(s.pattern)}
    told: set[str] = set()
    for paragraph in found:
        for one in paragraph.sentences:
            if not _MAY_BE_A_SHARE.search(one.pattern):
                continue
            match = next(
                (m for read in (_OF_A_GROUP, _AMONG, _OF_THEM) if (m := read.search(one.pattern))),
                None,
            )
            if match is None or _ELSEWHERE.search(one.text) or _WISHED_FOR.search(one.text):
                continue
            group = " ".join(match["group"].split())
            group = group if group.isupper() else group[0].lower() + group[1:]
            if group.casefold() in told or _has_base(report, found, paragraph, one, group):
                continue
            generic = re.fullmatch(rf"(?:{_GENERIC})", group, re.IGNORECASE) is not None
            if generic and paragraph.section in answered:
                continue
            told.add(group.casefold())
            groups = match.groupdict()
            vague = bool(groups.get("most")) and not _ASKED.search(paragraph.text)
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"A share of the {group} is given, and the report does not say how many "
                f"{group} there were or how many of them answered.",
                confidence=Confidence.LOW if vague else Confidence.MEDIUM,
                cure="Give the number who said so and the number who answered.",
            )


def _has_base(
    report: Report, found: tuple[Paragraph, ...], here: Paragraph, one: Sentence, group: str
) -> bool:
    """Whether the report counts the group somewhere: "1,240 tenants", or a row of a table."""
    if _BASE_SAID.search(one.pattern):
        return True
    head = group.split()[-1].casefold()
    if head == "people":
        head = " ".join(group.split()[-2:]).casefold()
    stem = re.escape(head[:-3] if head.endswith("ies") else head.rstrip("s"))
    counted = re.compile(
        rf"(?:«C\d+»|\b(?:{'|'.join(NUMBER_WORDS)}))\s(?!(?:out|in|quarters|thirds|fifths|"
        rf"tenths)\b)(?:[\w’'-]+\s){{0,3}}?{stem}|"
        rf"\b{stem}\w*\b[^.;«»]{{0,25}}[(:]\s?«C\d+»",
        re.IGNORECASE,
    )
    for paragraph in found:
        for other in paragraph.sentences:
            match = counted.search(other.pattern)
            if match is None:
                continue
            # "four out of five traders" is no count of them
            if other is one and re.search(r"\b(?:out of|in)\s$", other.pattern[: match.start()]):
                continue
            return True
    near = [other for other in found if other.section == here.section]
    near_text = " ".join(s.pattern for p in near for s in p.sentences)
    if re.search(rf"\b{stem}", near_text, re.I) and _BASE_SAID.search(
        " ".join(
            s.pattern for s in here.sentences if s is not one and re.search(stem, s.text, re.I)
        )
    ):
        return True
    return any(_counted_in(grid, head) for grid in report.grids)


def _counted_in(grid: Grid, head: str) -> bool:
    return any(
        row
        and head in row[0].casefold()
        and any(re.fullmatch(r"[\d,]+", cell.strip()) for cell in row[1:])
        for row in grid.rows
    )


# --- one share, two bases ------------------------------------------------------------------------

_OF_SOME = Expression(
    r"\bof\s(?:(?:all|the)\s)?(?:those|people|respondents|residents)\s(?:who|that)\s(?:answered|"
    r"expressed|gave|responded\sto\s(?:the|this)|had\san?\s)|\bof\s(?:the\s)?valid\s(?:responses|"
    r"answers)|\bof\sthose\s(?:answering|expressing)",
    re.IGNORECASE,
)
_OF_ALL = Expression(
    r"\bof\s(?:all\s(?:of\s)?(?:the\s|our\s)?(?:those\s(?:who|that)\s(?:replied|responded|took"
    r"\spart)|respondents|responses|residents|people|households|tenants|consultees|customers)|"
    r"(?:the\s|our\s|local\s)?(?:residents|households|public|population|local\speople))\b",
    re.IGNORECASE,
)
_FOR = Expression(r"\b(?:support\w*|favour\w*|agree[ds]?|back(?:ed)?|approv\w+)\b", re.IGNORECASE)
_AGAINST = Expression(r"\b(?:oppos\w+|disagree\w*|against|object\w*)\b", re.IGNORECASE)
_COMMON = frozenset(
    [
        "that",
        "this",
        "they",
        "with",
        "were",
        "said",
        "those",
        "their",
        "from",
        "have",
        "been",
        "question",
        "answered",
        "respondents",
        "people",
        "support",
        "supported",
        "strongly",
        "tended",
        "overall",
        "which",
        "there",
        "respond",
        "replied",
        "took",
        "part",
        "favour",
        "agreed",
        "agree",
        "opposed",
        "comment",
        "while",
        "compared",
        "than",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    figure: Figure
    words: frozenset[str]
    stance: str
    paragraph: Paragraph
    one: Sentence


def a_share_keeps_its_base(report: Report) -> Iterator[TextFinding]:
    """A share of those who answered a question is not called a share of all who replied."""
    some, every = list(_shares(report, _OF_SOME)), list(_shares(report, _OF_ALL))
    for wide in every:
        for narrow in some:
            if wide.stance != narrow.stance or not wide.words & narrow.words:
                continue
            if wide.figure.value < narrow.figure.value:
                continue
            same = wide.figure.value == narrow.figure.value
            yield TextFinding(
                place=wide.paragraph.place,
                quote=wide.one.text,
                message=f"{wide.figure.text} is called a share of all, but "
                + (f"{narrow.figure.text} is " if not same else "it is ")
                + f"the share of those who answered: “{shortened(narrow.one.text, 110)}” "
                f"({narrow.paragraph.place})."
                + ("" if same else " Of all of them it can only be less."),
                confidence=Confidence.MEDIUM,
                cure="Say of whom the percentage is, the same each time.",
            )
            break


def _shares(report: Report, base: Expression) -> Iterator[_Share]:
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if not one.figures:
                continue
            match = base.search(one.text)
            percents = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
            if match is None or not percents:
                continue
            figure = min(percents, key=lambda f: abs(f.amount.start - match.start()))
            near = one.text[max(0, match.start() - 60) : match.end() + 90]
            for_it, against = _FOR.search(near), _AGAINST.search(near)
            if not for_it and not against:
                continue
            first = min((m.start(), m is against) for m in (for_it, against) if m)
            words = re.findall(r"[a-z]{4,}", one.text.casefold())
            yield _Share(
                figure=figure,
                words=frozenset(words) - _COMMON,
                stance="against" if first[1] else "for",
                paragraph=paragraph,
                one=one,
            )


RULES: tuple[Rule, ...] = (opinions_say_of_how_many, a_share_keeps_its_base)
