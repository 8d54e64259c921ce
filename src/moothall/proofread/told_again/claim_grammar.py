"""The grammar of a claim: which words of a sentence belong to each of its values."""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.told_again.claim_values import Sort, Value

_ROLE = Expression(
    r"\b(?P<role>by|from|to|between|than|further|additional|another|remaining|extra|other|more|"
    r"first|next|last|every|each|top|and|plus)\s+"
    r"(?:a |an |the |some |about |around |approximately |almost |nearly |over |under )*$",
    re.IGNORECASE,
)
# --- which words belong to it ---------------------------------------------------------------------

_BREAK = Expression(
    r"[;:]|,\s(?:when|where|has|have|had|is|was|were|will|rose|fell|and|but|while|whilst|which|"
    r"who|with|against|compared|of|leaving|giving|up|down|"
    r"although|or|so|not|fewer|less|more|higher|lower|"
    r"better|worse)\b|\s–\s|\s-\s|\b(?:compared with|compared to|as against|while|whilst|"
    r"although|but|whereas|of which|of whom|rather than|in addition to|as well as)\b",
    re.IGNORECASE,
)
_DEFINITE = Expression(
    r"\b(?:the|these|those|its|our|their|all|both|[A-Za-z]+[’']s)\s+(?:some |about |around |"
    r"total of )?$",
    re.IGNORECASE,
)
_PREDICATE = Expression(
    r"(?<!who)(?<!which)(?<!that)(?<!whom)\s(?:will|would|was|were|is|are|has|have|had|may|can|"
    r"could|"
    r"should|must|do|did)\b"
)
_MORE = Expression(r"\s+and (?:an?|the|to|is|was|will|has|have|then|so|this|it|they|its|by)\b")
_RELATIVE = Expression(r",\s(?:which|who|whose|where)\b", re.IGNORECASE)
_JOIN = Expression(r"(?:,|\band\b|\bof which\b|\bof whom\b|\()")


def own_part(text: str, value: Value, since: int, until: int) -> tuple[str, str, str]:
    """The words before and after a value that are its own, and the whole clause.

    `since` and `until` are where its neighbours end and begin.
    """
    start, end = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= value.start:
            start = match.start()
        elif match.start() >= value.end:
            end = match.start()
            break
    whole = text[start:end]
    before = text[max(start, since) : value.start]
    after = text[value.end : min(end, until)]
    if since > start:
        joins = list(_JOIN.finditer(before))
        if joins:
            before = before[joins[-1].start() :]
        elif before.strip():
            before = text[start : value.start]
    if until < end:
        join = _JOIN.search(after)
        if join:
            after = after[: join.start()]
    if value.end + len(after) >= end and (more := _MORE.search(after)):
        after = after[: more.start()]
    relative = _RELATIVE.match(whole)
    if relative:
        # "an operator, which would pay": who would stands before the comma
        before = f"{' '.join(text[:start].split()[-4:])} {before}"
    if _DEFINITE.search(text[max(0, value.start - 30) : value.start]):
        # "the 30 homes that were flooded will …": which they are is said before the verb
        predicate = _PREDICATE.search(after)
        if predicate and len(after[: predicate.start()].split()) > 2:
            after = after[: predicate.start()]
    return before, after, whole


_PER = Expression(
    r"^\s*(?:per|each|an?|every|for each|for every)\s+(?P<unit>[a-z]+)|^\s*(?P<pa>p\.?a\.?\b|"
    r"annually)",
    re.IGNORECASE,
)
_PART = Expression(
    r"\b(?P<how>includ\w+|of which|of whom|compris\w+|made up of|account\w* for|share of)\b"
    r"(?:[^.;]|\.\d)*$",
    re.IGNORECASE,
)
_COMES_TO = Expression(
    r"\b(?:com(?:e|es|ing)|came|gave rise|giv\w+ rise|led|amount\w*|"
    r"add(?:s|ed)? up|equal|equivalent|risen|rose|fallen|fell|"
    r"grown|grew) to\b[^.,;]*$",
    re.IGNORECASE,
)
_OVER_BY = Expression(
    r"\b(?:exceed\w*|over[- ]?spen\w*|under[- ]?spen\w*)\b[^.,;]*\bby\b[^.,;]*$", re.IGNORECASE
)


