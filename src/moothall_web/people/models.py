"""People, and for whom they act."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class PersonManager(BaseUserManager["Person"]):
    """What Django asks of the people who sign in."""


class Person(AbstractBaseUser):
    """Somebody who signs in.  What they may do follows from for whom they act, and only that.

    A demonstration sign-in stands for a role; its password stands in a file of the installation.
    """

    username = models.CharField("sign-in name", max_length=150, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    demonstration = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    objects = PersonManager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name


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
    BOARD_MEMBER = "board-member", "board member"
    AUDITOR = "auditor", "auditor"


class Acting(models.Model):
    """A person acts for an authority in a role.  A joint director does so for several."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acting")
    authority = models.CharField("authority's code", max_length=100)
    role = models.CharField(max_length=30, choices=Role)

    class Meta:
        verbose_name_plural = "acting"
        ordering = ["authority", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "authority", "role"], name="acts_once_in_each_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} for {self.authority}"
