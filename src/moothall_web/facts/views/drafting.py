"""Drafts: what somebody types is kept as they type, and offered when they come back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall_web.facts import drafts
from moothall_web.facts.drafts import NEW, OtherDraftError
from moothall_web.facts.faults import NotThereError
from moothall_web.facts.forms.fact_form import asked_of
from moothall_web.facts.subjects import SUBJECTS
from moothall_web.facts.views.sheet import sheet_sent
from moothall_web.people.sign_in import reader


@require_POST
def draft(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """Keep a draft, or throw it away.  With htmx it answers with a line, else it leads on."""
    if kind not in SUBJECTS:
        raise Http404
    person = reader(request)
    args = [code, kind] if key == NEW else [code, kind, key]
    form = reverse("facts:add" if key == NEW else "facts:change", args=args)
    if "form-throw-away" in request.POST:
        drafts.throw_draft_away(person, code, kind, key)
        return redirect(form)
    sheet = sheet_sent(request, asked_of(kind, new=key == NEW))
    by_script = bool(request.headers.get("HX-Request"))
    try:
        saved_at = drafts.keep_draft(
            person, code, kind, key, sheet.version, sheet.token, sheet.content
        )
    except NotThereError:
        raise Http404 from None
    except OtherDraftError:
        if not by_script:
            return redirect(form)
        return _line(
            "Not kept: another window holds a draft of this. Save here, or close that one."
        )
    if by_script:
        return _line(f"Draft kept at {timezone.localtime(saved_at):%H:%M}. Nobody else sees it.")
    way_out = reverse("facts:kind" if key == NEW else "facts:fact", args=args)
    return redirect(f"{way_out}?done=draft")


def _line(words: str) -> HttpResponse:
    """A line for the page that is open: our own words, nothing that was sent in."""
    return HttpResponse(words, content_type="text/html; charset=utf-8")
