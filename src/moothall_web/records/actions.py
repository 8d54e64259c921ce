"""The one way in which something is recorded."""

from django.contrib.auth.base_user import AbstractBaseUser

from moothall_web.records.models import Event


def record(
    *,
    verb: str,
    summary: str,
    who: AbstractBaseUser | None = None,
    for_whom: str = "",
    programme: str = "",
    digest: str = "",
) -> Event:
    """Write down what was done.  Call it in the transaction of what it records."""
    return Event.objects.create(
        who_id=who.pk if who else None,
        for_whom=for_whom,
        verb=verb,
        programme=programme,
        summary=summary,
        digest=digest,
    )
