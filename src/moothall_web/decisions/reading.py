"""What is read before a published page is brought in: beside what is held, tick by tick."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding
from moothall.facts.decisions import Meeting
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.files.shapes import plain
from moothall.governance.record.compared import Proposed, Verdict
from moothall.governance.record.made import Origin
from moothall.governance.record.matters import (
    WHOLE,
    MatchedMatter,
    match,
    matters_of,
    numbers_in,
)
from moothall.governance.record.proposing import proposed
from moothall.governance.record.published import PublishedPage
from moothall.governance.record.rules import findings_with
from moothall.governance.scrutiny.told import Named, one_of
from moothall_web.decisions.models import PageReading
from moothall_web.decisions.permissions import may_bring_in
from moothall_web.decisions.readings import THE_PAGE, choices_of, origin_of_page, read_again
from moothall_web.decisions.shown import all_shown, shown
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.people.models import Person

MOST_MATTERS = 150
"""Items of a page about which one form asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """A page as it was read, and what saving it would do.

    `names` are the bodies' printed names by the number of their field; `findings` what would be
    found of the records if all that can be taken were; `seen` is a digest of it all: what somebody
    saves is what they have seen.
    """

    programme: Programme
    reading: PageReading
    page: PublishedPage
    matched: tuple[MatchedMatter, ...]
    proposed: tuple[Proposed, ...]
    names: Mapping[str, str]
    versions: Mapping[str, int]
    findings: tuple[Finding, ...]
    called: Mapping[str, str]
    seen: str

    @property
    def code(self) -> str:
        return self.programme.about.id

    @property
    def whose(self) -> str:
        """The council whose page it is, as it is called."""
        return self.programme.authority(self.reading.authority).short_name

    @property
    def ours(self) -> tuple[MatchedMatter, ...]:
        """The matters that are about a proposal."""
        return tuple(each for each in self.matched if each.proposals)

    @property
    def others(self) -> tuple[MatchedMatter, ...]:
        """Other business of the page, which stays where it stands."""
        return tuple(
            each for each in self.matched if not each.proposals and each.matter.key != WHOLE
        )

    @property
    def news(self) -> tuple[Proposed, ...]:
        return self._with(Verdict.NEW)

    @property
    def sure(self) -> tuple[Proposed, ...]:
        """What is new without a doubt."""
        return tuple(each for each in self.news if not each.doubt)

    @property
    def doubtful(self) -> dict[str, list[Proposed]]:
        """What is new and perhaps is not, by the doubt."""
        found: dict[str, list[Proposed]] = {}
        for each in self.news:
            if each.doubt:
                found.setdefault(each.doubt, []).append(each)
        return found

    def fields(self, verdict: str) -> int:
        """How many fields of what is held have this verdict."""
        wanted = Verdict[verdict]
        return sum(f.verdict is wanted for each in self.proposed for f in each.fields)

    @property
    def gaps(self) -> tuple[Proposed, ...]:
        return self._with(Verdict.FILLS)

    @property
    def conflicts(self) -> tuple[Proposed, ...]:
        return self._with(Verdict.CONFLICT)

    @property
    def same(self) -> tuple[Proposed, ...]:
        """What is held already as the page says it."""
        return tuple(each for each in self.proposed if each.verdict is None)

    @property
    def ticks(self) -> frozenset[str]:
        """Everything that can be taken."""
        return frozenset(tick for each in self.proposed for tick in each.ticks)

    @property
    def offered(self) -> frozenset[str]:
        """What is ticked before anybody looks."""
        return frozenset(tick for each in self.proposed for tick in each.offered)

    @property
    def meetings(self) -> tuple[tuple[str, str], ...]:
        """The meetings that a matter without a day can have been taken at."""
        names = {body.id: body.name for body in self.programme.bodies}
        own = {
            body.id
            for body in self.programme.bodies
            if body.authority in (self.reading.authority, None)
        }
        held: list[Meeting] = [each for each in self.programme.meetings if each.body in own]
        held.sort(key=lambda each: each.held_on, reverse=True)
        return tuple((each.id, f"{names[each.body]}, {in_words(each.held_on)}") for each in held)

    @property
    def bodies(self) -> tuple[tuple[str, str], ...]:
        """The bodies that a name can mean."""
        own = (self.reading.authority, None)
        return tuple((b.id, b.name) for b in self.programme.bodies if b.authority in own)

    @property
    def proposals(self) -> tuple[tuple[str, str], ...]:
        """The council's proposals by id and name."""
        return tuple(
            (each.id, each.name)
            for each in self.programme.proposals
            if self.reading.authority in each.parties
        )

    def body_of(self, number: str) -> str:
        """The body that a printed name is taken for, empty for none."""
        name = self.names[number]
        of_it = [each.body for each in self.matched if each.matter.body_name == name]
        held = {body.id for body in of_it if body is not None}
        return held.pop() if len(held) == 1 else ""

    def kind(self, each: Proposed) -> str:
        """What sort of fact it is, in words."""
        return one_of(each.kind)

    def lines(self, each: Proposed) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """All that a new fact would say."""
        return all_shown(each.after, self.called)

    def said(self, each: Proposed, field: str, side: str) -> tuple[str, ...]:
        """What a field says: `held` now, or `read` from the page."""
        fact = each.before if side == "held" else each.after
        return shown(fact, field, self.called) if fact is not None else ()

    def _with(self, verdict: Verdict) -> tuple[Proposed, ...]:
        return tuple(each for each in self.proposed if each.verdict is verdict)


