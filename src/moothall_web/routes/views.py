"""Pages of a route: as it stands, the ways to get there, moving a step, the usual steps."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from moothall.governance.suppositions import SuppositionError, supposing
from moothall_web.cases.forms import AsAtForm
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records import submissions
from moothall_web.routes import actions, queries
from moothall_web.routes.forms import SupposeForm, UsualForm, WantedForm
from moothall_web.routes.links import Links, links_of
from moothall_web.routes.moving import MovePage, change_asked, move_page
from moothall_web.routes.queries import Seen

P = ParamSpec("P")
EITHER = require_http_methods(["GET", "HEAD", "POST"])
CONFLICT, UNPROCESSABLE = 409, 422


def on_a_day(
    view: Callable[Concatenate[HttpRequest, Links, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view the day of `?as_at=` (today if none is named) and what `?suppose=` supposes.

    The clock is read here and nowhere below.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        form = AsAtForm(request.GET)
        if not form.is_valid():
            return render(request, "cases/as_at.html", {"form": form}, status=UNPROCESSABLE)
        as_at = form.cleaned_data["as_at"] or timezone.localdate()
        return view(request, links_of(request, as_at), *args, **kwargs)

    return answer


@require_safe
@on_a_day
def route(request: HttpRequest, links: Links, code: str, proposal: str) -> HttpResponse:
    """The joint route as it stands; `?rule=` and `?value=` ask to suppose something more."""
    held, wrong = _seen(request, links, code, proposal)
    page = queries.route_page(held)
    asks = "rule" in request.GET or "value" in request.GET
    form = SupposeForm(request.GET if asks else None, rules=page.rules)
    if asks and form.is_valid():
        more = links.supposing(form.supposition)
        try:
            supposing(held.case.programme, more.suppositions)
        except SuppositionError as error:
            form.add_error("value", str(error))
        else:
            return redirect(more.to("routes:route", code, proposal))
    return render(
        request,
        "routes/route.html",
        {
            "page": page,
            "links": links,
            "form": form,
            "wrong": wrong,
            "done": _done(request, held),
            "problems": [("id_rule", wrong)] if wrong else [],
        },
        status=UNPROCESSABLE if wrong or form.errors else 200,
    )


@require_safe
@on_a_day
def ways(request: HttpRequest, links: Links, code: str, proposal: str) -> HttpResponse:
    """The ways to get there, and the last days for the start that `?wanted=` names."""
    held, wrong = _seen(request, links, code, proposal)
    form = WantedForm(request.GET if "wanted" in request.GET else None)
    wanted: date | None = form.cleaned_data["wanted"] if form.is_valid() else None
    return render(
        request,
        "routes/ways.html",
        {"page": queries.ways_page(held, wanted), "links": links, "form": form, "wrong": wrong},
        status=UNPROCESSABLE if wrong or form.errors else 200,
    )


@EITHER
@on_a_day
def move(request: HttpRequest, links: Links, code: str, proposal: str, step: str) -> HttpResponse:
    """A step on another day: what that would change, and then the change itself."""
    if request.method == "POST":
        return _moved(request, links, code, proposal, step)
    asks = "to" in request.GET or "day" in request.GET
    page = _move_page(request, links, code, proposal, step, request.GET if asks else None)
    return _show_move(request, links, page, new_sheet(0))


def _move_page(
    request: HttpRequest, links: Links, code: str, proposal: str, step: str, sent: Any
) -> MovePage:
    held, _ = _seen(request, links, code, proposal)
    page = move_page(reader(request), held, step, sent)
    if page is None:
        raise Http404
    return page


def _show_move(
    request: HttpRequest,
    links: Links,
    page: MovePage,
    sheet: Sheet,
    *,
    stale: bool = False,
    faults: tuple[str, ...] = (),
    refused: bool = False,
) -> HttpResponse:
    wrong = refused or bool(faults or sheet.why.wrong or page.form.errors)
    return render(
        request,
        "routes/move.html",
        {
            "page": page,
            "links": links,
            "sheet": sheet,
            "stale": stale,
            "faults": faults,
            "refused": refused,
        },
        status=CONFLICT if stale else UNPROCESSABLE if wrong else 200,
    )


class _NotReadyError(Exception):
    """What was sent in chooses no day that the step can go to."""


def _moved(request: HttpRequest, links: Links, code: str, proposal: str, step: str) -> HttpResponse:
    sheet = sheet_sent(request)

    def page() -> MovePage:
        return _move_page(request, links, code, proposal, step, request.POST)

    def act() -> str:
        # A second click finds the step where the first one put it: it is led to where that led.
        asked = page()
        change = change_asked(asked)
        if isinstance(change.may, Refusal):
            raise RefusedError(change.may)
        if asked.preview is None:
            raise _NotReadyError
        if request.POST.get("seen", "") != asked.preview.seen:
            raise StaleError({}, change.version)
        actions.move(
            reader(request),
            code,
            asked.preview.move,
            change.payload,
            change.version,
            sheet.why.text,
            for_authority=sheet.for_authority,
        )
        of = f"{asked.preview.move.kind}/{asked.preview.move.key}"
        return links.to("routes:route", code, proposal, done="moved", of=of)

    try:
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except StaleError:
        return _show_move(request, links, page(), new_sheet(0, why=sheet.why.text), stale=True)
    except _NotReadyError:
        return _show_move(request, links, page(), sheet, refused=True)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        others = [each for each in error.faults if each.path[:1] != ("why",)]
        words = tuple(f"{each.what}. {each.cure}" for each in others)
        return _show_move(request, links, page(), sheet, faults=words)


@EITHER
def usual_steps(request: HttpRequest, code: str, proposal: str, authority: str) -> HttpResponse:
    """The usual steps that a council's route does not have today, and adding some of them."""
    links = Links(as_at=timezone.localdate(), asked=None)
    held, _ = _seen(request, links, code, proposal)
    page = queries.usual_page(reader(request), held, authority)
    if page is None:
        raise Http404
    if isinstance(page.may, Refusal):
        raise RefusedError(page.may)
    form = UsualForm(
        request.POST if request.method == "POST" else None,
        proposed=page.proposed,
        short_name=page.name,
    )
    faults: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            return submissions.once(request, lambda: _added(request, form, held, code, authority))
        except _NotReadyError:
            pass
        except InvalidError as error:
            faults = tuple(f"{each.what}. {each.cure}" for each in error.faults)
    return render(
        request,
        "routes/usual.html",
        {
            "page": page,
            "links": links,
            "form": form,
            "faults": faults,
            "token": submissions.new_token(),
        },
        status=UNPROCESSABLE if request.method == "POST" else 200,
    )


