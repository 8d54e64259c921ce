"""A fact as the fields of a page: flat names, each with the texts that stand in it.

`{"lines": [{"name": "Archive", "net": "120"}]}` is `{"lines-count": ["1"], "lines-0-name":
["Archive"], "lines-0-net": ["120"]}`.  What a browser sends, what a draft keeps and what two
versions are compared by is this, so that even an answer that cannot be read is never lost.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from moothall_web.facts.forms.parts import Part, Sort
from moothall_web.facts.forms.readings import shown, tidy

Content = dict[str, list[str]]
MOST_ROWS = 200


def content_of(parts: Iterable[Part], fact: Mapping[str, Any], before: str = "") -> Content:
    """The fields that show a fact, as `plain` writes it."""
    made: Content = {}
    for part in parts:
        made |= _content(part, fact.get(part.name), before + part.name)
    return made


def blank(parts: Iterable[Part], before: str = "") -> Content:
    """The fields of a fact that is yet to be written; one empty row where rows are needed."""
    made: Content = {}
    for part in parts:
        name = before + part.name
        if part.sort is Sort.ROWS and part.required:
            made |= {count_of(name): ["1"], **blank(part.parts, f"{name}-0-")}
        elif part.sort in (Sort.GROUP, Sort.SOURCE):
            made |= blank(part.parts, f"{name}-")
        else:
            made |= _content(part, part.default, name)
    return made


def _content(part: Part, value: Any, name: str) -> Content:
    if part.sort is Sort.ROWS:
        rows = value or []
        made: Content = {count_of(name): [str(len(rows))]}
        for number, row in enumerate(rows):
            made |= content_of(part.parts, row, f"{name}-{number}-")
        return made
    if part.parts and value is None:
        return blank(part.parts, f"{name}-")
    if part.sort is Sort.GROUP:
        return content_of(part.parts, value, f"{name}-")
    if part.sort is Sort.SEVERAL:
        return {name: [str(each) for each in value or []]}
    if part.sort is Sort.SOURCE:
        document, _, paragraph = str(value).partition(" ")
        return {f"{name}-document": [document], f"{name}-paragraph": [paragraph]}
    return {name: [shown(part, value)]}


def content_sent(sent: Mapping[str, Any], parts: Iterable[Part]) -> Content:
    """Only the fields of these parts from what a browser sent or a draft kept, tidied.

    What was not sent is empty: a browser leaves out boxes that are not ticked.
    """
    get = sent.getlist if hasattr(sent, "getlist") else lambda name: sent.get(name, [])
    made: Content = {}
    for name in names(parts, lambda name: count(get(name))):
        texts = [tidy(str(text)) for text in get(name)]
        made[name] = [str(count(texts))] if name.endswith(_COUNT) else texts
    return made


def names(parts: Iterable[Part], rows: Any, before: str = "") -> Iterable[str]:
    """Every flat name of these parts; `rows` says how many rows a count stands for."""
    for part in parts:
        name = before + part.name
        if part.sort is Sort.ROWS:
            yield count_of(name)
            for number in range(rows(count_of(name))):
                yield from names(part.parts, rows, f"{name}-{number}-")
        elif part.parts:
            yield from names(part.parts, rows, f"{name}-")
        else:
            yield name


_COUNT = "-count"


def count_of(name: str) -> str:
    """The name of the field that counts the rows."""
    return f"{name}{_COUNT}"


def count(texts: list[str]) -> int:
    """How many rows a count stands for, never more than a page can bear."""
    text = texts[0].strip() if texts else ""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(MOST_ROWS)):
        return 0
    return min(int(text), MOST_ROWS)


def is_blank(part: Part, name: str, content: Content) -> bool:
    """Whether nothing has been entered here beyond what stands in an empty form."""
    empty = blank([part], name.removesuffix(part.name))
    if part.sort is Sort.ROWS:
        rows = range(count(content.get(count_of(name), [])))
        return all(is_blank_row(part, f"{name}-{number}-", content) for number in rows)
    if part.parts:
        return all(is_blank(each, f"{name}-{each.name}", content) for each in part.parts)
    return all(
        [text for text in content.get(each, []) if text] in ([], [t for t in texts if t])
        for each, texts in empty.items()
    )


def is_blank_row(part: Part, before: str, content: Content) -> bool:
    """Whether nothing has been entered in one row."""
    return all(is_blank(each, before + each.name, content) for each in part.parts)


def with_another_row(parts: Iterable[Part], content: Content, name: str) -> Content:
    """The content with an empty row at the end of the rows of that name."""
    found = find(parts, name)
    if found is None or found.sort is not Sort.ROWS:
        return content
    rows = count(content.get(count_of(name), []))
    if rows >= MOST_ROWS:
        return content
    return {
        **content,
        count_of(name): [str(rows + 1)],
        **blank(found.parts, f"{name}-{rows}-"),
    }


def without_row(parts: Iterable[Part], content: Content, row: str) -> Content:
    """The content without one row, named `lines-2`; those after it move up."""
    name, _, number = row.rpartition("-")
    found = find(parts, name)
    rows = count(content.get(count_of(name), []))
    if found is None or found.sort is not Sort.ROWS or not number.isdecimal():
        return content
    if int(number) >= rows:
        return content
    made: Content = {}
    for each, texts in content.items():
        if not each.startswith(f"{name}-") or each == count_of(name):
            made[each] = texts
            continue
        at, _, rest = each.removeprefix(f"{name}-").partition("-")
        if int(at) != int(number):
            made[f"{name}-{int(at) - (int(at) > int(number))}-{rest}"] = texts
    return {**made, count_of(name): [str(rows - 1)]}


def find(parts: Iterable[Part], name: str) -> Part | None:
    """The part that a flat name stands for; None where there is none."""
    for part in parts:
        if name == part.name:
            return part
        if not name.startswith(f"{part.name}-"):
            continue
        rest = name.removeprefix(f"{part.name}-")
        if part.sort is Sort.ROWS:
            number, _, rest = rest.partition("-")
            if not number.isdecimal():
                continue
        if part.parts and rest and (found := find(part.parts, rest)):
            return found
    return None
