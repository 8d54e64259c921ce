"""More than everyone: “pupils now vaccinated (198%)”; “Proportion of homes … checked.  101.0%”.

People, homes and checks can be had or done to the last one, and no further.  What can go beyond a
hundred of a plan, a budget, a year before is left alone.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.denominators import (
    a_share_of_cases_is_at_most_all,
    a_share_of_people_is_at_most_all,
)
from moothall.proofread.figures.listed_shares import no_more_than_all_of_those_who_could_did
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    each_sentence,
    finding_on,
    passages,
)

_THINGS = (
    r"(?:residents|people|persons|adults|children|pupils|students|women|men|girls|boys|tenants|"
    r"households|families|parents|carers|patients|respondents|staff|employees|members|councillors|"
    r"voters|electors|applicants|learners|citizens|population|homes|houses|dwellings|properties|"
    r"flats|buildings|schools|lamps|harbours|vehicles|checks|inspections|visits|reviews|posts|"
    r"calls|complaints|cases|applications|requests|referrals|invoices|plans|bins|trees|bridges|"
    r"roads|playgrounds|premises|appeals|assessments)"
)
_BEYOND = Expression(
    r"\b(?:budget\w*|targets?|capacity|income|costs?|spend\w*|spent|planned|plan to|need|"
    r"required by|"
    r"requirements?|growth|grew|grow\w*|increas\w+|changes?|changed|relative|compared|"
    r"comparison|price\w*|values?|"
    r"funding|pay|earnings|occupan\w+|supply|debt|index|indexed|ratio|rose|rise\w*|risen|"
    r"(?<!took )(?<!taken )(?<!take )up|more|higher|"
    r"fall|fell|above|over|exceed\w*|than|times|last year|previous\w*|baseline|expected|level|"
    r"levels|"
    r"equivalent|profile|forecast|allocat\w+|sales|collection|return|surplus|"
    r"cumulative|turnover|deficit|standard|average|pre-|quota|established|establishment|"
    r"reduc\w+|decreas\w+|saving\w*|variance|extra|additional|ahead|delivery|deliver\w+|"
    r"overcrowd\w+|utilis\w+|interest|inflation|contribut\w+|rent|tax|rates|gap|threshold|"
    r"achievement|output\w*|commitment\w*|net gain|housing need|trajectory|vary|varied|"
    r"year-on-year)\b|"
    r"\bper cent of the\b",
    re.IGNORECASE,
)
_DONE = (
    r"(?:inspected|checked|completed|tested|visited|answered|seen|repaired|mended|filled|reviewed|"
    r"vaccinated|registered|surveyed|vacant|empty|occupied|satisfied|trained|assessed|closed|"
    r"resolved|determined|carried out|done|paid|processed|dealt with|made|held|invited|enrolled|"
    r"eligible|aged|women|men|working|employed|decided|upheld|insulated|let|safe|compliant|in use)"
)
_IN_TEXT = (
    # most pupils are now vaccinated (198%); older women (132%)
    Expression(
        rf"\b{_THINGS}(?:\s[a-z-]+){{0,5}}?\s?\((?P<p>«P\d+»)\)|\b(?:older|younger|eligible|"
        r"vulnerable|disabled|local|female|male|elderly)\s\((?P<q>«P\d+»)\)",
        re.IGNORECASE,
    ),
    # 104% of lamps were inspected; 112% of our tenants said
    Expression(
        rf"(?P<p>«P\d+»)\sof\s(?:(?:all|the|our|these|those|its|new|"
        rf"other)\s){{0,2}}(?:[a-z-]+\s){{0,2}}?"
        rf"(?:{_THINGS}\b|[a-z]+s\s(?:were|are|was|is|have|had|been|being)\s(?:been\s|"
        rf"now\s)?{_DONE})",
        re.IGNORECASE,
    ),
    # of our tenants, 112% said
    Expression(
        rf"^\W*of\s(?:(?:all|the|our|these|those|its|"
        rf"«C\d+»)\s){{0,3}}(?:[a-z-]+\s){{0,2}}?{_THINGS}"
        r"(?:\s[a-z ]{2,30})?,\s(?P<p>«P\d+»)\s[a-z]",
        re.IGNORECASE,
    ),
    # with 162% reporting that they were happy; 112% said that they would
    Expression(
        r"(?P<p>«P\d+»)\s(?:(?:who|that|which)\s)?(?:report(?:ed|ing)?|sa(?:y|id|ying)|agree(?:d|ing)?|"
        r"disagree(?:d|ing)?|stat(?:ed?|ing)|answer(?:ed|ing)|respond(?:ed|ing)|indicat(?:ed?|ing)|"
        r"feel(?:ing)?|felt|th(?:ought|ink)|want(?:ed|ing)?|prefer(?:red|ring)?|support(?:ed|ing)|"
        r"vot(?:ed|ing)|believ(?:ed?|ing)|identif(?:y|ied|ying)|"
        r"(?:have|has|had|were|was|are|is)\s(?:now\s|been\s|since\s){0,2}(?:receiv|offer|giv|plac|"
        r"accept|complet|attend|enrol|register|inspect|vaccinat|screen|hous|assess|satisf|seen)[a-z]*)\b",
        re.IGNORECASE,
    ),
    # attendance at schools was 104%; the pass rate stood at 103%
    Expression(
        r"\b(?:(?:school )?attendance|turnout|(?:pass|response|completion|attendance|employment|"
        r"recycling|vaccination|participation|compliance|vacancy|retention|survival) rate|"
        r"(?:vaccin\w+|immunis\w+|screening) (?:coverage|uptake))\b(?:\s(?:at|of|in|for|among)"
        r"[a-z ]{2,40})?\s(?:was|is|were|at|of|stood at|stands at|reached|remains|remained)\s"
        r"(?P<p>«P\d+»)",
        re.IGNORECASE,
    ),
    # the percentage of staff who trained: 107%
    Expression(
        r"\b(?:proportion|share|percentage) of (?:the |all |our |its )?(?:[a-z-]+\s){0,2}?"
        rf"{_THINGS}\b[^«»;()]{{0,120}}?(?::|\.|–|\s-)?\s(?P<p>«P\d+»)(?=\s«P|\W*$)",
        re.IGNORECASE,
    ),
)
_UNDONE = Expression(
    r"\b(?:reinstat|restor|revers|withdraw|abolish|cancel|refund|repay|eliminat|delet|waiv|preserv)"
    r"[a-z]*\s(?:up to\s|about\s)?(?P<p>«P\d+»)\sof\s|"
    r"(?P<q>«P\d+»)\s(?:have|has|had|were|was|are)\s"
    r"(?:now\s)?(?:(?:been\s)?(?:offered|given|received|accepted|placed))\b",
    re.IGNORECASE,
)
"""“Restore 150% of the grants that were cut”: what was done can be undone once; nobody has been
offered a place twice."""
_LABEL = Expression(
    rf"^\W*(?:(?:[A-Z]{{1,4}}\s?\d{{1,3}}[a-z]?[:.]?\s))?(?:the )?(?:%|percentage|proportion|"
    rf"share|per ?cent)\s"
    rf"of\s(?:the |all |our )?(?:[a-z-]+\s){{0,3}}?{_THINGS}\b",
    re.IGNORECASE,
)
_OVER = r"(?P<p>1(?!00(?:\.0+)?\s?%)\d\d(?:\.\d+)?)\s?%"
_CELL = Expression(rf"^\s?{_OVER}\s?$")
_LINE = Expression(rf"(?<![\d.,-]){_OVER}")
_CURE = "Correct the percentage, or say what it is a share of."
_LONGEST = 300
_LARGEST = 1000
_OTHERS = quotes_told(
    a_share_of_people_is_at_most_all,
    a_share_of_cases_is_at_most_all,
    no_more_than_all_of_those_who_could_did,
)


def no_more_than_everyone_can_be_counted(report: Report) -> Iterator[TextFinding]:
    """“Most pupils are vaccinated (198%)”: more than all of them."""
    for paragraph, one in each_sentence(report, 1):
        large = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if not any(figure.low > HUNDRED and figure.size < _LARGEST for figure in large):
            continue
        for form in (_UNDONE,) if _BEYOND.search(one.text) else (_UNDONE, *_IN_TEXT):
            for match in form.finditer(one.pattern):
                p = one.figure(match["p"] or match["q"])
                if (
                    p.low <= HUNDRED
                    or p.rough
                    or p.size >= _LARGEST
                    or _after_sign(one.text, p.amount.start)
                ):
                    continue
                if not told_by(_OTHERS, report, paragraph, one):
                    message = f"{p.text} is more than all of them."
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                break
            else:
                continue
            break


def _after_sign(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in ("+", "-", "–", "−")


_TOLD = quotes_told(no_more_than_everyone_can_be_counted)


def a_row_of_shares_stays_within_all(report: Report) -> Iterator[TextFinding]:
    """“Proportion of homes for which the checks have been carried out | 101.0%”."""
    for grid in report.grids:
        heads = " ".join(" ".join(row) for row in grid.rows[: max(grid.head_rows, 1)])
        if "%" not in heads and not any("%" in cell for row in grid.rows for cell in row):
            continue
        for number, row in enumerate(grid.rows):
            label = next((cell for cell in row if _LABEL.match(cell.strip())), None)
            if label is None or _BEYOND.search(label):
                continue
            for column, cell in enumerate(row):
                match = _CELL.match(cell)
                head = _head(grid, column)
                if match and not _BEYOND.search(head):
                    yield TextFinding(
                        place=grid.cell_place(number, column),
                        quote=f"{label.strip()} {cell.strip()}",
                        message=f"{cell.strip()} is more than all of them.",
                        cure=_CURE,
                        confidence=Confidence.HIGH,
                    )
                    break
    for passage in passages(report):
        text = passage.text.strip()
        if passage.cell or len(text) > _LONGEST or not text.rstrip().endswith("%"):
            continue
        shares = list(_LINE.finditer(text))
        if not shares or not _LABEL.match(text) or _BEYOND.search(text):
            continue
        if any(place == passage.place for place, _ in _TOLD(report)):
            continue
        yield TextFinding(
            place=passage.place,
            quote=text,
            message=f"{shares[0]['p']}% is more than all of them.",
            cure=_CURE,
            confidence=Confidence.HIGH,
        )


def _head(grid: Grid, column: int) -> str:
    rows = grid.rows[: max(grid.head_rows, 1)]
    return " ".join(row[column] for row in rows if column < len(row))


RULES: tuple[Rule, ...] = (
    no_more_than_everyone_can_be_counted,
    a_row_of_shares_stays_within_all,
)
