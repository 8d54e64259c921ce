"""A new database on the tests' PostgreSQL server, for what has to begin with an empty one."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

from moothall_web.postgresql_tools import drop_database

SERVER = os.environ.get("MOOTHALL_TEST_DATABASE", "")
"""The server's address; empty where the tests run on SQLite."""


@contextmanager
def empty_database(*, like: str = "") -> Iterator[str]:
    """The address of a new database, which goes with all it holds; or of a copy of another."""
    template = f" TEMPLATE {urlsplit(like).path[1:]}" if like else ""
    name = f"moothall_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}{template}")
        try:
            yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
        finally:
            drop_database(server.execute, name)
