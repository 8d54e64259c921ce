"""What is called over or decided, and by its own date is still to come.

“The consultation has now closed” in a report of a day on which it still runs; “agreed by the
Council in February” in a report of January.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.tenses import days_without_years
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences, shortened
from moothall.proofread.reading.written_dates import (
    Written,
    in_full,
    own_date,
    with_years,
    written_dates,
)

_THING = (
    r"(?P<thing>consultation|survey|questionnaire|representation|objection|notice|tender|"
    r"application|bidding|nomination|call for evidence|call[- ]in|engagement|exhibition|trial|"
    r"pilot|"
    r"competition|ballot|appeal)s?\b(?:\s(?:period|exercise|window|process|stage))?"
)
_IS_OVER = Expression(
    rf"\b{_THING}\s(?:has|have|is|are)\s(?:now\s|already\s|since\s|also\s)?(?:closed|ended|"
    r"concluded|finished|expired|over|been completed|come to an end|run its course)\b",
    re.IGNORECASE,
)
_CLOSES = Expression(
    rf"\b{_THING}[^.;]{{0,90}}?\b(?:ends?|closes?|concludes?|expires?|finish(?:es)?|runs?|remains? "
    r"open|is open|open|until|to)\b(?:\s(?:on|at|by|until|to|for|till|the|end|midnight|noon|midday|"
    r"5pm))*\s*$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:second|further|next|previous|first|earlier|informal|initial|another|phase|stage \d|"
    r"round|pre-\w+|last year)\b",
    re.IGNORECASE,
)


def what_has_closed_was_to_close_before_the_report(report: Report) -> Iterator[TextFinding]:
    """“The survey has now closed”, and two lines above it is to close a week from now."""
    own = own_date(report)
    if own is None:
        return
    ends: dict[str, tuple[Written, str, str]] = {}
    over: list[tuple[str, str, str]] = []
    places = {}
    for passage in passages(report):
        for sentence in sentences(passage.text):
            if _ANOTHER.search(sentence):
                continue
            match = _IS_OVER.search(sentence)
            if match is not None:
                key = match["thing"].casefold()
                over.append((key, sentence, match[0]))
                places[sentence] = passage.place
            for on in written_dates(with_years(sentence)):
                closing = _CLOSES.search(with_years(sentence)[: on.start])
                if closing is not None and on.is_a_day and on.first > own:
                    ends.setdefault(closing["thing"].casefold(), (on, sentence, str(passage.place)))
    for key, sentence, said in over:
        if key in ends:
            on, other, where = ends[key]
            yield TextFinding(
                place=places[sentence],
                quote=sentence,
                message=f"“{said}” in a report of {in_full(own)}, but it closes on "
                f"{in_full(on.first)} ({where}: “{shortened(other, 100)}”).",
                confidence=Confidence.MEDIUM,
                cure="Correct the date, or say that it is still open.",
            )


# --- decisions of a meeting that is still to come ------------------------------------------------

_DECIDED = Expression(
    r"\b(?P<decided>agreed|approved|adopted|endorsed|ratified|resolved|confirmed|signed off)\b"
    r"(?:\s(?:as part of|within)\s[^.;,\d]{3,50}?)?\s(?:at|by)\s(?:the\s|its\s)?[^.;,\d]{0,50}?"
    r"\b(?:Council|Cabinet|Committee|Executive|Board|Forum|Panel|Team|Group|Partnership|Trust|"
    r"Leader|Director|Commissioners?|Governors|Trustees|Members)\b[^.;,\d]{0,30}?\s(?:on|in)\s"
    r"(?:the\s)?$"
)
_NOT_YET = Expression(
    r"\b(?:be|being|if|once|when|after|until|unless|subject|should|would|will|may|expected|due|"
    r"proposed|planned|assum\w+|provided|before|pending|to have|not|and (?:then|if)|draft)\s"
    r"(?:\w+\s){0,3}$",
    re.IGNORECASE,
)


def what_is_decided_was_decided_before_the_report(report: Report) -> Iterator[TextFinding]:
    """“The fees agreed by the Council in March” are still to be agreed in a report of January."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if not any(sign.isdigit() for sign in passage.text):
            continue
        for sentence in sentences(passage.text):
            for on in (*written_dates(sentence), *days_without_years(sentence, own)):
                if not 0 < (on.first - own).days < 366:
                    continue
                match = _DECIDED.search(sentence[max(0, on.start - 180) : on.start])
                if match is None:
                    continue
                before = sentence[max(0, on.start - 180) : on.start][: match.start()]
                if _NOT_YET.search(before) or _NOT_YET.search(sentence[:40]):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, on.start, on.end, 110),
                    message=f"Called “{match['decided']}”, yet {on.text.strip()} is after the "
                    f"report’s own date, {in_full(own)}.",
                    confidence=Confidence.MEDIUM,
                    cure="Say that it is to be decided then, or correct the date.",
                )


# --- the last time --------------------------------------------------------------------------------

_CHANGED = (
    r"(?P<done>raised|increased|put up|uprated|reviewed|changed|updated|refreshed|revised|"
    r"inspected|"
    r"surveyed|consulted on|tendered|let|refurbished|resurfaced|replaced)"
)
_ASIDE = r"(?:,\s(?:which|who|that)\s[^,.;]{1,60},)?"
_LAST = Expression(
    rf"\b(?P<what>[A-Za-z’'-]{{3,}}){_ASIDE}\s(?:was|were|has been|have been)\slast\s{_CHANGED}\b"
    r"[^.;,\d]{0,30}?\s(?:in|on)\s(?:the\s)?$",
    re.IGNORECASE,
)
_THEN = Expression(
    rf"\b(?P<what>[A-Za-z’'-]{{3,}}){_ASIDE}\s(?:was|were|has been|have been)\s(?:also\s|"
    rf"then\s)?{_CHANGED}\b"
    r"[^.;,]{0,30}?\s(?:in|on)\s(?:the\s)?$",
    re.IGNORECASE,
)
_RAISES = frozenset({"raised", "increased", "put up", "uprated", "changed", "revised"})
_RENEWS = frozenset({"reviewed", "updated", "refreshed", "revised", "changed"})


def nothing_follows_the_last_time(report: Report) -> Iterator[TextFinding]:
    """“Fees were last raised in April 2023”, and elsewhere “were increased in April 2025”."""
    own = own_date(report)
    last: list[tuple[re.Match[str], Written, str]] = []
    then = []
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                before = sentence[max(0, on.start - 150) : on.start]
                if match := _LAST.search(before):
                    last.append((match, on, str(passage.place)))
                elif match := _THEN.search(before):
                    then.append((match, on, sentence, passage.place))
    for match, on, sentence, place in then:
        for first, since, where in last:
            one, other = first["done"].lower(), match["done"].lower()
            alike = one == other or {one, other} <= _RAISES or {one, other} <= _RENEWS
            same = first["what"].lower() == match["what"].lower() and alike
            past = own is None or on.first <= own
            if same and past and on.first > since.last:
                yield TextFinding(
                    place=place,
                    quote=sentence,
                    message=f"“{match['done']}” in {on.text.strip()} here; at {where} they were "
                    f"last {first['done']} in {since.text.strip()}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two dates.",
                )
                return


RULES: tuple[Rule, ...] = (
    nothing_follows_the_last_time,
    what_has_closed_was_to_close_before_the_report,
    what_is_decided_was_decided_before_the_report,
)
