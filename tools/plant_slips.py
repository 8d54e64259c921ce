"""How many slips the proofreader finds where one at a time is planted in a correct paper.

A slip is what happens when a paper is edited in haste: a digit, a day, a year, a word for which way
a figure went, a reference, a unit.  It is put in by rule and not by hand, so that nobody who knows
the proofreader can choose its words.  Each is planted alone; it counts as found where a new finding
is shown by default that quotes or names what was put in or what it stood for.  Many slips cannot be
proved from the paper alone (a year that stands once), so the share found is a floor.

    python tools/plant_slips.py PAPER…            the share found, kind by kind
    python tools/plant_slips.py --missed PAPER…   and each that was not found, with its line
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from moothall.files.reports.report_file import read_bytes
from moothall.proofread.finding import TextFinding
from moothall.proofread.rules import proofread_all

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WAYS = {
    "increase": "decrease",
    "increased": "decreased",
    "decreased": "increased",
    "rose": "fell",
    "fell": "rose",
    "risen": "fallen",
    "fallen": "risen",
    "overspend": "underspend",
    "underspend": "overspend",
    "higher": "lower",
    "lower": "higher",
    "up from": "down from",
    "down from": "up from",
}
_UNITS = {"m": ("k", "bn"), "k": ("m",), "bn": ("m",)}
_OF_EACH_KIND = 6
"""So many slips of a kind are planted in one paper."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is put in place of a stretch of a paper's text."""

    start: int
    end: int
    text: str


_Plant = Callable[[str, random.Random], Iterator[Slip]]


