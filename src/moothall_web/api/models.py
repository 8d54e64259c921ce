"""Tokens by which programs ask, webhooks by which they are told, and what was told."""

from django.conf import settings
from django.db import models

from moothall_web.people.models import Acting, Person
from moothall_web.records.recorded import Recorded, RecordedQuerySet


class TokenHolder(Person):
    """A person as far as a token goes: as if they acted for that one council and no other."""

    only_for = ""

    class Meta:
        proxy = True

    @property
    def acting(self) -> RecordedQuerySet:  # type: ignore[override]
        """Their actings for the token's council."""
        held: RecordedQuerySet = Acting.objects.filter(person_id=self.pk, authority=self.only_for)
        return held


class Token(Recorded):
    """A program asks in the name of one person who acts for one council.

    `kinds` are the kinds of fact that it may write, none of them for one that only reads.  Of the
    token itself only a digest is kept: it is shown once.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens"
    )
    authority = models.CharField("authority's code", max_length=100)
    name = models.CharField("what it is for", max_length=100)
    kinds = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return self.name


class TokenUse(models.Model):
    """When a token was last used, how often in the minute `since`, and when it was last refused."""

    token = models.OneToOneField(
        Token, primary_key=True, on_delete=models.CASCADE, related_name="use"
    )
    last_at = models.DateTimeField(null=True)
    since = models.DateTimeField(null=True)
    asked = models.PositiveIntegerField(default=0)
    refused_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.token)


class Webhook(Recorded):
    """An address that a council's own system listens at; `kinds` is what it is told of.

    The secret signs what is sent.  It is kept sealed, because a digest could sign nothing.
    """

    authority = models.CharField("authority's code", max_length=100)
    address = models.CharField(max_length=2000)
    kinds = models.JSONField(default=list)
    secret = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="webhooks"
    )
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return self.address


class Delivery(models.Model):
    """One thing that a webhook is told: what, how often that was tried, and what came of it.

    `about` names the thing and its version, so that it is told once.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    authority = models.CharField("authority's code", max_length=100)
    about = models.CharField(max_length=400)
    kind = models.CharField(max_length=50)
    body = models.TextField()
    made_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=500, blank=True)
    tried_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["webhook", "about"], name="a_webhook_is_told_once")
        ]

    def __str__(self) -> str:
        return self.about
