"""Has people told of what concerns them as it is written."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Listens to what the apps below write."""

    name = "moothall_web.notifications"

    def ready(self) -> None:
        """Begin to listen."""
        from moothall_web.notifications.occasions import listen

        listen()
