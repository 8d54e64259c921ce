"""On PostgreSQL messages, addresses and what somebody knows are shown to that person alone.

Messages to the public have no person, and so are shown to nobody; jobs alone read them.
"""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial")]

    operations = [
        guarded(
            f"notifications_{table}",
            reads="{all_read} OR person_id::text = {person}",
            writes="{all_written} OR person_id::text = {person}",
        )
        for table in ("message", "mailaddress", "known", "choice")
    ]
