"""What a line looks like by itself: its printed number, its bullet, whether it is a heading.

Formats that do not mark these, or whose authors did not, leave only their looks to go by.
"""

import re

# "2.", "2.13", "3.1.1", "1.0"; a bare "15" is as likely the first word of a sentence
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,4}\.?|\d{1,2}\.)(?:\s+|(?=[A-Z£]))(?=\S)")
_BARE_NUMBER = re.compile(r"(\d{1,2})(?:\t\s*|\s+(?=[A-Z]))(?=\S)")
_ITEM = re.compile(
    r"(\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[IVX]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\))\s+(?=\S)"
    r"|([a-z]\.|[ivx]{1,5}\.)\t\s*(?=\S)"
)
_BULLET = re.compile(r"(?:[-*•·▪◦➤>○●■□–—\u2023\u25b6\uf000-\uf0ff])\s+(?=\S)|o\t\s*(?=\S)")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_LONGEST_HEADING = 110
_MOST_WORDS = 14


def split_number(text: str) -> tuple[str, str]:
    """The number or letter printed before the words, and the words."""
    for pattern in (_NUMBER, _ITEM):
        match = pattern.match(text)
        if match:
            return next(group for group in match.groups() if group), text[match.end() :]
    match = _BARE_NUMBER.match(text)
    if match and ("\t" in match[0] or _is_title_like(text[match.end() :])):
        return match[1], text[match.end() :]
    return "", text


def split_bullet(text: str) -> tuple[bool, str]:
    """Whether a bullet stands before the words, and the words."""
    match = _BULLET.match(text)
    return (True, text[match.end() :]) if match else (False, text)


def numbers_a_paragraph(number: str) -> bool:
    """Whether it is the number of a paragraph ("2.13"), not the mark of an item in a list."""
    return bool(re.match(r"\d+(?:\.\d+)+\.?$", number))


def depth(number: str) -> int:
    """How deep a printed number goes: "2." is 1, "2.1" is 2; "1.0" is 1, as it is a heading's."""
    parts = [part for part in number.strip("()").split(".") if part]
    if len(parts) == 2 and parts[1] == "0":
        return 1
    return max(1, len(parts))


def is_heading_like(words: str, number: str, *, bold: bool) -> bool:
    """Whether a line that stands alone reads as a heading, though it is not marked as one."""
    if len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_WORDS or not words:
        return False
    if words.endswith((".", ";", ",")) or not any(letter.isalpha() for letter in words):
        return False
    if words.isupper() and len(words) > 3:
        return True
    # a short numbered line that is not bold is as likely the item of a list
    return bold and (not words.endswith(":") or bool(number))


def _is_title_like(words: str) -> bool:
    """Whether most words that can be are capitalised, as in headings."""
    if len(words.split()) > 8 or words.endswith((":", ".")) or not words[:1].isupper():
        return False
    main = [word for word in words.split() if word.lower() not in _SMALL_WORDS]
    main = [word for word in main if word[0].isalpha()]
    return bool(main) and sum(word[0].isupper() for word in main) >= len(main) * 0.6


def tidy(text: str) -> str:
    """The words with single spaces, without characters that have no width."""
    for nothing in ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"):
        if nothing in text:
            text = text.replace(nothing, "")
    return " ".join(text.split())


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Digits set above the line: a note's mark must not lengthen the figure that it follows."""
    return text.translate(_RAISED)
