"""Rows whose every change is recorded, and the only door through which they are written.

    with recorded() as pen:
        row.save()
        pen.record(verb="changed a fact", …)

Outside such a block, writing a recorded row raises, in bulk or one by one; a block that has written
and recorded nothing raises too, and nothing of it is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from moothall_web.records import actions
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event


class UnrecordedWriteError(Exception):
    """A recorded row was to be written and nothing was to say so."""


@dataclass
class Pen:
    """What writes the events of one block."""

    written: bool = False
    events: list[Event] = field(default_factory=list)

    def record(self, entry: Entry) -> Event:
        """Write down one event."""
        return self.record_all([entry])[0]

    def record_all(self, entries: list[Entry], part_of: Event | None = None) -> list[Event]:
        """Write down many events at once, as parts of another where one is given."""
        events = actions.append(entries, part_of=part_of)
        self.events += events
        return events


_pen: ContextVar[Pen | None] = ContextVar("pen", default=None)


@contextmanager
def recorded() -> Iterator[Pen]:
    """One transaction in which recorded rows may be written, and must be recorded."""
    held = _pen.get()
    if held is not None:  # a part of a larger act: that one's block answers for it
        with transaction.atomic():
            yield held
        return
    pen = Pen()
    token = _pen.set(pen)
    try:
        with transaction.atomic():
            actions.hold_the_end()
            yield pen
            if pen.written and not pen.events:
                raise UnrecordedWriteError("Rows were written and no event says so.")
    finally:
        _pen.reset(token)


def _about_to_write(model: type[models.Model]) -> None:
    pen = _pen.get()
    if pen is None:
        raise UnrecordedWriteError(
            f"{model.__name__} is written inside `with recorded()` only, so that it is recorded."
        )
    pen.written = True


class RecordedQuerySet(models.QuerySet[Any]):
    """A query set that writes only where it is recorded."""

    def update(self, **kwargs: Any) -> int:
        _about_to_write(self.model)
        return super().update(**kwargs)

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Any]:
        _about_to_write(self.model)
        return super().bulk_create(*args, **kwargs)

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        _about_to_write(self.model)
        return super().bulk_update(*args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        _about_to_write(self.model)
        return super().delete()


class Recorded(models.Model):
    """A row whose every change is recorded."""

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        _about_to_write(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        _about_to_write(type(self))
        return super().delete(*args, **kwargs)
