"""The page on which a report is dropped, and the answer."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from moothall_web.proofreading.forms import ENDINGS, ReportsForm
from moothall_web.proofreading.queries import findings_in

View = Callable[[HttpRequest], HttpResponse]


def open_where_local(view: View) -> View:
    """No sign-in on a local installation; in production the door is shut like every other."""
    if settings.PRODUCTION:
        return login_required(view)
    return login_not_required(view)


@open_where_local
@require_http_methods(["GET", "HEAD", "POST"])
def proofread(request: HttpRequest) -> HttpResponse:
    """Ask for reports, or answer with what is found in them."""
    if request.method != "POST":
        return _ask(request, ReportsForm())
    form = ReportsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form, status=422)
    answer = findings_in(form.cleaned_data["reports"], everything=form.cleaned_data["everything"])
    if not answer.reports:
        for problem in answer.problems:
            form.add_error("reports", f"{problem.file} {problem.what}. {problem.cure}".strip())
        return _ask(request, form, status=422)
    return render(
        request,
        "proofreading/findings.html",
        {"answer": answer, "everything": form.cleaned_data["everything"]},
    )


def _ask(request: HttpRequest, form: ReportsForm, status: int = 200) -> HttpResponse:
    return render(
        request, "proofreading/ask.html", {"form": form, "endings": ENDINGS}, status=status
    )
