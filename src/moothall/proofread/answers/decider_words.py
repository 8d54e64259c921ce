"""Words that say whose decision it is: bodies and offices, and where in a sentence they stand."""

import re

from moothall.proofread.reading.expressions import Expression

_BODY = (
    r"(?:cabinet|committees?|sub-?committees?|boards?|panels?|forum|assembly|parliament|senedd|"
    r"full council|councils?(?!\s+(?:tax|hous|own|staff|employ|offic|service|plan)|['’])|"
    r"executive(?!\s+(?:director|summary))|governors|governing bod(?:y|ies)|members?|councillors?|"
    r"cllrs?|meetings?|agm|workshop|summit|leader|mayor|secretary of state|ministers?|government|"
    r"court|tribunal|inspector(?:ate)?|regulator|ofsted|trustees|partners|shareholders|"
    r"working (?:group|party)|steering group|task (?:and finish )?group|groups?|"
    r"commission(?:er)?s?|"
    r"authorit(?:y|ies)|parties|police|nhs|ccg|icb|dfe|department|directors?|chief executive|"
    r"officers?|teams?|referendum|electorate|residents|staff|unions?|chair(?:man|person)?|clerk|"
    r"portfolio holder|treasury|arbitrat(?:or|ion)|adjudicator|auditors?|expert|ombudsman|"
    r"chief constable|solicitor|heads? of|managers?|landowners?|schools|head\s?teachers?|"
    r"delegated|delegation|delegate)"
)
NAMED = Expression(
    rf"\b(?:by|at|with|between|among|amongst|in|from|of|under|for|through|following|to)\s+"
    rf"(?:[\w'’&-]+[\s,]+){{0,7}}?{_BODY}\b",
    re.IGNORECASE,
)
NAMED_BEFORE = Expression(
    rf"\b(?:by|at|with|between|among|amongst|in)\s+(?:[\w'’&-]+[\s,]+){{0,7}}?{_BODY}\b",
    re.IGNORECASE,
)
_RECOMMENDED = Expression(
    r"^.{0,120}?\b(?:asked|recommended|invited|requested)\s+to\s+(?:\w+\s+){1,2}?that(?=\W|$)",
    re.IGNORECASE,
)
_AGENT = Expression(
    r"\b(?:by|between)\s+(?!(?:the\s+)?(?:end|start|early|late|mid|\d|\w+ing)\b)", re.I
)
BY_SOMEBODY = Expression(
    r"\b(?:by|between|with|from)\s+(?!(?:\w+\s+)?(?:the\s+)?(?:end|start|beginning|middle|close|"
    r"early|late|mid|effect|"
    r"spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|\d|way|means|virtue|reason|\w+ing)\b)",
    re.IGNORECASE,
)
# "Cabinet considered the options and it was agreed": the body stands as the one who acts
BODY_ACTS = Expression(
    r"\b(?:cabinet|committee|sub-?committee|board|panel|forum|full council|council|"
    r"executive(?!\s+(?:director|summary))|governors|members|councillors|meeting|"
    r"working (?:group|party)|steering group|leader|mayor|"
    r"we|he|she|they|the councils|partners|both councils|parties|commissioner|trustees|cllrs?)\b"
    r"(?!['’]|\s+(?:tax|hous|own|staff|employ|offic|service|plan))",
    re.IGNORECASE,
)

THIS_MATTER = Expression(
    r"^\W*(?:This|That|The) (?:new |interim |proposed )?(?:appointment|re-?appointment|award|"
    r"purchase|"
    r"sale|closure|transfer|extension|increase|change|proposal|request|variation|grant|loan|"
    r"expenditure|spending|plan|policy|strategy|arrangement|secondment|contract|funding)\s*$",
    re.IGNORECASE,
)
"""“This appointment was approved.”: a body of the sentence before did perhaps something else."""
DECIDES_BEFORE = Expression(
    r"\b(?:committee|cabinet|board|council|panel|executive|members|governors|trustees|leader|mayor|"
    r"director|we|they)\b[^.;]{0,60}\b(?:considered|discussed|debated|reviewed|met|decided|agreed|"
    r"voted|received|approved|recommended|asked|resolved|proposed|seconded)\b|\b(?:considered|"
    r"discussed|presented|reported|taken|put|submitted|recommended|made|proposed) (?:to|by|at)\b",
    re.IGNORECASE,
)
BY_WHAT_MEASURE = Expression(
    r"^\s*(?:,\s)?(?:based on|on the basis of|depending on|in (?:the )?light of|according to|"
    r"subject to|having regard to|with regard to|in line with) (?:what|how (?:much|many)|whether|"
    r"(?:the )?(?:funding|money|resources?|budgets?|affordability|availability|circumstances)\b|"
    r"(?:available|remaining|local) )[^.;]{0,80}?(?:[.;]|$)",
    re.IGNORECASE,
)
"""“Will be determined based on what is affordable”: and nobody is named who judges that."""

AS_PART_OF = Expression(
    r"^\s*(?:as part of|in|through|under|within|during|in line with|in accordance with)\s+"
    r"(?:the\s+)?"
    r"[^,.;]{0,60}\b(?:budget|plan|strategy|agreement|contract|terms|scheme|protocol|legislation|"
    r"regulations|act|constitution|policy|programme|settlement|order|delegat\w+)\b",
    re.IGNORECASE,
)

TO_BE_DONE = Expression(
    r"^\s*(?:(?:in|on|last|over|during) [^,.;]{2,25} )?that\b[^.;]{3,90}?\b(?:should|shall|will|"
    r"is to|are to|would (?:not )?be "
    r"(?:taken|clos|s?old|mov|award|delet|withdraw|replac|retain|extend|let|ended|given))",
    re.IGNORECASE,
)
"""“It was concluded that the post should be deleted”: a decision, and no finding of fact."""

CLERKS = Expression(
    r"^\s*(?:that\s+)?(?:the\s+)?(?:clerk|chairman|cllr|councillor|mr|mrs|ms)\b", re.I
)

NOT_OURS = Expression(
    r"\b(?:planning|listed building|building regulations?|highway|applicants?|applications?|"
    r"appeals?|licen[cs]e|tribunal|court|loan|grant offer|funding bid|dfe|government)\b",
    re.IGNORECASE,
)


def somebody_is_named(opening: str, rest: str, before: str) -> bool:
    """Whether a body or a person stands about the decision, or acts in the sentence before it."""
    opening = _RECOMMENDED.sub("", opening)
    return bool(
        NAMED.search(opening)
        or BODY_ACTS.search(opening)
        or NAMED.search(rest[:160])
        or _AGENT.search(rest[:160])
        or BODY_ACTS.search(rest[:160])
        or BODY_ACTS.search(before)
        or re.search(rf"\b{_BODY}(?:['’]s?)?\s*$", opening, re.IGNORECASE)
    )
