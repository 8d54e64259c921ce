"""What a Word file that came back would change: values to be looked at, nothing done."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.files.word_papers.read_words import ReadComment


class Verdict(StrEnum):
    """What became of some words between leaving and coming back."""

    UNCHANGED = "unchanged"
    CHANGED_IN_WORD = "changed in Word"
    CHANGED_HERE = "changed here"
    CONFLICT = "changed in both"
    NEW = "new"
    REMOVED = "removed"
    UNPLACED = "unplaced"


PROPOSED = frozenset(
    {
        Verdict.CHANGED_IN_WORD,
        Verdict.CONFLICT,
        Verdict.NEW,
        Verdict.REMOVED,
        Verdict.UNPLACED,
    }
)
"""Those about which somebody has to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The words of one fact, or new ones, as they left, as they came back and as they are now.

    `key` names it among the others; `of` is the fact ("passages/ey-purpose"), empty for new words.
    `before`, `after` and `now` are as a paper prints them, with the short forms that the author
    wrote; None where there are none or (for `before`) where it is not known how the words left.
    `text` is what the fact would say, references in it; empty where it would be removed.
    `topic` is for new words what they are about, `topics` what else they may be about.
    `sure` says that nothing is lost by taking it: the words here are the ones that left.
    """

    key: str
    verdict: Verdict
    heading: str
    place: str
    of: str = ""
    before: str | None = None
    after: str | None = None
    now: str | None = None
    text: str = ""
    topic: str = ""
    topics: tuple[str, ...] = ()
    how: str = ""
    sure: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_removal(self) -> bool:
        """Whether taking it removes the words here."""
        return bool(self.of) and not self.text


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that was changed in Word and is not the author's to change there: why, and what
    stands there now, so that it is not lost.

    `content` is the name by which the format calls what was changed ("budget_table"), empty where
    it is no table of the paper's.
    """

    heading: str
    why: str
    words: str
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Everything about a paper that came back.

    `renamed` are headings as (the council's, as it came back); `unknown` headings that the
    council's format does not have.  `by_tag`, `by_likeness` count how words were found again.
    """

    changes: tuple[Change, ...]
    not_taken: tuple[NotTaken, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    comments: tuple[ReadComment, ...] = ()
    notes: tuple[str, ...] = ()
    by_tag: int = 0
    by_bookmark: int = 0
    by_likeness: int = 0
    added_here: int = 0
    """Words that were written here after the file left: they are not in it, and stay."""

    def with_verdict(self, *verdicts: Verdict) -> tuple[Change, ...]:
        """The changes of these verdicts, in the order of the paper."""
        return tuple(each for each in self.changes if each.verdict in verdicts)

    @property
    def proposed(self) -> tuple[Change, ...]:
        """The changes about which somebody has to decide."""
        return tuple(each for each in self.changes if each.verdict in PROPOSED)
