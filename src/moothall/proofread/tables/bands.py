"""Bands: ages, sums of money and the like that are cut into bands, each value in one of them.

"0-4, 5-10, 10-14" counts ten-year-olds twice, "0-4, 6-10" loses the fives.  Bands that are not a
division of one whole (0-15 beside 0-4, the ages that two services are for) are left alone, and so
are spans of years, clock times and pages.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, read_once
from moothall.proofread.tables.bounds import (
    BROKEN,
    Band,
    Joint,
    band_of_cell,
    bands_in,
    first_band,
    joint,
    leading_band,
)
from moothall.proofread.tables.scores_of_risks import are_scores_of_risks, score_between

_NO_BAND_HEAD = Expression(
    r"page|time|date|paragraph|section|ref|phone|clause|week|session", re.IGNORECASE
)
_AGES = Expression(r"\baged?\b|\bages\b|year[- ]olds?|\byears? old\b|\bunder \d|\bplus\b", re.I)


@dataclass(frozen=True, slots=True)
class _Run:
    """Bands that follow one another, each with its place."""

    bands: tuple[Band, ...]
    places: tuple[Place, ...]
    words: str
    """What is said around them."""
    listed: bool
    """Whether they stand in running text, where a list is written more loosely."""


def bands_neither_overlap_nor_leave_gaps(report: Report) -> Iterator[TextFinding]:
    """Bands that divide one whole take in each value once."""
    for run in _runs(report):
        yield from _wrong_joints(run)


def _wrong_joints(run: _Run) -> Iterator[TextFinding]:
    joints = [joint(one, other) for one, other in pairwise(run.bands)]
    if Joint.NESTED in joints:
        return
    if are_scores_of_risks(run.words, run.bands[-1].high):
        yield from _lost_scores(run, joints)
        return
    meeting = joints.count(Joint.MEET)
    sharing = joints.count(Joint.SHARE)
    ages = bool(_AGES.search(run.words))
    if sharing and sharing == len(joints):
        # "£0-£100, £100-£200" is a way of writing; ages are whole years.
        confidence = Confidence.MEDIUM if ages and not run.bands[0].unit else Confidence.LOW
        yield _joint_finding(run, 0, Joint.SHARE, confidence)
        return
    if (lost := _between_whole_percentages(run, joints)) is not None:
        yield _joint_finding(run, lost, Joint.GAP, Confidence.MEDIUM)
        return
    wrong = [n for n, one in enumerate(joints) if one is not Joint.MEET]
    if not wrong or (len(wrong) > 1 and len(wrong) >= meeting):
        return
    for place in wrong:
        kind = joints[place]
        confidence = Confidence.MEDIUM
        mixed = kind is Joint.SHARE and meeting > 0  # one bound in both, another not: a slip
        loose = run.listed and not ages and not _takes_in_all(run) and meeting < 2
        if meeting == 0 or (loose and not mixed):
            confidence = Confidence.LOW
        elif kind is Joint.SHARE and run.listed and run.bands[place].unit == "%":
            confidence = (
                Confidence.LOW
            )  # a share is measured finely: to share a bound loses nothing
        elif kind in (Joint.OVERLAP, Joint.SHARE) and (ages or meeting > 1):
            confidence = Confidence.HIGH
        elif kind is Joint.GAP and (loose or _only_the_bound(run, place)):
            confidence = Confidence.LOW
        yield _joint_finding(run, place, kind, confidence)


def _takes_in_all(run: _Run) -> bool:
    """Whether the first band begins with the least and the last has no end."""
    return run.bands[-1].high is None and run.bands[0].low in (None, 0, 1)


def _lost_scores(run: _Run, joints: list[Joint]) -> Iterator[TextFinding]:
    """Of scores only such matter as can come up; what two bands share is told as elsewhere."""
    for place, (one, other) in enumerate(pairwise(run.bands)):
        if joints[place] in (Joint.OVERLAP, Joint.SHARE, Joint.REPEAT):
            yield _joint_finding(run, place, joints[place], Confidence.MEDIUM)
        elif joints[place] is Joint.GAP and one.high is not None and other.low is not None:
            top = run.bands[-1].high
            lost = score_between(one.high, other.low, top) if top is not None else None
            if lost is not None:
                finding = _joint_finding(run, place, Joint.GAP, Confidence.MEDIUM)
                message = f"{one.text} is followed by {other.text}: a score of {lost} has no band."
                yield replace(finding, message=message)


_WIDE = Decimal("0.1")
"""What part of its bound a step from one whole percentage to the next must be to matter."""


def _between_whole_percentages(run: _Run, joints: list[Joint]) -> int | None:
    """ "Below 4%, 4% to 6%, 7% to 12%": all else meets at its bound, 6.5% is lost."""
    if any(one is not Joint.MEET for one in joints) or {b.unit for b in run.bands} != {"%"}:
        return None
    steps = [
        n
        for n, (one, other) in enumerate(pairwise(run.bands))
        if one.high is not None and other.low is not None and other.low > one.high
    ]
    if len(steps) != 1 or len(joints) < 3:
        return None
    one, other = run.bands[steps[0]], run.bands[steps[0] + 1]
    if not one.high or one.step != 1 or other.low is None:
        return None
    return steps[0] if (other.low - one.high) / one.high >= _WIDE else None


def _only_the_bound(run: _Run, place: int) -> bool:
    """ "Less than £10,000, £10,001 to …": only the bound itself is lost, to the penny."""
    one, other = run.bands[place], run.bands[place + 1]
    return one.unit == "£" and (one.below or other.above)


def _joint_finding(run: _Run, place: int, kind: Joint, confidence: Confidence) -> TextFinding:
    one, other = run.bands[place], run.bands[place + 1]
    if kind is Joint.GAP:
        message = f"{one.text} is followed by {other.text}: no band takes in {_lost(one, other)}."
        cure = "Close the gap or say what is left out"
    elif kind is Joint.REPEAT:
        message = f"The band {one.text} stands twice."
        cure = "Take one out or correct its bounds"
    else:
        shared = f"{other.low:,}" if kind is Joint.SHARE else f"{other.low:,} to {one.high:,}"
        message = f"{one.text} and {other.text} both take in {shared}."
        cure = "Let each value fall in one band"
    return TextFinding(
        place=run.places[place + 1],
        quote=_quoted(run, one, other),
        message=message,
        confidence=confidence,
        cure=cure,
    )


def _quoted(run: _Run, one: Band, other: Band) -> str:
    """The bands as they stand in running text or in their items; of a table the two bands."""
    words = run.words
    if run.listed and words[one.start : one.end].strip() == one.text and other.end > one.end:
        return around(words, one.start, other.end, 30)
    items = [
        next((item for item in words.split("; ") if band.text in item), "") for band in (one, other)
    ]
    return "; ".join(items) if run.listed and all(items) else f"{one.text}, {other.text}"


def _lost(one: Band, other: Band) -> str:
    if one.unit == other.unit == "%" and one.high and other.low == one.high + one.step:
        return f"what lies between {one.high:,}% and {other.low:,}%"
    low = (one.high or Decimal(0)) + (0 if one.below else one.step)
    high = (other.low or Decimal(0)) - (0 if other.above else other.step)
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


# --- where bands stand ----------------------------------------------------------------------------


def _runs(report: Report) -> Iterator[_Run]:
    for grid in report.grids:
        yield from _runs_of_grid(grid)
    for listed in _lists(report):
        bands = listed.bands
        if len(bands) >= 3:
            places = tuple(listed.place for _ in bands)
            yield from _split(list(zip(bands, places, strict=True)), listed.text, listed=True)


def _runs_of_grid(grid: Grid) -> Iterator[_Run]:
    width = len(grid.rows[0]) if grid.rows else 0
    for column in range(width):
        head = " ".join(row[column] for row in grid.rows[: max(1, grid.head_rows)])
        of_money = any("£" in row[column] for row in grid.rows[grid.head_rows :])
        tops = [band.high for row in grid.rows if (band := band_of_cell(row[column])) is not None]
        of_risks = any(are_scores_of_risks(f"{head} score", top) for top in tops)
        if _NO_BAND_HEAD.search(head) and not (of_money or of_risks):
            continue
        held = [
            (band_of_cell(row[column]), grid.cell_place(number, column))
            for number, row in enumerate(grid.rows)
            if row[column].strip()
        ]
        words = f"{head} {grid.caption} {' '.join(row[column] for row in grid.rows[:4])}"
        yield from _consecutive(held, words)
    for number, row in enumerate(grid.rows[: grid.head_rows or 1]):
        across = [
            (band_of_cell(text), grid.cell_place(number, column))
            for column, text in enumerate(row)
            if text.strip()
        ]
        yield from _consecutive(across, f"{grid.caption} {' '.join(row)}")


def _consecutive(held: list[tuple[Band | None, Place]], words: str) -> Iterator[_Run]:
    run: list[tuple[Band, Place]] = []
    for band, place in [*held, (None, Place())]:
        if band is not None:
            run.append((band, place))
            continue
        if len(run) >= 3:
            yield from _split(run, words, listed=False)
        run = []


def _split(run: list[tuple[Band, Place]], words: str, *, listed: bool) -> Iterator[_Run]:
    """Runs that begin anew ("0-4 … 65+, 0-4 …") apart, and those that go downwards turned."""
    lows = [band.low for band, _ in run if band.low is not None]
    if len(lows) > 1 and lows[0] > lows[-1] and lows == sorted(lows, reverse=True):
        run = run[::-1]
    part: list[tuple[Band, Place]] = []
    for band, place in run:
        if part and (_begins_anew(part[-1][0], band) or part[-1][0].unit != band.unit):
            yield from _long_enough(part, words, listed=listed)
            part = []
        part.append((band, place))
    yield from _long_enough(part, words, listed=listed)


def _begins_anew(before: Band, band: Band) -> bool:
    if band.low is None:
        return True
    return before.low is not None and band.low < before.low


def _long_enough(part: list[tuple[Band, Place]], words: str, *, listed: bool) -> Iterator[_Run]:
    if len(part) >= 3:
        bands, places = zip(*part, strict=True)
        yield _Run(bands, places, words, listed)


# --- bands in running text ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Listed:
    """Bands listed in running text, each with the share beside it where one is."""

    text: str
    place: Place
    bands: tuple[Band, ...]
    shares: tuple[tuple[str, Decimal, Decimal], ...]
    """For each band the share as printed, its value and its step; empty where not each has one."""
    items: bool
    """Whether each band is an item of its own."""


_LONGEST_LINE, _OPENING = 120, 45
"""A line that is a band, whatever its unit: “Band 2: £14,001 to £20,000 – 75%”."""
_MOST = 40
"""No list of bands has more."""

_SENTENCE_END = Expression(r"\.\s+(?=[A-Z])")
_PERCENT = Expression(r"(?<![\d.,-])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)")


@read_once
def _lists(report: Report) -> tuple[_Listed, ...]:
    return tuple(_listed(report))


def _listed(report: Report) -> Iterator[_Listed]:
    items: list[tuple[Prose, Band, str]] = []
    for block in report.blocks:
        if not isinstance(block, Prose):
            yield from _of_items(items)
            items = []
            continue
        if not any(sign.isdigit() for sign in block.text):
            yield from _of_items(items)
            items = []
            continue
        bands = bands_in(block.text)
        if not bands and len(block.text) < _LONGEST_LINE:
            first = first_band(block.text)
            bands = [first] if first is not None and first.start < _OPENING else []
        if block.bullet and not bands and (lead := leading_band(block.text)) is not None:
            bands = [lead]
        if len(bands) == 1 and len(block.text) < 200:
            items.append((block, bands[0], block.text))
            continue
        yield from _of_items(items)
        items = []
        for group in _grouped(block.text, bands):
            shares = _shares_beside(block.text, group)
            yield _Listed(block.text, block.place, tuple(group), shares, items=False)
    yield from _of_items(items)


def _of_items(items: list[tuple[Prose, Band, str]]) -> Iterator[_Listed]:
    """The items of a list, each with one band."""
    if len(items) < 3:
        return
    found = [_PERCENT.search(text) for _, band, text in items if band.unit != "%"]
    shares = tuple(_share(match) for match in found if match)
    yield _Listed(
        "; ".join(text for _, _, text in items),
        items[0][0].place,
        tuple(band for _, band, _ in items),
        shares if len(shares) == len(items) else (),
        items=True,
    )


def _share(match: re.Match[str]) -> tuple[str, Decimal, Decimal]:
    places = len(match[1].partition(".")[2])
    return f"{match[1]}%", Decimal(match[1]), Decimal(1).scaleb(-places)


def _grouped(text: str, bands: list[Band]) -> Iterator[list[Band]]:
    """Bands that stand close together, in one list."""
    group: list[Band] = []
    for band in bands:
        between = text[group[-1].end : band.start] if group else ""
        # No full stop that ends a sentence, and no words that make it a comparison or an aside.
        broken = len(between) > 60 or re.search(r"\.\s+[A-Z]|\bcompared\b|\bversus\b", between)
        if group and broken:
            if 3 <= len(group) <= _MOST:
                yield group
            group = []
        group.append(band)
    if 3 <= len(group) <= _MOST:
        yield group


def _shares_beside(text: str, bands: list[Band]) -> tuple[tuple[str, Decimal, Decimal], ...]:
    """One share for each band: all before their bands, or all after; where both, those nearer 100.

    A share in the sentence before, or in the next, is of something else.
    """
    reach = 45
    start, end = max(0, bands[0].start - reach), bands[-1].end + reach
    for stop in _SENTENCE_END.finditer(text, start, bands[0].start):
        start = stop.end()
    if ended := _SENTENCE_END.search(text, bands[-1].end, end):
        end = ended.start()
    matches = list(_PERCENT.finditer(text, start, min(end, len(text))))
    before: list[tuple[str, Decimal, Decimal]] = []
    after: list[tuple[str, Decimal, Decimal]] = []
    for number, band in enumerate(bands):
        since = bands[number - 1].end if number else start
        until = bands[number + 1].start if number + 1 < len(bands) else end
        ahead = [m for m in matches if since <= m.start() < band.start]
        behind = [m for m in matches if band.end <= m.start() < until]
        if len(ahead) == 1:
            before.append(_share(ahead[0]))
        if len(behind) == 1:
            after.append(_share(behind[0]))
    whole = [shares for shares in (before, after) if len(shares) == len(bands)]
    return tuple(min(whole, key=_from_a_hundred, default=()))


def _from_a_hundred(shares: Iterable[tuple[str, Decimal, Decimal]]) -> Decimal:
    return abs(sum((value for _, value, _ in shares), Decimal(0)) - 100)


def shares_of_bands_make_a_hundred(report: Report) -> Iterator[TextFinding]:
    """Where bands take in every age, or a list sets out to, their shares add up to 100 %."""
    for listed in _lists(report):
        bands, shares = listed.bands, listed.shares
        if len(shares) < 3 or any(_nests(one, other) for one, other in pairwise(bands)):
            continue
        total = sum((value for _, value, _ in shares), Decimal(0))
        slack = sum((step for _, _, step in shares), Decimal(0)) / 2
        off = abs(total - 100)
        if off <= max(slack, Decimal(1)) or not 50 <= total <= 150:
            continue
        working = " + ".join(text for text, _, _ in shares) + f" = {total.normalize():f}%"
        if total < 100 and _THE_OTHERS.search(listed.text):
            continue  # “age is not known for the other 5%”
        if bands[-1].high is None:
            confidence = Confidence.HIGH
            message = f"{working}, though the last band is open and the bands take in everybody."
        elif total > 100 and all(_adjoin(one, other) for one, other in pairwise(bands)):
            confidence = Confidence.HIGH
            message = f"{working}, more than a whole."
        elif total < 100 and _begins_at_nought(bands[0]):
            confidence = Confidence.MEDIUM if listed.items else Confidence.LOW
            message = f"{working}: the bands stop at {bands[-1].high} and the rest is not shown."
        else:
            continue
        yield TextFinding(
            place=listed.place,
            quote=listed.text[max(0, bands[0].start - 20) :]
            if not listed.items
            else (f"{bands[0].text} … {bands[-1].text}"),
            message=message,
            confidence=confidence,
            cure="Correct the shares, or say who is left out",
        )


_THE_OTHERS = Expression(
    r"\b(?:not (?:known|stated|given|recorded|say)|unknown|prefer(?:red)? not|did not (?:say|"
    r"answer)|"
    r"the (?:rest|others?|remaind\w+|remaining))\b",
    re.IGNORECASE,
)


def _nests(one: Band, other: Band) -> bool:
    return joint(one, other) in (Joint.NESTED, Joint.REPEAT)


def _adjoin(one: Band, other: Band) -> bool:
    return joint(one, other) in (Joint.MEET, Joint.SHARE)


def _begins_at_nought(band: Band) -> bool:
    return band.low is None or band.low == 0


def a_band_is_written_whole(report: Report) -> Iterator[TextFinding]:
    """A band has a dash between its bounds ("aged 0 4" has lost it)."""
    for prose in report.prose:
        for match in BROKEN.finditer(prose.text):
            if Decimal(match["low"]) >= Decimal(match["high"]):
                continue
            yield TextFinding(
                place=prose.place,
                quote=prose.text[match.start() : match.end() + 30],
                message=f"“{match[0]}” has no dash or “to” between its bounds.",
                confidence=Confidence.LOW,
                cure=f"Write “{match['low']} to {match['high']}”",
            )


RULES: tuple[Rule, ...] = (
    bands_neither_overlap_nor_leave_gaps,
    shares_of_bands_make_a_hundred,
    a_band_is_written_whole,
)