def reading_page(person: Person, code: str, *, shared: bool = True) -> ReadingPage | None:
    """The page that the person has read for a programme; None where there is none."""
    programme = facts.programme(person, code)
    reading = PageReading.objects.filter(person=person, programme__code=code).first()
    if programme is None or reading is None:
        return None
    if reading.authority not in {each.code for each in programme.authorities}:
        return None
    page = read_again(reading.content)
    names = body_names(page)
    matched = match(programme, reading.authority, page, choices_of(reading.choices, names))
    found = proposed(programme, page, matched, origin_of(reading, page, THE_PAGE, shared=shared))
    versions = _versions(code, found)
    return ReadingPage(
        programme=programme,
        reading=reading,
        page=page,
        matched=matched,
        proposed=found,
        names=names,
        versions=versions,
        findings=_findings(programme, found),
        called=Named(_with(programme, found)),
        seen=_digest(found, versions),
    )


def body_names(page: PublishedPage) -> dict[str, str]:
    """Every name of a body that the page prints, by the number of its field."""
    printed = dict.fromkeys(each.body_name for each in matters_of(page))
    return {str(number): name for number, name in enumerate(printed)}


def origin_of(reading: PageReading, page: PublishedPage, document: str, *, shared: bool) -> Origin:
    """Where the facts of a page come from."""
    return origin_of_page(page, reading.authority, reading.read_on, document, shared=shared)


def document_of(programme: Programme, reading: PageReading, page: PublishedPage) -> str | None:
    """The document that stands for this page already: of its address or its number; else None."""
    numbers = [f"{name}={number}" for name, number in numbers_in(page.name).items()]
    for document in programme.documents:
        said = (document.reference or "").casefold()
        if document.owner != reading.authority or not said:
            continue
        if said == page.name.casefold() and (page.decision or document.known_on == reading.read_on):
            return document.id
        if page.decision and any(f"{each} " in f"{said} " for each in numbers):
            return document.id
    return None


def may_still(person: Person, page: ReadingPage) -> bool:
    """Whether the reader may bring in this council's pages still."""
    owners = may_bring_in(person, page.programme)
    return isinstance(owners, tuple) and page.reading.authority in dict(owners)


def _findings(programme: Programme, found: tuple[Proposed, ...]) -> tuple[Finding, ...]:
    """What would be found of the facts on this page if all of it were taken."""
    about = {f"{each.kind}/{each.after.id}" for each in found if each.kind == "decisions"}
    law, today = read_law(), timezone.localdate()
    return tuple(
        each for each in findings_with(_with(programme, found), law, today) if each.where in about
    )


def _with(programme: Programme, found: tuple[Proposed, ...]) -> Programme:
    """The programme as it would be."""
    changed: dict[str, tuple[Any, ...]] = {}
    for each in found:
        held = changed.get(each.kind, getattr(programme, each.kind))
        kept = tuple(fact for fact in held if fact.id != each.after.id)
        changed[each.kind] = (*kept, each.after)
    kinds: dict[str, Any] = changed
    return replace(programme, **kinds)


def _versions(code: str, found: tuple[Proposed, ...]) -> dict[str, int]:
    keys = [each.before.id for each in found if each.before is not None]
    rows = models.Fact.objects.filter(programme__code=code, key__in=keys)
    held = rows.values_list("kind", "key", "version")
    return {f"{kind}/{key}": version for kind, key, version in held}


def _digest(found: tuple[Proposed, ...], versions: Mapping[str, int]) -> str:
    content = [
        [
            each.key,
            plain(replace(each.after, shared=False)),
            versions.get(f"{each.kind}/{each.after.id}", 0),
        ]
        for each in found
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]
