"""Words before a colon that lead to nothing: “That the Committee:” and then the next section.

And an item without what its fellows have: “Risk 2: power. Mitigation:”, where risks 1 and 3 have
their mitigation behind the colon.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.empty_labels import a_label_has_its_answer

_ASKS = Expression(
    r"\b(?:asked|recommended|requested|invited|resolved|agreed)\b[^.:]{0,40}:$|"
    r"^(?:recommendations?:?\s)?that (?:the )?[^.:]{3,60}:$",
    re.IGNORECASE,
)
_SECTION = Expression(
    r"^(?:\d{1,2}\.?\s)?(?:reasons?|background|introduction|purpose|summary|implications?|options?|"
    r"alternatives?|consultation|contact|appendi\w+|next steps|financ\w+|legal|conclusions?|"
    r"context|risks?|equalit\w+|resource|report authors?|key)\b[^.:;,]{0,50}$",
    re.IGNORECASE,
)
"""What stands after “asked to:” may be an unmarked item: only the title of a section is none."""
_LAST_LABEL = Expression(r"(?:^|[.;|–-]\s)(?P<label>[A-Z][\w’' /-]{2,40}):$")
_MARKED = Expression(
    r"^(?:\(?(?P<mark>[a-z]{1,4}|\d{1,2})[.)]|(?P<stem>[A-Z][a-z]+ \d{1,2}[.:]?))\s"
)
_FEWEST = 2


def a_colon_leads_to_something(report: Report) -> Iterator[TextFinding]:
    """“That the Committee:”, and then “Reasons for the recommendations”."""
    told = {finding.place for finding in a_label_has_its_answer(report)}
    lines = [block for block in report.blocks if not isinstance(block, Image)]
    for one, after in pairwise(lines):
        if not isinstance(one, Prose) or not isinstance(after, Prose | Heading):
            continue
        text = one.text.rstrip()
        if not text.endswith(":") or one.place in told or len(text.split()) > _LONGEST:
            continue
        listed = isinstance(after, Prose) and after.bullet
        if not listed and _SECTION.match(after.text) and _ASKS.search(text):
            yield _nothing_behind(text, one.place, after.text)


_LONGEST = 30


def an_item_says_what_its_fellows_say(report: Report) -> Iterator[TextFinding]:
    """“(b) Barn at Top Farm:”, where (a) and (c) have words behind the colon."""
    lines = [block for block in report.blocks if isinstance(block, Prose | Heading)]
    for before, one, after in zip(lines, lines[1:], lines[2:], strict=False):
        text = one.text.rstrip()
        if not text.endswith(":"):
            continue
        marked = [_MARKED.match(f"{b.number} {b.text}".strip()) for b in (before, one, after)]
        bullets = all(isinstance(b, Prose) and b.bullet for b in (before, one, after))
        if not all(marked) and not bullets:
            continue
        words = text[marked[1].end() :] if marked[1] and not one.number else text
        last = _LAST_LABEL.search(words)
        label = f"{last['label']}: " if last and not words.startswith(last["label"]) else ": "
        fellows = [b.text for b in (before, after) if _has_words_behind(b.text, label)]
        if len(fellows) == _FEWEST:
            yield _nothing_behind(text, one.place, after.text)


def _has_words_behind(text: str, label: str) -> bool:
    """Whether the label stands in the text, near its end, with words behind it."""
    head, found, rest = text.rpartition(label)
    return bool(found and rest.strip()) and len(head) < _LONGEST_HEAD and ":" not in rest


_LONGEST_HEAD = 120


def _nothing_behind(text: str, place: Place, following: str) -> TextFinding:
    return TextFinding(
        place=place,
        quote=text[-110:],
        message=f"Nothing stands behind “{shortened(text[-80:].strip(), 80)}”: the next is "
        f"“{shortened(following, 60)}”.",
        confidence=Confidence.MEDIUM,
        cure="Write it, or say that there is nothing to say.",
    )


RULES: tuple[Rule, ...] = (a_colon_leads_to_something, an_item_says_what_its_fellows_say)
