"""What members said, and what a decision waits for, out of the words of a record."""

import re
from collections.abc import Iterator, Sequence

_REPLY = re.compile(
    r"\bIn\s+(?:response|reply)(?:\s+to\s+[^,]{3,80})?,\s*(?:it\s+was\s+(?:\w+ly\s+)?"
    r"(?:stated|commented|explained|confirmed|advised|noted|reported)\s+that\s+)?",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:quer(?:y|ied|ies)|enquired|inquired|questioned|sought\s+clarification)\b|\?|"
    r"\basked\s+(?:about|how|if|what|when|whether|which|who|why)\b|"
    r"^(?:Are|Can|Could|Did|Do|Does|How|Is|What|When|Where|Which|Who|Why|Will|Would)\b",
)
_WORRIED = re.compile(r"\b(?:concern(?:s|ed)?|disappoint\w*|uneas\w*|worr\w*)\b", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:suggest\w*|requested|recommended\s+that)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:comments?|issues?|points?|questions?)\b[^.]*:\s*[-–—]*\s*$", re.IGNORECASE
)
_SUBJECT_TO = re.compile(r"\bsubject\s+to\s+(?P<what>[^.;]{4,400})", re.IGNORECASE)
_NO_CONDITION = re.compile(r"^(?:the\s+)?call[\s-]?in\b", re.IGNORECASE)
_BULLET = "• "


def comments_in(paragraphs: Sequence[str]) -> Iterator[tuple[str, str, str | None]]:
    """Each comment that the minutes list (kind, words, reply): the entries of their list.

    Only what stands as an entry after a line that opens comments is taken; narrative is none.
    """
    opened = False
    for paragraph in paragraphs:
        if _OPENS.search(paragraph):
            opened = True
        elif paragraph.startswith(_BULLET) and opened:
            yield _comment(paragraph.removeprefix(_BULLET))
        elif opened and not paragraph.startswith(_BULLET):
            opened = False


def _comment(words: str) -> tuple[str, str, str | None]:
    match = _REPLY.search(words)
    reply: str | None = None
    if match is not None and match.start() > 0:
        reply = words[match.end() :].strip()
        reply = f"{reply[:1].upper()}{reply[1:]}" or None
        words = words[: match.start()].rstrip(" ,;")
        if words.endswith("but"):
            words = words.removesuffix("but").rstrip(" ,;")
    kind = (
        "concern"
        if _WORRIED.search(words)
        else "question"
        if _ASKED.search(words)
        else "suggestion"
        if _WISHED.search(words)
        else "statement"
    )
    return kind, words, reply


def conditions_in(resolved: Sequence[str]) -> tuple[str, ...]:
    """What a resolution makes itself subject to, each once; a call-in is none of the council's."""
    found = [
        " ".join(match["what"].split()).rstrip(" ,")
        for text in resolved
        for match in _SUBJECT_TO.finditer(text)
        if not _NO_CONDITION.match(match["what"].strip())
    ]
    return tuple(dict.fromkeys(found))
