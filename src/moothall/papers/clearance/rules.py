"""Rules on clearances: by somebody else, in time, of the words as they stand, and never by silence.

All of them are practice, so none gives a breach.  What the documents of a council do not show is a
question to it.
"""

from collections.abc import Iterator

from moothall.basics.citations import Citation
from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.decisions import Answer
from moothall.facts.findings import finding_by
from moothall.facts.papers import Clearance
from moothall.papers.clearance.deadlines import Gate
from moothall.papers.clearance.gates import every_part_is_cleared_before_its_gate
from moothall.papers.clearance.standing import (
    DutyStanding,
    DutyState,
    PaperStanding,
    is_own_work,
    rests_on_silence,
)
from moothall.papers.clearance.standings import Workings, standings_of
from moothall.papers.papers import WrittenPaper

_INDEPENDENT = "CLEARANCE-INDEPENDENCE"
_CLEARED = "REPORT-CLEARANCE"
Standings = tuple[PaperStanding, ...]


def findings(workings: Workings, papers: tuple[WrittenPaper, ...] = ()) -> list[Finding]:
    """Everything found on the clearances of a programme; `papers` are those written already."""
    codes = [each.code for each in workings.programme.authorities]
    return findings_on(workings, tuple(standings_of(workings, codes, papers, all_days=False)))


def findings_on(workings: Workings, standings: Standings) -> list[Finding]:
    """Everything found on the clearances of some papers."""
    return run(
        (
            the_author_does_not_clear_the_paper,
            a_no_needs_a_comment,
            a_no_stands_as_it_was_given,
            a_deemed_clearance_is_none,
            a_recorded_answer_names_the_document_that_shows_it,
            a_clearance_comes_before_its_deadline,
            words_stand_as_they_were_cleared,
            every_part_is_cleared_before_its_gate,
            every_format_says_who_clears_it,
            every_council_says_when_it_wants_its_clearances,
        ),
        workings,
        standings,
    )


def the_author_does_not_clear_the_paper(
    workings: Workings, standings: Standings
) -> Iterator[Finding]:
    """Self-clearance is shown, not forbidden (R8), however the name is written."""
    papers = {paper.id: paper for paper in workings.programme.papers}
    for _, _, clearance in _answered(standings):
        if clearance.officer and is_own_work(papers[clearance.paper], clearance.officer):
            yield _on(
                workings,
                _INDEPENDENT,
                clearance,
                f"{clearance.area}: answered by {clearance.officer}, who is an author or contact "
                "of the paper, or whose report it is.",
                "Have another officer clear it.",
            )


def a_no_needs_a_comment(workings: Workings, standings: Standings) -> Iterator[Finding]:
    """A part that was not cleared says why."""
    for _, _, clearance in _answered(standings):
        if clearance.answer is Answer.NO and not clearance.comment.strip():
            yield _on(
                workings,
                _INDEPENDENT,
                clearance,
                f"{clearance.area}: not cleared, and no reason is given.",
                "Give the officer's reason.",
            )


def a_no_stands_as_it_was_given(workings: Workings, standings: Standings) -> Iterator[Finding]:
    """A No with an officer and a comment is shown as it is, and read as nothing else."""
    for _, _, clearance in _answered(standings):
        if clearance.answer is Answer.NO and clearance.comment.strip():
            by = f", {clearance.officer}" if clearance.officer else ""
            yield _on(
                workings,
                _CLEARED,
                clearance,
                f"{clearance.area}: the answer is No{by}: “{clearance.comment.strip()}”",
                "Mend the words and ask again; where there is nothing to clear, have the officer "
                "answer on words that say so.",
                severity=Severity.NOTE,
            )


def a_deemed_clearance_is_none(workings: Workings, standings: Standings) -> Iterator[Finding]:
    """Nobody's silence clears anything: a Yes is an officer's, and was given."""
    for _, _, clearance in _latest(standings):
        if clearance.answer is not Answer.YES:
            continue
        if not (clearance.officer or "").strip():
            why = "the answer is Yes, and no officer gave it"
        elif rests_on_silence(clearance):
            why = f"the answer Yes rests on silence: “{clearance.comment.strip()}”"
        else:
            continue
        yield _on(
            workings,
            _CLEARED,
            clearance,
            f"{clearance.area}: {why}. It counts as not cleared.",
            f"Ask {clearance.office or 'the office'} for an answer, and record who gave it.",
        )


def a_recorded_answer_names_the_document_that_shows_it(
    workings: Workings, standings: Standings
) -> Iterator[Finding]:
    """An answer that the officer did not give here can be looked up, or it is hearsay."""
    documents = {each.id for each in workings.programme.documents}
    for paper, duty, clearance in _answered(standings):
        if not duty.is_recorded:
            continue
        if clearance.assumed:
            why = f"no document shows it, it is assumed: {clearance.assumed}"
        elif clearance.source.document not in documents:
            why = f"document {clearance.source.document}, which is to show it, is not held"
        elif clearance.asked_on and clearance.source == _told_in(workings, paper):
            why = f"document {clearance.source} is where the proposal is told, and shows no answer"
        else:
            continue
        by = f", recorded by the {clearance.recorded_by}" if clearance.recorded_by else ""
        yield _on(
            workings,
            _INDEPENDENT,
            clearance,
            f"{clearance.area}: the answer of {clearance.officer}{by}: {why}.",
            "Name the document and paragraph in which the answer can be read, or have "
            f"{clearance.officer} answer on the page of the paper's clearances.",
        )


