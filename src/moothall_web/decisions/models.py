"""Published pages that were read and not yet brought in, and where they are read regularly."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme
from moothall_web.records.recorded import Recorded


class PageReading(models.Model):
    """A published page that somebody has read and looks at before anything of it is saved.

    Nothing of it is a fact yet, so it is not recorded; nobody else sees it.  It goes when something
    of it is saved, and when the next one of its person takes its place.  `authority` is the council
    whose page it is, `content` what was read as `readings` writes it, `choices` what the person has
    said of it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="page_readings"
    )
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="page_readings")
    authority = models.CharField(max_length=100)
    name = models.CharField(max_length=2000)
    read_on = models.DateField()
    read_at = models.DateTimeField(auto_now_add=True)
    content = models.JSONField()
    choices = models.JSONField(default=dict)

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.UniqueConstraint(fields=["person", "programme"], name="one_reading_of_a_page")
        ]

    def __str__(self) -> str:
        return self.name


class CommitteeSystem(Recorded):
    """An address of a council's committee system from which its meetings are read regularly.

    Nobody reads anything until one is set.  The committee system stays the record: what is new
    waits for an officer of the council.
    """

    authority = models.CharField("authority's code", max_length=100)
    address = models.CharField(max_length=2000)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="committee_systems"
    )
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["authority", "-made_at", "-id"]

    def __str__(self) -> str:
        return self.address


class Visit(models.Model):
    """When an address was last read, and what came of it."""

    system = models.OneToOneField(
        CommitteeSystem, primary_key=True, on_delete=models.CASCADE, related_name="visit"
    )
    authority = models.CharField("authority's code", max_length=100)
    at = models.DateTimeField()
    words = models.CharField(max_length=500)
    failed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.words


class WaitingPage(models.Model):
    """A page that was read by itself and says something new; it waits for somebody to look at it.

    `content` is what was read as `readings` writes it, `digest` names it: a page that has been
    settled comes back only once it says something else.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="waiting_pages")
    authority = models.CharField("authority's code", max_length=100)
    name = models.CharField(max_length=2000)
    title = models.CharField(max_length=500)
    read_on = models.DateField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-read_on", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "authority", "name"], name="a_page_waits_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
