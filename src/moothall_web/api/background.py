"""The jobs that tell webhooks: first what each is told, then each by itself, tried again."""

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from moothall_web.api.actions import keep_for, put_away, tried
from moothall_web.api.models import Delivery
from moothall_web.api.webhooks.occasions import TELL_DECISION, TELL_SNAPSHOT
from moothall_web.api.webhooks.sending import NotDeliveredError, send
from moothall_web.api.webhooks.told import Told, of_decision, of_snapshot
from moothall_web.identity.sealing import unseal
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.row_scope import EVERYTHING, within

DELIVER = "deliver to a webhook"
PUT_AWAY = "put away what webhooks were told long ago"
ATTEMPTS = 8
"""The waits between them double from ten seconds, so the last is some twenty minutes on."""


@job(TELL_DECISION)
def tell_decision(progress: Progress, *, programme: str, key: str) -> Outcome:  # noqa: ARG001
    """Queue a delivery to every webhook whose council sees the decision."""
    with within(EVERYTHING):
        return _queued(of_decision(programme, key))


@job(TELL_SNAPSHOT)
def tell_snapshot(progress: Progress, *, number: int) -> Outcome:  # noqa: ARG001
    """Queue a delivery to every webhook whose council may know of the snapshot."""
    with within(EVERYTHING):
        return _queued(of_snapshot(number))


def _queued(told: Iterable[Told]) -> Outcome:
    kept = [made for each in told if (made := keep_for(*each)) is not None]
    for delivery in kept:
        enqueue(DELIVER, delivery=delivery.pk)
    return Outcome(words=f"To be delivered to {len(kept)} webhooks.")


@job(DELIVER, attempts=ATTEMPTS)
def deliver(progress: Progress, *, delivery: int) -> Outcome:  # noqa: ARG001
    """Deliver once; what fails is tried again.  What has been delivered is not sent again."""
    with within(EVERYTHING):
        held = Delivery.objects.select_related("webhook").get(pk=delivery)
    webhook = held.webhook
    if held.delivered_at is not None or webhook.closed_at is not None:
        return Outcome(words="Nothing is to be delivered any more.")
    headers = {
        "Moothall-Delivery": str(uuid5(NAMESPACE_URL, f"{webhook.pk}/{held.about}")),
        "Moothall-Event": held.kind,
    }
    at = int(timezone.now().timestamp())
    try:
        status = send(webhook.address, held.body.encode(), unseal(webhook.secret), at, headers)
    except NotDeliveredError as error:
        with within(EVERYTHING):
            tried(held, f"{error}.", delivered=False)
        raise
    with within(EVERYTHING):
        tried(held, f"Delivered: {status}.", delivered=True)
    return Outcome(words="Delivered.")


@job(PUT_AWAY)
def put_old_deliveries_away(progress: Progress) -> Outcome:  # noqa: ARG001
    """Remove deliveries that are older than the settings say."""
    with within(EVERYTHING):
        return Outcome(words=f"Removed {put_away(timezone.now())} deliveries.")


every(PUT_AWAY, hours=24)
