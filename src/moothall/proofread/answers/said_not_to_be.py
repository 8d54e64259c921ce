"""What a sentence says has not been, or is not needed, and another tells: “no petition was "
"received”.

Things that are either there or not: an assessment, a consultation, a petition, the public at a
meeting.  Each has words that deny it and words that tell of it; both must be of this matter, so
that minutes are held together only under one heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.answers.denied_topics import what_is_denied_is_not_told
from moothall.proofread.answers.own_answers import text_agrees_with_its_own_answer
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answers
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Passage, around, passages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """`hints`: short words without which a passage is not read; `throughout`: also in minutes."""

    hints: tuple[str, ...]
    denied: Expression
    told: Expression
    throughout: bool = False


def _thing(hints: str, denied: str, told: str, *, throughout: bool = False) -> _Thing:
    return _Thing(
        hints=tuple(hints.split("|")),
        denied=Expression(denied, re.IGNORECASE),
        told=Expression(told, re.IGNORECASE),
        throughout=throughout,
    )


_EQUALITY = r"(?:equalit(?:y|ies) (?:and \w+ )?(?:impact )?(?:assessment|analysis)|EqIA|EIA)"
_PRIVACY = r"(?:data protection impact assessment|DPIA)"
_IS_NOT_NEEDED = (
    r"(?:\s\([A-Za-z]+\))?\s(?:is|was|are|were) (?:therefore )?not (?:considered |"
    r"deemed )?(?:to be )?"
    r"(?:required|needed|necessary)"
)
_IS_THERE = (
    r"(?:\s\([A-Za-z]+\))?,?\s(?:(?:demonstrates|shows|showed|found|finds|identifies|identified|"
    r"concludes|concluded|indicates) |(?:is|are) (?:attached|appended|annexed|at appendix|"
    r"included)|"
    r"(?:has|have) (?:been|also been) (?:undertaken|carried out|completed|updated)|"
    r"was (?:undertaken|carried out|completed))"
)
_NONE = r"\s*:\s*(?:there (?:were|are) )?(?:none|nil|n/?a|not applicable|no)\b"
_THINGS = (
    _thing("equalit|eqia|eia", rf"\b{_EQUALITY}{_IS_NOT_NEEDED}", rf"\b{_EQUALITY}{_IS_THERE}"),
    _thing("impact|dpia", rf"\b{_PRIVACY}{_IS_NOT_NEEDED}", rf"\b{_PRIVACY}{_IS_THERE}"),
    _thing(
        "petition",
        r"\bno petitions? (?:was|were|has been|have been|had been) (?:received|submitted|"
        r"presented)",
        r"\bpetition\b[^.;]{0,80}\b(?:was|has been) (?:submitted|received|presented|handed)|"
        r"\bpetition (?:of|with|signed by|bearing) (?:over |more than |some )?[\d,]+",
    ),
    _thing(
        "consult|respond",
        r"\bno (?:(?:public|formal|external|further|wider) )?consultation (?:has been|was|is|"
        r"had been) "
        r"(?:carried out|undertaken|held|needed|required|necessary|done)\b(?! with\b)|"
        r"\bconsultation (?:has not been|was not|is not) (?:carried out|undertaken|held|needed|"
        r"required|necessary)|\bthere (?:has been|was) no (?:public |formal )?consultation\b",
        r"\bconsultation (?:ran|took place|closed|was held|was carried out|was undertaken|"
        r"was launched|"
        r"launched|opened)\b|\b[\d,]+ (?:consultees|respondents|responses to the consultation)\b|"
        r"\b(?:responses|replies) to the consultation\b",
    ),
    _thing(
        "public|resident|parishioner",
        r"\b(?:there were )?no (?:members of the )?public (?:were )?(?:present|in attendance|"
        r"attended)|"
        r"\b(?:members of the )?public(?: present| in attendance)?:?\s+(?:none|nil|"
        r"0)\b(?: present)?|"
        r"\bno members of the public\b(?! (?:may|can|spoke|wished))",
        r"\b(?:a|one|two|another|the) (?:members? of (?:the )?public|residents?|parishioners?)"
        r"(?! (?:had|has|have|letter))[^.;]{0,20}? (?:asked|spoke|raised|complained|addressed|"
        r"queried|present (?:asked|said|raised)|thanked|informed the meeting|stood|"
        r"(?:was|were) (?:present|invited to speak))\b",
        throughout=True,
    ),
    _thing(
        "interest",
        r"\bno (?:declarations? of )?interests? (?:was|were|had been) (?:declared|made|given|"
        r"received)|"
        r"\bno declarations? (?:of (?:\w+ )?interests?)? ?(?:was|were|had been) (?:made|given|"
        r"received)",
        r"\b(?:Cllr|Councillor|Mr|Mrs|Ms)\b[^.;]{2,40} (?:had |having )?declared an? (?:\w+ "
        r"){0,3}interest\b",
        throughout=True,
    ),
    _thing(
        "interest",
        rf"\bdeclarations? of (?:\w+ ){{0,2}}interests?{_NONE}",
        r"\b(?:Cllr|Councillor|Mr|Mrs|Ms)\b[^.;]{2,40} (?:had |having )?declared an? (?:\w+ "
        r"){0,3}interest\b(?![^.;]{0,40}\b(?:only then|then|became|at th(?:is|at) point)\b)",
        throughout=True,
    ),
    _thing(
        "apolog",
        rf"\bapologies(?: for absence)?{_NONE}|\bno apologies (?:were |had been )?received",
        r"\b(?:had|has|have) (?:sent|given|tendered|offered) (?:\w+ ){0,2}apologies\b|"
        r"\bapologies (?:were|had been|have been) received from\b",
        throughout=True,
    ),
    _thing(
        "appendi",
        rf"\bappendices(?: attached)?{_NONE}",
        r"\battached (?:to (?:this|the) report )?(?:as|at) appendix\b",
    ),
    _thing(
        "background|unpublished",
        rf"\bbackground (?:papers|documents)\b[^:]{{0,70}}?{_NONE}",
        r"\bas an? background (?:paper|document)\b|\brel(?:ies|ied) (?:\w+ ){0,5}?on the "
        r"unpublished\b",
    ),
    _thing(
        "exempt|publication",
        r"\bexempt\b[^:?]{0,40}[?:]+\s*no\b(?! exempt)",
        r"\bnot for publication\b(?! until)|\bexempt (?:information )?(?:under|by virtue of)\b",
    ),
    _thing(
        "personal|addresses|birth|medical",
        r"\bno personal (?:data|information) (?:is|are|will be)\b|"
        r"\bpersonal (?:data|information)[^:]{0,30}:\s*(?:none|no)\b",
        r"\b(?:addresses|dates? of birth|medical (?:records|details)|bank details)\b[^.;]{0,60}?"
        r"\b(?:will be|are|is) (?:passed|shared|sent|given|held|collected|stored|processed)\b",
    ),
)
_IF = Expression(
    r"\b(?:if|whether|unless|would|should|could|may|might|previous(?:ly)?|last year|earlier|"
    r"at this stage|yet|until|national(?:ly)?|(?<!local )government|full|further|screening|"
    r"since)\b",
    re.IGNORECASE,
)
_DENIES = Expression(
    r"\b(?:(?:no|not|nor|without|neither)\s(?:[a-z]+\s){0,2}|nothing\s(?:[a-z]+\s){0,5})$",
    re.IGNORECASE,
)
_OTHERS = quotes_told(what_is_denied_is_not_told, text_agrees_with_its_own_answer)


def what_is_said_not_to_be_is_not_told(report: Report) -> Iterator[TextFinding]:
    """“No petition was received”, and “a petition with 412 names was presented”."""
    texts = passages(report)
    lines = (*texts, *_answered(report))
    minutes = are_minutes(report)
    for thing in _THINGS:
        denied = _first(thing.denied, thing.hints, lines)
        if denied is None:
            continue
        passage, match = denied
        near = [
            other
            for other in texts
            if not minutes or thing.throughout or other.place.section == passage.place.section
        ]
        told = _first(thing.told, thing.hints, near)
        if told is None or (told[0] is passage and told[1].start() == match.start()):
            continue
        if any(place == passage.place for place, _ in _OTHERS(report)):
            continue
        other, said = told
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 60),
            message=f"“{' '.join(match[0].split())}”, but the text says "
            f"“{shortened(around(other.text, said.start(), said.end(), 50), 120)}” "
            f"({other.place}).",
            confidence=Confidence.MEDIUM,
            cure="Correct one of the two.",
        )


def _answered(report: Report) -> Iterator[Passage]:
    """The short answers of a form, each as one text with its question."""
    for answer in answers(report):
        if len(answer.question) < _SHORT and len(answer.answer) < _SHORT:
            text = f"{answer.question.strip(' :')}: {answer.answer.strip()}"
            yield Passage(text=text, place=answer.place, order=min(answer.orders))


_SHORT = 60


def _first(
    form: Expression, hints: tuple[str, ...], texts: Sequence[Passage]
) -> tuple[Passage, re.Match[str]] | None:
    for passage in texts:
        for match in form.finditer(passage.text) if passage.has(*hints) else ():
            before = passage.text[max(0, match.start() - 50) : match.start()].rpartition(".")[2]
            if not (_IF.search(before) or _IF.search(match[0]) or _DENIES.search(before)):
                return passage, match
    return None


RULES: tuple[Rule, ...] = (what_is_said_not_to_be_is_not_told,)
