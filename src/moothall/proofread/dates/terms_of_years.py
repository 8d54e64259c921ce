"""Terms: how long a contract runs and when money is paid back, said alike throughout."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, around, paragraphs

_WORDS = {
    **NUMBER_WORDS,
    "one": 1,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "thirty-six": 36,
}
_NUMBER = rf"(?P<n>\d{{1,3}}(?:\.\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_MONTHS_IN = {"month": 1, "year": 12}

# --- how long an agreement runs -------------------------------------------------------------------

_THING = (
    r"(?P<what>contract|lease|agreement|concession|licence|framework|tenancy|partnership|"
    r"franchise|grant)"
)
_RUNS = Expression(
    rf"\b{_THING}\b[^.;()]{{0,60}}?\b(?:(?:run|runs|running|last|lasts|lasting|let|awarded|"
    rf"granted|operate|"
    rf"operates)\b[^.;()]{{0,25}}?\bfor|(?:comes? to an end|ends?|expires?|terminates?|runs "
    rf"out) after|for an? (?:initial |fixed |maximum |minimum )?(?:term|"
    rf"period) of|"
    rf"(?:initial )?(?:term|period|duration|length) (?:of|is|will be)|is for|"
    rf"will be for)\s(?:an?\s|the\s)?"
    rf"(?:initial\s|first\s|period of\s|term of\s|further\s)?{_NUMBER}[\s-]?(?P<unit>year|"
    rf"month)s?\b(?P<after>[^.;]{{0,30}})",
    re.IGNORECASE,
)
_LONG = Expression(
    rf"(?<![\w-]){_NUMBER}[\s-](?P<unit>year|month)[\s-](?:fixed[\s-]|initial\s|"
    rf"long\s)?(?:term\s)?{_THING}\b(?P<after>)",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:exten\w*|option|further|more|additional|renew\w*|previous|current|present|existing|old|"
    r"outgoing|interim|second|up to|maximum|each|remaining|left|minimum|per|first \d|expir\w*|"
    r"notice|"
    r"other|former|last|bridging|supply|loan|maintenance|warranty|software|vehicle)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    months: float
    text: str
    words: str
    paragraph: Paragraph


def an_agreement_runs_as_long_throughout(report: Report) -> Iterator[TextFinding]:
    """The contract for seven years on one page does not run for eight on another."""
    seen: defaultdict[str, list[_Term]] = defaultdict(list)
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            for form in (_RUNS, _LONG):
                for match in form.finditer(one.text):
                    lead = one.text[max(0, match.start() - 30) : match.start()]
                    body = match[0][: -len(match["after"])] if match["after"] else match[0]
                    if _ANOTHER.search(f"{lead} {body}"):
                        continue
                    if re.match(r"\s(?:more|further|extension)", match["after"]):
                        continue
                    months = _value(match["n"]) * _MONTHS_IN[match["unit"].lower()]
                    text = f"{match['n']} {match['unit']}s"
                    seen[match["what"].lower()].append(
                        _Term(months=months, text=text, words=one.text, paragraph=paragraph)
                    )
    for what, terms in seen.items():
        if len({term.months for term in terms}) == 2:
            first = terms[0]
            other = next(term for term in terms if term.months != first.months)
            if first.paragraph.block == other.paragraph.block:
                continue
            yield TextFinding(
                place=other.paragraph.place,
                quote=other.words,
                message=f"The {what} is for {other.text} here and for {first.text} at "
                f"{first.paragraph.place}.",
                confidence=Confidence.MEDIUM,
                cure="Give one term, or say which agreement is meant.",
            )


def _value(text: str) -> float:
    text = text.lower()
    return float(_WORDS[text]) if text in _WORDS else float(text)


# --- when money is paid back ----------------------------------------------------------------------

_PAYBACK = Expression(
    r"\b(?:pay-?\s?back|paid back|pays? (?:for )?itself|pay for itself|recover(?:ed|s|y)?|"
    r"recoup\w*|repaid|"
    r"break-?\s?even|breaks even|return on investment)\b",
    re.IGNORECASE,
)
_INVESTED = Expression(
    r"\b(?:invest\w*|outlay|costs?|payback|pay-back|pay back|capital|expenditure|spend|break|"
    r"funding)\b",
    re.I,
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8,
}  # fmt: skip
_IN_YEAR = Expression(
    rf"\b(?:in|during|by|before|"
    rf"within) (?:the )?(?:end of (?:the )?)?(?P<nth>{'|'.join(_ORDINALS)}) year\b|"
    r"\b(?:in|by|during) (?:the end of )?year (?P<number>\d|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_WITHIN = Expression(
    rf"\b(?P<how>within|in under|in less than|inside|over|in|after|of|is|period of|about|around|"
    rf"just (?:over|under))\s"
    rf"(?:the\s|a\s|its\s)?(?:first\s|opening\s|initial\s|next\s|period of\s|about\s|around\s|"
    rf"approximately\s)*{_NUMBER}"
    rf"(?P<half>\sand a half)?[\s-](?P<unit>year|month)s?\b",
    re.IGNORECASE,
)


def money_is_paid_back_at_one_time(report: Report) -> Iterator[TextFinding]:
    """“Payback in the third year” and “recovered within eighteen months” are two times."""
    said: list[tuple[float, float, str, str, Paragraph]] = []
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _PAYBACK.search(one.text)
            if match is None or not _INVESTED.search(one.text) or len(one.text) > 500:
                continue
            if re.search(r"\b(?:option|lot|scheme|phase) [a-z\d]\b", one.text, re.IGNORECASE):
                continue
            span = _span(one.text, match.start())
            if span is not None:
                said.append((*span, one.text, paragraph))
    for place, (low, high, text, words, paragraph) in enumerate(said):
        for first_low, first_high, first, _, before in said[:place]:
            apart = low > first_high + 3 or first_low > high + 3
            if apart and before.block != paragraph.block:
                yield TextFinding(
                    place=paragraph.place,
                    quote=around(words, words.find(text), words.find(text) + len(text), 90),
                    message=f"The money is paid back “{text}” here, “{first}” at {before.place}.",
                    confidence=Confidence.MEDIUM,
                    cure="Give one time, worked out from the savings year by year.",
                )
                return


def _span(text: str, near: int) -> tuple[float, float, str] | None:
    """The months from the least to the greatest that the words allow, and the words."""
    found: list[tuple[int, float, float, str]] = []
    for match in _IN_YEAR.finditer(text):
        number = match["number"]
        year = _ORDINALS[match["nth"].lower()] if match["nth"] else int(_value(number))
        by = match[0].lower().startswith(("by", "before", "within"))
        found.append((match.start(), 0 if by else (year - 1) * 12, year * 12, match[0]))
    for match in _WITHIN.finditer(text):
        months = (_value(match["n"]) + (0.5 if match["half"] else 0)) * _MONTHS_IN[
            match["unit"].lower()
        ]
        how = match["how"].lower()
        low = 0.0 if how in ("within", "in under", "in less than", "inside") else months * 0.8
        found.append((match.start(), low, months * (1 if not low else 1.2), match[0]))
    if not found:
        return None
    start, low, high, words = min(found, key=lambda one: abs(one[0] - near))
    return (low, high, words) if abs(start - near) < 90 else None


RULES: tuple[Rule, ...] = (
    an_agreement_runs_as_long_throughout,
    money_is_paid_back_at_one_time,
)
