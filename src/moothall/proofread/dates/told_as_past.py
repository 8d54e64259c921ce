"""Whether a sentence tells what happens at a date as past: by its verb, wherever the date stands.

A date is a time of its clause (“On 5 May the Board was told …”, “the Board was told … on 5 May”) or
of a noun (“the audit in May”).  The verb of the clause, not a list of phrases, says whether it is
past; what was planned, set or appointed for a date may lie ahead of it.
"""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.written_dates import Written

_WEEKDAY = r"(?:[A-Z][a-z]+day,?\s)?"
_ABOUT = (
    r"(?:the\s)?(?:early\s|mid[-\s]?|late\s|(?:the\s)?(?:end|beginning|start|middle|course)\sof\s|"
    r"week\s(?:commencing|beginning)\s)?(?:the\s)?"
)
_AT_A_TIME = Expression(
    rf"(?:^|\s)(?P<at>in|on|during|throughout|at(?=\s(?:the\s)?(?:end|start|beginning)\b))"
    rf"\s{_ABOUT}{_WEEKDAY}$",
    re.IGNORECASE,
)
_BETWEEN = Expression(
    rf"\bbetween\s(?:the\s)?{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?:\s[A-Z][a-z]+)?\sand\s(?:the\s)?"
    rf"{_WEEKDAY}$",
    re.IGNORECASE,
)
_SINCE = Expression(rf"\bsince\s(?:(?P<what>[^.;,\d]{{3,60}}?)\s(?:in|on)\s)?{_ABOUT}$", re.I)
_OPENS_A_CLAUSE = Expression(
    r"^\W*(?:\(?\w{1,3}[.)]\s+)?$|[,;:]\s(?:and|but|while|then)?\s?$|"
    r"\b(?:that|and|but|when|where)\s$|^\W*(?:and|but|then|later|also|again|more recently),?\s$",
    re.IGNORECASE,
)
_IRREGULAR = (
    r"met|took|gave|made|began|ran|fell|rose|grew|went|came|sent|wrote|heard|spoke|brought|became|"
    r"built|bought|sold|won|led|kept|held|saw|found|told|paid|cost|spent|drew|chose|won|lost|"
    r"withdrew|undertook|stood|left"
)
_PAST = rf"(?:was|were|did|had|{_IRREGULAR}|[a-z]{{2,}}(?<!ne)(?<!exc)(?<!succ)(?<!proc)ed)"
_FINITE = Expression(
    rf"\b(?:(?P<to_come>will|shall|would|should|may|might|must|can|could|is|are|am|be|do|does|"
    rf"going|intends?|plans?|hopes?|aims?|expects?|need(?:s|ed)?|remains?|continues?|becomes?|"
    rf"takes?|begins?|starts?|ends?|closes?|opens?|(?:sub)?mits?|applies|apply|runs?|comes?|"
    rf"expires?|requires?|to)|(?P<perfect>has|have)|(?P<past>{_PAST}))\b"
)
_MEANT = (
    r"due|expected|planned|scheduled|proposed|intended|required|anticipated|projected|estimated|to|"
    r"going|forecast|programmed|budgeted|allocated|needed|rescheduled|deferred|postponed|delayed|"
    r"extended|moved|set(?!\sout)|likely|hoped|supposed|meant|earmarked|included|assumed|available|"
    r"booked|pencilled|limited|timetabled|targeted|identified|requested|cancelled|reserved|"
    r"committed|still|yet|about|there|calculated|modelled|predicted|profiled|phased|capped|deemed|"
    r"mandated|subject|not|never|no"
)
_PLANNED = (
    rf"(?:{_MEANT}|asked|agreed|provided|invited|arranged|advertised|appointed|elected|confirmed|"
    r"announced|updated|uprated|assessed|based|revised|recommended|approved|designated)"
)
_ONE_THAT_LOOKS_AHEAD = Expression(
    rf"^(?:\s(?:[a-z]+ly|also|then|now|been|be))*\s(?:{_MEANT})\b", re.I
)
_LOOKS_AHEAD = Expression(rf"^(?:{_MEANT})$", re.I)
_OF_A_NOUN = Expression(r"\s(?:by|in|at|on|under|for|with)\b")
_AHEAD_ANYWHERE = Expression(
    r"\b(?:will|shall|would|should|(?-i:may)|might|if|when|once|until|unless|before|planned|due|"
    r"ahead|"
    r"assum\w+|expected|forecast\w*|project(?:ed|ions?)|scheduled|proposed|propos\w+|"
    r"provisional\w*|"
    r"intend\w*|anticipat\w+|timetable|deadline|target\w*|could|by the time|is to|are to|was to|"
    r"were to|estimated|budgeted|plan(?:s|ning) (?:to|for))\b",
    re.IGNORECASE,
)
_FRONTED_REACH = 170


