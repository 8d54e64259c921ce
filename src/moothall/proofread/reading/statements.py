"""Statements: the figures of a report's prose, each with the words that say what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moothall.documents.report import Report
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, passages, sentences, word_set

# --- the words about a figure ---------------------------------------------------------------------

SMALL_WORDS = word_set(
    "a an and are as at be been being by can could did do does during each for from had has have "
    "he her here his how however i if in into is it its may might must no nor not of off on or our "
    "out over own per she should so some such than that the their them then there these they this "
    "those through to under until up upon us was we were what when where whether which while "
    "whilst who whom whose why will with within without would you your also about above after "
    "again against all although any because before below between both but compared due further "
    "having including just more most only other same since still too very via yet year years day "
    "days week weeks month months"
)
# Words that may stand in one of two statements of the same thing and change nothing.
_NEUTRAL = word_set(
    "total totals totalling totalled overall approximately approx around circa currently current "
    "council authority borough report reports reported figure figures amount amounts sum number "
    "numbers shows show shown showing set stands stand standing equates equivalent represents "
    "represent represented estimated expected anticipated likely identified receive received "
    "provide provided provides been made make makes need needed required proposed proposal agreed "
    "note noted now therefore respectively members cabinet committee recommended approve approval "
    "approved will detailed outlined ask asked asks seek seeks sought run runs ran held hold "
    "met table paragraph section appendix follows following result "
    "resulted resulting give gives giving given there part taken take place held carried across "
    "achieve achieved deliver delivered realise realised generate generated produce produced"
)
_FINANCE = word_set(
    "saving budget cost overspend underspend deficit surplus grant income expenditure reserve gap "
    "pressure allocation contribution funding price fee charge rent investment spend spending "
    "variance salary value receipt debt borrowing contingency balance shortfall reduction increase "
    "decrease payment loan bid award turnover liability provision levy precept requirement "
    "overspent underspent drawdown slippage growth inflation"
)
WORD = Expression(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*")
_NUMBERED = Expression(
    r"\b(option|phase|stage|year|band|tier|lot|scheme|zone|block|grade|class|site|quarter|"
    r"category|type|level|key stage|ks|q|priority|objective|outcome|strand|site|plot|unit)\s?"
    r"(\d{1,2}|[A-H])\b",
    re.IGNORECASE,
)
_SAME_THINGS = (
    (Expression(r"\b(?:looked[ -]after children|children looked after|children in care)\b", re.I),
     "lookedafterchild"),
    (Expression(r"\bfull[ -]time equivalents?\b|\bF\.?T\.?Es?\b", re.I), "fte"),
    (Expression(r"\beducation,? health,? (?:and|&) care plans?\b|\bEHCPs?\b", re.I), "ehcp"),
)  # fmt: skip


def _plain(text: str) -> str:
    for pattern, one_word in _SAME_THINGS:
        text = pattern.sub(one_word, text)
    return text


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """What a word comes down to: "savings", "save" and "saved" are one."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace("-", "").strip("'")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
    elif word.endswith("ed") and len(word) > 4:
        word = word[:-2]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return _ONE_MEANING.get(word, word)


_ONE_MEANING = {
    "expenditur": "cost",
    "spend": "cost",
    "spent": "cost",
    "overspent": "overspend",
    "underspent": "underspend",
    "expansion": "expand",
    "ros": "ris",
    "ran": "run",
}
_NEUTRAL_STEMS = frozenset(stem_of(word) for word in _NEUTRAL)
_FINANCE_STEMS = frozenset(stem_of(word) for word in _FINANCE)
_MONTHS = word_set(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec"
)


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without plurals; "Phase 2" is one word.

    >>> sorted(content_words("The net budget for Children's Services in Phase 2 is"))
    ['budget', 'children', 'net', 'phase2', 'servic']
    """
    plain = _plain(text)
    found = {
        f"{match[1].lower().replace(' ', '')}{match[2].lower()}"
        for match in _NUMBERED.finditer(plain)
    }
    rest = _NUMBERED.sub(" ", plain) if found else plain
    for match in WORD.finditer(rest):
        word = match[0]
        low = word.lower()
        if low in SMALL_WORDS or low in _MONTHS or (len(word) < 3 and not word.isupper()):
            continue
        stem = stem_of(word)
        if stem not in _NEUTRAL_STEMS:
            found.add(stem)
    return frozenset(found)


_WHEN = Expression(
    r"\b(?P<first>20\d\d|\d\d)[/–-](?P<second>20\d\d|\d\d)\b(?![/-])"
    r"|\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+"
    r"(?P<of>20\d\d|[’']?\d\d)\b(?!\s*%)"
    r"|\b(?P<quarter>q[1-4]|(?:first|second|third|fourth) quarter|"
    r"quarter (?:[1-4]|one|two|three|four))\b"
    r"|(?<![£€])\b(?P<year>(?:19|20)\d\d)\b(?![.,]\d)"
    r"|\b(?P<turn>last year|this year|next year|previous year|prior year|year to date|to date|"
    r"year[- ]end|period \d{1,2}|month \d{1,2}|at present|annum|annually|annual|monthly|weekly)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def periods_named(text: str) -> frozenset[str]:
    """The periods and dates that a text names, each in one form."""
    found = set()
    for match in _WHEN.finditer(text):
        if match["first"]:
            first, second = match["first"][-2:], match["second"][-2:]
            if int(second) in (int(first) + 1, int(first) + 2, int(first) + 3, int(first) + 4):
                found.add(f"{first}/{second}")
        elif match["month"]:
            found.add(f"{match['month'].lower()} {match['of'][-2:]}")
        elif match["quarter"]:
            found.add(match["quarter"].lower())
        elif match["year"]:
            found.add(match["year"][-2:])
        else:
            found.add(match["turn"].lower())
    return frozenset(found)


# --- statements -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure of the text, and what the words about it say that it counts."""

    amount: Amount
    words: frozenset[str]
    """The words of the figure's own part of the sentence."""
    context: frozenset[str]
    """The words of the whole sentence."""
    head: frozenset[str]
    """What is counted: the noun of a count, the money's own noun ("saving", "budget")."""
    role: str
    """ "by", "from", "to" or "per" before the figure, where one stands."""
    when: frozenset[str]
    rough: bool
    """Whether the text says that the figure is rough, or a limit."""
    section: frozenset[str]
    passage: Passage
    sentence: str
    file: str


NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
}  # fmt: skip
_CUT = Expression(
    r"[,;:()–]|\s-\s|\b(?:and|but|while|whilst|against|compared|of which|with|or|from|to|plus|"
    r"including|leaving|which|because|although|resulting|meaning|rising|falling|versus)\b",
    re.IGNORECASE,
)
_AFTER_CUT = Expression(
    r"[,;()]|\b(?:and|but|while|whilst|against|compared|of which|which|because|although|resulting|"
    r"meaning|leaving|versus|plus)\b",
    re.IGNORECASE,
)
ROUGHLY = Expression(
    r"\b(?:approximately|approx|about|around|circa|some|over|up to|at least|more than|nearly|just|"
    r"under|almost|roughly|less than|maximum of|minimum of|fewer than|in excess of|"
    r"in the region of|c)\.?\s*(?:over|under|a further|an additional)?\s*£?$",
    re.IGNORECASE,
)
_ROLE = Expression(
    r"\b(?P<role>by|from|to|between|than|further|additional|another|remaining|extra|other)\s+"
    r"(?:a |an |the |approximately |around |about |circa |over |up to |some |another )*$",
    re.IGNORECASE,
)
_TIME_UNIT = Expression(r"^[\s-]*(?:year|month|week|day|hour|minute)s?\b", re.IGNORECASE)
_OF_THE = Expression(
    r"^\s*(?:out )?of (?:the |these |those |our |all )?(?P<rest>\d|[a-z’'-]+)", re.I
)
_PER = Expression(
    r"^\s*(?:per|each|a|an|every)\s+(?P<unit>[a-z]+)|^\s*(?P<annual>p\.?a\.?\b|annually)", re.I
)
_NUMBER_OF = Expression(r"\b(?:number|total|count) of (?P<noun>[a-z’'-]+)", re.IGNORECASE)
LONGEST_SENTENCE = 1200
MOST_ALIKE = 40
"""A word that more figures share than this tells nothing, and they are not compared by it."""


_RECORD = Expression(
    r"\.{5}|^(?:[A-Z][^\d.;:!?,]{8,80}\s\d{1,3}(?:\s|$)){2,}$|\w[.-]*@[\w-]+\.\w"
    r"|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b"
    r"|(?:\b[A-Z][a-z]+:?\s£?\d[\d.,]*%?[^\w]{0,3}(?:\([A-Z]\w+\))?\s*){3}"
)


@lru_cache(maxsize=8192)
def is_a_record(text: str) -> bool:
    """Whether it is a line of contents; how to reach somebody; or “Latest: 71% Target: 85%, Floor:
    80%”, one card of many alike.  Asked of the words about each figure, so of many texts again."""
    return _RECORD.search(text) is not None


@read_once
def statements(report: Report) -> tuple[Statement, ...]:
    """Every figure of the prose with the words about it; read once for all rules."""
    return tuple(_statements(report))


def _statements(report: Report) -> Iterator[Statement]:
    for passage in passages(report):
        if passage.part == "heading" or (passage.part == "cell" and len(passage.text) < 60):
            continue
        section = section_words(passage.place.section)
        for sentence in sentences(passage.text):
            if len(sentence) <= LONGEST_SENTENCE and not is_a_record(sentence):
                yield from _in_sentence(sentence, passage, section, report.file)


