"""Rows of facts.  `payload` holds a fact whole; rows are chosen by the columns beside it."""

from django.db import models


class Programme(models.Model):
    """A programme; `about` is what its folder's programme.yaml says."""

    code = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=300)
    about = models.JSONField()
    synthetic = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """A document that facts are taken from."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="documents")
    key = models.CharField(max_length=100)
    title = models.CharField(max_length=500)
    owner = models.CharField(max_length=100)
    known_on = models.DateField()
    position = models.PositiveIntegerField()
    payload = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="a_document_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Fact(models.Model):
    """One fact of any kind, as `moothall.files.shapes.plain` writes it.

    `owner` is an authority's code or `programme`; `position` its place among those of its kind.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=50)
    key = models.CharField(max_length=200)
    owner = models.CharField(max_length=100)
    shared = models.BooleanField()
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facts")
    paragraph = models.CharField(max_length=300)
    known_on = models.DateField()
    assumed = models.TextField(null=True)  # noqa: DJ001 - null is "a source says so", as in the fact
    position = models.PositiveIntegerField()
    payload = models.JSONField()

    class Meta:
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="a_fact_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class AuthorityRecord(models.Model):
    """An authority with its own rules, held once for all programmes."""

    code = models.CharField(max_length=100, unique=True)
    payload = models.JSONField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class ReportFormat(models.Model):
    """A council's report format, held once for all programmes."""

    name = models.CharField(max_length=100, unique=True)
    payload = models.JSONField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
