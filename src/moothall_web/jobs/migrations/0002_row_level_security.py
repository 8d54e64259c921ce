"""On PostgreSQL the file that came of a job is shown to whoever asked for it, and to nobody else."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        guarded(
            "jobs_result",
            reads="{all_read} OR who_id::text = {person}",
            writes="{all_written} OR who_id::text = {person}",
        )
    ]
