"""The table that says the same as the drawing of a programme's bodies."""

from moothall.documents.document import Paragraphs, Table
from moothall.programme.accountability import Accountability, PlacedBody, Side

CAPTION = "The programme’s bodies, and what each may do"
HEAD = ("No.", "Body", "Of", "What it may do, and its kind", "Reports to", "Chaired by, members")


def accountability_table(accountability: Accountability) -> Table:
    """One row for each body; `No.` is its number in the drawing."""
    names = {each.number: each.body.name for each in accountability.bodies}
    return Table(
        caption=CAPTION,
        head=HEAD,
        rows=tuple(
            _row(each, side, names) for side in accountability.sides for each in side.bodies
        ),
        numeric=(0,),
    )


def _row(placed: PlacedBody, side: Side, names: dict[int, str]) -> tuple[Paragraphs, ...]:
    body = placed.body
    assumed = f"Assumed: {body.assumed}" if body.assumed else ""
    return (
        (str(placed.number),),
        (body.name,),
        (side.name,),
        tuple(filter(None, (body.power.value.capitalize(), placed.kind, assumed))),
        reports_in_words(placed, names) or ("not said",),
        tuple(
            filter(
                None,
                (
                    f"Chaired by {body.chaired_by}" if body.chaired_by else "",
                    f"Members: {'; '.join(body.members)}" if body.members else "",
                ),
            )
        )
        or ("not said",),
    )


def reports_in_words(placed: PlacedBody, names: dict[int, str]) -> Paragraphs:
    """Whom a body reports to, each with its number."""
    known = [
        "itself" if number == placed.number else f"{number} {names[number]}"
        for number in placed.reports_to
    ]
    return (*known, *(f"{each} (not on record)" for each in placed.missing))
