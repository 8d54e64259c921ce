"""Whether a sentence tells what happens at a date as still to come: by the words before the date.

“Will be launched in”, “is due to open on”, “the contract ends on”: a verb of what is to be, and
nothing between it and the date that has a date of its own.
"""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.written_dates import Written

_BE = r"(?:be |be fully |be further |be again |be now |be next |also be |then be |formally be )"
EVENTS = (
    r"(?:held|launched|introduced|implemented|completed|published|presented|submitted|considered|"
    r"reported|brought|taken|opened|closed|started|commenced|agreed|approved|finalised|issued|"
    r"delivered|established|undertaken|carried out|rolled out|reviewed|appointed|confirmed|"
    r"announced|adopted|determined|sought|consulted on|installed|built|made|received|set up)"
)
_HAPPEN = (
    r"(?:take place|start|begin|commence|open|close|end|finish|launch|conclude|go live|come into "
    r"(?:force|effect|operation)|take effect|return|meet|expire|run|follow|consult|report|publish|"
    r"complete|consider|be in place|be available|be ready|be known|be operational)"
)
_FUTURE = Expression(
    rf"\b(?:will|shall|is due to|are due to|is expected to|are expected to|is scheduled to|are "
    rf"scheduled to|is planned to|are planned to|is to|are to|is anticipated to)\s+"
    rf"(?:then |also |now |formally |only |next )?(?:{_BE}{EVENTS}|{_HAPPEN})\b"
    rf"(?P<between>(?:\s+(?:to|by|at|for|with|the|a|an|its|this|our|full|council|cabinet|committee|"
    rf"executive|members|council|scrutiny|board|consultation|report|results|public|formally|early|"
    rf"again|live|back)){{0,7}})\s+(?:in|on|by|from|during|until|at the end of|by the end of|"
    rf"no later than)\s+(?:the\s+)?(?:early |mid |mid-|late |end of |beginning of |start of )?$",
    re.IGNORECASE,
)
_STILL_TO_BE = Expression(
    r"\b(?:will|shall|must|is to|are to|needs? to|has to|have to|is due to|are due to)\s+"
    r"(?:now |then |also |formally |next |first )?be\s+(?:[a-z]+ly\s)?[a-z]+(?:ed|en|t|d|made|"
    r"held)\b"
    r"(?P<between>(?:\s+[A-Za-z’'-]+){0,9})\s+(?:on|by|before|in|during|from)\s+(?:the\s+)?"
    r"(?:end\s+of\s+|early\s+|mid-?\s?|late\s+)?(?:[A-Z][a-z]+day,?\s+)?$"
)
_DUE = Expression(
    r"\b(?:is|are)\s(?:currently\s|now\s|provisionally\s|still\s)?(?:due|scheduled|planned|"
    r"expected|"
    r"anticipated|programmed|timetabled|intended|set)\s(?:for|on|by|in|to\s[a-z]+"
    r"(?P<between>(?:\s[A-Za-z’'-]+){0,9})\s(?:in|on|by|from|during))\s(?:the\s)?(?:early\s|"
    r"mid-?\s?|"
    r"late\s|end\sof\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_WILL = Expression(
    r"\b(?:will|shall)\s(?:also\s|then\s|now\s|next\s)?(?!have\b|continue\b|remain\b|need\b|"
    r"include\b)"
    r"[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,8})\s(?:on|by|in|from|during)\s(?:the\s)"
    r"?(?:end\sof\s|early\s|"
    r"mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_MEANT = Expression(
    r"\b(?:(?:is|are)\s(?:now\s|still\s|also\s)?(?:likely|set|bound|hoped|meant|about|intended|due|"
    r"planned|expected|hoping|planning|aiming)|intends?|(?<!\bhad\s)plans|hopes?|aims?|expects?|"
    r"proposes?)"
    r"\sto\s(?!have\b)[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,6})\s(?:on|by|in|"
    r"from|during)\s(?:the\s)?(?:end\sof\s|early\s|mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_BEING_HELD = Expression(
    r"\b(?:consultation|survey|period|window|tender|notice|exhibition|meeting|event|committee|"
    r"council|"
    r"cabinet|board|panel)s?\s(?:period\s)?(?:closes|meets|takes place|concludes|opens)\s(?:on|"
    r"in|at)\s"
    r"(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_DUE_TO = Expression(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!,\s)\b(?:due|scheduled|expected)\sto\s"
    r"(?:be\s)?[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,6})\s(?:on|by|in|from|during)\s(?:the\s)"
    r"?(?:end\sof\s|"
    r"early\s|mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_TO_BE_DONE = Expression(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bhad\s)(?<!\bhave\s)(?<!\bused\s)\bto\sbe\s(?:[a-z]+ly\s)"
    r"?[a-z]+(?:ed|en|"
    r"made|held)\b(?P<between>(?:\s[A-Za-z’'-]+){0,6})\s(?:on|by|in|from|during)\s(?:the\s)?"
    r"(?:end\sof\s|early\s|mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_INVITES = Expression(
    r"\b(?:is|are)\s(?:also\s|now\s)?(?:(?:an?\s|the\s)(?:invitation|opportunity|requirement|"
    r"request|"
    r"expectation|need|intention)|expected|asked|required|invited|encouraged)"
    r"\s(?:for\s(?:[a-z]+\s){1,3})?"
    r"to\s[a-z]+(?P<between>(?:\s[A-Za-z’'-]+){0,7})\sby\s(?:the\s)?(?:end\sof\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$"
)
_DEADLINE_IS = Expression(
    r"\b(?:deadline|timetable|timescale|target date|(?:start|end|closing|completion|opening|"
    r"go[- ]live|implementation) date)\b[^.;]{0,150}?\b(?:is|remains)\s(?:currently\s|now\s|"
    r"still\s)?(?:the end of\s)?$",
    re.IGNORECASE,
)
_ENDS_NOW = Expression(
    r"\b(?:current|existing|present)\b[^.;]{0,150}?\b(?:ends|expires|closes|(?:runs|lasts|applies|"
    r"continues)\s(?:until|to)|remains in (?:force|place) until)\s(?:on\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_COMES_TO_ITS_END = Expression(
    r"\b(?:comes?\sto\s(?:an|their|its)\send|(?:they|it|contracts?|terms?|leases?|agreements?|"
    r"funding|"
    r"licences?|arrangements?)\s(?:ends?|expires?|finish(?:es)?|lapses?)|reach(?:es)"
    r"?\sthe\send\sof\s"
    r"(?:their|its)\s(?:[a-z]+\s){0,2}(?:term|life|period))\s(?:on|in|at\sthe\send\sof)\s(?:the\s)"
    r"?$"
)
_LIES_AHEAD = Expression(
    r"\b(?:will|shall|(?:is|are) (?:now |still |currently )?(?:(?:due|expected|planned|scheduled|"
    r"intended|set|likely|anticipated|about) )?to)\s(?!have\b)(?:be\s)?[a-z]+(?P<between>[^.;:()]"
    r"{0,80}?),?\s(?:on|by|in|from|until|before|at)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_DUE_WITH = Expression(
    r"\b(?:is|are)\s(?:now\s|still\s)?(?:due|expected|awaited)\s(?:with|at|back|"
    r"here)?\s?(?:[a-z]+\s)"
    r"{0,3}?(?:in|on|by|during)\s(?:the\s)?(?:(?:first|second|last)\sweek\sof\s|early\s|late\s|"
    r"mid-?\s?|end\sof\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_COMING = Expression(
    r"\b(?:coming|forthcoming|upcoming)\s[^.;]{3,40}?\b(?:begins?|starts?|opens?|closes?|runs?|"
    r"ends?|"
    r"takes place)\s(?:on|in|from)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_SAYS_SOON = Expression(
    r"\b(?:next (?:year|month|week|spring|summer|autumn|winter)|coming (?:days|weeks|months|year)|"
    r"shortly|soon|forthcoming|later this (?:year|month))\b",
    re.IGNORECASE,
)
"""A sentence that says itself that the day lies ahead."""
_PRESENT = Expression(r"\w+\s(?:on\s|in\s|until\s|to\s)?(?:the\s)?$")
_DATE_FIRST = Expression(r"^(?:On|By|In)\s(?:the\s)?(?:end\sof\s)?(?:[A-Z][a-z]+day,?\s)?$")
_THEN_WILL = Expression(
    r"^,?\s(?:[A-Za-z’'-]+\s){1,8}?(?:will|shall)\s(?:be|have|take|start|begin|go)\b"
)
_TAKES_UP = Expression(
    r"\b(?:\w{3,}ed|made|taken|given|set|begun|held|sent|dated|built|found|told|drawn|shown|"
    r"of the(?! (?:outcome|result|decision|date|change|plan)s?\b)|"
    r"that|line|accordance|response)\b"
)
"""What may lead to a date of its own between “will …” and the date: “the policy approved on …”."""
_AS_IT_STOOD = Expression(
    r"\b(?:as at|as it stood|based|dated|position|balances?|census|snapshot|valuation|incurred|"
    r"were|was|had|has|have|since|which|who|that|born|registered|existing|held|ended|ending)\b",
    re.IGNORECASE,
)


