"""What a sentence says of a change: from what, to what, by how much, which way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.figures.then_and_now import then_and_now
from moothall.proofread.figures.ways_told import way_told
from moothall.proofread.figures.words_of_change import (
    CHANGE_NOUN,
    DIRECTION,
    DOWN,
    NOT_A_DIRECTION,
    NOUN_OF_CHANGE,
    PRICED,
    UP,
    VERB_BEFORE,
)
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ASIDE,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    mark,
    paragraphs,
    read_once,
)

_GAP = r"[^«»;()]{0,50}?"
FROM_TO = Expression(
    rf"\bfrom\s+{ROUGH}(?:[a-z’' ]{{0,30}}?\s)?{mark('a')}{_GAP}{ASIDE}{_GAP}"
    rf"\b(?:to|compared (?:to|with))\s+{ROUGH}(?:[a-z’' ]{{0,30}}?\s)?{mark('b')}",
    re.IGNORECASE,
)
_TO_FROM = Expression(
    rf"\b(?P<word>{UP}|{DOWN}|up|down)\b[^«»;()]{{0,40}}?(?:\bby\s+{ROUGH}{mark('c', 'MCPQ')}"
    rf"(?:\s?\({mark('d', 'MCPQ')}\))?\s+)?\bto\s+{ROUGH}{mark('b')}{ASIDE}{_GAP}\(?"
    rf"\b(?:from|compared (?:to|with))\s+{ROUGH}{mark('a')}",
    re.IGNORECASE,
)
_UP_FROM = Expression(
    rf"{mark('b')}{ASIDE}[^«»;()]{{0,60}}?[,(–-]\s*(?:which (?:is|was) |representing )?"
    rf"(?P<word>up|down|an?\s(?:[a-z]+\s)?(?:increase|rise|decrease|reduction|fall|decline|drop))"
    rf"(?:\s+(?:by\s+)?{ROUGH}{mark('c', 'MCPQ')}(?:\s?\({mark('d', 'MCPQ')}\))?)?"
    rf"\s+(?:from|on)\s+{ROUGH}(?:(?:last|the previous) (?:year|month|quarter)[’']s\s(?:[a-z]+\s)?"
    rf"(?:of\s|at\s|\()?)?{mark('a')}",
    re.IGNORECASE,
)
_COMPARED = Expression(
    rf"{mark('b')}{ASIDE}{_GAP}\b(?:compared|as against|against)\s+(?:(?:to|with)\s+)?{ROUGH}"
    rf"(?:[a-z’' ]{{0,30}}?\s)?{mark('a')}{ASIDE}",
    re.IGNORECASE,
)
_ON_THE = Expression(
    rf"{mark('b')}{ASIDE}[^«»;()]{{0,60}}?(?:[,(–-]\s*(?:which (?:is|was) |representing )?|"
    rf"\swhich (?:is|was|represents) )an?\s+"
    rf"(?:[a-z-]+\s+){{0,2}}?(?P<word>increase|rise|growth|decrease|reduction|fall|decline|drop)"
    rf"\s+of\s+{ROUGH}{mark('c', 'MCPQ')}(?:\s?\({mark('d', 'MCPQ')}\))?\s+"
    rf"(?:on|from|over|compared (?:to|with)|against)\s+(?:the\s+|last year’s\s+|a\s+)?"
    rf"(?:(?:(?:19|20)\d\d(?:[-/–]\d\d)?\s+)?(?:[a-z]+ed\s+)?(?:figure|total|number|level|budget)"
    rf"\s+of\s+)?{mark('a')}",
    re.IGNORECASE,
)
_IN_BRACKETS = Expression(
    rf"{mark('c', 'PQ')}\s+(?P<word>increase|rise|growth|decrease|reduction|fall|decline|drop)\b"
    rf"[^«»;()]{{0,160}}?\((?:[^«»()]{{0,24}}[\s:])?{mark('a')}\s?(?:–|-|to|→|compared with)\s?"
    rf"(?:[^«»()]{{0,24}}[\s:])?{mark('b')}\s?\)",
    re.IGNORECASE,
)
_CHANGE_AFTER = Expression(
    rf"^{ASIDE}[^«»;()]{{0,40}}?(?:[,(–-]|\bwhich (?:is|was|represents)|\bthis (?:is|was)|"
    rf"\brepresent(?:s|ing)|\bequat(?:es|ing) to|\bequivalent to|\bor|\bgiving|\bbeing)\s*\(?"
    rf"(?:i\.e\.,?\s+)?(?:representing |equating to |equivalent to |being |giving )?(?:by |"
    rf"(?:(?:a|an|the)\s+)?(?:[a-z-]+\s+){{0,3}}?(?P<noun>{CHANGE_NOUN})s?\s+of\s+|"
    rf"(?P<adverb>up|down)\s+(?:by\s+)?|(?:a|an|\+)\s+)"
    rf"{ROUGH}{mark('c', 'MCPQ')}"
    rf"(?:\s?(?:\(|,? or |, )\s?(?:a |an )?{ROUGH}{mark('d', 'MCPQ')})?"
    rf"(?P<rest>[^«»]{{0,40}})",
    re.IGNORECASE,
)
_CHANGE_BEFORE = Expression(
    rf"(?:\bby|\b(?:{CHANGE_NOUN})s?\s+of)\s+{ROUGH}{mark('c', 'MCPQ')}"
    rf"(?:\s?(?:\(|,? or )\s?{ROUGH}{mark('d', 'MCPQ')}\)?)?[^«»;()]{{0,50}}\(?$",
    re.IGNORECASE,
)
_CHANGE_BEFORE_NOUN = Expression(
    rf"\b(?:an?|the)\s+{ROUGH}{mark('c', 'PQ')}\s+(?:[a-z-]+\s+)?(?:{CHANGE_NOUN})\b"
    r"[^«»;()]{0,60}\(?$",
    re.IGNORECASE,
)
_BARE_CHANGE = Expression(r"^\s?\((?P<sign>[+]?)«(?P<d>P\d+)»\)", re.IGNORECASE)
_OTHER_MEASURE = Expression(
    r"\b(?:per annum|p\.a|a year|per year|each year|annual(?:ly|ised)?|average|cumulative|monthly|"
    r"per month|real terms|inflation|like[- ]for[- ]like|per head|per capita|adjusted|target|"
    r"national(?:ly)?|england|region|budget|compound|above|below|better|worse|than|so far)\b",
    re.IGNORECASE,
)
_AFTER_DIRECTION = Expression(
    rf"^{ASIDE}[^«»;()]{{0,40}}?(?:[,(–-]|\bwhich is|\bthis is|\brepresenting|\bequating to)\s*"
    rf"(?:i\.e\. )?(?:representing |equating to |showing )?an?\s+(?:[a-z-]+\s+){{0,3}}?"
    r"(?:(?P<up>increase|rise|growth)|(?P<down>decrease|reduction|fall|decline|drop))\b"
    r"(?!\s+(?:in|of|to)\s+(?:the\s+)?(?:gap|difference|deficit|waiting))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a sentence says of a change: from, to, by how much, which way."""

    a: Figure
    b: Figure
    by: tuple[Figure, ...] = ()
    direction: int = 0
    """1 up, -1 down, 0 not said."""
    word: str = ""
    unsure: bool = False
    of_worth: bool = False
    """Whether the word is “improved” or the like, which says the way by what everybody wants."""


