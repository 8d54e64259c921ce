"""A programme's facts as one text, and back: what a frozen case rests on.

The text is JSON with sorted keys, so that equal facts give equal bytes and can be told by a digest.
For people there is the programme folder; this form is for keeping.
"""

import json
from typing import Any

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.problems import Problem, UnreadableError
from moothall.files.programme_folder import fact_type
from moothall.files.shapes import from_plain, plain

_WHOLE = {"authorities": Authority, "documents": SourceDocument, "formats": Format}


def frozen_facts(programme: Programme) -> str:
    """Everything that the programme is made of, but for the places where it was read."""
    content = {
        "about": plain(programme.about),
        **{name: plain(getattr(programme, name)) for name in (*_WHOLE, *KINDS)},
    }
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def thawed(text: str, shown_as: str) -> Programme:
    """The programme that a frozen text holds.

    Raises UnreadableError where the text is not of this version's shape; `shown_as` says where it
    was kept.
    """
    content = _content(text, shown_as)
    parts: dict[str, Any] = {"about": from_plain(content.get("about"), About, shown_as)}
    for name, target in _WHOLE.items():
        parts[name] = _all(content.get(name, ()), target, f"{shown_as}, {name}")
    for kind in KINDS:
        parts[kind] = _all(content.get(kind, ()), fact_type(kind), f"{shown_as}, {kind}")
    return Programme(**parts)


def _content(text: str, shown_as: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise UnreadableError([Problem(shown_as, 1, "holds no frozen facts")])
    return content


def _all(values: Any, target: type[Any], shown_as: str) -> tuple[Any, ...]:
    return tuple(from_plain(value, target, shown_as) for value in values)
