"""What is held: programmes, documents, facts of every kind, one fact, and what became of it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from moothall_web.facts import queries
from moothall_web.facts.acting import acting
from moothall_web.facts.drafts import NEW, draft_of
from moothall_web.facts.forms.differences import pieces
from moothall_web.facts.forms.known import known_from
from moothall_web.facts.forms.parts import every_part
from moothall_web.facts.forms.shown import shown
from moothall_web.facts.forms.told import told
from moothall_web.facts.queries import FactList, ListedFact
from moothall_web.facts.views.acting_on import may_remove
from moothall_web.facts.views.sheet import new_token
from moothall_web.facts.words import GROUPS, KIND_WORDS
from moothall_web.people.permissions import Refusal
from moothall_web.people.sign_in import reader

DONE = {
    "added": "It is added.",
    "changed": "Your change is saved.",
    "shared": "The other councils of the programme can see it now.",
    "withdrawn": "The other councils cannot see it any more.",
    "removed": "It is removed. The history keeps what it was.",
    "undone": "The change is undone.",
    "draft": "Your draft is kept. Nobody else sees it, and nothing is changed yet.",
}
"""What a page that one is led to says has just been done."""


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes of the councils that the reader acts for."""
    return render(
        request, "facts/programmes.html", {"programmes": queries.programmes(reader(request))}
    )


@require_safe
def documents(request: HttpRequest, code: str) -> HttpResponse:
    """The documents that a programme's facts are taken from."""
    found = queries.documents(reader(request), code)
    if found is None:
        raise Http404
    programme, taken = found
    names = {authority.code: authority.short_name for authority in programme.authorities}
    return render(
        request,
        "facts/documents.html",
        {"programme": programme, "taken": taken, "names": names},
    )


@require_safe
def kinds(request: HttpRequest, code: str) -> HttpResponse:
    """Every kind of fact, with how many there are."""
    page = queries.kinds(reader(request), code)
    if page is None:
        raise Http404
    entries = {entry.kind: entry for entry in page.kinds}
    return render(
        request,
        "facts/kinds.html",
        {
            "page": page,
            "groups": [(title, [entries[kind] for kind in kinds]) for title, kinds in GROUPS],
            "words": KIND_WORDS,
            "search": reverse("facts:search", args=[code]),
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of a list are wanted, and in which order, as the address says it."""

    text: str
    owner: str
    sort: str

    def of(self, page: FactList) -> list[ListedFact]:
        """The facts that are wanted."""
        text = self.text.casefold()
        found = [
            each
            for each in page.facts
            if text in f"{each.label} {each.key}".casefold() and self.owner in ("", each.owner)
        ]
        column, downwards = self.sort.removeprefix("-"), self.sort.startswith("-")
        if column in ("label", "owner_name"):
            found.sort(key=lambda each: getattr(each, column).casefold(), reverse=downwards)
        return found


@require_safe
def kind(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """All facts of one kind that the reader sees."""
    page = queries.fact_list(reader(request), code, kind)
    if page is None:
        raise Http404
    wanted = Wanted(
        text=request.GET.get("text", "").strip(),
        owner=request.GET.get("owner", ""),
        sort=request.GET.get("sort", ""),
    )
    owners = sorted({(each.owner, each.owner_name) for each in page.facts}, key=lambda o: o[1])
    return render(
        request,
        "facts/kind.html",
        {
            "page": page,
            "kind": KIND_WORDS[kind],
            "facts": wanted.of(page),
            "wanted": wanted,
            "owners": owners,
            "draft": draft_of(reader(request), code, kind, NEW),
            "done": DONE.get(request.GET.get("done", "")),
        },
    )


@require_safe
def fact(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """One fact in words, with where it is from, whose it is and what points at it."""
    page = queries.fact_page(reader(request), code, kind, key)
    if page is None:
        raise Http404
    parts = every_part(kind)
    known = known_from(page.programme, parts)
    return render(
        request,
        "facts/fact.html",
        {
            "page": page,
            "kind": KIND_WORDS[kind],
            "words": KIND_WORDS,
            "fields": {each.name: each for each in shown(parts, page.payload, known)},
            "may_change": not isinstance(page.may_change, Refusal),
            "may_share": not isinstance(page.may_share, Refusal),
            "may_remove": not isinstance(may_remove(page), Refusal),
            "whom": acting(reader(request), page.programme, kind, [page.owner]),
            "draft": draft_of(reader(request), code, kind, key),
            "remarks": address_if_there("desk:remarks", code, kind, key),
            "done": DONE.get(request.GET.get("done", "")),
        },
    )


@require_safe
def history(request: HttpRequest, code: str, kind: str, key: str) -> HttpResponse:
    """What was done to a fact, by whom and why, field by field."""
    page = queries.history(reader(request), code, kind, key)
    if page is None:
        raise Http404
    parts = every_part(kind)
    known = known_from(page.programme, parts)
    return render(
        request,
        "facts/history.html",
        {
            "page": page,
            "kind": KIND_WORDS[kind],
            "changes": [
                (each, list(told(parts, each.differences, known))) for each in page.changes
            ],
            "pieces": pieces,
            "token": new_token(),
            "done": DONE.get(request.GET.get("done", "")),
        },
    )


def address_if_there(view: str, *args: str) -> str | None:
    """The address of a page of an app above this one, None where it has none."""
    try:
        return reverse(view, args=args)
    except NoReverseMatch:
        return None
