"""Lines of a list that stand in it twice: “R09 – Loss of a provider – owner: …”, and again below.

A register, a list of contracts or of sites names each once.  Only lines that say something of what
they name, after a dash or a colon, are read: a bare “None” may come as often as it likes.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_SAYS_MORE = Expression(r"\w[\w’')]*(?:\s[–-]\s|:\s)\S.*\w")
_NUMBER = Expression(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)
_A_FIELD = Expression(
    r"^(?:date|time|name|signed|contact|e-?mail|tel\w*|phone|status|owner|yes|no|reason|action|"
    r"proposed|seconded|resolved|decision|for|against|present|apologies|title|page)\b[^:]{0,25}:",
    re.IGNORECASE,
)
"""Fields of a form that comes again with each item, and may have the same answer."""
_LONGEST, _LEAST_WORDS, _LEAST_LINES = 160, 4, 3


def a_line_of_a_list_stands_in_it_once(report: Report) -> Iterator[TextFinding]:
    """One contract is not the first and the third of a list of four."""
    run: list[Prose] = []
    for block in (*report.blocks, None):
        if isinstance(block, Prose) and _is_a_line(block.text):
            run.append(block)
            continue
        if len(run) >= _LEAST_LINES:
            yield from _repeated(run)
        run = []


def _is_a_line(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_SAYS_MORE.search(text)) and not _A_FIELD.match(text)


def _repeated(run: list[Prose]) -> Iterator[TextFinding]:
    lines = [
        " ".join(_NUMBER.sub("", block.text).casefold().strip(" .;,").split()) for block in run
    ]
    if len(set(lines)) < len(lines) - 1:
        return  # several come again: the list is told by something else
    for place, line in enumerate(lines):
        first = lines.index(line)
        if first < place and len(line.split()) >= _LEAST_WORDS:
            yield TextFinding(
                place=run[place].place,
                quote=run[place].text,
                message=f"The same line stands {place - first} lines above.",
                confidence=Confidence.MEDIUM,
                cure="Take one of the two out, or correct what makes them differ.",
            )


RULES: tuple[Rule, ...] = (a_line_of_a_list_stands_in_it_once,)
