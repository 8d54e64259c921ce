"""The pages on facts: read, change, share, and what became of them."""

from moothall_web.facts.views.acting_on import remove, share, undo, withdraw
from moothall_web.facts.views.changing import add, change
from moothall_web.facts.views.drafting import draft
from moothall_web.facts.views.reading import documents, fact, history, kind, kinds, programmes
from moothall_web.facts.views.searching import search

__all__ = [
    "add",
    "change",
    "documents",
    "draft",
    "fact",
    "history",
    "kind",
    "kinds",
    "programmes",
    "remove",
    "search",
    "share",
    "undo",
    "withdraw",
]