_CHANGED = Expression(
    r"\b(?:reduc|increas|improv|worsen|decreas|grow|grew|risen|rose|fall|fell|mov|chang|cut)\w*",
    re.IGNORECASE,
)
"""“The overspend has reduced by” so much: a change of it, and not the overspend."""


def place_in_whole(text: str, value: Value) -> tuple[str, str]:
    """The word that makes a figure a change, a part or one of several; and what it is each for."""
    before, after = text[max(0, value.start - 40) : value.start], text[value.end :]
    role = _ROLE.search(before)
    if role and (_NOT_A_ROLE.search(before) or (value.is_counted and _DONE_BY.search(before))):
        role = None
    per = _PER.match(after)
    unit = (per["unit"] or "year").lower() if per else ""
    named = role["role"].lower() if role else ""
    named = "" if named in ("and", "plus") else named
    if value.sort is Sort.DATE:
        named = ""
    if not named and value.sort is Sort.MONEY:
        part = _PART.search(text[: value.start][-60:])
        # of "includes £2m" the whole is said; of "of which £2m comes from grant" the part
        named = "" if not part else part["how"].lower() if part["how"][:2] == "of" else "part"
    if not named and value.is_counted and _OF_THESE.search(text[: value.start]):
        named = "of which"
    if named == "by" and (over := _OVER_BY.search(before)) and not _CHANGED.search(over[0]):
        named = ""
    if named == "to" and _COMES_TO.search(before):
        named = ""
    if value.sort is Sort.TIME and named in ("last", "first", "next"):
        named = ""
    return named, ("" if unit in ("year", "annum") else unit)


_OF_THESE = Expression(r"(?:^|[.;,(]\s*)of (?:these|those|them|which|whom)\b[^.;]*$", re.IGNORECASE)
"""“Of these berths, 25 are let”: a part, wherever in the clause the figure stands."""
_CHANGE_AFTER = Expression(
    r"\s*(?:\w+ )?(?:cuts?|reductions?|increases?|rises?|falls?|drops?|decreases?|uplifts?)\b"
)
_CHANGE_BEFORE = Expression(
    r"\b(?:cuts?|reductions?|increases?|rises?|falls?|drops?|decreases?|uplifts?) of\s+"
    r"(?:an? |about |around |some |over |more than |almost |nearly |approximately )*$",
    re.IGNORECASE,
)


def is_told_as_a_change(text: str, value: Value) -> bool:
    """“A £40m cut” and “an increase of £3m” say what “cut by £40m” does."""
    return bool(
        _CHANGE_AFTER.match(text, value.end)
        or _CHANGE_BEFORE.search(text[max(0, value.start - 60) : value.start])
    )


_NOT_A_ROLE = Expression(
    r"(?<!higher )(?<!lower )\b(?:more|fewer|less) than\s+(?:an? |the )?$", re.IGNORECASE
)
"""“More than 7,100 children” compares with nothing."""
_DONE_BY = Expression(
    r"\b(?!(?:reduc|increas|decreas|improv|exceed|extend|chang|divid|multipli|cut|rais|lower|"
    r"shorten|lengthen|narrow|widen|dropp|declin|climb|shrunk|expand)\w*)"
    r"(?:\w+ed|given|taken|seen|run|held|made|chosen|shown|used) by\s+(?:about |some |around |over "
    r"|nearly |the |all )*$",
    re.IGNORECASE,
)
"""“Supported by 38 schools”: those who did it."""
_ANOTHER_TIME = Expression(
    r"\b(?:(?:year|month|quarter|week)s? (?:before|earlier|ago|previously)|previous(?:ly)?|prior|"
    r"preceding|formerly|originally|restated|revised from|in (?:19|20)\d\d[- ]?\d* it was|"
    r"(?:up|down|rose|fell|increase\w*|decrease\w*|reduc\w+|risen|fallen) from)\b",
    re.IGNORECASE,
)


def is_of_another_time(own: str) -> bool:
    return bool(_ANOTHER_TIME.search(own))
