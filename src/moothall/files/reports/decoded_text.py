"""Bytes as text: UTF-8, else UTF-16 where it is marked, else the code page of old Windows."""

import codecs
import re

from moothall.files.reports.unreadable import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# UTF-8 that was once taken for Windows-1252 and saved so: "â€™" for ’, "Â£" for £
_GARBLED = re.compile("â€[\u2122\u0153\u201c\u02dc\u00a2\u00a6]|Â[£·°½\u00a0]")
AS_WINDOWS = "The letters are not UTF-8; they were read as Windows-1252."


def decoded(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text, and notes on what had to be assumed.  Raises UnreadableError where it is none."""
    notes: tuple[str, ...] = ()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise unreadable(
                    file,
                    f"is damaged: it is marked as {encoding.upper()} but does not hold to it",
                    "Save it again as UTF-8 in the program that made it.",
                ) from None
            break
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("windows-1252", errors="replace")
            notes = (AS_WINDOWS,)
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 200:
        raise unreadable(
            file,
            "does not hold text that can be read",
            "Give the report as .docx, .pdf, .html, .md or .txt, and save text as UTF-8.",
        )
    text, mended = _mended(_CONTROL.sub("", text))
    return text, notes + mended


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    if len(_GARBLED.findall(text)) < 2:
        return text, ()
    try:
        return text.encode("windows-1252").decode("utf-8"), (
            "The letters had been garbled (“â€™” for “’”) and were set right.",
        )
    except UnicodeError:
        return text, ("Some letters are garbled (“â€™” for “’”); figures in pounds may be missed.",)
