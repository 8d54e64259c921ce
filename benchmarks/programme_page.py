"""How long the server takes for a programme's page, on both databases.

An invented programme of two councils with 35 proposals and 2,000 facts, as its programme manager
sees it, on an installation made for this run, with all of the site's own settings.  Prints medians
beside the barest page of the site (/health) in the same run, because machines differ: quote the
ratio.  A worker's first answer, which reads the rows and makes the case, is printed apart.
PostgreSQL is the server that MOOTHALL_TEST_DATABASE names.  Run it with `make bench`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "web")]
MOOTHALL = str(ROOT / ".venv" / "bin" / "moothall")
PROPOSALS, FACTS = (5, 35), 2_000
PAGE = "/programmes/three-towns/"
RUNS = 60
AIM = 60  # ms


def main() -> None:
    from throwaway import SERVER, empty_database

    print(f"{'programme page, 2,000 facts, median of ' + str(RUNS):48} {'ms':>7} {'÷ bare':>7}")
    with tempfile.TemporaryDirectory() as folder:
        report("SQLite", Path(folder), "")
    if not SERVER:
        print("PostgreSQL: no server; `make bench` starts one")
        return
    with tempfile.TemporaryDirectory() as folder, empty_database() as address:
        report("PostgreSQL", Path(folder), address)


def report(database: str, folder: Path, address: str) -> None:
    """Print what one database takes for few and for many proposals."""
    queries = {}
    for proposals in PROPOSALS:
        found = measured(folder, address, proposals)
        queries[proposals] = found["queries"]
        aim = f"aim under {AIM}" if proposals == max(PROPOSALS) else ""
        for label, name in (("", "again"), (", a worker's first", "first")):
            took = found[name]
            words = f"{database}, {proposals} proposals{label}"
            print(f"{words:48} {took:7.1f} {took / found['bare']:7.1f}  {aim}")
            aim = ""
    few, many = queries.values()
    print(f"{database}: {few} and {many} queries with {' and '.join(map(str, queries))} proposals")


def measured(folder: Path, address: str, proposals: int) -> dict[str, Any]:
    """What a process of its own measures, as a worker of the site would be."""
    from many_proposals import write_many

    programme = write_many(folder / f"of-{proposals}", proposals, FACTS)
    environment = os.environ | {
        "MOOTHALL_VAR": str(folder / "var"),
        "MOOTHALL_DATABASE": address,
        "DJANGO_SETTINGS_MODULE": "moothall_web.settings",
    }
    for command in ((MOOTHALL, "setup"), (MOOTHALL, "load", str(programme))):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    told = subprocess.run(
        (sys.executable, __file__, "measure"), check=True, capture_output=True, env=environment
    )
    return dict(json.loads(told.stdout))


def measure() -> None:
    """Ask for the page as somebody who is signed in; print the times in ms and the queries."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from moothall_web.people.models import Person

    client = Client(HTTP_HOST="localhost")
    client.force_login(Person.objects.get(username="ashby-programme-manager"))

    def milliseconds(path: str) -> float:
        start = time.perf_counter()
        answer = client.get(path)
        took = time.perf_counter() - start
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}")
        return took * 1000

    milliseconds("/")  # what a worker loads once
    first = milliseconds(PAGE)
    pairs = [(milliseconds(PAGE), milliseconds("/health")) for _ in range(RUNS)]
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE)
    found = {
        "first": first,
        "again": statistics.median(again for again, _ in pairs),
        "bare": statistics.median(bare for _, bare in pairs),
        "queries": len(queries),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
