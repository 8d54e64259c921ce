"""Two invented towns, one of which lists who clears its papers.  All of it is synthetic."""

from pathlib import Path
from typing import Any

import yaml

from invented import ASHBY, BRAE, write

MONEY, LAW = "It costs 110 a year.", "Section 113 lets the towns share officers."
AUTHOR = "Ana Author"
FORMAT: dict[str, Any] = {
    "name": "ashby-report",
    "title": "Ashby report",
    "source": "invented",
    "front_style": "lines",
    "numbering": "1. and 1.1",
    "front": [{"label": "For:", "content": ["to_body"]}],
    "sections": [
        {"heading": "Why", "content": ["rationale"]},
        {
            "heading": "Implications",
            "sections": [
                {"heading": "Money", "content": ["financial"]},
                {"heading": "Law", "content": ["legal"]},
                {"heading": "Procurement", "content": ["procurement"]},
                {"heading": "Officer clearance", "content": ["clearance_table"]},
            ],
        },
    ],
    "clearances": [
        {
            "area": "Money",
            "question": "Has Finance cleared the money?",
            "office": "Finance",
            "covers": ["Money"],
        },
        {
            "area": "Law",
            "question": "Has the solicitor cleared the law?",
            "office": "the Borough Solicitor",
            "covers": ["Law"],
        },
        {
            "area": "Procurement",
            "question": "Has Procurement cleared it?",
            "office": "Procurement",
            "covers": ["Procurement"],
        },
    ],
}


def fact(key: str, **more: Any) -> dict[str, Any]:
    about = {"id": key, "source": "ashby 4", "owner": "ashby", "known_on": "2026-01-05"}
    return about | {"proposal": "archive"} | more


def passage(topic: str, text: str, **more: Any) -> dict[str, Any]:
    return fact(f"words-{topic}", authority="ashby", topic=topic, text=text, **more)


def paper(**more: Any) -> dict[str, Any]:
    return fact(
        "ashby-paper",
        **{
            "authority": "ashby",
            "title": "One archive service",
            "body": "ashby-decides",
            "dated": "10 June 2026",
            "report_of": "Head of Archives",
            "author": AUTHOR,
            "contacts": ["Ana Author, Archive Manager"],
        }
        | more,
    )


def clearance(key: str, area: str, **more: Any) -> dict[str, Any]:
    held = {
        "paper": "ashby-paper",
        "area": area,
        "question": f"Is {area} cleared?",
        "answer": "unknown",
        "officer": None,
        "asked_on": "2026-05-01",
    }
    own = {"id": key, "source": "ashby 4", "owner": "ashby", "known_on": "2026-05-01"}
    return own | held | more


def cleared(area: str = "Money", **more: Any) -> dict[str, Any]:
    """A Yes of an officer's, in time and on the words as they stand."""
    return clearance(
        f"clears-{area.lower()}",
        area,
        **{
            "answer": "yes",
            "officer": "Fay Officer",
            "answered_on": "2026-05-05",
            "words": [MONEY],
        }
        | more,
    )


def towns(
    folder: Path,
    *,
    clearances: tuple[dict[str, Any], ...] = (),
    papers: tuple[dict[str, Any], ...] = (),
    passages: tuple[dict[str, Any], ...] = (),
    lead_days: str | None = "3",
    meeting: dict[str, Any] | None = None,
    layout: dict[str, Any] | None = None,
) -> Path:
    """Ashby meets on Wed 10 June 2026, so its papers are open by Tue 2 June; three working days
    before that is Thu 28 May."""
    write(folder, (ASHBY, BRAE))
    _dump(folder / "formats" / "ashby-report.yaml", FORMAT | (layout or {}))
    _dump(
        folder / "passages.yaml",
        [
            *(passages or (passage("financial", MONEY), passage("legal", LAW))),
            passage("rationale", "Paper decays."),
        ],
    )
    _dump(folder / "papers.yaml", list(papers or (paper(),)))
    if clearances:
        _dump(folder / "clearances.yaml", list(clearances))
    _change(folder / "authorities" / "ashby.yaml", _lead(lead_days))
    if meeting:
        _change(folder / "meetings.yaml", lambda held: held[0].update(meeting))
    return folder


def _lead(days: str | None) -> Any:
    def change(held: dict[str, Any]) -> None:
        own = {"rule": "clearance_lead_days", "value": days, "source": "its guidance"}
        asks = {"evidence": "invented", "ask": "How many days before?"}
        held["rules"].append(own | asks)

    return change


def _change(path: Path, change: Any) -> None:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(held)
    _dump(path, held)


def _dump(path: Path, held: Any) -> None:
    path.write_text(yaml.safe_dump(held, sort_keys=False), encoding="utf-8")
