"""Things of topics: what a report cannot bring where its form says “not applicable” of the topic.

A claim in the County Court is a matter of law, a gas boiler one of carbon, and staff who transfer
one of staffing, whatever else is said of them.
"""

import re
from dataclasses import dataclass

from moothall.proofread.reading.expressions import Expression

_NUMBER = (
    r"(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty)"
)
GROUPS = (
    r"(?:disab\w+|wheelchair|deaf|blind|(?:hearing|sight|visual(?:ly)?)[- ]impair\w+|autis\w+|"
    r"dementia|learning (?:disabilit|difficult)\w+|older|elderly|pensioners?|over[- ]?\d\ds?|"
    r"younger|young people|women|men|mothers?|pregnan\w+|maternity|lone parents?|single parents?|"
    r"carers?|ethnic\w*|black|asian|minorit\w+|gyps\w+|travellers?|roma|migrants?|refugees?|"
    r"muslims?|jewish|sikhs?|hindus?|christians?|faith|lgbt\w*|gay|lesbian|trans(?:gender)?|"
    r"low[- ]income|poorer|protected characteristics?|aged \d\d|people over|girls|boys)"
)
HARM = (
    r"(?:(?:will|would|may|might) not be able|worse|wors[te]n?\w*|los(?:e|es|ing|s|t)|no longer|"
    r"cannot|unable|left with (?:no|out)|"
    r"left without|take[ns]? away|taking away|cut off|(?:at|greater|more|higher) risk|hard(?:er|"
    r"est)|"
    r"harm\w*|disadvantag\w+|disproportion\w+|advers\w+|negativ\w+|detriment\w*|barriers?|"
    r"exclu(?:d\w+|sion)|(?:further|farther|longer) to \w+|(?:travel|walk|go|wait) (?:further|"
    r"longer)|"
    r"less (?:able|likely|access|well)|fewer|pays? more|dearer|difficult\w*|isolat\w+|poorer|"
    r"denied|deprived|suffer\w*|discriminat\w+)"
)
"""Words by which something becomes worse for somebody."""


@dataclass(frozen=True, slots=True)
class ThingsOfATopic:
    """The question of a form, and the things that belong to it."""

    name: str
    asked: Expression
    brings: Expression


def _things(name: str, asked: str, brings: str) -> ThingsOfATopic:
    return ThingsOfATopic(
        name,
        Expression(rf"\b(?:{asked})\b", re.IGNORECASE),
        Expression(rf"\b(?:{brings})", re.IGNORECASE),
    )


