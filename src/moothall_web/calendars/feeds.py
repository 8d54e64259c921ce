"""What a feed shows: what its person may see today, and nothing once they have left."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone

from moothall.facts.programme import Programme
from moothall.files.calendars.entries import Stamps, entries_of, without_exempt
from moothall.files.calendars.writing import CalendarEntry, Stamp, write_calendar
from moothall.files.law import read_law
from moothall.governance.timetable import routes_of
from moothall_web.calendars.actions import digest_of
from moothall_web.calendars.models import Feed
from moothall_web.desk.models import Task
from moothall_web.facts import queries as facts
from moothall_web.facts.subjects import FACT_VERBS
from moothall_web.people.models import Person
from moothall_web.people.queries import authorities_of
from moothall_web.people.scope import scope_of
from moothall_web.records.models import Event
from moothall_web.row_scope import EVERYTHING, within

_ROUTE_RESTS_ON = frozenset(
    {"proposals", "bodies", "steps", "meetings", "decisions", "key_decision_tests", "notices"}
) | {"authorities", "conditions", "agreements"}
_WORDS = "From Moothall. It shows what its owner may see there: keep the address to yourself."


def feed_of(token: str) -> Feed | None:
    """The feed of a token, closed or not; None where there is none."""
    with within(EVERYTHING):  # whoever asks has no name yet: the token is what gives one
        return (
            Feed.objects.filter(digest=digest_of(token))
            .select_related("person", "programme")
            .first()
        )


def calendar_of(feed: Feed) -> bytes:
    """The calendar as a file.  A feed that is closed, or whose person has left, is empty."""
    with within(scope_of(feed.person)):
        entries = tuple(_entries(feed)) if _is_open(feed) else ()
    if feed.programme is not None:
        name = f"{feed.programme.name} (Moothall)" if entries else "Moothall"
    else:
        name = "My councils (Moothall)"
    return write_calendar(name, entries, _WORDS)


def _is_open(feed: Feed) -> bool:
    person = feed.person
    if person.demonstration and not settings.DEMONSTRATION:
        return False
    return feed.closed_at is None and person.is_active and person.left_on is None


def _entries(feed: Feed) -> Iterator[CalendarEntry]:
    if feed.programme is not None:
        programme = facts.programme(feed.person, feed.programme.code)
        if programme is not None:
            yield from _of_programme(programme, None, feed)
        return
    # Somebody on a board acts for the programme as a whole, so all of it touches them.
    councils = authorities_of(feed.person) or None
    for programme in facts.programmes(feed.person):
        yield from _of_programme(programme, councils, feed)
    yield from _tasks(feed.person)


def _of_programme(
    programme: Programme, councils: frozenset[str] | None, feed: Feed
) -> Iterator[CalendarEntry]:
    shown = without_exempt(programme)
    # Every day of a route is fixed by facts, but its rules are those of a day.
    routes = routes_of(shown, read_law(), timezone.localdate())
    yield from entries_of(shown, routes, _stamps(shown, feed.made_at), councils)


def _tasks(person: Person) -> Iterator[CalendarEntry]:
    """The tasks that somebody still has to do, on the day on which they are due."""
    held = Task.objects.filter(owner=person, done_at=None).exclude(due_on=None)
    seen = {programme.about.id for programme in facts.programmes(person)}
    for task in held.select_related("programme", "given_by"):
        if task.due_on is None or task.programme.code not in seen:
            continue
        yield CalendarEntry(
            uid=f"tasks/{task.pk}@{task.programme.code}.moothall",
            title=f"Due: {task.words}",
            on=task.due_on,
            words=f"Given by {task.given_by.name}.\n{task.programme.name}",
            stamp=Stamp(at=task.given_at),
            group="Task",
        )


def _stamps(programme: Programme, otherwise: datetime) -> Stamps:
    """When each fact was last written, by the record; the clock has no part in it."""
    code = programme.about.id
    subjects = {f"{kind}/{fact.id}" for kind, fact in programme.facts()}
    subjects |= {f"authorities/{each.code}" for each in programme.authorities}
    found = Event.objects.filter(verb__in=FACT_VERBS, programme=code).order_by()
    events = {
        subject: Stamp(at=at, sequence=number - 1)
        for subject, at, number in found.values_list("subject").annotate(
            at_last=Max("at"), number=Count("pk")
        )
        if subject in subjects
    }
    start = Stamp(at=min((stamp.at for stamp in events.values()), default=otherwise))
    resting = [
        stamp for subject, stamp in events.items() if subject.partition("/")[0] in _ROUTE_RESTS_ON
    ]
    return Stamps(
        of=lambda subject: events.get(subject, start),
        worked_out=Stamp(
            at=max((stamp.at for stamp in resting), default=start.at),
            sequence=sum(stamp.sequence for stamp in resting),
        ),
    )
