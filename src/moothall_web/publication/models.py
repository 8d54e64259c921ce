"""What is public of a snapshot.  Nothing that is not for the public is ever in these tables."""

from django.db import models

from moothall_web.cases.models import Snapshot
from moothall_web.records.recorded import Recorded


class Edition(Recorded):
    """A published snapshot as the public sees it, from `public_from` on; None: nobody has said yet.

    `contact` says how the council is reached, never a person.  `digest` is that of what it says.
    Once `withdrawn_on` is set, all that is shown is that it was withdrawn, and when.
    """

    snapshot = models.OneToOneField(Snapshot, on_delete=models.PROTECT, related_name="edition")
    programme = models.CharField("programme's code", max_length=200)
    proposal = models.CharField(max_length=200)
    authority = models.CharField("authority's code", max_length=100)
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    public_from = models.DateField(null=True)
    contact = models.CharField(max_length=500, blank=True)
    withdrawn_on = models.DateField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["programme", "proposal", "authority", "-number"]

    def __str__(self) -> str:
        return f"{self.authority}: {self.proposal}, edition {self.number}"


class EditionWords(Recorded):
    """What an edition says: `said.Said` as JSON."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="words")
    content = models.TextField()

    def __str__(self) -> str:
        return f"words of {self.edition_id}"


class PublicFile(Recorded):
    """A file of an edition, byte for byte as it was frozen; never one with exempt matter."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=100)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "name"], name="one_public_file_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
