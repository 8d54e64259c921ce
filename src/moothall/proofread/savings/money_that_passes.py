"""Money that passes, told as if it stayed: an underspend until posts are filled, a reserve drawn.

“The vacancies are expected to be filled by January, and the underspend is a permanent saving”;
“£650k of re-lets and £350k off the reserve, which then stands at nil: a lasting £1.0m a year”;
“Ongoing savings: insurance £90,000; backdated refund, £365,000”.  Two things stand side by side:
what by its nature or by the text's own word passes, and a word for a sum of every year.  They are
of one thing where one sentence holds both, the second sentence takes the first up, or a list
counts the first among what lasts.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, around, paragraphs
from moothall.proofread.savings.lasting_money import RULES as LASTING_COSTS
from moothall.proofread.savings.once_and_every_year import RULES as ONCE_AND_EVERY_YEAR
from moothall.proofread.savings.once_of_a_thing import RULES as ONCE_OF_A_THING
from moothall.proofread.savings.one_off_money import RULES as ONE_OFF
from moothall.proofread.savings.paid_for_ever import RULES as PAID_FOR_EVER

_MONEY = r"£\s?[\d.,]+\s?(?:m|k|bn|million)?"
_TO_BE_FILLED = (
    r"(?:vacan\w+|unfilled|(?<!\w)posts?|recruit\w+|appoint\w+|starters?|staff)\b(?:[^.;]|"
    r"\.\s(?=They|These|All|Both)){0,80}?\b"
    r"(?:(?:be|been|being|are|is|now|soon|all) (?:\w+ )?(?:filled|recruited to|appointed|"
    r"advertised|in post)|(?:start|join|take up|arrive|expected)\b|under ?way|in (?:hand|progress))"
)
_LATE = (
    r"(?:late|later|delay(?:s|ed)?|slow(?:er)?|deferr\w+|postpon\w+|slipp\w+)\s(?:[a-z-]+\s){0,3}?"
    r"(?:starts?|starting|appointments?|recruitment|openings?|delivery|works?|implementation|in)\b|"
    r"\b(?:slippage|(?:did|do|will) not (?:start|begin|take up|join|open)[^.;]{0,20} (?:until|"
    r"till)|start(?:s|ed|ing)? late(?:r)?(?: than)?|mild(?:er)? winter)\b"
)
_PASSES = Expression(
    rf"\b{_TO_BE_FILLED}|\b(?:{_LATE})|"
    rf"{_MONEY} (?:is |was |has been |will be |is to be |to be )?(?:drawn |taken |released |more )?"
    r"(?:from|off|out of|of) (?:the |its |our )?(?:[A-Z][\w’'-]+ |[a-z-]+ ){0,4}?"
    r"(?:reserves?|balances)\b|"
    r"\b(?:refund|rebate|reclaim|repayment|credit)s?\b(?= (?:of|for|from|in|due|received|on)\b)|"
    r"\bback-?dated\b|\bone[- ](?:off|time)\b|\bnon[- ]?recurr\w+|\bonce only\b|"
    r"\b(?:single|sole) (?:[a-z]+ ){0,2}?(?:receipt|payment|sum|grant|sale)\b|"
    r"\bproceeds\b|\bcapital receipt|\b(?:sale|disposal) of (?:the|its|our|land|surplus)\b|"
    r"\bselling (?:the|its|our)\b|"
    r"\b(?:not|un)[- ]?spent\b|\bsection 106\b|\bs\.?106\b|\bdevelopers?[’'] contributions?\b|"
    r"\b(?:recovered|received|paid|settled|won) (?:£\S+ )?(?:from|by) (?:the |its |our )?"
    r"(?:insurers?|liquidators?|courts?|administrators?)\b|\bcompensation\b|"
    r"\binsurers?[^.;]{0,20}\bpaid\b|\bpay-?outs?\b|\bwindfall\b|\b(?:gift|donation|legacy|"
    r"bequest)\b|"
    r"\b(?:can|will|does|is|may) ?not (?:come|be (?:paid|repeated|received|renewed)|recur|repeat)"
    r"(?: twice| again)?\b|\bwon[’']t (?:be repeated|recur)\b|"
    r"\b(?:for|in) (?:this|the current|one|a single) year (?:only|alone)\b|"
    r"\b(?:for|in|to) 20\d\d(?:[-/–]\d\d)? (?:only|alone)\b",
    re.IGNORECASE,
)
_FOR_EVER = r"permanent|lasting|recurring|recurrent|on-?going|continuing|base[- ]budget|structural"
_LASTS = Expression(
    rf"\b(?<!non-)(?<!non )(?:{_FOR_EVER}) (?:[a-z]+ ){{0,2}}?(?:savings?|reductions?|"
    rf"efficienc\w+|income|relief|benefit|cut|{_MONEY})|"
    rf"\b(?:as|is|are|a|be|made) (?:{_FOR_EVER})(?= (?:and|from|saving)\b|[.,;])|"
    r"\b(?:in|into|to|out of|from|part of) (?:[\w’']+ ){0,3}?base(?:line)?(?: budget)?"
    r"(?=[.,; ])|"
    r"\b(?:for good|for ever|forever|in perpetuity)\b|"
    r"\b(?:in|for|of) (?:each|every|all)(?: of the| the)? (?:\w+ )?years?\b|"
    r"\b20\d\d[-/–]\d\d, 20\d\d[-/–]\d\d(?:,| and) (?:and )?20\d\d[-/–]\d\d\b|"
    r"\b20\d\d(?:[-/–]\d\d)?,? (?:and|onwards|on)\s?(?:in |for )?(?:the |all |each |every )?"
    r"(?:later|subsequent|future|following|after|beyond|onwards?|thereafter|years)\b|"
    r"\b(?:removed|taken|cut|reduced|lowered|saved|built|closed|met|balanced) (?:[^.;]{0,40} )?"
    r"permanently\b|\bpermanently (?:removed|taken|cut|reduced|lowered|saved|built|closed|met)\b|"
    r"\bstructurally\b|\byear (?:after|on) year\b|\bannually\b|\b(?:saving|saved) (?:each|every) "
    r"year\b",
    re.IGNORECASE,
)
_IS_COUNTED = Expression(
    r"\b(?:assumed|saving|savings|underspends?|reduction|budget|gap|income|base|balanced?|closed|"
    r"grant|"
    r"receipts?|money|sums?|refund|posts?|rangers?|staff|salar(?:y|ies)|wages|spent|spending|"
    r"efficienc\w+)\b",
    re.IGNORECASE,
)
_DENIED = Expression(
    r"\b(?:no(?! longer needed)|(?<!can)not(?! (?:come|be paid|be repeated|recur|spent))|nor|"
    r"neither|"
    r"never|rather than|instead|unless|until(?! the| it| then)|if|whether|could|would|might|"
    r"however|although|though|but|while|whilst|whereas|previous\w*|reserves? policy|"
    r"to be replaced|replaced? by|fall(?:s|ing)? out|unwind\w*|revers\w+|exclud\w+|"
    r"separately|alternative|seek\w*|sought|need\w*|must|should not|cost of|costs of|"
    r"pressures?|option|interest|in addition|as well as|minimum|contribut\w+ to|"
    r"(?:paid|put|added|transferred|returned|moved) (?:in)?to (?:the |an? )?(?:[\w-]+ ){0,4}"
    r"(?:reserves?|balances))\b",
    re.IGNORECASE,
)
_TAKES_UP = Expression(
    r"^\W*(?:(?:\d[\d.]*|\([a-z]\))\s+)?(?:(?:and|so|together|in all),? )?(?:it|this|these|that|"
    r"they|both|"
    rf"the (?:resulting |whole |same |full )?(?:underspends?|savings?|money|sum|amount|refund|"
    rf"receipt|grant|reduction|total|{_MONEY}))\b",
    re.IGNORECASE,
)
_UNDERSPENT = Expression(
    r"\bunderspen\w+|\bsav(?:e|ing|ed|es)\b|\bsavings\b|\bnot spent\b|\bunder budget\b|\bbelow "
    r"budget|\bless than",
    re.I,
)
_STAFFED = Expression(rf"\b{_TO_BE_FILLED}|\b(?:{_LATE})|\bvacan", re.IGNORECASE)
_LONGEST = 420
_TOLD = quotes_told(
    *LASTING_COSTS, *ONCE_AND_EVERY_YEAR, *ONCE_OF_A_THING, *ONE_OFF, *PAID_FOR_EVER
)


def what_passes_is_not_counted_as_lasting(report: Report) -> Iterator[TextFinding]:
    """“Posts will be filled by May. The underspend has been taken out of the base budget.”"""
    for paragraph in paragraphs(report):
        found = _in_a_list(paragraph) or _side_by_side(paragraph)
        if found is None or any(place == paragraph.place for place, _ in _TOLD(report)):
            continue
        passes, lasts, quote = found
        yield TextFinding(
            place=paragraph.place,
            quote=quote,
            message=f"“{passes.strip()}” brings money that passes, and it is counted as lasting "
            f"(“{lasts.strip()}”).",
            cure="Show it as one-off, and say how it is found again next year.",
            confidence=Confidence.MEDIUM,
        )


def _side_by_side(paragraph: Paragraph) -> tuple[str, str, str] | None:
    before = ""
    for one in paragraph.sentences:
        text = one.text
        lasts = _LASTS.search(text) if len(text) <= _LONGEST else None
        if lasts is not None and not _DENIED.search(text):
            own = _passes(text, lasts)
            again = _TAKES_UP.match(text) or _names_a_sum_of(before, text)
            taken = _passes(before, None) if own is None and again else None
            passes = own or taken
            both = f"{before} {text}" if taken else text
            if (
                passes is not None
                and _IS_COUNTED.search(both)
                and not _has_a_sum_of_its_own(both, lasts[0])
                and (not _TAKEN_OUT.match(lasts[0]) or _UNDERSPENT.search(both))
            ):
                return passes, lasts[0], around(text, lasts.start(), lasts.end(), 110)
        # what is told of posts holds for the two sentences after the one that tells of the sum
        before = f"{before[-_LONGEST:]} {text}" if _UNDERSPENT.search(before) else text
    return None


_TAKEN_OUT = Expression(r"^(?:out of|from)\b", re.IGNORECASE)
"""A grant that ends is rightly taken out of the base; a saving taken out of it lasts."""
_OF_ITS_OWN = Expression(r"^[\w\s-]{0,30}?\sof (£\s?\d[\d.,]*\d(?:m|k|bn)?)")


def _has_a_sum_of_its_own(text: str, lasts: str) -> bool:
    """“£250,000 from reserves …; from 2027/28 permanent savings of £260,000”: two sums."""
    own = _OF_ITS_OWN.match(text[text.rfind(lasts) + len(lasts) :])
    return own is not None and text.count(own[1]) == 1 and len(_A_SUM.findall(text)) > 1


_A_SUM = Expression(r"£\s?\d[\d.,]*\d(?:m|k|bn)?")


def _names_a_sum_of(before: str, text: str) -> bool:
    return not {*_A_SUM.findall(before)}.isdisjoint(_A_SUM.findall(text))


def _passes(text: str, lasts: re.Match[str] | None) -> str | None:
    """What passes in a text, apart from the words that say what lasts."""
    for match in _PASSES.finditer(text):
        if lasts is not None and match.start() < lasts.end() and lasts.start() < match.end():
            continue
        if _STAFFED.match(match[0]) and not _UNDERSPENT.search(text):
            continue  # that posts are filled says nothing of money that was not spent
        return match[0]
    return None


# --- among what lasts, in a list ------------------------------------------------------------------

_LIST_OF_LASTING = Expression(
    rf"^\W*(?:[\d.]+\s)?(?:the |our |these "
    rf")?(?<!non-)(?:{_FOR_EVER})\s(?:\w+\s){{0,2}}?(?:savings|measures|"
    r"income|reductions|efficiencies|items|proposals|changes)\b[^.:;]{0,60}:\s(?P<items>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ONCE_BY_NATURE = Expression(
    r"\b(?:back-?dated|refunds?|rebate for|sale of|proceeds|disposal|capital receipt|windfall|"
    r"one-off|(?:from|of|use of) (?:the )?(?:\w+ ){0,3}reserves?|insurance (?:claim|payout)|"
    r"vacanc\w+ (?:held|until)|compensation)\b",
    re.IGNORECASE,
)


def _in_a_list(paragraph: Paragraph) -> tuple[str, str, str] | None:
    """“Ongoing savings: insurance £90,000; backdated refund £365,000; vacancies £240,000.”"""
    match = _LIST_OF_LASTING.match(paragraph.text)
    if match is None or len(match["items"]) > 2 * _LONGEST:
        return None
    for item in re.split(r";\s|,\s(?=and\s)|\.\s", match["items"]):
        once = _ONCE_BY_NATURE.search(item)
        if once is not None and "£" in item and not _DENIED.search(item):
            return once[0], paragraph.text[: match.start("items")].strip(" :"), item.strip()
    return None


RULES: tuple[Rule, ...] = (what_passes_is_not_counted_as_lasting,)
