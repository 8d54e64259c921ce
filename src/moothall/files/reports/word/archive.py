"""A Word file as an archive of parts: opened within limits, nothing unpacked to disk, nothing run.

No part is fetched from anywhere: relations that point outside the archive are never followed.
"""

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from moothall.files.reports import limits
from moothall.files.reports.unreadable import too_much, unreadable

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO's strict form differs from what Word writes by the names of its namespaces alone.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_MEANT = {
    "xl/": ("is a spreadsheet, not a Word document", "Save the sheet's report as .docx or .pdf."),
    "ppt/": ("is a slide show, not a Word document", "Save its text as .docx or .pdf."),
    "content.xml": (
        "is an OpenDocument file, which is not read",
        "Save it as .docx from the program that made it.",
    ),
}
_DAMAGED_CURE = "Open it in Word and save it again, or fetch it again."


class WordArchive:
    """The parts of a Word file.  Raises UnreadableError with the cause where it cannot be one."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
            raise unreadable(
                file, "is damaged or cut short: the archive inside cannot be opened", _DAMAGED_CURE
            ) from None
        self._entries = {entry.filename: entry for entry in entries}
        self._refuse_bombs()
        self.main = self._main_part()

    @property
    def holds_macros(self) -> bool:
        return any(name.lower().endswith("vbaproject.bin") for name in self._entries)

    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def beside_main(self, name: str) -> str:
        """The name of a part in the folder of the main part."""
        return posixpath.join(posixpath.dirname(self.main), name)

    def related(self, kind: str) -> str | None:
        """The part of the main part's relations that is of a kind ("styles"), if there is one."""
        folder, name = posixpath.split(self.main)
        relations = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in relations.iter(_RELATIONS) if relations is not None else ():
            inside = relation.get("TargetMode") != "External"
            if inside and relation.get("Type", "").endswith(f"/{kind}"):
                return self._resolved(folder, relation.get("Target", ""))
        return None

    def part(self, name: str | None) -> etree._Element | None:
        """The root of a part, or None where the archive has no such part."""
        entry = self._entries.get(name or "")
        if entry is None:
            return None
        return self._parsed(self._unpacked(entry), entry.filename)

    # --- limits -------------------------------------------------------------------------------

    def _refuse_bombs(self) -> None:
        total = sum(entry.file_size for entry in self._entries.values())
        packed = sum(entry.compress_size for entry in self._entries.values())
        if len(self._entries) > limits.ARCHIVE_ENTRIES:
            raise too_much(self._file, f"holds over {limits.ARCHIVE_ENTRIES:,} parts")
        if total > limits.ARCHIVE_BYTES:
            raise self._bomb(f"{total // 2**20:,} MB from {max(packed // 2**20, 1):,} MB")
        for entry in self._entries.values():
            size, small = entry.file_size, max(entry.compress_size, 1)
            if size > limits.RATIO_MATTERS_FROM and size // small > limits.PART_RATIO:
                raise self._bomb(f"one part to {size // small:,} times its size")

    def _bomb(self, how: str) -> Exception:
        return unreadable(
            self._file,
            f"is built like a zip bomb (it would unpack {how}) and was not unpacked",
            "Do not open it; ask whoever sent it for another copy.",
        )

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 1:
            raise unreadable(
                self._file, "is locked with a password", "Save a copy without a password."
            )
        if entry.file_size > limits.PART_BYTES:
            raise too_much(self._file, f"holds over {limits.PART_BYTES // 2**20} MB of text")
        try:
            with self._archive.open(entry) as part:
                data = part.read(limits.PART_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ):
            raise unreadable(
                self._file, f"is damaged: its part {entry.filename} is broken", _DAMAGED_CURE
            ) from None
        if len(data) > limits.PART_BYTES:  # more than the archive's list of contents says
            raise self._bomb("to more than it says")
        return data

    def _parsed(self, data: bytes, name: str) -> etree._Element:
        damaged = unreadable(
            self._file, f"is damaged: its part {name} is not well formed", _DAMAGED_CURE
        )
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                data = data.decode("utf-16").partition("?>")[2].encode()
            except UnicodeDecodeError:
                raise damaged from None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise unreadable(
                self._file,
                f"defines entities in its part {name}, as no Word file does and harmful ones do",
                "Do not open it; ask whoever sent it for another copy.",
            )
        if data.count(b"<") > limits.ELEMENTS:
            raise too_much(self._file, f"has over {limits.ELEMENTS:,} marks in its part {name}")
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise damaged from None

    # --- which part is the document ---------------------------------------------------------

    def _main_part(self) -> str:
        relations = self.part("_rels/.rels")
        for relation in relations.iter(_RELATIONS) if relations is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                name = self._resolved("", relation.get("Target", ""))
                if name in self._entries and not name.startswith(("xl/", "ppt/")):
                    return name
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        for start, (what, cure) in _MEANT.items():
            if any(name.startswith(start) for name in self._entries):
                raise unreadable(self._file, what, cure)
        raise unreadable(
            self._file,
            "is an archive without a Word document in it",
            "Unpack it and give the report that is inside.",
        )

    @staticmethod
    def _resolved(folder: str, target: str) -> str:
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(folder, target))
