"""Rules on what scrutiny said and asked: answered, in time, and shown in the next paper."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_by, finding_on
from moothall.facts.programme import Programme
from moothall.governance.scrutiny.held import Scrutiny, said_of, scrutiny_of, sources, together
from moothall.governance.scrutiny.next_paper import answers_owed
from moothall.governance.scrutiny.questions import Question, QuestionState
from moothall.governance.scrutiny.response_time import RULE as RESPONSE
from moothall.governance.scrutiny.telling import (
    a_change_of_scope_is_shown,
    members_were_told_when_the_record_shows,
)
from moothall.law.law import Law

_BEFORE_THE_DECISION = "PREDECISION-SCRUTINY"


def findings(programme: Programme, law: Law, as_at: date) -> list[Finding]:
    """Everything that members' comments give cause to say."""
    return run(
        (
            every_question_has_a_reply,
            a_gate_waits_for_its_answers,
            scrutiny_is_answered_in_two_months,
            a_reply_comes_by_its_day,
            a_paper_answers_what_its_body_asked,
            members_were_told_when_the_record_shows,
            a_change_of_scope_is_shown,
        ),
        scrutiny_of(programme, law, as_at),
    )


def every_question_has_a_reply(held: Scrutiny) -> Iterator[Finding]:
    """What members ask is kept with its reply; what has none stays open (R4)."""
    for questions in together(each for each in held.questions if each.is_open):
        first = questions[0]
        gate = held.gate(first.proposal.id, first.authority)
        said = f" {gate.words}" if gate is not None else ""
        number = len(questions)
        what = "question or concern" if number == 1 else "questions and concerns"
        yield finding_on(
            held.programme,
            "comments",
            first.comment,
            Severity.WARNING,
            f"{number} {what} of {first.body.name} on {first.proposal.name} "
            f"{'has' if number == 1 else 'have'} no recorded reply ({sources(questions)}).{said}",
            "Answer each, name who answers, and show it in the next paper.",
            upholds="R4",
            authority=first.authority,
        )


def a_gate_waits_for_its_answers(held: Scrutiny) -> Iterator[Finding]:
    """Where a council says that unanswered questions hold a gate, they hold it."""
    for gate in held.gates:
        if not gate.holds or gate.act is None:
            continue
        yield finding_by(
            held.programme,
            held.law.rule(_BEFORE_THE_DECISION),
            gate.act.kind,
            gate.act.fact,
            f"{gate.proposal.name}: {gate.words}",
            f"Answer what is open ({sources(gate.open)}), and show the answers in the paper.",
            authority=gate.authority.code,
            standing="constitution",
            evidence=gate.rule.evidence,
            reference=gate.rule.source,
        )


def scrutiny_is_answered_in_two_months(held: Scrutiny) -> Iterator[Finding]:
    """What scrutiny asks of the executive by notice, the executive answers within two months."""
    rule = held.law.rule(RESPONSE)
    for each in held.questions:
        comment, due = each.comment, each.time.due_on
        if not comment.statutory:
            if comment.kind.strip().lower() == "recommendation" and each.is_open:
                yield _on(
                    held,
                    each,
                    "whether it was given with a notice that asks for the executive's response is "
                    "not recorded.",
                    "Ask democratic services whether and when the notice was given.",
                    severity=Severity.QUESTION,
                )
            continue
        if each.time.ask and (each.is_open or each.comment.replied_on is not None):
            yield _on(
                held,
                each,
                "by when the law asks for the response cannot be told.",
                each.time.ask,
                severity=Severity.QUESTION,
            )
        if not each.time.statutory or due is None:
            continue
        required = f"by {in_words(due)}"
        if each.state is QuestionState.OVERDUE:
            yield _on(
                held,
                each,
                f"no response is recorded; the {each.time.because} ended on {in_words(due)}.",
                "Have the executive respond now, or record the response that it gave.",
                actual="no response",
                required=required,
                margin_days=(due - held.as_at).days,
            )
        elif each.was_late and comment.replied_on is not None:
            yield _on(
                held,
                each,
                f"the executive responded on {in_words(comment.replied_on)}; the "
                f"{each.time.because} ended on {in_words(due)}.",
                "Tell the committee why it came late.",
                actual=in_words(comment.replied_on),
                required=required,
                margin_days=(due - comment.replied_on).days,
            )
        elif each.state is QuestionState.DUE:
            yield _on(
                held,
                each,
                f"the executive's response is due {required} ({rule.reference.partition(';')[0]}).",
                "Have the response agreed by the executive in time.",
                severity=Severity.NOTE,
                required=required,
                margin_days=(due - held.as_at).days,
            )


def a_reply_comes_by_its_day(held: Scrutiny) -> Iterator[Finding]:
    """A reply that was promised for a day is given by it."""
    for each in held.questions:
        due = each.time.due_on
        if due is None or each.time.statutory:
            continue
        if each.state is not QuestionState.OVERDUE and not each.was_late:
            continue
        replied = each.comment.replied_on
        given = f"was given on {in_words(replied)}" if replied and each.was_late else "has not come"
        yield finding_on(
            held.programme,
            "comments",
            each.comment,
            Severity.WARNING,
            f"{said_of(each)}: the reply was to come by {in_words(due)} and {given}.",
            "Reply now and say why it is late.",
            upholds="R4",
            authority=each.authority,
            actual=in_words(replied) if replied and each.was_late else "no reply",
            required=f"by {in_words(due)}",
            margin_days=(due - (replied or held.as_at)).days,
        )


def a_paper_answers_what_its_body_asked(held: Scrutiny) -> Iterator[Finding]:
    """The next paper to a body that asked shows its questions and the answers (R4, H15, J08)."""
    for owed in answers_owed(held.programme, held.questions):
        paper, others = owed.papers[-1], len(owed.papers) - 1
        on = " and ".join(dict.fromkeys(each.proposal.name for each in owed.questions))
        also = f", as is so of {others} before it" if others else ""
        yield finding_on(
            held.programme,
            "papers",
            paper,
            Severity.WARNING,
            f"“{paper.title}” ({paper.dated}) goes to {owed.body.name}, which had asked "
            f"{_number(len(owed.questions))} on {on} before ({sources(owed.questions)}); in which "
            f"paper the answers stand is not recorded{also}.",
            "Put the questions and answers into the paper (content scrutiny_answers), and record "
            "with each in which paper it stands.",
            upholds="J08",
        )


def _number(number: int) -> str:
    return f"{number} {'question' if number == 1 else 'questions'}"


def _on(
    held: Scrutiny,
    each: Question,
    told: str,
    cure: str,
    *,
    severity: Severity | None = None,
    **more: object,
) -> Finding:
    return finding_by(
        held.programme,
        held.law.rule(RESPONSE),
        "comments",
        each.comment,
        f"{said_of(each)}; {told}",
        cure,
        severity=severity,
        authority=each.authority,
        **more,
    )
