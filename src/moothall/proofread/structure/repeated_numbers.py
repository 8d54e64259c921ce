"""Numbers of paragraphs that repeat: one alone, or all of them from some number on.

A list of its own, an annex or a quotation counts from 1 again; what goes on from 8, though there is
an 8 already, was put in without a look at the numbers before it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Image, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.structure.numbering import (
    Printed,
    numbered_parts,
    opening,
    same_words,
    siblings,
)


def paragraph_numbers_do_not_repeat(report: Report) -> Iterator[TextFinding]:
    """Two different paragraphs of one part of a report carry one number."""
    for part in numbered_parts(report):
        for run in siblings(part).values():
            if len(run) < 3:
                yield from _one_number_for_two(report, part, run)
                continue
            first: dict[tuple[int, ...], Printed] = {}
            again: set[int] = set()
            for index, printed in enumerate(run):
                earlier = first.setdefault(printed.parts, printed)
                if earlier is printed or same_words(earlier.text, printed.text):
                    continue
                if index in again:
                    # told with the number at which the counting went back
                    if run[index - 1].parts == printed.parts:
                        yield _repeat(run[index - 1], printed, run[index - 1], None)
                    continue
                if back := _gone_back(run, index):
                    again.update(range(index, index + len(back)))
                    yield _used_again(run[index - 1], back, earlier)
                    continue
                after = run[index + 1].parts[-1] if index + 1 < len(run) else None
                yield _repeat(earlier, printed, run[index - 1], after)


def _one_number_for_two(
    report: Report, part: list[Printed], run: list[Printed]
) -> Iterator[TextFinding]:
    """A section with two paragraphs, both of them 2.3.1."""
    if len(run) == 2 and run[0].parts == run[1].parts:
        found = _under_another_section(report, *run) or _one_after_the_other(part, *run)
        if found:
            yield found


def _one_after_the_other(
    part: list[Printed], earlier: Printed, printed: Printed
) -> TextFinding | None:
    """2.3.1 and, next to it, another 2.3.1: no number at all stands between the two."""
    beside = any(one is earlier and other is printed for one, other in pairwise(part))
    if not beside or earlier.heading != printed.heading or same_words(earlier.text, printed.text):
        return None
    return _repeat(earlier, printed, earlier, None)


def _gone_back(run: list[Printed], index: int) -> list[Printed]:
    """The paragraphs that go on from a number that stands already: 2.18, 2.19, 2.8, 2.9.

    A list of its own, an annex or a quotation would begin with 1: what goes on from 8 does not.
    """
    before, here = run[index - 1], run[index]
    lost_nought = here.parts[-1] == 1 and before.parts[-1] >= 9
    if here.parts[-1] >= before.parts[-1] or here.heading or before.heading:
        return []
    back = [here]
    for printed in run[index + 1 :]:
        if printed.parts[-1] not in (back[-1].parts[-1], back[-1].parts[-1] + 1):
            break
        back.append(printed)
    if lost_nought:
        return back if len(back) == 1 and index == len(run) - 1 else []  # 6.9, 6.10, 6.1
    onward = here.parts[-1] > 2 and len(back) >= 3 and back[-1].parts[-1] <= before.parts[-1]
    return back if onward else []


def _used_again(before: Printed, back: list[Printed], earlier: Printed) -> TextFinding:
    here, last = back[0], back[-1]
    if len(back) == 1:
        message = f"{before.number} is followed by {here.number}, which stands already: "
    else:
        message = (
            f"After {before.number} the numbers {here.number} to {last.number} are used again: "
        )
    return TextFinding(
        place=here.place,
        quote=here.quote,
        message=f"{message}{here.number} is “{opening(earlier.text)}” and “{opening(here.text)}”.",
        confidence=Confidence.MEDIUM,
        cure="Renumber, and check the references to them.",
    )


def _under_another_section(
    report: Report, earlier: Printed, printed: Printed
) -> TextFinding | None:
    """A second 8.1, where the heading of section 9 stands between the two."""
    if earlier.parts != printed.parts or same_words(earlier.text, printed.text):
        return None
    following = re.compile(rf"^{printed.parts[0] + 1}\.?\s+[A-Z]")
    for block in report.blocks[earlier.order + 1 : printed.order]:
        if isinstance(block, Grid | Image):
            continue
        line = f"{block.number} {block.text}".strip()
        if len(line) <= 90 and following.match(line):
            return TextFinding(
                place=printed.place,
                quote=printed.quote,
                message=f"The number {printed.number} stands a second time, under “{line}”.",
                confidence=Confidence.MEDIUM,
                cure="Renumber, and check the references to it.",
            )
    return None


def _repeat(earlier: Printed, printed: Printed, before: Printed, after: int | None) -> TextFinding:
    last, here = before.parts[-1], printed.parts[-1]
    # 2.3, 2.3, 2.4 and 2.6, 2.3, 2.8 are slips; anything else may be another list or a quotation
    slip = (last == here and after in (None, here + 1, here + 2)) or (
        after is not None and after == last + 2
    )
    # a heading and a paragraph of one number may belong together, unless the next number is missing
    heading = earlier.heading != printed.heading and after != here + 2
    return TextFinding(
        place=printed.place,
        quote=printed.quote,
        message=f"The number {printed.number} is given twice: "
        f"“{opening(earlier.text)}” and “{opening(printed.text)}”.",
        confidence=Confidence.MEDIUM if slip and not heading else Confidence.LOW,
        cure="Renumber, and check the references to it.",
    )


RULES: tuple[Rule, ...] = (paragraph_numbers_do_not_repeat,)
