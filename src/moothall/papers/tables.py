"""The tables of a paper, made from facts.  Figures stand as printed."""

from collections.abc import Iterable, Iterator

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Note, Paragraph, Paragraphs, Table
from moothall.facts.assurance import EqualityAssessment
from moothall.facts.fact import Fact
from moothall.facts.money import Recurrence, SavingBreakdown
from moothall.governance.around.numbered_steps import lanes_of
from moothall.governance.route import RouteStep
from moothall.papers.brief import Brief

ASSUMED = "Assumed"


def assumptions(facts: Iterable[Fact]) -> Iterator[Note]:
    """A note for each different reason for which something was assumed."""
    reasons = dict.fromkeys(fact.assumed for fact in facts if fact.assumed)
    for reason in reasons:
        yield Note(ASSUMED, reason)


def _table(
    caption: str, head: tuple[str, ...], rows: Iterable[tuple[Paragraphs, ...]], **more: object
) -> list[Block]:
    body = tuple(rows)
    return [Table(caption, head, body, **more)] if body else []  # type: ignore[arg-type]


def milestone_table(brief: Brief) -> list[Block]:
    milestones = brief.ours(brief.programme.milestones)
    return [
        *_table(
            "Milestones",
            ("Milestone description", "Date expected", "Output at milestone"),
            (((m.description,), (m.expected.text,), (m.output,)) for m in milestones),
        ),
        *assumptions(milestones),
    ]


def risk_table(brief: Brief) -> list[Block]:
    risks = brief.ours(brief.programme.risks)
    return [
        *_table(
            "Risks",
            ("Risk", "Implication", "Planned action to explore and mitigate risk"),
            (((r.title, r.description), r.implications, r.actions) for r in risks),
        ),
        *assumptions(risks),
    ]


def options_table(brief: Brief) -> list[Block]:
    options = brief.options.options if brief.options else ()
    for option in options:
        brief.cite(option)
    return [
        *_table(
            "Options",
            ("Option", "What it means", "For", "Against", "Standing"),
            (
                (
                    (o.name,),
                    (o.description,),
                    o.benefits or ("none recorded",),
                    o.drawbacks or ("none recorded",),
                    tuple(filter(None, (o.standing.value.capitalize(), o.reasons))),
                )
                for o in options
            ),
        ),
        *assumptions(options),
    ]


def posts_table(brief: Brief) -> list[Block]:
    posts = brief.ours(brief.programme.posts)
    names = {a.code: a.short_name for a in brief.programme.authorities}
    return [
        *_table(
            "Shared posts",
            ("Post", "Split of cost", "Employer", "Term, review and notice", "Cost"),
            (
                (
                    (p.title,),
                    tuple(f"{names[s.authority]} {s.percent}%" for s in p.shares),
                    (names[p.host] if p.host else "not stated",),
                    tuple(filter(None, (p.term, p.review, p.notice))) or ("not stated",),
                    tuple(
                        f"{label} {figure}"
                        for label, figure in (("salary", p.salary), ("honorarium", p.honorarium))
                        if figure is not None
                    )
                    or ("not stated",),
                )
                for p in posts
            ),
        ),
        *assumptions(posts),
    ]


def budget_table(brief: Brief) -> list[Block]:
    budgets = brief.ours(brief.programme.budgets)
    blocks: list[Block] = []
    for budget in budgets:
        unit = f"{budget.unit}’s" if budget.unit == "£000" else budget.unit
        blocks += _table(
            budget.name,
            ("", f"Gross Expenditure {unit}", f"Gross Income {unit}", f"Net Budget {unit}"),
            (
                (
                    (line.name,),
                    (line.gross_expenditure.text,),
                    (line.gross_income.text,),
                    (line.net.text,),
                )
                for line in budget.lines
            ),
            numeric=(1, 2, 3),
        )
    return [*blocks, *assumptions(budgets)]


def savings_table(brief: Brief) -> list[Block]:
    savings = brief.ours(brief.programme.savings)
    blocks: list[Block] = []
    for saving in savings:
        unit = saving.unit
        years = tuple(
            f"{'Cumulative ' if p.cumulative else ''}{p.year} {unit}" for p in saving.phasing
        )
        head = (
            "",
            "Saving Name",
            f"{saving.cash_limit_year} Cash Limit Budget {unit}",
            f"Full Year Saving {unit}",
            f"Revised Cash Limit {unit}",
            *years,
        )
        figures = (saving.cash_limit, saving.full_year_saving, saving.revised_cash_limit)
        row: tuple[Paragraphs, ...] = (
            (saving.number,),
            (saving.name,),
            *((figure.text,) for figure in figures),
            *((phased.amount.text,) for phased in saving.phasing),
        )
        blocks.append(
            Table(
                f"Financial scope: {saving.name}",
                head,
                (row,),
                numeric=tuple(range(2, len(head))),
                groups=(("", 5), ("Phasing", len(years))) if years else (),
            )
        )
    blocks += [Paragraph(r.sentence) for r in brief.savings if r.saving in {s.id for s in savings}]
    return [*blocks, *assumptions(savings)]


