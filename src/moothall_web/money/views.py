"""Pages on which a money table is brought in, given, looked at and only then saved; workbooks."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from moothall.files.problems import UnreadableError
from moothall.files.workbooks.table_head import ENTRY_KINDS, STREAMS, UNITS
from moothall_web.cases.views import as_at_a_day
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.money import actions, queries
from moothall_web.money.answers import COLUMN, from_form, year_is_wrong
from moothall_web.money.forms import TableForm
from moothall_web.money.queries import SHOWN, BringInPage, ReadingPage
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CONFLICT, UNPROCESSABLE = 409, 422
EITHER = require_http_methods(["GET", "HEAD", "POST"])
_SHOW = "show"
_CHANGED = (
    "What this changes is not what you have seen: somebody has changed a line, or you chose "
    "something else since. Look again, and then bring it in."
)


@EITHER
def bring_in(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a table; sent in, it is read and shown, and nothing else."""
    page = queries.bring_in_page(reader(request), code)
    if page is None:
        raise Http404
    if isinstance(page.owners, Refusal):
        raise RefusedError(page.owners)
    choices = {"owners": page.owners, "kinds": page.kinds, "proposals": page.proposals}
    if request.method != "POST":
        wanted = {name: request.GET.get(name) for name in ("kind", "proposal")}
        return _ask(request, page, TableForm(initial=wanted, **choices))
    form = TableForm(request.POST, request.FILES, **choices)
    if not form.is_valid():
        return _ask(request, page, form, UNPROCESSABLE)
    given = form.cleaned_data
    try:
        actions.read_file(
            reader(request),
            code,
            given["authority"],
            given["kind"],
            given["proposal"],
            given["file"].name or "table",
            given["file"].read(),
        )
    except UnreadableError as error:
        for problem in error.problems[:20]:
            line = f", line {problem.line}" if problem.line > 1 else ""
            form.add_error("file", f"{problem.file}{line}: {problem.what}. {problem.cure}")
        return _ask(request, page, form, UNPROCESSABLE)
    return redirect("money:reading", code)


@EITHER
def reading(request: HttpRequest, code: str) -> HttpResponse:
    """What was read, what is asked, and what bringing the table in would change."""
    person, is_sent = reader(request), request.method == "POST"
    shared = is_sent and "share" in request.POST
    page = queries.reading_page(person, code, shared=shared)
    if page is None:
        raise Http404
    _may_still(request, page)
    if not is_sent:
        return _show(request, page)
    if request.POST.get("do") == _SHOW:
        answers = from_form(request.POST)
        layout = page.table.layout
        elsewhere = answers.get("sheet", layout.sheet.name) != layout.sheet.name
        if elsewhere or answers.get("head_row", layout.head[1]) != layout.head[1]:
            answers["columns"] = {}  # what they mean was said of other columns
        if elsewhere:
            answers.pop("head_row", None)
        actions.answer(page.reading, answers)
        return redirect(f"{reverse('money:reading', args=[code])}#what")
    told = ""
    try:
        # A second click finds the table brought in by the first: it is led to where that led.
        if page.is_ready and request.POST.get("seen") == page.seen:
            return once(request, lambda: _done(request, page, shared=shared))
    except StaleError:
        pass
    except InvalidError as error:
        told = " ".join(f"{each.what}. {each.cure}" for each in error.faults[:5])
    return _show(request, page, told or _CHANGED, UNPROCESSABLE if told else CONFLICT)


@require_POST
def undo(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take back all that one table has brought."""
    person = reader(request)
    try:
        return once(request, lambda: _undone(request, code, number))
    except NotThereError:
        raise Http404 from None
    except StaleError:
        words = [
            "A line has been changed again since. Undo the later change first; nothing was undone."
        ]
        status = CONFLICT
    except InvalidError as error:
        words, status = [f"{each.what}. {each.cure}" for each in error.faults], UNPROCESSABLE
    page = queries.bring_in_page(person, code)
    if page is None:
        raise Http404
    return render(
        request,
        "facts/not_undone.html",
        {"programme": page.programme, "words": words},
        status=status,
    )


def _undone(request: HttpRequest, code: str, number: int) -> HttpResponse:
    lines = actions.undo_import(reader(request), code, number, request.POST.get("why", ""))
    return redirect(f"{reverse('money:bring_in', args=[code])}?undone={lines}")


@as_at_a_day
def workbook(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Every money table of a proposal as one workbook with live formulas."""
    found = queries.money_of(reader(request), code, proposal, as_at)
    if found is None:
        raise Http404
    from moothall.files.rates import read_rates
    from moothall.render.money_workbook import money_workbook

    name = f"{found[1].id}-money-{as_at.isoformat()}.xlsx"
    return HttpResponse(
        money_workbook(*found, as_at, read_rates()),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _may_still(request: HttpRequest, page: ReadingPage) -> None:
    """Raise RefusedError where the reader may not bring in this council's tables any more."""
    asked = queries.bring_in_page(reader(request), page.programme.about.id)
    owners = asked.owners if asked is not None else Refusal("There is no such programme.")
    if isinstance(owners, Refusal):
        raise RefusedError(owners)
    if page.reading.authority not in dict(owners):
        raise RefusedError(Refusal(f"You may no longer bring in {page.whose}'s tables."))


def _done(request: HttpRequest, page: ReadingPage, *, shared: bool) -> HttpResponse:
    done = actions.bring_in(reader(request), page, shared=shared, why=request.POST.get("why", ""))
    address = reverse("money:bring_in", args=[page.programme.about.id])
    return redirect(f"{address}?added={done.added}&changed={done.changed}")


def _ask(
    request: HttpRequest, page: BringInPage, form: TableForm, status: int = 200
) -> HttpResponse:
    return render(
        request,
        "money/bring_in.html",
        {"page": page, "form": form, "done": _told(request), "token": new_token()},
        status=status,
    )


def _told(request: HttpRequest) -> str:
    """What was done a moment ago, in words."""
    counts = {
        name: int(request.GET[name])
        for name in ("added", "changed", "undone")
        if request.GET.get(name, "").isdecimal() and len(request.GET[name]) < 7
    }
    if {"added", "changed"} <= counts.keys():
        return f"Lines added: {counts['added']}; changed: {counts['changed']}."
    return f"Undone: {counts['undone']} lines." if "undone" in counts else ""


def _show(
    request: HttpRequest, page: ReadingPage, told: str = "", status: int = 200
) -> HttpResponse:
    return render(
        request,
        "money/reading.html",
        {
            "page": page,
            "table": page.table,
            "told": told,
            "token": new_token(),
            "column": COLUMN,
            "shown": SHOWN,
            "wrong_year": year_is_wrong(page.reading.answers),
            "answers": page.reading.answers,
            "units": UNITS,
            "streams": STREAMS,
            "entry_kinds": ENTRY_KINDS,
        },
        status=status,
    )
