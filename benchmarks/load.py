"""Fifty people read and five write for a minute; then a thousand look at the public site.

On an installation made for this run, with both sample programmes and `moothall serve` as it is
delivered, on this machine's cores, which the readers share with it.  Whoever reads has signed in,
acts for one of four councils, and looks at a page for 2 to 8 seconds before the next; whoever
writes opens a form, types as long, saves and looks at what came of it, in the same programmes that
the others read.  The public looks at a page for 10 to 30 seconds.  They arrive over some seconds,
which are not counted, then a minute is.

Prints milliseconds by kind of page, beside the barest page (/health) asked twice a second in the
same run: machines differ, quote the ratio.  Ends with 1 where an answer was an error, where a saved
text is not in the facts and in the record, or where the record is not whole.  PostgreSQL is the
server that MOOTHALL_TEST_DATABASE names; without one it is SQLite.  Run it with `make bench`.
"""

import argparse
import asyncio
import os
import random
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from time import monotonic
from typing import Any

from crowd.browser import Browser
from crowd.house import House, house
from crowd.people import Diary, Haste, Pages, Writer, read, write
from crowd.told import BARE, at, table, troubles

AIM = 400  # ms, for 95 of 100 answers to those who have signed in
READING, WRITING, LOOKING = Haste(2, 8), Haste(2, 8), Haste(10, 30)
BARE_ASKED = Haste(0.5, 0.5)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="that are counted; 60")
    parser.add_argument("--readers", type=int, default=50, help="who have signed in; 50")
    parser.add_argument("--public", type=int, default=1_000, help="who look from outside; 1,000")
    parser.add_argument("--seed", type=int, default=8, help="of what people do by chance")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a setting to try"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as held:
        address = ""
        if os.environ.get("MOOTHALL_TEST_DATABASE"):
            import crowd.house  # noqa: F401 - names where the tests' own modules are
            from throwaway import empty_database

            address = held.enter_context(empty_database())
        tried = dict(each.split("=", 1) for each in options.set)
        made = held.enter_context(house(address, **tried))
        database = "PostgreSQL" if address else "SQLite"
        print(f"{database}, {os.cpu_count()} cores, whose load is {os.getloadavg()[0]:.1f}\n")
        made.serve()
        made.work()
        good = [signed_in(made, options.readers, options.seconds, options.seed)]
        if options.public:
            good.append(looking_in(made, options.public, options.seconds, options.seed))
    return 0 if all(good) else 1


def signed_in(made: House, number: int, seconds: float, seed: int) -> bool:
    """Let people read and write; print how it was, and say whether all is as it should be."""
    people = made.inside("readers", number=number)
    writers = [
        Writer(Browser(made.port, {"sessionid": each["session"]}), each["address"], each["name"])
        for each in made.inside("writers")
    ]

    def going(diary: Diary, until: float) -> list[Coroutine[Any, Any, None]]:
        chances = [random.Random(f"{seed} {place}") for place in range(number + len(writers))]  # noqa: S311 - a run that can be had again
        reading = [
            read(
                Browser(made.port, {"sessionid": each["session"]}),
                [(kind, path) for kind, path in each["pages"]],
                READING,
                diary,
                until,
                chance,
            )
            for each, chance in zip(people, chances, strict=False)
        ]
        return reading + [
            write(each, WRITING, diary, until, chance)
            for each, chance in zip(writers, chances[number:], strict=True)
        ]

    print(f"{number} people who have signed in read, {len(writers)} write, {seconds:.0f} s")
    diary, bare = _with_cores(made, lambda: asyncio.run(_run(made.port, going, READING, seconds)))
    wrong = [*troubles(diary), *troubles(bare)]
    wrong += made.inside("kept", written=[each.told() for each in writers])
    verified = made.moothall("audit", "verify", check=False)
    if verified.returncode:
        wrong.append(verified.stderr.strip())
    _print(diary, bare, wrong, made)
    saved = sum(len(each.saved) for each in writers)
    times = [ms for kind in diary.took.values() for ms in kind]
    print(
        f"{saved} texts saved; each is in its fact's record once, and the record is whole: "
        f"{'no' if wrong else 'yes'}"
    )
    print(f"95 of 100 answers were there after {at(0.95, times):.0f} ms; the aim is {AIM}\n")
    return not wrong and saved > 0


def looking_in(made: House, number: int, seconds: float, seed: int) -> bool:
    """Let the public look at what is published; print how it was."""
    pages: Pages = [(kind, path) for kind, path in made.inside("show")]

    def going(diary: Diary, until: float) -> list[Coroutine[Any, Any, None]]:
        return [
            read(
                Browser(made.port),
                pages,
                LOOKING,
                diary,
                until,
                random.Random(f"{seed} public {place}"),  # noqa: S311 - as above
            )
            for place in range(number)
        ]

    print(f"{number} of the public read what is published, {seconds:.0f} s")
    diary, bare = _with_cores(made, lambda: asyncio.run(_run(made.port, going, LOOKING, seconds)))
    wrong = [*troubles(diary), *troubles(bare)]
    _print(diary, bare, wrong, made)
    return not wrong


def _with_cores(made: House, let_in: Callable[[], tuple[Diary, Diary]]) -> tuple[Diary, Diary]:
    """Let a crowd in, and print what the site had of the machine's cores meanwhile.

    Threads that wait for one another count as waiting too; where it waits much longer than it
    computes, something else had the cores, and the times say little of the site.
    """
    before = made.cores()
    found = let_in()
    computed, waited = (now - then for now, then in zip(made.cores(), before, strict=True))
    print(f"the site computed for {computed:.1f} s and waited {waited:.1f} s for a core")
    return found


async def _run(port: int, going: Any, haste: Haste, seconds: float) -> tuple[Diary, Diary]:
    """Let a crowd in, and count once it has arrived."""
    arrived = monotonic() + haste.most
    until = arrived + seconds
    diary, bare = Diary(since=arrived), Diary(since=arrived)
    peer = read(Browser(port), [(BARE, "/health")], BARE_ASKED, bare, until, random.Random(0))  # noqa: S311 - as above
    await asyncio.gather(*going(diary, until), peer)
    return diary, bare


def _print(diary: Diary, bare: Diary, wrong: list[str], made: House) -> None:
    print(table(diary, bare))
    print(
        f"while they arrive: {len(diary.arriving)} answers, median {at(0.5, diary.arriving):.0f} "
        f"ms, p95 {at(0.95, diary.arriving):.0f} ms"
    )
    wrong += [f"the log: {fault}" for fault in made.faults()]
    for each in wrong[:20]:
        print(f"WRONG: {each}")


if __name__ == "__main__":
    sys.exit(main())
