"""Parts of what was told: “16 replied.  Twelve backed the first, five the second, one neither.”

A number that stands alone, with no noun of its own (“twelve backed”, “five of these”, “97 were”),
counts some of what was counted just before it: in the same sentence after “Of the 42 homes”, or in
the sentence before.  One such number is never more than its whole, and numbers that exclude each
other are not more together.  They do where the same is said of each with another object, where
their words are the answers to one question, and where the last is “the other” or “the remaining”.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.part_lists import RULES as LISTED
from moothall.proofread.figures.parts_after_their_wholes import RULES as AFTER
from moothall.proofread.figures.parts_in_turn import RULES as IN_TURN
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_shares import RULES as SHARES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)

_VERB = (
    r"(?:were|was|are|is|had|have|has|did|do|said|would|could|will|wanted|chose|came|went|gave|"
    r"felt|thought|took|made|left|won|lost|met|got|fell|told|sent|passed|failed|found|"
    r"in favour|for|against|late|not|no|on time|in time|"
    r"[a-z]{2,}ed(?!\s(?:[a-z]+\s)?[a-z]+(?:s|people|children|staff)\b(?!\s?[,.;]|\sand\b|$)))\b"
)
_ALONE = Expression(
    rf"«(?P<c>C\d+)»(?=(?:\s\(«P\d+»\))?\s(?:of (?:them|these|those|which|whom)\s)?"
    rf"(?:[a-z]+ly\s|then\s|also\s|now\s|still\s)?{_VERB})"
)
_AFTER_ANOTHER = Expression(
    r"(?:,|\band|\bwhile|;|\bbut)\s(?:and\s|only\s|the (?:other|remaining)\s)?«(?P<c>C\d+)»"
    r"(?=\s(?:(?:the|for|against|to|in|no|not|as|on|undecided|unsure|neither|late|[a-z]+ed)\b|"
    r"[A-Z]|«)|\s?[.;]?$)"
)
_OF_THE = Expression(
    r"^\W*(?:(?:out\s)?of|among|amongst)\s(?:(?:the|our|its|their|all|a|total|some|of)\s)*"
    r"«(?P<w>C\d+)»\s"
    r"(?P<gap>[a-z][^«»;]{2,110}?),?\s(?=(?:only\s|just\s|the\s|some\s|but\s)?«C)",
    re.IGNORECASE,
)
_OF_THOSE = Expression(r"^\W*(?:(?:out )?of|among|amongst) (?:these|those|them|all)\b", re.I)
_NO_THINGS = Expression(
    r"^\s?(?:(?:working|calendar|of|the)\s)*(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|"
    r"km|metres|areas?|wards?|sites?|meetings?|sessions?|events?|visits?|categories|themes|types|"
    r"groups?|phases?|stages?|rounds?|occasions?|times|tonnes|hectares|questions?|options?|"
    r"teams?|services?|workshops?|surveys?|and|to|or|per)\b|^\s?[-–/%]",
    re.IGNORECASE,
)
"""What many more can come from: years, places, meetings, groups."""
_MORE_CAN_BE = Expression(
    r"\b(?:more than one|multiple|each of|respectively|could (?:tick|choose|give|select)|some of "
    r"whom|both|twice|(?:another|further|additional)(?=\s(?:[a-z]+\s)?«)|previous\w*|last year|"
    r"compared|average|"
    r"since|carried|brought|in addition|as well|plus|total|overall|between|target|"
    r"expected|per|than|or more|includ\w+)\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = Expression(
    r"\b(?:the (?:year|month|week|day|time) before|the (?:second|next|last|other|first|following)"
    r"(?=\s?(?:[.,;]|$)|\s(?:one|event|meeting|session|year|month|week|day|round|time)\b)|"
    r"earlier|later|before that|again|in (?:19|20)\d\d|(?:a|one) year (?:ago|on)|so far|"
    r"elsewhere)\b",
    re.IGNORECASE,
)
"""“Sixty came to the first.  Eighty came to the second”: they are counted anew."""
_REPLIED = Expression(
    r"^\s(?:have\s|had\s)?(?:replied|responded|answered|voted|attended|returned|took part)\b", re.I
)
_WISHED_OR_CLEARED = Expression(
    r"\b(?:needed|required|expected|planned|invited|sought|budgeted|due|wanted in|closed|cleared|"
    r"dealt with|resolved|discharged|left|ended)\b",
    re.IGNORECASE,
)
"""What is wished for may be more than there is, and what is cleared may have waited longer."""
_WOULD = Expression(r"^«C\d+»(?:\s[a-z]+){0,3}?\s(?:would|will)\b")
_SAME = (
    r"(?:support|prefer|favour|back|pick|rat|grad|scor|vot|choos|chose|judg|plac|hous|award|assess)"
)
_SAME_VERB = Expression(rf"^\s?(?:were\s|was\s|had\s)?(?P<verb>{_SAME}[a-z]*)\s", re.IGNORECASE)
_ELLIPTIC = Expression(r"^\s?(?:for|the|to|as|in|with|neither|«|[A-Z]|no\b)")
_REST = Expression(r"\b(?:the other|the remaining|the rest|remaining)\s$", re.IGNORECASE)
_ANSWERS = tuple(
    tuple(re.compile(rf"\b(?:{one})", re.IGNORECASE) for one in group)
    for group in (
        (
            (
                r"no (?:clear )?(?:view|opinion|preference|answer|strong)|undecided|unsure|"
                r"not sure|neutral|neither|don.t know|abstain|blank|did not (?:know|answer|say)"
            ),
            r"against|oppos|object|disagree|no\b|not in favour|not support|disapprov",
            r"in favour|support|for\b|agree|back|yes|approv|happy",
        ),
        (
            (
                r"not (?:yet )?(?:start|begun|beg[au]n)|outstanding|overdue|delay|abandon|cancel|"
                r"supersed|behind|yet to|to be start"
            ),
            r"under ?way|in progress|on track|ongoing|part(?:ly|ially)|progress",
            r"complet|done\b|finish|deliver|implement|achiev|closed",
        ),
        (
            r"requir\w+ (?:of )?improvement|inadequate|poor|fail|unsatisf|not met|red\b",
            r"satisfactory|fair|adequate|amber|partly met|average",
            r"good|outstanding|excellent|pass|green\b|met\b",
        ),
        (
            r"withdr|pending|deferred|await|undetermined|remain|still|not (?:yet )?(?:decid|deter)",
            r"refus|reject|declin|dismiss|not (?:be )?upheld|fail|unsuccess|turned down",
            r"part(?:ly|ially) upheld",
            r"grant|approv|accept|allow|upheld|success|pass",
        ),
        (r"late\b|outside|after the|overdue|missed|beyond", r"in time|on time|within|early|prompt"),
        (r"women|female|girls", r"men\b|male|boys"),
        (r"vacant|empty|void|unlet", r"let\b|occupied|rented|in use", r"owned|sold"),
        (r"part-time", r"full-time|whole-time", r"casual|agency|temporary"),
    )
)
"""The answers to one question: nobody and nothing is two of them."""
_MOST = 2
_COUNTED_ONE_BY_ONE = 1_000
"""A hundred tenants who vote are a hundred; 3,000 residents may be rounded."""
_CURE = "Correct the parts or the whole."
_TOLD = quotes_told(*LISTED, *AFTER, *IN_TURN, *SHARES)


def parts_told_are_no_more_than_what_they_are_of(report: Report) -> Iterator[TextFinding]:
    """“640 answered.  Of those 372 were for it, 189 were against and 97 had no view”: 658."""
    for paragraph in paragraphs(report):
        read = [with_all_numbers(one.text) for one in paragraph.sentences]
        for place, one in enumerate(read):
            if not one.figures or "«C" not in one.pattern:
                continue
            message = _too_many(one, read[place - 1] if place else None)
            if message and not _is_told(report, paragraph, place):
                yield finding_on(
                    paragraph, paragraph.sentences[place], message, _CURE, Confidence.MEDIUM
                )


def _is_told(report: Report, paragraph: Paragraph, place: int) -> bool:
    return told_by(_TOLD, report, paragraph, paragraph.sentences[place])


_OF_WHICH_ROWS = Expression(
    r"\bof (?:which|whom)\b[^«»;.]{2,60}?[:–-]?\s«(?P<c>C\d+)»", re.IGNORECASE
)
_NEARLY = Decimal("1.1")


def _rows_of_which(one: Sentence) -> str | None:
    """“In care: 412 of which fostered: 278 of which at home: 37 …”, lines that ran together."""
    rows = list(_OF_WHICH_ROWS.finditer(one.pattern))
    if len(rows) < 3:
        return None
    ahead = re.findall(r"«(C\d+)»", one.pattern[: rows[0].start()])
    if len(ahead) != 1:
        return None
    whole, parts = one.figure(ahead[0]), [one.figure(row["c"]) for row in rows]
    got = sum((part.size for part in parts), Decimal(0))
    if whole.rough or not whole.size < got <= whole.size * _NEARLY:
        return None
    return f"{' + '.join(part.text for part in parts)} = {got:,f}, more than the {whole.text}."


def _too_many(one: Sentence, before: Sentence | None) -> str | None:
    if (rows := _rows_of_which(one)) is not None:
        return rows
    opens = _OF_THE.match(one.pattern)
    if opens is not None:
        whole, start = one.figure(opens["w"]), opens.end()
        if _NO_THINGS.match(opens["gap"]) or _MORE_CAN_BE.search(one.pattern):
            return None
        return _judged(one, start, whole)
    if before is None or _MORE_CAN_BE.search(before.pattern) or _MORE_CAN_BE.search(one.pattern):
        return None
    back = _OF_THOSE.match(one.pattern)
    if back is None and _ANOTHER_TIME.search(f"{one.text} {before.text}"):
        return None
    first = _ALONE.match(one.pattern)
    if back is None and first is None:
        return None
    told = _whole_of(before, back=back is not None)
    if told is None or (back is None and _is_apart(before, one)):
        return None
    return _judged(one, 0, told)


def _is_apart(before: Sentence, one: Sentence) -> bool:
    """Whether the numbers of the next sentence are not of those of this one, but stand beside.

    “15 were approved.  Sixteen were refused”; “30 came forward.  Forty were needed”.
    """
    if _WISHED_OR_CLEARED.search(one.text):
        return True
    if _WOULD.match(before.pattern) and _WOULD.match(one.pattern):
        return True  # “Nine libraries would stay as they are.  Ten would be …”
    said = re.split(r"«C\d+»", before.pattern)[-1]
    first = re.split(r"«C\d+»", one.pattern)[1]
    for group in _ANSWERS:
        here, there = (_kind_in(group, words) for words in (said, first))
        if None not in (here, there) and here != there:
            return True
    return False


def _kind_in(group: tuple[re.Pattern[str], ...], words: str) -> int | None:
    """Which of the answers to one question the words give."""
    return next((number for number, form in enumerate(group) if form.search(words)), None)


def _whole_of(before: Sentence, *, back: bool) -> Figure | None:
    """What the numbers of the next sentence are of: who replied, or all that were counted."""
    counts = list(re.finditer(r"«([A-Z]\d+)»", before.pattern))
    found = []
    for match in counts:
        if match[1][0] != "C":
            continue
        after = before.pattern[match.end() :]
        if _NO_THINGS.match(after):
            return None
        found.append((before.figure(match[1]), bool(_REPLIED.match(after))))
    if not found or any(figure.rough for figure, _ in found):
        return None
    if found[-1][1]:
        return found[-1][0]
    if len(found) > 1 and not back:
        return None
    return max((figure for figure, _ in found), key=lambda figure: figure.size)


def _judged(one: Sentence, start: int, whole: Figure) -> str | None:
    if whole.rough:
        return None
    limit = whole.size if whole.size < _COUNTED_ONE_BY_ONE else whole.high
    spots = {
        match["c"]: match
        for form in (_ALONE, _AFTER_ANOTHER)
        for match in form.finditer(one.pattern, start)
    }
    spans = sorted((match.end("c") + 1, name) for name, match in spots.items())
    parts = [one.figure(name) for _, name in spans]
    if not parts or any(part.rough for part in parts):
        return None
    for part in parts:
        if part.low > limit and not 1990 <= part.size <= 2050:
            return f"{part.text} of {whole.text} are more than all of them."
    every = len(re.findall(r"«C\d+»", one.pattern[start:]))
    got = sum((part.size for part in parts), Decimal(0)) + _ones(one.pattern[start:])
    if every != len(parts) or len(parts) < 2 or not limit < got <= whole.size * _MOST:
        return None
    if not _exclude(one.pattern, spans):
        return None
    listed = " + ".join(f"{part.size:,f}" for part in parts)
    listed += " + 1" * int(_ones(one.pattern[start:]))
    return f"{listed} = {got:,f}, more than the {whole.text} that they are of."


_A_ONE = Expression(rf"(?:,|\band)\sone\s(?={_VERB}|the\b|[A-Z])")


def _ones(words: str) -> Decimal:
    return Decimal(len(_A_ONE.findall(words)))


def _exclude(pattern: str, spans: list[tuple[int, str]]) -> bool:
    """Whether nobody can be counted in two of the parts."""
    ends = [pattern.rfind(f"«{name}»") for _, name in spans[1:]] + [len(pattern)]
    said = [pattern[start:end] for (start, _), end in zip(spans, ends, strict=True)]
    if _REST.search(said[-2]) or re.search(r"\bof (?:which|whom|them)\b", " ".join(said[1:])):
        return bool(_REST.search(said[-2]))
    first = _SAME_VERB.match(said[0])
    if first is not None and all(
        _ELLIPTIC.match(words) or ((m := _SAME_VERB.match(words)) and m["verb"] == first["verb"])
        for words in said[1:]
    ):
        return True
    for group in _ANSWERS:
        kinds = [_kind_in(group, words) for words in said]
        if None not in kinds and len(set(kinds)) == len(kinds):
            return True
    return False


RULES: tuple[Rule, ...] = (parts_told_are_no_more_than_what_they_are_of,)
