"""Fields and things: a field of the form says “not applicable”, and the report brings the thing.

“Legal implications: Not applicable” stands before a counter-notice and a date in the County Court;
“Staffing | N/A” beside six assistants who transfer under TUPE, be it in a cell of the same table.
What is denied, supposed, past, or another's is no thing of the report.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.answers.answers import not_applicable_agrees_with_the_rest
from moothall.proofread.answers.denied_topics import what_is_denied_is_not_told
from moothall.proofread.answers.things_of_topics import THINGS, ThingsOfATopic
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import Answer, answers
from moothall.proofread.reading.passages import passages, read_once
from moothall.proofread.reading.running_text import sentences

_DENIES = Expression(
    r"^\W*(?:(?:there (?:is|are)|has|have) )?(?:n\s?/\s?a|nil|none|no|not (?:applicable|relevant|"
    r"affected|required|needed|engaged)|(?:does|do) not (?:apply|arise)|nothing)"
    r"(?: (?:direct|specific|legal|financial|staffing|property|equality|implications?|impacts?|"
    r"issues?|effects?|matters?|to|for|in|on|of|from|with|as|at|a|the|this|any|report|decision|"
    r"proposals?|paper|item|case|result|stage|time|arise|arising|arises|identified|foreseen|known|"
    r"note|affected|applicable|required|needed|expected|anticipated|directly))*\W*$",
    re.IGNORECASE,
)
_NOT_OF_THE_REPORT = Expression(
    r"\b(?:no|not(?! in the budget)|none|nor|neither|never|without(?! (?:\w+ ){0,2}(?:tender|"
    r"competition|quotations))|if|unless|whether|should|(?-i:may)|might|could|can|would have|"
    r"avoid\w*|"
    r"mitigat\w*|prevent\w*|reduc\w+|previous(?:ly)?|last year|formerly|earlier|another|other "
    r"councils?|nationally|(?:other|alternative|rejected) options?|any|separate|criteria|means|"
    r"definition|already|replac\w+|instead|old|existing|outgoing|"
    r"improv\w+|benefit\w*|support\w*|help\w*)\b",
    re.IGNORECASE,
)
_KEPT = Expression(
    r"\b(?:no longer|left with no|not in the budget|cannot|(?:will|would) not be able|should "
    r"(?:know|note|be aware|bear))\b",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 70
_FRONT = 40
_FAR = 60
"""Blocks: what is told further on in a long paper may be of other matters."""


def what_a_field_denies_the_report_does_not_bring(report: Report) -> Iterator[TextFinding]:
    """“Climate: does not apply”, and a gas boiler for twenty-five years."""
    asked = (*answers(report), *_with_words_after(report))
    denied = [(answer, topic) for answer in asked for topic in _denied(answer)]
    if not denied:
        return
    told = {
        finding.place
        for rule in (not_applicable_agrees_with_the_rest, what_is_denied_is_not_told)
        for finding in rule(report)
    }
    fields = {order: answer for answer, _ in denied for order in answer.orders}
    for answer, topic in denied:
        if answer.place in told:
            continue
        since = min(answer.orders)
        for sentence, place, order in _sentences(report):
            if abs(order - since) > _FAR or sentence.startswith(answer.question):
                continue
            if order in fields and fields[order].answer in sentence:
                continue
            if not topic.brings.search(sentence):
                continue
            if _NOT_OF_THE_REPORT.search(_KEPT.sub(" ", sentence)):
                continue
            told.add(answer.place)
            yield TextFinding(
                place=answer.place,
                quote=f"{answer.question.strip(' :')}: {answer.answer.strip()}",
                message=f"The field on {topic.name} is answered “{answer.answer.strip(' .')}”; the "
                f"report says “{shortened(sentence, 140)}” ({place}).",
                confidence=Confidence.MEDIUM,
                cure="Answer the field, or say why this does not bear on it.",
            )
            break


_LABELLED = Expression(r"^(?P<label>[A-Z][^:.;–]{2,70}?)(?::| [–-])\s+(?P<answer>[^:.;]{2,90})[.;]")


def _with_words_after(report: Report) -> Iterator[Answer]:
    """“Legal: none. The tenant has served a notice.”: the answer is the first sentence alone."""
    for passage in passages(report):
        match = None if passage.heading or passage.cell else _LABELLED.match(passage.text)
        if match is not None and match.end() < len(passage.text):
            yield Answer(
                question=match["label"],
                answer=match["answer"],
                place=passage.place,
                orders=frozenset([passage.order]),
            )


def _denied(answer: Answer) -> Iterator[ThingsOfATopic]:
    asked = answer.question.strip(" :?")
    if len(asked) > _LONGEST_QUESTION or min(answer.orders) > _FRONT:
        return
    if _DENIES.match(answer.answer.strip()):
        for topic in THINGS:
            if topic.asked.search(asked):
                yield topic


@read_once
def _sentences(report: Report) -> tuple[tuple[str, Place, int], ...]:
    """The sentences of the text and of the cells, without headings and single words."""
    return tuple(
        (sentence, passage.place, passage.order)
        for passage in passages(report)
        if not passage.heading and passage.text.count(" ") >= _FEWEST_WORDS
        for sentence in sentences(passage.text)
    )


_FEWEST_WORDS = 3

RULES: tuple[Rule, ...] = (what_a_field_denies_the_report_does_not_bring,)
