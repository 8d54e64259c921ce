"""Decisions: who has agreed, decided, approved, resolved or determined, or who will.

“It has been agreed” tells nobody whose decision it was, and “a decision will be taken in due
course” nobody whose it will be.  Minutes of a body are that body's, and the minute itself says so.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.decider_words import (
    AS_PART_OF,
    BODY_ACTS,
    BY_SOMEBODY,
    BY_WHAT_MEASURE,
    CLERKS,
    DECIDES_BEFORE,
    NAMED,
    NAMED_BEFORE,
    NOT_OURS,
    THIS_MATTER,
    TO_BE_DONE,
    somebody_is_named,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes, minutes_begin
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences

# --- decisions without an agent -------------------------------------------------------------------

_DECIDED = (
    r"(?:agreed|decided|approved|resolved|determined|endorsed|adopted|authorised|sanctioned|"
    r"concluded|accepted|settled)"
)
_ADVERB = (
    r"(?:(?:also|therefore|subsequently|then|previously|recently|further|already|now|since|"
    r"initially|originally|formally|eventually|later|finally|thus|accordingly)\s+)?"
)
_IMPERSONAL = Expression(
    rf"\bit\s+(?:was|is|ha[sd]\s+{_ADVERB}been)\s+{_ADVERB}(?:{_DECIDED}|felt|considered|thought)\b"
    r"(?!\s+practice|\s+wisdom)",
    re.IGNORECASE,
)
_GIVEN = Expression(
    r"\b(?:(?:formal|political|member|final|initial|in-principle|the|an?|this)\s+){0,2}"
    r"(?P<noun>approval|agreement|authority|authorisation|consent|permission|sign-?off|go-ahead|"
    r"green light|waiver|view(?=\s(?:was|had been)\s(?:then\s)?taken\sthat\b)|"
    rf"decision)\s+(?:was|were|has\s+{_ADVERB}been|had\s+{_ADVERB}been|is)\s+{_ADVERB}"
    r"(?:given|granted|obtained|reached|taken|made|secured|received|signed off)\b",
    re.IGNORECASE,
)
_GIVEN_TO = Expression(
    r"^\s*(?:(?:last|this|earlier) \w+ )?(?:to|that|for|in|on|over|during|before|after|at|by the|"
    r"since|not|subject|and|,|;|\.|at|as|$)",
    re.IGNORECASE,
)
_IN_SO_MANY = Expression(
    r"^\s*(?:in|for|on)\s(?:\w+\s){0,2}\d[\d.,]*(?:%|\s(?:per cent|of|cases?)\b)"
)
"""“A decision was made in 92.3% of cases” is said of every such decision, not of one."""
_TO_COME = Expression(
    r"\b(?:(?:a|any|the|this|further|final|formal)\s+){1,2}decisions?\b"
    r"(?P<on>[^.;]{0,90}?)\s+(?P<form>(?:will|would|shall|should|can|is to|are to|to)\s+(?:then\s+|"
    r"only\s+)?be\s+|be\s+|remains?\s+to\s+be\s+|(?:is|has)\s+(?:yet|still)\s+to\s+be\s+|"
    r"(?:is|will be)\s+deferred\b|"
    r"awaits\b)(?P<verb>taken|made|reached)?\b",
    re.IGNORECASE,
)
_WILL_BE_DECIDED = Expression(
    r"\b(?P<form>(?:will|shall|would|is to|are to|can|must|should)\s+be|(?:is|are|has|have|"
    r"remains?)\s+(?:yet|still)?\s*to\s+be|remains?\s+to\s+be|to\s+be)\s+(?P<adverb>\w+ly\s+)?"
    r"(?P<verb>decided|determined|agreed|resolved|settled|approved)\b",
    re.IGNORECASE,
)
_WHEN_UNSAID = Expression(
    r"\b(?:in due course|at a later (?:date|stage|time|point)|in the future|at the appropriate "
    r"time|when appropriate|as (?:and when )?(?:necessary|appropriate|required)|at an appropriate "
    r"(?:time|stage|point)|in time|in the (?:coming|next few) (?:weeks|months)|later in the year|"
    r"subsequently|nearer the time|shortly|at some (?:point|stage))\b",
    re.IGNORECASE,
)
_WHETHER = Expression(
    r"^\W*(?:(?:\d+|[a-z]|[ivx]+)[.)]\s*)?that it be "
    r"(?:agreed|decided|determined|resolved) whether\b"
    r"|\bbe (?:agreed|decided|determined|resolved) whether\b[^.;]*\bsubject to further "
    r"(?:discussions?|consideration|work)\b",
    re.IGNORECASE,
)
_QUARREL = Expression(
    r"\b(?:disagreements?|disputes?|dead-?lock|failure to agree|cannot agree|unable to agree|"
    r"differences? of (?:view|opinion))\b",
    re.IGNORECASE,
)
_PASSIVE = Expression(
    rf"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+{_ADVERB}"
    r"(?:agreed|decided|approved|resolved|determined|accepted|rejected|refused|turned down|"
    r"authorised|sanctioned|signed off|waived|given (?:the )?(?:go-ahead|green light|approval|"
    r"nod))\b|"
    r"\b(?:got|received|had|has had) the (?:go-ahead|green light|nod)\b",
    re.IGNORECASE,
)
_NOTHING_ELSE = Expression(
    r"^(?!.*\b(?:cases?|instances|occasions|times|court)\b)\W*"
    r"(?:(?:in|on|last|at the end of|during|over|before|after|since|this|for|to|until|"
    r"by)\b[^,.;]{2,70})?[.;]?$",
    re.I,
)
_MATTER = Expression(
    r"^(?:(?:The|A|An|This|Our|Its|All|Both|These|Those)\b|(?:Funding|Re-?procurement|Closure)\b)"
    r"(?!.*\b(?:which|that|who|total of|number of|complaints|claims|requests|referrals)\b)"
    r"(?:[^,;:]|,(?=\d)|,\s(?:adding|costing|worth|including)\b[^,;:]{3,50},){3,90}$"
)

# --- who decided ----------------------------------------------------------------------------------

_CONDITIONAL = Expression(
    r"\b(?:if|unless|should|once|when|until|whether|where|provided|as(?! at\b)|than|what|which|"
    r"before|"
    r"after|how)\s[^,]{0,60}$",
    re.IGNORECASE,
)
_CONTENT = Expression(r"\b(?:that|to)\b|[:–—]")


def decisions_name_who_decided(report: Report) -> Iterator[TextFinding]:
    """“It has been agreed that …”, “a decision will be taken”: by whom?  Once for each sentence."""
    if are_minutes(report):
        return
    until = minutes_begin(report)
    for passage in passages(report):
        if passage.order >= until:
            break  # minutes that are annexed
        if passage.heading or not passage.has(
            *("agree", "deci", "approv", "resol", "determin", "endors", "adopt", "authori"),
            *(
                "sanction",
                "conclu",
                "accept",
                "settl",
                "consent",
                "it was ",
                "it had been ",
                "view ",
                "sign",
                "go-ahead",
                "permission",
                "waiver",
                "reject",
                "refus",
                "turned down",
                "green",
                " nod",
            ),
        ):
            continue
        before = ""
        for sentence in sentences(passage.text):
            finding = _undecided(passage, sentence, before)
            if finding is not None:
                yield finding
            before = sentence


def _undecided(passage: Passage, sentence: str, before: str) -> TextFinding | None:
    for read in (_impersonal, _given, _to_come, _to_be_determined, _whether, _passive):
        found = read(passage, sentence, before)
        if found is not None:
            match, sure = found
            return _by_whom(passage, sentence, match, sure=sure)
    return None


_Found = tuple[re.Match[str], bool] | None


def _impersonal(passage: Passage, sentence: str, before: str) -> _Found:
    """ "It was agreed that …"."""
    match = _IMPERSONAL.search(sentence)
    if match is None:
        return None
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    if _CONDITIONAL.search(opening) or NAMED_BEFORE.search(opening) or CLERKS.match(rest):
        return None
    # who decided stands before what was decided: "agreed in 2018 by members that …"
    content = _CONTENT.search(rest)
    beside = (rest[: content.start()] if content else rest)[:120]
    if NAMED.search(beside) or BY_SOMEBODY.search(beside) or AS_PART_OF.match(rest):
        return None
    verb = match[0].casefold()
    # a boiler may be "determined" to be faulty, an argument "concluded" or "accepted"
    thought = verb.endswith(("felt", "considered", "thought"))
    if thought and not (TO_BE_DONE.match(rest) and re.match(r"it\s+(?:was|had)\b", verb)):
        return None
    found_out = verb.endswith(("determined", "concluded", "accepted", "settled"))
    found_out = found_out and not TO_BE_DONE.match(rest)
    present = re.match(r"it\s+is\b", verb) is not None
    acting = BODY_ACTS.search(opening) or BODY_ACTS.search(before)
    return match, not (found_out or present or passage.cell or acting)


def _given(passage: Passage, sentence: str, before: str) -> _Found:
    """ "Approval was given", "the decision was taken to …"."""
    match = _GIVEN.search(sentence)
    if match is None or NOT_OURS.search(sentence):
        return None
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    if re.search(r"\b(?:no|any|neither|nor)\s*$", opening, re.IGNORECASE):
        return None
    if (
        not _GIVEN_TO.match(rest)
        or _IN_SO_MANY.match(rest)
        or (match["noun"].casefold() != "view" and _CONDITIONAL.search(opening))
        or somebody_is_named(opening, rest, before)
    ):
        return None
    reached = match["noun"].casefold() == "agreement" and not _TO_DO.match(rest)
    return match, not (passage.cell or reached)


_TO_DO = Expression(r"^\s*(?:(?:in|last|over|during) [^,.;]{3,30} )?to \w")
"""“Agreement has been reached to pay”: what was agreed is to be done, and no two sides are told."""


def _to_come(passage: Passage, sentence: str, before: str) -> _Found:
    """ "A decision will be taken in due course"."""
    match = _TO_COME.search(sentence)
    if match is None or NOT_OURS.search(sentence):
        return None
    if not match["verb"] and not re.search(r"deferred|awaits", match["form"], re.IGNORECASE):
        return None
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    if somebody_is_named(f"{opening} {match['on']}", rest, before) or re.search(
        r"\b(?:to enable|so that|before|if|until|allow)\b[^,;]{0,40}$", opening, re.IGNORECASE
    ):
        return None
    vague = _WHEN_UNSAID.search(rest) is not None or not rest.strip(" .;")
    return match, vague and not passage.cell


def _to_be_determined(passage: Passage, sentence: str, before: str) -> _Found:
    """ "It will be determined": a quarrel's end, or something put off without a date or a body."""
    match = _WILL_BE_DECIDED.search(sentence)
    if match is None or NOT_OURS.search(sentence):
        return None
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    if somebody_is_named(opening, rest, before):
        return None
    quarrel = _QUARREL.search(sentence) is not None
    if not (quarrel or _WHEN_UNSAID.search(rest) or BY_WHAT_MEASURE.search(rest)):
        return None
    return match, not passage.cell


