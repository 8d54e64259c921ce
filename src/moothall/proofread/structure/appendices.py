"""Appendices, annexes and schedules that the text refers to and the report's own list lacks.

Appendices are most often files of their own, so that one which is not in the file is no fault.  It
is one where the report lists its appendices and the list does not have it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.structure.appendix_labels import LABEL, appendix_labels
from moothall.proofread.structure.references import LIST, OF_LATER_REPORT, OF_OTHER, of_another

_KINDS = r"appendix|appendices|annex|annexe|annexes|schedule|schedules|attachment|attachments"
_APPENDIX = Expression(
    rf"\b(?P<kind>{_KINDS})\s+(?P<labels>{LABEL}"
    rf"{LIST}(?:appendix\s+|annexe?\s+|schedule\s+|attachment\s+)?{LABEL}\b){{0,6}})(?![\w%])",
    re.IGNORECASE,
)
_DECLARED = Expression(
    rf"^[\W_]*(?P<kind>appendix|annexe?|schedule|attachment)\s+(?P<label>{LABEL})\s*"
    r"(?P<rest>[:.–—\-(]|$|\s*(?=[A-Z“‘\"']))",
    re.IGNORECASE,
)
_LISTED = Expression(
    rf"\b(?P<kind>Appendix|Annexe?|Schedule|Attachment)\s+(?P<label>{LABEL})\s*[:–—-]\s*"
    r"(?=[A-Z“‘\"'])"
)
"""One entry among others in a line: "Annex 1 – Survey tables; Annex 2 – Costs"."""
_LIST_HEAD = Expression(
    r"^\W*(?P<number>\d{1,2})?\W*(?:list of |schedule of |supporting )?"
    r"(?P<kind>appendices|annexes|schedules|attachments)"
    r"(?: attached| to (?:this|the) report)?\W*$",
    re.IGNORECASE,
)
_ENTRY = Expression(r"(?:^|(?<=[.;,)\s]))(?P<label>\d{1,2}|[A-H])[.):]?\s+(?=[A-Z])")
_LETTERED = Expression(
    r"(?:^|;\s|\n)(?P<label>\d{1,2}|[A-H])\s[–—-]\s(?=[A-Z])|(?:^|\s)(?P<colon>[A-H]):\s(?=[A-Z])"
)
"""Entries in the row "Appendices": "A – Costs; B – Map"."""
_AT_THE_END = Expression(
    rf"\b(?P<kind>Appendix|Annexe?|Schedule|Attachment)\s+(?P<label>{LABEL})\s*:\s*$"
)
_LONGEST_DECLARATION = 25
_STEMS = {"append": "appendix", "annex": "annex", "schedul": "schedule", "attach": "attachment"}


def _kind(word: str) -> str:
    folded = word.casefold()
    return next(kind for stem, kind in _STEMS.items() if folded.startswith(stem))


_ATTACHED_AS = Expression(
    r"\b(?P<surely>attached|appended|enclosed|included)\b[^.;]{0,40}?\b(?:as|at|in)\s+$|"
    r"\b(?:set out|contained|found|shown|detailed)\s(?:as|at|in)\s+$",
    re.IGNORECASE,
)
_KEPT_ELSEWHERE = Expression(
    r"\b(?:exempt|confidential|restricted|separate\w*|to follow|circulated|published|website|"
    r"web ?page|online|available|on request|background|library|link|tabled|private|not for "
    r"publication|part (?:2|ii|b)|previous|last year|original|code|agreement|lease|guidance|"
    r"regulations?|constitution)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Mention:
    """Where an appendix is first referred to, and with what words."""

    label: str
    place: Place
    quote: str
    expected: bool
    """Whether nothing beside it says that it is kept, or to be found, elsewhere."""
    attached: bool
    opens: bool
    """Whether the line begins with it: the title of the appendix itself."""


@read_once
def declared_appendices(report: Report) -> dict[str, set[str]]:
    """Appendices attached or listed: a heading, a short line or a cell that opens with the name."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages(report):
        match = _DECLARED.match(passage.text) if passage.has(*_STEMS) else None
        if match is None or len(passage.text.split()) > _LONGEST_DECLARATION:
            continue
        numbered = passage.place.paragraph and not (passage.heading or passage.cell)
        verb = re.match(
            r"\s*(?:to|of)?\s*(?:this report)?\s*(?:sets?|shows?|gives?|contains?|provides?|"
            r"details?|captures?|explains?|describes?|covers?|outlines?|is|are|has|and|summarises?|lists?|includes?)\b",
            passage.text[match.end("label") :],
        )
        ended = passage.text.rstrip().endswith(".") and len(passage.text.split()) > 12
        if not verb and not (numbered and ended):
            found[_kind(match["kind"])].add(match["label"].casefold())
    for passage in passages(report):
        # "Appendix C:" may have been joined to the end of the entry before it
        for match in _AT_THE_END.finditer(passage.text[-40:]) if passage.has(*_STEMS) else ():
            found[_kind(match["kind"])].add(match["label"].casefold())
    for kind, labels in _lists(report).items():
        found[kind] |= labels
    return found


