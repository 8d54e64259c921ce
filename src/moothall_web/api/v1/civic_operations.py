"""Bodies, meetings and decisions as lists that other civic programs read."""

from django.http import HttpRequest
from ninja import Query, Router

from moothall.facts.programme import Programme
from moothall_web.api.civic import (
    CONTEXT,
    Civic,
    body_as_organization,
    council_as_organization,
    decision_as_motion,
    meeting_as_event,
)
from moothall_web.api.v1 import shapes
from moothall_web.api.v1.asking import READS, Page, asked, listed, there
from moothall_web.facts import queries

router = Router()


def _in_context(found: Civic) -> Civic:
    return {"@context": CONTEXT, **found}


@router.get(
    "/programmes/{code}/organizations",
    response={200: shapes.Listed[Civic]} | READS,
    url_name="organizations",
)
def organizations(request: HttpRequest, code: str, page: Query[Page]) -> Civic:
    """The councils and their bodies, as Popolo's organizations."""
    held = _seen(request, code)
    every = [
        *(council_as_organization(each) for each in held.authorities),
        *(body_as_organization(each) for each in held.bodies),
    ]
    return listed(request, page, every, _in_context)


@router.get(
    "/programmes/{code}/events", response={200: shapes.Listed[Civic]} | READS, url_name="events"
)
def events(request: HttpRequest, code: str, page: Query[Page]) -> Civic:
    """The meetings, as Popolo's events."""
    held = _seen(request, code)
    bodies = {each.id: each.name for each in held.bodies}
    every = [meeting_as_event(each, bodies) for each in held.meetings]
    return listed(request, page, every, _in_context)


@router.get(
    "/programmes/{code}/motions", response={200: shapes.Listed[Civic]} | READS, url_name="motions"
)
def motions(request: HttpRequest, code: str, page: Query[Page]) -> Civic:
    """The decisions, as Popolo's motions."""
    every = [decision_as_motion(each) for each in _seen(request, code).decisions]
    return listed(request, page, every, _in_context)


def _seen(request: HttpRequest, code: str) -> Programme:
    return there(queries.programme(asked(request).user, code))
