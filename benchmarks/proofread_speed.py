"""How long proofreading takes, and whether memory stays flat over many reports.

A made-up report of 40 pages and 60 tables stands in for a large one; where MOOTHALL_SHARED is set
the five source documents are timed too.  Times are medians beside a bare Python start in one run.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from moothall.files.reports.text import read_plain_text
from moothall.proofread.rules import proofread_all

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
MANY = 1000


def large_report(pages: int = 40, tables: int = 60) -> str:
    """Numbered paragraphs and tables that cast, as a budget report has them."""
    lines = ["**BUDGET REPORT**", ""]
    for page in range(1, pages + 1):
        lines += [f"{page}. SERVICE {page}", ""]
        for number in range(1, 9):
            sentence = (
                f"{page}.{number} Spending on service {page} rose from £{page},{number}00 to "
                f"£{page},{number}50 in the year, and the committee asked for a further report "
                "on what the change means for residents, staff and partners of the council."
            )
            lines += [sentence, ""]
        for table in range(tables * page // pages - tables * (page - 1) // pages):
            rows = [(f"Line {row}", 100 * row + table, 10 * row) for row in range(1, 15)]
            gross, income = sum(r[1] for r in rows), sum(r[2] for r in rows)
            lines += ["Service\tGross £000\tIncome £000\tNet £000"]
            lines += [f"{n}\t{g:,}\t({i:,})\t{g - i:,}" for n, g, i in rows]
            lines += [f"Total\t{gross:,}\t({income:,})\t{gross - income:,}", ""]
    return "\n".join(lines)


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def report(label: str, *command: str) -> None:
    pairs = [(seconds(*command), seconds(sys.executable, "-c", "pass")) for _ in range(RUNS)]
    took, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"{label:58} {took:7.2f} s {took / bare:7.0f} × bare Python   aim under 2 s")


def main() -> None:
    moothall = str(ROOT / ".venv" / "bin" / "moothall")
    if shared := os.environ.get("MOOTHALL_SHARED"):
        files = [str(path) for path in sorted((Path(shared) / "seeds").glob("*.txt"))]
        report("the five source documents together, cold", moothall, "proofread", *files)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        path.write_text(large_report(), encoding="utf-8")
        report("40 pages with 60 tables, cold", moothall, "proofread", str(path))

    text = large_report(pages=2, tables=3)
    peaks = []
    for number in range(MANY):
        proofread_all((read_plain_text(text, f"{number}.txt"),), None, everything=True)
        if number in (MANY // 10, MANY - 1):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    grown = peaks[1] / peaks[0]
    print(
        f"peak memory after {MANY // 10} and {MANY} reports: {peaks[0]:.0f} and {peaks[1]:.0f} MB, "
        f"ratio {grown:.2f}"
    )


if __name__ == "__main__":
    main()
