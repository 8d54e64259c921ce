"""More than all: more questions answered than were put, more berths given than were asked for."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import no_more_than_all_of_those_who_could_did
from moothall.proofread.figures.part_lists import a_part_is_no_greater_than_its_whole
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs

_THINGS = (
    r"questions|petitions|forms|applications|requests|complaints|motions|appeals|enquiries|bids"
)
_PUT = Expression(
    rf"«(?P<n>C\d+)»\s(?:[a-z]+\s){{0,2}}?(?P<things>{_THINGS})\s(?:were|had been|have been|"
    rf"was)\s(?:[a-z]+\s)?"
    r"(?:submitted|received|put|tabled|lodged|made|sent|handed|notified|registered)\b",
    re.IGNORECASE,
)
_ANSWERED = Expression(
    rf"«(?P<m>C\d+)»\s(?:of (?:them|these)\s|(?:[a-z]+\s){{0,2}}?(?P<things>{_THINGS})\s)?(?:were|"
    rf"had been|"
    r"have been|was)\s(?:[a-z]+\s)?(?:asked|answered|replied|dealt|granted|approved|refused|"
    r"determined|"
    r"decided|returned|withdrawn|resolved|heard|upheld|closed)\b",
    re.IGNORECASE,
)
_FORMS = (
    # of the 34 forms sent out 39 were returned
    Expression(
        r"\b(?:out of|of)\s(?:the|our|all)\s«(?P<n>C\d+)»(?!\s(?:years?|months?|weeks?|days?|"
        r"hours?)\b)(?:\s[a-z-]+){1,6}?,?\s«(?P<m>C\d+)»\s(?:of them\s)?"
        r"(?:were|was|have|had|are|did|came|voted|replied|responded|answered|returned|remain)\b",
        re.IGNORECASE,
    ),
    # six petitions were received, of which eight have been answered
    Expression(
        r"«(?P<n>C\d+)»(?!\s(?:years?|months?|weeks?|days?|"
        r"hours?)\b)(?:\s[a-z’-]+){1,14}?,\s(?:and\s)?(?:of (?:which|whom|these|"
        r"them)\s«(?P<m>C\d+)»|«(?P<k>C\d+)»\s"
        r"of (?:which|whom|these|them)\b)",
        re.IGNORECASE,
    ),
    # 40 were invited and 52 of those came
    Expression(
        r"«(?P<n>C\d+)»(?!\s(?:years?|months?|weeks?|days?|"
        r"hours?)\b)(?:\s[a-z-]+){1,8}?,?\s(?:and|but)\s«(?P<m>C\d+)»\sof (?:those|them|these)\b",
        re.IGNORECASE,
    ),
    # 18 people applied for berths and 21 were given one
    Expression(
        r"«(?P<n>C\d+)»(?!\s(?:years?|months?|weeks?|days?|"
        r"hours?)\b)(?:\s[a-z-]+){1,3}?\s(?:applied|bid|asked|stood|were nominated|"
        r"tendered)\b[^«»;.]{0,40}?"
        r"\b(?:and|but|,)\s«(?P<m>C\d+)»\s(?:[a-z]+\s)?(?:were|was|have been|had been|got|"
        r"received)\s?(?:given|"
        r"offered|granted|appointed|approved|successful|accepted|elected|awarded|one)\b",
        re.IGNORECASE,
    ),
)
_GATE = Expression(
    r"\b(?:answered|replied|asked|returned|granted|approved|refused|decided|of (?:which|whom|these|"
    r"them|those)|[Oo](?:ut )?of (?:the|our|all)|given|offered|appointed|elected|awarded)\b"
)
_MORE = Expression(
    r"\b(?:further|supplementary|urgent|late|also|more|additional|others|each|previous\w*|last|"
    r"carried over|outstanding|brought forward|earlier|another|per|including|plus|repl(?:y|"
    r"ies) to all|"
    r"already|since|than|times|before|backlog)\b",
    re.IGNORECASE,
)
_CURE = "Correct the number that is wrong."


def no_more_are_answered_than_were_asked(report: Report) -> Iterator[TextFinding]:
    """“12 questions were submitted.  14 questions were asked and answered”."""
    for paragraph in paragraphs(report):
        if not _GATE.search(paragraph.text):
            continue
        read = [with_all_numbers(one.text) for one in paragraph.sentences]
        found = [
            finding
            for place, one in enumerate(read)
            if len(one.figures) > 1 and not _MORE.search(one.text)
            for finding in _in_one(report, paragraph, place, one)
        ]
        yield from found or _in_turn(paragraph, read)


_OTHERS = quotes_told(a_part_is_no_greater_than_its_whole, no_more_than_all_of_those_who_could_did)


def _in_one(
    report: Report, paragraph: Paragraph, place: int, one: Sentence
) -> Iterator[TextFinding]:
    for form in _FORMS:
        match = form.search(one.pattern)
        if match is None:
            continue
        n, m = one.figure(match["n"]), one.figure(match["m"] or match.groupdict().get("k") or "")
        if n.rough or m.rough or n.amount.places or m.size <= n.size:
            continue
        plain = paragraph.sentences[place]
        if not told_by(_OTHERS, report, paragraph, plain):
            yield finding_on(
                paragraph,
                plain,
                f"{m.text} of {n.text} are more than all of them.",
                _CURE,
                Confidence.MEDIUM,
            )
        return


def _in_turn(paragraph: Paragraph, read: list[Sentence]) -> Iterator[TextFinding]:
    put: dict[str, int] = {}
    if not any(_PUT.search(one.pattern) for one in read) or _MORE.search(paragraph.text):
        return
    for place, one in enumerate(read):
        for match in _PUT.finditer(one.pattern):
            things = match["things"].lower()
            put[things] = max(put.get(things, 0), int(one.figure(match["n"]).size))
        for match in _ANSWERED.finditer(one.pattern):
            things = (match["things"] or "").lower() or (next(iter(put)) if len(put) == 1 else "")
            m = one.figure(match["m"])
            if things in put and m.size > put[things] and not m.rough:
                yield finding_on(
                    paragraph,
                    paragraph.sentences[place],
                    f"{put[things]} {things} were put, and {m.text} answered or dealt with.",
                    _CURE,
                    Confidence.MEDIUM,
                )
                return


RULES: tuple[Rule, ...] = (no_more_are_answered_than_were_asked,)
