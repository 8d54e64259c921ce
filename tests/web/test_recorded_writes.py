"""Whatever is written is recorded: only actions write, and only where the record is open."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from cast import ROOT
from django.apps import apps
from django.db import models

from moothall_web.records.recorded import Recorded, UnrecordedWriteError

SHELL = ROOT / "src" / "moothall_web"
WRITES = {
    "save",
    "delete",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "_raw_delete",
    "execute",
    "executemany",
}
NOT_ACTIONS = {
    "backup.py": "reads every row in one moment, fills an empty installation; the act is recorded",
    "postgresql_tools.py": "asks PostgreSQL of itself for a backup, and fills an empty one",
    "readiness.py": "asks the database whether it is there and what time it is",
    "facts/drafts.py": "a draft is nobody's business but its writer's",
    "notifications/subscriptions/keeping.py": "addresses of the public, whom no event may name",
    "notifications/telling.py": "messages are the log of what was told, and say nothing new",
    "facts/loading.py": "the action of loading a folder, a module of its own",
    "facts/many.py": "what `subjects` writes one by one, many at once, inside the same record",
    "facts/subjects.py": "writes what `changes` decides, inside the record that `actions` opens",
    "people/attempts.py": "counts failed sign-ins, without a name",
    "records/models.py": "the record itself",
    "records/recorded.py": "the door",
    "records/submissions.py": "remembers a form, not what it did",
    "writing/returning_actions.py": "the actions of bringing a paper back, a module of their own",
    "row_scope.py": "sets whose rows a transaction sees",
}
"""The modules beside `actions` that write rows or send SQL, each with the reason why."""

INSIDE_ANOTHERS_RECORD = {"facts/many.py", "facts/subjects.py"}
QUEUES = {"jobs/actions.py"}
"""Writes jobs, which are no acts: what a job does is recorded where it is done."""
NOT_RECORDED = {
    "Asked": "counts what was asked for, without a name, and goes by itself",
    "CalendarReading": "what somebody has read and not saved, theirs until the next",
    "Choice": "how soon somebody wants to be told, theirs alone",
    "Delivery": "what a webhook was told and what came of it: the log itself",
    "Draft": "nobody else sees it",
    "Event": "the record itself",
    "Job": "what was asked for, not what it did: that is recorded by what did it",
    "Result": "a file for whoever asked, put away after a week",
    "Known": "what somebody was told, so that they are told it once",
    "Message": "what somebody was told: the log itself, put away after a month",
    "Slot": "says only that a scheduled job was queued",
    "Subscription": "an address of the public, kept no longer than they want it",
    "ProviderSession": "a session, not what is done in it: who came in and went is recorded",
    "FailedSignIn": "holds no name, and goes by itself",
    "Mention": "goes with its remark, which is recorded",
    "PageReading": "what somebody has read and not saved, theirs until the next",
    "Payload": "the record itself",
    "Person": "signing in writes the day; what anybody may do stands in Acting, which is recorded",
    "Visit": "when an address was last read and what came of it: the log itself",
    "WaitingPage": "what was read and nobody has saved; leaving it is recorded",
    "TableReading": "what somebody has read and not saved, theirs until the next",
    "WordReturn": "what somebody has brought back and not saved, theirs until the next",
    "TokenHolder": "a person seen as acting for one council; it has no rows of its own",
    "TokenUse": "counts a token's questions",
    "Submission": "remembers a form, not what it did",
}
"""The models of ours whose rows change without an event, each with the reason why."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SHELL.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.relative_to(SHELL).as_posix(), ast.parse(path.read_text("utf-8"))


def writes(tree: ast.Module) -> set[str]:
    """The calls in a module that write rows, or send SQL."""
    return {
        f"{call.lineno}: {call.func.attr}"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        # A dict or a hash is updated with a value; rows are updated by the names of columns.
        if call.func.attr in WRITES
        or (call.func.attr == "update" and call.keywords and not call.args)
    }


def opens_the_record(tree: ast.Module) -> bool:
    return any(
        isinstance(item.context_expr, ast.Call)
        and isinstance(item.context_expr.func, ast.Name)
        and item.context_expr.func.id == "recorded"
        for block in ast.walk(tree)
        if isinstance(block, ast.With)
        for item in block.items
    )


def is_action(module: str) -> bool:
    return Path(module).name == "actions.py" or "actions" in Path(module).parts


def own_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("moothall_web.")]


def test_only_actions_write():
    strays = {
        module: found
        for module, tree in modules()
        if (found := writes(tree)) and not is_action(module) and module not in NOT_ACTIONS
    }

    assert not strays, "an action writes; what else does is listed above with its reason"


def test_nothing_is_listed_that_writes_nothing():
    writing = {module for module, tree in modules() if writes(tree)}

    assert set(NOT_ACTIONS) <= writing


def test_every_action_that_writes_opens_the_record():
    for module, tree in modules():
        if not writes(tree) or module in INSIDE_ANOTHERS_RECORD | QUEUES:
            continue
        if is_action(module) and module != "records/actions.py":
            assert opens_the_record(tree), f"{module} writes and records nothing"
    loading = dict(modules())["facts/loading.py"]
    assert opens_the_record(loading)


def test_every_model_is_recorded_or_says_why_not():
    unrecorded = {m.__name__ for m in own_models() if not issubclass(m, Recorded)}

    assert unrecorded == set(NOT_RECORDED)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model", [m for m in own_models() if issubclass(m, Recorded)], ids=lambda m: m.__name__
)
def test_a_recorded_row_is_written_only_where_it_is_recorded(model: type[Recorded]):
    column = model._meta.pk.attname
    for write in (
        lambda: model().save(),
        lambda: model(pk=1).delete(),
        lambda: model.objects.create(),
        lambda: model.objects.get_or_create(pk=1),
        lambda: model.objects.update_or_create(pk=1),
        lambda: model.objects.bulk_create([model()]),
        lambda: model.objects.bulk_update([model(pk=1)], [column]),
        lambda: model.objects.all().update(**{column: 2}),
        lambda: model.objects.all().delete(),
    ):
        with pytest.raises(UnrecordedWriteError):
            write()
