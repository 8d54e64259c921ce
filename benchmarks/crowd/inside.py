"""What only the program itself can do or tell: who signs in, what is shown, what was kept.

A process of its own: `python -m crowd.inside WHAT JSON` answers in JSON.
"""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import django

django.setup()

from django.test import Client  # noqa: E402 - after Django is set up
from django.utils import timezone  # noqa: E402

from moothall_web import row_scope  # noqa: E402
from moothall_web.cases import actions as cases  # noqa: E402
from moothall_web.cases.queries import papers_seen  # noqa: E402
from moothall_web.cases.states import STEPS  # noqa: E402
from moothall_web.facts.frozen import seen_by  # noqa: E402
from moothall_web.facts.models import Fact, Programme  # noqa: E402
from moothall_web.jobs.models import Job  # noqa: E402
from moothall_web.people.models import Person  # noqa: E402
from moothall_web.publication import actions as publication  # noqa: E402
from moothall_web.publication.models import Edition  # noqa: E402
from moothall_web.records.models import Event  # noqa: E402

WRITERS = (
    "stockport-report-author",
    "tameside-report-author",
    "stockport-finance",
    "tameside-finance",
    "cambridgeshire-report-author",
)
"""Who writes: two pairs of one programme, so that they meet there, and somebody of the other."""

PUBLIC = ("stockport-tameside", "joint-director", "stockport")


