"""Savings claimed: whether a saving or a benefit that is promised has an amount, or a source.

A claim says that something will save, in whatever words: "will deliver efficiencies", "savings are
expected to be made", "will reduce costs", "will pay for itself".  An aim, a need, a risk or an
option claims nothing.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Paragraph, Sentence, paragraphs
from moothall.proofread.savings.saving_wordings import (
    claimed_in_other_words,
    is_about_this_proposal,
)

_SAVING = (
    r"(?:efficienc(?:y (?:savings?|gains?)|ies)|(?:cost |revenue |budget |financial |cashable |"
    r"net |ongoing |recurrent |recurring |annual )*savings?|cost reductions?|"
    r"economies(?: of scale)?|"
    r"reduced costs|lower costs|"
    r"reductions? in (?:costs?|spend(?:ing)?|expenditure)|cost avoidance|"
    r"(?:additional|extra|increased|new) income|income generation|financial benefits?|"
    r"better value for money|return on investment)"
    r"(?! targets?| plans?| programme)"
)
_FORESEEN = r"(?:expected|anticipated|forecast|set|projected) to"
_CERTAIN = rf"(?:will|would|shall|[’']ll|is {_FORESEEN}|are {_FORESEEN})"
_POSSIBLE = (
    r"(?:could|can|may|should|potential to|opportunit(?:y|ies) to|able to|likely to|ability to|"
    r"expected to|anticipated to|continues? to|helps? to|aims? to|designed to)"
)
_ADVERB = (
    r"(?:(?:also|then|further|in turn|ultimately|thereby|therefore|in time|eventually|together|"
    r"not only)\s+){0,2}"
)
_CLAIM = Expression(
    rf"\b(?P<sure>{_CERTAIN}|{_POSSIBLE})\s+{_ADVERB}"
    rf"(?P<verb>be|mean|deliver|release|generate|achieve|reali[sz]e|produce|result in|provide|"
    rf"bring|create|yield|lead to|offer|secure|make|unlock|drive|enable|support|give|see|"
    rf"contribute to|"
    rf"[^.;,£]{{4,80}}?\sand (?:so |thereby )?(?:generate|deliver|produce|release|make|achieve))\s+"
    rf"(?P<gap>(?:[\w’'/&-]+\s+){{0,5}}?)(?P<saving>{_SAVING})\b",
    re.IGNORECASE,
)
_MADE = Expression(
    rf"\b(?P<gap>(?:[\w’'-]+\s+){{0,3}})(?P<saving>{_SAVING})\s+(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?P<sure>{_CERTAIN}|can|could|may)\s+{_ADVERB}(?:be\s+)(?:\w+ly\s+)?"
    r"(?P<verb>made|achieved|delivered|reali[sz]ed|released|generated|secured|found|gained)\b",
    re.IGNORECASE,
)
_CHEAPER = Expression(
    rf"\b(?P<sure>{_CERTAIN})\s+{_ADVERB}(?:(?:significantly|substantially|greatly|considerably|"
    r"markedly|materially)\s+)?(?P<verb>save (?:the (?:council|authority|trust) )?(?:money|a "
    r"(?:significant|considerable|substantial)|significant|considerable|substantial)|"
    r"pay for (?:itself|themselves)|(?:reduce|lower|cut|drive down|bring down) (?:the )?"
    r"(?:council[’']?s? |overall |running |operating |unit |staff(?:ing)? |agency |placement "
    r"|energy |maintenance |management |total |long[- ]term |future )*"
    r"(?:costs?|spend(?:ing)?|expenditure)|"
    r"be (?:cost[- ]neutral|self[- ]financing|self[- ]funding|cheaper|less expensive|"
    r"more cost[- ]effective)|cost (?:the council )?less)\b(?P<gap>)(?P<saving>)",
    re.IGNORECASE,
)
_MAY_CLAIM = Expression(
    r"\bsav|efficienc|econom|\bcosts?\b|income|benefit|spend|expenditure|pay for|cheaper|value|"
    r"self|expensive|return|economical|cover|recover|recoup|repa(?:y|id)|free up|"
    r"resources|overheads|bills?|financially|better off",
    re.IGNORECASE,
)
_SPENT_AGAIN = Expression(
    r"\b(?:the|this|these|resulting)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:efficiencies|efficiency savings?|savings?|cost reductions?)\b"
    r"(?:(?!, (?:and|but) )[^.;]){0,120}?"
    r"\bwill be\s+(?:re-?\s?purposed|re-?invested|redirected|recycled|retained|used)\b",
    re.IGNORECASE,
)
_OTHER_SAVING = Expression(r"\b(?:energy|carbon|time|water|co2|emissions?)\b", re.IGNORECASE)
_KNOWN_SAVING = Expression(
    r"\b(?:the|these|those|this|that|its|their|such|proposed|planned|agreed|remaining|rest of)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NO_CLAIM = Expression(
    r"\b(?:no|not|never|without|identify|identified|explore|exploring|quantify|quantified|"
    r"if|whether|options? for|require|required|requirement|need|"
    r"needs|needed|must|target|targets|seek|seeking|difficult|unable|fail|failure|unlikely|how|"
    r"undeliver\w+|non-delivery|risk|risks|working (?:to|towards)|programme of|plans? to|objective|"
    r"asked|queried|questioned|confirm|assurance|monitor\w*|track\w*|until|unless)\b",
    re.IGNORECASE,
)
_PUT_IN = Expression(
    r"^(?:(?!\bsav)[^£])*?\b(?:extra|additional|invest\w*|spend\w*|costs?|grant|funding|purchase|"
    r"price|contract|outlay)(?:\s(?:of|for|is|at))?\s£[\d.,]+\s?(?:m|million|k|bn)?\b"
    r"(?P<then>(?!.*(?:£|\bsav\w+ of\b|\b(?:if|could|may|not)\b)).*)$",
    re.IGNORECASE,
)
"""Money that is put in, and is no saving: “this extra £2m will make repairs that …”."""
_ASKED = Expression(r"\b(?:whether|to see if|in case)\b[^.;:]*$", re.IGNORECASE)
_FINANCIAL = Expression(
    r"\b(?:financ\w*|resources?|recommend\w*|value for money|budget\w*|costs?|funding|"
    r"savings?|section 151|s151|efficienc\w+|benefits|business case)\b",
    re.IGNORECASE,
)
_DEFINITE = Expression(
    r"\b(?:financial|significant|substantial|cashable|cost|recurrent|ongoing|considerable|major|"
    r"budget|revenue|some|further|additional|large|sizeable|material|real|long-term|"
    r"year-on-year|efficiency)\b|\befficienc",
    re.IGNORECASE,
)
_COVERS = Expression(
    r"\bthat\s+(?:will\s+)?(?:cover|meet|offset|outweigh|pay for|fund|more than)\b|"
    r"\b(?:sufficient|enough) to\b|\btaken into account\b|\bbuilt into\b|\bincluded in\b",
    re.IGNORECASE,
)
_SAVED = Expression(r"(?<!time )\bsav(?:e|es|ings?)\b|\befficienc", re.IGNORECASE)
_OF_SAVING = Expression(
    r"\b(?:sav\w+|efficienc\w+|reduc\w+|benefit\w*|lower\w*|less|income|cheaper|recover\w*)\b", re.I
)
_COSTS = Expression(
    r"\b(?:costs?|spent|funded|paid|payable|balance|stands? at|grant|levy|precept|price)\b", re.I
)
_REFERS_BACK = Expression(r"^\W*(?:this|that|these|those|it|they|the (?:saving|reduction))\b", re.I)
_ELSEWHERE = Expression(
    r"\b(?:appendix|annex|table|paragraph|section|schedule|below|above|business case|as set out|"
    r"shown in|detailed in|target|quantified)\b",
    re.IGNORECASE,
)


_TOWARDS_A_TARGET = Expression(
    r"\btowards?\s(?:[\w’']+\s){0,3}?(?:savings\s)?targets?\b", re.IGNORECASE
)
"""What is counted towards a target has no figure there either."""


def a_saving_claimed_is_a_saving_shown(report: Report) -> Iterator[TextFinding]:
    """A claim of saving has its figure, or says where it stands.  One finding for each section."""
    strongest: dict[str, TextFinding] = {}
    for section, finding in _claims(report):
        kept = strongest.get(section)
        if kept is None or (
            kept.confidence is Confidence.LOW and finding.confidence is Confidence.MEDIUM
        ):
            strongest[section] = finding
    yield from strongest.values()


def _claims(report: Report) -> Iterator[tuple[str, TextFinding]]:
    found = paragraphs(report)
    spoken = are_minutes(report)
    tables = {
        number
        for number, block in enumerate(report.blocks)
        if isinstance(block, Grid) and _prices_savings(block)
    }
    for place, paragraph in enumerate(found):
        for one in paragraph.sentences:
            claim = _claim(one)
            if claim is None:
                continue
            yield (
                paragraph.section,
                TextFinding(
                    place=paragraph.place,
                    quote=one.text,
                    message="A saving is claimed, and neither this paragraph nor the next gives "
                    "its amount or says where it comes from.",
                    cure="Give the amount and its source, or say that it is not yet known.",
                    confidence=Confidence.LOW  # somebody said so at a meeting
                    if spoken
                    else _confidence(found, place, one, tables, definite=claim),
                ),
            )


def _confidence(
    found: tuple[Paragraph, ...], place: int, one: Sentence, tables: set[int], *, definite: bool
) -> Confidence:
    here = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    priced = any(_priced(other) for other in here.sentences if other is not one)
    if after is not None and after.block <= here.block + 2:
        opening = after.sentences[0] if after.sentences else None
        priced = priced or (
            opening is not None and _has_money(opening) and bool(_REFERS_BACK.match(opening.text))
        )
        priced = priced or any(_names_a_saving(other) for other in after.sentences[:2])
    if place and found[place - 1].section == here.section:
        priced = priced or any(_names_a_saving(other) for other in found[place - 1].sentences[-1:])
    if priced or here.block + 1 in tables or here.block - 1 in tables:
        return Confidence.LOW
    if definite or _FINANCIAL.search(here.section):
        return Confidence.MEDIUM
    return Confidence.LOW


def _priced(one: Sentence) -> bool:
    """Whether a sentence gives the amount of a saving, and not of a cost or a grant."""
    if not _has_money(one):
        return False
    return bool(_OF_SAVING.search(one.text)) or not _COSTS.search(one.text)


def _names_a_saving(one: Sentence) -> bool:
    return _has_money(one) and bool(_SAVED.search(one.text))


def _has_money(one: Sentence) -> bool:
    return "£" in one.text or any(figure.kind is Kind.MONEY for figure in one.figures)


def _prices_savings(grid: Grid) -> bool:
    heads = " ".join((grid.caption, *(cell for row in grid.rows[:2] for cell in row)))
    return bool(re.search(r"\bsaving|\befficienc|\bbenefit", heads, re.IGNORECASE)) and any(
        re.search(r"\d", cell) for row in grid.rows[1:] for cell in row
    )


def _claim(one: Sentence) -> bool | None:
    """Whether a sentence claims a saving outright; None where it claims none."""
    text = one.text
    if not _MAY_CLAIM.search(text):
        return None
    if _has_money(one):
        put_in = _PUT_IN.match(text)
        return True if put_in is not None and _CHEAPER.search(put_in["then"]) else None
    if any(figure.kind is Kind.PERCENT for figure in one.figures):
        return None
    if _SPENT_AGAIN.search(text):
        return True
    for pattern in (_CLAIM, _MADE, _CHEAPER):
        match = pattern.search(text)
        if match is not None:
            judged = _judged(text, match)
            certain = re.match(_CERTAIN, match["sure"], re.IGNORECASE) is not None
            by_this = (
                judged is False
                and certain
                and is_about_this_proposal(text, match.start(), match.end())
            )
            if by_this or judged is not None:
                return by_this or judged
            break
    match = claimed_in_other_words(text)
    if match is None or _ASKED.search(text[: match.start()]):
        return None
    if _ELSEWHERE.search(_TOWARDS_A_TARGET.sub(" ", text)):
        return None
    return None if _NO_CLAIM.search(text[max(0, match.start() - 60) : match.end()]) else True


def _judged(text: str, match: re.Match[str]) -> bool | None:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    if _NO_CLAIM.search(f"{before} {match['gap']}") or _OTHER_SAVING.search(match["gap"]):
        return None
    if _ASKED.search(text[: match.start()]):
        return None  # "to test whether … will lead to savings" asks
    if _ELSEWHERE.search(match[0]) or _ELSEWHERE.search(after[:60]):
        return None
    if match.re is _MADE.compiled and _KNOWN_SAVING.search(f"{before}{match['gap']}"):
        return None
    if re.match(r"\s*(?:targets?|plans?|programmes?|proposals?|requirements?|accounts?)\b", after):
        return None
    if re.match(r"\s*by\b[^.;]{0,60}\b(?:£|%)", after):
        return None
    helps = match["verb"].casefold() in ("support", "enable", "see", "make", "give")
    if helps and re.search(r"\b(?:and|in|by|from|of)\b", match["gap"]):
        return None  # "will support the budget in May, and savings …"
    named = f"{match['gap']} {match['saving']}"
    if match["verb"].casefold() in ("support", "enable", "be", "make", "see") and not (
        _DEFINITE.search(named)
    ):
        return None
    certain = re.match(_CERTAIN, match["sure"], re.IGNORECASE) is not None
    plain = not match["saving"]  # "will pay for itself" is a claim as it stands
    return certain and (plain or bool(_DEFINITE.search(named)) or bool(_COVERS.search(after)))


RULES: tuple[Rule, ...] = (a_saving_claimed_is_a_saving_shown,)
