"""The saving per post: posts that go, what they save, and what a post costs.

Posts go in many words: “three posts will be deleted”, “the loss of a caretaker”, “from eight
officers to six”, “not filling two vacancies”.  The saving stands in the same sentence or opens the
next.  A post with its on-costs is between £15,000 and £150,000 a year, more for a chief.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.money import printed_money
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Figure, Paragraph, Sentence, mark, paragraphs

_LEAST, _MOST, _MOST_FOR_A_CHIEF = Decimal(15_000), Decimal(120_000), Decimal(320_000)
MOST_FOR_A_HAND = Decimal(65_000)
_LEAST_FOR_A_CHIEF, _OF_WHOM = Decimal(35_000), 30
HANDS = Expression(
    r"\b(?:part[- ]time|cleaners?|caretakers?|clerks?|drivers?|wardens?|receptionists?|"
    r"administrat(?:ors?|ive)|gardeners?|operatives?|cooks?|porters?|attendants?|assistants?|"
    r"apprentices?|stewards?|mail ?room|typists?|messengers?|kitchen|crossing|patrols?|casual|"
    r"seasonal)\b",
    re.IGNORECASE,
)
"""Those who clean, drive or keep a desk, and all who work part of the week, are paid less."""
_FTE = r"\(?(?:f\.?t\.?e\.?s?|w\.?t\.?e\.?s?|(?:full|whole)[- ]time equivalents?)\b\)?"
_HOLDERS = (
    r"(?:assistants?|clerks?|officers?|cleaners?|caretakers?|drivers?|wardens?|receptionists?|"
    r"administrators?|secretar(?:y|ies)|librarians?|inspectors?|technicians?|gardeners?|"
    r"operatives?|workers?|advisers?|advisors?|supervisors?|engineers?|planners?|surveyors?|"
    r"accountants?|solicitors?|lawyers?|cooks?|porters?|attendants?|crew|staff|employees|people|"
    r"teachers?|analysts?|co-?ordinators?|managers?|directors?|heads? of service|apprentices?|"
    r"trainers?|practitioners?|enforcers?|rangers?|stewards?|leaders?|keepers?)"
)
_POST = (
    r"(?<!lamp )(?<!sign )(?<!goal )(?<!trading )(?<!gate )(?:posts?|positions?|jobs?|roles?|"
    r"vacanc(?:y|ies)|redundanc(?:y|ies)|headcount)"
)
_WORDS = r"(?:(?!(?:and|but|of|to|for|the|which|that|years?|months?)\b)[a-z’'/-]+\s){0,5}?"
_COUNTED = Expression(
    rf"(?<![£\d.,/])\b(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:x\s)?"
    rf"(?:{_FTE}(?:\s(?:[a-z-]+\s){{0,3}}?{_POST}\b)?|(?:{_FTE}\s)?{_WORDS}"
    rf"(?:{_POST}|{_HOLDERS})\b(?:[’']s?\s(?:{_POST})\b)?)",
    re.IGNORECASE,
)
_ONE = Expression(
    rf"\b(?:an?|one|single|the|this|that)\s(?P<what>{_WORDS}(?:(?<!lamp )(?:post|position|job|role|"
    rf"vacancy)\b(?!s)|(?:assistant|clerk|cleaner|caretaker|driver|warden|receptionist|"
    rf"administrator|secretary|librarian|inspector|technician|gardener|operative|worker|officer|"
    rf"attendant|porter|cook|manager|director|head of service)\b)"
    rf"(?:[’']s\spost|\s(?:post|position))?)",
    re.IGNORECASE,
)
_FROM_TO = Expression(
    rf"\bfrom\s(?P<a>\d{{1,3}}(?:\.\d)?)\s(?:{_FTE}\s?)?(?:[a-z-]+\s){{0,3}}?(?:{_POST}|{_HOLDERS}|"
    rf"{_FTE})?\s?to\s(?P<b>\d{{1,3}}(?:\.\d)?)\b(?!%|\s?(?:years|months|weeks|days))",
    re.IGNORECASE,
)
_MANY = Expression(r"\bposts|\bstaff\b|\beach\b(?! year)", re.IGNORECASE)
_ARE_POSTS = Expression(rf"\b(?:{_POST}|{_HOLDERS}|{_FTE})", re.IGNORECASE)
_CUT_BY = Expression(
    r"\b(?:staff(?:ing)?(?: numbers| levels)?|headcount|establishment|workforce|"
    r"number of (?:staff|posts|officers))\s[^.;£%]{0,30}?\b(?:cut|reduced?|falls?|drops?|"
    r"go down|lowered)\sby\s(?P<number>[1-9]\d{0,2})\b(?!\s?(?:%|per ?cent)|\.\d)",
    re.IGNORECASE,
)
_GO = Expression(
    r"\b(?:reduc(?:e|es|ed|ing|tions?)|delet\w+|remov\w+|loss|los(?:e|es|ing)|lost|fewer|"
    r"redundan\w+|"
    r"disestablish\w*|cut(?:s|ting)?|abolish\w*|"
    r"clos(?:e|es|ed|ing|ure of) [^.;]{0,20}\b(?:posts?|vacanc)|"
    r"not be (?:re|back)?(?:filled|placed)|not (?:filling|replac\w+|recruit\w+)|"
    r"hold(?:ing)? vacant|leav(?:e|es|ing)|(?:will|would|to|must|could|can) go\b|"
    r"going|falls? away|ends?|ended|ending|shed(?:ding)?|slim\w*|streamlin\w+|taken? out|taking "
    r"out|"
    r"fall(?:s|ing)? from|will fall|drop(?:s|ped)?|"
    r"decreas\w+|shrink\w*|axe[ds]?|dispens\w+ with|"
    r"do without|restructur\w+|sav(?:e|es|ing) (?:the )?\d|vacant|without)\b",
    re.IGNORECASE,
)
_MONEY = mark("m", "M")
_GAP = r"(?:[^«»;.]|«C\d+»)"
_SAVING = Expression(
    rf"\bsav(?:e|es|ed|ing|ings)\b{_GAP}{{0,60}}?{_MONEY}|"
    rf"\b(?:yield|releas|deliver|produc|generat|bring|giv|free|achiev|reduc\w+ costs by|"
    rf"reduc\w+ the (?:pay ?bill|budget|cost|costs) by)\w*"
    rf"\s(?:[a-z]+\s){{0,3}}?{mark('y', 'M')}|"
    rf"\b(?:pay ?bill|budget|costs?|spending)\s(?:will\s|would\s)?(?:falls?|drops?|goes down|"
    rf"reduces?|is reduced|be reduced)\sby\s{mark('f', 'M')}|"
    rf"{mark('p', 'M')}(?:{_GAP}{{0,40}}?\b(?:sav(?:e|ed|es|ing|ings)|lower|less)\b|"
    rf"(?=\s?(?:per annum|pa\b|p\.a\.|a year|per year|each year|every year|annually)\)))",
    re.IGNORECASE,
)
_MORE = Expression(
    r"\b(?:as well as|together with|along with|plus|contracts?|buildings?|premises|"
    r"closing(?! \w+ posts?)|closures?(?! of \w+ (?:\w+ )?(?:vacan|post))|software|"
    r"non-pay|agency|rent|transport|vehicles?|supplies|other|partly|"
    r"includ(?:ing|es?)\b(?! (?:all |the |employer[’'s]*s? )?(?:on-?\s?costs|pension|national))|"
    r"contribut\w+|part of|"
    r"income|procurement|programme|package|"
    r"signposts?|overall|in all|combined|cumulative\w*|additional|add(?:s|ed)|new)\b",
    re.IGNORECASE,
)
_LESS_THAN_A_POST = Expression(
    r"\b(?:part[- ]time|hours|seasonal|sessional|casual|term[- ]time|first year|part[- ]year|"
    r"half[- ]year|months)\b",
    re.IGNORECASE,
)
_SPAN = Expression(
    r"\bover (?:the )?(?:next |coming |life |\w+ ){0,2}(?:years|period|plan|term)|\bper (?:month|"
    r"week|day)\b|\bby 20\d\d|\b(?:two|three|four|five)[- ]years?\b|\bsince\b|\bto date\b",
    re.IGNORECASE,
)
_CHIEF = Expression(
    r"\b(?:chief|directors?|heads? of|strategic|executive|senior|management|managers?|leadership|"
    r"consultants?|assistant director)\b",
    re.IGNORECASE,
)
_PER_YEAR = Expression(
    r"\b(?:a year|per (?:annum|year)|each year|every year|annual(?:ly)?|p\.?a\.?|full[- ]year|in a "
    r"full year|recurr(?:ing|ent)|ongoing)\b",
    re.IGNORECASE,
)
_ON_OTHER_THINGS = Expression(
    r"£[\d.,]+\s?(?:m|k|million)?\s(?:on|in|from)\s"
    r"(?!(?:the )?(?:salar|pay|staff|post|wage|20|a full))"
)
_ASKED_FOR = Expression(
    r"\b(?:has|have|had|needs?|asked|required|must|told)\s(?:now\s)?(?:to\s)?save\b", re.IGNORECASE
)
"""“It now has to save £2.5m” asks for a saving, and is not the one that the posts bring."""
_NEXT = Expression(
    r"^(?:This|That|It|These|The (?:annual |yearly |resulting |expected |estimated |full[- ]year )?"
    r"(?:saving|savings|reduction))\b(?!\s(?:board|report|table))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Posts:
    number: Decimal
    words: str


def a_saving_per_post_is_plausible(report: Report) -> Iterator[TextFinding]:
    """A saving divided by the posts that make it is about what a post costs.  A check, no proof."""
    for paragraph in paragraphs(report):
        sentences = paragraph.sentences
        for number, plain in enumerate(sentences):
            if not _GO.search(plain.text):
                continue
            one = with_all_numbers(plain.text)
            posts = _posts(one.text)
            if posts is None:
                continue
            money = [figure for figure in one.figures if figure.kind is Kind.MONEY]
            if money:
                yield from _priced(paragraph, plain, posts, _saving(one), money)
                continue
            if not one.figures or all(figure.kind is Kind.COUNT for figure in one.figures):
                yield from _posts_in_tables(report, paragraph, plain, posts.number, posts.words)
            if number + 1 < len(sentences) and _NEXT.match(sentences[number + 1].text):
                after = sentences[number + 1]
                if _ON_OTHER_THINGS.search(after.text) or _ASKED_FOR.search(after.text):
                    continue
                sums = [figure for figure in after.figures if figure.kind is Kind.MONEY]
                both = Sentence(text=f"{plain.text} {after.text}", pattern="", figures=())
                yield from _priced(paragraph, both, posts, _saving(after), sums)


def _posts(text: str) -> _Posts | None:
    """How many posts go, where one number of posts is told."""
    fall = _FROM_TO.search(text)
    if fall is not None and _ARE_POSTS.search(text) and Decimal(fall["a"]) > Decimal(fall["b"]):
        return _Posts(number=Decimal(fall["a"]) - Decimal(fall["b"]), words=fall[0])
    by = _CUT_BY.search(text)
    if by is not None:
        return _Posts(number=Decimal(by["number"]), words=by[0])
    counted = list(_COUNTED.finditer(text))
    if len(counted) == 1:
        number = Decimal(counted[0]["number"])
        return _Posts(number=number, words=counted[0][0]) if number else None
    if counted:
        return None
    singles = {match["what"].lower() for match in _ONE.finditer(text)}
    one = _ONE.search(text)
    if (
        one is None
        or len(singles) > 1
        or re.search(r"\bposts|\bstaff\b|\beach\b(?! year)", text, re.I)
    ):
        return None
    return _Posts(number=Decimal(1), words=one[0])


def _saving(one: Sentence) -> Figure | None:
    found = {
        name
        for match in _SAVING.finditer(one.pattern)
        for name in match.group("m", "y", "p", "f")
        if name
    }
    return one.figure(found.pop()) if len(found) == 1 else None


def _priced(
    paragraph: Paragraph,
    one: Sentence,
    posts: _Posts,
    saving: Figure | None,
    money: list[Figure],
) -> Iterator[TextFinding]:
    if saving is None or len(money) != 1 or _MORE.search(one.text) or _SPAN.search(one.text):
        return
    if _FOR_EACH.match(one.text[one.text.find(saving.text) + len(saving.text) :]):
        return
    each = saving.size / posts.number
    most = _MOST_FOR_A_CHIEF if _CHIEF.search(one.text) else _MOST
    last = posts.words.split()[-1]  # the number may be told in words
    whose = f"{posts.words} {one.text[one.text.find(last) + len(last) :][:_OF_WHOM]}"
    chiefs = _CHIEF.search(whose) is not None
    if most == _MOST and HANDS.search(whose):
        most = MOST_FOR_A_HAND
    least = _LEAST_FOR_A_CHIEF if chiefs and posts.number > 1 else _LEAST
    if least <= each <= most or not saving.size or posts.number > 500:
        return
    if each < least and (posts.number <= 1 or _LESS_THAN_A_POST.search(one.text)):
        return
    sure = saving.size >= 1_000 and (each >= most or _PER_YEAR.search(one.text) is not None)
    few = f"{posts.number.normalize():f} post{'s' if posts.number != 1 else ''}"
    yield TextFinding(
        place=paragraph.place,
        quote=one.text,
        message=f"{saving.text} ÷ {few} is £{each:,.0f} a post, "
        f"which is {'little' if each < least else 'much'} for a post with its on-costs. "
        "This is a check, not a proof.",
        cure="Say what else the saving holds, or correct the figures.",
        confidence=Confidence.MEDIUM if sure or posts.number > 1 else Confidence.LOW,
    )


_FOR_EACH = Expression(
    r"^\s(?:(?:a|per|for each|for every) (?:post|f\.?t\.?e|head)|each(?! year)|apiece)\b", re.I
)


_SENIOR = Expression(
    r"\b(?:senior|management|managers?|directors?|heads? of service|chief|strategic leads?)\b", re.I
)
_LEAST_PER_SENIOR_POST = Decimal(50_000)


def _posts_in_tables(
    report: Report, paragraph: Paragraph, one: Sentence, number: Decimal, what: str
) -> Iterator[TextFinding]:
    """Senior posts go in the text; a savings table has the line that must hold their saving."""
    if not _SENIOR.search(what) or number < 2:
        return
    for printed in printed_money(report):
        label = printed.label
        if not re.search(r"\bmanagement|\bsenior|\bleadership", label, re.IGNORECASE):
            continue
        if not re.search(r"\b(?:redesign|restructur|review|reduc|saving|delayer)", label, re.I):
            continue
        each = printed.value / number
        if not Decimal(1_000) <= each < _LEAST_PER_SENIOR_POST:
            continue
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"The table's {printed.digits} for “{' '.join(label.split())}” "
            f"({printed.place}) ÷ {number.normalize():f} posts is £{each:,.0f} each, which is "
            "little for senior posts with their on-costs. This is a check, not a proof.",
            cure="Say how many posts the saving holds, and what else.",
            confidence=Confidence.MEDIUM,
        )
        return


RULES: tuple[Rule, ...] = (a_saving_per_post_is_plausible,)