def _session(person: Person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


def readers(number: int) -> list[dict[str, Any]]:
    """So many people in every role of every council, signed in, each with the pages they read."""
    people = Person.objects.filter(username__contains="-").exclude(username__in=WRITERS)
    by_council: dict[str, list[Person]] = {}
    for person in people.order_by("username"):
        council = person.username.split("-", 1)[0]
        held = person.acting.exclude(authority="programme").first()
        if held is not None and held.authority == council:
            by_council.setdefault(council, []).append(person)
    in_turn = [
        person
        for place in range(max(map(len, by_council.values())))
        for of_it in by_council.values()
        for person in of_it[place : place + 1]
    ]
    if len(in_turn) < number:
        raise SystemExit(f"there are sign-ins for {len(in_turn)} readers only")
    pages = {council: _pages(of_it[0]) for council, of_it in by_council.items()}
    return [
        {"session": _session(person), "pages": pages[person.username.split("-", 1)[0]]}
        for person in in_turn[:number]
    ]


def _pages(person: Person) -> list[tuple[str, str]]:
    """The pages that people of a council read, each as its kind and its address."""
    council = person.username.split("-", 1)[0]
    found = [("programmes", "/"), ("desk", "/desk/")]
    for row in Programme.objects.order_by("code"):
        programme = seen_by(person, row.code)
        if programme is None:
            continue
        here = f"/programmes/{row.code}/"
        found += [("programme", here), ("programme", here), ("documents", f"{here}documents/")]
        found += [("search", f"{here}search/?q=service"), ("decisions", f"{here}decisions/")]
        found += [("notices", f"{here}notices/"), ("facts", f"{here}facts/")]
        found += [("facts", f"{here}facts/{kind}/") for kind in ("passages", "savings", "steps")]
        for kind in ("passages", "steps", "savings"):
            found += [
                ("fact", f"{here}facts/{kind}/{fact.id}/") for fact in getattr(programme, kind)[:3]
            ]
        papers = papers_seen(person, row.code, timezone.localdate())
        for proposal in programme.proposals:
            of_it = f"{here}proposals/{proposal.id}/"
            found += [("proposal", of_it), ("route", f"{of_it}route/")] * 2
            found += [("money", f"{of_it}{page}/") for page in ("baseline", "savings", "ledger")]
            if any((each.proposal, each.authority) == (proposal.id, council) for each in papers):
                found += [("paper", f"{of_it}papers/{council}/")] * 2
        own = next((each for each in papers if each.authority == council and each.document), None)
        if own is not None:
            paper = f"{here}proposals/{own.proposal}/papers/{council}/paper"
            found += [("paper as a file", f"{paper}.docx"), ("paper as a file", f"{paper}.pdf")]
    return found


def writers() -> list[dict[str, Any]]:
    """Those who write, signed in, each with a passage of their own council."""
    made, taken = [], set()
    for name in WRITERS:
        person = Person.objects.get(username=name)
        council = name.split("-", 1)[0]
        rows = Fact.objects.filter(kind="passages", owner=council).exclude(pk__in=taken)
        row = rows.select_related("programme").order_by("key")[0]
        taken.add(row.pk)
        address = f"/programmes/{row.programme.code}/facts/{row.kind}/{row.key}/"
        made.append({"session": _session(person), "address": address, "name": name})
    return made


def show() -> list[tuple[str, str]]:
    """Publish a paper, public since a day, and tell the addresses of the public site."""
    code, proposal, council = PUBLIC
    author = Person.objects.get(username=f"{council}-report-author")
    officer = Person.objects.get(username=f"{council}-monitoring-officer")
    today = timezone.localdate()
    snapshot = cases.make_snapshot(author, code, proposal, council, today, "for the agenda")
    for step in [each for each in STEPS if each.name in ("clear", "publish")]:
        cases.take_step(officer, snapshot, step, "as agreed")
        snapshot.refresh_from_db()
    publication.give_day(officer, snapshot, today - timedelta(days=1), "Town hall")
    edition = Edition.objects.get(snapshot=snapshot)
    of_it = f"/public/{code}/{proposal}/"
    kept = f"{of_it}{council}/{snapshot.number}/"
    files = edition.files.values_list("name", flat=True).order_by("name")
    return [
        *[("home", "/public/")] * 3,
        *[("programme", f"/public/{code}/")] * 4,
        *[("proposal", of_it)] * 8,
        ("questions", f"{of_it}questions/"),
        ("changes", f"{of_it}changes/"),
        ("paper", kept),
        ("words", f"/public/{code}/words/"),
        ("feed", f"/public/{code}/news.atom"),
        ("feed", f"{of_it}decisions.ics"),
        *[("paper as a file", f"{kept}{name}") for name in files],
    ]


def kept(written: list[dict[str, Any]]) -> list[str]:
    """What is wrong with what writers wrote: each is told with its address and its saved texts.

    Every text saved is in the record once, in the order in which it was saved, each beginning with
    what stood there before; the fact holds the last of them; nothing else is there.
    """
    return [fault for each in written for fault in _faults(each["address"], each["saved"])]


def _faults(address: str, saved: list[str]) -> Iterable[str]:
    code, _, kind, key = address.strip("/").split("/")[1:]
    row = Fact.objects.get(programme__code=code, kind=kind, key=key)
    events = Event.objects.filter(
        programme=code, subject=f"{kind}/{key}", verb__startswith="changed"
    )
    payloads = [event.payload for event in events.select_related("payload").order_by("number")]
    texts = [payload.after["text"] for payload in payloads]
    lost = [text for text in saved if text not in texts]
    if lost:
        yield f"{address}: {len(lost)} saved texts are not in the record"
    if len(texts) != len(saved):
        yield f"{address}: {len(saved)} were saved and {len(texts)} are in the record"
    elif texts != saved:
        yield f"{address}: the record has them in another order"
    if row.version != len(texts) + 1:
        yield f"{address}: version {row.version} after {len(texts)} changes"
    if texts and row.payload["text"] != texts[-1]:
        yield f"{address}: the fact is not what was recorded last"
    for before, after in pairwise(payloads):
        if after.before != before.after:
            yield f"{address}: a change began with something else than the one before left"


def jobs() -> dict[str, int]:
    """How many jobs stand where."""
    found: dict[str, int] = {}
    for state in Job.objects.exclude(who=None).values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found


_ASKED: dict[str, Callable[..., Any]] = {
    "readers": readers,
    "writers": writers,
    "show": show,
    "kept": kept,
    "jobs": jobs,
}

if __name__ == "__main__":
    row_scope.for_every_council()
    sys.stdout.write(json.dumps(_ASKED[sys.argv[1]](**json.loads(sys.argv[2]))))
