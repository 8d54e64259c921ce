"""Shares listed in a sentence: those of one whole make 100 %, those with their numbers one base.

“Scored on quality (50%), price (40%) and risk (15%)” is 105 %; in “trains (41, or 44%), buses (27,
or 29%) and trams (12, or 17%)” two are shares of 94 and the third is not.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.denominators import is_possible_share
from moothall.proofread.figures.shares_of_wholes import (
    shares_in_a_list_are_of_its_whole,
    shares_in_a_sentence_are_of_one_whole,
    shares_of_a_whole_sum_to_100,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    around,
    beyond,
    each_sentence,
    finding_on,
    mark,
    paragraphs,
    passages,
    per_cent,
)

# --- shares that divide one whole -----------------------------------------------------------------

_MARK = Expression(r"«([A-Z]\d+)»")
_DIVIDES = Expression(
    r"\b(?:weight(?:s|ed|ing|ings)?|marked|scored|evaluat\w+|criteri\w+|split|divided|made up|"
    r"compris\w+|"
    r"consist\w*|break ?down|contribut\w+|determin\w+|influence\w*|apportioned|allocated|accounts? "
    r"for|composed|"
    r"distributed|attributable|shared between|goes (?:on|to)|go (?:on|to)|come(?:s)? from|came "
    r"from|"
    r"spent on|sources?|of the (?:total|whole|budget|spend|spending|money|cost|waste|income|"
    r"funding|marks)|"
    r"driven by|factors?)\b",
    re.IGNORECASE,
)
_WEIGHTS = Expression(
    r"\b(?:weight\w*|marked|scored|evaluat\w+|criteri\w+|split|divided|apportioned|made up)\b", re.I
)
_SCALE = Expression(
    r"\b(?:excellent|outstanding|very good|very poor|good|fair|average|adequate|poor|inadequate|"
    r"requires? "
    r"improvement|(?:very |fairly |strongly )?(?:satisfied|dissatisfied|agree[d]?|disagree[d]?)|"
    r"neutral|neither|"
    r"unsure|(?:don[’']t|did not|do not) know|no (?:view|opinion)|in favour|opposed|against|"
    r"undecided|yes|no)\b",
    re.IGNORECASE,
)
_NOT_ONE_WHOLE = Expression(
    r"\b(?:more than one|several|could (?:choose|tick|select|name)|multiple|respectively|compared|"
    r"against|rose|"
    r"fell|up from|down from|increase\w*|decrease\w*|reduc\w*|target|previous\w*|last year|points?|"
    r"of "
    r"(?:which|whom|those|these|them)|than|each|per|between|average|both|most often|commonest|"
    r"common|"
    r"followed by|includ\w+|top|national|england|ranging|from «|women|men|parents|tenants|"
    r"residents said)\b",
    re.IGNORECASE,
)
_LEAST_GAP, _MOST_GAP = Decimal(85), Decimal(125)


def a_list_of_shares_makes_a_hundred(report: Report) -> Iterator[TextFinding]:
    """Weights, causes or ratings listed with their shares make 100 % and no more."""
    told: set[str] | None = None
    for paragraph, one in each_sentence(report, 3):
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if not 3 <= len(shares) <= 10 or any(share.rough or share.value <= 0 for share in shares):
            continue
        total = sum((share.size for share in shares), Decimal(0))
        slack = sum((share.spread for share in shares), Decimal(0))
        if abs(total - HUNDRED) <= slack or not _LEAST_GAP <= total <= _MOST_GAP:
            continue
        if _NOT_ONE_WHOLE.search(one.pattern) or not _is_one_list(one.pattern):
            continue
        scaled = _ratings(one) == len(shares)
        if not scaled and not _DIVIDES.search(one.text):
            continue
        if total < HUNDRED and not _WEIGHTS.search(one.text):
            continue
        if told is None:
            told = {f.quote[:60] for f in shares_of_a_whole_sum_to_100(report)}
        if one.text[:60] in told:
            continue
        listed = " + ".join(share.text for share in shares)
        whole = "100%" if total < HUNDRED else "more than the whole"
        yield finding_on(
            paragraph,
            one,
            f"{listed} = {total:,f}%, {'not ' if total < HUNDRED else ''}{whole}.",
            "Correct the share that is wrong.",
            Confidence.MEDIUM,
        )


def _is_one_list(pattern: str) -> bool:
    """Whether the percentages follow one another as items, with nothing but names between."""
    gaps = _MARK.split(pattern)[2::2]
    return all(
        len(gap) < 70
        and re.search(r",|;|\band\b|&|\bwith\b", gap)
        and not re.search(r"[.!?:]\s", gap)
        for gap in gaps[:-1]
    )


def _ratings(one: Sentence) -> int:
    """How many of the shares have a rating of their own beside them."""
    parts = _MARK.split(one.pattern)[2::2]
    return sum(bool(_SCALE.search(part)) for part in parts)


# --- shares with their numbers, of one base -------------------------------------------------------

_PAIR = Expression(
    rf"{mark('a', 'C')}(?:,?\sor|,|;|\s[–=-])\s(?:about\s)?{mark('p', 'P')}\)|"
    rf"{mark('b', 'C')}(?:\s[a-z’-]+){{0,4}}\s\({mark('q', 'P')}\)|"
    rf"{mark('r', 'P')}\s\({mark('c', 'C')}\)",
    re.IGNORECASE,
)


def shares_listed_with_their_numbers_have_one_base(report: Report) -> Iterator[TextFinding]:
    """Where all but one of three shares fit one base, which the text gives, so does the last."""
    told: set[str] | None = None
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            pairs = [
                (one.figure(m["a"] or m["b"] or m["c"]), one.figure(m["p"] or m["q"] or m["r"]))
                for m in _PAIR.finditer(one.pattern)
            ]
            if len(pairs) < 3 or any(a.rough or p.rough for a, p in pairs):
                continue
            wrong = _misfit(pairs, _counts_near(report, paragraph.block))
            wrong = wrong or _misfit_of_a_whole(pairs)
            if wrong is None:
                continue
            if told is None:
                rules = (shares_in_a_list_are_of_its_whole, shares_in_a_sentence_are_of_one_whole)
                told = {f.quote[:60] for rule in rules for f in rule(report)}
            (a, p), base = wrong
            if one.text[:60] not in told:
                yield finding_on(
                    paragraph,
                    one,
                    f"{a.text} of {base} is {per_cent(a.size / base * HUNDRED, p.amount.places)}, "
                    f"not "
                    f"{p.text}; the other {len(pairs) - 1} are shares of {base}.",
                    "Correct the number or the percentage.",
                    Confidence.MEDIUM,
                )


def _counts_near(report: Report, block: int) -> frozenset[Decimal]:
    """The whole numbers told in the paragraph and the three before it."""
    return frozenset(
        figure.value
        for paragraph in paragraphs(report)
        if 0 <= block - paragraph.block <= 3
        for one in paragraph.sentences
        for figure in with_all_numbers(one.text).figures
        if figure.kind is Kind.COUNT and not figure.amount.places and figure.value >= 10
    )


def _misfit(
    pairs: list[tuple[Figure, Figure]], bases: frozenset[Decimal]
) -> tuple[tuple[Figure, Figure], Decimal] | None:
    """The one pair that is of another base than all the rest, where only one base is told."""
    found = []
    for base in bases | {sum((a.size for a, _ in pairs), Decimal(0))}:
        off = [pair for pair in pairs if _off(pair, base) > 1]
        if len(off) == 0:
            return None
        if len(off) == 1 and off[0][0].size <= base:
            found.append((off[0], base))
    return found[0] if len({id(pair[0]) for pair, _ in found}) == 1 else None


def _misfit_of_a_whole(
    pairs: list[tuple[Figure, Figure]],
) -> tuple[tuple[Figure, Figure], Decimal] | None:
    """The one pair that is of another base than all the rest, where the shares make a hundred."""
    total = sum((p.size for _, p in pairs), Decimal(0))
    slack = sum((p.spread for _, p in pairs), Decimal(0))
    if abs(total - HUNDRED) > slack or any(not p.low or not a.size for a, p in pairs):
        return None
    found = []
    for odd in pairs:
        others = [pair for pair in pairs if pair is not odd]
        low = max(a.size * HUNDRED / p.high for a, p in others)
        high = min(a.size * HUNDRED / p.low for a, p in others)
        base = ((low + high) / 2).quantize(Decimal(1))
        if low <= base <= high and _off(odd, base) > _SURELY_OFF:
            found.append((odd, base))
    return found[0] if len(found) == 1 else None


_SURELY_OFF = 2


def _off(pair: tuple[Figure, Figure], base: Decimal) -> Decimal:
    a, p = pair
    share = a.size / base * HUNDRED
    return beyond(p, share, share)


# --- shares written as a split --------------------------------------------------------------------

_SPLIT = Expression(
    r"(?<![\d/.£])(?P<split>\d{1,2}(?:[/:]\d{1,2}){1,3})(?![\d/]|[.,:]\d)(?:\s?(?:%|per cent))?\s"
    r"(?:[a-z-]+\s){0,2}?(?:split|mix|ratio|apportionment|division|weighting|basis)\b"
    r"|\b(?:split|shared|divided|apportioned|weighted)\s(?:[a-z-]+\s){0,3}?"
    r"(?P<after>\d{1,2}(?:[/:]\d{1,2}){1,3})(?![\d/]|[.,:]\d)",
    re.IGNORECASE,
)
_LEAST_SPLIT, _MOST_SPLIT = 75, 130


def a_split_makes_a_hundred(report: Report) -> Iterator[TextFinding]:
    """“A 60/30/20 split” is of 110."""
    for passage in passages(report):
        if not passage.has("/", ":"):
            continue
        for match in _SPLIT.finditer(passage.text):
            parts = [int(part) for part in re.split("[/:]", match["split"] or match["after"])]
            if sum(parts) == HUNDRED or not _LEAST_SPLIT <= sum(parts) <= _MOST_SPLIT:
                continue
            if any(part < _SMALLEST_PART for part in parts):
                continue  # “a ratio of 1:80”
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{' + '.join(map(str, parts))} = {sum(parts)}, not 100.",
                confidence=Confidence.MEDIUM,
                cure="Correct the part that is wrong.",
            )


_SMALLEST_PART = 5


# --- a share that no whole number gives -----------------------------------------------------------

_IN_TOTAL_OF = Expression(
    rf"{mark('n', 'C')}(?:\s[a-z]+){{0,4}},?\s(?:\(?of|and of)\s(?:whom|which|these|them|those)\s"
    rf"(?:only\s|just\s)?{mark('p', 'P')}",
    re.IGNORECASE,
)


def a_share_of_a_few_counted_beside_it_is_possible(report: Report) -> Iterator[TextFinding]:
    """“37 in all, of whom 55% have finished”: 20 of 37 is 54%, 21 is 57%."""
    for paragraph, plain in each_sentence(report, 1):
        if "of wh" not in plain.text and "of the" not in plain.text:
            continue
        one = with_all_numbers(plain.text)
        for match in _IN_TOTAL_OF.finditer(one.pattern):
            n, p = one.figure(match["n"]), one.figure(match["p"])
            base = int(n.size)
            if n.rough or p.rough or n.amount.places or not 3 <= base <= 60 or p.size > HUNDRED:
                continue
            if is_possible_share(p, base):
                continue
            under = int(p.size / HUNDRED * base)
            low, high = (Decimal(k) / base * HUNDRED for k in (under, under + 1))
            yield finding_on(
                paragraph,
                plain,
                f"{p.text} of {base} is no whole number: {under} of {base} is "
                f"{per_cent(low, p.amount.places)}, {under + 1} of {base} is "
                f"{per_cent(high, p.amount.places)}.",
                "Correct the percentage or the number.",
                Confidence.MEDIUM,
            )


# --- more than all of those who could -------------------------------------------------------------

_OF_THOSE = Expression(
    rf"{mark('p', 'P')}\sof\s(?:all\s|the\s)?(?:those|eligible|people|children|pupils|residents|"
    rf"households|"
    r"patients|respondents|staff|homes|applicants|families|young people|tenants|cases|"
    r"applications)\b"
    r"(?P<tail>[^«».;]{0,40})",
    re.IGNORECASE,
)
_OF_A_PLAN = Expression(
    r"\b(?:target|plan(?:ned)?|expected|budget\w*|capacity|commissioned|funded for|last year|"
    r"20\d\d|profile|"
    r"average|baseline|forecast|estimated|per cent of the)\b",
    re.IGNORECASE,
)


_MOVED_BY = Expression(
    r"\b(?:increas\w+|rise|rose|risen|grew|grown|growth|up|fell|fallen|exceeded)\b[^.;]*\b(?:by|of)\s$|"
    r"\bup\s$",
    re.IGNORECASE,
)


def no_more_than_all_of_those_who_could_did(report: Report) -> Iterator[TextFinding]:
    """“Places were taken up by 108% of those entitled”: more than everybody."""
    for paragraph, one in each_sentence(report, 1):
        for match in _OF_THOSE.finditer(one.pattern):
            p = one.figure(match["p"])
            if p.size <= HUNDRED or _OF_A_PLAN.search(match["tail"]):
                continue
            before = one.pattern[max(0, match.start() - 30) : match.start()]
            if _MOVED_BY.search(before):
                continue
            yield finding_on(
                paragraph,
                one,
                f"{p.text} of a group is more than all of it.",
                "Correct the percentage, or say what it is a share of.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_list_of_shares_makes_a_hundred,
    shares_listed_with_their_numbers_have_one_base,
    a_split_makes_a_hundred,
    a_share_of_a_few_counted_beside_it_is_possible,
    no_more_than_all_of_those_who_could_did,
)
