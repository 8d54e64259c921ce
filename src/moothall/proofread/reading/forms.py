"""The forms of a report: its questions, and the short answer under or beside each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question of the form and the short answer under it."""

    question: str
    answer: str
    place: Place
    orders: frozenset[int]


# "Staffing. There are no implications.": the label and its answer in one line
_LABEL_AND_ANSWER = Expression(
    r"^(?P<label>[A-Z][\w&/-]*(?: (?:and|&|[\w/-]+)){0,4})(?:\.| [–-]) (?P<answer>[^.;]{2,120}\.?)$"
)


_BOX = r"(?:[☐☑☒✓✔□■]|\[[ xX✓]?\]|\([ xX✓]?\))"
# "Is an assessment attached? ☒ Yes ☐ No": the question and its boxes in one line
_QUESTION_AND_ANSWER = Expression(
    rf"^(?P<question>[A-Z][^?]{{6,160}})\?(?:\s*\([^)]{{3,40}}\))?\s+"
    rf"(?P<answer>{_BOX}?\s*(?:yes|no|n/a|not applicable)\b(?:\s*{_BOX})?"
    rf"(?:\s*/?\s*{_BOX}?\s*(?:yes|no)(?:\s*{_BOX})?)?)\s*\.?$",
    re.IGNORECASE,
)


@read_once
def answers(report: Report) -> tuple[Answer, ...]:
    """Headings and labels of the form with one short answer under or beside them."""
    return tuple(_answers(report))


def _answers(report: Report) -> Iterator[Answer]:
    blocks = report.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                texts = [(column, cell) for column, cell in enumerate(cells) if cell.strip()]
                if len(texts) not in (2, 4):
                    continue
                for (_, asked), (column, answer) in zip(texts[::2], texts[1::2], strict=True):
                    yield Answer(
                        question=asked,
                        answer=answer,
                        place=block.cell_place(row, column),
                        orders=frozenset([index]),
                    )
            continue
        if isinstance(block, Image):
            continue
        label, colon, rest = block.text.partition(":")
        if colon and rest.strip() and len(label) <= 80:
            yield Answer(question=label, answer=rest, place=block.place, orders=frozenset([index]))
            continue
        ticked = _QUESTION_AND_ANSWER.match(block.text)
        if ticked is not None:
            yield Answer(
                question=ticked["question"],
                answer=ticked["answer"],
                place=block.place,
                orders=frozenset([index]),
            )
            continue
        inline = _LABEL_AND_ANSWER.match(block.text)
        if inline is not None and isinstance(block, Prose):
            yield Answer(
                question=inline["label"],
                answer=inline["answer"],
                place=block.place,
                orders=frozenset([index]),
            )
            continue
        question = isinstance(block, Heading) or _may_be_heading(block) or _asks(block)
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if question and isinstance(after, Prose):
            more = blocks[index + 2] if index + 2 < len(blocks) else None
            if not (isinstance(more, Prose) and _goes_on(after, more)):
                yield Answer(
                    question=block.text,
                    answer=after.text,
                    place=after.place,
                    orders=frozenset([index, index + 1]),
                )


def _may_be_heading(block: Prose) -> bool:
    return not block.bullet and len(block.text.split()) <= 9 and not block.text.endswith((".", ";"))


def _asks(block: Prose) -> bool:
    """Whether a line is a question of the form, which may be longer than a label."""
    return block.text.endswith("?") and len(block.text.split()) <= _LONGEST_QUESTION


_LONGEST_QUESTION = 30


def _goes_on(answer: Prose, more: Prose) -> bool:
    """Whether the paragraph after the answer belongs to it: 4.2.2 after 4.2.1, a bullet."""
    if more.bullet:
        return True
    stem, _, _last = answer.number.rstrip(".").rpartition(".")
    return bool(stem) and more.number.startswith(f"{stem}.") and more.number != answer.number


# --- yes and no, written or ticked ------------------------------------------------------------

_YES_NO = Expression(r"^\W*(?P<answer>yes|no|y|n)\b", re.IGNORECASE)
_BOXES = Expression(
    rf"(?P<before>{_BOX})\s*(?P<word>yes|no)\b|\b(?P<other>yes|no)\s*(?P<after>{_BOX})",
    re.IGNORECASE,
)
_BOX_ALONE = Expression(_BOX)
_TICKED = frozenset("☑☒✓✔■")


def _box_ticked(box: str) -> bool:
    return box in _TICKED or box.strip("[]() ").casefold() in ("x", "✓")


def answer_given(text: str) -> str | None:
    """ "yes" or "no" as answered or ticked; "both", "neither" for boxes; None where neither."""
    boxes: dict[str, bool] = {}
    found = list(_BOXES.finditer(text)) if _BOX_ALONE.search(text) else []
    for match in [m for m in found if m["before"]] or found:
        word = (match["word"] or match["other"]).casefold()
        boxes[word] = _box_ticked(match["before"] or match["after"])
    if len(boxes) == 2:
        ticked = [word for word, on in boxes.items() if on]
        if len(ticked) == 1:
            return ticked[0]
        return "both" if ticked else "neither"
    if len(boxes) == 1:
        word, on = next(iter(boxes.items()))
        return word if on else None
    plain = _YES_NO.match(text)
    if plain is None:
        return None
    return "yes" if plain["answer"].casefold().startswith("y") else "no"


_LABEL_WITHIN = Expression(
    r"(?P<q>[A-Z][\w ?/-]{3,40}):\s*(?P<a>(?:Yes|No|YES|NO)\b|[☐☑☒✓✔\[][^:]{1,20})"
)


@read_once
def form_lines(report: Report) -> tuple[Answer, ...]:
    """The answers of a form, with several to one line taken apart: "ref: n/a Key decision: No"."""
    return tuple(_form_lines(report))


def _form_lines(report: Report) -> Iterator[Answer]:
    for answer in answers(report):
        yield answer
        if len(answer.answer) > 120:
            continue
        if ":" not in answer.answer:
            continue
        for match in _LABEL_WITHIN.finditer(answer.answer):
            yield Answer(
                question=match["q"], answer=match["a"], place=answer.place, orders=answer.orders
            )
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Prose) or ":" in block.text:
            continue
        if _BOX_ALONE.search(block.text) and _BOXES.search(block.text):
            question = _BOXES.split(block.text, maxsplit=1)[0] or block.text
            yield Answer(
                question=question, answer=block.text, place=block.place, orders=frozenset([order])
            )
