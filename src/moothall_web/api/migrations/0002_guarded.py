"""On PostgreSQL the database itself keeps webhooks, and what they were told, to their council."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("api", "0001_initial")]

    operations = [
        guarded(
            f"api_{table}",
            reads="{all_read} OR authority = ANY({read})",
            writes="{all_written} OR authority = ANY({written})",
        )
        for table in ("webhook", "delivery")
    ]
