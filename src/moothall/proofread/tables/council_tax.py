"""Council tax: the tax of each band keeps to the share of that of Band D that the law gives it.

In England and Wales these are ninths; in Scotland bands E to H have had higher shares since 2017.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, NumberTable
from moothall.proofread.tables.equations import Equation, Where

BANDS = "council_tax_bands_keep_their_shares"
_BAND = Expression(r"^(?:council tax )?(?:band|valuation band)?\W*([A-I])\b\W*(?:\(.*\))?$", re.I)
_ENGLAND = dict(zip("ABCDEFGHI", map(Decimal, (6, 7, 8, 9, 11, 13, 15, 18, 21)), strict=True))
_SCOTLAND = dict(
    zip(
        "ABCDEFGH",
        map(Decimal, ("240", "280", "320", "360", "473", "585", "705", "882")),
        strict=True,
    )
)
_ALMOST = Decimal("0.011")
"""Bands are rounded to the penny, up or down."""


def council_tax_bands(table: NumberTable) -> Iterator[Equation]:
    """The council tax of each band is its share of that of Band D, down a column or along a row."""
    rows = {}
    for place in table.body:
        first = next((cell for cell in table.grid.rows[place] if cell.strip()), "")
        if match := _BAND.match(first.strip()):
            rows[place] = match[1].upper()
    if len(set(rows.values())) == len(rows) >= 5:
        for column in table.columns:
            cells = [((row, column), band) for row, band in rows.items()]
            yield from _bands(table, cells, table.heads[column])
        return
    columns = {
        column: match[1].upper()
        for column in table.columns
        if (match := _BAND.match(table.heads[column].replace("£", "").strip()))
    }
    if len(set(columns.values())) == len(columns) >= 5:
        for place in table.body:
            cells = [((place, column), band) for column, band in columns.items()]
            yield from _bands(table, cells, table.labels[place])


def _bands(table: NumberTable, cells: list[tuple[Where, str]], words: str) -> Iterator[Equation]:
    held = [
        (where, band, cell)
        for where, band in cells
        if isinstance(cell := table.cells[where[0]][where[1]], Figure) and cell.places == 2
    ]
    if len(held) < 5 or "%" in words:
        return
    for shares in (_ENGLAND, _SCOTLAND):
        if any(band not in shares for _, band, _ in held):
            continue
        whole = _whole(held, shares)
        if whole is None:
            continue
        for where, band, cell in held:
            value = (whole * shares[band] / shares["D"]).quantize(Decimal("0.01"))
            if abs(cell.value - value) <= Decimal("0.02"):
                continue
            ninths = f"{shares[band]}/{shares['D']}"
            finding = TextFinding(
                place=table.grid.cell_place(*where),
                quote=f"Band {band} {cell.text}",
                message=f"Band {band} is {ninths} of Band D: {ninths} × {whole:,.2f} = "
                f"{value:,}, but the table says {cell.text}; {len(held) - 1} other bands compute.",
                confidence=Confidence.HIGH,
                cure="Correct the tax of the band",
            )
            yield Equation(
                rule=BANDS,
                total=where,
                cells=frozenset({where}),
                holds=False,
                needs={where: value},
                slack=Decimal("0.02"),
                finding=finding,
            )
        return


def _whole(held: list[tuple[Where, str, Figure]], shares: dict[str, Decimal]) -> Decimal | None:
    """The tax of Band D to which all bands but one keep."""
    for _, band, cell in held:
        whole = (cell.value * shares["D"] / shares[band]).quantize(Decimal("0.01"))
        if band != "D":
            known = [c.value for _, b, c in held if b == "D"]
            if known and abs(known[0] - whole) <= 2 * _ALMOST:
                whole = known[0]
        kept = sum(
            abs(one.value - whole * shares[b] / shares["D"]) <= 2 * _ALMOST for _, b, one in held
        )
        if whole and kept >= len(held) - 1 and kept >= 4:
            return whole
    return None
