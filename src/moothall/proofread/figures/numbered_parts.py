"""Numbered parts of a stated count: “eight staff: three wardens, two drivers and a manager”.

The parts are a list each of whose items begins with a number or an article; “two from each
council” counts as many times as there are councils.  Written numbers and “the first …, the
second …” are read alike.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.named_lists import items_named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs

_WORDS = "|".join(sorted(NUMBERS_TO_99, key=len, reverse=True))
_NUMBER = rf"(?:{_WORDS}|\d{{1,3}})"
_WHOLE = Expression(
    rf"(?<![\w.,/£–-])(?P<number>{_NUMBER})\s(?P<noun>(?:(?!(?:of|from|will|would|can|may)\b)[a-z][\w’'-]*\s){{0,3}}?"
    r"(?:[a-z][a-z’'-]*[^s\W]s|people|staff|men|women|children))\b(?P<gap>[^.:;()–]{0,40}?)"
    r"(?P<tie>:|\s–|\s-|\s\(|,?\s(?:comprising|made up of|consisting of|namely)|"
    r",?\sof (?:which|whom|these|those))\s?(?P<parts>.+?)\)?\.?$",
    re.IGNORECASE,
)
_MADE_OF = Expression(
    rf"\b(?:comprises?|consists? of|(?:is|are) made up of|has|have|with)\s(?P<number>{_NUMBER})\s"
    r"(?P<noun>(?:[a-z][\w’'-]*\s){0,2}?(?:[a-z][a-z’'-]*[^s\W]s|people|staff))"
    r"(?P<gap>)(?P<tie>[:,]|\s[–-])\s(?P<parts>.+?)\.?$",
    re.IGNORECASE,
)
_PART = Expression(
    rf"^(?:and\s+)?(?:the\s)?(?P<number>{_NUMBER}|an?|one|single)\s(?P<rest>\S.*)$", re.IGNORECASE
)
_NO_PARTS = Expression(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes|times|miles|£|per ?cent|including|"
    r"at least|about|around|more than|up to|other|also|both|each (?:of|with))\b|[%£]",
    re.IGNORECASE,
)
_EACH = Expression(r"\beach (?:of the )?(?:(?P<of>\w+) )?(?P<body>[a-z]+)\b", re.IGNORECASE)


def numbered_parts_make_the_number_said(report: Report) -> Iterator[TextFinding]:
    """“Eight staff: three wardens, two drivers and a manager” are six."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.text) > 500:
                continue
            told = _told(one.text, paragraph)
            if told is not None:
                yield finding_on(
                    paragraph,
                    one,
                    told,
                    "Correct the number, or the parts.",
                    Confidence.LOW if paragraph.cell else Confidence.MEDIUM,
                )


_MAKING = Expression(
    r"(?:^|\b(?:comprises?|consists? of|made up of|there (?:are|were)|has|have|employs?)\s)"
    rf"(?P<parts>(?:{_NUMBER}|an?|one)\s[^.:;()]{{5,200}}?),?\s(?:(?:making|which makes|a total of|"
    rf"giving|or|that is)\s)?(?P<number>{_NUMBER})(?:\s(?P<noun>(?:[a-z][\w’'-]*\s){{0,2}}?"
    r"[a-z][\w’'-]*))?\s(?:in all|in total|altogether|overall|all told)\b",
    re.IGNORECASE,
)


def _made_in_all(text: str, paragraph: Paragraph) -> str | None:
    """“Two infant schools and one all-through school have asked, making four schools in all.”"""
    said_so = " all" in text or "total" in text
    match = _MAKING.search(text) if said_so else None
    parts = _parts(match["parts"], paragraph.text) if match else None
    if match is None or parts is None or len(parts) < 2 or _NO_PARTS.search(match[0]):
        return None
    said, got = _value(match["number"]), sum(parts)
    listed = " + ".join(map(str, parts))
    return None if got == said else f"{listed} = {got}, not {said} {match['noun'] or 'in all'}."


_SO_MANY_OF_EACH = Expression(
    rf"(?<![\w.,/£–-])(?P<number>{_NUMBER})\s(?P<noun>(?:[a-z][\w’'-]*\s){{0,2}}?"
    r"(?:[a-z][a-z’'-]*[^s\W]s|people|staff))(?P<gap>(?:\s(?!and\b|or\b)[a-z][\w’'-]*){0,3}?)"
    rf"(?:,\s|\s[–-]\s|\s\(|:\s)(?:with\s)?(?P<each>{_NUMBER})\s(?:(?!and\b|or\b|of\b|more\b|less\b)[a-z]+\s){{0,3}}?"
    rf"(?:by|from|in|for|at|to|on)\seach\s(?:of\s(?:the\s|our\s|its\s)?(?:(?P<times>{_NUMBER})\s)?)?"
    r"(?P<body>[a-z]+)\b\)?(?P<after>[^.;:]{0,40})",
    re.IGNORECASE,
)
_MORE_OF_THEM = Expression(
    rf"^\s?(?:,|and\b|plus\b|with\b|as well\b|together\b).*\b(?:{_NUMBER}|an?|others?|rest|"
    r"remain\w*|chair\w*|more)\b",
    re.IGNORECASE,
)
_PARTLY = Expression(
    r"\b(?:at least|up to|about|of whom|of which|more than|over|minimum|including)\b", re.I
)


