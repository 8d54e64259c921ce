"""What a section promises by its heading, and what it gives: risks, sources, statements."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import amounts
from moothall.proofread.reading.expressions import Expression

_FEWEST_WORDS = 8  # a shorter statement may well stand twice
_MOST_ITEMS = 400  # of one section that are held against one another
_MOST_APART = 1  # words

_LATER = Expression(
    r"\b(?:will|shall|to)\s+be\s+(?:\w+\s+){0,2}?"
    r"(?:explored|considered|identified|assessed|developed|set out|reported|quantified)\b",
    re.IGNORECASE,
)
_NAMED_RISK = Expression(
    r"\brisks?\s+(?:that|is|are|include|includes|remains?|in that)\b(?!\s+(?:to\s+be|will))|"
    r"\bthere\s+(?:is|are)\s+(?:a|an|some|no|several)\s+(?:\w+\s+){0,2}risks?\b|\bmitigat",
    re.IGNORECASE,
)
_SOURCE = Expression(
    r"(?P<name>(?:[A-Z][A-Za-z'’&-]+\s+){2,5}(?:data|survey|census|return|statistics))"
    r",?\s+\(?(?P<year>(?:19|20)\d\d)\b(?![/–-])"
)
_GUIDANCE = Expression(
    r"^(?:source documents|background papers?|recommendations?|implications|report|template|"
    r"appendices)\s+guidance(?:\s+notes?)?$",
    re.IGNORECASE,
)


def a_risk_section_names_a_risk(report: Report) -> Iterator[TextFinding]:
    """A section on risks that only says that risks will be looked at names none."""
    for heading, blocks in _sections(report):
        if "risk" not in heading.text.lower() or any(isinstance(b, Grid) for b in blocks):
            continue
        words = " ".join(block.text for block in blocks if isinstance(block, Prose))
        if not words or len(words.split()) > 80:
            continue
        later = _LATER.search(words)
        if later is not None and not _NAMED_RISK.search(words):
            yield TextFinding(
                place=next(block.place for block in blocks if isinstance(block, Prose)),
                quote=words,
                message=f"The section “{heading.text}” names no risk: it says that they "
                f"“{later[0]}”.",
                confidence=Confidence.MEDIUM,
                cure="Name the risks that are known now, with what is done about each.",
            )


def a_list_keeps_to_the_year_of_its_source(report: Report) -> Iterator[TextFinding]:
    """Items under a heading that names a source and a year are of that year."""
    lead: tuple[Place, str, str, str] | None = None
    found: dict[Place, tuple[str, str, str, list[str]]] = {}
    for block in report.blocks:
        if isinstance(block, Grid) or not isinstance(block, Prose | Heading):
            continue
        sources = list(_SOURCE.finditer(block.text))
        if isinstance(block, Heading) or not block.bullet:
            lead = None
            if len(sources) == 1 and len(block.text.split()) <= 14:
                lead = (block.place, block.text, _key(sources[0]["name"]), sources[0]["year"])
            continue
        for source in sources if lead else ():
            if lead and _key(source["name"]) == lead[2] and source["year"] != lead[3]:
                entry = found.setdefault(lead[0], (lead[1], lead[2], lead[3], []))
                entry[3].append(source["year"])
    for place, (text, name, year, others) in found.items():
        told = ", ".join(sorted(set(others)))
        yield TextFinding(
            place=place,
            quote=text,
            message=f"The list is headed {year}, and {len(others)} of its items cite {name} of "
            f"{told}.",
            confidence=Confidence.MEDIUM,
            cure="Bring the items up to date, or give each its own year.",
        )


def a_statement_with_its_figure_stands_once(report: Report) -> Iterator[TextFinding]:
    """The same statement with the same figure twice in one section, perhaps from two sources."""
    for _, blocks in _sections(report):
        seen: list[tuple[frozenset[str], tuple[str, ...], Prose]] = []
        for block in blocks:
            if not isinstance(block, Prose) or not block.bullet or len(seen) > _MOST_ITEMS:
                continue
            figures = tuple(amount.text for amount in amounts(block.text))
            words = frozenset(re.findall(r"[a-z]{3,}", block.text.lower()))
            if not figures or len(words) < _FEWEST_WORDS:
                continue
            for other_words, other_figures, other in seen:
                # "grown by 3%" and "fallen by 3%" differ on both sides and are two statements
                nested = words <= other_words or other_words <= words
                apart = len(words ^ other_words)
                if figures == other_figures and nested and apart <= _MOST_APART:
                    yield TextFinding(
                        place=block.place,
                        quote=block.text,
                        message="The same statement with the same figure stands earlier in this "
                        f"section ({other.place}).",
                        confidence=Confidence.MEDIUM,
                        cure="Keep one, with the source and the date that it really has.",
                    )
                    break
            seen.append((words, figures, block))


def the_templates_guidance_is_taken_out(report: Report) -> Iterator[TextFinding]:
    """A heading of the template that speaks to authors does not belong in the report."""
    for heading in report.headings:
        if _GUIDANCE.match(heading.text.strip()):
            yield TextFinding(
                place=heading.place,
                quote=heading.text,
                message="The heading is the template's guidance to authors.",
                confidence=Confidence.MEDIUM,
                cure="Take the word “guidance” out before the report is published.",
            )


def _key(name: str) -> str:
    """A source by its last words: "Stockport Child Health Profile data" is the county's too."""
    return " ".join(name.split()[-4:])


def _sections(report: Report) -> Iterator[tuple[Heading, list[Prose | Grid]]]:
    """Each heading with what stands under it up to the next one."""
    heading: Heading | None = None
    blocks: list[Prose | Grid] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            if heading is not None:
                yield heading, blocks
            heading, blocks = block, []
        elif isinstance(block, Prose | Grid):
            blocks.append(block)
    if heading is not None:
        yield heading, blocks


RULES: tuple[Rule, ...] = (
    a_risk_section_names_a_risk,
    a_list_keeps_to_the_year_of_its_source,
    a_statement_with_its_figure_stands_once,
    the_templates_guidance_is_taken_out,
)
