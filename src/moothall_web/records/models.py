"""The record of what was done: a chain of events, each with a payload that can be erased.

The chain holds who did what, for whom, when and to what, and a salted digest of the rest.  The rest
(words, reasons, the fact before and after) stands in the payload.  Erasing a payload takes its salt
with it, so that the digest tells nothing more, and the chain still verifies.
"""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone


class RecordIsFinalError(Exception):
    """Somebody tried to change or remove what has been recorded."""

    def __init__(self) -> None:
        super().__init__("A record is written once; write another one that corrects it.")


class FinalQuerySet(models.QuerySet[Any]):
    """Rows that can be added and read; the database's own triggers say the same."""

    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError

    def delete(self) -> NoReturn:
        raise RecordIsFinalError


class Event(models.Model):
    """Who did what, for whom, when.

    `number` counts from 1 without a gap; `who` is empty for what was done on the command line;
    `role` is the capacity in which it was done; `for_whom` an authority's code, `programme`, or
    empty; `subject` what it was done to, as `kind/key`; `part_of` the number of the event that this
    one is a part of (loading a folder has one part for each fact).  `digest` is the payload's,
    `previous` the hash of the event before, `hash` this one's.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="events"
    )
    role = models.CharField(max_length=30, blank=True)
    for_whom = models.CharField(max_length=100, blank=True)
    verb = models.CharField(max_length=100)
    programme = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    part_of = models.PositiveBigIntegerField(null=True)
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = FinalQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["programme", "subject"], name="events_of_a_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.at:%Y-%m-%d %H:%M} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RecordIsFinalError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError


class Payload(models.Model):
    """What an event says in words, why, and the subject before and after.

    `owner` and `shared` are those of the subject at the time: who may read it follows from them.
    Its deletion is refused by the database until an event says that it is erased.
    """

    event = models.OneToOneField(
        Event, primary_key=True, on_delete=models.PROTECT, related_name="payload"
    )
    salt = models.CharField(max_length=64)
    owner = models.CharField(max_length=100, blank=True)
    shared = models.BooleanField(default=True)
    summary = models.TextField()
    why = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    objects = FinalQuerySet.as_manager()

    def __str__(self) -> str:
        return self.summary


class Submission(models.Model):
    """A form that has been carried out, so that a second click on it does nothing more.

    `digest` is that of what was sent in: the same token with other content is another wish.
    `address` is where the first click led.
    """

    token = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    address = models.CharField(max_length=1000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["token", "digest", "who"], name="a_form_is_carried_out_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.token} {self.address}"
