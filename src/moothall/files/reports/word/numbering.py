"""The numbers that Word prints before paragraphs: they stand nowhere in the file and are counted.

A numbered paragraph names a list (`numId`) and a level.  Lists that share a definition go on
counting from each other, unless one of them says that it starts anew.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from moothall.files.reports.word.style_sheet import (
    StyleSheet,
    W,
    WordStyle,
    attribute,
    whole_number,
)

_LEVELS = 9
_HIGHEST = 100_000
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    """The level after which counting begins anew, from 1; 0 for never."""
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    levels: tuple[_Level | None, ...]
    begins_at: dict[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """What Word prints before a paragraph: a number, or a bullet."""

    number: str = ""
    bullet: bool = False


@dataclass(slots=True)
class _Count:
    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Counts through a document; `mark` is asked once for each paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, _Count] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId") or ""] = element
            elif element.tag == f"{W}num":
                self._numbers[element.get(f"{W}numId") or ""] = element

    def mark(self, properties: etree._Element | None, style: WordStyle) -> Mark:
        """The mark of the next paragraph, which counts on."""
        number_id = attribute(properties, f"{W}numPr/{W}numId")
        level_text = attribute(properties, f"{W}numPr/{W}ilvl")
        from_style = number_id is None
        number_id = style.number_id if number_id is None else number_id
        if number_id is None or number_id == "0":
            return Mark()
        listed = self._list(number_id)
        if listed is None:
            return Mark()
        if level_text is not None:
            level = whole_number(level_text)
        else:
            level = style.number_level or 0
            if from_style:
                level = next(
                    (n for n, at in enumerate(listed.levels) if at and at.style == style.id), level
                )
        level = min(max(level, 0), _LEVELS - 1)
        return self._counted(number_id, listed, level)

    def _counted(self, number_id: str, listed: _List, level: int) -> Mark:
        here = listed.levels[level]
        if here is None:
            return Mark()
        count = self._counts.setdefault(listed.definition, _Count())
        value = count.values[level]
        if (number_id, level) not in count.begun:
            count.begun.add((number_id, level))
            if level in listed.begins_at:
                value = None
        if value is None:
            value = listed.begins_at.get(level, here.start)
        else:
            value = min(value + 1, _HIGHEST)
        count.values[level] = value
        for deeper in range(level + 1, _LEVELS):
            below = listed.levels[deeper]
            if below is None or below.restart is None or level < below.restart:
                count.values[deeper] = None
        if here.format == "bullet":
            return Mark(bullet=True)
        return Mark(number=self._printed(listed, here, count))

    @staticmethod
    def _printed(listed: _List, here: _Level, count: _Count) -> str:
        def value_of(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = listed.levels[at]
            if level is None:
                return ""
            value = count.values[at]
            if value is None:
                # a deeper level came first: Word shows the upper one at its start
                value = count.values[at] = listed.begins_at.get(at, level.start)
            return printed_as(value, "decimal" if here.legal else level.format)

        return re.sub(r"%([1-9])", value_of, here.text).strip()

    # --- reading the definitions ----------------------------------------------------------

    def _list(self, number_id: str) -> _List | None:
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(number_id)
        return self._lists[number_id]

    def _read_list(self, number_id: str) -> _List | None:
        element = self._numbers.get(number_id)
        definition = attribute(element, f"{W}abstractNumId")
        for _ in range(3):  # a list style may stand between the list and its definition
            linked = attribute(self._abstract.get(definition or ""), f"{W}numStyleLink")
            if linked is None:
                break
            through = self._numbers.get(self._styles.number_id(linked) or "")
            definition = attribute(through, f"{W}abstractNumId")
        abstract = self._abstract.get(definition or "")
        if element is None or abstract is None or definition is None:
            return None
        levels: list[_Level | None] = [None] * _LEVELS
        begins_at: dict[int, int] = {}
        for described in abstract.iter(f"{W}lvl"):
            self._describe(levels, described)
        for override in element.iter(f"{W}lvlOverride"):
            at = whole_number(override.get(f"{W}ilvl"), -1)
            begins = attribute(override, f"{W}startOverride")
            if 0 <= at < _LEVELS and begins is not None:
                begins_at[at] = whole_number(begins, 1)
            for described in override.iter(f"{W}lvl"):
                self._describe(levels, described)
        return _List(definition, tuple(levels), begins_at)

    @staticmethod
    def _describe(levels: list[_Level | None], element: etree._Element) -> None:
        at = whole_number(element.get(f"{W}ilvl"), -1)
        if not 0 <= at < _LEVELS:
            return
        restart = attribute(element, f"{W}lvlRestart")
        levels[at] = _Level(
            start=min(whole_number(attribute(element, f"{W}start"), 1), _HIGHEST),
            format=attribute(element, f"{W}numFmt") or "decimal",
            text=attribute(element, f"{W}lvlText") or "",
            restart=whole_number(restart) if restart is not None else None,
            legal=element.find(f"{W}isLgl") is not None,
            style=attribute(element, f"{W}pStyle"),
        )


def printed_as(value: int, form: str) -> str:
    """A count in one of Word's forms of numbers; forms that are not known are decimal."""
    if form in {"none", "bullet"}:
        return ""
    if form in {"lowerLetter", "upperLetter"} and 1 <= value <= 780:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 1 <= value <= 5000:
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{value:02}"
    if form == "ordinal":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{'th' if value % 100 in {11, 12, 13} else ending}"
    return str(value)


def _roman(value: int) -> str:
    letters = ""
    for size, letter in _ROMAN:
        while value >= size:
            letters += letter
            value -= size
    return letters
