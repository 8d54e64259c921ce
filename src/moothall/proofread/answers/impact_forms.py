"""Forms on impacts: “negative impacts? No”, and then what they are or what is done about them."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.answers import NOTHING
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_IMPACTS = r"(?:negative|adverse) (?:impacts?|effects?)"
_ASKED = Expression(
    rf"\b(?:are|is) there (?:any |an? )?{_IMPACTS} (?:for|on) (?P<group>[\w’'/ -]{{3,50}}?)\s*\??"
    r"\s*(?P<answer>\b(?:no|none|n/a|not applicable))?\W*$",
    re.IGNORECASE,
)
_TOLD = Expression(
    rf"^\W*(?:\d+[a-z]?\.?\s*)?(?:details of )?(?P<what>{_IMPACTS}|mitigat(?:ing|ion) (?:actions?|"
    r"measures?))\s(?:for|on)\s(?P<group>[\w’'/ -]{3,50}?)\W*"
    r"(?P<answer>(?:not applicable|n/a|none)\W*)?$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5
_HARM = Expression(
    r"\b(?:disadvantag|disproportion|negativ|advers|affect|impact|los(?:e|es|ing|s)\b|"
    r"less (?!than)|fewer (?!than)|"
    r"longer|further|reduc|difficult|barrier|unable|cannot|struggl|harder|dearer|delay|anxi|"
    r"distress|disrupt|confus|exclu|isolat|clos(?:e|ed|ure)\b|withdraw|at risk)",
    re.IGNORECASE,
)
_NO_HARM = Expression(r"\b(?:no|not|nor|none|without|unlikely|only|positive)\b", re.IGNORECASE)
_LABEL = Expression(r"\b(?:impacts?|effects?|actions?|officer|details)\b.{0,40}$", re.IGNORECASE)


def an_impact_denied_is_not_described(report: Report) -> Iterator[TextFinding]:
    """“Are there negative impacts for age? No”, “details: older people will travel further”."""
    denied = ""
    texts = [passage for passage in passages(report) if passage.text.strip()]
    for place, passage in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else None
        if not passage.has("impact", "effect", "mitigat"):
            continue
        asked = _ASKED.search(passage.text)
        if asked is not None:
            answer = asked["answer"] or (following.text if following else "")
            no = re.match(r"^\W*(?:no|none|n/a|not applicable)\W*$", answer, re.IGNORECASE)
            if re.match(r"^\W*yes\W*$", answer, re.IGNORECASE):
                yield from _yes_and_yet_none(asked, texts[place + 1 : place + _FORM])
            denied = _key(asked["group"]) if no else ""
            continue
        told = _TOLD.match(passage.text)
        after = texts[place + 2] if place + 2 < len(texts) else None
        if told is not None and following is not None and after is not None:
            yield from _nothing_and_then(told, following, after)
        if told is None or not denied or _key(told["group"]) != denied or told["answer"]:
            continue
        if following is not None and _describes(following):
            yield TextFinding(
                place=following.place,
                quote=following.text,
                message=f"The form says that there are no negative impacts for {told['group']}; "
                f"under “{told['what']}” stands “{shortened(following.text, 100)}”.",
                confidence=_sureness(following.text),
                cure="Correct the answer, or take out what follows it.",
            )


def _yes_and_yet_none(asked: re.Match[str], following: list[Passage]) -> Iterator[TextFinding]:
    """“Negative impacts for age? Yes”, and under it “nobody is expected to be harmed”."""
    for passage in following:
        if _ASKED.search(passage.text):
            return
        match = _NONE_EXPECTED.search(passage.text)
        if match is None:
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 60),
            message=f"“Yes” is answered to negative impacts for {asked['group']}, and then "
            f"“{shortened(match[0], 110)}”.",
            confidence=Confidence.MEDIUM,
            cure="Correct the answer or the text.",
        )
        return


_FORM = 25
_NONE_EXPECTED = Expression(
    r"\b(?:there is|there are|we have) no (?:expectation|suggestion|reason to (?:believe|think))\b"
    r"[^.]{0,140}?\b(?:would|will|to) be (?:adversely |negatively |disproportionately )"
    r"(?:affected|impacted)\b|\bno (?:negative|adverse) (?:impacts?|effects?) (?:is|are|has been|"
    r"have been|were|was) (?:expected|identified|anticipated|foreseen)\b(?! (?:beyond|other|"
    r"apart))",
    re.IGNORECASE,
)


def _nothing_and_then(
    told: re.Match[str], following: Passage, after: Passage
) -> Iterator[TextFinding]:
    """“Mitigating actions for race: Not applicable”, and then an action."""
    if told["answer"] or not NOTHING.match(following.text) or not _ACTION.match(after.text):
        return
    yield TextFinding(
        place=after.place,
        quote=after.text,
        message=f"Under “{told[0].strip()}” stands “{following.text.strip()}”, and then "
        f"“{shortened(after.text, 100)}”.",
        confidence=Confidence.MEDIUM,
        cure="Correct the answer, or take out what follows it.",
    )


_ACTION = Expression(
    r"^\W*(?:(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s)?(?=(?:\S+\s){5,})(?!.{0,40}\b(?:impacts?|officer|"
    r"details)"
    r"\b[^.]{0,40}$).*\b(?:will|to be|shall|are being|is being|have been|has been|should)\b",
    re.IGNORECASE | re.DOTALL,
)


def _sureness(described: str) -> Confidence:
    """A sentence that speaks of harm is against a “no”; one about whom the service is for, or what
    was proposed, may only stand in the wrong box."""
    harm = _HARM.search(described) and not _NO_HARM.search(described)
    return Confidence.MEDIUM if harm else Confidence.LOW


def _key(group: str) -> str:
    return " ".join(re.findall(r"[a-z]+", group.casefold()))


def _describes(passage: Passage) -> bool:
    """Whether a text says something, and is neither “not applicable” nor the next label."""
    words = passage.text.split()
    label = len(words) <= 12 and _LABEL.search(passage.text) and not passage.text.endswith(".")
    return len(words) >= _FEWEST_WORDS and not NOTHING.match(passage.text) and not label


RULES: tuple[Rule, ...] = (an_impact_denied_is_not_described,)
