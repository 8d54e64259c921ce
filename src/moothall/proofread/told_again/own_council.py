"""The council whose report it is: the one that it names most, in full or by its initials."""

from collections import Counter

from moothall.documents.report import Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import passages

_COUNCIL = Expression(
    r"\b(?!(?:The|Full|This|Our|Your|Each|Every|Parish|Town|District|Borough|County|City)\b)"
    r"([A-Z][a-z]+(?: (?:and|upon|on|of|the|[A-Z][a-z]+)){0,3}?) "
    r"(?:(?:Metropolitan|Borough|County|City|District|London) ){0,3}Council\b"
)
_INITIALS = Expression(r"\b([A-Z])(?:CC|BC|DC|MBC|MDC)\b")
_OFTEN = 3


@read_once
def own_council(report: Report) -> str:
    """The council that the report names most."""
    names = Counter(
        match[1] for passage in passages(report) for match in _COUNCIL.finditer(passage.text[:4000])
    )
    return names.most_common(1)[0][0] if names else ""


@read_once
def _initial(report: Report) -> str:
    """The first letter of a council that is named by its initials only ("SCC" for Seashire)."""
    found = Counter(
        match[1]
        for passage in passages(report)
        for match in _INITIALS.finditer(passage.text[:4000])
    )
    often = [letter for letter, times in found.items() if times >= _OFTEN]
    return often[0] if len(often) == 1 else ""


def is_own_place(label: str, report: Report) -> bool:
    """Whether a row of a table is that of the council itself: “Seashire”."""
    name = label.strip(" *")
    if not name.istitle():
        return False
    council, initial = own_council(report), _initial(report)
    if initial and not council.startswith(initial):
        return " " not in name and name.startswith(initial)
    return name == council
