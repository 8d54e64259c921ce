"""Programmes of three invented councils with other rules, bodies and report formats.

Everything in them is synthetic and says so.  `write` makes a folder; hypothesis varies the parts.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Council:
    """An invented council and the rules that make it differ from its neighbours."""

    code: str
    name: str
    model: str
    call_in_days: int | None
    counts_publication_day: bool | None
    lag: int | None
    meets: date | None
    format: bool = True

    @property
    def body_kind(self) -> str:
        return self.model


ASHBY = Council("ashby", "Ashby", "executive", 3, False, 2, date(2026, 6, 10))
BRAE = Council("brae", "Brae", "committee", 10, False, 0, date(2026, 6, 17))
COMBE = Council("combe", "Combe", "executive", None, None, None, date(2026, 7, 1), format=False)
THREE = (ASHBY, BRAE, COMBE)


def write(
    folder: Path,
    councils: tuple[Council, ...] = THREE,
    *,
    cash_limit: int = 900,
    recurrent: int = 120,
    one_off: int = 30,
    full_year: int = 200,
    packages: int = 4,
    stated_packages: int = 9,
) -> Path:
    """Write a whole programme folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    codes = [council.code for council in councils]
    _yaml(
        folder / "programme.yaml",
        {
            "id": "three-towns",
            "name": "Three Towns shared service (invented)",
            "authorities": codes,
            "summary": "Three invented councils look at one archive service.",
            "synthetic": "yes",
        },
    )
    _yaml(
        folder / "documents.yaml",
        [
            {"id": code, "title": f"Report of {code}", "owner": code, "known_on": "2026-01-05"}
            for code in codes
        ],
    )
    for council in councils:
        _authority(folder, council)
    _yaml(folder / "bodies.yaml", [_body(council) for council in councils])
    _yaml(folder / "proposals.yaml", [_proposal(codes)])
    _yaml(folder / "meetings.yaml", [_meeting(c) for c in councils if c.meets is not None])
    _yaml(folder / "steps.yaml", [_step(council) for council in councils])
    _yaml(
        folder / "savings.yaml",
        [_saving(codes[0], cash_limit, recurrent, one_off, full_year)],
    )
    _yaml(
        folder / "posts.yaml",
        [
            {
                "id": "archivist",
                "source": f"{codes[0]} 4",
                "owner": "programme",
                "proposal": "archive",
                "title": "Shared archivist",
                "shares": _shares(codes),
                "fixed_term": "yes",
                "term": "three years",
                "review": "after a year",
                "review_on": "2027-06-30",
                "notice_months": "3",
            }
        ],
    )
    (folder / "packages.csv").write_text(
        "id,source,name\n"
        + "".join(f"package-{n},{codes[0]} 5,Package {n}\n" for n in range(packages)),
        encoding="utf-8",
    )
    _yaml(
        folder / "package_counts.yaml",
        [{"id": "how-many", "source": f"{codes[0]} 5", "stated": str(stated_packages)}],
    )
    (folder / "milestones.csv").write_text(
        "id,source,proposal,description,expected,output\n"
        f"listen,{codes[0]} 6,archive,Listening,Spring 2026,Report\n"
        f"decide,{codes[0]} 6,archive,Decision,June 2026,Approval\n",
        encoding="utf-8",
    )
    return folder


