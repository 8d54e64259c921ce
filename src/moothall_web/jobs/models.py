"""Jobs: what was asked for, how far it is, and what came of it."""

from django.conf import settings
from django.db import models


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class Job(models.Model):
    """One piece of work.

    `name` is that of its kind; `who` asked for it, nobody for the installation's own; `arguments`
    are plain values.  `attempts` counts the times it was begun, and `lease` names the latest of
    them: what an earlier attempt still says counts for nothing.  `beats` rises while a worker is at
    it.  `done` of `of` steps are behind it, and `words` says at which it is.
    """

    name = models.CharField(max_length=100)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="jobs"
    )
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=20, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    lease = models.PositiveIntegerField(default=0)
    beats = models.PositiveBigIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=300, blank=True)
    outcome = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state"], name="jobs_by_state")]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"


class Result(models.Model):
    """The file that came of a job; whoever asked for the job fetches it, and nobody else."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="result")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.name


class Slot(models.Model):
    """A time at which a scheduled job was due and was queued, by whichever worker came first."""

    name = models.CharField(max_length=100)
    slot = models.CharField(max_length=40)
    queued_at = models.DateTimeField()

    class Meta:
        ordering = ["-queued_at"]
        constraints = [models.UniqueConstraint(fields=["name", "slot"], name="each_slot_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.slot}"
