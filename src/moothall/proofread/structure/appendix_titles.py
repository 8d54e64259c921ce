"""What the text says that an appendix is: one document, and the one that the list names.

“The policy as approved is attached as Appendix 1 … Attached at Appendix 1 are the new charges”; the
“current terms” of the text, which the list of appendices calls “Proposed terms”.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences, word_set

_KIND = r"(?P<kind>appendix|annexe?|schedule|enclosure|attachment)\s(?P<label>[A-Z]|\d{1,2})\b"
_ATTACHED = r"(?P<verb>attached|appended|enclosed|annexed|set\sout|included|provided|shown|given)"
_NAMED = Expression(_KIND, re.IGNORECASE)
_IS_ATTACHED = Expression(
    rf"(?P<what>[^.;:]{{4,160}}?)\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:also\s|now\s)?"
    rf"{_ATTACHED}\s(?:to\sthis\s(?:report|paper)\s|here\s)?(?:as|at|in)\s{_KIND}",
    re.IGNORECASE,
)
_ATTACHED_IS = Expression(
    rf"(?:^|\b){_ATTACHED}(?:\sto\sthis\s(?:report|paper))?,?\s(?:as|at|in)\s{_KIND}"
    r"(?:\sto\sthis\s(?:report|paper))?,?\s(?:is|are)\s(?P<what>[^.;:]{4,160})",
    re.IGNORECASE,
)
_LISTED = Expression(rf"^\W*{_KIND}\s*[:–—-]\s*(?P<what>[A-Z][^;]{{3,140}})$", re.IGNORECASE)
_IS_ONE_DOCUMENT = frozenset({"attached", "appended", "enclosed", "annexed"})
_SMALL = word_set(
    "the and for with that this are was were has been have which their from report paper appendix "
    "attached also full copy copies members member approval consideration sought details detail "
    "council committee document draft version further information updated table list"
)
_NOW = Expression(r"\b(?:current|existing|present)\b", re.IGNORECASE)
_TO_BE = Expression(r"\b(?:proposed|revised|new|amended|future)\b", re.IGNORECASE)
_OF_OTHER = Expression(r"^\s(?:of|to)\s(?!this\b)(?:the|that|its|their|[A-Z])")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to be an appendix, and whether as a whole or as a part of it."""

    what: str
    words: frozenset[str]
    whole: bool
    listed: bool
    quote: str
    place: Place


def an_appendix_is_one_document(report: Report) -> Iterator[TextFinding]:
    """Two documents are attached as Appendix 1; or the text's is not the list's."""
    for name, told in _told(report).items():
        for one, other in combinations(told, 2):
            if one.listed and other.listed:
                continue
            both = one.words & other.words
            if one.whole and other.whole and not both:
                fault = "two documents are attached under one name"
            elif len(both) >= _FEWEST and _contrary(one.what, other.what):
                fault = "one is what holds now, the other what is to come"
            else:
                continue
            yield TextFinding(
                place=other.place,
                quote=other.quote,
                message=f"{name} is “{shortened(other.what, 70)}” here, and "
                f"“{shortened(one.what, 70)}” at {one.place}: {fault}.",
                confidence=Confidence.MEDIUM,
                cure="Say of both places which document is meant.",
            )
            break


def _contrary(one: str, other: str) -> bool:
    now, to_be = (
        (bool(_NOW.search(t)) for t in (one, other)),
        (bool(_TO_BE.search(t)) for t in (one, other)),
    )
    return (*now, *to_be) in ((True, False, False, True), (False, True, True, False))


def _told(report: Report) -> dict[str, list[_Said]]:
    found: dict[str, list[_Said]] = defaultdict(list)
    for passage in passages(report):
        if not passage.has("appendix ", "annex", "schedule ", "enclosure ", "attachment "):
            continue
        if not _NAMED.search(passage.text):
            continue
        listed = _LISTED.match(passage.text)
        if listed is not None:
            _add(found, passage, listed, passage.text)
            continue
        for sentence in sentences(passage.text):
            for match in _IS_ATTACHED.finditer(sentence):
                _add(found, passage, match, sentence)
            for match in _ATTACHED_IS.finditer(sentence):
                _add(found, passage, match, sentence)
    return found


def _add(
    found: dict[str, list[_Said]],
    passage: Passage,
    match: re.Match[str],
    sentence: str,
) -> None:
    if _OF_OTHER.match(sentence[match.end("label") :]):
        return
    what = match["what"].strip(" .,")
    words = frozenset(
        word[:6] for word in re.findall(r"[a-z]{3,}", what.casefold()) if word not in _SMALL
    )
    if not words:
        return
    listed = "verb" not in match.groupdict()
    whole = not listed and match["verb"].casefold() in _IS_ONE_DOCUMENT and len(words) >= _FEWEST
    name = f"{match['kind'].capitalize()} {match['label'].upper()}"
    quote = sentence[max(0, match.start()) : match.end()].strip()
    found[name].append(_Said(what, words, whole, listed, quote, passage.place))


RULES: tuple[Rule, ...] = (an_appendix_is_one_document,)
