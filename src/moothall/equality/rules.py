"""Rules on equality assessments."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.assurance import StageState
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.law.law import Law

_ACT_NAMES = {"gender": "sex"}


def findings(programme: Programme, law: Law) -> list[Finding]:
    """Everything this room finds."""
    return run((every_council_screens_every_proposal,), programme, law) + run(
        (
            an_assessment_is_final_only_when_complete,
            a_screening_gives_its_reason,
            characteristics_carry_the_acts_names,
        ),
        programme,
    )


def every_council_screens_every_proposal(programme: Programme, law: Law) -> Iterator[Finding]:
    """Each deciding council has the duty itself; another's screening does not discharge it."""
    held = {(each.proposal, each.authority) for each in programme.equality_assessments}
    for proposal in programme.proposals:
        for code in proposal.parties:
            if (proposal.id, code) in held:
                continue
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"{programme.authority(code).short_name} has no equality screening of "
                f"{proposal.name}.",
                "Screen it before the paper is published, and put the result before the decision "
                "maker.",
                upholds="PSED",
                reference=law.rule("PSED").reference,
                authority=code,
            )


def an_assessment_is_final_only_when_complete(programme: Programme) -> Iterator[Finding]:
    """An assessment called final while stages are to be completed is not final (R7)."""
    for assessment in programme.equality_assessments:
        open_stages = [
            f"{stage.number} ({stage.state.value})"
            for stage in assessment.stages
            if stage.state is not StageState.COMPLETE
        ]
        if (assessment.label or "").lower() == "final" and open_stages:
            yield finding_on(
                programme,
                "equality_assessments",
                assessment,
                Severity.WARNING,
                f"The assessment is labelled {assessment.label} while stages "
                f"{', '.join(open_stages)} are open.",
                "Call it a draft until every stage is complete.",
                upholds="R7",
            )


def a_screening_gives_its_reason(programme: Programme) -> Iterator[Finding]:
    """An answer of not required needs a reason."""
    for assessment in programme.equality_assessments:
        if assessment.full_required is not True and not assessment.reason.strip():
            yield finding_on(
                programme,
                "equality_assessments",
                assessment,
                Severity.WARNING,
                "A full assessment is not planned, and no reason is given.",
                "Write the reason, and what would re-open the question.",
                upholds="I02",
            )


def characteristics_carry_the_acts_names(programme: Programme) -> Iterator[Finding]:
    """The Equality Act's own nine words; a form's word is kept as printed."""
    for assessment in programme.equality_assessments:
        for characteristic in assessment.characteristics:
            acts_name = _ACT_NAMES.get(characteristic.name.lower())
            if characteristic.protected and acts_name:
                yield finding_on(
                    programme,
                    "equality_assessments",
                    assessment,
                    Severity.NOTE,
                    f"The form says {characteristic.name!r}; the protected characteristic is "
                    f"{acts_name!r}.",
                    "Keep the printed word, and use the Act's in new papers.",
                    reference="Equality Act 2010 s4",
                )
