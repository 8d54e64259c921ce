"""The notices that a council publishes before it decides, as Documents to fill in and print.

What the facts hold stands in the form; what they do not hold stands there as a gap that says who
could fill it.  Below the form, apart from it, stands what democratic services need to know: by
when, how that was counted, and what is left once the day has passed.
"""

from dataclasses import dataclass
from datetime import date

from moothall import __version__
from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Document, Note, Paragraph, Section, Table
from moothall.documents.notice_form import NoticeField, NoticeForm
from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, NoticeKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.key_decision.notices_due import NoticeDue, Notices, NoticeState
from moothall.law.clear_days import Count
from moothall.law.law import Law
from moothall.papers.notice_fields import Filling, Gap, NoticeBrief, fill, gaps_in


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNotice:
    """One notice of one council, with its gaps in the order of the form: (field, gap)."""

    form: NoticeForm
    document: Document
    gaps: tuple[tuple[str, str], ...]


def forms_of(forms: tuple[NoticeForm, ...], notices: Notices) -> tuple[NoticeForm, ...]:
    """The forms that this council's decision can need."""
    kinds = {each.kind.value for each in notices.due}
    return tuple(form for form in forms if form.notice in kinds)


def forms_for(forms: tuple[NoticeForm, ...], kind: NoticeKind) -> tuple[NoticeForm, ...]:
    """The forms of one kind of notice."""
    return tuple(form for form in forms if form.notice == kind.value)


def write_notice(
    programme: Programme,
    law: Law,
    form: NoticeForm,
    proposal: Proposal,
    authority: Authority,
    notices: Notices,
    as_at: date,
) -> WrittenNotice:
    """Fill a form for one council's decision.  Raises ValueError where it does not apply there."""
    due = notices.of(NoticeKind(form.notice))
    if due is None:
        raise ValueError(f"{form.name} is no form for {authority.short_name}'s decision")
    brief = NoticeBrief(
        programme=programme,
        proposal=proposal,
        authority=authority,
        as_at=as_at,
        notices=notices,
        due=due,
    )
    rows, gaps = [], []
    for field in form.fields:
        filling = _filled(brief, field)
        left = [(field.label, gap.what) for gap in gaps_in(filling)]
        gaps += left
        words = tuple(
            _gap_words(each, field) if isinstance(each, Gap) else each for each in filling
        )
        rows.append(((f"{field.letter} {field.label}".strip(),), words))
    settled = form.name == "key-decision" or due.asked is Answer.YES
    document = Document(
        title=form.title,
        subtitle="" if proposal.exempt else proposal.name,
        authority=authority.name,
        front=(
            *(() if settled else (Note("To settle first", _to_settle(due)),)),
            Paragraph(form.opening.format(council=authority.name)),
            Table("The notice", ("What it states", "For this decision"), tuple(rows)),
        ),
        sections=(
            Section(
                "For democratic services: no part of the notice",
                tuple(_for_the_desk(brief, form, len(gaps))),
            ),
        ),
        synthetic=programme.about.synthetic,
        provenance=(
            ("Form", f"{form.reference}; how that is known: {due.evidence}"),
            ("Made from", "; ".join(_sources(brief))),
            ("As known on", in_words(as_at)),
            ("Moothall", f"version {__version__}, law {law.version}"),
        ),
    )
    return WrittenNotice(form=form, document=document, gaps=tuple(gaps))


def _sources(brief: NoticeBrief) -> dict[str, None]:
    """The places that the form's facts were taken from, each once."""
    decision = brief.decision
    held = (
        brief.proposal,
        decision.step,
        decision.meeting,
        decision.taken,
        brief.notices.test.latest,
        brief.due.published,
    )
    return dict.fromkeys(f"document {fact.source}" for fact in held if fact is not None)


def _filled(brief: NoticeBrief, field: NoticeField) -> Filling:
    fixed: Filling = (field.text,) if field.text else ()
    made = fill(brief, field.content) if field.content else ()
    gap: Filling = (Gap(field.gap),) if field.gap else ()
    return (*fixed, *made, *gap)


def _gap_words(gap: Gap, field: NoticeField) -> str:
    return f"[to be filled in by {gap.by or field.by}: {gap.what}]"


def _to_settle(due: NoticeDue) -> str:
    if due.asked is Answer.NO:
        return f"On what is held this form is not asked for: {due.because}."
    return f"Whether this form is asked for is open: {due.because}."


def _for_the_desk(brief: NoticeBrief, form: NoticeForm, gaps: int) -> list[Block]:
    due = brief.due
    blocks: list[Block] = [
        Paragraph(by_when(due, brief.as_at, "Publish" if form.published else "Send")),
        Paragraph(
            f"{gaps} {'gap is' if gaps == 1 else 'gaps are'} left to fill in before it goes out."
            if gaps
            else "No gap is left."
        ),
    ]
    if after := what_then(due):
        blocks.append(Paragraph(after))
    if form.places:
        label = "Where it must be:" if form.published else "To whom it goes:"
        blocks += [Paragraph(label), Bullets(form.places)]
    if form.then:
        blocks += [Paragraph("What follows:"), Bullets(form.then)]
    if brief.decision.assumed:
        blocks.append(Note("Assumed", brief.decision.assumed))
    if due.skipped:
        blocks.append(
            Table(
                "Days that were not counted",
                ("Day", "Why"),
                tuple(((in_words(each.day),), (each.why,)) for each in reversed(due.skipped)),
            )
        )
    return blocks


def by_when(due: NoticeDue, as_at: date, verb: str = "Publish") -> str:
    """By which day the notice must be published, how it was counted, and where that stands."""
    if due.meets_on is None:
        needed = f": {due.needed} clear {due.count} days are counted back" if due.needed else ""
        return f"By when cannot be said while the day of the decision is not known{needed}."
    if due.needed is None or due.due_on is None:
        return (
            f"No days of notice are counted: it is agreed and published before the decision of "
            f"{in_words(due.meets_on)}{_passed(due, as_at)}."
        )
    counted = f"{due.needed} clear {due.count} days before {in_words(due.meets_on)}"
    words = f"{verb} it by {in_words(due.due_on)}: {counted}{_passed(due, as_at)}."
    if due.cautious_on is not None and due.count is Count.CALENDAR:
        words += (
            " The regulations do not say which days count, and the council's own count is not "
            f"held; counted in working days it would be {in_words(due.cautious_on)}."
        )
    return words


def _passed(due: NoticeDue, as_at: date) -> str:
    if due.published is not None:
        day = in_words(due.published.published_on)
        given = f", {due.given} clear days" if due.given is not None and due.needed else ""
        return f"; published on {day}{given}"
    if due.due_on is None or due.due_on >= as_at:
        left = (due.due_on - as_at).days if due.due_on else 0
        return f" (in {left} {'day' if left == 1 else 'days'})" if left else " (today)"
    return "; that day has passed"


def what_then(due: NoticeDue) -> str:
    """Which form is left where this one can no longer be kept; empty where it can."""
    if due.then is None or due.asked is Answer.NO:
        return ""
    if due.passed:
        return f"It can no longer be kept; what is left is: {due.then}. Or move the decision."
    if due.state in (NoticeState.DUE, NoticeState.NO_DAY):
        return f"After that day the form is: {due.then}."
    return ""
