"""Exempt appendices: a report marked open, or with nothing exempt, and an appendix that is exempt.

“☒ Open ☐ Exempt” on the front sheet, and “legal advice is in the exempt Appendix 2”; “exempt
information? No”, and “Annex 2 is exempt under paragraph 3 of Schedule 12A”.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.answers import NOTHING
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answer_given, answers
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences

_FRONT = 40
"""Blocks: an answer further on is no front sheet's."""
_ACCESS = Expression(
    r"^\W*(?:exempt(?:ion)?|confidential(?:ity)?|access(?: to information)?|publicity|publication|"
    r"open or exempt|exempt or open|public or (?:private|exempt)|part (?:1|i)\b.{0,12}|"
    r"restrict\w+|is (?:this|the) report (?:exempt|confidential|public|open)|"
    r"(?:exempt|confidential) (?:information|report|item|appendi\w+)|report (?:access|status)|"
    r"classification)[^.]{0,40}$|"
    r"^.{0,60}\b(?:exempt|confidential|restricted|private) (?:or \w+ )?(?:information|matter|"
    r"material|part|"
    r"appendi\w+)\b|^.{0,60}\bexempt from publication\b",
    re.IGNORECASE,
)
_BOX = r"(?:[☑☒✓✔■]|\[\s?[xX]\s?\])"
_OPEN = r"(?:open|public|unrestricted|not exempt|part (?:1|i))\b"
_TICKED_BEFORE = Expression(rf"^\W*{_BOX}\s*{_OPEN}|^\W.*{_BOX}\s*{_OPEN}", re.IGNORECASE)
_TICKED_AFTER = Expression(rf"^\w.*?\b{_OPEN}\s*{_BOX}|^{_OPEN}\s*{_BOX}", re.IGNORECASE)
_OPEN_SAID = Expression(
    r"^\W*(?:open|public|unrestricted|not exempt|not confidential)(?: (?:report|item|paper))?\W*$",
    re.I,
)
_EXEMPT_APPENDIX = Expression(
    r"(?<!non-)(?<!not )(?<!no )\b(?:exempt|confidential|restricted|private|part (?:2|ii|b))\s+"
    r"(?:appendix|annexe?|schedule)\s+(?:\d{1,2}|[A-Z])\b|"
    r"\b(?:appendix|annexe?|schedule)\s+(?:\d{1,2}|[A-Z])\b"
    r"(?:(?:\s*[:–-]?\s*[\w ’'-]{0,40}?)?\s*"
    r"\((?:exempt|confidential|restricted|not for publication)|"
    r",?\s(?:which\s)?(?:is|contains|has)\s"
    r"(?:\w+\s)?(?:exempt|restricted|confidential\s(?:information|from)|not for publication))|"
    r"\bschedule 12A\b|\b(?:press|public)\b[^.;]{0,40}?\b(?:is|are|be|to be) excluded\b|"
    r"\b(?:go|move|pass|going|moving) into (?:private|closed|exempt) (?:session|business)",
    re.IGNORECASE,
)
_NOT_EXEMPT = Expression(
    r"\b(?:no|not(?! for publication)|none|nothing|neither|if|should|(?-i:may)|might|unless|"
    r"whether)\b",
    re.IGNORECASE,
)


def an_open_report_has_no_exempt_appendix(report: Report) -> Iterator[TextFinding]:
    """“☒ Open ☐ Exempt” on the front sheet, and “legal advice is in the exempt Appendix 2”."""
    for answer in answers(report):
        question = answer.question.strip()
        if min(answer.orders) >= _FRONT or not _ACCESS.match(question):
            continue
        if re.search(r"append|annex|part\b", answer.answer, re.IGNORECASE):
            continue  # "open, with an exempt appendix"
        asks_if_exempt = re.search(r"exempt|confiden|restrict", question, re.IGNORECASE)
        said_open = _open_ticked(answer.answer.strip()) or _OPEN_SAID.match(answer.answer)
        if not said_open and not (
            asks_if_exempt
            and "open" not in question.casefold()
            and (answer_given(answer.answer) == "no" or NOTHING.match(answer.answer.strip()))
        ):
            continue
        for passage in passages(report):
            if passage.order in answer.orders or not passage.has(*_EXEMPT_WORDS):
                continue
            exempt = _exempt_in(passage.text)
            if not exempt:
                continue
            start = passage.text.find(exempt)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, start, start + len(exempt)),
                message=f"The front sheet says “{question}: {answer.answer.strip()}”, but "
                f"“{exempt}” is not open.",
                confidence=Confidence.MEDIUM,
                cure="Say on the front sheet that an appendix is exempt, and why.",
            )
            return


_EXEMPT_WORDS = ("append", "annex", "12a", "excluded", "private", "closed")


def _exempt_in(text: str) -> str:
    """The words that call an appendix exempt, or that send the public out."""
    for sentence in sentences(text):
        match = _EXEMPT_APPENDIX.search(sentence)
        if match is not None and not _NOT_EXEMPT.search(sentence[: match.end()]):
            return match[0]
    return ""


def _open_ticked(answer: str) -> bool:
    """Whether "open" is ticked, whichever side of their words the boxes stand."""
    return bool(_TICKED_BEFORE.match(answer) or _TICKED_AFTER.match(answer))


RULES: tuple[Rule, ...] = (an_open_report_has_no_exempt_appendix,)
