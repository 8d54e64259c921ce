"""Assessments called final that are not complete, and placeholders left in."""

import re
from collections.abc import Iterator, Sequence

from moothall.documents.report import Report
from moothall.proofread.answers.stages_open import final_yet_open, still_to_be_done
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, found_once, passages
from moothall.proofread.reading.running_text import sentences

# --- assessments called final -----------------------------------------------------------------

_CALLED_FINAL = Expression(
    r"\b(?:stage|status|version|draft\s*/\s*final|draft or final)\s*[:–-]\s*final\b"
    r"(?!\s+draft)"
    r"|[☒☑✓✔]\s*final\b|\bfinal\s*[☒☑✓✔]|\bfinal\s*\[\s*x\s*\]|\[\s*x\s*\]\s*final\b",
    re.IGNORECASE,
)
_LABEL_OF_STAGE = Expression(
    r"^(?:(?:this|the|current)\s)?(?:(?:assessment|document|EIA|EqIA)\s)?"
    r"(?:stage|status|version|draft\s*/\s*final)"
    r"(?:\sof\s(?:this|the)\s(?:assessment|document|form|EIA|EqIA))?\s*[:?]?$",
    re.IGNORECASE,
)
_ASSESSMENT = Expression(
    r"\b(?:(?:impact|equalit\w+|screening) (?:assessment|analysis|form)|EIA|EqIA|DPIA|HIA)\b",
    re.IGNORECASE,
)
_NEAR = 15
_STILL_OPEN = Expression(
    r"^(?:this (?:section|stage|part) (?:is|will be) )?(?:to be (?:completed|confirmed|determined|"
    r"added|finalised|agreed|written)|TBC\b|TBA\b|to follow\b|not yet (?:completed|started|known)|"
    r"awaiting\b|in progress\b|in development\b|incomplete\b|pending\b)",
    re.IGNORECASE,
)


def a_final_assessment_is_complete(report: Report) -> Iterator[TextFinding]:
    """An assessment is called final, while a stage of it is still to be completed."""
    texts = passages(report)
    final = _called_final(texts)
    if final is None:
        return
    heading = ""
    still_open: list[tuple[str, str]] = []
    later = ""
    for passage in texts:
        if passage.heading:
            heading = passage.text
            if _another_assessment(passage, final):
                break
            continue
        if passage.order < final.order:
            continue
        # "TBC" in a cell is a date to come, not a stage
        if _STILL_OPEN.match(passage.text) and not (passage.cell and len(passage.text) < 12):
            still_open.append((heading, passage.text))
        elif not later:
            later = still_to_be_done(passage.text)
    if still_open:
        said = "; ".join(
            (f"“{shortened(under, 60)}”: " if under else "") + f"“{shortened(words, 60)}”"
            for under, words in still_open[:3]
        )
        confidence = Confidence.HIGH
    elif later:
        said, confidence = f"“{shortened(later, 130)}”", Confidence.MEDIUM
    else:
        return
    yield TextFinding(
        place=final.place,
        quote=f"{shortened(final.text, 60)} … {still_open[0][1] if still_open else later}",
        message=f"The assessment is called final, but says of itself: {said}.",
        confidence=confidence,
        cure="Complete it, or call it a draft.",
    )


def _called_final(texts: Sequence[Passage]) -> Passage | None:
    """Where an assessment is called final: a line, a cell, or a cell beside its label."""
    named = -_NEAR - 1
    for index, passage in enumerate(texts):
        if len(passage.text.split()) <= 14 and _ASSESSMENT.search(passage.text):
            named = index
        if index - named > _NEAR:
            continue
        if _CALLED_FINAL.search(passage.text):
            return passage
        beside = passage.cell and index and texts[index - 1].order == passage.order
        if (
            beside
            and passage.text.strip(" .").casefold() == "final"
            and _LABEL_OF_STAGE.match(texts[index - 1].text.strip())
        ):
            return passage
    return None


def _another_assessment(passage: Passage, final: Passage) -> bool:
    """A heading that begins another paper: what stands below it is not this assessment's."""
    begins = re.match(r"(?:appendix|annex|proposal \d|agenda item)\b", passage.text, re.IGNORECASE)
    return bool(begins) and passage.order > final.order


# --- called final in a sentence ---------------------------------------------------------------

