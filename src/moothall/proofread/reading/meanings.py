"""Meanings: words and turns of phrase of council reports that stand for one thing, under one name.

A wider thesaurus than that of `concepts`: for reading a figure against one that is told in quite
other words ("swimmers" and "admissions").  Words outside it stand for themselves.
"""

import re
from functools import lru_cache

from moothall.proofread.reading.concepts import concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.statements import stem_of

_GROUPS = {
    "case": "case investigation complaint file caseload enquiry matter referral incident "
    "allegation",
    "open": "open outstanding live unresolved backlog unfinished awaiting undetermined pending",
    "invested": "investment deposit placed lent lending balance cash counterparty invested surplus",
    "yield": "yield yielded return earned interest rate earning",
    "staff": "staff employee employed workforce personnel headcount workers colleague employ post "
    "posts fte complement establishment payroll officers team crew",
    "absence": "sickness absence absent ill-health illness sick ill lost",
    "paid": "paid pay paying salary remuneration wage earnings earner earns remunerated",
    "multiple": "ratio multiple times",
    "redundant": "redundancy redundant redundancies severance exits dismissed laid",
    "visit": "visit visitor attendance footfall attended admission doors attendee came inspected "
    "inspection inspections",
    "least": "minimum floor least below lowest threshold",
    "most": "maximum ceiling cap highest peak limit",
    "killed": "killed died death fatality fatal dead ksi",
    "hurt": "injured hurt injury casualty casualties seriously badly",
    "road": "road carriageway highway street lane kilometre km network",
    "own": "own council corporate authority’s authority",
    "unspent": "underspend underspent unspent unused underspending",
    "variance": "overspend overspent overrun adverse pressure excess shortfall gap",
    "deficit": "deficit shortfall overdrawn debit negative",
    "contract": "contract agreement arrangement commission concession lease franchise deal",
    "ends": "end ends ended expire expiry expires terminate terminates finish finishes cease "
    "ceases "
    "lapse lapses conclude concludes runs",
    "begins": "begin begins began begun start starts started commence commences commencing "
    "commencement launch launched",
    "finished": "complete completed completion finished built delivered ready handed practical",
    "opens": "open opens opened opening reopen admit admitted admits welcome cohort intake receive "
    "receiving",
    "vacancy": "vacant vacancy vacancies unfilled unoccupied empty void",
    "school": "school academy academies setting classroom",
    "pupil": "pupil child children student learner youngster scholar",
    "ontime": "timeliness timely punctual promptly deadline timescale",
    "adviser": "adviser advisor consultant consultancy advises advised",
    "repay": "mrp repay repayment repaying redemption provision",
    "debt": "borrowing borrow debt loan indebtedness borrowed owed",
    "transport": "transport travel carrying conveyed conveying bus minibus taxi ferrying carriage",
    "home": "home dwelling property house flat tenancy household tenanted unit stock council-house",
    "rent": "rent rental rents",
    "tenant": "tenant leaseholder occupier lessee",
    "response": "response respondent responded reply replied questionnaire return returned survey "
    "submission answered consultee representation",
    "agency": "agency interim temporary locum contractor",
    "library": "library libraries branch",
    "borrower": "borrower reader lender member",
    "event": "event session drop-in workshop meeting roadshow forum",
    "cost": "cost expenditure spend spent spending outlay bill price outturn cost costs",
    "saving": "saving savings saved reduction efficiency economy economies",
    "income": "income receipt revenue takings proceeds fee charge",
    "grant": "grant allocation funding award settlement subsidy",
    "reserve": "reserve balance contingency earmarked",
    "year": "year annual annually annum yearly",
    "half": "half",
    "whole": "whole overall all total altogether aggregate combined",
    "average": "average mean typical typically",
    "waste": "waste refuse rubbish recycling recyclate tonnage bin",
    "car": "car vehicle motor fleet van",
    "parking": "parking park bay",
    "older": "older elderly pensioner over-65s",
    "carer": "carer carers caring",
    "care": "care residential nursing domiciliary homecare",
    "fostering": "foster fostering fosterer",
    "planning": "planning consent permission application",
    "appeal": "appeal appealed challenge",
    "tree": "tree woodland planting sapling",
    "leisure": "leisure sport swimming gym pool fitness",
    "councillor": "councillor member elected",
    "election": "election poll vote ballot voter elector turnout",
    "tax": "tax precept levy rates",
    "arrears": "arrears owed owing uncollected debtor",
    "carbon": "carbon emission co2 greenhouse footprint",
    "energy": "energy electricity power gas heating",
    "site": "site location place premises building venue depot",
    "worker": "worker practitioner professional",
    "bid": "bid tender bidder tenderer quotation",
    "fine": "fine penalty pcn notice",
    "crime": "crime offence offending criminal",
    "homeless": "homeless homelessness rough",
    "temporary": "temporary emergency",
    "waiting": "waiting wait queue register",
    "business": "business firm company trader enterprise shop retailer",
    "job": "job employment work",
    "resident": "resident inhabitant population citizen people household",
    "plan": "plan ehcp",
    "budget": "budget budgeted set provision allowance estimate",
    "forecast": "forecast projected predicted expected anticipated projection estimated put",
    "capital": "capital programme scheme",
    "land": "land acre hectare plot",
    "fall": "fall fell fallen drop dropped decrease decline reduced down",
    "rise": "rise rose risen increase grew growth up higher more",
    "loan": "library-loan issue issued lent",
    "bridge": "bridge viaduct structure culvert",
    "light": "light lantern lamp lighting column",
    "pothole": "pothole defect",
    "cycle": "cycle cycling bike cyclist bicycle",
    "cover": "coverage uptake take-up immunisation vaccination",
    "patient": "patient client customer user",
    "assess": "assessment review assessed",
    "apprentice": "apprentice apprenticeship trainee",
    "woman": "woman women female",
    "man": "man men male",
    "young": "young youth teenager adolescent",
    "share": "share proportion percentage",
    "valuation": "valuation value worth valued",
    "week": "week weekly",
    "month": "month monthly",
    "hour": "hour hourly",
    "day": "day daily",
    "resource": "resource resources money sum contribution contribute",
}
_MEANING: dict[str, set[str]] = {}
for _name, _words in _GROUPS.items():
    for _word in _words.split():
        _MEANING.setdefault(stem_of(_word), set()).add(_name)
