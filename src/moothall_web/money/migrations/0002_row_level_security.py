"""On PostgreSQL the database itself keeps a table that is looked at to the person whose it is, and
what a council's columns mean to that council."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("money", "0001_initial")]

    operations = [
        guarded(
            "money_tablereading",
            reads="{all_read} OR person_id::text = {person}",
            writes="{all_written} OR person_id::text = {person}",
        ),
        guarded(
            "money_columnmapping",
            reads="{all_read} OR authority = ANY({read})",
            writes="{all_written} OR authority = ANY({written})",
        ),
    ]
