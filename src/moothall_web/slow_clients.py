"""Whoever sends slowly waits outside, and costs nobody a thread; nothing goes on for ever.

A connection is given a thread once its whole request is there, or as much of it as the system keeps
for us; until then it costs a few kilobytes.  In front of an installation in earnest a proxy does
the same for large requests and slow readers too (`docs/deploy.md`).
"""

import re
import socket
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from time import monotonic
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]

READ_WITHIN = 20.0
"""Seconds for a whole request to come; then what is missing is taken to be missing."""

ANSWER_WITHIN = 60.0
"""Seconds for the answer to be made and taken; then the connection is closed."""

RUNAWAY_AFTER = 90.0
"""Seconds after which something goes on that nobody can stop but with its process."""

_HELD = 64 * 1024  # bytes; larger requests are read by a thread, within READ_WITHIN
_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,9})[ \t]*\r\n", re.IGNORECASE)


def bytes_missing(begun: bytes) -> bool:
    """Whether a request that has begun so is to be waited for."""
    head, end, body = begun.partition(_END_OF_HEAD)
    if not end:
        return len(begun) < _HELD
    length = _LENGTH.search(head + b"\r\n")
    return length is not None and len(body) < min(int(length[1]), _HELD - len(head) - len(end))


class BoundedThreads(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threads, for requests that are there, with an end to each."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Since when each is waited for, and how many bytes of it have been seen.
        self.coming: dict[TConn, tuple[float, int]] = {}
        self.begun: dict[TConn, float] = {}

    def accept(self, listener: socket.socket) -> None:
        """Take a connection, and wait for its request."""
        with suppress(BlockingIOError, ConnectionAbortedError):
            taken, address = listener.accept()
            self.nr_conns += 1
            self._wait_for(TConn(self.cfg, taken, address, listener.getsockname()))

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Wait for the next request of a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._wait_for(conn)

    def _wait_for(self, conn: TConn) -> None:
        self.coming[conn] = (monotonic(), 0)
        conn.sock.setblocking(False)
        self.poller.register(conn.sock, EVENT_READ, partial(self._more_of, conn))

    def _more_of(self, conn: TConn, _: object) -> None:
        """Some of a request is there: look at it, and leave it where it is until all of it is.

        Where there is no more than before, the other side has ended: what is there is answered.
        """
        since, seen = self.coming[conn]
        try:
            begun = conn.sock.recv(_HELD, socket.MSG_PEEK)
            waits = len(begun) > seen and bytes_missing(begun)
            # Wake us when there is more than this, and not while there is as much.
            lowest = len(begun) + 1 if waits else 1
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, lowest)
        except BlockingIOError:
            return
        except OSError:
            begun, waits = b"", False
        self.coming[conn] = (since, len(begun))
        if not begun:
            self._let_go(conn)
        elif not waits:
            self.poller.unregister(conn.sock)
            del self.coming[conn]
            conn.data_ready = True
            self.enqueue_req(conn)

    def _let_go(self, conn: TConn) -> None:
        self.poller.unregister(conn.sock)
        del self.coming[conn]
        self.nr_conns -= 1
        conn.close()

    def handle(self, conn: TConn) -> Any:
        """Answer a request, in a thread of its own."""
        self.begun[conn] = monotonic()
        try:
            return super().handle(conn)
        finally:
            self.begun.pop(conn, None)

    def notify(self) -> None:
        """Once a second: end what takes too long; say that this process is alive if it is.

        A socket that is shut wakes the thread that waits for it: half a request is then an end of
        input, half an answer a lost connection, as if the client had gone.
        """
        now = monotonic()
        for conn, (since, _) in list(self.coming.items()):
            if now - since > (READ_WITHIN if self.alive else 1):
                self._let_go(conn)
        for conn, since in list(self.begun.items()):
            took = now - since
            if took > RUNAWAY_AFTER:
                return  # gunicorn ends a process that is silent, and begins another
            if took > ANSWER_WITHIN:
                _shut(conn, socket.SHUT_RDWR)
            elif took > READ_WITHIN:
                _shut(conn, socket.SHUT_RD)
        super().notify()


def _shut(conn: TConn, how: int) -> None:
    with suppress(OSError):
        conn.sock.shutdown(how)