def _other_digit(number: str, chance: random.Random) -> str:
    """The number with one digit changed, not the last: that could be rounding."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    place = chance.choice(places[:-1] or places)
    digit = chance.choice([digit for digit in "123456789" if digit != number[place]])
    return number[:place] + digit + number[place + 1 :]


def _figure_told_twice(text: str, chance: random.Random) -> Iterator[Slip]:
    told = defaultdict(list)
    for match in re.finditer(
        r"(?<![\w.,/£–-])£?\d[\d,]*(?:\.\d+)?(?:m|bn|k|%)?(?![\w/]|[.,]\d)", text
    ):
        figure = match[0].strip("£")
        digits = len(re.sub(r"\D", "", figure))
        if digits >= 3 and not re.fullmatch(r"(?:19|20)\d\d,?|0+", figure):
            told[figure].append(match)
    for matches in told.values():
        lines = {text.count("\n", 0, match.start()) for match in matches}
        if 2 <= len(matches) <= 4 and len(lines) > 1:
            one = chance.choice(matches)
            slipped = _other_digit(one[0], chance)
            if slipped.strip("£") not in told:
                yield Slip(one.start(), one.end(), slipped)


def _cell_of_a_table_that_casts(text: str, chance: random.Random) -> Iterator[Slip]:
    for table in re.finditer(r"(?:^\|[^\n]*\n?)+", text, re.MULTILINE):
        if not re.search(r"\|\s*\**(?:grand |sub-?)?total", table[0], re.IGNORECASE):
            continue
        cells = list(re.finditer(r"\|\s*\**\(?-?£?(\d[\d,]+(?:\.\d+)?)\)?\**\s*(?=\|)", table[0]))
        for cell in chance.sample(cells, min(2, len(cells))):
            start = table.start() + cell.start(1)
            yield Slip(start, start + len(cell[1]), _other_digit(cell[1], chance))


def _weekday(text: str, chance: random.Random) -> Iterator[Slip]:
    for match in re.finditer(
        rf"\b({'|'.join(_DAYS)})"
        rf"(?=,? (?:the )?\d\d?(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS}),? 20\d\d)",
        text,
    ):
        day = chance.choice([day for day in _DAYS if day != match[1]])
        yield Slip(match.start(), match.end(), day)


def _date_told_twice(text: str, chance: random.Random) -> Iterator[Slip]:
    told = defaultdict(list)
    for match in re.finditer(rf"(?<!\d)(\d\d?)(?= ((?:{_MONTHS}) 20\d\d))", text):
        told[match[1], match[2]].append(match)
    for matches in told.values():
        if len(matches) > 1:
            one = chance.choice(matches)
            day = int(one[1])
            moved = day + chance.choice((1, 2, 7)) if day < 21 else day - chance.choice((1, 3, 7))
            yield Slip(one.start(), one.end(), str(moved))


def _year_before(text: str, _chance: random.Random) -> Iterator[Slip]:
    for match in re.finditer(r"(?<!\d)20(\d\d)([/–-])(\d\d)(?!\d|[/–-])", text):
        year = int(match[1]) - 1
        yield Slip(match.start(), match.end(), f"20{year:02d}{match[2]}{year + 1:02d}")


def _share_in_brackets(text: str, chance: random.Random) -> Iterator[Slip]:
    for match in re.finditer(r"(?<=\d\s\()\d\d?(?:\.\d)?(?=%\))", text):
        share = float(match[0])
        moved = share + (chance.choice((9, 14, -8)) if share > 12 else 11)
        yield Slip(match.start(), match.end(), f"{moved:.{'1' if '.' in match[0] else '0'}f}")


def _way_of_a_figure(text: str, _chance: random.Random) -> Iterator[Slip]:
    for match in re.finditer(rf"\b({'|'.join(_WAYS)})\b(?=[^.\n|]{{0,60}}\d)", text):
        sentence = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())]
        if len(re.findall(r"\d[\d,.]*", sentence)) >= 2:
            yield Slip(match.start(), match.end(), _WAYS[match[1]])


def _unit_of_a_sum(text: str, chance: random.Random) -> Iterator[Slip]:
    for match in re.finditer(r"(?<=\d)(m|k|bn)\b", text):
        if re.search(r"£[\d.,]+$", text[: match.start()]):
            yield Slip(match.start(), match.end(), chance.choice(_UNITS[match[1]]))


def _number_of_a_paragraph(text: str, chance: random.Random) -> Iterator[Slip]:
    found = list(re.finditer(r"^(\d+)\.(\d+)(?= )", text, re.MULTILINE))
    for one, after in pairwise(found):
        if int(after[2]) == int(one[2]) + 1:
            moved = int(after[2]) + chance.choice((1, -1))
            yield Slip(after.start(), after.end(), f"{after[1]}.{moved}")


def _reference_to_a_paragraph(text: str, chance: random.Random) -> Iterator[Slip]:
    last: Counter[str] = Counter()
    for match in re.finditer(r"^(?:#+ )?(\d+)\.(\d+)\b", text, re.MULTILINE):
        last[match[1]] = max(last[match[1]], int(match[2]))
    for match in re.finditer(r"(?<=\bparagraph )(\d+)\.(\d+)\b", text):
        if last[match[1]]:
            beyond = last[match[1]] + chance.choice((1, 2, 3))
            yield Slip(match.start(), match.end(), f"{match[1]}.{beyond}")


def _row_twice(text: str, _chance: random.Random) -> Iterator[Slip]:
    for table in re.finditer(r"^\|[\s:|-]+\|\n((?:\|[^\n]*\|\n)+)", text, re.MULTILINE):
        for row in re.finditer(r"\|[^\n]*\d[^\n]*\|\n", table[1]):
            end = table.start(1) + row.end()
            yield Slip(end, end, row[0])


KINDS: dict[str, _Plant] = {
    "figure told twice": _figure_told_twice,
    "cell of a table that casts": _cell_of_a_table_that_casts,
    "row of a table twice": _row_twice,
    "share in brackets": _share_in_brackets,
    "which way a figure went": _way_of_a_figure,
    "unit of a sum": _unit_of_a_sum,
    "weekday": _weekday,
    "date told twice": _date_told_twice,
    "the year before": _year_before,
    "number of a paragraph": _number_of_a_paragraph,
    "reference to a paragraph": _reference_to_a_paragraph,
}


def is_found(text: str, slip: Slip, file: str, before: set[tuple[str, str]]) -> bool:
    """Whether a new finding, shown by default, is about what was planted."""
    planted = text[: slip.start] + slip.text + text[slip.end :]
    meant = text[slip.start : slip.end]
    put_in = max(slip.text.split("|"), key=len).strip(" *\n")  # of a row its longest cell
    return any(
        (put_in in finding.quote + finding.message or (meant and meant in finding.message))
        for finding in _found(planted, file)
        if (finding.quote, finding.message) not in before
    )


def _found(text: str, file: str) -> tuple[TextFinding, ...]:
    return proofread_all((read_bytes(text.encode(), file),), None, everything=False)


def main(arguments: list[str]) -> int:
    papers = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if not papers:
        print(__doc__)
        return 2
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for number, paper in enumerate(papers, 1):
        print(f"{number} of {len(papers)}: {paper.name}", file=sys.stderr)
        text = paper.read_text(encoding="utf-8", errors="replace")
        before = {(finding.quote, finding.message) for finding in _found(text, paper.name)}
        for kind, plant in KINDS.items():
            chance = random.Random(f"{paper.name} {kind}")  # noqa: S311  (the same slips each time)
            slips = list(plant(text, chance))
            for slip in chance.sample(slips, min(_OF_EACH_KIND, len(slips))):
                planted[kind] += 1
                if is_found(text, slip, paper.name, before):
                    found[kind] += 1
                elif "--missed" in arguments:
                    print(_missed(kind, text, slip))
    print("| slip | planted | found |\n|---|---|---|")
    for kind in KINDS:
        if planted[kind]:
            share = 100 * found[kind] / planted[kind]
            print(f"| {kind} | {planted[kind]} | {found[kind]} ({share:.0f} %) |")
    return 0


def _missed(kind: str, text: str, slip: Slip) -> str:
    start, end = text.rfind("\n", 0, slip.start) + 1, text.find("\n", slip.end)
    line = text[start : slip.start] + slip.text + text[slip.end : end if end > 0 else len(text)]
    return f"{kind}: “{text[slip.start : slip.end]}” → “{slip.text.strip()}” in: {line.strip()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
