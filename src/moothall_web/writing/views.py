"""Writing a paper: the page on which all of it stands under the council's headings."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall_web.facts.actions import NotThereError, StaleError
from moothall_web.facts.views.sheet import Sheet, new_sheet, once, sheet_sent
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.writing import actions, queries
from moothall_web.writing.beginning import elsewhere
from moothall_web.writing.editing import PASSAGES, edit_passage
from moothall_web.writing.made_from import topic_in_words
from moothall_web.writing.quotes import Settle
from moothall_web.writing.seen import Seen, seen

P = ParamSpec("P")
EITHER = require_http_methods(["GET", "HEAD", "POST"])
DONE = {
    "saved": "Your words are saved.",
    "moved": "The words are moved.",
    "taken": "The new figure is taken. The words follow the fact as before.",
    "kept": "The words stay as they are, and no longer follow the fact.",
    "removed": "The words are taken out of the paper. The history keeps them.",
    "draft": "Your draft is kept. Nobody else sees it, and nothing in the paper is changed yet.",
}


def of_a_paper(
    view: Callable[Concatenate[HttpRequest, Seen, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view the paper that its address names, as the reader sees it today."""

    @EITHER
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        named: dict[str, Any] = dict(kwargs)
        place = [str(named.pop(name)) for name in ("code", "proposal", "authority", "layout")]
        paper = seen(reader(request), place[0], place[1], place[2], place[3], today())
        if paper is None:
            raise Http404
        return view(request, paper, *args, **named)

    return answer


def today() -> date:
    """The day on which one writes; the clock is read here and nowhere below."""
    return timezone.localdate()


@of_a_paper
def write(request: HttpRequest, paper: Seen) -> HttpResponse:
    """The paper under its headings; its buttons move words, settle figures and take words out."""
    if request.method == "POST":
        return _changed(request, paper)
    asked = request.GET.get("remove", "")
    if asked:
        return _ask_to_remove(request, paper, asked)
    return _show_paper(request, paper, new_sheet(0))


def _show_paper(
    request: HttpRequest, paper: Seen, sheet: Sheet, *, stale: bool = False
) -> HttpResponse:
    return render(
        request,
        "writing/write.html",
        {
            "page": queries.write_page(reader(request), paper),
            "seen": paper,
            "sheet": sheet,
            "stale": stale,
            "words": KIND_WORDS,
            "elsewhere": elsewhere(paper),
            "topic_in_words": topic_in_words,
            "done": DONE.get(request.GET.get("done", ""), ""),
        },
        status=409 if stale else 200,
    )


def _ask_to_remove(request: HttpRequest, paper: Seen, key: str) -> HttpResponse:
    edit = edit_passage(reader(request), paper, key, "")
    if edit is None:
        raise Http404
    return render(
        request,
        "writing/remove.html",
        {"seen": paper, "editing": edit, "sheet": new_sheet(edit.version), "whom": edit.acting},
    )


def _changed(request: HttpRequest, paper: Seen) -> HttpResponse:
    sheet = sheet_sent(request)
    try:
        return once(request, sheet, lambda: _carried_out(request, paper, sheet))
    except StaleError:
        return _show_paper(request, paper, new_sheet(0), stale=True)
    except NotThereError:
        raise Http404 from None


def _carried_out(request: HttpRequest, paper: Seen, sheet: Sheet) -> str:
    """Do what the pressed button says, and give the address to go on to."""
    person, sent, council = reader(request), request.POST, sheet.for_authority
    here = f"{queries.address_of(paper)}?done="
    for name, steps in (("form-up", -1), ("form-down", 1)):
        if name in sent:
            actions.move(person, paper, sent[name], steps, for_authority=council)
            return f"{here}moved#passages-{sent[name]}"
    for name, how, done in (
        ("form-take", Settle.TAKE, "taken"),
        ("form-keep", Settle.KEEP, "kept"),
    ):
        if name in sent:
            key, number, version = _three(sent[name])
            actions.settle(person, paper, key, number, version, how, for_authority=council)
            return f"{here}{done}#passages-{key}"
    if "form-remove" in sent:
        key = sent["form-remove"]
        actions.remove(person, paper, key, sheet.version, for_authority=council)
        return f"{here}removed"
    if not paper.owners():
        may = paper.may(PASSAGES, paper.authority)
        if isinstance(may, Refusal):
            raise RefusedError(may)
    return queries.address_of(paper)


def _three(asked: str) -> tuple[str, int, int]:
    """`passage:figure:version`; what is no such thing is nowhere to be found."""
    key, _, rest = asked.partition(":")
    number, _, version = rest.partition(":")
    if not (number.isdecimal() and version.isdecimal() and len(number + version) < 15):
        raise NotThereError
    return key, int(number), int(version)
