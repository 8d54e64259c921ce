"""A workbook as an archive of parts: looked at before anything of it is unpacked, nothing run.

What the list of contents says is not believed either: every part is read no further than its limit.
Links to other files are never followed.
"""

import io
import re
import zipfile
import zlib
from typing import IO

from lxml import etree

from moothall.files.reports.unreadable import unreadable
from moothall.files.workbooks import limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED_CURE = "Open it in Excel and save it again, or fetch it again."
_HARMFUL_CURE = "Do not open it; ask whoever sent it for another copy."
_MEANT = {
    "word/": ("is a Word document, not a workbook", "Copy its table into a workbook."),
    "ppt/": ("is a slide show, not a workbook", "Copy its table into a workbook."),
    "content.xml": ("is an OpenDocument file, which is not read", "Save it as .xlsx or .csv."),
    "xl/workbook.bin": ("is a binary workbook (.xlsb), which is not read", "Save it as .xlsx."),
}
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError),
    RuntimeError,
)


class WorkbookArchive:
    """The parts of a workbook.  Raises UnreadableError with the cause where it cannot be one."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        if data.startswith(_OLE):
            raise self._of_old(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _BROKEN:
            raise unreadable(
                file, "is damaged or cut short: the archive inside cannot be opened", _DAMAGED_CURE
            ) from None
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) != len(entries):
            raise unreadable(
                file, "holds two parts of one name, as no workbook does", _HARMFUL_CURE
            )
        self._refuse_bombs()
        self._refuse_what_is_none()

    @property
    def has_links(self) -> bool:
        """Whether formulas of it read other workbooks."""
        return any(name.startswith("xl/externalLinks/") for name in self._entries)

    def holds(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str, most: int = limits.WORDS_BYTES) -> etree._Element | None:
        """The root of a small part; None where the archive has no such part."""
        if name not in self._entries:
            return None
        with self.stream(name, most) as part:
            data = part.read(-1)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.damaged(name) from None

    def stream(self, name: str, most: int = limits.PART_BYTES) -> "BoundedPart":
        """A part to be read piece by piece; beyond `most` bytes it raises UnreadableError."""
        entry = self._entries[name]
        if entry.flag_bits & 1:
            raise unreadable(
                self.file, "is locked with a password", "Save a copy without a password."
            )
        if entry.file_size > most:
            raise self._too_large(most)
        try:
            return BoundedPart(self, self._archive.open(entry), name, most)
        except _BROKEN:
            raise self.damaged(name) from None

    def damaged(self, name: str) -> Exception:
        """The error for a part that cannot be read."""
        return unreadable(self.file, f"is damaged: its part {name} is broken", _DAMAGED_CURE)

    def harmful(self, what: str) -> Exception:
        """The error for what only a file made to harm holds."""
        return unreadable(self.file, what, _HARMFUL_CURE)

    def _too_large(self, most: int) -> Exception:
        return unreadable(
            self.file,
            f"holds a sheet of over {most // 2**20} MB",
            "Keep the one table in it that is wanted, without what lies around it.",
        )

    def _of_old(self, data: bytes) -> Exception:
        if _ENCRYPTED in data:
            return unreadable(
                self.file, "is locked with a password", "Save a copy without a password."
            )
        return unreadable(
            self.file, "is a workbook of old Excel (.xls), which is not read", "Save it as .xlsx."
        )

    def _refuse_bombs(self) -> None:
        total = sum(entry.file_size for entry in self._entries.values())
        packed = sum(entry.compress_size for entry in self._entries.values())
        if len(self._entries) > limits.ARCHIVE_ENTRIES:
            raise self.harmful(f"holds over {limits.ARCHIVE_ENTRIES:,} parts, as no budget does")
        if total > limits.ARCHIVE_BYTES:
            raise self._bomb(f"{total // 2**20:,} MB from {max(packed // 2**20, 1):,} MB")
        for entry in self._entries.values():
            size, small = entry.file_size, max(entry.compress_size, 1)
            if size > limits.RATIO_MATTERS_FROM and size // small > limits.PART_RATIO:
                raise self._bomb(f"one part to {size // small:,} times its size")

    def _bomb(self, how: str) -> Exception:
        return self.harmful(
            f"is built like a zip bomb (it would unpack {how}) and was not unpacked"
        )

    def _refuse_what_is_none(self) -> None:
        names = [name.lower() for name in self._entries]
        types = self.part("[Content_Types].xml")
        macros = types is not None and any(
            "macroenabled" in str(each.get("ContentType", "")).lower() for each in types
        )
        if macros or any(name.endswith("vbaproject.bin") for name in names):
            raise unreadable(
                self.file,
                "holds macros (.xlsm): a program in a workbook is neither run nor taken in",
                "Save it as .xlsx, which drops them.",
            )
        if "xl/workbook.xml" in self._entries:
            return
        for start, (what, cure) in _MEANT.items():
            if any(name.startswith(start) for name in names):
                raise unreadable(self.file, what, cure)
        raise unreadable(
            self.file, "is an archive without a workbook in it", "Unpack it and give the table."
        )


class BoundedPart:
    """A part as a file that ends with an error where it holds more than it may, or entities."""

    def __init__(self, archive: WorkbookArchive, part: IO[bytes], name: str, most: int) -> None:
        self._archive = archive
        self._part = part
        self._name = name
        self._most = most
        self._read = 0
        self._tail = b""

    def __enter__(self) -> "BoundedPart":
        return self

    def __exit__(self, *_: object) -> None:
        self._part.close()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, all of them where no size is given."""
        wanted = self._most - self._read + 1 if size < 0 else min(size, limits.CHUNK)
        try:
            data = self._part.read(wanted)
        except _BROKEN:
            raise self._archive.damaged(self._name) from None
        if not self._read:
            self._look_at_the_start(data)
        self._read += len(data)
        if self._read > self._most:
            raise self._archive.harmful(
                "is built like a zip bomb (a part holds more than it says) and was not unpacked"
            )
        seam = self._tail + data
        if b"<!DOCTYPE" in seam or b"<!ENTITY" in seam:
            raise self._archive.harmful(
                f"defines entities in its part {self._name}, as only harmful files do"
            )
        self._tail = seam[-16:]
        return data

    def _look_at_the_start(self, data: bytes) -> None:
        """Letters in which a DOCTYPE would not be found are no workbook's."""
        start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
        named = _ENCODING.match(start)
        known = named is None or named[1].lower() in _ENCODINGS
        if start and (not start.startswith(b"<") or b"\x00" in start or not known):
            raise self._archive.damaged(self._name)