def _added(
    request: HttpRequest, form: UsualForm, held: Seen, code: str, authority: str
) -> HttpResponseRedirect:
    if not form.proposed or not form.is_valid():
        raise _NotReadyError
    actions.add_usual_steps(
        reader(request),
        code,
        held.proposal,
        authority,
        form.taken(),
        shared=form.cleaned_data["shared"],
    )
    today = Links(as_at=held.case.as_at, asked=None)
    return HttpResponseRedirect(today.to("routes:route", code, held.proposal.id, done="added"))


def _seen(request: HttpRequest, links: Links, code: str, proposal: str) -> tuple[Seen, str]:
    """What the reader sees; where a supposition cannot be understood, without any, and why."""
    wrong = ""
    try:
        held = queries.seen(reader(request), code, proposal, links.as_at, links.suppositions)
    except SuppositionError as error:
        held, wrong = queries.seen(reader(request), code, proposal, links.as_at), str(error)
    if held is None:
        raise Http404
    return held, wrong


def _done(request: HttpRequest, held: Seen) -> dict[str, str]:
    """What was just done, in words, with the fact in whose history it can be undone."""
    done, of = request.GET.get("done", ""), request.GET.get("of", "")
    if done == "added":
        return {"words": "The steps are added. The route below has them."}
    kind, _, key = of.partition("/")
    if done != "moved" or kind not in ("steps", "meetings"):
        return {}
    if not any(each.id == key for each in getattr(held.case.programme, kind)):
        return {}
    return {"words": "It is moved. The route below has its new day.", "kind": kind, "key": key}
