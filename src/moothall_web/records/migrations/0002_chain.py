"""The record becomes a chain; what was recorded before is chained in the order of its numbers."""

import secrets
from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The hash is the chain's own: whoever changes it has to chain these events anew as well.
from moothall_web.records.actions import digest_of, hash_of


def chain(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give every event its number and hash, and its payload."""
    event_model: Any = apps.get_model("records", "Event")
    payload_model: Any = apps.get_model("records", "Payload")
    previous = ""
    for number, event in enumerate(event_model.objects.order_by("id"), start=1):
        payload = payload_model(
            event_id=event.pk,
            salt=secrets.token_hex(32),
            owner="",
            shared=True,
            summary=event.summary,
            why="",
            before=None,
            after={"digest": event.digest} if event.digest else None,
        )
        event.number = number
        event.digest = digest_of(payload)
        event.previous = previous
        event.hash = previous = hash_of(event)
        event.save()
        payload.save()


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("event", "number", models.PositiveBigIntegerField(null=True)),
        migrations.AddField(
            "event", "role", models.CharField(blank=True, max_length=30, default="")
        ),
        migrations.AddField(
            "event", "subject", models.CharField(blank=True, max_length=300, default="")
        ),
        migrations.AddField("event", "part_of", models.PositiveBigIntegerField(null=True)),
        migrations.AddField(
            "event", "previous", models.CharField(blank=True, max_length=64, default="")
        ),
        migrations.AddField("event", "hash", models.CharField(max_length=64, default="")),
        migrations.CreateModel(
            name="Payload",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="payload",
                        serialize=False,
                        to="records.event",
                    ),
                ),
                ("salt", models.CharField(max_length=64)),
                ("owner", models.CharField(blank=True, max_length=100)),
                ("shared", models.BooleanField(default=True)),
                ("summary", models.TextField()),
                ("why", models.TextField(blank=True)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("address", models.CharField(max_length=1000)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "submission",
            models.UniqueConstraint(
                fields=("token", "digest", "who"), name="a_form_is_carried_out_once"
            ),
        ),
        migrations.RunPython(chain, migrations.RunPython.noop),
        migrations.RemoveField("event", "summary"),
        migrations.AlterField("event", "number", models.PositiveBigIntegerField(unique=True)),
        migrations.AlterField("event", "role", models.CharField(blank=True, max_length=30)),
        migrations.AlterField("event", "subject", models.CharField(blank=True, max_length=300)),
        migrations.AlterField("event", "for_whom", models.CharField(blank=True, max_length=100)),
        migrations.AlterField("event", "previous", models.CharField(blank=True, max_length=64)),
        migrations.AlterField("event", "digest", models.CharField(max_length=64)),
        migrations.AlterField("event", "hash", models.CharField(max_length=64)),
        migrations.AlterModelOptions("event", {"ordering": ["number"]}),
        migrations.AddIndex(
            "event", models.Index(fields=["programme", "subject"], name="events_of_a_subject")
        ),
    ]
