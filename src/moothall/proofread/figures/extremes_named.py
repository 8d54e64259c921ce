"""Which of those listed is the highest or the lowest: “Ash quoted £18,400, Birch £21,250 and Dell
£17,900.  The lowest, from Ash, …” names another than the least.

The list stands in one sentence, at least three figures of one kind each with its name, before it
or after it; what follows in the sentence, or the next two, gives the rank to one of the names.
Left alone: ranks further down, figures that are no list, and a sentence with figures of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)
from moothall.proofread.reading.thesaurus import root

_MOST = (
    r"highest|largest|biggest|greatest|longest|busiest|dearest|commonest|most (?:expensive|costly|"
    r"popular|common|frequent|used|visited)"
)
_LEAST = (
    r"lowest|smallest|fewest|shortest|quietest|cheapest|least (?:expensive|costly|popular|common|"
    r"used|visited)"
)
_RANK = Expression(rf"\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b(?!-)", re.IGNORECASE)
_NO_RANK = Expression(
    r"\b(?:second|third|next|at|one of the|among the|joint|not|third|than|per|excluding|apart from|"
    r"other than|after)[\s-](?:the\s)?$",
    re.IGNORECASE,
)
_MARK = Expression(r"«(?P<mark>[MCP]\d+)»")
_AFTER_IT = Expression(
    r"^(?:\s(?:in|at|for|from|by|on|to|of|among)\s|\s?\()(?P<name>[^«»;.]{2,60})"
)
_BEFORE_IT = Expression(r"^\)?(?:,|;|,?\sand)\s(?P<name>[^«»;]{2,60})$")
_ENDS = Expression(
    r"\s(?:is|was|were|are|had|has|quoted|bid|offered|received|took|at|of|with)\b.*$"
)
_HELD_AGAINST = Expression(
    r"\b(?:target|average|compared|previous|last year|increase|fall|rise|change|respectively)\b",
    re.IGNORECASE,
)
_FEWEST, _NEXT = 3, 2
_CURE = "Correct the name or the figures."


@dataclass(frozen=True, slots=True)
class _Named:
    figure: Figure
    name: str
    words: frozenset[str]
    """The words that only its own name has."""


def the_extreme_of_a_list_is_the_one_named(report: Report) -> Iterator[TextFinding]:
    """“94% in autumn, 93% in spring and 91% in summer.  It was lowest in spring”: in summer."""
    for paragraph in paragraphs(report):
        if not _RANK.search(paragraph.text):
            continue
        for at, one in enumerate(paragraph.sentences):
            listed = _listed(one) if len(one.figures) >= _FEWEST else None
            if listed is not None:
                yield from _misnamed(paragraph, at, listed)


def _listed(one: Sentence) -> tuple[_Named, ...] | None:
    """The figures of a sentence that is one list, each with its name."""
    kinds = {figure.kind for figure in one.figures}
    if len(kinds) != 1 or any(figure.rough for figure in one.figures):
        return None
    if _HELD_AGAINST.search(one.text):
        return None
    between = _MARK.split(one.pattern)[::2]
    names = _names_after(between) or _names_before(between)
    if names is None:
        return None
    words = [frozenset(root(word) for word in re.findall(r"[A-Za-z]{3,}", name)) for name in names]
    often = Counter(word for each in words for word in each)
    own = [frozenset(word for word in each if often[word] == 1) for each in words]
    if not all(own):
        return None
    return tuple(map(_Named, one.figures, names, own))


def _names_after(between: list[str]) -> list[str] | None:
    """“94.1% in the autumn term, 93.2% in the spring term and …”."""
    found = [_AFTER_IT.match(each) for each in between[1:]]
    if not all(found):
        return None
    return [re.split(r"[,)]|\sand\s", match["name"])[0].strip() for match in found if match]


def _names_before(between: list[str]) -> list[str] | None:
    """“Ash quoted £18,400, Birch £21,250 and Dell £17,900”."""
    found = [_BEFORE_IT.match(each) for each in between[1:-1]]
    first = re.split(r"[,:;]\s", between[0])[-1]
    if not all(found) or not first.strip():
        return None
    return [_ENDS.sub("", name).strip() for name in (first, *(m["name"] for m in found if m))]


def _misnamed(paragraph: Paragraph, at: int, listed: tuple[_Named, ...]) -> Iterator[TextFinding]:
    one = paragraph.sentences[at]
    last = max(figure.amount.end for figure in one.figures)
    texts = [(one, one.text[last:].partition(",")[2])]
    texts += [(each, each.text) for each in paragraph.sentences[at + 1 : at + 1 + _NEXT]]
    for sentence, text in texts:
        if sentence is not one and _has_figures_of_its_own(sentence, listed):
            return
        if message := _another(text, listed):
            yield finding_on(paragraph, sentence, message, _CURE, Confidence.MEDIUM)
            return


def _has_figures_of_its_own(sentence: Sentence, listed: tuple[_Named, ...]) -> bool:
    values = {each.figure.size for each in listed}
    return any(figure.size not in values for figure in sentence.figures)


def _another(text: str, listed: tuple[_Named, ...]) -> str | None:
    ranks = list(_RANK.finditer(text))
    if len(ranks) != 1 or _NO_RANK.search(text[: ranks[0].start()]):
        return None
    rank = ranks[0]
    said = frozenset(root(word) for word in re.findall(r"[A-Za-z]{3,}", text))
    named = [each for each in listed if each.words <= said]
    if len(named) != 1:
        return None
    pick = max if rank["most"] else min
    true = pick(listed, key=lambda each: each.figure.size)
    if true.figure.size == named[0].figure.size:
        return None
    return (
        f"{named[0].figure.text} ({named[0].name}) is called the {rank[0].lower()}; "
        f"{true.figure.text} ({true.name}) is {'more' if rank['most'] else 'less'}."
    )


RULES: tuple[Rule, ...] = (the_extreme_of_a_list_is_the_one_named,)
