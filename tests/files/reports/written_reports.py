"""Reports written out in every format, from one and the same list of blocks."""

import html
import io
import json
import shutil
import subprocess
from pathlib import Path

import docx

from moothall.documents.report import Block, Grid, Heading, Prose, Report


def as_docx(report: Report) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Public reports pack"
    for block in report.blocks:
        if isinstance(block, Heading):
            document.add_heading(_numbered(block, " "), min(block.level, 9))
        elif isinstance(block, Prose) and block.bullet:
            document.add_paragraph(block.text, style="List Bullet")
        elif isinstance(block, Prose):
            document.add_paragraph(_numbered(block, "\t"))
        elif isinstance(block, Grid):
            table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]))
            table.style = "Table Grid"
            for row, texts in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            document.add_paragraph()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_html(report: Report) -> bytes:
    parts = []
    for block in report.blocks:
        if isinstance(block, Heading):
            level = min(block.level, 6)
            parts.append(f"<h{level}>{html.escape(_numbered(block, ' '))}</h{level}>")
        elif isinstance(block, Prose):
            tag = "li" if block.bullet else "p"
            words = f"<{tag}>{html.escape(_numbered(block, ' '))}</{tag}>"
            parts.append(f"<ul>{words}</ul>" if block.bullet else words)
        elif isinstance(block, Grid):
            rows = "".join(
                f"<tr>{''.join(f'<td>{html.escape(text)}</td>' for text in row)}</tr>"
                for row in block.rows
            )
            parts.append(f"<table>{rows}</table>")
    return f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>".encode()


def as_pdf(word: bytes, folder: Path, *, tagged: bool) -> bytes | None:
    """The PDF that LibreOffice makes of a Word file; None where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return None
    (folder / "report.docx").write_bytes(word)
    choice = {"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}}
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(choice)}",
            "--outdir",
            str(folder),
            str(folder / "report.docx"),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return (folder / "report.pdf").read_bytes()


def tables(report: Report) -> list[tuple[tuple[str, ...], ...]]:
    return [grid.rows for grid in report.grids]


def lines(report: Report) -> list[str]:
    """Headings and paragraphs with their numbers, as one would read them out."""
    return [_line(block) for block in report.blocks if isinstance(block, Heading | Prose)]


def _line(block: Block) -> str:
    assert isinstance(block, Heading | Prose)
    return _numbered(block, " ").lstrip("➤-> ")  # a second bullet, left by extraction


def _numbered(block: Heading | Prose, between: str) -> str:
    return f"{block.number}{between}{block.text}" if block.number else block.text
