"""Postcodes with a letter O for a nought, and figures with one point too many: LS11 ODL, 38.6.2."""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages

_AREAS = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GPMV]|"
    r"JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|"
    r"T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
)
_POSTCODE = Expression(
    rf"(?<![\w/-]){_AREAS}(?:\d[\dA-Z]?)\s(?P<sign>O)[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])"
)
_ADDRESS_BEFORE = Expression(r"(?:[A-Z][a-z]+[,.]?|[Pp]ost\s?code:?|^)\s*$")
_ENDS_AN_ADDRESS = Expression(
    r"\s*(?:$|[,.;:)]|(?:and|or|on|at|in|from|by|is|was|for|to|with|will)\b)"
)


def a_postcode_has_digits_where_they_belong(report: Report) -> Iterator[TextFinding]:
    """“Leeds LS11 ODL” has the letter O for a nought: the second half begins with a digit."""
    for passage in passages(report):
        if " O" not in passage.text:
            continue
        for match in _POSTCODE.finditer(passage.text):
            before = passage.text[max(0, match.start() - 24) : match.start()]
            if not _ADDRESS_BEFORE.search(before):
                continue
            if not _ENDS_AN_ADDRESS.match(passage.text, match.end()):
                continue
            right = passage.text[match.start() : match.start("sign")] + "0"
            right += passage.text[match.end("sign") : match.end()]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 40),
                message=f"“{match[0]}” has a letter O where a postcode has a digit: {right}.",
                confidence=Confidence.MEDIUM,
                cure="Put a nought for the letter.",
            )


_TWO_POINTS = Expression(r"[£(-]?\d{1,3}\.\d{1,2}\.\d{1,2}[%)]?")
_ONE_POINT = Expression(r"[£(+-]{0,2}\d[\d,]*\.\d+[%)]?")
_FEWEST = 2
_A_DATE = Expression(r"\D?(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d\D?")


def a_figure_has_one_point(report: Report) -> Iterator[TextFinding]:
    """No cell says 38.6.2 in a column whose other figures have one point."""
    for grid in report.grids:
        if not any(_TWO_POINTS.fullmatch(cell.strip()) for row in grid.rows for cell in row):
            continue
        for column in range(1, max(map(len, grid.rows), default=0)):
            cells = [row[column].strip() if column < len(row) else "" for row in grid.rows]
            odd = [row for row, cell in enumerate(cells) if _TWO_POINTS.fullmatch(cell)]
            usual = sum(_ONE_POINT.fullmatch(cell) is not None for cell in cells)
            filled = sum(any(map(str.isdigit, cell)) for cell in cells)
            if len(odd) != 1 or usual < _FEWEST or usual * 3 < filled * 2 - 2:
                continue
            cell = cells[odd[0]]
            if _A_DATE.fullmatch(cell):
                continue
            yield TextFinding(
                place=grid.cell_place(odd[0], column),
                quote=" ".join(part for part in grid.rows[odd[0]] if part.strip()),
                message=f"“{cell}” has two points; the other figures of its column have one.",
                confidence=Confidence.MEDIUM,
                cure="Write the figure that is meant.",
            )


RULES: tuple[Rule, ...] = (a_postcode_has_digits_where_they_belong, a_figure_has_one_point)
