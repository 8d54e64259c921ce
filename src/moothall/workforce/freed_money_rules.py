"""Rules on what sharing a post frees: backfill that was promised, and money spoken for twice.

What is promised stands in sentences, so these rules look for words and quote where they found them.
"""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.posts import SharedPost
from moothall.facts.programme import Programme
from moothall.facts.words import listed, names_of

BACKFILL = ("backfill", "back-fill", "back fill")
CAPACITY = ("capacity", "repurpose", "re-purpose", "re purpose")
"""Words by which papers promise that what is freed is spent again (seen in document 001)."""


def findings(programme: Programme) -> list[Finding]:
    """Everything that promises about freed money show."""
    return run((promised_backfill_has_a_cost, what_a_shared_post_frees_is_used_once), programme)


def promised_backfill_has_a_cost(programme: Programme) -> Iterator[Finding]:
    """Backfill that somebody promised costs something, or is said to cost nothing."""
    for post in programme.posts:
        promised = _said(programme, post, BACKFILL)
        if promised and not post.backfill:
            who = f" {names_of(programme, [post.host])}" if post.host else " the host employer"
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.QUESTION,
                f"Backfill for the former work of the {post.title} is spoken of "
                f"({listed(promised)}), and no cost of it is held.",
                f"Ask{who} what it will cost a year, and from which stream; 0 if nobody comes.",
            )


def what_a_shared_post_frees_is_used_once(programme: Programme) -> Iterator[Finding]:
    """Money spent on backfill or capacity is no saving, and can be spent once (001 4.4 and 4.5)."""
    for post in programme.posts:
        uses = []
        if places := _said(programme, post, BACKFILL):
            uses.append(f"backfill ({listed(places)})")
        if places := _said(programme, post, CAPACITY):
            uses.append(f"capacity ({listed(places)})")
        savings = [s for s in programme.savings if s.proposal == post.proposal]
        if savings:
            numbers = listed([f"{s.number} ({s.source})" for s in savings])
            uses.append(f"the savings plan (line {numbers})")
        if len(uses) > 1:
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.WARNING,
                f"What sharing the {post.title} frees is spoken for {_times(len(uses))}: "
                f"{listed(uses)}. By the words of the papers it may be the same money.",
                "Say how much goes to each; only what is left is a saving.",
                upholds="D09",
                figures=tuple((f"use {place}", use) for place, use in enumerate(uses, 1)),
            )


def _times(number: int) -> str:
    return {2: "twice", 3: "three times"}.get(number, f"{number} times")


def _said(programme: Programme, post: SharedPost, words: tuple[str, ...]) -> list[str]:
    """Where the post's own terms or undertakings on its proposal use one of the words."""
    places = []
    if any(word in post.arrangement.lower() for word in words):
        places.append(str(post.source))
    places += [
        str(undertaking.source)
        for undertaking in programme.undertakings
        if undertaking.proposal == post.proposal
        and any(word in undertaking.text.lower() for word in words)
    ]
    return list(dict.fromkeys(places))
