"""Pages of questions.  Each asks one question, for the day that the reader names, or records."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall.files.law import read_law
from moothall_web.cases.views import as_at_a_day
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.facts.faults import Fault
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.questions import actions, queries
from moothall_web.questions.coming import coming_page
from moothall_web.questions.forms import AnswerForm, ShownForm
from moothall_web.questions.queries import QuestionPage

CONFLICT, UNPROCESSABLE = 409, 422
EITHER = require_http_methods(["GET", "HEAD", "POST"])


@as_at_a_day
def programme(request: HttpRequest, as_at: date, code: str) -> HttpResponse:
    """What members asked in a programme; `?body=` and `?state=` say of whom and which."""
    held = queries.seen(reader(request), code, as_at)
    if held is None:
        raise Http404
    asked = request.GET
    page = queries.list_page(held, asked.get("body", ""), asked.get("state", ""))
    more = {"page": page, "states": queries.STATES}
    return _shown(request, "questions/programme.html", as_at, more)


@as_at_a_day
def question(request: HttpRequest, as_at: date, code: str, key: str) -> HttpResponse:
    """One question with its whole story."""
    page = queries.question_page(reader(request), code, key, as_at)
    if page is None:
        raise Http404
    more = {"page": page, "done": request.GET.get("done", "")}
    return _shown(request, "questions/question.html", as_at, more)


@as_at_a_day
def coming(request: HttpRequest, as_at: date, code: str, body: str) -> HttpResponse:
    """What comes to a body, on one page."""
    held = queries.seen(reader(request), code, as_at)
    page = coming_page(reader(request), held, body, read_law()) if held else None
    if page is None:
        raise Http404
    return _shown(request, "questions/coming.html", as_at, {"page": page})


@EITHER
def answer(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Record the reply to a question."""

    def form_of(page: QuestionPage) -> AnswerForm:
        comment, today = page.question.comment, timezone.localdate()
        return AnswerForm(
            request.POST if request.method == "POST" else None,
            asked_on=page.question.asked_on,
            today=today,
            initial={
                "reply": comment.reply or "",
                "office": comment.answered_by,
                "replied_on": (comment.replied_on or today).isoformat(),
                "changed": comment.changed,
            },
        )

    def write(page: QuestionPage, form: forms.Form, sheet: Sheet) -> None:
        actions.answer(
            reader(request),
            code,
            key,
            **form.cleaned_data,
            version=sheet.version,
            why=sheet.why.text,
            for_authority=sheet.for_authority,
        )

    return _recorded(request, code, key, "questions/answer.html", "answered", form_of, write)


@EITHER
def shown(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Record in which paper the answer stands."""

    def form_of(page: QuestionPage) -> ShownForm:
        bodies = {each.id: each.name for each in page.seen.programme.bodies}
        return ShownForm(
            request.POST if request.method == "POST" else None,
            papers=[
                (each.id, f"{each.title}, to {bodies[each.body]}, {each.dated}")
                for each in page.papers
            ],
            initial={"paper": page.question.comment.appears_in or ""},
        )

    def write(page: QuestionPage, form: forms.Form, sheet: Sheet) -> None:
        actions.show_in(
            reader(request),
            code,
            key,
            paper=form.cleaned_data["paper"],
            version=sheet.version,
            why=sheet.why.text,
            for_authority=sheet.for_authority,
        )

    return _recorded(request, code, key, "questions/shown.html", "shown", form_of, write)


class _NotReadyError(Exception):
    """What was sent in has something wrong that the form says."""


def _recorded(
    request: HttpRequest,
    code: str,
    key: str,
    template: str,
    done: str,
    form_of: Callable[[QuestionPage], forms.Form],
    write: Callable[[QuestionPage, forms.Form, Sheet], None],
) -> HttpResponse:
    """A form on a question: shown, sent in and carried out once, or shown again with why not."""

    def page() -> QuestionPage:
        found = queries.question_page(reader(request), code, key, timezone.localdate())
        if found is None:
            raise NotThereError
        if isinstance(found.answers, Refusal):
            raise RefusedError(found.answers)
        return found

    def show(sheet: Sheet, status: int, faults: tuple[str, ...] = ()) -> HttpResponse:
        held = page()
        more = {
            "page": held,
            "form": form_of(held),
            "sheet": sheet,
            "stale": status == CONFLICT,
            "faults": faults,
        }
        return render(request, template, more, status=status)

    def act() -> str:
        held = page()
        form = form_of(held)
        if not form.is_valid():
            raise _NotReadyError
        write(held, form, sheet)
        return f"{reverse('questions:question', args=[code, key])}?done={done}"

    try:
        if request.method != "POST":
            return show(new_sheet(page().version), 200)
        sheet = sheet_sent(request)
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except StaleError as error:
        return show(new_sheet(error.version, why=sheet.why.text), CONFLICT)
    except _NotReadyError:
        return show(sheet, UNPROCESSABLE)
    except InvalidError as error:
        others = tuple(_in_words(each) for each in error.faults if each.path[:1] != ("why",))
        return show(sheet.with_faults_of_why(error.faults), UNPROCESSABLE, others)


def _in_words(fault: Fault) -> str:
    return f"{fault.what}. {fault.cure}"


def _shown(
    request: HttpRequest, template: str, as_at: date, more: dict[str, object]
) -> HttpResponse:
    """A page for the day asked for; `asked` is None while the reader has named none."""
    day = {"asked": as_at if request.GET.get("as_at") else None, "as_at": as_at}
    return render(request, template, more | day)