def is_told_as_past(sentence: str, on: Written) -> bool:
    """Whether the sentence says that something has happened at the date."""
    before = sentence[: on.start]
    if since := _SINCE.search(before):
        return not re.search(r"\b(?:will|would|as)\b", before[max(0, since.start() - 60) :])
    if on.is_a_day and _is_noted_as_done(before, sentence[on.end :]):
        return True
    at = _AT_A_TIME.search(before) or _BETWEEN.search(before)
    if at is None:
        return False
    lead = before[: at.start() + (1 if before[at.start() : at.start() + 1].isspace() else 0)]
    if _OPENS_A_CLAUSE.search(lead):
        return _happened(sentence[on.end : on.end + _FRONTED_REACH], lead)
    return (
        _has_its_value(sentence, sentence[on.end :])
        or _is_after_something(lead, sentence[on.end :])
        or _is_what_came_of_something(lead, sentence[on.end :])
        or _is_of_what_was_done(lead, sentence[on.end :])
        or _is_done_then(lead, sentence, sure=on.is_a_day or bool(_PART_OF_A_MONTH.search(before)))
    )


# --- the date first -------------------------------------------------------------------------------

_RELATIVE = Expression(r",\s(?:which|who|whose|where)\b[^,;:]{3,90},")
_HELPS = frozenset(("was", "were", "has", "have", "had", "did"))
_STARTS = Expression(r"^\s?(?:\([^()]{0,60}\))?,?\s(?!(?:to|until|and|or|[-–—])\b)")


def _happened(after: str, lead: str) -> bool:
    """Whether the first finite verb of a clause after its date is in the past."""
    if _AHEAD_ANYWHERE.search(lead[-80:]) or not _STARTS.match(after):
        return False
    clause = _RELATIVE.sub(",", re.split(r"[;:]|\.\s", after, maxsplit=1)[0])
    verb = _FINITE.search(clause)
    if verb is None or verb["to_come"] or verb.start() > 110:
        return False
    if re.search(r"\b(?:which|who|that|whose)\b", clause[: verb.start()]):
        return False
    rest = clause[verb.end() :]
    if verb[0] in _HELPS and _ONE_THAT_LOOKS_AHEAD.match(rest):
        return False
    # “the plan agreed will …”: a participle, where a verb to come follows
    if verb["past"] and verb[0].endswith("ed"):
        later = _FINITE.search(rest)
        if _LOOKS_AHEAD.match(verb[0]):
            return False
        if _OF_A_NOUN.match(rest) and later is not None and later["to_come"]:
            return False
    return True


# --- the date last --------------------------------------------------------------------------------

