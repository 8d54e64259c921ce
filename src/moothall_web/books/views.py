"""Pages of the books.  Each asks one question, for the day that the reader names, or signs."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall.facts.words import in_per_cent, in_pounds
from moothall_web.books import actions
from moothall_web.books.baseline import baseline_page, parts_of
from moothall_web.books.forms import NoticeForm, PartnersForm
from moothall_web.books.ledger import TITLES, ledger_page, true_up_page
from moothall_web.books.months import MONTHS
from moothall_web.books.parting import parting_page
from moothall_web.books.partners import parting_in_words, partners_page, years_to_choose
from moothall_web.books.savings import savings_page
from moothall_web.books.seen import Seen, seen
from moothall_web.books.signing import SignPage, sign_page
from moothall_web.cases.views import as_at_a_day
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader

CONFLICT, UNPROCESSABLE = 409, 422


@as_at_a_day
def baseline(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Each council's own lines side by side, who has signed, and what has changed since."""
    asked = request.GET.get("part", "")
    part = int(asked) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 5 else 1
    page = baseline_page(_seen(request, code, proposal, as_at), max(part, 1))
    more = {
        "page": page,
        "parts": parts_of(page),
        "done": request.GET.get("done") == "signed",
    }
    return _shown(request, "books/baseline.html", as_at, more)


@as_at_a_day
def savings(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Recurrent and one-off apart, year by year, with charts."""
    page = savings_page(_seen(request, code, proposal, as_at))
    return _shown(request, "books/savings.html", as_at, {"page": page})


@as_at_a_day
def ledger(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Both sets of books side by side; `?year=` is the year whose split is looked at."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else None
    page = ledger_page(_seen(request, code, proposal, as_at), year)
    more = {"page": page, "titles": TITLES, "month_names": list(MONTHS)}
    return _shown(request, "books/ledger.html", as_at, more)


@as_at_a_day
def true_up(request: HttpRequest, as_at: date, code: str, proposal: str, year: int) -> HttpResponse:
    """What the councils owe each other for a year, as invoice lines."""
    page = true_up_page(_seen(request, code, proposal, as_at), year)
    if page is None:
        raise Http404
    return _shown(request, "books/true_up.html", as_at, {"page": page})


@as_at_a_day
def parting(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """How the councils would part, if notice were given on the day of `?given_on=`."""
    held = _seen(request, code, proposal, as_at)
    form = NoticeForm(request.GET if "given_on" in request.GET else None)
    given_on = (form.cleaned_data["given_on"] if form.is_valid() else None) or as_at
    more = {"page": parting_page(held, given_on), "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return _shown(request, "books/parting.html", as_at, more, status)


@as_at_a_day
def partners(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """What every council would pay if one left, declined or were followed; nothing is stored."""
    held = _seen(request, code, proposal, as_at)
    form = PartnersForm(
        request.GET if "authority" in request.GET else None,
        councils=[(each, held.name(each)) for each in held.parties],
        years=years_to_choose(held),
        taken={
            name.casefold(): held.name(each)
            for each in held.parties
            for name in (each, held.name(each))
        },
    )
    page = partners_page(held, form.going if form.is_valid() else None)
    more = {"page": page, "form": form, "parting_in_words": parting_in_words}
    status = UNPROCESSABLE if form.errors else 200
    return _shown(request, "books/partners.html", as_at, more, status)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, code: str, proposal: str, authority: str) -> HttpResponse:
    """Exactly what a council's section 151 officer signs, and then the signature."""
    page = _sign_page(request, code, proposal, authority)
    if isinstance(page.council.may, Refusal):
        raise RefusedError(page.council.may)
    if request.method != "POST":
        return _show_sign(request, page, new_sheet(0))
    sheet = sheet_sent(request)
    if "mark" not in request.POST:
        return _show_sign(request, page, sheet, faults=("Look at the lines, then sign them.",))

    def act() -> str:
        mark = request.POST["mark"]
        actions.sign(reader(request), code, proposal, authority, mark, sheet.why.text)
        return f"{reverse('books:baseline', args=[code, proposal])}?done=signed"

    try:
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except StaleError:
        page = _sign_page(request, code, proposal, authority)
        return _show_sign(request, page, new_sheet(0, why=sheet.why.text), stale=True)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        others = [each for each in error.faults if each.path[:1] != ("why",)]
        words = tuple(f"{each.what}. {each.cure}" for each in others)
        return _show_sign(request, page, sheet, faults=words)


def _sign_page(request: HttpRequest, code: str, proposal: str, authority: str) -> SignPage:
    page = sign_page(_seen(request, code, proposal, timezone.localdate()), authority)
    if page is None:
        raise Http404
    return page


def _show_sign(
    request: HttpRequest,
    page: SignPage,
    sheet: Sheet,
    *,
    stale: bool = False,
    faults: tuple[str, ...] = (),
) -> HttpResponse:
    wrong = bool(faults or sheet.why.wrong)
    more = {"page": page, "sheet": sheet, "stale": stale, "faults": faults}
    status = CONFLICT if stale else UNPROCESSABLE if wrong else 200
    return _shown(request, "books/sign.html", timezone.localdate(), more, status)


def _seen(request: HttpRequest, code: str, proposal: str, as_at: date) -> Seen:
    held = seen(reader(request), code, proposal, as_at)
    if held is None:
        raise Http404
    return held


def _shown(
    request: HttpRequest, template: str, as_at: date, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page with the words for money, and the day asked for to hand on in links."""
    context = {
        "as_at": as_at,
        "asked": as_at if request.GET.get("as_at") else None,
        "pounds": in_pounds,
        "per_cent": in_per_cent,
        **more,
    }
    return render(request, template, context, status=status)
