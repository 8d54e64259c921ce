"""Views in shares: “two thirds agreed, one fifth disagreed”, where people were asked.

A share stands straight before what its people think; and either the text or its heading says that
somebody was asked (“What parents said”, “Consultation results”), or one sentence gives the shares
of two sides, which nothing but an asking can give.  A fraction in words is a share like any other.
"""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import fractions_told
from moothall.proofread.reading.passages import Sentence, sentence

_WHO = (
    r"(?:respondents|consultees|responses|replies|submissions|comments|participants|people|"
    r"residents|parents|carers|families|tenants|leaseholders|landlords|pupils|students|children|"
    r"staff|employees|workers|teachers|governors|users|customers|visitors|patients|members|"
    r"traders|businesses|firms|shopkeepers|drivers|cyclists|passengers|neighbours|households|"
    r"voters|them|these|those|whom|which|women|men|adults|volunteers|clubs|schools|partners)"
)
_OF_WHOM = (
    rf"(?:\sof\s(?:[\w’'-]+\s){{0,3}}?{_WHO}\b(?:\s(?:who|that|in|from|at)\s[^.;,«]{{3,45}}?)?)?"
)
_SAID_SO = (
    r"(?:,?\s(?:were|was|are|is|would|could|had|have|strongly|broadly|fully|very|fairly|quite|"
    r"also|clearly|tended to|wholly|partly|generally|only|then|really|said(?: that)? they|"
    r"that they|each|all|either|be|being|or|replied|answered))*"
)
_VIEW = (
    r"(?:agree[ds]?|disagree[ds]?|support(?:ed|s|ive)|back(?:ed|s)|in (?:favour|support)|"
    r"favour(?:ed|s)|oppose[ds]?|against\b|prefer(?:red|s)?|want(?:ed|s)?\b(?! for\b)|"
    r"welcom(?:ed|es)|like[ds]?|dislike[ds]?|reject(?:ed|s)?|object(?:ed|s)?|satisfied|"
    r"dissatisfied|happy|unhappy|content|pleased|concerned|worried|anxious|keen|felt|feel|"
    r"thought|think|believed?|hoped|wished|chose|voted|accept(?:ed)?\b|use\b|"
    r"said (?:yes|no|that|they|it)|yes\b|positive|negative|for (?:it|the|this|and)\b|"
    r"for\b(?=\s?[,.;]))"
)
_NO_VIEW = (
    r"(?:did not\b|did n[o’']t|do not|unsure|undecided|not sure|no (?:view|opinion|preference)|"
    r"neither|neutral|no\b(?=\s?[,.;])|did(?= not)|not\b|non-committal|indifferent|didn[’']t)"
)
_PASSIVE = (
    r"(?:were|was|are|is|been|be|being) (?:agreed|backed|supported|opposed|favoured|preferred|"
    r"rejected|objected|accepted|chosen|wanted|thought|felt|believed)\b"
)
_A_VIEW = Expression(rf"«P\d+»(?!\s{_PASSIVE}){_OF_WHOM}(?!\s{_PASSIVE}){_SAID_SO}\s{_VIEW}", re.I)
_A_SIDE = Expression(rf"«P\d+»(?!\s{_PASSIVE}){_OF_WHOM}{_SAID_SO}\s(?:{_VIEW}|{_NO_VIEW})", re.I)
_YES_AND_NO = Expression(
    r"\b(?:yes|for|agree|in favour)\W{1,3}«P\d+»[^.]{0,12}\b(?:no|against|disagree)\W{1,3}«P\d+»",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:consult\w*|survey\w*|poll(?:ed)?\b|questionnaires?|engage\w*|feedback|respon(?:se|ses|"
    r"d\w*)\b|repl(?:y|ies|ied)\b|views?\b|opinions?\b|reactions?\b|told us|asked|said\b|"
    r"heard from|returned (?:it|them|theirs)\b|drop-in|ballot)",
    re.IGNORECASE,
)


def with_fractions_as_percentages(one: Sentence) -> Sentence:
    """A sentence in whose pattern “two thirds” is a share like “67%”; else the sentence itself."""
    told = fractions_told(one.text)
    if not told:
        return one
    parts, done = [], 0
    for fraction in told:
        middle = round((fraction.low + fraction.high) / 2)
        parts += [one.text[done : fraction.start], f"{middle}%"]
        done = fraction.end
    return sentence("".join([*parts, one.text[done:]]))


def gives_a_view_in_shares(read: Sentence, about: str) -> bool:
    """Whether a sentence, read with its fractions, is what people answered who were asked.

    `about` is the text that stands about it, from its heading on.
    """
    if _YES_AND_NO.search(read.pattern):
        return True
    if _A_VIEW.search(read.pattern) is None:
        return False
    if len(_A_SIDE.findall(read.pattern)) > 1:
        return True
    return _ASKED.search(about) is not None
