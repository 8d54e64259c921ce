"""The labels of published pages, what each is about, and the days that stand behind them.

Councils word them alike, not the same; what a label means is held here once.  Those of `LEFT` are
understood and stay where they stand: documents, contacts, wards.
"""

import re
from datetime import date

from moothall.facts.decisions import Answer
from moothall.files.calendars.written_words import read_clock, read_meeting_day

LONG = frozenset(
    (
        *("purpose", "text", "minutes", "reasons", "alternatives", "interests"),
        *("dispensations", "urgency"),
    )
)
"""What may run over several paragraphs after its label."""

_OF: dict[str, tuple[str, ...]] = {
    "maker": ("decision maker", "decision made by", "made by", "decision taken by"),
    "meeting": ("made at meeting", "decided at meeting", "meeting"),
    "status": ("decision status", "status", "outcome"),
    "key": ("is key decision", "key decision", "is this a key decision"),
    "kind": ("decision type", "type of decision"),
    "key_reason": ("reason key", "reason for key decision", "key decision reason"),
    "subject_to_call_in": ("is subject to call in", "subject to call in", "is call in applicable"),
    "urgency": ("reason for urgency", "urgency", "reasons for urgency", "urgent decision"),
    "purpose": ("purpose", "purpose of report", "purpose of the report", "summary"),
    "text": ("decision", "decisions", "decision made", "decision taken", "record of decision"),
    "minutes": ("minutes", "minute", "draft minutes"),
    "reasons": (
        *("reasons for the decision", "reason for the decision", "reasons for decision"),
        *("reason for decision", "reasons", "reasons for the decision(s)"),
        *("reasons for recommendations", "reasons for the recommendations"),
    ),
    "alternatives": (
        *("alternative options considered", "alternatives considered", "other options considered"),
        *("alternative options considered and rejected", "alternatives considered and rejected"),
        *("details of any alternative options considered and rejected", "options considered"),
        *("any alternative options considered and rejected", "alternative options"),
        "other options considered and rejected",
    ),
    "interests": (
        *("interests and nature of interests declared", "declarations or conflicts of interest"),
        *("conflicts of interest", "conflict of interest", "interests declared"),
        *("any conflict of interest declared", "declarations of interest"),
        *("any conflicts of interest declared", "declared conflicts of interest"),
    ),
    "dispensations": (
        *("dispensations", "dispensation", "dispensations granted", "dispensation granted"),
        *("any dispensation granted", "any dispensations granted"),
    ),
    "published_on": ("publication date", "decision published", "date published", "published"),
    "decided_on": (
        *("date of decision", "decision date", "date decision made", "date of the decision"),
    ),
    "call_in_ends_on": (
        *("call in ends", "call in ends on", "call in deadline", "call in expiry"),
        *("call in expiry date", "call in expires", "call in expires on", "call in end date"),
        *("call in period ends", "call in period expires", "deadline for call in"),
        *("last date for call in", "last day for call in", "date of call in expiry"),
    ),
    "first_published": (
        *("notice of proposed decision first published", "first published"),
        *("first published on", "date first published", "date of first publication"),
        *("notice first published", "notice of decision first published"),
    ),
    "effective_on": (
        *("effective from", "date effective", "decision effective from", "implementation date"),
        "effective date",
    ),
    "reference": ("decision reference", "reference", "decision ref", "reference no", "ref"),
    "forward_plan_reference": ("forward plan reference", "forward plan ref", "key decision no"),
}
_LEFT = (
    *("accompanying documents", "supporting documents", "additional documents", "documents"),
    *("background papers", "background documents", "report author", "author", "lead officer"),
    *("contact", "contact officer", "officer contact", "officer contacts", "lead member"),
    *("portfolio holder", "portfolio", "wards affected", "ward(s) affected", "divisions affected"),
    *("electoral divisions", "department", "lead director", "venue", "webcast", "media", "note"),
    *("agenda items", "decision due", "decision due date", "earliest decision date"),
    *("notice of decision", "originator", "originally due"),
    *("equality and/or environmental impact assessment", "equality impact assessment"),
    *("other reasons / organisations consulted", "consultees", "consultation", "representations"),
    *("organisations consulted", "anticipated restriction", "items", "related meetings"),
    "relevant scrutiny committee for the purpose of call-in",
)
MEANS = {name: meant for meant, names in _OF.items() for name in names}
_OF_A_PLAN: dict[str, tuple[str, ...]] = {
    "due": (
        *("decision due", "decision due date", "decision due by", "earliest decision date"),
        *("decision", "decision date", "date of decision", "date decision due", "due date"),
        *("likely date of decision", "proposed date of decision", "expected date of decision"),
    ),
    "private": (
        *("anticipated restriction", "restriction", "private meeting", "exempt information"),
        *("is the report exempt", "is the decision to be made in private", "public or private"),
        *("open or exempt", "reason for private", "reason for exemption", "private"),
    ),
    "first_published": ("date added", "date entered in plan", "published", "publication date"),
}
MEANS_IN_A_PLAN = MEANS | {name: meant for meant, names in _OF_A_PLAN.items() for name in names}
"""What a label means before the decision: `Decision` and `Published` are then of the notice."""
LEFT = frozenset(_LEFT)
_LABEL = re.compile(r"(?P<label>[A-Za-z][^:]{0,90}?)\s*(?:\?\s*:|:|\?(?=\s|$))\s*(?P<value>.*)$")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[a-z]+,?\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}",
    re.IGNORECASE,
)


def label_in(words: str) -> tuple[str, str]:
    """A label at the beginning of a line, in small letters, and what stands behind it.

    Both empty where there is none.

    >>> label_in("Is Key decision?: Yes")
    ('is key decision', 'Yes')
    """
    match = _LABEL.match(words)
    if match is None:
        return "", ""
    return plain(match["label"]), match["value"].strip()


def plain(label: str) -> str:
    """A label as the tables here hold it."""
    label = " ".join(label.casefold().replace("call-in", "call in").split()).strip(" :?.-–")
    return (
        "relevant scrutiny committee for the purpose of call-in"
        if (label.startswith("relevant scrutiny committee"))
        else label
    )


def read_printed_day(words: str) -> date | None:
    """The first day in some words as a page prints it, the day before the month; None if none.

    >>> read_printed_day("Tuesday, 28th June, 2022 6.00 pm")
    datetime.date(2022, 6, 28)
    """
    match = DAY.search(words)
    if match is None:
        return None
    day = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", match[0], flags=re.IGNORECASE).replace(",", "")
    try:
        return read_meeting_day(day)
    except ValueError:
        return None


def read_printed_clock(words: str) -> str | None:
    """The time after the day, as 18:00; None where there is none."""
    match = DAY.search(words)
    rest = words[match.end() :].strip(" ,-–") if match else ""
    rest = re.sub(r"^at\s+", "", rest)
    try:
        return read_clock(re.split(r"\s*[(\[–-]", rest)[0]) if rest else None
    except ValueError:
        return None


def read_answer(words: str) -> Answer:
    """Yes or no as the page prints it; unknown for anything else."""
    first = re.sub(r"[^a-z-]+", " ", words.casefold()).strip()
    if first.startswith(("non-key", "non key", "not key")) or first.split(" ")[0] == "no":
        return Answer.NO
    if first.split(" ")[0] in ("yes", "key"):
        return Answer.YES
    return Answer.UNKNOWN
