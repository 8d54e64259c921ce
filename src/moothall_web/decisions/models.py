"""Published pages that were read and not yet brought in."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme


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
