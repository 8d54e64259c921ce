"""How people are told of things, what they were told, and addresses of the public for news.

Addresses are kept sealed, and of every token only a digest: a copy of the database gives neither.
"""

import uuid

from django.conf import settings
from django.db import models

from moothall_web.records.recorded import Recorded


class Soon(models.TextChoices):
    """How soon somebody is told of a kind of thing."""

    AT_ONCE = "at-once", "At once"
    DAILY = "daily", "In the daily message"
    NEVER = "never", "Not at all"


class Choice(models.Model):
    """How soon somebody wants to be told of one kind; without a row, as that kind is usually."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="told_choices"
    )
    kind = models.CharField(max_length=40)
    soon = models.CharField(max_length=10, choices=Soon)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="one_choice_for_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind} {self.soon}"


class MailAddress(Recorded):
    """Where somebody's messages go, once they have shown that they read what arrives there.

    `address` is the one in use, empty before the first is confirmed; `asked` the one that waits to
    be confirmed, by the token of `salt`.  `refused` says why the server there took no more.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_address"
    )
    address = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True)
    asked = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    salt = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    refused = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "mail addresses"

    def __str__(self) -> str:
        return f"address of {self.person}"


class Known(models.Model):
    """What somebody knows of one programme, kind by kind: digests of what stood when last told.

    What is gone from here and comes back is told again.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known"
    )
    programme = models.CharField("programme's code", max_length=100)
    keys = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "known"
        constraints = [
            models.UniqueConstraint(fields=["person", "programme"], name="known_once_each")
        ]

    def __str__(self) -> str:
        return f"{self.person} of {self.programme}"


class Subscription(models.Model):
    """Somebody of the public who wants news of a programme, or of one `proposal` of it.

    `who` is a keyed digest of the address, to find it again.  `told` names the editions that they
    know of.  Nothing is sent but the question before it is confirmed; ending it removes the row.
    """

    programme = models.CharField("programme's code", max_length=200)
    proposal = models.CharField(max_length=200, blank=True)
    address = models.TextField()
    who = models.CharField(max_length=64)
    salt = models.CharField(max_length=64)
    confirm_digest = models.CharField(max_length=64, unique=True)
    stop_digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    told = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "proposal", "who"], name="subscribed_once_to_a_thing"
            )
        ]

    def __str__(self) -> str:
        return f"news of {self.programme}"


class MessageState(models.TextChoices):
    """What came of a message."""

    WAITING = "waiting", "waits to be sent"
    SENT = "sent", "sent by e-mail"
    SHOWN = "shown", "shown here only"
    NOTHING = "nothing", "nothing was left to say"
    FAILED = "failed", "could not be sent"


class Sort(models.TextChoices):
    """What a message is for."""

    DAILY = "daily", "Daily message"
    AT_ONCE = "at-once", "Told at once"
    CONFIRM = "confirm", "To confirm your address"
    CHANGED = "changed", "Your address was changed"
    ASKED = "asked", "To confirm a subscription"
    NEWS = "news", "News"


class Message(models.Model):
    """One message to one person, or to one subscription of the public.

    `keys` names what it tells; its words are made when it is sent, from what may be said by then,
    and kept in `text` for its reader's own page.  `number` makes its Message-ID, the same at every
    try.  `to` is a sealed address where it is not the person's own of that moment.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="messages"
    )
    subscription = models.ForeignKey(
        Subscription, null=True, on_delete=models.CASCADE, related_name="messages"
    )
    sort = models.CharField(max_length=10, choices=Sort)
    keys = models.JSONField(default=list)
    number = models.UUIDField(default=uuid.uuid4, unique=True)
    to = models.TextField(blank=True)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.WAITING)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=300, blank=True)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["state"], name="messages_by_state")]

    def __str__(self) -> str:
        return str(self.number)


class Asked(models.Model):
    """That a confirmation was asked for, counted for a day and then forgotten.

    `of` is a keyed digest of an e-mail address, of a network address or of a person's number.
    """

    of = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "asked"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
