"""What is over its time, and erasing it by a council's own rule."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from moothall_web.people.councils import register
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once
from moothall_web.retention.actions import ChangedSinceError, erase_by_rule
from moothall_web.retention.due import UnreadableRulesError
from moothall_web.retention.forms import EraseByRuleForm
from moothall_web.retention.permissions import councils_seen, may_erase
from moothall_web.retention.queries import Preview, preview, retention_page

_DONE = "retention_done"
_CHANGED = (
    "What is over its time has changed since you opened the page. Nothing was erased: look at it "
    "again."
)


@require_safe
def over(request: HttpRequest) -> HttpResponse:
    """Every rule of the reader's councils, with what is over its time."""
    page = retention_page(reader(request))
    if isinstance(page, Refusal):
        raise RefusedError(page)
    done = request.session.pop(_DONE, "")
    return render(request, "retention/over.html", {"page": page, "done": done})


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, council: str, rule: str) -> HttpResponse:
    """What would go, with counts and examples; and erasing it."""
    person = reader(request)
    seen = councils_seen(person)
    if isinstance(seen, Refusal):
        raise RefusedError(seen)
    if council not in seen:
        raise Http404
    answer = may_erase(person, council, register())
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    try:
        shown = preview(council, rule, timezone.localdate())
    except UnreadableRulesError:
        return redirect("retention:over")
    sent: Any = request.POST if request.method == "POST" else None
    form = EraseByRuleForm(sent)
    if sent is not None:
        return once(request, lambda: _carry_out(request, form, council, rule, shown))
    if shown is None:
        raise Http404
    return _ask(request, form, shown)


def _carry_out(
    request: HttpRequest, form: EraseByRuleForm, council: str, rule: str, shown: Preview | None
) -> HttpResponse:
    status = 422
    if form.is_valid():
        try:
            done = erase_by_rule(
                reader(request),
                council,
                rule,
                seen=request.POST.get("seen", ""),
                why=form.cleaned_data["why"],
            )
        except ChangedSinceError:
            form.add_error(None, _CHANGED)
            status = 409
        else:
            left = done.all - done.number
            more = f" {left:,} more are over their time: go on with the next." if left else ""
            request.session[_DONE] = f"Erased {done.what}.{more}"
            return redirect("retention:over")
    if shown is None:
        raise Http404
    return _ask(request, form, shown, status)


def _ask(
    request: HttpRequest, form: EraseByRuleForm, shown: Preview, status: int = 200
) -> HttpResponse:
    given = {"form": form, "shown": shown, "token": new_token()}
    return render(request, "retention/erase.html", given, status=status)