_DONE = Expression(
    rf"^.*\b(?:(?:was|were|(?:has|have|had)\sbeen)\s(?:[a-z]+ly\s|also\s|then\s)?(?!{_PLANNED}\b)"
    rf"(?:[a-z]{{2,}}ed|{_IRREGULAR}|given|taken|written|drawn|shown|begun|chosen|sent|put|let)|"
    rf"(?<!\bbe\s)(?<!\bbeing\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?P<active>(?:met|took|went|"
    rf"came|spoke|heard|attended|visited|hosted|toured|opened|held|"
    rf"launched|received|issued|published|wrote|signed|completed|notified|informed|collected|"
    rf"delivered|installed|adopted|granted|refused|inspected|presented|reported|submitted)))\b"
    rf"(?P<between>[^.;:()]{{0,90}})$"
)
_IS_FOR = Expression(r"\b(?:for|to|until|that|which|before|after|ahead|due)\b")
_LEADS_ELSEWHERE = Expression(
    r"\b(?:for|until|to|from|as|that|which|who|whose|whether|about|regarding|concerning|of|before|"
    r"after|due|ahead|prior|towards|upcoming|forthcoming|next|planned|scheduled|[a-z]{3,}ing|"
    r"deadline|elections?|event|hearing|plans?|proposals?|increases?|rises?|launch|start|end|"
    r"closure|opening|change|changes|if|when)\b",
    re.IGNORECASE,
)
_CARRIED_OUT = Expression(
    r"\s(?:carried out|conducted|undertook|completed|visited|toured|inspected)\s(?:a|an|the|its|"
    r"their|our|his|her)\s[^.;:,()]{3,60}$"
)
_CLOSE = 2
"""How many words a month, which is often that of a noun, may stand from its verb."""
_PART_OF_A_MONTH = Expression(
    r"\b(?:end|beginning|start|middle)\sof\s$|\b(?:early|late)\s$|\bmid[-\s]$"
)
"""A part of a month is hardly said of a noun: “submitted the plan at the end of May”."""
_TO_A_BODY = Expression(
    r"\b(?:at|to|by|with|from|of)\s(?:the|its|their|a|an|our|both|all|each)?\s?"
    r"(?:[A-Z][\w’'&-]*,?\s?(?:and\s|of\s|for\s|the\s|on\s)?)+|"
    r"\bat\s(?:the|its|their|a|an|our|this)\s(?:[a-z]+\s)?meeting\b|"
    r"\b(?:to|with|by)\s(?:all\s|the\s|its\s)?(?:staff|residents|members|councillors|schools|"
    r"parents|the public|partners|bidders|tenants|businesses)\b|"
    r"\b(?:to|with|by)\s(?:all\s|the\s|its\s|both\s|local\s|every\s)*[a-z]+(?<!s)(?<!u)s\s?$|"
    r"\b(?:to|with|by)\s(?:each|every|the)\s[a-z]+\s?$|"
    r"\bto\s(?:traffic|business|service)\b|\b(?:into|in)\s(?:force|effect|operation|use|service)\b"
)


_SENT_IN = Expression(
    r"\s(?:our|the|its|their|a|an)\s(?:draft\s|final\s|initial\s|outline\s|first\s)?(?:plans?|"
    r"proposals?)"
    r"(?=\s(?:to|with|by|at|in|on)\b)"
)
"""A plan that is handed in is what is done, not what is planned."""


def _is_done_then(lead: str, sentence: str, *, sure: bool) -> bool:
    """“The lamps were handed to the Trust on …”: the verb before the date, nothing between."""
    done = _CARRIED_OUT.search(lead[-100:])
    if done is not None and not _AHEAD_ANYWHERE.search(sentence):
        return not _IS_FOR.search(done[0])
    match = _DONE.search(lead[-150:])
    after = re.split(
        r",\s|[;:]|\sand\s(?=(?:will|shall|is|are)\b)", sentence[len(lead) :], maxsplit=1
    )
    clause = lead + after[0]
    if match is None or _AHEAD_ANYWHERE.search(_SENT_IN.sub(" ", clause)):
        return False
    between = _SENT_IN.sub(" ", match["between"].replace("for the first time", ""))
    between = _TO_A_BODY.sub(" ", _TO_A_BODY.sub(" ", between))
    if not sure and len(between.split()) > _CLOSE:
        return False
    return not _LEADS_ELSEWHERE.search(between)


_OF_A_THING = Expression(
    r"(?<!\bbe)(?<!\bbeing)(?<!\bis)(?<!\bare)(?<!\bnot)(?<!\bhave)(?<!\bonce)(?<!\bwhen)(?<!\bif)"
    r"(?<!\bfor)"
    r"(?<!\band)(?<!\bor)"
    r"\s(?:published|issued|launched|released|signed|carried out|conducted|undertaken|commissioned)"
    r"(?:\sby\s(?:the\s)?(?:[A-Z][\w’'&-]+\s?){1,5})?\s?$"
)


