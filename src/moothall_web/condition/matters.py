"""Everything that council IT looks after, one by one: how it stands, and what to do where it wants.

Nothing here names a person or says what anybody has written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall_web import readiness
from moothall_web.condition.lacking import lacking
from moothall_web.jobs.models import Job, JobState, Slot
from moothall_web.jobs.registry import schedules
from moothall_web.records.models import Event
from moothall_web.row_scope import EVERYTHING, within

LATE_BACKUP = timedelta(days=2)
"""The timer makes one each night; one that was missed may be a machine that was being mended."""

LATE_REHEARSAL = timedelta(days=31)
FAILED_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing: its name, whether it is in order, how it stands, and what to do where it is not.

    `stops` is whether the site is not fit for use because of it.
    """

    name: str
    good: bool
    says: str
    then: str = ""
    stops: bool = False


_NAMES = {
    "database": "Database",
    "disk": "Room on the disk",
    "tables": "Tables of the database",
    "clock": "Clock",
    "worker": "Background work",
}
_THEN = {
    "database": "Tell whoever runs the database at once: nobody can read or save anything.",
    "disk": "Have whoever runs the machine make room or add disk. With less than is wanted nothing "
    "more may be saved; what was saved stays.",
    "tables": "Have whoever runs the machine make a backup, run `moothall setup` and start the "
    "site again.",
    "clock": "Have this machine and the database's follow a time server. With a wrong clock, codes "
    "for signing in are refused and deadlines come on the wrong day.",
    "worker": "Have whoever runs the machine start `moothall work` (the service moothall-worker). "
    "Until then papers asked for together, deliveries and what goes by itself wait; nothing is "
    "lost.",
}


def matters(now: datetime) -> tuple[Matter, ...]:
    """All of them; what wants somebody comes first.

    What lies behind the database is not asked where that does not answer.
    """
    found = readiness.look()
    held = [_of_a_check(each) for each in found]
    if all(each.fit for each in found if each.name == "database"):
        with within(EVERYTHING):
            held += [_backup(now), _rehearsal(now), _jobs(now)]
    held.append(_settings())
    return tuple(sorted(held, key=lambda each: (each.good, not each.stops)))


def _of_a_check(check: readiness.Check) -> Matter:
    good = check.fit and (check.name != "worker" or check.says == readiness.TAKEN_UP)
    says = f"{check.says[:1].upper()}{check.says[1:]}."
    return Matter(
        name=_NAMES[check.name],
        good=good,
        says=says,
        then="" if good else _THEN[check.name],
        stops=not check.fit,
    )


def _backup(now: datetime) -> Matter:
    then = (
        "Have whoever runs the machine look at what the service moothall-backup says, and run "
        "`moothall backup --rehearse FOLDER` by hand."
    )
    return _kept(
        now,
        name="Last backup",
        done=readiness.BACKED_UP,
        failed=readiness.BACKUP_FAILED,
        late=LATE_BACKUP,
        never="No backup of this installation has been made: what is lost would be lost for good.",
        then=then,
    )


def _rehearsal(now: datetime) -> Matter:
    then = (
        "Have whoever runs the machine run `moothall backup --rehearse FOLDER`. Until it succeeds, "
        "nobody knows whether the backups can be restored."
    )
    return _kept(
        now,
        name="Last rehearsal of a restore",
        done=readiness.REHEARSED,
        failed=readiness.REHEARSAL_FAILED,
        late=LATE_REHEARSAL,
        never="It has not been tried yet whether a backup of this installation can be restored.",
        then=then,
    )


def _kept(
    now: datetime,
    *,
    name: str,
    done: str,
    failed: str,
    late: timedelta,
    never: str,
    then: str,
) -> Matter:
    """The last of two kinds of event, and the last that succeeded."""
    every = Event.objects.order_by("-number").select_related("payload")
    good = every.filter(verb=done).first()
    bad = every.filter(verb=failed).first()
    says = never if good is None else f"{_when(good.at, now)}: {_words(good)}"
    fine = good is not None and now - good.at <= late
    if good is not None and not fine:
        says = f"That is too long ago. {says}"
    if bad is not None and (good is None or bad.number > good.number):
        fine = False
        says = f"The last try failed. {_when(bad.at, now)}: {_words(bad)} {says}"
    return Matter(name=name, good=fine, says=says, then="" if fine else then)


