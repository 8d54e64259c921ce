"""Words: doubled, or left to fill in; sentences and brackets that do not end."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import found_once
from moothall.proofread.reading.running_text import (
    Fault,
    Passage,
    around,
    passages,
    told_once,
    word_set,
)

# --- doubled words --------------------------------------------------------------------------------

_DOUBLED = Expression(
    r"(?<![\w’'/&.-])([A-Za-z]{1,20})\s+\1(?![\w’'/&-]|\.[A-Za-z])", re.IGNORECASE
)
_DOUBLED_PAIR = Expression(
    r"(?<![\w’'-])((?!(?:again|over|on|more|round) and)[a-z]{2,12} "
    r"(?:the|a|an|of|to|in|for|and|is|be|that))\s+\1(?![\w’'-])"
)
_THEN_ITS_PLURAL = Expression(r"(?<![\w’'/-])([a-z]{4,20})\s+\1s(?![\w’'/-])")
_NUMBER_WORDS = {word: number for word, number in NUMBERS_TO_99.items() if number < 21} | {"one": 1}
# Never right twice in a row, whatever the sentence.
_NEVER_TWICE = word_set(
    "the a an of and for with by from at are was were be this these those it its as or but if our "
    "their they we you not will would can could should may must have been than then which into "
    "when where"
)
# Sometimes right twice in a row: "the fact that that", "put in in 2019", "very very".
_SOMETIMES_TWICE = word_set(
    "that had very many so in on is do no bye now long far more really much again yes ha who what "
    "to up over out one two three i v x ii c p s"
)


def no_word_is_doubled(report: Report) -> Iterator[TextFinding]:
    """No word stands twice in a row ("the the"), nor a word and then its plural ("area areas")."""
    yield from told_once(_doubled(report))


def _doubled(
    report: Report,
) -> Iterator[Fault]:
    for passage in passages(report):
        for match in _DOUBLED.finditer(passage.text):
            confidence = _doubled_confidence(passage, match)
            if confidence is not None:
                word = match[1]
                yield Fault(
                    key=f"{word.lower()}|{passage.place}|{match.start()}",
                    passage=passage,
                    match=match,
                    message=f"“{word}” stands twice in a row",
                    confidence=confidence,
                    cure=f"Take out one “{word}”.",
                )
        for match in _DOUBLED_PAIR.finditer(passage.text):
            yield Fault(
                key=f"{match[1]}|{passage.place}",
                passage=passage,
                match=match,
                message=f"“{match[1]}” stands twice in a row",
                confidence=Confidence.HIGH,
                cure=f"Take out one “{match[1]}”.",
            )
        if passage.part == "cell":
            continue
        for match in _THEN_ITS_PLURAL.finditer(passage.text):
            yield Fault(
                key=f"{match[1]}s|{passage.place}",
                passage=passage,
                match=match,
                message=f"“{match[1]}” is followed at once by “{match[1]}s”",
                confidence=Confidence.MEDIUM,
                cure="Take out one of the two, or put in the word that was meant.",
            )


_FIGURE_THEN_WORD = Expression(
    rf"(?<![\w.,£/–-])(?P<figure>\d{{1,2}})\s(?P<word>{'|'.join(_NUMBER_WORDS)})(?=\s(?:[a-z]+s|people|children|men|women|of|per)\b)",
    re.IGNORECASE,
)
_LABELLED = Expression(
    r"(?:^|\b(?:group|team|option|year|class|stage|phase|ward|zone|band|grade|key stage|level|week|"
    r"day|quarter|item|question|table|figure|unit|room|part|section|paragraph|no\.?)\s)$",
    re.IGNORECASE,
)


def no_number_is_given_twice(report: Report) -> Iterator[TextFinding]:
    """No number stands in figures and at once again in words: "the last 6 six years"."""
    for passage in passages(report):
        for match in _FIGURE_THEN_WORD.finditer(passage.text):
            same = _NUMBER_WORDS[match["word"].lower()] == int(match["figure"])
            if not same or _LABELLED.search(passage.text[: match.start()][-20:]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"The number is given twice: “{match[0]}”.",
                confidence=Confidence.MEDIUM,
                cure="Take one of the two out.",
            )


_THRICE = Expression(r"([A-Za-z]{1,20})(?:\s+\1){2}(?!\w)", re.IGNORECASE)


def _doubled_confidence(passage: Passage, match: re.Match[str]) -> Confidence | None:
    first = match[1]
    second = match[0].split()[-1]
    word = first.lower()
    names = word not in _NEVER_TWICE or (first[0].isupper() and first == second)
    more = _THRICE.match(passage.text, max(0, match.start() - len(first) - 1))
    if names and (more or _THRICE.match(passage.text, match.start())):
        return None  # the heads and cells of a table that was read as text
    if word in _SOMETIMES_TWICE:
        if word == "to":
            return Confidence.MEDIUM
        return Confidence.LOW if word in {"in", "is", "on"} else None
    if word in _NEVER_TWICE:
        # "Plan A a", "A a" are labels of lists
        return Confidence.HIGH if len(word) > 1 or first == second else None
    if len(word) < 3 or first != second or passage.part in ("cell", "heading"):
        return None  # merged cells and headings repeat a label on purpose
    if is_a_row(passage.text, match):
        return None  # so do the heads and rows of a table that was read as text
    # "Baden Baden", "New New": names may double
    return None if first[0].isupper() else Confidence.MEDIUM


_FIGURE = Expression(r"(?<!\w)[£(+-]?\d[\d,.]*[%)km]?(?!\w)")


def is_a_row(text: str, match: re.Match[str]) -> bool:
    """Whether the words about a spot are the heads or the figures of a table, and no sentence."""
    near = text[max(0, match.start() - 120) : match.end() + 120].split()
    figures = sum(_FIGURE.fullmatch(word) is not None for word in near)
    capitals = sum(word[:1].isupper() for word in near)
    return figures >= 4 and (figures + capitals) * 3 >= len(near)


# --- stops, brackets, quotation marks -------------------------------------------------------------

_TWO_STOPS = Expression(
    r"(?<=[\w)%”’])(?<!\bp\.m)(?<!\ba\.m)(\.\.(?![.\w/\\])|,,|;;|,\.(?!\d)|;\.)(?!\S*\.\.)"
)
_WHOLE_WORD_BEFORE = Expression(r"(?<![^\s(“])[A-Za-z]?[a-z]{2,}[)”’%]?$|\d[)%]?$")
_STOP_AND_COMMA = Expression(r"(?<=[a-z]{4})\.,")
_SHORTENED_BEFORE = Expression(r"(?:\betc|\bltd|\bdept|\bapprox|\bal|\bdepts|\binc|\bcllr)$", re.I)


def a_sentence_ends_once(report: Report) -> Iterator[TextFinding]:
    """A sentence ends with one stop: not "..", nor ",." (three dots and leaders apart)."""
    notes = are_minutes(report)  # in a clerk's notes nobody would raise it
    for passage in passages(report):
        for match in _TWO_STOPS.finditer(passage.text):
            before = passage.text[max(0, match.start() - 20) : match.start()]
            whole = _WHOLE_WORD_BEFORE.search(before)
            after = passage.text[match.end() : match.end() + 2]
            plain = (whole and (not after.strip() or re.match(r"\s[A-Z(“]", after))) or match[
                1
            ] == ",,"
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"Two stops stand together: “{match[1]}”.",
                # elsewhere the text is damaged in reading, or a shortened word has its own stop
                confidence=Confidence.MEDIUM if plain and not notes else Confidence.LOW,
                cure="Take one of them out.",
            )
        for match in _STOP_AND_COMMA.finditer(passage.text):
            if not _SHORTENED_BEFORE.search(
                passage.text[max(0, match.start() - 8) : match.start()]
            ):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message="A full stop and a comma stand together.",
                    confidence=Confidence.LOW,
                    cure="Take one of them out.",
                )


def brackets_and_quotation_marks_close(report: Report) -> Iterator[TextFinding]:
    """A bracket or a quotation mark that opens in a paragraph closes there, or in the next one.

    Extraction breaks paragraphs in two: so this is only shown when everything is asked for.
    """
    runs = [passage for passage in passages(report) if passage.part != "heading"]
    for number, passage in enumerate(runs):
        after = runs[number + 1].text if number + 1 < len(runs) else ""
        for opening, closing, name in (("(", ")", "bracket"), ("“", "”", "quotation mark")):
            start = _unclosed(passage.text, opening, closing)
            first_closing, first_opening = after.find(closing), after.find(opening)
            if start is None or 0 <= first_closing < (first_opening % (len(after) + 1)):
                continue
            yield TextFinding(
                place=passage.place,
                quote=passage.text[start : start + 90].rpartition(" ")[0] or passage.text[start:],
                message=f"A {name} opens here and is not closed.",
                confidence=Confidence.LOW,
                cure=f"Close the {name}.",
            )


def _unclosed(text: str, opening: str, closing: str) -> int | None:
    """Where the first mark opens that never closes; "a)" closes nothing."""
    open_at: list[int] = []
    for place, letter in enumerate(text):
        if letter == opening:
            open_at.append(place)
        elif letter == closing and open_at:
            open_at.pop()
    return open_at[0] if open_at else None


# --- what should have been filled in --------------------------------------------------------------

_FIELD_ERROR = Expression(
    r"Error! (?:Reference source not found|Bookmark not defined|No text of specified style|"
    r"Not a valid link|Unknown document property name|Hyperlink reference not valid|"
    r"No bookmark name)\.?",
    re.IGNORECASE,
)
_SPREADSHEET_ERROR = Expression(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A\b|NUM!|NULL!)")
_TO_FILL_IN = Expression(
    r"""[\[<{](?:insert|enter|add|delete|complete|date|name|xx+|tbc|to\sbe\s(?:added|confirmed|completed))
        \b[^\]>}\n]{0,80}[\]>}]
    | £\s?x{1,4}(?:\.x+)?(?:m|k|bn)?\b | (?<!\w)xx/xx/(?:x{2,4}|\d{2,4}) | (?<!\w)xxx+(?!\w)
    | \bclick\s(?:or\stap\s)?here\sto\senter\s(?:text|a\sdate) | \blorem\sipsum
    | (?<=\s)\?{2,}(?=\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)


