"""Parts of the whole that stands before them: “64 were closed.  Of these, 38 were …, 17 …, 14 …”.

The whole is the first and the greatest; a word says that the others are of it; together they are
near to it and do not make it.  Silent where some of them do, or where a word lets them overlap.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import is_a_sum_of
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on, worded
from moothall.proofread.reading.slips import looks_like_a_slip

_ALL_OF_IT = Expression(
    r"\b(?:made up|compris\w+|consist\w+|broken down|split|namely|wholly|entirely|fund(?:ed|ing)|"
    r"financ(?:ed|ing)|the (?:rest|remainder|remaining|others?|balance)|all of (?:whom|which|them)|"
    r"only)\b|:\s",
    re.IGNORECASE,
)
_OF_THOSE = Expression(r"\bof (?:those|these|them|whom|which)\b", re.IGNORECASE)
_MEAN = Expression(r"\b(?:average|mean|median|scor\w+)\b", re.IGNORECASE)
_MAY_BE_BOTH = Expression(
    r"\b(?:more than one|several (?:reasons|answers|options)|overlap\w*|as many as|all that "
    r"appl\w+|"
    r"counted (?:twice|in both)|do both|some (?:did|do|gave|chose|had) (?:both|more))\b",
    re.IGNORECASE,
)
_AMONG = Expression(
    r"(?:^|[.;:,]\s)\W*(?:out of|of|among|amongst)\s(?:the |our |its |these |a total of )?$", re.I
)
_A_OF_B = Expression(r"^[^«»]*«C\d+»\s(?:of|out of)\s(?:the|our|its|all|those|these)\s«C\d+»", re.I)
_ONE = Expression(r"\bone\b", re.IGNORECASE)
_MAY_OVERLAP = Expression(
    r"^\s(?:[a-z]+\s)?(?:had|have|has|with|mention\w*|rais\w+|want\w*|ask\w*|us(?:e|ed|es|ing)|"
    r"own\w*|report\w*|cit(?:ed|ing)|need\w*|named|lik(?:e|ed)|prefer\w*|listed|speak\w*|spoke|"
    r"said|felt|express\w*|refer\w*|comment\w*|suggest\w*|identif\w+|attend\w*|visit\w*|"
    r"experienc\w+|live[ds]?|receiv\w+)\b",
    re.IGNORECASE,
)
"""What one can have or say beside another: homes that had damp may have had mould."""
_CURE = "Correct the part or the whole that is wrong."
_OF_THESE = Expression(
    r"(?<!» )\b(?:out )?of (?:these|those|them|which|whom|the total)\b|\bmade up\b|\bcompris|"
    r"\bconsist|\bbroken down\b|\b(?:fund(?:ed|ing)|financ(?:ed|ing)|met|paid|come|comes|drawn) "
    r"(?:[a-z]+ ){0,3}?(?:from|by)\b|\bsplit\b|\bby main\b|\bnamely\b|:\s",
    re.IGNORECASE,
)
_OVERLAP = Expression(
    r"\b(?:includ\w+|both|more than one|at least|such as|overlap\w*|several|some of|"
    r"multiple|not all|so far|to date|compared|against|target|last year|previous\w*|than|"
    r"average|e\.g\.|for example|among (?:others|them)|twice|a further|another|additional|"
    r"increas\w*|rose|fell|reduc\w*|up to|respectively|also|largest|biggest)\b",
    re.IGNORECASE,
)
_NEAR, _VERY_NEAR = Decimal("0.25"), Decimal("0.12")
_SLIP = Decimal(2)
"""Few things are miscounted by so many, however great a share of them that is."""
_TELLING = 3
"""So many parts that nearly make the whole are its parts, whatever the words."""
_FEWEST, _MOST = 2, 7


def parts_make_the_whole_before_them(report: Report) -> Iterator[TextFinding]:
    """“64 complaints were closed.  Of these, 38 …, 17 … and 14 …”: 69."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report):
        if id(one) in told:
            continue
        message = _wrong(window)
        if message and not _MAY_BE_BOTH.search(paragraph.text):
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window) -> str | None:
    if message := _more_than_holds_it(window):
        return message
    since = window.pattern[window.pattern.find("»") + 1 :]
    if window.of(Part.EACH, Part.DIFFERENCE) or _MEAN.search(window.text):
        return None
    said = _OF_THESE.search(since) is not None
    for kind in (Kind.COUNT, Kind.MONEY):
        held = [one for one in window.of(Part.LEVEL, Part.TOTAL, Part.REST) if one.kind is kind]
        held = _with_the_first(window, kind) + held
        if len(held) < _FEWEST + 1:
            if len(held) == 2:
                return _greater(window, held[0].told.figure, held[1].told.figure) if said else None
            continue
        whole, *parts = held
        if len(parts) > 1 and _A_OF_B.search(window.pattern):
            if len(parts) > _FEWEST and _OF_WHICH.search(window.pattern):
                if not all(window.stands_here(part) for part in parts):
                    continue
                if message := _neither_of_two(whole, parts):
                    return message
                continue
            if _OF_THOSE.search(since):
                continue  # “96 of the 150 replied, and 75% of those (72) …”: of the 96
            whole, parts = parts[0], [whole, *parts[1:]]
        among = bool(_AMONG.search(whole.lead))
        appose = not among and _stand_in_apposition(whole, parts)
        states = not _STATES.search(whole.trail) and len(set(_STATES.findall(since.lower()))) > 1
        plainly, said = said, said or parts[-1].part is Part.REST or among or appose or states
        if not _FEWEST <= len(parts) <= _MOST or not all(
            window.stands_here(part) for part in parts
        ):
            continue
        if not said and not all(are_alike(whole.told, part.told, loose=True) for part in parts):
            continue
        told = _SO_FAR.sub(" ", since) if len(parts) >= _TELLING else since
        if _OVERLAP.search(told.partition(",")[2] if among else told):
            continue
        if all(_MAY_OVERLAP.match(part.trail) for part in parts[:-1]):
            continue
        if not said and (len(parts) < _TELLING or len(window.played) > len(held)):
            continue
        figures = [part.told.figure for part in parts]
        if message := _with_one_more(whole.told.figure, figures, since):
            return message
        if _ONE.search(since) and sum((one.size for one in figures), Decimal(1)) == (
            whole.told.figure.size
        ):
            continue  # “one was good, five adequate and two not”: one is no figure here
        near = _NEAR if said else max(_VERY_NEAR, _SLIP / max(whole.told.figure.size, Decimal(1)))
        every = [whole.told.figure, *figures]
        if not plainly and any(
            is_a_sum_of(one, [other for other in every if other is not one]) for one in every
        ):
            continue  # what came and went, and what there is
        if not said and not _are_too_much(whole.told.figure, figures):
            continue  # those that are named may be some of it
        all_of_it = appose or _repeats_the_verb(whole, parts) or _ALL_OF_IT.search(since)
        weak = said and not all_of_it and parts[-1].part is not Part.REST
        if weak and not _are_too_much(whole.told.figure, figures) and len(parts) < _TELLING:
            continue  # “of 1,104 answers, 508 agreed and 420 disagreed”: others did neither
        if message := _do_not_make(whole.told.figure, figures, near):
            return message
    return None


