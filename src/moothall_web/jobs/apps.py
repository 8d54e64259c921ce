"""Finds the jobs that the other apps declare."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """Every app declares its jobs in a module `background.py`."""

    name = "moothall_web.jobs"

    def ready(self) -> None:
        """Import them, so that a worker knows each by its name."""
        autodiscover_modules("background")
