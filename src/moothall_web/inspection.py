"""What `moothall check` says: what is set, what is missing, and what production lacks."""

import os
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from moothall_web import environment, readiness
from moothall_web.condition.lacking import lacking
from moothall_web.condition.matters import matters
from moothall_web.condition.queries import versions
from moothall_web.row_scope import has_tables


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found, in words; `faults` count what keeps it from being used as it is set."""

    words: str
    faults: int


def inspect() -> Inspection:
    """Look at settings, Django's own checks and what the installation needs in order to work."""
    lines = [
        f"This installation is set for {'production' if settings.PRODUCTION else 'development'}."
    ]
    lines += ["", "Set:", *_set(), "", "Not set:", *_not_set()]
    missing = [f"  {each}" for each in lacking()]
    if settings.PRODUCTION:
        lines += [
            "",
            *(["Production lacks:", *missing] if missing else ["Production lacks nothing."]),
        ]
    elif missing:
        lines += ["", "Before production:", *missing]
    found = readiness.look() if has_tables() else ()
    lines += ["", "Fit for work:", *_fit(found)]
    unfit = sum(not each.fit for each in found) + (not found)
    faults = unfit + (len(missing) if settings.PRODUCTION else 0)
    if found:
        lines += ["", "Backups and jobs:", *_after()]
    lines += ["", "Runs here:", *(f"  {name} {version}" for name, version in versions())]
    lines += ["", _answer(faults)]
    return Inspection("\n".join(lines), faults)


def _answer(faults: int) -> str:
    if not faults:
        return "Nothing keeps this installation from being used as it is set."
    return f"{faults} thing{'s' if faults > 1 else ''} to see to before it is used."


def _set() -> list[str]:
    found = [each for each in environment.SETTINGS if os.environ.get(each.name)]
    return [
        f"  {each.name} = {'(not shown)' if each.secret else os.environ[each.name]}"
        for each in found
    ] or ["  nothing: all is as the program has it"]


def _not_set() -> list[str]:
    width = max(len(each.name) for each in environment.SETTINGS)
    return [
        f"  {each.name:{width}}  {each.otherwise.replace('`', '')}"
        for each in environment.SETTINGS
        if not os.environ.get(each.name)
    ]


def _after() -> list[str]:
    """What a page of the site tells council IT: no fault of the installation as it is set."""
    checked = ("Last backup", "Last rehearsal of a restore", "Jobs", "Background work")
    lines = []
    for each in matters(timezone.now()):
        if each.name in checked:
            lines.append(f"  {'yes' if each.good else 'SEE':3} {each.name}: {each.says}")
            lines += [f"      {each.then}"] if each.then else []
    return lines


def _fit(found: tuple[readiness.Check, ...]) -> list[str]:
    return [f"  {'yes' if each.fit else 'NO ':3} {each.name}: {each.says}" for each in found] or [
        "  NO  there are no tables yet. Run `moothall setup`"
    ]
