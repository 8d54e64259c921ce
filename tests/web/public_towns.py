"""The invented programme with something of every kind that the public may and may not see."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml
from django.utils import timezone
from loaded import loaded

from invented import write
from moothall_web.cases import actions as cases
from moothall_web.cases.models import Snapshot
from moothall_web.cases.states import step_named
from moothall_web.people.models import Acting, Person, Role
from moothall_web.publication import actions
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded

CODE, PROPOSAL = "three-towns", "archive"
AS_AT = date(2026, 5, 1)
HERE = f"/public/{CODE}/{PROPOSAL}/"
SECRETS = (
    "Quillfeather",  # exempt
    "77,177",  # exempt
    "Not for partners",  # Ashby's own, not shared
    "Brae's thought",  # a partner's, who has published nothing
    "Hester Vane",  # somebody's name
)
"""What stands in the facts and nowhere on the public site."""


@dataclass(frozen=True)
class Towns:
    """The programme loaded, and the officers of Ashby and Brae."""

    author: Person
    officer: Person
    partner_author: Person
    partner_officer: Person


def towns(folder: Path, **changes: str) -> Towns:
    """Load the programme, with what is and what is not for the public."""
    load(folder, **changes)
    made = []
    with recorded() as pen:
        pen.record(Entry(verb="admitted people", summary="the officers of two councils"))
        for council in ("ashby", "brae"):
            for role in (Role.REPORT_AUTHOR, Role.MONITORING_OFFICER):
                name = f"{council}-{role.value}"
                person = Person.objects.create(username=name, name=name)
                Acting.objects.create(person=person, authority=council, role=role)
                made.append(person)
    return Towns(*made)


def load(
    folder: Path, question: str = "Who looks after the maps?", reply: str = "", opened: str = ""
) -> None:
    """Write the programme with these words, and load it; once more replaces it."""
    write(folder)
    base = {"source": "ashby 1", "known_on": "2026-01-05", "owner": "ashby"}
    exempt = {"exempt": {"paragraph": 3, "public_interest": "The price is being negotiated."}}
    more = {
        "passages": [
            {**_said("why-1", "Two half-empty archives cost more than one full one."), **base},
            {**_said("why-2", "Quillfeather Ltd offers the store."), **base, **exempt},
            {**_said("why-3", "Not for partners: we may close the branch."), **base}
            | {"shared": "no"},
            {**_said("why-4", "Brae's thought."), **base, "owner": "brae", "source": "brae 1"},
            {**_said("why-5", "The offer is [[money_statements/offer.amount|77,177]]."), **base},
        ],
        "money_statements": [
            {
                **base,
                **exempt,
                "id": "offer",
                "proposal": PROPOSAL,
                "authority": "ashby",
                "about": "Offer",
                "amount": "77,177",
                "text": "The offer of Quillfeather is 77,177.",
            }
        ],
        "comments": [
            {
                **base,
                "id": "maps",
                "proposal": PROPOSAL,
                "body": "ashby-decides",
                "meeting": "ashby-meets",
                "kind": "question",
                "text": question,
                **({"reply": reply} if reply else {}),
            },
            {
                **base,
                **exempt,
                "id": "secret",
                "proposal": PROPOSAL,
                "body": "ashby-decides",
                "meeting": None,
                "kind": "question",
                "text": "What does Quillfeather want?",
            },
        ],
        "roles": [
            {**base, "id": "head", "title": "Head", "authorities": ["ashby"]}
            | {"holder": "Hester Vane"}
        ],
        "abbreviations": [{**base, "id": "short", "short": "TNA", "full": "The National Archives"}],
        "exercises": [
            {
                **base,
                "id": "talks",
                "name": "Talks with readers",
                "kind": "listening",
                "audiences": ["Readers"],
                "proposal": PROPOSAL,
                "opens_on": "2026-04-01",
                "closes_on": "2026-05-20",
            }
        ],
    }
    for kind, entries in more.items():
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
        (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")
    savings = yaml.safe_load((folder / "savings.yaml").read_text("utf-8"))
    kept_back = {"id": "store", "name": "Store of Quillfeather", "number": "8", **exempt}
    savings.append({**deepcopy(savings[0]), **kept_back})
    (folder / "savings.yaml").write_text(yaml.safe_dump(savings), encoding="utf-8")
    if opened:
        meetings = yaml.safe_load((folder / "meetings.yaml").read_text("utf-8"))
        meetings[0]["papers_published_on"] = opened
        (folder / "meetings.yaml").write_text(yaml.safe_dump(meetings), encoding="utf-8")
    loaded(folder)


def _said(fact: str, text: str) -> dict[str, object]:
    return {"id": fact, "proposal": PROPOSAL, "topic": "purpose", "text": text}


def published(author: Person, officer: Person, authority: str = "ashby") -> Snapshot:
    """A snapshot made, cleared and published; nobody says from which day it is public."""
    made = cases.make_snapshot(author, CODE, PROPOSAL, authority, AS_AT, "for the agenda")
    for name in ("clear", "publish"):
        take(officer, made, name)
    made.refresh_from_db()
    return made


def take(person: Person, snapshot: Snapshot, name: str) -> None:
    """Take a step of a snapshot."""
    step = step_named(name)
    assert step is not None
    cases.take_step(person, snapshot, step, "as agreed")


def shown(author: Person, officer: Person, authority: str = "ashby", days: int = 0) -> Snapshot:
    """A snapshot published, and public since so many days."""
    made = published(author, officer, authority)
    day = timezone.localdate() - timedelta(days=days)
    actions.give_day(officer, made, day, "Town hall, archive desk")
    return made
