"""What was not taken of a page, kept as it is read: nothing is dropped without a word."""

from moothall.files.minutes import limits
from moothall.files.minutes.lines import Line
from moothall.governance.record.published import NotTaken, Why

_LONGEST = 300


class Notes:
    """The remarks on one page, in the order of its lines."""

    def __init__(self) -> None:
        self._held: list[NotTaken] = []
        self._more = 0

    def not_understood(self, line: Line, words: str = "") -> None:
        """Nothing could be made of it: somebody has to look."""
        self._add(line, words, Why.NOT_UNDERSTOOD)

    def left(self, line: Line, words: str = "") -> None:
        """It was understood, and stays with the committee system: a document, a contact, a link."""
        self._add(line, words, Why.LEFT_THERE)

    @property
    def all(self) -> tuple[NotTaken, ...]:
        if not self._more:
            return tuple(self._held)
        more = f"{self._more} further lines"
        return (*self._held, NotTaken(line=0, words=more, why=Why.NOT_UNDERSTOOD))

    def _add(self, line: Line, words: str, why: Why) -> None:
        if len(self._held) >= limits.NOT_TAKEN:
            self._more += 1
            return
        said = words or line.words
        if len(said) > _LONGEST:
            said = f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
        self._held.append(NotTaken(line=line.at, words=said, why=why))
