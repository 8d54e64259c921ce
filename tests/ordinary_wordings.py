"""Short papers with one fault in ordinary words, or with what only looks like it."""

import re

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.rules import proofread_all

HEAD = """Report to: Cabinet
Date: 12 February 2025
Subject: Services

1. Introduction

1.1 This report is on services in 2024-25.

"""


def papers(table: str) -> list[str]:
    """The papers of a table: a stroke parts lines, two part paragraphs, a bar parts cells."""
    lines = (" ".join(item.split()) for item in table.split("\n---\n"))
    parted = (item.replace(" // ", "\n\n").replace(" / ", "\n") for item in lines)
    return [re.sub(r"(?:^| )\|(?: |$)", "\t", item, flags=re.MULTILINE) for item in parted]


def found_by(rules: tuple[Rule, ...], text: str) -> tuple[TextFinding, ...]:
    """What these rules show by default of a paper that goes on with this text."""
    return proofread((read_plain_text(f"{HEAD}{text}\n", "report"),), rules)


def found_by_all(text: str) -> list[TextFinding]:
    """What every rule shows by default, but for letters that the short paper does not spell out."""
    report = read_plain_text(f"{HEAD}{text}\n", "report")
    found = proofread_all((report,), None, everything=False)
    return [finding for finding in found if finding.rule != "abbreviations_are_spelt_out"]
