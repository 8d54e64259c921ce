"""One thing said and denied: the same words in two sentences, and "not" in only one of them.

A question of a form answered with yes or no is such a sentence too.  What is said need not be
known: two sentences that share all their words but a denial cannot both be so, unless they are of
two times, places or cases, or the one is only supposed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answer_given, answers
from moothall.proofread.reading.passages import paragraphs, read_once
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.statements import stem_of

_DENIES = Expression(
    r"\b(?:no|not|never|none|nobody|cannot|nor|neither|without|lacks?|lacked|lacking|outside)\b|"
    r"n[’']t\b",
    re.IGNORECASE,
)
_NOT_SO_MEANT = Expression(
    r"\b(?:if|unless|whether|should|may|might|could|would|can|until|before|no (?:more|less|fewer|"
    r"later|longer|earlier|further|other|one|better)|not (?:only|just|yet|all|every|always|"
    r"necessarily|more|less|later|previously|already|least)|otherwise|except|but|although|though|"
    r"however|while|whilst|rather|instead|unlike|previous(?:ly)?|last|former(?:ly)?|earlier|"
    r"some|any|other|option|either|propos(?:ed|es|ing)|consider\w*|decision|reasons?|recommend\w*|risk|why|"
    r"intend\w*|aims?|compared|where)\b|\?",
    re.IGNORECASE,
)
_SAYS = Expression(
    r"\b(?:is|are|was|were|has|have|had|will|does|did|do|falls?|lies?|lacks?|hold|holds|received)\b",
    re.IGNORECASE,
)
_WORD = Expression(r"[A-Za-z][A-Za-z’'-]*")
_CLAUSE = Expression(r"[,;:–(]\s")
_NAME = Expression(r"(?<=[a-z,] )[A-Z][\w’'-]+|\b\d[\d.,/:]*%?|£[\d.,]+\w*")
_EMPTY = word_set(
    "a an the this that these those it its they their them there we our us you your he she his "
    "her who which what has have had having is are was were be been being do does did done will "
    "shall to of in on at by for from with as and or also so such than then all both each every "
    "only now still yet fully very currently report paper proposal recommendation"
)
_DENIED = Expression(
    rf"(?:{_DENIES.pattern})\s+(?:(?:been|be|the|a|an|have|any)\s+)*(?P<word>[A-Za-z-]+)",
    re.IGNORECASE,
)
_LEAST_SHARED = 3
_LONGEST = 14
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """A sentence or an answered question, by its words; `denied`: whether it says that not."""

    text: str
    words: frozenset[str]
    names: frozenset[str]
    verb: frozenset[str]
    denied: bool
    place: Place
    asked: bool = False


def what_is_said_is_not_denied(report: Report) -> Iterator[TextFinding]:
    """“The ward member was consulted”, and “officers have not consulted the ward member”."""
    found = _sayings(report)
    denials = [one for one in found if one.denied]
    for denial in denials:
        for other in found:
            if other.denied or not _are_one(denial, other):
                continue
            first, second = sorted((denial, other), key=lambda one: one.place.line or 0)
            yield TextFinding(
                place=second.place,
                quote=shortened(second.text),
                message=f"“{shortened(first.text)}” is said {first.place}, and here "
                f"“{shortened(second.text)}”: the one denies the other.",
                confidence=Confidence.MEDIUM,
                cure="Keep what is so, and change the other.",
            )
            break


def _are_one(one: _Saying, other: _Saying) -> bool:
    """`one` is the denial: the word that it denies, a verb mostly, must be said by the other."""
    shared = one.words & other.words
    fewest = min(len(one.words), len(other.words))
    return (
        len(shared) >= _LEAST_SHARED
        and len(shared) >= _MOSTLY * fewest
        and one.names == other.names
        and one.place != other.place
        and not (one.asked and other.asked)
        and not (one.text in other.text or other.text in one.text)
        and one.verb <= shared
    )


@read_once
def _sayings(report: Report) -> tuple[_Saying, ...]:
    return (*_answered(report), *_told(report))


def _answered(report: Report) -> Iterator[_Saying]:
    for answer in answers(report):
        given = answer_given(answer.answer)
        if given not in ("yes", "no"):
            continue
        text = f"{answer.question.rstrip('?: ')}? {given.capitalize()}"
        denied = (given == "no") is not bool(_DENIES.search(answer.question))
        yield _saying(answer.question, text, denied, answer.place, asked=True)


def _told(report: Report) -> Iterator[_Saying]:
    for paragraph in paragraphs(report):
        for sentence in paragraph.sentences:
            for clause in _CLAUSE.split(sentence.text):
                if len(clause) > 200 or not _SAYS.search(clause) or _NOT_SO_MEANT.search(clause):
                    continue
                denials = len(_DENIES.findall(clause))
                saying = _saying(clause, clause.strip(), denials == 1, paragraph.place)
                if denials <= 1 and _LEAST_SHARED <= len(saying.words) <= _LONGEST:
                    yield saying


def _saying(words: str, text: str, denied: bool, place: Place, *, asked: bool = False) -> _Saying:
    return _Saying(
        text=text,
        words=frozenset(
            stem_of(word)
            for match in _WORD.finditer(_DENIES.sub(" ", words))
            if (word := match[0].lower()) not in _EMPTY
        ),
        verb=frozenset(
            stem_of(word)
            for after in _DENIED.finditer(words)
            if (word := after["word"].lower()) not in _EMPTY
        ),
        names=frozenset(match[0].lower() for match in _NAME.finditer(words)),
        denied=denied,
        place=place,
        asked=asked,
    )


RULES: tuple[Rule, ...] = (what_is_said_is_not_denied,)
