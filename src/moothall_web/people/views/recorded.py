"""What was recorded, and erasing what an event says."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.people.councils import register
from moothall_web.people.events import event_to_erase, events_page, may_erase, may_read
from moothall_web.people.forms import EraseForm
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.people.views.asking import answer, asked, sent
from moothall_web.records.actions import erase


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What was recorded for the reader's council, the newest first."""
    held = may_read(reader(request))
    if isinstance(held, Refusal):
        raise RefusedError(held)
    asked_for = request.GET.get("page", "1")
    number = int(asked_for) if asked_for.isdecimal() and len(asked_for) < 10 else 1
    page = events_page(held, number)
    return render(request, "people/events.html", {"shown": page})


@asked
def erase_event(request: HttpRequest, number: int) -> HttpResponse:
    """Erase what an event says: its words and the fact before and after.  The event stays."""
    person = reader(request)
    found = event_to_erase(person, number)
    if found is None:
        raise Http404
    event, payload = found
    held = may_erase(person, payload, register())
    if isinstance(held, Refusal):
        raise RefusedError(held)

    def act(given: dict[str, Any]) -> str:
        erase([event.number], who=person.pk, role=held.role.value, why=given["why"])
        return f"What event {event.number} said is erased. The event itself stays."

    context = {"event": event, "payload": payload}
    return answer(request, EraseForm(sent(request)), act, "people/erase.html", context)
