"""Rules on bodies, packages and promises."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.bodies import Power
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme


def findings(programme: Programme, as_at: date) -> list[Finding]:
    """Everything this room finds."""
    return run(
        (
            only_a_deciding_body_approves,
            an_informal_body_does_not_sign_off,
            every_package_is_named,
        ),
        programme,
    ) + run((promises_are_kept,), programme, as_at)


def only_a_deciding_body_approves(programme: Programme) -> Iterator[Finding]:
    """An advisory body cannot approve (R1)."""
    for step in programme.steps:
        if not step.approves or step.body is None:
            continue
        body = programme.body(step.body)
        if body.power is not Power.DECIDES:
            yield finding_on(
                programme,
                "steps",
                step,
                Severity.BREACH,
                f"{body.name} {body.power.value}; it cannot approve {step.name!r}.",
                "Take the approval to a body that decides, in each council.",
                upholds="R1",
                reference="Local Government Act 1972 s101; checklist A03",
            )


def an_informal_body_does_not_sign_off(programme: Programme) -> Iterator[Finding]:
    """Sign-off by a body without formal standing decides nothing (A05)."""
    for body in programme.bodies:
        if body.power is Power.SIGNS_OFF and not body.formal:
            yield finding_on(
                programme,
                "bodies",
                body,
                Severity.WARNING,
                f"{body.name} signs off at key stages but is informal: no council has given it "
                "power to decide.",
                "Say in its terms of reference that sign-off binds no council, or delegate.",
                upholds="R1",
            )


def every_package_is_named(programme: Programme) -> Iterator[Finding]:
    """Packages that a source counts but does not name are counted as unnamed, never invented."""
    named = len(programme.packages)
    for count in programme.package_counts:
        if count.stated > named:
            yield finding_on(
                programme,
                "package_counts",
                count,
                Severity.NOTE,
                f"{count.stated} packages are stated and {named} are named: "
                f"{count.stated - named} are unnamed.",
                "Name the others, each with what it would bring.",
                upholds="B04",
                figures=(
                    ("stated", str(count.stated)),
                    ("named", str(named)),
                    ("unnamed", str(count.stated - named)),
                ),
            )


def promises_are_kept(programme: Programme, as_at: date) -> Iterator[Finding]:
    """A promise whose day has passed needs a record that it was kept."""
    for promise in programme.undertakings:
        if promise.due is not None and promise.due.latest < as_at and promise.kept is None:
            yield finding_on(
                programme,
                "undertakings",
                promise,
                Severity.WARNING,
                f"{promise.made_by} promised {promise.made_to}: {promise.text} It was due "
                f"{promise.due}, and no record is held that it was kept.",
                "Record how it was kept, or tell those to whom it was made.",
                upholds="H15",
            )
