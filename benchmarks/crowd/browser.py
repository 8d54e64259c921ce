"""As much of a browser as a crowd needs: cookies, forms, and how long an answer took.

On bare sockets, because it shares its two cores with the site that it measures.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from time import perf_counter
from urllib.parse import urlencode

HOST = "127.0.0.1"
PATIENCE = 60.0
"""Seconds after which somebody gives up waiting for an answer."""

Fields = list[tuple[str, str]]


class NoAnswerError(Exception):
    """The site took no connection, or broke off in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the site answered, and after how many milliseconds the last of it was there."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float

    @property
    def leads_to(self) -> str:
        """Where a redirection leads; empty for none."""
        return self.headers.get("location", "")

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


@dataclass(slots=True)
class Browser:
    """One person's browser: a connection for each question, as from a proxy in front."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str) -> Answer:
        """Ask for a page.  Raises NoAnswerError."""
        return await self._ask("GET", path, b"")

    async def post(self, path: str, fields: Fields) -> Answer:
        """Send a form in.  Raises NoAnswerError."""
        return await self._ask("POST", path, urlencode(fields).encode())

    async def _ask(self, method: str, path: str, body: bytes) -> Answer:
        begun = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                status, headers, content = await self._exchange(method, path, body)
        except (OSError, EOFError, ValueError, asyncio.IncompleteReadError) as error:
            raise NoAnswerError(f"{method} {path}: {type(error).__name__}") from error
        return Answer(
            status=status,
            headers=headers,
            body=content,
            took=(perf_counter() - begun) * 1000,
        )

    async def _exchange(
        self, method: str, path: str, body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            writer.write(self._head(method, path, body) + body)
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            headers = {}
            for line in lines[1:]:
                name, _, value = line.partition(": ")
                if name.lower() == "set-cookie":
                    cookie, _, held = value.partition(";")[0].partition("=")
                    self.cookies[cookie] = held
                headers[name.lower()] = value
            if "content-length" in headers:
                content = await reader.readexactly(int(headers["content-length"]))
            else:
                content = await reader.read()
        finally:
            writer.close()
        return int(lines[0].split()[1]), headers, content

    def _head(self, method: str, path: str, body: bytes) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}", "Connection: close"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{n}={v}" for n, v in self.cookies.items()))
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


def form_of(page: str, *holding: str) -> Fields:
    """The fields of the form of a page that holds fields of these names, as they stand there.

    Raises LookupError where there is none.
    """
    reader = _Forms()
    reader.feed(page)
    for fields in reader.forms:
        if set(holding) <= {name for name, _ in fields}:
            return fields
    raise LookupError(f"no form with the fields {holding}")


class _Forms(HTMLParser):
    """The fields that a browser would send of each form, by a press on its first button."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Fields] = []
        self._area = self._select = ""
        self._text = ""
        self._pressed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.forms.append([])
            self._pressed = False
        elif not self.forms or "disabled" in given:
            return
        elif tag == "input" and name:
            ticked = given.get("type") not in ("radio", "checkbox") or "checked" in given
            if ticked and given.get("type") not in ("submit", "file"):
                self.forms[-1].append((name, given.get("value", "")))
        elif tag == "textarea":
            self._area, self._text = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.forms[-1].append((self._select, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            # HTML takes a first line break away, and a browser sends the others as CR LF.
            text = self._text.removeprefix("\n").replace("\r\n", "\n").replace("\n", "\r\n")
            self.forms[-1].append((self._area, text))
            self._area = ""
        elif tag == "select":
            self._select = ""
