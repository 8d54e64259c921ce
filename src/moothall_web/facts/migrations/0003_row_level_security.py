"""On PostgreSQL the database itself keeps what a council has not shared from the others.

A fact is read by its owner's people and, once shared, by the others'; it is written for its owner
only.  A document is read with any fact that is taken from it.  A draft is its writer's alone.
"""

from django.db import migrations

from moothall_web.row_scope import guarded

_WRITTEN = (
    "{all_written} OR owner = ANY({written}) OR owner = 'programme' AND {written} IS NOT NULL"
)


class Migration(migrations.Migration):
    dependencies = [("facts", "0002_versions_and_drafts")]

    operations = [
        guarded(
            "facts_fact",
            reads="{all_read} OR owner = ANY({read}) "
            "OR (shared OR owner = 'programme') AND {read} IS NOT NULL",
            writes=_WRITTEN,
        ),
        guarded(
            "facts_document",
            reads="{all_read} OR owner = ANY({read}) OR owner = 'programme' AND {read} IS NOT NULL "
            "OR EXISTS (SELECT 1 FROM facts_fact taken WHERE taken.document_id = facts_document.id)",
            writes=_WRITTEN,
        ),
        guarded(
            "facts_draft",
            reads="{all_read} OR person_id::text = {person}",
            writes="{all_written} OR person_id::text = {person}",
        ),
    ]
