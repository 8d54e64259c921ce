"""Topics of a report's form: what it asks, which answers deny it, which predicates affirm it.

Money is spent, posts are deleted, contracts are let: each topic has its own kind of predicate.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from moothall.proofread.answers.answers import NOTHING
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answer_given

_TO_COME = (
    r"(?:will|would|shall|must|is to|are to|to be|is expected to|are expected to|is likely to|"
    r"are likely to|proposes? to|plans? to|intends? to)\b"
)
_FEW_NUMBERS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_THE_COUNCILS = r"(?:the )?(?:general fund|revenue budget|(?:[\w-]+ )?reserves?|council|borrowing)"


@dataclass(frozen=True, slots=True)
class Topic:
    """What the form asks, the answers that deny it, and the predicates that affirm it."""

    name: str
    asked: Expression
    told: Expression
    denial: Callable[[str], bool]


_NONE_OR_NO = Expression(
    r"^\W*(?:none|no|nil|n\s?/\s?a|not applicable|not (?:required|needed|relevant|necessary)|"
    r"no (?:[\w-]+ ){0,2}(?:implications?|impacts?|issues|effects?)|"
    r"does not apply|not exempt)(?:[.;]?\s*(?:directly )?(?:arising|identified|required)"
    r"(?: (?:from|in) (?:this|the) \w+)?)?\W*$",
    re.IGNORECASE,
)


def _denied(answer: str) -> bool:
    return bool(_NONE_OR_NO.match(answer) or NOTHING.match(answer)) or answer_given(answer) == "no"


_NO_IMPACT_TICKED = Expression(
    r"^\W*?(?:\[\s?[xX✓]\s?\]|[☑☒✓✔■])\s*(?:no (?:negative )?(?:impact|effect)|none|neutral)\b",
    re.IGNORECASE,
)


_NEUTRAL = Expression(r"^\W*neutral\W*$", re.IGNORECASE)


def _says(words: str) -> Callable[[str], bool]:
    pattern = Expression(rf"^\W*(?:{words})\W*$", re.IGNORECASE)
    return lambda answer: bool(pattern.match(answer))


def _topic(name: str, asked: str, told: str, denial: Callable[[str], bool] = _denied) -> Topic:
    return Topic(name, Expression(asked, re.I), Expression(told, re.I), denial)


_IMPLIED = r"(?:\s+(?:and|&|/)\s+[\w ]+?)?(?:\s+(?:implications?|impacts?|considerations?|issues))?"
_NOT_WELL = (
    r"(?:rated|rag[- ]rated|assessed as|now|is|status is) (?:as )?(?:red|amber)\b|"
    r"\b(?:behind schedule|over budget|over-?spent|months? late|weeks? late|"
    r"budget (?:has been|is|will be) exceeded|missed (?:its|the) (?:deadline|target)|"
    r"delayed by|off track)\b"
)
_POSTS = r"(?:posts?|jobs?|roles?|employees|(?:members of )?staff|officers|FTEs?)"
_MOVES_STAFF = (
    r"(?:delet(?:es?|ing|ion of)|remov(?:es?|ing|al of)|transfer(?:s|ring)?|creat(?:es?|ing)|"
    r"recruit(?:s|ing|ment of)?|redeploy(?:s|ing)?|los(?:es?|ing|s of)|cut(?:s|ting)?|"
    r"reduc(?:es?|ing|"
    r"tion (?:of|in)))"
)
_PREMISES = (
    r"(?:buildings?|land|sites?|premises|offices?|halls?|depots?|lease|freehold|centres?|"
    r"propert(?:y|ies)|car parks?|library|libraries|school|playing fields?|houses?)"
)
_DEALS_IN_LAND = (
    r"(?:sell(?:s|ing)?|sale of|buy(?:s|ing)?|purchas(?:es?|ing)|acquir(?:es?|ing)|acquisition of|"
    r"surrender(?:s|ing)?|dispos(?:es?|ing|al) of|demolish(?:es|ing)?|vacat(?:es?|ing)|"
    r"clos(?:es?|ing|ure of)|leas(?:es?|ing) (?:out )?the|let(?:s|ting) the)"
)
_HARDER = (
    r"\b(?:be|is|are) (?:\w+ )?worse off\b|\b(?:can |could |be able to )?no longer (?:be able to |"
    r"able to )?(?:reach|use|get|attend|visit|access|enter|afford)\b|\blos(?:e|es|ing) (?:their |"
    r"all )?"
    r"access\b"
)


def _risk_is(words: str) -> str:
    return (
        r"\b(?:the|this|overall|residual) (?:\w+ )?risk (?:is|was|has been) (?:now )?(?:rated|"
        rf"assessed|scored|judged|considered)(?: as| to be)? (?:{words})\b"
    )


TOPICS = (
    _topic(
        "finance",
        rf"^\W*(?:financ(?:e|ial)|resources?|budget(?:ary)?|cost)\b{_IMPLIED}\W*$|"
        r"\bfinancial implications?\W*$",
        rf"{_TO_COME}[^.;]{{0,60}}?\b(?:cost|spend|add|require|need|save|pay|borrow|invest|commit|"
        r"be drawn|be spent|be paid|be taken)\b[^.;]{0,50}£\s?\d|"
        rf"\b(?:costs?|price|sum|spending|expenditure)\b[^.;]{{0,30}}£\s?\d[^.;]{{0,40}}?{_TO_COME}"
        rf"\s(?:be )?(?:met|funded|paid|drawn|taken|financed)\b[^.;]{{0,30}}{_THE_COUNCILS}|"
        rf"£\s?\d[^.;]{{0,60}}?{_TO_COME}\s(?:be )?(?:met|funded|drawn|taken|spent|paid)\b"
        rf"[^.;]{{0,30}}\b{_THE_COUNCILS}|"
        r"\b(?:proposal|proposed|recommended|intention)\b[^.;]{0,30}\bto use £\s?\d|"
        r"\b(?:indicative|estimated|total|overall) (?:\w+ )?(?:cost|budget|price) "
        r"(?:of (?:the|this) [^.;£]{3,60}|to be [^.;£]{3,60})(?:is|will be|"
        r"would be) [^.;£]{0,20}£\s?\d|"
        r"£\s?[\d.,]+\s?(?:m|k|million)? (?:indicative|estimated|total) cost of (?:the|this)\b",
    ),
    _topic(
        "staff",
        rf"^\W*(?:staff(?:ing)?|workforce|personnel|human resources?|HR|"
        rf"employ\w+)(?: affected)?{_IMPLIED}\W*$|"
        r"\baffect (?:any )?(?:staff|employees)\W*$",
        rf"\b(?:posts?|jobs?|staff|employees|officers|roles)\b[^.;]{{0,30}}?{_TO_COME}\s(?:\w+ )?"
        r"(?:be )?(?:deleted|removed|lost|cut|made redundant|transferred|moved|restructured|"
        r"created|"
        rf"recruited|appointed|transfer|go)\b|{_TO_COME}[^.;]{{0,30}}?\b(?:delete|recruit|"
        r"make redundant|create|lose|appoint)\b[^.;]{0,30}\b(?:posts?|staff|jobs?|employees)\b|"
        rf"{_TO_COME} (?:recruit|appoint|employ|make redundant) (?:\d+|{_FEW_NUMBERS})\b|"
        r"\bat risk of redundancy|\bTUPE (?:will )?appl(?:y|ies)|\bunder TUPE\b|"
        rf"\b(?:proposals?|scheme|changes?|option|decision|plan)\b[^.;]{{0,40}}?\b{_MOVES_STAFF}\b"
        rf"[^.;]{{0,40}}?\b{_POSTS}\b",
    ),
    _topic(
        "law",
        rf"^\W*(?:legal|law){_IMPLIED}\W*$",
        r"\b(?:must by law|is required by law|legally (?:required|obliged|bound) to|judicial "
        r"review (?:has|is|was)|(?:legal (?:challenge|claim|action|proceedings)|judicial review) "
        r"(?:has been|have been|is|are|was) \w+ed|breach of (?:the )?(?:contract|duty)|"
        r"has a (?:legal|statutory) duty to)\b",
    ),
    _topic(
        "equality",
        rf"^\W*(?:equalit(?:y|ies)|diversity|equal opportunities)\b{_IMPLIED}(?:\s[–:-]\s[\w "
        rf"]+)?\W*$|"
        r"^\W*(?:equality|equalities) (?:and|&) \w+(?: implications)?\W*$",
        r"\b(?:negative|adverse|disproportionate|detrimental|unequal) (?:\w+ )?"
        r"(?:effects?|impacts?)\b|\b(?:disabled|older|elderly|pregnant) (?:residents|people|"
        r"passengers|tenants|users|visitors|members|women|men) (?:will |would |must )?"
        r"(?:have to |need to )?(?:travel further|lose|pay more|walk further|no longer|wait longer|"
        r"go further|find it (?:harder|more difficult)|be unable|face)\b|"
        r"\b(?:disadvantage|disproportionately affect|adversely affect)"
        r"[^.;]{0,20}\b(?:disabled|older|young|women|men|people|passengers|families|tenants|"
        rf"residents|groups?)|{_HARDER}",
        lambda answer: _denied(answer) or bool(_NO_IMPACT_TICKED.match(answer)),
    ),
    _topic(
        "environment",
        rf"^\W*(?:environment(?:al)?|climate(?: change)?|carbon|sustainability){_IMPLIED}\W*$",
        rf"{_TO_COME}[^.;]{{0,30}}?\b(?:raise|increase|add to|cut|reduce|lower|"
        rf"worsen)\b[^.;]{{0,30}}?"
        rf"\b(?:emissions|carbon|pollution|waste|energy use)|\bemissions\b[^.;]{{0,20}}{_TO_COME} "
        r"(?:rise|fall|increase|be cut)|\btrees? (?:will|must) be felled|"
        rf"{_TO_COME}[^.;]{{0,20}}?\b(?:add|emit|save|cause)\b[^.;]{{0,20}}?\b(?:tonnes|kg)\b"
        r"[^.;]{0,20}\b(?:carbon|CO2)",
        lambda answer: _denied(answer) or bool(_NEUTRAL.match(answer)),
    ),
    _topic(
        "data protection",
        rf"^\W*(?:data protection|privacy|GDPR|information governance){_IMPLIED}\W*$",
        rf"{_TO_COME}[^.;]{{0,60}}?\b(?:personal|sensitive|special category) (?:data|information)|"
        rf"\bpersonal data\b[^.;]{{0,40}}{_TO_COME} be (?:\w+ )?(?:shared|collected|held|"
        rf"processed)",
    ),
    _topic(
        "property",
        rf"^\W*(?:property|assets?|land|accommodation){_IMPLIED}\W*$",
        rf"\b(?:proposals?|recommend\w+|asked|decision|option)\b[^.;]{{0,40}}?\b{_DEALS_IN_LAND}\b"
        rf"[^.;]{{0,40}}?\b{_PREMISES}\b|"
        rf"\b(?:council|authority|harbour|we)\b[^.;]{{0,20}}?{_TO_COME} (?:sell|buy|purchase|lease|"
        r"let|dispose of|acquire|demolish|take (?:on )?a lease|vacate|close)\b[^.;]{0,40}\b"
        r"(?:house|building|land|site|office|lease|premises|hall|depot|centre|property)\b|"
        rf"\b(?:building|land|site|premises|office|property)\b[^.;]{{0,20}}{_TO_COME} be "
        r"(?:sold|let|bought|acquired|demolished|vacated|disposed)",
    ),
    _topic(
        "procurement",
        rf"^\W*(?:procurement|contract(?:ual|s)?){_IMPLIED}\W*$",
        rf"\b(?:tender|contract|procurement|"
        rf"quotations)\b[^.;]{{0,40}}?{_TO_COME} (?:be )?(?:held|let|"
        r"awarded|invited|run|tendered|sought|advertised|procured)\b|"
        rf"{_TO_COME} (?:be )?(?:tender(?:ed)?|procure[d]?|award(?:ed)? (?:a|the) contract)\b",
    ),
    _topic(
        "risk",
        rf"^\W*risks?(?: management)?{_IMPLIED}\W*$",
        r"\b(?:there (?:is|are|remains)|carries|poses|faces?|presents) (?:a |an |also |still )*"
        r"(?:very )?(?:high|serious|significant|major|substantial|severe|considerable|real) "
        r"(?:\w+ )?risks?\b|\brisks?\b[^.;]{0,30} (?:is|are) (?:rated |assessed as )?"
        r"(?:high|severe|critical|red)\b",
    ),
    _topic(
        "consultation",
        r"^\W*(?:consultation|engagement|consultees|public consultation)(?: \w+){0,2}\W*$",
        r"\b(?:consultation|survey|engagement exercise)\b(?! (?:period )?(?:will|"
        r"is to))[^.;]{0,30}?\b"
        r"(?:ran|was held|took place|was carried out|was undertaken|opened|attracted|drew|received|"
        r"has been (?:held|carried out|undertaken|completed))\b|"
        r"\b(?:residents|staff|users|members|parents|partners|unions?|tenants|people|businesses)\b"
        r"[^.;]{0,30}?\b(?:were|was|have been|has been) consulted\b",
    ),
    _topic(
        "equality impact assessment",
        r"\b(?:equality (?:impact )?assessment|EqIA|EIA)\b.{0,30}\b(?:needed|required|necessary)",
        r"\b(?:equality (?:impact )?assessment|EqIA|EIA)\b[^.;]{0,30}\b(?:has been|was|is) "
        r"(?:also )?(?:completed|carried out|attached|undertaken|appended|prepared)\b",
    ),
    _topic(
        "urgency",
        r"^\W*(?:urgent|urgency|urgent (?:decision|item|business)|is (?:this|the) \w+ urgent)\W*$",
        r"\b(?:this|the) (?:decision|matter|item|report) (?:is|"
        r"has been treated as) (?:an )?urgent\b|"
        r"\bcall-?in (?:does not apply|has been waived|is waived)\b",
    ),
    _topic(
        "key decision",
        r"^\W*(?:is (?:this|it) a )?key decision\W*$",
        r"\b(?:this|it) is (?:therefore )?a key decision\b|\bmust be (?:treated|taken) as (?:a "
        r")?key\b|"
        r"£\s?\d[^;]{0,80}?\b(?:above|exceeds?|over|more than|in excess of|beyond)\b[^;]{0,40}?"
        r"\b(?:threshold|limit)\b[^.;]{0,40}\bkey\b",
    ),
    _topic(
        "exempt information",
        r"^\W*(?:exempt|confidential)(?: information| items?| appendices)?\W*$",
        r"\b(?:public|press)\b[^.;]{0,30}\b(?:should|must|will|to|be) (?:be )?excluded?\b",
    ),
    _topic(
        "wards",
        r"^\W*(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: (?:affected|"
        r"directly affected))?\W*$",
        # of the matter itself: figures, old decisions and comparisons are of every ward anyway
        r"\b(?:proposals?|decision|scheme|changes?|reports?|matter|policy|charges?|order)\b"
        r"[^.;]{0,40}?\b(?:affects?|appl(?:y|ies)|covers?|extends?|relates?|is|are)\b[^.;]{0,15}?"
        r"(?:\b(?:every|all) (?:of )?(?:the )?(?:wards?|divisions?)\b|"
        r"\b(?:borough|city|county|district|town)-?\s?wide\b)|"
        rf"{_TO_COME}[^.;]{{0,50}} (?:in|across|to) (?:every|all) (?:of )?(?:the )?(?:wards?|"
        rf"divisions?)\b",
        lambda answer: (
            bool(re.match(r"^\W*[A-Z][a-z’'-]+(?: [A-Z&][\w’'-]*){0,2}\W*$", answer))
            and not re.search(
                r"\b(?:all|every|none|borough|not|n/?a|whole|district|county|city)\b", answer, re.I
            )
        ),
    ),
    _topic(
        "all wards",
        r"^\W*(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: (?:affected|directly "
        r"affected))?\W*$",
        r"\b(?:proposals?|decision|scheme|matter|order|works?)\b[^.;]{0,40}?\b(?:affects?|is|are|"
        r"covers?|applies)\b[^.;]{0,15}?\b(?:in |to )?(?-i:[A-Z][a-z’'-]+)(?: (?:and|&) "
        r"(?-i:[A-Z][a-z’'-]+))? wards? (?:only|alone)\b|\b(?:affects?|is|are) only (?:in )?"
        r"(?-i:[A-Z][a-z’'-]+) ward\b",
        _says("all(?: wards?| divisions?)?|every ward|(?:borough|city|county|district)[- ]?wide"),
    ),
    _topic(
        "risk rating",
        r"^\W*(?:overall |residual )?risk(?: rating| level| score| status)?\W*$",
        _risk_is("high|very high|severe|red"),
        _says("low|very low|minor|green"),
    ),
    _topic(
        "risk rating",
        r"^\W*(?:overall |residual )?risk(?: rating| level| score| status)?\W*$",
        _risk_is("low|very low|minor|green"),
        _says("high|very high|severe|red"),
    ),
    _topic(
        "no ward",
        r"^\W*(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: (?:affected|directly "
        r"affected))?\W*$",
        r"\bin (?-i:[A-Z][a-z’'-]+)(?: (?:and|&) (?-i:[A-Z][a-z’'-]+))? (?:wards?|divisions?)\b",
        lambda answer: bool(re.match(r"^\W*(?:none|n/?a|not applicable)\b", answer, re.I)),
    ),
    _topic(
        "revenue",
        r"^\W*(?:capital (?:or|/) revenue|revenue (?:or|/) capital|type of (?:spending|"
        r"expenditure|funding)|funding type)\W*$",
        r"\b(?:is|are|will be) (?:all |wholly )?capital (?:spending|expenditure|cost|investment)\b",
        _says("revenue(?: only)?"),
    ),
    _topic(
        "capital",
        r"^\W*(?:capital (?:or|/) revenue|revenue (?:or|/) capital|type of (?:spending|"
        r"expenditure|funding)|funding type)\W*$",
        r"\b(?:is|are|will be) (?:all |wholly )?revenue (?:spending|expenditure|cost)\b",
        _says("capital(?: only)?"),
    ),
    _topic(
        "progress",
        r"^\W*(?:(?:overall|project|programme|current|rag|delivery|scheme) )*(?:status|rating|rag|"
        r"position|assessment|rag status|rag rating)\W*$",
        _NOT_WELL,
        _says("green|on track|on schedule|on target"),
    ),
    _topic(
        "progress",
        r"^\W*(?:(?:overall|project|programme|current|rag|delivery|scheme) )*(?:status|rating|rag|"
        r"position|assessment|rag status|rag rating)\W*$",
        r"\b(?:rated|now|status is) (?:as )?green\b|\b(?:is|remains) on (?:track|schedule|"
        r"target)\b",
        _says("red|off track|behind schedule"),
    ),
    _topic(
        "appendices",
        r"^\W*(?:(?:list of )?appendices|attachments)\W*$",
        r"\b(?:in|at|see|as) (?:appendix|annex) (?:\d{1,2}|[A-H]) (?:to|of) this report\b|"
        r"\b(?:is|are) attached (?:as|at) (?:appendix|annex) (?:\d{1,2}|[A-H])\b",
    ),
    _topic(
        "background papers",
        r"^\W*background (?:papers|documents)\W*$",
        r"\b(?:relies|relied|draws|drew|based) (?:up)?on the background (?:paper|document)s?\b",
    ),
)
