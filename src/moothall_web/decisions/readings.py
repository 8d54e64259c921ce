"""A page that was read, as it is kept until somebody brings it in; and what they said of it."""

from collections.abc import Mapping
from typing import Any

from moothall.files.shapes import from_plain, plain
from moothall.governance.record.matters import Choices
from moothall.governance.record.published import PublishedPage

BODY, MEETING, PROPOSAL = "body-", "meeting-", "proposal-"
TOGETHER = " + "
"""Stands between the proposals that one choice names."""
_LONGEST = 500
_MOST = 2_000


def kept(page: PublishedPage) -> dict[str, Any]:
    """As JSON holds it."""
    held: dict[str, Any] = plain(page)
    return held


def read_again(content: dict[str, Any]) -> PublishedPage:
    """As it was read."""
    return from_plain(content, PublishedPage, "database, published page")


def from_form(given: Mapping[str, str]) -> dict[str, str]:
    """What somebody has said of the page, as it is kept: fields by their names."""
    named = [name for name in given if name.startswith((BODY, MEETING, PROPOSAL))]
    return {name[:_LONGEST]: given[name][:_LONGEST] for name in named[:_MOST]}


def choices_of(kept_choices: Mapping[str, str], names: Mapping[str, str]) -> Choices:
    """What somebody has said, as matters are matched by it.

    `names` gives the printed name of a body for the number of its field.
    """
    bodies, meetings, proposals = {}, {}, {}
    for field, value in kept_choices.items():
        if field.startswith(BODY) and field.removeprefix(BODY) in names:
            if value:
                bodies[names[field.removeprefix(BODY)]] = value
        elif field.startswith(MEETING) and value:
            meetings[field.removeprefix(MEETING)] = value
        elif field.startswith(PROPOSAL):
            chosen = tuple(each for each in value.split(TOGETHER) if each)
            proposals[field.removeprefix(PROPOSAL)] = chosen
    return Choices(bodies=bodies, meetings=meetings, proposals=proposals)
