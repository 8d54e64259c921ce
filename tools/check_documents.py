"""Make every paper of the samples and some hostile ones as DOCX and PDF, open them and look for
what a reader needs.  Exit 1 where anything is wrong.

The Word files are opened by LibreOffice, if it is here; on a build server it has to be.  With a
folder as argument, what LibreOffice shows of each is put there as one picture, to be looked at.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from document_checks import empty_pages, faults_in_docx, faults_in_pdf, faults_of_order
from hostile_papers import hostile_papers
from moothall.case.case import make_case
from moothall.documents.document import Document
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.papers.papers import formats_for
from moothall.render.docx import paper_docx
from moothall.render.pdf import paper_pdf

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = {"stockport-tameside": "2022-02-15", "cambridgeshire-peterborough": "2018-10-01"}
_LONGEST_S = 300
_SCALE, _ACROSS = 0.6, 4


def papers() -> Iterator[tuple[str, Document]]:
    """Every paper of both samples in every format that a council may use, and the hostile ones."""
    for sample, day in SAMPLES.items():
        case = make_case(
            read_programme(ROOT / "examples" / sample), read_law(), date.fromisoformat(day)
        )
        for paper in case.papers:
            proposal = case.programme.proposal(paper.proposal)
            authority = case.programme.authority(paper.authority)
            for layout in formats_for(case.programme, proposal, authority, case.as_at):
                written = case.paper(paper.proposal, paper.authority, layout.name)
                name = f"{paper.proposal}-{paper.authority}-{layout.name}"
                for part, document in (("", written.document), ("-annex", written.annex)):
                    if document is not None:
                        yield f"{name}{part}", document
    for name, document in hostile_papers().items():
        yield f"hostile-{name}", document


def write_all(folder: Path) -> dict[str, list[str]]:
    """Write every paper in both editions; the faults of each file by its name."""
    found: dict[str, list[str]] = {}
    for name, document in papers():
        word, pdf = paper_docx(document), paper_pdf(document)
        (folder / f"{name}.docx").write_bytes(word)
        found[f"{name}.docx"] = [*faults_in_docx(word), *faults_of_order(word, document)]
        found[f"{name}.pdf"] = [*faults_in_pdf(pdf), *empty_pages(pdf)]
        if pdf != paper_pdf(document):
            found[f"{name}.pdf"].append("comes out otherwise the second time")
    return found


def open_all(folder: Path, soffice: str, pictures: Path | None) -> dict[str, list[str]]:
    """Open every Word file of the folder with LibreOffice; the faults by the file's name."""
    files = sorted(folder.glob("*.docx"))
    opened = folder / "opened"
    subprocess.run(  # noqa: S603 - the program was found on the path, the files are ours
        [
            *(soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(opened)),
            *map(str, files),
        ],
        check=False,
        capture_output=True,
        timeout=_LONGEST_S,
    )
    found: dict[str, list[str]] = {}
    for file in files:
        made = opened / f"{file.stem}.pdf"
        if not made.exists():
            found[file.name] = ["LibreOffice cannot open it"]
            continue
        found[file.name] = [f"in LibreOffice {each}" for each in empty_pages(made.read_bytes())]
        if pictures is not None:
            _picture(made, pictures / f"{file.stem}.png")
    return found


def _picture(pdf: Path, picture: Path) -> None:
    """All pages of a PDF beside each other."""
    import pypdfium2  # type: ignore[import-untyped]
    from PIL import Image

    shown = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=_SCALE).to_pil() for page in shown]
    shown.close()
    across, down = max(page.width for page in pages), max(page.height for page in pages)
    rows = -(-len(pages) // _ACROSS)
    sheet = Image.new("RGB", (across * min(_ACROSS, len(pages)), down * rows), "grey")
    for place, page in enumerate(pages):
        sheet.paste(page, ((place % _ACROSS) * across, (place // _ACROSS) * down))
    picture.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(picture)


def main() -> int:
    """Print a line for each file and how many have faults."""
    soffice = shutil.which("soffice")
    pictures = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = write_all(folder)
        if soffice:
            for file, faults in open_all(folder, soffice, pictures).items():
                found[file] += faults
    for file, faults in found.items():
        print(f"{'; '.join(faults) or 'good':6} {file}")
    faulty = sum(map(bool, found.values()))
    opened = "" if soffice else "; LibreOffice is not here, so no Word file was OPENED"
    print(f"Documents: {len(found)} files checked, {faulty} with faults{opened}.")
    missing = soffice is None and os.environ.get("CI") == "true"
    return 1 if faulty or missing else 0


if __name__ == "__main__":
    sys.exit(main())
