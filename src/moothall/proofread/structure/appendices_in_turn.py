"""Appendices in turn: where 1, 2 and 4 are named, there is a 3."""

from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.structure.appendices import appendix_mentions, declared_appendices


def appendices_run_on(report: Report) -> Iterator[TextFinding]:
    """Appendices 1, 2 and 4 are named, and there is no 3."""
    declared = declared_appendices(report)
    for kind, mentions in appendix_mentions(report).items():
        if kind in ("schedule", "attachment"):
            continue
        labels = set(mentions) | declared.get(kind, set())
        numbers = sorted(int(label) for label in labels if label.isdigit())
        letters = sorted(label for label in labels if len(label) == 1 and label.isalpha())
        sequences = (
            [(str(number), number) for number in numbers],
            [(letter, ord(letter)) for letter in letters],
        )
        stems = {label[:-1] for label in labels if len(label) > 1}
        for sequence in sequences:
            if len(sequence) < 3 or sequence[0][0] not in ("1", "a"):
                continue
            for (before, last), (after, here) in pairwise(sequence):
                if here != last + 2:
                    continue
                missing = str(last + 1) if before.isdigit() else chr(last + 1)
                if missing in stems or (missing == "i" and before == "h"):
                    continue  # the letter I is often left out
                mention = mentions.get(after) or mentions.get(before)
                if mention is None:
                    continue
                yield TextFinding(
                    place=mention.place,
                    quote=mention.quote,
                    message=f"The report names {kind} {before.upper()} and {after.upper()}, "
                    f"but no {kind} {missing.upper()}.",
                    confidence=Confidence.MEDIUM,
                    cure="Rename the appendices, or put back what was taken out.",
                )


RULES: tuple[Rule, ...] = (appendices_run_on,)