_SO_FAR = Expression(r"\b(?:to date|so far)\b", re.IGNORECASE)


def _with_the_first(window: Window, kind: Kind) -> list[Played]:
    """“Savings of £6.2m were agreed”: what reads as a gap is the whole where it opens all."""
    first = next((one for one in window.played if one.kind is kind), None)
    return [first] if first is not None and first.part is Part.GAP and not first.place else []


_STATES = Expression(
    r"\b(?:delivered|achieved|complete[d]?|on track|at risk|off track|in progress|under way|"
    r"not (?:yet )?(?:begun|started|delivered|due)|outstanding|undeliverable)\b",
    re.IGNORECASE,
)
"""How far each has come: of these every one is in one only."""


_APPOSED = Expression(r"^[^«».;:]{3,60}(?:,|\s[–-])\s$")
_NO_VERB = Expression(
    r"^(?!.*\b(?:is|are|was|were|has|have|had|did|will|would|said|took|did|from|than|per|more|"
    r"paid|made|held|met|sent|given|left|lost|won|kept|gave|came|went|stood|ran|"
    r"less|of)\b|.*[a-z]ed\b(?!\sby\b))(?:\s[A-Za-z’'-]+){1,6}(?:,?\sand\s|,\s|[.,;)]|$)"
)


def _stand_in_apposition(whole: Played, parts: list[Played]) -> bool:
    """“14 meetings in the year, nine in person and six online”: nothing else is named."""
    at_once = _APPOSED.match(whole.trail) is not None and whole.kind is Kind.COUNT
    at_once = at_once and not _OF_THOSE.search(whole.lead)
    return at_once and all(_NO_VERB.match(part.trail) for part in parts)


