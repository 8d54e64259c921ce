"""What the facts can put into each field of a notice; what they do not hold is a gap, in words.

What is exempt is never printed: the form then says under which paragraph it is held, and asks what
may be said.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, Notice, NoticeKind
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.key_decision.deciding import Deciding, lead_scrutiny
from moothall.governance.key_decision.notices_due import NoticeDue, Notices


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the notice must state and the facts do not hold; `by` only where it is not
    for whoever fills in the field."""

    what: str
    by: str = ""


Filling = tuple[str | Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBrief:
    """What one notice is filled from."""

    programme: Programme
    proposal: Proposal
    authority: Authority
    as_at: date
    notices: Notices
    due: NoticeDue

    @property
    def decision(self) -> Deciding:
        return self.notices.decision

    def held(self, *kinds: NoticeKind) -> list[Notice]:
        """The notices of these kinds that this council has published for the proposal."""
        here = (self.proposal.id, self.authority.code)
        return [
            notice
            for notice in self.programme.notices
            if (notice.proposal, notice.authority) == here
            and notice.kind in kinds
            and notice.exempt is None
        ]


def fill(brief: NoticeBrief, content: str) -> Filling:
    """The words and gaps for one content of a form."""
    return FILLED[content](brief)


def _exempt(fact: Fact, what: str) -> Gap:
    paragraph = fact.exempt.paragraph if fact.exempt else 0
    return Gap(
        f"what the public may be told of {what}; it is held as exempt, paragraph {paragraph}"
    )


def _is_key(brief: NoticeBrief) -> Filling:
    test = brief.notices.test
    if Answer.YES not in (test.answer, test.said):
        return (Gap(f"whether this is a key decision; {brief.due.because}"),)
    words: list[str | Gap] = [f"A key decision is to be made on behalf of {brief.authority.name}."]
    met = [limb.own_words or limb.name for limb in test.limbs if limb.answer is Answer.YES]
    if met:
        words.append(f"It is key on: {'; '.join(met)}.")
    latest = test.latest
    if latest is not None and latest.exempt is None and latest.forward_plan_reference:
        words.append(f"Reference in the forward plan: {latest.forward_plan_reference}.")
    return tuple(words)


def _matter(brief: NoticeBrief) -> Filling:
    if brief.proposal.exempt is not None:
        return (_exempt(brief.proposal, "the matter"),)
    return (brief.proposal.name, brief.proposal.summary)


def _business(brief: NoticeBrief) -> Filling:
    return _matter(brief)[:1]


def _decision_maker(brief: NoticeBrief) -> Filling:
    body = brief.decision.body
    if body is None:
        return (
            Gap("the decision-making body and its members, or the individual's name and title"),
        )
    if body.exempt is not None:
        return (_exempt(body, "who decides"),)
    if brief.decision.by_officer:
        return (body.name, Gap("the name and title of the officer who decides"))
    if not body.members:
        return (body.name, Gap(f"the members of {body.name}"))
    return (body.name, f"Members: {'; '.join(body.members)}.")


def _decision_when(brief: NoticeBrief) -> Filling:
    decision = brief.decision
    if not decision.when:
        return (Gap("the date, or the period"),)
    return (decision.when, *_assumed(decision, "the date"))


def _assumed(decision: Deciding, what: str) -> Filling:
    return (Gap(f"confirm {what}, which is assumed"),) if decision.assumed else ()


def _documents(brief: NoticeBrief) -> Filling:
    body = brief.decision.body
    here = (brief.proposal.id, brief.authority.code, body.id if body else "")
    words: list[str | Gap] = []
    for paper in brief.programme.papers:
        if (paper.proposal, paper.authority, paper.body) != here:
            continue
        if paper.exempt is None:
            words.append(paper.title)
        else:
            words.append(
                "A report that is not open to the public (paragraph "
                f"{paper.exempt.paragraph} of Part 1 of Schedule 12A)."
            )
    return tuple(words) or (Gap("a list of the documents; none to whoever decides is held"),)


def _chair_of_scrutiny(brief: NoticeBrief) -> Filling:
    committee = lead_scrutiny(brief.programme, brief.proposal, brief.authority)
    if committee is None:
        return (Gap("the scrutiny committee that this falls to, and its chair"),)
    if committee.chaired_by is None:
        return (f"The chair of the {_bare(committee.name)}", Gap("the name of the chair"))
    return (f"{committee.chaired_by}, chair of the {_bare(committee.name)}",)


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _notice_given(brief: NoticeBrief) -> Filling:
    for notice in brief.held(brief.due.kind):
        if notice.agreed_by:
            day = f" on {in_words(notice.agreed_on)}" if notice.agreed_on else ""
            return (f"{notice.agreed_by}, informed in writing{day}.",)
    return (*_chair_of_scrutiny(brief), Gap("the day on which the chair was informed in writing"))


def _agreement(brief: NoticeBrief) -> Filling:
    for notice in brief.held(brief.due.kind):
        if notice.agreed_by:
            day = f" on {in_words(notice.agreed_on)}" if notice.agreed_on else ""
            gap = () if notice.agreed_on else (Gap("the day of the agreement"),)
            return (f"Agreed by {notice.agreed_by}{day}.", *gap)
    return (Gap("whose agreement, and the day on which it was given; none is held"),)


_OF_A_KEY_DECISION = (
    NoticeKind.SPECIAL_URGENCY,
    NoticeKind.GENERAL_EXCEPTION,
    NoticeKind.KEY_DECISION,
)


def _urgency_reasons(brief: NoticeBrief) -> Filling:
    of_key = _OF_A_KEY_DECISION if brief.due.kind in _OF_A_KEY_DECISION else ()
    for kind in dict.fromkeys((brief.due.kind, *of_key)):
        for notice in brief.held(kind):
            if notice.reason and (notice.urgent or kind is brief.due.kind):
                return (notice.reason,)
    return (Gap("the reasons"),)


def _own_rule(brief: NoticeBrief) -> Filling:
    rule = brief.authority.rule_on("general_exception_asks", brief.as_at)
    if rule.value is not None:
        return (f"{rule.value} ({rule.source}).",)
    asked = any(each.rule == rule.rule for each in brief.authority.rules)
    plainly = "whether it asks for more, for instance that the chair agrees in writing"
    return (Gap(rule.ask if asked and rule.ask else plainly),)


def _where_it_stands(brief: NoticeBrief) -> Filling:
    taken = brief.decision.taken
    if taken is None:
        return (Gap("the decision and the day on which it was made; none is recorded"),)
    if taken.exempt is not None:
        return (f"Decided on {in_words(taken.decided_on)}.", _exempt(taken, "the decision"))
    return (f"Decided on {in_words(taken.decided_on)}.", taken.text)


def _meeting(brief: NoticeBrief) -> Filling:
    decision = brief.decision
    for fact in (decision.body, decision.meeting):
        if fact is not None and fact.exempt is not None:
            return (_exempt(fact, "the meeting"),)
    words: list[str | Gap] = [
        decision.body.name if decision.body else Gap("the body that meets"),
        decision.when or Gap("the day of the meeting"),
    ]
    meeting = decision.meeting
    if meeting is None or meeting.starts_at is None:
        words.append(Gap("the time"))
    else:
        words.append(f"At {meeting.starts_at}")
    words.append(meeting.place if meeting and meeting.place else Gap("the place"))
    return (*words, *_assumed(decision, "the day"))


def _private_reasons(brief: NoticeBrief) -> Filling:
    reasons = {
        fact.exempt.paragraph: fact.exempt.public_interest
        for kind, fact in brief.programme.facts()
        if fact.exempt is not None
        and fact.owner in (brief.authority.code, PROGRAMME)
        and (fact.id if kind == "proposals" else getattr(fact, "proposal", None))
        == brief.proposal.id
        and getattr(fact, "authority", None) in (None, brief.authority.code)
    }
    if not reasons:
        what = "the reasons: the paragraph of Part 1 of Schedule 12A to the 1972 Act, or confidence"
        return (Gap(what),)
    return tuple(
        f"Paragraph {paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972: {why}"
        for paragraph, why in sorted(reasons.items())
    )


def _representations(brief: NoticeBrief) -> Filling:
    held = brief.held(NoticeKind.PRIVATE_MEETING_SECOND, NoticeKind.PRIVATE_MEETING)
    said = tuple(dict.fromkeys(words for notice in held for words in notice.representations))
    return said or (Gap("each representation received, or that none was; none is held"),)


def _papers_opened(brief: NoticeBrief) -> Filling:
    meeting = brief.decision.meeting
    if meeting is None or meeting.papers_published_on is None:
        return (Gap("the day on which agenda and report were open to the public"),)
    return (in_words(meeting.papers_published_on),)


def _chairs_opinion(brief: NoticeBrief) -> Filling:
    for notice in brief.held(NoticeKind.URGENT_ITEM):
        if notice.agreed_by:
            opinion = (
                f"{notice.agreed_by} is of the opinion that, by reason of the special "
                "circumstances above, the item should be considered as a matter of urgency."
            )
            return (opinion,)
    return (Gap("the chair's opinion and the special circumstances on which it rests"),)


FILLED: dict[str, Callable[[NoticeBrief], Filling]] = {
    "agreement": _agreement,
    "business": _business,
    "chair_of_scrutiny": _chair_of_scrutiny,
    "chairs_opinion": _chairs_opinion,
    "decision_maker": _decision_maker,
    "decision_when": _decision_when,
    "documents": _documents,
    "general_exception_own_rule": _own_rule,
    "is_key": _is_key,
    "matter": _matter,
    "meeting": _meeting,
    "notice_given": _notice_given,
    "papers_opened": _papers_opened,
    "private_reasons": _private_reasons,
    "representations": _representations,
    "urgency_reasons": _urgency_reasons,
    "where_it_stands": _where_it_stands,
}


def gaps_in(filling: Iterable[str | Gap]) -> tuple[Gap, ...]:
    return tuple(each for each in filling if isinstance(each, Gap))
