"""Acts in their order: opened and closed, decided and published, launched and in use.

What an act rests on comes before it, whatever the verb: nobody signs for a day to come, publishes
what is not decided or is seen in a clinic that has not opened.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.dates.tenses import days_without_years
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import (
    Written,
    own_date,
    with_years,
    written_dates,
)

_CURE = "Correct one of the two dates."


def _finding(passage: Passage, text: str, on: Written, message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(text, on.start, on.end, 90),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


# --- decided and published ------------------------------------------------------------------------

_TAKEN = Expression(
    r"\bdecision (?:was )?(?:taken|made)\b[\s:]*(?:on\s)?(?:the\s)?$", re.IGNORECASE
)
_PUBLISHED = Expression(
    r"\bdecision (?:notice )?(?:was |is )?(?:published|called in|implemented)\b[\s:]*(?:on\s)?"
    r"(?:the\s)?$",
    re.IGNORECASE,
)


def a_decision_is_published_after_it_is_taken(report: Report) -> Iterator[TextFinding]:
    """“Decision taken: 24 June”; “after the decision was published on 17 June”."""
    taken: dict[Written, None] = {}
    published: list[tuple[Passage, str, Written]] = []
    for passage in passages(report):
        if "ecision" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                if _TAKEN.search(sentence[: on.start]):
                    taken[on] = None
                elif _PUBLISHED.search(sentence[: on.start]):
                    published.append((passage, sentence, on))
    if len({on.first for on in taken}) != 1:
        return
    since = next(iter(taken))
    for passage, sentence, on in published:
        if on.last < since.first:
            message = f"{on.text.strip()} is before the decision was taken, {since.text.strip()}."
            yield _finding(passage, sentence, on, message)


# --- signed for a day to come ---------------------------------------------------------------------

_AS_AT = Expression(r"\bas at\s(?:the\s)?$", re.IGNORECASE)
_WAS_DONE = Expression(
    r"^,?\s(?:was|were|has been|have been|had been)\s(?:\w+ly\s)?(?:signed|agreed|audited|"
    r"completed|certified|approved|reported|published|confirmed|finalised|received|issued|presented|checked|"
    r"reconciled|counted)\b[^.;,]{0,70}?\son\s(?:the\s)?$",
    re.IGNORECASE,
)
_AHEAD = Expression(
    r"\b(?:forecast|estimate\w*|project\w+|draft|budget\w*|expected|plan\w*)\b", re.I
)


def what_is_told_as_at_a_day_is_done_after_it(report: Report) -> Iterator[TextFinding]:
    """“The valuation as at 31 March 2025 was signed by the actuary on 20 February 2025.”"""
    for passage in passages(report):
        if "as at" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            found = written_dates(sentence)
            for at, on in pairwise(found):
                done = _WAS_DONE.match(sentence[at.end : on.start])
                if done is None or not _AS_AT.search(sentence[: at.start]):
                    continue
                if on.last < at.first and not _AHEAD.search(sentence[: at.start]):
                    message = f"Done on {on.text.strip()}, yet told as at {at.text.strip()}."
                    yield _finding(passage, sentence, on, message)


# --- in use before it was launched ----------------------------------------------------------------

_LAUNCHED = Expression(
    r"\b(?P<thing>[A-Za-z]{4,}),?\s(?:which\s|that\s)?(?:was\s|were\s)?(?:launched|opened|set up|"
    r"established|introduced|started|created)\s(?:here\s|again\s)?(?:in|on)\s(?:the\s)?$"
)
_IN_USE = Expression(
    r"^(?P<lead>(?:From|Between|Since|In|During)\s(?:the\s)?(?P<from>[A-Z][a-z]+(?:\s20\d\d)?)"
    r"\s(?:to|and|until|–|-)\s)(?P<rest>[A-Z][a-z]+\s20\d\d,?\s)",
)


def _month_with_year(use: re.Match[str]) -> str:
    """The first month of “From January to September 2024” with the year that is told of both."""
    year = re.search(r"20\d\d", use["from"]) or re.search(r"20\d\d", use["rest"])
    return f"{use['from'].split()[0]} {year[0]}" if year else ""


_TRIAL = Expression(
    r"\b(?:pilot|trial|formally|officially|re-?launched|relaunch\w*|before)\b", re.I
)


def nothing_is_in_use_before_its_launch(report: Report) -> Iterator[TextFinding]:
    """A clinic “launched in March”; “from January to September the clinic saw 1,600”."""
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        launched: tuple[str, Written] | None = None
        for sentence in sentences(passage.text):
            use = _IN_USE.match(sentence)
            if use is not None and launched is not None:
                thing, since = launched
                both = written_dates(_month_with_year(use))
                of_it = re.search(rf"\b{thing}\b", sentence[use.end() :], re.IGNORECASE)
                if both and both[0].last < since.first and of_it and not _TRIAL.search(sentence):
                    shift = Written(
                        text=use["lead"], first=both[0].first, last=both[0].last, start=0,
                        end=use.end(),
                    )  # fmt: skip
                    yield _finding(
                        passage,
                        sentence,
                        shift,
                        f"Told of a time from {use['from']}; the {thing.lower()} was launched in "
                        f"{since.text.strip()}.",
                    )
            for on in written_dates(sentence):
                match = _LAUNCHED.search(sentence[max(0, on.start - 90) : on.start])
                if match is not None and not _TRIAL.search(sentence):
                    launched = match["thing"], on


# --- the same act in the next sentence ------------------------------------------------------------

_THAT_ACT = Expression(
    r"\b(?:[Tt]hat|[Tt]his|[Tt]he same)\s(?P<act>approval|agreement|decision|award|appointment|"
    r"meeting|vote|report|hearing|inspection|visit|adoption|resolution)\b,?\s(?:was\s|which was\s)?"
    r"(?:given|made|taken|held|agreed|reached|passed|carried out|of|dated)\s(?:on\s)?(?:the\s)?$"
)
_ACT = {
    "approval": "approv", "agreement": "agree", "decision": "deci", "award": "award",
    "appointment": "appoint", "meeting": "me", "vote": "vote", "report": "report",
    "hearing": "hear", "inspection": "inspect", "visit": "visit", "adoption": "adopt",
    "resolution": "resol",
}  # fmt: skip


def that_act_was_on_its_own_day(report: Report) -> Iterator[TextFinding]:
    """“Approved on 12 November”; and next: “since that approval, given on 19 November”."""
    before = ""
    for passage in passages(report):
        for sentence in sentences(passage.text):
            found = [on for on in written_dates(sentence) if on.is_a_day]
            earlier = [on for on in written_dates(before) if on.is_a_day]
            match = _THAT_ACT.search(sentence[: found[0].start]) if found else None
            if match is not None and len(earlier) == 1 and earlier[0].first != found[0].first:
                (on,) = earlier
                if re.search(rf"\b{_ACT[match['act']]}\w*", before[: on.start], re.IGNORECASE):
                    message = (
                        f"That {match['act']} was on {on.text.strip()} by the sentence before."
                    )
                    yield _finding(passage, sentence, found[0], message)
            before = sentence


# --- the council that sets the budget -------------------------------------------------------------

_AT_COUNCIL = Expression(
    r"\b(?:Full|County|City|Borough|District|Town)\sCouncil(?:\smeeting)?\s(?:on|of)\s(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$"
)
_NOT_THE_SAME = Expression(
    r"\b(?:reserve|adjourn\w*|last year|previous|tax[- ]setting|contingency|if|initial|"
    r"consult\w*)\b",
    re.I,
)
_WITHIN = 31


def the_budget_goes_to_council_on_one_day(report: Report) -> Iterator[TextFinding]:
    """“Budget approval at Full Council on 13 February”; “presented to County Council on 20th”."""
    told: dict[object, list[tuple[Passage, str, Written]]] = {}
    own = own_date(report)
    for passage in passages(report):
        if "Council" not in passage.text or "budget" not in passage.text.lower():
            continue
        for sentence in sentences(passage.text):
            if "budget" not in sentence.lower() or _NOT_THE_SAME.search(sentence):
                continue
            dated = (*written_dates(with_years(sentence)), *_days(sentence))
            for on in (*dated, *(days_without_years(sentence, own) if own else ())):
                if on.is_a_day and _AT_COUNCIL.search(with_years(sentence)[: on.start]):
                    key = (on.first.month, on.first.day)
                    told.setdefault(key, []).append((passage, sentence, on))
    if len(told) != 2:
        return
    one, other = sorted(told.values(), key=lambda held: (len(held), -held[0][0].block))
    passage, sentence, on = one[0]
    if 0 < abs(on.first.timetuple().tm_yday - other[0][2].first.timetuple().tm_yday) <= _WITHIN:
        where = other[0][0].place
        message = f"The budget goes to Council on {other[0][2].text.strip()} elsewhere ({where})."
        yield _finding(passage, sentence, on, message)


def _days(sentence: str) -> Iterator[Written]:
    """The days without a year, all in one year that has no leap day."""
    for match in re.finditer(
        r"\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\b(?!,?\s20\d\d)", sentence
    ):
        for on in written_dates(f"{match[0]} 2023"):
            if on.is_a_day:
                yield Written(
                    text=match[0],
                    first=on.first,
                    last=on.last,
                    start=match.start(),
                    end=match.end(),
                )


RULES: tuple[Rule, ...] = (
    a_decision_is_published_after_it_is_taken,
    what_is_told_as_at_a_day_is_done_after_it,
    nothing_is_in_use_before_its_launch,
    that_act_was_on_its_own_day,
    the_budget_goes_to_council_on_one_day,
)
