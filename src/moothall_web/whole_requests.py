"""A request that breaks off in the middle is refused where it is read, and never taken as shorter.

Whoever loses the line while a form is sent has sent the beginning of their words.  The server hands
that over as if it were all; a form that was cut within a text would be saved with half of it.
"""

from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class BrokenOffError(OSError):
    """The other side said how much it would send, and sent less."""


class WholeRequests:
    """Around the application: reading a body that is shorter than announced raises.

    Django tells its own readers so (`UnreadablePostError`), and nothing of the form is carried out.
    """

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isascii() and length.isdigit():  # any other is refused: outages.BodyLimits
            environ["wsgi.input"] = Announced(environ["wsgi.input"], int(length))
        return self.application(environ, start_response)


class Announced:
    """A body of so many bytes.  Reading past where it breaks off raises BrokenOffError."""

    def __init__(self, source: Any, length: int) -> None:
        self.source, self.left = source, length

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, all that are left by default."""
        wanted = self._wanted(size)
        return self._taken(self.source.read(wanted), wanted)

    def readline(self, size: int | None = -1) -> bytes:
        """One line, or so many bytes of it."""
        wanted = self._wanted(size)
        line: bytes = self.source.readline(wanted)
        return self._taken(line, len(line) if line.endswith(b"\n") else wanted)

    def readlines(self, hint: int | None = None) -> list[bytes]:  # noqa: ARG002 - as a file has it
        """All lines that are left."""
        return list(self)

    def __iter__(self) -> "Announced":
        return self

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _wanted(self, size: int | None) -> int:
        return self.left if size is None or size < 0 else min(size, self.left)

    def _taken(self, data: bytes, wanted: int) -> bytes:
        self.left -= len(data)
        if len(data) < wanted:
            raise BrokenOffError(f"{self.left} bytes of the request never came")
        return data
