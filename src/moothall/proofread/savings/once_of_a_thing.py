"""Money said to come once, and the same money paying for ever, or counted in every year.

“The collection fund surplus is one-off.” and, there or two pages on, “It has been used to meet the
cost of 36 permanent staff”, “the surplus is built into the base”.  A first sentence says of a
source of money that it comes once; a second one lets *the same thing* last.  The same it is where
the second follows and takes it up (“it”, “the grant”, the sum itself), or names it by two of its
words, or by one and its sum.

Silent where the second sentence denies, doubts or sets apart; where the money is one that is paid
out; where it buys something that stays, or goes into a reserve.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, around, paragraphs
from moothall.proofread.reading.statements import WORD, content_words, stem_of

_SOURCES = (
    r"(?:grants?|surplus(?:es)?|underspends?|rebates?|refunds?|receipts?|settlements?|dividends?|"
    r"windfalls?|recover(?:y|ies)|savings?|income|funding|fund|funds|money|monies|allocations?|"
    r"gains?|proceeds|sales?|disposals?|payments?|contributions?|awards?|releases?|reserves?|"
    r"balances?|credits?|reimbursements?|compensation|donations?|bequests?|legac(?:y|ies)|claims?|"
    r"draw-?downs?|provisions?|deposits?|prosecutions?|sums?|£[\d.,]+\w*)"
)
_YEAR = r"(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?"
_ONCE = Expression(
    r"\b(?:one[- ](?:off|time|year)|once only|non[- ]?recurr(?:ent|ing)|time-limited)\b|"
    r"\bexceptional\b|"
    r"\b(?:for|in) (?:one|a single|this) (?:financial )?year(?: only)?\b|"
    r"\bsingle (?:\w+ )?(?:payment|receipt|sum|sale|prosecution|case|award|grant|disposal)\b|"
    r"\b(?:made|received|paid|happens?|occurs?|comes?|arises?|spent|used|claimed|taken|arrives?|"
    r"available|payable) (?:only )?once\b|\b(?:receive|pay|spend|use|claim)\w* (?:it )?only once\b|"
    r"\b(?:will|would|does|do|is|are|can|could|shall) ?(?:not|never)(?: be)?(?: expected to)? "
    r"(?:recur|be repeated|repeated|be paid again|paid again|continue|be received again|repeatable|"
    r"come again|happen again|be available again|be renewed|renewed)\b|"
    r"\bno successor\b|\bfor the last time\b|\b(?:final|last) (?:year|payment|instalment) of\b|"
    r"\b(?:cannot|can not|should not|must not) be relied (?:up)?on\b|"
    rf"\b(?:in|for) {_YEAR} (?:only|alone)\b|\bonly (?:in|for) {_YEAR}\b|"
    r"\bfrom the sale of\b|\bfirst (?:of its kind )?(?:for|in) \w+ years\b|"
    r"\b(?:un)?expected(?:ly)? (?:refund|rebate|receipt)\b|\bwindfall\b|\bends? (?:in|on) "
    r"(?:\d+ )?March\b",
    re.IGNORECASE,
)
_ONCE_GATE = ("on", "recurr", "limited", "single", "again", "last", "windfall", "ends", "not")
_NOT_ONCE = Expression(
    r"\b(?:not|neither|rather than|no longer) (?:an? )?(?:one[- ]|once|time-|exceptional|single)|"
    r"\bone[- ](?:off|time) (?:\w+ )?(?:costs?|expenditure|spend(?:ing)?|investment)|"
    r"\b(?:costs?|expenditure|redundanc\w+|spending|purchase)\b[^.;]{0,40}\b(?:is|are|will be) "
    r"(?:a )?one-off\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:posts?|staff\w*|officers?|teams?|employees?|workers?|advis[eo]rs?|wardens?|roles?|"
    r"positions?|jobs?|appointments?|managers?|assistants?|establishment|structure|salar(?:y|ies)|"
    r"wages|handlers?|planners?|nurses?|teachers?|keepers?|rangers?|drivers?|engineers?|crews?)"
)
_FOR_EVER = (
    r"(?:permanent(?:ly)?|(?<!non-)(?<!non )recurr(?:ing|ent)(?:ly)?|on-?going|continuing|lasting)"
)
_ALL_YEARS = (
    r"(?:annually|(?:in )?(?:each|every)(?: \w+)? years?(?: (?:of|after|from|to)\b)?|year on year|"
    r"thereafter|indefinitely|(?:in|for|of) (?:each|all|every) of the (?:\w+ )?years|"
    r"(?:in|for) the years|(?:future|later|subsequent|following|all) years|"
    r"on a (?:continuing|permanent|recurring) basis|at (?:this|that|the same) level|"
    r"continu(?:e|es|ing|ed)\b[^.;]{0,30}\b(?:years?|base|budget)|"
    r"(?:in|into|to) (?:the |its |our )?base(?:line)?(?: budgets?)?|base budget|built into|"
    r"throughout the (?:plan|strategy|period))"
)
_LASTING = Expression(
    rf"\b(?:(?P<people>permanent(?:ly)?|established|new permanent)\b(?:\s[\w’'-]+){{0,4}}?\s"
    rf"{_PEOPLE}\b|(?P<ever>{_FOR_EVER})\s(?!effect|change|site|building|home|solution|"
    rf"reduction in (?:risk|demand|carbon)|review|work\b|basis of|relationship|monitoring|"
    rf"discussion)(?:\w+)|"
    rf"(?P<years>{_ALL_YEARS})|(?:running|yearly|annual) (?:\w+ )?costs?\b)",
    re.IGNORECASE,
)
_HANDLED = Expression(
    r"\b(?:add|build|built|put|count|treat|includ|assum|show|tak|took|rely|relies|budget|incorporat|"
    r"consolidat|baselin|increas|reduc|rais|fund|financ|pay|paid|pays|meet|met|cover|support|"
    r"sustain|employ|us|appoint|recruit|resourc|underwr|close|balanc|offset|recur|continu|repeat|"
    r"kept|keep|spend|spent|receiv|carr|bear|borne|plug|plan|appl|made permanent|provid|entered|"
    r"reckon|price|recogni|go|roll|record|enter)(?:e?s|e?d|ing|en|n|ied|ies|e)?\b",
    re.IGNORECASE,
)
_TAKEN_UP = Expression(
    r"^\W*(?:\d[\d.]*\s+)?(?:accordingly,? |therefore,? |so |as a result,? |[A-Z][\w ]{0,30} "
    r"(?:proposes?|intends?|plans?|has decided|have decided) to (?:use|spend|apply) )?"
    r"(?:it|this|these|that|they|such|both|the (?:same|money|sum|grant|receipt|income|funding|"
    r"contribution|saving|resulting|amount)|receipts?)\b|\b(?:it|this (?:money|sum|grant|income|"
    r"funding)|the money|the sum|the same(?: sum)?|at that level)\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:not|no|never|cannot|without|rather than|instead|until|pending|but|however|although|"
    r"unless|if|could|would|may|should|must|need\w*|replaced?|after which|expire|alternative|"
    r"option [A-Z\d]|risk|seek|sought|whether|then be|once the|left out|removed|excluded?|"
    r"excluding|falls? out|except|fixed[- ]term|one-off (?:costs?|spending|purposes?|purchases?)|"
    r"from 20\d\d(?:[-/–]\d\d)? (?:the|it is|they are) (?:replac|remov)\w+)\b",
    re.IGNORECASE,
)
_STAYS = Expression(
    r"\b(?:buy|buys|bought|purchas\w+|repay\w*|install\w*|invest\w*|construct\w*|refurbish\w*|"
    r"set-?up|(?:transferred|added|paid|put|moved) (?:in)?to (?:the |an? )?(?:[\w’'-]+ ){0,4}"
    r"(?:reserves?|fund\b(?! \w+ from)|balances|sinking)|save \S+ in interest|stud(?:y|ies)|"
    r"endow\w*|interest)\b",
    re.IGNORECASE,
)
_WEAK = content_words(
    "council year sum money new additional government financial plan budget revenue capital base "
    "service"
)


@dataclass(frozen=True, slots=True)
class _Once:
    """A source of money that comes once: its words, its noun, its sums, and where it was said."""

    thing: frozenset[str]
    noun: str
    sums: frozenset[str]
    own_sums: frozenset[str]
    words: str
    block: int
    number: int
    place: str


def what_comes_once_does_not_pay_for_ever(report: Report) -> Iterator[TextFinding]:
    """“A grant was received for one year. It pays for two permanent posts.”"""
    every = [
        (paragraph, number, one)
        for paragraph in paragraphs(report)
        for number, one in enumerate(paragraph.sentences)
        if len(one.text) <= _LONGEST
    ]
    once = [said for paragraph, number, one in every for said in _once(paragraph, number, one)]
    del once[_MOST:]  # so that a long text takes no more than its length
    if not once:
        return
    told: set[tuple[str, str]] = set()
    for paragraph, number, one in every:
        lasting = _lasting(one)
        if lasting is None:
            continue
        for said in once:
            if (said.place, said.words) in told or not _is_the_same(said, paragraph, number, one):
                continue
            told.add((said.place, said.words))
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, lasting.start(), lasting.end(), 110),
                message=f"The money comes once (“{said.words}”) and is counted as lasting "
                f"(“{lasting[0].strip()}”).",
                confidence=Confidence.MEDIUM,
                cure="Show it as one-off, and say how it is found again next year.",
            )
            break


_LONGEST = 500
_MOST = 100
_SOURCE = Expression(rf"\b{_SOURCES}(?!\w)|£[\d.,]+\s?(?:m|k|million)?", re.IGNORECASE)


def _once(paragraph: Paragraph, number: int, one: Sentence) -> Iterator[_Once]:
    folded = one.text.casefold()
    if not any(word in folded for word in _ONCE_GATE):
        return
    match = _ONCE.search(one.text)
    if match is None or _NOT_ONCE.search(one.text):
        return
    thing, noun = _thing_of(one.text, match)
    if noun:
        yield _Once(
            thing=thing,
            noun=noun,
            sums=frozenset(_sums(paragraph.sentences[: number + 1])),
            own_sums=frozenset(_sums((one,))),
            words=around(one.text, match.start(), match.end(), 60),
            block=paragraph.block,
            number=number,
            place=str(paragraph.place),
        )


def _thing_of(text: str, match: re.Match[str]) -> tuple[frozenset[str], str]:
    """The words of the source that comes once, and its noun: before what is said, or in it.

    “the collection fund surplus is one-off”, “a one-off grant of £180,000”.
    """
    sources = [found for found in _SOURCE.finditer(text) if not found[0].startswith("£")]
    before = [found for found in sources if found.end() <= match.end()]
    after = [found for found in sources if found.start() >= match.end()]
    if before:
        # the subject is the first noun that has words of its own: “the surplus on the fund”
        noun = (
            before[0] if re.match(r"\s+(?:of|on|from|in|for)\b", text[before[0].end() :]) else None
        )
        noun = noun or before[-1]
        start = max(0, noun.start() - 45)
        left = re.split(
            r"[.,;:()]|\b(?:the|an?|that|this|our|its|of|by|has|have|and)\b",
            text[start : noun.end()],
            flags=re.I,
        )[-1]
        right = re.match(r"\s+(?:of|on|from|in|for)\s+((?:[\w’'-]+\s){1,4})", text[noun.end() :])
        words = f"{left} {right[1] if right else ''}"
    elif after and after[0].start() - match.end() < 40:
        noun = after[0]
        words = text[match.end() : noun.end()]
    else:
        return _named_before(text[: match.start()])
    words = _ONCE.sub(" ", words)
    return content_words(words) - _WEAK, stem_of(WORD.findall(noun[0])[0])


def _named_before(before: str) -> tuple[frozenset[str], str]:
    """A subject that no list has: “Clawback is made once”; or a sum, “The £300,000 is”."""
    subject = _OF_A_SUM.sub("", _AUXILIARY.sub("", before))
    words = WORD.findall(subject)
    if subject.rstrip()[-1:].isdigit():
        return frozenset(), _A_SUM
    if not words or len(words) > 6 or not content_words(words[-1]):
        return frozenset(), ""
    return content_words(subject) - _WEAK, stem_of(words[-1])


_A_SUM = "£"
_OF_A_SUM = Expression(r"\sof £\S+\s*$")
_AUXILIARY = Expression(
    r"(?:\s(?:is|are|was|were|be|been|being|will|would|can|may|has|have|only|by|its|nature|a|an|the|"
    r"made|received|paid|treated|expected|to))+\s*$",
    re.IGNORECASE,
)


def _sums(sentences: Iterable[Sentence]) -> Iterator[str]:
    for one in sentences:
        for figure in one.figures:
            if figure.kind is Kind.MONEY and not figure.rough:
                yield str(figure.size.normalize())


def _lasting(one: Sentence) -> re.Match[str] | None:
    """What a sentence says that lasts, where it is paid for or counted and nothing denies it."""
    match = _LASTING.search(one.text)
    if match is None or not _HANDLED.search(one.text):
        return None
    if _OTHERWISE.search(one.text) or _STAYS.search(one.text):
        return None
    return match


def _is_the_same(said: _Once, paragraph: Paragraph, number: int, one: Sentence) -> bool:
    """Whether the sentence takes up the money that comes once, or names it."""
    if _ONCE.search(one.text):
        return False  # tells it as one-off itself
    follows = paragraph.block == said.block and number == said.number + 1
    if follows and _TAKEN_UP.search(one.text):
        return True
    here = frozenset(_sums((one,)))
    if follows and here & said.own_sums:
        return True
    words = content_words(one.text)
    nouns = [match for match in WORD.finditer(one.text) if stem_of(match[0]) == said.noun]
    if not nouns or (not here and not _SOURCE.search(one.text)):
        return False
    own = said.thing - {said.noun}
    if follows and (not own or own & words or any(_alone(one.text, noun) for noun in nouns)):
        return True
    if own and own <= words and (len(own) >= 2 or _side_by_side(said, one.text)):
        return True
    return bool(here & said.sums)


def _alone(text: str, noun: re.Match[str]) -> bool:
    """“the underspend”, of which nothing more is said: the one told of just before."""
    return bool(
        re.search(r"\b(?:the|this|that) $", text[: noun.start()], re.IGNORECASE)
        and not re.match(r"\s(?:of|from|on|for|in the)\b", text[noun.end() :])
    )


def _side_by_side(said: _Once, text: str) -> bool:
    """Whether noun and its one word stand as one name, “the recovery grant”."""
    stems = [stem_of(word) for word in WORD.findall(text)]
    own = next(iter(said.thing - {said.noun}))
    return any({first, second} == {own, said.noun} for first, second in pairwise(stems))


RULES: tuple[Rule, ...] = (what_comes_once_does_not_pay_for_ever,)
