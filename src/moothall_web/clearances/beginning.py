"""A paper that nobody has begun, begun so that something of it can be cleared."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from moothall.basics.dates import read_written_date
from moothall.facts.fact import Fact
from moothall.facts.papers import Paper
from moothall.files.shapes import plain
from moothall.papers.choosing import latest_paper
from moothall_web.clearances.pages import PaperPage
from moothall_web.facts.actions import InvalidError, add_fact
from moothall_web.people.models import Person

LONGEST_ID, _MOST = 100, 99


@dataclass(frozen=True, kw_only=True)
class Begun:
    """What a paper needs that nobody has begun: its title, whose report it is, for which body."""

    title: str
    report_of: str
    body: str


def begin_paper(person: Person, page: PaperPage, begun: Begun, today: date, why: str) -> str:
    """A paper of this format: as the council's last one on the proposal, where it has one."""
    days, authority = page.paper.deadline, page.authority
    day = days.meets_on or today
    fields: dict[str, Any] = {
        "id": f"{page.proposal.id}-{authority.code}-{page.paper.format}"[:LONGEST_ID],
        "source": page.proposal.source,
        "known_on": today,
        "owner": authority.code,
        "shared": False,
        "assumed": None if days.meets_on else "Its meeting is not known; dated when it was begun",
        "exempt": None,
        "title": begun.title,
        "body": begun.body,
        "dated": read_written_date(f"{day.day} {day:%B %Y}"),
        "report_of": begun.report_of,
        "meeting": None,
        "resolved": None,
        "format": page.paper.format,
        "author": person.name,
    }
    last = latest_paper(page.programme, page.proposal, authority)
    made = (
        replace(last, **fields)
        if last is not None
        else Paper(proposal=page.proposal.id, authority=authority.code, **fields)
    )
    return added(person, page.code, "papers", made, why, authority.code)


def added(person: Person, code: str, kind: str, made: Fact, why: str, authority: str) -> str:
    """Add a fact under its id, or under the next one that is free, and return its key."""
    payload: dict[str, Any] = plain(made)
    try:
        return add_fact(person, code, kind, payload, why, for_authority=authority)
    except InvalidError as error:
        if {fault.path for fault in error.faults} != {("id",)}:
            raise
    # The id is taken, by an earlier asking or by something out of sight: the next one will do.
    number = 2
    while True:
        again = payload | {"id": f"{made.id[: LONGEST_ID - 4]}-{number}"}
        try:
            return add_fact(person, code, kind, again, why, for_authority=authority)
        except InvalidError as error:
            number += 1
            if {fault.path for fault in error.faults} != {("id",)} or number > _MOST:
                raise