_CALLED_DONE = Expression(
    r"\b(?:(?:impact |equalit\w+ |health |privacy |data protection |environmental )+(?:impact )?"
    r"(?:assessments?|analys[ie]s)|EIAs?|EqIAs?|EQIAs?|DPIAs?|HIAs?|the assessment)\b"
    r"(?:\s\([A-Za-z]+\))?"
    r"(?:[^.;]{0,60}?\b(?:(?:is|are|was|has|have|,)\s+"
    r"(?:now\s+|been\s+|fully\s+|already\s+|is\s+)*"
    r"(?:the final (?:version|form|text|assessment)|final|finalised|complete|completed|"
    r"concluded|signed off)\b"
    r"(?!\s+(?:by|in|before|when|after|once|until|if|as soon)\b))|\s*\(final\)|"
    r"[^.;]{0,20}\bin its final form\b)"
    r"|\bthe (?:final|completed|finalised) (?:equality (?:impact )?|health |data protection |"
    r"environmental |privacy |integrated )*(?:impact )?(?:assessment|analysis|EIA|EqIA|DPIA)\b"
    r"[^.;]{0,30}?\b(?:is|are)\s+(?:at|in|attached|appended|shown|given|set out|included|available|"
    r"provided)\b",
    re.IGNORECASE,
)
_STILL_TO_DO = Expression(
    r"\b(?:(?:will|is|are|has|have|remains?|needs?)\s+(?:still |yet )?(?:to )?be\s+(?:completed|"
    r"finali[sz]ed|concluded|signed off|drafted|written|carried out|undertaken|held|done|"
    r"scored|consulted on)|(?:is|are|has|have|remains?)\s+(?:still|yet)\s+to\b|still to be\b|"
    r"yet to be\b|(?:has|have) not yet\b|not yet (?:been )?(?:complete|started|done|held|"
    r"written|carried|undertaken|drafted)|(?:is|are|remains?) (?:still )?(?:outstanding|in draft|"
    r"incomplete|under way|underway|in progress|a draft)|"
    r"(?:awaits?|awaiting|subject to) (?:further |the )?"
    r"(?:completion|engagement|consultation|sign-?off|data|evidence|the outcome))\b",
    re.IGNORECASE,
)
_ANOTHER_OF_THEM = Expression(
    r"\b(?:screening|initial|first stage|stage 1|stage one|draft|interim|previous|separate|"
    r"each|individual|second|another|new|phase|next|full (?:EIA|EqIA|assessment|equality)|where "
    r"required|if|any further|future|further (?:EIAs?|assessments?))\b",
    re.IGNORECASE,
)
_OF_ITSELF = Expression(
    r"\b(?:it|its|they|their|the (?:assessment|EIA|EqIA|analysis|findings|conclusions|sections?)|"
    r"sections?|conclusions?|sign-?off|engagement|consultation with|drop-in|sessions|stages?|"
    r"mitigations?|action plan|workshops|focus groups|evidence|data|meetings?|interviews|"
    r"comments|views|responses)\b",
    re.IGNORECASE,
)


def an_assessment_called_final_has_nothing_to_do(report: Report) -> Iterator[TextFinding]:
    """ "The assessment, now final, will be completed in March": final, or to be completed?"""
    for passage in passages(report):
        if not passage.has("assessment", "analys", "eia", "eqia", "dpia", "hia"):
            continue
        if both := final_yet_open(passage.text):
            yield TextFinding(
                place=passage.place,
                quote=both,
                message=f"“{shortened(both, 140)}”: final, or still to be completed?",
                confidence=Confidence.MEDIUM,
                cure="Complete it, or call it a draft.",
            )
            continue
        told = list(sentences(passage.text))
        for place, sentence in enumerate(told):
            match = _CALLED_DONE.search(sentence)
            if match is None or _ANOTHER_OF_THEM.search(match[0]):
                continue
            after = sentence[match.end() :]
            later = next((one for one in told[place + 1 : place + 2] if _OF_ITSELF.search(one)), "")
            parts = (after, later)
            pending = next((m for part in parts if (m := _to_do(part))), None)
            if pending is None:
                continue
            both = sentence if pending.string is after else f"{sentence} {later}"
            yield TextFinding(
                place=passage.place,
                quote=both,
                message=f"The assessment is called final or complete (“{_said(match[0])}”), but "
                f"of it is said: “{_about(pending)}”.",
                confidence=Confidence.MEDIUM,
                cure="Complete it, or call it a draft.",
            )
            break


def _to_do(part: str) -> re.Match[str] | None:
    match = _STILL_TO_DO.search(part)
    if match is None or _ANOTHER_OF_THEM.search(part[: match.start()]):
        return None
    if _NOT_THE_ASSESSMENTS.search(part[: match.start()]):
        return None
    return match


_NOT_THE_ASSESSMENTS = Expression(
    r"\bno\s\w+\s$|\bactions? (?:in|of|from)\b|\bapproval of the (?!assessment|EIA|EqIA)", re.I
)
"""“No stage is outstanding”, “actions in its plan”, “approval of the scheme”."""


