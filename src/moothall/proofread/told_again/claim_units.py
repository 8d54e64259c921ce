"""What a count counts: the noun after it, or the one that leads to it."""

import re

from moothall.proofread.reading.expressions import Expression

_PLAIN = Expression(r"[\s-]*([A-Za-z][A-Za-z’'-]*)")
_STOP_WORDS = """
of in at on for to from by with and or but which who whom that were was is are will would have has
had can could may might per as than a an the this these those been be when while each every more
further other others such being all both not left came come took take said responded replied
attended died lost made out so if before after since during between against under over above below
within into through across because where whose until it they he she we you there here then also
only still now did do does gave give gives rated agreed disagreed supported opposed about around
includes include including contains consists comprises covers costs cost year annually strong
remain remains remained need needs lack lacks live lived lives want wants go goes went get stand
"""
_STOPS = frozenset(_STOP_WORDS.split())


def noun_after(after: str) -> str:
    """The noun phrase right after a count: "fourteen homeless people found" → its words."""
    words: list[str] = []
    end = 0
    for match in _PLAIN.finditer(after):
        word = match[1]
        if match.start() != end or word.lower() in _STOPS or len(words) == 4:
            break
        if not words and word.endswith("ed"):
            break  # "29 resigned"
        words.append(word)
        end = match.end()
    return " ".join(words)


_NUMBER_OF = Expression(
    r"\b(?:number|total|count) of (?P<noun>(?:[a-z][a-z’'-]+ ?){1,2})", re.IGNORECASE
)
_SUBJECT = Expression(
    r"(?P<noun>[A-Za-z][A-Za-z’'-]*(?:\s[A-Za-z][A-Za-z’'-]*){0,2})\s+(?:(?:(?:at|on|for|in|by) "
    r"[^,;]{3,40}\s)?(?:was|were|is|are|stood at|stands at|totalled|numbered|number|reached|of|"
    r"rose to|fell to|has|have|had|comes? to|came to|amount\w* to|put at))\s*"
    r"(?:now |only |about |just |some |around )*$",
    re.IGNORECASE,
)


_GROUP_OF = Expression(
    r"\b(?!(?:total|number|out|average|rate|target|some|maximum|minimum|one|all|because)\b)"
    r"(?P<noun>[a-z][a-z’'-]{3,}) of (?:about |some |around |only |just |nearly |over )*$"
    r"|\b(?P<strong>[a-z][a-z’'-]{3,}), (?:about |some |around |only |now )*$",
    re.IGNORECASE,
)


def unit_before(before: str) -> str:
    """What a count without a noun counts: "Membership at the end of March was" 5,870."""
    group = _GROUP_OF.search(before)
    if group:
        return group["noun"] or group["strong"]
    match = _NUMBER_OF.search(before) or _SUBJECT.search(before)
    return match["noun"] if match else ""
