"""Forms on impacts: “negative impacts? No”, and then what they are or what is done about them."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.answers import NOTHING
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import Passage, passages

_IMPACTS = r"(?:negative|adverse) (?:impacts?|effects?)"
_ASKED = re.compile(
    rf"\b(?:are|is) there (?:any |an? )?{_IMPACTS} (?:for|on) (?P<group>[\w’'/ -]{{3,50}}?)\s*\??"
    r"\s*(?P<answer>\b(?:no|none|n/a|not applicable))?\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"^\W*(?:\d+[a-z]?\.?\s*)?(?:details of )?(?P<what>{_IMPACTS}|mitigat(?:ing|ion) (?:actions?|"
    r"measures?))\s(?:for|on)\s(?P<group>[\w’'/ -]{3,50}?)\W*"
    r"(?P<answer>(?:not applicable|n/a|none)\W*)?$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5
_HARM = re.compile(
    r"\b(?:disadvantag|disproportion|negativ|advers|affect|impact|los(?:e|es|ing|s)\b|"
    r"less (?!than)|fewer (?!than)|"
    r"longer|further|reduc|difficult|barrier|unable|cannot|struggl|harder|dearer|delay|anxi|"
    r"distress|disrupt|confus|exclu|isolat|clos(?:e|ed|ure)\b|withdraw|at risk)",
    re.IGNORECASE,
)
_NO_HARM = re.compile(r"\b(?:no|not|nor|none|without|unlikely|only|positive)\b", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:impacts?|effects?|actions?|officer|details)\b.{0,40}$", re.IGNORECASE)


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
            denied = _key(asked["group"]) if no else ""
            continue
        told = _TOLD.match(passage.text)
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
