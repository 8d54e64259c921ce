"""On PostgreSQL the database itself keeps a council's snapshots to it until they are cleared.

A file goes with its snapshot.
"""

from django.db import migrations

from moothall_web.row_scope import guarded

_ITS_SNAPSHOT = "FROM cases_snapshot its WHERE its.id = cases_frozenfile.snapshot_id"


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        guarded(
            "cases_snapshot",
            reads="{all_read} OR authority = ANY({read}) "
            "OR state IN ('cleared', 'published') AND {read} IS NOT NULL",
            writes="{all_written} OR authority = ANY({written})",
        ),
        guarded(
            "cases_frozenfile",
            reads=f"EXISTS (SELECT 1 {_ITS_SNAPSHOT})",
            writes="{all_written} "
            f"OR EXISTS (SELECT 1 {_ITS_SNAPSHOT} AND its.authority = ANY({{written}}))",
        ),
    ]
