"""The first page of a paper for its author: its format, body, meeting and recommendations."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.facts.forms.fact_form import FactForm
from moothall_web.facts.views.sheet import Sheet
from moothall_web.people.sign_in import reader
from moothall_web.writing import beginning, keeping
from moothall_web.writing.editing import PAPERS, WritingEdit, begun, edit_paper, new_paper, placed
from moothall_web.writing.seen import Seen
from moothall_web.writing.views import of_a_paper, today

_FIRST = ("title", "body", "meeting", "dated", "report_of", "author")
_ASKED = ("recommendations",)
_CARRIED = ("proposal", "authority", "format", "owner", "resolved")


@require_safe
def begin(request: HttpRequest, code: str, proposal: str, authority: str) -> HttpResponse:
    """In which formats a council may write on a proposal, and how far each paper has come."""
    page = beginning.begin_page(reader(request), code, proposal, authority, today())
    if page is None:
        raise Http404
    return render(request, "writing/begin.html", {"page": page})


@of_a_paper
def paper(request: HttpRequest, paper: Seen) -> HttpResponse:
    """What the paper is and asks for; without one yet, the form that makes it."""
    person, chosen = reader(request), request.POST.get("form-for", "")
    edit: WritingEdit | None
    if paper.paper is None:
        edit = new_paper(person, paper, chosen)
    else:
        edit = edit_paper(person, paper, paper.paper.id, chosen)
    if edit is None:
        return keeping.gone(request, paper.code, PAPERS, paper.written.paper or "")
    editing = edit

    def show(sheet: Sheet, form: FactForm | None) -> HttpResponse:
        return _page(request, paper, editing, sheet, form)

    if request.method != "POST":
        return keeping.opened(request, edit, begun(edit, paper, today()), show)
    return keeping.sent(request, edit, lambda content: placed(editing, paper, content), show)


def _page(
    request: HttpRequest, paper: Seen, edit: WritingEdit, sheet: Sheet, form: FactForm | None
) -> HttpResponse:
    wrong = form is not None
    form = form or edit.form(sheet.content, checked=False)
    problems = list(form.problems()) if wrong else []
    if sheet.why.wrong:
        problems.append(("id_form-why", sheet.why.wrong))
    by_name = {each.name: each for each in form.asked}
    put = {*_FIRST, *_ASKED, *_CARRIED}
    more = [each for each in form.asked if each.name not in put]
    return render(
        request,
        "writing/paper.html",
        {
            "seen": paper,
            "editing": edit,
            "form": form,
            "first": [by_name[name] for name in _FIRST],
            "asked_of_the_body": [by_name[name] for name in _ASKED],
            "carried": [by_name[name] for name in _CARRIED],
            "more": more,
            "more_is_wrong": any(form.wrong(each) for each in more),
            "sheet": sheet,
            "whom": edit.acting,
            "problems": problems,
            "missing": beginning.missing(paper),
            "other_draft": keeping.other_draft(edit),
        },
        status=422 if wrong else 200,
    )
