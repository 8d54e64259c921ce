"""Pages of decisions: those ahead, one decision, and bringing published pages in."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from moothall.files.problems import UnreadableError
from moothall_web.calendars.fetching import FetchError
from moothall_web.cases.views import as_at_a_day
from moothall_web.decisions import actions, queries
from moothall_web.decisions.forms import ADDRESS, FILE, PageForm
from moothall_web.decisions.pages import BringInPage
from moothall_web.decisions.reading import MOST_MATTERS, ReadingPage, may_still, reading_page
from moothall_web.decisions.readings import TOGETHER, from_form
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once

CONFLICT, UNPROCESSABLE = 409, 422
EITHER = require_http_methods(["GET", "HEAD", "POST"])
_SHOW, _TAKE = "show", "take"
_CHANGED = (
    "What this saves is not what you have seen: somebody has changed one of the facts since. Look "
    "again, and then save it."
)
_CHANGED_AGAIN = (
    "One of the facts has been changed again since. Undo the later change first; nothing was "
    "undone."
)
_NOTHING = "Tick what you want to save, or leave the page: nothing is saved by looking."


@as_at_a_day
def programme(request: HttpRequest, as_at: date, code: str) -> HttpResponse:
    """Decisions ahead by day, and those that were taken."""
    page = queries.programme_page(reader(request), code, as_at)
    if page is None:
        raise Http404
    return render(request, "decisions/programme.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def decision(request: HttpRequest, as_at: date, code: str, decision: str) -> HttpResponse:
    """One decision with the elements of its record, and what is missing of them."""
    page = queries.decision_page(reader(request), code, decision, as_at)
    if page is None:
        raise Http404
    return render(request, "decisions/decision.html", {"page": page, **_asked(request, as_at)})


@EITHER
def bring_in(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a page; sent in, it is read and shown, and nothing else."""
    page = queries.bring_in_page(reader(request), code)
    if page is None:
        raise Http404
    if isinstance(page.owners, Refusal):
        raise RefusedError(page.owners)
    if request.method != "POST":
        return _ask(request, page, PageForm(initial={"way": ADDRESS}, owners=page.owners))
    form = PageForm(request.POST, request.FILES, owners=page.owners)
    if not form.is_valid():
        return _ask(request, page, form, UNPROCESSABLE)
    given = form.cleaned_data
    try:
        if given["way"] == FILE:
            file = given["file"]
            name = file.name or "page.html"
            actions.read_file(reader(request), code, given["authority"], name, file.read())
        else:
            address = given["address"].strip()
            actions.fetch_page(reader(request), code, given["authority"], address)
    except UnreadableError as error:
        field = "file" if given["way"] == FILE else "address"
        for problem in error.problems[:20]:
            form.add_error(field, f"{problem.file}: {problem.what}. {problem.cure}")
    except FetchError as error:
        said = f"{error.what}. {error.cure}"  # the fetcher speaks of calendars
        form.add_error("address", said.replace("calendar", "page"))
    else:
        return redirect("decisions:reading", code)
    return _ask(request, page, form, UNPROCESSABLE)


@EITHER
def reading(request: HttpRequest, code: str) -> HttpResponse:
    """What was read beside what is held; sent in, what was ticked is saved."""
    is_sent = request.method == "POST"
    page = reading_page(reader(request), code)
    if page is None:
        raise Http404
    if not may_still(reader(request), page):
        raise RefusedError(Refusal(f"You may no longer bring in {page.whose}'s pages."))
    if not is_sent:
        return _show(request, page, page.offered)
    if request.POST.get("do") == _SHOW:
        actions.choose(page.reading, from_form(request.POST))
        return redirect(f"{reverse('decisions:reading', args=[code])}#read")
    ticks = frozenset(request.POST.getlist(_TAKE)) & page.ticks
    told = ""
    try:
        # A second click finds the page brought in by the first: it is led to where that led.
        if request.POST.get("seen") == page.seen and ticks:
            return once(request, lambda: _done(request, page, ticks))
    except StaleError:
        pass
    except InvalidError as error:
        told = " ".join(f"{each.what}. {each.cure}" for each in error.faults[:5])
    if request.POST.get("seen") == page.seen and not ticks:
        return _show(request, page, ticks, _NOTHING, UNPROCESSABLE)
    return _show(request, page, ticks, told or _CHANGED, UNPROCESSABLE if told else CONFLICT)


@require_POST
def undo(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take back all that one page has brought."""
    try:
        return once(request, lambda: _undone(request, code, number))
    except NotThereError:
        raise Http404 from None
    except StaleError:
        words, status = [_CHANGED_AGAIN], CONFLICT
    except InvalidError as error:
        words, status = [f"{each.what}. {each.cure}" for each in error.faults], UNPROCESSABLE
    page = queries.bring_in_page(reader(request), code)
    if page is None:
        raise Http404
    found = {"programme": page.programme, "words": words}
    return render(request, "facts/not_undone.html", found, status=status)


def _undone(request: HttpRequest, code: str, number: int) -> HttpResponse:
    count = actions.undo_import(reader(request), code, number, request.POST.get("why", ""))
    return redirect(f"{reverse('decisions:bring_in', args=[code])}?undone={count}")


def _done(request: HttpRequest, page: ReadingPage, ticks: frozenset[str]) -> HttpResponse:
    done = actions.bring_in(
        reader(request),
        page,
        ticks,
        shared="share" in request.POST,
        why=request.POST.get("why", ""),
    )
    address = reverse("decisions:bring_in", args=[page.code])
    return redirect(f"{address}?added={done.added}&changed={done.changed}")


def _ask(
    request: HttpRequest, page: BringInPage, form: PageForm, status: int = 200
) -> HttpResponse:
    counts = {
        name: int(request.GET[name])
        for name in ("added", "changed", "undone")
        if request.GET.get(name, "").isdecimal() and len(request.GET[name]) < 7
    }
    done = ""
    if {"added", "changed"} <= counts.keys():
        done = f"Facts added: {counts['added']}; changed: {counts['changed']}."
    elif "undone" in counts:
        done = f"Undone: {counts['undone']} facts."
    return render(
        request,
        "decisions/bring_in.html",
        {"page": page, "form": form, "done": done, "token": new_token()},
        status=status,
    )


def _show(
    request: HttpRequest,
    page: ReadingPage,
    ticked: frozenset[str],
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "decisions/reading.html",
        {
            "page": page,
            "ticked": ticked,
            "told": told,
            "token": new_token(),
            "together": TOGETHER,
            "most": MOST_MATTERS,
            "shared": request.method != "POST" or "share" in request.POST,
        },
        status=status,
    )


def _asked(request: HttpRequest, as_at: date) -> dict[str, object]:
    """The day asked for, to hand on in links: None while the reader has named none."""
    return {"asked": as_at if request.GET.get("as_at") else None, "as_at": as_at}
