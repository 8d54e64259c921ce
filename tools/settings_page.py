"""Write the table of settings into docs/settings.md anew."""

from pathlib import Path

from moothall_web.environment import table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"


def main() -> None:
    """Put the table where the one before was."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [number for number, line in enumerate(lines) if line.startswith("|")]
    lines[rows[0] : rows[-1] + 1] = table().splitlines()
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
