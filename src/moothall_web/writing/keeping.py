"""A form on a page of writing: opened, kept as a draft, saved once, compared, or found gone.

All of it is done by the app facts; only the page around it, and where it leads, are our own.
"""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from moothall_web.facts import actions, drafts
from moothall_web.facts import queries as facts
from moothall_web.facts.drafts import OtherDraftError
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.facts.forms.content import Content, with_another_row, without_row
from moothall_web.facts.forms.differences import written
from moothall_web.facts.forms.fact_form import FactForm, asked_of
from moothall_web.facts.forms.known import known_from
from moothall_web.facts.views.comparing import compare, settle
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.sign_in import reader
from moothall_web.writing.editing import PASSAGES, WritingEdit

Show = Callable[[Sheet, FactForm | None], HttpResponse]
"""Make the page of a form; a checked form is given where something is wrong with it."""
Place = Callable[[Content], Content]


def opened(request: HttpRequest, edit: WritingEdit, start: Content, show: Show) -> HttpResponse:
    """The form as it begins; where there is a draft of it, the choice whether to go on with it."""
    content = edit.now() if edit.fact is not None else start
    sheet = new_sheet(edit.version, content)
    draft = edit.draft
    if draft is None or not is_of_here(edit):
        return show(sheet, None)
    if request.GET.get("draft") != "go-on":
        return render(
            request,
            "facts/draft.html",
            {"editing": edit, "kind": KIND_WORDS[edit.kind], "draft": draft},
        )
    sheet = replace(sheet, content=draft.content, token=draft.token)
    if edit.fact is not None and draft.version != edit.version:
        sheet = replace(sheet, version=draft.version, began={})
        return compare(request, edit, sheet, from_draft=True)
    return show(sheet, None)


def is_of_here(edit: WritingEdit) -> bool:
    """Whether the draft is of this very form: one of something new may be of another paper."""
    if edit.draft is None or edit.fact is not None:
        return edit.draft is not None
    held = edit.draft.content
    of_topic = edit.kind != PASSAGES or held.get("topic") == [edit.topic]
    return of_topic and held.get("proposal") == [edit.place[1]]


def sent(request: HttpRequest, edit: WritingEdit, place: Place, show: Show) -> HttpResponse:
    """What a form asks for: to be kept, to get another row, to be settled, saved or just shown."""
    asked = request.POST
    if "form-throw-away" in asked:
        drafts.throw_draft_away(reader(request), edit.code, edit.kind, edit.draft_key)
        return redirect(edit.address)
    sheet = sheet_sent(request, edit.parts)
    sheet = replace(sheet, content=place(sheet.content))
    if "form-draft" in asked:
        return _kept(request, edit, sheet, show)
    if "form-more" in asked:
        content = with_another_row(edit.parts, sheet.content, asked["form-more"])
        return show(replace(sheet, content=content), None)
    if "form-less" in asked:
        content = without_row(edit.parts, sheet.content, asked["form-less"])
        return show(replace(sheet, content=content), None)
    if "form-settle" in asked:
        chosen = settle(request, edit, sheet)
        if isinstance(chosen, HttpResponse):
            return chosen
        sheet = chosen
    elif "form-save" not in asked:
        return show(sheet, None)
    return _saved_or_shown(request, edit, sheet, show)


def _kept(request: HttpRequest, edit: WritingEdit, sheet: Sheet, show: Show) -> HttpResponse:
    person = reader(request)
    try:
        drafts.keep_draft(
            person,
            edit.code,
            edit.kind,
            edit.draft_key,
            sheet.version,
            sheet.token,
            sheet.content,
        )
    except OtherDraftError:
        return show(sheet, None)
    except NotThereError:
        raise Http404 from None
    return redirect(f"{edit.way_out}?done=draft")


def _saved_or_shown(
    request: HttpRequest, edit: WritingEdit, sheet: Sheet, show: Show
) -> HttpResponse:
    form = edit.form(sheet.content, checked=True)
    if not form.is_valid():
        return show(sheet, form)
    try:
        return once(request, sheet, lambda: _saved(request, edit, sheet, form))
    except StaleError:
        return compare(request, edit, sheet)
    except InvalidError as error:
        sheet = sheet.with_faults_of_why(error.faults)
        form.add_faults([each for each in error.faults if each.path[:1] != ("why",)])
        return show(sheet, form)
    except NotThereError:
        return gone(request, edit.code, edit.kind, edit.key)


def _saved(request: HttpRequest, edit: WritingEdit, sheet: Sheet, form: FactForm) -> str:
    person, key = reader(request), edit.key
    why, council = sheet.why.text, sheet.for_authority
    if edit.fact is None:
        key = actions.add_fact(
            person, edit.code, edit.kind, form.payload(), why, for_authority=council
        )
    else:
        actions.change_fact(
            person,
            edit.code,
            edit.kind,
            key,
            form.payload(),
            sheet.version,
            why,
            for_authority=council,
        )
    if edit.draft is not None and edit.draft.token == sheet.token:
        drafts.throw_draft_away(person, edit.code, edit.kind, edit.draft_key)
    return f"{edit.way_out}?done=saved#{edit.kind}-{key}"


def gone(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """It is not there, or not there any more: what somebody has typed is shown, to be kept."""
    person = reader(request)
    programme = facts.programme(person, code)
    draft = drafts.draft_of(person, code, kind, key)
    if programme is None or not (draft or request.method == "POST"):
        raise Http404
    parts = asked_of(kind, new=False)
    sent_in = sheet_sent(request, parts).content if request.method == "POST" else {}
    content = sent_in or (draft.content if draft else {})
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


def other_draft(edit: WritingEdit) -> str:
    """Where one goes on with a draft of something else that is new; empty where there is none."""
    if edit.fact is not None or edit.draft is None or is_of_here(edit):
        return ""
    return f"{reverse('facts:add', args=[edit.code, edit.kind])}?draft=go-on"
