"""What a result is made of: the figures beside it, added, or taken away by what is said of them.

“£42,000 from training, £18,500 from stationery and £27,250 from postage, which puts £78,750 into …”
is £87,750; “184 were in care.  Thirty-one came and 26 left, and on 30 June there were 199” is 189.
All like figures of the window lead to the last of them, or to the first.  A verb of coming or going
gives a figure its sign; where none does, all are added.  What is told must be near to what they
make, and a word must say that it is a result, or the two must be a slip of the pen apart.  Silent
where some of the figures, with whatever signs, make it exactly.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import fits
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Paragraph, finding_on, worded
from moothall.proofread.reading.share_words import met, telling_words
from moothall.proofread.reading.slips import looks_like_a_slip

_OUT = Expression(
    r"\b(?:us(?:ed|e)|drawn|draw(?:ing)? down|drew|spent|withdrawn|taken (?:out|off|from)|released|"
    r"paid|written off|left|clos(?:ed|ures?)|ceased|leavers?|deregistered|moved (?:out|on|away)|"
    r"transfer\w* (?:out|of)|out under|applied|sold|lost|disposed|died|resign\w+|retire\w*|"
    r"remov\w+|discharge\w*|exit\w*|stepp?(?:ed)? down|delet\w+|resolved|deduct\w*|demolish\w*|"
    r"cancel\w+|departed|aged out|repayments?|recover\w+|expir\w+|less|minus|ended|struck off|"
    r"taken|"
    r"(?:were|was|been) adopted|offered a|housed|lapsed|withdrew|go(?:ne|ing) out|off)\b",
    re.IGNORECASE,
)
_IN = Expression(
    r"\b(?:add(?:ed|ing|itions?)|contribut\w+|receiv\w+|receipts?|join(?:ed|ers)|open(?:ed|ings)|"
    r"new(?:ly)?|recruit\w*|appoint\w*|start(?:ed|ers)|admi\w+|transferred in|credited|top(?:ped)? "
    r"up|deposit\w*|set aside|built|acquir\w+|bought|register(?:ed|ations)|accepted|placed|came|"
    r"arriv\w+|moved in|rais\w+|gain\w*|created|set up|plus|issued|brought in|referr\w+|grew by|"
    r"(?:was|were) approved|"
    r"borrowing|overspend|further|began|repaid|returned|sign(?:ed)? up|enroll?\w*|taken on)\b",
    re.IGNORECASE,
)
_OPENS = Expression(
    r"\b(?:stood|start(?:ed|ing)?|beg(?:an|un|in|inning)|open(?:ing|ed)|previous|at first|held|"
    r"brought forward|carried|were|was|had|of|numbered|on 1|when|january|april|amounted|in place|"
    r"caseload|balance|register|debt|reserve|deficit|team of)\b",
    re.IGNORECASE,
)
_RESULT = Expression(
    r"\b(?:combin\w+|total\w*|so|thus|therefore|hence|bring\w*|brought|took|tak(?:e|es|ing)|"
    r"mean(?:s|ing)?|puts?|sum|aggregate|together|everything|altogether|overall|whole|full|these|"
    r"secur\w+|amount\w*|com(?:e|es|ing) to|came to|accordingly|giv(?:es|ing)|in turn|leav\w+|left|"
    r"remain\w*|equals?|asked to (?:approve|agree|note)|expects? to|clos(?:e|es|ed|ing)|end(?:s|ed|"
    r"ing)?|now|carried forward|down to|up to|result\w*|reports?|shows?|produc\w+|there (?:are|"
    r"were)|"
    r"year-end|represent\w*|mak(?:e|es|ing)|made|(?:two|three|four|five)[- ]year|quarter was|"
    r"reach\w*|all|bear|cost(?:s|ing)?(?: [a-z]+){0,3} to|received|tied up|stands? at|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december))\b|"
    r"=|[–:-]\s$",
    re.IGNORECASE,
)
_ONE = Expression(r"\bone\b", re.IGNORECASE)
_CLOSES = Expression(r"\b(?:clos\w+|end(?:s|ed|ing)?|final|now|left|remain\w*)\b", re.IGNORECASE)
_NOT_ALL = Expression(
    r"\b(?:includ\w+|such as|mainly|mostly|largest|biggest|e\.g\.|for example|"
    r"among(?:st)? (?:them|others|these)|average|"
    r"compared|against|than|target\w*|of which|of whom|last year|previous year(?! end)|"
    r"ris(?:es?|ing)|rose|increas\w*|from «[MC]\d+» to|fell|reduc\w*|respectively|instead|"
    r"maximum|minimum|at least|up to|"
    r"between(?! them| [A-Z][a-z]+ and [A-Z])|estimate\w*|forecast|both|or|either|option\w*|"
    r"if|range\w*|per cent|national\w*|some of|several|"
    r"highest|lowest|quorum|capacity)\b",
    re.IGNORECASE,
)
_CLAUSE = Expression(r"[;]|[.!?]\s|,\s(?:and|but|so|with)\b|\b(?:so that|leaving|and)\b")
_NEAR = Decimal("0.12")
_NEAR_OF_TWO, _NEAR_AFTER_A_COLON, _NEAR_WITH_FLOWS = _NEAR / 3, Decimal("0.2"), Decimal("0.25")
_FEWEST, _MOST = 3, 7
_COLON = (": ", " – ")
_CURE = "Correct the figure that is wrong, or say what else came in or went out."
_UNITS = (Decimal(1000), Decimal("0.001"), Decimal(1_000_000), Decimal("0.000001"))


def a_result_is_what_its_figures_make(report: Report) -> Iterator[TextFinding]:
    """“184 were in care; 31 came and 26 left; there were 199”: 189."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report):
        if id(one) in told:
            continue
        message = _wrong(window, paragraph)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window, paragraph: Paragraph) -> str | None:
    if window.of(Part.EACH, Part.SHARE, Part.CHANGE) or _NOT_ALL.search(window.pattern):
        return None
    for kind in (Kind.MONEY, Kind.COUNT):
        held = [
            one
            for one in window.played
            if one.kind is kind and (one.part is not Part.TIME or kind is Kind.MONEY)
        ]
        if not _FEWEST <= len(held) <= _MOST or any(_is_rough(one) for one in held):
            continue
        if not window.stands_here(held[-1]):
            continue
        alike = _are_of_one_thing(held)
        beside = _others(paragraph, kind, held)
        for result, others in ((held[-1], held[:-1]), (held[0], held[1:])):
            if message := _unlike(result, others, beside, alike=alike):
                return message
    return None


