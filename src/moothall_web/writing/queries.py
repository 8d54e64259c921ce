"""What the pages of writing show: the paper under its headings, the preview, what can be put in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from moothall.documents.formats import Format
from moothall.facts.proposals import Passage
from moothall_web.facts import models
from moothall_web.facts.acting import Acting, acting
from moothall_web.people.models import Person
from moothall_web.writing.editing import PASSAGES, WritingEdit
from moothall_web.writing.insertable import Answer, search
from moothall_web.writing.made_from import topic_in_words, topics_in
from moothall_web.writing.margin import Margin, MarginNote
from moothall_web.writing.outline import PaperHeading
from moothall_web.writing.quotes import StaleQuote, stale_in, unknown_in
from moothall_web.writing.seen import Seen

_UNSAVED = "words-that-are-not-saved-yet"
"""The id of new words in a preview; no fact has it, as a preview saves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleWords:
    """A figure that has changed, in whose words it stands, and which version of these was seen."""

    heading: PaperHeading
    passage: Passage
    quote: StaleQuote
    version: int
    mine: bool

    @property
    def asked(self) -> str:
        """What a button says that settles it."""
        return f"{self.passage.id}:{self.quote.number}:{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """A paper under its council's headings, with all that waits for its author."""

    seen: Seen
    headings: tuple[PaperHeading, ...]
    margin: Margin
    stale: tuple[StaleWords, ...]
    unknown: tuple[tuple[PaperHeading, Passage, str, str], ...]
    whom: Acting

    @property
    def empty(self) -> tuple[PaperHeading, ...]:
        """Headings with nothing under them that the council's format asks for."""
        names = {each.rstrip(":") for each in self.seen.written.unwritten}
        return tuple(each for each in self.headings if each.text.rstrip(":") in names)

    @property
    def rest(self) -> tuple[MarginNote, ...]:
        """The findings that stand beside no words on this page."""
        beside = {note.number for heading in self.headings for note in heading.all_notes}
        return tuple(note for note in self.margin.notes if note.number not in beside)

    @property
    def nowhere(self) -> tuple[Passage, ...]:
        """Words for this council's papers that this format has no heading for."""
        held = set(topics_of(self.seen.layout))
        return tuple(
            each
            for each in self.seen.programme.passages
            if each.proposal == self.seen.proposal.id
            and each.authority in (None, self.seen.authority)
            and each.topic not in held
        )

    @property
    def adds(self) -> bool:
        """Whether the reader may write new words in this paper."""
        return bool(self.seen.owners())

    def may_move(self, heading: PaperHeading, passage: Passage, steps: int) -> bool:
        """Whether there are other words on its topic before it (-1) or after it (1)."""
        held = [each for each in _under(heading) if each.topic == passage.topic]
        at = next((place for place, each in enumerate(held) if each.id == passage.id), -1)
        return at >= 0 and 0 <= at + steps < len(held)


def write_page(person: Person, seen: Seen) -> WritePage:
    """The paper as it stands, for whoever writes it or reads along."""
    margin = seen.margin()
    headings = seen.headings(margin)
    versions = dict(
        models.Fact.objects.filter(programme__code=seen.code, kind=PASSAGES).values_list(
            "key", "version"
        )
    )
    results = seen.results
    held = tuple(_passages(headings))
    stale = tuple(
        StaleWords(
            heading=heading,
            passage=passage,
            quote=quote,
            version=versions.get(passage.id, 0),
            mine=seen.can(PASSAGES, passage.owner),
        )
        for heading, passage in held
        for quote in stale_in(seen.programme, passage.text, results)
    )
    unknown = tuple(
        (heading, passage, words, problem)
        for heading, passage in held
        for words, problem in unknown_in(seen.programme, passage.text, results)
    )
    owners = [seen.authority, "programme"]
    return WritePage(
        seen=seen,
        headings=headings,
        margin=margin,
        stale=stale,
        unknown=unknown,
        whom=acting(person, seen.programme, PASSAGES, owners),
    )


def _passages(headings: tuple[PaperHeading, ...]) -> Iterator[tuple[PaperHeading, Passage]]:
    """Every passage of the paper once, with the first heading under which it stands."""
    done: set[str] = set()
    for heading in headings:
        for passage in _under(heading):
            if passage.id not in done:
                done.add(passage.id)
                yield heading, passage


def _under(heading: PaperHeading) -> list[Passage]:
    """The words of people under a heading, as it shows them, those apart last."""
    shown = [line.passage for line in heading.lines if line.passage is not None]
    return [*shown, *heading.apart]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The headings under which some words will stand, as they will read, and what is found there.

    `elsewhere` is how many findings there are in the rest of the paper; `unknown` what stands in
    double brackets and is no reference.
    """

    headings: tuple[PaperHeading, ...]
    here: int
    elsewhere: int
    exempt: bool
    unknown: tuple[tuple[str, str], ...]
    stale: tuple[StaleQuote, ...]

    @property
    def said(self) -> str:
        """What was found, in a sentence."""
        here = "no finding" if not self.here else _several(self.here, "finding")
        there = "" if not self.elsewhere else f", and {self.elsewhere} elsewhere in the paper"
        return f"The proofreader has {here} here{there}."


def _several(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def preview(edit: WritingEdit, seen: Seen, text: str, as_at: date) -> Preview:
    """How words that are not saved would read in the paper.  Nothing is saved by it."""
    passage = _as_typed(edit, seen, text, as_at)
    would = seen.with_passage(passage)
    margin = would.margin()
    headings = tuple(each for each in would.headings(margin) if edit.topic in each.topics)
    numbers = {note.number for each in headings for note in each.all_notes}
    results = seen.results
    return Preview(
        headings=headings,
        here=len(numbers),
        elsewhere=len(margin.notes) - len(numbers),
        exempt=passage.exempt is not None,
        unknown=unknown_in(seen.programme, text, results),
        stale=stale_in(seen.programme, text, results),
    )


def _as_typed(edit: WritingEdit, seen: Seen, text: str, as_at: date) -> Passage:
    held = next((each for each in seen.programme.passages if each.id == edit.key), None)
    if held is not None:
        return replace(held, text=text)
    return Passage(
        id=_UNSAVED,
        source=seen.proposal.source,
        known_on=as_at,
        owner=seen.authority,
        proposal=seen.proposal.id,
        topic=edit.topic,
        text=text,
        authority=seen.authority,
    )


def found(seen: Seen, asked: str) -> Answer:
    """What can be put into the words for what somebody looks for."""
    return search(seen.programme, seen.proposal, seen.authority, seen.results, asked)


def address_of(seen: Seen) -> str:
    """Where the whole paper is written."""
    return reverse("writing:write", args=seen.place)


def topics_of(layout: Format) -> dict[str, str]:
    """What people write about in a format, each with the first heading under which it stands."""
    found: dict[str, str] = {}
    for field in layout.front:
        for topic in topics_in(field.content):
            found.setdefault(topic, field.label.rstrip(":"))
    for section in (*layout.sections, *layout.appendices):
        for part in (section, *section.sections):
            for topic in topics_in(part.content):
                found.setdefault(topic, part.heading)
    return found


def heading_for(layout: Format, topic: str) -> str:
    """The heading under which words on a topic stand."""
    return topics_of(layout).get(topic, topic_in_words(topic))
