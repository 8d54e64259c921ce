"""Answers of a form, set beside the report's own text.

“Not applicable”, a ticked box, “background papers: none”: where the answer and the text cannot both
be right, the finding quotes both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import Answer, answers
from moothall.proofread.reading.passages import Passage, around, found_once, passages

# --- "not applicable" against the rest --------------------------------------------------------

NOTHING = Expression(
    r"^\W*(?:not applicable|n\s?/\s?a|not relevant|nil|none(?: (?:identified|arising|known|"
    r"directly|specific|at this (?:stage|time)|as a result of this report|arising from this report|"
    r"arising directly from this report))*|no (?:direct |specific )?implications?|no impact|"
    r"(?:there are|there is|this report has|the report has) (?:no|not any) "
    r"(?:[\w/,-]+ ){0,7}?(?:implications?|impacts?|issues?|considerations?)"
    r"(?: (?:arising|resulting|associated|contained|identified|directly|from|of|with|in|as|a|"
    r"result|this|the|report|proposals?|recommendations?|decision))*)\W*$",
    re.IGNORECASE,
)
_SPARING = Expression(
    r"\b(?:direct(?:ly)?|specific|immediate|additional|new|significant)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What a heading of the form asks about, and the words that show that the report has it.

    `told` must be met by `least` different expressions outside the forms and headings.
    """

    name: str
    asked: Expression
    told: Expression
    least: int = 2


def _topic(name: str, asked: str, told: str, least: int = 2) -> _Topic:
    return _Topic(
        name=name,
        asked=Expression(asked, re.IGNORECASE),
        told=Expression(told, re.IGNORECASE),
        least=least,
    )


