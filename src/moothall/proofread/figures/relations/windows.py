"""Windows: a sentence with those before it, and every figure in them with the part that it plays.

What a figure is said to be is read from the words right beside it, in whole families: so much each,
a difference, a total, what is left.  All else is a *level*: how much there is.  The rules of this
room then look for sums that hold, and speak only where the one that the words ask for does not and
no other does.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from moothall.documents.report import Report
from moothall.proofread.figures.worked_figures import Told, told_figures
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import FractionTold, fractions_told, majorities_told
from moothall.proofread.reading.number_words import NUMBERS_TO_99, with_all_numbers
from moothall.proofread.reading.passages import Paragraph, Sentence, paragraphs, read_once

MOST_FIGURES = 9
"""A window with more figures is a list of many things, and which belong together is a guess."""
_LONGEST = 700


class Part(StrEnum):
    """What part a figure plays in its window."""

    LEVEL = "level"
    EACH = "each"
    DIFFERENCE = "difference"
    GAP = "gap"
    """A difference that may be a level too: the gap of last year."""
    TOTAL = "total"
    REST = "rest"
    SHARE = "share"
    CHANGE = "change"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Played:
    """A figure with its part; `place` counts the figures of the window."""

    told: Told
    part: Part
    place: int
    lead: str
    """The words before it, since the figure before."""
    trail: str
    """The words after it, until the next figure."""

    @property
    def kind(self) -> Kind:
        return self.told.figure.kind


@dataclass(frozen=True, slots=True)
class Window:
    """One to three sentences that follow one another, read as one."""

    sentence: Sentence
    played: tuple[Played, ...]
    in_words: tuple[FractionTold, ...]
    """The shares told in words."""
    here: int
    """Where the last of its sentences begins in the text."""

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def pattern(self) -> str:
        return self.sentence.pattern

    def of(self, *parts: Part) -> list[Played]:
        return [one for one in self.played if one.part in parts]

    def at(self, mark: str) -> Played | None:
        """The figure of a mark of the pattern; None where it is left out."""
        start = self.sentence.figure(mark).amount.start
        return next((one for one in self.played if one.told.figure.amount.start == start), None)

    def stands_here(self, one: Played) -> bool:
        return one.told.figure.amount.start >= self.here


_MOVED = (
    r"increas\w+|ris(?:e|es|en|ing)|rose|grow(?:th|n|s|ing)?|grew|uplift(?:ed)?|jump(?:ed)?|"
    r"gain(?:ed)?|"
    r"decreas\w+|reduc\w+|f[ae]ll(?:s|en|ing)?|declin\w+|drop(?:s|ped|ping)?|cut(?:s|ting)?|"
    r"dip(?:s|ped)?|slump\w*|surg\w+|climb\w*|improv\w+|worsen\w*|deteriorat\w+|mov(?:ed|ement)|"
    r"chang\w+|swing|slip\w*|shr[aiu]nk\w*|(?:gone|went|go|goes|going|come|came|coming) (?:up|"
    r"down)|(?<!made )(?<!make )(?<!makes )(?<!making )up|"
    r"down|lower(?:ed)?|rais\w+"
)
_GAP = (
    r"difference|gap|shortfall|excess|surplus|deficit|variance|overspend|underspend|overshoot|"
    r"saving|shortage|margin|discrepancy|pressure"
)
_SMALL = (
    r"(?:(?:just|only|some|about|nearly|almost|over|under|a further|a|an|the|around|exactly)\s)*"
)
_BY_BEFORE = Expression(
    rf"\b(?:(?:{_MOVED}|{_GAP})s?\s(?:of|by|was|is|being|comes to|amounts to)|by|"
    rf"exceed(?:s|ed|ing)?(?:\s[a-z]+){{0,3}}?\sby|{_MOVED})\s{_SMALL}\(?[+−–-]?\s?$",
    re.IGNORECASE,
)
_GAP_BEFORE = Expression(
    rf"\b(?:{_GAP})s?\s(?:of|was|is|being|comes to|amounts to|by)\s{_SMALL}\(?[+−–-]?\s?$", re.I
)
_BY_AFTER = Expression(
    rf"^\s?(?:percentage points?\s|points?\s|(?!for\b|at\b)[a-z-]+(?<!ing)\s){{0,2}}?(?:more|"
    rf"fewer|less|higher|lower|"
    rf"above|below|over(?!\s(?:the |a |about |some )?«)|under|short(?=\s?(?:of\b|[,.;)]|$))|"
    rf"better|worse|longer|shorter|greater|dearer|cheaper|ahead|"
    rf"behind|adverse|favourable|extra|in excess|quicker|slower|faster)\b(?!\s(?:the age|half|"
    rf"half of))|^\s?(?:year[- ]on[- ]year\s|annual\s|real[- ]terms\s|net\s)?(?:{_GAP}|increase|"
    rf"rise|"
    rf"reduction|fall|drop|decrease|decline|cut|growth|improvement|uplift|deterioration)\b",
    re.IGNORECASE,
)
_EACH_AFTER = Expression(
    r"^\s?(?:[a-z]+\s)?(?:each|apiece|per|for each|for every|every|in each|a head|a time)\b|"
    r"^\s(?:[a-z-]+\s){1,2}(?:an?|per|each|every)\s(?:week|month|year|day|night|visit|session|"
    r"household|person|head|home|hectare|acre|mile|km|kilometre|class|ward|school|room|site|"
    r"route|vehicle|tonne|hour)\b(?!\s(?:ago|earlier|before|later|on))|"
    r"^\s?an?\s(?!(?:year|month|week|day|quarter|term) (?:ago|on|earlier|before|later|since)|"
    r"further|total|result|net|lot|number|day later|third|quarter of|"
    r"half)[a-z]+\b",
    re.IGNORECASE,
)
_EACH_BEFORE = Expression(
    r"\b(?:each|per|every)\s(?:[a-z]+\s){1,4}(?:costs?|is|gets?|receives?|earns?|pays?|at|needs?|"
    r"has|"
    r"have|takes?|of|was|were|paid|cost)?\s?$|\b(?:unit|hourly|daily|weekly) "
    r"(?:cost|price|rate|fee|charge)s?\s(?:of|is|was|at|being)\s$|"
    r"\b(?:average|mean)(?:\s(?!of\b)[a-z]+){0,4}?\s(?:of|is|was|at|being|came to|comes to|stood "
    r"at|works out at|(?:therefore|thus) [a-z]+)\s(?:about |just |around )?$|"
    r"\b(?:instalments?|equal (?:[a-z]+ )?(?:payments?|sums)|a mean|(?:monthly|weekly) "
    r"sums) of\s$|"
    r"\b(?:charged|priced|reimbursed|paid|levied|levies) at\s$",
    re.IGNORECASE,
)
_A_PERIOD = Expression(
    r"^\s?(?:an?|per|each|every)\s(?:year|month|week|day|hour|annum)\b", re.IGNORECASE
)
_TOTAL_AFTER = Expression(
    r"^[^«»,;.]{0,25}?\b(?:in all|altogether|in total|all told|combined|overall|between them)\b",
    re.I,
)
_TOTAL_BEFORE = Expression(
    rf"\b(?:(?:a |the |combined |overall |grand )?total(?:s|led|ling|s up)?(?: [a-z]+)?"
    rf"(?: of| is| was| to|:)?|mak(?:es?|ing)(?: up)?|com(?:es?|ing) to|add(?:s|ing)?(?: up)? to|"
    rf"sum(?:s|ming)? to|altogether|in all|together|amount(?:s|ing)? to|in total)\s{_SMALL}$",
    re.IGNORECASE,
)
_REST_BEFORE = Expression(
    rf"\b(?:leav(?:e|es|ing)|left|remain(?:s|der|ing)?(?: of)?|the rest|balance(?: of| is)?|"
    rf"others?|"
    rf"the other)\s?[,(]?\s?{_SMALL}$",
    re.IGNORECASE,
)
_REST_AFTER = Expression(
    r"^(?:\s[a-z]+){0,3}?\s(?:remain(?:s|ed|ing)?|left|still|outstanding|unfilled|vacant|"
    r"unspent)\b",
    re.IGNORECASE,
)
_LENGTH_OF_TIME = Expression(
    r"^[\s-]?(?:(?:consecutive|working|calendar|full|whole|school|academic|financial|"
    r"municipal)\s)?(?:years?|months?|weeks?|"
    r"days?|"
    r"hours?|minutes?|seconds?|terms?|nights?|quarters?)\b",
    re.IGNORECASE,
)
_NO_FIGURE = Expression(
    r"\b(?<!\bthe )(?<!\bthis )(?<!\blast )(?:questions?|"
    r"policy|objectives?|criteri(?:on|a)|route|room|minutes?|recommendations?|"
    r"option|block|unit|flat|platform|junction|district|paper|form|article|clause|rule|item|page|"
    r"paragraphs?|sections?|chapter|note|footnote|bands?|class|zones?|plots?|lots?|phases?|years?|"
    r"order|report|grades?|levels?|stages?|tiers?|groups?|key stages?|quarters?|"
    r"plan)\s(?:no\.?\s|number\s)?(?:«C\d+»\s(?:to|and|or|–|-)\s)?$",
    re.IGNORECASE,
)
_OF_A_SCALE = Expression(r"\b(?:rating|score|grade|level|band|stage|rank)s? (?:of|at)\s$", re.I)
_TO = Expression(r"^\s?(?:to|-|–)\s?$")
_OLDEST = 120
_IS_A_MEASURE = Expression(
    r"^\s?(?:mph|miles (?:an|per) hour|degrees|decibels|dB|°|inch\w*)\b|^[\"”″]", re.I
)
"""What counts no things: “a 20 mph limit”, “a 6” pipe”."""
_MARK = Expression(r"«[A-Z]\d+»")
_LABEL = Expression(r"\b([A-Z][a-z]+)(?=\s«C)")
_LABEL_BEFORE = Expression(r"\b[A-Z][a-z]+\s$")
_TWICE = Expression(r"^\s?\(\s?$")


_MAY_COUNT = Expression(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|"
    r"half|thirds?|quarters?|fifths?|majority|most)\b|\b(?:the|this|that|an?) (?:[a-z]+ )?(?:rise|"
    r"increase|growth|jump|fall|reduction|decrease|drop|decline|improvement|worsening|longer|"
    r"shorter|higher|lower)\b",
    re.IGNORECASE,
)


@read_once
def windows(report: Report) -> tuple[tuple[Paragraph, int, tuple[str, ...]], ...]:
    """Every sentence with a figure: its paragraph, its place in it, and it with those before it."""
    found = []
    before: Paragraph | None = None
    for paragraph in paragraphs(report):
        led = _leads_to(before, paragraph)
        for at, one in enumerate(paragraph.sentences):
            if _MAY_COUNT.search(one.text):
                texts = [each.text for each in paragraph.sentences[max(0, at - 2) : at + 1]]
                if led and at <= 1:
                    texts = [*led[at - 2 :], *texts]
                found.append((paragraph, at, tuple(texts)))
        before = paragraph
    return tuple(found)


_TAKES_UP = Expression(
    r"^\W*(?:It|This|These|That|They|Those|Both|The (?:total|rest|remainder|balance|remaining))\b|"
    r"^\W*Of (?:this|these|those|them|which|whom)\b",
)


def _leads_to(before: Paragraph | None, paragraph: Paragraph) -> list[str]:
    """The end of the numbered paragraph before, where this one takes it up: “6.2 It will be …”."""
    if before is None or before.cell or paragraph.cell or before.section != paragraph.section:
        return []
    if not before.sentences or not _TAKES_UP.match(paragraph.text):
        return []
    return [one.text for one in before.sentences[-2:]]


def each_window(
    report: Report, *words: str, back: int = 2
) -> Iterator[tuple[Paragraph, Sentence, Window]]:
    """Each sentence alone, then with one before it, then with two; those with one of the words."""
    for paragraph, at, texts in windows(report):
        one = paragraph.sentences[at]
        folded = paragraph.text.casefold()
        if words and not any(word in folded for word in words):
            continue
        for some in range(1, min(back + 1, len(texts)) + 1):
            window = window_of(texts[-some:])
            if window is not None:
                yield paragraph, one, window


@lru_cache(maxsize=4096)
def window_of(texts: tuple[str, ...]) -> Window | None:
    if sum(map(len, texts)) > _LONGEST:
        return None
    before = _in_figures(" ".join(texts[:-1])).text if len(texts) > 1 else ""
    one = _in_figures(" ".join(texts))
    in_words = tuple(_shares_in_words(one.text))
    played = tuple(_played(one, in_words))
    if len(played) > MOST_FIGURES:
        return None
    return Window(one, played, in_words, len(before))


_ALL_BUT = Expression(
    r"(?<![\w-])(?:(?P<all>every (?:one|single one) of|all of)(?= (?:the|our|its) \d)|"
    r"(?P<most>almost "
    r"all|nearly all|virtually all|practically all)|(?P<bulk>the (?:vast )?bulk of|most of|"
    r"(?:the|a) (?:clear |large )?majority(?= \()|the "
    r"greater part of|the lion[’']s share of)|(?P<few>hardly any|very few|a handful|only a few "
    r"of))\b",
    re.IGNORECASE,
)
_ALLOWED = {"all": (100, 100), "most": (85, 100), "bulk": (50, 100), "few": (0, 25)}


def _shares_in_words(text: str) -> Iterator[FractionTold]:
    yield from fractions_told(text)
    yield from majorities_told(text)
    for match in _ALL_BUT.finditer(text):
        low, high = _ALLOWED[match.lastgroup or ""]
        yield FractionTold(match[0], Decimal(low), Decimal(high), match.start(), match.end())


_PENCE = Expression(r"(?<![\d£.,–-])(?P<n>\d{1,3}(?:\.\d)?)\s?p(?:ence)?(?=[\s,.;:)]|$)(?!\.\w)")
_UNIT_LETTERS = Expression(
    r"(?<=\d)(?P<unit>kg|km|kWh|MWh|GWh|kW|MW|hrs?|mins?|ha|t)(?=[\s,.;:)]|$)(?!\s?=)"
)
_HUNDREDS = Expression(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|a) hundred(?: and (?P<rest>[a-z]+(?:-"
    r"[a-z]+)?))?\b(?!\s(?:thousand|million))",
    re.IGNORECASE,
)
_ONES = {"a": 1, "one": 1, **NUMBERS_TO_99}


def _in_figures(text: str) -> Sentence:
    """The text with its numbers in figures, and with units that stand away from them."""
    if "hundred" in text:
        text = _HUNDREDS.sub(_hundreds, text)
    if "p" in text:
        text = _PENCE.sub(lambda match: f"£{Decimal(match['n']) / 100:f}", text)
    return with_all_numbers(_UNIT_LETTERS.sub(r" \g<unit>", text))


def _hundreds(match: re.Match[str]) -> str:
    rest = match["rest"]
    if rest and rest.lower() not in _ONES:
        return match[0]
    return str(100 * _ONES[match["n"].lower()] + (_ONES[rest.lower()] if rest else 0))


def _played(one: Sentence, in_words: tuple[FractionTold, ...]) -> Iterator[Played]:
    labels = Counter(_LABEL.findall(one.pattern))
    last: Told | None = None
    place = 0
    words = _MARK.split(one.pattern)
    for number, told in enumerate(told_figures(one)):
        at = told.figure.amount.start
        if any(share.start <= at < share.end for share in in_words):
            continue
        if told.figure.kind is Kind.COUNT and (
            _NO_FIGURE.search(told.before)
            or _IS_A_MEASURE.match(told.after)
            or _OF_A_SCALE.search(told.before)
        ):
            continue
        lead, trail = words[number], words[number + 1]
        if (
            told.figure.kind is Kind.COUNT
            and told.figure.size < _OLDEST
            and (
                (_TO.match(trail) and not lead.endswith("from "))
                or (_TO.match(lead) and number and not words[number - 1].endswith("from "))
            )
        ):
            continue  # “the 18 to 24 population”
        label = _LABEL_BEFORE.search(lead)
        if label and labels[label[0].strip()] > 1 and told.figure.kind is Kind.COUNT:
            continue  # “Pier 1, then Pier 2”
        if last is not None and _TWICE.match(lead) and told.figure.value == last.figure.value:
            continue  # “thirty-six (36)”
        yield Played(told, _part(told), place, lead, trail)
        place += 1
        last = told


def _part(told: Told) -> Part:
    own = told.after.partition("«")[0]
    before = told.before.rpartition("»")[2]
    kind = told.figure.kind
    if kind is Kind.POINTS:
        return Part.CHANGE
    by = _BY_BEFORE.search(before) is not None or _BY_AFTER.match(told.after) is not None
    if not by and (period := _A_PERIOD.match(own)):  # “£5.49 a year extra”
        by = _BY_AFTER.match(own[period.end() :]) is not None
    if kind is Kind.PERCENT:
        return Part.CHANGE if by else Part.SHARE
    if kind is Kind.COUNT and _LENGTH_OF_TIME.match(own) and not by:
        each = _EACH_AFTER.match(_LENGTH_OF_TIME.sub("", own, 1)) or _EACH_BEFORE.search(before)
        return Part.EACH if each and told.figure.amount.places else Part.TIME
    if _EACH_AFTER.match(own) or _EACH_BEFORE.search(before):
        return Part.EACH
    if by:
        return Part.GAP if _GAP_BEFORE.search(before) else Part.DIFFERENCE
    if _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(own):
        return Part.TOTAL
    if _REST_BEFORE.search(before) or _REST_AFTER.match(own):
        return Part.REST
    return Part.LEVEL
