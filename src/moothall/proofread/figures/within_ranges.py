"""Means and medians that lie outside the range told with them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import ROUGH, Sentence, finding_on, mark, paragraphs

_RANGE = Expression(
    rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|costs?|lies|lie|runs?|"
    rf"spread)\b[^«»;.]{{0,40}}?\b(?:from|between)\s"
    rf"{ROUGH}{mark('a', 'MCP')}[^«»;.]{{0,40}}?\b(?:to|"
    rf"and)\s{ROUGH}{mark('b', 'MCP')}(?P<tail>[^;.]*)|"
    rf"\b(?:lowest|cheapest|shortest|"
    rf"smallest)\b[^«»;.]{{0,30}}?{mark('c', 'MCP')}[^«»;.]{{0,40}}?\b(?:highest|dearest|longest|"
    rf"largest)\b[^«»;.]{{0,30}}?{mark('d', 'MCP')}(?P<rest>[^;.]*)",
    re.IGNORECASE,
)
_MEAN = Expression(
    rf"\b(?:mean|median|average)\b(?:\s(?!of\b|was\b|is\b|at\b|being\b|for\b)[a-z]+){{0,3}}\s(?:of|"
    rf"was|is|at|being)\s{ROUGH}"
    rf"{mark('m', 'MCP')}",
    re.IGNORECASE,
)
_OTHERS = Expression(
    r"\b(?:national\w*|england|other|against|compared|than|target|last year|previous\w*|our own|"
    r"ours|region\w*|unlike)\b",
    re.IGNORECASE,
)


def a_mean_lies_within_its_range(report: Report) -> Iterator[TextFinding]:
    """“From £261 to £348, with a mean of £359” is no mean of them."""
    for paragraph in paragraphs(report):
        read = paragraph.sentences
        for place, one in enumerate(read):
            found = _RANGE.search(one.pattern) if len(one.figures) >= 2 else None
            if found is None:
                continue
            low, high = one.figure(found["a"] or found["c"]), one.figure(found["b"] or found["d"])
            if low.kind is not high.kind or low.size >= high.size:
                continue
            near = [(one, found["tail"] or found["rest"] or "")]
            if place:
                near.append((read[place - 1], read[place - 1].pattern))
            if "«" in one.pattern[: found.start()]:
                near.append((one, one.pattern[: found.start()]))
            for held, words in near:
                told = _MEAN.search(words)
                if (
                    told is None
                    or _OTHERS.search(words[: told.end()][-90:])
                    or _OTHERS.search(found[0][:60])
                ):
                    continue
                mean = held.figure(told["m"])
                unlike = _unit(held, told["m"]) and _unit(held, told["m"]) not in one.pattern
                if mean.kind is not low.kind or low.low <= mean.size <= high.high or unlike:
                    continue
                if not low.size / 3 <= mean.size <= high.size * 3:
                    continue
                text = one.text if held is one else f"{held.text} {one.text}"
                yield finding_on(
                    paragraph,
                    Sentence(text=text, pattern="", figures=()),
                    f"{mean.text} is outside the range told, {low.text} to {high.text}.",
                    "Correct the mean or the range.",
                    Confidence.MEDIUM,
                )
                break


def _unit(one: Sentence, name: str) -> str:
    """The noun right after a figure, where there is one: "72 days"."""
    match = re.search(rf"«{name}»\s([a-z]{{4,}}s)\b", one.pattern)
    return match[1] if match else ""


# --- the best of several parts, and the whole -----------------------------------------------------

_BEST = Expression(
    rf"\bthe\s(?P<word>best|highest|worst|lowest)(?:[\s-](?:performing|scoring|"
    rf"rated))?\b[^«»;.]{{0,80}}?\b(?:at|with|being|was|is)\s"
    rf"(?:[^«»;.]{{0,60}}?\bwith\s)?{mark('p', 'P')}",
    re.IGNORECASE,
)
_WHOLE = Expression(
    rf"\b(?:overall|as a whole|in all|for the (?:council|county|borough|district|"
    rf"authority))\b[^«»;.]{{0,40}}?{mark('w', 'P')}|"
    rf"{mark('v', 'P')}\s(?:overall|as a whole|in all)\b",
    re.IGNORECASE,
)


def the_best_part_is_no_worse_than_the_whole(report: Report) -> Iterator[TextFinding]:
    """“84% overall, the best being Waste with 82%”: no part reaches the whole."""
    for paragraph in paragraphs(report):
        for before, one in pairwise(
            (Sentence(text="", pattern="", figures=()), *paragraph.sentences)
        ):
            best = _BEST.search(one.pattern) if one.figures else None
            if best is None:
                continue
            held, whole = one, _WHOLE.search(one.pattern[: best.start()])
            if whole is None:
                held, whole = before, _WHOLE.search(before.pattern)
            if whole is None or _OTHERS.search(one.pattern):
                continue
            part, all_of_it = one.figure(best["p"]), held.figure(whole["w"] or whole["v"])
            up = best["word"].lower() in ("best", "highest")
            wrong = part.high < all_of_it.low if up else part.low > all_of_it.high
            if wrong:
                text = one.text if held is one else f"{held.text} {one.text}"
                yield finding_on(
                    paragraph,
                    Sentence(text=text, pattern="", figures=()),
                    f"The {best['word'].lower()} part has {part.text}, the whole {all_of_it.text}: "
                    f"a whole lies between "
                    "its best and its worst part.",
                    "Correct one of the two.",
                    Confidence.MEDIUM,
                )


RULES: tuple[Rule, ...] = (a_mean_lies_within_its_range, the_best_part_is_no_worse_than_the_whole)