_PHRASES = tuple(
    (Expression(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\b(?:came|come|passed|walked) through (?:the|its|their) doors?\b", "visit"),
        ((r"\b(?:carr(?:y|ied|ying)|tak(?:e|en|ing)|convey(?:ed|ing)?)\b[^.;]{0,40}\bto(?: and "
          r"from)? "
         r"(?:school|college)"), "transport school"),
        (r"\bminimum revenue provision\b|\bset aside\b[^.;]{0,40}\b(?:repay\w*|debt)", "mrp repay"),
        (r"\bprivately? owned|\bowner[- ]occupi", "owner"),
        ((r"\b(?:on|in|within) (?:the )?(?:time|target|timescale|deadline)\b|\bwithin the "
          r"(?:time|period)"
         r" allowed\b|\btimeliness\b|\bpromptly\b"), "ontime"),
        (r"\bworking balances?\b|\bgeneral (?:fund )?balances?\b", "reserve"),
        ((r"\b(?:go|fall|drop|allowed to go) below\b|\bnot less than\b|\bat least\b|\bno lower "
         r"than\b"),
         "least"),
        (r"\bhead of (?:the )?paid service\b|\bchief executive\b", "chief-executive"),
        ((r"\bin lieu of borrowing\b|\binstead of (?:taking (?:out )?loans|borrowing)\b|"
         r"\binternal(?:ly)? borrow\w*"), "internal borrowing"),
        (r"\b(?:left|remain\w*|was|were|is) unspent\b|\bunspent\b|\bnot (?:been )?spent\b",
         "underspend"),
        ((r"\b(?:money|resources|funds?|contribution) of (?:its|the council[’']s|our) own\b|"
         r"\b(?:its|the council[’']s|our) own (?:money|resources|funds?|contribution|pocket)\b"),
         "council resources"),
        (r"\bfull[- ]time equivalents?\b|\bwhole[- ]time equivalents?\b|\bF\.?T\.?Es?\b|\bWTEs?\b",
         "FTE staff"),
        (r"\bin care\b|\blooked[- ]after\b", "looked-after"),
        (r"\bshort[- ]?fall\b", "deficit"),
        ((r"\bover and above\b|\bmore (?:\w+ )?than (?:expected|anticipated|planned|budgeted)\b|"
         r"\babove the expected\b"), "beyond-expectation"),
        (r"\bspecial school\b", "special school"),
        (r"\bindependent\b", "independent"),
        (r"\ball (?:of )?(?:the )?(?:council[’']s )?borrowing\b", "debt"),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def meanings(text: str) -> frozenset[str]:
    """What a text is about, whatever the words: the name of each meaning, or the word's stem.

    >>> sorted(meanings("people came through the doors") & meanings("visits"))
    ['visit']
    """
    found: set[str] = set()
    for pattern, words in _PHRASES:
        if pattern.search(text):
            found.update(*(_MEANING.get(stem_of(word), {word}) for word in words.split()))
    for word in concepts(text):
        found.update(_MEANING.get(word, {word}))
    for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", text):
        found.update(_MEANING.get(stem_of(word), ()))
    return frozenset(found)
