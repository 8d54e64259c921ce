"""What a thing is called in a list: the shortest of its words that tell it from its neighbours."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from moothall.basics.dates import in_words

LONGEST = 100  # characters; what is longer is cut at a word

_NAMED_BY = (
    "name",
    "title",
    "about",
    "topic",
    "heading",
    "measure",
    "description",
    "claim",
    "area",
    "text",
    "reason",
)


def label(kind: str, payload: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
    """The label of a thing as its payload is held.

    `names` are what bodies and authorities are called, by id or code.
    """
    names = names or {}
    own = _OWN[kind](payload, names) if kind in _OWN else ""
    words = own or next((str(payload[name]) for name in _NAMED_BY if payload.get(name)), "")
    words = _with_authority(kind, _short(" ".join(words.split())), payload, names)
    return words or str(payload.get("id") or payload.get("code") or kind)


def _with_authority(
    kind: str, words: str, payload: Mapping[str, Any], names: Mapping[str, str]
) -> str:
    """Several councils take the same step or write on the same topic."""
    code = payload.get("authority")
    if not code or kind not in _ONE_IN_EACH_COUNCIL:
        return words
    return f"{words}, {names.get(str(code), str(code))}"


_ONE_IN_EACH_COUNCIL = {
    "steps",
    "passages",
    "key_decision_tests",
    "notices",
    "decisions",
    "papers",
    "budgets",
    "savings",
    "equality_assessments",
    "conditions",
    "overrides",
    "baseline_lines",
    "baseline_signatures",
    "ledger_entries",
    "employer_rates",
    "forum_items",
    "workforce_changes",
}


def _meeting(payload: Mapping[str, Any], names: Mapping[str, str]) -> str:
    body = str(payload.get("body", ""))
    return f"{names.get(body, body)}, {_day(payload.get('held_on'))}"


def _passage(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    """There are dozens on one topic: their first words tell them apart."""
    topic = str(payload.get("topic", "")).replace("_", " ")
    return f"{topic[:1].upper()}{topic[1:]}: {payload.get('text', '')}"


def _notice(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"{payload.get('kind', '')}, {_day(payload.get('published_on'))}"


def _package_count(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"{payload.get('stated')} packages"


def _key_decision_test(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"Key decision: {payload.get('answer')}"


def _decision(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"{payload.get('text') or 'Decision'} ({_day(payload.get('decided_on'))})"


def _equality_assessment(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"Equality impact assessment {payload.get('label') or ''}"


def _override(payload: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return f"{payload.get('rule')} set aside by the {payload.get('office')}"


_OWN = {
    "overrides": _override,
    "meetings": _meeting,
    "passages": _passage,
    "notices": _notice,
    "package_counts": _package_count,
    "key_decision_tests": _key_decision_test,
    "decisions": _decision,
    "equality_assessments": _equality_assessment,
}


def _day(text: object) -> str:
    try:
        return in_words(date.fromisoformat(str(text)))
    except ValueError:
        return str(text or "")


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    cut = words[:LONGEST].rsplit(" ", 1)[0]
    return f"{cut} …"