_MAY_BE_LEFT = Expression(r"[\[<{#]|error!|xx|£\s?x|click\s|lorem\s|\?\?", re.IGNORECASE)
"""One of these stands in whatever is left so."""


@found_once
def no_place_is_left_to_fill_in(report: Report) -> Iterator[TextFinding]:
    """Nothing is left that should have been filled in: "£XX", "[insert date]", a broken field."""
    for passage in passages(report):
        if not _MAY_BE_LEFT.search(passage.text):
            continue
        for pattern, what, confidence in (
            (_FIELD_ERROR, "A field of the word processor is broken", Confidence.HIGH),
            (_SPREADSHEET_ERROR, "A cell shows a spreadsheet’s error", Confidence.HIGH),
            (_TO_FILL_IN, "A place is left to fill in", Confidence.MEDIUM),
        ):
            for match in pattern.finditer(passage.text):
                sure = Confidence.LOW if match[0].upper() == "#N/A" else confidence
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"{what}: “{match[0]}”.",
                    confidence=sure,
                    cure="Put in what belongs there.",
                )


RULES: tuple[Rule, ...] = (
    no_word_is_doubled,
    no_number_is_given_twice,
    a_sentence_ends_once,
    brackets_and_quotation_marks_close,
    no_place_is_left_to_fill_in,
)
