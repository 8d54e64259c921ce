"""What finance officers have answered for each council: VAT, year-end, ledger codes.

Nothing of it is worked out here: an answer is somebody's word with its source, and where there is
none it is None or nought of so many.
"""

from dataclasses import dataclass

from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal

VAT_TOPIC = "vat_treatment"
YEAR_END_TOPIC = "year_end"
"""Topics of the passages in which a council records its answer."""


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """An answer in its own words, and the fact that holds it."""

    kind: str
    fact: Fact
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAnswers:
    """One council's answers; empty where nothing is recorded.

    `codes` are the ledger codes of its baseline lines and of the entries in its own book, `lines`
    how many there are of both and `uncoded` how many of them have none.
    """

    authority: str
    vat: tuple[RecordedAnswer, ...]
    year_end: tuple[RecordedAnswer, ...]
    codes: tuple[str, ...]
    lines: int
    uncoded: int


def answers_of(programme: Programme, proposal: Proposal) -> tuple[CouncilAnswers, ...]:
    """The answers of every party, in its order."""
    return tuple(_answers(programme, proposal.id, code) for code in proposal.parties)


def _answers(programme: Programme, proposal: str, authority: str) -> CouncilAnswers:
    coded = [
        *(
            line.ledger_code or ""
            for line in programme.baseline_lines
            if (line.proposal, line.authority) == (proposal, authority)
        ),
        *(
            entry.ledger_code or ""
            for entry in programme.ledger_entries
            if (entry.proposal, entry.owner) == (proposal, authority)
        ),
    ]
    return CouncilAnswers(
        authority=authority,
        vat=(
            *_passages(programme, proposal, authority, VAT_TOPIC),
            *(
                RecordedAnswer("forum_items", item, f"{item.item}: {item.vat_treatment}")
                for item in programme.forum_items
                if (item.proposal, item.authority) == (proposal, authority) and item.vat_treatment
            ),
            *(
                RecordedAnswer("posts", post, f"{post.title}: {post.vat_treatment}")
                for post in programme.posts
                if post.proposal == proposal
                and post.vat_treatment
                and authority in {share.authority for share in post.shares}
            ),
        ),
        year_end=_passages(programme, proposal, authority, YEAR_END_TOPIC),
        codes=tuple(sorted({code for code in coded if code})),
        lines=len(coded),
        uncoded=sum(not code for code in coded),
    )


def _passages(
    programme: Programme, proposal: str, authority: str, topic: str
) -> tuple[RecordedAnswer, ...]:
    return tuple(
        RecordedAnswer("passages", each, each.text)
        for each in programme.passages
        if (each.proposal, each.topic) == (proposal, topic) and each.authority in (None, authority)
    )
