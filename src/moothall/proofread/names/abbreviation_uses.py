"""Uses of abbreviations: what in a report is one, and what only looks like one.

Initials of people, words in capitals, codes and companies' own names are none, and a line that
stands on every page, a contact line or a list of papers counts for nothing.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.names.known_abbreviations import WORDS_IN_CAPITALS, key_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once

_TOKEN = Expression(
    r"(?<![\w£$@./\\#&'’-])(?P<token>(?:[A-Z]{2,6}|[A-Z]+&[A-Z]+|[A-Z][a-z]?[A-Z]{1,3})s?)"
    r"(?![\w@&/\\]|[.-]\w|\.\w)"
)
_ROMAN = Expression(r"^(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$")
_PERSON_BEFORE = Expression(
    r"(?:\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lady|Lord)\.?\s+"
    r"(?:[A-Z]\.?\s+)*|,\s*)$"
)
_SURNAME_AFTER = Expression(r"^\s+[A-Z][a-z]+(?:\s*[,;)]|\s+and\b|\s*$|\s+[-–(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of an abbreviation in running text or a table."""

    order: int
    start: int
    place: Place
    quote: str
    heading: bool
    capitals: bool
    cell: bool
    named: bool
    """Whether it is part of a name, or a name itself: "LGSS Law", "the forum PACTS"."""


def _in_capitals(text: str) -> bool:
    """Whether a passage, or the stretch of it, is set in capitals: then nothing can be told."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    upper = sum(word.isupper() for word in words)
    return bool(words) and upper >= 2 and upper > 0.5 * len(words)


@read_once
def abbreviation_uses(report: Report) -> dict[str, list[Use]]:
    texts = passages(report)
    found: dict[str, list[Use]] = defaultdict(list)
    small_words = _small_words(texts)
    furniture = _page_furniture(texts)
    grades = _grades(texts)
    for passage in texts:
        if _shape(passage.text) in furniture or _LISTS.search(passage.text[:60]):
            continue
        if _IN_A_LIST.match(passage.place.section) and not passage.heading:
            continue
        capitals = _in_capitals(passage.text)
        for match in _TOKEN.finditer(passage.text):
            token = match["token"]
            key = key_of(token)
            if key in WORDS_IN_CAPITALS or _ROMAN.match(key) or key.casefold() in small_words:
                continue
            if key[:-1] in grades:
                continue
            if _among_capitals(passage.text, match.start(), match.end()):
                continue
            if len(key) <= 3 and _is_initials(passage.text, match.start(), match.end()):
                continue
            if _OWN_NAME_OR_CODE.match(passage.text[match.end() : match.end() + 14]):
                continue
            if _is_after_a_name(passage.text, match.start(), match.end()):
                continue
            found[key].append(
                Use(
                    order=passage.order,
                    start=match.start(),
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end(), 50, after=30),
                    heading=passage.heading,
                    capitals=capitals,
                    cell=passage.cell,
                    named=_is_a_name(passage.text, match.start(), match.end()),
                )
            )
    return found


_FROM_GRADE_TO_GRADE = Expression(
    r"\b(?P<all>[A-Z]{2,4})[A-Z]\s?(?:to|and|–|-|through to)\s?(?P=all)[A-Z]\b"
)


def _grades(texts: tuple[Passage, ...]) -> frozenset[str]:
    """What grades begin with that run from letter to letter: “PTA to PTD”."""
    return frozenset(
        match["all"] for passage in texts for match in _FROM_GRADE_TO_GRADE.finditer(passage.text)
    )


_LETTERS_OF_HONOUR = (
    r"(?:B[AD]|BSc|BEng|M[AD]|MSc|MEng|MBA|MPA|MPhil|PhD|DPhil|LLB|LLM|PGCE|PGDip|Dip[A-Z]\w*|DMS|"
    r"MBE|OBE|CBE|DBE|KCB|QPM|KPM|QC|KC|JP|DL|CPFA|CIPFA|FCA|ACA|FCCA|ACCA|FCMA|ACMA|CGMA|"
    r"[MF]RICS|[MF]RTPI|[MF]IHT|[MF]CIH|[MF]ICE|CEng|CMILT|FCIPD|MCIPD|RIBA|ARB)"
)
_AFTER_HONOURS = Expression(
    rf"\b{_LETTERS_OF_HONOUR}(?:\s?\(Hons\.?\))?,?\s+(?:[A-Z]\w*[A-Z]s?,?\s+)*$"
)
_BEFORE_HONOURS = Expression(rf",?\s+{_LETTERS_OF_HONOUR}\b")
_ENDS_A_NAME = Expression(r"\b[A-Z][a-z’'-]+,?\s+$")


def _is_after_a_name(text: str, start: int, end: int) -> bool:
    """Whether the letters are a person's own: "the Inspector, A N Other BSc MRTPI AIEMA"."""
    if _AFTER_HONOURS.search(text[max(0, start - 40) : start]):
        return True
    return bool(
        _ENDS_A_NAME.search(text[max(0, start - 25) : start]) and _BEFORE_HONOURS.match(text, end)
    )


