"""Rules on engagement and surveys."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.engagement import ExerciseKind
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.proposals import Stage
from moothall.law.elections import latest_notice_of_election
from moothall.law.law import Law, NoLawForThatDayError

_PUBLICITY = (ExerciseKind.LISTENING, ExerciseKind.FORMAL_CONSULTATION)


def findings(programme: Programme, law: Law) -> list[Finding]:
    """Everything this room finds."""
    return run(
        (listening_is_not_formal_consultation, a_survey_states_its_denominator), programme
    ) + run((engagement_keeps_clear_of_the_election,), programme, law)


def listening_is_not_formal_consultation(programme: Programme) -> Iterator[Finding]:
    """A listening exercise does not stand in for consultation on the specific proposal (R11)."""
    for proposal in programme.proposals:
        if proposal.stage is Stage.FORMULATION:
            continue
        kinds = {each.kind for each in programme.exercises if each.proposal == proposal.id}
        if ExerciseKind.LISTENING in kinds and ExerciseKind.FORMAL_CONSULTATION not in kinds:
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"{proposal.name} has a listening exercise and no formal consultation.",
                "Decide whether the specific changes need formal consultation, and record why.",
                upholds="R11",
            )


def a_survey_states_its_denominator(programme: Programme) -> Iterator[Finding]:
    """Without the number invited there is no response rate."""
    for survey in programme.surveys:
        if survey.invited is None:
            yield finding_on(
                programme,
                "surveys",
                survey,
                Severity.WARNING,
                f"{survey.name}: {survey.responses} responses, but not how many were asked: the "
                "response rate is unknown.",
                "State how many were invited, by phase.",
                upholds="H03",
                figures=(("responses", str(survey.responses)),),
            )
        silent = [code for code in survey.authorities if code not in survey.responses_from]
        if silent:
            names = ", ".join(programme.authority(code).short_name for code in silent)
            yield finding_on(
                programme,
                "surveys",
                survey,
                Severity.NOTE,
                f"{survey.name} asked about {names} too; no responses from there are reported.",
                "Publish the other council's results, or say why there are none.",
                upholds="H02",
            )


def engagement_keeps_clear_of_the_election(programme: Programme, law: Law) -> Iterator[Finding]:
    """Publicity for a listening exercise is restricted between notice of election and poll."""
    rule = law.rule("PRE-ELECTION")
    parties = {proposal.id: proposal.parties for proposal in programme.proposals}
    for exercise in programme.exercises:
        if exercise.kind not in _PUBLICITY or exercise.expected is None:
            continue
        codes = parties.get(exercise.proposal or "", programme.about.authorities)
        polls = sorted({poll for code in codes for poll in programme.authority(code).polls})
        for poll in polls:
            try:
                days = law.value("PRE-ELECTION", poll)
            except NoLawForThatDayError:
                continue  # a poll before the rules that are held restricts nothing now
            notice = latest_notice_of_election(poll, days)
            if exercise.expected.earliest <= poll and notice <= exercise.expected.latest:
                inside = notice <= exercise.expected.earliest and exercise.expected.latest <= poll
                falls = "falls" if inside else "may reach"
                yield finding_on(
                    programme,
                    "exercises",
                    exercise,
                    Severity.WARNING,
                    f"{exercise.name} ({exercise.expected}) {falls} into the pre-election period "
                    f"{in_words(notice)} to {in_words(poll)}.",
                    "Launch it before the notice of election or after the poll.",
                    upholds="PRE-ELECTION",
                    reference=rule.reference,
                )
