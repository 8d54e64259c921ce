"""Two councils' sign-ins that run beside the tests: `provider.mjs`, told who is in which group."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from django.test import Client

from moothall_web.tenants import Tenant

HERE = Path(__file__).parent
FINANCE, LEGAL, BRAE_FINANCE = "group-finance", "group-legal", "brae-group-finance"
GROUPS = {
    "ashby": {FINANCE: ("finance",), LEGAL: ("legal", "democratic-services"), "group-it": ("it",)},
    "brae": {BRAE_FINANCE: ("finance",)},
}


class Directories:
    """The provider, and everybody in it: by tenant and login, what a token says of them."""

    def __init__(self, port: int) -> None:
        self.base = f"http://localhost:{port}"
        self.people: dict[str, dict[str, dict[str, Any]]] = {"ashby": {}, "brae": {}}

    def tenants(self) -> tuple[Tenant, ...]:
        """Both councils, as the file of an installation would name them."""
        return tuple(
            Tenant(
                id=code,
                name=code.capitalize(),
                council=code,
                tenant=f"tid-{code}",
                server_url=f"{self.base}/{code}",
                client_id=f"moothall-{code}",
                secret=f"secret of {code}",
                groups=groups,
            )
            for code, groups in GROUPS.items()
        )

    def serve(self, site: str) -> None:
        """Let the provider send people back to this site."""
        self._tell({code: f"{site}/sign-in/with/{code}/back/" for code in self.people})

    def has(self, tenant: str, login: str, *groups: str, **more: Any) -> None:
        """Somebody is in these groups there."""
        held = {"oid": f"oid of {login}", "name": login.title(), "groups": list(groups)}
        self.people[tenant][login] = held | more
        self._tell({})

    def _tell(self, redirects: dict[str, str]) -> None:
        told = {"people": self.people, "redirects": redirects}
        requests.post(f"{self.base}/_people", json=told, timeout=10).raise_for_status()

    def begin(self, client: Client, tenant: str, to: str = "") -> str:
        """Press the button; where the browser is sent."""
        answer = client.post(f"/sign-in/with/{tenant}/", {"next": to})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    def sign_in_there(self, address: str, login: str) -> str:
        """What a person does at the council's own sign-in; the path that leads back from there."""
        browser = requests.Session()
        page = browser.get(address, timeout=10)
        page.raise_for_status()
        answer = browser.post(page.url, data={"login": login}, timeout=10, allow_redirects=False)
        while answer.headers["Location"].startswith(("/", self.base)):
            to = urljoin(answer.url, answer.headers["Location"])
            answer = browser.get(to, timeout=10, allow_redirects=False)
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"

    def sign_in(self, client: Client, tenant: str, login: str, to: str = "") -> Any:
        """The whole way; the answer that comes back with."""
        return client.get(self.sign_in_there(self.begin(client, tenant, to), login))


@contextmanager
def running() -> Iterator[Directories]:
    """The provider, until the block ends."""
    node = shutil.which("node")
    assert node, "the council's sign-in of the tests needs Node.js"
    with subprocess.Popen(
        [node, str(HERE / "provider.mjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            assert process.stdout is not None
            port = json.loads(process.stdout.readline())["port"]
            yield Directories(port)
        finally:
            process.terminate()
            process.wait(timeout=10)
