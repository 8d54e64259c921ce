"""Every address of the site, and who in the invented programme asks for it.

The page docs/access.md holds the expected answers; `answers` gives the real ones in its words.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from invented import write
from moothall.facts.fact import PROGRAMME
from moothall_web.calendars.actions import make_feed, read_file
from moothall_web.calendars.models import Feed
from moothall_web.cases.actions import make_snapshot
from moothall_web.desk.models import Mention, Remark, Task
from moothall_web.facts.actions import load_folder
from moothall_web.facts.models import Programme
from moothall_web.money import actions as money
from moothall_web.money.queries import reading_page
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded

CODE, OWN, PARTNER, ELSEWHERE = "three-towns", "ashby", "brae", "elsewhere"
WHOM = (OWN, PARTNER, ELSEWHERE)
METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Installation:
    """The invented programme loaded, and somebody in every role for each of three councils.

    The first council is the one whose things are asked for, the second its partner, the third has
    no part in the programme.
    """

    clients: dict[tuple[str, Role], Client]
    named: dict[str, list[object]]


def install(folder: Path) -> Installation:
    """Load everything, with one of each thing that an address can name."""
    load_folder(write(folder / CODE))
    people = {}
    with recorded() as pen:
        pen.record(Entry(verb="admitted people", summary="somebody in every role"))
        for council in WHOM:
            for role in Role:
                name = f"{council}-{role.value}"
                person = Person.objects.create(username=name, name=name)
                Acting.objects.create(person=person, authority=council, role=role)
                people[council, role] = person
        board = Person.objects.create(username="board", name="A board member")
        Acting.objects.create(
            person=board, authority=PROGRAMME, role=Role.BOARD_MEMBER, programme=CODE
        )
        author = people[OWN, Role.REPORT_AUTHOR]
        grant = AuditGrant.objects.create(
            auditor=people[OWN, Role.AUDITOR],
            authority=OWN,
            programme=CODE,
            granted_by=people[OWN, Role.MONITORING_OFFICER],
            granted_at=timezone.now(),
        )
        row, now = Programme.objects.get(code=CODE), timezone.now()
        fact = {"programme": row, "subject": "savings/archive-saving", "for_whom": OWN}
        task = Task.objects.create(
            **fact, words="look", owner=author, given_by=author, given_at=now
        )
        remark = Remark.objects.create(**fact, author=author, text="look", at=now)
        mention = Mention.objects.create(remark=remark, person=author)
    make_snapshot(author, CODE, "archive", OWN, date(2026, 5, 1))
    manager = people[OWN, Role.PROGRAMME_MANAGER]
    calendar = b"body,date\nAshby Executive,2026-07-20\n"
    read_file(manager, CODE, OWN, "a.csv", calendar, date(2026, 7, 1), date(2026, 8, 1))
    token = make_feed(manager, row)
    officer = people[OWN, Role.SECTION_151_OFFICER]
    budget = "Service,Year,Fund,Gross expenditure £,Gross income £\n{},2026/27,reserve,5,1\n"
    for service in ("Reading room", "Conservation"):
        table = budget.format(service).encode()
        money.read_file(officer, CODE, OWN, "baseline_lines", "archive", "b.csv", table)
        page = reading_page(officer, CODE)
        if page is not None and service == "Reading room":
            brought_in = money.bring_in(officer, page, shared=False)
    acting = Acting.objects.get(person=people[OWN, Role.HR])
    load = Event.objects.get(verb="loaded a programme folder")
    part = Event.objects.get(part_of=load.number, subject="savings/archive-saving")
    fact_of = [CODE, "savings", "archive-saving"]
    proposal, paper = [CODE, "archive"], [CODE, "archive", OWN]
    somebody = [OWN, f"{OWN}-{Role.HR.value}"]
    named: dict[str, list[object]] = {
        "health": [],
        "people:sign_in": [],
        "people:open": [1, "no-such-token"],
        "people:sign_out": [],
        "people:access": [],
        "people:events": [],
        "people:erase": [part.number],
        "people:admit": [OWN],
        "people:admit_to_board": [CODE],
        "people:end": [acting.pk],
        "people:cover": [acting.pk],
        "people:grant": [OWN],
        "people:withdraw": [grant.pk],
        "people:person": somebody,
        "people:hand_over": somebody,
        "people:leave": somebody,
        "people:link": somebody,
        "facts:programmes": [],
        "facts:documents": [CODE],
        "facts:search": [CODE],
        "facts:kinds": [CODE],
        "facts:kind": [CODE, "savings"],
        "facts:add": [CODE, "savings"],
        "facts:fact": fact_of,
        "facts:change": fact_of,
        "facts:history": fact_of,
        "facts:share": fact_of,
        "facts:withdraw": fact_of,
        "facts:remove": fact_of,
        "facts:undo": [CODE, part.number],
        "facts:draft": fact_of,
        "desk:desk": [],
        "desk:put_aside": [mention.pk],
        "desk:take_away": [CODE],
        "desk:tasks": [CODE],
        "desk:finish": [CODE, task.pk],
        "desk:remarks": fact_of,
        "cases:programme": [CODE],
        "cases:proposal": proposal,
        "cases:paper": paper,
        "cases:paper_html": paper,
        "cases:paper_docx": paper,
        "cases:snapshots": proposal,
        "cases:snapshot": [*paper, 1],
        "cases:snapshot_file": [*paper, 1, "paper.html"],
        "cases:snapshot_step": [*paper, 1, "clear"],
        "notices:programme": [CODE],
        "notices:council": paper,
        "notices:form": [*paper, "key-decision"],
        "notices:form_docx": [*paper, "key-decision"],
        "routes:route": proposal,
        "routes:ways": proposal,
        "routes:move": [*proposal, f"{OWN}-decision"],
        "routes:usual": paper,
        "books:baseline": proposal,
        "books:sign": paper,
        "books:savings": proposal,
        "books:ledger": proposal,
        "books:true_up": [*proposal, 2026],
        "books:parting": proposal,
        "dates:questions": [],
        "dates:question": ["clear-days"],
        "proofreading:proofread": [],
        "calendars:bring_in": [CODE],
        "calendars:reading": [CODE],
        "calendars:feeds": [],
        "calendars:close": [Feed.objects.get().pk],
        "calendars:feed": [token],
        "money:bring_in": [CODE],
        "money:reading": [CODE],
        "money:undo": [CODE, brought_in.event],
        "money:workbook": proposal,
    }
    clients = {}
    for key, person in people.items():
        clients[key] = Client(raise_request_exception=False)
        clients[key].force_login(person)
    return Installation(clients=clients, named=named)


def addresses() -> list[str]:
    """The name of every address in the URL configuration."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}"


