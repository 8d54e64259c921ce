"""Votes as minutes tell them: what was unanimous had nobody against it, and no more voted than
were there.

“5 votes for, 2 against – unanimously approved”; “unanimously agreed to refer the matter” and “by
seven votes to four, to refer the matter”; eleven votes where nine councillors are listed.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.answers.those_present import members_listed
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.figures.votes_counted import a_vote_went_as_it_was_counted
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Sentence, finding_on, paragraphs
from moothall.proofread.reading.thesaurus import root

_UNANIMOUS = Expression(
    r"\b(?:unanimous(?:ly)?|nem\.? ?con\b|with no(?:body)? (?:votes? )?against|no votes against|"
    r"(?:all|everyone|everybody) (?:present )?(?:were |was |voted )?in favour|all (?:members |"
    r"councillors )?agreed|(?:agreed|approved|accepted) by all(?: present)?)\b",
    re.IGNORECASE,
)
_NOT_SO = Expression(
    r"\b(?:not|almost|nearly|near|if|would|should|must|amendment|declared an interest|casting|"
    r"first|second|previous\w*|last|earlier|both)\b",
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"«(?P<n>C\d+)»\s(?:votes?\s|members?\s|councillors?\s|were\s|voted\s|voting\s)*against\b|"
    r"\bagainst\s?[:–(-]\s?«(?P<m>C\d+)»|\bby\s«C\d+»\s(?:votes?\s)?to\s«(?P<k>C\d+)»",
    re.IGNORECASE,
)
_ONE_AGAINST = Expression(
    r"\b(?:Cllr|Councillor|Mr|Mrs|Ms)\b[^.;]{2,30}\b(?:voted|voting) against\b|\bwith one (?:vote |"
    r"member |councillor )?against\b",
    re.IGNORECASE,
)
_FOR = Expression(
    r"«(?P<n>C\d+)»\s(?:(?:members?|councillors?|votes?|were|voted|voting|cast)\s){0,3}"
    r"(?:for|in favour)\b|"
    r"\b(?:for|in favour)\s?[:–(-]\s?«(?P<m>C\d+)»|\bby\s«(?P<k>C\d+)»\s(?:votes?\s)?to\s«C\d+»",
    re.IGNORECASE,
)
_ABSTAINED = Expression(
    r"«(?P<n>C\d+)»\s(?:[a-z]+\s){0,2}?abst(?:ained|entions?|aining)\b|\babstentions?\s?[:–(-]?\s?"
    r"«(?P<m>C\d+)»",
    re.IGNORECASE,
)
_SHARED = 3
_CURE = "Correct the votes, or the word."
_PARTED = quotes_told(a_vote_went_as_it_was_counted)


def what_was_unanimous_had_nobody_against(report: Report) -> Iterator[TextFinding]:
    """“5 votes for, 2 against – unanimously approved”, and the same told in two places."""
    unanimous: list[tuple[str, Place, int]] = []
    divided: list[tuple[Sentence, Place, int, str]] = []
    every = paragraphs(report)
    for number, paragraph in enumerate(every):
        folded = paragraph.text.casefold()
        agreed = "unanim" in folded or "favour" in folded or "all " in folded or "nem" in folded
        if not agreed and "vote" not in folded and "against" not in folded:
            continue
        for one in paragraph.sentences:
            word = _UNANIMOUS.search(one.text) if agreed else None
            against = _those_against(one)
            if word is not None and against and _of_two_things(one.text, word):
                continue
            if word is not None and against and not _NOT_SO.search(one.text):
                yield finding_on(
                    paragraph,
                    one,
                    f"“{word[0]}” and “{against}” are said of one vote.",
                    _CURE,
                    Confidence.MEDIUM,
                )
            elif word is not None and "unanim" in word[0].casefold():
                # what was agreed may stand in the list that follows
                following = every[number + 1 : number + 2] if paragraph.leads_in else ()
                motion = " ".join([one.text, *(item.text for item in following)])
                unanimous.append((motion, paragraph.place, paragraph.block))
            elif against and not _NOT_SO.search(one.text):
                divided.append((one, paragraph.place, paragraph.block, against))
    if not are_minutes(report) and len(unanimous) <= _SHARED and len(divided) == 1:
        yield from _told_twice(unanimous, divided[0])


def _of_two_things(text: str, word: re.Match[str]) -> bool:
    """“Supported the first unanimously and the second by 14 votes to 3”."""
    vote = _VOTE.search(text, word.end())
    return vote is not None and _AND.search(text[word.end() : vote.start()]) is not None


_VOTE = Expression(r"\b(?:by|with)\s\w+ (?:votes?|against)\b|\bagainst\b", re.IGNORECASE)
_AND = Expression(r"\b(?:and|but|while|whereas)\b(?! (?:so|it)\b)", re.IGNORECASE)


def _those_against(one: Sentence) -> str:
    """The words that say that somebody voted against; empty where nobody did."""
    if "against" not in one.text and " to " not in one.text:
        return ""
    named = _ONE_AGAINST.search(one.text)
    if named is not None:
        return named[0]
    read = _read(one.text)
    match = _AGAINST.search(read.pattern)
    if match is None or ("vot" not in one.text and "favour" not in one.text):
        return ""
    count = read.figure(match["n"] or match["m"] or match["k"])
    return "" if count.size == 0 else _plain(match[0], read)


def _read(text: str) -> Sentence:
    """A sentence with all its numbers, “one against” among them."""
    return with_all_numbers(_ONE.sub("1", text))


_ONE = Expression(
    r"(?<=votes to )one\b|\bone(?= (?:against|abst|vote|member voted|councillor voted))", re.I
)


def _plain(pattern: str, one: Sentence) -> str:
    return re.sub(r"«(C\d+)»", lambda found: one.figure(found[1]).text, pattern)


def _told_twice(
    unanimous: list[tuple[str, Place, int]], divided: tuple[Sentence, Place, int, str]
) -> Iterator[TextFinding]:
    """One decision of one body: unanimous in one paragraph, by seven votes to four in another."""
    two, where, block, against = divided
    for one, place, other in unanimous:
        if other == block or len(_words(one) & _words(two.text)) < _SHARED:
            continue
        yield TextFinding(
            place=where,
            quote=two.text,
            message=f"“{against}” here; “{shortened(one, 90)}” ({place}).",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )
        return


def _words(text: str) -> set[str]:
    plain = re.findall(r"[a-z]{5,}", text.casefold())
    return {root(word) for word in plain if word not in ("following", "agreed", "unanimously")}


def no_more_vote_than_are_listed(report: Report) -> Iterator[TextFinding]:
    """“Eight in favour, three against and two abstained”, and nine councillors are listed."""
    there = members_listed(report) if are_minutes(report) else _members_told(report)
    if not there:
        return
    told = _PARTED(report)
    for paragraph in paragraphs(report):
        if "favour" not in paragraph.text and "vot" not in paragraph.text:
            continue
        for plain in paragraph.sentences:
            one = _read(plain.text)
            votes = [
                one.figure(next(filter(None, match.groups())))
                for form in (_FOR, _AGAINST, _ABSTAINED)
                if (match := form.search(one.pattern))
            ]
            got = sum(int(vote.size) for vote in votes)
            if len(votes) < 2 or got <= there or _OF_OTHERS.search(plain.text):
                continue
            if any(place == paragraph.place for place, _ in told):
                continue
            added = " + ".join(vote.text for vote in votes)
            yield finding_on(
                paragraph,
                plain,
                f"{added} = {got} votes, but no more than {there} members are told of.",
                "Correct the votes, or the list of those present.",
                Confidence.MEDIUM,
            )


def _members_told(report: Report) -> int:
    """Of how many members the council says that it is made up; 0 where it does not."""
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if "ouncillors" not in plain.text and "embers" not in plain.text:
                continue
            one = with_all_numbers(plain.text)
            match = _MADE_UP.search(one.pattern)
            if match is not None:
                return int(one.figure(match["n"]).size)
    return 0


_MADE_UP = Expression(
    r"\b(?:council|committee|board|panel)\b[^.;«]{0,30}\b(?:is made up of|consists of|comprises|"
    r"has a membership of)\s«(?P<n>C\d+)»\s(?:elected\s|voting\s)?(?:councillors|members)\b",
    re.IGNORECASE,
)
_OF_OTHERS = Expression(
    r"\b(?:residents|public|parishioners|electors|survey|poll|questionnaire|responses|households|"
    r"planning committee|borough|district|county council)\b",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (what_was_unanimous_had_nobody_against, no_more_vote_than_are_listed)
