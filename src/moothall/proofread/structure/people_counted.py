"""People counted in a label: “PRESENT (seven Councillors): …” has seven names behind it."""

import re
from collections.abc import Iterator

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around

_NUMBER = "|".join(sorted((word for word in NUMBERS_TO_99), key=len, reverse=True))
_LABEL = Expression(
    r"^\W*(?:(?:councillors?|members?|trustees|governors|directors|officers|also|those)\s)?"
    r"(?:present|in attendance|attendance|apologies(?: for absence| from)?|absent|attendees|"
    r"members|councillors|members of the (?:committee|board|panel|council))\W*"
    rf"\((?:total:?\s)?(?P<n>{_NUMBER}|\d{{1,2}})(?:\s(?P<noun>[a-z ]{{3,30}}))?\)\s*[:–—-]*\s*",
    re.IGNORECASE,
)
_ENDS = Expression(r"\.(?=\s+[A-Z][\w’' ]{2,40}:|\s*$)|\n|\.\s+(?=In attendance|Also|Apologies)")
_TITLE = Expression(r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Dame|Hon)\b\.?")
_INITIALS = Expression(r"(?<=\b[A-Z])\.")
_NAME = Expression(r"(?:[A-Z][\w’'-]*\s){0,4}(?:(?:de|van|von|la|le)\s)?[A-Z][\w’'-]+")
_MOST_APART = 3
_LONGEST_LINE = 6


def as_many_people_are_named_as_the_label_counts(report: Report) -> Iterator[TextFinding]:
    """“Present (seven Councillors):” and six names behind it, or on the lines under it."""
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Prose) or "(" not in block.text[:60]:
            continue
        match = _LABEL.match(block.text)
        if match is None:
            continue
        told = NUMBERS_TO_99.get(match["n"].lower()) or int(match["n"])
        listed = _ENDS.split(block.text[match.end() :])[0]
        names = _names(listed) if listed.strip() else _names_below(report, order)
        if names is None or len(names) == told or abs(len(names) - told) > _MOST_APART:
            continue
        yield TextFinding(
            place=block.place,
            quote=around(block.text, match.start(), match.end(), after=80),
            message=f"The label counts {match['n']}; {len(names)} are named: "
            f"{', '.join(names[:12])}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number, or complete the names.",
        )


_PRESENT = Expression(
    r"^\W*(?:members |councillors |trustees |governors |directors )?present\s*[:–—-]\s*"
    r"(?P<names>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = Expression(r"\b(?:apologies|also|in attendance|absent|officers|public|clerk)\b", re.I)
_WERE_PRESENT = Expression(
    rf"\b(?:(?:with|as|that)\s)?(?P<n>{_NUMBER}|\d{{1,2}})\s(?P<noun>members|councillors|trustees|"
    r"governors|directors)\s(?:were\s|being\s|are\s)?present\b",
    re.IGNORECASE,
)
_NOT_OF_THE_START = Expression(
    r"\b(?:at least|fewer|less|more|quorum (?:is|of)|only|then|still|now|item|other|minimum|of the|"
    r"unless|until|if|when|public)\b",
    re.IGNORECASE,
)


def as_many_were_present_as_are_named(report: Report) -> Iterator[TextFinding]:
    """“Present: Cllrs Moss, Reed and Lake”, and then “four members were present”."""
    lists = [
        (block, match)
        for block in report.blocks
        if isinstance(block, Prose) and (match := _PRESENT.match(block.text))
    ]
    if len(lists) != 1:
        return  # those of a second meeting, or none
    block, match = lists[0]
    listed = _ENDS.split(_OTHERS.split(match["names"])[0])[0]
    names = _names(listed)
    if names is None:
        return
    for other in report.blocks:
        if not isinstance(other, Prose) or other is block or "present" not in other.text:
            continue
        said = _WERE_PRESENT.search(other.text)
        if said is None or _NOT_OF_THE_START.search(
            other.text[max(0, said.start() - 40) : said.end()]
        ):
            continue
        told = NUMBERS_TO_99.get(said["n"].lower()) or int(said["n"])
        if told == len(names) or abs(told - len(names)) > _MOST_APART:
            continue
        yield TextFinding(
            place=other.place,
            quote=around(other.text, said.start(), said.end()),
            message=f"{said['n']} {said['noun']} are counted; {len(names)} are named as present: "
            f"{', '.join(names[:12])}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number, or complete the names.",
        )


def _names(listed: str) -> list[str] | None:
    """The names of a list; None where something in it is no name."""
    plain = _TITLE.sub(" ", _INITIALS.sub(" ", re.sub(r"\([^()]*\)", ",", listed)))
    found = []
    for part in re.split(r"[,;/\t]|\sand\s|\s&\s|^and\s", plain):
        # what stands behind a dash is an office: "Ann Ash – Chair"
        name = " ".join(re.split(r"[–—:]|\s-\s", part)[0].split()).removeprefix("and ")
        if not name.strip(" .-"):
            continue
        if not _NAME.fullmatch(name.strip(" .-")):
            if re.match(r"(?:vice[- ]|deputy )?chair|clerk|mayor|leader|in the chair", name, re.I):
                continue
            return None
        found.append(name.strip(" .-"))
    offices = re.compile(r"^(?:Vice[- ]|Deputy )?(?:Chair|Clerk|Mayor|Leader)", re.I)
    found = [name for name in found if not offices.match(name)]
    return found if len(found) > 1 else None


def _names_below(report: Report, order: int) -> list[str] | None:
    """The names on the lines under a label, one to a line, to the first line that is none."""
    found: list[str] = []
    for block in report.blocks[order + 1 :]:
        if not isinstance(block, Prose) or len(block.text.split()) > _LONGEST_LINE:
            break
        name = _names(f"{block.text}, Zed Zed")
        if name is None or len(name) != 2:
            break
        found.append(name[0])
    return found if len(found) > 1 else None


RULES: tuple[Rule, ...] = (
    as_many_people_are_named_as_the_label_counts,
    as_many_were_present_as_are_named,
)