def _told_in(workings: Workings, paper: PaperStanding) -> Citation:
    return workings.programme.proposal(paper.proposal).source


def a_clearance_comes_before_its_deadline(
    workings: Workings, standings: Standings
) -> Iterator[Finding]:
    """Answered after the council's own deadline, or after the papers were open."""
    for paper, _, clearance in _answered(standings):
        day, days = clearance.answered_on, paper.deadline
        if day is None:
            continue
        if days.published_on is not None and day > days.published_on:
            opened = "were open" if days.opened_on else "had to be open"
            last, what = days.published_on, f"the papers {opened} on {in_words(days.published_on)}"
        elif days.due_on is not None and day > days.due_on:
            last, what = days.due_on, f"the deadline was {in_words(days.due_on)}"
        else:
            continue
        yield _on(
            workings,
            _CLEARED,
            clearance,
            f"{clearance.area}: answered on {in_words(day)}; {what}.",
            "Say in the paper or at the meeting that it was cleared late, and ask sooner next "
            "time.",
            actual=in_words(day),
            required=f"by {in_words(last)}",
            margin_days=(last - day).days,
            assumed=days.assumed,
        )


def words_stand_as_they_were_cleared(workings: Workings, standings: Standings) -> Iterator[Finding]:
    """Once the words change, what was cleared is not what the paper says."""
    for _, duty, clearance in _latest(standings):
        if duty.state is DutyState.STALE:
            yield _on(
                workings,
                _CLEARED,
                clearance,
                f"{clearance.area}: {clearance.officer} cleared other words than stand in the "
                "paper now.",
                f"Have {duty.office or clearance.officer} look at the difference and answer again.",
            )


def every_format_says_who_clears_it(workings: Workings, standings: Standings) -> Iterator[Finding]:
    """Who must clear a council's paper is the council's own list; none is made up for it."""
    told = set()
    for paper in standings:
        layout = paper.layout
        if layout is None or paper.list_is_known or (paper.authority, layout.name) in told:
            continue
        told.add((paper.authority, layout.name))
        name = workings.programme.authority(paper.authority).name
        rule = workings.law.rule(_CLEARED)
        yield Finding(
            severity=Severity.QUESTION,
            message=f"Who must clear a paper in the format “{layout.title}” before it goes is not "
            "known.",
            where=f"formats/{layout.name}",
            cure=f"Ask democratic services of {name}: which offices clear such a report, and "
            "which of its parts each? Then write it under clearances: of the format.",
            upholds=rule.id,
            reference=rule.reference,
            authority=paper.authority,
            standing=rule.kind.value,
            evidence=rule.evidence,
        )


def every_council_says_when_it_wants_its_clearances(
    workings: Workings, standings: Standings
) -> Iterator[Finding]:
    """The council's own deadline is the council's to say; asked while a meeting is ahead."""
    told = set()
    for paper in standings:
        days, code = paper.deadline, paper.authority
        is_ahead = days.meets_on is not None and days.gate(workings.as_at) is not Gate.MET
        if not (is_ahead and days.due_on is None and paper.duties) or code in told:
            continue
        told.add(code)
        rule = workings.law.rule(_CLEARED)
        yield Finding(
            severity=Severity.QUESTION,
            message=f"By when {workings.programme.authority(code).short_name} wants its papers "
            "cleared is not known.",
            where=f"authorities/{code}",
            cure=" ".join(days.ask),
            upholds=rule.id,
            reference=rule.reference,
            authority=code,
            standing=rule.kind.value,
            evidence=rule.evidence,
        )


def _latest(standings: Standings) -> Iterator[tuple[PaperStanding, DutyStanding, Clearance]]:
    for paper in standings:
        for duty in paper.duties:
            # One of a report that carries several proposals is told of once.
            if duty.clearance is not None and not duty.carried:
                yield paper, duty, duty.clearance


def _answered(standings: Standings) -> Iterator[tuple[PaperStanding, DutyStanding, Clearance]]:
    """Every duty with an answer that counts."""
    for paper, duty, clearance in _latest(standings):
        if duty.answer is not Answer.UNKNOWN:
            yield paper, duty, clearance


def _on(
    workings: Workings,
    rule: str,
    clearance: Clearance,
    message: str,
    cure: str,
    *,
    severity: Severity | None = None,
    **more: object,
) -> Finding:
    paper = next(each for each in workings.programme.papers if each.id == clearance.paper)
    details: dict[str, object] = {
        "authority": paper.authority,
        "proposal": paper.proposal,
        "reference": f"document {clearance.source}",
        "assumed": clearance.assumed or "",
    }
    return finding_by(
        workings.programme,
        workings.law.rule(rule),
        "clearances",
        clearance,
        message,
        cure,
        severity=severity,
        **(details | {key: value for key, value in more.items() if value != ""}),
    )