_LISTS = Expression(
    r"^\W*(?:contacts?|contact officer|background papers?|source documents?|e-?mail|tel|telephone|"
    r"report author|lead officer|references?|appendices|annexes)\b[^.]{0,30}:|\w@\w",
    re.IGNORECASE,
)
_IN_A_LIST = Expression(
    r"^\W*(?:list of )?(?:background (?:papers?|documents?)|source documents?|references?|"
    r"appendices|annexes|contacts?|contact officers?|glossary|abbreviations|bibliography)\b",
    re.IGNORECASE,
)
# "QGWF Ltd" is a company's own name, "SBC 25/47" a reference
_OWN_NAME_OR_CODE = Expression(
    r"\s+(?:Ltd|Limited|plc|PLC|LLP|Inc)\b|\s?(?!(?:19|20)\d\d\b)\d+[/.-]\d|"
    r"\s?(?!(?:19|20)\d\d\b)\d{4,}|\s?/\d"
)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold()) if len(text) < 160 else text


def _page_furniture(texts: tuple[Passage, ...]) -> set[str]:
    """What stands on page after page: running heads and feet, told apart only by their numbers."""
    times = Counter(
        _shape(p.text) for p in texts if not p.cell and not p.heading and len(p.text) < 160
    )
    return {shape for shape, number in times.items() if number > 1 and "#" in shape}


def _small_words(texts: tuple[Passage, ...]) -> set[str]:
    """Words that the report also writes small: "NOTE" beside "note" is no abbreviation."""
    words: set[str] = set()
    for passage in texts:
        words.update(re.findall(r"(?<![\w'’@.])[a-z]{3,6}(?![\w@])", passage.text))
    return words


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the neighbours are capitals too: "THE COMMITTEE IS ASKED"."""
    before = re.search(r"([A-Za-z]+)\W{1,3}$", text[max(0, start - 25) : start])
    after = re.match(r"\W{1,3}([A-Za-z]+)", text[end : end + 25])
    neighbours = [match[1] for match in (before, after) if match]
    shouted = [
        word
        for word in neighbours
        if word.isupper() and (len(word) > 5 or word in WORDS_IN_CAPITALS)
    ]
    return len(shouted) > 0 and any(len(word) > 1 for word in shouted)


_BEFORE_A_NAME = Expression(
    r"(?:\b(?:forum|called|named|known as|system|software|platform|company|charity|firm|group|"
    r"provider|contractor|trade union|union|product|app)\s+(?:the\s+)?[“‘\"']?|"
    r"[“‘\"'(]|(?<![.!?:;])\s[A-Z][a-z]+\s)$"
)


_LED_IN = Expression(
    r"\b(?:including|excluding|includes|excludes|with|without|and|or|by|for|of|per)\s$"
)


def _is_a_name(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 30) : start], text[end : end + 4]
    if after.startswith(")") and _LED_IN.search(before):
        return False  # "(excluding UASC)"
    return bool(_BEFORE_A_NAME.search(before) or re.match(r"[’']?\s+[A-Z]|\)", after))


def _is_initials(text: str, start: int, end: int) -> bool:
    """Whether they are a person's: "Cllr JB Smith", "RM Udall,"."""
    before = text[max(0, start - 30) : start]
    titled = _PERSON_BEFORE.search(before)
    return bool(titled and re.match(r"^\.?\s+[A-Z][a-z]+", text[end : end + 20])) or bool(
        _SURNAME_AFTER.match(text[end : end + 25]) and "," in before[-3:]
    )
