"""On PostgreSQL the database itself keeps readings and feeds to the person whose they are."""

from django.db import migrations

from moothall_web.row_scope import guarded

_OWN = "person_id::text = {person}"


class Migration(migrations.Migration):
    dependencies = [("calendars", "0001_initial")]

    operations = [
        guarded(
            f"calendars_{table}",
            reads=f"{{all_read}} OR {_OWN}",
            writes=f"{{all_written}} OR {_OWN}",
        )
        for table in ("calendarreading", "feed")
    ]
