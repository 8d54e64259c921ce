"""The option recommended: of several set out, a report recommends one, wherever it says so."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences, shortened

_OPTION = r"option (?P<which>[A-H]|\d{1,2}|one|two|three|four|five|six)\b"
_IS_RECOMMENDED = Expression(
    rf"\b{_OPTION}(?:\s?[(–-][^.;]{{3,60}}?[)–-])?,?\s(?:[a-z]+\s){{0,3}}?"
    r"(?:is|was|be|remains)\s(?:therefore\s|still\s|also\s|the\s|our\s)*(?:recommended|preferred)\b"
    r"(?!\s(?:by|for further))",
    re.IGNORECASE,
)
_RECOMMENDS = Expression(
    r"\b(?:recommend(?:s|ed|ing)?|recommendation (?:is|remains)|(?:preferred|recommended) option"
    rf"(?:\sis|\sremains|:|,)?)\s(?:[a-z]+\s){{0,6}}?{_OPTION}",
    re.IGNORECASE,
)
_OF_OTHERS = Expression(
    r"\b(?:not|never|neither|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|had|respond|consult|"
    r"residents|public|survey|majority|votes?|if|unless|part of|stage one|last year|instead|"
    r"changed?|no longer|options? [A-H\d]+ (?:and|or) (?:option )?[A-H\d])",
    re.IGNORECASE,
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def one_option_is_recommended(report: Report) -> Iterator[TextFinding]:
    """“Option B is recommended.” and, at the end, “officers recommend option C”."""
    told = list(_told(report))
    options = {which for which, _, _ in told}
    if len(options) != 2 or _is_asked_twice(report, options):
        return
    first, where, words = told[0]
    for which, passage, sentence in told[1:]:
        if which != first:
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"Option {which} is recommended here, option {first} at {where.place} "
                f"(“{shortened(words)}”).",
                confidence=Confidence.MEDIUM,
                cure="Recommend one option throughout, or say of which question each is.",
            )
            return


def _told(report: Report) -> Iterator[tuple[str, Passage, str]]:
    for passage in passages(report):
        if not passage.has("option") or not passage.has("recommend", "preferred"):
            continue
        for sentence in sentences(passage.text):
            match = _IS_RECOMMENDED.search(sentence) or _RECOMMENDS.search(sentence)
            if match is not None and not _OF_OTHERS.search(sentence):
                which = match["which"].lower()
                yield _NUMBERS.get(which, which).upper(), passage, sentence


def _is_asked_twice(report: Report, options: set[str]) -> bool:
    """Whether the report sets out options twice: each list then has a recommended one."""
    heads = [
        passage.text.strip().lower()
        for passage in passages(report)
        if re.match(r"\W*option [a-h1-9]\b", passage.text.strip(), re.IGNORECASE)
    ]
    first = [head for head in heads if re.match(r"\W*option (?:a|1|one)\b", head)]
    return len(first) > 1 and len(options) > 1


RULES: tuple[Rule, ...] = (one_option_is_recommended,)
