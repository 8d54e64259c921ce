"""What the public may not see, apart from the paper: the exempt annex, its reasons and its marks.

Reports come as Part A, open, and Part B, not for publication.  Nothing that is exempt reaches
Part A: it is written from the programme without it.  Part B repeats each heading of which a part is
exempt, whole, so that members can read it by itself.
"""

from collections.abc import Iterable

from moothall.documents.document import Document, Paragraph, Table
from moothall.facts.fact import Exempt, Fact
from moothall.facts.words import listed
from moothall.papers.brief import Brief

PART_B = "Exempt annex (Part B)"
NOT_FOR_PUBLICATION = "Not for publication"
IN_PRIVATE = "A matter to be considered in private"
SCHEDULE = "Part 1 of Schedule 12A to the Local Government Act 1972"

ABOUT: dict[int, str] = {
    1: "it is about an individual",
    2: "it is likely to show who an individual is",
    3: "it is about the financial or business affairs of somebody, which may be the council",
    4: "it is about consultations or negotiations on a labour relations matter",
    5: "legal professional privilege could be claimed for it",
    6: "it would show that the council means to give a notice or to make an order or direction",
    7: "it is about preventing, investigating or prosecuting crime",
}
"""What each paragraph of the schedule is about, in our words."""


def reasons(whole: Brief) -> tuple[Exempt, ...]:
    """Why something in this paper is exempt: each paragraph and public-interest test once."""
    facts: Iterable[Fact] = whole.exempt.values()
    if not whole.exempt:  # what is exempt is only pointed at: a meeting, a body, a step
        facts = (fact for _, fact in whole.programme.facts())
    if whole.proposal.exempt is not None:
        facts = (whole.proposal, *facts)
    held = dict.fromkeys(fact.exempt for fact in facts if fact.exempt is not None)
    return tuple(sorted(held, key=lambda each: (each.paragraph, each.public_interest)))


def paragraphs_in_words(exempt: Iterable[Exempt]) -> str:
    """`paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972`."""
    numbers = [str(number) for number in dict.fromkeys(each.paragraph for each in exempt)]
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)} of {SCHEDULE}"


def withheld_words(whole: Brief) -> str:
    """What the open paper says under a heading of which a part is exempt."""
    return (
        "Part of what belongs here is exempt. It stands in the annex (Part B), which is not for "
        f"publication under {paragraphs_in_words(reasons(whole))}."
    )


def exempt_words(whole: Brief) -> tuple[str, ...]:
    """The notice of an open paper that has an exempt annex: on what it rests, in public words.

    The test of the public interest itself may tell what is to be kept: it stands in the annex.
    """
    why = reasons(whole)
    about = [
        f"Paragraph {number}: {ABOUT[number]}."
        for number in dict.fromkeys(each.paragraph for each in why)
    ]
    return (
        f"This paper has an annex that is not for publication under {paragraphs_in_words(why)}.",
        *about,
        (
            "For each part it has been weighed whether the public interest in keeping it back "
            "outweighs that in disclosing it; the annex says how."
        ),
    )


def annex_of(document: Document, whole: Brief) -> Document:
    """Part B, from the document of the headings that belong in it."""
    why = reasons(whole)
    return Document(
        title=f"{document.title}: {PART_B[0].lower()}{PART_B[1:]}",
        subtitle=NOT_FOR_PUBLICATION,
        authority=document.authority,
        front=(
            Paragraph(f"{NOT_FOR_PUBLICATION}: exempt under {paragraphs_in_words(why)}."),
            Table(
                "Why it is exempt",
                ("Paragraph of Schedule 12A", "What it covers", "Public interest"),
                tuple(
                    (
                        (str(each.paragraph),),
                        (f"{ABOUT[each.paragraph][:1].upper()}{ABOUT[each.paragraph][1:]}.",),
                        (each.public_interest,),
                    )
                    for each in why
                ),
            ),
            *document.front,
        ),
        sections=document.sections,
        closing=document.closing,
        appendices=document.appendices,
        synthetic=document.synthetic,
        provenance=document.provenance,
    )


def not_for_the_public(document: Document, whole: Brief) -> Document:
    """All that the public learns of a paper on a proposal that is itself exempt."""
    kept = ("As known on", "Report format", "Moothall")
    return Document(
        title=IN_PRIVATE,
        authority=document.authority,
        front=(
            Paragraph(
                "This report is not for publication: it is exempt under "
                f"{paragraphs_in_words(reasons(whole))}."
            ),
        ),
        synthetic=document.synthetic,
        provenance=tuple(each for each in document.provenance if each[0] in kept),
    )
