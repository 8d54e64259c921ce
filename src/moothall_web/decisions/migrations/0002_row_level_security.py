"""On PostgreSQL the database itself keeps a page that is looked at to the person whose it is."""

from django.db import migrations

from moothall_web.row_scope import guarded


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_page_reading")]

    operations = [
        guarded(
            "decisions_pagereading",
            reads="{all_read} OR person_id::text = {person}",
            writes="{all_written} OR person_id::text = {person}",
        ),
    ]
