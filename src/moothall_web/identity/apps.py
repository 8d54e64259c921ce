"""The app, and what it checks and listens to once everything is loaded."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Sign-in beyond the password."""

    name = "moothall_web.identity"

    def ready(self) -> None:
        """Check what the tenants' groups give, and record what allauth does."""
        from moothall_web.identity import groups, listening

        groups.check_tenants()
        listening.begin()
