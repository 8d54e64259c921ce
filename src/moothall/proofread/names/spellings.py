"""Spellings: where an abbreviation is spelt out, in brackets, after a dash or in a glossary."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.names.known_abbreviations import key_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once

_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_WORD = Expression(r"[A-Za-z][A-Za-z'’]*|&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """An abbreviation spelt out; `words` is empty where only the form of it shows.

    `misfit` are the capitalised words before the brackets where the letters do not fit them.
    """

    order: int
    start: int
    place: Place
    token: str
    words: tuple[str, ...]
    quote: str
    misfit: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    """The capitalised words before the brackets where all the letters but one fit them."""
    body: tuple[str, ...] = ()
    """The body named before the brackets, where its letters are not these at all."""


# --- spelling out -----------------------------------------------------------------------------

_BRACKETED = Expression(r"[(\[](?P<inner>[^()\[\]]{2,120})[)\]]")
_INNER_TOKEN = Expression(r"(?:[A-Z]{2,6}|[A-Z]+&[A-Z]+|[A-Z][A-Za-z&]{0,6}[A-Z])s?\b")
_ALONE = Expression(
    r"(?:the|or|hereafter|known as|“|‘|\"|')?\s*\W?(?:[A-Z][A-Za-z&]{1,7})\W?"
    r"(?:\s*(?:/|,|or|and|&)\s*[A-Z][A-Za-z&]{1,7})?"
)
_STANDS_FOR = Expression(
    r"(?<![\w&])(?P<token>[A-Z][A-Za-z&]{0,6}[A-Z]s?)\s*(?:[-–—:=]|stands for|means|is the)\s+"
    r"(?P<words>[A-Z][A-Za-z'’-]+(?:\s+[A-Za-z&'’-]+){0,7})"
)


def _initials(words: list[str]) -> str:
    return "".join(word[0].upper() for word in words)


def _long_form(words: list[str], key: str) -> tuple[str, ...]:
    """The last words whose initials are the abbreviation's letters, small words free to count."""
    letters = key.replace("&", "")
    for length in range(len(letters), min(len(words), len(letters) + 4) + 1):
        tail = words[-length:]
        if tail[0].casefold() in _SMALL and tail[0][0].upper() != letters[0]:
            continue
        if _spells(tail, letters):
            return tuple(tail)
    return ()


def _spells(words: list[str], letters: str) -> bool:
    """Whether the initials give the letters in order, skipping small words only.

    A small word may give its letter or not: the "and" before "Accountancy" need not be the A.
    """
    reached = {0}
    for word in words:
        given = {at + 1 for at in reached if letters[at : at + 1] == word[0].upper()}
        reached = given | reached if word.casefold() in _SMALL or word == "&" else given
    return len(letters) in reached


@read_once
def spellings(report: Report) -> dict[str, list[Spelling]]:
    found: dict[str, list[Spelling]] = defaultdict(list)
    for passage in passages(report):
        for match in _BRACKETED.finditer(passage.text):
            _bracketed(passage, match, found)
        for match in _STANDS_FOR.finditer(passage.text):
            key = key_of(match["token"])
            words = _first_words(match["words"], key)
            if words:
                _add(found, match["token"], passage, match.start(), words, match[0])
    for grid in report.grids:
        _glossary(grid, found)
    return found


_KIND_AFTER = Expression(
    r"teams?|services?|schemes?|projects?|programmes?|groups?|panels?|units?|funds?|plans?|grants?|"
    r"officers?|system|process|boards?"
)
"""“The Intensive Family Duty team (IFD)”: what kind of thing it is stands small, with no letter."""


def _bracketed(passage: Passage, match: re.Match[str], found: dict[str, list[Spelling]]) -> None:
    before = passage.text[max(0, match.start() - 120) : match.start()]
    words = _WORD.findall(re.sub(r"[-/–]", " ", before))
    inner = match["inner"]
    quote = around(passage.text, match.start(), match.end(), 60, after=0)
    tokens = _INNER_TOKEN.findall(inner)
    if tokens and len(inner.split()) <= 6:
        alone = _ALONE.fullmatch(inner) is not None
        for token in tokens:
            key = key_of(token)
            long_form = _long_form(words, key)
            if not long_form and words and _KIND_AFTER.fullmatch(words[-1]):
                long_form = _long_form(words[:-1], key)
            loosely = alone and any(word[0].upper() == key[0] for word in words[-len(key) - 3 :])
            if long_form or loosely:
                misfit = _misfit(before, key) if alone and not long_form else ()
                lacking = _lacking(before, key) if alone and not long_form else ()
                body = _body(before) if alone and not long_form else ()
                _add(found, token, passage, match.start(), long_form, quote, misfit, lacking, body)
        return
    # the other way round: QTS (Qualified Teacher Status)
    outside = re.search(r"(?<![\w&])([A-Z][A-Za-z&]{0,6}[A-Z]s?)\W{0,3}$", before)
    if outside:
        key = key_of(outside[1])
        spelt = _first_words(inner, key)
        if spelt or _initials(_WORD.findall(inner))[:1] == key[:1]:
            _add(found, outside[1], passage, match.start() - len(outside[1]), spelt, quote)


