"""Some words of a paper beside how they will read, and what the proofreader finds in them."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall_web.facts.forms.fact_form import FactForm
from moothall_web.facts.views.sheet import Sheet, sheet_sent
from moothall_web.people.sign_in import reader
from moothall_web.writing import keeping, queries
from moothall_web.writing.editing import (
    PASSAGES,
    WritingEdit,
    begun,
    edit_passage,
    new_passage,
    placed,
)
from moothall_web.writing.seen import Seen
from moothall_web.writing.views import of_a_paper, today

_LONGEST_SEARCH = 100  # characters


@of_a_paper
def passage(request: HttpRequest, paper: Seen, key: str) -> HttpResponse:
    """Words that stand in the paper."""
    edit = edit_passage(reader(request), paper, key, request.POST.get("form-for", ""))
    if edit is None:
        return keeping.gone(request, paper.code, PASSAGES, key)
    return _edited(request, paper, edit)


@of_a_paper
def add(request: HttpRequest, paper: Seen, topic: str) -> HttpResponse:
    """New words on a topic of the paper."""
    if topic not in queries.topics_of(paper.layout):
        raise Http404
    chosen = request.POST.get("form-for", "")
    return _edited(request, paper, new_passage(reader(request), paper, topic, chosen))


def _edited(request: HttpRequest, paper: Seen, edit: WritingEdit) -> HttpResponse:
    def show(sheet: Sheet, form: FactForm | None) -> HttpResponse:
        return _page(request, paper, edit, sheet, form)

    if request.method != "POST":
        return keeping.opened(request, edit, begun(edit, paper, today()), show)
    if request.headers.get("HX-Request"):
        return _fragment(request, paper, edit)
    sheet = sheet_sent(request, edit.parts)
    words = without_markup(_text(sheet))
    if "form-insert" in request.POST:
        put_in = f"{(words or _text(sheet)).rstrip()} {request.POST['form-insert']}".strip()
        return show(_saying(edit, paper, sheet, put_in), None)
    if words is not None and not {"form-draft", "form-throw-away"} & request.POST.keys():
        # Nothing is taken out of somebody's words unseen: they look at what is left, and save that.
        return _page(request, paper, edit, _saying(edit, paper, sheet, words), None, cleaned=True)
    return keeping.sent(request, edit, lambda content: placed(edit, paper, content), show)


def _saying(edit: WritingEdit, paper: Seen, sheet: Sheet, words: str) -> Sheet:
    """The sheet with other words in it."""
    return replace(sheet, content=placed(edit, paper, sheet.content | {"text": [words]}))


def without_markup(text: str) -> str | None:
    """The words of what was pasted from Word; None where they are all that was pasted."""
    from moothall.files.word_papers.pasted import plain_from_word

    words = plain_from_word(text)
    return words if words.split() != text.split() else None


def _fragment(request: HttpRequest, paper: Seen, edit: WritingEdit) -> HttpResponse:
    """What a script asks for as one types: the preview, or what could be put in."""
    if "form-look" in request.POST:
        return render(
            request,
            "writing/found.html",
            {
                "answer": queries.found(paper, _asked(request)),
                "asked": _asked(request),
                "code": paper.code,
            },
        )
    text = _text(sheet_sent(request, edit.parts))
    words = without_markup(text)
    return render(
        request,
        "writing/preview.html",
        {
            "preview": queries.preview(edit, paper, text if words is None else words, today()),
            "cleaned": words is not None,
            "seen": paper,
            "by_script": True,
        },
    )


def _page(
    request: HttpRequest,
    paper: Seen,
    edit: WritingEdit,
    sheet: Sheet,
    form: FactForm | None,
    *,
    cleaned: bool = False,
) -> HttpResponse:
    """The form with what the sheet holds; a checked one is given where something is wrong."""
    wrong = form is not None
    form = form or edit.form(sheet.content, checked=False)
    problems = list(form.problems()) if wrong else []
    if sheet.why.wrong:
        problems.append(("id_form-why", sheet.why.wrong))
    return render(
        request,
        "writing/passage.html",
        {
            "seen": paper,
            "editing": edit,
            "form": form,
            "fields": {each.name: each for each in form.asked},
            "sheet": sheet,
            "whom": edit.acting,
            "problems": problems,
            "preview": queries.preview(edit, paper, _text(sheet), today()),
            "heading": queries.heading_for(paper.layout, edit.topic),
            "asked": _asked(request),
            "code": paper.code,
            "answer": queries.found(paper, _asked(request)),
            "other_draft": keeping.other_draft(edit),
            "by_script": False,
            "cleaned": cleaned,
            "open_more": "more" in request.GET,
        },
        status=422 if wrong or cleaned else 200,
    )


def _text(sheet: Sheet) -> str:
    return (sheet.content.get("text") or [""])[0]


def _asked(request: HttpRequest) -> str:
    return request.POST.get("form-find", "")[:_LONGEST_SEARCH].strip()
