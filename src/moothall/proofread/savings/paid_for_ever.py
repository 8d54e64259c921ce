"""What costs every year, and the money that comes once: who pays for what, however it is put.

A clause has a *need* that lasts (a running cost, a permanent post, a sum a year), a *source* that
comes once (a one-off grant, reserves, a sale) and a verb of paying.  Which of them comes first does
not matter.  Or a source that comes once is *counted* as lasting: it "is an annual saving", "brings
in £700,000 a year", is built into the base.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, around, paragraphs
from moothall.proofread.savings.lasting_money import (
    what_costs_every_year_is_not_met_from_what_comes_once,
)
from moothall.proofread.savings.one_off_money import one_off_money_is_not_built_into_the_base

_WORDS = r"(?:(?!(?:and|or|but|not|no)\b)[\w’'£,.-]+\s){0,3}?"
_MONEY_WORDS = (
    r"(?:grants?|funding|funds?|money|monies|income|resources?|receipts?|payments?|sums?|savings?|"
    r"contributions?|allocations?|surplus(?:es)?|underspends?|rebates?|refunds?|settlements?|"
    r"draw-?downs?|transfers?|withdrawals?|"
    r"award)"
)
_ONCE = (
    r"(?:one-?\s?off|one-?\s?time|non-?\s?recurr(?:ent|ing)|time-?\s?limited|temporary|"
    r"one-?\s?year|single-?\s?year|short-?\s?term|pilot)"
)
_ONE_OFF_MONEY = rf"(?:{_ONCE}\s{_WORDS}{_MONEY_WORDS})"
_SOLD = (
    r"(?:capital receipts?|(?:the )?(?:sale|disposal)s?\s(?:of|proceeds)|proceeds (?:of|from)|"
    r"(?<!lamp )selling (?:the |its |our |off )|insurance (?:pay-?out|settlement|receipt)|windfall)"
)
_RESERVES = (
    r"(?:(?:(?:general|earmarked|transformation|usable|unallocated|strategic|investment|"
    r"council[’']s|"
    r"corporate|budget|stabilisation|the|its|our|from|of|by|general fund)\s)"
    r"(?:reserves?|balances?)\b(?!\s(?:policy|strategy|statement|level)))"
)
_SOURCE = Expression(
    rf"\b(?:{_ONE_OFF_MONEY}|{_SOLD}|{_RESERVES}|^reserves\b(?!\s(?:policy|strategy|are)\b)|"
    rf"(?<=financed from )capital\b(?!\s\w)|(?<=funded from )capital\b(?!\s\w)|"
    rf"(?<=met from )capital\b(?!\s\w)|"
    rf"(?:grant|funding|money)\b[^.;]{{0,12}}\b(?:which|that)? ?(?:ends|expires|runs out|ceases|is "
    rf"for one year|lasts (?:for )?one year))",
    re.IGNORECASE,
)
_LASTS = (
    r"(?<!non-)(?<!non )(?:on-?going|recurr(?:ing|ent)|continuing|permanent|annual|yearly|"
    r"day-to-day|everyday|long-?term|base-?budget)"
)
_COSTS = (
    r"(?:costs?|expenditure|spend(?:ing)?|posts?|staff(?:ing)?|officers?|salar(?:y|ies)|wages|"
    r"subsid(?:y|ies)|pressures?|structure|pay ?bill|commitments?|deficit|shortfall|gap|"
    r"rents?|maintenance|services?|roles?|positions?|employees|team|fees?|charges?|licen[cs]es?|"
    r"subscriptions?|premiums?)"
)
_NEED = Expression(
    rf"\b(?:(?P<kind>{_LASTS})\s(?:[a-z’'-]+\s){{0,2}}?{_COSTS}\b|(?:day-to-day )?running costs?\b|"
    rf"(?:salaries|wages|pay) of (?:the |our )?[a-z]+|"
    rf"(?:pay award|{_COSTS})\b[^.;]{{0,60}}?(?:\ba year|\bper (?:annum|year)|\bannually|"
    rf"\beach year|\bevery year|\bp\.a\.))|"
    r"£\s?[\d.,]+\s?(?:m|million|k|bn)?\s(?:a year|per (?:annum|year)|(?:each|every) year|"
    r"annually)\b",
    re.IGNORECASE,
)
_PAYS = Expression(
    r"\b(?:fund(?:s|ed|ing)?|meet(?:s|ing)?|met|pa(?:y|ys|id|ying)(?: for)?|financ(?:e|es|ed|ing)|"
    r"cover(?:s|ed|ing)?|support(?:s|ed|ing)?|sustain(?:s|ed)?|underwrit\w+|bear|borne|"
    r"made good|make good|balanced?|offset|defray\w*|plug(?:s|ged)?|resourced|"
    r"charged to)\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:not|no|never|cannot|without|rather than|instead|until|pending|while|whilst|however|"
    r"although|unless|if|once the|when the|after the|would have|"
    r"should|must|imprudent|unsustainable|whether|could|may|might|risk|reliance|rel(?:y|ies|ied)|"
    r"policy|unsuitable)\b",
    re.IGNORECASE,
)
_FOR_A_TIME = Expression(
    r"\b(?:initially|temporar(?:y|ily) (?:staff|cover|post)|"
    r"fixed[- ]term|"
    r"interim|transition\w*|bridging|smooth\w*|equali[sz]ation|insurance reserve|pfi|sinking|"
    r"one-off (?:\w+ )?(?:costs?|expenditure|investment|spend)|set-up|redundanc\w+|"
    r"borrowing|capital (?:programme|schemes?|expenditure|costs?|works|projects?|spend(?:ing)?)|"
    r"for (?:one|two|three|four|five|the first|the next|\d) years?|(?:in|over|for) the first|"
    r"only in|in (?:19|20)\d\d|during (?:19|20)\d\d|contributions? to|"
    r"(?<!proposal )(?<!budget )(?<!plan )for (?:19|20)\d\d|"
    r"repay|interest|maintain(?:ed)? (?:a|the) level|minimum level|surplus to)\b",
    re.IGNORECASE,
)
_CLAUSES = Expression(
    r";|,\s(?:and|but|while|with)\s(?=the\b)|\sand\sthe\s(?=recurr|ongoing|capital)"
)
_ONE_OFF = Expression(_ONCE, re.IGNORECASE)
_VAGUE = Expression(r"(?:services?|budget gap|structure)$", re.IGNORECASE)
_OUT_OF = Expression(r"\b(?:from|out of|with|using|through|by)\b", re.IGNORECASE)
_CURE = "Say how it is paid for when that money is gone."


def what_lasts_is_not_paid_with_what_comes_once(report: Report) -> Iterator[TextFinding]:
    """“A one-off grant will fund the two permanent posts”: and the year after?"""
    told = [found.quote for found in what_costs_every_year_is_not_met_from_what_comes_once(report)]
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.text) > 500 or not _NEED.search(one.text):
                continue
            if any(quote in one.text for quote in told):
                continue
            for clause in _CLAUSES.split(one.text):
                need, source, pays = (form.search(clause) for form in (_NEED, _SOURCE, _PAYS))
                if need is None or source is None or pays is None:
                    continue
                # a reserve that smooths is meant for a time, but not what is drawn from it once
                spoken = (
                    clause.replace("smoothing reserve", "reserve")
                    if _ONE_OFF.match(source[0])
                    else clause
                )
                if _OTHERWISE.search(clause) or _FOR_A_TIME.search(spoken):
                    continue
                if source.start() < need.end() and need.start() < source.end():
                    continue
                if _apart(clause, need, source):
                    continue
                vague = (need["kind"] or "").lower() in ("annual", "yearly", "long-term")
                vague = (
                    vague and re.search(r"services?$|budget gap$|structure$", need[0]) is not None
                )
                yield TextFinding(
                    place=paragraph.place,
                    quote=around(clause, need.start(), need.end(), 90),
                    message=f"What is spent each year (“{need[0].strip()}”) is met from money that "
                    f"comes once (“{source[0].strip()}”).",
                    confidence=Confidence.LOW if vague or paragraph.cell else Confidence.MEDIUM,
                    cure=_CURE,
                )
                break


def _apart(clause: str, need: re.Match[str], source: re.Match[str]) -> bool:
    """Whether the verb of paying does not stand between the two, nor before both."""
    first, last = sorted((need, source), key=lambda match: match.start())
    between = clause[first.end() : last.start()]
    if _PAYS.search(between) or (first is source and _PAYS.search(source[0])):
        return False
    # "meet the yearly subsidy from the sale": before both, with a preposition between
    before = clause[: first.start()]
    if first is need and _PAYS.search(before):
        return not re.search(
            r"\b(?:from|out of|with|using|through|by)\b", between + source[0], re.I
        )
    # "use the proceeds … to meet": "use" makes a means of what follows
    return True


# --- money that comes once, counted every year ----------------------------------------------------

_COMES_ONCE = Expression(
    rf"\b(?:{_ONE_OFF_MONEY}|(?:the )?(?:sale|disposal) of\b|selling\s|capital receipts?\b|"
    rf"proceeds (?:of|from)|insurance (?:pay-?out|settlement|receipt)|windfall|"
    rf"(?:vat|tax|rates?) (?:refund|rebate|claim)|"
    rf"(?:rebate|refund|grant|payment|receipt|settlement)\b[^.;]{{0,30}}\b(?:once|one year only|"
    rf"for one year)\b)",
    re.IGNORECASE,
)
_A_YEAR = (
    r"(?:a year|per (?:annum|year)|(?:each|every|in each|in every|in all) (?:later |future |"
    r"subsequent |following )?years?|annually|year on year)"
)
_COUNTED = Expression(
    rf"\b(?:bring(?:s|ing)? in|rais(?:e|es|ing)|yield(?:s|ing)?|generat(?:e|es|ing)|"
    rf"produc(?:e|es|ing)|sav(?:e|es|ing))\s(?:[a-z]+\s){{0,2}}?£[\d.,]+\s?(?:m|million|k|bn)?\s"
    rf"{_A_YEAR}|"
    rf"\b(?:is|are|as|be|into) (?:an? )?(?:annual|recurr(?:ing|ent)|on-?going|permanent|"
    rf"continuing|yearly) (?:saving|reduction|income|efficiency|funding|benefit)s?|"
    rf"\b(?:shown|treated|counted|included|assumed|recorded|budgeted)\s(?:as|for|in|at)\b"
    rf"[^.;]{{0,60}}?(?:\b{_A_YEAR}|\brecurr(?:ing|ent)|\bpermanent\b|\bbase budget\b|"
    rf"\bongoing\b)|"
    rf"\b(?:build|built|put|add(?:ed)?|consolidat\w+|incorporat\w+|roll(?:ed)?|includ\w+)\b"
    rf"[^.;]{{0,60}}?\b(?:in|to|into) (?:the |its |our )?base (?:budget|line)?|"
    rf"\brecurs (?:in|each|every)|"
    rf"\b(?:gives?|makes?|brings?|provides?|yields?|represents?|delivers?|creates?|means) "
    rf"(?:an?|the) (?:annual|recurr(?:ing|ent)|permanent|on-?going|yearly) "
    rf"(?:saving|income|reduction|benefit)|"
    rf"\bbase budget (?:has been|is|was|will be) (?:increased|raised|topped up) by\b|"
    rf"\b(?:is|are|be|being) (?:received|paid|available|repeated|repeatable|banked) {_A_YEAR}|"
    rf"\b(?:recurr(?:ing|ent)|permanent|annual|on-?going) (?:savings?|income)\b[^.;]{{0,40}}?\b"
    rf"(?:come|comes|arise|arises|from|result)\b|"
    rf"\b(?:savings?|income) of £[\d.,]+\s?(?:m|million|k)? {_A_YEAR}\b[^.;]{{0,20}}\b(?:arises?|"
    rf"comes?|results?|from)\b|"
    rf"\breduc\w+ the [a-z ]{{0,30}}?(?:gap|budget|deficit) {_A_YEAR}|"
    rf"£[\d.,]+\s?(?:m|million|k|bn)? {_A_YEAR} of (?:\w+ )?(?:savings?|benefits?|income|"
    rf"efficienc(?:y|ies))|£[\d.,]+\s?(?:m|million|k|bn)? {_A_YEAR}\b[^.;]{{0,40}} from (?:the |"
    rf"a )?{_ONCE}",
    re.IGNORECASE,
)
_MORE_THAN_UPKEEP = Decimal(300_000)
_SALE = Expression(r"\b(?:sale|selling|disposal)\b", re.IGNORECASE)
_IS_SOLD_ONCE = Expression(
    r"\b(?:land|buildings?|offices?|yards?|depots?|houses?|halls?|sites?|schools?|estates?|farms?|"
    r"plots?|assets?|property|properties|premises|stores?|piers?|docks?|ferry|ferries|boats?|"
    r"vessels?|tugs?|ships?|shares|stake|shareholding|surplus|car parks?|librar(?:y|ies)|centres?|"
    r"company|fields?|cottages?|flats?|hotels?|vehicles?|fleet|plant|works|theatre|museum)\b",
    re.IGNORECASE,
)
_EXPLAINED = Expression(
    r"\b(?:rent|rents|rates|repairs?|running|interest|energy|maintenance|upkeep|leas(?:e|es|ing)|"
    r"rental|each year the|subscription|shop|tickets?|permits?|debt|fees|falls? out|removed|"
    r"restored|reversed|excluded|except|replaces?|hire|invest\w*|which saves|which will save|"
    r"used to (?:buy|fund|pay|purchase|replace|install|build|mend))\b",
    re.IGNORECASE,
)


def what_comes_once_is_not_counted_every_year(report: Report) -> Iterator[TextFinding]:
    """“Selling the yard will bring in £700,000 a year”: it is sold once."""
    told = [
        found.quote
        for found in one_off_money_is_not_built_into_the_base(report)
        if found.confidence is not Confidence.LOW
    ]
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.text) > 500 or one.text in told:
                continue
            once = _COMES_ONCE.search(one.text)
            counted = once and _COUNTED.search(one.text)
            if once is None or counted is None:
                continue
            said = _part_with(one.text, once, counted)
            if _OTHERWISE.search(said) or _EXPLAINED.search(said):
                continue
            if _SALE.search(once[0]) and not _IS_SOLD_ONCE.search(one.text):
                continue  # "the sale of advertising space brings in £20,000 a year"
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, counted.start(), counted.end(), 90),
                message=f"“{once[0].strip()}” brings money once, but it is counted as lasting "
                f"(“{counted[0].strip()}”).",
                confidence=Confidence.LOW if _may_save(one, once[0]) else Confidence.MEDIUM,
                cure="Show it as one-off, and say how it is found again next year.",
            )


def _part_with(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    """The part of a sentence that holds both, without what stands before ", and we"."""
    start, end = min(one.start(), other.start()), max(one.end(), other.end())
    since = max((found.end() for found in _AND_WE.finditer(text, 0, start)), default=0)
    until = next((found.start() for found in _AND_WE.finditer(text, end)), len(text))
    return text[since:until]


_AND_WE = Expression(r"(?:,|;)\s(?:and|but|so)\s(?=(?:we|it|the council|they|this)\b)", re.I)


def _may_save(one: Sentence, once: str) -> bool:
    """Whether what is sold may save as much as is said because it need no longer be kept."""
    if not re.search(r"\b(?:sale|selling|disposal)", once, re.IGNORECASE):
        return False
    sums = [figure.size for figure in one.figures if figure.kind is Kind.MONEY]
    saved = re.search(r"\bsav(?:e|es|ed|ing|ings)\b|\breduction", one.text, re.IGNORECASE)
    return saved is not None and all(each < _MORE_THAN_UPKEEP for each in sums)


RULES: tuple[Rule, ...] = (
    what_lasts_is_not_paid_with_what_comes_once,
    what_comes_once_is_not_counted_every_year,
)