def _whether(_passage: Passage, sentence: str, _before: str) -> _Found:
    """A recommendation that says what is to be decided, and not what is recommended."""
    match = _WHETHER.search(sentence)
    return (match, True) if match and not NAMED.search(sentence) else None


def _passive(passage: Passage, sentence: str, before: str) -> _Found:
    match = _PASSIVE.search(sentence)
    if match is None:
        return None
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    alone_says_it = THIS_MATTER.match(opening) and not DECIDES_BEFORE.search(before)
    if (
        _CONDITIONAL.search(opening)
        or somebody_is_named(opening, rest, "" if alone_says_it else before)
        or NOT_OURS.search(sentence)
    ):
        return None
    alone = _MATTER.match(opening.strip()) and _NOTHING_ELSE.match(rest) and len(rest) < 90
    bare = alone is not None and not passage.cell and len(sentence.split()) <= 16
    return (match, bare) if not _IMPERSONAL.search(sentence) else None


def _by_whom(passage: Passage, sentence: str, match: re.Match[str], *, sure: bool) -> TextFinding:
    said = " ".join(match[0].split())
    coming = re.match(r"it\b", said, re.IGNORECASE) is None and re.search(
        r"\b(?:will|shall|to be|be taken|be made|deferred|awaits|whether)\b", said, re.IGNORECASE
    )
    if "whether" in said.casefold():
        message = f"“{said}” puts a question where a recommendation says what is to be done."
        cure = "Say what is recommended, or which body decides it and when."
    elif coming:
        message = f"“{said}” does not say who decides, or when."
        cure = "Name the body or the officer that will decide, and the date."
    else:
        message = f"“{said}” does not say by whom."
        cure = "Name the body or the officer that decided, and the date."
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end(), 60, after=160),
        message=message,
        confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        cure=cure,
    )


RULES: tuple[Rule, ...] = (decisions_name_who_decided,)
