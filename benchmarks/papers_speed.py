"""How long papers take: one in every edition, and a programme of 35 proposals and two councils.

Prints medians, each beside LibreOffice turning the same Word file into a PDF in the same run (or a
bare Python start where it is not here), because machines differ: quote the ratio.  Run it with
`make bench`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))

from many_proposals import write_many  # noqa: E402 - the path comes first
from moothall.case.case import make_case  # noqa: E402
from moothall.documents.document import Document  # noqa: E402
from moothall.files.law import read_law  # noqa: E402
from moothall.files.programme_folder import read_programme  # noqa: E402
from moothall.render.editions import SUFFIXES, edition_of  # noqa: E402

RUNS = 7
PROPOSALS = (8, 35)
FACTS_A_PROPOSAL = 40


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def measured(*command: str) -> tuple[float, float]:
    """The wall time of a whole process, and the most memory in MB that it or one of those that it
    started took."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def sample() -> Document:
    """A paper of 14 pages with two drawings."""
    programme = read_programme(ROOT / "examples" / "stockport-tameside")
    case = make_case(programme, read_law(), date(2022, 2, 15))
    document = case.paper("early-years-leadership", "stockport").document
    if document is None:
        raise SystemExit("the sample has no paper of Stockport any more: choose another")
    return document


def peer(folder: Path, word: Path) -> tuple[str, Callable[[], object]]:
    soffice = shutil.which("soffice")
    if soffice is None:
        return "a bare Python start (LibreOffice is NOT here)", lambda: run(
            sys.executable, "-c", "pass"
        )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return "LibreOffice: that Word file as PDF", lambda: run(
        *(soffice, profile, "--headless", "--convert-to", "pdf"),
        *("--outdir", str(folder), str(word)),
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = sample()
        first = {suffix: seconds(lambda s=suffix: edition_of(document, s)) for suffix in SUFFIXES}
        word = folder / "paper.docx"
        word.write_bytes(edition_of(document, "docx"))
        called, convert = peer(folder, word)
        convert()  # it makes its profile the first time
        beside = statistics.median(seconds(convert) for _ in range(3))
        warm = {
            suffix: statistics.median(
                seconds(lambda s=suffix: edition_of(document, s)) for _ in range(RUNS)
            )
            for suffix in SUFFIXES
        }
        print(f"{'one paper of 14 pages with drawings':44} {'first, s':>9} {'warm, s':>9} {'÷':>7}")
        for suffix in SUFFIXES:
            took = warm[suffix]
            print(f"{suffix:44} {first[suffix]:9.3f} {took:9.3f} {took / beside:7.3f}")
        whole = sum(warm.values())
        print(
            f"{'all three':44} {sum(first.values()):9.3f} {whole:9.3f} {whole / beside:7.3f}"
            "  aim under 1.0 s warm"
        )
        print(f"{called:44} {'':9} {beside:9.3f} {1:7.3f}")
        many(folder, beside)


def many(folder: Path, beside: float) -> None:
    """Two sizes of programme, so that one sees whether memory grows with the number of papers."""
    print(
        f"\n{'moothall papers, whole process':44} {'s':>9} {'÷':>7} {'a paper, ms':>12} {'MB':>6}"
    )
    for proposals in PROPOSALS:
        programme = folder / f"of-{proposals}"
        write_many(programme, proposals, proposals * FACTS_A_PROPOSAL)
        out = folder / f"papers-{proposals}"
        took, most = measured(
            *(str(ROOT / ".venv" / "bin" / "moothall"), "papers", str(programme)),
            *("--out", str(out), "--as-at", "2026-05-01"),
        )
        papers = sum(1 for _ in out.rglob("*.pdf"))
        files = sum(1 for _ in out.rglob("*.*"))
        aim = "  aim under 60 s on two cores, memory flat" if proposals == PROPOSALS[-1] else ""
        label = f"{proposals} proposals, 2 councils: {files} files"
        print(
            f"{label:44} {took:9.2f} {took / beside:7.2f} {took / papers * 1000:12.0f} "
            f"{most:6.0f}{aim}"
        )


if __name__ == "__main__":
    main()
