"""People in minutes: who was present, who sent apologies, and who is named in a line.

“PRESENT: Cllrs Ash, Birch …” or “Present: A Ash (Chair), B Birch …”, in a line or in the lines
that follow; “Apologies were received from Mr Ash”, or a heading and below it “Mr A Ash (unwell)”.
"""

import re
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages, read_once

_PRESENT = Expression(
    r"^\W*(?:(?:members?|councillors?|cllrs?|also|those|board members?)\s)?(?:present|"
    r"in attendance|attendance|attendees|attending)\b[^:;.\n]{0,60}?(?:\s*[:–-]\s*|\s*$)",
    re.IGNORECASE,
)
_APOLOGIES = Expression(
    r"\bapologies\b(?![^.;\n]{0,40}\blate)[^.;:\n]{0,50}?(?:\bfrom\b|\bby\b|:|\bof\b)\s*"
    r"(?P<who>[^;\n]{3,400}?)"
    r"(?:(?<![\s.][A-Z])(?<!Cllr)(?<!Cllrs)(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)\.(?:\s|$)|;|$)",
    re.IGNORECASE,
)
_SENT_THEM = Expression(
    r"^\W*(?P<who>[^.;\n|]{3,250}?)\s(?:had\s|have\s|has\s)?(?:all\s)?(?:sent|gave|given|tendered|"
    r"submitted)\s(?:(?:his|her|their)\s)?apologies\b(?![^.;\n]{0,40}\b(?:late|to|that)\b)"
)
_TITLED = Expression(
    r"\b(?P<title>Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev\.?)\s+"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?(?P<first>(?:[A-Z]\.?\s?){1,3}(?=[A-Z])|"
    r"[A-Z][a-z’'-]+\s(?=[A-Z][a-z]))?"
    r"(?P<last>(?:Mc|Mac|O[’']|De\s|Van\s)?[A-Z][A-Za-z’'-]+)"
)
_NAMED = Expression(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z’'-]+)\s(?P<last>(?:Mc|O[’'])?[A-Z][A-Za-z’'-]+)(?![\w’'-])"
)
_MORE = Expression(
    r"(?:,|\band|&)\s(?P<first>(?:[A-Z]\.?\s?){0,3}|[A-Z][a-z’'-]+\s)(?P<last>[A-Z][a-z’'-]{2,})"
    r"(?![\w’'-]|\s[A-Z])"
)
_SUBSTITUTED = Expression(
    r"\b(?:substitut\w*|represented|deputis\w*|on behalf of|for whom|virtual\w*|"
    r"late(?:ness|r)?|early|remote\w*)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIALED = Expression(
    r"(?:^|[,;]\s?|\band\s|&\s)(?P<first>(?:[A-Z]\.?\s?){1,2})\s(?P<last>(?:Mc|"
    r"O[’'])?[A-Z][a-z’'-]+)"
    r"(?=\s?(?:[,;.(]|and\b|&|$))"
)
"""“A Ash (Chair), B Birch”: a list of councillors that leaves their title out."""
_APOLOGIES_HEAD = Expression(r"^\W*[^.;:]{0,40}\bapologies\b[^.;:]{0,30}[.:]?\s*$", re.IGNORECASE)
_FIRST_BLOCKS = 40
_ONLY_NAMES = Expression(
    r"^\W*(?:(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr)\s(?:[A-Z][\w.’'-]*\s?){1,3}"
    r"(?:\([^()]*\))?(?:,\s?|;\s?|\sand\s|\s&\s)?\s?)+[.]?\s*$"
)
_ONE_NAME = Expression(
    r"^\W*(?:(?:Sir|Dame|Lord|Lady|Professor|Prof\.?|Rev\.?)\s)?[A-Z][a-zé’'-]+(?:\s[A-Z]\.?)?\s"
    r"(?:Mc|Mac|O[’'])?[A-Z][A-Za-zé’'-]+\s*(?:\([^()]{2,60}\)|,\s[A-Z][\w &’'-]{2,60}|"
    r"\s[–-]\s[A-Z][\w &’'-]{2,60})?[.;,]?\s*$"
)
"""A line that is one person's name, perhaps with an office: one of a list below a head."""
FEWEST = 3
_LINES = 25


