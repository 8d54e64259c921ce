"""Whether an event was said to be erased is asked for each payload that goes, by its `subject`.

Without this index each of thousands looks through the whole record.  SQLite drops it should a later
migration remake the table of events, which then runs this again.
"""

from django.db import migrations

_INDEX = "CREATE INDEX erasures_by_subject ON records_event (subject) "
_WHERE = "WHERE verb = 'erased a payload'"


class Migration(migrations.Migration):
    dependencies = [("records", "0004_row_level_security")]

    operations = [migrations.RunSQL(_INDEX + _WHERE, "DROP INDEX erasures_by_subject")]
