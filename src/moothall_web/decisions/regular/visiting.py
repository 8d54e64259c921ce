"""Reading a council's committee system: its meetings of late and soon, as far as they concern us.

Through the same door as a calendar is fetched by (`calendars.fetching`): https, public addresses,
no redirect to another host, bounded in time and size; one question at a time, with a pause.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from moothall.facts.decisions import MeetingStatus
from moothall.facts.programme import Programme
from moothall.files.calendars.modern_gov import meeting_page, meeting_question, question
from moothall.files.minutes.cmis import is_cmis
from moothall.files.minutes.links import meeting_pages
from moothall.files.minutes.page import names_one_page, read_page
from moothall.files.problems import UnreadableError
from moothall.governance.record.names import body_named
from moothall.governance.record.published import PublishedMeeting, PublishedPage
from moothall_web.calendars.fetching import FetchError, fetch

DAYS_BACK, DAYS_AHEAD = 60, 60
"""Minutes come out weeks after their meeting, and an agenda days before it."""
MOST_MEETINGS = 30
PAUSE = 1.0  # seconds between two questions

Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What a visit brought: pages, and in sentences what could not be read."""

    pages: tuple[PublishedPage, ...] = ()
    troubles: tuple[str, ...] = ()
    asked: int = 0


@dataclass
class _Asking:
    """One visit: counts its questions, and waits between two of them."""

    asked: int = 0
    troubles: list[str] = field(default_factory=list)

    def get(self, address: str) -> bytes:
        if self.asked:
            time.sleep(PAUSE)
        self.asked += 1
        return fetch(address)

    def read(self, address: str, name: str) -> PublishedPage | None:
        """A page, or None: then it is said why."""
        try:
            return read_page(self.get(address), name)
        except FetchError as error:
            self.troubles.append(f"{error.what}.")
        except UnreadableError as error:
            problem = error.problems[0]
            self.troubles.append(f"{problem.file} {problem.what}.")
        return None


def visit(
    address: str, authority: str, programmes: Iterable[Programme], today: date, step: Step
) -> Visited:
    """Read the pages that an address leads to.  Raises nothing that the other side can cause.

    A Modern.gov site is asked by its web service for the meetings of the programmes' own bodies; of
    any other page itself is read where it is one that we know, and else the meetings it links to.
    """
    programmes, asking = tuple(programmes), _Asking()
    pages: list[PublishedPage] = []
    if not (is_cmis("", address) or names_one_page(address)):
        listed = _listed(asking, address, today)
        if listed is not None:
            wanted = tuple(_ours(listed.meetings, authority, programmes, today))
            pages.append(replace(listed, meetings=wanted))
            pages += _by_service(asking, address, wanted, today, step)
            return _visited(asking, pages)
    pages += _by_links(asking, address, step)
    return _visited(asking, pages)


def _visited(asking: _Asking, pages: list[PublishedPage]) -> Visited:
    return Visited(pages=tuple(pages), troubles=tuple(asking.troubles), asked=asking.asked)


def _listed(asking: _Asking, address: str, today: date) -> PublishedPage | None:
    """What the web service says of the meetings around today; None where it does not answer."""
    since, until = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD + 1)
    asked = question(address, since, until)
    try:
        return read_page(asking.get(asked), asked.partition("?")[0])
    except (FetchError, UnreadableError):
        return None


def _ours(
    meetings: Iterable[PublishedMeeting],
    authority: str,
    programmes: tuple[Programme, ...],
    today: date,
) -> Iterator[PublishedMeeting]:
    """The meetings of bodies that take part in a programme; the service may answer with others."""
    for each in meetings:
        near = -DAYS_BACK <= (each.held_on - today).days <= DAYS_AHEAD
        if near and any(
            len(body_named(programme, authority, each.body_name)) == 1 for programme in programmes
        ):
            yield each


def _by_service(
    asking: _Asking, address: str, wanted: tuple[PublishedMeeting, ...], today: date, step: Step
) -> Iterator[PublishedPage]:
    """Each meeting with its items, those nearest to today first; named by its public page."""
    numbered = [
        each for each in wanted if each.reference and each.status is not MeetingStatus.CANCELLED
    ]
    nearest = sorted(numbered, key=lambda each: abs((each.held_on - today).days))
    if len(nearest) > MOST_MEETINGS:
        asking.troubles.append(f"Only {MOST_MEETINGS} of {len(nearest)} meetings were read.")
    for place, each in enumerate(nearest[:MOST_MEETINGS]):
        step(place, min(len(nearest), MOST_MEETINGS), f"{each.body_name}, {each.held_on}")
        name = meeting_page(address, each.reference)
        page = asking.read(meeting_question(address, each.reference), name)
        if page is not None:
            yield page if page.body_name else replace(page, body_name=each.body_name)


def _by_links(asking: _Asking, address: str, step: Step) -> Iterator[PublishedPage]:
    """The page itself where it is one that is known, else the meetings to which it links."""
    try:
        data = asking.get(address)
    except FetchError as error:
        asking.troubles.append(f"{error.what}.")
        return
    found: tuple[str, ...] = ()
    try:
        yield read_page(data, address)
        return
    except UnreadableError as error:
        try:
            found = meeting_pages(data, address, MOST_MEETINGS)
        except UnreadableError:
            found = ()
        if not found:
            problem = error.problems[0]
            asking.troubles.append(f"{problem.file} {problem.what}, and links to no meeting.")
    for place, each in enumerate(found):
        step(place, len(found), each)
        page = asking.read(each, each)
        if page is not None:
            yield page
