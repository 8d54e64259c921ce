"""What the commands on money share: reading the folder, numbers for JSON, tables and findings."""

import argparse
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding
from moothall.cli.days import today, typed_day
from moothall.facts.programme import Programme, known_by
from moothall.facts.proposals import Proposal

UNREADABLE = 2
WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A programme as known on a day, and the proposals that are asked about."""

    programme: Programme
    as_at: date
    proposals: tuple[Proposal, ...]
    one_alone: bool

    def own(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings on the proposals asked about, and on none."""
        wanted = {proposal.id for proposal in self.proposals}
        return [
            each
            for each in findings
            if each.proposal in wanted or (not each.proposal and not self.one_alone)
        ]


def add_folder(command: argparse.ArgumentParser) -> None:
    """The arguments of every command on a programme's money."""
    command.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    command.add_argument("--proposal", metavar="ID", help="only this proposal (default: all)")
    command.add_argument(
        "--as-at",
        type=typed_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )
    command.add_argument("--json", action="store_true", help="write JSON and nothing else")


def asked_of(options: argparse.Namespace) -> Asked | None:
    """What is asked about; None where it cannot be read, with every reason on standard error."""
    from moothall.files.problems import UnreadableError, did_you_mean
    from moothall.files.programme_folder import read_programme

    as_at = options.as_at or today()
    try:
        programme = known_by(read_programme(options.folder), as_at)[0]
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return None
    wanted = options.proposal
    proposals = tuple(each for each in programme.proposals if wanted in (None, each.id))
    if wanted is not None and not proposals:
        known = did_you_mean(wanted, {each.id for each in programme.proposals})
        print(f"--proposal: {wanted!r} is no proposal known by {as_at}. {known}", file=sys.stderr)
        return None
    return Asked(
        programme=programme, as_at=as_at, proposals=proposals, one_alone=wanted is not None
    )


def number(value: Decimal | Fraction | None) -> int | float | None:
    """A sum for JSON: whole numbers without a point, null where nobody has said."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def cell(value: Decimal | None) -> str:
    """A sum for a table: thousands separated, negatives in brackets, `–` where nobody has said."""
    if value is None:
        return "–"
    digits = f"{abs(value):,.0f}" if value == value.to_integral_value() else f"{abs(value):,.2f}"
    return f"({digits})" if value < 0 else digits


def columns(rows: Sequence[Sequence[str]], indent: str = "    ") -> Iterator[str]:
    """Rows as columns: the first one of words, the others of figures."""
    widths = [max(len(text) for text in column) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = (text.rjust(width) for text, width in zip(rest, widths[1:], strict=True))
        yield f"{indent}{first.ljust(widths[0])}  {'  '.join(cells)}".rstrip()


def wrapped(words: str, indent: str = "  ") -> list[str]:
    """Words in lines of a bearable length."""
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def head(asked: Asked) -> Iterator[str]:
    """Whose money it is, and as known on which day."""
    about = asked.programme.about
    yield f"{about.name}, as known on {in_words(asked.as_at)}"
    if about.synthetic:
        yield "SYNTHETIC DATA: these councils and figures are invented."


def findings_text(findings: Sequence[Finding]) -> Iterator[str]:
    """The findings, gravest first, each with its cure and its place."""
    yield ""
    yield f"Findings: {len(findings)}"
    for each in findings:
        yield f"{each.severity.value.upper():9}{each.rule}"
        yield from wrapped(each.message)
        yield from wrapped(f"Cure: {each.cure}")
        yield from wrapped(
            "At " + ", ".join(filter(None, (each.place or each.where, each.reference)))
        )
        if each.assumed:
            yield from wrapped(f"Assumed: {each.assumed}")


def envelope(asked: Asked, findings: Sequence[Finding]) -> dict[str, Any]:
    """What every answer in JSON carries beside its figures."""
    from moothall.files.shapes import plain

    about = asked.programme.about
    return {
        "programme": about.id,
        "synthetic": about.synthetic,
        "as_at": asked.as_at.isoformat(),
        "unit": "£",
        "findings": plain(list(findings)),
    }
