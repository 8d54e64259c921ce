"""What `moothall check` says: what is set, what is missing, and what production lacks."""

import os
from dataclasses import dataclass

from django.conf import settings
from django.core import checks

from moothall_web import environment, readiness
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
    lacking = _lacking()
    if settings.PRODUCTION:
        lines += [
            "",
            *(["Production lacks:", *lacking] if lacking else ["Production lacks nothing."]),
        ]
    elif lacking:
        lines += ["", "Before production:", *lacking]
    found = readiness.look() if has_tables() else ()
    lines += ["", "Fit for work:", *_fit(found)]
    unfit = sum(not each.fit for each in found) + (not found)
    faults = unfit + (len(lacking) if settings.PRODUCTION else 0)
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


def _lacking() -> list[str]:
    """What production wants and has not, then what Django itself would say of a deployment."""
    lines = [
        f"  {each.name}: {each.for_production.replace('`', '')}"
        for each in environment.SETTINGS
        if each.for_production and not os.environ.get(each.name)
    ]
    if settings.PRODUCTION:
        found = checks.run_checks(include_deployment_checks=True)
        lines += [f"  {each.id}: {each.msg}" for each in found if each.level >= checks.WARNING]
    return lines


def _fit(found: tuple[readiness.Check, ...]) -> list[str]:
    return [f"  {'yes' if each.fit else 'NO ':3} {each.name}: {each.says}" for each in found] or [
        "  NO  there are no tables yet. Run `moothall setup`"
    ]
