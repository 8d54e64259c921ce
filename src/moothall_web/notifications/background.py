"""Jobs: the daily messages, the hourly round, what is told at once, and each message by itself."""

import logging
from datetime import time

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from moothall_web.facts import models as rows
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.notifications import actions, telling
from moothall_web.notifications.actions import SEND
from moothall_web.notifications.composing import composed
from moothall_web.notifications.gathering import may_be_told
from moothall_web.notifications.mail import Mail, NotNowError, RefusedForGoodError, send
from moothall_web.notifications.models import Choice, Message, MessageState, Soon, Sort
from moothall_web.notifications.subscriptions import keeping
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.queries import acting_on, people_of
from moothall_web.row_scope import EVERYTHING, within

DAILY = "daily messages"
ROUND = "hourly round of messages"
AT_ONCE = "tell at once"
GATHER = "gather a message"
TRIES = 5
_log = logging.getLogger(__name__)


@job(DAILY)
def daily(progress: Progress) -> Outcome:
    """Have everybody's daily message made.  Whoever's cannot be is tried again, by themselves."""
    with within(EVERYTHING):
        acting = Acting.objects.filter(acting_on(timezone.localdate())).exclude(role=Role.AUDITOR)
        found = Person.objects.filter(is_active=True, left_on=None, acting__in=acting).distinct()
        people = list(found)
    made = 0
    for number, person in enumerate(people):
        progress.step(number, len(people), "daily messages")
        try:
            made += _gathered(person, Sort.DAILY) is not None
        except Exception:  # noqa: BLE001 - one person's must not keep everybody else from theirs
            _log.exception("the daily message of person %s could not be made", person.pk)
            with within(EVERYTHING):
                enqueue(GATHER, person=person.pk, sort=Sort.DAILY.value)
    return Outcome(words=f"{made} messages for {len(people)} people.")


def _gathered(person: Person, sort: Sort) -> Message | None:
    with within(EVERYTHING):
        made = telling.gather(person, sort) if may_be_told(person) else None
        if made is not None:
            enqueue(SEND, message=made.pk)
        return made


@job(GATHER)
def gather(progress: Progress, *, person: int, sort: str) -> Outcome:  # noqa: ARG001 - one step
    """Make one person's message, where there is anything to tell."""
    held = Person.objects.filter(pk=person).first()
    made = _gathered(held, Sort(sort)) if held is not None else None
    if made is None:
        return Outcome(words="There is nothing to tell.")
    return Outcome(words=f"{len(made.keys)} things to tell.")


@job(AT_ONCE)
def at_once(progress: Progress, *, programme: str = "") -> Outcome:  # noqa: ARG001 - quick
    """Have messages made for those in a programme, or in any, who want to be told at once."""
    with within(EVERYTHING):
        wanting = Choice.objects.filter(soon=Soon.AT_ONCE).values("person")
        people = Person.objects.filter(pk__in=wanting)
        if programme:
            row = rows.Programme.objects.get(code=programme)
            people = people.filter(pk__in=people_of(row.about["authorities"]).values("pk"))
        for person in people:
            enqueue(GATHER, person=person.pk, sort=Sort.AT_ONCE.value)
        return Outcome(words=f"Looked for {len(people)} people.")


@job(ROUND)
def hourly(progress: Progress) -> Outcome:  # noqa: ARG001 - quick
    """Send what waits, tell the public, see to what was missed, and put away what is old."""
    now = timezone.now()
    with within(EVERYTHING):
        telling.give_up(now)
        again = _send_what_waits()
        news = keeping.gather_news()
        enqueue(AT_ONCE)
        telling.put_away(now)
        keeping.put_away(now)
        actions.forget_leavers()
    return Outcome(words=f"{news} messages of news; {again} are tried again.")


def _send_what_waits() -> int:
    """Queue what no job is at any more: its tries were used up while the mail server was away."""
    open_ = Job.objects.filter(name=SEND).filter(
        Q(state=JobState.WAITING) | Q(state=JobState.RUNNING)
    )
    at_work = {each["message"] for each in open_.values_list("arguments", flat=True)}
    waiting = Message.objects.filter(state=MessageState.WAITING).exclude(pk__in=at_work)
    numbers = list(waiting.values_list("pk", flat=True))
    for number in numbers:
        enqueue(SEND, message=number)
    return len(numbers)


@job(SEND, attempts=TRIES)
def send_one(progress: Progress, *, message: int) -> Outcome:  # noqa: ARG001 - one step
    """Send one message, made from what may be said at this moment; what is over is left alone."""
    with within(EVERYTHING):
        held = Message.objects.select_related("person", "subscription").filter(pk=message).first()
        if held is None or not telling.trying(held):
            return Outcome(words="It is over.")
        ready = composed(held)
        if ready is None:
            telling.ended(held, MessageState.NOTHING)
            return Outcome(words="Nothing was left to say.")
        if not ready.to or not settings.MAIL_IS_SENT:
            telling.ended(held, MessageState.SHOWN, said=ready.words)
            return Outcome(words="Shown on its reader's page.")
    mail = Mail(
        to=ready.to,
        subject=ready.words.subject,
        text=ready.words.text,
        html=ready.words.html,
        number=held.number,
        made_at=held.made_at,
        stop_at=ready.stop_at,
        one_click=ready.one_click,
    )
    try:
        send(mail)  # with no transaction open: a mail server may be slow
    except RefusedForGoodError as error:
        with within(EVERYTHING):
            telling.ended(held, MessageState.FAILED, error.said, ready.words)
            if held.person is not None and held.sort in (Sort.DAILY, Sort.AT_ONCE):
                actions.refused(held.person, error.said)
        return Outcome(words="The address was refused.")
    except NotNowError as error:
        with within(EVERYTHING):
            telling.not_now(held, error.said)
        raise
    with within(EVERYTHING):
        telling.ended(held, MessageState.SENT, said=ready.words)
    return Outcome(words="Sent.")


every(DAILY, at=time(settings.MESSAGES_AT))
every(ROUND, hours=1)
