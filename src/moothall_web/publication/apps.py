"""Publishing and withdrawing a snapshot is what makes and ends its public edition."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """The public site follows the snapshots."""

    name = "moothall_web.publication"

    def ready(self) -> None:
        """Be told of every step of a snapshot, within the transaction in which it is taken."""
        from moothall_web.cases import actions as cases
        from moothall_web.publication.actions import follow

        cases.followed_by(follow)
