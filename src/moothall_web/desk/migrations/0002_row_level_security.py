"""On PostgreSQL the database itself keeps a remark that is not shared to those it was made for."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]

    operations = [
        guarded(
            "desk_remark",
            reads="{all_read} OR for_whom = ANY({read}) "
            "OR (shared OR for_whom = 'programme') AND {read} IS NOT NULL",
            writes="{all_written} OR for_whom = ANY({written}) "
            "OR for_whom = 'programme' AND {written} IS NOT NULL",
        )
    ]
