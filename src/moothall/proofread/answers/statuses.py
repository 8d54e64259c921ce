"""Statuses: what a report says that it is for, by a ticked box or a line, and what it asks.

"Status: [X] For decision" cannot stand with "for information only"; "For information" cannot stand
with recommendations to approve.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences

_TICKED = r"(?:[☑☒✓✔■]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓]\s*\))"
_OPEN = r"(?:[☐□]|\[\s*\]|\(\s*\))"
_BOX = Expression(rf"(?P<box>{_TICKED}|{_OPEN})")
_DECISION = Expression(r"\b(?:for )?(?:decision|approval|determination|agreement)\b", re.IGNORECASE)
_INFORMATION = Expression(r"\b(?:for )?(?:information|noting|note)\b", re.IGNORECASE)
_STATUS_LINE = Expression(
    r"^\W*(?:status(?: of (?:the )?report)?|(?:report|decision) (?:status|type|for)|purpose"
    r"(?: of (?:the )?report)?|type of report|action(?: required)?|this report is|for)\s*[:–-]\s*"
    r"(?:this (?:report|item) is\s*)?(?P<status>for (?:decision|information|noting|approval)|"
    r"decision|information(?: only)?|noting|information item)\s*(?:only)?\W*$",
    re.IGNORECASE,
)
_ONLY_INFORMS = Expression(
    r"\b(?:this|the) (?:report|paper|item)\b[^.;]{0,60}?\b(?:is|are)\b[^.;]{0,20}?\bfor "
    r"(?:information|noting)(?: only)?\b(?! (?:purposes )?and)|"
    r"\bno (?:decisions?|vote|resolution|approval) (?:is|are|will be) "
    r"(?:required|needed|sought|being sought|asked for|requested)\b|"
    r"\b(?:is|are) not (?:being )?asked (?:to (?:make|take) (?:a|any) decision|for a decision)\b",
    re.IGNORECASE,
)
_ASKS = Expression(
    r"^\W*(?:\(?[a-z\d]{1,3}[.)]\s*)?(?:that\s(?:the\s)?(?:[\w’']+\s){0,4}?)?"
    r"(?:[\w,’' ]{0,60}?\b(?:is|are)\s+(?:asked|recommended|"
    r"invited|requested)\s+to:?\s+)?(?P<verb>approves?|agrees?|adopts?|authorises?|delegates?|"
    r"awards?|"
    r"endorses? and approves?|determines?)\b",
    re.IGNORECASE,
)
_RECOMMENDATIONS = Expression(r"\b(?:recommendations?|decisions?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Status:
    """What the report says that it is for: "decision" or "information"."""

    is_for: str
    words: str
    place: Place
    order: int


def a_report_asks_what_its_status_says(report: Report) -> Iterator[TextFinding]:
    """“For decision” and “for information only” do not stand in one report."""
    texts = passages(report)
    found = next((status for p in texts[:60] if (status := _status(p)) is not None), None)
    against = None
    if found is not None:
        decided = found.is_for == "decision"
        against = _only_informs(texts) if decided else _asks(texts) or _is_asked(texts)
    else:
        found = _decision_unticked(texts[:60]) or _said_to_inform(texts)
        if found is None:
            return
        against = _asks(texts) or _is_asked(texts)
    if against is None:
        return
    said, place = against
    yield TextFinding(
        place=place,
        quote=said,
        message=f"The text says “{shortened(said, 110)}”, but the report is marked "
        f"“{shortened(found.words, 70)}” ({found.place}).",
        confidence=Confidence.MEDIUM,
        cure="Correct the status or the text.",
    )


def _status(passage: Passage) -> _Status | None:
    words = _ticked(passage.text) if len(passage.text) < 400 else ""
    if not words:
        line = _STATUS_LINE.match(passage.text) if len(passage.text) < 120 else None
        words = line["status"] if line else ""
    decision, information = _DECISION.search(words), _INFORMATION.search(words)
    if bool(decision) is bool(information):
        return None
    return _Status(
        is_for="decision" if decision else "information",
        words=words,
        place=passage.place,
        order=passage.order,
    )


def _ticked(text: str) -> str:
    """The label of the one box that is ticked among several; empty where that is not clear."""
    boxes = list(_BOX.finditer(text))
    if len(boxes) < 2:
        return ""
    starts_with_box = not re.search(r"\w", re.split(r"[:|]", text[: boxes[0].start()])[-1])
    labels = []
    for place, box in enumerate(boxes):
        if starts_with_box:
            end = boxes[place + 1].start() if place + 1 < len(boxes) else len(text)
            label = text[box.end() : end]
        else:
            since = boxes[place - 1].end() if place else text.rfind(":", 0, box.start()) + 1
            label = text[since : box.start()]
        if re.fullmatch(_TICKED, box["box"]):
            labels.append(" ".join(label.split())[:60])
    return labels[0] if len(labels) == 1 else ""


def _decision_unticked(texts: tuple[Passage, ...]) -> _Status | None:
    """ "Decision ☐ … Information ☒": other purposes are ticked, and this one is not."""
    line = [passage for passage in texts if len(passage.text) < 400 and _BOX.search(passage.text)]
    for place, passage in enumerate(line):
        # one line with all the boxes, or a row of cells with one or more each
        row = " ".join(p.text for p in line[place:] if p.order == passage.order)
        boxes = list(_BOX.finditer(row))
        if len(boxes) < 2 or not any(re.fullmatch(_TICKED, box["box"]) for box in boxes):
            continue
        before = not re.search(r"\w", row[: boxes[0].start()].rpartition(":")[2])
        for at, box in enumerate(boxes):
            if before:
                until = boxes[at + 1].start() if at + 1 < len(boxes) else len(row)
                label = row[box.end() : until]
            else:
                since = boxes[at - 1].end() if at else 0
                label = row[since : box.start()]
            label = re.sub(r"\([^()]*\)?", " ", label).strip(" \t,;|")
            if _TO_DECIDE.fullmatch(label) and re.fullmatch(_OPEN, box["box"]):
                return _Status(
                    is_for="information",
                    words=f"{label} {box['box']}",
                    place=passage.place,
                    order=passage.order,
                )
    return None


_TO_DECIDE = Expression(r"(?:.*\W)?(?:for )?(?:decision|approval)", re.IGNORECASE)


def _said_to_inform(texts: tuple[Passage, ...]) -> _Status | None:
    """“This report is for information only; no decision is sought”, in the text itself."""
    for passage in texts:
        match = _INFORMS_ONLY.search(passage.text)
        if match is not None:
            words = around(passage.text, match.start(), match.end(), 40)
            return _Status(
                is_for="information", words=words, place=passage.place, order=passage.order
            )
    return None


_INFORMS_ONLY = Expression(
    r"\b(?:this|the) (?:report|paper|item) is (?:being )?(?:presented |submitted |brought )?"
    r"(?:purely |solely |only )?for (?:information|noting)\b(?: only)?(?! and| purposes| as well)|"
    r"\bno (?:decisions?|approval) (?:is|are) (?:required|needed|(?:being )?sought|asked for|"
    r"requested) (?:at this|by this|from the|from this|in this)?|"
    r"\bno (?:decision|approval) is (?:required|needed|(?:being )?sought)\s?[.;,]",
    re.IGNORECASE,
)
_IS_ASKED = Expression(
    r"\b(?:the )?(?P<who>(?:county |full |parish |town |joint )?(?:council|cabinet|executive|board|"
    r"committee|panel|trust board|members|governing body))\b[^.;:]{0,140}?\b(?:is|"
    r"are) (?:therefore )?"
    r"(?:asked|recommended|invited|requested) to:?\s(?:(?:note|consider|receive)\b[^.;:]{0,120}?"
    r"\band "
    r"(?:to )?)?(?P<verb>approve|agree|adopt|authorise|"
    r"delegate|award|determine|decide|choose|ratify|appoint|resolve|grant|sanction|select)\b",
    re.IGNORECASE,
)


def _is_asked(texts: tuple[Passage, ...]) -> tuple[str, Place] | None:
    """“The Board is asked to approve …”, wherever it stands."""
    left = 0
    for passage in texts:
        listed = _IN_A_LIST.match(passage.text) if left else None
        if listed is not None:
            return around(passage.text, listed.start(), listed.end(), 0, after=100), passage.place
        left -= 1
        if not passage.has("asked to", "recommended to", "invited to", "requested to"):
            continue
        if passage.text.rstrip().endswith(":"):
            left = 8
        match = _IS_ASKED.search(passage.text)
        if match is not None and not _OF_OLD.search(passage.text[: match.start()][-60:]):
            return around(passage.text, match.start(), match.end(), 0, after=100), passage.place
    return None


_IN_A_LIST = Expression(
    r"^\W*(?:\(?[a-z\d]{1,3}[.)]\s*)?(?:to )?(?:(?:note|discuss|consider|receive|review|"
    r"comment on)\w* "
    r"(?:[^.;]{0,30} )?and )?(?:to )?(?:approve|agree|adopt|authorise|delegate|award|"
    r"determine)s?\b",
    re.IGNORECASE,
)
_OF_OLD = Expression(r"\b(?:previous|last|earlier|will|future|next|in due course)\b", re.I)


def _only_informs(texts: tuple[Passage, ...]) -> tuple[str, Place] | None:
    for passage in texts:
        for sentence in sentences(passage.text):
            match = _ONLY_INFORMS.search(sentence)
            if match and not re.search(r"\b(?:section|appendix|part|table)\b", match[0], re.I):
                return around(sentence, match.start(), match.end(), 60), passage.place
    return None


def _asks(texts: tuple[Passage, ...]) -> tuple[str, Place] | None:
    for passage in texts:
        if passage.heading or not _RECOMMENDATIONS.search(passage.place.section):
            continue
        match = _ASKS.match(passage.text)
        if match is not None and not re.match(r"\s*(?:to note|that .{0,40}noted)", match[0], re.I):
            return around(passage.text, match.start(), match.end(), 0, after=100), passage.place
    return None


# --- an assessment that is attached, and not ------------------------------------------------------

_ASKED = Expression(
    r"(?P<what>[^.?:☐☑☒\[]{0,60}\b(?:EIA|EqIA|assessment|analysis|appendi(?:x|ces)|business case|"
    r"plan)\b[^.?:☐☑☒\[]{0,30}?\b(?:attached|completed|required|carried out|included|appended))\b"
    rf"[?:\s]*(?P<boxes>(?:(?:yes|no|n/?a|not applicable)?\s*(?:{_TICKED}|{_OPEN})\s*"
    rf"(?:yes|no|n/?a|not applicable)?\s*){{2,3}}(?:yes|no|n/?a|not applicable)?)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_IS_ATTACHED = Expression(
    r"\bthe (?:attached|completed|appended) (?P<a>[\w ]{0,30}?(?:assessment|analysis|EIA|EqIA))\b|"
    r"\b(?:assessment|analysis|EIA|EqIA)\b[^.;]{0,20}\b(?:is|has been) (?:attached|appended|"
    r"completed|carried out|undertaken)\b",
    re.IGNORECASE,
)


def an_attachment_denied_is_not_described(report: Report) -> Iterator[TextFinding]:
    """ "Assessment attached? No [X]" does not stand before "the attached assessment shows"."""
    texts = passages(report)
    for place, passage in enumerate(texts):
        if not passage.has(
            "attached", "completed", "required", "carried out", "included", "append"
        ):
            continue
        match = _ASKED.match(passage.text)
        if match is None or not _says_no(match["boxes"]):
            continue
        following = [match["rest"], *(p.text for p in texts[place + 1 : place + 4])]
        for text in following:
            said = _IS_ATTACHED.search(text)
            if said is None:
                continue
            yield TextFinding(
                place=passage.place,
                quote=f"{match['what'].strip()}? {' '.join(match['boxes'].split())} … "
                f"{around(text, said.start(), said.end(), 50)}",
                message=f"“No” is ticked, but the text says “{' '.join(said[0].split())}”.",
                confidence=Confidence.MEDIUM,
                cure="Correct the box or the text.",
            )
            break


def _says_no(boxes: str) -> bool:
    """Whether "no" is the box that is ticked, whichever side of its word the boxes stand."""
    before = re.match(rf"\s*(?:{_TICKED}|{_OPEN})", boxes)
    shape = rf"{_TICKED}\s*(?:no|n/?a)\b" if before else rf"\b(?:no|n/?a)\s*{_TICKED}"
    other = rf"{_TICKED}\s*yes\b" if before else rf"\byes\s*{_TICKED}"
    return bool(re.search(shape, boxes, re.I)) and not re.search(other, boxes, re.I)


RULES: tuple[Rule, ...] = (
    a_report_asks_what_its_status_says,
    an_attachment_denied_is_not_described,
)
