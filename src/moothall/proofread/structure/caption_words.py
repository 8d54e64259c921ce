"""What a caption says of its table: another matter than the text says, another year, another label.

Tables of annexes have labels such as A.2.1 and A-2.1: letters and numbers count, signs do not.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.structure.references import of_another

_LABEL = r"(?:[A-Z]{1,2}[.-]?\d{1,2}(?:[.-]\d{1,2}){0,2}|\d{1,2}[a-z]?)(?![.,-]?\d|%)"
_CAPTION = Expression(
    rf"^[\W_]*(?P<kind>[Tt]able|TABLE|[Ff]igure|FIGURE|Fig)\.?\s+(?P<label>{_LABEL})"
    r"(?P<rest>[\s:.–—-].*)?$",
    re.DOTALL,
)
_REFERENCE = Expression(
    rf"\b(?P<kind>[Tt]ables?|[Ff]igures?)\s"
    rf"(?P<labels>{_LABEL}(?:(?:,| and|, and| &)\s{_LABEL}){{0,3}})"
)
_VERB = Expression(
    r"^\W*(?:above |below )?(?:shows?|sets?|gives?|presents?|provides?|is|are|and|summarises?|"
    r"details?|illustrates?|lists?|contains?|compares?|outlines?|includes?|indicates?)\b"
)
_LONGEST = 40


@read_once
def _captions(report: Report) -> dict[tuple[str, str], str]:
    """The words of every caption, by kind and label; of two with one label, both."""
    found: dict[tuple[str, str], str] = {}
    for passage in passages(report):
        match = _caption(passage) if passage.has("table", "fig") else None
        if match is None:
            continue
        key = _key(match["kind"], match["label"])
        words = " ".join((match["rest"] or "").split()).strip(" :.–—-")
        if words and words not in found.get(key, ""):
            found[key] = f"{found[key]} / {words}" if key in found else words
    for label, words in _list_of_tables(report):
        found.setdefault(_key("table", label), words)
    return found


def _list_of_tables(report: Report) -> Iterator[tuple[str, str]]:
    """The rows of a list of all tables: “A1.1 | Takings by pier | 12” under “Table no”."""
    for grid in report.grids:
        if not grid.rows or not any(re.match(r"\W*table n", c, re.I) for c in grid.rows[0]):
            continue
        for cells in grid.rows[1:]:
            match = re.fullmatch(rf"({_LABEL})\W*", cells[0].strip()) if len(cells) > 1 else None
            if match:
                yield match[1], cells[1]


def _caption(passage: Passage) -> re.Match[str] | None:
    match = _CAPTION.match(passage.text)
    if match is None or len(passage.text.split()) > _LONGEST or _VERB.match(match["rest"] or ""):
        return None
    return match


def _key(kind: str, label: str) -> tuple[str, str]:
    return kind[:3].casefold(), re.sub(r"[.-]", "", label).casefold()


def _references(report: Report) -> Iterator[tuple[Passage, re.Match[str], list[str]]]:
    for passage in passages(report):
        if not passage.has("table", "figure") or _caption(passage):
            continue
        for match in _REFERENCE.finditer(passage.text):
            if not of_another(passage.text, match.start(), match.end()):
                yield passage, match, re.findall(_LABEL, match["labels"])


_FEWEST = 3


def lettered_tables_referred_to_are_there(report: Report) -> Iterator[TextFinding]:
    """“Tables A.2.1 and B.2.2”: every table of annex B has a caption, and none is B.2.2."""
    lettered = {key for key in _captions(report) if key[1][0].isalpha()}
    if len(lettered) < _FEWEST:
        return
    told: set[tuple[str, str]] = set()
    for passage, match, labels in _references(report):
        for label in labels:
            key = _key(match["kind"], label)
            if not label[0].isalpha() or key in lettered or key in told:
                continue
            told.add(key)
            listed = any(_list_of_tables(report))
            same_annex = any(kind == key[0] and name[0] == key[1][0] for kind, name in lettered)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 40),
                message=f"The text refers to {match['kind'].rstrip('s').lower()} {label}; nothing "
                "in the report carries that label.",
                confidence=Confidence.MEDIUM if same_annex or listed else Confidence.LOW,
                cure="Give the label of the table that is meant.",
            )


# --- the year -------------------------------------------------------------------------------------

_YEAR = Expression(r"(?<![\d/£,.–-])(?:19|20)\d\d(?![\d/,–-]|\.\d)")
_TOLD_YEAR = Expression(r"\b(?:in|of|for)(?:\sthe)?(?:\syear)?\s(?P<year>(?:19|20)\d\d)(?![\d/–-])")
_NEAR = 60


def captions_bear_the_year_that_the_text_tells(report: Report) -> Iterator[TextFinding]:
    """The text tells of “the year 2019 (see Tables 1 and 2)”; both captions say 2018."""
    captions = _captions(report)
    if not captions:
        return
    for passage, match, labels in _references(report):
        before = passage.text[max(0, match.start() - _NEAR) : match.start()]
        if not re.search(r"\(\s?(?:see |see also |as shown in )?$", before, re.IGNORECASE):
            continue
        before = re.split(r"[.;]\s", before)[-1]
        years = [told["year"] for told in _TOLD_YEAR.finditer(before)]
        if len(years) != 1 or len(_YEAR.findall(before)) != 1:
            continue
        keys = [_key(match["kind"], label) for label in labels]
        named = [set(_YEAR.findall(captions.get(key, ""))) for key in keys]
        if not named or any(len(one) != 1 for one in named) or len(set.union(*named)) != 1:
            continue
        other = named[0].pop()
        if other != years[0]:
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start() - len(before), match.end(), 20),
                message=f"The text tells of {years[0]}; the caption of {match[0]} says {other}: "
                f"“{captions[keys[0]][:90]}”.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year that is wrong.",
            )


# --- the matter -----------------------------------------------------------------------------------

_MATTERS = Expression(
    r"\b(?:descriptive statistics|correlations?|boxplots?|scatter ?plots?|histograms?|sensitivity|"
    r"cash ?flow|balance sheet|reserves|capital programme|risk register|timetable|consultation "
    r"responses|sample sizes?)\b",
    re.IGNORECASE,
)
_SHOWS = Expression(
    r"\s(?:shows|presents|gives|sets out|provides|summarises|lists|contains)?\s?[^.;]{0,30}$"
)


def a_table_is_of_the_matter_that_the_text_tells(report: Report) -> Iterator[TextFinding]:
    """“Table 2 some descriptive statistics”: these are in Table 3, and Table 2 is other."""
    captions = _captions(report)
    matters = {
        key: {matter.casefold().rstrip("s") for matter in _MATTERS.findall(words)}
        for key, words in captions.items()
    }
    for passage, match, labels in _references(report):
        key = _key(match["kind"], labels[0])
        if len(labels) != 1 or not matters.get(key):
            continue
        after = passage.text[match.end() : match.end() + _NEAR]
        told = _MATTERS.search(re.split(r"[.;,]\s|\b(?:[Tt]able|[Ff]igure)s?\b", after)[0])
        if told is None or not _SHOWS.match(after[: told.start()]):
            continue
        matter = told[0].casefold().rstrip("s")
        others = [k for k, of in matters.items() if k[0] == key[0] and matter in of]
        if matter in matters[key] or len(others) != 1:
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end() + told.end(), 10),
            message=f"{match[0]} is “{captions[key][:80]}”; {told[0]} stand in “{match['kind']} "
            f"{others[0][1]} {captions[others[0]][:80]}”.",
            confidence=Confidence.MEDIUM,
            cure="Give the number of the table that is meant.",
        )


RULES: tuple[Rule, ...] = (
    lettered_tables_referred_to_are_there,
    captions_bear_the_year_that_the_text_tells,
    a_table_is_of_the_matter_that_the_text_tells,
)
