"""A value of a fact in words, as the page on which things are brought in shows it."""

from collections.abc import Mapping

from moothall.facts.fact import Fact
from moothall.governance.scrutiny.told import field_words, lines_of

Names = Mapping[str, str]


def shown(fact: Fact, field: str, names: Names) -> tuple[str, ...]:
    """What one field says, line by line; nothing where it says nothing."""
    label = field_words(field)
    found: list[str] = []
    for line_label, lines in lines_of(fact, names).items():
        if line_label == label:
            found += lines
        elif line_label.startswith(f"{label} "):
            rest = line_label.removeprefix(label).strip()
            if not rest.endswith(": number"):  # the entry is called by it
                found += [f"{rest.removesuffix(': text')}: {line}" for line in lines]
    return tuple(found)


def all_shown(fact: Fact, names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everything that a fact says, by label."""
    return tuple((label.capitalize(), lines) for label, lines in lines_of(fact, names).items())
