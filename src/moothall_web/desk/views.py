"""Pages of a desk: what waits for somebody, the remarks on a fact, the tasks of a programme."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moothall.facts.programme import Programme
from moothall_web.desk import actions, queries
from moothall_web.desk.forms import RemarkForm, TaskForm
from moothall_web.desk.models import Mention, Task
from moothall_web.desk.permissions import may_write, sees_task
from moothall_web.facts import queries as facts
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import capacities, sight
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the reader."""
    return render(request, "desk/desk.html", {"page": queries.desk_page(reader(request))})


@EITHER
def remarks(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """The remarks on a fact, and adding one."""
    person = reader(request)
    page = queries.remarks_page(person, code, kind, key)
    if page is None:
        raise Http404
    if isinstance(page.writing, Refusal):
        if request.method == "POST":
            raise RefusedError(page.writing)
        return render(request, "desk/remarks.html", {"page": page, "form": None})
    form = RemarkForm(
        request.POST if request.method == "POST" else None,
        held=page.writing,
        names=_names(page.programme),
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _remark(request, form, code, kind, key))
        except actions.UnheardError as unheard:
            form.add_error("text", unheard.why)
    return render(
        request,
        "desk/remarks.html",
        {"page": page, "form": form, "token": new_token()},
        status=422 if form.errors else 200,
    )


@EITHER
def tasks(request: HttpRequest, code: str) -> HttpResponse:
    """The tasks of a programme, and giving one; `?about=kind/key` names a fact that it is about."""
    person = reader(request)
    page = queries.tasks_page(person, code)
    if page is None:
        raise Http404
    about = request.POST.get("about", request.GET.get("about", ""))
    kind, _, key = about.partition("/")
    fact = facts.fact_page(person, code, kind, key) if about else None
    if about and fact is None:
        raise Http404
    if isinstance(page.writing, Refusal):
        if request.method == "POST":
            raise RefusedError(page.writing)
        return render(request, "desk/tasks.html", {"page": page, "form": None, "fact": fact})
    form = TaskForm(
        request.POST if request.method == "POST" else None,
        held=page.writing,
        names=_names(page.programme),
        colleagues=page.colleagues,
    )
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _give(request, form, code, about))
    return render(
        request,
        "desk/tasks.html",
        {
            "page": page,
            "form": form,
            "fact": fact,
            "about": about,
            "token": new_token(),
        },
        status=422 if form.errors else 200,
    )


@require_POST
def finish(request: HttpRequest, code: str, task: int) -> HttpResponse:
    """Say that a task is done."""
    person = reader(request)
    programme = facts.programme(person, code)
    found = get_object_or_404(Task, pk=task, programme__code=code)
    if programme is None or not sees_task(
        sight(person, code, programme.about.authorities), person, found
    ):
        raise Http404
    held = may_write(capacities(person), programme)
    if isinstance(held, Refusal):
        raise RefusedError(held)
    own = next((each for each in held if each.authority == found.for_whom), held[0])
    actions.finish_task(person, own, found)
    if "from-desk" in request.POST:
        return redirect("desk:desk")
    return redirect("desk:tasks", code)


@require_POST
def put_aside(request: HttpRequest, mention: int) -> HttpResponse:
    """Say that the reader has seen where they were named."""
    found = get_object_or_404(Mention, pk=mention, person=reader(request))
    actions.put_aside(found)
    return redirect("desk:desk")


def _remark(request: HttpRequest, form: RemarkForm, code: str, kind: str, key: str) -> HttpResponse:
    actions.add_remark(
        reader(request),
        form.chosen,
        code,
        f"{kind}/{key}",
        form.cleaned_data["text"],
        shared=form.cleaned_data["shared"],
    )
    return redirect("desk:remarks", code, kind, key)


def _give(request: HttpRequest, form: TaskForm, code: str, about: str) -> HttpResponse:
    actions.give_task(
        reader(request),
        form.chosen,
        code,
        form.cleaned_data["words"],
        form.colleagues[form.cleaned_data["owner"]],
        subject=about,
        due_on=form.cleaned_data["due_on"],
    )
    return redirect("desk:tasks", code)


def _names(programme: Programme) -> dict[str, str]:
    return {each.code: each.short_name for each in programme.authorities}
