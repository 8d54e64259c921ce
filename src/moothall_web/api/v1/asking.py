"""What the operations have in common: the page of a list, the day, and who asks for which kind."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Schema
from pydantic import Field

from moothall_web.api.bearer import AskedByToken
from moothall_web.api.problems import ProblemError, fault
from moothall_web.api.v1.shapes import Problem
from moothall_web.facts.faults import NotThereError
from moothall_web.facts.models import Programme
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import sight

T = TypeVar("T")
S = TypeVar("S")

_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)

_ALWAYS = (400, 401, 404, 405, 422, 429)
READS: dict[int, Any] = dict.fromkeys(_ALWAYS, Problem)
WRITES: dict[int, Any] = READS | dict.fromkeys((403, 409, 413), Problem)

AsAtDay = Annotated[
    str | None,
    Query(
        description="The day as at which it is worked out, as 2026-05-01; today if none is named.",
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    ),
]


class Page(Schema):
    """Which part of a list is wanted."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0


def asked(request: HttpRequest) -> AskedByToken:
    """The request with whom its token stands for."""
    return cast(AskedByToken, request)


def day(written: str | None, where: str = "/query/as_at") -> date:
    """The day asked for; the clock is read here and nowhere below.  Raises ProblemError."""
    if written is None:
        return timezone.localdate()
    try:
        found = date.fromisoformat(written)
    except ValueError:
        found = date.min
    if not _FIRST <= found <= _LAST:
        raise ProblemError(
            422,
            "There is no such day to work anything out for.",
            "Name a day from 2000-01-01 to 2100-12-31.",
            errors=[fault(where, f"{written} is no such day", "Write it as 2026-05-01.")],
        )
    return found


def there(found: T | None) -> T:
    """What was found.  Raises NotThereError where nothing was."""
    if found is None:
        raise NotThereError
    return found


def listed(
    request: HttpRequest, page: Page, every: Iterable[S], shown: Callable[[S], T]
) -> dict[str, Any]:
    """One part of a list as it is answered; only what is on it is worked out."""
    held = list(every)
    end = page.offset + page.limit
    query = request.GET.copy()
    query["limit"], query["offset"] = str(page.limit), str(end)
    return {
        "items": [shown(each) for each in held[page.offset : end]],
        "total": len(held),
        "limit": page.limit,
        "offset": page.offset,
        "next": f"{request.path}?{query.urlencode()}" if end < len(held) else None,
    }


def may_write(request: HttpRequest, kind: str) -> None:
    """Raise RefusedError where the token itself does not go as far as this kind."""
    token = asked(request).token
    if kind not in token.kinds:
        goes = f"writes {', '.join(token.kinds)}" if token.kinds else "only reads"
        raise RefusedError(Refusal(f"This token does not write {kind[:60]}: it {goes}."))


def is_not_theirs(request: HttpRequest) -> bool:
    """Whether a programme was asked for in which the token's council has no part."""
    match = request.resolver_match
    code = match.kwargs.get("code") if match else None
    row = Programme.objects.filter(code=code).first() if code else None
    if row is None:
        return False
    return not sight(asked(request).user, row.code, row.about["authorities"]).inside
