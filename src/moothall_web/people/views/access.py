"""Who acts for whom, and the forms by which that is changed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall.facts.fact import PROGRAMME
from moothall_web.people import actions
from moothall_web.people.access import one
from moothall_web.people.access.lines import Line
from moothall_web.people.access.overview import access, sees
from moothall_web.people.actions import Newcomer, Terms
from moothall_web.people.councils import register
from moothall_web.people.forms import AdmitForm, BoardForm, CoverForm, EndForm, GrantForm, WhyForm
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import must_be_able_to_admit, must_be_able_to_grant
from moothall_web.people.sign_in import reader
from moothall_web.people.views.asking import DONE, answer, asked, sent


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Who acts for the reader's councils and their partners."""
    done = request.session.pop(DONE, "") if DONE in request.session else ""
    context = {"access": access(reader(request)), "done": done}
    return render(request, "people/access.html", context)


@asked
def admit(request: HttpRequest, authority: str) -> HttpResponse:
    """Somebody acts for a council in a role."""
    by, held_now = reader(request), register()
    _must_see(by, authority)
    must_be_able_to_admit(by, authority, "", held_now)
    form = AdmitForm(held_now, authority, sent(request))

    def act(given: dict[str, Any]) -> str:
        terms = Terms(
            role=Role(given["role"]),
            programme=given["programme"],
            organisation=given["organisation"],
            since=given["since"],
            until=given["until"],
        )
        return _admitted(by, authority, given, terms)

    name = held_now.name(authority)
    return answer(
        request,
        form,
        act,
        "people/admit.html",
        {"council": name, "title": f"Say who acts for {name}"},
    )


@asked
def admit_to_board(request: HttpRequest, programme: str) -> HttpResponse:
    """Somebody of a school, a union or another public body sits on a programme's board."""
    by, held_now = reader(request), register()
    partners = held_now.programme(programme)
    if partners is None or not any(sees(by, code) for code in partners.authorities):
        raise Http404
    must_be_able_to_admit(by, PROGRAMME, programme, held_now)
    form = BoardForm(sent(request))

    def act(given: dict[str, Any]) -> str:
        terms = Terms(
            role=Role.BOARD_MEMBER,
            programme=programme,
            organisation=given["organisation"],
            since=given["since"],
            until=given["until"],
        )
        return _admitted(by, PROGRAMME, given, terms)

    title = f"Say who else sits on the board of {partners.name}"
    return answer(request, form, act, "people/admit.html", {"council": "", "title": title})


@asked
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody no longer acts in a role."""
    by, line = _line(request, number)

    def act(given: dict[str, Any]) -> str:
        actions.end_acting(by, number, given["until"], seen=given["seen"], why=given["why"])
        return f"{line.name} no longer acts as {line.role} from the day that you gave."

    return answer(request, EndForm(sent(request)), act, "people/end.html", _of(line))


@asked
def cover(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody stands in for somebody who is away."""
    by, line = _line(request, number)

    def act(given: dict[str, Any]) -> str:
        made = actions.cover(
            by,
            number,
            given["stand_in"],
            given["since"],
            given["until"],
            seen=given["seen"],
            why=given["why"],
        )
        return f"{made.person.name} covers for {line.name}."

    return answer(request, CoverForm(sent(request)), act, "people/cover.html", _of(line))


@asked
def grant(request: HttpRequest, authority: str) -> HttpResponse:
    """Let an auditor read what is a council's own."""
    by, held_now = reader(request), register()
    _must_see(by, authority)
    must_be_able_to_grant(by, authority, held_now)
    form = GrantForm(held_now, authority, one.auditors(authority), sent(request))

    def act(given: dict[str, Any]) -> str:
        made = actions.grant(
            by,
            authority,
            given["programme"],
            given["auditor"],
            given["kinds"],
            given["why"],
        )
        return f"{made.auditor.name} may read what you granted."

    name = held_now.name(authority)
    return answer(request, form, act, "people/grant.html", {"council": name})


@asked
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """End what an auditor may read."""
    by, held_now = reader(request), register()
    found = one.grant(by, number)
    if found is None:
        raise Http404
    granted, authority = found
    must_be_able_to_grant(by, authority, held_now)

    def act(given: dict[str, Any]) -> str:
        actions.withdraw_grant(by, number, given["why"])
        return f"{granted.auditor} no longer reads what you had granted."

    context = {"grant": granted, "council": held_now.name(authority)}
    return answer(request, WhyForm(sent(request)), act, "people/withdraw.html", context)


def _admitted(by: Person, authority: str, given: dict[str, Any], terms: Terms) -> str:
    is_new = given["is_new"] == "yes"
    who = Newcomer(given["username"], given["name"]) if is_new else given["username"]
    made = actions.admit(by, authority, who, terms, given["why"])
    words = f"{made.person.name} acts as {terms.role.label}."
    if not made.person.opened:
        words += " Next, make them a sign-in link on their page and hand it over."
    return words


def _must_see(by: Person, authority: str) -> None:
    if not sees(by, authority):
        raise Http404


def _line(request: HttpRequest, number: int) -> tuple[Person, Line]:
    by = reader(request)
    line = one.line(by, number)
    if line is None:
        raise Http404
    must_be_able_to_admit(by, line.authority, line.programme_code, register())
    return by, line


def _of(line: Line) -> dict[str, Any]:
    return {"line": line, "state": line.state}