@read_once
def stated_changes(report: Report) -> tuple[tuple[Paragraph, Sentence, Change], ...]:
    """Every change that a sentence states, or that the next one says of it."""
    by_form = tuple(_stated(report))
    return (*by_form, *_by_their_times(report, by_form))


_Stated = tuple[Paragraph, Sentence, "Change"]


def _by_their_times(report: Report, by_form: tuple[_Stated, ...]) -> Iterator[_Stated]:
    """What is told of then and now in other orders of words than the forms below know."""
    known = {(id(one), *_ends(change)): change for _, one, change in by_form}
    for paragraph, one, pair in then_and_now(report):
        same = known.get((id(one), *sorted((pair.then.amount.start, pair.now.amount.start))))
        direction, word, of_worth = way_told(pair)
        if same is not None and same.direction:
            direction, word = 0, ""
        by = pair.by if same is None else tuple(b for b in pair.by if b.kind is Kind.POINTS)
        if direction or by:
            yield (
                paragraph,
                one,
                Change(
                    a=pair.then,
                    b=pair.now,
                    by=by,
                    direction=direction,
                    word=word,
                    of_worth=of_worth,
                ),
            )


def _ends(change: "Change") -> list[int]:
    return sorted((change.a.amount.start, change.b.amount.start))


def _stated(report: Report) -> Iterator[tuple[Paragraph, Sentence, Change]]:
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            if len(one.figures) >= 2:
                for change in _changes(one):
                    yield paragraph, one, change
            if before is not None and before.figures and one.figures:
                told = _told_next(before, one)
                if told is not None:
                    both = Sentence(
                        text=f"{before.text} {one.text}", pattern=one.pattern, figures=one.figures
                    )
                    yield paragraph, both, told
            before = one


