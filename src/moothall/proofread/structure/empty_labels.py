"""Labels with nothing beside or beneath: “Equality Implications:” and then “Contact details:”.

The labels and headings by which a council's report is laid out are words of a small stock; where
two of them follow each other, the first was not filled in.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.answers.assessments import no_placeholder_is_left_in
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once
from moothall.proofread.structure.empty_headings import a_heading_has_something_under_it
from moothall.proofread.wording.words import no_place_is_left_to_fill_in

_TOPIC = (
    r"financ\w+|legal|law|equalit\w+|diversity|inclusion|human rights|data protection|privacy|"
    r"property|assets?|staff\w*|workforce|human resources?|hr|personnel|climate(?: change)?|"
    r"carbon|environment\w*|sustainab\w+|health(?: and safety)?|wellbeing|well-being|"
    r"crime(?: and| &) disorder|community safety|safeguarding|procurement|commercial|resources?|"
    r"risks?|risk management|social value|children|young people|ict|digital|information|"
    r"communications?|policy|corporate|economic|rural|public health|bio-?diversity|capital|revenue"
)
_MATTER = r"implications?|impacts?|considerations?|comments?|issues|assessment|advice|management"
_PART = (
    r"(?:legal|finance|financial) (?:officer|comments)|monitoring officer(?:['’]s comments)?|"
    r"(?:section|s\.?) ?151 officer(?:['’]s comments)?|consult(?:ation|ees|ed)(?: and engagement)?|"
    r"engagement|(?:alternative |other )?options(?: considered| appraisal)?(?: and rejected)?|"
    r"consultation (?:undertaken|carried out)|alternatives(?: considered)?(?: and rejected)?|"
    r"reasons?(?: for (?:urgency|the decision|decision|"
    r"(?:the )?recommendations?|exemption|lateness))?|(?:purpose|summary)(?: of (?:the )?report)?|"
    r"(?:executive )?summary|recommendations?|background(?: papers?| information| documents)?|"
    r"introduction|conclusions?|next steps|(?:key )?(?:risks|dates|decision)|timetable|"
    r"appendices|list of appendices|contact(?: officers?| details| for enquiries)?|"
    r"(?:report )?authors?(?: and contact details)?|lead (?:officer|member)|cabinet member|"
    r"portfolio holder|wards?(?:\(s\))?(?: \w+)?(?: affected)?|ward members?(?: consulted)?|"
    r"exempt(?: information)?|urgen(?:cy|t)(?: decision)?|call-?in|forward plan(?: ref\w*)?|"
    r"public sector equality duty|equality impact assessment|e-?mail|tel(?:ephone)?|phone|"
    r"date of (?:decision|meeting)|date|status|report of|report to|title|subject|approved by|"
    r"cleared by|classification|corporate priorit\w+|council priorit\w+|links? to .{3,30}"
)
_ABOUT = (
    rf"(?:public sector equality duty|equality impact assessment|(?:{_TOPIC})(?:,? (?:and|&|"
    rf"/) (?:the )?(?:{_TOPIC}))*"
    rf"(?:,? (?:and|&) (?:{_TOPIC}))?(?: (?:{_MATTER}))?|"
    rf"(?:implications?|impacts?|considerations) (?:for|on|of) (?:the )?[a-z ]{{3,30}}|{_PART})"
)
_LABEL = Expression(
    rf"^\W*(?:\d{{1,2}}(?:\.\d{{1,2}})?\.?\s+)?(?P<label>{_ABOUT}(?:\s?\([^()]{{3,60}}\))?)"
    r"\s*(?P<colon>:?)\s*(?P<answer>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NEEDS_WORDS = Expression(rf"\b(?:{_MATTER})\b|^(?:{_PART})(?:\s?\([^()]+\))?$", re.IGNORECASE)
_SETS_OFF = Expression(
    r"^(?:(?:corporate|other|key|council) )?(?:implications?|considerations|issues|comments)$|"
    r"^(?:appendices|contact|contact details|contact officers?|title|subject|"
    r"report to|report of|resources?|background|corporate|options|links? to.*|information)$",
    re.IGNORECASE,
)
_MAY_BE_BARE = Expression(r"^(?:e-?mail|tel(?:ephone)?|phone|date|appendices|attachments)$", re.I)
_OF_A_REPORT = Expression(
    rf"\b(?:{_MATTER})\b|^(?:wards?|key decision|consult|options|reasons|purpose|background|"
    r"recommend|public sector|equality|exempt|urgen|contact|report author|author|conclusion)",
    re.IGNORECASE,
)


_OF_THE_FORM = Expression(
    r"^(?:community safety|crime|equalit|diversity|safeguarding|climate|environment|sustainab|"
    r"human rights|health|staffing|workforce|procurement|data protection|social value)",
    re.I,
)


@found_once
def a_label_has_its_answer(report: Report) -> Iterator[TextFinding]:
    """“Equality Implications:” and then “Contact details:”, with nothing between them."""
    told = {
        finding.place
        for finding in a_heading_has_something_under_it(report)
        if finding.confidence is not Confidence.LOW
    }
    found = [one for one in _between_lines(report) if one[1] not in told]
    found += _in_tables(report)
    yield from _to_come(report)
    if len(found) > _MOST:
        return  # a blank form, an agenda, a page of contents
    for label, place, following in found:
        yield TextFinding(
            place=place,
            quote=label,
            message=f"Nothing stands beside or beneath “{label.strip(' :')}”"
            + (f": the next is “{following.strip(' :')}”." if following else "."),
            confidence=Confidence.MEDIUM,
            cure="Write it, or say that there is nothing to say.",
        )


_MOST = 3


def _between_lines(report: Report) -> list[tuple[str, Place, str]]:
    found: list[tuple[str, Place, str]] = []
    lines = [block for block in report.blocks if not isinstance(block, Image)]
    bare_before = False
    for one, after in pairwise(lines):
        label = _bare_label(one)
        bare, bare_before = bare_before, bool(label)
        if isinstance(one, Grid) or not label or _SETS_OFF.match(label) or isinstance(after, Grid):
            continue
        following = _LABEL.match(after.text)
        if following is None or (len(after.text.split()) > 30 and not following["colon"]):
            continue
        heads = _bare_label(after) or _in_capitals(one, after)
        answered = following["colon"] and following["answer"].strip()
        if not heads and not answered:
            continue
        if not one.text.rstrip().endswith(":") and answered and not isinstance(one, Heading):
            continue  # a line without a colon may be the title of what is labelled below
        if heads and bare and not one.text.rstrip().endswith(":"):
            continue
        if re.match("report author", label, re.I) and not re.match(_OTHER_PERSON, after.text, re.I):
            continue
        if not _steps(one, after):
            continue
        found.append((_whole(one), one.place, (heads or following["label"])))
    return found


_OTHER_PERSON = r"cabinet member|portfolio|wards?|key decision|exempt|date|approved|cleared|status"


def _in_capitals(one: Heading | Prose | Grid, after: Heading | Prose) -> str:
    """The second of two headings that are both in capitals: they are of one rank."""
    both = isinstance(one, Heading) and isinstance(after, Heading)
    if not both or isinstance(one, Grid) or not (one.text.isupper() and after.text.isupper()):
        return ""
    match = _LABEL.match(after.text)
    return match["label"] if match and not match["answer"].strip() else ""


def _whole(block: Heading | Prose) -> str:
    return f"{block.number} {block.text}".strip()


def _steps(one: Heading | Prose, after: Heading | Prose) -> bool:
    """Whether the second is not a part of the first: "3." and "3.1" are."""
    first, second = one.number.rstrip("."), after.number.rstrip(".")
    if first and second:
        return not second.startswith(f"{first}.")
    if isinstance(one, Heading) and isinstance(after, Heading):
        return after.level <= one.level
    return not (first and not one.text.rstrip().endswith(":"))


def _bare_label(block: Heading | Prose | Grid) -> str:
    """The label of a line that is nothing else; empty if it is no such line."""
    if isinstance(block, Grid) or len(block.text) > 110:
        return ""
    match = _LABEL.match(block.text)
    if match is None or match["answer"].strip(" :.–-"):
        return ""
    if isinstance(block, Prose) and block.bullet:
        return ""
    label = match["label"].strip()
    capital = block.text.strip()[:1].isupper() or block.text.strip()[:1].isdigit()
    called = _NEEDS_WORDS.search(label) or (match["colon"] and _OF_THE_FORM.match(label))
    return label if capital and called else ""


_TO_COME = Expression(
    r"^\W*(?:TBC|TBA|to (?:follow|come|be (?:confirmed|completed|added|written|advised))|"
    r"awaited)\W*$",
    re.IGNORECASE,
)


_KEPT_OUT = r"append|annex|attach|date|minutes"


def _is_heading(block: Heading | Prose | Grid | Image) -> bool:
    return isinstance(block, Heading) or (
        isinstance(block, Prose)
        and bool(re.fullmatch(r"\d{1,2}\.?", block.number))
        and len(block.text.split()) <= 8
        and block.text[-1:].isalpha()
    )


def _to_come(report: Report) -> Iterator[TextFinding]:
    """“Public Sector Equality Duty” with “TBC” for all its words."""
    told = {
        finding.place
        for rule in (no_placeholder_is_left_in, no_place_is_left_to_fill_in)
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    }
    blocks = report.blocks
    for one, words, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        if not isinstance(words, Prose) or words.place in told or not _is_heading(one):
            continue
        if (
            not _TO_COME.match(words.text)
            or words.bullet
            or not (after is None or isinstance(after, Heading))
        ):
            continue
        if not isinstance(one, Heading | Prose) or re.search(_KEPT_OUT, one.text, re.IGNORECASE):
            continue
        yield TextFinding(
            place=words.place,
            quote=f"{one.text}: {words.text}",
            message=f"All that stands under “{one.text}” is “{words.text}”.",
            confidence=Confidence.MEDIUM,
            cure="Write the section.",
        )


def _in_tables(report: Report) -> list[tuple[str, Place, str]]:
    """Rows of a form: a label and an empty cell, where most of the others are filled in."""
    found = []
    for grid in report.grids:
        if not grid.rows or any(len(row) != 2 for row in grid.rows) or len(grid.rows) < 3:
            continue
        labelled = [(i, row) for i, row in enumerate(grid.rows) if _LABEL.match(row[0].strip())]
        if len(labelled) * 2 < len(grid.rows):
            continue
        empty = [
            (i, row[0].strip())
            for i, row in labelled
            if not row[1].strip() and row[0].strip(" :") and len(row[0]) < 70
        ]
        if len(empty) * 2 >= len(grid.rows):
            continue
        for i, label in empty:
            bare = _LABEL.match(label)
            if bare and not bare["answer"].strip() and _OF_A_REPORT.search(bare["label"]):
                found.append((label, grid.cell_place(i, 1), ""))
    return found


RULES: tuple[Rule, ...] = (a_label_has_its_answer,)
