"""What a form or a sentence denies, and another sentence tells: “Financial implications: None”.

Each topic of a report's form has its own kind of predicate: money is spent, posts are deleted,
contracts are let.  A sentence that affirms such a predicate of the proposal, and neither of the
past nor of somebody else, does not stand beside the denial.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.answers.own_answers import text_agrees_with_its_own_answer
from moothall.proofread.answers.topics_of_forms import TOPICS, Topic
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import Answer, answers
from moothall.proofread.reading.passages import passages, read_once
from moothall.proofread.reading.running_text import sentences

_IN_A_SENTENCE = Expression(
    r"\b(?:there (?:are|will be) no|(?:has|have|had) no|without any|"
    r"(?:does|do|will) not have any|no)\s(?P<what>(?:financial|budgetary|resource|revenue|legal|"
    r"staffing|workforce|equalit(?:y|ies)|environmental|climate|carbon|property|procurement|"
    r"data protection|risk))\s(?:or \w+ )?(?:implications?|impacts?|effects?|consequences|costs)\b"
    r"(?!\s(?:for|on|to|beyond|other|except|until|in 20|this|as (?:the|it|they|costs?)))",
    re.IGNORECASE,
)
_CALLED_OPEN = Expression(r"^\W*this (?:report|paper|item) is (?:an? )?(?:open|public)\W*", re.I)
_CLOSED = Expression(
    r"\bthis (?:report|paper|item) (?:is not for publication|is exempt|is confidential|"
    r"contains (?:exempt|confidential))",
    re.IGNORECASE,
)
_TICKED = Expression(
    r"(?P<box>[☐☑☒✓✔□■]|\[\s?[xX]?\s?\])\s*(?P<label>(?:non-|not (?:a )?)?(?:key(?: decision)?|"
    r"open|exempt|public|confidential))\b",
    re.IGNORECASE,
)
_NOT_THIS = Expression(
    r"\b(?:not|no|none|nor|neither|never|without|if|unless|whether|should|may|might|could|"
    r"old (?:scheme|contract|service|system|policy|arrangements?)|"
    r"earlier|previous(?:ly)?|last|former(?:ly)?|neighbouring|other|another|option|already|"
    r"existing|grant|trust|government|nationally|avoid\w*|mitigat\w*|within (?:the )?"
    r"(?:approved|existing|current)|fully funded|any|would have (?:had|been|\w+ed)|separate|"
    r"budgeted|was (?:red|rated)|"
    r"(?:in general|generally)|criteria|means|definition)\b",
    re.IGNORECASE,
)
_APPLIES_NOT = Expression(r"\bcall-?in does not apply\b", re.IGNORECASE)


def what_is_denied_is_not_told(report: Report) -> Iterator[TextFinding]:
    """“Staffing implications: None”, and “three posts will be deleted”."""
    told = {finding.place for finding in text_agrees_with_its_own_answer(report)}
    said: set[str] = set()
    for topic, words, place, orders in _denials(report):
        if topic.name in said or place in told:
            continue
        for sentence, where, order in _told(report):
            if order in orders or sentence == words or not topic.told.search(sentence):
                continue
            if _NOT_THIS.search(_APPLIES_NOT.sub(" ", sentence)):
                continue
            said.add(topic.name)
            yield TextFinding(
                place=place,
                quote=words,
                message=f"“{shortened(words, 70)}”, but the text says “{shortened(sentence, 130)}”"
                + (f" ({where})." if str(where) else "."),
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two.",
            )
            break
    yield from _open_and_closed(report)


def _denials(report: Report) -> Iterator[tuple[Topic, str, Place, frozenset[int]]]:
    for answer in answers(report):
        if len(answer.question) > 70 or len(answer.answer) > 90 or min(answer.orders) > _MOST:
            continue
        for topic in TOPICS:
            if topic.asked.search(answer.question.strip(" :?")) and topic.denial(
                answer.answer.strip()
            ):
                yield topic, _written(answer), answer.place, answer.orders
    for passage in passages(report):
        asked = _ASKED.match(passage.text) if len(passage.text) < 120 else None
        for topic in TOPICS if asked else ():
            if asked and topic.asked.search(asked["question"].strip(" ?")):
                yield topic, passage.text, passage.place, frozenset([passage.order])
    for sentence, place, _ in _told(report):
        match = _IN_A_SENTENCE.search(sentence)
        if match is None or _SPARING.search(sentence):
            continue
        what = re.sub("budgetary|resource|revenue", "financial", match["what"], flags=re.I)
        for topic in TOPICS:
            if topic.asked.search(f"{what} implications"):
                yield topic, sentence, place, frozenset()


_ASKED = Expression(r"^(?P<question>[^?]{8,100}\?)\s*No\W*$", re.IGNORECASE)
_MOST = 400
_SPARING = Expression(
    r"\b(?:direct(?:ly)?|specific|immediate|additional|new|significant|further|if|options?|at this "
    r"stage|net|noting|for information)\b",
    re.IGNORECASE,
)


def _written(answer: Answer) -> str:
    return f"{answer.question.strip(' :')}: {answer.answer.strip()}"


@read_once
def _told(report: Report) -> tuple[tuple[str, Place, int], ...]:
    """The sentences of the text, without headings and the short lines of forms."""
    return tuple(
        (sentence, passage.place, passage.order)
        for passage in passages(report)
        if not passage.heading and len(passage.text) > 25 and len(passage.text) < 2_500
        for sentence in sentences(passage.text)
        if " " in sentence
    )


def _open_and_closed(report: Report) -> Iterator[TextFinding]:
    """“☒ Key decision” and “this is not a key decision”; “this report is open”, and it is not."""
    marked: list[tuple[str, Place]] = []
    for passage in passages(report):
        boxes = list(_TICKED.finditer(passage.text)) if len(passage.text) < 200 else []
        ticked = [m for m in boxes if m["box"] not in ("☐", "□") and m["box"].strip("[] ")]
        if len(boxes) >= 2 and len(ticked) == 1:
            marked.append((ticked[0]["label"].casefold(), passage.place))
        elif _CALLED_OPEN.match(passage.text) and len(passage.text) < 60:
            marked.append(("open", passage.place))
    for label, place in marked:
        against = _AGAINST.get(
            "key" if label.startswith("key") else label.replace("public", "open")
        )
        if label.startswith(("non", "not")):
            against = _A_KEY_DECISION if "key" in label else _CLOSED
        for sentence, where, _ in _told(report) if against else ():
            if (
                against
                and against.search(sentence)
                and not re.search(r"\b(?:if|whether)\b", sentence)
            ):
                yield TextFinding(
                    place=place,
                    quote=label.capitalize(),
                    message=f"Marked “{label}”, but the text says “{shortened(sentence, 120)}” "
                    f"({where}).",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the mark or the text.",
                )
                break


_A_KEY_DECISION = Expression(r"\b(?:this|it) is (?:therefore )?a key decision\b", re.IGNORECASE)
_AGAINST = {
    "key": Expression(r"\b(?:this|it)\b[^.;]{0,20} is not a key decision\b", re.IGNORECASE),
    "open": Expression(
        rf"{_CLOSED.pattern}|\b(?:public|press)\b[^.;]{{0,30}}\b(?:should|must|"
        rf"be) (?:be )?excluded\b",
        re.IGNORECASE,
    ),
}

RULES: tuple[Rule, ...] = (what_is_denied_is_not_told,)
