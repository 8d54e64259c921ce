"""Adding a fact and changing one: one form for both, for every kind."""

from collections.abc import Iterable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from moothall.facts.programme import Programme
from moothall_web.facts import actions, drafts, queries
from moothall_web.facts.acting import acting
from moothall_web.facts.drafts import NEW
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.facts.forms.content import with_another_row, without_row
from moothall_web.facts.forms.differences import written
from moothall_web.facts.forms.fact_form import FactForm, Known, asked_of
from moothall_web.facts.forms.known import known_from
from moothall_web.facts.forms.parts import Part
from moothall_web.facts.subjects import SUBJECTS
from moothall_web.facts.views.comparing import compare, settle
from moothall_web.facts.views.editing import Editing
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Add something of a kind."""
    page = queries.fact_list(reader(request), code, kind)
    if page is None:
        raise Http404
    if page.refusal is not None:
        raise RefusedError(page.refusal)
    parts = asked_of(kind, new=True)
    return _edit(
        request,
        Editing(
            code=code,
            kind=kind,
            key="",
            label="",
            programme=page.programme,
            fact=None,
            version=0,
            parts=parts,
            known=_known(page.programme, parts, page.owners),
            owners=page.owners,
            acting=acting(
                reader(request), page.programme, kind, page.owners, request.POST.get("form-for", "")
            ),
            draft=drafts.draft_of(reader(request), code, kind, NEW),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """Change a fact, from what the form showed of it."""
    page = queries.fact_page(reader(request), code, kind, key)
    if page is None:
        return _gone(request, code, kind, key)
    if isinstance(page.may_change, Refusal):
        raise RefusedError(page.may_change)
    parts = asked_of(kind, new=False)
    listed = queries.fact_list(reader(request), code, kind)
    owners = tuple(dict.fromkeys((page.owner, *(listed.owners if listed else ()))))
    return _edit(
        request,
        Editing(
            code=code,
            kind=kind,
            key=key,
            label=page.label,
            programme=page.programme,
            fact=page.payload,
            version=page.version,
            parts=parts,
            known=_known(page.programme, parts, owners),
            owners=owners,
            acting=acting(
                reader(request),
                page.programme,
                kind,
                [page.owner],
                request.POST.get("form-for", ""),
            ),
            draft=drafts.draft_of(reader(request), code, kind, key),
        ),
    )


def _known(programme: Programme, parts: Iterable[Part], owners: tuple[str, ...]) -> Known:
    known = dict(known_from(programme, parts))
    known["owner"] = [each for each in known.get("owner", ()) if each[0] in owners]
    return known


def _edit(request: HttpRequest, editing: Editing) -> HttpResponse:
    if request.method != "POST":
        return _opened(request, editing)
    sheet = sheet_sent(request, editing.parts)
    if "form-more" in request.POST:
        more = with_another_row(editing.parts, sheet.content, request.POST["form-more"])
        return _show(request, editing, replace(sheet, content=more))
    if "form-less" in request.POST:
        less = without_row(editing.parts, sheet.content, request.POST["form-less"])
        return _show(request, editing, replace(sheet, content=less))
    if "form-settle" in request.POST:
        chosen = settle(request, editing, sheet)
        if isinstance(chosen, HttpResponse):
            return chosen
        sheet = chosen
    return _sent(request, editing, sheet)


def _opened(request: HttpRequest, editing: Editing) -> HttpResponse:
    """The form as the fact stands; where there is a draft, the choice whether to go on with it."""
    content = editing.now()
    if editing.fact is None:
        # A link may say what stands in a new one; nothing of it is held before it is saved.
        asked = {name: request.GET.get(name, "") for name in content}
        content = content | {name: [text] for name, text in asked.items() if text}
    sheet = new_sheet(editing.version, content)
    draft = editing.draft
    if draft is None:
        return _show(request, editing, sheet)
    if request.GET.get("draft") != "go-on":
        return render(
            request,
            "facts/draft.html",
            {"editing": editing, "kind": KIND_WORDS[editing.kind], "draft": draft},
        )
    sheet = replace(sheet, content=draft.content, token=draft.token)
    if editing.fact is not None and draft.version != editing.version:
        sheet = replace(sheet, version=draft.version, began={})
        return compare(request, editing, sheet, from_draft=True)
    return _show(request, editing, sheet)


def _sent(request: HttpRequest, editing: Editing, sheet: Sheet) -> HttpResponse:
    """Save what was sent in, or show what keeps it from being saved."""
    form = editing.form(sheet.content, checked=True)
    if not form.is_valid():
        return _show(request, editing, sheet, form)
    try:
        return once(request, sheet, lambda: _saved(request, editing, sheet, form))
    except StaleError:
        return compare(request, editing, sheet)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        form.add_faults([each for each in error.faults if each.path[:1] != ("why",)])
        return _show(request, editing, sheet, form)
    except NotThereError:
        return _gone(request, editing.code, editing.kind, editing.key)


def _saved(request: HttpRequest, editing: Editing, sheet: Sheet, form: FactForm) -> str:
    """Save it, and give the address of the page to go on to."""
    person, code, kind, key = reader(request), editing.code, editing.kind, editing.key
    why, council = sheet.why.text, sheet.for_authority
    if editing.fact is None:
        key = actions.add_fact(person, code, kind, form.payload(), why, for_authority=council)
    else:
        actions.change_fact(
            person, code, kind, key, form.payload(), sheet.version, why, for_authority=council
        )
    if editing.draft is not None and editing.draft.token == sheet.token:
        drafts.throw_draft_away(person, code, kind, editing.draft_key)
    done = "added" if editing.fact is None else "changed"
    return f"{reverse('facts:fact', args=[code, kind, key])}?done={done}"


def _show(
    request: HttpRequest, editing: Editing, sheet: Sheet, form: FactForm | None = None
) -> HttpResponse:
    """The form with what the sheet holds; a checked one is given where something is wrong."""
    wrong = form is not None
    form = form or editing.form(sheet.content, checked=False)
    problems = list(form.problems()) if wrong else []
    if sheet.why.wrong:
        problems.append(("id_form-why", sheet.why.wrong))
    return render(
        request,
        "facts/change.html",
        {
            "editing": editing,
            "kind": KIND_WORDS[editing.kind],
            "form": form,
            "sheet": sheet,
            "whom": editing.acting,
            "problems": problems,
        },
        status=422 if wrong else 200,
    )


def _gone(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """It is not there, or not there any more: what somebody has typed is shown, to be kept."""
    programme = queries.programme(reader(request), code)
    if programme is None or kind not in SUBJECTS:
        raise Http404
    parts = asked_of(kind, new=False)
    draft = drafts.draft_of(reader(request), code, kind, key)
    if request.method == "POST":
        content = sheet_sent(request, parts).content
    elif draft is not None:
        content = draft.content
    else:
        raise Http404
    return render(
        request,
        "facts/gone.html",
        {
            "programme": programme,
            "fact_kind": kind,
            "fact_key": key,
            "kind": KIND_WORDS[kind],
            "draft": draft,
            "written": written(parts, content, known_from(programme, parts)),
        },
        status=404,
    )
