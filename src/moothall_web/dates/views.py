"""The pages of the sums with dates: the questions, and one of them with its answer."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall.law.day_sums import DaySum
from moothall.law.law import NoLawForThatDayError
from moothall_web.dates.forms import QUESTIONS

View = Callable[..., HttpResponse]


def open_where_local(view: View) -> View:
    """No sign-in on a local installation; in production the door is shut like every other."""
    return login_required(view) if settings.PRODUCTION else login_not_required(view)


@open_where_local
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """The questions that can be asked."""
    return render(request, "dates/questions.html", {"questions": QUESTIONS})


@open_where_local
@require_safe
def question(request: HttpRequest, name: str) -> HttpResponse:
    """One question; with its fields in the address, its answer too."""
    if name not in QUESTIONS:
        raise Http404
    asked = QUESTIONS[name]
    form = asked.form(request.GET if request.GET else None)
    answer: DaySum | None = None
    if form.is_bound and form.is_valid():
        try:
            answer = asked.answer(form.cleaned_data)
        except NoLawForThatDayError as error:
            form.add_error(None, str(error))
    return render(
        request,
        "dates/question.html",
        {"asked": asked, "form": form, "answer": answer},
        status=422 if form.errors else 200,
    )
