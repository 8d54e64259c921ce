"""The diagram of a snapshot's states is drawn from the table that the program goes by."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_diagram_of_snapshots_is_current(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import snapshot_states

    drawn = (ROOT / "docs" / "snapshots.md").read_text(encoding="utf-8")

    assert drawn == snapshot_states.page(), "run: python tools/snapshot_states.py"
    assert "snapshot_states" in sys.modules
