"""Numbered savings that one sentence calls lasting, and another, or their row, calls one-off.

“Savings S1 to S4 are recurrent. Saving S3 is one-off and must be replaced”: S3 is one of S1 to S4.
Both sentences name their savings by number, so that it does not matter where they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import paragraphs
from moothall.proofread.savings.one_off_rows import ONCE_WORDS

_CODE = r"(?:[A-Z]{1,4}[-/ ]?\d{1,3}|\d{1,3}|[A-H]\b)"
_LIST = rf"{_CODE}(?:(?:,? and |, | to |[-–]|,? & ){_CODE})*"
_NAMED = Expression(
    rf"\b(?:(?P<noun>[Ss]avings?|[Pp]roposals?|[Ii]tems?|[Oo]ptions?|[Mm]easures?|[Ll]ines?|"
    rf"[Pp]ressures?|[Gg]rants?|[Rr]eductions?|[Rr]ows?|[Bb]ids?)\s(?P<few>{_LIST})|"
    rf"(?P<bare>(?:[A-Z]{{1,4}}[-/]?\d{{1,3}})(?:(?:,? and |, | to |[-–]|,? & )"
    rf"[A-Z]{{1,4}}[-/]?\d{{1,3}})*))"
)
_PART = Expression(
    r"(?P<prefix>[A-Z]{0,4}[-/ ]?)(?P<number>\d{1,3})|(?P<letter>\b[A-H]\b)|(?P<to> to |[-–])"
)
_GAP = r"(?:,? (?:which|that|each|all|both|in table \w+))*\s"
_IS = r"(?:is|are|was|were|will be|would be)\s(?:all |each |both |only |now |an? |made )*"
_IS_ONCE = Expression(
    rf"^(?:\s\([^)]{{1,60}}\))?{_GAP}(?:{_IS}(?:{ONCE_WORDS}|temporary|time-limited|deferrals?\b)|"
    r"(?:will )?(?:arises?|falls?|comes?|happens?) (?:only )?(?:once|in 20\d\d(?:[-/–]\d\d)? "
    r"(?:only|alone)))",
    re.IGNORECASE,
)
_IS_LASTING = Expression(
    rf"^(?:\s\([^)]{{1,60}}\))?{_GAP}(?:{_IS}(?:recurr(?:ent|ing)|on-?going|permanent|lasting|"
    r"continuing)\b|(?:will )?(?:recurs?|continues?) (?:in |each |every |into ))",
    re.IGNORECASE,
)
_GATE = ("one", "recur", "ongoing", "on-going", "permanent", "once", "only", "lasting", "contin")
_SET_APART = Expression(
    r"\b(?:except|apart from|other than|excluding|save for|not)\b", re.IGNORECASE
)
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Said:
    place: Place
    quote: str
    words: str


def a_numbered_saving_comes_once_or_lasts(report: Report) -> Iterator[TextFinding]:
    """“S1 to S4 are recurrent”, and S3 is one-off."""
    once, lasting = _told(report)
    if not lasting:
        return
    for code, said in _one_off_rows(report).items():
        once.setdefault(code, said)
    told: set[str] = set()
    for code, said in lasting.items():
        other = once.get(code)
        if other is None or said.quote in told:
            continue
        told.add(said.quote)
        noun, _, number = code.rpartition(":")
        name = f"{noun.capitalize()} {number}" if noun else number
        yield TextFinding(
            place=said.place,
            quote=said.quote,
            message=f"{name} is among those called lasting (“{said.words}”), but “{other.words}” "
            f"says that it comes once ({other.place}).",
            confidence=Confidence.MEDIUM if noun else Confidence.HIGH,
            cure="Say which of the two it is; what comes once has to be found again next year.",
        )


def _told(report: Report) -> tuple[dict[str, _Said], dict[str, _Said]]:
    once: dict[str, _Said] = {}
    lasting: dict[str, _Said] = {}
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            folded = one.text.casefold()
            if not any(word in folded for word in _GATE) or _SET_APART.search(one.text):
                continue
            for match in _NAMED.finditer(one.text):
                rest = one.text[match.end() : match.end() + 160]
                found = (_IS_ONCE.match(rest), once), (_IS_LASTING.match(rest), lasting)
                for predicate, kept in found:
                    if predicate is None:
                        continue
                    words = f"{match[0]}{predicate[0]}"
                    said = _Said(paragraph.place, one.text, words)
                    for code in _codes(match["noun"] or "", match["few"] or match["bare"]):
                        kept.setdefault(code, said)
    return once, lasting


def _codes(noun: str, text: str) -> list[str]:
    """Every code of a list; “S1 to S4” holds S2 and S3.

    >>> _codes("Savings", "S1 to S3 and S7")
    ['S1', 'S2', 'S3', 'S7']
    """
    found: list[str] = []
    last: tuple[str, int] | None = None
    through = False
    for part in _PART.finditer(text):
        if part["to"]:
            through = last is not None
            continue
        prefix = (part["prefix"] or "").strip(" -/")
        number = int(part["number"]) if part["number"] else ord(part["letter"])
        if through and last is not None and prefix in (last[0], "") and number - last[1] < _MOST:
            first = last[1] + 1
        else:
            first = number
        prefix = last[0] if through and last is not None and not prefix else prefix
        found += [
            _code(noun, prefix, each, bool(part["letter"])) for each in range(first, number + 1)
        ]
        last, through = (prefix, number), False
    return found


def _code(noun: str, prefix: str, number: int, letter: bool) -> str:
    if prefix:
        return f"{prefix}{number}"
    return f"{noun.lower().rstrip('s')}:{chr(number) if letter else number}"


_ROW_CODE = Expression(r"^[A-Z]{1,4}[-/ ]?\d{1,3}$")
_ONCE_CELL = Expression(rf"^\W*(?:{ONCE_WORDS})", re.IGNORECASE)


def _one_off_rows(report: Report) -> dict[str, _Said]:
    """The codes whose own row says one-off in a cell of its own."""
    found: dict[str, _Said] = {}
    for grid in tables_of(report):
        for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
            code = row[0].strip()
            if not _ROW_CODE.match(code):
                continue
            cell = next((cell for cell in row[1:] if _ONCE_CELL.match(cell)), None)
            if cell is not None:
                said = _Said(
                    grid.cell_place(number, 0), " | ".join(row), f"{code} … {cell.strip()}"
                )
                found.setdefault(code.replace(" ", "").replace("-", "").replace("/", ""), said)
    return found


RULES: tuple[Rule, ...] = (a_numbered_saving_comes_once_or_lasts,)
