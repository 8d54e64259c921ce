"""Drafting marks: what a draft says to its authors, left in the paper that is published.

“the Leader [Cabinet]” leaves open who decides; “insert date”, “[check with Legal]” and “XX” are
notes of the author.  Square brackets that make a quotation fit its sentence are none.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_DECIDER = (
    r"(?:the\s)?(?:Full\sCouncil|County\sCouncil|Council|Cabinet(?:\sMember)?|Executive|Leader|"
    r"Deputy\sLeader|Mayor|Chair(?:man)?|Committee|Board|Panel|Chief\sExecutive|Director|Governors?|"
    r"Trustees|Section\s151\sOfficer|Monitoring\sOfficer|Portfolio\sHolder|Officers?|Members?)"
)
_TWO_DECIDERS = Expression(
    rf"\b{_DECIDER}(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})?\s?"
    rf"(?P<mark>[\[{{<](?:or\s)?{_DECIDER}\??[\]}}>]|/\s?{_DECIDER}\s?\(delete\b[^)]*\))"
)
_NOTE = Expression(
    r"""(?P<mark>[\[{<](?:note|nb|dn|drafting\snote|check|query|confirm|verify|update|amend|delete|
        remove|revise|expand|rewrite|reword|source|ref|figure|wording|text|more|see|ask|awaiting|
        await|subject\sto|is\sthis|do\swe|need|needs|where|who|when|which|link|legal|finance|hr|
        officer|author|members?|comment|tbd|tba|placeholder|and/or|to\sbe\s\w+)\b[^\]>}\n]{0,90}\??[\]>}])
      | (?P<comment>\bcomment(?:ed)?\s\[[A-Z]{1,3}\d{1,3}\]:?)""",
    re.VERBOSE | re.IGNORECASE,
)
_SURE_NOTE = Expression(
    r"^\W*(?:nb|dn|drafting|check|query|confirm|verify|is this|do we|needs?|ask|awaiting|await|"
    r"tbd|tba|placeholder|rewrite|reword|expand|delete|comment|officer to|legal to|finance to|"
    r"hr to|author to|figure to|wording to|text to|link to (?:be|follow)|update (?:when|with|once)|"
    r"to be (?!confirmed|added|completed)|note to|source\?|who\?|when\?|which\?|ref\?)",
    re.IGNORECASE,
)
_INSTRUCTION = Expression(
    r"(?<![\w’'])(?P<mark>(?:please\s)?insert\s(?:(?:the|a|relevant|correct|latest|final)\s)?(?:date|name|figures?|"
    r"amount|link|text|title|table|number|details|paragraph|here|reference)s?(?:\s(?:here|above|"
    r"below|when\s\w+))?)(?=\s*(?:[.,;:)\]]|$))|(?P<loose>\bdate\sto\sbe\sinserted\b|"
    r"\bfigures?\sto\sfollow\b(?=\s*[.)\]]|$)|\btext\sto\sfollow\b)",
    re.IGNORECASE,
)
_GUIDANCE = Expression(
    r"(?P<mark>\((?:name|date|figures?|amount|details?|title|reference|number)\s(?:of\s[a-z ]{3,30}"
    r"\s)?to\sbe\s(?:added|inserted|supplied)\)|\bdelete\sthis\s(?:guidance|text|note|box)\b|"
    r"\bauthors?\sshould\s(?:set\sout|explain|describe|say)\shere\b)",
    re.IGNORECASE,
)
"""What a council's template tells its authors."""
_CAPITAL_XX = Expression(
    r"(?<![\w.-])(?P<mark>XX|[Xx]{2}(?=\s?(?:%|per\scent|days?|weeks?|months?|years?|posts?|FTE|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"20\d\d))|£\s?(?:TBC|TBD|tbc)|£[Xx]{1,3}(?=\s?(?:m|k|million)\b))(?![\w-])"
)
_OPEN_MARK = Expression(
    r"(?P<mark>(?<=[\s(/])(?<!£\s)(?:TBC|TBD|tbc|tbd)(?=\s*(?:[).,;]|$))"
    r"|\bto be confirmed\b(?=\s*\)))"
)
_LATIN_TWENTY = Expression(r"\b(?:Title|Chapter|Volume|Part|Schedule|Article|Class|Louis)\s$")
_QUOTED = Expression(r"[“\"‘][^”\"’]{0,400}$")


def a_final_paper_holds_no_drafting_marks(report: Report) -> Iterator[TextFinding]:
    """“decided by the Leader [Cabinet]”, “[check with Legal]”, “insert date”, “XX”."""
    for passage in passages(report):
        yield from _marks(passage)


def _marks(passage: Passage) -> Iterator[TextFinding]:
    text = passage.text
    if passage.has("[", "{", "<", "delete"):
        for match in _TWO_DECIDERS.finditer(text):
            if not _QUOTED.search(text[max(0, match.start() - 400) : match.start()]):
                yield _finding(
                    passage,
                    match,
                    f"“{match[0]}” leaves open who it is: the brackets are a mark of the draft.",
                    Confidence.MEDIUM,
                    "Say who decides, and take the brackets out.",
                )
        for match in _NOTE.finditer(text):
            mark = match["mark"] or match["comment"]
            if _QUOTED.search(text[max(0, match.start() - 400) : match.start()]):
                continue
            sure = _SURE_NOTE.match(mark) or match["comment"]
            yield _finding(
                passage,
                match,
                f"“{mark}” is a note to the authors, left from the draft.",
                Confidence.MEDIUM if sure else Confidence.LOW,
            )
    if passage.has("insert", "to follow"):
        for match in _INSTRUCTION.finditer(text):
            if not _inside_brackets(text, match.start()):
                yield _finding(
                    passage,
                    match,
                    f"“{match[0]}” tells the author what to put in.",
                    Confidence.MEDIUM if match["mark"] else Confidence.LOW,
                )
    if passage.has("to be added", "to be inserted", "to be supplied", "delete this", "author"):
        for match in _GUIDANCE.finditer(text):
            yield _finding(
                passage,
                match,
                f"“{match[0]}” is the template's word to the author.",
                Confidence.MEDIUM,
            )
    if passage.has("xx", "£x", "£tb", "£ tb"):
        for match in _CAPITAL_XX.finditer(text):
            if not _LATIN_TWENTY.search(text[: match.start()]) and not text.isupper():
                yield _finding(
                    passage,
                    match,
                    f"“{match[0]}” stands where a figure or a date belongs.",
                    Confidence.MEDIUM,
                )
    if passage.has("tbc", "tbd", "to be confirmed"):
        for match in _OPEN_MARK.finditer(text):
            yield _finding(
                passage, match, f"“{match[0]}”: something is still open.", Confidence.LOW
            )


def _inside_brackets(text: str, start: int) -> bool:
    """Whether it is the “[insert date]” of a form, which another rule tells."""
    before = text[max(0, start - 4) : start]
    return before.strip()[-1:] in ("[", "<", "{")


def _finding(
    passage: Passage, match: re.Match[str], message: str, confidence: Confidence, cure: str = ""
) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, match.start(), match.end()),
        message=message,
        confidence=confidence,
        cure=cure or "Put in what belongs there, or take the mark out.",
    )


RULES: tuple[Rule, ...] = (a_final_paper_holds_no_drafting_marks,)
