"""Has webhooks told of decisions and snapshots as they are written."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Listens to what the apps below write."""

    name = "moothall_web.api"

    def ready(self) -> None:
        """Begin to listen."""
        from moothall_web.api.webhooks.occasions import listen

        listen()