_THIS = (
    r"^(?:This|That|It|These|Which)\s(?:is|was|are|were|represent(?:s|ed)?|equate(?:s|d) to|marks|"
    r"compares)\s"
)
_HOW_MUCH = (
    rf"an?\s(?:[a-z-]+\s){{0,2}}?(?:{mark('c', 'PQ')}\s)?(?:[a-z-]+\s){{0,2}}?"
    rf"(?:(?P<up>increase|rise|growth)|(?P<down>decrease|reduction|fall|decline|drop))"
    rf"(?:\sof\s{ROUGH}{mark('e', 'MCPQ')}(?:\s?(?:\(|or\s){mark('d', 'MCPQ')}\)?)?)?"
)
_THIS_FROM = Expression(
    rf"{_THIS}{_HOW_MUCH},?[^«»;()]{{0,30}}?\s(?:from|on|over|compared (?:to|with))\s"
    rf"(?:the\s)?(?:(?:figure|total|number|level)\sof\s)?{mark('a')}",
    re.IGNORECASE,
)
_THIS_CHANGE = Expression(rf"{_THIS}{_HOW_MUCH}(?P<rest>[^«»]{{0,60}})", re.IGNORECASE)


def _told_next(before: Sentence, one: Sentence) -> Change | None:
    """What a next sentence says: "There were 198. This is an increase of 10 from 188"."""
    match = _THIS_FROM.match(one.pattern)
    if match is not None:
        a = one.figure(match["a"])
        ends = [figure for figure in before.figures if figure.kind is a.kind]
        if len(ends) != 1:
            return None
        b = ends[0]
    else:
        match = _THIS_CHANGE.match(one.pattern)
        pairs = list(FROM_TO.finditer(before.pattern))
        if match is None or len(pairs) != 1 or _OTHER_MEASURE.search(match["rest"]):
            return None
        a, b = before.figure(pairs[0]["a"]), before.figure(pairs[0]["b"])
    if a.kind is not b.kind or a.value < 0 or b.value < 0:
        return None
    return Change(
        a=a,
        b=b,
        by=tuple(one.figure(match[name]) for name in ("c", "d", "e") if match[name]),
        direction=1 if match["up"] else -1,
        word=match["up"] or match["down"],
    )


FOIL = Expression(
    r"\b(?:against|compared (?:to|with)|than|versus|target of)\b[^«»]{0,40}$",
    re.IGNORECASE,
)
_TO_ANOTHER = Expression(rf"^\s(?:to|and)\s{ROUGH}«", re.IGNORECASE)
_NO_SIZE = Expression(
    r"\b(?:every|aged?|ages|weekly|fortnightly|monthly|times a|a\.?m\.?|p\.?m\.?|o’clock)\b", re.I
)
_OF_EXTREMES = Expression(
    r"\b(?:smallest|largest|lowest|highest|biggest|youngest|oldest|cheapest|dearest|least|most)\b",
    re.IGNORECASE,
)


def _is_range(words: str, after: str) -> bool:
    """Whether "from £1,800 for one to £62,000 for another" is of two things, not two times."""
    both_for = re.search(r"»\s(?:for|among)\s", words) and re.match(r"\s(?:for|among)\s", after)
    return bool(both_for or _OF_EXTREMES.search(f"{words} {after[:60]}"))


