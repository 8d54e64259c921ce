"""People, and for whom they act."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from moothall_web.records.recorded import Recorded


class PersonManager(BaseUserManager["Person"]):
    """What Django asks of the people who sign in."""


class Person(AbstractBaseUser):
    """Somebody who signs in.  What they may do follows from for whom they act, and only that.

    A demonstration sign-in stands for a role; its password stands in a file of the installation.
    `tenant` names the council's own sign-in that they come by; empty for a password of their own.
    """

    username = models.CharField("sign-in name", max_length=150, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    left_on = models.DateField("day on which they left", null=True)
    demonstration = models.BooleanField(default=False)
    tenant = models.CharField("council's sign-in that they use", max_length=40, blank=True)

    USERNAME_FIELD = "username"
    objects = PersonManager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name

    @property
    def opened(self) -> bool:
        """Whether they, and nobody else, have a way to sign in."""
        return bool(self.tenant) or self.has_usable_password()


class Role(models.TextChoices):
    """The capacity in which somebody acts for a council."""

    PROGRAMME_MANAGER = "programme-manager", "programme manager"
    WORKSTREAM_LEAD = "workstream-lead", "workstream lead"
    FINANCE_OFFICER = "finance", "finance officer"
    SECTION_151_OFFICER = "section-151", "section 151 officer"
    LEGAL = "legal", "legal officer"
    MONITORING_OFFICER = "monitoring-officer", "monitoring officer"
    HR = "hr", "human resources officer"
    EQUALITY_LEAD = "equality-lead", "equality lead"
    DEMOCRATIC_SERVICES = "democratic-services", "democratic services officer"
    REPORT_AUTHOR = "report-author", "report author"
    MEMBER = "member", "elected member"
    CABINET_MEMBER = "cabinet-member", "cabinet member"
    SCRUTINY_MEMBER = "scrutiny-member", "scrutiny member"
    COOPTED_MEMBER = "co-opted-member", "co-opted education representative"
    BOARD_MEMBER = "board-member", "board member"
    AUDITOR = "auditor", "auditor"
    IT = "it", "council IT"


class Acting(Recorded):
    """A person acts for an authority in a role.  A joint director does so for several.

    `authority` is a council's code, or `programme` for a board member of no council (a school, a
    union, another public body), who then acts for `organisation` and sees what the programme
    shares.  `programme` is the one programme's code that this is for, empty for all of the
    council's.  It holds from the day `since` and ends before the day `until`, each open if empty.
    `covers` is the acting that this one stands in for during an absence.  `tenant` names the
    council's own sign-in whose groups gave it; it is empty for what was given by hand.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acting")
    authority = models.CharField("authority's code", max_length=100)
    role = models.CharField(max_length=30, choices=Role)
    programme = models.CharField("programme's code", max_length=100, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    covers = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="covered_by"
    )
    tenant = models.CharField("sign-in whose groups gave it", max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "acting"
        ordering = ["authority", "role", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gt=models.F("since")),
                name="acting_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} for {self.authority}"


class Left(Recorded):
    """Somebody has left an authority: its groups let them in no more until it admits them again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="left")
    authority = models.CharField("authority's code", max_length=100)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "authority"], name="left_an_authority_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} left {self.authority}"


class AuditGrant(Recorded):
    """What a council lets an auditor read of its own in a programme.

    `kinds` are kinds of fact, all of them if empty.  `withdrawn_at` ends it.
    """

    auditor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="granted")
    authority = models.CharField("authority's code", max_length=100)
    programme = models.CharField("programme's code", max_length=100)
    kinds = models.JSONField(default=list)
    granted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grants")
    granted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["authority", "programme", "id"]

    def __str__(self) -> str:
        return f"{self.authority} lets {self.auditor} read {self.programme}"


class FailedSignIn(models.Model):
    """A wrong name or password, counted for some minutes and then forgotten.

    `name` and `address` are keyed digests: what was typed may be a password in the wrong field.
    """

    name = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
