"""How long a case takes: whole cold processes, and the stages after reading.

Prints medians of several runs, each beside a bare Python start in the same run, because machines
differ: quote the ratio.  Run it with `make bench`.
"""

import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = {"stockport-tameside": "2022-02-15", "cambridgeshire-peterborough": "2018-10-01"}
RUNS = 7


def seconds(*command: str) -> float:
    """The wall time of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def median_beside_bare_start(*command: str) -> tuple[float, float]:
    """Medians (command, bare Python start), run in turn."""
    pairs = [(seconds(*command), seconds(sys.executable, "-c", "pass")) for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def main() -> None:
    moothall = str(ROOT / ".venv" / "bin" / "moothall")
    rows = [("moothall --help", (moothall, "--help"), "under 0.3 s")]
    rows += [
        (
            f"moothall case {name}",
            (moothall, "case", f"examples/{name}", "--as-at", day),
            "under 1.0 s",
        )
        for name, day in SAMPLES.items()
    ]
    print(f"{'whole cold process, median of ' + str(RUNS):52} {'s':>7} {'÷ bare Python':>14}  aim")
    for label, command, aim in rows:
        took, bare = median_beside_bare_start(*command)
        print(f"{label:52} {took:7.3f} {took / bare:14.1f}  {aim}")

    from moothall.case.case import make_case
    from moothall.files.law import read_law
    from moothall.files.programme_folder import read_programme

    print(f"\n{'in one process':52} {'ms':>7}")
    for name, day in SAMPLES.items():
        start = time.perf_counter()
        programme = read_programme(ROOT / "examples" / name)
        law = read_law()
        read = time.perf_counter()
        make_case(programme, law, date.fromisoformat(day))
        first = time.perf_counter()
        again = []
        for _ in range(RUNS):
            begin = time.perf_counter()
            make_case(programme, law, date.fromisoformat(day))
            again.append(time.perf_counter() - begin)
        print(f"{name + ', reading':52} {(read - start) * 1000:7.1f}")
        print(f"{name + ', stages after reading, first time':52} {(first - read) * 1000:7.1f}")
        print(
            f"{name + ', stages after reading, again':52} {statistics.median(again) * 1000:7.1f}"
            "  aim under 50"
        )


if __name__ == "__main__":
    main()
