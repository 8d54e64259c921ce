"""What a body did, from the status that its page prints, else from the words of what it resolved.

A status that says how a decision is to be taken ("For Determination") says nothing of its outcome.
"""

import re

from moothall.facts.decisions import Outcome
from moothall.governance.record.matters import PublishedMatter

_STATUSES: tuple[tuple[str, Outcome], ...] = (
    (r"not (?:approved|agreed)|refused|rejected|not accepted", Outcome.REFUSED),
    (r"amend", Outcome.AGREED_AS_AMENDED),
    (r"deferred|adjourned", Outcome.DEFERRED),
    (r"referred back|sent back", Outcome.REFERRED_BACK),
    (r"approved|agreed|accepted|implemented", Outcome.AGREED),
    (r"\bnoted\b|information only", Outcome.NOTED),
)
_PASSED = re.compile(
    r"\b(?:approv|agree|endors|adopt|support|authoris|delegat|ratif|recommend|accept|establish)\w*\b",
    re.IGNORECASE,
)
_OTHERWISE: tuple[tuple[str, Outcome], ...] = (
    (r"\bbe\s+deferred\b|\bdefer(?:s|red)?\b", Outcome.DEFERRED),
    (r"\bbe\s+referred\s+back\b|\brefer(?:s|red)?\s+back\b", Outcome.REFERRED_BACK),
    (r"\bbe\s+(?:refused|rejected|not\s+approved)\b", Outcome.REFUSED),
)
_NOTED = re.compile(r"\bnot(?:e|es|ed)\b", re.IGNORECASE)


def outcome_of(matter: PublishedMatter) -> tuple[Outcome, str]:
    """The outcome of a matter, and what it is read from; unknown where nothing tells it."""
    status = matter.decision.status if matter.decision else ""
    for pattern, outcome in _STATUSES:
        if re.search(pattern, status, re.IGNORECASE):
            return outcome, f"the page prints “{status}”"
    words = [each.text for each in matter.resolved]
    if not words:
        return Outcome.UNKNOWN, ""
    read_from = "read from the words of what was resolved"
    for pattern, outcome in _OTHERWISE:
        if all(re.search(pattern, each, re.IGNORECASE) for each in words):
            return outcome, read_from
    if any(_PASSED.search(each) for each in words):
        return Outcome.AGREED, read_from
    if all(_NOTED.search(each) for each in words):
        return Outcome.NOTED, read_from
    return Outcome.UNKNOWN, ""
