"""Write docs/snapshots.md: the diagram and table of what may happen to a snapshot.

Both are drawn from the table that the program itself goes by, `moothall_web/cases/states.py`.
"""

import os
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "snapshots.md"


def page() -> str:
    """The page as the table has it now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall_web.settings")
    import django

    django.setup()
    from moothall_web.cases.states import STEPS

    arrows, rows = [], []
    for step in STEPS:
        sources = [state.label for state in step.leads_from] or ["[*]"]
        arrows += [f"    {source} --> {step.leads_to.label} : {step.name}" for source in sources]
        after = ", ".join(state.label for state in step.leads_from) or "nothing"
        who = ", ".join(role.label for role in step.roles)
        who += "; not whoever made it" if step.by_another else ""
        rows.append(f"| {step.name} | {after} | {step.leads_to.label} | {who} |")
    return "\n".join(
        [
            "# What may happen to a snapshot",
            "",
            "A snapshot freezes one council's case on a proposal: its facts, the law's values, the",
            "day and the papers. Only that council's own people take it further. There is no way",
            "back to draft: a snapshot that is wrong is withdrawn, and another one is made.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *arrows,
            "    withdrawn --> [*]",
            "```",
            "",
            "| step | from | to | who, of the snapshot's own council |",
            "|---|---|---|---|",
            *rows,
            "",
            "Made by `python tools/snapshot_states.py` from `src/moothall_web/cases/states.py`.",
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Wrote {PAGE.name}.")
