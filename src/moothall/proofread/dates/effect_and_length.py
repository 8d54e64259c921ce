"""One day on which a thing takes effect, and one length for which it is consulted on.

A proposal is said to begin “from 1 April” in the summary, the body and the recommendations; a lone
other day of the same thing is left over from an earlier draft.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences, shortened, word_set
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import Written, own_date, written_dates

# --- one day on which it takes effect -------------------------------------------------------------

_FROM = Expression(
    r"(?<!data )(?<!figures )(?<!minutes )(?<!letter )(?<!report )(?<!period )(?<!dated )"
    r"\b(?:(?:with effect |effective |starting |commencing )?from|tak(?:e|es|ing) effect on|"
    r"effective|com(?:e|es|ing) into (?:force|effect|operation) on)\s(?:the\s)?$",
    re.IGNORECASE,
)
_RUNS_ON = Expression(r"\s*(?:to|until|till|through|[-–—])\s*(?:the\s)?(?:end|\d|[A-Z])")
_SEVERAL = Expression(
    r"\b(?:phases?|stages?|options?|lots?|tranches?|respectively|originally|previous(?:ly)?|"
    r"extend\w*|extension|deferred|delay\w*|interim|transitional|temporar\w*|pilot|compar\w+|each|"
    r"every|annual\w*|year two|second|third|existing|current|rather than|instead|if|unless)\b",
    re.IGNORECASE,
)
_LITTLE = word_set("with from that this which will would have been their they these those")
_FEWEST_TOLD = 2
_FEWEST_PAIRS = 2
_A_WEEK, _A_YEAR = 7, 366


@dataclass(frozen=True, slots=True, kw_only=True)
class _Effect:
    on: Written
    quote: str
    pairs: frozenset[tuple[str, str]]
    place: Place
    block: int


def what_takes_effect_does_so_on_one_day(report: Report) -> Iterator[TextFinding]:
    """The functions “transfer from 1 April”, twice; oversight of the functions “from 1 June”."""
    told: defaultdict[date, list[_Effect]] = defaultdict(list)
    own = own_date(report)
    for passage in passages(report):
        if passage.part in ("cell", "heading") or (
            "from" not in passage.text and ("effect" not in passage.text)
        ):
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                if not on.is_a_day or not _FROM.search(sentence[: on.start]):
                    continue
                if _RUNS_ON.match(sentence[on.end :]) or _SEVERAL.search(sentence):
                    continue
                if own is not None and on.first < own - timedelta(days=31):
                    continue
                told[on.first].append(
                    _Effect(
                        on=on,
                        quote=around(sentence, on.start, on.end, 110),
                        pairs=_pairs(sentence[: on.start]),
                        place=passage.place,
                        block=passage.block,
                    )
                )
    for day, odd in told.items():
        if len({one.block for one in odd}) != 1:
            continue
        for usual_day, usual in told.items():
            apart = abs((day - usual_day).days)
            if len({one.block for one in usual}) < _FEWEST_TOLD or not _A_WEEK <= apart < _A_YEAR:
                continue
            twin = max(usual, key=lambda one: len(one.pairs & odd[0].pairs))
            if len(twin.pairs & odd[0].pairs) < _FEWEST_PAIRS or twin.block == odd[0].block:
                continue
            yield TextFinding(
                place=odd[0].place,
                quote=odd[0].quote,
                message=f"“From {odd[0].on.text.strip()}” here; {len(usual)} times in this report "
                f"it is from {twin.on.text.strip()} ({twin.place}: “{shortened(twin.quote)}”).",
                confidence=Confidence.MEDIUM,
                cure="Give one day throughout, or say what begins later.",
            )
            break


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The neighbours among the words that carry weight: “statutory functions”."""
    words = [
        stem_of(word)
        for word in re.findall(r"[A-Za-z’'-]+", text)
        if len(word) >= 4 and word.lower() not in _LITTLE
    ]
    return frozenset(pairwise(words))


# --- how long a consultation runs -----------------------------------------------------------------

