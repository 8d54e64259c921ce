"""Conflicts: the same thing with different figures, within one report and between several.

A figure is compared with another only where the words about both are the same but for words that
change nothing, where they are of one kind and one date, and where the two are close or look like a
slip of the pen: two figures far apart are far more often two things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.amounts import Amount, Kind, amounts
from moothall.proofread.dates import own_date
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.words import Passage, passages, sentences, word_set

# --- the words about a figure ---------------------------------------------------------------------

_SMALL = word_set(
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
_WORD = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*")
_NUMBERED = re.compile(
    r"\b(option|phase|stage|year|band|tier|lot|scheme|zone|block|grade|class|site|quarter|"
    r"category|type|level|key stage|ks|q|priority|objective|outcome|strand|site|plot|unit)\s?"
    r"(\d{1,2}|[A-H])\b",
    re.IGNORECASE,
)
_SAME_THINGS = (
    (re.compile(r"\b(?:looked[ -]after children|children looked after|children in care)\b", re.I),
     "lookedafterchild"),
    (re.compile(r"\bfull[ -]time equivalents?\b|\bF\.?T\.?Es?\b", re.I), "fte"),
    (re.compile(r"\beducation,? health,? (?:and|&) care plans?\b|\bEHCPs?\b", re.I), "ehcp"),
)  # fmt: skip


def _plain(text: str) -> str:
    for pattern, one_word in _SAME_THINGS:
        text = pattern.sub(one_word, text)
    return text


def _stem(word: str) -> str:
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


_NEUTRAL_STEMS = frozenset(_stem(word) for word in _NEUTRAL)
_FINANCE_STEMS = frozenset(_stem(word) for word in _FINANCE)
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
    rest = _NUMBERED.sub(" ", plain)
    for match in _WORD.finditer(rest):
        word = match[0]
        low = word.lower()
        if low in _SMALL or low in _MONTHS or (len(word) < 3 and not word.isupper()):
            continue
        stem = _stem(word)
        if stem not in _NEUTRAL_STEMS:
            found.add(stem)
    return frozenset(found)


_WHEN = re.compile(
    r"\b(?P<first>20\d\d|\d\d)[/–-](?P<second>20\d\d|\d\d)\b(?![/-])"
    r"|\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+"
    r"(?P<of>20\d\d|[’']?\d\d)\b(?!\s*%)"
    r"|\b(?P<quarter>q[1-4]|(?:first|second|third|fourth) quarter|"
    r"quarter (?:[1-4]|one|two|three|four))\b"
    r"|\b(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<turn>last year|this year|next year|previous year|prior year|year to date|to date|"
    r"year[- ]end|period \d{1,2}|month \d{1,2}|at present|annum|annually|annual|monthly|weekly)\b",
    re.IGNORECASE,
)


def _when(text: str) -> frozenset[str]:
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


_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
}  # fmt: skip
_CUT = re.compile(
    r"[,;:()–]|\s-\s|\b(?:and|but|while|whilst|against|compared|of which|with|or|from|to|plus|"
    r"including|leaving|which|because|although|resulting|meaning|rising|falling|versus)\b",
    re.IGNORECASE,
)
_AFTER_CUT = re.compile(
    r"[,;()]|\b(?:and|but|while|whilst|against|compared|of which|which|because|although|resulting|"
    r"meaning|leaving|versus|plus)\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:approximately|approx|about|around|circa|some|over|up to|at least|more than|nearly|just|"
    r"under|almost|roughly|less than|maximum of|minimum of|fewer than|in excess of|"
    r"in the region of|c)\.?\s*(?:over|under|a further|an additional)?\s*£?$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<role>by|from|to|between|than|further|additional|another|remaining|extra|other)\s+"
    r"(?:a |an |the |approximately |around |about |circa |over |up to |some |another )*$",
    re.IGNORECASE,
)
_TIME_UNIT = re.compile(r"^[\s-]*(?:year|month|week|day|hour|minute)s?\b", re.IGNORECASE)
_OF_THE = re.compile(
    r"^\s*(?:out )?of (?:the |these |those |our |all )?(?P<rest>\d|[a-z’'-]+)", re.I
)
_PER = re.compile(
    r"^\s*(?:per|each|a|an|every)\s+(?P<unit>[a-z]+)|^\s*(?P<annual>p\.?a\.?\b|annually)", re.I
)
_NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?P<noun>[a-z’'-]+)", re.IGNORECASE)
_LONGEST_SENTENCE = 1200


def statements(report: Report) -> Iterator[Statement]:
    """Every figure of the prose with the words about it."""
    for passage in passages(report):
        if passage.part == "heading" or (passage.part == "cell" and len(passage.text) < 60):
            continue
        section = _section_words(passage.place.section)
        for sentence in sentences(passage.text):
            if len(sentence) <= _LONGEST_SENTENCE:
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
    when = _when(sentence)
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
            rough=bool(_ROUGH.search(sentence[: amount.start])),
            section=section,
            passage=passage,
            sentence=sentence,
            file=file,
        )


_WRITTEN_NUMBER = re.compile(rf"(?<![\w-])(?:{'|'.join(_NUMBERS)})(?=\s[a-z])", re.IGNORECASE)


def _in_words(sentence: str) -> Iterator[Amount]:
    """Counts spelt out ("eight primary schools")."""
    for match in _WRITTEN_NUMBER.finditer(sentence):
        yield Amount(
            text=match[0],
            value=Decimal(_NUMBERS[match[0].lower()]),
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


_NEXT_WORD = re.compile(r"\s*([A-Za-z’'-]+)")


def _noun_after(text: str) -> frozenset[str]:
    """The last of the plain words right after a count: "200 complete responses from …"."""
    noun, end = "", 0
    plain = _plain(text)
    for place, match in enumerate(_NEXT_WORD.finditer(plain)):
        word = match[1].lower()
        if match.start() != end or word in _SMALL or word in _NEUTRAL or place == 3:
            break
        noun, end = match[1], match.end()
    stem = _stem(noun)
    return frozenset({stem}) if len(stem) > 2 and stem not in _NEUTRAL_STEMS else frozenset()


def _noun_before(text: str) -> frozenset[str]:
    found = _NUMBER_OF.findall(_plain(text))
    return frozenset({_stem(found[-1])}) if found else frozenset()


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


_ORDINARY_STEMS = frozenset(_stem(word) for word in _ORDINARY_PARTS)


def _section_words(section: str) -> frozenset[str]:
    return content_words(section) - _ORDINARY_STEMS


# --- two statements -------------------------------------------------------------------------------


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two figures differ by more than the rounding of the coarser one.

    "£2.84m" and "£2.8m" do not; nor do "200" and "204", for round numbers are often rounded.
    """
    first, second = abs(one.value), abs(other.value)
    steps = (_fineness(one), _fineness(other))
    return first != second if steps[0] == steps[1] else abs(first - second) > max(steps)


