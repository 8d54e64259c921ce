"""Money worked out in the text: a rise within what it ends at, so many things at so much each."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.words_of_change import DOWN, UP
from moothall.proofread.figures.workings import a_price_times_its_number_is_the_total
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.told_again.unit_prices import a_number_times_its_price_is_the_total

# --- a rise is part of what it ends at ------------------------------------------------------------

_BY_TO = Expression(
    rf"\b(?:(?P<up>{UP}|up)|(?P<down>{DOWN}|down))\b[^«»;.()]{{0,40}}?"
    rf"(?<![\d»]\s)\b(?:by|of)\s{ROUGH}{mark('c', 'MC')}"
    rf"(?:\s?\([^()]*\))?,?\s(?:to|bringing it to|making it|taking it "
    rf"to)\s{ROUGH}{mark('b', 'MC')}",
    re.IGNORECASE,
)
_TO_BY = Expression(
    rf"\b(?:(?P<up>{UP}|up)|(?P<down>{DOWN}|"
    rf"down))\b[^«»;.()]{{0,40}}?\bto\s{ROUGH}{mark('b', 'MC')},?\s"
    rf"(?:an?\s(?:increase|rise|fall|reduction|cut)\sof|(?:up|"
    rf"down)\s(?:by\s)?)\s?{ROUGH}{mark('c', 'MC')}",
    re.IGNORECASE,
)
_FAR = 100


def a_rise_is_no_more_than_what_it_ends_at(report: Report) -> Iterator[TextFinding]:
    """What has risen by £640m does not end at £2.3m."""
    for paragraph, one in each_sentence(report, 2):
        for match in (*_BY_TO.finditer(one.pattern), *_TO_BY.finditer(one.pattern)):
            b, c = one.figure(match["b"]), one.figure(match["c"])
            if b.kind is not c.kind or b.value <= 0 or c.value <= 0:
                continue
            if match["up"] and c.low > b.high:
                message = f"A rise of {c.text} cannot end at {b.text}, which is less."
            elif match["down"] and c.size >= _FAR * b.size and c.kind is Kind.MONEY:
                message = (
                    f"A fall of {c.text} to {b.text} is {c.size / b.size:,.0f} times what is left."
                )
            else:
                continue
            smaller = _in_a_smaller_unit(c, b)
            yield finding_on(
                paragraph,
                one,
                message + smaller,
                "Correct the unit or the figure.",
                Confidence.HIGH,
            )
            break


def _in_a_smaller_unit(c: Figure, b: Figure) -> str:
    if c.amount.scale == 1_000_000 and c.size / 1_000 < b.size:
        return f" £{in_figures(c.size / 1_000_000)}k may be meant."
    return ""


# --- so many things at so much each, and what they bring ------------------------------------------

_AT_EACH = Expression(
    rf"{mark('n', 'C')}(?P<things>[^«»;.]{{0,50}}?),?\s(?:at|for|costing|paying|who pay|each "
    rf"paying|sold at|priced at|"
    rf"charged|charged at)\s(?:an?\s[a-z ]{{0,20}}\sof\s)?{mark('u', 'M')}\s?(?:each|apiece|a head|"
    rf"(?:for|per)\s(?:each\s|every\s)?"
    rf"(?P<per>[a-z]+))\b(?P<after>[^«».;]{{0,30}})",
    re.IGNORECASE,
)
_BRINGS = Expression(
    rf"\b(?P<what>income|takings|receipts|revenue|cost|costs|bill|total|this|which|they|it|"
    rf"that)\b(?P<gap>[^«»;.]{{0,50}}?)"
    rf"\b(?:was|were|is|are|had been|has been|would be|will be|of|brings? in|brought in|raised?s?|"
    rf"cost|costs|came to|comes to|"
    rf"amounts? to|amounted to|generated?s?|gives|gave|made|yields?|yielded)\s(?:therefore\s|"
    rf"thus\s|in all\s)?{mark('t', 'M')}"
    rf"(?P<after>[^«».;]{{0,30}})",
    re.IGNORECASE,
)
_TIMES = (
    "year",
    "annum",
    "month",
    "week",
    "day",
    "hour",
    "quarter",
    "night",
    "session",
    "visit",
    "mile",
    "meal",
)
_PART_YEAR = Expression(
    r"\b(?:net of|after (?:costs?|discounts?|refunds?|vat)|half|part[- ]year|months?|weeks?|"
    r"quarter|discount(?:ed|s)?|"
    r"concession\w*|free|exempt\w*|reduced|from (?:april|may|june|july|august|september|october|"
    r"november|"
    r"december|january|february|march)|target|budget|expected|forecast|compared|against|other|also|"
    r"including|"
    r"averag\w+|grants?|more|less)\b",
    re.IGNORECASE,
)
_WITHOUT = Expression(
    r"\b(?:with(?:out)? no|without any|no|without)\s[a-z]+(?:\sor\s[a-z]+)?", re.IGNORECASE
)
_FAR_OFF = Decimal(2)


def so_many_at_so_much_bring_their_product(report: Report) -> Iterator[TextFinding]:
    """“1,500 permits at £40 each.  Income was £66,000”: £60,000."""
    told: set[str] | None = None
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for plain in paragraph.sentences:
            found = _wrong_product(before, plain)
            before = plain
            if found is None:
                continue
            message, words = found
            if told is None:
                rules = (
                    a_price_times_its_number_is_the_total,
                    a_number_times_its_price_is_the_total,
                )
                told = {f.quote[:50] for rule in rules for f in rule(report)}
            if plain.text[:50] not in told:
                both = Sentence(text=words, pattern="", figures=())
                yield finding_on(
                    paragraph,
                    both,
                    message,
                    "Correct the number, the price or the total.",
                    Confidence.MEDIUM,
                )


def _wrong_product(before: Sentence | None, plain: Sentence) -> tuple[str, str] | None:
    if not any(figure.kind is Kind.MONEY for figure in plain.figures):
        return None
    here = with_all_numbers(plain.text)
    earlier = with_all_numbers(before.text) if before is not None else None
    for source in (here, earlier):
        match = _AT_EACH.search(source.pattern) if source is not None else None
        if source is None or match is None or (match["per"] or "").lower() in _TIMES:
            continue
        total = _BRINGS.search(here.pattern, match.end("u") if source is here else 0)
        if total is None or (source is here and len(here.figures) == 3):
            continue  # three figures of one sentence are read elsewhere
        money = [figure for figure in here.figures if figure.kind is Kind.MONEY]
        n, u, t = source.figure(match["n"]), source.figure(match["u"]), here.figure(total["t"])
        if (
            len(money) > (2 if source is here else 1)
            or any(f.rough for f in (n, u, t))
            or n.size < 2
        ):
            return None
        said = _WITHOUT.sub(" ", f"{match[0]} {here.text}")
        if _PART_YEAR.search(said) or _per_time(match["after"]) != _per_time(total["after"]):
            return None
        got = n.size * u.size
        if beyond(t, n.low * u.low, n.high * u.high) <= 1 or abs(t.size - got) <= got / 100:
            return None
        if not got / _FAR_OFF < t.size < got * _FAR_OFF:
            return None
        words = plain.text if source is here or before is None else f"{before.text} {plain.text}"
        return f"{n.text} × {u.text} = {worded(got, u.amount)}, not {t.text}.", words
    return None


def _per_time(after: str) -> str:
    found = re.match(r"\s?(?:a|per|each|every)\s(day|week|month|quarter|night|hour)\b", after, re.I)
    return found[1].lower() if found else ""


# --- a ratio of two sums --------------------------------------------------------------------------

_RATIO = Expression(
    rf"\bratio\b[^«»;.]{{0,40}}?\b(?:of|is|was|would be|at)\s(?:therefore\s|thus\s|"
    rf"about\s)?{mark('r', 'C')}"
    rf"\s?(?:to|:)\s?(?:«C\d+»|1|one)",
    re.IGNORECASE,
)


def a_ratio_is_that_of_the_two_sums_before_it(report: Report) -> Iterator[TextFinding]:
    """“Benefits of £60m, costs of £12m.  The ratio is therefore 6 to 1”: 5 to 1."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            kept, before = before, one
            match = _RATIO.search(one.pattern) if "ratio" in one.text else None
            if match is None:
                continue
            sums = [f for f in one.figures if f.kind is Kind.MONEY]
            words = one.text
            if not sums and kept is not None:
                sums = [f for f in kept.figures if f.kind is Kind.MONEY]
                words = f"{kept.text} {one.text}"
            r = one.figure(match["r"])
            if len(sums) != 2 or min(f.low for f in sums) <= 0 or any(f.rough for f in (*sums, r)):
                continue
            a, b = sorted(sums, key=lambda figure: -figure.size)
            if beyond(r, a.low / b.high, a.high / b.low) <= 1:
                continue
            true = a.size / b.size
            if true / 3 <= r.size <= true * 3:
                yield finding_on(
                    paragraph,
                    Sentence(text=words, pattern="", figures=()),
                    f"{a.text} ÷ {b.text} = {true:.{max(r.amount.places, 1)}f}, not {r.text}.",
                    "Correct the ratio or one of the sums.",
                    Confidence.MEDIUM,
                )


RULES: tuple[Rule, ...] = (
    a_ratio_is_that_of_the_two_sums_before_it,
    a_rise_is_no_more_than_what_it_ends_at,
    so_many_at_so_much_bring_their_product,
)
