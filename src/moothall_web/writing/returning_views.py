"""Taking a paper to Word and bringing it back: given, looked at, and only then saved."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from moothall.files.problems import UnreadableError
from moothall.files.word_papers.returned import Verdict
from moothall.papers.authored import in_word
from moothall.render.editions import MEDIA_TYPES
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.people.permissions import RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once
from moothall_web.writing import returning, returning_actions
from moothall_web.writing.returning import ReturnPage
from moothall_web.writing.returning_actions import NotThisPaperError
from moothall_web.writing.seen import Seen
from moothall_web.writing.views import of_a_paper, today

CONFLICT, UNPROCESSABLE = 409, 422
LARGEST = 25 * 2**20
_CHANGED = (
    "What you would save is not what you have seen: somebody has changed words of this paper "
    "since. Nothing was saved. Look again, and then choose again."
)
_NOTHING = "Choose at least one change to save, or throw the file away"
_NO_PLACE = "Say where the words belong that you have chosen, or do not choose them"


class WordFileForm(forms.Form):
    """The file that comes back."""

    file = forms.FileField(
        label="The Word file", error_messages={"required": "Choose the file that you wrote in"}
    )

    def clean_file(self) -> UploadedFile | None:
        """No more than is read; a browser says how large the file is."""
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                f"The file is larger than {LARGEST // 2**20} MB. Take pictures out of it: only its "
                "words are brought back"
            )
        return file


@of_a_paper
def bring_back(request: HttpRequest, seen: Seen) -> HttpResponse:
    """Ask for the file; sent in, it is read and shown, and nothing else."""
    refusal = returning.whom_to_ask(seen)
    if refusal is not None:
        raise RefusedError(refusal)
    if request.method != "POST":
        return _ask(request, seen, WordFileForm())
    form = WordFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, seen, form, UNPROCESSABLE)
    file = form.cleaned_data["file"]
    try:
        name = file.name or "paper.docx"
        returning_actions.give(reader(request), seen, name, file.read(), today())
    except UnreadableError as error:
        for problem in error.problems:
            form.add_error("file", f"{problem.file} {problem.what}. {problem.cure}")
        return _ask(request, seen, form, UNPROCESSABLE)
    except NotThisPaperError as error:
        form.add_error("file", f"{error}. Bring it back on the page of its own paper")
        return _ask(request, seen, form, UNPROCESSABLE)
    return redirect("writing:returned", *seen.place)


@of_a_paper
def returned(request: HttpRequest, seen: Seen) -> HttpResponse:
    """What came back beside what is here; the chosen changes are saved, all or none."""
    refusal = returning.whom_to_ask(seen)
    if refusal is not None:
        raise RefusedError(refusal)
    page = returning.return_page(reader(request), seen)
    if page is None:
        # A second click comes when the file is gone: it is led to where the first led.
        return once(request, _no_file)
    if request.method != "POST":
        return _show(request, page)
    if "throw-away" in request.POST:
        returning_actions.throw_away(page)
        return redirect(f"{reverse('writing:word', args=seen.place)}?thrown=1")
    return _save(request, page)


def _no_file() -> HttpResponse:
    raise Http404


def _save(request: HttpRequest, page: ReturnPage) -> HttpResponse:
    chosen = set(request.POST.getlist("take"))
    topics = {
        each.change.key: topic
        for each in page.changes
        if (topic := request.POST.get(f"topic-{each.change.key}", ""))
        and topic in dict(each.topics)
    }
    if request.POST.get("seen") != page.digest:
        return _show(request, page, _CHANGED, CONFLICT, chosen, topics)
    told = _why_not(page, chosen, topics)
    if told:
        return _show(request, page, told, UNPROCESSABLE, chosen, topics)
    try:
        # A second click finds the words saved by the first: it is led to where that led.
        return once(request, lambda: _saved(request, page, chosen, topics))
    except StaleError:
        return _show(request, page, _CHANGED, CONFLICT, chosen, topics)
    except InvalidError as error:
        told = " ".join(f"{each.what}. {each.cure}" for each in error.faults[:5])
        return _show(request, page, told, UNPROCESSABLE, chosen, topics)


def _why_not(page: ReturnPage, chosen: Collection[str], topics: dict[str, str]) -> str:
    wanted = [each for each in page.changes if each.change.key in chosen]
    if not wanted:
        return _NOTHING
    refused = next((each.refusal for each in wanted if each.refusal), "")
    placed = all(
        topics.get(each.change.key) or each.change.topic or each.change.of for each in wanted
    )
    return refused or ("" if placed else _NO_PLACE)


def _saved(
    request: HttpRequest, page: ReturnPage, chosen: Collection[str], topics: dict[str, str]
) -> HttpResponse:
    done = returning_actions.bring_back(
        reader(request),
        page,
        chosen,
        topics,
        shared="share" in request.POST,
        why=request.POST.get("why", ""),
    )
    address = reverse("writing:word", args=page.seen.place)
    return redirect(f"{address}?changed={done.changed}&added={done.added}&removed={done.removed}")


@require_POST
def undo(request: HttpRequest, **named: Any) -> HttpResponse:
    """Take back all that bringing one paper back has done."""
    return _undo(request, **named)


@of_a_paper
def _undo(request: HttpRequest, seen: Seen, number: int) -> HttpResponse:
    try:
        return once(request, lambda: _undone(request, seen, number))
    except NotThereError:
        raise Http404 from None
    except StaleError:
        words = ["Some of the words have been changed since. Undo the later change first."]
        status = CONFLICT
    except InvalidError as error:
        words, status = [f"{each.what}. {each.cure}" for each in error.faults], UNPROCESSABLE
    return render(
        request,
        "facts/not_undone.html",
        {"programme": seen.programme, "words": words},
        status=status,
    )


def _undone(request: HttpRequest, seen: Seen, number: int) -> HttpResponse:
    why = request.POST.get("why", "")
    count = returning_actions.undo_return(reader(request), seen, number, why)
    return redirect(f"{reverse('writing:word', args=seen.place)}?undone={count}")


@require_safe
def paper_to_write_in(request: HttpRequest, **named: str) -> HttpResponse:
    """The paper as a Word file that can be brought back."""
    return _paper_to_write_in(request, **named)


@of_a_paper
def _paper_to_write_in(_request: HttpRequest, seen: Seen) -> HttpResponse:
    from moothall.render.docx import paper_docx

    name = "-".join((*seen.place[1:], seen.case.as_at.isoformat()))
    content = paper_docx(seen.document, in_word(seen.programme, seen.written, seen.case.as_at))
    return HttpResponse(
        content,
        content_type=MEDIA_TYPES["docx"],
        headers={"Content-Disposition": f'attachment; filename="{name}.docx"'},
    )


def _ask(request: HttpRequest, seen: Seen, form: WordFileForm, status: int = 200) -> HttpResponse:
    context = {
        "page": returning.bring_back_page(reader(request), seen),
        "seen": seen,
        "form": form,
        "done": _told(request),
        "token": new_token(),
    }
    return render(request, "writing/return.html", context, status=status)


def _told(request: HttpRequest) -> str:
    """What was done a moment ago, in words."""
    counts = {
        name: int(request.GET[name])
        for name in ("changed", "added", "removed", "undone")
        if request.GET.get(name, "").isdecimal() and len(request.GET[name]) < 7
    }
    if {"changed", "added", "removed"} <= counts.keys():
        return (
            f"Saved: {counts['changed']} passages changed, {counts['added']} new, "
            f"{counts['removed']} removed. The file is not kept."
        )
    if "undone" in counts:
        return f"Undone: {counts['undone']} passages are as they were."
    return "The file is thrown away. Nothing was changed." if "thrown" in request.GET else ""


def _show(
    request: HttpRequest,
    page: ReturnPage,
    told: str = "",
    status: int = 200,
    chosen: Collection[str] | None = None,
    topics: dict[str, str] | None = None,
) -> HttpResponse:
    ticked = {each.change.key for each in page.changes if each.ticked}
    context: dict[str, Any] = {
        "page": page,
        "seen": page.seen,
        "told": told,
        "token": new_token(),
        "ticked": ticked if chosen is None else set(chosen),
        "placed": topics or {},
        "verdicts": Verdict,
    }
    return render(request, "writing/return_changes.html", context, status=status)
