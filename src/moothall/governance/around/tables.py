"""The tables of what stands beside a route's steps: its periods, and its findings on a day."""

from moothall.basics.dates import in_words
from moothall.documents.document import Paragraphs, Table
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.span import RouteSpan
from moothall.governance.route import JointRoute

ALL_COUNCILS = "all councils"
_NOTHING: Paragraphs = ("–",)


def span_tables(route: JointRoute, spans: tuple[RouteSpan, ...]) -> tuple[Table, ...]:
    """One table of all periods, earliest first; none where there are no periods."""
    if not spans:
        return ()
    names = {lane.authority: lane.name for lane in route.authorities}
    return (
        Table(
            caption="Periods that bear on the route",
            head=("Period", "Council", "First day", "Last day", "Notes", "Reference"),
            rows=tuple(_span_row(span, names) for span in spans),
        ),
    )


def _span_row(span: RouteSpan, names: dict[str, str]) -> tuple[Paragraphs, ...]:
    notes = (
        f"{span.note[:1].upper()}{span.note[1:]}",
        f"Assumed: {span.assumed}" if span.assumed else "",
        f"Evidence: {span.evidence}" if span.evidence else "",
        f"Source: {span.source}" if span.source else "",
    )
    return (
        (span.name,),
        (names.get(span.authority, ALL_COUNCILS),),
        (in_words(span.first),),
        (in_words(span.last),),
        tuple(note for note in notes if note) or _NOTHING,
        (span.reference,) if span.reference else _NOTHING,
    )


def breach_tables(route: JointRoute, breaches: tuple[RouteBreach, ...]) -> tuple[Table, ...]:
    """One table of the findings that are marked in the drawing; none where there are none."""
    if not breaches:
        return ()
    names = {lane.authority: lane.name for lane in route.authorities}
    return (
        Table(
            caption="Findings on rules of law that have a day",
            head=("Letter", "Finding", "Council", "Day", "What was found", "What would cure it"),
            rows=tuple(
                (
                    (breach.letter,),
                    (f"{'Breach' if breach.is_breach else 'Warning'}, {breach.rule}",),
                    (names.get(breach.authority, ALL_COUNCILS),),
                    (in_words(breach.on),),
                    tuple(filter(None, (breach.words, breach.reference))),
                    (breach.cure,) if breach.cure else _NOTHING,
                )
                for breach in breaches
            ),
        ),
    )
