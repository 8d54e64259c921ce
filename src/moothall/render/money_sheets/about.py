"""The first sheet: what the workbook holds, of what day, what it rests on and what is assumed."""

from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.render.wording import SYNTHETIC_LABEL, SYNTHETIC_TEXT
from moothall.render.workbook import Column, MoneySheet


def about_sheet(
    programme: Programme, proposal: Proposal, as_at: date, facts: tuple[Fact, ...]
) -> MoneySheet:
    """What the workbook rests on; `facts` are those that stand in it."""
    names = {each.code: each.name for each in programme.authorities}
    above = [
        f"{programme.about.name}; as on record on {in_words(as_at)}.",
        "Pounds, unless a heading says otherwise. What is worked out is a formula.",
        "A figure that a source prints stands as printed, beside what the formula makes of it.",
        "An empty cell is not nought: nobody has said it.",
    ]
    if programme.about.synthetic:
        above.insert(0, f"{SYNTHETIC_LABEL}. {SYNTHETIC_TEXT}")
    sheet = MoneySheet(
        "About",
        f"Money: {proposal.name}",
        (
            Column("document", "Document", width=14),
            Column("title", "Title", width=60),
            Column("owner", "Whose it is", width=28),
            Column("known", "Of", width=18),
        ),
        above=above,
    )
    cited = {fact.source.document for fact in facts}
    for document in programme.documents:
        if document.id in cited:
            owner = names.get(document.owner, "the programme")
            sheet.add(
                document=document.id,
                title=document.title,
                owner="the programme" if document.owner == PROGRAMME else owner,
                known=in_words(document.known_on),
            )
    for reason in dict.fromkeys(fact.assumed for fact in facts if fact.assumed):
        sheet.add(document="Assumed", title=reason)
    return sheet


def source_of(fact: Fact) -> str:
    """`001 2.11`: the document and paragraph."""
    return f"{fact.source.document} {fact.source.paragraph}".strip()
