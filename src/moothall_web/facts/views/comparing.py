"""Two people have changed the same fact: the second sees both versions, and chooses."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall_web.facts import queries
from moothall_web.facts.forms.content import Content
from moothall_web.facts.forms.differences import Difference, differences, pieces, settled
from moothall_web.facts.history import Change
from moothall_web.facts.views.editing import Editing
from moothall_web.facts.views.sheet import Sheet
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.sign_in import reader

MINE, NOW = "mine", "now"


@dataclass(frozen=True, slots=True)
class Choice:
    """One difference, and which side is chosen: the only one that was changed, unless both were."""

    difference: Difference
    chosen: str
    why: str
    wrong: str = ""


def compare(
    request: HttpRequest,
    editing: Editing,
    sheet: Sheet,
    *,
    from_draft: bool = False,
    chosen: dict[str, str] | None = None,
) -> HttpResponse:
    """What somebody wrote beside what it is now, with a choice in every place that differs."""
    editing = _as_it_is_now(request, editing)
    choices = _choices(editing, sheet, chosen)
    problems = [(each.difference.id, each.wrong) for each in choices if each.wrong]
    return render(
        request,
        "facts/conflict.html",
        {
            "editing": editing,
            "kind": KIND_WORDS[editing.kind],
            "sheet": replace(sheet, version=editing.version),
            "whom": editing.acting,
            "choices": choices,
            "since": _since(request, editing, sheet.version),
            "pieces": pieces,
            "problems": problems,
            "from_draft": from_draft,
        },
        status=422 if problems else 200 if from_draft else 409,
    )


def settle(request: HttpRequest, editing: Editing, sheet: Sheet) -> Sheet | HttpResponse:
    """What was chosen as one set of fields; the comparison again where a choice is missing.

    Where the fact has moved on once more, what was chosen is kept and the next comparison shows
    what is new.
    """
    found = differences(editing.parts, sheet.content, editing.now(), editing.known)
    chosen = {each.name: request.POST.get(f"choose-{each.name}", "") for each in found}
    keep = {name for name, side in chosen.items() if side == NOW}
    content = settled(editing.parts, sheet.content, editing.now(), keep)
    if sheet.version != editing.version:
        return compare(request, editing, replace(sheet, content=content))
    if any(side not in (MINE, NOW) for side in chosen.values()):
        return compare(request, editing, sheet, chosen=chosen)
    return replace(sheet, content=content)


def _as_it_is_now(request: HttpRequest, editing: Editing) -> Editing:
    """The fact at this moment, which may be later than when the view began."""
    page = queries.fact_page(reader(request), editing.code, editing.kind, editing.key)
    return replace(editing, fact=page.payload, version=page.version) if page else editing


def _choices(editing: Editing, sheet: Sheet, chosen: dict[str, str] | None) -> list[Choice]:
    now = editing.now()
    by_me = _places(editing, sheet.began, sheet.content)
    by_them = _places(editing, sheet.began, now)
    choices = []
    for each in differences(editing.parts, sheet.content, now, editing.known):
        side, why, wrong = "", "", ""
        if sheet.began:
            changed = _touches(each.name, by_me), _touches(each.name, by_them)
            side, why = _SIDES[changed]
        if chosen is not None:
            side = chosen.get(each.name, "")
            if side not in (MINE, NOW):
                wrong = f"{each.label}: choose what you wrote, or what it is now"
        choices.append(Choice(each, side, why, wrong))
    return choices


_SIDES = {
    (True, True): ("", "You both changed this."),
    (True, False): (MINE, "Only you changed this."),
    (False, True): (NOW, "You did not change this."),
    (False, False): ("", ""),
}


def _places(editing: Editing, old: Content, new: Content) -> set[str]:
    return {each.name for each in differences(editing.parts, old, new, editing.known)}


def _touches(name: str, places: set[str]) -> bool:
    """Whether a place, one within it or one around it, is among these."""
    return any(
        each == name or each.startswith(f"{name}-") or name.startswith(f"{each}-")
        for each in places
    )


def _since(request: HttpRequest, editing: Editing, version: int) -> list[Change]:
    """The changes of which the form did not know yet, newest first."""
    found = queries.history(reader(request), editing.code, editing.kind, editing.key)
    return list(found.changes[: max(1, editing.version - version)]) if found else []
