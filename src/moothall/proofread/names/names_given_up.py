"""Names given up: a paper that gives its new name for a thing, and goes back to the old one.

“The new name is used throughout” binds the rest of the paper; a name that is called the same thing
as another is told wherever it comes back.
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages

_CAPITALISED = r"[A-Z][\w’'-]+(?:\s(?:(?:and|&|of|for)\s)?[A-Z][\w’'-]+){1,6}"
_RENAMED = Expression(
    rf"(?P<old>{_CAPITALISED})\s(?:(?:has|have|is|was|were|been|now)\s){{0,3}}"
    rf"(?:became|become|renamed|called|known\sas)\s(?:as\s)?(?:the\s)?[“‘\"']?{_CAPITALISED}"
)
_NEW_NAME_USED = Expression(r"\b(?:new|latter|this|that|current) (?:name|title|term) is used\b")
_OF_OLD = Expression(r"\b(?:former\w*|old|previous\w*|then|renamed|until|was called|as was)\b")
_SAME_THING = Expression(
    rf"(?P<name>{_CAPITALISED})(?:\s\([A-Z]\w+\))?,?\s(?:which|that)\sis\sthe\ssame\s"
    r"(?P<sort>document|body|fund|board|plan|strategy|committee|programme|group|scheme|thing)\b"
)


def a_name_given_up_is_not_used(report: Report) -> Iterator[TextFinding]:
    """A paper that says “the new name is used throughout” does not go back to the old."""
    texts = passages(report)
    for number, passage in enumerate(texts):
        if "name" in passage.text and _NEW_NAME_USED.search(passage.text):
            for match in _RENAMED.finditer(passage.text):
                yield from _comes_back(match["old"], passage, texts[number + 1 :])
        if "the same" in passage.text and (same := _SAME_THING.search(passage.text)):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, same.start(), same.end()),
                message=f"“{same['name']}” is said to be the same {same['sort']} as another "
                "name stands for: one thing under two names.",
                confidence=Confidence.MEDIUM,
                cure="Use one name throughout.",
            )


def _comes_back(old: str, said: Passage, texts: tuple[Passage, ...]) -> Iterator[TextFinding]:
    for passage in texts:
        at = passage.text.find(old)
        if at >= 0 and not _OF_OLD.search(passage.text):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, at, at + len(old)),
                message=f"“{old}” is the old name: the text says that the new one is used "
                f"({said.place}).",
                confidence=Confidence.MEDIUM,
                cure="Use the new name.",
            )
            return


RULES: tuple[Rule, ...] = (a_name_given_up_is_not_used,)