def _is_of_what_was_done(lead: str, after: str) -> bool:
    """“The survey carried out in May showed …”: a participle that tells which is meant."""
    if _OF_A_THING.search(lead) is None or _AHEAD_ANYWHERE.search(lead):
        return False
    verb = _FINITE.search(after[:_FRONTED_REACH])
    if verb is None or verb["to_come"]:
        return False
    return not _ONE_THAT_LOOKS_AHEAD.match(after[verb.end() :])


# --- notes ----------------------------------------------------------------------------------------

_NOTED = Expression(
    rf"(?:^|[–—:;•\t]\s|\.\s|-\s|\)\s)(?:[A-Z][\w/]+\s){{0,2}}?(?!(?:{_PLANNED}|unchanged|"
    rf"advanced)\b)"
    rf"(?-i:[A-Z])[a-z]+(?:ed|ent|eld)(?P<between>(?:\s[A-Za-z’'&-]+){{0,7}})\s(?:on\s)?(?:the\s)?"
    rf"{_WEEKDAY}$",
    re.IGNORECASE,
)
_NOTE_LOOKS_ELSEWHERE = Expression(
    r"\b(?:until|to|from|by|that|which|who|before|after|of|due|prior|towards|next|planned|deadline|"
    r"event|hearing|as|and|or|the meeting|for the)\b",
    re.IGNORECASE,
)


def _is_noted_as_done(before: str, after: str) -> bool:
    """“Emailed for an answer on 27 July”, “Application Refused 20 July”: a participle, no verb."""
    match = _NOTED.search(before[-140:])
    if match is None or _NOTE_LOOKS_ELSEWHERE.search(_TO_A_BODY.sub(" ", match["between"])):
        return False
    return not re.match(r"\s?(?:[-–]|to\b|until\b)", after)


# --- the date of a noun ---------------------------------------------------------------------------

_AFTER = Expression(
    r"(?:^|[;:,]\s|^\W*\(?\w{1,3}[.)]\s+)(?:further to|following|as a result of|in (?:the )?light "
    r"of|arising (?:from|out of)|in response to|after|subsequent to)\s"
    r"(?P<what>[^.;:,]{3,90})$",
    re.IGNORECASE,
)


def _is_after_something(lead: str, after: str) -> bool:
    """“Following the audit in November, changes were made”: the audit is over."""
    match = _AFTER.search(lead)
    return bool(match and re.match(r"\s?(?:\([^()]{0,60}\))?,\s", after) and _happened(after, ""))


_VALUE = Expression(
    r"^\s(?:was|were|stood at|reached|rose to|fell to|averaged|totalled|came to)\s(?:only\s|just\s|"
    r"over\s|under\s|about\s|at\s)?[£€]?\d"
)
_A_GUESS = Expression(
    r"\b(?:budget\w*|rate of|price cap|wage|allowance|precept|fee|charge|tax|threshold|settlement|"
    r"increase|rise)\b",
    re.IGNORECASE,
)
"""What is set beforehand for a time has its figure before the time comes."""


def _has_its_value(sentence: str, after: str) -> bool:
    """“Attendance in the spring term was 93%”: what is measured at a time is known after it."""
    ahead = _AHEAD_ANYWHERE.search(sentence)
    if not _VALUE.match(after) or (ahead is not None and ahead[0].lower() != "before"):
        return False
    return not _A_GUESS.search(sentence)


_OUTCOME = Expression(
    r"\b(?:outcome|results?|findings|recommendations|conclusions|lessons|success|feedback|"
    r"responses|"
    r"replies)\s(?:of|from|to|arising from)\s(?P<what>[^.;:,]{3,80})$",
    re.IGNORECASE,
)


def _is_what_came_of_something(lead: str, after: str) -> bool:
    """“The findings of the review in November were …”: there are findings already."""
    match = _OUTCOME.search(lead)
    verb = re.match(rf"\s(?:(?:has|have|{_PAST}))\b", after) if match else None
    if verb is None or match is None or _AHEAD_ANYWHERE.search(lead[: match.start()]):
        return False
    return not _ONE_THAT_LOOKS_AHEAD.match(after[verb.end() :])
