"""Wordings of a saving claimed, and whose saving it is: that of what the report puts forward.

“The merger will generate savings” claims them for this proposal; “services will generate savings”
speaks of a policy.  And a benefit may be claimed as proven, without saying by whom.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, finding_on, paragraphs

_DEED = (
    r"(?:proposals?|options?|merger|closures?|restructur(?:e|ing)|transfer|move|relocation|"
    r"reorganisation|redesign|sale|outsourcing|insourcing|consolidation|automation|"
    r"recommendations?|changes?|investment|amalgamation|replacement|refurbishment|purchase|"
    r"conversion|installation|introduction|sharing|switch|re-?procurement|tender|acquisition)"
)
_DOING = (
    r"(?:moving|merging|sharing|closing|replacing|switching|bringing|combining|adopting|agreeing|"
    r"approving|installing|converting|selling|letting|buying|outsourcing|transferring|joining|"
    r"centralising|automating|extending|introducing|ending|withdrawing|letting)"
)
_THIS = Expression(
    rf"^\W*(?:Financial implications:\s)?(?:(?:it is )?(?:expected|anticipated|estimated|"
    rf"considered) that\s)?(?:(?:the|this|these|our)\s(?:(?:proposed|new|recommended|preferred|"
    rf"second|first|planned)\s){{0,2}}?(?:[a-z-]+\s){{0,2}}?{_DEED}\b|"
    rf"(?:the|this|a)\snew\s(?:[a-z-]+\s){{1,3}}|(?:by\s)?{_DOING}\b|option\s[\dA-H]\b)",
    re.IGNORECASE,
)
_BY_THIS = Expression(
    rf"^\s*(?:by|from|through|as a result of)\s(?:the\s(?:new\s|proposed\s)?(?:[a-z-]+\s)?"
    rf"{_DEED}\b|{_DOING}\b|the new\s)",
    re.IGNORECASE,
)
_BIG = (
    r"(?:huge|significant|major|large|considerable|substantial|big|real|sizeable|great|massive|"
    r"worthwhile|useful|appreciable|important)"
)
_SAVED = r"(?:cost |budget |revenue |efficiency |cash )?(?:savings|efficiencies|economies|gains)"
_WILL = (
    r"(?:will|[’']ll|would|shall|(?:is|are) (?:expected|anticipated|forecast|projected|set|"
    r"estimated) to)"
)
_MUCH = r"(?:(?:far|much|significantly|considerably|substantially|markedly|a lot|also)\s)?"
_COSTS = (
    r"(?:[a-z-]+\s){0,2}?(?:costs?|spend(?:ing)?|expenditure|outgoings|overheads|bills?|budget)"
)
_CUTS = Expression(
    rf"\b{_WILL}\s(?:also\s)?(?:slash|cut|reduce|lower|trim|shrink|halve|drive down|bring down)\s"
    rf"(?:the\s|our\s|its\s)?{_COSTS}\b",
    re.IGNORECASE,
)
_BRINGS = Expression(
    rf"\b(?:brings?|delivers?|generates?|gives?|yields?|offers?|produces?|achieves?|means|makes?|"
    rf"unlocks?|releases?)\s(?:[^.;:£]{{0,70}}?\s)?{_BIG}\s{_SAVED}\b",
    re.IGNORECASE,
)
"""Said of what is proposed in the present, as if it were done already."""
_MARKEDLY = (
    r"(?:substantially|considerably|significantly|markedly|sharply|greatly|heavily|handsomely|"
    r"dramatically|noticeably|steeply|a (?:great|good) deal|a lot|much)"
)
_WORDINGS = Expression(
    rf"\b(?:pays|pay|will pay|would pay|paying) for (?:itself|themselves)\b|"
    rf"\b(?:we|officers|it|they|the (?:council|councils|board|partners|trust|service|"
    rf"directorate))\s"
    rf"(?:can |now |fully |confidently )?(?:expects?|anticipates?|foresees?|look forward to|"
    rf"count on)\s"
    rf"(?:to (?:make|see|achieve|find|gain) )?(?:{_BIG}\s){_SAVED}\b|"
    rf"\b(?:{_WILL}|both|all|it|this|that|which)\s(?:also\s|"
    rf"then\s)?saves?\s(?:both\s(?:of\s)?[a-z]+\s|"
    rf"us\s(?:all\s)?|them\s|everyone\s)?(?:{_MARKEDLY}\b(?! (?:time|of time|energy|carbon))|"
    rf"(?:a\s(?:good|great)\sdeal|a lot|plenty|sums|thousands|tens of thousands|hundreds of "
    rf"thousands|millions)(?: of (?:money|pounds))?\b(?! of (?:time|energy|carbon|paper)))|"
    rf"\b{_WILL}\scost\s(?:us\s|them\s)?(?:far|much|considerably|significantly|a lot|a good "
    rf"deal)\sless\b|"
    rf"\bsaves\s(?:tens of |hundreds of )?(?:thousands|millions) of pounds\b|"
    rf"\b(?:stands?|will stand) to (?:gain|benefit|profit) (?:financially|in money)\b|"
    rf"\b(?:{_WILL}|should)\s(?:also\s)?(?:bring in|earn|raise|yield|"
    rf"generate)\s(?:an?\s)?(?:{_BIG}\s|healthy\s|"
    rf"good\s|handsome\s|steady\s)(?:new\s|extra\s|additional\s)?(?:income|revenue|sums?|rents?)\b|"
    rf"\b(?:partnership|merger|scheme|project|proposal|move|change|approach|model|sharing)\s"
    rf"(?:also\s)?(?:leads|brings) (?:to )?(?:{_BIG}\s)?(?:economies|efficiencies|savings)\b|"
    rf"\b(?:bills?|costs?|spending|expenditure|overheads|outgoings)\s(?:will\s|would\s)?(?:goes?|"
    rf"comes?|"
    rf"falls?|drops?|be)\s(?:down\s)?{_MARKEDLY}(?:\s(?:lower|less|reduced|down|cut))?\b|"
    rf"\b(?:option|proposal|scheme|investment|merger|project|contract|purchase|change|switch|"
    rf"move)\s(?:[a-z]+ly\s|soon\s|more than\s)?pays for itself\b|"
    rf"\b(?:{_WILL}\s(?:also\s)?save|saves)\s(?:us\s|them\s|the\s[a-z]+\s|both\s[a-z]+\s)?"
    rf"(?:an?\s(?:good|great)\sdeal of|a lot of|plenty of|much|a good sum of|serious|"
    rf"real)\smoney\b|"
    rf"\bthere\s{_WILL}\sbe\s(?:an?\s)?(?:\w+\s)?(?:reductions?|falls?|cuts?|savings?) (?:in|on) "
    rf"(?:the\s|our\s)?{_COSTS}\b|"
    rf"\b{_WILL}\s(?:more than|easily|soon|quickly|fully) pay for (?:itself|themselves)\b|"
    rf"\b{_WILL}\sleave (?:us|them|everyone|both \w+|the \w+) (?:\w+\s)?better off\b|"
    rf"\bmakes? (?:good |sound |clear )?financial sense\b|"
    rf"\b(?:{_BIG}\s)?{_SAVED}\s(?:are|is)\s(?:also\s)?(?:expected|anticipated|forecast|predicted|"
    rf"foreseen|envisaged)\s(?:from|through|by|as a result|to (?:flow|arise|follow|come|result))|"
    rf"^\W*{_BIG}\s{_SAVED}\s(?:from|by|through)\b|"
    rf"\b{_WILL}\s(?:also\s)?(?:result in|lead to|bring|bring about|achieve|deliver|produce|mean|"
    rf"allow|give|see)\s(?:an?\s)?(?:{_BIG}\s)?(?:reductions?|cuts?|falls?|decreases?|savings?) "
    rf"(?:in|on|to)\s(?:the\s|our\s)?{_COSTS}\b|"
    rf"\b{_WILL}\s(?:be|prove|work out)\s{_MUCH}(?:less expensive|cheaper|more economical|"
    rf"less costly|more cost[- ]effective)\b|"
    rf"\b{_WILL}\s(?:more than\s|easily\s|fully\s)?(?:cover|recover|recoup|repay|pay back)\s(?:its|"
    rf"their|the)\s(?:own\s)?(?:initial\s)?(?:costs?|outlay|investment)\b|"
    rf"\b{_WILL}\s(?:\w+ly\s|soon\s|more than\s)?be\s(?:\w+ly\s|soon\s)?"
    rf"(?:recovered|repaid|recouped)\b|"
    rf"\b{_WILL}\s(?:also\s)?(?:free up|release|unlock)\s(?:[a-z]+\s)?(?:money|resources|funds|"
    rf"funding|budgets?)\b|"
    rf"\b{_WILL}\s(?:also\s)?save\s(?:the\s)?(?:council|authority|taxpayers?|public purse|county|"
    rf"borough|district|service|ratepayers?)\s(?:a\s|some\s|{_BIG}\s)?(?:money|great deal|lot|"
    rf"sums|amounts|thousands|millions)\b|"
    rf"\b{_WILL}\s(?:also\s)?(?:cut|reduce|lower|bring down|drive down|trim)\s(?:the\s|our\s)?"
    rf"{_COSTS}\s(?:{_BIG}ly|dramatically|greatly|sharply|markedly|steeply)|"
    rf"\b(?:recommended|preferred|proposed)\s(?:option|bid|bidder|supplier|scheme|approach|model)\s"
    rf"(?:also\s)?(?:offers|provides|represents|gives|delivers|is)\s(?:the\s)?(?:best|better|"
    rf"excellent|outstanding|greatest)\svalue\b(?!\s(?:tender|duty))",
    re.IGNORECASE,
)


def is_about_this_proposal(text: str, start: int, end: int) -> bool:
    """Whether what saves is what the report proposes, and not a service or a policy."""
    return bool(_THIS.match(text[:start]) or _BY_THIS.match(text[end:]))


def claimed_in_other_words(text: str) -> re.Match[str] | None:
    """A saving claimed outright: “will more than cover its costs”."""
    cuts = _CUTS.search(text)
    if cuts is not None and is_about_this_proposal(text, cuts.start(), cuts.end()):
        return cuts
    brings = _BRINGS.search(text)
    if brings is not None and is_about_this_proposal(text, brings.start(), brings.end()):
        return brings
    return _WORDINGS.search(text)


# --- a benefit claimed as proven ------------------------------------------------------------------

_PROVEN = Expression(
    r"\b(?:is|are|has been|have been)\s(?:well\s|clearly\s|widely\s)?(?:proven|proved|"
    r"known)\sto\s(?:[a-z]+ly\s)?(?:reduce|improve|save|cut|increase|deliver|lower|prevent|raise|"
    r"boost)\b|"
    r"(?<![A-Za-z]\s)\b(?:clear |strong |national |international |the )?"
    r"(?:evidence|research|studies|experience elsewhere)\s(?:clearly\s)?(?:shows?|proves?|"
    r"demonstrates?)\sthat\b",
    re.IGNORECASE,
)
_SOURCE = Expression(
    r"\bhttps?:|\bwww\.|\bappendix\b|\bannex\b|\[\d|\b(?:19|20)\d\d\b|%|\bper cent\b|\bpublished\b|"
    r"\b(?:by|from|of|according to) (?:the |a )?(?:[A-Z]|universit|govern|national|independent)|"
    r"\b(?:table|figure|section|paragraph) \d|\bfootnote|\bsurvey\b|\bpilot\b|"
    r"\bour (?:own )?data\b|\bevaluation\b",
)


def a_benefit_called_proven_has_its_source(report: Report) -> Iterator[TextFinding]:
    """“The new lamps are proven to reduce crime”: who has proved it?"""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _PROVEN.search(one.text)
            if match is None or _has_source(one, paragraph.text):
                continue
            yield finding_on(
                paragraph,
                one,
                f"“{match[0].strip()}”: a benefit is claimed as proven, and no source is named.",
                "Name the source, or say that it is an opinion.",
                Confidence.MEDIUM,
            )


def _has_source(one: Sentence, about: str) -> bool:
    denied = re.search(r"\b(?:no|not|whether|if|little|limited)\b", one.text, re.IGNORECASE)
    return bool(denied or _SOURCE.search(about))


RULES: tuple[Rule, ...] = (a_benefit_called_proven_has_its_source,)
