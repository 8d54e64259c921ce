"""One change that came back from Word as its page shows it, its versions side by side."""

from dataclasses import dataclass

from moothall.files.word_papers.returned import Change, Verdict
from moothall_web.facts.forms.differences import Difference, Piece, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """A change with all that its part of the page needs.

    `refusal` says why the reader may not take it; `ticked` whether it is chosen to begin with.
    """

    change: Change
    number: int
    refusal: str
    ticked: bool
    topics: tuple[tuple[str, str], ...]
    version: int
    owner: str

    @property
    def versions(self) -> tuple[tuple[str, list[list[Piece]], str, str], ...]:
        """The versions beside each other: (head, lines, mark, what the mark says)."""
        before, after, now = self.change.before, self.change.after, self.change.now
        match self.change.verdict:
            case Verdict.CONFLICT:
                word, here = _beside(before or now, after, now)
                first = [("As it left", _plain(before))] if before else []
                return (
                    *((head, lines, "span", "") for head, lines in first),
                    ("In Word", word, "ins", "only in Word"),
                    ("Here now", here, "ins", "only here"),
                )
            case Verdict.NEW | Verdict.UNPLACED:
                return (("In Word", _plain(after), "span", ""),)
            case Verdict.REMOVED:
                return (("Here now", _plain(now), "span", ""),)
            case Verdict.CHANGED_HERE:
                old, new = pieces(_difference(before or after, now))
                return (("In Word", old, "del", "removed"), ("Here now", new, "ins", "added"))
            case _:
                old, new = pieces(_difference(now, after))
                return (("Here now", old, "del", "removed"), ("In Word", new, "ins", "added"))


def _beside(
    base: str | None, word: str | None, now: str | None
) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Both sides of a conflict, each with what it does not share with the other marked."""
    here, there = pieces(_difference(word, now))
    return (here, there) if base is not None else (_plain(word), _plain(now))


def _difference(old: str | None, new: str | None) -> Difference:
    return Difference(name="text", label="", old=_lines(old), new=_lines(new))


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split("\n\n"))


def _plain(text: str | None) -> list[list[Piece]]:
    return [[Piece(line, changed=False)] for line in _lines(text) if line]
