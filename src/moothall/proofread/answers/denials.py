"""Denials: what is said not to be, or to be so throughout, against what is told of it elsewhere."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, around, paragraphs

# --- "not applicable", and then what applies ------------------------------------------------------

_NOTHING_FIRST = Expression(
    r"^(?P<label>(?:[A-Z][\w&,/ -]{2,50}[.:–-]\s+)?)(?P<denial>(?:not applicable|n\s?/\s?a|"
    r"none(?: (?:is |was )?(?:required|needed))?|not (?:required|relevant)|nil|"
    r"no (?:direct )?(?:implications?|impacts?|effects?|issues?)|"
    r"there (?:are|is) no (?:[\w/-]+ ){0,4}?(?:implications?|impacts?|issues?)"
    r"(?: (?:arising|from|of|for|in|to|this|the|report|proposals?|decision|"
    r"directly))*))\s*[.;:–]\s+"
    r"(?P<rest>[A-Z].*)$",
    re.IGNORECASE | re.DOTALL,
)
_AN_EFFECT = Expression(
    r"\b(?:will|would|may|might|could|is|are|likely to)\b[^.;]{0,80}?\b(?:benefit\w*|affect\w*|"
    r"impact\w*|"
    r"disadvantag\w*|advantag\w*|increase\w*|reduce\w*|cost\w*|lose|require\w*|need\w*|harm\w*|"
    r"improve\w*|risk|redundan\w*|transfer)\b|\b(?:make up|account for|represent)\b[^.;]{0,40}%|"
    r"£\s?\d",
    re.IGNORECASE,
)
_STILL_NOTHING = Expression(
    r"\b(?:no|not|none|neither|nor|without|nothing|if|should there be|any future|separate "
    r"report|existing budgets?|approved budgets?|already)\b",
    re.IGNORECASE,
)


def what_does_not_apply_is_not_described(report: Report) -> Iterator[TextFinding]:
    """“Equality: not applicable. The change will be of particular benefit to disabled people.”"""
    for paragraph in paragraphs(report):
        match = _NOTHING_FIRST.match(paragraph.text)
        if match is None:
            continue
        for one in paragraph.sentences:
            effect = _AN_EFFECT.search(one.text)
            if effect is None or one.text not in match["rest"] or _STILL_NOTHING.search(one.text):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(paragraph.text, 0, match.end("denial"), after=120),
                message=f"“{match['denial'].strip()}” is said, and then what it is: "
                f"“{around(one.text, effect.start(), effect.end())}”.",
                confidence=Confidence.MEDIUM,
                cure="Take out the denial, or what follows it.",
            )
            break


# --- "attached? No", and it is attached -----------------------------------------------------------

_QUESTION = Expression(
    r"\b(?P<what>(?:equality )?(?:impact )?(?:assessment|analysis)|EIA|EqIA|exempt|appendix|"
    r"business case)\b"
    r"[^.]{0,40}\b(?:attached|appended|included|enclosed)\s*\??$",
    re.IGNORECASE,
)
_NO_TICKED = Expression(r"^\W*(?:☒|☑|✓|\[x\]|\(x\))\s*no\b|\bno\s*(?:☒|☑|✓|\[x\])|^\W*no\W*$", re.I)
_YES_TICKED = Expression(r"(?:☒|☑|✓|\[x\])\s*yes\b|\byes\s*(?:☒|☑|✓|\[x\])", re.IGNORECASE)
_IT_IS = Expression(
    r"\b(?P<what>assessment|analysis|EIA|EqIA|business case)\b[^.;]{0,60}?\b(?:is|are|which is|"
    r"has been)\s"
    r"(?:also\s|now\s)?(?:attached|appended|enclosed|at (?:appendix|annex))\b|"
    r"\battached (?:\w+\s){0,3}(?P<other>assessment|analysis|EIA|EqIA)\b",
    re.IGNORECASE,
)


def what_is_called_absent_is_not_attached(report: Report) -> Iterator[TextFinding]:
    """“Is an assessment attached? No” on the front, and “the assessment, which is attached”."""
    asked = [found for grid in report.grids for found in _denied(grid)]
    if not asked:
        return
    for paragraph in paragraphs(report):
        match = _IT_IS.search(paragraph.text)
        if match is None or re.search(r"\bnot (?:been )?(?:attached|appended)", paragraph.text):
            continue
        question, place = asked[0]
        yield TextFinding(
            place=paragraph.place,
            quote=around(paragraph.text, match.start(), match.end()),
            message=f"The front sheet answers “{question}” with no ({place}), but the text has it "
            "attached.",
            confidence=Confidence.MEDIUM,
            cure="Correct the box or the text.",
        )
        return


def _denied(grid: Grid) -> Iterator[tuple[str, Place]]:
    for row, cells in enumerate(grid.rows):
        for question, answer in pairwise(cells):
            if (
                _QUESTION.search(question.strip())
                and _NO_TICKED.search(answer.strip())
                and not _YES_TICKED.search(answer)
            ):
                yield question.strip(), grid.cell_place(row, 1)


# --- "complied with all", and a breach ------------------------------------------------------------

_COMPLIED = Expression(
    r"\b(?:compl(?:ied|ies|iance) (?:fully |in full )?with (?:all|each|every)\b[^.;]{0,60}|"
    r"(?:no|without (?:any )?|there were no) breach(?:es)?\b[^.;]{0,60}|"
    r"(?:all|every) (?:of )?(?:the |its )?(?:[\w-]+ ){0,3}(?:limits?|indicators?|rules?|"
    r"procedures?|"
    r"requirements?) (?:were|was|have been|has been) (?:met|kept|observed|complied with|adhered "
    r"to))",
    re.IGNORECASE,
)
_BREACHED = Expression(
    r"\b(?:breach(?:ed|es|ing)?|exceeded|exceeds|went (?:above|over|below)|was above|fell below|"
    r"overstepped)"
    r"\b[^.;]{0,60}?\b(?:limits?|thresholds?|indicators?|boundar(?:y|ies)|ceilings?|rules?|"
    r"maximum)\b|"
    r"\b(?:limits?|thresholds?|indicators?|ceilings?|rules?)\b[^.;]{0,60}?\b(?:was|were|had "
    r"been|been) "
    r"(?:\w+ly )?(?:breached|exceeded|broken|overstepped)\b",
    re.IGNORECASE,
)
_NO_BREACH = Expression(
    r"\b(?:no|not|never|without|would|could|if|should|may|avoid\w*|risk|previous(?:ly)?|prior|"
    r"last year|any)\b",
    re.IGNORECASE,
)


def what_was_kept_throughout_was_not_broken(report: Report) -> Iterator[TextFinding]:
    """“Complied with all its limits”, and “the limit was exceeded for two days”."""
    kept: tuple[Paragraph, str] | None = None
    broken: tuple[Paragraph, str, re.Match[str]] | None = None
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if kept is None and (match := _COMPLIED.search(one.text)):
                but = re.search(r"\b(?:except|apart from|other than|but|save)\b", one.text)
                kept = None if but else (paragraph, match[0])
            elif broken is None and (match := _BREACHED.search(one.text)):
                denied = _NO_BREACH.search(one.text)
                broken = None if denied else (paragraph, one.text, match)
    if kept is None or broken is None or kept[0].block == broken[0].block:
        return
    paragraph, text, match = broken
    yield TextFinding(
        place=paragraph.place,
        quote=around(text, match.start(), match.end(), 90),
        message=f"“{' '.join(kept[1].split())}” is said at {kept[0].place}, and here that a limit "
        "was not kept.",
        confidence=Confidence.MEDIUM,
        cure="Say in both places what was not kept, and what was done.",
    )


RULES: tuple[Rule, ...] = (
    what_does_not_apply_is_not_described,
    what_is_called_absent_is_not_attached,
    what_was_kept_throughout_was_not_broken,
)