def saving_breakdown(brief: Brief) -> list[Block]:
    blocks: list[Block] = []
    for saving in brief.ours(brief.programme.savings):
        if saving.breakdown is not None:
            blocks += _table(
                f"How the {saving.breakdown.year} saving is made up",
                ("", str(saving.unit)),
                _breakdown_rows(saving.breakdown),
                numeric=(1,),
            )
    return blocks


_GROUPS = {
    Recurrence.RECURRENT: "Recurrent savings:",
    Recurrence.ONE_OFF: "Non recurrent savings:",
}


def _breakdown_rows(breakdown: SavingBreakdown) -> Iterator[tuple[Paragraphs, ...]]:
    """The rows as printed; parts of one recurrence stand under its name where there are several."""
    parts = [row.recurrence for row in breakdown.rows if row.kind == "part"]
    named: set[Recurrence] = set()
    for row in breakdown.rows:
        kind = row.recurrence
        if kind is not None and row.kind == "part" and kind not in named:
            named.add(kind)
            if parts.count(kind) > 1:
                yield (_GROUPS[kind],), ("",)
        yield (row.name,), (row.amount.text,)


def context_table(brief: Brief) -> list[Block]:
    figures = brief.ours(brief.programme.context_figures)
    names = {a.code: a.short_name for a in brief.programme.authorities}
    return [
        *_table(
            "Context figures",
            ("Measure", "Figure", "Whom it describes", "Of what date", "Origin"),
            (
                (
                    tuple(filter(None, (f.measure, f.caveat))),
                    (f.value.text if f.value.text.endswith("%") else f"{f.value} {f.unit}",),
                    (" and ".join(names[code] for code in f.authorities),),
                    (f.speaks_of.text if f.speaks_of else "not stated",),
                    (f.origin or "not stated",),
                )
                for f in figures
            ),
            numeric=(1,),
        ),
        *assumptions(figures),
    ]


def equality_assessment(brief: Brief) -> list[Block]:
    blocks: list[Block] = []
    assessments = brief.ours(brief.programme.equality_assessments)
    for each in assessments:
        blocks.append(Paragraph(f"{_screened(each)} {each.reason}".strip()))
        if each.monitoring:
            blocks.append(Paragraph(each.monitoring))
        blocks += _table(
            "Who may be affected",
            ("Characteristic", "Who"),
            (((c.name,), (c.who,)) for c in each.characteristics),
        )
        blocks += _table(
            f"Stages of the assessment{f' (labelled {each.label})' if each.label else ''}",
            ("Stage", "What it asks", "State"),
            (
                ((s.number,), tuple(filter(None, (s.title, s.text))), (s.state.value,))
                for s in each.stages
            ),
        )
    return [*blocks, *assumptions(assessments)]


def _screened(assessment: EqualityAssessment) -> str:
    if assessment.full_required is None:
        return "Nobody has answered the screening yet."
    need = "is" if assessment.full_required else "is not"
    return f"A full assessment {need} required."


ROUTE_CAPTION = "The councils' routes on one line"


def route_table(brief: Brief) -> list[Block]:
    """Every council's steps on one line of time, a column for each council.

    `No.` is the step's number in the drawing of the route and on the proposal's page.
    """
    lanes = lanes_of(brief.route)
    rows = sorted(
        ((place, each) for place, lane in enumerate(lanes) for each in lane.steps),
        key=lambda row: (row[1].step.sorts_on, row[0], row[1].step.kind, row[1].number),
    )
    steps = [each.step for _, each in rows]
    questions = dict.fromkeys(question for lane in lanes for question in lane.route.ask)
    return [
        *_table(
            ROUTE_CAPTION,
            ("No.", "Day", *(lane.route.name for lane in lanes)),
            (
                (
                    (str(each.number),),
                    (step_day(each.step),),
                    *(
                        _step_words(each.step) if column == place else ("",)
                        for column in range(len(lanes))
                    ),
                )
                for place, each in rows
            ),
            numeric=(0,),
            name="route_table",
        ),
        Paragraph(brief.route.binds),
        *(Note("To ask", question) for question in questions),
        *(Note(ASSUMED, reason) for reason in dict.fromkeys(s.assumed for s in steps if s.assumed)),
    ]


def step_day(step: RouteStep) -> str:
    """The day of a step in words: exact, as written, a last day, or unknown."""
    if step.on is not None:
        return in_words(step.on)
    if step.written:
        return step.written
    if step.latest is not None:
        return f"by {in_words(step.latest)}"
    return "unknown"


def _step_words(step: RouteStep) -> Paragraphs:
    name = f"{step.name} (assumed)" if step.assumed else step.name
    due = ""
    if step.on is not None and step.latest is not None:
        due = f"papers by {in_words(step.latest)}"
    return tuple(filter(None, (name, due, step.note)))
