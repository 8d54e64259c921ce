"""Who sent apologies does nothing at the meeting, whatever the verb and however the name stands.

“Apologies: Sir Anthony Ash-Holme”, and later “Sir Anthony Ash-Holme gave a verbal update”.  Left
alone: what reached the meeting without the person (a letter, an email, a question read out), what
was done before it or is asked of the person after it, and what stands below the head of another
meeting.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.people_in_minutes import Person, attendance
from moothall.proofread.answers.those_present import RULES as PRESENT
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.names.absentees import RULES as ABSENTEES
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages

_TITLE = r"(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof\.?|Rev\.?)\s"
_DOES = (
    r"(?:gave|presented|outlined|introduced|updated|reported|advised|explained|proposed|seconded|"
    r"moved|asked|said|chaired|took the chair|led|abstained|voted|declared|left the (?:room|"
    r"meeting|chamber)|welcomed|thanked|confirmed|queried|commented|replied|responded|suggested|"
    r"stated|volunteered|offered|undertook|spoke|highlighted|enquired|raised|noted|observed|"
    r"summarised|described|told|reminded|informed|circulated|tabled|agreed to|called for|"
    r"drew attention|set out|took (?:members|the)|added|felt|expressed|stressed|emphasised)"
)
_DONE_BY = (
    r"(?i:proposed|seconded|moved|prop|sec|presented|given|led|chaired|introduced|outlined|"
    r"delivered|answered|proposer|seconder)"
    r"(?:\sby|\sfrom|\s?[:.–-])+\s?"
)
_WITHOUT_THE_PERSON = Expression(
    r"\b(?:e-?mail\w*|letter|in writing|written|in advance|prior to|before the meeting|read out|"
    r"on behalf|in (?:his|her|their) absence|had (?:been )?|statement from|sent|absent|absence|"
    r"apologies|report from|last (?:meeting|month|year)|previous meeting|would|arrived|joined|if|"
    r"when|late|remotely)\b",
    re.IGNORECASE,
)
_OTHER_MEETING = Expression(r"^\W*minutes of (?!the (?:last|previous|\d{4})\b)", re.IGNORECASE)
_BEFORE, _AFTER = 70, 60


def who_sent_apologies_does_nothing_there(report: Report) -> Iterator[TextFinding]:
    """“Apologies: Sir Anthony Ash-Holme” and “Sir Anthony Ash-Holme gave a verbal update”."""
    if not are_minutes(report):
        return
    told = attendance(report)
    away = [one for one in told.absent if not any(other.is_perhaps(one) for other in told.present)]
    absent = {one.last: one for one in away if len(one.last) > 2}
    since = None
    for passage in passages(report):
        if passage.place == told.place:
            since = passage.order
        if since is None or passage.order <= since or passage.text in told.other:
            continue
        if passage.heading and _OTHER_MEETING.match(passage.text):
            return
        for last in [name for name in absent if name in passage.text]:
            act = _act(absent[last], passage.text)
            if act is not None:
                del absent[last]
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, act.start(), act.end()),
                    message=f"“{act[0].strip()}”, who sent apologies: "
                    f"“{shortened(told.apologies, 80)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the attendance, or the name of whoever it was.",
                )


def _act(person: Person, text: str) -> re.Match[str] | None:
    """What the person does at the meeting, as a text says it."""
    last, first = re.escape(person.last), re.escape(person.first.strip(" ."))
    given = rf"{first}\s" if len(first) > 1 else rf"{first or '[A-Z]'}\.?\s?"
    name = rf"(?:{_TITLE}(?:{given})?|{given if len(first) > 1 else _TITLE}){last}(?![\w’'-])"
    for match in re.finditer(
        rf"(?<![\w’'-]){name}\s(?:\([^()]{{1,40}}\)\s)?"
        rf"(?:then\s|also\s|again\s|and\s[A-Z][\w ]{{2,30}}\s)?{_DOES}\b|\b{_DONE_BY}{name}",
        text,
    ):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition(". ")[2]
        after = text[match.end() : match.end() + _AFTER].partition(". ")[0]
        if not _WITHOUT_THE_PERSON.search(f"{before} | {after}"):
            return match
    return None


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(who_sent_apologies_does_nothing_there, (*PRESENT, *ABSENTEES)),
)
