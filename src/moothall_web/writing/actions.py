"""What is written of a paper's words beside their form: their order, a figure settled, a removal.

All of it goes through the actions on facts, which ask who may, from which version, and record it.
"""

from moothall_web.facts import queries as facts
from moothall_web.facts.actions import NotThereError, change_fact, remove_fact
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.records.recorded import recorded
from moothall_web.writing.editing import PASSAGES
from moothall_web.writing.ordering import moved
from moothall_web.writing.outline import passages_on
from moothall_web.writing.quotes import Settle, settled
from moothall_web.writing.seen import Seen


def move(person: Person, seen: Seen, key: str, steps: int, *, for_authority: str = "") -> None:
    """Move words up (-1) or down (1) under their heading.

    Raises NotThereError, and RefusedError where it would take a change of somebody else's words.
    """
    passage = next((each for each in seen.programme.passages if each.id == key), None)
    if passage is None:
        raise NotThereError
    may = seen.may(PASSAGES, passage.owner)
    if isinstance(may, Refusal):
        raise RefusedError(may)
    beside = passages_on(seen.programme, seen.proposal.id, seen.authority, [passage.topic])
    added = [each for each in seen.programme.passages if each in beside]
    mine = {each.id for each in added if seen.can(PASSAGES, each.owner)}
    orders = moved(added, key, steps, mine)
    if orders is None:
        raise RefusedError(
            Refusal(
                "These words can only change places with words of somebody else, which are theirs "
                "to move. Ask them, or put both into one passage."
            )
        )
    with recorded():
        for each, order in orders.items():
            page = facts.fact_page(person, seen.code, PASSAGES, each)
            if page is None:
                raise NotThereError
            change_fact(
                person,
                seen.code,
                PASSAGES,
                each,
                page.payload | {"order": order},
                page.version,
                "Moved under its heading",
                for_authority=for_authority,
            )


def settle(
    person: Person,
    seen: Seen,
    key: str,
    number: int,
    version: int,
    how: Settle,
    *,
    for_authority: str = "",
) -> None:
    """Keep the words as they stood, or take the figure that the fact says now.

    Raises StaleError where the words are others by now, NotThereError where the figure is not
    there, RefusedError.
    """
    page = facts.fact_page(person, seen.code, PASSAGES, key)
    if page is None:
        raise NotThereError
    text = str(page.payload["text"])
    try:
        words = settled(seen.programme, text, seen.results, number, how)
    except LookupError:
        raise NotThereError from None
    why = "The new figure is taken" if how is Settle.TAKE else "The words are kept as they stood"
    change_fact(
        person,
        seen.code,
        PASSAGES,
        key,
        page.payload | {"text": words},
        version,
        why,
        for_authority=for_authority,
    )


def remove(person: Person, seen: Seen, key: str, version: int, *, for_authority: str = "") -> None:
    """Take words out of the paper; the history keeps what they were.

    Raises NotThereError, RefusedError, StaleError.
    """
    remove_fact(
        person,
        seen.code,
        PASSAGES,
        key,
        version,
        "Taken out of the paper",
        for_authority=for_authority,
    )
