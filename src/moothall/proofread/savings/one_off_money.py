"""One-off money built into the base: one year's sum, a release or a receipt counted every year."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, found_once, paragraphs
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.table_figures import Figure, figures
from moothall.proofread.savings.lasting_money import TOLD_APART

_ONCE = Expression(
    r"\bone[- ](?:off|time|year|year only)\b|\bnon[- ]?recurr(?:ent|ing)\b|\btime[- ]limited\b|"
    r"\b(?:in|for) (?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)? only\b|"
    r"\bonly (?:in|for) (?:19|20)\d\d\b|"
    r"\b(?:one|single|this|first) year only\b|\bfor one year\b|\btemporary funding\b|"
    r"\bone-year\b",
    re.IGNORECASE,
)
_ONCE_BY_NATURE = Expression(
    r"\b(?:release[sd]?|releasing|drawdown|draw[- ]down|use|application|applying) (?:of |from )?"
    r"(?:[^.;,]|[.,]\d){0,45}?\b(?:reserves?|balances?|bond|provision|contingency|retention|"
    r"deposit|surplus)\b|"
    r"\b(?:bond|reserve|provision|retention)\b[^.;,]{0,20}\breleased?\b|"
    r"\bsale (?:of|proceeds)\b|\bproceeds (?:of|from) (?:the )?(?:sale|disposal)\b|"
    r"\bdisposal of\b|\bcapital receipts?\b|\bbackdated\b|\bback-dated\b|\binsurance (?:claim|"
    r"pay-?out|"
    r"settlement|receipt)\b|\bwindfall\b|\bfortuitous(?:ly)?\b|"
    r"\b(?:vat|tax|rates?|rating) (?:refund|rebate|reclaim|"
    r"claim)\b|"
    r"\bfrom the (?:[a-z]+ ){0,3}collection fund\b|\brefund\b|\bcompensation (?:payment|received|"
    r"from)\b|\bcollection fund surplus\b|"
    r"\b(?:single|one) (?:payment|receipt|sum)\b|\bclaw-?back\b|\bunspent (?:grant|budget|"
    r"balance)\b|"
    r"\bcarried forward (?:grant|underspend)\b|\blegal settlement\b|\bprior[- ]year (?:credit|"
    r"adjustment)\b",
    re.IGNORECASE,
)
_LASTING = Expression(
    r"\b(?:built|taken|put|added|consolidated|included|incorporated|rolled|baselined?|moved|"
    r"brought)\b"
    r"[^.;]{0,25}\b(?:in|into|in to|to) (?:the |its |our )?(?:\w+ )?base(?:line)?\b|"
    r"\bbaselined\b|\bbase budget\b|"
    r"\b(?:each|every) (?:subsequent |future |later |following )?year\b|\bin (?:all|"
    r"each of the) (?:future |later |"
    r"four |three |five )?years\b|\bongoing\b|\bon-going\b|\bpermanent(?:ly)?\b|"
    r"(?<!non-)(?<!non )\brecurr(?:ing|ent)\b|"
    r"\b(?:as|a) continuing\b|\bcontinuing (?:saving|basis|benefit|income|funding)\b|"
    r"\bannual (?:saving|"
    r"income|reduction|benefit)\b|\bsaving (?:every|each) year\b|\bper annum\b|\ba year\b|"
    r"\bthroughout the (?:plan|strategy|mtfs|mtfp)\b|\bover the life of the (?:plan|strategy|"
    r"mtfs)\b",
    re.IGNORECASE,
)
_SAYS_OTHERWISE = Expression(
    r"\b(?:not|no|never|cannot|without|rather than|instead of|while|whilst|until|pending|but|"
    r"however|"
    r"although|excluding|except|replaced?|fall(?:s|ing)? out|falls away|removed|reversed|"
    r"reduc\w+ to nil|"
    r"unwind\w*|will need to be|to be replaced|pays for|costs? of|cost|invest\w*|borrowing|"
    r"contribut\w+ (?:of|to)|"
    r"paid into|set aside|budget of|policy|if|could|would|may|should|must|principle|risk|reliance|"
    r"held|held in|maintenance|loss of|lost|forgone|foregone|in place of|smooth\w*|spread)\b",
    re.IGNORECASE,
)
_AS_MONEY = Expression(
    r"\b(?:saving|savings|reduction|income|funding|efficienc\w+|budget|benefit|contribution|"
    r"base|receipt)\b",
    re.IGNORECASE,
)


@found_once
def one_off_money_is_not_built_into_the_base(report: Report) -> Iterator[TextFinding]:
    """A bond released once is no saving in every year."""
    told = {finding.quote for finding in a_lasting_sum_holds_no_one_off_row(report)}
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.text) > 500 or not one.figures or one.text in told:
                continue
            if not any(figure.kind is Kind.MONEY for figure in one.figures):
                continue
            once = _ONCE.search(one.text) or _ONCE_BY_NATURE.search(one.text)
            lasting = once and _LASTING.search(one.text)
            if (
                once is None
                or lasting is None
                or not _AS_MONEY.search(one.text)
                or TOLD_APART.search(one.text)
            ):
                continue
            weak = lasting[0].lower() in (
                "a year",
                "per annum",
                "ongoing",
                "on-going",
                "base budget",
            )
            otherwise = _SAYS_OTHERWISE.search(one.text)
            built = re.search(r"\bbase\b|every year|each year|permanent|recurr", lasting[0], re.I)
            if _COUNTED_AS.search(one.text):
                built, weak = lasting, False
            if otherwise is not None and not _built_in(one.text):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"“{once[0].strip()}” brings money once, but it is counted as lasting "
                f"(“{lasting[0].strip()}”).",
                cure="Show it as one-off, and say how it is found again next year.",
                confidence=Confidence.MEDIUM if built and not weak else Confidence.LOW,
            )


_COUNTED_AS = Expression(
    r"\b(?:as|in) (?:an? )?(?:on-?going|recurring|recurrent|permanent|annual|continuing) "
    r"(?:saving|savings|income|funding|reduction|efficiency)\b",
    re.IGNORECASE,
)
_BUILT_IN = Expression(
    r"\b(?:has|have|had|is|are|been|was|were)\s(?:\w+\s){0,2}?(?:built|taken|put|added|"
    r"consolidated|included|"
    r"incorporated|rolled|baselined)\b[^.;]{0,25}\bbase",
    re.IGNORECASE,
)
_NOT_BUILT = Expression(r"\b(?:not|never|cannot|no longer|until|if|could|would|should)\b", re.I)


def _built_in(text: str) -> bool:
    match = _BUILT_IN.search(text)
    return match is not None and not _NOT_BUILT.search(text)


# --- a total that holds one-off rows --------------------------------------------------------------


@found_once
def a_lasting_sum_holds_no_one_off_row(report: Report) -> Iterator[TextFinding]:
    """“All of the £688,000 is built into the base”, where a row of it is for one year only."""
    holders = [held for grid in tables_of(report) for held in _totals_that_hold(grid)]
    if not holders:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            lasting = _LASTING.search(one.text)
            if lasting is None or lasting[0].lower() in ("a year", "per annum"):
                continue
            if _NOT_BUILT.search(one.text):
                continue
            yield from _held(paragraph, one, lasting[0], holders)


class _Held:
    """A total, what of it is one-off, and what it would be without."""

    def __init__(self, grid: Grid, total: Figure, once: Decimal, label: str) -> None:
        self.grid, self.total, self.once, self.label = grid, total, once, label


def _totals_that_hold(grid: Grid) -> Iterator[_Held]:
    cells = [cell for cell in figures(grid) if cell.kind is Kind.MONEY]
    yield from _by_row(grid, cells)
    yield from _by_column(grid, cells)


def _by_row(grid: Grid, cells: list[Figure]) -> Iterator[_Held]:
    """Rows that their own label calls one-off, in a column with a total."""
    for column in sorted({cell.column for cell in cells}):
        mine = [cell for cell in cells if cell.column == column]
        totals = [cell for cell in mine if re.match(r"\W*(?:grand )?total", cell.label, re.I)]
        once = [
            cell
            for cell in mine
            if _ONCE.search(" ".join(grid.rows[cell.row])) and cell not in totals
        ]
        if len(totals) == 1 and once and len(once) < len(mine) - 1:
            got = sum((cell.value for cell in once), Decimal(0))
            name = " ".join(text for text in grid.rows[once[0].row] if _ONCE.search(text))
            yield _Held(grid, totals[0], got, name)


def _by_column(grid: Grid, cells: list[Figure]) -> Iterator[_Held]:
    """A column of one-off money beside one of recurring money: their sum is not all lasting."""
    for row in sorted({cell.row for cell in cells}):
        mine = [cell for cell in cells if cell.row == row]
        once = [cell for cell in mine if _ONCE.search(cell.head.replace("- ", "-"))]
        lasting = [
            cell
            for cell in mine
            if re.search(r"(?<!non-)(?<!non )\b(?:recurr|ongoing|permanent|base)", cell.head, re.I)
        ]
        if len(once) == len(lasting) == 1 and once[0].value and lasting[0].value:
            first, last = once[0], lasting[0]
            both = Figure(
                value=first.value + last.value,
                step=max(first.step, last.step),
                kind=first.kind,
                label=first.label,
                head=first.head,
                row=first.row,
                column=first.column,
            )
            yield _Held(grid, both, first.value, f"{first.label}, {first.head}")


def _held(
    paragraph: Paragraph, one: Sentence, lasting: str, holders: list[_Held]
) -> Iterator[TextFinding]:
    for figure in one.figures:
        if figure.kind is not Kind.MONEY or figure.rough:
            continue
        for held in holders:
            slack = max(held.total.step, figure.amount.step)
            if abs(held.total.value - figure.size) >= slack or held.once <= slack / 2:
                continue
            rest = held.total.value - held.once
            if any(
                other is not figure and abs(other.size - rest) <= other.amount.step
                for other in one.figures
            ):
                continue  # the text tells the lasting part apart
            where = held.grid.cell_place(held.total.row, held.total.column)
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{figure.text} is called lasting (“{lasting.strip()}”), but holds "
                f"£{in_figures(held.once)} of one-off money (“{held.label[:60]}”, {where}): "
                f"£{in_figures(rest)} lasts.",
                cure="Count only what lasts, and say how the rest is found again next year.",
                confidence=Confidence.HIGH,
            )
            return


RULES: tuple[Rule, ...] = (
    one_off_money_is_not_built_into_the_base,
    a_lasting_sum_holds_no_one_off_row,
)
