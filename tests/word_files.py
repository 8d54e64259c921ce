"""Word files as authors bring them back: a paper of ours, changed as Word would change it."""

import copy
import io
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from moothall.documents.word_marks import MarkKind, read_mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"


class WordFile:
    """The text of a Word file, to be changed and packed again."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(io.BytesIO(data)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.root = etree.fromstring(self.parts[_MAIN])

    @property
    def packed(self) -> bytes:
        self.parts[_MAIN] = etree.tostring(self.root)
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return out.getvalue()

    def controls(self, kind: MarkKind) -> list[etree._Element]:
        found = []
        for control in self.root.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            mark = read_mark(tag.get(f"{W}val", "")) if tag is not None else None
            if mark is not None and mark.kind is kind:
                found.append(control)
        return found

    def words(self, of: str) -> etree._Element:
        """The control of a fact's words."""
        return next(
            each
            for each in self.controls(MarkKind.WORDS)
            if (each.find(f"{W}sdtPr/{W}tag").get(f"{W}val")).startswith(f"mh:w:{of}:")
        )

    def retype(self, of: str, words: str, paragraph: int = 0) -> None:
        """Select a whole paragraph and type other words, as if it held nothing else."""
        content = self.words(of).find(f"{W}sdtContent")
        lines = content.findall(f"{W}p") or [content]
        for child in list(lines[paragraph]):
            if child.tag in {f"{W}r", f"{W}sdt"}:
                lines[paragraph].remove(child)
        lines[paragraph].append(run(words))

    def replace(self, old: str, new: str) -> None:
        """Change a few words wherever they stand in one run."""
        hits = [text for text in self.root.iter(f"{W}t") if text.text and old in text.text]
        assert hits, f"{old!r} stands in no run"
        for text in hits:
            text.text = text.text.replace(old, new)

    def add_paragraph(self, of: str, words: str) -> None:
        """Press Enter at the end of a fact's words, and write."""
        self.words(of).find(f"{W}sdtContent").append(paragraph(words))

    def delete(self, of: str) -> None:
        control = self.words(of)
        control.getparent().remove(control)

    def fill_prompt(self, words: str, place: int = 0) -> None:
        """Write in an empty place: Word takes the prompt away."""
        control = self.controls(MarkKind.PROMPT)[place]
        properties = control.find(f"{W}sdtPr")
        properties.remove(properties.find(f"{W}showingPlcHdr"))
        content = control.find(f"{W}sdtContent")
        for each in list(content):
            content.remove(each)
        content.append(run(words))

    def headings(self) -> list[etree._Element]:
        return [
            line
            for line in self.root.iter(f"{W}p")
            if (style := line.find(f"{W}pPr/{W}pStyle")) is not None
            and style.get(f"{W}val", "").startswith("Heading")
        ]

    def rename(self, old: str, new: str) -> None:
        for line in self.headings():
            texts = list(line.iter(f"{W}t"))
            if "".join(each.text or "" for each in texts) == old:
                texts[0].text = new
                for each in texts[1:]:
                    each.text = ""
                return
        raise AssertionError(f"there is no heading {old!r}")

    def lose_tags(self) -> None:
        """What LibreOffice does: tags go, bookmarks stay."""
        for tag in list(self.root.iter(f"{W}tag")):
            tag.getparent().remove(tag)

    def lose_marks(self) -> None:
        """What pasting into another document does: controls and bookmarks go."""
        for control in list(self.root.iter(f"{W}sdt")):
            parent, place = control.getparent(), control.getparent().index(control)
            for child in reversed(control.find(f"{W}sdtContent")):
                parent.insert(place, child)
            parent.remove(control)
        for name in ("bookmarkStart", "bookmarkEnd"):
            for each in list(self.root.iter(f"{W}{name}")):
                each.getparent().remove(each)

    def lose_properties(self) -> None:
        self.parts["docProps/custom.xml"] = b"<Properties/>"

    def copy_of(self, of: str) -> etree._Element:
        """The control of a fact's words once more, below itself."""
        control = self.words(of)
        again = copy.deepcopy(control)
        control.addnext(again)
        return again


def properties_of(data: bytes) -> dict[str, str]:
    """The custom properties of a Word file."""
    with ZipFile(io.BytesIO(data)) as packed:
        root = etree.fromstring(packed.read("docProps/custom.xml"))
    return {each.get("name", ""): "".join(each.itertext()) for each in root}


def run(words: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    text = etree.SubElement(made, f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def paragraph(words: str) -> etree._Element:
    made = etree.Element(f"{W}p")
    made.append(run(words))
    return made


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """The file opened and saved by LibreOffice; skips the test where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    (folder / "paper.docx").write_bytes(data)
    saved = folder / "saved"
    _run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless"],
        ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)],
        [str(folder / "paper.docx")],
    )
    return (saved / "paper.docx").read_bytes()


def _run(*parts: Iterable[str]) -> None:
    command = [each for part in parts for each in part]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
