"""Options described: “approves Option B, the building of a new pool”, which is what Option C is.

What each option is stands where the options are set out: “Option B: mend the old pool”.  Where one
is named again with words of its own, these are its words and not those of another option.  Silent
where the words are of both, or of none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.statements import content_words

_OPTION = r"(?P<kind>Option|Scenario|Model|Lot)\s(?P<label>\d{1,2}|[A-H])\b"
_SET_OUT = Expression(
    rf"^\W*{_OPTION}\s?(?:[:–—-]|would|will|is|means)\s(?!not\b|the pref|recomm|pref)"
    r"(?P<what>[^.;]{8,160})"
)
_NAMED_AGAIN = Expression(
    rf"\b{_OPTION}(?:,\s(?:the|an?|to|which\s(?:is|would|will))\s|\s\(|\s(?:because|since|as)\s)"
    r"(?P<what>[^.;)]{8,140})"
)
_COMPARES = Expression(
    r"\b(?:unlike|than|instead|rather|not|neither|compared|whereas|while|but|or|like)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _FEWEST = 2, 2
_CURE = "Correct the option's name or what is said of it."


@dataclass(frozen=True, slots=True)
class _Option:
    what: str
    words: frozenset[str]
    passage: Passage


def an_option_named_again_is_the_one_set_out(report: Report) -> Iterator[TextFinding]:
    """“Option B: mend the pool.  Option C: build a new pool”, and “Option B, a new pool”."""
    options = _set_out(report)
    if len(options) < _FEWEST:
        return
    for passage in passages(report):
        for text in sentences(passage.text) if passage.has("option", "scenario", "model") else ():
            if _SET_OUT.match(text):
                continue
            for match in _NAMED_AGAIN.finditer(text):
                another = _another(match, options)
                if another is None:
                    continue
                key, told = another
                own = options[_key(match)]
                yield TextFinding(
                    place=passage.place,
                    quote=text,
                    message=f"{match['kind']} {match['label']} is “{shortened(own.what, 80)}” at "
                    f"{own.passage.place}; what is said here is {match['kind']} {key[1]}, "
                    f"“{shortened(told.what, 80)}”.",
                    cure=_CURE,
                    confidence=Confidence.MEDIUM,
                )


_Key = tuple[str, str]


def _key(match: re.Match[str]) -> _Key:
    return match["kind"], match["label"]


def _set_out(report: Report) -> dict[_Key, _Option]:
    """What each option is; those set out twice are left out, for either may be meant."""
    found: dict[_Key, _Option] = {}
    twice: set[_Key] = set()
    for passage in passages(report):
        for text in sentences(passage.text) if passage.has("option", "scenario", "model") else ():
            match = _SET_OUT.match(text)
            if match is None:
                continue
            key = _key(match)
            if key in found:
                twice.add(key)
            found[key] = _Option(match["what"], content_words(match["what"]), passage)
    return {key: option for key, option in found.items() if key not in twice}


def _another(match: re.Match[str], options: dict[_Key, _Option]) -> tuple[_Key, _Option] | None:
    """The other option whose own words are said of this one, none of whose own words is."""
    key = _key(match)
    if key not in options or _COMPARES.search(match["what"]):
        return None
    said = content_words(match["what"])
    alike = {one: option for one, option in options.items() if one[0] == key[0]}
    if said & _own(key, alike):
        return None
    fitting = [
        (one, option)
        for one, option in alike.items()
        if one != key and len(said & _own(one, alike)) >= _FEWEST_WORDS
    ]
    return fitting[0] if len(fitting) == 1 else None


def _own(key: _Key, options: dict[_Key, _Option]) -> frozenset[str]:
    """The words that only this option has."""
    others = (option.words for one, option in options.items() if one != key)
    return options[key].words.difference(*others)


RULES: tuple[Rule, ...] = (an_option_named_again_is_the_one_set_out,)
