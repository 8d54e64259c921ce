"""Several processes change facts at once, on both databases: nothing may be lost or refused.

Each writer is a person who reads a fact and changes it, again and again, through the same action
that the site's form calls.  Every change also writes the programme's row and the end of the record,
so that all of them meet there.  Afterwards every change is there, the record is whole, and no
writer has met a lock error.  Ends with 1 if not.  PostgreSQL is the server that
MOOTHALL_TEST_DATABASE names.  Run it with `make bench`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "web")]
MOOTHALL = str(ROOT / ".venv" / "bin" / "moothall")
WRITERS, EACH = 4, 300
CODE = "three-towns"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=EACH, help="changes of each writer")
    parser.add_argument("--on", choices=("SQLite", "PostgreSQL"), help="both unless said otherwise")
    parser.add_argument("--write", type=int, metavar="N", help="be the writer number N")
    options = parser.parse_args()
    if options.write is not None:
        write(options.write, options.each)
        return 0
    from throwaway import SERVER, empty_database

    good = []
    if options.on != "PostgreSQL":
        with tempfile.TemporaryDirectory() as folder:
            good.append(report("SQLite", Path(folder), "", options.each))
    if options.on != "SQLite" and SERVER:
        with tempfile.TemporaryDirectory() as folder, empty_database() as address:
            good.append(report("PostgreSQL", Path(folder), address, options.each))
    elif options.on != "SQLite":
        print("PostgreSQL: no server; `make bench` starts one")
    return 0 if all(good) else 1


def report(database: str, folder: Path, address: str, each: int) -> bool:
    """Let the writers write, print how it went, and say whether all is as it should be."""
    from invented import write as write_folder

    environment = os.environ | {
        "MOOTHALL_VAR": str(folder / "var"),
        "MOOTHALL_DATABASE": address,
        "DJANGO_SETTINGS_MODULE": "moothall_web.settings",
    }
    programme = write_folder(folder / CODE, packages=WRITERS)
    load = (MOOTHALL, "load", str(programme))
    subprocess.run(load, check=True, stdout=subprocess.DEVNULL, env=environment)

    start = time.perf_counter()
    command = (sys.executable, __file__, "--each", str(each), "--write")
    writers = [
        subprocess.Popen((*command, str(number)), stdout=subprocess.PIPE, env=environment)
        for number in range(WRITERS)
    ]
    told = [json.loads(writer.communicate()[0] or "{}") for writer in writers]
    took = time.perf_counter() - start

    verified = subprocess.run(
        (MOOTHALL, "audit", "verify"), check=False, capture_output=True, text=True, env=environment
    )
    errors = [error for each_told in told for error in each_told.get("errors", ["did not end"])]
    kept = sum(each_told.get("kept", 0) for each_told in told)
    times = sorted(ms for each_told in told for ms in each_told.get("times", [])) or [0.0]
    print(
        f"{database}: {WRITERS} writers × {each} changes: {kept} kept, {len(errors)} errors, "
        f"{kept / took:.0f} a second; one takes {statistics.median(times):.1f} ms, "
        f"at worst {times[-1]:.0f} ms"
    )
    print(f"{database}: {(verified.stderr or verified.stdout).strip().splitlines()[-1]}")
    for error in sorted(set(errors)):
        print(f"{database}: {error}")
    return not errors and kept == WRITERS * each and verified.returncode == 0


def write(number: int, each: int) -> None:
    """Change one package's name `each` times, each time from what stands there."""
    import django

    django.setup()
    from django.db import DatabaseError

    from moothall_web.facts.actions import change_fact
    from moothall_web.facts.models import Fact
    from moothall_web.people.models import Person
    from moothall_web.people.scope import scope_of
    from moothall_web.row_scope import within

    person = Person.objects.get(username="ashby-programme-manager")
    key = f"package-{number}"
    errors, times = [], []
    for turn in range(each):
        start = time.perf_counter()
        try:
            with within(scope_of(person)):
                row = Fact.objects.get(kind="packages", key=key)
                payload = row.payload | {"name": f"Package {number}, change {turn}"}
                change_fact(person, CODE, "packages", key, payload, row.version, why="a benchmark")
        except DatabaseError as error:
            errors.append(f"{type(error).__name__}: {error}")
        times.append((time.perf_counter() - start) * 1000)
    with within(scope_of(person)):
        kept = Fact.objects.get(kind="packages", key=key).version - 1
    print(json.dumps({"kept": kept, "errors": errors, "times": times}))


if __name__ == "__main__":
    sys.exit(main())
