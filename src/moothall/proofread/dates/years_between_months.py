"""How many years lie between two dates of a sentence, told beside them.

“Opened in June 1987, it had by June 2025 been in use for 48 years” is 38; “1 April 2023 to 31 March
2030 (eight years)” is seven.  Any verb will do: a sentence that gives two dates and one length in
years tells the time between them, unless the length is said to be of something else.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates import terms_of_years, time_between
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import finding_on, found_once, paragraphs, read_once
from moothall.proofread.reading.written_dates import Written, written_dates

_LENGTH = Expression(
    r"(?:\b(?:for|after|over|of|spans?|covers?|lasts?|lasted|some)\s(?:a |the |an? total of )?|"
    r"\()(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-]years?\b"
    r"(?!\s?(?:old|of age|ago|earlier|later|notice|before|after|extension|option|review|"
    r"plus|\+))",
    re.IGNORECASE,
)
_ANY_YEARS = Expression(r"\byears?\b", re.IGNORECASE)
_TO = Expression(r"^\s?(?:to|until|till|–|-|and)\s(?:the\s)?$", re.IGNORECASE)
_IN_USE = Expression(r"\b(?:since|opened|begun|began|founded|built|started|from|launched)\b", re.I)
_OTHERWISE = Expression(
    r"\b(?:about|around|nearly|almost|over|under|more than|less than|option|exten\w+|review\w*|"
    r"further|initial|first|next|another|previous\w*|last|aged|sentence\w*|jailed|warranty|report|"
    r"every|each|per|guarantee\w*|break|some)\b(?!\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_CUT_SHORT = Expression(
    r"\b(?:but|resign\w*|stood down|gave up|left|quit|died|retir\w+|vacat\w+|surrender\w*|early|"
    r"terminat\w+|withdr\w+|cut short|curtail\w*|dissol\w+|instead)\b",
    re.IGNORECASE,
)
_NO_OPTION = Expression(r"\b(?:no|without)\s(?:an?\s|any\s)?(?:option|extension)\w*", re.IGNORECASE)
_MONTHS = 12
_LONG = 90
_ENOUGH = 60


@found_once
def years_between_two_dates_are_counted_right(report: Report) -> Iterator[TextFinding]:
    """“From June 1987 to June 2025, 48 years”: 38."""
    for paragraph in paragraphs(report):
        if "year" not in paragraph.text:
            continue
        for one in paragraph.sentences:
            message = _wrong_years(one.text)
            if message is not None and one.text[:_ENOUGH] not in _told(report):
                cure = "Correct the number of years or the date."
                yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


@read_once
def _told(report: Report) -> frozenset[str]:
    """How the sentences begin of whose lengths of time other rules speak."""
    rules = (*terms_of_years.RULES, *time_between.RULES)
    return frozenset(finding.quote[:_ENOUGH] for rule in rules for finding in rule(report))


def _wrong_years(text: str) -> str | None:
    if len(_ANY_YEARS.findall(text)) != 1:
        return None
    match, dates = _LENGTH.search(text), written_dates(text)
    if _CUT_SHORT.search(text):
        return None  # what was to be is not what came to be
    if match is None or len(dates) != 2 or _OTHERWISE.search(_NO_OPTION.sub("", text)):
        return None
    number = match["n"].lower()
    years = int(number) if number.isdigit() else NUMBERS_TO_99.get(number)
    first, second = dates
    if years is None or first.last >= second.first or not _are_its_ends(text, first, second):
        return None
    months = (second.last.year - first.first.year) * _MONTHS
    months += second.last.month - first.first.month
    if second.is_a_day and first.is_a_day and second.last.day >= 28 and first.first.day <= 1:
        months += 1  # from the first of a month to the last of one
    if months > _LONG * _MONTHS or months < _MONTHS:
        return None
    if abs(years * _MONTHS - months) < _MONTHS:
        return None
    whole, rest = divmod(months, _MONTHS)
    length = f"{whole} years" + (f" and {rest} months" if rest else "")
    return f"From {first.text} to {second.text} is {length}, not {match['n']}."


def _are_its_ends(text: str, first: Written, second: Written) -> bool:
    between = text[first.end : second.start]
    return bool(_TO.match(between) or _IN_USE.search(text))


RULES: tuple[Rule, ...] = (years_between_two_dates_are_counted_right,)
