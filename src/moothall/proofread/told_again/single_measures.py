"""Single measures: what a council has one value of in a year, however it is worded.

Days lost to sickness for each employee, the pay of the highest paid as a multiple of the lowest,
redundancies, the least balance that may be held: two values of one of them, of one year and of one
body, cannot both be right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantity, quantities
from moothall.proofread.reading.slips import differ_in_value
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.told_again.lone_figures import slips_of_the_pen
from moothall.proofread.told_again.retold_figures import a_figure_told_again_keeps_its_digits


@dataclass(frozen=True, slots=True)
class _Measure:
    """`after` is what follows the figure at once, `about` what else its clause has."""

    name: str
    kind: Kind
    after: Expression
    about: tuple[Expression, ...]


def _measure(name: str, kind: Kind, after: str, *about: str) -> _Measure:
    return _Measure(
        name,
        kind,
        Expression(after, re.IGNORECASE),
        tuple(Expression(words, re.IGNORECASE) for words in about),
    )


_SICK = r"\bsick\w*|\babsen\w*|\bill[- ]health|\btime lost"
_MEASURES = (
    _measure("days lost to sickness for each employee", Kind.COUNT,
             r"^\s?(?:working |sick |calendar )?days?\b", _SICK,
             r"\b(?:per|for (?:each|every)|an?|each)\s(?:FTE|employee|full[- ]time|member|head|"
             r"person|"
             r"post|whole[- ]time|staff)"),
    _measure("pay of the highest paid as a multiple of the lowest", Kind.COUNT,
             r"^\s?(?:times\b|to (?:1|one)\b|:\s?1\b|"
             r"x\b)", r"\blowest[- ]paid|\blowest (?:salary|pay)"),
    _measure("pay of the highest paid as a multiple of the median", Kind.COUNT,
             r"^\s?(?:times\b|to (?:1|one)\b|:\s?1\b|"
             r"x\b)", r"\bmedian (?:salary|pay|earnings|full)"),
    _measure("redundancies", Kind.COUNT,
             r"^\s?(?:compulsory |voluntary )?(?:redundanc\w+|(?:employees|staff|people|posts|"
             r"colleagues|officers)\b[^,.;]{0,40}\bredundant)"),
    _measure("least balance that may be held", Kind.MONEY,
             r"^(?!,?\s(?:which is |well |just |still )?(?:above|below|over|against)\b)",
             r"\bbalances?|\breserves?",
             r"\bminimum\b|\b(?:go|fall|drop|be|held|kept|maintained)\s(?:below|at not less)|"
             r"\bno(?:t| lower| less)\s(?:\w+\s)?than|\bat least|\bfloor|\bprudent level"),
    _measure("sum set aside to repay debt", Kind.MONEY, r"",
             r"\bminimum revenue provision|\bMRP\b|\b(?:set aside|provision)\b[^.;]*\b(?:repay\w*|"
             r"(?<!bad )(?<!doubtful )debts?\b(?! impairment| losses))|^less MRP"),
    _measure("posts of the team", Kind.COUNT,
             r"^\s?(?:FTEs?\b|full[- ]time equivalents?|whole[- ]time equivalents?|WTEs?\b)",
             r"\bcomplement|\bestablishment of|\bteam (?:has|of|comprises|consists|is)|"
             r"\bstaffed by|\bstrength of|\bstaff of"),
    _measure("number employed", Kind.COUNT, r"^\s?(?:people|employees|staff)\b",
             r"\bemploys\b|\bcouncil employed\b|\bheadcount (?:of|was|is)|\bcomplement of|"
             r"\bworkforce (?:of|is|was|numbers)"),
    _measure("homes of the council", Kind.COUNT,
             r"^\s?(?:council |tenanted |social |rented )?(?:dwellings|homes|properties|houses)\b",
             r"\bcouncil (?:owns|owned|has|manages|lets|rents)\b|\btenanted\b|\bhousing stock "
             r"(?:of|is|"
             r"was)|\blandlord of"),
    _measure("length of road maintained", Kind.COUNT, r"^\s?(?:km|kilometres|miles)\b",
             r"\bhighway authority|\bnetwork of|\bresponsib\w+ for|\bmaintains\b|\bmaintainable",
             r"\broads?\b|\bcarriageway|\bhighways?\b"),
    _measure("children looked after", Kind.COUNT,
             r"^\s?(?:looked[- ]after children|children (?:in care|looked after)|children and "
             r"young "
             r"people (?:in care|looked after))"),
    _measure("tax base", Kind.COUNT, r"", r"\btax ?base (?:of|is|was|has been|for|at)"),
    _measure("population", Kind.COUNT, r"^\s?(?:people|residents|inhabitants)\b",
             r"\bpopulation (?:of|is|was)\b"),
    _measure("vacancy rate", Kind.PERCENT, r"", r"\bvacancy rate|\bof posts (?:are|were) vacant"),
    _measure("turnover of "
             "staff", Kind.PERCENT, r"", r"\b(?:staff|labour|employee) turnover|^turnover"),
    _measure("collection rate", Kind.PERCENT, r"", r"\bcollect(?:ed|ion)\b", r"\bcouncil tax\b"),
    _measure("average return on investments", Kind.PERCENT, r"", r"\baverage\b",
             r"\b(?:return|yield\w*|earned)\b", r"\b(?:investments?|deposits?|surplus cash)\b"),
)  # fmt: skip
_OTHER = Expression(
    r"\b(?:target|benchmark|national\w*|median for|similar|neighbour\w*|average for|england|wales|"
    r"scotland|compared|against|last year|previous|year before|year earlier|prior|improvement on|"
    r"up from|down from|rose from|fell from|voluntary|compulsory|additional|reduc\w+|increas\w+|"
    r"further|option|would|if|could|propos\w+|maximum of|of (?:which|whom|them)|vacan\w+ of|"
    r"forecast to|by 20\d\d|first (?:half|quarter|six months)|quarter)\b",
    re.IGNORECASE,
)
_NAME = Expression(r"\b[A-Z][a-z]+ (?:Borough|County|District|City|Metropolitan) Council\b")
_MOST_ROWS = 12


def a_measure_with_one_value_has_one(report: Report) -> Iterator[TextFinding]:
    """“8.1 days per FTE were lost to sickness” and “absence, at 9.6 days for each employee”."""
    said = [
        finding.message
        for finding in (*a_figure_told_again_keeps_its_digits(report), *slips_of_the_pen(report))
        if finding.confidence is not Confidence.LOW
    ]
    for measure in _MEASURES:
        found = [one for one in quantities(report).all if _is_of(one, measure)]
        if not len({one.value for one in found}) >= 2 or len(found) > _MOST_ROWS:
            continue
        told: set[tuple[Place, str]] = set()
        for one, other in combinations(found, 2):
            first, second = (other, one) if other.cell else (one, other)
            if (one.cell and other.cell) or not _disagree(one, other):
                continue
            if any(one.text in message and other.text in message for message in said):
                continue
            if (second.place, second.text) in told or _is_of_another_column(second, first, found):
                continue
            told.add((second.place, second.text))
            yield TextFinding(
                place=second.place,
                quote=second.quote,
                message=f"{second.text} here, {first.text} at {first.place} "
                f"(“{shortened(first.words, 100)}”), both as the {measure.name}.",
                confidence=Confidence.MEDIUM,
                cure="Give one figure in both places, or say what makes them differ.",
            )


def _is_of(one: Quantity, measure: _Measure) -> bool:
    if one.kind is not measure.kind or one.value <= 0:
        return False
    if one.cell:
        words = f"{one.own} {one.head}"
        return bool(
            not measure.after.pattern
            and all(read.search(words) for read in measure.about)
            and not _OTHER.search(words)
            and not re.search(r"\b(?:budget|estimate|variance|change|opening|closing)", words, re.I)
        )
    place = one.own.find(one.text)
    if place < 0:
        return False
    if not measure.after.search(one.own[place + len(one.text) :]):
        return False
    if not all(read.search(one.own) for read in measure.about):
        return False
    near = one.own[max(0, place - 45) : place + len(one.text) + 25]
    return not _OTHER.search(near) and not _NAME.search(one.own)


def _is_of_another_column(told: Quantity, cell: Quantity, found: list[Quantity]) -> bool:
    """Whether the share told stands in the same row for another year."""
    return told.kind is Kind.PERCENT and any(
        one.cell and one.block == cell.block and one.row == cell.row and one.value == told.value
        for one in found
    )


def _disagree(one: Quantity, other: Quantity) -> bool:
    if one.block == other.block or not differ_in_value(
        one.value, one.step, other.value, other.step
    ):
        return False
    if not 0.5 <= float(one.value / other.value) <= 2:
        return False
    years = [
        {
            when
            for when in periods_named(f"{each.own} {each.head if each.cell else ''}")
            if "/" in when
        }
        for each in (one, other)
    ]
    return not (years[0] and years[1] and not years[0] & years[1])


RULES: tuple[Rule, ...] = (a_measure_with_one_value_has_one,)
