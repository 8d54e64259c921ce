"""Remarks on facts, who is mentioned in them, and tasks."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme
from moothall_web.records.recorded import Recorded


class Remark(Recorded):
    """What somebody says about a fact while working on it; a scrutiny comment is a fact itself.

    `subject` is the fact, as `kind/key`; `for_whom` the authority that its author spoke for (or
    `programme`).  Unshared, it is seen by that authority's own people only.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="remarks")
    subject = models.CharField(max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="remarks"
    )
    for_whom = models.CharField(max_length=100)
    shared = models.BooleanField(default=False)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["programme", "subject"], name="remarks_of_a_subject")]

    def __str__(self) -> str:
        return f"{self.author} on {self.subject}"


class Mention(models.Model):
    """Somebody is named in a remark; `answered_at` once they have answered or put it aside."""

    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["remark", "person"], name="mentioned_once_in_a_remark")
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.remark}"


class Task(Recorded):
    """Something to do, given by one person to another or to oneself.

    `for_whom` is the authority that it is done for (or `programme`); `subject` the fact that it is
    about, as `kind/key`, empty for the programme as a whole.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks")
    subject = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=500)
    for_whom = models.CharField(max_length=100)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tasks"
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="given_tasks"
    )
    given_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "id"]

    def __str__(self) -> str:
        return self.words
