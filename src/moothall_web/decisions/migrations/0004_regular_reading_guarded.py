"""On PostgreSQL the database itself keeps to each council from where it reads, and what waits."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("decisions", "0003_regular_reading")]

    operations = [
        guarded(
            f"decisions_{table}",
            reads="{all_read} OR authority = ANY({read})",
            writes="{all_written} OR authority = ANY({written})",
        )
        for table in ("committeesystem", "visit", "waitingpage")
    ]
