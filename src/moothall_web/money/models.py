"""Tables that were read and not yet brought in, and what each council's columns mean."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme
from moothall_web.records.recorded import Recorded


class TableReading(models.Model):
    """A table that somebody has given and looks at before they bring it in; nobody else sees it.

    Nothing of it is a fact yet, so it is not recorded; the next one that its person gives for the
    programme takes its place.  `content` is the file as it was given, `answers` what the person has
    said about it, as `answers.kept` writes it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="table_readings"
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="table_readings"
    )
    authority = models.CharField(max_length=100)
    proposal = models.CharField(max_length=200)
    kind = models.CharField(max_length=50)
    name = models.CharField(max_length=300)
    read_on = models.DateField()
    read_at = models.DateTimeField(auto_now_add=True)
    content = models.BinaryField()
    answers = models.JSONField(default=dict)

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.UniqueConstraint(fields=["person", "programme"], name="one_reading_of_a_table")
        ]

    def __str__(self) -> str:
        return self.name


class ColumnMapping(Recorded):
    """What the columns of a council's tables of one kind mean, as somebody there has said.

    `columns` gives for the words of a heading what it is taken for, empty for what is left out;
    `answers` what the council's tables do not say themselves (unit, funding stream).
    """

    authority = models.CharField(max_length=100)
    kind = models.CharField(max_length=50)
    columns = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["authority", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "kind"], name="one_mapping_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.kind}"
