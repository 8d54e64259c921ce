"""Clients that are slow, or break off in the middle: nothing by half, and nobody else waits."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPSConnection
from io import BytesIO
from pathlib import Path
from ssl import create_default_context
from typing import Any
from urllib.parse import urlencode

import pytest
from cast import ROOT, SignedIn

from exhaustive import exhaustive
from moothall_web.facts.models import Fact
from moothall_web.records.models import Event
from moothall_web.serving import threads, workers
from moothall_web.slow_clients import READ_WITHIN, bytes_missing
from moothall_web.whole_requests import Announced, BrokenOffError, WholeRequests

sys.path.append(str(ROOT / "benchmarks"))

from crowd.browser import form_of
from crowd.house import House, house

FORM = "application/x-www-form-urlencoded"


def test_a_body_is_read_as_it_was_announced():
    body = Announced(BytesIO(b"one\ntwo\nthree"), 13)

    assert body.read(2) == b"on"
    assert body.readline() == b"e\n"
    assert list(body) == [b"two\n", b"three"]
    assert (body.read(), body.read(5), body.readline()) == (b"", b"", b"")


@pytest.mark.parametrize("read", ["read", "readline", "readlines"])
def test_a_body_that_breaks_off_is_no_shorter_body(read: str):
    body = Announced(BytesIO(b"half of the wor"), 30)

    with pytest.raises(BrokenOffError, match="15 bytes of the request never came"):
        getattr(body, read)()


def test_what_comes_after_the_body_is_not_part_of_it():
    body = Announced(BytesIO(b"this onethe next request"), 8)

    assert body.read() == b"this one"
    assert body.readline() == b""


def test_a_length_that_is_no_number_is_left_to_be_refused():
    seen: dict[str, Any] = {}
    whole = WholeRequests(lambda environ, _: seen.update(environ) or [b""])
    source = BytesIO(b"")

    whole({"CONTENT_LENGTH": "-1", "wsgi.input": source}, print)
    assert seen["wsgi.input"] is source


@pytest.mark.django_db
def test_a_form_that_breaks_off_within_a_text_saves_nothing(
    signed_in: SignedIn, three_towns_loaded: None
):
    client = signed_in("ashby")
    client.raise_request_exception = False
    row = Fact.objects.get(kind="savings")
    path = f"/programmes/three-towns/facts/savings/{row.key}/change/"
    fields = form_of(client.get(path).content.decode(), "form-token")
    fields = [(name, "Half of this is lost" if name == "name" else text) for name, text in fields]
    fields.sort(key=lambda field: field[0] == "name")  # what is changed comes last, and is cut
    whole = urlencode(fields).encode()
    events = Event.objects.count()

    def send(body: bytes) -> int:
        announced = Announced(BytesIO(body), len(whole))
        given: dict[str, Any] = {"CONTENT_LENGTH": str(len(whole)), "wsgi.input": announced}
        return client.generic("POST", path, b"-", content_type=FORM, **given).status_code

    assert send(whole[:-8]) == 400
    assert Event.objects.count() == events
    assert Fact.objects.get(kind="savings").payload == row.payload
    assert send(whole) == 302
    assert Fact.objects.get(kind="savings").payload["name"] == "Half of this is lost"


def test_a_request_is_waited_for_until_all_of_it_is_there():
    head = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 5"

    assert bytes_missing(b"")
    assert bytes_missing(head)
    assert bytes_missing(head + b"\r\n\r\n")
    assert bytes_missing(head + b"\r\n\r\nfour")
    assert not bytes_missing(head + b"\r\n\r\nfives")
    assert not bytes_missing(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    assert not bytes_missing(head.replace(b"5", b"9000000") + b"\r\n\r\n" + b"x" * 70_000)
    assert not bytes_missing(b"x" * 70_000), "gunicorn says what is wrong with it"


@pytest.fixture(scope="module")
def served() -> Iterator[House]:
    """An installation of its own, served as it is delivered."""
    with house() as made:
        made.serve()
        yield made


def drip(port: int, source: str = "127.0.0.1") -> socket.socket:
    """A client that begins a request and never ends it."""
    made = socket.create_connection(("127.0.0.1", port), 5, source_address=(source, 0))
    made.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
    return made


def go_on(clients: list[socket.socket]) -> list[socket.socket]:
    """Send one byte more from each; those that the site has let go are left out."""
    left = []
    for client in clients:
        try:
            client.sendall(b"x")
        except OSError:
            client.close()
        else:
            left.append(client)
    return left


def took(connection: HTTPConnection, path: str = "/health") -> float:
    begun = time.monotonic()
    connection.request("GET", path, headers={"Host": "localhost"})
    assert connection.getresponse().status == 200
    connection.close()
    return time.monotonic() - begun


@exhaustive
def test_clients_of_a_byte_a_second_hold_nobody_up_and_are_let_go(served: House):
    slow = [drip(served.port) for _ in range(workers * threads * 5)]
    waits, until = [], time.monotonic() + READ_WITHIN + 10
    try:
        while slow and time.monotonic() < until:
            waits.append(took(HTTPConnection("127.0.0.1", served.port, timeout=10)))
            time.sleep(1)
            slow = go_on(slow)
    finally:
        for each in slow:
            each.close()

    assert not slow, "each was let go"
    assert len(waits) > READ_WITHIN / 2
    assert max(waits) < 5, "nobody had to wait for them"


@exhaustive
def test_silent_clients_hold_nobody_up(served: House):
    silent = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(50)]

    try:
        assert took(HTTPConnection("127.0.0.1", served.port, timeout=10)) < 4
    finally:
        for each in silent:
            each.close()


@exhaustive
def test_a_form_whose_line_breaks_saves_nothing_of_it(served: House):
    writer = served.inside("writers")[0]
    browser = HTTPConnection("127.0.0.1", served.port, timeout=20)
    cookie = {"Cookie": f"sessionid={writer['session']}", "Host": "localhost"}
    browser.request("GET", f"{writer['address']}change/", headers=cookie)
    answer = browser.getresponse()
    assert answer.status == 200
    csrf = str(answer.headers["Set-Cookie"]).split(";")[0]
    fields = form_of(answer.read().decode(), "form-token")
    fields = [(name, "Half of this is lost" if name == "text" else text) for name, text in fields]
    body = urlencode(sorted(fields, key=lambda field: field[0] == "text")).encode()
    browser.close()
    head = [f"POST {writer['address']}change/ HTTP/1.1", "Host: localhost", f"Content-Type: {FORM}"]
    head += [f"Cookie: sessionid={writer['session']}; {csrf}", f"Content-Length: {len(body)}"]
    with socket.create_connection(("127.0.0.1", served.port), 20) as cut:
        cut.sendall("\r\n".join([*head, "", ""]).encode() + body[:-8])
        cut.shutdown(socket.SHUT_WR)

        assert cut.recv(100).split()[1] in (b"400", b"403")
    assert served.inside("kept", written=[{"address": writer["address"], "saved": []}]) == []


@contextmanager
def proxy(folder: Path, site: int) -> Iterator[int]:
    """nginx with the file that is delivered, but for names, ports and certificate; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )
    lines = []
    for line in (ROOT / "deploy" / "nginx.conf").read_text("utf-8").splitlines():
        if "listen [::]" in line or "listen 80" in line:
            continue
        line = line.replace("listen 443", f"listen 127.0.0.1:{port}")
        line = line.replace("moothall.example", "localhost").replace(
            "/etc/moothall/tls", str(folder)
        )
        lines.append(line.replace("127.0.0.1:8000", f"127.0.0.1:{site}"))
    # The first server leads from port 80, which is not ours to take.
    text = "\n".join(lines)
    second = text.index("server {", text.index("server {") + 1)
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\nuser root;\n"
        "events { worker_connections 1000; }\n"
        f"http {{\naccess_log off;\n{places}{text[: text.index('server {')]}{text[second:]}\n}}\n"
    )
    made = subprocess.Popen(
        ["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"],  # noqa: S607
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 10
        while time.monotonic() < until and made.poll() is None:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            time.sleep(0.05)
        assert made.poll() is None, (folder / "error.log").read_text()
        yield port
    finally:
        made.terminate()
        made.wait()


@exhaustive
@pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx (Debian: nginx-light)")
def test_behind_the_proxy_slow_and_large_requests_never_reach_the_site(
    served: House, tmp_path: Path
):
    with proxy(tmp_path, served.port) as port:
        context = create_default_context(cafile=str(tmp_path / "certificate.pem"))

        def asking(source: str) -> HTTPSConnection:
            return HTTPSConnection(
                "localhost", port, context=context, timeout=20, source_address=(source, 0)
            )

        slow = []
        for number in range(60):
            plain = socket.create_connection(
                ("127.0.0.1", port), 5, source_address=(f"127.0.0.{2 + number % 3}", 0)
            )
            slow.append(context.wrap_socket(plain, server_hostname="localhost"))
            slow[-1].sendall(b"POST /proofread/ HTTP/1.1\r\nHost: localhost\r\n")
            slow[-1].sendall(b"Content-Length: 1000\r\nContent-Type: text/plain\r\n\r\nx")
        waits = []
        for _ in range(5):
            waits.append(took(asking("127.0.0.9")))
            slow = go_on(slow)  # type: ignore[arg-type,assignment]
            time.sleep(1)
        assert max(waits) < 2, "sixty slow clients and nobody else waits"
        assert len(slow) == 60, "they are held by the proxy"

        large = asking("127.0.0.9")
        large.putrequest("POST", "/proofread/", skip_host=True)
        large.putheader("Host", "localhost")
        large.putheader("Content-Length", str(40_000_000))
        large.endheaders()
        assert large.getresponse().status == 413
        large.close()

        forged = asking("127.0.0.9")
        forged.request("GET", "/metrics", headers={"Host": "localhost"})
        assert forged.getresponse().status == 404
        forged.close()
        for each in slow:
            each.close()