def _are_of_one_thing(held: list[Played]) -> bool:
    """Whether no two of them count things of other names."""
    if held[0].kind is Kind.MONEY:
        return True
    things = [match["things"] for one in held if (match := _THINGS.match(one.trail))]
    known = [telling_words(each) for each in things if not (_IN.search(each) or _OUT.search(each))]
    return all(one & other or met(one, other) for one, other in combinations(known, 2))


_THINGS = Expression(
    r"^\s(?:(?!and\b|or\b|in\b|at\b|of\b|to\b|for\b|from\b)[a-z-]+\s){0,3}?"
    r"(?P<things>(?!was\b|is\b|has\b|this\b|its\b|as\b)[a-z-]{3,}s|people|children|staff|men|"
    r"women)\b"
)
"""A noun in the plural right after a number."""


def _others(paragraph: Paragraph, kind: Kind, held: list[Played]) -> list[Figure]:
    sizes = {one.told.figure.size for one in held}
    return [
        figure
        for one in paragraph.sentences
        for figure in one.figures
        if figure.kind is kind and figure.size not in sizes
    ][:4]


def _is_rough(one: Played) -> bool:
    """“Over £76.28m” is as much: nobody rounds to that."""
    return one.told.figure.rough and one.told.figure.text.rstrip("kmbn ").endswith("0")


