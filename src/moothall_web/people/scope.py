"""Whose rows the database shows to whom: every request is answered within its reader's scope."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase, StreamingHttpResponse

from moothall_web.people.models import AuditGrant, Person, Role
from moothall_web.people.queries import capacities, keep_capacities
from moothall_web.row_scope import NOBODY, Scope, within

WITHOUT_ROWS = ("/health", "/health/ready", "/metrics")
"""Answered also where the database does not answer, so nothing is asked of it beforehand."""


def scope_of(person: Person) -> Scope:
    """The rows that somebody may read and write today, as far as the database knows.

    Somebody on a board acts for the programme, an auditor reads what is granted and writes nothing.
    """
    held = capacities(person)
    acts_for = frozenset(each.authority for each in held if each.role != Role.AUDITOR)
    granted: frozenset[str] = frozenset()
    if any(each.role == Role.AUDITOR for each in held):
        granted = frozenset(
            AuditGrant.objects.filter(auditor=person, withdrawn_at=None).values_list(
                "authority", flat=True
            )
        )
    return Scope(reads=acts_for | granted, writes=acts_for, person=person.pk)


class ScopedRequests:
    """Answers every request in one transaction that sees the reader's rows only.

    A page that fails takes back what it wrote.  What was written is kept before the answer leaves,
    so nobody is told of a change that then is not kept.  An answer that would be read from the
    database bit by bit is read whole, while the rows are still there to be seen.

    Nothing of this happens on SQLite: it has no scopes, and a transaction around a request would
    make every reader a writer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer within the scope of whoever asks."""
        if request.path in WITHOUT_ROWS:
            return self.get_response(request)
        person = request.user
        if isinstance(person, Person) and request.method in ("GET", "HEAD"):
            keep_capacities(person)
        if connection.vendor != "postgresql":
            return self.get_response(request)
        with within(scope_of(person) if isinstance(person, Person) else NOBODY):
            response = self.get_response(request)
            if isinstance(response, StreamingHttpResponse) and not response.is_async:
                response.streaming_content = [b"".join(response)]
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and (
                response.status_code != HTTPStatus.BAD_GATEWAY  # another's fault, which is recorded
            ):
                transaction.set_rollback(True)
        return response
