"""None, and then some: “nobody declared an interest”, and “Cllr Ash declared an interest”.

A record says that there were none of something, and elsewhere names one.  What is denied and what
is told are pairs of sayings; some are of the whole paper, some only of one item.  Left alone: none
*other*, none yet, none at the time, and what is quoted from another meeting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, passages, sentences

_WHO = r"(?:(?:Cllrs?\.?|Councillors?|Mrs?|Ms|Miss|Dr)\.?\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"


@dataclass(frozen=True, slots=True)
class _Pair:
    """`word`, if any, stands in every denial; `of_an_item` where the two must be of one item."""

    word: str
    denied: Expression
    told: Expression
    of_an_item: bool = False


_PAIRS = (
    _Pair(
        "interest",
        Expression(
            r"\b(?:nobody|no[- ]one|no (?:member|councillor)s?) declared (?:an |any )?(?:\w+ )?"
            r"interests?\b|\bno (?:\w+ )?(?:declarations of (?:\w+ )?interest|(?:\w+ )?interests)"
            r"(?: (?:were|was))? (?:made|declared|received|recorded)\b|"
            r"\bthere were no declarations of (?:\w+ )?interest\b",
            re.IGNORECASE,
        ),
        Expression(
            rf"\b{_WHO} (?:then |also )?declared (?:an?|his|her|their) (?:\w+ ){{0,3}}interest"
        ),
    ),
    _Pair(
        "question",
        Expression(
            r"\b(?:there were )?no (?:public )?questions (?:(?:were|had been) (?:asked|put|"
            r"received|submitted) )?(?:from|by) (?:the |members of the )?public\b",
            re.IGNORECASE,
        ),
        Expression(r"\b(?:[Aa] member of the public|[Aa] (?:local )?resident) asked\b"),
    ),
    _Pair(
        "unanim",
        Expression(
            r"\b(?:vote|decision|motion|resolution) was unanimous\b|\bunanimously (?:agreed|"
            r"resolved|approved|carried|adopted)\b|"
            r"\b(?:agreed|resolved|approved|carried) unanimously\b",
            re.IGNORECASE,
        ),
        Expression(
            rf"\b{_WHO} (?:then )?(?:voted against|abstained|dissented)\b|"
            r"\b(?:[1-9]|one|two|three|four) (?:votes? )?(?:against|abstentions?)\b"
        ),
        of_an_item=True,
    ),
    _Pair(
        "",
        Expression(
            r"\b(?:all (?:the )?(?:members|councillors)(?: of the \w+)? were present|"
            r"there was full attendance)\b|^\W*apologies(?: for absence)?\W+none\W*$|"
            r"\bno apologies (?:for absence )?(?:were|had been|was) (?:received|given)\b|"
            r"\bthere were no apologies\b",
            re.IGNORECASE,
        ),
        Expression(
            rf"\b[Aa]pologies(?: for absence)?(?: were| was| had been)?(?: received| given| sent)?"
            rf"(?: from| by)?\W{{1,3}}{_WHO}"
        ),
    ),
    _Pair(
        "risk",
        Expression(
            r"^(?:\W*risks?\W+)?\W*there are no (?:\w+ )?risks"
            r"(?! (?:other|beyond|apart|that|of|to))",
            re.IGNORECASE,
        ),
        Expression(
            r"\b(?:the|our) (?:main|key|principal|biggest|greatest|chief|highest) risks? "
            r"(?:is|are|of|to|that)\b",
            re.IGNORECASE,
        ),
    ),
    _Pair(
        "objection",
        Expression(
            r"\bno (?:objections?|representations?) (?:were|was|have been|has been|had been) "
            r"(?:received|made|raised)\b|\bthere were no objections\b",
            re.IGNORECASE,
        ),
        Expression(
            r"\b(?:\d+|one|two|three|four|five|six|several|some) (?:\w+ )?(?:residents?|"
            r"neighbours?|people|households?|members?|parents) (?:have |has |had )?objected\b|"
            r"\b(?:[1-9]\d*|two|three|four|five|six) (?:\w+ )?objections (?:were|have been|had "
            r"been) received\b",
            re.IGNORECASE,
        ),
        of_an_item=True,
    ),
    _Pair(
        "call",
        Expression(
            r"\b(?:is|are) not subject to (?:the )?call-?\s?in\b|\bcall-?in does not apply\b|"
            r"\bexempt from call-?\s?in\b",
            re.IGNORECASE,
        ),
        Expression(
            r"\bmay (?:be called|call)(?: \w+){0,3} in\b|\bcall-?in (?:period|deadline) "
            r"(?:for (?:this|the) decision )?(?:ends|expires|closes|will end|is)\b",
            re.IGNORECASE,
        ),
    ),
    _Pair(
        "defer",
        Expression(
            r"\b(?:the|this) (?:item|matter|application|report|decision) (?:was|be|is) deferred\b",
            re.IGNORECASE,
        ),
        Expression(
            r"\bresolved\b\W*(?:that )?(?:the|this) (?:item|matter|application|report|decision) be "
            r"(?:approved|agreed|granted|refused|adopted)\b",
            re.IGNORECASE,
        ),
        of_an_item=True,
    ),
)
_NOT_ALL = Expression(
    r"\b(?:other|further|more|additional|else|yet|so far|at (?:that|this) (?:time|stage)|initially|"
    r"except|apart from|prejudicial|last|previous|if|unless|subject to any|originally|amendment|"
    r"other than|in advance|written)\b",
    re.IGNORECASE,
)


def what_there_was_none_of_is_not_told(report: Report) -> Iterator[TextFinding]:
    """“There were no apologies.”  “Apologies: Cllr Birch”."""
    items = list(_items(report))
    for pair in _PAIRS:
        denials = [
            (item, sentence, passage)
            for item, passage in items
            if pair.word in passage.text.casefold()
            for sentence in sentences(passage.text)
            if pair.denied.search(sentence) and not _NOT_ALL.search(sentence)
        ]
        if not denials or (len(denials) > 1 and not pair.of_an_item):
            continue
        for item, passage in items:
            match = pair.told.search(passage.text)
            if match is None:
                continue
            held = [
                (sentence, where)
                for of, sentence, where in denials
                if (of == item or not pair.of_an_item) and sentence not in passage.text
            ]
            if held and not _NOT_ALL.search(passage.text[: match.end()]):
                sentence, where = held[0]
                yield TextFinding(
                    place=where.place,
                    quote=sentence,
                    message=f"“{shortened(sentence, 90)}”, but “{shortened(passage.text, 120)}” "
                    f"({passage.place}).",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two.",
                )
                break


def _items(report: Report) -> Iterator[tuple[int, Passage]]:
    """Each passage with the number of the heading or numbered item that it stands under."""
    item = 0
    for passage in passages(report):
        if passage.part == "heading" or _NUMBERED.match(passage.text) or passage.place.paragraph:
            item += 1
        yield item, passage


_NUMBERED = Expression(r"^\W*\d{1,3}[.)]\s")

RULES: tuple[Rule, ...] = (what_there_was_none_of_is_not_told,)