def _words(event: Event) -> str:
    payload = getattr(event, "payload", None)
    return payload.summary if payload else "what it said was erased."


def _when(at: datetime, now: datetime) -> str:
    told = ago(now - at)
    return f"{told[:1].upper()}{told[1:]}, on {in_words(timezone.localdate(at))}"


def ago(time: timedelta) -> str:
    """`5 hours ago`, in the largest unit of which there are two."""
    minutes = max(0, int(time.total_seconds() // 60))
    for number, unit in ((minutes // 1440, "day"), (minutes // 60, "hour"), (minutes, "minute")):
        if number > 1 or (number == 1 and unit != "day"):
            return f"{number} {unit}{'s' if number > 1 else ''} ago"
    return "less than a minute ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A kind of job that failed lately: how often, when last, and what it said if it may be told.

    What a person's own job said is theirs, and empty here.
    """

    name: str
    number: int
    last: datetime
    said: str


def failing(now: datetime) -> tuple[Failing, ...]:
    """Every kind of job of which one was given up lately, the latest first."""
    lately = Job.objects.filter(state=JobState.FAILED, ended_at__gte=now - FAILED_WITHIN)
    counted = lately.values("name").annotate(number=Count("pk"), last=Max("ended_at"))
    return tuple(
        Failing(**each, said=_said(each["name"]))
        for each in counted.order_by("-last").values("name", "number", "last")
    )


def _said(name: str) -> str:
    own = Job.objects.filter(name=name, state=JobState.FAILED, who=None).order_by("-ended_at")
    return own.values_list("outcome", flat=True).first() or ""


def _jobs(now: datetime) -> Matter:
    found = failing(now)
    number = sum(each.number for each in found)
    days = FAILED_WITHIN.days
    if not number:
        return Matter(
            name="Jobs", good=True, says=f"None was given up within the last {days} days."
        )
    return Matter(
        name="Jobs",
        good=False,
        says=f"{number} {'were' if number > 1 else 'was'} given up within the last {days} days, "
        f"after being tried again: {', '.join(each.name for each in found)}.",
        then="Look at what each said. An address that does not answer is its owner's to mend; with "
        "anything else, give what it said to whoever runs the site.",
    )


def _settings() -> Matter:
    found = list(lacking())
    if not settings.PRODUCTION:
        return Matter(
            name="Settings",
            good=True,
            says="This installation is set for trying out, not for use in earnest.",
        )
    if not found:
        return Matter(name="Settings", good=True, says="Production lacks nothing.")
    return Matter(
        name="Settings",
        good=False,
        says=f"Production lacks: {'; '.join(found)}.",
        then="Have whoever runs the machine put these into the settings and start the site again.",
    )


def summed_up(found: tuple[Matter, ...]) -> str:
    """How things stand, in one sentence."""
    wanting = [each for each in found if not each.good]
    if any(each.stops for each in wanting):
        return "The site is not fit for use as it is: somebody has to see to it now."
    if not wanting:
        return "The site is in order: nothing waits for anybody."
    number = len(wanting)
    return (
        f"The site works; {number} thing{'s want' if number > 1 else ' wants'} somebody to see to "
        f"{'them' if number > 1 else 'it'}."
    )


def by_itself() -> Iterator[tuple[str, datetime | None, str]]:
    """What the installation does by itself: its name, when it was last queued, how that stands."""
    for schedule in sorted(schedules(), key=lambda each: each.name):
        slot = Slot.objects.filter(name=schedule.name).order_by("-queued_at").first()
        job = Job.objects.filter(name=schedule.name, who=None).first()
        stands = "Not yet" if job is None else _stands(job)
        yield schedule.name, slot.queued_at if slot else None, stands


def _stands(job: Job) -> str:
    if job.state == JobState.DONE:
        return f"Done. {job.outcome}"
    if job.state == JobState.FAILED:
        return f"Failed. {job.outcome}"
    return "Under way" if job.state == JobState.RUNNING else "Waits for its turn"
