"""Labels over what is of another period: “2024-25 Council Tax” over the charges for 2025-26.

A heading, a caption or the line above a table names one period; all that stands beneath it is of
the period after.  The label was left from the paper before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import sentences

_MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
]
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_QUARTERS = ["first", "second", "third", "fourth"]
_PERIOD = Expression(
    r"(?<![\d/])(?P<year>20\d\d)\s?[/–-]\s?(?P<next>(?:20)?\d\d)(?!\d)|"
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH}) (?P<of>20\d\d)\b|"
    r"\b(?:quarter |Q)(?P<quarter>[1-4])\b|\b(?P<nth>first|second|third|fourth) quarter\b|"
    r"\b(?:month|period) (?P<number>\d{1,2})\b|"
    r"(?<![\d£/.,–-])(?P<calendar>20\d\d)(?![\d/]|\s?[–-]\s?\d|,\d)",
    re.IGNORECASE,
)
_BARE_MONTH = Expression(
    rf"\b(?P<month>{_MONTH.title().replace('?:', '?:')})\b(?! \d| 20\d\d)", re.I
)
_LIVES_ON = Expression(
    r"\b(?:audit(?:ed|or\w*|s)?(?! plan)|accounts|arrears|carr(?:y|ied)|brought|clos(?:ed|ing|ure)|"
    r"lessons|review|effects?|impact|roll(?:ed|ing|over)|since|chang\w+|variations?|movements?|"
    r"agreed|approved|adopted|act|regulations|delivered|deliver\w*|background|history|"
    r"updates?|previous|prior|compar\w+|trend|against|between|than|restated|earlier|last|"
    r"settlement|recommendations|plan 20|base|uplift|inflation|decision|meeting|minutes|"
    r"consult\w+|survey|"
    r"announce\w*|census|election|slippage|re-?profil\w*|transfer\w*|actions?|progress|following|"
    r"learning|context|lead\w*|development of|preparation\w*|timetable|next|future|forward|"
    r"methodology|assum\w+|statutory|inspection|academic|where|how|report|spending review)\b",
    re.IGNORECASE,
)
"""What is told of a period in a later one."""
_IS_HELD_AGAINST = Expression(
    r"\b(?:compar\w+|previous|prior|trend|against|between|than|restated|last|from|to|and)\b", re.I
)
"""What sets a quarter against another; a report on it stands before its own figures."""
_POINTS = Expression(
    r"\b(?:below|table|following|follows|this (?:section|policy|scheme|plan|appendix|programme|"
    r"statement|paper|strategy|budget)|sets? out|recommended|propose[sd]?|proposals?|"
    r"takes? effect|figure shows|chart shows)\b",
    re.IGNORECASE,
)
_ASIDE = Expression(
    r"\b(?:previous|prior|last year|compar\w+|than|from(?! \d)|since|next year|will|carried|"
    r"further|subsequent|later|increase[sd]?|rolled|future|by (?:the end|march)|ahead|assum\w+)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Period:
    kind: str
    at: int
    text: str


def _periods(text: str) -> list[_Period]:
    found = []
    for match in _PERIOD.finditer(text):
        words = match[0].strip()
        if match["year"]:
            if int(match["next"]) % 100 == (int(match["year"]) + 1) % 100:
                found.append(_Period("financial year", int(match["year"]), words))
        elif match["month"]:
            found.append(_Period(match["month"].casefold(), int(match["of"]), words))
        elif match["quarter"] or match["nth"]:
            at = match["quarter"] or _QUARTERS.index(match["nth"].casefold()) + 1
            found.append(_Period("quarter", int(at), words))
        elif match["number"]:
            found.append(_Period("month", int(match["number"]), words))
        else:
            found.append(_Period("year", int(match["calendar"]), words))
    return found


def _months(text: str) -> list[_Period]:
    return [
        _Period("month of the year", _MONTHS.index(match["month"].casefold()), match[0])
        for match in _BARE_MONTH.finditer(text)
        if match[0][0].isupper() and (match[0] != "May" or text[: match.start()].endswith("in "))
    ]


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    place: Place
    order: int
    heading: bool


def labels_name_the_period_beneath_them(report: Report) -> Iterator[TextFinding]:
    """“Table 2: Fees 2023/24” over columns for 2024/25 and 2025/26."""
    told: set[str] = set()
    for label in _labels(report):
        named = _periods(label.text) or _months(label.text)
        if any(period.kind == "quarter" for period in named):
            named = [period for period in named if period.kind == "quarter"]
        lives_on = _IS_HELD_AGAINST if named and named[0].kind == "quarter" else _LIVES_ON
        if label.text in told or lives_on.search(label.text):
            continue
        if not named or len({p.kind for p in named}) != 1 or len(named) > 2:
            continue
        other = _beneath(report, label, named)
        if other is None:
            continue
        told.add(label.text)
        period, words = other
        yield TextFinding(
            place=label.place,
            quote=label.text,
            message=f"The label says {named[0].text}; what stands beneath is of {period.text} "
            f"(“{shortened(words, 90)}”).",
            confidence=Confidence.MEDIUM,
            cure="Correct the period, or say which is meant.",
        )
    yield from _captions_pointed_to(report)


def _labels(report: Report) -> Iterator[_Label]:
    blocks = report.blocks
    for order, block in enumerate(blocks[:-1]):
        after = blocks[order + 1]
        if isinstance(block, Heading):
            yield _Label(block.text, block.place, order, heading=True)
        elif isinstance(block, Prose) and (
            run_in := _RUN_IN.match(f"{block.number} {block.text}".strip())
        ):
            yield _Label(run_in["title"], block.place, order, heading=True)
        elif isinstance(block, Prose) and not block.bullet and _may_be_label(block.text):
            ends = block.text.rstrip()[-1:] not in ".;,"
            if ends and ":" not in block.text[:-1].partition(" ")[2].partition(":")[2]:
                titled = bool(re.fullmatch(r"\d{1,2}\.?", block.number)) or _TITLE.match(
                    _NUMBER.sub("", block.text)
                )
                if isinstance(after, Grid) or titled:
                    yield _Label(block.text, block.place, order, heading=bool(titled))


def _may_be_label(text: str) -> bool:
    """A short line; one with a sum of money, or a value after its name, is an entry of a list."""
    return len(text) <= 90 and not _IS_AN_ENTRY.search(text)


_TITLE = Expression(
    r"^(?:table|figure|chart|appendix|annex|schedule) \w{1,2}\b|^(?:[A-Z][\w’-]+ ){1,6}", re.I
)
_NUMBER = Expression(r"^\d{1,3}(?:\.\d{1,2})?[.)]\s+(?=[A-Z])")
_RUN_IN = Expression(
    r"^(?P<title>\d{1,2}(?:\.\d{1,2})?[.)]?\s[A-Z][^.;:£]{4,80}?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)"
    r"\s"
    r"(?=(?:The|This|These|In|It|We|A|An|As)\s)"
)
"""A heading run on into its first paragraph: “3. Use of receipts in 2024-25 The council …”."""
_PUT_OFF = Expression(
    r"\b(?:re-?profil\w*|re-?phas\w*|slipp\w*|slips?|defer\w*|carr(?:y|ied) (?:forward|over)|"
    r"roll(?:ed)? (?:forward|over))\b",
    re.IGNORECASE,
)
"""A column or a row of what was put off to the period after: “Re-profiled to 2026/27”."""
_FRONT = Expression(r"^\W*(?:date|report to|subject|meeting|report of|period|to|from)\b\s*:", re.I)


def _beneath(report: Report, label: _Label, named: list[_Period]) -> tuple[_Period, str] | None:
    """The period of what stands beneath a label, where it is the one after and no other."""
    if _FRONT.match(label.text):
        return None
    texts: list[str] = []
    heads: list[str] = []
    cells: list[str] = []
    for block in report.blocks[label.order + 1 : label.order + 1 + _REACH]:
        if isinstance(block, Heading | Image):
            break
        if isinstance(block, Grid):
            kept = [[cell for cell in row if not _PUT_OFF.search(cell)] for row in block.rows]
            heads += kept[0] if kept else []
            cells += [cell for row in kept[1:] for cell in row]
            break
        numbered = re.fullmatch(r"\d{1,2}\.?", block.number) and _may_be_label(block.text)
        if numbered or _TITLE_ONLY.match(block.text):
            break
        texts.append(block.text)
    read = _months if named[0].kind == "month of the year" else _periods
    kind, first = named[0].kind, named[0].at
    whole = [p for text in (*texts, *heads, *cells) for p in read(text)]
    if kind == "financial year" or kind == "year":
        dated = [_year_of(p, kind) for p in whole if p.kind not in ("quarter", "month")]
    else:
        dated = [p.at for p in whole if p.kind == kind]
    if not dated or (
        min(dated) != first + 1 and not (kind.startswith("month") and min(dated) > first)
    ):
        return None
    if any(value is None for value in dated):
        return None
    same = [p for p in whole if p.kind == kind]
    in_heads = [p for head in heads for p in read(head) if p.kind == kind]
    if in_heads:
        return in_heads[0], " | ".join(head for head in heads if head)
    if not same:
        stamped = [p for cell in cells for p in read(cell) if p.kind not in ("quarter", "month")]
        later = re.search(
            r"\b(?:next|expir\w+|until|due|end|renew\w*|review)\b", " ".join(heads), re.I
        )
        if not later and len(stamped) >= 3 and len({_year_of(p, kind) for p in stamped}) == 1:
            year = _year_of(stamped[0], kind)
            text = f"{year}-{(year + 1) % 100:02d}" if kind == "financial year" else str(year)
            return _Period(kind, year, text), "; ".join(p.text for p in stamped[:3])
        return None
    telling = [
        (p, sentence)
        for text in texts
        for sentence in sentences(text)
        for p in read(sentence)
        if p.kind == kind and not _ASIDE.search(sentence)
    ]
    times = len({id(p) for p, _ in telling})
    if telling and (
        (times >= 2 and len({p.at for p, _ in telling}) == 1)
        or _POINTS.search(telling[0][1])
        or _tells_the_thing(label.text, named[0], *telling[0])
        or kind in _MONTHS
        or re.search(r"\b(?:is|are|was|were) recommended\b", telling[0][1])
    ):
        return telling[0]
    return None


def _tells_the_thing(label: str, named: _Period, told: _Period, sentence: str) -> bool:
    """Under “Budget for 2024/25”: “the budget for 2025/26”, the thing and its year side by side."""
    thing = " ".join(re.findall(r"[A-Za-z’-]+", label.replace(named.text, " "))).lower()
    thing = re.sub(r"^the |\s(?:for|of|in)$", "", thing)
    if not thing or len(thing) > 40 or " " in thing.replace("council tax", "council_tax"):
        return False
    year = re.escape(told.text.lower())
    said = re.search(
        rf"\b{re.escape(thing)}\s(?:for\s|of\s|in\s)?{year}|{year}\s{re.escape(thing)}\b",
        sentence.lower(),
    )
    return said is not None


_REACH = 3
_IS_AN_ENTRY = Expression(r"£\s?\d|(?::|\s[–-])\s*[-−–(]?\d[\d,.]*\)?\s?(?:%|[a-z]+)?\W*$")
_TITLE_ONLY = Expression(r"^(?:table|figure|chart) \d", re.IGNORECASE)


def _year_of(period: _Period, kind: str) -> int:
    """The year of the kind wanted in which a period lies."""
    if kind == "financial year" and period.kind not in ("financial year", "year"):
        return period.at - (period.kind in ("january", "february", "march"))
    return period.at


# --- “Table 3 shows the budget for 2024-25”, and its caption --------------------------------------

_POINTED = Expression(
    r"^(?P<label>(?:Table|Figure|Chart|Appendix) \w{1,2}) (?:below |above )?(?:shows|sets out|"
    r"gives|presents|summarises|contains|lists|provides|details)\b(?P<rest>.*)$"
)


def _captions_pointed_to(report: Report) -> Iterator[TextFinding]:
    captions: dict[str, Heading | Prose] = {}
    for block in report.blocks:
        if isinstance(block, Heading | Prose) and len(block.text) < 140:
            match = re.match(r"^(?:Table|Figure|Chart|Appendix) \w{1,2}(?=\s*[:.–-])", block.text)
            if match:
                captions.setdefault(match[0], block)
    for block in report.blocks if captions else ():
        if not isinstance(block, Prose):
            continue
        for sentence in sentences(block.text):
            match = _POINTED.match(sentence)
            caption = captions.get(match["label"]) if match else None
            if match is None or caption is None or _LIVES_ON.search(caption.text):
                continue
            here, there = _periods(match["rest"]), _periods(caption.text)
            if len(here) != 1 or len(there) != 1 or here[0].kind != "financial year":
                continue
            if there[0] != _Period(here[0].kind, here[0].at - 1, there[0].text):
                continue
            yield TextFinding(
                place=caption.place,
                quote=caption.text,
                message=f"The caption says {there[0].text}; the text says that it shows "
                f"{here[0].text}: “{shortened(sentence, 90)}”.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year of one of them.",
            )


RULES: tuple[Rule, ...] = (labels_name_the_period_beneath_them,)