def _yaml(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    said = repr(content)  # hundreds of tests write the same programme
    if said not in _texts:
        _texts[said] = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    path.write_text(_texts[said], encoding="utf-8")


_texts: dict[str, str] = {}


def _authority(folder: Path, council: Council) -> None:
    period = "call_in" if council.model == "executive" else "standstill"
    flags = {True: "yes", False: "no", None: None}
    values = {
        f"{period}_days": None if council.call_in_days is None else str(council.call_in_days),
        f"{period}_counts_publication_day": flags[council.counts_publication_day],
        "call_in_effective": "next working day" if council.lag == 2 else "next calendar day",
        "publication_lag_longest": None if council.lag is None else str(council.lag),
    }
    name = f"{council.code}-report"
    _yaml(
        folder / "authorities" / f"{council.code}.yaml",
        {
            "code": council.code,
            "name": f"{council.name} Borough Council",
            "short_name": council.name,
            "synthetic": "yes",
            "governance": [
                {
                    "model": council.model,
                    "since": "2015-05-08",
                    "source": "invented",
                    "evidence": "invented",
                }
            ],
            "rules": [
                {
                    "rule": rule,
                    "value": value,
                    "source": "invented",
                    "evidence": "invented",
                    "ask": f"What is {rule} in {council.name}?",
                }
                for rule, value in values.items()
            ],
            "paper_formats": [{"to": council.model, "format": name}] if council.format else [],
            "polls": ["2026-05-07"],
        },
    )
    if council.format:
        _yaml(
            folder / "formats" / f"{name}.yaml",
            {
                "name": name,
                "title": f"{council.name} report",
                "source": "invented",
                "front_style": "lines",
                "numbering": "1.",
                "front": [{"label": "For:", "content": ["to_body"]}],
                "sections": [
                    {"heading": "What is asked", "content": ["recommendations"]},
                    {"heading": "When", "content": ["milestone_table", "route_table"]},
                    {"heading": "Money", "content": ["savings_table", "posts_table"]},
                ],
            },
        )


def _body(council: Council) -> dict[str, object]:
    return {
        "id": f"{council.code}-decides",
        "source": f"{council.code} 1",
        "name": f"{council.name} {council.body_kind.capitalize()}",
        "kind": council.body_kind,
        "power": "decides",
        "authority": council.code,
    }


def _proposal(codes: list[str]) -> dict[str, object]:
    return {
        "id": "archive",
        "source": f"{codes[0]} 1",
        "owner": "programme",
        "name": "One archive service",
        "parties": codes,
        "stage": "due diligence",
        "summary": "One archivist for all.",
    }


def _meeting(council: Council) -> dict[str, object]:
    assert council.meets is not None
    return {
        "id": f"{council.code}-meets",
        "source": f"{council.code} 2",
        "body": f"{council.code}-decides",
        "held_on": council.meets.isoformat(),
        "assumed": "The meeting day is invented.",
    }


def _step(council: Council) -> dict[str, object]:
    step: dict[str, object] = {
        "id": f"{council.code}-decision",
        "source": f"{council.code} 2",
        "proposal": "archive",
        "authority": council.code,
        "kind": "decision",
        "name": "Decision",
        "body": f"{council.code}-decides",
        "approves": "yes",
    }
    if council.meets is not None:
        step["meeting"] = f"{council.code}-meets"
    return step


def _saving(
    code: str, cash_limit: int, recurrent: int, one_off: int, full_year: int
) -> dict[str, object]:
    total = recurrent + one_off
    return {
        "id": "archive-saving",
        "source": f"{code} 3",
        "proposal": "archive",
        "authority": code,
        "number": "7",
        "name": "Archive",
        "unit": "£000",
        "cash_limit_year": "2025/26",
        "cash_limit": f"{cash_limit:,}",
        "full_year_saving": f"({full_year:,})",
        "revised_cash_limit": f"{cash_limit - full_year:,}",
        "phasing": [
            {"year": "2026/27", "amount": f"({total:,})"},
            {"year": "2027/28", "amount": f"({full_year:,})", "cumulative": "yes"},
        ],
        "breakdown": {
            "year": "2026/27",
            "rows": [
                {"name": "Posts", "amount": f"{recurrent:,}", "recurrence": "recurrent"},
                {"name": "Grant", "amount": f"{one_off:,}", "recurrence": "one-off"},
                {"name": "Total", "amount": f"{total:,}", "kind": "total"},
            ],
        },
    }


def _shares(codes: list[str]) -> list[dict[str, str]]:
    each = 100 // len(codes)
    shares = [{"authority": code, "percent": str(each)} for code in codes]
    shares[0]["percent"] = str(100 - each * (len(codes) - 1))
    return shares