_VERB = Expression(r"^\s(?:[a-z]+\s){0,3}?(?P<verb>[a-z]{2,}(?:ed|nt|id|de|wn))\b")


def _repeats_the_verb(whole: Played, parts: list[Played]) -> bool:
    """“Of the £3.6m spent, £1.5m was spent in 2023/24 and £1.9m …”: when all of it was."""
    match = _VERB.match(whole.trail)
    return match is not None and match["verb"] in re.findall(r"[a-z]+", parts[0].trail)


_ONE_MORE = Expression(
    r"(?:,|;|\band)\sone\s(?:(?:more|other)\s)?(?:is|was|has|had|remains|did|will)\b", re.IGNORECASE
)


def _with_one_more(whole: Figure, parts: list[Figure], since: str) -> str | None:
    """“Twelve of the 15 are done, three in hand and one is not begun”: 16."""
    made = sum((part.size for part in parts), Decimal(1))
    if len(_ONE_MORE.findall(since)) != 1 or made != whole.size + 1 or whole.rough:
        return None
    shown = " + ".join([*(part.text for part in parts), "1"])
    return f"{shown} = {worded(made, whole.amount)}, not {whole.text}."


_OF_THESE_AT_ONCE = Expression(
    r"^\W*(?:out )?of (?:these|those|them),?\s(?:only |just |some |about )?«C\d+»\s(?!of|in|out)",
    re.I,
)


def _greater(window: Window, whole: Figure, part: Figure) -> str | None:
    """“187 were carried out.  Of these, 212 …”: more than there are."""
    last = re.split(r"(?<=[.;])\s", window.pattern)[-1]
    if not _OF_THESE_AT_ONCE.match(last):
        return None
    if whole.kind is not Kind.COUNT or whole.rough or part.size <= whole.size:
        return None
    if part.size > 3 * whole.size:
        return None
    return f"{part.text} cannot be of {whole.text}."


_OF_WHICH = Expression(r"»[^«».;]{2,60},? of (?:which|whom) «C\d+»", re.IGNORECASE)


def _neither_of_two(first: Played, rest: list[Played]) -> str | None:
    """“56 of the 164 homes will be …, of which 38 … and 22 …”: of the 56, or else of the 164."""
    second, *parts = (one.told.figure for one in rest)
    if _do_not_make(second, parts, Decimal(1)) is None:
        return None
    return _do_not_make(first.told.figure, parts, _VERY_NEAR)


def _are_too_much(whole: Figure, parts: list[Figure]) -> bool:
    """Whether they come to more, or to what the whole would be but for a slip."""
    made = sum((part.size for part in parts), Decimal(0))
    return made > whole.size or looks_like_a_slip(made, whole.size)


_INCLUDES = Expression(
    r"«(?P<whole>M\d+)»\s(?:[a-z-]+\s){0,3}?(?:includes|included|including|comprises)\s"
    r"(?:about |some )?«(?P<part>M\d+)»",
    re.IGNORECASE,
)


def _more_than_holds_it(window: Window) -> str | None:
    """“The budget of £18.4m includes £2,300m for waste”."""
    match = _INCLUDES.search(window.pattern)
    if match is None:
        return None
    whole, part = (window.sentence.figure(match[name]) for name in ("whole", "part"))
    if part.size <= 2 * whole.size:
        return None
    return f"{part.text} cannot be within {whole.text}."


def _do_not_make(whole: Figure, parts: list[Figure], near: Decimal) -> str | None:
    if whole.rough or any(part.rough for part in parts):
        return None
    made = sum((part.size for part in parts), Decimal(0))
    slack = sum((part.spread for part in parts), whole.spread)
    if abs(made - whole.size) <= slack or max(part.size for part in parts) >= whole.size:
        return None
    for size in range(1, len(parts)):
        for some in combinations(parts, size):
            loose = sum((part.spread for part in some), whole.spread)
            if abs(sum((part.size for part in some), Decimal(0)) - whole.size) <= loose:
                return None
            rest = whole.size - sum((part.size for part in some), Decimal(0))
            if any(abs(rest - part.size) <= part.spread for part in parts if part not in some) and (
                size + 1 < len(parts)
            ):
                return None
    if not abs(made / whole.size - 1) <= near:
        return None
    finest = min((each.amount for each in (whole, *parts)), key=lambda amount: amount.step)
    return f"{' + '.join(part.text for part in parts)} = {worded(made, finest)}, not {whole.text}."


RULES: tuple[Rule, ...] = (parts_make_the_whole_before_them,)
