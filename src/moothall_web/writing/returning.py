"""What the pages show on which a paper is brought back from Word."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.word_marks import PROPERTY, on_one_line
from moothall.files.word_papers.coming_back import coming_back
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.read_words import ReadFile
from moothall.files.word_papers.returned import Returned, Verdict
from moothall.files.word_papers.word_file import read_word_file
from moothall.papers.authored import takes
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.facts.brought_in import Brought, Way, lately
from moothall_web.facts.subjects import name_of
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.writing.made_from import kinds_behind, topic_in_words
from moothall_web.writing.models import WordReturn
from moothall_web.writing.returning_change import ShownChange
from moothall_web.writing.seen import Seen

WAY = Way("brought a paper back from Word", "undid a paper from Word")
LONGEST_KEPT = timedelta(days=14)
"""How long a file is kept about which nobody has decided."""
_LEAVE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBackPage:
    """Where a file is given; `waiting` is one that was given and not yet decided about."""

    seen: Seen
    waiting: WordReturn | None
    brought: tuple[Brought, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPage:
    """A file that came back beside the paper as it is.

    `digest` is one of all that taking anything would do: what somebody saves is what they saw.
    """

    seen: Seen
    row: WordReturn
    returned: Returned
    changes: tuple[ShownChange, ...]
    digest: str

    def of(self, *verdicts: str) -> tuple[ShownChange, ...]:
        """The changes of these verdicts."""
        return tuple(each for each in self.changes if each.change.verdict in verdicts)

    def made_from(self, content: str) -> tuple[tuple[str, str], ...]:
        """Where to change what the program makes: (kind, what facts of it are called)."""
        return tuple((kind, name_of(kind)) for kind in kinds_behind((content,)))

    @property
    def waiting(self) -> tuple[ShownChange, ...]:
        """Those about which somebody has to decide."""
        proposed = self.returned.proposed
        return tuple(each for each in self.changes if each.change in proposed)

    @property
    def said(self) -> str:
        """What came back, in a sentence."""
        counted = (
            (Verdict.CHANGED_IN_WORD, "changed in Word"),
            (Verdict.CONFLICT, "changed in Word and here as well"),
            (Verdict.NEW, "new"),
            (Verdict.UNPLACED, "to be placed"),
            (Verdict.REMOVED, "taken out in Word"),
        )
        parts = [
            f"{len(found)} {words}"
            for verdict, words in counted
            if (found := self.returned.with_verdict(verdict))
        ]
        same = len(self.returned.with_verdict(Verdict.UNCHANGED))
        if not parts:
            return f"Nothing in the file differs from the paper: {same} passages are as they are."
        return f"{_listed(parts)}; {same} as they are here."


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def bring_back_page(person: Person, seen: Seen) -> BringBackPage:
    """What the page shows on which a file is given."""
    row = _row(person, seen)
    authorities = seen.programme.about.authorities
    brought = lately(person, seen.code, authorities, WAY, owner=seen.authority)
    return BringBackPage(seen=seen, waiting=row, brought=brought)


def _row(person: Person, seen: Seen) -> WordReturn | None:
    code, proposal, authority, layout = seen.place
    return WordReturn.objects.filter(
        person=person,
        programme__code=code,
        proposal=proposal,
        authority=authority,
        layout=layout,
    ).first()


def why_not_of_this_paper(read: ReadFile, seen: Seen) -> str:
    """Why a file cannot be brought back here; empty where it can."""
    said = {
        name: read.properties.get(f"{PROPERTY}{name}", "")
        for name in ("programme", "proposal", "authority", "format")
    }
    here = dict(zip(said, seen.place, strict=True))
    if not any(said.values()):
        return ""
    if said == here:
        return ""
    names = {each.id: each.name for each in seen.programme.proposals}
    whose = seen.names.get(said["authority"], said["authority"])
    about = names.get(said["proposal"], said["proposal"])
    if said["programme"] != here["programme"]:
        return f"The file is a paper of another programme ({said['programme']})"
    return (
        f"The file is {whose}'s paper on “{about}” in the format {said['format']}, and this page "
        f"brings back {seen.name}'s paper on “{seen.proposal.name}” in the format {here['format']}"
    )


def return_page(person: Person, seen: Seen) -> ReturnPage | None:
    """The file that the person has given for this paper; None where there is none."""
    row = _row(person, seen)
    if row is None:
        return None
    read = read_word_file(bytes(row.content), row.name)
    returned = coming_back(read, HeldPaper(seen.programme, seen.written))
    asked = [
        each.of
        for each in returned.changes
        if each.verdict is Verdict.CONFLICT and each.before is None and each.of
    ]
    if asked:  # how the words left is no more than a digest: the history knows the words
        earlier = {of: _earlier(person, seen.code, of) for of in asked}
        returned = coming_back(read, HeldPaper(seen.programme, seen.written, earlier))
    changes = tuple(_shown(seen, returned))
    return ReturnPage(
        seen=seen, row=row, returned=returned, changes=changes, digest=_digest(changes)
    )


def _earlier(person: Person, code: str, of: str) -> tuple[str, ...]:
    kind, _, key = of.partition("/")
    told = facts.history(person, code, kind, key)
    return tuple(
        str(text)
        for change in (told.changes if told else ())
        for each in change.differences
        if each.path == ("text",)
        for text in (each.before, each.after)
        if text
    )


def _shown(seen: Seen, returned: Returned) -> Iterable[ShownChange]:
    owners = {f"{kind}/{fact.id}": fact.owner for kind, fact in seen.programme.facts()}
    versions = _versions(seen.code, returned)
    placed = _all_topics(seen)
    for number, change in enumerate(returned.changes, start=1):
        kind = change.of.partition("/")[0] or "passages"
        owner = owners.get(change.of, seen.authority)
        may = seen.may(kind, owner)
        refusal = may.words if isinstance(may, Refusal) else ""
        topics = tuple((topic, topic_in_words(topic)) for topic in change.topics) or placed
        yield ShownChange(
            change=change,
            number=number,
            refusal=refusal,
            ticked=change.sure and not refusal and change.verdict is not Verdict.UNPLACED,
            topics=() if change.of else topics,
            version=versions.get(change.of, 0),
            owner=owner,
        )


def _all_topics(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Where words may stand in this paper: (topic, the heading and what it is about)."""
    found: dict[str, str] = {}
    for heading, topics in takes(seen.layout).items():
        for topic in topics:
            words = f"{on_one_line(heading).rstrip(':')}: {topic_in_words(topic)}"
            found.setdefault(topic, words)
    return ((_LEAVE, "Leave them out"), *found.items())


def _versions(code: str, returned: Returned) -> dict[str, int]:
    keys = [each.of.partition("/")[2] for each in returned.changes if each.of]
    rows = models.Fact.objects.filter(programme__code=code, key__in=keys)
    return {
        f"{kind}/{key}": version
        for kind, key, version in rows.values_list("kind", "key", "version")
    }


def _digest(changes: Iterable[ShownChange]) -> str:
    content = [
        [each.change.key, each.change.verdict.value, each.change.text, each.version]
        for each in changes
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def whom_to_ask(seen: Seen) -> Refusal | None:
    """Why the reader may bring no paper of this council back; None where they may."""
    may = seen.may("passages", seen.authority)
    return may if isinstance(may, Refusal) else None


def too_old(today: date) -> Iterable[WordReturn]:
    """Files about which nobody has decided for long."""
    return WordReturn.objects.filter(read_on__lt=today - LONGEST_KEPT)