def _fineness(amount: Amount) -> Decimal:
    """The step to which a figure seems to be given: "450,000" is to ten thousands."""
    digits = amount.value.normalize().as_tuple()
    exponent = digits.exponent
    return (
        max(amount.step, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else amount.step
    )


def _looks_like_a_slip(one: Decimal, other: Decimal) -> bool:
    """Two digits changed about, one digit wrong, left out or added, or a point misplaced."""
    first, second = (format(value.normalize(), "f").strip("-") for value in (one, other))
    digits = [text.replace(".", "").strip("0") for text in (first, second)]
    if digits[0] == digits[1]:
        return len(digits[0]) > 1
    if len(digits[0]) == len(digits[1]) >= 2:
        wrong = [place for place in range(len(digits[0])) if digits[0][place] != digits[1][place]]
        if len(wrong) == 1 and len(digits[0]) > 2:
            return True
        return (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(digits[0]) == sorted(digits[1])
        )
    return False


def _close(one: Decimal, other: Decimal, within: str = "0.25") -> bool:
    small, large = sorted((abs(one), abs(other)))
    return large > 0 and (large - small) / large <= Decimal(within)


_MOVED = ("by", "from", "to", "between", "than", "further", "additional", "another", "remaining",
          "extra", "other")  # fmt: skip


def _comparable(one: Statement, other: Statement) -> bool:
    if one.amount.kind is not other.amount.kind or not _differ(one.amount, other.amount):
        return False
    if one.head != other.head or (one.role != other.role and {one.role, other.role} & set(_MOVED)):
        return False
    if (one.amount.value < 0) != (other.amount.value < 0) and one.amount.kind is Kind.COUNT:
        return False
    return not _explained(one, other) and not _explained(other, one)


def _explained(one: Statement, other: Statement) -> bool:
    """Whether the paragraph of one holds the other's figure too, and so tells them apart."""
    return any(
        found.kind is other.amount.kind and not _differ(found, other.amount)
        for found in amounts(one.passage.text[:4000])
    )


# Words that name a whole population by themselves.
_POPULATIONS = {"lookedafterchild": "children in care", "ehcp": "education, health and care plans"}


def _shared(one: Statement, other: Statement) -> frozenset[str]:
    """The words of one's own part that the other's sentence has, and the reverse."""
    return (one.words & other.context) | (other.words & one.context)


def _judged(one: Statement, other: Statement) -> tuple[Confidence, str] | None:
    """How sure it is that two statements contradict each other, and what kind of conflict it is."""
    if not _comparable(one, other):
        return None
    shared = _shared(one, other)
    weight = len(shared) + bool(one.when and one.when == other.when)
    extra_one = one.words - other.context - other.section
    extra_other = other.words - one.context - one.section
    percent = one.amount.kind in (Kind.PERCENT, Kind.POINTS)
    few = max(abs(one.amount.value), abs(other.amount.value)) < 13
    enough = 4 + ("%" in one.head) if percent or few else 3
    if percent and (extra_one or extra_other):
        return None
    if shared & set(_POPULATIONS) and one.words == other.words:
        enough = 1
    if weight < enough or (extra_one and extra_other) or len(extra_one | extra_other) > 1:
        return None
    slip = _looks_like_a_slip(one.amount.value, other.amount.value)
    close = _close(one.amount.value, other.amount.value)
    if one.when != other.when and one.when and other.when:
        return (Confidence.LOW, "dates") if not extra_one | extra_other and close else None
    if not slip and not close:
        return None
    if one.rough or other.rough:
        return (
            (Confidence.LOW, "rough")
            if not _close(one.amount.value, other.amount.value, "0.1")
            else None
        )
    apart = bool(one.section and other.section and one.section != other.section)
    undated = one.when != other.when
    if extra_one or extra_other:
        sure = len(shared) >= 4 and slip and not apart
        return (Confidence.MEDIUM if sure else Confidence.LOW, "figures")
    if apart or (undated and len(shared) < 4 and not slip):
        return Confidence.LOW, "figures"
    certain = weight >= 5 and not undated and (slip or one.amount.kind is Kind.MONEY)
    return (Confidence.HIGH if certain else Confidence.MEDIUM), "figures"


_MANY = 40


def _pairs(found: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs that share a rare word, without comparing everything with everything."""
    by_word: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, statement in enumerate(found):
        for word in statement.context:
            by_word[statement.amount.kind.value, word].append(place)
    told: set[tuple[int, int]] = set()
    for place, statement in enumerate(found):
        kind = statement.amount.kind.value
        rarest = sorted(statement.words, key=lambda word: (len(by_word[kind, word]), word))[:4]
        for word in rarest:
            alike = by_word[kind, word]
            if len(alike) > _MANY:
                continue
            for other in alike:
                pair = (min(place, other), max(place, other))
                if other != place and pair not in told:
                    told.add(pair)
                    yield found[pair[0]], found[pair[1]]


def _side_by_side(one: Statement, other: Statement) -> bool:
    """Whether the two stand in one paragraph or one list, where figures are of different things."""
    apart = abs(one.passage.block - other.passage.block)
    if one.file != other.file:
        return False
    both_items = one.passage.part == other.passage.part == "bullet"
    return apart == 0 or (both_items and apart <= 12) or (apart <= 1 and both_items)


def the_same_thing_has_the_same_figure(report: Report) -> Iterator[TextFinding]:
    """Two sentences that say the same of the same thing give it the same figure."""
    found = list(statements(report))
    by_words = Counter((statement.words, statement.amount.kind) for statement in found)
    shown = 0
    told: set[tuple[frozenset[str], frozenset[Decimal]]] = set()
    for one, other in _pairs(found):
        if _side_by_side(one, other) or by_words[one.words, one.amount.kind] > 4:
            continue  # said over and over, of each thing in turn
        judged = _judged(one, other)
        if judged is None or _in_the_same_words(one, other):
            continue
        confidence, kind = judged
        key = (_shared(one, other), frozenset((one.amount.value, other.amount.value)))
        if key in told or (kind == "dates" and (shown := shown + 1) > 10):
            continue
        told.add(key)
        yield _conflict(one, other, confidence, kind)


def _in_the_same_words(one: Statement, other: Statement) -> bool:
    """Whether the sentences are the same but for figures, which the next rule looks at."""
    first, second = _wording(one.sentence), _wording(other.sentence)
    return first is not None and second is not None and first[0] == second[0]


# --- a sentence said twice ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence with figures; `wording` is what is left when they are taken out."""

    wording: str
    figures: tuple[Amount, ...]
    passage: Passage
    sentence: str


_LEAST_WORDS = 4


def a_sentence_repeated_has_the_same_figures(report: Report) -> Iterator[TextFinding]:
    """A sentence that stands in the summary and again in the body has the same figures in both.

    Only one figure may differ, and not by rounding; a sentence that recurs with ever new figures
    is said of each thing in turn.
    """
    by_wording: defaultdict[str, list[_Said]] = defaultdict(list)
    for said in _said_with_figures(report):
        by_wording[said.wording].append(said)
    for alike in by_wording.values():
        values = {tuple(figure.value for figure in said.figures) for said in alike}
        if len(values) != 2:
            continue
        one = alike[0]
        other = next(said for said in alike if not _same_values(said, one))
        pairs = [pair for pair in zip(one.figures, other.figures, strict=True) if _differ(*pair)]
        sections = {_section_words(said.passage.place.section) for said in (one, other)}
        parted = len(sections - {frozenset()}) > 1
        in_one_list = abs(one.passage.block - other.passage.block) <= 12 and (
            one.passage.part == other.passage.part != "prose"
        )
        if len(pairs) != 1 or parted or in_one_list or one.passage.block == other.passage.block:
            continue
        (first, second), sure = pairs[0], len(one.figures) > 1
        slip = _looks_like_a_slip(first.value, second.value)
        if not sure and not slip and not _close(first.value, second.value):
            continue
        yield TextFinding(
            place=other.passage.place,
            quote=other.sentence,
            message=f"{second.text} here, {first.text} in the same sentence at "
            f"{one.passage.place}; they differ by "
            f"{_number(abs(abs(first.value) - abs(second.value)))}.",
            confidence=Confidence.HIGH if sure or slip else Confidence.MEDIUM,
            cure="Give one figure in both places.",
        )


def _same_values(one: _Said, other: _Said) -> bool:
    return [figure.value for figure in one.figures] == [figure.value for figure in other.figures]


def _said_with_figures(report: Report) -> Iterator[_Said]:
    for passage in passages(report):
        if passage.part == "heading" or len(passage.text) < 20:
            continue
        for sentence in sentences(passage.text):
            wording = _wording(sentence) if len(sentence) <= _LONGEST_SENTENCE else None
            if wording is not None:
                yield _Said(
                    wording=wording[0], figures=wording[1], passage=passage, sentence=sentence
                )


def _wording(sentence: str) -> tuple[str, tuple[Amount, ...]] | None:
    """The sentence without its figures, and they; None where there is little else."""
    found = tuple(amounts(sentence))
    if not found or len(found) > 8:
        return None
    words = [match[0].lower() for match in _WORD.finditer(sentence)]
    if len([word for word in words if word not in _SMALL and len(word) > 2]) < _LEAST_WORDS:
        return None
    parts = []
    end = 0
    for figure in found:
        parts.append(sentence[end : figure.start])
        end = figure.end
    parts.append(sentence[end:])
    plain = " # ".join(parts).lower().replace("’", "'").replace("&", "and")
    return " ".join(_SIGNS.sub(" ", plain).split()), found


_SIGNS = re.compile(r"[^a-z0-9#/']+")


def _conflict(
    one: Statement, other: Statement, confidence: Confidence, kind: str, named: str = ""
) -> TextFinding:
    where = named or str(one.passage.place) or "earlier in the report"
    difference = abs(abs(one.amount.value) - abs(other.amount.value))
    shared = _shared(one, other)
    about = ", ".join(
        dict.fromkeys(
            match[0] for match in _WORD.finditer(other.sentence) if _stem(match[0]) in shared
        )
    )
    why = {
        "dates": "the two are of different dates",
        "rough": "one of the two is given as rough",
        "figures": f"they differ by {_number(difference)}",
    }[kind]
    about = about or ", ".join(_POPULATIONS.get(word, word) for word in sorted(shared))
    return TextFinding(
        place=other.passage.place,
        quote=other.sentence,
        message=f"{other.amount.text} here, {one.amount.text} at {where} "
        f"(“{_short(one.sentence)}”), both of “{about}”; {why}.",
        confidence=confidence,
        cure="Give one figure in both places, or say what makes them differ."
        if kind == "figures"
        else "Say beside each figure what date it is of.",
        file=other.file,
    )


def _number(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _short(sentence: str, longest: int = 110) -> str:
    return sentence if len(sentence) <= longest else sentence[:longest].rsplit(" ", 1)[0] + " …"


def the_same_thing_has_the_same_figure_in_all_reports(
    reports: tuple[Report, ...],
) -> Iterator[TextFinding]:
    """Two reports that say the same of the same thing give it the same figure.

    Reports of different dates, and of different councils, speak of different figures in the same
    words: theirs are shown only when everything is asked for.
    """
    found = [statement for report in reports for statement in statements(report)]
    dates = {report.file: own_date(report) for report in reports}
    councils = {report.file: _council(report) for report in reports}
    told: set[tuple[frozenset[str], frozenset[Decimal]]] = set()
    for one, other in _pairs(found):
        if one.file == other.file:
            continue
        judged = _judged(one, other)
        key = (_shared(one, other), frozenset((one.amount.value, other.amount.value)))
        if judged is None or key in told:
            continue
        told.add(key)
        confidence, kind = judged
        first, second = dates[one.file], dates[other.file]
        another_time = first is not None and second is not None and abs((first - second).days) > 45
        another_place = councils[one.file] != councils[other.file]
        if another_place or another_time or len(_shared(one, other)) < 4:
            confidence = Confidence.LOW
        elif confidence is Confidence.HIGH:
            confidence = Confidence.MEDIUM
        place = f"{one.passage.place} of {one.file}"
        yield _conflict(one, other, confidence, kind, place)


_COUNCIL = re.compile(
    r"\b([A-Z][a-z]+(?: (?:and|upon|on|of|the|[A-Z][a-z]+)){0,3}?) "
    r"(?:(?:Metropolitan|Borough|County|City|District|London) ){0,3}Council\b"
)


def _council(report: Report) -> str:
    """The council that the report names most."""
    names = Counter(
        match[1] for passage in passages(report) for match in _COUNCIL.finditer(passage.text[:4000])
    )
    return names.most_common(1)[0][0] if names else ""


# --- words and tables -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a cell: its row's label, its column's head and its value in single units."""

    value: Decimal
    step: Decimal
    kind: Kind
    label: str
    head: str
    row: int
    column: int


_CELL_FIGURE = re.compile(
    r"^\(?\s*[-−–]?\s*£?\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|m|k|bn)?\s*\)?$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"£\s*[’']?\s*000|£\s?k\b|000[’']?s?\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s*(?:m\b|million)", re.IGNORECASE)


def figures(grid: Grid) -> list[Figure]:
    """The figures of a table whose first column labels its rows."""
    if not grid.head_rows or len(grid.rows) > 400:
        return []
    heads = [
        " ".join(grid.rows[row][column] for row in range(grid.head_rows)).strip()
        for column in range(len(grid.rows[0]))
    ]
    # A unit that stands once over the columns is theirs all; beside other words it is its column's.
    alone = [head for head in heads[1:] if "£" in head and not content_words(head)]
    table = " ".join((grid.caption, heads[0], *(alone if len(alone) == 1 else ())))
    found = []
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        label_at = next((place for place, cell in enumerate(row[:2]) if _is_label(cell)), None)
        if label_at is None:
            continue
        for column in range(label_at + 1, len(row)):
            match = _CELL_FIGURE.match(row[column].strip())
            if match:
                scale, kind = _unit(row[column], heads[column], table)
                places = len(match["digits"].partition(".")[2])
                found.append(
                    Figure(
                        value=Decimal(match["digits"].replace(",", "")) * scale,
                        step=Decimal(1).scaleb(-places) * scale,
                        kind=kind,
                        label=row[label_at],
                        head=heads[column],
                        row=number,
                        column=column,
                    )
                )
    return found


def _is_label(cell: str) -> bool:
    return len(cell) <= 120 and sum(letter.isalpha() for letter in cell) >= 3


def _unit(cell: str, head: str, table: str) -> tuple[Decimal, Kind]:
    unit = cell.strip(" )").lower()
    if unit.endswith("%") or ("%" in head and "£" not in cell):
        return Decimal(1), Kind.PERCENT
    money = "£" in cell or "£" in head or ("£" in table and "%" not in head)
    if unit.endswith("m") or _MILLIONS.search(head):
        return Decimal(1_000_000), Kind.MONEY
    if unit.endswith("k") or _THOUSANDS.search(head):
        return Decimal(1_000), Kind.MONEY
    if money and "£" not in cell and "£" not in head:
        if _THOUSANDS.search(table):
            return Decimal(1_000), Kind.MONEY
        if _MILLIONS.search(table):
            return Decimal(1_000_000), Kind.MONEY
    return Decimal(1), Kind.MONEY if money else Kind.COUNT


def the_words_agree_with_the_table(report: Report) -> Iterator[TextFinding]:
    """A figure in the text, of a row and a column of a table, is the figure of that cell."""
    by_word: defaultdict[tuple[Kind, str], list[tuple[Grid, Figure, frozenset[str]]]]
    by_word = defaultdict(list)
    values: dict[int, set[tuple[Kind, Decimal, Decimal]]] = {}
    for grid in report.grids:
        cells = figures(grid)
        values[id(grid)] = {(cell.kind, cell.value, cell.step) for cell in cells}
        for cell in cells:
            label = content_words(cell.label)
            if len(label) >= 2:
                by_word[cell.kind, min(label)].append((grid, cell, label))
    told: set[tuple[int, int, int]] = set()
    for statement in statements(report):
        if statement.rough or statement.role in _MOVED:
            continue
        for word in statement.words:
            for grid, cell, label in by_word.get((statement.amount.kind, word), [])[:_MANY]:
                key = (id(grid), cell.row, cell.column)
                if key not in told and _contradicts(statement, cell, label, grid, values[id(grid)]):
                    told.add(key)
                    yield _against_table(statement, cell, grid)


def _contradicts(
    statement: Statement,
    cell: Figure,
    label: frozenset[str],
    grid: Grid,
    values: set[tuple[Kind, Decimal, Decimal]],
) -> bool:
    head = content_words(_THOUSANDS.sub(" ", cell.head)) - {"£", "000"}
    if not label <= statement.words or not head <= statement.words | _when(cell.head):
        return False
    if len(label | head) < 3 or _when(cell.head) - statement.when:
        return False
    about = content_words(grid.caption) | _section_words(grid.place.section)
    if len(statement.words - label - head - about) > 1:
        return False
    amount = statement.amount
    if any(
        kind is amount.kind and abs(value - abs(amount.value)) <= max(step, amount.step)
        for kind, value, step in values
    ):
        return False  # the table holds the figure, if in another cell
    return _looks_like_a_slip(cell.value, abs(amount.value)) or _close(
        cell.value, amount.value, "0.1"
    )


def _against_table(statement: Statement, cell: Figure, grid: Grid) -> TextFinding:
    return TextFinding(
        place=statement.passage.place,
        quote=statement.sentence,
        message=f"{statement.amount.text} here; the table has {_number(cell.value)} for "
        f"“{cell.label}”, “{cell.head}” ({grid.cell_place(cell.row, cell.column)}).",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


_LEADS_IN = re.compile(
    r"\b(?:table|below|following|set out|summarised|as follows|shown)\b", re.IGNORECASE
)
_TOTALS = re.compile(r"\btotal(?:s|ling|led)?\b|\bin total\b|\boverall\b", re.IGNORECASE)
_TOTAL_ROW = re.compile(r"^(?:grand |overall |sub ?)?total\b", re.IGNORECASE)


def a_table_has_the_total_that_its_words_give(report: Report) -> Iterator[TextFinding]:
    """The total in the sentence that leads to a table is the table's own total."""
    blocks = report.blocks
    for number, grid in enumerate(blocks):
        if not isinstance(grid, Grid):
            continue
        cells = figures(grid)
        totals = [cell for cell in cells if _TOTAL_ROW.match(cell.label.strip())]
        before = [
            block for block in blocks[max(0, number - 2) : number] if isinstance(block, Prose)
        ]
        if not totals or not before:
            continue
        for block in before:
            for sentence in sentences(block.text[:4000]):
                if _LEADS_IN.search(sentence) and _TOTALS.search(sentence):
                    yield from _unlike_its_total(sentence, block, cells, totals, grid)


def _unlike_its_total(
    sentence: str, block: Prose, cells: list[Figure], totals: list[Figure], grid: Grid
) -> Iterator[TextFinding]:
    found = amounts(sentence)
    if len(found) != 1 or _ROUGH.search(sentence[: found[0].start]):
        return
    amount = found[0]
    alike = [cell for cell in cells if cell.kind is amount.kind]
    near = [cell for cell in totals if cell.kind is amount.kind]
    if any(abs(cell.value - abs(amount.value)) <= max(cell.step, amount.step) for cell in alike):
        return
    for cell in near:
        if _looks_like_a_slip(cell.value, amount.value) or _close(cell.value, amount.value):
            yield TextFinding(
                place=block.place,
                quote=sentence,
                message=f"The text gives a total of {amount.text}; the table’s total is "
                f"{_number(cell.value)} ({grid.cell_place(cell.row, cell.column)}).",
                confidence=Confidence.MEDIUM,
                cure="Give one total in both places.",
            )
            return


def two_tables_of_the_same_agree(report: Report) -> Iterator[TextFinding]:
    """Two tables that agree in most cells under the same labels agree in all of them."""
    grids = [grid for grid in report.grids if grid.head_rows]
    by_label: defaultdict[tuple[str, str, Kind], list[tuple[int, Figure]]] = defaultdict(list)
    for number, grid in enumerate(grids):
        cells = figures(grid)
        seen = Counter((cell.label.lower(), cell.head.lower()) for cell in cells)
        for cell in cells:
            names = (cell.label.lower(), cell.head.lower())
            if seen[names] == 1 and content_words(cell.label):
                by_label[(*names, cell.kind)].append((number, cell))
    agreed: Counter[tuple[int, int]] = Counter()
    differing: defaultdict[tuple[int, int], list[tuple[Figure, Figure]]] = defaultdict(list)
    for alike in by_label.values():
        for (first, one), (second, other) in combinations(alike[:12], 2):
            if first == second:
                continue
            if abs(one.value - other.value) <= max(one.step, other.step):
                agreed[first, second] += 1
            else:
                differing[first, second].append((one, other))
    for (first, second), conflicts in differing.items():
        times = agreed[first, second]
        if times < 3 or len(conflicts) * 3 > times or _of_two_times(grids[first], grids[second]):
            continue
        for one, other in conflicts:
            there = grids[first].cell_place(one.row, one.column)
            yield TextFinding(
                place=grids[second].cell_place(other.row, other.column),
                quote=f"{other.label}: {grids[second].rows[other.row][other.column]}",
                message=f"“{other.label}”, “{other.head}” is {_number(other.value)} here and "
                f"{_number(one.value)} in the table at {there}; {times} other cells agree.",
                confidence=Confidence.HIGH if times >= 6 else Confidence.MEDIUM,
                cure="Give one figure in both tables.",
            )


def _of_two_times(one: Grid, other: Grid) -> bool:
    words = [f"{grid.caption} {grid.place.section}" for grid in (one, other)]
    return _when(words[0]) != _when(words[1])


# --- how many items a list has --------------------------------------------------------------------

_COUNTED = re.compile(
    r"\b(?P<number>" + "|".join(_NUMBERS) + r"|[2-9]|1[0-5])\s+"
    r"(?P<noun>(?:[a-z][a-z’'-]+\s+(?:(?:and|or)\s+[a-z’'-]+\s+)?){0,3}?"
    r"[a-z][a-z’'-]*(?:s|ia))\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:following|below|as follows|namely|are|were|is|these|include[sd]?)\b|:\s*$|[-–—]\s*$",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(
    r"\b(?:includ\w+|such as|for example|e\.?g\.?|among\w*|some of|of which|etc|of the|one of|"
    r"at least|more than|over|up to|first|remaining|other|further|additional|main ones)\b",
    re.IGNORECASE,
)
_TIMES = word_set(
    "years months weeks days hours minutes times percent per cent points pounds miles metres "
    "councils authorities boroughs sessions meetings places hectares phases terms"
)


def a_list_has_as_many_items_as_it_says(report: Report) -> Iterator[TextFinding]:
    """ "The following five areas:" is followed by five items."""
    blocks = report.blocks
    for number, block in enumerate(blocks):
        if not isinstance(block, Prose) or not block.text.rstrip().endswith((":", "-", "–", "—")):
            continue
        counted = _said(block.text)
        if counted is None:
            continue
        items = _items_after(blocks, number)
        if items is None or len(items) == counted[0] or len(items) < 2:
            continue
        said, noun = counted
        followed = (
            blocks[number + len(items) + 1] if number + len(items) + 1 < len(blocks) else None
        )
        unsure = abs(len(items) - said) > 2 or (
            len(items) < said and isinstance(followed, Prose) and not followed.number
        )
        yield TextFinding(
            place=block.place,
            quote=block.text[-150:],
            message=f"The text says {said} {noun}; {len(items)} follow.",
            confidence=Confidence.LOW if unsure else Confidence.MEDIUM,
            cure="Correct the number, or the list.",
        )


_POINTED = re.compile(r"\b(?:following|these|(?:are|were) the)\s+$", re.IGNORECASE)


def _said(text: str) -> tuple[int, str] | None:
    """The number of things that a lead-in says will follow, and their noun."""
    sentence = list(sentences(text))[-1] if text.strip() else ""
    if len(sentence) > 400 or _INCOMPLETE.search(sentence):
        return None
    found = [match for match in _COUNTED.finditer(sentence) if _is_counted(match)]
    if len(found) != 1 or not _LEAD.search(sentence):
        return None
    match = found[0]
    # The number belongs to the list where it stands in the same clause as the colon.
    pointed = _POINTED.search(sentence[: match.start()])
    if len(content_words(sentence[match.end() :])) > (15 if pointed else 5):
        return None
    number = match["number"].lower()
    return (_NUMBERS.get(number) or int(number)), match["noun"]


def _is_counted(match: re.Match[str]) -> bool:
    words = match["noun"].lower().split()
    return not (set(words) & _TIMES) and words[0] not in _SMALL


def _items_after(blocks: tuple[object, ...], number: int) -> list[Prose] | None:
    """The items right after a lead-in; None where they are nested or cannot be told."""
    items: list[Prose] = []
    for block in blocks[number + 1 : number + 40]:
        if not isinstance(block, Prose) or not block.bullet:
            break
        items.append(block)
    if any(item.text.rstrip().endswith(":") or item.text[:1].islower() for item in items[:-1]):
        lower = [item.text[:1].islower() for item in items]
        if not all(lower):
            return None  # an item broken in two, or a list within the list
    return items


_NAMED_IN_LINE = re.compile(
    r"\b(?P<number>" + "|".join(_NUMBERS) + r"|[2-9])\s+"
    r"(?P<noun>(?:[a-z][a-z’'-]+\s+){0,3}?[a-z][a-z’'-]*s)\b[^.:;()]{0,60}?"
    r"(?::|,?\s+namely:?)\s+(?P<items>[^.:()]{8,300})\.?$",
    re.IGNORECASE,
)


def a_sentence_names_as_many_as_it_says(report: Report) -> Iterator[TextFinding]:
    """ "Three lines of enquiry: A; B; C" names three."""
    for passage in passages(report):
        if passage.part == "heading":
            continue
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", passage.text[:8000]):
            match = _NAMED_IN_LINE.search(sentence) if len(sentence) <= _LONGEST_SENTENCE else None
            if match is None or not _is_counted(match) or _INCOMPLETE.search(match[0]):
                continue
            named = _named(match["items"])
            said = _NUMBERS.get(match["number"].lower()) or int(match["number"])
            if named is not None and named != said:
                yield TextFinding(
                    place=passage.place,
                    quote=match[0],
                    message=f"The text says {said} {match['noun']}; {named} are named.",
                    confidence=Confidence.MEDIUM if ";" in match["items"] else Confidence.LOW,
                    cure="Correct the number, or the list.",
                )


def _named(items: str) -> int | None:
    """How many things are named, where that can be told: by semicolons, or by short commas."""
    if ";" in items:
        return len([item for item in items.split(";") if item.strip(" .")])
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", items)
    plain = items.count(" and ") <= 1 and all(0 < len(part.split()) <= 4 for part in parts)
    return len(parts) if plain and "," in items else None


# --- lengths of time ------------------------------------------------------------------------------

_LENGTH = re.compile(
    r"(?<![\w-])(?P<number>\d{1,3}|one|" + "|".join(_NUMBERS) + r")[\s-]+"
    r"(?P<unit>day|week|month|year)s?[’']?[\s-]+"
    r"(?P<kind>(?:public|statutory|formal|staff|online|initial|further|second|informal|period of|"
    r"fixed[- ]term|full|open)\s+)?"
    r"(?P<noun>consultation|pilot|secondment|engagement exercise|listening exercise|survey|"
    r"notice period|call-in)\b",
    re.IGNORECASE,
)


_ANOTHER = re.compile(
    r"\b(?:further|second|third|another|additional|initial|informal|first)\s*$", re.IGNORECASE
)


def a_length_of_time_is_the_same_throughout(report: Report) -> Iterator[TextFinding]:
    """The consultation that lasts twelve weeks on one page does not last ten on another."""
    seen: defaultdict[tuple[str, str], dict[int, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
    for passage in passages(report):
        for match in _LENGTH.finditer(passage.text):
            preceding = passage.text[max(0, match.start() - 14) : match.start()]
            if _ANOTHER.search(f"{preceding} {match['kind'] or ''}"):
                continue
            number = match["number"].lower()
            value = 1 if number == "one" else _NUMBERS.get(number) or int(number)
            key = (match["noun"].lower(), match["unit"].lower())
            seen[key].setdefault(value, (passage, match))
    for (noun, unit), lengths in seen.items():
        if len(lengths) != 2:
            continue
        (first, (before, match_before)), (second, (passage, match)) = lengths.items()
        kinds = {(found["kind"] or "").strip().lower() for found in (match_before, match)} - {""}
        if before.block == passage.block or len(kinds) > 1:
            continue
        yield TextFinding(
            place=passage.place,
            quote=passage.text[max(0, match.start() - 60) : match.end() + 60],
            message=f"The {noun} is of {second} {unit}s here and of {first} {unit}s at "
            f"{before.place}.",
            confidence=Confidence.MEDIUM,
            cure="Give one length, or say which is meant.",
        )


_SPAN = re.compile(
    r"\b(?:within|over|in)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<low>\d{1,2})"
    r"(?:\s?(?:-|–|to)\s?(?P<high>\d{1,2}))?\s+(?P<unit>month|week|year)s\b",
    re.IGNORECASE,
)


def a_promise_has_one_term(report: Report) -> Iterator[TextFinding]:
    """What is to be done "within 9-12 months" is not due "over the next 12 months" elsewhere.

    Only shown when everything is asked for.
    """
    seen: list[tuple[re.Match[str], frozenset[str], Passage, str]] = []
    for passage in passages(report):
        for sentence in sentences(passage.text):
            match = _SPAN.search(sentence) if len(sentence) <= _LONGEST_SENTENCE else None
            if match is None:
                continue
            words = content_words(sentence)
            for before, others, _, earlier in seen[-30:]:
                terms = [
                    (found["low"], found["high"], found["unit"].lower())
                    for found in (before, match)
                ]
                if terms[0] != terms[1] and len(words & others) >= 4:
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"“{match[0]}” here, “{before[0]}” earlier (“{_short(earlier)}”).",
                        confidence=Confidence.LOW,
                        cure="Give one term.",
                    )
                    break
            seen.append((match, words, passage, sentence))


# --- options --------------------------------------------------------------------------------------

_OPTIONS_SAID = re.compile(
    r"\b(?:the following\s+)?(?P<number>" + "|".join(_NUMBERS) + r"|[2-9])\s+options\s+"
    r"(?:are|were|have been|has been)\s+(?:\w+ly\s+)?(?:considered|appraised|identified|explored|"
    r"set out|assessed|developed|evaluated|put forward|presented)\b",
    re.IGNORECASE,
)
_OPTION_LABEL = re.compile(r"^(?:\W*)option\s+(?P<label>[1-9]|[A-H])\b", re.IGNORECASE)


def as_many_options_are_set_out_as_are_said(report: Report) -> Iterator[TextFinding]:
    """ "Three options were considered" is borne out by Options 1 to 3."""
    said = [
        (passage, match)
        for passage in passages(report)
        for match in _OPTIONS_SAID.finditer(passage.text)
    ]
    numbers = {_NUMBERS.get(m["number"].lower()) or int(m["number"]) for _, m in said}
    labels = set()
    for block in report.blocks:
        if isinstance(block, (Heading, Prose)) and (label := _OPTION_LABEL.match(block.text)):
            text = label["label"].upper()
            labels.add(int(text) if text.isdigit() else ord(text) - ord("A") + 1)
    if len(numbers) != 1 or not labels or labels != set(range(1, len(labels) + 1)):
        return
    number = numbers.pop()
    passage, match = said[0]
    if len(labels) >= 2 and number != len(labels):
        yield TextFinding(
            place=passage.place,
            quote=passage.text[max(0, match.start() - 60) : match.end() + 60],
            message=f"The text says {number} options; {len(labels)} are set out.",
            confidence=Confidence.MEDIUM if len(labels) > number else Confidence.LOW,
            cure="Correct the number, or the options.",
        )


RULES: tuple[Rule, ...] = (
    the_same_thing_has_the_same_figure,
    a_sentence_repeated_has_the_same_figures,
    the_words_agree_with_the_table,
    a_table_has_the_total_that_its_words_give,
    two_tables_of_the_same_agree,
    a_list_has_as_many_items_as_it_says,
    a_sentence_names_as_many_as_it_says,
    a_length_of_time_is_the_same_throughout,
    a_promise_has_one_term,
    as_many_options_are_set_out_as_are_said,
)
BETWEEN: tuple[BetweenRule, ...] = (the_same_thing_has_the_same_figure_in_all_reports,)
