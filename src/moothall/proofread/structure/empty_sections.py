"""Empty sections: a numbered heading with the next one straight under it, marked or not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.structure.title_lines import title_lines


def next_in_number(heading: Heading, after: Heading) -> bool:
    """Whether two headings are numbered one after the other: "10." and "11.", "3.1" and "3.2"."""
    one, other = (re.findall(r"\d+", each.number) for each in (heading, after))
    if not one or len(one) != len(other) or one[:-1] != other[:-1]:
        return False
    return int(other[-1]) == int(one[-1]) + 1


_NUMBERED_LINE = Expression(r"^(?P<number>\d{1,2})\.?\s+(?P<title>[A-Z][^.;:?]{2,70})$")


def empty_between_lines(report: Report) -> Iterator[TextFinding]:
    """“5. Level of reserves” and then “6. Review” with its 6.1, where no headings are marked."""
    lines = [block for block in report.blocks if not isinstance(block, Image)]
    numbers = {
        block.number.rstrip(".").partition(".")[0]
        for block in report.prose
        if "." in block.number.rstrip(".")
    }
    for one, other, after in zip(lines, lines[1:], lines[2:], strict=False):
        if not (isinstance(one, Prose) and isinstance(after, Prose)) or isinstance(other, Grid):
            continue
        first = _NUMBERED_LINE.match(one.text)
        text = f"{other.number} {other.text}" if isinstance(other, Heading) else other.text
        second = _NUMBERED_LINE.match(text.strip())
        if first is None or second is None or len(numbers) < 3 or first["number"] in numbers:
            continue
        begun = after.number.startswith(f"{second['number']}.")
        if int(second["number"]) == int(first["number"]) + 1 and begun:
            yield TextFinding(
                place=one.place,
                quote=one.text,
                message=f"Nothing stands under the heading “{first['title']}”: the next is "
                f"“{second['title']}”.",
                confidence=Confidence.MEDIUM,
                cure="Write the section, or take the heading out.",
            )


_FOOTNOTE = Expression(r"^\W*\d{1,2}\s?[A-Z][^.]{0,120}\.?$|^\W*page \d", re.IGNORECASE)
_MAY_STAND_ALONE = Expression(
    r"^(?:appendi|annex|attach|enclos|background (?:papers|documents)|contact|report author|"
    r"(?:corporate |other )?implications$|signature|signed)",
    re.IGNORECASE,
)


def title_lines_without_text(report: Report) -> Iterator[TextFinding]:
    """“5. Costs” with “6. Risks” for its next line; or “8. Conclusions”, and the paper ends."""
    lines = () if are_minutes(report) else title_lines(report)
    empty = [
        (one, f"the next is “{after.words}”")
        for one, after in pairwise(lines)
        if one.alone and after.order == one.order + 1 and after.number == one.number + 1
    ]
    rest = report.blocks[lines[-1].order + 1 :] if lines else ()
    # a text that breaks off at a title has been cut; one that goes on with its footnotes has not
    if rest and lines[-1].alone and all(isinstance(block, Prose) for block in rest):
        notes = [block for block in rest if isinstance(block, Prose) and _is_note(block)]
        if len(notes) == len(rest):
            empty.append((lines[-1], "the paper ends there"))
    if len(empty) * 3 > len(lines):
        return  # a list, or a page of contents
    for line, what in empty:
        if not line.marked and not _MAY_STAND_ALONE.match(line.words):
            yield TextFinding(
                place=line.place,
                quote=f"{line.number}. {line.words}",
                message=f"Nothing stands under the heading “{line.words}”: {what}.",
                confidence=Confidence.MEDIUM,
                cure="Write the section, or take the heading out.",
            )


def _is_note(block: Prose) -> bool:
    return not block.number and not block.bullet and bool(_FOOTNOTE.match(block.text))


_MINUTE = Expression(
    r"^(?P<number>\d{1,4})\.?\s+(?P<title>To\s[^.;?]{3,110}(?=\.$)|[A-Z][^.;?]{3,110}$)"
)
"""A title ends in a stop only where it says what was to be done: “8. To adopt the accounts.”"""
_ITEM = Expression(r"^\W*\(?(?:agenda )?item \d{1,2}\)?\W*$", re.IGNORECASE)
_FEWEST_MINUTES = 3
_SAYS_IT = Expression(r":\s*\w{3,}|\b(?:as|see|recorded|listed|shown) above\b", re.IGNORECASE)
"""A title that is its own minute: “1. Apologies: recorded above”."""


def minutes_without_a_word(report: Report) -> Iterator[TextFinding]:
    """“79. Updates (Item 4)” and then “80. Settlement (Item 5)”: nothing is minuted under 79."""
    if not are_minutes(report):
        return
    lines = [
        (f"{block.number} {block.text}".strip(), block)
        for block in report.blocks
        if isinstance(block, Heading | Prose) and not _ITEM.match(block.text)
    ]
    titles = [(place, m) for place, (line, _) in enumerate(lines) if (m := _MINUTE.match(line))]
    run = [
        (one, other)
        for one, other in pairwise(titles)
        if int(other[1]["number"]) == int(one[1]["number"]) + 1
    ]
    empty = [(one, other) for one, other in run if other[0] == one[0] + 1]
    if len(run) < _FEWEST_MINUTES or len(empty) != 1:
        return  # more than one: an agenda, or a list of decisions
    (place, title), (_, following) = empty[0]
    if _SAYS_IT.search(title["title"]):
        return
    yield TextFinding(
        place=lines[place][1].place,
        quote=lines[place][0],
        message=f"Nothing is minuted under “{title['title']}”: the next is "
        f"“{following['number']} {following['title']}”.",
        confidence=Confidence.MEDIUM,
        cure="Write the minute, or take the heading out.",
    )
