"""Votes: what was carried had more for it than against it, and no more voted than were there."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.numbered_parts import numbered_parts_make_the_number_said
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import HUNDRED, Figure, Sentence, finding_on, paragraphs

_GATE = Expression(r"\bvot(?:e|es|ed|ing)\b|\bin favour\b|\bfor and\b|\bmajority\b", re.IGNORECASE)
_FOR = Expression(
    r"«(?P<n>C\d+)»\s(?:(?:members|councillors|votes?|people|voted|voting|were|cast|"
    r"present)\s){0,3}"
    r"(?:for|in favour)\b|\b(?:for|in favour)\s?[:–-]?\s?\(?«(?P<m>C\d+)»|"
    r"\b(?:by|voted)\s«(?P<k>C\d+)»(?:\svotes)?\sto\s«C\d+»",
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"«(?P<n>C\d+)»\s(?:(?:members|councillors|votes?|people|voted|voting|were|cast|"
    r"present)\s){0,3}"
    r"against\b|\bagainst\s?[:–-]?\s?\(?«(?P<m>C\d+)»|"
    r"\b(?:by|voted)\s«C\d+»(?:\svotes)?\sto\s«(?P<k>C\d+)»",
    re.IGNORECASE,
)
_ABSTAINED = Expression(
    r"«(?P<n>C\d+)»\s(?:[a-z]+\s){0,2}?abst(?:ained|entions?|aining)\b|\babstentions?\s?[:–-]?\s?"
    r"«(?P<m>C\d+)»",
    re.IGNORECASE,
)
_PRESENT = Expression(
    r"«(?P<n>C\d+)»\s(?:(?:of|the|parish|town|district|voting|elected|council)\s){0,2}"
    r"(?:councillors|members|residents|people|electors|trustees|governors)\s(?:were |was |being |"
    r"who "
    r"were )?(?:present|there|in attendance|attended|voted|took part)\b",
    re.IGNORECASE,
)
_ALL_VOTED = Expression(
    r"\b(?:all|every one of)\s(?:of\s)?(?:the\s)?«(?P<n>C\d+)»\s(?:[a-z]+\s){0,2}?(?:councillors|"
    r"members|trustees|governors)\s(?:were |being )?(?:present and )?(?:voted|voting|took part)\b",
    re.IGNORECASE,
)
"""All of them: then the votes make that number."""
_THEY_ALL_VOTED = Expression(
    r"\ball\s(?:of\s(?:them|whom|those\spresent)\s)?(?:had\s)?voted\b", re.IGNORECASE
)
_ONE_ABSTAINED = Expression(
    r"\b(?:one|a single)\s(?:member\s|councillor\s)?abst(?:ained|ention|aining)\b", re.IGNORECASE
)
_MAJORITY = Expression(r"\bmajority of\s(?:just |only )?«(?P<n>C\d+)»(?!\sto\b)", re.IGNORECASE)
_CARRIED = Expression(
    r"\b(?:(?:was|were|is|are|be|been|duly) (?:therefore |duly |then )?(?:carried|passed|adopted)|"
    r"carried\b(?! out| forward| on))",
    re.IGNORECASE,
)
_LOST = Expression(
    r"\b(?:was|were) (?:therefore |then )?(?:lost|defeated|rejected|not carried|not passed)\b|"
    r"\b(?:motion|amendment|proposal|vote) (?:fell|failed)\b",
    re.IGNORECASE,
)
_NOT_PLAIN = Expression(
    r"\b(?:two[- ]thirds|casting vote|tied|amendment\b.*\bmotion|motion\b.*\bamendment|recount|"
    r"both|respectively|left the|arrived|proxy|"
    r"prox(?:y|ies)|postal|three[- ]quarters|first|second|round|quorum|second motion)\b",
    re.IGNORECASE,
)
_CURE = "Correct the number of votes, or what became of the motion."


def a_vote_went_as_it_was_counted(report: Report) -> Iterator[TextFinding]:
    """“Carried by 24 votes to 19, a majority of 7” is a majority of 5."""
    for paragraph in paragraphs(report):
        if not _GATE.search(paragraph.text):
            continue
        before: Sentence | None = None
        for place, plain in enumerate(paragraph.sentences):
            one = with_all_numbers(plain.text)
            if one.figures and _GATE.search(plain.text):
                message = _wrong(one, before, paragraph.sentences[place + 1 : place + 2])
                if message and not told_by(_OTHERS, report, paragraph, plain):
                    yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)
            before = one


_OTHERS = quotes_told(numbered_parts_make_the_number_said)


def _wrong(one: Sentence, before: Sentence | None, after: tuple[Sentence, ...] = ()) -> str | None:
    ayes, noes = _only(_FOR, one), _only(_AGAINST, one)
    if ayes is None or noes is None or _NOT_PLAIN.search(one.text):
        return None
    majority = _only(_MAJORITY, one)
    if majority is not None and majority.size not in (
        abs(ayes.size - noes.size),
        ayes.size,
        ayes.size + noes.size,
    ):
        won_by = abs(ayes.size - noes.size)
        return f"{ayes.text} to {noes.text} is a majority of {won_by}, not {majority.text}."
    share = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(one.figures) == 3 and len(share) == 1 and "those voting" in one.text and ayes.size:
        got = ayes.size / (ayes.size + noes.size) * HUNDRED
        if abs(got - share[0].size) > share[0].amount.step:
            return f"{ayes.text} for and {noes.text} against is {got:.1f}%, not {share[0].text}."
    carried, lost = bool(_CARRIED.search(one.text)), bool(_LOST.search(one.text))
    if carried != lost and (
        (carried and ayes.size < noes.size) or (lost and ayes.size > noes.size)
    ):
        return f"{ayes.text} for and {noes.text} against: the motion is said to be " + (
            "carried." if carried else "lost."
        )
    if _only(_PRESENT, one) is None and (before is None or _only(_PRESENT, before) is None):
        before = with_all_numbers(after[0].text) if after else before
    return _more_than_were_there(one, before, ayes, noes)


def _more_than_were_there(
    one: Sentence, before: Sentence | None, ayes: Figure, noes: Figure
) -> str | None:
    present = _only(_PRESENT, one) or (_only(_PRESENT, before) if before else None)
    if present is None or present in (ayes, noes):
        return None
    abstained = _only(_ABSTAINED, one)
    votes = [ayes, noes, *([abstained] if abstained else [])]
    lone = not abstained and _ONE_ABSTAINED.search(one.text) is not None
    got = sum(int(figure.size) for figure in votes) + lone
    added = " + ".join([*(figure.text for figure in votes), *(["1"] if lone else [])])
    if got < present.size and any(
        _THEY_ALL_VOTED.search(each.text) for each in (one, before) if each
    ):
        return f"{added} = {got}, not the {present.text} who all voted."
    voted = _only(_ALL_VOTED, one) or (_only(_ALL_VOTED, before) if before else None)
    if voted == present and got < present.size and abstained:
        return f"{added} = {got}, not the {present.text} who voted."
    if got <= present.size:
        return None
    return f"{added} = {got}, more than the {present.text} there."


def _only(form: Expression, one: Sentence) -> Figure | None:
    """The one figure that the sentence calls so."""
    found = [one.figure(next(filter(None, match.groups()))) for match in form.finditer(one.pattern)]
    return found[0] if len(found) == 1 else None


RULES: tuple[Rule, ...] = (a_vote_went_as_it_was_counted,)