def _first_words(text: str, key: str) -> tuple[str, ...]:
    """The words of a text, up to where they spell the abbreviation."""
    words = _WORD.findall(re.sub(r"[-/–]", " ", text))
    letters = key.replace("&", "")
    for length in range(len(letters), min(len(words), len(letters) + 4) + 1):
        if _spells(words[:length], letters):
            return tuple(words[:length])
    return ()


_CAPITALISED_BEFORE = Expression(
    r"(?:[A-Z][A-Za-z'’]+[\s-]+(?:(?:and|&|of|for|the|in)\s+){0,2}){2,7}$"
)


def _misfit(before: str, key: str) -> tuple[str, ...]:
    """The capitalised words before the brackets, where one letter is another or two are swapped."""
    run = _CAPITALISED_BEFORE.search(before)
    if run is None or len(key) < 3:
        return ()
    words = [word for word in _WORD.findall(run[0].replace("-", " ")) if word[0].isupper()]
    words = words[-len(key) :]
    letters = _initials(words)
    if len(letters) != len(key) or letters[0] != key[0]:
        return ()
    wrong = sum(one != other for one, other in zip(letters, key, strict=True))
    return tuple(words) if wrong == 1 or sorted(letters) == sorted(key) else ()


_A_BODY = Expression(
    r"(?:Sub-?\s?)?(?:Group|Board|Committee|Panel|Partnership|Forum|Team|Unit|Trust|Service|"
    r"Subgroup|"
    r"Programme|Fund|Plan|Strategy)",
    re.IGNORECASE,
)


def _body(before: str) -> tuple[str, ...]:
    """The capitalised words before the brackets, where they name a body or a scheme."""
    run = _CAPITALISED_BEFORE.search(before)
    words = _WORD.findall(run[0].replace("-", " ")) if run is not None else []
    return tuple(words) if words and _A_BODY.fullmatch(words[-1]) else ()


def _lacking(before: str, key: str) -> tuple[str, ...]:
    """The capitalised words before the brackets, where the letters have one more than they."""
    run = _CAPITALISED_BEFORE.search(before)
    if run is None or len(key) < 4:
        return ()
    words = [word for word in _WORD.findall(run[0].replace("-", " ")) if word[0].isupper()]
    words = words[-(len(key) - 1) :]
    letters = _initials(words)
    fits = any(key[:gap] + key[gap + 1 :] == letters for gap in range(1, len(key)))
    return tuple(words) if fits else ()


def _add(
    found: dict[str, list[Spelling]],
    token: str,
    passage: Passage,
    start: int,
    words: tuple[str, ...],
    quote: str,
    misfit: tuple[str, ...] = (),
    lacking: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
) -> None:
    found[key_of(token)].append(
        Spelling(
            order=passage.order,
            start=start,
            place=passage.place,
            token=token,
            words=words,
            quote=quote,
            misfit=misfit,
            lacking=lacking,
            body=body,
        )
    )


def _glossary(grid: Grid, found: dict[str, list[Spelling]]) -> None:
    """Rows of a glossary: the abbreviation in one cell, its words in the next.

    A glossary serves the whole report, so its order is 0, wherever it stands.
    """
    for index, row in enumerate(grid.rows):
        for column, (cell, beside) in enumerate(pairwise(row)):
            token = cell.strip()
            if _INNER_TOKEN.fullmatch(token) and (words := _first_words(beside, key_of(token))):
                found[key_of(token)].append(
                    Spelling(
                        order=0,
                        start=0,
                        place=grid.cell_place(index, column),
                        token=token,
                        words=words,
                        quote=f"{token} {beside}",
                    )
                )


def stems_of(words: Iterable[str]) -> tuple[str, ...]:
    """Words without their endings and small words, so that plurals and "Program" are the same."""
    return tuple(
        word.casefold().replace("’", "").replace("'", "")[:4]
        for word in words
        if word.casefold() not in _SMALL and word != "&"
    )


def _are_its_words(run: list[str], key: str) -> bool:
    """Whether words spell the letters: all of them capitalised, or all plain words."""
    if any(len(word) <= 2 or word.isupper() for word in run):
        return False
    letters = key.replace("&", "")
    return _initials(run) == letters and len({word[0].isupper() for word in run}) == 1


def words_in_full(texts: tuple[Passage, ...], keys: set[str]) -> dict[str, str]:
    """Abbreviations whose words stand somewhere in full, never joined to it, with these words."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_initial[key[0]].append(key)
    found: dict[str, str] = {}
    for passage in texts:
        every = _WORD.findall(passage.text.replace("-", " "))
        words = [
            (at, word)
            for at, word in enumerate(every)
            if word.casefold() not in _SMALL and word != "&"
        ]
        for index, (_, word) in enumerate(words):
            for key in by_initial.get(word[0].upper(), ()):
                size = len(key.replace("&", ""))
                run = words[index : index + size]
                if (
                    size >= 3
                    and _are_its_words([word for _, word in run], key)
                    and (run[0][1][0].isupper() or run[-1][0] - run[0][0] == size - 1)
                ):
                    found.setdefault(key, " ".join(every[run[0][0] : run[-1][0] + 1]))
    return found
