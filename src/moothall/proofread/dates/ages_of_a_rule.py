"""Ages told of those who are in a thing, held against the ages that it is open to.

“Membership is open to those aged 11 to 18.  The twelve members range in age from 9 to 17”: 9 is
below 11.  “An infant school, taking nobody above Year 2 … in Year 5 there are 11 children.”  The
rule is a sentence that says who may come in; the ages are told in it or in the two sentences after
it.  What is asked for, turned down, proposed or excepted tells of nobody who is in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import Passage, around, passages, sentences

_N = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_TO = r"\s?(?:to|and|through to|[-–])\s?"
_ONLY = Expression(
    r"\b(?:open(?:\sonly)?\sto|only|must|restricted\sto|limited\sto|confined\sto|reserved\sfor|"
    r"eligible|eligibility|qualif\w+|criteri\w+|(?:is|are|was|were)\sfor|may|intended\sfor|"
    r"admits?|enrols?|enrolled|takes?|taking|accepts?|accommodates?|serves?|let\sto|no\s(?:one|"
    r"child|person|member|resident|tenant|pupil)|nobody|registered\sfor|aimed\sat|designed\sfor)\b",
    re.IGNORECASE,
)
_FROM_AND_TO = Expression(
    rf"\b(?:aged|ages?|between|from|those|people|children|residents|adults)\s(?:the ages of\s|"
    rf"between\s|of\s|from\s)?(?P<low>{_N}){_TO}(?P<high>{_N})(?!\s?(?:%|years?\s(?:ago|to|from)|"
    r"per|weeks|months|pm|am|miles))(?:\s(?:year|inclusive))?\b",
    re.IGNORECASE,
)
_AT_LEAST = Expression(
    rf"\b(?:aged|over|turned|reached|attained|at least|no younger than|under the age of|under|"
    rf"below)\s(?P<low>{_N})\b(?!\s?%)(?P<or>\s(?:and|or|years)\s(?:over|above|older|and over|old)|"
    r"\+)?",
    re.IGNORECASE,
)
_AND_OVER = Expression(
    rf"\b(?P<low>{_N})(?:\syears(?:\sold)?)?(?:\s(?:and|or)\s(?:over|above|older)|\+|s\sand\sover)",
    re.IGNORECASE,
)
_NOT_BELOW = Expression(r"\b(?:no\s(?:one|child|person|\w+)|nobody|none)\b", re.IGNORECASE)
_AGES_RUN = Expression(
    rf"\b(?:(?:ages?|aged)\b[^.;]{{0,60}}?\b(?:run|ran|runs|range[sd]?|ranging|vary|varied|spread|"
    rf"span(?:ned|s)?|go|went|gone|extend\w*|were|are|is|being|from|between)\b|"
    rf"rang(?:e|es|ed|ing)\b(?:\s(?:in|of)\s(?:their\s)?ages?)?|(?:is|are|were|was|all|now)\saged|"
    rf"(?:members|residents|tenants|children|pupils|users|people|holders|attendees)\saged)\s"
    rf"(?:from\s|between\s|of\s)?(?P<low>{_N}){_TO}(?P<high>{_N})\b(?!\s?(?:%|\s(?:per|weeks)))",
    re.IGNORECASE,
)
_EXTREME = Expression(
    rf"\b(?P<which>youngest|oldest|eldest)\b[^.;\d]{{0,40}}?\b(?:is|was|being|aged|at|"
    rf",)\s(?:just\s|"
    rf"only\s|now\s|aged\s)?(?P<age>{_N})(?=[\s.,;]|$)",
    re.IGNORECASE,
)
_NOT_IN = Expression(
    r"\b(?:appl(?:y|ied|ications?|icants?)|turned (?:down|away)|refus\w+|reject\w+|propos\w+|"
    r"excep\w+|waive[sd]?|outside|ineligible|previous\w*|formerly|used to|would|extend\w*|relax\w*|"
    r"consult\w+|respon\w+|survey\w*|except|unless|visitors?|carers?|companions?|staff|"
    r"volunteers?|wait\w+|until|from 20\d\d|brothers?|sisters?|siblings?|leavers|former|"
    r"population|electorate|electors|public|adults|district|ward|borough|county|free|pay|fare)\b",
    re.IGNORECASE,
)
_NO_RULE = Expression(
    r"\b(?:propos\w+|excep\w+|waive[sd]?|previous\w*|formerly|used to|would|extend\w*|relax\w*|"
    r"unless|until|usually|normally|mainly|mostly|staff|volunteers?|free|pay|fares?)\b",
    re.IGNORECASE,
)
_NEVER_WAIVED = Expression(r"\b(?:never|not)\s(?:been\s)?(?:waived|relaxed|departed)\b", re.I)
_OF_AGES = Expression(
    r"\b(?:ages?|aged|youngest|oldest|eldest|rang(?:e|es|ed|ing))\b", re.IGNORECASE
)
_REACH = 2


@dataclass(frozen=True, slots=True)
class _Rule:
    low: int
    high: int | None
    words: str


def ages_told_are_those_let_in(report: Report) -> Iterator[TextFinding]:
    """“Open to those aged 11 to 18.  Members range in age from 9 to 17.”"""
    for passage in passages(report):
        if not _OF_AGES.search(passage.text):
            continue
        rule: tuple[int, _Rule] | None = None
        for number, sentence in enumerate(sentences(passage.text)):
            if rule is not None and number - rule[0] <= _REACH and not _NOT_IN.search(sentence):
                found = _outside(sentence, rule[1])
                if found is not None:
                    yield _finding(passage, sentence, found, rule[1])
                    continue
            if (said := _rule(sentence)) is not None:
                rule = (number, said)


def _finding(
    passage: Passage, sentence: str, found: tuple[re.Match[str], int], rule: _Rule
) -> TextFinding:
    match, age = found
    below = age < rule.low
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end(), 70),
        message=f"{age} is {'below' if below else 'above'} "
        f"{rule.low if below else rule.high}, as told just before: “{rule.words}”.",
        confidence=Confidence.MEDIUM,
        cure="Correct the ages, or say that these are exceptions.",
    )


def _age(words: str) -> int | None:
    """Of years of life only: “11”, “eleven”."""
    number = int(words) if words.isdigit() else NUMBERS_TO_99.get(words.lower())
    return number if number is not None and 1 <= number <= 110 else None


def _rule(sentence: str) -> _Rule | None:
    if _NO_RULE.search(_NEVER_WAIVED.sub("", sentence)) or not _ONLY.search(sentence):
        return None
    for match in _FROM_AND_TO.finditer(sentence):
        low, high = _age(match["low"]), _age(match["high"])
        if low is not None and high is not None and low < high:
            return _Rule(low, high, match[0])
    if over := _AND_OVER.search(sentence):
        low = _age(over["low"])
        return _Rule(low, None, over[0]) if low else None
    for match in _AT_LEAST.finditer(sentence):
        how, low = match[0].split()[0].lower(), _age(match["low"])
        if low is None:
            continue
        if how in ("under", "below"):
            barred = _NOT_BELOW.search(sentence[: match.start()])
            return _Rule(low, None, match[0]) if barred else _Rule(0, low - 1, match[0])
        if how == "over" or how in ("turned", "reached", "attained", "at", "no") or match["or"]:
            return _Rule(low, None, match[0])
    return None


def _outside(sentence: str, rule: _Rule) -> tuple[re.Match[str], int] | None:
    for match in _AGES_RUN.finditer(sentence):
        low, high = _age(match["low"]), _age(match["high"])
        if low is None or high is None or low >= high:
            continue
        if low < rule.low:
            return match, low
        if rule.high is not None and high > rule.high:
            return match, high
    for match in _EXTREME.finditer(sentence):
        age = _age(match["age"])
        if age is not None and (age < rule.low or (rule.high is not None and age > rule.high)):
            return match, age
    return None


# --- years of a school ----------------------------------------------------------------------------

_YEARS_TAKEN = Expression(
    r"\b(?:tak\w+|admits?|has|for|serves?|educat\w+|covers?|covering|with)\s(?:pupils\s|"
    r"children\s)?"
    r"(?:in\s|from\s)?(?P<first>Reception|Years?\s\d{1,2})\s?(?:to|and|–|-)\s?(?:Year\s)?"
    r"(?P<last>\d{1,2})\b|"
    r"\b(?:nobody|no (?:one|pupils?|child(?:ren)?))\s(?:above|beyond|older than|after)\sYear\s"
    r"(?P<top>\d{1,2})\b",
    re.IGNORECASE,
)
_KINDS = {"infant": (0, 2), "junior": (3, 6), "primary": (0, 6)}
_KIND = Expression(
    r"\b(?:is|as|being)\s(?:an?\s)(?:\w+\s){0,2}?(?P<kind>infant|junior|primary)\sschool\b", re.I
)
_THEIR_YEAR = Expression(
    r"\b(?:in|its|the|current|present)\sYear\s(?P<year>\d{1,2})\b(?=[^.;]{0,60}\b(?:there|has|have|"
    r"class|roll|pupils|children|where|places|attain\w*|results|teachers?|cohort)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = Expression(
    r"\b(?:transfer\w*|mov(?:e|es|ed|ing)|go(?:es)? on|leav\w+|feeder|secondary|high school|"
    r"junior school|college|propos\w+|would|will|extend\w*|admit\w* from|academy|until|merg\w+|"
    r"amalgamat\w+|partner|neighbour\w*)\b",
    re.IGNORECASE,
)


def a_school_has_no_pupils_beyond_its_years(report: Report) -> Iterator[TextFinding]:
    """An infant school that “takes nobody above Year 2” has no class in Year 5."""
    for passage in passages(report):
        if "Year " not in passage.text or "school" not in passage.text.lower():
            continue
        told = _years_taken(passage.text)
        if told is None:
            continue
        first, last, until = told
        for match in _THEIR_YEAR.finditer(passage.text, until):
            year = int(match["year"])
            beside = passage.text[until : match.end() + 60]
            if not first <= year <= last and year <= 13 and not _ELSEWHERE.search(beside):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end(), 70),
                    message=f"Year {year} is not among the years of this school, told before: "
                    f"{f'Year {first}' if first else 'Reception'} to Year {last}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the year, or say of which school it is.",
                )


def _years_taken(text: str) -> tuple[int, int, int] | None:
    """The first and last year of the one school of a text, and where that is said."""
    if len(re.findall(r"(?i)\bschools\b", text)) or len(_KIND.findall(text)) > 1:
        return None
    taken, kind = _YEARS_TAKEN.search(text), _KIND.search(text)
    if taken is None:
        return (*_KINDS[kind["kind"].lower()], kind.end()) if kind is not None else None
    if taken["top"]:
        return 0, int(taken["top"]), taken.end()
    first = re.sub(r"\D", "", taken["first"])
    return int(first or 0), int(taken["last"]), taken.end()


RULES: tuple[Rule, ...] = (ages_told_are_those_let_in, a_school_has_no_pupils_beyond_its_years)