def _unlike(
    result: Played, others: list[Played], beside: list[Figure], *, alike: bool
) -> str | None:
    told = result.told.figure
    figures = [one.told.figure for one in others]
    ways = _ways(others)
    known = [1, *ways[1:]] if ways[0] == 0 and all(ways[1:]) else [0] * len(ways)
    if _some_make(told, figures, known) or (
        beside and _some_make(told, [*figures, *beside], [*known, *(0 for _ in beside)])
    ):
        return None
    if any(one.size * other.size == told.size for one, other in combinations(figures, 2)):
        return None  # two classes of 30: 60 places
    flows = any(ways[1:])
    if not alike or (not flows and told.size < min(one.size for one in figures)):
        return None
    if flows and ways[0] == 0:
        ways[0] = 1  # what there was
    signs = [tuple((way,) if way else (1, -1) if flows else (1,)) for way in ways]
    made = [
        (sum((s * f.size for s, f in zip(some, figures, strict=True)), Decimal(0)), some)
        for some in product(*signs)
    ]
    true, some = min(made, key=lambda one: abs(one[0] - told.size))
    if true <= 0:
        return None
    if abs(true - told.size) == 1 and _ONE.search(" ".join(one.trail for one in others)):
        return None  # “two short piers, three long ones and one jetty, six in all”
    said = result.lead.endswith(_COLON) or _RESULT.search(_beside(result)) is not None
    if not flows and others[-1].part is Part.REST and result.place == 0:
        said = True  # “the balance of the programme, £1.2m”
    if flows and result.place == 0 and not _CLOSES.search(result.lead):
        return None
    if any(way < 0 for way in ways) and not (
        said and _OPENS.search(f"{others[0].lead} {others[0].trail}")
    ):
        return None
    within = _NEAR_WITH_FLOWS if flows else _within(result, len(figures))
    if len(figures) < _FEWEST - 1 or not _tells(told, true, within, said=said, flows=flows):
        return _but_for_a_unit(told, figures) if not flows else None
    finest = min((one.amount for one in (told, *figures)), key=lambda amount: amount.step)
    steps = figures[0].text + "".join(
        f" {'+' if sign > 0 else '−'} {figure.text}"
        for sign, figure in zip(some[1:], figures[1:], strict=True)
    )
    return f"{steps} = {worded(true, finest)}, not {told.text}."


def _beside(result: Played) -> str:
    return f"{result.lead[-90:]} {result.trail[:50]}" if result.place else result.lead[-60:]


def _within(result: Played, many: int) -> Decimal:
    """How far from what the others make a result may be told and still be meant for it."""
    if many < _FEWEST:
        return _NEAR_OF_TWO
    return _NEAR_AFTER_A_COLON if result.lead.endswith(_COLON) else _NEAR


def _tells(told: Figure, true: Decimal, within: Decimal, *, said: bool, flows: bool) -> bool:
    slip = looks_like_a_slip(told.size, true) and abs(told.size / true - 1) < 1
    digits = len(re.sub(r"\D", "", told.text).strip("0"))
    near = abs(told.size / true - 1) <= within
    return (said and (near or slip)) or (slip and digits >= _TELLING and not flows)


_TELLING = 3


def _but_for_a_unit(told: Figure, figures: list[Figure]) -> str | None:
    """“£3.2m: £2.9m for building and £300m for fees”: £300,000."""
    for at, one in enumerate(figures):
        rest = sum((other.size for n, other in enumerate(figures) if n != at), Decimal(0))
        for scale in _UNITS:
            fits = abs(rest + one.size * scale - told.size) <= told.spread / 2
            if one.size > rest and fits and one.size * scale > told.spread:
                right = worded(one.size * scale, told.amount)
                return f"{one.text} would have to be {right} for them to make {told.text}."
    return None


_ALSO = Expression(r"^\s(?:for|on|to|from|at|in|by)\s[^«».;]{2,40}(?:,|,?\sand)\s$", re.IGNORECASE)


def _ways(others: list[Played]) -> list[int]:
    """The way of each; “we used £3m for the roof and £2m for boilers” says it once of both."""
    ways: list[int] = []
    for one in others:
        way = _way(one)
        ways.append(ways[-1] if not way and ways and _ALSO.match(one.lead) else way)
    return ways


def _way(one: Played) -> int:
    """1 for what came in, -1 for what went out, 0 where its words don't say."""
    after, before = _CLAUSE.split(one.trail)[0], _CLAUSE.split(one.lead)[-1]
    if one.trail.lstrip().startswith((",", ";", ")")):  # “contributions £1.20m, use £2.85m”
        after = ""
    for text in (after, before, one.lead):
        out, into = _OUT.search(text) is not None, _IN.search(text) is not None
        if out != into:
            return -1 if out else 1
    return 0


def _some_make(told: Figure, figures: list[Figure], ways: list[int]) -> bool:
    """Whether some of the figures make what is told: with whatever sign, where no way is known."""
    held = list(zip(figures, ways, strict=True))
    for size in range(2, min(len(figures), 6) + 1):
        for some in combinations(held, size):
            slack = sum((one.spread for one, _ in some), Decimal(0))
            for signs in product(*((way,) if way else (1, -1) for _, way in some)):
                made = sum(
                    (s * one.size for s, (one, _) in zip(signs, some, strict=True)), Decimal(0)
                )
                if fits(told, abs(made) - slack, abs(made) + slack):
                    return True
    return False


RULES: tuple[Rule, ...] = (a_result_is_what_its_figures_make,)
