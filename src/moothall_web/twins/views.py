"""The page side by side, for the day that the reader names, and linking on it by one click."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall_web.cases.views import as_at_a_day
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import capacities
from moothall_web.people.sign_in import reader
from moothall_web.twins import actions, queries
from moothall_web.twins.actions import CannotLinkError, Pair
from moothall_web.twins.permissions import may_link

DONE = {
    "linked": "They are linked for your council. The other council is shown that you have linked "
    "them, and its own paper stays as it is.",
    "unlinked": "Your council’s link is undone.",
}
_CONFLICT, _UNPROCESSABLE = 409, 422
_LONGEST = 300
_DIGITS = 9
_STALE = (
    "Your council’s paper has been changed since this page was shown. Nothing was linked or "
    "undone: look at what stands here now, and choose again."
)
_NOTHING_CHOSEN = "Choose the recommendation with which it is to be linked."


@as_at_a_day
def side_by_side(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Every council's recommendations and papers on one proposal, beside each other."""
    asked = as_at if request.GET.get("as_at") else None
    done = DONE.get(request.GET.get("done", ""), "")
    return _shown(request, code, proposal, as_at, asked=asked, done=done)


@require_POST
def link(request: HttpRequest, code: str, proposal: str, authority: str) -> HttpResponse:
    """Say that an own recommendation and another council's are the same matter."""
    return _act(request, (code, proposal, authority), actions.link, "linked")


@require_POST
def unlink(request: HttpRequest, code: str, proposal: str, authority: str) -> HttpResponse:
    """Undo one's own council's link."""
    return _act(request, (code, proposal, authority), actions.unlink, "unlinked")


def _act(
    request: HttpRequest,
    place: tuple[str, str, str],
    act: Callable[[Person, Pair], None],
    done: str,
) -> HttpResponse:
    code, proposal, authority = place
    today = timezone.localdate()
    programme = facts.programme(reader(request), code)
    held = {each.id: each.parties for each in programme.proposals} if programme else {}
    if programme is None or authority not in held.get(proposal, ()):
        raise Http404
    may = may_link(capacities(reader(request)), authority, programme)
    if isinstance(may, Refusal):
        raise RefusedError(may)
    sent = {name: request.POST.get(name, "")[:_LONGEST] for name in ("own", "other", "version")}
    version = sent["version"]
    if not (sent["own"] and sent["other"] and version.isdecimal() and len(version) <= _DIGITS):
        return _shown(request, code, proposal, today, fault=_NOTHING_CHOSEN, status=_UNPROCESSABLE)
    pair = Pair(
        code=code,
        proposal=proposal,
        authority=authority,
        own=sent["own"],
        other=sent["other"],
        version=int(version),
    )
    try:
        act(reader(request), pair)
    except NotThereError:
        raise Http404 from None
    except CannotLinkError as error:
        fault, status = str(error), _UNPROCESSABLE
    except InvalidError as error:
        fault = " ".join(f"{each.what}. {each.cure}" for each in error.faults)
        status = _UNPROCESSABLE
    except StaleError:
        fault, status = _STALE, _CONFLICT
    else:
        to = reverse("twins:side_by_side", args=[code, proposal])
        return redirect(f"{to}?done={done}#asked")
    return _shown(request, code, proposal, today, fault=fault, status=status)


def _shown(
    request: HttpRequest,
    code: str,
    proposal: str,
    as_at: date,
    *,
    asked: date | None = None,
    done: str = "",
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    page = queries.side_by_side(reader(request), code, proposal, as_at)
    if page is None:
        raise Http404
    more = {"page": page, "asked": asked, "as_at": as_at, "done": done, "fault": fault}
    return render(request, "twins/side_by_side.html", more, status=status)
