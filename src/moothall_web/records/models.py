"""The record of what was done."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone


class RecordIsFinalError(Exception):
    """Somebody tried to change or remove what has been recorded."""

    def __init__(self) -> None:
        super().__init__("A record is written once; write another one that corrects it.")


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError

    def delete(self) -> NoReturn:
        raise RecordIsFinalError


class Event(models.Model):
    """Who did what, for whom, when.  `who` is empty for what was done on the command line.

    `for_whom` holds authority codes or "programme"; `digest` is that of what was written, so that
    it can be told later whether the same was meant.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="events"
    )
    for_whom = models.CharField(max_length=500, blank=True)
    verb = models.CharField(max_length=100)
    programme = models.CharField(max_length=100, blank=True)
    summary = models.TextField()
    digest = models.CharField(max_length=64, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RecordIsFinalError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsFinalError
