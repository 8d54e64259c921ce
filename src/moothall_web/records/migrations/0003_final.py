"""The database itself refuses to change or remove what is recorded.

A payload may go once an event says that it is erased (`subject` is `event/NUMBER`), and not before.
SQLite drops a table's triggers when a later migration remakes the table: it has to run these again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_FINAL = "A record is written once; write another one that corrects it."
_ERASED = (
    "EXISTS (SELECT 1 FROM records_event said, records_event it WHERE said.verb = "
    "'erased a payload' AND it.id = OLD.event_id AND said.subject = 'event/' || it.number)"
)

_SQLITE = [
    f"CREATE TRIGGER event_is_final_{verb.lower()} BEFORE {verb} ON records_event "
    f"BEGIN SELECT RAISE(ABORT, '{_FINAL}'); END"
    for verb in ("UPDATE", "DELETE")
] + [
    "CREATE TRIGGER payload_is_final_update BEFORE UPDATE ON records_payload "
    f"BEGIN SELECT RAISE(ABORT, '{_FINAL}'); END",
    "CREATE TRIGGER payload_is_final_delete BEFORE DELETE ON records_payload "
    f"WHEN NOT {_ERASED} BEGIN SELECT RAISE(ABORT, '{_FINAL}'); END",
]

_POSTGRESQL = [
    "CREATE FUNCTION records_final() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN RAISE EXCEPTION '{_FINAL}'; END $$",
    "CREATE FUNCTION records_erased() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN IF {_ERASED} THEN RETURN OLD; END IF; RAISE EXCEPTION '{_FINAL}'; END $$",
    "CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE ON records_event "
    "FOR EACH ROW EXECUTE FUNCTION records_final()",
    "CREATE TRIGGER event_stays BEFORE TRUNCATE ON records_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION records_final()",
    "CREATE TRIGGER payload_is_final BEFORE UPDATE ON records_payload "
    "FOR EACH ROW EXECUTE FUNCTION records_final()",
    "CREATE TRIGGER payload_is_erased BEFORE DELETE ON records_payload "
    "FOR EACH ROW EXECUTE FUNCTION records_erased()",
    "CREATE TRIGGER payload_stays BEFORE TRUNCATE ON records_payload "
    "FOR EACH STATEMENT EXECUTE FUNCTION records_final()",
]


def make_final(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers."""
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement, params=None)


def make_changeable(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    if editor.connection.vendor == "postgresql":
        for function in ("records_final", "records_erased"):
            editor.execute(f"DROP FUNCTION {function} CASCADE")
        return
    for statement in _SQLITE:
        editor.execute(f"DROP TRIGGER {statement.split()[2]}")


class Migration(migrations.Migration):
    dependencies = [("records", "0002_chain")]

    operations = [migrations.RunPython(make_final, make_changeable)]
