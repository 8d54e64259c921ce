"""Pages on which a calendar is brought in: given, looked at, and only then saved."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall.basics.dates import in_words
from moothall.files.problems import UnreadableError
from moothall_web.calendars import actions, queries
from moothall_web.calendars.fetching import FetchError
from moothall_web.calendars.forms import ADDRESS, FILE, MOST_YEARS, CalendarForm
from moothall_web.calendars.queries import BringInPage, ReadingPage
from moothall_web.facts.faults import InvalidError, StaleError
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once

CONFLICT, UNPROCESSABLE = 409, 422
EITHER = require_http_methods(["GET", "HEAD", "POST"])
_AHEAD = timedelta(days=2 * 365)
_BODY = "body-"


@EITHER
def bring_in(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a calendar; sent in, it is read and shown, and nothing else."""
    page = queries.bring_in_page(reader(request), code)
    if page is None:
        raise Http404
    if isinstance(page.owners, Refusal):
        raise RefusedError(page.owners)
    if request.method != "POST":
        today = timezone.localdate()
        began = {"since": in_words(today)[4:], "last": in_words(today + _AHEAD)[4:], "way": FILE}
        return _ask(request, page, CalendarForm(initial=began, owners=page.owners))
    form = CalendarForm(request.POST, request.FILES, owners=page.owners)
    if not form.is_valid():
        return _ask(request, page, form, UNPROCESSABLE)
    try:
        _read(request, code, form)
    except UnreadableError as error:
        field = "file" if form.cleaned_data["way"] == FILE else "address"
        for problem in error.problems[:20]:
            form.add_error(
                field, f"{problem.file}, line {problem.line}: {problem.what}. {problem.cure}"
            )
    except FetchError as error:
        form.add_error("address", f"{error.what}. {error.cure}")
    else:
        return redirect("calendars:reading", code)
    return _ask(request, page, form, UNPROCESSABLE)


@EITHER
def reading(request: HttpRequest, code: str) -> HttpResponse:
    """What bringing the calendar in would change; sent in, it is done."""
    given = request.POST if request.method == "POST" else request.GET
    chosen = {name: given[name] for name in given if name.startswith(_BODY)}
    shared = request.method != "POST" or "share" in request.POST
    page = queries.reading_page(reader(request), code, chosen, shared=shared)
    if page is None:
        raise Http404
    _may_still(request, page)
    if request.method != "POST":
        return _show(request, page)
    told = ""
    try:
        # A second click finds the calendar brought in by the first: it is led to where that led.
        if request.POST.get("seen") == page.seen or page.changes.nothing:
            return once(request, lambda: _done(request, page, shared=shared))
    except StaleError:
        pass
    except InvalidError as error:
        told = " ".join(f"{each.what}. {each.cure}" for each in error.faults[:5])
    return _show(request, page, told or _CHANGED, UNPROCESSABLE if told else CONFLICT)


_CHANGED = (
    "What this changes is not what you have seen: somebody has changed a meeting, or you chose "
    "another body since. Look again, and then bring it in."
)


def _read(request: HttpRequest, code: str, form: CalendarForm) -> None:
    given = form.cleaned_data
    person, authority = reader(request), given["authority"]
    since, until = given["since"], given["last"] + timedelta(days=1)
    if given["way"] == FILE:
        file = given["file"]
        name = file.name or "calendar"
        actions.read_file(person, code, authority, name, file.read(), since, until)
    elif given["way"] == ADDRESS:
        actions.fetch_file(person, code, authority, given["address"].strip(), since, until)
    else:
        actions.fetch_from_modern_gov(
            person, code, authority, given["address"], since, until, given["committee"]
        )


def _may_still(request: HttpRequest, page: ReadingPage) -> None:
    """Raise RefusedError where the reader may not bring in this council's calendar any more."""
    asked = queries.bring_in_page(reader(request), page.programme.about.id)
    owners = asked.owners if asked is not None else Refusal("There is no such programme.")
    if isinstance(owners, Refusal):
        raise RefusedError(owners)
    if page.reading.authority not in dict(owners):
        raise RefusedError(Refusal(f"You may no longer bring in {page.whose}'s calendar."))


def _done(request: HttpRequest, page: ReadingPage, *, shared: bool) -> HttpResponse:
    done = actions.bring_in(reader(request), page, shared=shared)
    address = reverse("calendars:bring_in", args=[page.programme.about.id])
    return redirect(f"{address}?added={done.added}&changed={done.changed}")


def _ask(
    request: HttpRequest, page: BringInPage, form: CalendarForm, status: int = 200
) -> HttpResponse:
    done = None
    if {"added", "changed"} <= request.GET.keys():
        added, changed = request.GET["added"], request.GET["changed"]
        if added.isdecimal() and changed.isdecimal() and len(added + changed) < 12:
            done = (int(added), int(changed))
    return render(
        request,
        "calendars/bring_in.html",
        {"page": page, "form": form, "done": done, "most_years": MOST_YEARS},
        status=status,
    )


def _show(
    request: HttpRequest, page: ReadingPage, told: str = "", status: int = 200
) -> HttpResponse:
    return render(
        request,
        "calendars/reading.html",
        {"page": page, "told": told, "token": new_token()},
        status=status,
    )
