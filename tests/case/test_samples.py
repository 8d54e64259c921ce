"""What the two sample programmes hold of the source documents, line by line of the checklist."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from moothall.facts.assurance import StageState
from moothall.facts.bodies import BodyKind, Power
from moothall.facts.decisions import Answer, StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Stage, Standing

Shown = Callable[[Programme], bool]


def bodies(programme: Programme, kind: BodyKind) -> set[Power]:
    return {body.power for body in programme.bodies if body.kind is kind}


def row(lines: str, shown: Shown, words: str) -> object:
    return pytest.param(shown, id=words, marks=pytest.mark.checklist(*lines.split()))


def has(items: object, *words: str) -> bool:
    text = str(items).lower()
    return all(word.lower() in text for word in words)


STOCKPORT_TAMESIDE = [
    row("A01", lambda p: p.about.authorities == ("stockport", "tameside"), "two councils"),
    row(
        "A02 A03 A04 A06",
        lambda p: (
            bodies(p, BodyKind.PROGRAMME_BOARD) == {Power.ADVISES}
            and len(p.body("body-programme-board").members) >= 6
        ),
        "the programme board advises, with members from both councils",
    ),
    row(
        "A07",
        lambda p: (
            [b.name for b in p.bodies if b.kind is BodyKind.SCRUTINY and b.lead]
            == ["Children and Families Scrutiny Committee"]
        ),
        "one scrutiny committee leads",
    ),
    row("A08", lambda p: bodies(p, BodyKind.EXECUTIVE) == {Power.DECIDES}, "cabinets decide"),
    row(
        "A09 A10 A12",
        lambda p: has(p.bodies, "CLT", "Family Partnership", "Review Group"),
        "reporting lines",
    ),
    row(
        "A13 A14 A15",
        lambda p: (
            {b.power for b in p.bodies if has(b.name, "forum") or has(b.name, "EJCG")}
            >= {Power.IS_CONSULTED}
        ),
        "forums and unions are consulted",
    ),
    row("A16", lambda p: any(s.kind is StepKind.GROUP_LEADERS for s in p.steps), "group leaders"),
    row("A17", lambda p: has(p.bodies, "Appointments Committee"), "the committee ruled out"),
    row(
        "A19 A20 A21 A26",
        lambda p: has(p.bodies, "team", "risk", "forums", "Homes"),
        "other bodies",
    ),
    row(
        "A22 A23", lambda p: has(p.roles, "section 151", "solicitor", "Colin Foster"), "named leads"
    ),
    row(
        "A24 L01",
        lambda p: has(p.posts[0], "Director of Education", "secondment"),
        "the joint director",
    ),
    row("B01 B05 B06", lambda p: len(p.workstreams) >= 5, "five areas and more"),
    row("B07 E06", lambda p: len(p.phases) >= 2, "phases"),
    row(
        "B08 D04",
        lambda p: (
            [
                {share.percent for share in post.shares}
                for post in p.posts
                if post.proposal == "early-years-leadership"
            ]
            == [{Decimal(50)}] * 4
        ),
        "four shared roles, half each",
    ),
    row(
        "B14",
        lambda p: sum(a.id.startswith("aim-") and a.kind == p.aims[0].kind for a in p.aims) == 6,
        "six aims",
    ),
    row("B15", lambda p: has(p.proposals, "transport"), "out of scope"),
    row("B19", lambda p: has(p.strategy_links, "Borough Plan", "GM Framework"), "strategies"),
    row("B22", lambda p: has(p.aims, "hypothesis"), "a hypothesis stays one"),
    row(
        "C01 C02 C03",
        lambda p: (
            {x.stage for x in p.proposals} == {Stage.FORMULATION, Stage.DUE_DILIGENCE}
            or len({x.stage for x in p.proposals}) >= 2
        ),
        "stages",
    ),
    row(
        "C07 C08",
        lambda p: sum(b.proposal == "early-years-leadership" for b in p.benefits) >= 11,
        "eleven benefits",
    ),
    row("C09", lambda p: has(p.research, "Ainscow"), "research is cited"),
    row(
        "D02",
        lambda p: [line.net.text for line in p.budgets[0].lines] == ["53,998", "6,398", "60,395"],
        "the budget table",
    ),
    row(
        "D03",
        lambda p: has(
            [s.amount.text for s in p.money_statements], "£212.556m", "£2.838m", "£3,840m"
        ),
        "DSG and overspends",
    ),
    row("D05 D06", lambda p: has(p.posts, "honorari"), "honorarium"),
    row(
        "D12",
        lambda p: sum(s.amount.text == "£0.600m" for s in p.money_statements) == 2,
        "£0.600m twice",
    ),
    row("D14", lambda p: p.savings[0].posts_reduced == "up to 7 FTE", "posts reduced"),
    row(
        "E01 E02 E03",
        lambda p: (
            [m.expected.text for m in p.milestones if m.source.document == "000"]
            == ["March 2022", "Spring 2022", "April 2022", "June 2022", "End June 2022"]
            and sum(m.source.document == "003" for m in p.milestones) == 8
        ),
        "milestones with dates as written",
    ),
    row(
        "E05",
        lambda p: p.posts[0].fixed_term and p.posts[0].term == "circa two years",
        "fixed term",
    ),
    row(
        "F01r F05r",
        lambda p: sum(r.proposal == "early-years-leadership" for r in p.risks) == 2,
        "two risks",
    ),
    row(
        "G01 G02 G03",
        lambda p: (
            {"31,083", "8.9%", "20.6%", "27%", "10%", "12%"}
            <= {f.value.text for f in p.context_figures if f.source.document == "000"}
        ),
        "context of both councils",
    ),
    row(
        "G04 G05 G06",
        lambda p: (
            {"285,032", "298,659", "71.6%", "69.8%"} <= {f.value.text for f in p.context_figures}
        ),
        "figures of the assessment",
    ),
    row(
        "H10 H11 H12 H16", lambda p: has(p.exercises, "workshop", "union"), "listening and methods"
    ),
    row(
        "H13",
        lambda p: any(e.kind is ExerciseKind.FORMAL_CONSULTATION for e in p.exercises),
        "formal consultation apart",
    ),
    row("H15 J08", lambda p: has(p.undertakings, "scrutiny"), "promises to scrutiny"),
    row(
        "I01 I02",
        lambda p: (
            [e.full_required for e in p.equality_assessments if e.authority == "stockport"]
            == [False, True]
        ),
        "one screening, one full assessment",
    ),
    row(
        "I03 I04 I05 I06 I07",
        lambda p: (
            (a := p.equality_assessments[1]).label == "Final"
            and [s.number for s in a.stages] == ["1", "2", "2a", "3", "4"]
            and a.stages[3].state is StageState.TO_BE_COMPLETED
            and len(a.objectives) == 3
        ),
        "the assessment of 2019",
    ),
    row(
        "J01 R13",
        lambda p: (
            p.key_decision_tests[0].answer is Answer.NO
            and len(p.key_decision_tests[0].reasons) >= 3
        ),
        "key decision test with reasons",
    ),
    row("J02", lambda p: has(p.bodies, "delegation"), "officer delegation"),
    row(
        "J03",
        lambda p: (
            {r.verb.lower() for x in p.papers for r in x.recommendations}
            >= {"note", "support", "approve"}
        ),
        "recommendations",
    ),
    row(
        "J04 J11",
        lambda p: sum(c.source.document == "002" for c in p.comments) == 21,
        "twenty-one comments",
    ),
    row(
        "J05",
        lambda p: any(
            m.kind == "extraordinary" and m.held_on == date(2021, 3, 17) for m in p.meetings
        ),
        "the extraordinary meeting",
    ),
]

CAMBRIDGESHIRE_PETERBOROUGH = [
    row(
        "A05",
        lambda p: (b := p.body("programme-board")).power is Power.SIGNS_OFF and not b.formal,
        "an informal board signs off",
    ),
    row(
        "A11 A18",
        lambda p: has(p.bodies, "Educational Achievement", "Child Health", "peer team"),
        "other boards",
    ),
    row("B02 B03", lambda p: len(p.workstreams) == 4, "four workstreams"),
    row(
        "B04",
        lambda p: p.package_counts[0].stated == 35 and len(p.packages) < 35,
        "35 packages, not all named",
    ),
    row("B11", lambda p: sum(a.kind == "design test" for a in p.aims) == 4, "four design tests"),
    row(
        "B12", lambda p: sum(a.kind == "review purpose" for a in p.aims) == 6, "six review purposes"
    ),
    row(
        "B13",
        lambda p: any(o.standing is Standing.BENCHMARK for o in p.options),
        "two services stay an option",
    ),
    row(
        "H01 H02 H03 H04 H05",
        lambda p: (
            (s := p.surveys[0]).responses == 200 and s.judgement == "adequate" and s.invited is None
        ),
        "the school survey",
    ),
    row(
        "H06",
        lambda p: len(p.surveys[0].strengths) == len(p.surveys[0].weaknesses) == 10,
        "ten and ten",
    ),
    row("H07", lambda p: len(p.surveys[0].themes) == 13, "thirteen themes"),
    row("H09", lambda p: len(p.surveys[0].purposes) == 5, "five purposes"),
    row("H14", lambda p: has(p.undertakings, "local members"), "local members"),
    row(
        "I10",
        lambda p: any(
            has(i.heading, "equality") and has(i.text, "not applicable") for i in p.implications
        ),
        "not applicable as printed",
    ),
    row("K05", lambda p: bool(p.papers[0].contacts and p.papers[0].member_contacts), "contacts"),
    row(
        "K06",
        lambda p: [c.answer for c in p.clearances].count(Answer.NO) == 1 and len(p.clearances) == 7,
        "seven clearances, one of them no",
    ),
    row(
        "M01",
        lambda p: len((r := p.reviews[0]).lines_of_enquiry) == 3 and bool(r.left_out),
        "the peer review",
    ),
    row("M02", lambda p: len(p.reviews[0].recommendations) == 7, "seven recommendations"),
    row("M03", lambda p: len(p.reviews[0].agreed) == 5, "five agreements"),
    row(
        "B26 M04",
        lambda p: (
            sum(a.id.startswith("vision-") for a in p.aims) == 7
            and sum(a.id.startswith("action-") for a in p.aims) == 8
        ),
        "vision and action plan",
    ),
]


@pytest.mark.parametrize("shown", STOCKPORT_TAMESIDE)
def test_stockport_and_tameside_hold(shown: Shown, stockport_tameside: Programme) -> None:
    assert shown(stockport_tameside)


@pytest.mark.parametrize("shown", CAMBRIDGESHIRE_PETERBOROUGH)
def test_cambridgeshire_and_peterborough_hold(
    shown: Shown, cambridgeshire_peterborough: Programme
) -> None:
    assert shown(cambridgeshire_peterborough)