def so_many_of_each_make_the_number_said(report: Report) -> Iterator[TextFinding]:
    """“Nine members, four appointed by each council”; “20 places, six in each of three rooms”."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences if "each " in paragraph.text else ():
            match = _SO_MANY_OF_EACH.search(one.text)
            if match is None or _MORE_OF_THEM.match(match["after"]):
                continue
            before = one.text[max(0, match.start() - 20) : match.end("body")]
            if _PARTLY.search(before) or _NO_PARTS.search(f"{match['noun']} {match['gap']}"):
                continue
            told = _not_so_many(match, paragraph)
            if told is not None:
                yield finding_on(
                    paragraph, one, told, "Correct one of the numbers.", Confidence.MEDIUM
                )


def _not_so_many(match: re.Match[str], paragraph: Paragraph) -> str | None:
    said, each = _value(match["number"]), _value(match["each"])
    if each < _FEWEST_OF_EACH or each >= said:
        return None
    times = _value(match["times"]) if match["times"] else None
    if times is None:
        stem = match["body"].split()[0].lower().rstrip("s")
        also = re.search(
            rf"\b({_NUMBER}|both)\s(?:\w+\s)?{stem}(?:s|ies)?\b", paragraph.text, re.IGNORECASE
        )
        times = None if also is None else 2 if also[1].lower() == "both" else _value(also[1])
    if times is not None and times > 1:
        made = f"{times} × {each} = {times * each}"
        return None if times * each == said else f"{made}, not {said} {match['noun']}."
    if said % each == 0:
        return None
    return f"{said} {match['noun']} cannot be {each} of each: {said} is no multiple of {each}."


_FEWEST_OF_EACH = 2

_STATE = Expression(
    rf"^(?:and\s)?(?P<number>{_NUMBER}|one)\s(?:of\s(?:these|them|which)\s)?"
    r"(?:are|is|were|was|have|has|had|remain|remains)\s\S",
    re.IGNORECASE,
)
_LEAST_STATES = 3


def each_of_the_number_has_its_state(report: Report) -> Iterator[TextFinding]:
    """“There are ten actions. Four are complete, three are on track, and two are late.”"""
    for paragraph in paragraphs(report):
        for before, one in pairwise(paragraph.sentences):
            states = re.split(r"[,;]\s(?:and\s)?|\sand\s", one.text.strip(" ."))
            found = [_STATE.match(state) for state in states]
            if len(states) < _LEAST_STATES or not all(found):
                continue
            said = [m for m in _COUNTED.finditer(before.text) if _value(m["number"]) > 1]
            if len(said) != 1 or _NO_PARTS.search(f"{before.text} {one.text}"):
                continue
            parts = [_value(m["number"]) for m in found if m]
            whole, got = _value(said[0]["number"]), sum(parts)
            if got == whole or max(parts) > whole or not whole / 2 <= got <= whole * 2:
                continue
            yield finding_on(
                paragraph,
                one,
                f"{' + '.join(map(str, parts))} = {got}, not the {whole} of the sentence before.",
                "Correct the number, or the parts.",
                Confidence.LOW if paragraph.cell else Confidence.MEDIUM,
            )


_COUNTED = Expression(
    rf"(?<![\w.,/£–-])(?P<number>{_NUMBER})\s(?:[“\"‘']?[\w’'-]+[”\"]?\s){{0,3}}?[a-z][\w’-]*s\b"
    r"(?![’'])",
    re.IGNORECASE,
)


_HAVE = Expression(rf"\b{_NUMBER}\s(?:with|having|who have)\b", re.IGNORECASE)
"""“11 with power and 6 with water”"""


def _told(text: str, paragraph: Paragraph) -> str | None:
    if made := _made_in_all(text, paragraph):
        return made
    match = _WHOLE.search(text) or _MADE_OF.search(text)
    if match is None or _NO_PARTS.search(match[0]):
        return None
    parts = _parts(match["parts"], paragraph.text)
    if parts is None or len(parts) < 2:
        return None
    said, got = _value(match["number"]), sum(parts)
    of_which = re.search(r"\bof (?:which|whom|these|those)", match["tie"], re.IGNORECASE)
    whole = re.search(r"\band\b", match["parts"]) is not None
    if got == said or got > said * 2 or got * 2 < said:
        return None
    if got > said and len(_HAVE.findall(match["parts"])) == len(parts):
        return None  # what one has the other may have too
    if got < said and of_which is not None and len(parts) < 3:
        return None  # not all of them need be told
    if got < said and not whole and said - got > 2:
        return None
    listed = " + ".join(str(part) for part in parts)
    return f"{listed} = {got}, not {said} {match['noun']}."


def _value(number: str) -> int:
    word = number.lower()
    if word in ("a", "an", "one", "single"):
        return 1
    return NUMBERS_TO_99.get(word) or int(word)


def _parts(text: str, about: str) -> list[int] | None:
    """The numbers of the parts, where every item of the list has one."""
    items = [item for item in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", text.strip(" .)")) if item]
    numbers: list[int] = []
    for item in items:
        match = _PART.match(item.strip())
        if match is None:
            return None
        number = _value(match["number"])
        each = _EACH.search(match["rest"])
        if each is not None:
            times = _times(each, about)
            if times is None:
                return None
            number *= times
        elif re.search(r"\d", match["rest"]):
            return None
        numbers.append(number)
    return numbers


def _times(each: re.Match[str], about: str) -> int | None:
    """How many there are of what stands after "each": said beside it, or named."""
    if each["of"] and each["of"].lower() in NUMBERS_TO_99:
        return NUMBERS_TO_99[each["of"].lower()]
    stem = each["body"].lower().rstrip("s")
    said = re.search(rf"\b({_NUMBER})\s(?:\w+\s)?{stem}(?:s|ies)?\b", about, re.IGNORECASE)
    if said is not None:
        return _value(said[1])
    named = re.search(
        rf"\bthe {stem}s (?:are|being)\s([^.;:()]+)|\b{stem}s of ([A-Z][^.;:()]+)", about, re.I
    )
    count = items_named(named[1] or named[2]) if named else None
    return count[0] if count is not None and count[0] == count[1] else None


# --- the first, the second; Phase 1, Phase 2 ------------------------------------------------------

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_SAID = Expression(
    rf"(?<![\w.,/£–-])(?P<number>{_NUMBER})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]{{3,}}s)\b",
    re.IGNORECASE,
)
_ORDINAL = Expression(
    rf"^(?:(?:a|the)\s)?(?P<one>{'|'.join(_ORDINALS)})(?:ly)?\b(?:\s(?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_LABELLED = Expression(r"\b(?P<noun>[A-Z][a-z]{3,})\s(?P<label>[1-9]|[A-H])\b")


def as_many_follow_in_turn_as_are_said(report: Report) -> Iterator[TextFinding]:
    """“Three questions were asked. The first … The second …”: where is the third?"""
    found = paragraphs(report)
    labels = _labels(found)
    for paragraph in found:
        for number, one in enumerate(paragraph.sentences[:-1]):
            for said in _SAID.finditer(one.text):
                value = _value(said["number"])
                if not 2 <= value <= 8 or re.search(
                    r"\b(?:of the|first|last|next|further|other|at least|over|up to)\s*$",
                    one.text[: said.start()],
                    re.IGNORECASE,
                ):
                    continue
                rest = paragraph.sentences[number + 1 :]
                told = _in_turn(rest) or _by_label(rest, said["noun"], labels)
                if told is None or told == value or abs(told - value) > 3:
                    continue
                yield finding_on(
                    paragraph,
                    one,
                    f"The text says {value} {said['noun']}; {told} follow in turn.",
                    "Correct the number, or tell the rest.",
                    Confidence.MEDIUM,
                )
                return


def _in_turn(rest: tuple[Sentence, ...]) -> int | None:
    told = 0
    for one in rest:
        match = _ORDINAL.match(one.text)
        if match is None:
            last = re.match(r"(?:the\s)?(?:last|final|other)\b", one.text, re.IGNORECASE)
            told += last is not None
            continue
        own = (match["noun"] or "").lower()
        if _ORDINALS.index(match["one"].lower()) != told:
            return None
        if re.fullmatch(r"[a-z]{3,}", own) and own in ("year", "quarter", "half", "day", "week"):
            return None
        told += 1
    return told if told >= 2 else None


def _labels(found: tuple[Paragraph, ...]) -> dict[str, set[str]]:
    """The labels of each noun in the whole report: phases 1, 2, 3."""
    labels: dict[str, set[str]] = {}
    for paragraph in found:
        for match in _LABELLED.finditer(f"{paragraph.section} {paragraph.text}"):
            labels.setdefault(match["noun"].lower(), set()).add(match["label"])
    return labels


def _by_label(rest: tuple[Sentence, ...], noun: str, labels: dict[str, set[str]]) -> int | None:
    stem = re.sub(r"ies$", "y", noun.lower()) if noun.endswith("ies") else noun.lower()[:-1]
    here = {
        match["label"]
        for one in rest
        for match in _LABELLED.finditer(one.text[:20])
        if match["noun"].lower() == stem
    }
    known = labels.get(stem, set())
    marks = "123456789" if all(mark.isdigit() for mark in here) else "ABCDEFGH"
    if len(here) < 2 or here != set(marks[: len(here)]) or known != here:
        return None
    return len(here)


RULES: tuple[Rule, ...] = (
    numbered_parts_make_the_number_said,
    so_many_of_each_make_the_number_said,
    each_of_the_number_has_its_state,
    as_many_follow_in_turn_as_are_said,
)
