"""Who sees which facts."""

from dataclasses import replace

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme, keep_only


def visible(programme: Programme, acting_for: frozenset[str]) -> Programme | None:
    """What somebody who acts for these authorities sees of a programme; None if it is not theirs.

    That is what its authorities have shared, what is the programme's, and what is owned by an
    authority that they act for. What points at a fact withheld goes with it, and so does a
    document of another authority that nothing visible is taken from: its title alone may tell.
    """
    if acting_for.isdisjoint(programme.about.authorities):
        return None
    own = acting_for | {PROGRAMME}
    kept, _ = keep_only(
        programme,
        {
            (kind, fact.id): f"{fact.owner} has not shared it"
            for kind, fact in programme.facts()
            if not fact.shared and fact.owner not in own
        },
    )
    cited = {fact.source.document for _, fact in kept.facts()}
    documents = tuple(
        document
        for document in programme.documents
        if document.owner in own or document.id in cited
    )
    return replace(kept, documents=documents, places={})
