"""Names counted after they are listed: three committees considered it, and "all four agreed".

“All four”, “both” and the like speak of things just named: in the sentence before, or in the last
sentence that names several of their kind.  A number that the report gives elsewhere is right.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.named_lists import items_named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, finding_on, paragraphs

_NUMBER = rf"(?P<n>{'|'.join(NUMBER_WORDS)}|[2-9]|1[0-2])"
_ALL = Expression(
    rf"\b(?:all(?: of)?(?: the| these| those| our)?\s{_NUMBER}|(?P<both>both)(?: of)?(?: the|"
    rf" these)?)"
    r"\s(?P<noun>(?:(?!and\b|of\b|the\b|have\b|are\b|"
    r"were\b)[a-z]+\s){0,1}?[A-Za-z][a-z]{2,}(?:ies|ches|shes|xes|s))\b"
    r"(?!\s(?:and|or|of)\b)",
    re.IGNORECASE,
)
_KINDS = Expression(
    r"\b(?:committees|councils|boards|panels|companies|firms|sites|suppliers|bidders|contractors|"
    r"partners|parties|parishes|schools|villages|towns|wards|districts|trusts|groups|bodies|"
    r"organisations|authorities|charities|clubs|tenderers|applicants|candidates|councillors|"
    r"members|"
    r"officers|options|locations|centres|services|projects|schemes|harbours|piers|ports|depots|"
    r"libraries|hospitals|hubs|forces|forums|associations|agencies|consultants|providers)$",
    re.IGNORECASE,
)
_BODIES = Expression(
    r"^(?:committees|councils|boards|panels|trusts|forums|authorities|associations|groups|"
    r"schools)$",
    re.IGNORECASE,
)
_NAME = r"(?:(?:the|a)\s)?[A-Z][\w’'&.-]*(?:\s(?:of|the|[A-Z][\w’'&.-]*)){0,5}"
_NAMES = Expression(rf"(?P<items>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})")
_THE_THINGS = Expression(
    r"(?P<items>\b[Tt]he\s[a-z]+(?:\s[a-z]+)?(?:,\sthe\s[a-z]+(?:\s[a-z]+)?)+,?\sand\sthe\s[a-z]+)"
)
_PARTLY = Expression(
    r"\b(?:includ\w+|such as|among|for example|e\.g|other|others|also|further|etc|respectively|"
    r"between|neither|either)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""How many paragraphs back the list of committees may stand."""
_NAMED_APART = 45
"""So many letters before "Committee" tell one from another."""
_CURE = "Correct the number, or the list."


def as_many_are_spoken_of_as_were_named(report: Report) -> Iterator[TextFinding]:
    """Three committees are named; “all four Committees agreed” has one too many."""
    every = paragraphs(report)
    for number, paragraph in enumerate(every):
        lowered = paragraph.text.lower()
        if ("all " not in lowered and "both " not in lowered) or paragraph.cell:
            continue
        for place, one in enumerate(paragraph.sentences):
            match = _ALL.search(one.text)
            if match is None or not _KINDS.search(match["noun"]):
                continue
            said = 2 if match["both"] else _value(match["n"])
            named = _named(every, number, place, match, one.text)
            if named is None or named[0] <= said <= named[1] or abs(named[0] - said) > 2:
                continue
            if _is_told_elsewhere(report, said, match["noun"], match[0]):
                continue
            yield finding_on(
                paragraph,
                one,
                f"The text says “{match[0]}”; {named[0]} are named (“{named[2]}”).",
                _CURE,
                Confidence.MEDIUM,
            )


def _value(number: str) -> int:
    return NUMBER_WORDS.get(number.lower()) or int(number)


def _named(
    every: tuple[Paragraph, ...], number: int, place: int, match: re.Match[str], text: str
) -> tuple[int, int, str] | None:
    """How many are named before, at least and at most, and where."""
    noun = match["noun"].split()[-1]
    here = every[number]
    before = text[: match.start()]
    if ";" in before:
        before, lead = before.rpartition(";")[0], before.rpartition(";")[2]
        if len(lead.split()) > 2:
            return None
        return _listed(before)
    if place and len(before.split()) <= 2 and (found := _listed(here.sentences[place - 1].text)):
        return found
    if not _BODIES.match(noun):
        return None
    kind = _singular(noun).capitalize()
    sentences = [one.text for one in here.sentences[:place]]
    for back in range(1, _NEAR):
        if number < back or every[number - back].cell:
            break
        sentences[:0] = [one.text for one in every[number - back].sentences]
    for sentence in reversed(sentences):
        if kind not in sentence:
            continue
        names = {
            sentence[max(0, found.start() - _NAMED_APART) : found.start()]
            for found in re.finditer(rf"\b{kind}\b(?!s)", sentence)
        }
        times = len(re.findall(rf"\b{kind}\b(?!s)", sentence))
        if times < 2:
            return None
        if (
            _PARTLY.search(sentence)
            or not re.search(r"\band\b[^,]*$", sentence)
            or len(names) < times
        ):
            return None
        return times, times, sentence[:90]
    return None


def _singular(noun: str) -> str:
    noun = noun.lower()
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]


def _listed(text: str) -> tuple[int, int, str] | None:
    """The one list of names of a sentence."""
    if _PARTLY.search(text):
        return None
    found = [*_NAMES.finditer(text), *_THE_THINGS.finditer(text)]
    if len(found) != 1 or "," not in found[0]["items"]:
        return None
    items = found[0]["items"]
    counted = items_named(re.sub(r"^[Tt]he ", "", items))
    return (*counted, items[:90]) if counted else None


def _is_told_elsewhere(report: Report, said: int, noun: str, words: str) -> bool:
    """Whether the report says of how many it speaks, in other words than these."""
    last = noun.split()[-1]
    numbers = "|".join(
        [word for word, value in NUMBER_WORDS.items() if value == said] + [str(said)]
    )
    form = re.compile(rf"\b(?:{numbers})\s(?:[a-z-]+\s){{0,3}}?{last}\b", re.IGNORECASE)
    return any(
        not paragraph.text[max(0, found.start() - 12) : found.end()].lower().endswith(words.lower())
        for paragraph in paragraphs(report)
        if last.lower() in paragraph.text.lower()
        for found in form.finditer(paragraph.text)
    )


RULES: tuple[Rule, ...] = (as_many_are_spoken_of_as_were_named,)