def _in_sentence(
    sentence: str, passage: Passage, section: frozenset[str], file: str
) -> Iterator[Statement]:
    labels = [(match.start(), match.end()) for match in _NUMBERED.finditer(sentence)]
    found = [
        amount
        for amount in sorted((*amounts(sentence), *_in_words(sentence)), key=_where)
        if not any(start <= amount.start < end for start, end in labels)
    ]
    if len(found) > 8:
        return  # a list of figures; which words belong to which is a guess
    when = periods_named(sentence)
    context = content_words(sentence)
    for place, amount in enumerate(found):
        before = (
            sentence[found[place - 1].end : amount.start] if place else sentence[: amount.start]
        )
        after = (
            sentence[amount.end : found[place + 1].start]
            if place + 1 < len(found)
            else (sentence[amount.end :])
        )
        if amount.kind is Kind.COUNT and _TIME_UNIT.match(after):
            continue
        before = _own_part_before(before, first=place == 0)
        after = _own_part_after(after, last=place + 1 == len(found))
        head = _head(amount, before, after)
        if not head:
            continue
        role = _ROLE.search(sentence[: amount.start])
        per = _PER.match(after)
        words = content_words(f"{before} {after}")
        if per:
            words |= {f"per {(per['unit'] or 'year').lower()}"}
        yield Statement(
            amount=amount,
            words=words | head,
            context=context | words | head,
            head=head,
            role=role["role"].lower() if role else "",
            when=when,
            rough=bool(ROUGHLY.search(sentence[: amount.start])),
            section=section,
            passage=passage,
            sentence=sentence,
            file=file,
        )


_WRITTEN_NUMBER = Expression(rf"(?<![\w-])(?:{'|'.join(NUMBERS)})(?=\s[a-z])", re.IGNORECASE)


def _in_words(sentence: str) -> Iterator[Amount]:
    """Counts spelt out ("eight primary schools")."""
    for match in _WRITTEN_NUMBER.finditer(sentence):
        yield Amount(
            text=match[0],
            value=Decimal(NUMBERS[match[0].lower()]),
            kind=Kind.COUNT,
            places=0,
            scale=Decimal(1),
            start=match.start(),
            end=match.end(),
        )


def _where(amount: Amount) -> int:
    return amount.start


def _own_part_before(text: str, *, first: bool) -> str:
    """The words before a figure that are its own: after the last break, where enough follow it."""
    breaks = list(_CUT.finditer(text)) if not first else list(re.finditer(r"[,;:]", text))
    for match in reversed(breaks):
        if len(content_words(text[match.end() :])) >= (3 if first else 1):
            return text[match.end() :]
    return text


def _own_part_after(text: str, *, last: bool) -> str:
    """The words after a figure that are its own: up to the break before the next."""
    match = (_AFTER_CUT if last else _CUT).search(text)
    return text[: match.start()] if match else text


def _head(amount: Amount, before: str, after: str) -> frozenset[str]:
    if amount.kind is Kind.MONEY:
        return frozenset(content_words(f"{before} {after}") & _FINANCE_STEMS)
    if amount.kind is Kind.COUNT:
        return _noun_after(after) or _noun_before(before)
    match = _OF_THE.match(after)
    if match and not match["rest"].isdigit():
        return _noun_after(after[match.start("rest") :])
    return frozenset({"%"})


_NEXT_WORD = Expression(r"\s*([A-Za-z’'-]+)")


def _noun_after(text: str) -> frozenset[str]:
    """The last of the plain words right after a count: "200 complete responses from …"."""
    noun, end = "", 0
    plain = _plain(text)
    for place, match in enumerate(_NEXT_WORD.finditer(plain)):
        word = match[1].lower()
        if match.start() != end or word in SMALL_WORDS or word in _NEUTRAL or place == 3:
            break
        noun, end = match[1], match.end()
    stem = stem_of(noun)
    return frozenset({stem}) if len(stem) > 2 and stem not in _NEUTRAL_STEMS else frozenset()


def _noun_before(text: str) -> frozenset[str]:
    found = _NUMBER_OF.findall(_plain(text))
    return frozenset({stem_of(found[-1])}) if found else frozenset()


MOVED = ("by", "from", "to", "between", "than", "further", "additional", "another", "remaining",
          "extra", "other")  # fmt: skip


# --- the words of a heading -----------------------------------------------------------------------

# Headings that name a part of any report; other headings name what the figures under them are of.
_ORDINARY_PARTS = word_set(
    "summary executive introduction background recommendation recommendations proposal proposals "
    "purpose reason reasons decision decisions financial finance implications implication "
    "consideration considerations legal risk risks conclusion conclusions consultation engagement "
    "information main issues issue key details detail context overview resource resources budget "
    "equality human policy next steps analysis position outcome outcomes results response "
    "responses other alternative options option corporate priorities introduction report reports "
    "matters general update progress timescales what why how value money impact stage"
)
_ORDINARY_STEMS = frozenset(stem_of(word) for word in _ORDINARY_PARTS)


def section_words(section: str) -> frozenset[str]:
    return content_words(section) - _ORDINARY_STEMS
