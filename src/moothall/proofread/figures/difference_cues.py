"""The words that call a figure a difference, or what is left of another."""

import re

from moothall.proofread.reading.expressions import Expression

CUE = (
    r"leav(?:e|es|ing)|left|difference|gap|shortfall|surplus|deficit|balance|remainder|remaining|"
    r"reduction|increase|rise|fall|drop|loss|gain|extra|saving|overspend|underspend|decrease|cut|"
    r"growth|profit|excess|improvement|other income|the rest|uplift|decline|"
    r"net (?:cost|income|expenditure|position|saving)"
)
TOLD_APART = Expression(
    rf"\b(?:{CUE}|outstanding|remains?|to (?:be )?(?:found|find|raised?|paid?|made)|extra|short|"
    r"more|fewer|less|higher|lower|unspent|unpaid|owed|owing)\b",
    re.IGNORECASE,
)
_BEFORE = Expression(
    rf"\b(?P<cue>{CUE})\b(?P<what>(?:\s[A-Za-z’-]+){{0,6}})\s?[:=–-]?\s?\(?$", re.I
)
_OF_OTHERS = Expression(
    r"(?<!amounted )(?<!amounts )(?<!comes )(?<!came )\b(?:from|to|and|for|in|on|than|per|or|"
    r"not)$|\bwith\b",
    re.IGNORECASE,
)
LEAVES = Expression(
    r"leav|left|gap|short|surplus|deficit|balance|remain|rest|income|profit|loss|net", re.IGNORECASE
)
_AFTER = Expression(
    r"^(?:\s[a-z]+){0,3}?\s(?:(?:(?:is|are|still|yet) ){0,2}to (?:be )?(?:found|find|raised?|"
    r"made up)|remain(?:s|ing)?(?=\s?(?:[.,;)]|$|to be |unspent|outstanding|available|un[a-z]+ed|"
    r"in the ))|"
    r"(?:is |are |still |was |were |remains ){0,2}(?:outstanding|left|"
    r"unspent|unpaid|short)\b)",
    re.IGNORECASE,
)
_MORE = Expression(r"^(?:\s[a-z]+){0,2}?\s(?:more|fewer|less|higher|lower)\b", re.IGNORECASE)


def cue_of(lead: str, after: str) -> str:
    """The word that calls a figure a difference or a remainder."""
    if _AFTER.match(after):
        return "left"
    led = _BEFORE.search(lead)
    if led is not None and not _OF_OTHERS.search(led["what"]):
        if led["cue"].lower() == "extra" and not re.search(r"[,(–-]\s?an\s$", lead[: led.start()]):
            return ""  # “an extra 68 children would need a room”
        return led["cue"].lower()
    if _MORE.match(after) and re.search(r"[,(–-]\s?(?:which is |that is |or )?$", lead):
        return "more"
    return ""
