"""The jobs that somebody may see: their own, and for council IT the installation's."""

from dataclasses import dataclass

from django.conf import settings

from moothall_web.jobs.models import Job, JobState, Result
from moothall_web.people.models import Person, Role
from moothall_web.people.queries import capacities

_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class JobsPage:
    """What is under way and what came of it, the latest first; it is kept for so many days."""

    own: tuple[Job, ...]
    installation: tuple[Job, ...]
    sees_installation: bool
    kept_for: int

    @property
    def under_way(self) -> int:
        return sum(job.state in (JobState.WAITING, JobState.RUNNING) for job in self.own)

    @property
    def words(self) -> str:
        """Where things stand, in words."""
        if not self.own:
            return "You have asked for nothing that takes long."
        if self.under_way:
            many = self.under_way > 1
            return f"{self.under_way} {'jobs are' if many else 'job is'} under way."
        return "Nothing is under way; all that you asked for is over."


def jobs_page(person: Person) -> JobsPage:
    """The latest jobs of a person, and the installation's for council IT."""
    it = any(each.role == Role.IT for each in capacities(person))
    own = Job.objects.filter(who=person).select_related("result").defer("result__content")
    others = Job.objects.filter(who=None) if it else Job.objects.none()
    return JobsPage(
        own=tuple(own[:_SHOWN]),
        installation=tuple(others[:_SHOWN]),
        sees_installation=it,
        kept_for=settings.KEEP_JOBS,
    )


def result_of(person: Person, number: int) -> Result | None:
    """The file that came of somebody's own job."""
    return Result.objects.filter(job_id=number, who=person).first()