def _about(match: re.Match[str]) -> str:
    return _said(around(match.string, match.start(), match.end()))


def _said(words: str) -> str:
    return shortened(" ".join(words.split()).strip(" ,;"), 110)


# --- placeholders -----------------------------------------------------------------------------

_CERTAIN_PLACEHOLDER = Expression(
    r"[\[<{]\s*(?:insert|enter (?:text|name|date)|type here|delete\b|x{2,}|tbc|tba|"
    r"to be (?:confirmed|inserted|added))\b[^\]>}\n]{0,80}[\]>}]"
    r"|\[\s*(?:(?:officer |author )?name|date|title|amount|figure|number|report author|"
    r"ward name|\?+|x{2,}|_{2,})\s*\]|\blorem ipsum\b"
    r"|Error!\s+(?:Reference source|Bookmark)\s+not\s+(?:found|defined)"
    r"|£\s?(?:TBC|TBA|\?{1,3}|X{1,4}(?:[,.]X{1,3})*(?:m|k|bn)?)(?![\w])"
    r"|(?<![\w-])X{2,4}\s?%|(?<![\w/])XX[/.]XX[/.](?:XX|\d{2})(?:XX|\d{2})?"
    r"|(?<![\w/])DD/MM/YY(?:YY)?(?![\w/])"
    r"|\bclick (?:or tap )?here to enter\b|\bchoose an item\b",
    re.IGNORECASE,
)
_CASED_PLACEHOLDER = Expression(
    r"(?<![\w.-])(?:XXX+|xxx+)(?![\w-])"
    r"|\b(?:paragraph|section|appendix|page|table|of|in|on|by|from|to|approximately|around|is|"
    r"are)\s(?:XX|xx)(?![\w-])"
    r"|(?<!Part )(?<!Chapter )(?<!Article )(?<!Title )(?<![\w.-])XX(?=\s+[a-z]{3})"
)
_OPENINGS_OF_PLACEHOLDERS = (
    *("[", "<", "{", "£x", "£ x", "£?", "£ ?", "£t", "£ t", "xx", "tbc", "tba", "dd/mm", "lorem"),
    *("error!", "click", "choose an item", "delete", "to be ", "to follow"),
)
_DELETE = Expression(
    r"\b(?:delete (?:as|where|if not) (?:appropriate|applicable)|delete if not applicable)\b",
    re.IGNORECASE,
)
_TO_COME = Expression(r"^\W*(?:TBC|TBA|to be confirmed|to be advised|to follow)\W*$", re.IGNORECASE)
_TO_COME_WITHIN = Expression(
    r"(?<![\w/])(?:TBC|TBA)(?![\w/])|\b(?:date|amount|cost|figure)s? to be confirmed\b"
)
_FRONT = Expression(
    r"^(?:date|meeting date|date of meeting|report (?:to|of|by|author)|to|from|ward|"
    r"wards affected|key decision|contact(?: officer)?|author|forward plan ref.*|portfolio.*|"
    r"lead.*|committee)\s*:?$",
    re.IGNORECASE,
)


@found_once
def no_placeholder_is_left_in(report: Report) -> Iterator[TextFinding]:
    """“[insert]”, “£XX”, “TBC”: what the writer meant to fill in."""
    before = ""
    for passage in passages(report):
        if passage.has(*_OPENINGS_OF_PLACEHOLDERS):
            yield from _placeholders(passage, before)
        before = passage.text


def _placeholders(passage: Passage, before: str) -> Iterator[TextFinding]:
    text = passage.text
    match = _CERTAIN_PLACEHOLDER.search(text)
    confidence = Confidence.HIGH
    if match is None:
        match, confidence = _CASED_PLACEHOLDER.search(text), Confidence.MEDIUM
    if match is None:
        match, confidence = _DELETE.search(text), Confidence.MEDIUM
    if match is None and (whole := _TO_COME.match(text)):
        # a milestone may honestly be unknown; the front sheet's own lines may not
        front = passage.cell and _FRONT.match(before.strip())
        match, confidence = whole, Confidence.MEDIUM if front else Confidence.LOW
    if match is None:
        match, confidence = _TO_COME_WITHIN.search(text), Confidence.LOW
    if match is None:
        return
    yield TextFinding(
        place=passage.place,
        quote=around(text, match.start(), match.end()),
        message=f"“{match[0].strip()}” stands where words or a figure were to be filled in.",
        confidence=confidence,
        cure="Fill it in, or take it out.",
    )


RULES: tuple[Rule, ...] = (
    a_final_assessment_is_complete,
    an_assessment_called_final_has_nothing_to_do,
    no_placeholder_is_left_in,
)
