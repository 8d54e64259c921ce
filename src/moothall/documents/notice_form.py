"""Forms of notices as data: what each must state, with the letter of the provision behind it."""

from dataclasses import dataclass

NOTICE_CONTENTS: frozenset[str] = frozenset(
    [
        "agreement",
        "business",
        "chair_of_scrutiny",
        "chairs_opinion",
        "decision_maker",
        "decision_when",
        "documents",
        "general_exception_own_rule",
        "is_key",
        "matter",
        "meeting",
        "notice_given",
        "papers_opened",
        "private_reasons",
        "representations",
        "urgency_reasons",
        "where_it_stands",
    ]
)
"""What the facts can say in a notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeField:
    """One thing that the notice states.

    `letter` is that of the provision ("(c)"), empty for what is usual and not asked for; `content`
    names what fills it from the facts, `text` stands there as it is.  What is left is marked to be
    filled in by `by`, who is asked for `gap`.
    """

    label: str
    by: str
    letter: str = ""
    content: str = ""
    text: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """A form: `notice` is the kind of notice that it is, `rule` the entry of the rule list.

    `published` says whether the public sees it; `places` where it must be, `then` what follows.
    """

    name: str
    notice: str
    title: str
    reference: str
    rule: str
    opening: str
    fields: tuple[NoticeField, ...]
    published: bool = True
    to: str = ""
    places: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