_WORDS = {
    **NUMBER_WORDS,
    "thirteen": 13,
    "fourteen": 14,
    "sixteen": 16,
    "thirty": 30,
    "forty-five": 45,
}
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_THING = r"(?P<thing>consultation|survey|engagement|questionnaire)"
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.4}
_UNIT = r"(?P<unit>day|week|month)"
_LONG = Expression(
    rf"(?<![\w-]){_NUMBER}[\s-]{_UNIT}(?:s|s[’'])?[\s-]+(?:period\sof\s)?(?:(?:public|staff|formal|"
    rf"statutory|online|full|open)\s){{0,2}}{_THING}\b",
    re.IGNORECASE,
)
_RAN = Expression(
    rf"\b{_THING}\b(?:\s(?:period|exercise|process))?(?:\swith\s(?:the\s)?\w+)?[^.;,\d]{{0,25}}?\b"
    rf"(?:ran|runs?|lasted|lasts|lasting|was open|is open|open|closed after|closes after|carried "
    rf"out|held|took place)\s(?:over\s|for\s|after\s)?(?:a\speriod\sof\s)?(?:an?\s|the\s)?"
    rf"{_NUMBER}[\s-]{_UNIT}s?\b",
    re.IGNORECASE,
)
_RAN_SHORT = Expression(
    rf"\b{_THING}\b(?:\s(?:period|exercise))?\s(?:closed|ended|"
    rf"of)\s(?:after\s)?{_NUMBER}[\s-]{_UNIT}s?\b",
    re.IGNORECASE,
)
_NOT_ITS_LENGTH = Expression(
    r"\b(?:minimum|at least|least|require\w*|normal\w*|usual\w*|recommend\w*|guid\w+|further|"
    r"exten\w+|second|previous|stages?|phases?|rounds?|pre-\w+|act \d+|section|rather than|instead|"
    r"option|earlier|next|another|additional|more|less|up to|remaining|into|first|last)\b",
    re.IGNORECASE,
)
_OF_WHOM = Expression(
    r"\b(staff|employees?|unions?|public|tenants?|informal|statutory|non-statutory|formal|budget|"
    r"parents?|schools?|providers?|market|traders?|landlords?|leaseholders?|members?)\b",
    re.IGNORECASE,
)


def a_consultation_has_one_length(report: Report) -> Iterator[TextFinding]:
    """The “eight-week consultation” of the summary did not close “after 30 days”."""
    found: list[tuple[float, str, str, frozenset[str], str, Place, int]] = []
    for passage in passages(report):
        if "onsult" not in passage.text and not re.search(r"urvey|ngagem|uestionn", passage.text):
            continue
        for sentence in sentences(passage.text):
            match = _LONG.search(sentence) or _RAN.search(sentence) or _RAN_SHORT.search(sentence)
            if match is None or _NOT_ITS_LENGTH.search(
                sentence[max(0, match.start() - 40) : match.end() + 25]
            ):
                continue
            number = match["n"].lower()
            days = (int(number) if number.isdigit() else _WORDS[number]) * _DAYS_IN[
                match["unit"].lower()
            ]
            whom = frozenset(word.lower().rstrip("s") for word in _OF_WHOM.findall(sentence))
            thing = match["thing"].lower()
            text = f"{match['n']} {match['unit'].lower()}s"
            place = passage.place
            found.append((float(days), thing, text, whom, sentence, place, passage.block))
    for number, (days, thing, text, whom, sentence, place, block) in enumerate(found):
        for first, same, before, of_whom, words, where, above in found[:number]:
            apart = abs(days - first) > max(7.0, 0.15 * max(days, first))
            differ = bool(whom and of_whom) and not whom & of_whom
            if thing == same and apart and block != above and not differ:
                yield TextFinding(
                    place=place,
                    quote=sentence,
                    message=f"The {thing} is of {text} here, of {before} at {where}: "
                    f"“{shortened(words, 120)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Give one length, that between its first and its last day.",
                )
                return


RULES: tuple[Rule, ...] = (
    what_takes_effect_does_so_on_one_day,
    a_consultation_has_one_length,
)