def answers(held: Installation, name: str, method: str, roles: Sequence[Role]) -> list[str]:
    """What each council's people are answered, then a stranger: the status, role by role.

    A cell says what most roles get, then the others: `403; 200: finance, section-151`.  Nobody's
    question changes what the next one is answered.
    """
    address = reverse(name, args=held.named[name])
    cells = []
    for council in WHOM:
        by_status: dict[int, list[str]] = {}
        for role in roles:
            client = held.clients[council, role]
            by_status.setdefault(_status(client, method, address), []).append(role.value)
        cells.append(cell(by_status))
    return [*cells, str(_status(Client(raise_request_exception=False), method, address))]


def _status(client: Client, method: str, address: str) -> int:
    before, cookies = transaction.savepoint(), deepcopy(client.cookies)
    status = int(getattr(client, method.lower())(address).status_code)
    transaction.savepoint_rollback(before)
    client.cookies = cookies  # signing out takes them away
    return status


def cell(by_status: dict[int, list[str]]) -> str:
    """What most roles get, then the others with what they get."""
    most = max(by_status, key=lambda status: (len(by_status[status]), -status))
    rest = [
        f"{status}: {', '.join(roles)}"
        for status, roles in sorted(by_status.items())
        if status != most
    ]
    return "; ".join([str(most), *rest])


def narrowed(written: str, roles: Sequence[Role]) -> str:
    """A cell as it would be written for some of the roles alone."""
    most, *rest = written.split("; ")
    others = {
        role: int(status)
        for status, named in (each.split(": ") for each in rest)
        for role in named.split(", ")
    }
    by_status: dict[int, list[str]] = {}
    for role in roles:
        by_status.setdefault(others.get(role.value, int(most)), []).append(role.value)
    return cell(by_status)
