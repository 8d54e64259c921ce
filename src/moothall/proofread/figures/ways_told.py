"""Ways told: whether the words about a figure then and now say that it went up, or down.

A word is read only where it is said of the figures themselves: in their clause, as what has
happened, of no other subject.  “Improved” and “slipped” are ways too where everybody wants more, or
less, of it.
"""

import re

from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.then_and_now import ThenAndNow
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression

UP_VERBS = (
    r"increas(?:ed|es|ing)|r[io]ses?|risen|rising|grew|grown|grows|growing|climb(?:s|ed|ing)|"
    r"jump(?:s|ed|ing)|leapt|soar(?:s|ed|ing)|surg(?:ed|ing)|swell(?:s|ed|ing)|swollen|"
    r"widen(?:s|ed|ing)|expand(?:s|ed|ing)|lengthen(?:s|ed|ing)|escalat(?:ed|es|ing)|"
    r"(?:went|gone|going|crept|edged|moved|pushed|shot) up(?:wards)?|accelerated"
)
DOWN_VERBS = (
    r"decreas(?:ed|es|ing)|reduc(?:ed|es|ing)|fell|fallen|falls|falling|declin(?:ed|es|ing)|"
    r"dropp(?:ed|ing)|drops|shr[aiu]nk|shrinking|shrunken|narrow(?:s|ed|ing)|dipp(?:ed|ing)|dips|"
    r"slump(?:s|ed|ing)|tumbl(?:ed|es|ing)|eas(?:ed|es|ing)|contract(?:ed|ing)|plung(?:ed|ing)|"
    r"shorten(?:s|ed|ing)|dwindl(?:ed|es|ing)|diminish(?:ed|es|ing)|lessen(?:s|ed|ing)|"
    r"trimmed|cut|lowered|reced(?:ed|es|ing)|(?:went|gone|going|came|come|coming|crept|"
    r"edged|moved|brought|driven|drawn|run|pared|scaled|tailed|fallen) (?:down(?:wards)?|off|away)"
)
GOOD_VERBS = (
    r"improv(?:ed|es|ing)|strengthen(?:s|ed|ing)|recover(?:s|ed|ing)|got better|faster|quicker|"
    r"sooner"
)
BAD_VERBS = (
    r"worsen(?:s|ed|ing)|deteriorat(?:ed|es|ing)|slipp(?:ed|ing)(?: back)?|slips(?: back)?|"
    r"weaken(?:s|ed|ing)|got worse|regressed|slower|"
    r"softened|sagged|tailed off"
)
_UP_NOUNS = r"increase|rise|growth|uplift|jump|upturn|surge"
_DOWN_NOUNS = r"decrease|reduction|fall|decline|drop|cut|dip|downturn|slump"
_GOOD_NOUNS, _BAD_NOUNS = r"improvement|recovery", r"worsening|deterioration"
_ADVERBS = r"(?:[a-z]+ly |again |also |since |still |now |further |steadily |a little |well )*"
_VERB = Expression(
    rf"\b(?:(?P<up>{UP_VERBS})|(?P<down>{DOWN_VERBS})|(?P<good>{GOOD_VERBS})|"
    rf"(?P<bad>{BAD_VERBS}))\b",
    re.IGNORECASE,
)
_PREDICATE = Expression(
    rf"(?:\b(?:is|are|was|were|now|been|remains?|stands?|run|runs|running|and|or|which "
    rf"is)\s{_ADVERBS}"
    rf"|[,(–-]\s?{_ADVERBS})(?:(?P<up>up|higher|greater|more|larger|longer)|(?P<down>down|lower|"
    rf"fewer|"
    rf"less|smaller|shorter)|(?P<good>better)|(?P<bad>worse))\b"
    rf"(?=\s+(?:(?:percentage )?points? )?(?:on|from|than|to|at|again|compared|against|this|in|"
    rf"by)\b"
    rf"|[,:;.)]|\s*$)",
    re.IGNORECASE,
)
_QUANTIFIER = Expression(
    r"^(?:there (?:were|was|are|have been|has been)\s|we (?:had|saw|received|recorded|dealt "
    r"with)\s)?"
    r"(?:(?P<up>more)|(?P<down>fewer|less))\s(?=[a-z])",
    re.IGNORECASE,
)
_NOUN = Expression(
    rf"\b(?:an?|another)\s+(?:[a-z-]+\s){{0,3}}(?:(?P<up>{_UP_NOUNS})|(?P<down>{_DOWN_NOUNS})|"
    rf"(?P<good>{_GOOD_NOUNS})|(?P<bad>{_BAD_NOUNS}))\b",
    re.IGNORECASE,
)
_NOT_A_VERB = Expression(
    r"\b(?:the|an?|our|its|their|his|her|of|to|with|for|by|from|in|on|these|those|despite|due to|"
    r"following|because of|any|some|more|will|would|could|should|may|might|must|can|help|helping|"
    r"helped|cannot|of|and the)\s(?:[a-z]+ly\s)?$",
    re.IGNORECASE,
)
"""Before “increased” as an adjective, or “reduce” as a purpose; “was forecast to” is none."""
_IS_DOING = Expression(
    r"\b(?:is|are|was|were|been|be|continu\w+|keeps?|kept|began|started)\s(?:[a-z]+ly\s)?$", re.I
)
_SHOWS_DOUBT = Expression(
    r"\b(?:no|not|never|neither|nor|without|rather than|instead of|if|unless|whether|would|could|"
    r"should|might|hop(?:e|ed|ing)|target\w*|aim\w*|vary|varied|var(?:ies|ying)|rang(?:e[ds]?|ing)|"
    r"respectively|despite|notwithstanding|slow(?:ed|ing|er|s)?|rank\w*|positions?|place|"
    r"quartile|grade|"
    r"ages?|aged|every|at most|at least|offset)\b|n[’']t\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = Expression(
    r";(?!\s(?:they|it|this|that|these|numbers) )|\.\s|\b(?:but|while|whilst|whereas|although|"
    r"though|because|since|so that|as a result|"
    r"due to|"
    r"when|where|after|until|for which|allow\w*|enabl\w+|mean(?:s|t|ing)|led|leading|result\w*|"
    r"caus\w+)\b"
    r"|(?<!year )(?<!month )(?<!quarter )(?<!one )(?<!week )\bbefore\b"
    r"|\b(?:and|as|which|that|who)\s(?!(?:now |currently )?(?:is|was|are|were|has|have|had|stands?|"
    r"stood|stand|came|fell|rose|reached|totalled|down|up|lower|higher|improved|increased|"
    r"reduced)\b)"
    r"[^,]{0,80}?\b(?:is|was|are|were|has|have|had|stands?|stood|remain\w*|there)\b"
    r"|,\s(?!(?:from|to|with|at|standing|up|down|by|and|compared|against|being|reaching|now|which|"
    r"this|last|in|on|a|an|falling|rising|as|having|has|have|had|averaging|totalling|taking|the "
    r"figure|year on year|overall|over)\b|$|\s*\()",
    re.IGNORECASE,
)
_OF_THE_SECOND = Expression(
    r"^[^,;.()–]{0,40}[,(–-]\s*(?:(?:which|this|that) (?:is|was|represents) |representing |"
    r"showing |"
    r"i\.e\. |being )?$",
    re.IGNORECASE,
)
_LONGEST = 110