_TOPICS = (
    _topic(
        "equality",
        r"\b(?:equalit(?:y|ies)|diversity|equal opportunit|EIA|EqIA)",
        r"\b(?:service users?|vulnerable (?:pupils?|people|adults?|children|groups?|residents?|"
        r"families)|disab(?:led|ility|ilities)|SEND\b|special educational needs|older people|"
        r"elderly|ethnic(?:ity| minorit\w+)|protected characteristics?|disadvantaged(?: \w+)?|"
        r"looked[- ]after children|children in care|carers|low[- ]income|wheelchair|dementia|"
        r"refugees?|asylum seekers|homeless(?:ness)?|pregnan\w+|EAL\b|gypsy|travellers?|"
        r"age groups?|learning difficult\w+)",
    ),
    _topic(
        "vulnerable people",
        r"\b(?:vulnerable|safeguarding)",
        r"\b(?:vulnerable (?:pupils?|people|adults?|children|groups?|residents?|families)|SEND\b|"
        r"special educational needs|disadvantaged(?: \w+)?|looked[- ]after children|"
        r"children in care|safeguarding|disab(?:led|ility|ilities)|care leavers?|homelessness|"
        r"domestic abuse|excluded children|children causing concern)",
    ),
    _topic(
        "finance",
        r"\b(?:financ(?:e|ial)|resources?|budget(?:ary)?|value for money)\b",
        r"£\s?\d[\d,.]*\s?(?:m|k|million|bn)?\b",
    ),
    _topic(
        "staff",
        r"\b(?:staff(?:ing)?|HR|human resources?|workforce|personnel|employee)\b",
        r"\b(?:redundanc(?:y|ies)|TUPE|restructur(?:e|ing)|job descriptions?|secondments?|seconded|"
        r"(?:new|vacant|additional|deleted|proposed|existing|shared) posts?|vacanc(?:y|ies)|"
        r"\d+(?:\.\d+)? FTEs?|staff consultation)\b",
    ),
    _topic(
        "law",
        r"\b(?:legal|law|statutory)\b",
        r"\b(?:statutory (?:dut(?:y|ies)|requirement|consultation|responsibilit\w+)|"
        r"legal (?:agreement|advice|challenge|duty)|judicial review|procurement regulations|"
        r"[A-Z][a-z]+ Act (?:19|20)\d\d|section \d+ of the|deed of variation|lease\b|"
        r"compulsory purchase|planning permission)",
        least=3,
    ),
    _topic(
        "public health",
        r"\b(?:public health|health (?:and|&) well-?\s?being|health implications?|"
        r"healthy and independent)",
        r"\b(?:public health(?! (?:team|implications?))|community health|mental health|"
        r"emotional well-?being|obesity|immunisation|vaccination|health visit(?:ing|ors?)|"
        r"school nurs(?:ing|es)|life expectancy|health outcomes|health inequalit\w+|air quality|"
        r"physical activity|smoking|substance misuse|health needs)",
    ),
    _topic(
        "procurement",
        r"\b(?:procurement|contract(?:s|ual)?)\b",
        r"\b(?:tender(?:s|ed|ing)?|award (?:of )?(?:the |a )?contract|contract award|"
        r"framework agreement|procure(?:d|ment exercise)?|re-?procure\w*|"
        r"(?:new|existing) contracts?|competitive (?:process|quotation))\b",
    ),
    _topic(
        "consultation",
        r"\b(?:consultations?|engagement|communications?)\b",
        r"\b(?:consultation (?:was|has been|took place|ran|with|responses?|exercise|will)|"
        r"consultees|respondents|survey of|stakeholder (?:engagement|workshops?|events?)|"
        r"focus groups?|listening exercise|were consulted|have been consulted)",
    ),
    _topic(
        "climate",
        r"\b(?:climate|environment(?:al)?|sustainability|carbon)\b",
        r"\b(?:carbon (?:emissions|footprint|neutral|reduction)|net[- ]zero|energy efficien\w+|"
        r"greenhouse gas|air quality|flood(?:ing)? risk|biodiversity|solar panels?|heat pumps?|"
        r"fossil fuels?|electric vehicles?)",
    ),
    _topic(
        "data protection",
        r"\b(?:data protection|privacy|GDPR|information governance)\b",
        r"\b(?:personal data|data[- ]sharing|information[- ]sharing|special category|"
        r"data controller|privacy notice|sensitive data)",
    ),
    _topic(
        "crime and disorder",
        r"\bcrime\b|\bcommunity safety\b",
        r"\b(?:anti-?social behaviour|crime rates?|reduce crime|domestic abuse|knife crime|"
        r"criminal|hate crime|CCTV|community safety|burglar\w+)",
    ),
)
_SAVED_OR_SPENT = Expression(
    r"\b(?:cost|saving|budget|fund|grant|invest|spend|income|expenditure|price|fee|paid|pay\b|"
    r"contribution|overspend|underspend|capital|revenue)",
    re.IGNORECASE,
)
_OFFICE = Expression(
    r"\b(?:cabinet member|portfolio holder|director|head|lead member|executive member|officer|"
    r"councillor|committee|board)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


@found_once
def not_applicable_agrees_with_the_rest(report: Report) -> Iterator[TextFinding]:
    """“Equality: not applicable”, in a report about service users and disabled people."""
    contents: list[Passage] | None = None
    told_of: dict[str, list[tuple[str, Passage]]] = {}
    for answer in answers(report):
        if len(answer.answer) > 200 or not NOTHING.match(answer.answer.strip()):
            continue
        topics = [topic for topic in _TOPICS if topic.asked.search(answer.question)]
        if len(answer.question.split()) > 16 or not topics:
            continue
        if contents is None:
            contents = _contents(report)
        for topic in topics[:2]:
            if topic.name not in told_of:
                told_of[topic.name] = _told(topic, contents)
            found = [one for one in told_of[topic.name] if one[1].order not in answer.orders]
            if len(found) < topic.least:
                continue
            told = list({passage.order: (words, passage) for words, passage in found}.values())
            quoted = "; ".join(
                f"“{shortened(words, 70)}” ({passage.place})" for words, passage in told[:2]
            )
            sure = not _SPARING.search(answer.answer)
            yield TextFinding(
                place=answer.place,
                quote=f"{answer.question.strip(' :')}: {answer.answer.strip()}",
                message=f"The answer is “{answer.answer.strip(' .')}”, but the report speaks of "
                f"{topic.name}: {quoted}.",
                confidence=Confidence.MEDIUM if sure else Confidence.LOW,
                cure="Say what the implications are, or why there are none.",
            )
            break


def _contents(report: Report) -> list[Passage]:
    """What the report is about: its prose and cells, without forms, contacts and headings."""
    return [
        passage
        for passage in passages(report)
        if not passage.heading
        and len(passage.text.split()) >= 4
        and not NOTHING.match(passage.text)
        and not re.search(r"\bimplications?\b.{0,60}\bcleared\b|\bhas an? .{0,40}\?$", passage.text)
    ]


_ENOUGH = 8
# long form and abbreviation side by side are one matter, not two
_ONE_MATTER = {"special educational needs": "send"}


def _told(topic: _Topic, contents: list[Passage]) -> list[tuple[str, Passage]]:
    """Different words of the topic, each with the words around it and its passage."""
    found: dict[str, tuple[str, Passage]] = {}
    for passage in contents:
        if topic.name == "finance" and not _SAVED_OR_SPENT.search(passage.text):
            continue
        for match in topic.told.finditer(passage.text):
            if _OFFICE.search(passage.text[max(0, match.start() - 60) : match.start()]):
                continue
            key = _ONE_MATTER.get(match[0].casefold(), match[0].casefold().rstrip("s"))
            words = around(passage.text, match.start(), match.end(), 25)
            found.setdefault(key, (words, passage))
        if len(found) >= _ENOUGH:
            break
    return list(found.values())


# --- background papers ------------------------------------------------------------------------

_SOURCES = Expression(r"^\W*(?:source documents?|background papers?)\b", re.IGNORECASE)
_LEANS_ON = Expression(
    r"\b(?:(?:peer |independent |external )review report|survey (?:was|results?|had|asked)|"
    r"independent report|consultants?[’']? report|feasibility study|needs assessment|"
    r"results of the survey|copy of the [\w ]{0,30}report can be found)\b",
    re.IGNORECASE,
)


def background_papers_are_listed(report: Report) -> Iterator[TextFinding]:
    """“Background papers: none”, in a report that leans on a survey or another report."""
    for answer in (*answers(report), *_sources_by_column(report)):
        if not _SOURCES.match(answer.question) or not NOTHING.match(answer.answer.strip()):
            continue
        leaning = _leans_on(report)
        if not leaning:
            return
        words, place = next(iter(leaning.values()))
        yield TextFinding(
            place=answer.place,
            quote=f"{answer.question} {answer.answer}",
            message=f"No background paper is listed, but the report rests on one: “{words}” "
            f"({place}).",
            confidence=Confidence.MEDIUM if len(leaning) > 1 else Confidence.LOW,
            cure="List it, unless it is published.",
        )
        return


def _sources_by_column(report: Report) -> Iterator[Answer]:
    """A table headed "Source documents" with one row: "None"."""
    for order, block in enumerate(report.blocks):
        if isinstance(block, Grid) and len(block.rows) == 2 and block.rows[1]:
            yield Answer(
                question=block.rows[0][0],
                answer=block.rows[1][0],
                place=block.cell_place(1, 0),
                orders=frozenset([order]),
            )


def _leans_on(report: Report) -> dict[str, tuple[str, Place]]:
    """What the report says that it rests on, each expression once, with its place."""
    found: dict[str, tuple[str, Place]] = {}
    for block in report.prose:
        for match in _LEANS_ON.finditer(block.text):
            words = around(block.text, match.start(), match.end(), 30)
            found.setdefault(match[0].casefold(), (words, block.place))
    return found


RULES: tuple[Rule, ...] = (
    not_applicable_agrees_with_the_rest,
    background_papers_are_listed,
)
