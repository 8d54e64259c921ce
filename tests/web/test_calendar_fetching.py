"""Fetching a calendar: politely, within limits, and from nowhere inside."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from calendar_server import Site, site

from moothall_web.calendars import fetching
from moothall_web.calendars.fetching import FetchError, fetch
from runaway import comes_to_an_end

TEXT = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def council(settings: Any) -> Iterator[Site]:
    settings.CALENDARS_FROM_THIS_MACHINE = True
    with site() as held:
        yield held


def refused(address: str) -> str:
    with pytest.raises(FetchError) as error:
        fetch(address)
    assert error.value.cure
    return str(error.value)


def test_a_calendar_is_fetched_by_a_program_that_says_who_it_is(council: Site):
    address = council.holds("/a.ics", TEXT, Content_Type="application/octet-stream")

    assert fetch(f"{address}?x=1") == TEXT
    path, headers = council.asked[0]
    assert path == "/a.ics?x=1"
    assert headers["User-Agent"].startswith("Moothall/")
    assert "calendars" in headers["User-Agent"]
    assert headers["Host"] == council.address.removeprefix("http://")
    assert "Cookie" not in headers


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (403, "refuses to answer programs (403). Some councils' sites answer no programs"),
        (404, "has nothing at this address"),
        (429, "asks to be left alone"),
        (500, "answers with an error (500)"),
        (204, "answers with an error (204)"),
    ],
)
def test_what_a_site_refuses_is_told_with_what_to_do_instead(council: Site, status: int, told: str):
    assert told in refused(council.holds("/a.ics", b"", status))


@comes_to_an_end()
def test_a_slow_site_is_given_up_however_it_drips(council: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 0.4)

    assert "did not answer within" in refused(f"{council.address}/slow")


def test_a_site_that_takes_the_question_and_says_nothing_is_given_up(
    council: Site, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        assert "did not answer" in refused(f"http://127.0.0.1:{silent.getsockname()[1]}/a.ics")


def test_an_answer_without_an_end_is_broken_off_at_the_limit(
    council: Site, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)

    assert "sends more than 1 MB" in refused(f"{council.address}/huge")


def test_an_answer_that_breaks_off_is_no_calendar(council: Site):
    address = council.holds("/a.ics", TEXT, Content_Length=str(len(TEXT) + 50))

    assert "broke off" in refused(address)


def test_a_redirect_on_the_same_host_is_followed(council: Site):
    council.holds("/b.ics", TEXT)
    address = council.holds("/a.ics", b"", 302, Location="/b.ics")

    assert fetch(address) == TEXT


@pytest.mark.parametrize(
    "to", ["https://elsewhere.example/a.ics", "http://169.254.169.254/latest", "ftp://127.0.0.1/a"]
)
def test_a_redirect_to_another_place_is_not_followed(council: Site, to: str):
    assert "leads on to" in refused(council.holds("/a.ics", b"", 302, Location=to))


def test_redirects_without_an_end_are_given_up(council: Site):
    address = council.holds("/a.ics", b"", 302, Location="/a.ics")

    assert "without an end" in refused(address)
    assert len(council.asked) == fetching.MOST_REDIRECTS + 1


def test_a_packed_answer_is_not_unpacked(council: Site):
    assert "answers packed" in refused(
        council.holds("/a.ics", b"\x1f\x8b", Content_Encoding="gzip")
    )


def test_nobody_there_is_told(council: Site):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    assert "could not be asked" in refused(f"http://127.0.0.1:{port}/a.ics")


# --- From nowhere inside --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "http://democracy.example/a.ics",
        "file:///etc/passwd",
        "ftp://democracy.example/a.ics",
        "/a.ics",
        "",
        "https://",
        "https://[::1",
    ],
)
def test_only_https_is_asked(address: str):
    assert "begins with https://" in refused(address)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254"),
        *("0.0.0.0", "100.64.0.1", "224.0.0.1", "2130706433", "0x7f000001"),  # noqa: S104
        *("[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::a00:1]"),
        *("[2002:7f00:1::]",),
    ],
)
def test_nothing_inside_a_network_is_asked(host: str, monkeypatch: pytest.MonkeyPatch):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket, "create_connection", never)
    told = refused(f"https://{host}/a.ics")

    assert "inside a network" in told or "There is no" in told


def test_a_host_with_one_address_inside_is_not_asked(monkeypatch: pytest.MonkeyPatch):
    both = [(2, 1, 6, "", ("93.184.216.34", 443)), (2, 1, 6, "", ("10.0.0.7", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

    assert "inside a network" in refused("https://democracy.example/a.ics")


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch):
    asked: list[object] = []
    one = [(2, 1, 6, "", ("93.184.216.34", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: one)

    def connect(to: object, **_: object) -> None:
        asked.append(to)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)

    assert "could not be asked" in refused("https://democracy.example/a.ics")
    assert asked == [("93.184.216.34", 443)]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://name:word@democracy.example/", "holds a password"),
        ("https://democracy.example:8443/", "names a port"),
        ("https://democracy.example/" + "a" * 3_000, "is too long"),
        ("https://example.com/a b", "holds a blank"),
    ],
)
def test_strange_addresses_are_refused(address: str, told: str):
    assert told in refused(address)