THINGS = (
    _things(
        "law",
        "legal|law|litigation|monitoring officer",
        r"(?:county|high|crown|magistrates[’']?|supreme) court|court of appeal|employment tribunal|"
        r"(?:first-tier|upper|lands) tribunal|litigation|injunctions?|pre-action|letters? before "
        r"(?:action|claim)|counter-?notices?|notice to quit|possession (?:proceedings|order)|"
        r"(?:court|legal|enforcement|criminal|civil) proceedings|(?:is|are|being|been|was) "
        r"(?:sued|prosecuted)|(?:issued|brought|lodged|made|filed) (?:a |an )?(?:legal )?"
        r"(?:claim|action|challenge)s?\b|(?:has|have) served (?:a |an )?(?:\w+ )?notice|"
        r"claim(?:s|ing)? (?:for )?damages|judicial review (?:has|is|was|of)|tupe\b",
    ),
    _things(
        "staff",
        "staff(?:ing)?|hr|human resources?|workforce|personnel|employ(?:ee|ees|ment)",
        rf"tupe\b|(?:made|making|make) [^.;]{{0,20}}?redundant|redundanc(?:y|ies)|"
        rf"{_NUMBER} (?:[\w-]+ ){{0,3}}?[\w-]+s (?:will |would |are to |shall )?(?:transfers?|"
        r"be transferred|lose (?:their|a) (?:jobs?|posts?)|(?:will |are to )?be (?:dismissed|"
        r"redeployed|recruited))|"
        rf"(?:delet|creat|los|cut|remov|add|abolish)\w* (?:some |the |up to )?{_NUMBER} "
        r"(?:[\w-]+ ){0,3}?(?:posts?|jobs?|roles?|ftes?)|at risk of (?:redundancy|dismissal)|"
        rf"{_NUMBER} (?:[\w-]+ ){{0,3}}?(?:posts?|jobs?|roles?) (?:are|is|will|would|go|to)\b",
    ),
    _things(
        "property",
        "property|propert(?:y|ies)|assets?|land|estates?|accommodation|buildings?|premises",
        r"(?:lease|tenancy|freehold|licence) (?:of [^.;]{3,50} )?(?:is|are|was|has been|will be|"
        r"to be|"
        r"to|being)\b[^.;]{0,20}?(?:surrender|assign|grant|sold|bought|end|tak)\w*|lease "
        r"surrendered|"
        r"(?:building|hall|land|site|depot|library|school|offices?|centre|baths|premises)s? "
        r"(?:is|are|was|will be|would be|to be|being)\b[^.;]{0,20}?(?:sold|demolished|vacated|let|"
        r"leased|bought|pulled down|knocked down)|gas boilers?|asbestos",
    ),
    _things(
        "the climate",
        "climate(?: change)?|carbon|environment(?:al)?|sustainability|net zero|energy",
        r"(?:gas|oil|coal)(?:[- ]fired)? (?:boilers?|burners?|heating)|boilers?\b[^.;]{0,40}\bgas|"
        r"diesel\b|petrol\b|burn(?:s|ing)? (?:gas|oil|coal|wood)|kwh\b|tonnes of (?:co2|carbon|"
        r"waste)|"
        r"landfill|incinerat\w+|trees? (?:will|are to|must|would) be (?:felled|cut)|"
        r"fell(?:s|ing)? (?:the |of )?(?:[\w-]+ ){0,3}?trees|(?:carbon|co2) emissions (?:will|of)",
    ),
    _things(
        "equality",
        "equalit(?:y|ies)|diversity|eqia|eia|inclusion|protected characteristics?",
        rf"{HARM}\b[^.;]{{0,80}}?\b{GROUPS}\b|{GROUPS}\b[^.;]{{0,80}}?\b{HARM}\b|"
        rf"(?:bears?|falls?|weighs?) (?:\w+ )?on {GROUPS}\b",
    ),
    _things(
        "money",
        "financ(?:e|ial)|budget(?:ary)?|costs?|resources?",
        r"(?:costs?|costing|price[sd]?|charges?|fees?)\b(?: \w+){0,4} £\s?\d[^.;]*\b(?:a year|"
        r"each year|per year|annually|not (?:in|within) the budget|"
        r"unbudgeted|no budget|reserves?)|(?:not|nowhere) (?:provided for )?in the budget|"
        r"budget (?:request|pressure)|growth bid|overspen[dt]\w*",
    ),
    _things(
        "procurement",
        "procurement|contract(?:s|ual)?|commissioning",
        r"without (?:\w+ ){0,2}(?:tender|competition|quotations)|(?:contract|work) (?:was|is|"
        r"will be|"
        r"to be|has been) (?:let|awarded|given) to\b|waiver of (?:the )?(?:contract|standing)|"
        r"direct award|invitation to tender|(?:tenders|bids|quotations) (?:were|are|will be|have "
        r"been)",
    ),
    _things(
        "data protection",
        "data protection|privacy|gdpr|information governance|dpia",
        r"number ?plates?|(?:record|film|photograph|capture|recognise)s?\b[^.;]{0,30}\b(?:faces|"
        r"people|"
        r"passers-by|visitors|names)|(?:names|addresses|dates of birth|medical|health records|case "
        r"files|bank details|personal (?:data|details|information))\b[^.;]{0,50}?\b(?:will be|"
        r"are to be|"
        r"to be|are|is|be|being) (?:\w+ )?(?:shared|passed|held|kept|sent|collected|stored|put)",
    ),
    _things(
        "consultation",
        "consultation|consult(?:ed|ees)?|engagement",
        r"(?:statutory|public|formal|\w+-week) consultation (?:of|is|has|will|must|ran|runs|"
        r"period|was)\b|"
        r"consult(?:ation)? (?:ran|was held|of \w+ weeks)|(?:duty|bound|obliged|required) to "
        r"consult|"
        r"must (?:first )?(?:be )?consult",
    ),
    _things(
        "health and safety",
        "health (?:and|&) safety",
        r"asbestos|accidents?|injur\w+|riddor|fell from|dangerous|unsafe|electrocut\w+",
    ),
)
