"""Why a change to the facts is not made: it is not there, it is stale, it is no fact."""

from typing import Any

from moothall.files.shapes import Fault

__all__ = ["Fault", "InvalidError", "NotThereError", "StaleError"]


class NotThereError(Exception):
    """There is no such thing, or none that the person may see: the two answer the same."""


class StaleError(Exception):
    """Somebody has changed it since; `current` is what it is now, `version` which change that was.

    Both are empty where it is there no longer.
    """

    def __init__(self, current: dict[str, Any], version: int) -> None:
        super().__init__("This has been changed since.")
        self.current = current
        self.version = version


class InvalidError(Exception):
    """What was sent in is no fact of its kind; `faults` holds every reason, each with its path."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.path}: {fault.what}" for fault in faults))
        self.faults = faults
