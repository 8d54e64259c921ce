"""Acts told twice: what was agreed, published or awarded on one day is not so on another.

An act is a verb with what it is done to: “Cabinet agreed the lamp contract on 12 November” and “the
lamp contract was agreed on 21 November” are one.  Years in the name of the thing keep two apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages, sentences, shortened, word_set
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import Written, written_dates

_GROUPS = {
    "agree": word_set("agreed approved adopted endorsed ratified resolved"),
    "publish": word_set("published issued released"),
    "begin": word_set("launched opened commenced"),
    "award": word_set("awarded granted let signed"),
    "announce": word_set("announced notified"),
    "close": word_set("closed ended concluded terminated"),
    "receive": word_set("received submitted lodged registered"),
    "appoint": word_set("appointed elected"),
}
_GROUP_OF = {verb: name for name, verbs in _GROUPS.items() for verb in verbs}
_VERB = rf"(?P<verb>{'|'.join(sorted(_GROUP_OF))})"
_WHEN = r"(?:\s(?:on|in))?\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
_PASSIVE = Expression(
    rf"(?P<thing>[^.;:,()]{{6,90}}?)\s(?:(?:was|were|has been|have been|had been)\s)?"
    rf"(?:[a-z]+ly\s)?{_VERB}(?:\s(?:by|at)\s[^.;,\d]{{2,60}}?)?{_WHEN}"
)
_ACTIVE = Expression(rf"\s{_VERB}\s(?P<thing>(?:the|a|an|its|this)\s[^.;:,()\d]{{4,70}}?){_WHEN}")
_FRONTED = Expression(r"(?:^|^\W*\w{1,3}[.)]\s)(?:On|In)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$")
_THEN_DID = Expression(
    rf"^,?\s[^.;,]{{2,60}}?\s{_VERB}\s(?P<thing>(?:the|a|an|its|this)\s[^.;:,()]{{4,70}}?)"
    r"(?=\s(?:and|which|that|to|for|at|in|on|after|with)\b|[.,;]|$)"
)
_SEVERAL = Expression(
    r"\b(?:again|also|further|second|third|first|revis\w+|updat\w+|each|annual\w*|every|previous\w*|"
    r"next|last|respectively|phase\w*|amend\w*|quarter\w*|initial\w*|subsequent\w*|interim|draft|"
    r"final|original\w*|will|would|should|to be|may|if|when|month\w*|another|then|re-\w+|minutes|"
    r"between|letters?|invoices?|payments?|applications?|planning|reports?)\b",
    re.IGNORECASE,
)
_YEARS = Expression(r"(?<!\d)20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?(?!\d)")
_LITTLE = frozenset(
    stem_of(word)
    for word in word_set("this that with from which council cabinet committee county were been")
)
_MOST_DAYS, _MOST_MONTHS = 75, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    when: Written
    stems: frozenset[str]
    years: frozenset[str]
    sentence: str
    place: Place
    block: int
    fronted: bool


def an_act_told_twice_was_on_one_day(report: Report) -> Iterator[TextFinding]:
    """“Cabinet agreed the lease on 12 November”; “on 21 November Cabinet agreed the lease”."""
    told: defaultdict[str, list[_Act]] = defaultdict(list)
    said: set[tuple[str, str]] = set()
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        if not _VERB_AT_ALL.search(passage.text):
            continue
        for sentence in sentences(passage.text):
            for when in written_dates(sentence):
                group, thing = _act(sentence, when)
                if not thing or _SEVERAL.search(thing) or _SEVERAL.search(sentence[: when.start]):
                    continue
                act = _Act(
                    when=when,
                    stems=_stems(thing),
                    years=frozenset(_YEARS.findall(thing)),
                    sentence=sentence,
                    place=passage.place,
                    block=passage.block,
                    fronted=bool(_FRONTED.search(sentence[: when.start])),
                )
                other = next((one for one in told[group] if _conflict(one, act)), None)
                told[group].append(act)
                if other is None or (other.sentence, sentence) in said:
                    continue
                said.add((other.sentence, sentence))
                yield TextFinding(
                    place=act.place,
                    quote=sentence,
                    message=f"“{when.text.strip()}” here, “{other.when.text.strip()}” at "
                    f"{other.place} (“{shortened(other.sentence, 110)}”), of what seems to be one "
                    "act.",
                    confidence=Confidence.MEDIUM,
                    cure="Give one date in both places, or say what makes them differ.",
                )


_VERB_AT_ALL = Expression(rf"\b{_VERB}\b")


def _act(sentence: str, when: Written) -> tuple[str, str]:
    """The kind of act that is put on a date, and what it is done to."""
    before = sentence[max(0, when.start - 170) : when.start]
    match: re.Match[str] | None
    if _FRONTED.search(before):
        match = _THEN_DID.match(sentence[when.end :])
    else:
        verbs = list(_VERB_AT_ALL.finditer(before))
        if not verbs:
            return "", ""
        match = _ACTIVE.match(before, verbs[-1].start() - 1) if verbs[-1].start() else None
        match = match or _PASSIVE.search(before)
    return (_GROUP_OF[match["verb"]], match["thing"]) if match is not None else ("", "")


def _stems(thing: str) -> frozenset[str]:
    words = re.findall(r"[A-Za-z][A-Za-z’'-]{3,}", thing)
    return frozenset(stem_of(word) for word in words) - _LITTLE


def _conflict(one: _Act, other: _Act) -> bool:
    shared = one.stems & other.stems
    if len(shared) < 2 or len(shared) < 0.75 * len(one.stems | other.stems):
        return False
    if one.block == other.block or one.years != other.years:
        return False
    # two dates that both stand last are told by the claims of the report
    if not (one.fronted or other.fronted):
        return False
    if one.when.first <= other.when.last and other.when.first <= one.when.last:
        return False
    days = one.when.is_a_day and other.when.is_a_day
    apart = abs((one.when.first - other.when.first).days)
    return apart <= (_MOST_DAYS if days else _MOST_MONTHS)


RULES: tuple[Rule, ...] = (an_act_told_twice_was_on_one_day,)
