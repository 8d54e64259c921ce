"""What is worked out from a programme's facts: last days, findings, decisions, open baselines.

A function here sees facts alone.  It is asked twice, with what is exempt and without it, and only
what comes out alike is told (`gathering`): so no word of a message rests on an exempt fact, and
nothing is told that only looks so because such a fact was taken away.
"""

import calendar
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case
from moothall.facts.agreements import Agreement
from moothall.facts.decisions import Answer
from moothall.finance.baseline_versions import Signing
from moothall.governance.key_decision.notices_due import NoticeState, notices_of
from moothall.governance.scrutiny.questions import questions_of
from moothall_web.notifications.kinds import (
    AGREEMENT,
    BASELINE,
    DECISION,
    FINDING,
    NOTICE,
    PAPERS,
    REPLY,
)
from moothall_web.notifications.lines import Line, Reader, by_day

_GRAVE = {Severity.BREACH: 0, Severity.WARNING: 3, Severity.QUESTION: 4}
_LONGEST = 400  # characters of a finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A programme worked up as at today."""

    case: Case
    today: date

    @property
    def code(self) -> str:
        return self.case.programme.about.id


def notices(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Notices whose last day comes near."""
    known, law = worked.case.programme, worked.case.law
    for proposal in known.proposals:
        for code in proposal.parties:
            if not reader.is_told(NOTICE, code) or code not in reader.councils:
                continue
            council = known.authority(code)
            for due in notices_of(known, law, proposal, council, worked.today).due:
                if due.state is not NoticeState.DUE or due.due_on is None:
                    continue
                perhaps = ", if it is asked for" if due.asked is Answer.UNKNOWN else ""
                clear = ""
                if due.needed and due.meets_on:
                    meets = in_words(due.meets_on)
                    clear = f"{due.needed} clear {due.count.value} days before {meets}"
                yield from by_day(
                    NOTICE,
                    worked.code,
                    f"{proposal.id}/{code}/{due.kind.value}",
                    f"{council.short_name}, {proposal.name}: last day for the notice "
                    f"“{due.kind.value}”{perhaps}:",
                    reverse("notices:council", args=[worked.code, proposal.id, code]),
                    on=due.due_on,
                    today=worked.today,
                    because=clear,
                )


def papers(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Papers whose last day of publication comes near."""
    for route in worked.case.routes:
        for lane in route.authorities:
            if lane.authority not in reader.councils or not reader.is_told(PAPERS, lane.authority):
                continue
            for step in lane.steps:
                # What has its own last day beside the papers is a notice, told as one.
                of_papers = step.kind == "papers published" or not step.name.startswith("Last day")
                if step.latest is None or step.taken or not of_papers:
                    continue
                what = step.name.removeprefix("Last day to publish the papers of ")
                yield from by_day(
                    PAPERS,
                    worked.code,
                    f"{route.proposal}/{lane.authority}/{step.kind}/{what}",
                    f"{lane.name}, {route.name}: last day to publish the papers of {what}:",
                    reverse("routes:route", args=[worked.code, route.proposal]),
                    on=step.latest,
                    today=worked.today,
                )


def replies(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Replies to members that are due."""
    known = worked.case.programme
    for question in questions_of(known, worked.case.law, worked.today):
        whose = question.authority or question.comment.owner
        if not question.is_open or question.time.due_on is None:
            continue
        if not reader.is_told(REPLY, whose):
            continue
        what = "response that the law asks for" if question.time.statutory else "reply"
        yield from by_day(
            REPLY,
            worked.code,
            question.id,
            f"{question.body.name}, {question.proposal.name}: the {what} is due",
            reverse("questions:question", args=[worked.code, question.id]),
            on=question.time.due_on,
            today=worked.today,
        )


def agreements(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Days of agreements: review, the last day for notice before the end, the end."""
    for agreement in worked.case.programme.agreements:
        if not any(reader.is_told(AGREEMENT, code) for code in agreement.parties):
            continue
        for what, on in _days_of(agreement):
            yield from by_day(
                AGREEMENT,
                worked.code,
                f"{agreement.id}/{what}",
                f"{agreement.name}: {what}",
                reverse("facts:fact", args=[worked.code, "agreements", agreement.id]),
                on=on,
                today=worked.today,
            )


def baselines(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Baselines that were signed and have changed since."""
    for joint in worked.case.baselines:
        for council in joint.councils:
            last = council.signing.last
            if council.signing.state is not Signing.CHANGED or last is None:
                continue
            if not reader.is_told(BASELINE, council.authority):
                continue
            changes = "\n".join(each.sentence for each in council.signing.changes)
            number = len(council.signing.changes)
            yield Line(
                kind=BASELINE,
                programme=worked.code,
                about=f"{joint.proposal}/{council.authority}/{last.version}/{_short(changes)}",
                words=f"{joint.name}: the baseline of {council.name} is open again. "
                f"{number} {'line has' if number == 1 else 'lines have'} changed since version "
                f"{last.version} was signed on {in_words(last.signed_on)}.",
                place=reverse("books:baseline", args=[worked.code, joint.proposal]),
                grave=1,
            )


def findings(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Findings on the reader's councils and on the programme; notes are left to the page."""
    counted: Counter[str] = Counter()
    for finding in worked.case.findings:
        if finding.severity not in _GRAVE or not reader.is_told(FINDING, finding.authority):
            continue
        if finding.authority and finding.authority not in reader.councils:
            continue
        name = f"{finding.severity}/{finding.rule}/{finding.where}/{_whatever_day(finding.message)}"
        counted[name] += 1
        yield Line(
            kind=FINDING,
            programme=worked.code,
            about=f"{name}/{counted[name]}",
            words=f"{finding.severity.value.capitalize()}: {_cut(finding.message)}",
            place=_page_of(worked, finding),
            grave=_GRAVE[finding.severity],
        )


def decisions(worked: Worked, reader: Reader) -> Iterator[Line]:
    """Decisions that were taken."""
    known = worked.case.programme
    names = {each.code: each.short_name for each in known.authorities}
    for decision in known.decisions:
        if not reader.roles & DECISION.roles:
            continue
        body, council = known.body(decision.body).name, names[decision.authority]
        body += "" if council.lower() in body.lower() else f" ({council})"
        went = "" if decision.outcome.value == "unknown" else f": {decision.outcome.value}"
        yield Line(
            kind=DECISION,
            programme=worked.code,
            about=decision.id,
            words=f"{body} decided on "
            f"{known.proposal(decision.proposal).name} on {in_words(decision.decided_on)}{went}.",
            place=reverse("decisions:decision", args=[worked.code, decision.id]),
            on=decision.decided_on,
        )


OF_A_PROGRAMME: tuple[Callable[[Worked, Reader], Iterator[Line]], ...] = (
    *(notices, papers, replies, agreements, baselines, findings, decisions),
)


def _days_of(agreement: Agreement) -> Iterator[tuple[str, date]]:
    if agreement.review_on is not None:
        yield "it is to be reviewed by", agreement.review_on.earliest
    if agreement.ends is None:
        return
    ends = agreement.ends.earliest
    yield "it ends on", ends
    if agreement.notice_months:
        months = agreement.notice_months
        yield (
            f"the last day that leaves {months} months of notice before it ends is",
            months_before(ends, months),
        )


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; where that month has none, its last day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _page_of(worked: Worked, finding: Finding) -> str:
    held = {each.id for each in worked.case.programme.proposals}
    if finding.proposal in held:
        return reverse("cases:proposal", args=[worked.code, finding.proposal])
    return reverse("cases:programme", args=[worked.code])


def _whatever_day(message: str) -> str:
    """The same for a finding that only counts one day more than yesterday: that one is not new."""
    return _short(_DAYS_AND_NUMBERS.sub("#", message))


_DAYS_AND_NUMBERS = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}\b|\d[\d,.]*|\bdays?\b"
)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _cut(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"
