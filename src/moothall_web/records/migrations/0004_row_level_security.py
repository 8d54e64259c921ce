"""On PostgreSQL the database itself keeps what a record says of a council's own from the others.

The chain of events stays open to all, and anybody adds to it: a sign-in that fails is its council's to
read, and it was nobody who tried.  What has been added is erased by its owner's people only.
"""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("records", "0003_final")]

    operations = [
        guarded(
            "records_payload",
            reads="{all_read} OR owner = ANY({read}) "
            "OR (shared OR owner IN ('', 'programme')) AND {read} IS NOT NULL",
            writes="{all_written} OR owner = ANY({written}) "
            "OR owner IN ('', 'programme') AND {written} IS NOT NULL",
            adds="true",
        )
    ]
