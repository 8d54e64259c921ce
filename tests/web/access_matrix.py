"""Every address of the site, and who in the invented programme asks for it.

The page docs/access.md holds the expected answers; `answers` gives the real ones in its words.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from invented import write
from moothall.facts.fact import PROGRAMME
from moothall.files.minutes.page import read_page
from moothall.papers.authored import in_word
from moothall.render.docx import paper_docx
from moothall_web.api.actions import make_token, make_webhook
from moothall_web.api.models import Token, Webhook
from moothall_web.api.permissions import SNAPSHOTS
from moothall_web.calendars.actions import make_feed, read_file
from moothall_web.calendars.models import Feed
from moothall_web.cases.actions import make_snapshot, take_step
from moothall_web.cases.states import STEPS, step_named
from moothall_web.clearances import actions as clearances
from moothall_web.decisions import actions as decisions
from moothall_web.decisions import reading
from moothall_web.decisions.models import WaitingPage
from moothall_web.decisions.readings import kept
from moothall_web.decisions.regular.actions import set_address
from moothall_web.desk.models import Mention, Remark, Task
from moothall_web.facts.actions import add_fact, load_folder
from moothall_web.facts.models import Fact, Programme
from moothall_web.facts.permissions import CHANGES
from moothall_web.jobs.models import Job, Result
from moothall_web.money import actions as money
from moothall_web.money.queries import reading_page
from moothall_web.notifications.models import Message
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.publication.actions import give_day
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded
from moothall_web.writing import returning_actions
from moothall_web.writing.returning import return_page
from moothall_web.writing.seen import seen
from published_pages import decision
from word_files import WordFile

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
    job = Job.objects.create(name="papers", who=author, state="done", asked_at=now)
    Result.objects.create(
        job=job, who=author, name="papers.zip", media_type="application/zip", content=b"one"
    )
    told = Message.objects.create(
        person=author, sort="daily", state="shown", subject="One task", text="One.", made_at=now
    )
    make_snapshot(author, CODE, "archive", OWN, date(2026, 5, 1))
    in_public(author, people[OWN, Role.MONITORING_OFFICER])
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
    add_fact(
        author,
        CODE,
        "passages",
        {
            "id": "purpose-words",
            "source": "ashby 1",
            "known_on": "2026-01-05",
            "owner": OWN,
            "proposal": "archive",
            "topic": "summary",
            "text": "Why one archive is enough.",
            "authority": OWN,
        },
    )
    add_fact(
        author,
        CODE,
        "comments",
        {
            "id": "asked",
            "source": "ashby 1",
            "known_on": "2026-01-05",
            "owner": OWN,
            "shared": True,
            "proposal": "archive",
            "body": "ashby-decides",
            "meeting": None,
            "kind": "question",
            "text": "Who looks after the maps?",
        },
    )
    clearances.ask(
        author,
        clearances.Place(code=CODE, proposal="archive", authority=OWN, format="ashby-report"),
        clearances.Asked(office="Finance", area="Money", question="Is the money cleared?"),
        clearances.Begun(title="One archive", report_of="Archives", body="ashby-decides"),
    )
    clerk = people[OWN, Role.DEMOCRATIC_SERVICES]
    for _ in range(2):
        decisions.read_file(clerk, CODE, OWN, "decision.html", decision())
        read = reading.reading_page(clerk, CODE)
        if read is not None and read.offered:
            page_brought_in = decisions.bring_in(clerk, read, read.offered, shared=True)
    system = set_address(clerk, OWN, "https://democracy.ashby.example/")
    waiting = WaitingPage.objects.create(
        programme=Programme.objects.get(code=CODE),
        authority=OWN,
        name="decision.html",
        title="Decision: One archive service",
        read_on=now.date(),
        content=kept(read_page(decision(), "decision.html")),
    )
    acting = Acting.objects.get(person=people[OWN, Role.HR])
    load = Event.objects.get(verb="loaded a programme folder")
    part = Event.objects.get(part_of=load.number, subject="savings/archive-saving")
    fact_of = [CODE, "savings", "archive-saving"]
    proposal, paper = [CODE, "archive"], [CODE, "archive", OWN]
    words = [*paper, "programme-board-paper"]
    cleared = [*paper, "ashby-report"]
    from_word = brought_back_from_word(author, words)
    somebody = [OWN, f"{OWN}-{Role.HR.value}"]
    make_token(people[OWN, Role.HR], OWN, "a program", [], now.date() + timedelta(days=9))
    make_webhook(people[OWN, Role.IT], OWN, "https://example.org/told", ["decisions"])
    named: dict[str, list[object]] = {
        "health": [],
        "ready": [],
        "metrics": [],
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
        **{name: ["ashby"] for name in ("openid_connect_login", "openid_connect_callback")},
        **{f"account_{name}": [] for name in ("login", "change_password", "reauthenticate")},
        **{f"mfa_{name}": [] for name in ("index", "authenticate", "reauthenticate")},
        **{f"mfa_{name}_webauthn": [] for name in ("login", "list", "add", "reauthenticate")},
        **{f"mfa_{name}_totp": [] for name in ("activate", "deactivate")},
        **{f"mfa_{name}_recovery_codes": [] for name in ("view", "generate")},
        "mfa_remove_webauthn": [1],
        "end_session": [1],
        "end_other_sessions": [],
        "jobs:jobs": [],
        "jobs:result": [job.pk],
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
        "cases:all_papers": [CODE],
        "cases:proposal": proposal,
        "cases:paper": paper,
        "cases:paper_html": paper,
        "cases:paper_docx": paper,
        "cases:paper_pdf": paper,
        "cases:paper_in": [*paper, "decision-notice"],
        "cases:paper_in_html": [*paper, "decision-notice"],
        "cases:paper_in_docx": [*paper, "decision-notice"],
        "cases:paper_in_pdf": [*paper, "decision-notice"],
        "cases:annex_html": [*paper, "decision-notice"],
        "cases:annex_docx": [*paper, "decision-notice"],
        "cases:annex_pdf": [*paper, "decision-notice"],
        "cases:snapshots": proposal,
        "cases:snapshot": [*paper, 1],
        "cases:snapshot_file": [*paper, 1, "paper.html"],
        "cases:snapshot_step": [*paper, 1, "clear"],
        "publication:release": [*paper, 2],
        **{f"publication:{name}": [] for name in ("robots", "sitemap", "home")},
        **{f"publication:{name}": [] for name in ("accessibility", "privacy")},
        "publication:programme": [CODE],
        "publication:words": [CODE],
        "publication:programme_news": [CODE],
        "publication:programme_days": [CODE],
        **{f"publication:{name}": proposal for name in ("proposal", "questions", "changes")},
        **{f"publication:{name}": proposal for name in ("news", "days")},
        "publication:edition": [*paper, 2],
        "publication:file": [*paper, 2, "paper.html"],
        "notifications:told": [],
        "notifications:ask": [],
        "notifications:forget": [],
        "notifications:address": ["no-such-token"],
        "notifications:message": [told.pk],
        "notifications:subscribe": [CODE],
        "notifications:subscribe_to": proposal,
        "notifications:confirm": ["no-such-token"],
        "notifications:stop": ["no-such-token"],
        "notices:programme": [CODE],
        "notices:council": paper,
        "notices:form": [*paper, "key-decision"],
        "notices:form_docx": [*paper, "key-decision"],
        "twins:side_by_side": proposal,
        "twins:link": paper,
        "twins:unlink": paper,
        "routes:route": proposal,
        "routes:ways": proposal,
        "routes:move": [*proposal, f"{OWN}-decision"],
        "routes:usual": paper,
        "books:baseline": proposal,
        "books:sign": paper,
        "books:savings": proposal,
        "books:ledger": proposal,
        "books:true_up": [*proposal, 2026],
        "books:partners": proposal,
        "books:parting": proposal,
        "questions:programme": [CODE],
        "questions:question": [CODE, "asked"],
        "questions:answer": [CODE, "asked"],
        "questions:shown": [CODE, "asked"],
        "questions:coming": [CODE, "ashby-decides"],
        "clearances:desk": [CODE],
        "clearances:paper": paper,
        "clearances:paper_in": cleared,
        "clearances:ask_another": cleared,
        "clearances:ask": [*cleared, "money"],
        "clearances:answer": [*cleared, "money"],
        "clearances:withdraw": [*cleared, "money"],
        "writing:begin": paper,
        "writing:write": words,
        "writing:paper": words,
        "writing:passage": [*words, "purpose-words"],
        "writing:word": words,
        "writing:word_docx": words,
        "writing:returned": words,
        "writing:undo_return": [*words, from_word],
        "writing:add": [*words, "summary"],
        "dates:questions": [],
        "dates:question": ["clear-days"],
        "proofreading:proofread": [],
        "decisions:programme": [CODE],
        "decisions:decision": [CODE, Fact.objects.get(kind="decisions").key],
        "decisions:bring_in": [CODE],
        "decisions:reading": [CODE],
        "decisions:undo": [CODE, page_brought_in.event],
        "decisions:take_up": [CODE, waiting.pk],
        "decisions:leave": [CODE, waiting.pk],
        "decisions:systems": [],
        "decisions:stop": [system.pk],
        "decisions:read_now": [system.pk],
        "calendars:bring_in": [CODE],
        "calendars:reading": [CODE],
        "calendars:feeds": [],
        "calendars:close": [Feed.objects.get().pk],
        "calendars:feed": [token],
        "money:bring_in": [CODE],
        "money:reading": [CODE],
        "money:undo": [CODE, brought_in.event],
        "money:workbook": proposal,
        "condition:condition": [],
        "retention:over": [],
        "retention:erase": [OWN, "recorded-words"],
        "api:tokens": [],
        "api:withdraw": [Token.objects.get().pk],
        "api:webhooks": [],
        "api:close": [Webhook.objects.get().pk],
        "api_v1:openapi": [],
        "api_v1:context": [],
        "api_v1:me": [],
        "api_v1:programmes": [],
        "api_v1:programme": [CODE],
        "api_v1:kinds": [CODE],
        "api_v1:facts": [CODE, "savings"],
        "api_v1:fact": fact_of,
        "api_v1:share": fact_of,
        "api_v1:withdraw": fact_of,
        "api_v1:history": fact_of,
        "api_v1:findings": [CODE],
        "api_v1:route": proposal,
        "api_v1:money": proposal,
        "api_v1:paper": paper,
        "api_v1:paper_file": [*paper, "html"],
        "api_v1:annex_file": [*paper, "html"],
        "api_v1:snapshots": proposal,
        "api_v1:snapshot": [*paper, 1],
        "api_v1:snapshot_file": [*paper, 1, "paper.html"],
        "api_v1:snapshot_step": [*paper, 1, "clear"],
        "api_v1:notices": [CODE],
        "api_v1:questions": [CODE],
        "api_v1:organizations": [CODE],
        "api_v1:events": [CODE],
        "api_v1:motions": [CODE],
    }
    clients = {}
    for key, person in people.items():
        token = make_token(person, key[0], "matrix", able(key), now.date() + timedelta(days=9))
        clients[key] = Client(
            raise_request_exception=False, headers={"authorization": f"Bearer {token}"}
        )
        clients[key].force_login(person)
    return Installation(clients=clients, named=named)


def able(key: tuple[str, Role]) -> list[str]:
    """A token that goes as far as its person: the API refuses what the pages refuse."""
    kinds = [kind for kind, roles in CHANGES.items() if key[1] in roles]
    return kinds + [SNAPSHOTS] * any(key[1] in step.roles for step in STEPS)


def brought_back_from_word(author: Person, place: list[str]) -> int:
    """The event of words that came back from Word; another file of the author's waits."""
    today = timezone.localdate()
    for words in ("Why one archive is best.", "Why one archive is enough."):
        paper = seen(author, *place, today)
        assert paper is not None
        file = WordFile(paper_docx(paper.document, in_word(paper.programme, paper.written, today)))
        file.retype("passages/purpose-words", words)
        returning_actions.give(author, paper, "a.docx", file.packed, today)
        page = return_page(author, paper)
        assert page is not None
        if words.endswith("best."):
            keys = [each.change.key for each in page.waiting]
            done = returning_actions.bring_back(author, page, keys, {}, shared=False)
    return done.event


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


def in_public(author: Person, officer: Person) -> None:
    """A second snapshot, which the public sees."""
    shown = make_snapshot(author, CODE, "archive", OWN, date(2026, 5, 1))
    for name in ("clear", "publish"):
        step = step_named(name)
        assert step is not None
        take_step(officer, shown, step)
    give_day(officer, shown, timezone.localdate(), "Town hall")


def _status(client: Client, method: str, address: str) -> int:
    cookies = deepcopy(client.cookies)
    with transaction.atomic():  # which lets its savepoint go: thousands left open fill a lock table
        status = int(getattr(client, method.lower())(address).status_code)
        transaction.set_rollback(True)
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