def way_told(pair: ThenAndNow) -> tuple[int, str, bool]:
    """1 for up, -1 for down or 0 where the words don't say; the word; whether it is of worth."""
    told = [
        *_in(pair.lead),
        *_in(pair.between, from_start=True),
        *_in_rest(pair.rest),
    ]
    if not told or _SHOWS_DOUBT.search(f"{pair.lead[-_LONGEST:]} {pair.between}"):
        return 0, "", False
    of_size = [match for match in told if match["up"] or match["down"]]
    ways = {bool(match["up"]) for match in of_size}
    if len(ways) == 1:
        return (1 if ways.pop() else -1), _word(of_size[-1]), False
    if ways:
        return 0, "", False
    worth = {bool(match["good"]) for match in told}
    up_is_good = more_of_it_is_good(f"{pair.lead}{_A_FIGURE}{pair.between}{_A_FIGURE}{pair.rest}")
    if len(worth) != 1 or up_is_good is None or pair.now.kind is Kind.POINTS:
        return 0, "", False
    return (1 if worth.pop() == up_is_good else -1), _word(told[-1]), True


_A_FIGURE = " "


def _word(match: re.Match[str]) -> str:
    return match["up"] or match["down"] or match["good"] or match["bad"]


def _in(text: str, *, from_start: bool = False) -> list[re.Match[str]]:
    """The ways told before a figure, and after another from its start, where nothing parts them."""
    found = []
    for match in _VERB.finditer(text):
        before = text[: match.start()]
        if _NOT_A_VERB.search(before) or _is_no_verb(match[0].lower(), before, text[match.end() :]):
            continue
        found.append(match)
    found += [*_PREDICATE.finditer(text), *_NOUN.finditer(text)]
    if not from_start:
        found += _QUANTIFIER.finditer(text.lstrip()) if text == text.lstrip() else []
    return [match for match in found if _is_of_it(text, match, from_start=from_start)]


def _is_no_verb(word: str, before: str, after: str) -> bool:
    """“Cutting waits has meant …”, “council tax rises were 3%” and “falls among the over-75s”."""
    if word.endswith("ing"):
        return not _IS_DOING.search(before)
    return word in _NOUNS_TOO and not _AS_A_VERB.match(after)


_NOUNS_TOO = {"rises", "falls", "drops", "dips", "climbs", "jumps", "increases", "decreases"}
_AS_A_VERB = Expression(
    r"\s(?:by|to|from|again|further|below|above|back|slightly|sharply|steadily|year on year)\b"
)


def _is_of_it(text: str, match: re.Match[str], *, from_start: bool) -> bool:
    after, before = text[match.end() :], text[: match.start()]
    if len(after) > _LONGEST or _ANOTHER_CLAUSE.search(after):
        return False
    return not (from_start and (len(before) > _LONGEST or _ANOTHER_CLAUSE.search(before)))


def _in_rest(text: str) -> list[re.Match[str]]:
    """What is said of both after them: “…, a fall”; “…, so numbers have fallen”."""
    of_nouns = [m for m in _NOUN.finditer(text) if _OF_THE_SECOND.match(text[: m.start()])]
    so = _SO.match(text)
    return of_nouns if so is None else [*of_nouns, *_VERB.finditer(text, so.end())][:1]


_SO = Expression(
    r"^[^,;.()–]{0,40}[,;–-]\s*(?:and )?(?:so|showing|meaning|which means|therefore)\b"
    r"(?=[^,;.()]{0,40}\b(?:has|have|is|are|was|were)\s\w+[.,;]?\s*$)",
    re.IGNORECASE,
)
