"""Answers of Yes and No, against what the text says: “Key decision: No”, and it is one.

A question of the form has a kind of sentence that says the contrary of each answer; where enough of
them stand in the text, the finding quotes one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import Answer, answer_given, answers, form_lines
from moothall.proofread.reading.passages import Passage, around, found_once, passages
from moothall.proofread.reading.thesaurus import root


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A yes-or-no question of the form, and what in the text says the contrary of each answer."""

    name: str
    asked: Expression
    against_no: Expression | None
    against_yes: Expression | None = None
    least: int = 1
    """In so many places the text must say the contrary."""


_QUESTIONS = (
    _Question(
        name="key decision",
        asked=Expression(r"\bkey decision\b", re.IGNORECASE),
        against_no=Expression(
            r"\b(?:this|the (?:report|decision|proposal|matter|item|recommendation))[^.;]{0,40}?"
            r"\b(?:is|constitutes|will be|would be|represents|amounts to) (?:therefore )?"
            r"a key decision\b|\bthis is a key decision\b|"
            r"\b(?:is|constitutes) a key decision (?:because|as|under|since|in that)\b|"
            r"\bexceeds? the (?:key decision|financial) threshold|"
            r"\bkey decision threshold (?:is|has been) exceeded|"
            r"\b(?:affects?|significant (?:effect|impact) on)[^.;]{0,60}\btwo or more "
            r"(?:electoral )?(?:wards|divisions)\b",
            re.IGNORECASE,
        ),
        against_yes=Expression(
            r"\b(?:this|the (?:report|decision|proposal|matter|item))[^.;]{0,30}?\b(?:is|does) not "
            r"(?:constitute )?a key decision\b",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="exempt",
        asked=Expression(
            r"^\W*(?:exempt|confidential|private|part (?:2|II|B)\b|does (?:this|the) report "
            r"contain (?:exempt|confidential))",
            re.IGNORECASE,
        ),
        against_no=Expression(
            r"\bnot for publication\b|"
            r"\bthis report (?:contains|includes) (?:exempt|confidential)\b|"
            r"\b(?:is|are) exempt (?:from publication )?(?:under|by virtue of) paragraph",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="call-in",
        asked=Expression(r"\b(?:subject to|eligible for|open to) call-?\s?in\b", re.IGNORECASE),
        against_no=Expression(
            r"\b(?:is|are|will be) subject to (?:the )?call-?\s?in\b", re.IGNORECASE
        ),
        against_yes=Expression(
            r"\b(?:is|are) (?:not subject to|exempt from) (?:the )?call-?\s?in\b|"
            r"\bcall-?\s?in (?:does not|will not) apply\b",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="equality impact assessment",
        asked=Expression(
            r"\b(?:has|have|is|was)?\b.{0,40}\b(?:EIA|EqIA|equalit(?:y|ies) (?:impact )?"
            r"(?:assessment|analysis))\b.{0,40}\b(?:completed|carried out|undertaken|attached|"
            r"done)",
            re.IGNORECASE,
        ),
        against_no=Expression(
            r"\b(?:EIA|EqIA|equalit(?:y|ies) (?:impact )?(?:assessment|analysis)) (?:has been|was) "
            r"(?:completed|carried out|undertaken)|\b(?:EIA|EqIA|equalit(?:y|ies) (?:impact )?"
            r"(?:assessment|analysis)) is attached",
            re.IGNORECASE,
        ),
        against_yes=Expression(
            r"\b(?:EIA|EqIA|equalit(?:y|ies) (?:impact )?(?:assessment|analysis))[^.;]{0,20} "
            r"(?:is not (?:required|needed|necessary)|has not (?:yet )?been|was not "
            r"(?:required|needed|carried out|undertaken|completed))",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="consultation",
        asked=Expression(
            r"\b(?:have you|has there been|has|have|was|were|did you)\b.{0,50}\b(?:consult|engag|"
            r"involve)\w*(?=[^?]*\?)",
            re.IGNORECASE,
        ),
        against_no=Expression(
            r"\b(?:(?:have|has|had) (?:all |also |already |fully )?been|were|was) (?:also |fully |"
            r"formally )?(?:consulted|engaged|involved)\b|\bconsultations? (?:with [^.;]{3,40} )?"
            r"(?:was|were|has been|have been) (?:held|carried out|undertaken|completed|launched)\b|"
            r"\bconsultation (?:took place|ran (?:from|for|between))\b|\bwe (?:have )?consulted\b",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="data",
        asked=Expression(
            r"\b(?:do you|does the (?:service|council)|is there)\b.{0,20}\b(?:data|information|"
            r"evidence)\b.{0,40}\b(?:protected|groups?|characteristics|people|users?)\b[^?]*\?",
            re.IGNORECASE,
        ),
        against_no=Expression(
            r"\d\s?% (?:of (?:them|these|those|the [\w -]{3,30}|service users|users|people|"
            r"staff) )?"
            r"(?:are|is|were|identify|identified|receive|have|describe|speak|live|reported)\b",
            re.IGNORECASE,
        ),
        least=3,
    ),
    _Question(
        name="service users affected",
        asked=Expression(r"^\W*service users?(?:\s?/\s?clients?)?\W*$", re.IGNORECASE),
        against_no=Expression(
            r"\b(?:affects?|impacts? on|will affect|would affect|changes? for)\b[^.;]{0,30}"
            r"\b(?:[\d,]+ )?(?:\w+ )?service users\b|\bservice users (?:will|would) (?:be |"
            r"have to |"
            r"need to |no longer |lose |receive |see |notice )",
            re.IGNORECASE,
        ),
    ),
    _Question(
        name="staff affected",
        asked=Expression(r"^\W*(?:staff|employees)(?:\s?/\s?volunteers?)?\W*$", re.IGNORECASE),
        against_no=Expression(
            r"\b(?:affects?|impacts? on|will affect|transfer of|redundanc(?:y|ies) (?:of|for|"
            r"among))\b"
            r"[^.;]{0,40}\b(?:staff|workforce|employees|posts|FTE)\b|\b(?:staff|posts|employees) "
            r"(?:will|would) (?:be (?:transferred|deleted|made redundant|moved|affected|reduced)|"
            r"transfer|move)\b",
            re.IGNORECASE,
        ),
    ),
)
_UNSURE = Expression(
    r"\b(?:if|whether|not|may|might|could|should|unless|definition of)\b[^.;]{0,40}$", re.I
)


@found_once
def text_agrees_with_its_own_answer(report: Report) -> Iterator[TextFinding]:
    """“Key decision: No”, and the text says that it is one; two boxes ticked, or none."""
    texts = [passage for passage in passages(report) if not passage.heading]
    contrary: dict[tuple[str, str], list[tuple[str, Passage]]] = {}
    for answer in form_lines(report):
        given = answer_given(answer.answer)
        if given in ("both", "neither"):
            yield TextFinding(
                place=answer.place,
                quote=f"{answer.question} {answer.answer}",
                message="Yes and No are both ticked."
                if given == "both"
                else "Neither Yes nor No is ticked.",
                confidence=Confidence.HIGH if given == "both" else Confidence.MEDIUM,
                cure="Tick one.",
            )
            continue
        if given is None:
            continue
        for question in _QUESTIONS:
            if not question.asked.search(answer.question):
                continue
            asked = (question.name, given)
            if asked not in contrary:
                contrary[asked] = _contrary(question, given, texts)
            yield from _set_against(question, given, answer, contrary[asked])
            break


_FIRST_FEW = 4


def _contrary(question: _Question, given: str, texts: list[Passage]) -> list[tuple[str, Passage]]:
    """The first few places where the text says the contrary of an answer."""
    against = question.against_no if given == "no" else question.against_yes
    found: list[tuple[str, Passage]] = []
    if against is None:
        return found
    for passage in texts:
        match = against.search(passage.text)
        if match is None or _UNSURE.search(passage.text[: match.start()][-60:]):
            continue
        found.append((around(passage.text, match.start(), match.end(), 30), passage))
        if len(found) == _FIRST_FEW:
            break
    return found


def _set_against(
    question: _Question, given: str, answer: Answer, contrary: list[tuple[str, Passage]]
) -> Iterator[TextFinding]:
    contrary = [one for one in contrary if one[1].cell or one[1].order not in answer.orders]
    if len(contrary) < question.least:
        return
    for words, passage in contrary:
        yield TextFinding(
            place=answer.place,
            quote=f"{answer.question.strip(' :')}: {answer.answer.strip()}",
            message=f"The form answers “{given.capitalize()}” to “{question.name}”, but the text "
            f"says “{shortened(words, 120)}” ({passage.place}).",
            confidence=Confidence.HIGH if "key decision" in words else Confidence.MEDIUM,
            cure="Correct the answer or the text.",
        )
        return


# --- what follows a "No" --------------------------------------------------------------------------

_FOLLOWS = Expression(
    r"^\W*(?:\d+[a-z]?\.?\s)?(?:if (?:yes|so)\b|details of|who have you|how (?:did|have) you|"
    r"please (?:give|provide|describe|list|state|set out)\b(?! why)|describe\b|list (?:the|any)\b)"
    r"[^.]{0,110}$",
    re.IGNORECASE,
)
_NOBODY = Expression(
    r"^\W*(?:no(?:ne|body| one|t)?\b|n/?a\b|nil\b|there (?:are|is|were|was) no|this (?:is|"
    r"was) not)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def nothing_follows_a_no(report: Report) -> Iterator[TextFinding]:
    """“Have you consulted? No”, and “who have you consulted? All the crews have been asked”."""
    told = {finding.place for finding in text_agrees_with_its_own_answer(report)}
    texts = [passage for passage in passages(report) if passage.text.strip()]
    at = {passage.order: place for place, passage in enumerate(texts) if not passage.cell}
    for answer in answers(report):
        if answer_given(answer.answer) != "no" or len(answer.answer) > _SHORT:
            continue
        place = at.get(max(answer.orders))
        if place is None or place + 2 >= len(texts) or not answer.question.endswith("?"):
            continue
        asked, said = texts[place + 1], texts[place + 2]
        if answer.place in told or not _FOLLOWS.match(asked.text) or _NOBODY.match(said.text):
            continue
        if len(said.text.split()) < _FEWEST_WORDS or said.text.rstrip().endswith("?"):
            continue
        if not _content(answer.question) & _content(asked.text) or _HARM.search(answer.question):
            continue
        yield TextFinding(
            place=answer.place,
            quote=f"{answer.question.strip()} {answer.answer.strip()}",
            message=f"“No” is answered, but under “{shortened(asked.text, 60)}” stands "
            f"“{shortened(said.text, 110)}” ({said.place}).",
            confidence=Confidence.MEDIUM if _DID.search(said.text) else Confidence.LOW,
            cure="Correct the answer, or take out what follows it.",
        )


_SHORT = 12
_HARM = Expression(r"\b(?:negative|adverse)\b", re.IGNORECASE)
"""What follows a denied harm is weighed by `impact_forms`."""
_DID = Expression(
    r"\b(?:has|have|had|was|were|will|would|is|are|includes?|held|met|asked|"
    r"consulted)\b",
    re.IGNORECASE,
)


def _content(text: str) -> set[str]:
    return {root(word) for word in re.findall(r"[a-z]{6,}", text.casefold())}


RULES: tuple[Rule, ...] = (text_agrees_with_its_own_answer, nothing_follows_a_no)
