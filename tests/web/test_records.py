"""What is recorded stays as it was recorded."""

import pytest

from moothall_web.records.actions import record
from moothall_web.records.models import Event, RecordIsFinalError

pytestmark = pytest.mark.django_db


def test_an_event_cannot_be_changed():
    event = record(verb="loaded", summary="as it was")
    event.summary = "as somebody would have it"

    with pytest.raises(RecordIsFinalError):
        event.save()
    with pytest.raises(RecordIsFinalError):
        Event.objects.update(summary="as somebody would have it")
    with pytest.raises(RecordIsFinalError):
        Event.objects.bulk_update([event], ["summary"])

    assert Event.objects.get().summary == "as it was"


def test_an_event_cannot_be_removed():
    event = record(verb="loaded", summary="as it was")

    with pytest.raises(RecordIsFinalError):
        event.delete()
    with pytest.raises(RecordIsFinalError):
        Event.objects.all().delete()

    assert Event.objects.count() == 1