@read_once
def _lists(report: Report) -> dict[str, set[str]]:
    """The appendices that the report lists, by kind: entries in a row, or under a heading."""
    found: dict[str, set[str]] = defaultdict(set)
    run: list[tuple[str, str]] = []
    under = after = ""
    for passage in passages(report):
        heading = _LIST_HEAD.match(passage.text)
        if heading or passage.heading:
            under = _kind(heading["kind"]) if heading else ""
            after = str(int(heading["number"]) + 1) if heading and heading["number"] else ""
            run = []
            continue
        if after and re.match(rf"^{after}\.?\s+[A-Z]", passage.text):
            under = after = ""  # the next section, where headings are not marked
        entries = [
            (_kind(match["kind"]), match["label"].casefold())
            for match in _LISTED.finditer(passage.text)
        ]
        entries += [
            (_kind(match["kind"]), match["label"].casefold())
            for match in _AT_THE_END.finditer(passage.text[-40:])
        ]
        alone = _DECLARED.match(passage.text)
        short = len(passage.text.split()) <= _LONGEST_DECLARATION
        if not entries and alone and short and not passage.text.rstrip().endswith("."):
            entries = [(_kind(alone["kind"]), alone["label"].casefold())]
        run = [*run, *entries] if entries else ([] if not passage.cell else run)
        if len(run) > 1 or (entries and under):
            for kind, label in run:
                found[kind].add(label)
        elif under and not entries:
            for label in _numbered(passage, report):
                found[under].add(label)
    return found


def _numbered(passage: Passage, report: Report) -> list[str]:
    """The numbers of the entries under the heading "Appendices": "1. Survey 2. Costs"."""
    block = report.blocks[passage.order]
    own = block.number if isinstance(block, Prose | Heading) else ""
    text = f"{own} {passage.text}" if own else passage.text
    labels = [match["label"] for match in _ENTRY.finditer(text)]
    lettered = [match["label"] or match["colon"] for match in _LETTERED.finditer(text)]
    labels = lettered if len(lettered) > len(labels) else labels
    run: list[str] = []
    for label in labels:
        wanted = (_next(run[-1]),) if run else (label,)
        if label in wanted:
            run.append(label)
    return [label.casefold() for label in run]


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


@read_once
def appendix_mentions(report: Report) -> dict[str, dict[str, _Mention]]:
    """The appendices referred to, by kind and label, each where first."""
    found: dict[str, dict[str, _Mention]] = defaultdict(dict)
    for passage in passages(report):
        if not passage.has(*_STEMS):
            continue
        for match in _APPENDIX.finditer(passage.text):
            start, end = match.span()
            after = passage.text[end : end + 60]
            if OF_OTHER.match(after) and not OF_LATER_REPORT.match(after):
                continue
            kind = _kind(match["kind"])
            if kind == "schedule" and of_another(passage.text, start, end):
                continue
            for label in appendix_labels(match["labels"]):
                quote = around(passage.text, start, end, after=30)
                near = passage.text[max(0, start - 80) : end + 80]
                expected = not _KEPT_ELSEWHERE.search(near)
                as_one = _ATTACHED_AS.search(passage.text[max(0, start - 60) : start])
                attached = bool(as_one and (as_one["surely"] or expected))
                opens = not passage.text[:start].strip()
                mention = _Mention(label, passage.place, quote, expected, attached, opens)
                found[kind].setdefault(label, mention)
    return found


