"""Results of consultations given as shares alone: “64% preferred option B”, and of how many?

A sentence is a result where a share stands with those who answered, or with what they think of a
consultation, a survey or a poll; the number may stand in the paragraph, in the section or above.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.opinions.bases_of_opinions import (
    a_share_of_opinions_says_of_how_many,
    says_how_many,
)
from moothall.proofread.opinions.opinions import opinions_say_of_how_many
from moothall.proofread.opinions.surveys import results_say_how_many_answered
from moothall.proofread.opinions.views_in_shares import (
    gives_a_view_in_shares,
    with_fractions_as_percentages,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)

_SHARE = r"«P\d+»"
_WHO_ANSWERED = (
    r"(?:respondents|consultees|(?:the |all |written |public )*(?:responses|replies|"
    r"comments received|submissions)|those (?:who (?:were )?)?(?:respond(?:ed|ing)|repl(?:ied|"
    r"ying)|"
    r"answer(?:ed|ing)|consulted|surveyed|taking part|took part|asked)|participants|"
    r"people who (?:completed|replied|answered|responded|took part))"
)
_ASKED = r"(?:consultation|survey|poll|questionnaire|engagement|referendum|ballot|feedback)"
_THINK = (
    r"(?:support\w*|favour\w*|agree\w*|disagree\w*|against|prefer\w*|satisfied|dissatisfied|"
    r"positive(?:ly)?|negative(?:ly)?|yes|oppos\w+|want\w*|felt|feel|proud|said|backed|back|happy|"
    r"liked?|dislik\w+|(?<!were )reject\w+|welcom\w+|object\w*|rated|thought|chose|voted|wished|"
    r"would like|concern\w*)"
)
_RESULT = tuple(
    Expression(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SHARE}\)? of (?:all )?(?:the )?{_WHO_ANSWERED}\b",
        rf"\b{_WHO_ANSWERED}\s?\((?:nearly |about |over |just \w+ |some )?{_SHARE}\)",
        rf"\b{_WHO_ANSWERED},?\s(?:of which\s)?{_SHARE}\sof (?:which|whom|them|these)\b",
        rf"\b{_ASKED}\b[^.;]{{0,120}}?{_SHARE}[^.;]{{0,60}}?\b{_THINK}\b",
        rf"{_SHARE}[^.;]{{0,60}}?\b{_THINK}\b[^.;]{{0,120}}?\b(?:{_ASKED}|{_WHO_ANSWERED})\b",
        (
            rf"\b(?:support|opposition|approval|"
            rf"agreement)\b[^.;]{{0,50}}?{_SHARE}[^.;]{{0,40}}?\b{_ASKED}\b"
        ),
        rf"\b{_ASKED}\b[^.;]{{0,40}}?{_SHARE} (?:support|opposition|approval|agreement)\b",
    )
)
_OF_THE_ANSWERS = Expression(
    r"\bthe (?:responses|replies|submissions),? (?:\d\d% of which|of which \d\d%)", re.IGNORECASE
)
"""What is counted under that heading may be anything but these."""
_OPINION = Expression(rf"{_SHARE}[^.;«]{{0,40}}?\b{_THINK}\b", re.IGNORECASE)
_HELD = Expression(
    rf"\b{_ASKED}\b[^.;]{{0,40}}\b(?:was|were|took place|ran|has been|closed|opened)\b",
    re.IGNORECASE,
)
_NO_RESULT = Expression(
    r"\b(?:national(?:ly)?|across (?:england|wales|scotland|the uk|the country)|ONS|census|"
    r"according to (?!the survey|our)|research|published|table|appendix|annex|chart|figure \d|"
    r"targets?|aims?|benchmark|response rate|proposes?|quorum|inspection|ofsted|audit\w*|"
    r"votes? cast|"
    r"needs?|requires?|required|at least|threshold|government|councillors|members of the "
    r"committee|will be|would be|should|if|index|"
    r"weight(?:ed|ing)|sample|turnout|"
    r"(?:the|a) motion|casting vote)\b|\b(?:ris(?:e|es)|increase|reduction|discount|cut|"
    r"growth) of "
    rf"(?:about )?{_SHARE}|\bn ?= ?",
    re.IGNORECASE,
)
_ANSWERED = Expression(
    r"«C\d+» (?:[a-z-]+ ){0,3}?(?:responses|respondents|replies|submissions|questionnaires|"
    r"returns)\b|"
    r"\b(?:responses|replies|questionnaires)\b[^.«]{0,20}«C\d+»",
    re.IGNORECASE,
)
_WRITTEN_COUNT = Expression(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred)(?:[- ]\w+)? (?:\w+ ){0,2}?(?:people|responses|"
    r"replies|respondents|residents|businesses|members|letters|submissions|questionnaires|"
    r"famil(?:y|ies)|children|"
    r"[a-z]+(?:ors|ers|ents|ants|ees|ists))\b",
    re.IGNORECASE,
)


def shares_of_answers_come_with_their_number(report: Report) -> Iterator[TextFinding]:
    """“Most respondents (64%) preferred option B”: the text does not say how many there were."""
    if are_minutes(report):
        return
    every = paragraphs(report)
    if any(_ANSWERED.search(one.pattern) for paragraph in every for one in paragraph.sentences):
        return  # the number stands elsewhere in the report
    told = {
        finding.place
        for rule in (
            opinions_say_of_how_many,
            results_say_how_many_answered,
            a_share_of_opinions_says_of_how_many,
        )
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    }
    shown = {paragraph.section for paragraph in every if paragraph.place in told}
    counted = {
        paragraph.section
        for paragraph in every
        if any(_counts(with_fractions_as_percentages(one)) for one in paragraph.sentences)
    }
    counted |= {grid.place.section for grid in report.grids if _has_numbers(grid)}
    before = ""
    for paragraph in every:
        above, before = f"{paragraph.section} {before}", paragraph.text[-200:]
        if paragraph.section in shown or paragraph.cell:
            continue
        if paragraph.section in counted and not _OF_THE_ANSWERS.search(paragraph.text):
            continue
        found = _result(paragraph, above)
        if found is None:
            continue
        shown.add(paragraph.section)
        yield finding_on(
            paragraph,
            found,
            "A share of those who answered is given; the text does not say how many they were.",
            "Give the number that answered beside the share.",
            Confidence.MEDIUM,
        )
    yield from _tables(report, counted | shown)


def _counts(one: Sentence) -> bool:
    """Whether a sentence, read with its fractions, says how many answered."""
    return says_how_many(one) or _WRITTEN_COUNT.search(one.text) is not None


def _result(paragraph: Paragraph, above: str) -> Sentence | None:
    held = False
    for one in paragraph.sentences:
        read = with_fractions_as_percentages(one)
        if "«P" in read.pattern and not _NO_RESULT.search(read.pattern):
            if any(result.search(read.pattern) for result in _RESULT):
                return one
            if held and _OPINION.search(read.pattern):
                return one
            if gives_a_view_in_shares(read, f"{above} {paragraph.text}"):
                return one
        held = bool(_HELD.search(one.text))
    return None


# --- a table of answers ---------------------------------------------------------------------------

_FOR = Expression(
    r"^\W*(?:(?:strongly |% ?)?(?:agree|support|yes|in favour|for|satisfied)\b)", re.I
)
_AGAINST = Expression(
    r"^\W*(?:(?:strongly |% ?)?(?:disagree|oppose[ds]?|no|against|dissatisfied)\b)", re.I
)
_A_NUMBER = Expression(
    r"\b(?:n|no\.?|number|base|total|responses|replies|answered|respondents)\b", re.I
)
_PERCENT = Expression(r"^\W*\d[\d.]*\s?%\W*$")


def _has_numbers(grid: Grid) -> bool:
    return bool(grid.rows) and any(
        _A_NUMBER.search(cell) and not _AGAINST.match(cell) for cell in grid.rows[0]
    )


def _tables(report: Report, known: set[str]) -> Iterator[TextFinding]:
    for grid in report.grids:
        if len(grid.rows) < 2 or grid.place.section in known or _has_numbers(grid):
            continue
        head, body = (
            grid.rows[0],
            [cell for row in grid.rows[1:] for cell in row[1:] if cell.strip()],
        )
        both = any(map(_FOR.match, head[1:])) and any(map(_AGAINST.match, head[1:]))
        if both and body and all(map(_PERCENT.match, body)):
            yield TextFinding(
                place=grid.place,
                quote=" | ".join(head),
                message="The table gives the answers as shares; the report does not say how many "
                "answered.",
                confidence=Confidence.MEDIUM,
                cure="Give the number that answered, in the table or above it.",
            )


RULES: tuple[Rule, ...] = (shares_of_answers_come_with_their_number,)
