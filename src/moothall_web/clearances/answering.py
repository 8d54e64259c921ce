"""Pages on which an office answers, on exactly the words that it sees, or takes its answer back."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.facts.decisions import Answer
from moothall.papers.clearance.differences import Piece, difference, in_lines
from moothall.papers.clearance.standing import is_own_work
from moothall.papers.clearance.words import digest_of
from moothall_web.clearances import actions
from moothall_web.clearances.actions import Place, WordsChangedError
from moothall_web.clearances.forms import AnswerForm
from moothall_web.clearances.pages import PaperPage
from moothall_web.clearances.parts import Part
from moothall_web.clearances.permissions import KIND
from moothall_web.clearances.views import (
    CONFLICT,
    EITHER,
    UNPROCESSABLE,
    back_to,
    page_today,
    part_of,
    words_of,
)
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader


@EITHER
def answer(
    request: HttpRequest, code: str, proposal: str, authority: str, layout: str, duty: str
) -> HttpResponse:
    """The words, beside those answered before, and the office's Yes or No."""
    place = Place(code=code, proposal=proposal, authority=authority, format=layout, slug=duty)
    page, part, version = _to_answer(request, place)
    if isinstance(part.answers, Refusal):
        raise RefusedError(part.answers)
    if request.method != "POST":
        return _show(request, page, part, AnswerForm(), new_sheet(version))
    sheet, form = sheet_sent(request), AnswerForm(request.POST)
    if not form.is_valid():
        return _show_again(request, page, part, form, sheet, version)

    def act() -> str:
        actions.answer(
            reader(request),
            place,
            Answer(form.cleaned_data["said"]),
            form.cleaned_data["comment"],
            digest=request.POST.get("words", ""),
            version=sheet.version,
            why=sheet.why.text,
        )
        return back_to(place, "answered")

    try:
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except (StaleError, WordsChangedError):
        page, part, version = _to_answer(request, place)
        return _show_again(request, page, part, form, sheet, version)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        return _show(request, page, part, form, sheet, faults=words_of(error))


@EITHER
def withdraw(
    request: HttpRequest, code: str, proposal: str, authority: str, layout: str, duty: str
) -> HttpResponse:
    """Take back an asking that nobody has answered, or one's office's answer."""
    place = Place(code=code, proposal=proposal, authority=authority, format=layout, slug=duty)
    if request.method != "POST":
        return _show_withdraw(request, place, new_sheet)
    sheet = sheet_sent(request)

    def act() -> str:
        actions.withdraw(reader(request), place, sheet.version, sheet.why.text)
        return back_to(place, "withdrawn")

    try:
        return once(request, sheet, act)
    except NotThereError:
        raise Http404 from None
    except StaleError:
        why = sheet.why.text
        return _show_withdraw(request, place, lambda now: new_sheet(now, why=why), CONFLICT)
    except InvalidError as error:
        faults = error.faults
        return _show_withdraw(
            request, place, lambda _: sheet.with_faults_of_why(faults), UNPROCESSABLE
        )


def _show_withdraw(
    request: HttpRequest, place: Place, sheet: Callable[[int], Sheet], status: int = 200
) -> HttpResponse:
    """What would be taken back; `sheet` makes the form for the version that stands there."""
    page, part, version = _to_answer(request, place)
    is_answered = part.duty.answer is not Answer.UNKNOWN
    may = part.answers if is_answered else part.asks
    if isinstance(may, Refusal):
        raise RefusedError(may)
    more = {"page": page, "part": part, "is_answered": is_answered}
    more |= {"sheet": sheet(version), "stale": status == CONFLICT}
    return render(request, "clearances/withdraw.html", more, status=status)


def _to_answer(request: HttpRequest, place: Place) -> tuple[PaperPage, Part, int]:
    """The part, and the version of what was asked on it; not there where nothing was."""
    page = page_today(request, place)
    part = part_of(page, place)
    if part.duty.clearance is None or part.duty.carried:
        raise Http404
    fact = facts.fact_page(reader(request), place.code, KIND, part.duty.clearance.id)
    if fact is None:
        raise Http404
    return page, part, fact.version


def _show_again(
    request: HttpRequest,
    page: PaperPage,
    part: Part,
    form: AnswerForm,
    sheet: Sheet,
    version: int,
) -> HttpResponse:
    """The same form: with what has changed since it was opened, or with what is wrong in it."""
    if "words" not in request.POST:
        sheet = new_sheet(version, why=sheet.why.text)
        faults = () if form.errors else ("Look at the words, then answer",)
        return _show(request, page, part, form, sheet, faults=faults)
    answered = sheet.version != version
    changed = request.POST["words"] != part.duty.digest
    if not (answered or changed):
        return _show(request, page, part, form, sheet)
    seen = tuple(request.POST.get("seen", "").splitlines())
    # What was seen is shown only where it is what the form was bound to.
    known = digest_of(seen) == request.POST["words"]
    return _show(
        request,
        page,
        part,
        form,
        new_sheet(version, why=sheet.why.text),
        answered=answered,
        changed=changed,
        since=difference(seen, part.duty.paragraphs) if changed and known else (),
    )


def _show(
    request: HttpRequest,
    page: PaperPage,
    part: Part,
    form: AnswerForm,
    sheet: Sheet,
    *,
    answered: bool = False,
    changed: bool = False,
    since: tuple[Piece, ...] = (),
    faults: tuple[str, ...] = (),
) -> HttpResponse:
    stale = answered or changed
    wrong = bool(faults or sheet.why.wrong or form.errors)
    paper = page.paper.paper
    more: dict[str, Any] = {"page": page, "part": part, "form": form, "sheet": sheet}
    more |= {"answered": answered, "changed": changed, "since": since, "faults": faults}
    more["own_work"] = paper is not None and is_own_work(paper, reader(request).name)
    more |= {"capacity": part.answers, "lines": in_lines}
    status = CONFLICT if stale else UNPROCESSABLE if wrong else 200
    return render(request, "clearances/answer.html", more, status=status)
