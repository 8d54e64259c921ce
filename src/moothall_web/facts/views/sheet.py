"""What comes with a form on a fact beside its fields, and how it is carried out once."""

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from moothall_web.facts.faults import Fault
from moothall_web.facts.forms.content import Content, content_sent
from moothall_web.facts.forms.parts import Part
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import carried_out_once

_LONGEST_TOKEN = 64
_LONGEST_VERSION = 9  # digits


@dataclass(frozen=True, slots=True)
class Why:
    """The reason that somebody gives, and what is wrong with it."""

    text: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The fields as sent in, and what the page sent along.

    `began` are the fields as the form showed them at first, `version` that of the fact then;
    `token` marks the form, so that it is carried out once; `for_authority` the council for which
    it is done.
    """

    version: int
    token: str
    content: Content
    began: Content
    why: Why
    for_authority: str = ""

    @property
    def began_as_text(self) -> str:
        """How the page carries along the fields that it showed at first."""
        return json.dumps(self.began, ensure_ascii=False, separators=(",", ":"))

    def with_faults_of_why(self, faults: Iterable[Fault]) -> "Sheet":
        """The sheet with what an action found wrong with the reason."""
        wrong = [f"Why: {each.what}. {each.cure}" for each in faults if each.path[:1] == ("why",)]
        return replace(self, why=replace(self.why, wrong=" ".join(wrong)))


def new_token() -> str:
    """A name for a form that is handed out."""
    return secrets.token_urlsafe(16)


def new_sheet(version: int, content: Content | None = None, why: str = "") -> Sheet:
    """What a form that is handed out begins with."""
    fields = content or {}
    return Sheet(version=version, token=new_token(), content=fields, began=fields, why=Why(why))


def sheet_sent(request: HttpRequest, parts: Iterable[Part] = ()) -> Sheet:
    """What a browser sent in."""
    sent, parts = request.POST, tuple(parts)
    version = sent.get("form-version", "")
    is_number = version.isascii() and version.isdecimal() and len(version) <= _LONGEST_VERSION
    return Sheet(
        version=int(version) if is_number else 0,
        token=sent.get("form-token", "")[:_LONGEST_TOKEN] or new_token(),
        content=content_sent(sent, parts),
        began=_began(sent.get("form-began", ""), parts),
        why=Why(sent.get("form-why", "").strip()),
        for_authority=sent.get("form-for", ""),
    )


def _began(text: str, parts: Iterable[Part]) -> Content:
    """It only says what is chosen at first where two versions are compared, so any text will do."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(held, dict) or not held:
        return {}
    return content_sent(
        {name: texts for name, texts in held.items() if isinstance(texts, list)}, parts
    )


def once(request: HttpRequest, sheet: Sheet, act: Callable[[], str]) -> HttpResponse:
    """Carry out a form, unless it has been, and lead to where that led.

    `act` returns the address; what it raises passes through.
    """
    sent = {
        name: texts
        for name, texts in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "form-token", "form-began")
    }
    return redirect(carried_out_once(reader(request), sheet.token, [request.path, sent], act))
