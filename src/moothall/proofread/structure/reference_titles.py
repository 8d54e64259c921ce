"""Titles referred to: a section, table or appendix whose title is of something else.

"Please agree the capital budget changes (see section 7)" where section 7 is on reserves and
section 6 bears that very title: the numbers moved, and the reference did not.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs
from moothall.proofread.reading.thesaurus import Words, words_of
from moothall.proofread.structure.numbering import printed_numbers

_TITLED = Expression(
    r"^\W*(?:[a-z]{1,3}[).]\s*)?(?P<kind>appendix|annex|annexe|table|figure|section)\s+(?P<number>[A-Z]|\d{1,2}[a-z]?)\b"
    r"\s*(?:[:–—|-]|\t)?\s*(?P<title>[A-Z(].{3,120})$",
    re.IGNORECASE,
)
_IN_CONTENTS = Expression(
    r"(?<![\w.])(?P<number>\d{1,2}[a-z]?)\s*[|.):]?\s+(?P<title>[A-Z][^.…]{3,100}?)"
    r"\s*(?:\.\s?|…\s?){3,}\d+"
)
_NUMBERED = Expression(r"^(?P<number>\d{1,2}[a-z]?)[.)]?\s+(?P<title>[A-Z].*)$")
_REFERENCE = Expression(
    r"\b(?P<kind>appendix|annex|annexe|table|figure|section)\s+(?P<number>[A-Z]|\d{1,2}[a-z]?)\b"
    r"(?!\s*(?:of|to) (?:the|that|this|part|schedule)\b)(?![.(]\d)",
    re.IGNORECASE,
)
_CLAUSE = Expression(r"[;:]|\.\s|\band (?=[a-z]+ (?:in|at) (?:section|table|appendix|annex))")
_FEWEST = 2
_LONGEST_CLAUSE = 160
_ONE_KIND = {"annexe": "annex"}

Titles = dict[tuple[str, str], Words]


def a_reference_leads_to_what_it_speaks_of(report: Report) -> Iterator[TextFinding]:
    """Where the title referred to shares no word with the sentence, another is not all in it."""
    titles, named = _titles(report)
    if len(titles) < _FEWEST:
        return
    for text, place in _texts(report):
        if _TITLED.match(text):
            continue
        for match in _REFERENCE.finditer(text):
            kind, number = _of(match)
            if (kind, number) not in titles:
                continue
            meant = _meant(_clause(text, match), kind, number, titles)
            if meant is None:
                continue
            yield TextFinding(
                place=place,
                quote=around(text, match.start(), match.end(), 90),
                message=f"{kind.capitalize()} {number} is “{named[kind, number]}”; what the text "
                f"speaks of is {kind} {meant}, “{named[kind, meant]}”.",
                confidence=Confidence.MEDIUM,
                cure=f"Refer to {kind} {meant}, if that is meant.",
            )


def _texts(report: Report) -> Iterator[tuple[str, Place]]:
    """The paragraphs, and the rows of tables that speak: what is asked beside where it stands."""
    for paragraph in paragraphs(report):
        if not paragraph.cell:
            yield paragraph.text, paragraph.place
    for grid in report.grids:
        for row, cells in enumerate(grid.rows):
            if len(cells) <= _FEW_COLUMNS:
                yield " ".join(cells), grid.cell_place(row, 0)


def _meant(clause: str, kind: str, number: str, titles: Titles) -> str | None:
    """The number of the one other title that is all in the clause, where the cited has no part."""
    words = words_of(clause)
    cited = titles[kind, number]
    if any(words.has(root) for root in cited.roots):
        return None
    shared = {
        other: len(title.roots & words.roots) / len(title.roots)
        for (of_kind, other), title in titles.items()
        if of_kind == kind
        and len(title.roots) >= _FEWEST
        and len(title.roots & words.roots) >= max(_FEWEST, len(title.roots) - 1)
    }
    best = max(shared.values(), default=0)
    meant = [other for other, share in shared.items() if share == best]
    return meant[0] if len(meant) == 1 else None


def _clause(text: str, match: re.Match[str]) -> str:
    """The words that lead to a reference; those after it where it opens the sentence."""
    since = text[max(0, match.start() - _LONGEST_CLAUSE) : match.start()]
    before = _CLAUSE.split(since)
    if since.endswith("("):  # “primary (section 3), secondary (section 4)”
        return re.split(r"[,:;)]|\band\b", since[:-1])[-1] or since
    if len(before[-1].split()) > _FEW_WORDS:
        return before[-1]
    if before[-1].strip(" (") == "" and len(before) > 1 and text[match.start() - 1] == "(":
        return before[-2]
    led = before[-2] if len(before) > 1 and _SEE.search(before[-1]) else ""
    return f"{led} {_CLAUSE.split(text[match.end() : match.end() + _LONGEST_CLAUSE])[0]}"


_FEW_WORDS = 3
_SEE = Expression(r"\b(?:see|refer to|in|at)\s*$", re.IGNORECASE)


def _titles(report: Report) -> tuple[Titles, dict[tuple[str, str], str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for block in report.blocks:
        if isinstance(block, Heading):
            numbered = _NUMBERED.match(f"{block.number} {block.text}".strip())
            if numbered:
                found["section", numbered["number"]].add(numbered["title"])
            _add(found, block.text)
        elif isinstance(block, Prose):
            _add(found, block.text)
        elif isinstance(block, Grid):
            _add(found, block.caption)
            for row in block.rows[: _MOST_ROWS if len(block.rows[0]) <= _FEW_COLUMNS else 0]:
                _add(found, " ".join(row))
    single = {key: next(iter(texts)) for key, texts in found.items() if len(texts) == 1}
    return {key: words_of(text) for key, text in single.items()}, single


_MOST_ROWS, _FEW_COLUMNS = 30, 3


def _add(found: defaultdict[tuple[str, str], set[str]], text: str) -> None:
    text = text.strip()
    for listed in _IN_CONTENTS.finditer(text):
        found["section", listed["number"]].add(listed["title"].strip(" .|"))
    match = _TITLED.match(text)
    if match and not _SENTENCE.search(match["title"]):
        found[_of(match)].add(match["title"].strip(" .|"))


_SENTENCE = Expression(
    r"\.\s[A-Z]|\b(?:is|are|was|were|has|have|shows?|sets?|gives?|provides?|will|contains?|"
    r"details?|outlines?|lists?|summari[sz]es|describes?)\b"
)


def _of(match: re.Match[str]) -> tuple[str, str]:
    kind = match["kind"].lower()
    return _ONE_KIND.get(kind, kind), match["number"]


_LABEL = (
    r"(?P<kind>Option|Proposal|Objective|Priority|Risk|Scheme|Phase|Lot|Site|Aim)\s"
    r"(?P<of>\d{1,2}|[A-H])"
)
_OPENS = Expression(rf"^\W*{_LABEL}\b\s?[:.,–—(-]", re.IGNORECASE)
_LABEL_AND_PARAGRAPH = Expression(
    rf"\b{_LABEL}\b(?P<between>[^.;]{{0,140}}?)\b(?:paragraphs?|paras?\.?|section|see)\s"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})",
    re.IGNORECASE,
)


def a_paragraph_referred_to_is_of_the_option_named(report: Report) -> Iterator[TextFinding]:
    """“Option 3, for the reasons at paragraph 6.7”, where 6.7 is on Option 2, and 6.8 on 3."""
    opening = {
        printed.number: (match["kind"].capitalize(), match["of"].upper())
        for printed in printed_numbers(report)
        if (match := _OPENS.match(printed.text))
    }
    if len(opening) < _FEWEST:
        return
    for text, place in _texts(report):
        for match in _LABEL_AND_PARAGRAPH.finditer(text) if "." in text else ():
            named = (match["kind"].capitalize(), match["of"].upper())
            cited = opening.get(match["number"])
            own = [number for number, label in opening.items() if label == named]
            another = re.search(_LABEL, match["between"], re.IGNORECASE)
            if cited is None or cited == named or cited[0] != named[0] or another:
                continue
            if len(own) == 1:
                yield TextFinding(
                    place=place,
                    quote=around(text, match.start(), match.end(), 40),
                    message=f"Paragraph {match['number']} is on {' '.join(cited)}; "
                    f"{' '.join(named)} is in {own[0]}.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Refer to {own[0]}, if that is meant.",
                )


RULES: tuple[Rule, ...] = (
    a_reference_leads_to_what_it_speaks_of,
    a_paragraph_referred_to_is_of_the_option_named,
)
