"""A report from a file: its kind told by its content, its name checked against that."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from moothall.documents.report import Report
from moothall.files.reports import limits
from moothall.files.reports.decoded_text import AS_WINDOWS, decoded
from moothall.files.reports.unreadable import too_much, unreadable

ENDINGS = (".docx", ".pdf", ".md", ".txt", ".html", ".htm")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_WORD = {".docx", ".docm", ".dotx", ".dotm", ".doc"}
_PLAIN = {".txt", ".text", ""}
_MARKDOWN = {".md", ".markdown"}
_WEB = {".html", ".htm", ".xhtml"}
_GIVE = "Give the report as .docx, .pdf, .html, .md or .txt."
_SAYS_WINDOWS = re.compile(r"charset\s*=\s*[\"']?(?:windows-1252|iso-8859-1)", re.IGNORECASE)
_PDF_WITHIN = 1024  # some writers put a few lines before the mark


def read_report(path: Path, shown_as: str | None = None) -> Report:
    """The report in a file, under the name by which people know it (`shown_as`, else the path).

    Raises UnreadableError with one Problem that names the cause in plain words, and the cure.
    """
    name = shown_as or str(path)
    return read_bytes(_bytes_of(path, name), name, Path(name).suffix or path.suffix)


def read_bytes(data: bytes, file: str, ending: str | None = None) -> Report:
    """The report in bytes that were read or uploaded under the name `file`."""
    ending = (Path(file).suffix if ending is None else ending).lower()
    if len(data) > limits.FILE_BYTES:
        raise too_much(file, f"is over {limits.FILE_BYTES // 2**20} MB long")
    if not data.strip(b"\x00\t\r\n\x0c ") or data in {b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"}:
        raise unreadable(file, "is empty", "Fetch or save it again.")
    read = _binary_reader(data, file)
    if read is not None:
        return _told_apart(read(data, file), data, ending)
    return _read_words(data, file, ending)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise unreadable(name, "is a folder, not a file", "Give the files that are in it.")
        if not path.is_file() and path.exists():
            raise unreadable(name, "is not an ordinary file", _GIVE)
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        raise unreadable(name, "does not exist", "Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise unreadable(
            name, f"cannot be opened ({reason})", "Check its name and who may read it."
        ) from None


def _binary_reader(data: bytes, file: str) -> Callable[[bytes, str], Report] | None:
    """The reader for a file that is known by its first bytes; None where it may be text."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from moothall.files.reports.pdf import read_pdf

        return read_pdf
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        from moothall.files.reports.docx import read_docx

        return read_docx
    if data.startswith(_OLE):
        raise _old_office(data, file)
    if data.startswith(b"{\\rtf"):
        raise unreadable(file, "is rich text (RTF), which is not read", "Save it as .docx.")
    if data.startswith(_PICTURES):
        raise unreadable(
            file,
            "is a picture: its words cannot be read",
            "Give the document that it was made from, or run text recognition (OCR) over it.",
        )
    return None


def _old_office(data: bytes, file: str) -> Exception:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return unreadable(file, "is locked with a password", "Save a copy without a password.")
    if holds("WordDocument"):
        return unreadable(
            file,
            "is a Word document of the old kind (.doc, before 2007), which is not read",
            "Open it in Word and save it as .docx.",
        )
    return unreadable(
        file, "is an Office file of an old kind (or an e-mail), which is not read", _GIVE
    )


def _told_apart(report: Report, data: bytes, ending: str) -> Report:
    """With a note where the name says something else than the content."""
    kind, endings = ("PDF", {".pdf"}) if b"%PDF-" in data[:_PDF_WITHIN] else ("Word file", _WORD)
    if ending in endings or not ending:
        return report
    note = f"The name ends in {ending}, but the file is a {kind} and was read as one."
    return replace(report, notes=(note, *report.notes))


def _read_words(data: bytes, file: str, ending: str) -> Report:
    text, notes = _decoded_unless_broken(data, file, ending)
    if _is_web_page(text):
        _refuse_web_page(text, file, ending)
        from moothall.files.reports.html import read_html

        report = read_html(text, file)
        if ending not in _WEB:
            notes = (*notes, f"The name ends in {ending}, but the file is a web page.")
        if _SAYS_WINDOWS.search(text[:4000]):
            notes = tuple(note for note in notes if note != AS_WINDOWS)
    elif ending in _WORD or ending == ".pdf":
        raise unreadable(
            file,
            f"is not the kind of file that its name says: it holds plain text, not a {ending}",
            "Rename it to .txt if that is the report; else fetch it again.",
        )
    elif ending in _MARKDOWN:
        from moothall.files.reports.markdown import read_markdown

        report = read_markdown(text, file)
    elif ending in _WEB and "<" in text:
        from moothall.files.reports.html import read_html

        report = read_html(text, file)
    elif ending in _PLAIN or ending in _WEB:
        report = _plain(text, file)
    else:
        raise unreadable(file, f"has a name that ends in {ending}, which is not read", _GIVE)
    return replace(report, notes=(*notes, *report.notes))


def _plain(text: str, file: str) -> Report:
    from moothall.files.reports.text import read_plain_text

    if len(text) > limits.CHARACTERS:
        raise too_much(file, f"holds over {limits.CHARACTERS:,} characters")
    return read_plain_text(text, file)


def _decoded_unless_broken(data: bytes, file: str, ending: str) -> tuple[str, tuple[str, ...]]:
    if ending in _WORD or ending == ".pdf":
        kind = "PDF" if ending == ".pdf" else "Word file"
        if b"\x00" in data[:4096] or not _is_web_page(data[:4096].decode("latin-1")):
            raise unreadable(
                file,
                f"is damaged, or no {kind} at all: it does not begin as one",
                "Fetch it again, or open it in the program that made it and save it anew.",
            )
    return decoded(data, file)


def _is_web_page(text: str) -> bool:
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
    while start.startswith("<!--"):
        start = start.partition("-->")[2].lstrip()
    return start.startswith(("<!doctype html", "<html", "<head", "<body"))


def _refuse_web_page(text: str, file: str, ending: str) -> None:
    if ending not in _WORD and ending != ".pdf":
        return
    from moothall.files.reports.html import page_title

    title = page_title(text)
    named = f", “{title}”," if title else ""
    raise unreadable(
        file,
        f"is a web page{named} under a name that ends in {ending}: most likely an error or "
        "sign-in page that was saved in place of the document",
        "Fetch the document again; if this page is the report, rename it to .html.",
    )
