"""Papers that came back from Word and were not yet looked through."""

from django.conf import settings
from django.db import models

from moothall_web.facts.models import Programme


class WordReturn(models.Model):
    """A Word file that somebody has brought back and looks at before they save any of it.

    Nothing of it is a fact yet, so it is not recorded; nobody else sees it.  It goes when something
    of it is saved, when it is thrown away, and when the next one of its person takes its place.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="word_returns"
    )
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="word_returns")
    proposal = models.CharField(max_length=200)
    authority = models.CharField(max_length=100)
    layout = models.CharField(max_length=100)
    name = models.CharField(max_length=300)
    read_on = models.DateField()
    read_at = models.DateTimeField(auto_now_add=True)
    content = models.BinaryField()

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.UniqueConstraint(fields=["person", "programme"], name="one_return_from_word")
        ]

    def __str__(self) -> str:
        return self.name
