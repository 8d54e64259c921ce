"""Sessions that a council's own sign-in has opened."""

from django.db import models

from moothall_web.people.models import Person


class ProviderSession(models.Model):
    """One session that a tenant has opened, and what it takes to ask the tenant again.

    `refresh` is sealed with the installation's key, empty where the tenant gave none; `checked_at`
    is when the tenant last said yes, `asked_at` when it was last asked.
    """

    session_key = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="provider_sessions")
    tenant = models.CharField(max_length=40)
    refresh = models.TextField(blank=True)
    checked_at = models.DateTimeField()
    asked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person} by {self.tenant}"
