"""What is done with one press: share, withdraw, remove, undo; each explained before it is done."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from moothall_web.facts import actions, queries
from moothall_web.facts.acting import acting
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.facts.queries import FactPage
from moothall_web.facts.views.sheet import Sheet, Why, new_sheet, once, sheet_sent
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.people.sign_in import reader


def may_remove(page: FactPage) -> Refusal | Capacity:
    """Whether the reader may remove a fact, as far as its page tells; the action asks again."""
    if page.kind in ("about", "authorities"):
        return Refusal("This can be changed and not removed: the programme rests on it.")
    if page.pointed_at_by or page.unseen_pointers:
        return Refusal(
            "This cannot be removed while other facts point at it. Its page lists them; change or "
            "remove them first."
        )
    return page.may_change


CONFLICT, UNPROCESSABLE = 409, 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One of the acts: its template, how it is done, and what the page that it leads to says."""

    template: str
    done: str
    allowed: Callable[[FactPage], Refusal | Capacity]
    carry_out: Callable[..., None]
    needs_a_reason: bool
    leads_to: str = "facts:fact"


_SHARE = Act(
    template="facts/share.html",
    done="shared",
    allowed=lambda page: page.may_share,
    carry_out=actions.share_fact,
    needs_a_reason=False,
)
_WITHDRAW = Act(
    template="facts/withdraw.html",
    done="withdrawn",
    allowed=lambda page: page.may_share,
    carry_out=actions.withdraw_fact,
    needs_a_reason=True,
)
_REMOVE = Act(
    template="facts/remove.html",
    done="removed",
    allowed=may_remove,
    carry_out=actions.remove_fact,
    needs_a_reason=True,
    leads_to="facts:kind",
)


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """Show a fact to the other councils."""
    return _act(request, code, kind, key, _SHARE)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """Show a fact to the other councils no longer."""
    return _act(request, code, kind, key, _WITHDRAW)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """Remove a fact."""
    return _act(request, code, kind, key, _REMOVE)


def _act(request: HttpRequest, code: str, kind: str, key: str, act: Act) -> HttpResponse:
    page = queries.fact_page(reader(request), code, kind, key)
    if request.method != "POST":
        allowed = _allowed(page, act)
        return _ask(request, allowed, act, new_sheet(allowed.version))
    sheet = sheet_sent(request)
    # A second click finds the fact gone or changed by the first: it is led to where that led.
    if page is not None and act.needs_a_reason and not sheet.why.text:
        wrong = Why("", "Say why, so that others understand it later")
        return _ask(request, _allowed(page, act), act, replace(sheet, why=wrong), UNPROCESSABLE)
    try:
        return once(request, sheet, lambda: _done(request, _allowed(page, act), act, sheet))
    except NotThereError:
        raise Http404 from None
    except StaleError:
        now = _allowed(queries.fact_page(reader(request), code, kind, key), act)
        return _ask(request, now, act, new_sheet(now.version, why=sheet.why.text), CONFLICT)
    except InvalidError as error:
        wrongly = sheet.with_faults_of_why(error.faults)
        return _ask(request, _allowed(page, act), act, wrongly, UNPROCESSABLE)


def _allowed(page: FactPage | None, act: Act) -> FactPage:
    """The page of a fact to which the reader may do this."""
    if page is None:
        raise Http404
    refused = act.allowed(page)
    if isinstance(refused, Refusal):
        raise RefusedError(refused)
    return page


def _done(request: HttpRequest, page: FactPage, act: Act, sheet: Sheet) -> str:
    """Do it, and give the address of the page to go on to."""
    code, council = page.programme.about.id, sheet.for_authority
    act.carry_out(
        reader(request),
        code,
        page.kind,
        page.key,
        sheet.version,
        sheet.why.text,
        for_authority=council,
    )
    args = [code, page.kind] if act.leads_to == "facts:kind" else [code, page.kind, page.key]
    return f"{reverse(act.leads_to, args=args)}?done={act.done}"


def _ask(
    request: HttpRequest, page: FactPage, act: Act, sheet: Sheet, status: int = 200
) -> HttpResponse:
    others = [each.short_name for each in page.programme.authorities if each.code != page.owner]
    held = acting(reader(request), page.programme, page.kind, [page.owner], sheet.for_authority)
    return render(
        request,
        act.template,
        {
            "page": page,
            "kind": KIND_WORDS[page.kind],
            "words": KIND_WORDS,
            "others": others,
            "sheet": sheet,
            "whom": held,
            "stale": status == CONFLICT,
            "problems": [("id_form-why", sheet.why.wrong)] if sheet.why.wrong else [],
        },
        status=status,
    )


@require_POST
def undo(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take back one change."""
    sheet = sheet_sent(request)

    def undone() -> str:
        kind, key = actions.undo(
            reader(request), code, number, sheet.why.text, for_authority=sheet.for_authority
        )
        return f"{reverse('facts:history', args=[code, kind, key])}?done=undone"

    try:
        return once(request, sheet, undone)
    except NotThereError:
        raise Http404 from None
    except StaleError:
        words = ["It has been changed again since. Undo the later change first, or change it."]
        status = CONFLICT
    except InvalidError as error:
        words = [f"{each.what}. {each.cure}" for each in error.faults]
        status = UNPROCESSABLE
    programme = queries.programme(reader(request), code)
    if programme is None:
        raise Http404
    return render(
        request, "facts/not_undone.html", {"programme": programme, "words": words}, status=status
    )
