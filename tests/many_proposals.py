"""Programmes of two invented councils with as many proposals and facts as one asks for.

Everything in them is synthetic and says so.  Each proposal has steps, meetings, money, posts and
papers in about the numbers of the sample programmes; passages fill the rest.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from invented import ASHBY, BRAE, Council, write

COUNCILS = (ASHBY, BRAE)
_Facts = dict[str, list[dict[str, Any]]]
_TOPICS = ("purpose", "summary", "background", "proposals", "engagement", "finance")
_HEADINGS = ("Financial Implications", "Legal Implications", "Risk Management")


def write_many(folder: Path, proposals: int, facts: int) -> Path:
    """Write a programme folder with so many proposals and, all kinds together, so many facts.

    Raises ValueError where so many proposals need more facts than that.
    """
    write(folder, COUNCILS)
    held: _Facts = {"bodies": [_body(council) for council in COUNCILS]}
    for number in range(1, proposals + 1):
        for kind, fact in _of_proposal(number):
            held.setdefault(kind, []).append(fact)
    kept = 4 + 1  # packages and their count stay as `write` made them
    missing = facts - kept - sum(map(len, held.values()))
    if missing < 0:
        raise ValueError(f"{proposals} proposals take {-missing} facts more than {facts}")
    held["passages"] = [_passage(number, proposals) for number in range(missing)]
    (folder / "milestones.csv").unlink()
    for kind, rows in held.items():
        text = yaml.dump(rows, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")
    return folder


def _of_proposal(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    name = f"service-{number}"
    codes = [council.code for council in COUNCILS]
    common = {"source": f"ashby {number}", "owner": "programme"}
    of_it = common | {"proposal": name}
    yield (
        "proposals",
        common
        | {
            "id": name,
            "name": f"Service {number} together",
            "parties": codes,
            "stage": "due diligence",
            "summary": f"One team for service {number}.",
        },
    )
    for standing in ("benchmark", "possible", "proposed"):
        option = {"id": f"{name}-{standing}", "name": f"Option {standing}", "standing": standing}
        yield "options", of_it | option | {"model": standing, "description": "Invented."}
    for each in range(4):
        benefit = {"id": f"{name}-benefit-{each}", "text": f"Invented benefit {each}"}
        yield "benefits", of_it | benefit
        promise = {"id": f"{name}-promise-{each}", "text": f"Do {each}", "due": "June 2026"}
        yield "undertakings", of_it | promise | {"made_by": "Director", "made_to": "Board"}
    for each, month in enumerate(("March", "April", "May", "June")):
        milestone = {"id": f"{name}-milestone-{each}", "description": f"Invented {each}"}
        yield "milestones", of_it | milestone | {"expected": f"{month} 2026"}
    post = {"id": f"{name}-post", "title": f"Head of service {number}"}
    shares = [{"authority": code, "percent": "50"} for code in codes]
    yield "posts", of_it | post | {"shares": shares}
    for council in COUNCILS:
        yield from _of_council(council, number, name)


def _of_council(council: Council, number: int, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    code = council.code
    assert council.meets is not None
    of_it = {"source": f"{code} {number}", "proposal": name, "authority": code}
    body, meeting = f"{code}-decides", f"{name}-{code}-meets"
    yield (
        "meetings",
        {
            "id": meeting,
            "source": f"{code} {number}",
            "body": body,
            "held_on": council.meets.isoformat(),
            "assumed": "The meeting day is invented.",
        },
    )
    for kind in ("trade union briefing", "listening"):
        step = {"id": f"{name}-{code}-{kind.split()[0]}", "kind": kind, "name": kind.capitalize()}
        yield "steps", of_it | step | {"expected": "March 2026"}
    step = {"id": f"{name}-{code}-decision", "kind": "decision", "name": "Decision"}
    yield "steps", of_it | step | {"body": body, "meeting": meeting, "approves": "yes"}
    yield (
        "savings",
        of_it
        | {
            "id": f"{name}-{code}-saving",
            "number": str(number),
            "name": f"Service {number}",
            "unit": "£000",
            "cash_limit_year": "2025/26",
            "cash_limit": "900",
            "full_year_saving": "(200)",
            "revised_cash_limit": "700",
            "phasing": [
                {"year": "2026/27", "amount": "(150)"},
                {"year": "2027/28", "amount": "(200)", "cumulative": "yes"},
            ],
        },
    )
    paper = {"id": f"{name}-{code}-paper", "title": f"Service {number}", "body": body}
    yield "papers", of_it | paper | {"dated": "5 January 2026", "report_of": "Director"}
    for heading in _HEADINGS:
        key = f"{name}-{code}-{heading.split()[0].lower()}"
        implication = {"id": key, "source": f"{code} {number}", "paper": f"{name}-{code}-paper"}
        yield "implications", implication | {"heading": heading, "text": "Invented."}


def _body(council: Council) -> dict[str, Any]:
    return {
        "id": f"{council.code}-decides",
        "source": f"{council.code} 1",
        "name": f"{council.name} {council.body_kind.capitalize()}",
        "kind": council.body_kind,
        "power": "decides",
        "authority": council.code,
    }


def _passage(number: int, proposals: int) -> dict[str, Any]:
    proposal, place = number % proposals + 1, number // proposals
    return {
        "id": f"passage-{number}",
        "source": f"ashby {proposal}",
        "proposal": f"service-{proposal}",
        "topic": _TOPICS[place % len(_TOPICS)],
        "text": f"Invented words {number} on service {proposal}, in two lines. " * 3,
    }
