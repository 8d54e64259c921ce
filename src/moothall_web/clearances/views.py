"""Pages of clearances: the desk, one paper, and asking."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall.papers.clearance.differences import in_lines
from moothall_web.cases.views import as_at_a_day
from moothall_web.clearances import actions, queries
from moothall_web.clearances.actions import Asked, Place
from moothall_web.clearances.beginning import Begun
from moothall_web.clearances.forms import WHOLE, AskForm
from moothall_web.clearances.pages import PaperPage
from moothall_web.clearances.parts import Part
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader

EITHER = require_http_methods(["GET", "HEAD", "POST"])
CONFLICT, UNPROCESSABLE = 409, 422
DONE = {
    "asked": "The clearance has been asked for.",
    "answered": "Your answer stands with the words that you saw.",
    "withdrawn": "It has been taken back.",
}


@as_at_a_day
def desk(request: HttpRequest, as_at: date, code: str) -> HttpResponse:
    """What waits for the reader, and every paper of their councils."""
    page = queries.desk_page(reader(request), code, as_at)
    if page is None:
        raise Http404
    return render(request, "clearances/desk.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def paper(
    request: HttpRequest, as_at: date, code: str, proposal: str, authority: str
) -> HttpResponse:
    """A paper's clearances, in the council's usual format."""
    return _paper(request, as_at, (code, proposal, authority, ""))


@as_at_a_day
def paper_in(
    request: HttpRequest, as_at: date, code: str, proposal: str, authority: str, layout: str
) -> HttpResponse:
    """A paper's clearances, in one format."""
    return _paper(request, as_at, (code, proposal, authority, layout))


def _paper(request: HttpRequest, as_at: date, place: tuple[str, str, str, str]) -> HttpResponse:
    page = queries.paper_page(reader(request), *place, as_at)
    if page is None:
        raise Http404
    done = DONE.get(request.GET.get("done", ""), "")
    more = {"page": page, "done": done, "lines": in_lines, **_asked(request, as_at)}
    return render(request, "clearances/paper.html", more)


@EITHER
def ask(
    request: HttpRequest, code: str, proposal: str, authority: str, layout: str, duty: str
) -> HttpResponse:
    """Whom to ask for one part of the council's list."""
    return _ask(request, Place(code=code, proposal=proposal, authority=authority, format=layout,
                               slug=duty))  # fmt: skip


@EITHER
def ask_another(
    request: HttpRequest, code: str, proposal: str, authority: str, layout: str
) -> HttpResponse:
    """Whom to ask, and about what, beyond the council's list."""
    return _ask(request, Place(code=code, proposal=proposal, authority=authority, format=layout))


def page_today(request: HttpRequest, place: Place) -> PaperPage:
    """The paper as it stands today; a page that is not there where there is none to see."""
    page = queries.paper_page(
        reader(request),
        place.code,
        place.proposal,
        place.authority,
        place.format,
        timezone.localdate(),
    )
    if page is None:
        raise Http404
    return page


def part_of(page: PaperPage, place: Place) -> Part:
    """One part of it."""
    for part in page.part.parts:
        if part.duty.slug == place.slug:
            return part
    raise Http404


def back_to(place: Place, done: str = "") -> str:
    """The address of the paper's clearances."""
    to = reverse(
        "clearances:paper_in", args=[place.code, place.proposal, place.authority, place.format]
    )
    return f"{to}?done={done}" if done else to


def words_of(error: InvalidError) -> tuple[str, ...]:
    """What an action found wrong, but for the reason, which stands at its field."""
    others = [each for each in error.faults if each.path[:1] != ("why",)]
    return tuple(f"{each.what}. {each.cure}" for each in others)


def _ask(request: HttpRequest, place: Place) -> HttpResponse:
    page = page_today(request, place)
    part = part_of(page, place) if place.slug else None
    if isinstance(page.asks, Refusal):
        raise RefusedError(page.asks)
    form = _form(request, page, part)
    if request.method != "POST":
        return _show_ask(request, page, part, form, new_sheet(0))
    sheet = sheet_sent(request)
    if not form.is_valid():
        return _show_ask(request, page, part, form, sheet)
    said = form.cleaned_data

    def act() -> str:
        area = said.get("area", "")
        asked = Asked(
            office=part.duty.office if part else said["office"],
            asked_of=said["asked_of"],
            area=area,
            question=said.get("question", ""),
        )
        begun = None
        if page.paper.paper is None:
            begun = Begun(title=said["title"], report_of=said["report_of"], body=said["body"])
        actions.ask(reader(request), place, asked, begun, sheet.why.text)
        return back_to(place, "asked")

    try:
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except StaleError:
        page = page_today(request, place)
        part = part_of(page, place) if place.slug else None
        form = _form(request, page, part)
        return _show_ask(request, page, part, form, new_sheet(0, why=sheet.why.text), stale=True)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        return _show_ask(request, page, part, form, sheet, faults=words_of(error))


def _form(request: HttpRequest, page: PaperPage, part: Part | None) -> AskForm:
    office = part.duty.office if part else ""
    days = page.paper.deadline
    body = next((each.id for each in page.bodies if each.name == days.body), "")
    return AskForm(
        request.POST if request.method == "POST" else None,
        office=office,
        headings=[each for each in page.paper.headings if each != WHOLE],
        people=queries.people_to_ask(page.code, page.authority.code, office),
        bodies=[(each.id, each.name) for each in page.bodies],
        listed=part is not None,
        begun=page.paper.paper is not None,
        initial={
            "title": page.proposal.name,
            "report_of": reader(request).name,
            "body": body,
            "asked_of": part.duty.clearance.asked_of if part and part.duty.clearance else "",
        },
    )


def _show_ask(
    request: HttpRequest,
    page: PaperPage,
    part: Part | None,
    form: AskForm,
    sheet: Sheet,
    *,
    stale: bool = False,
    faults: tuple[str, ...] = (),
) -> HttpResponse:
    wrong = bool(faults or sheet.why.wrong or form.errors)
    more: dict[str, Any] = {"page": page, "part": part, "form": form, "sheet": sheet}
    more |= {"stale": stale, "faults": faults}
    status = CONFLICT if stale else UNPROCESSABLE if wrong else 200
    return render(request, "clearances/ask.html", more, status=status)


def _asked(request: HttpRequest, as_at: date) -> dict[str, object]:
    """The day asked for, to hand on in links: None while the reader has named none."""
    return {"asked": as_at if request.GET.get("as_at") else None, "as_at": as_at}
