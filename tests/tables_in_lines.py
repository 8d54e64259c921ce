"""Tables written in a line or two: a stroke parts the rows, a bar parts the cells."""

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.rules import proofread_all
from ordinary_wordings import HEAD


def tables(text: str) -> list[str]:
    """The tables as Markdown; what stands before two bars is the paragraph over the table."""
    return [_table(" ".join(one.split())) for one in text.strip().split("\n---\n")]


def _table(one: str) -> str:
    over, bars, rows = " ".join(one.splitlines()).partition(" || ")
    if not bars:
        over, rows = "", over
    head, *body = (f"| {row.strip()} |" for row in f" {rows} ".split(" / "))
    lines = [head, "|" + "---|" * (head.count("|") - 1), *body]
    return "\n".join(([f"{over}\n"] if over else []) + lines)


def found_in(rules: tuple[Rule, ...], text: str) -> tuple[TextFinding, ...]:
    """What these rules show by default of a paper with this table."""
    return proofread((read_markdown(f"{HEAD}{text}\n", "report"),), rules)


def found_in_by_all(text: str) -> tuple[TextFinding, ...]:
    """What every rule shows by default of a paper with this table."""
    report = read_markdown(f"{HEAD}{text}\n", "report")
    return proofread_all((report,), None, everything=False)
