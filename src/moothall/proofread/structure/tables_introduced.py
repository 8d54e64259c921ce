"""Tables introduced by another's number: “Table 6 shows the gap”, right above Table 5.

Where a report leads in its tables, each by its number in the paragraph above it, a paragraph that
speaks of one table alone and stands right above another, of which the report says nothing at all,
gives the wrong number.  Left alone: a report that leads in fewer than two of its tables so; a table
that is spoken of anywhere else; and a paragraph that shares a word with the caption that it names
and none with the one below it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.thesaurus import words_of

_LABEL = r"(?P<label>\d{1,2}|(?-i:[A-H]))"
_CAPTION = Expression(
    rf"^[\W_]*table\s{_LABEL}\b\s*(?:[:.–—-]\s*)?(?P<title>\S.{{3,150}})$", re.IGNORECASE
)
_TABLE = Expression(rf"\btables?\s{_LABEL}\b(?!\.\d)", re.IGNORECASE)
_MORE = Expression(r"\btables\s", re.IGNORECASE)
_INTRODUCES = Expression(
    r"^(?:\W*\d[\d.]*\s+)?table\s\w+\s(?:(?:below|above|also|then)\s)?(?:shows?|sets?|gives?|lists?|"
    r"compares?|summarises?|presents?|details?|breaks|provides?)\b|"
    r"\b(?:shown|set out|given|listed|summari[sz]ed|presented|broken down|detailed|compared) "
    r"(?:in|at) table\s\w+(?:\sbelow)?\W*$",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_CAPTION = 30
_CURE = "Give the number of the table that is meant."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """The paragraph above a captioned table, with the one table that it introduces."""

    block: Prose
    names: str
    below: str
    at: tuple[int, int]


def a_paragraph_leads_in_the_table_below_it(report: Report) -> Iterator[TextFinding]:
    """“Table 6 shows the gap” above Table 5, which nothing speaks of; Table 6 has its own lead."""
    titles = _titles(report)
    if len(titles) <= _FEWEST:
        return
    leads = list(_leads(report, titles))
    right = {lead.names for lead in leads if lead.names == lead.below}
    if len(right) < _FEWEST:
        return
    spoken_of = _spoken_of(report)
    for lead in leads:
        if lead.names == lead.below or spoken_of[lead.below] or lead.names not in titles:
            continue
        named, below = (words_of(titles[label]).roots for label in (lead.names, lead.below))
        if words_of(lead.block.text).roots & (named - below):
            continue
        yield TextFinding(
            place=lead.block.place,
            quote=around(lead.block.text, *lead.at, 90),
            message=f"This leads in Table {lead.names}; the table below it is Table {lead.below} "
            f"(“{titles[lead.below][:60]}”), of which the report does not speak.",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


def _caption(text: str) -> re.Match[str] | None:
    match = _CAPTION.match(text) if len(text.split()) <= _LONGEST_CAPTION else None
    return None if match is None or _INTRODUCES.match(text) else match


def _titles(report: Report) -> dict[str, str]:
    """The titles of the tables by their labels; none where a label stands twice."""
    found: dict[str, str] = {}
    for block in report.blocks:
        text = block.caption if isinstance(block, Grid) else getattr(block, "text", "")
        match = _caption(text) if text and "able" in text[:9] else None
        if match is None:
            continue
        label, title = match["label"].upper(), match["title"].strip("* ")
        if found.setdefault(label, title) != title:
            return {}
    return found


def _leads(report: Report, titles: dict[str, str]) -> Iterator[_Lead]:
    last: Prose | None = None
    for block in report.blocks:
        text = (block.caption or "") if isinstance(block, Grid) else getattr(block, "text", "")
        caption = _caption(text) if "able" in text[:9] else None
        if caption is not None and caption["label"].upper() in titles:
            if last is not None and (named := _introduced(last.text)) is not None:
                below = caption["label"].upper()
                yield _Lead(
                    block=last, names=named["label"].upper(), below=below, at=named.span("label")
                )
            last = None
        elif isinstance(block, Prose):
            last = block
        elif isinstance(block, Grid | Heading):
            last = None


def _introduced(text: str) -> re.Match[str] | None:
    """The one table that a paragraph names, in words that introduce it."""
    if "able " not in text or _MORE.search(text):
        return None
    named = list(_TABLE.finditer(text))
    if len(named) != 1:
        return None
    sentence = re.split(r"[.;]\s+(?=[A-Z])", text)
    return named[0] if any(_INTRODUCES.search(one) for one in sentence) else None


def _spoken_of(report: Report) -> Counter[str]:
    """How often each table is spoken of, its caption apart."""
    found: Counter[str] = Counter()
    for passage in passages(report):
        if "table" not in passage.folded or _caption(passage.text):
            continue
        for match in _TABLE.finditer(passage.text):
            found[match["label"].upper()] += 1
        for run in re.findall(r"\btables\s([\w, –-]{3,40})", passage.folded):
            found.update(label.upper() for label in re.findall(r"\b(?:\d{1,2}|[a-h])\b", run))
    return found


RULES: tuple[Rule, ...] = (a_paragraph_leads_in_the_table_below_it,)
