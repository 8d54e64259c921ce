"""One person, as one of their councils sees them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from moothall_web.people import actions
from moothall_web.people.access.one import PersonPage, person_page
from moothall_web.people.actions import ChangedSinceError
from moothall_web.people.councils import register
from moothall_web.people.forms import HandOverForm, WhyForm
from moothall_web.people.models import Person
from moothall_web.people.permissions import must_be_able_to_admit
from moothall_web.people.sign_in import reader
from moothall_web.people.views.asking import answer, asked, sent


@require_safe
def person(request: HttpRequest, authority: str, username: str) -> HttpResponse:
    """One person, as one of their councils sees them."""
    return render(request, "people/person.html", {"page": _page(request, authority, username)})


@asked
def hand_over(request: HttpRequest, authority: str, username: str) -> HttpResponse:
    """What one person does for a council goes to another."""
    by, page, who = _whom(request, authority, username)

    def act(given: dict[str, Any]) -> str:
        tasks = actions.hand_over(
            by,
            authority,
            who,
            given["takes"],
            given["on"],
            seen=given["seen"],
            why=given["why"],
        )
        return f"{who.name} hands over to {given['takes']}. Open tasks that went along: {tasks}."

    form = HandOverForm(sent(request))
    return answer(request, form, act, "people/hand_over.html", _of_page(page))


@asked
def leave(request: HttpRequest, authority: str, username: str) -> HttpResponse:
    """Somebody has left a council."""
    by, page, who = _whom(request, authority, username)

    def act(given: dict[str, Any]) -> str:
        closed = actions.leave(by, authority, who, seen=given["seen"], why=given["why"])
        also = " Their sign-in is closed." if closed else " They still act for others."
        return f"{who.name} no longer acts for {page.council}.{also}"

    return answer(request, WhyForm(sent(request)), act, "people/leave.html", _of_page(page))


@require_POST
def link(request: HttpRequest, authority: str, username: str) -> HttpResponse:
    """Make a link by which somebody chooses a password, and show it once."""
    by, page, who = _whom(request, authority, username)
    try:
        address = actions.make_link(by, authority, who)
    except ChangedSinceError as error:
        return render(
            request, "people/person.html", {"page": page, "told": error.words}, status=409
        )
    context = {"page": page, "address": request.build_absolute_uri(address)}
    return render(request, "people/link.html", context)


def _page(request: HttpRequest, authority: str, username: str) -> PersonPage:
    page = person_page(reader(request), authority, username)
    if page is None:
        raise Http404
    return page


def _whom(request: HttpRequest, authority: str, username: str) -> tuple[Person, PersonPage, Person]:
    by, page = reader(request), _page(request, authority, username)
    codes = {line.programme_code for line in (*page.lines, *page.ended)}
    for code in codes:
        must_be_able_to_admit(by, authority, code, register())
    return by, page, page.person


def _of_page(page: PersonPage) -> dict[str, Any]:
    return {"page": page, "state": page.state}
