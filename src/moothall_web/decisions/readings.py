"""A page that was read, as it is kept until somebody brings it in; and what they said of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from moothall.files.shapes import from_plain, plain
from moothall.governance.record.made import Origin
from moothall.governance.record.matters import Choices
from moothall.governance.record.published import PublishedPage

BODY, MEETING, PROPOSAL = "body-", "meeting-", "proposal-"
TOGETHER = " + "
"""Stands between the proposals that one choice names."""
THE_PAGE = "the-page"
"""Stands for the page's document while nothing is saved."""
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


def origin_of_page(
    page: PublishedPage, owner: str, read_on: date, document: str = THE_PAGE, *, shared: bool = True
) -> Origin:
    """Where the facts of a page come from, and from when they could be known.

    From the day on which it says that it was published; a page that prints none was known at the
    latest when it was read.
    """
    printed = _printed(page)
    return Origin(
        document=document,
        owner=owner,
        known_on=printed or read_on,
        shared=shared,
        assumed=None
        if printed
        else "The page prints no day of publication; this is the day on which it was read.",
    )


def _printed(page: PublishedPage) -> date | None:
    if page.decision is not None:
        return page.decision.published_on
    if len(page.entries) == 1 and not page.items:
        return page.entries[0].first_published
    return None