def is_called_future(sentence: str, written: Written) -> bool:
    """Whether the words before a date say that something is to happen at it."""
    before = sentence[max(0, written.start - 160) : written.start]
    return bool(
        _FUTURE.search(before)
        or _is_to_come(sentence, written, before)
        or is_fixed_and_still_open(sentence, written)
    )


def is_fixed_and_still_open(sentence: str, written: Written) -> bool:
    """“Arranged for 21 February, the place to be decided”: whoever reports it, it lies ahead."""
    before = sentence[max(0, written.start - 60) : written.start]
    return bool(_FIXED_FOR.search(before) and _STILL_OPEN.search(sentence[written.end :]))


_FIXED_FOR = Expression(
    r"\b(?:announced|fixed|set|arranged|booked|planned|scheduled|pencilled in|organised|agreed|"
    r"confirmed|proposed)\sfor\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?(?:the\s)?$"
)
_STILL_OPEN = Expression(
    r"^[^.;]{0,60}?\b(?:to be (?:decided|determined|confirmed|settled|agreed|announced|chosen|"
    r"found|"
    r"arranged|advised)|TBC|tbc|will be|(?:is|are) still|once)\b"
)
"""“Announced for 21 February, with the venue to be decided”: it lies ahead of who tells it."""


def _is_to_come(sentence: str, written: Written, before: str) -> re.Match[str] | None:
    """The words that call a date future, in whatever verb."""
    match = _STILL_TO_BE.search(before)
    if match is not None and not (
        _AS_IT_STOOD.search(match["between"]) or _TAKES_UP.search(match["between"])
    ):
        return match
    if any(ends.search(before) for ends in (_DEADLINE_IS, _ENDS_NOW, _COMES_TO_ITS_END)):
        return _PRESENT.search(before)
    for pattern in (_DUE, _WILL, _MEANT, _DUE_TO, _TO_BE_DONE, _INVITES):
        match = pattern.search(before)
        if match is not None and not _TAKES_UP.search(match["between"] or ""):
            return match
    coming = _DUE_WITH.search(before) or _COMING.search(before)
    if coming is not None:
        return coming
    ahead = _LIES_AHEAD.search(before)
    if ahead is not None and _SAYS_SOON.search(f"{ahead['between']} {sentence[written.end :]}"):
        return ahead
    if _DATE_FIRST.match(sentence[: written.start]):
        return _THEN_WILL.match(sentence[written.end :])
    return _BEING_HELD.search(before)
