"""Which formats a council may use for a proposal, and which Paper fact a paper is written for."""

from datetime import date

from moothall.documents.formats import Format
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.papers.filling import contents_of

RECORD = "minutes_text"
"""The content that makes a format the record of a meeting that was held."""


def format_for(
    programme: Programme, proposal: Proposal, authority: Authority, as_at: date
) -> Format | None:
    """The council's format for the body that decides; for savings, its savings format."""
    uses = {use.to: use.format for use in authority.paper_formats}
    has_savings = any(
        saving.proposal == proposal.id and saving.authority == authority.code
        for saving in programme.savings
    )
    period = authority.governance_on(as_at)
    model = period.model if period else GovernanceModel.EXECUTIVE
    wanted = ("savings", model.value) if has_savings else (model.value,)
    name = next((uses[to] for to in wanted if to in uses), None)
    return programme.format(name) if name else None


def formats_for(
    programme: Programme, proposal: Proposal, authority: Authority, as_at: date
) -> tuple[Format, ...]:
    """Every format in which the council may write on the proposal.

    The usual one first, then its other own ones, then those that are no council's own.
    """
    usual = format_for(programme, proposal, authority, as_at)
    own = [programme.format(use.format) for use in authority.paper_formats]
    general = [layout for layout in programme.formats if layout.general]
    offered = {each.name: each for each in (usual, *own, *general) if each is not None}
    return tuple(offered.values())


def latest_paper(programme: Programme, proposal: Proposal, authority: Authority) -> Paper | None:
    """The latest paper on the proposal that this council is known to have had."""
    return max(_papers(programme, proposal, authority), key=lambda p: p.dated, default=None)


def paper_for(
    programme: Programme, proposal: Proposal, authority: Authority, layout: Format, as_at: date
) -> Paper | None:
    """The latest Paper fact that is to be written in this format.

    One that names no format is written in the council's usual one.  The record of a meeting is of
    the latest paper that was put to one, whatever its format.
    """
    held = _papers(programme, proposal, authority)
    named = [paper for paper in held if paper.format == layout.name]
    if not named and layout == format_for(programme, proposal, authority, as_at):
        named = [paper for paper in held if not paper.format]
    if not named and RECORD in contents_of(layout):
        recorded = {
            meeting.body
            for minutes in programme.minutes
            for meeting in programme.meetings
            if meeting.id == minutes.meeting
        }
        named = [paper for paper in held if paper.resolved or paper.body in recorded]
    return max(named, key=lambda paper: paper.dated, default=None)


def _papers(programme: Programme, proposal: Proposal, authority: Authority) -> list[Paper]:
    here = (proposal.id, authority.code)
    return [paper for paper in programme.papers if (paper.proposal, paper.authority) == here]
