"""Figures of one sentence whose words say plainly how one follows from the others.

“£1.2m will be divided equally among the four councils, each receiving £250,000”; “net cost of
£152,000, being £210,000 less income of £48,000”.  Each form names its figures and says how the last
of them is worked out; what a rounding or “about” may move is allowed for.  Left alone: what rules
that look at the sums alone have told.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.factors_and_their_product import RULES as PRODUCTS
from moothall.proofread.figures.forms_of_relations import Forms, wrong
from moothall.proofread.figures.named_workings import (
    FRACTIONS,
    PERIODS,
    apart,
    cases,
    doubled,
    each,
    equivalents,
    fallen,
    less,
    over_a_year,
    part,
    rate,
    rest,
    rise_over_a_year,
    risen,
    years_to_repay,
)
from moothall.proofread.figures.products_told import RULES as PRODUCTS_TOLD
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.figures.told_changes import RULES as CHANGES
from moothall.proofread.figures.worked_results import RULES as RESULTS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import finding_on, mark, paragraphs

_A, _B, _C, _T = (mark(name, "MC") for name in "abct")
_ABOUT = r"(?:(?:about|around|some|just|only|over|under|nearly|almost)\s)?"
_PEERS = r"(?:the\s|all\s|our\s|its\s|those\s|these\s)*"
_OTHERS = r"[^«»;.()]"
_FRACTION = rf"(?P<fraction>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})"
_PERIOD = rf"(?P<period>{'|'.join(PERIODS)})"
_SPLIT = r"(?:split|shared|divided|distributed|apportioned)"
_FORMS: Forms = (
    (
        ("equally", "evenly"),
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b{_SPLIT}\s(?:equally|evenly)\s(?:between|among|amongst|"
            rf"across|by)\s{_PEERS}{_B}\s{_OTHERS}{{0,40}}?(?:\s–\s|,?\s|\()(?:each{_OTHERS}{{0,30}}?\s"
            rf"{_ABOUT}{_T}|{_OTHERS}{{0,25}}?{mark('u', 'M')}\s(?:each|apiece|for each|per\s))",
            re.IGNORECASE,
        ),
        each,
    ),
    (
        ("less", "minus", "net of", "deducting"),
        Expression(
            rf"(?:^|\b(?:is|was|of|at|cost|are|were)\s){_T},?:?\s?(?:\(|–\s)?(?:being|that is|"
            rf"i\.e\.)?\s?(?:the\s)?(?:gross\s|total\s)?[a-z ]{{0,30}}?{_A}{_OTHERS}{{0,30}}?,?\s"
            rf"(?:less|minus|net of|after deducting)\s{_OTHERS}{{0,40}}?{_B}(?=[.,;)]|$|\s)",
            re.IGNORECASE,
        ),
        less,
    ),
    (
        ("vacan", "empty", "unfilled"),
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b(?:has|have|had|with)\s{_B}\s(?:current\s|unfilled\s)?"
            rf"(?:vacanc(?:y|ies)|vacant posts?|empty posts?|unfilled posts?)\b,?\s"
            rf"(?:so(?:\sthat)?|meaning(?:\sthat)?|and|which means(?: that)?)\s(?:there are\s)?"
            rf"{_T}\s(?:(?:people|staff|posts|officers|workers)\s)?(?:are\s|were\s)?"
            r"(?:in post|filled|in place|at work|staff|employed)\b",
            re.IGNORECASE,
        ),
        less,
    ),
    (
        ("leave",),
        Expression(
            rf"{_B}{_OTHERS}{{0,50}}?\bleaves?\s{_ABOUT}{_T}\s(?:of|in|from)\s{_OTHERS}{{0,40}}?{_A}",
            re.IGNORECASE,
        ),
        less,
    ),
    (
        (" by ",),
        Expression(
            rf"\b(?:fell|fall|falls|dropped|reduced|decreased|went down|cut)\sby\s{_A}\s(?:\w+\s)"
            rf"{{0,4}}?to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:a|or)|\()\s?(?:fall of\s|drop of\s|"
            rf"reduction of\s|decrease of\s|cut of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        fallen,
    ),
    (
        (" by ",),
        Expression(
            rf"\b(?:rose|rise|rises|grew|increased?|went up|up)\sby\s{_A}\s(?:\w+\s){{0,4}}?"
            rf"to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:an?|or)|\()\s?"
            rf"(?:rise of\s|increase of\s|growth of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        risen,
    ),
    (
        (" or ", "which is", "that is", "i.e."),
        Expression(
            rf"\bfrom\s{_A}\sto\s{_B},?\s(?:or|which is|that is|i\.e\.)\s{_ABOUT}{mark('t', 'P')}"
            r"(?!\s(?:of|a\s|per|points))",
            re.IGNORECASE,
        ),
        rate,
    ),
    (
        ("remain", "other", "rest,", "balance"),
        Expression(
            rf"\b{_FRACTION}\sof\s(?:the\s|this\s|that\s|our\s|its\s)?(?:[a-z]+\s){{0,3}}?{_A}"
            rf"[^«»;.]{{0,70}}?(?:,|\band)\s(?:and\s|with\s)?the\s(?:remaining|other|rest,|"
            rf"remainder,|balance of)\s{_ABOUT}{_T}",
            re.IGNORECASE,
        ),
        rest,
    ),
    (
        ("half", "third", "quarter", "fifth", "tenth"),
        Expression(
            rf"\b{_FRACTION}\sof\s(?:the\s)?{_A}\s?\(\s?{_T}\s?\)|\bof\sthe\s{mark('whole', 'MC')}"
            rf"[^«»;.()]{{0,40}}?,\s(?P<of_it>{'|'.join(FRACTIONS)})\s?(?:\(|,\s)"
            rf"{mark('told', 'MC')}",
            re.IGNORECASE,
        ),
        part,
    ),
    (
        (" year",),
        Expression(
            rf"\b{_PERIOD}\s(?:[a-z]+\s){{1,3}}?of\s{_A}\s(?:each\s)?(?:comes?\sto|makes?|is|are|"
            rf"amounts?\sto|costs?|gives?|totals?)\s{_ABOUT}{_T}\s(?:a|per|each)\s(?:full\s)?year(?!\s(?:less|more))",
            re.IGNORECASE,
        ),
        over_a_year,
    ),
    (
        (" year",),
        Expression(
            rf"\b{_PERIOD}\s(?:[a-z]+\s){{1,3}}?(?:from\s){_A}\sto\s{_B},\s(?:adding|saving|costing|"
            rf"an?\s(?:increase|reduction|saving)\sof|or)\s{_ABOUT}{_T}\s(?:more\s|less\s)?(?:a|per|"
            r"each|over a|in a)\s(?:full\s)?year",
            re.IGNORECASE,
        ),
        rise_over_a_year,
    ),
    (
        ("double", "twice", "treble", "half"),
        Expression(
            rf"{_A}[^«»;.()]{{0,60}}?\b(?P<times>double|twice|treble|half)\s(?:that|this|as much)"
            rf"(?:\s(?:sum|amount|number))?,\s(?:or\s|at\s)?{_T}",
            re.IGNORECASE,
        ),
        doubled,
    ),
    (
        (" from ",),
        Expression(
            rf"\bfrom\s{_A}(?:\s[a-z-]+){{0,3}}?\sto\s{_B}"
            rf"(?:\s[a-z-]+){{0,3}}?(?:\sout of «C\d+»)?,\san?\s"
            rf"(?:saving|improvement|gain|loss|cut|movement|difference|drop)\sof\s{_T}"
            r"(?!\s?(?:a|per|each|in|every|over)\s|%)",
            re.IGNORECASE,
        ),
        apart,
    ),
    (
        ("per ", "every "),
        Expression(
            rf"{mark('a', 'C')}\s(?:[a-z]+\s)?(?:per|in every|for every)\s"
            rf"(?P<base>100|1,?000|10,000|100,000)\b[^«»;.]{{0,50}}?\b(?:means?|is|are|gives?|or|i\.e\.|equals?|so)\s(?:about\s|some\s)?"
            rf"{mark('t', 'C')}\s[^«»;.]{{0,40}}?\b(?:among|amongst|in|of|for)\s(?:a\s[a-z]+\sof\s|"
            rf"the\s|our\s)?{mark('b', 'C')}",
            re.IGNORECASE,
        ),
        cases,
    ),
    (
        (" pay",),
        Expression(
            rf"\bpay(?:s|ing)? (?:for itself|back)\s(?:in|within|over|after)\s{mark('t', 'C')}\s"
            rf"years?[^«»]{{0,60}}?{mark('a', 'M')}[^«»;.]{{0,40}}?\bsav\w+\s{_ABOUT}"
            rf"{mark('b', 'M')}\s(?:a|per|each|every)\s(?:full\s)?year",
            re.IGNORECASE,
        ),
        years_to_repay,
    ),
    (
        ("half",),
        Expression(
            rf"{mark('a', 'C')}\sfull[- ]time\s[^«»;.()]{{0,25}}?(?:and|plus)\s{mark('b', 'C')}\s"
            rf"half[- ]time\s[^«»;.()]{{0,40}}?{mark('t', 'C')}\s(?:full[- ]time equivalents?|FTE|"
            r"WTE|whole[- ]time equivalents?)",
            re.IGNORECASE,
        ),
        equivalents,
    ),
)
_HAS_DIGIT = Expression(r"\d")
_CURE = "Correct the figure that does not follow."


def a_figure_follows_from_those_its_words_name(report: Report) -> Iterator[TextFinding]:
    """“Fell by £30,000 to £240,000, a fall of 15%”: 11.1%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if not (_HAS_DIGIT.search(one.text) or "half" in one.text):
                continue
            message = wrong(with_all_numbers(one.text), _FORMS)
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        a_figure_follows_from_those_its_words_name,
        (*PRODUCTS, *PRODUCTS_TOLD, *CHANGES, *RESULTS),
    ),
)