def referred_appendices_are_there(report: Report) -> Iterator[TextFinding]:
    """An appendix is referred to that the report's own list of appendices does not have.

    Without a list nothing can be said, for appendices are often files of their own; but where two
    or more stand in the file itself, one that would come after the last of them is missing.
    """
    declared = declared_appendices(report)
    lists = _lists(report)
    standing = _standing(report)
    for kind, mentions in appendix_mentions(report).items():
        listed = lists.get(kind, set())
        known = declared.get(kind, set()) | listed
        for label, mention in mentions.items():
            # "Appendix 2" is there where 2a is listed, and 2a where 2 is
            stem = label.rstrip("abcdefghijklmnopqrstuvwxyz") or label
            if label in known or stem in known:
                continue
            if any(name.startswith(label) and name[len(label) :].isalpha() for name in known):
                continue
            sure = len(listed) > 1 and _alike(label, listed) and "to follow" not in mention.quote
            sure = sure or (mention.expected and _runs_past(label, standing.get(kind, set())))
            # "attached as Appendix A", where the list has Appendices 1 and 2
            sure = sure or (len(listed) > 1 and len(label) == 1 and mention.attached)
            # the one appendix that there is is never spoken of: the reference means it
            spoken_of = {name for name, one in mentions.items() if not one.opens}
            lone = len(known) == 1 and spoken_of == {label} and _alike(label, known)
            sure = sure or (lone and mention.attached)
            # or stands below, under a heading of its own
            stands = standing.get(kind, set()) & known
            sure = sure or (lone and bool(stands) and mention.expected)
            if kind in ("schedule", "attachment") and not sure:
                continue  # an Act's, a contract's
            names = ", ".join(sorted(known, key=_order)).upper()
            yield TextFinding(
                place=mention.place,
                quote=mention.quote,
                message=f"The text refers to {kind} {label.upper()}, which is neither attached nor "
                + (_listed_are(names) if known else "listed in this file."),
                confidence=Confidence.MEDIUM if sure else Confidence.LOW,
                cure="Attach it, list it, or correct the reference.",
            )


def _listed_are(names: str) -> str:
    return f"listed: {names} {'are' if ',' in names else 'is'}."


@read_once
def _standing(report: Report) -> dict[str, set[str]]:
    """The appendices that stand in the file itself: a heading with something under it."""
    found: dict[str, set[str]] = defaultdict(set)
    for block, after in pairwise(report.blocks):
        match = _DECLARED.match(block.text) if isinstance(block, Heading) else None
        if match is not None and not isinstance(after, Heading):
            found[_kind(match["kind"])].add(match["label"].casefold())
    return found


def _runs_past(label: str, standing: set[str]) -> bool:
    """Whether appendices stand one after another from the first, and the label follows them."""
    plain = sorted(name for name in standing if len(name) == 1)
    first = "1" if label.isdigit() else "a"
    if len(plain) < 2 or len(label) > 1 or plain[0] != first or not _alike(label, standing):
        return False
    in_turn = all(ord(name) == ord(first) + place for place, name in enumerate(plain))
    return in_turn and ord(label) > ord(plain[-1])


def _alike(label: str, listed: set[str]) -> bool:
    """Whether the list numbers its entries as the reference does, by letters or by figures."""
    return label[0].isdigit() == next(iter(listed))[0].isdigit()


def _order(label: str) -> tuple[int, str]:
    digits = re.match(r"\d+", label)
    return (int(digits[0]) if digits else 0, label)


RULES: tuple[Rule, ...] = (referred_appendices_are_there,)
