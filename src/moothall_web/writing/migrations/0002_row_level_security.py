"""On PostgreSQL the database itself keeps a file from Word to the person who brought it back."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("writing", "0001_word_return")]

    operations = [
        guarded(
            "writing_wordreturn",
            reads="{all_read} OR person_id::text = {person}",
            writes="{all_written} OR person_id::text = {person}",
        ),
    ]
