"""Rules on papers."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.papers.papers import WrittenPaper
from moothall.papers.quoting_rules import OF_PAPERS, OF_WORDS


def findings(programme: Programme, papers: tuple[WrittenPaper, ...]) -> list[Finding]:
    """Everything this room finds."""
    rules = (every_council_has_a_known_paper_format, every_section_is_written, *OF_PAPERS)
    return [*run(rules, programme, papers), *run(OF_WORDS, programme)]


def every_council_has_a_known_paper_format(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """Without the council's own format there is no paper, not a guess at one."""
    for code in dict.fromkeys(paper.authority for paper in papers if paper.format is None):
        authority = programme.authority(code)
        proposals = [p.proposal for p in papers if p.authority == code and p.format is None]
        yield Finding(
            severity=Severity.QUESTION,
            message=f"No report format of {authority.name} is held: its papers on "
            f"{', '.join(proposals)} cannot be written.",
            where=f"authorities/{code}",
            cure=f"Ask {authority.short_name}'s democratic services for the report template, and "
            "add it under formats/.",
            upholds="K01",
            authority=code,
        )


def every_section_is_written(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """A heading of the council's format with nothing under it is missing, not optional."""
    for paper in papers:
        if paper.unwritten:
            name = programme.authority(paper.authority).short_name
            yield finding_on(
                programme,
                "proposals",
                programme.proposal(paper.proposal),
                Severity.NOTE,
                f"{name}'s paper on {programme.proposal(paper.proposal).name} has "
                f"nothing to put under {len(paper.unwritten)} of its headings: "
                f"{'; '.join(paper.unwritten)}.",
                "Write the passages, or record the facts that fill them.",
                upholds="K01",
                authority=paper.authority,
                reference="",
            )