def _lists_names(text: str) -> bool:
    return bool(_ONLY_NAMES.match(text) or _ONE_NAME.match(text))


@dataclass(frozen=True, slots=True)
class Person:
    first: str
    last: str
    titled: bool

    def is_perhaps(self, other: "Person") -> bool:
        """Whether two names may be one person's: one surname, and no first names that differ."""
        if self.last.casefold() != other.last.casefold():
            return False
        one, two = self.first.strip(" ."), other.first.strip(" .")
        return not one or not two or one[0] == two[0]


@dataclass(frozen=True, slots=True)
class Attendance:
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    other: str
    """All that the lists say, in which a name may stand in a form that was not read."""
    apologies: str
    place: Place | None
    listed: Place | None


@read_once
def attendance(report: Report) -> Attendance:
    present: list[Person] = []
    absent: list[Person] = []
    words: list[str] = []
    apologies, place, listed = "", None, None
    lines = 0
    below = False  # whether a line that says no more than "apologies" stands above these names
    for passage in passages(report):
        match = _PRESENT.match(passage.text) if passage.order < _FIRST_BLOCKS else None
        if match is not None:
            text = passage.text[match.end() :]
            lines = 0 if text.strip() else _LINES
            listed = listed or passage.place
            members = "attendance" not in match[0].casefold()
            if members:
                present += people(text)
                bare = [
                    Person(m["first"], m["last"], titled=True) for m in _INITIALED.finditer(text)
                ]
                new = [one for one in bare if not any(map(one.is_perhaps, present))]
                present += new if len(bare) >= FEWEST else []
            words.append(passage.text)
            continue
        found = None
        if below and _lists_names(passage.text):
            apologies, place = apologies or passage.text, place or passage.place
            absent += people(_really_absent(passage.text))
            words.append(passage.text)
            continue
        below = (
            not apologies
            and passage.has("apologies")
            and _APOLOGIES_HEAD.match(passage.text) is not None
        )
        if passage.has("apologies"):
            found = _APOLOGIES.search(passage.text) or _SENT_THEM.match(passage.text)
        if found is not None and not passage.heading:
            lines = 0
            who = _really_absent(found["who"])
            if not apologies:
                apologies, place = found[0].strip(), passage.place
                absent += people(who)
            words.append(passage.text)
            continue
        if passage.heading and lines and not people(passage.text):
            lines = 0
        if lines:
            named = people(passage.text)
            if named and len(passage.text) < 400:
                present += named
                words.append(passage.text)
                lines -= 1
            else:
                lines = 0
    return Attendance(tuple(present), tuple(absent), " ".join(words), apologies, place, listed)


def _really_absent(who: str) -> str:
    """The names without whoever only came late or from afar, or stood in for one of them."""
    who = _IN_THEIR_PLACE.sub(" ", who)
    match = _SUBSTITUTED.search(who)
    if match is None:
        return who
    before = who[: match.start()]
    if re.match(r"(?:late|early|virtual|remote)", match[0], re.IGNORECASE):
        return before.rpartition("," if "," in before else " and ")[0]
    return before


_IN_THEIR_PLACE = Expression(
    r"\((?:[^()]*\b)?(?:substitut\w*|deputis\w*|attend\w*|in (?:his|her|their) place)\b[^()]*\)",
    re.I,
)


def people(text: str) -> list[Person]:
    """The people that a list names: “Cllr A Ash, Cllr Birch”, “Ann Ash and Ben Birch”."""
    found = [Person(m["first"] or "", m["last"], titled=True) for m in _TITLED.finditer(text)]
    if found:
        plural = re.search(r"\b(?:Councillors|Cllrs)\b", text)
        if plural:
            found += [Person(m["first"], m["last"], titled=True) for m in _MORE.finditer(text)]
        return found
    bare = re.sub(r"\([^()]*\)", " ", text)
    return [Person(m["first"], m["last"], titled=False) for m in _NAMED.finditer(bare)]
