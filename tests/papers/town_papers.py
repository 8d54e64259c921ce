"""Papers of the invented towns with words, figures and records added to what they hold."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from invented import write
from moothall.basics.citations import read_citation
from moothall.case.case import Case, make_case
from moothall.documents.document import Block, Bullets, Document, Paragraph, Quote, Table
from moothall.facts.fact import Exempt, Fact
from moothall.facts.papers import Abbreviation
from moothall.facts.programme import Programme
from moothall.facts.proposals import Passage
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.papers.papers import WrittenPaper

DAY = date(2026, 2, 1)
SAVING = "savings/archive-saving"

LAYOUT = """\
name: ashby-report
title: Ashby report
source: invented
front_style: sheet
numbering: 1. and 1.1
front:
  - {label: "For:", content: [to_body]}
  - {label: "Policy:", content: [policy]}
sections:
  - {heading: Purpose, content: [purpose]}
  - {heading: Money, content: [financial, savings_table]}
  - {heading: What is asked, content: [recommendations]}
  - {heading: When, content: [milestone_table]}
  - {heading: Sources, content: [background_papers]}
"""


def town(folder: Path, layout: str = LAYOUT) -> Programme:
    """The invented programme, Ashby's format with places for words."""
    write(folder)
    (folder / "formats" / "ashby-report.yaml").write_text(layout, encoding="utf-8")
    return read_programme(folder)


def common(key: str, **more: Any) -> dict[str, Any]:
    """What every fact has."""
    held: dict[str, Any] = {
        "id": key,
        "source": read_citation("ashby 9"),
        "known_on": date(2026, 1, 5),
        "owner": "ashby",
    }
    return held | more


def passage(text: str, topic: str = "purpose", key: str = "words", **more: Any) -> Passage:
    return Passage(
        **common(key, **more), proposal="archive", topic=topic, text=text, authority="ashby"
    )


def short_form(short: str, full: str, **more: Any) -> Abbreviation:
    return Abbreviation(**common(f"short-{short}-{len(full)}", **more), short=short, full=full)


def having(programme: Programme, **kinds: Any) -> Programme:
    """The programme with more facts of these kinds."""
    more = {kind: (*getattr(programme, kind), *facts) for kind, facts in kinds.items()}
    return replace(programme, **more)


def without(programme: Programme, kind: str, key: str) -> Programme:
    kept = tuple(fact for fact in getattr(programme, kind) if fact.id != key)
    return replace(programme, **{kind: kept})  # type: ignore[arg-type]


def changed(programme: Programme, kind: str, key: str, **fields: Any) -> Programme:
    facts = tuple(
        replace(fact, **fields) if fact.id == key else fact for fact in getattr(programme, kind)
    )
    return replace(programme, **{kind: facts})  # type: ignore[arg-type]


def exempt(fact: Fact, why: str = "The price is being negotiated.") -> Any:
    return replace(fact, exempt=Exempt(paragraph=3, public_interest=why))


def worked_up(programme: Programme, as_at: date = DAY) -> Case:
    return make_case(programme, read_law(), as_at)


def paper_of(
    programme: Programme, authority: str = "ashby", format_name: str = "", as_at: date = DAY
) -> WrittenPaper:
    return worked_up(programme, as_at).paper("archive", authority, format_name)


def document_of(programme: Programme, authority: str = "ashby", format_name: str = "") -> Document:
    document = paper_of(programme, authority, format_name).document
    assert document is not None
    return document


def under(document: Document, heading: str) -> tuple[Block, ...]:
    sections = (*document.sections, *document.appendices)
    return next(section.blocks for section in sections if section.heading == heading)


def words(document: Document, heading: str) -> str:
    """The paragraphs and items under a heading, joined."""
    said = []
    for block in under(document, heading):
        if isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Bullets):
            said += block.items
    return " ".join(said)


def quotes(document: Document, heading: str = "Purpose") -> list[tuple[str, Quote]]:
    """Every quote under a heading with the words that it covers."""
    return [
        (block.text[quote.start : quote.end], quote)
        for block in under(document, heading)
        if isinstance(block, Paragraph)
        for quote in block.quotes
    ]


def tables(document: Document) -> list[Table]:
    blocks = [*document.front, *(b for section in document.sections for b in section.blocks)]
    blocks += [b for section in document.appendices for b in section.blocks]
    return [block for block in blocks if isinstance(block, Table)]


def found(programme: Programme, rule: str, as_at: date = DAY) -> list[str]:
    """The messages of one rule."""
    return [each.message for each in worked_up(programme, as_at).findings if each.rule == rule]
