"""On PostgreSQL the database itself shows strangers only what is public today.

What was withdrawn is no longer shown to them; that it was there and is withdrawn is.
"""

from django.db import migrations

from moothall_web.row_scope import guarded

_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"
_ITS_EDITION = "FROM publication_edition its WHERE its.id = edition_id"
_OWN = "{{all_read}} OR {0}authority = ANY({{read}})"


def _part(table: str) -> migrations.RunPython:
    return guarded(
        table,
        reads=f"EXISTS (SELECT 1 {_ITS_EDITION} AND ({_OWN.format('its.')} "
        f"OR its.public_from <= {_TODAY} AND its.withdrawn_on IS NULL))",
        writes="{all_written} "
        f"OR EXISTS (SELECT 1 {_ITS_EDITION} AND its.authority = ANY({{written}}))",
    )


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]

    operations = [
        guarded(
            "publication_edition",
            reads=f"{_OWN.format('')} OR public_from <= {_TODAY} "
            "AND (withdrawn_on IS NULL OR public_from <= withdrawn_on)",
            writes="{all_written} OR authority = ANY({written})",
        ),
        _part("publication_editionwords"),
        _part("publication_publicfile"),
    ]
