"""Calendars that were read and not yet brought in, and the addresses of feeds."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme
from moothall_web.records.recorded import Recorded


class CalendarReading(models.Model):
    """A calendar that somebody has read, and looks at before they bring it in; nobody else sees it.

    Nothing of it is a fact yet, so it is not recorded; the next one that its person reads for the
    programme takes its place.  `authority` is the council whose calendar it is; `content` holds the
    meetings and problems as `readings` writes them.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_readings"
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="calendar_readings"
    )
    authority = models.CharField(max_length=100)
    name = models.CharField(max_length=500)
    read_on = models.DateField()
    read_at = models.DateTimeField(auto_now_add=True)
    content = models.JSONField()

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme"], name="one_reading_of_a_calendar"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Feed(Recorded):
    """An address at which a calendar program reads what one person may see.

    `programme` is the one programme that it is of, empty for all that touches the person.  Of the
    address only a digest of its token is kept: it is shown once, and nobody can read it here.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feeds"
    )
    programme = models.ForeignKey(
        Programme, null=True, on_delete=models.CASCADE, related_name="feeds"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.person}: {self.programme or 'all'}"
