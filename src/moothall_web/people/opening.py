"""Links that let somebody choose a password: once, for a few days, and for one council's own."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from moothall_web.people.models import Person


class OpeningLinks(PasswordResetTokenGenerator):
    """A link dies when it is used, when its person signs in, and when another council admits them.

    Whoever makes one could use it, and so must never come by what another council has entrusted.
    """

    key_salt = "moothall_web.people.opening"

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        councils = sorted(set(user.acting.values_list("authority", flat=True)))
        signed_in = user.last_login.isoformat() if user.last_login else ""
        return f"{user.pk} {user.password} {signed_in} {timestamp} {user.is_active} {councils}"


links = OpeningLinks()


def address_for(person: Person) -> str:
    """Where the person chooses a password; to be handed over in person."""
    return reverse("people:open", args=[person.pk, links.make_token(person)])


def person_of(number: int, token: str) -> Person | None:
    """Whom a link is for, None where it no longer works."""
    person = Person.objects.filter(pk=number, is_active=True).first()
    return person if person is not None and links.check_token(person, token) else None
