"""What is written of a question: its reply, and the paper in which the answer stands.

All of it goes through the actions on facts, which ask who may, from which version, and record it.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from moothall_web.facts.actions import NotThereError, change_fact
from moothall_web.facts.acts import begin
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.questions.permissions import KIND
from moothall_web.questions.queries import question_page
from moothall_web.records.recorded import recorded


def answer(
    person: Person,
    code: str,
    key: str,
    *,
    reply: str,
    office: str,
    replied_on: date,
    changed: str,
    version: int,
    why: str = "",
    for_authority: str = "",
) -> int:
    """Record the reply to a question, and return its version.

    Raises RefusedError, NotThereError, StaleError, InvalidError.
    """
    fields = {
        "reply": reply,
        "answered_by": office,
        "replied_on": replied_on.isoformat(),
        "changed": changed,
    }
    return _write(person, code, key, fields, version, why, for_authority)


def show_in(
    person: Person,
    code: str,
    key: str,
    *,
    paper: str,
    version: int,
    why: str = "",
    for_authority: str = "",
) -> int:
    """Record in which paper the answer stands, none for an empty `paper`; return its version.

    Raises RefusedError, NotThereError, StaleError, InvalidError.
    """
    fields = {"appears_in": paper or None}
    return _write(person, code, key, fields, version, why, for_authority)


def _write(
    person: Person,
    code: str,
    key: str,
    fields: dict[str, Any],
    version: int,
    why: str,
    for_authority: str,
) -> int:
    with recorded():
        begin(person, code, KIND, why, for_authority)
        page = question_page(person, code, key, timezone.localdate())
        if page is None:
            raise NotThereError
        if isinstance(page.answers, Refusal):
            raise RefusedError(page.answers)
        council = for_authority or page.answers.authority
        return change_fact(
            person, code, KIND, key, page.payload | fields, version, why, for_authority=council
        )
