"""Papers written to files by several processes, whatever becomes of one of them.

Papers on one proposal go to one process, because they share their drawings.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from moothall.documents.document import Document

# Below this a second process costs more than it saves.
_WORTH_PROCESSES = 6


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written: `stem` is its file without suffix, `name` what people call it."""

    name: str
    stem: Path
    document: Document


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a job: the files written, and why any edition was not."""

    name: str
    files: tuple[Path, ...]
    failed: tuple[str, ...] = ()


def write_all(
    groups: Sequence[Sequence[Job]], suffixes: Sequence[str], processes: int | None = None
) -> Iterator[Written]:
    """Write every job in every edition, and tell of each as it is done.

    A job that fails says why and keeps no other from being written.
    """
    count = sum(map(len, groups))
    most = processes or os.cpu_count() or 1
    if count < _WORTH_PROCESSES or min(most, len(groups)) == 1:
        for group in groups:
            for job in group:
                yield _write(job, suffixes)
        return
    left = deque(groups)
    unfinished = yield from _in_processes(left, suffixes, min(most, len(groups)))
    # A process was ended from outside, perhaps for want of memory.  Each in a process of its own
    # shows which it was, and the others are written all the same.
    for group in [*unfinished, *left]:
        for job in group:
            yield _alone(job, suffixes)


def _in_processes(
    left: deque[Sequence[Job]], suffixes: Sequence[str], workers: int
) -> Generator[Written, None, list[Sequence[Job]]]:
    """Work through the groups; return those that were under way when a process was ended."""
    # Not forked: a renderer's own threads would not be there in the copy.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        under_way: dict[Future[list[Written]], Sequence[Job]] = {}
        while left or under_way:
            while left and len(under_way) < workers + 1:
                group = left.popleft()
                try:
                    under_way[pool.submit(_write_group, group, suffixes)] = group
                except BrokenProcessPool:
                    return [group, *under_way.values()]
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                try:
                    written = future.result()
                except BrokenProcessPool:
                    return list(under_way.values())
                del under_way[future]
                yield from written
    return []


def _alone(job: Job, suffixes: Sequence[str]) -> Written:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(_write, job, suffixes).result()
        except BrokenProcessPool:
            why = "the process that wrote it was ended from outside; is there memory enough?"
            return Written(job.name, (), (why,))


def _write_group(group: Iterable[Job], suffixes: Sequence[str]) -> list[Written]:
    return [_write(job, suffixes) for job in group]


def _write(job: Job, suffixes: Sequence[str]) -> Written:
    from moothall.render.editions import edition_of

    files: list[Path] = []
    failed: list[str] = []
    for suffix in suffixes:
        # Not with_suffix: an id may hold a dot.
        path = job.stem.parent / f"{job.stem.name}.{suffix}"
        try:
            content = edition_of(job.document, suffix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            failed.append(f"{suffix}: {error.filename or path}: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - one paper must not take the others with it
            failed.append(f"{suffix}: {str(error) or type(error).__name__}")
        else:
            files.append(path)
    return Written(job.name, tuple(files), tuple(failed))