def _changes(one: Sentence) -> Iterator[Change]:
    """Every change that a sentence states, each pair of figures once."""
    seen: set[tuple[str, str]] = set()
    for pattern in (FROM_TO, _TO_FROM, _UP_FROM, _ON_THE, _COMPARED, _IN_BRACKETS):
        for match in pattern.finditer(one.pattern):
            pair = (match["a"], match["b"])
            a, b = one.figure(match["a"]), one.figure(match["b"])
            if pair in seen or a.kind is not b.kind or a.value < 0 or b.value < 0:
                continue
            if pattern in (_UP_FROM, _ON_THE, _COMPARED) and FOIL.search(
                one.pattern[max(0, match.start() - 60) : match.start()]
            ):
                continue  # "14.2% against a target of 12%, up 2.1 points on …"
            if pattern is _TO_FROM and _TO_ANOTHER.match(one.pattern[match.end() :]):
                continue  # “down by 18 to 204, though those upheld went up from 61 to 67”
            seen.add(pair)
            change = _change(one, match, a, b, pattern)
            if change is not None:
                yield change


def _change(
    one: Sentence, match: re.Match[str], a: Figure, b: Figure, pattern: Expression
) -> Change | None:
    after = one.pattern[match.end() : match.end() + 260]
    groups = match.groupdict()
    by = [one.figure(groups[name]) for name in ("c", "d") if groups.get(name)]
    direction, word, unsure = 0, "", False
    if groups.get("word"):
        word = groups["word"]
        direction = 1 if re.search(rf"\b(?:{UP}|up)$", word, re.IGNORECASE) else -1
        unsure = bool(NOT_A_DIRECTION.search(match[0]))
        if unsure:
            direction = 0
    elif pattern is FROM_TO:
        before = one.pattern[max(0, match.start() - 200) : match.start()]
        if not _NO_SIZE.search(match[0]) and not _is_range(match[0], after):
            direction, word = _direction_before(before)
        for stated in (_CHANGE_BEFORE, _CHANGE_BEFORE_NOUN):
            if (found := stated.search(before)) and not _OTHER_MEASURE.search(
                before[found.end("c") :]
            ):
                named = found.groupdict()
                by += [one.figure(named[name]) for name in ("c", "d") if named.get(name)]
                break
    if found := _CHANGE_AFTER.match(after):
        if not _OTHER_MEASURE.search(found["rest"]) and not _OTHER_MEASURE.search(
            after[: found.start("c")].rpartition("(")[2]
        ):
            by += [one.figure(found[name]) for name in ("c", "d") if found[name]]
    elif (bare := _BARE_CHANGE.match(after)) and a.kind is not Kind.PERCENT:
        shares = re.search(rf"«{match['a']}»\s?\(", one.pattern)
        d = one.figure(bare["d"])
        if not shares and (d.value < 0 or bare["sign"] or direction):
            by.append(d)
    if found := _AFTER_DIRECTION.match(after):
        said = 1 if found["up"] else -1
        moved = b.size - a.size
        if moved and (moved > 0) != (said > 0):
            direction, word, unsure = said, found["up"] or found["down"], False
    if not by and not direction:
        return None
    return Change(a=a, b=b, by=tuple(by), direction=direction, word=word, unsure=unsure)


def _direction_before(before: str) -> tuple[int, str]:
    """The one direction that the words before "from" give, if they give one."""
    clause = before
    _, comma, tail = before.rpartition(",")
    if comma and len(tail.split()) > 2:
        clause = tail
    clause = clause.rpartition(";")[2]
    last = clause.rfind("»")
    if last >= 0 and not _CHANGE_BEFORE.search(clause) and not _CHANGE_BEFORE_NOUN.search(clause):
        clause = clause[last + 1 :]
    clause = clause[-110:]
    found = list(DIRECTION.finditer(clause))
    ways = {bool(match["up"]) for match in found}
    if len(ways) != 1:
        return 0, ""
    last_word = found[-1]
    if NOT_A_DIRECTION.search(clause[last_word.start() :]) or re.search(
        r"\b(?:no|not|never|without)\b", clause[: last_word.start()][-20:], re.IGNORECASE
    ):
        return 0, ""
    is_verb = VERB_BEFORE.search(clause[: last_word.start()])
    if (
        NOUN_OF_CHANGE.fullmatch(last_word[0])
        and not is_verb
        and not re.match(r"\s*(?:in|of|to)\b", clause[last_word.end() :])
    ):
        # "the council tax increase from 4.99% to 2.99%" is a lesser increase, no wrong word
        lead = clause[: last_word.start()]
        if not re.search(r"\ban?\s(?:[a-z]+\s){0,2}$", lead, re.I) or PRICED.search(lead):
            return 0, ""
    return (1 if last_word["up"] else -1), last_word[0]
