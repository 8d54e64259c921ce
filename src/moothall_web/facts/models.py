"""Rows of facts.  `payload` holds a fact whole; rows are chosen by the columns beside it.

`version` counts the changes of a row from 1.  A programme's `revision` is another one after every
change to anything that it is made of, and never the same again: what was frozen from a revision can
be kept by its name.
"""

import uuid

from django.conf import settings
from django.db import models

from moothall_web.records.recorded import Recorded


def new_revision() -> str:
    """A name for what a programme is from now on."""
    return uuid.uuid4().hex


class Programme(Recorded):
    """A programme; `about` is what its folder's programme.yaml says."""

    code = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=300)
    about = models.JSONField()
    synthetic = models.BooleanField(default=False)
    revision = models.CharField(max_length=32, default=new_revision)

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class Document(Recorded):
    """A document that facts are taken from."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="documents")
    key = models.CharField(max_length=100)
    title = models.CharField(max_length=500)
    owner = models.CharField(max_length=100)
    known_on = models.DateField()
    position = models.PositiveIntegerField()
    payload = models.JSONField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="a_document_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Fact(Recorded):
    """One fact of any kind, as `moothall.files.shapes.plain` writes it.

    `owner` is an authority's code or `programme`; `position` its place among those of its kind.
    `shared_by` and `shared_at` say who shared it with the other councils and when; both are empty
    where it was shared from the start.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=50)
    key = models.CharField(max_length=200)
    owner = models.CharField(max_length=100)
    shared = models.BooleanField()
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    shared_at = models.DateTimeField(null=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facts")
    paragraph = models.CharField(max_length=300)
    known_on = models.DateField()
    assumed = models.TextField(null=True)  # noqa: DJ001 - null is "a source says so", as in the fact
    position = models.PositiveIntegerField()
    payload = models.JSONField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="a_fact_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class AuthorityRecord(Recorded):
    """An authority with its own rules, held once for all programmes."""

    code = models.CharField(max_length=100, unique=True)
    payload = models.JSONField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class ReportFormat(Recorded):
    """A council's report format, held once for all programmes."""

    name = models.CharField(max_length=100, unique=True)
    payload = models.JSONField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """What somebody has typed into a form and not yet saved; nobody else sees it.

    `kind` and `key` name the fact (`key` is empty for a new one), `version` the one that the form
    began from, `content` the fields as sent in.  A draft is no change to a fact, so it is not
    recorded.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts"
    )
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=50)
    key = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0)
    content = models.JSONField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme", "kind", "key"], name="one_draft_of_a_form"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key or 'new'}"
