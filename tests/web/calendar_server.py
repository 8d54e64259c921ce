"""A small site on this machine that answers as councils' sites do, well or badly."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Site:
    """What the site answers at each path, and what it was asked."""

    address: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def holds(self, path: str, content: bytes, status: int = 200, **headers: str) -> str:
        """Put something at a path; `_` stands for `-` in headers.  Its address comes back."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, content)
        return f"{self.address}{path}"


@contextmanager
def site() -> Iterator[Site]:
    """A site for a while.  `/slow` drips a byte at a time, `/huge` never ends."""
    held = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((self.path, dict(self.headers)))
            path = self.path.partition("?")[0]
            if path == "/slow":
                self._drip()
            elif path == "/huge":
                self._go_on()
            else:
                status, headers, content = held.pages.get(path, (404, {}, b""))
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(content))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

        def _drip(self) -> None:
            self.send_response(200)
            self.end_headers()
            for _ in range(200):
                try:
                    self.wfile.write(b"B")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.05)

        def _go_on(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(1_000):
                    self.wfile.write(b"x" * 100_000)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    held.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
