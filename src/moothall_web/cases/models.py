"""Cases frozen: what a council has signed off stays as it was."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme
from moothall_web.records.recorded import Recorded


class SnapshotState(models.TextChoices):
    """Where a snapshot stands; `cases/states.py` says what leads from one to another."""

    DRAFT = "draft", "draft"
    CLEARED = "cleared", "cleared"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


class Snapshot(Recorded):
    """A council's case on a proposal, frozen.  Everything but its state is written once.

    `number` counts a council's snapshots of a proposal from 1.  `facts` is the text of the
    programme's facts as the council saw them; `facts_digest` its SHA-256; `law_digest` that of the
    law's values; `program_version` the version that made it.  The same version of the program
    remakes the same bytes from these; a later one shows the stored ones.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="snapshots")
    proposal = models.CharField(max_length=200)
    authority = models.CharField("authority's code", max_length=100)
    number = models.PositiveIntegerField()
    as_at = models.DateField()
    state = models.CharField(max_length=20, choices=SnapshotState, default=SnapshotState.DRAFT)
    facts = models.TextField()
    facts_digest = models.CharField(max_length=64)
    law_digest = models.CharField(max_length=64)
    program_version = models.CharField(max_length=50)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="snapshots"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["programme", "proposal", "authority", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "proposal", "authority", "number"],
                name="a_snapshot_has_its_own_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.proposal}, snapshot {self.number}"


class FrozenFile(Recorded):
    """A file rendered when a snapshot was made: the council's paper, as `paper.html` and so on."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=100)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "name"], name="one_file_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
