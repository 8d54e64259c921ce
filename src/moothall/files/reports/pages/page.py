"""What stands on a page of a PDF: words, lines drawn, coloured areas and pictures, with places.

The only module (with `tags`) that speaks to PDFium, which is not made for several threads: `pdf`
gives it a process of its own.  Places are in points from the top left corner of the page
as it is shown, whichever way it is turned.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from moothall.files.reports import limits

_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibd", "demi")
_THIN = 3.0
"""Up to this, in points, an area is a line and a line is straight."""
_DEEPEST_FORM = 6
_PATH, _IMAGE, _FORM = 2, 3, 5
_INVISIBLE = 3
_ARTIFACT = "Artifact"
# Filled by PDFium again and again: making new ones for each letter takes longer than asking.
_LETTER = pdfium.FS_RECTF()
_LETTER_REFERENCE = ctypes.byref(_LETTER)
_ORIGIN = (ctypes.c_double(), ctypes.c_double())
_ORIGIN_REFERENCES = tuple(map(ctypes.byref, _ORIGIN))
_WRITTEN_OUT = str.maketrans(
    {
        "\x02": "-",  # PDFium's sign for a hyphen at the end of a line
        "\ufffe": "-",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        # boxes and ticks of the font Wingdings
        "\uf06f": "☐",
        "\uf071": "☐",
        "\uf0a8": "☐",
        "\uf0fc": "✓",
        "\uf0fd": "☒",
        "\uf0fe": "☒",
    }
)


@dataclass(slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class Word:
    """A word; `mark` is the number of the marked content that it is part of, -1 for none."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    mark: int = -1
    upright: bool = True
    space_before: bool = True
    """Whether a space stands before it in the file: if not, it may go on the word before."""

    @property
    def box(self) -> Box:
        return Box(self.left, self.base - self.size * 0.75, self.right, self.base + self.size * 0.2)


@dataclass(slots=True)
class Picture:
    box: Box
    mark: int
    is_artifact: bool


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Box] = field(default_factory=list)
    """Lines drawn from left to right."""
    down: list[Box] = field(default_factory=list)
    shades: list[tuple[Box, str]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    unknown_letters: int = 0
    letters: int = 0
    invisible_words: int = 0
    too_dense: bool = False


@dataclass(slots=True)
class _TextObject:
    size: float
    bold: bool
    mark: int
    is_artifact: bool
    upright: bool
    invisible: bool


class NoPdfError(Exception):
    """PDFium cannot open the file; `code` is its reason."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


PASSWORD = 4


@contextmanager
def opened(data: bytes) -> "Iterator[PdfFile]":
    """An open PDF.  Raises NoPdfError."""
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise NoPdfError(int(pdfium.FPDF_GetLastError()))
    try:
        yield PdfFile(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)


class PdfFile:
    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.pages = int(pdfium.FPDF_GetPageCount(handle))
        self.is_tagged = bool(pdfium.FPDFCatalog_IsTagged(handle))
        self.language = self._catalogue_language()

    def title(self) -> str:
        return _utf16(
            lambda buffer, size: pdfium.FPDF_GetMetaText(self._handle, b"Title", buffer, size)
        )

    def _catalogue_language(self) -> str:
        get = getattr(pdfium, "FPDFCatalog_GetLanguage", None)
        if get is None:
            return ""
        return _utf16(
            lambda buffer, size: get(
                self._handle, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
            )
        )

    @contextmanager
    def page(self, index: int) -> "Iterator[PdfPage | None]":
        """A page for reading; None where it is broken."""
        handle = pdfium.FPDF_LoadPage(self._handle, index)
        if not handle:
            yield None
            return
        try:
            yield PdfPage(handle, index + 1, is_tagged=self.is_tagged)
        finally:
            pdfium.FPDF_ClosePage(handle)


class PdfPage:
    def __init__(self, handle: Any, number: int, *, is_tagged: bool) -> None:
        self.handle = handle
        self._is_tagged = is_tagged
        self._turn = int(pdfium.FPDFPage_GetRotation(handle)) % 4
        self._bounds = self._page_box()
        self.content = Page(
            number=number,
            width=float(pdfium.FPDF_GetPageWidthF(handle)),
            height=float(pdfium.FPDF_GetPageHeightF(handle)),
        )

    def read(self) -> Page:
        self._read_words()
        self._read_objects()
        return self.content

    # --- places -------------------------------------------------------------------------------

    def _page_box(self) -> tuple[float, float, float, float]:
        corners = [ctypes.c_float() for _ in range(4)]
        by_reference = [ctypes.byref(corner) for corner in corners]
        for get in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
            if get(self.handle, *by_reference):
                left, bottom, right, top = (corner.value for corner in corners)
                return left, bottom, right, top
        return (
            0.0,
            0.0,
            float(pdfium.FPDF_GetPageWidthF(self.handle)),
            float(pdfium.FPDF_GetPageHeightF(self.handle)),
        )

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self._bounds
        return (
            (x - left, top - y),
            (y - bottom, x - left),
            (right - x, y - bottom),
            (top - y, right - x),
        )[self._turn]

    def _shown_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x0, y0 = self._shown(left, bottom)
        x1, y1 = self._shown(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    # --- words --------------------------------------------------------------------------------

    def _read_words(self) -> None:
        text_page = pdfium.FPDFText_LoadPage(self.handle)
        if not text_page:
            return
        try:
            count = int(pdfium.FPDFText_CountChars(text_page))
            if count > limits.PAGE_CHARACTERS:
                self.content.too_dense = True
            elif count > 0:
                self._split(text_page, _letters(text_page, count))
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _split(self, text_page: Any, letters: str) -> None:
        known: dict[int, _TextObject] = {}
        begin = 0
        spaced = True
        for place, letter in enumerate(letters + " "):
            if not letter.isspace():
                continue
            if place > begin:
                self._take_word(text_page, letters[begin:place], begin, known, spaced=spaced)
            spaced = place == len(letters) or not pdfium.FPDFText_IsGenerated(text_page, place)
            begin = place + 1

    def _take_word(
        self,
        text_page: Any,
        text: str,
        begin: int,
        known: dict[int, _TextObject],
        *,
        spaced: bool,
    ) -> None:
        drawn = self._text_object(text_page, begin, known)
        page = self.content
        page.letters += len(text)
        page.unknown_letters += sum(
            1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uefff"
        )
        if drawn.invisible:
            page.invisible_words += 1
        if drawn.is_artifact:
            return
        for start, part, first, last in self._apart(text_page, text, begin, drawn.size):
            if start > begin:
                drawn = self._text_object(text_page, start, known)
            pdfium.FPDFText_GetCharOrigin(text_page, start, *_ORIGIN_REFERENCES)
            base = self._shown(_ORIGIN[0].value, _ORIGIN[1].value)[1]
            page.words.append(
                Word(
                    text=part.translate(_WRITTEN_OUT),
                    left=min(first.left, last.left),
                    right=max(first.right, last.right),
                    base=base if drawn.upright else max(first.bottom, last.bottom),
                    size=drawn.size,
                    bold=drawn.bold,
                    mark=drawn.mark,
                    upright=drawn.upright,
                    space_before=spaced and start == begin,
                )
            )

    def _apart(
        self, text_page: Any, text: str, begin: int, size: float
    ) -> list[tuple[int, str, Box, Box]]:
        """A word in one piece, or in several: over a gap, over lines, before the mark of a note.

        With each piece the place of its first letter, and where its first and last letters stand.
        """
        first = self._letter_box(text_page, begin)
        if len(text) < 2:
            return [(begin, text, first, first)]
        last = self._letter_box(text_page, begin + len(text) - 1)
        runs_on = last.right >= first.left and not _differ(first, last)
        if runs_on and last.right - first.left <= size * 1.05 * len(text):
            return [(begin, text, first, last)]
        parts = [(begin, text[0], first, first)]
        for place in range(1, len(text)):
            here = self._letter_box(text_page, begin + place)
            start, part, beginning, before = parts[-1]
            gap = here.left - before.right > size * 0.7 or here.right < before.left
            if gap or _differ(before, here):
                parts.append((begin + place, text[place], here, here))
            else:
                parts[-1] = (start, part + text[place], beginning, here)
        return parts

    def _letter_box(self, text_page: Any, place: int) -> Box:
        pdfium.FPDFText_GetLooseCharBox(text_page, place, _LETTER_REFERENCE)
        return self._shown_box(_LETTER.left, _LETTER.bottom, _LETTER.right, _LETTER.top)

    def _text_object(
        self, text_page: Any, place: int, known: dict[int, _TextObject]
    ) -> _TextObject:
        handle = pdfium.FPDFText_GetTextObject(text_page, place)
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        found = known.get(address)
        if found is None:
            found = known[address] = self._describe(text_page, place, handle)
        return found

    def _describe(self, text_page: Any, place: int, handle: Any) -> _TextObject:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(text_page, place))
        upright = True
        if pdfium.FPDFText_GetMatrix(text_page, place, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            x, y = (
                (matrix.a, -matrix.b),
                (matrix.b, matrix.a),
                (-matrix.a, matrix.b),
                (-matrix.b, -matrix.a),
            )[self._turn]
            upright = x > 0 and abs(y) < 0.2 * x
        name = ctypes.create_string_buffer(200)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text_page, place, name, 200, ctypes.byref(flags))
        font = name.value.decode("latin-1").lower()
        bold = (
            any(word in font for word in _BOLD_NAMES)
            or pdfium.FPDFText_GetFontWeight(text_page, place) >= _BOLD_WEIGHT
        )
        mark = -1
        artifact = invisible = False
        if handle:
            invisible = pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE
            if self._is_tagged:
                mark = int(pdfium.FPDFPageObj_GetMarkedContentID(handle))
                artifact = mark < 0 and _is_artifact(handle)
        return _TextObject(max(size, 1.0), bold, mark, artifact, upright, invisible)

    # --- what is drawn ------------------------------------------------------------------------

    def _read_objects(self) -> None:
        count = int(pdfium.FPDFPage_CountObjects(self.handle))
        if count > limits.PAGE_OBJECTS:
            return  # a map: its lines are no table's
        identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        budget = [limits.PAGE_OBJECTS]
        for place in range(count):
            self._read_object(pdfium.FPDFPage_GetObject(self.handle, place), identity, 0, budget)

    def _read_object(
        self, handle: Any, above: tuple[float, ...], depth: int, budget: list[int]
    ) -> None:
        budget[0] -= 1
        if budget[0] < 0 or not handle:
            return
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == _PATH:
            self._read_path(handle, above)
        elif kind == _IMAGE:
            box = self._object_box(handle, above)
            if box is not None:
                mark = int(pdfium.FPDFPageObj_GetMarkedContentID(handle))
                self.content.pictures.append(
                    Picture(box, mark, mark < 0 and self._is_tagged and _is_artifact(handle))
                )
        elif kind == _FORM and depth < _DEEPEST_FORM:
            matrix = _combined(_matrix_of(handle), above)
            for place in range(max(0, int(pdfium.FPDFFormObj_CountObjects(handle)))):
                if budget[0] < 0:
                    return
                inner = pdfium.FPDFFormObj_GetObject(handle, place)
                self._read_object(inner, matrix, depth + 1, budget)

    def _object_box(self, handle: Any, above: tuple[float, ...]) -> Box | None:
        corners = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, corners)):
            return None
        left, bottom, right, top = (corner.value for corner in corners)
        x0, y0 = _through(above, left, bottom)
        x1, y1 = _through(above, right, top)
        return self._shown_box(x0, y0, x1, y1)

    def _read_path(self, handle: Any, above: tuple[float, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return  # a clip
        count = int(pdfium.FPDFPath_CountSegments(handle))
        if count <= 5:
            box = self._object_box(handle, above)
            if box is not None:
                self._take_area(box, handle, filled=bool(fill.value), drawn=bool(stroke.value))
            return
        if count > 2000:
            return  # a drawing
        matrix = _combined(_matrix_of(handle), above)
        for box in self._sub_paths(handle, count, matrix):
            self._take_area(box, handle, filled=bool(fill.value), drawn=bool(stroke.value))

    def _sub_paths(self, handle: Any, count: int, matrix: tuple[float, ...]) -> Iterator[Box]:
        """The extents of the lines and boxes that one path draws; curves are left out."""
        points: list[tuple[float, float]] = []
        curved = False
        x, y = ctypes.c_float(), ctypes.c_float()
        for place in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, place)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                if len(points) > 1 and not curved:
                    yield _around(points)
                points, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                points.append(self._shown(*_through(matrix, x.value, y.value)))
        if len(points) > 1 and not curved:
            yield _around(points)

    def _take_area(self, box: Box, handle: Any, *, filled: bool, drawn: bool) -> None:
        page = self.content
        if box.height <= _THIN and box.width > _THIN:
            page.across.append(box)
        elif box.width <= _THIN and box.height > _THIN:
            page.down.append(box)
        elif box.width > _THIN and box.height > _THIN:
            if filled:
                page.shades.append((box, _colour_of(handle)))
            if drawn or filled:
                page.across.append(Box(box.left, box.top, box.right, box.top))
                page.across.append(Box(box.left, box.bottom, box.right, box.bottom))
                page.down.append(Box(box.left, box.top, box.left, box.bottom))
                page.down.append(Box(box.right, box.top, box.right, box.bottom))


def _differ(one: Box, other: Box) -> bool:
    """Whether two letters are of different sizes, or stand in different lines."""
    low, high = sorted((one.height, other.height))
    return low < 0.85 * high or abs(one.bottom - other.bottom) > 0.4 * high


def _letters(text_page: Any, count: int) -> str:
    """One letter for each of PDFium's, so that their places agree."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = int(pdfium.FPDFText_GetText(text_page, 0, count, buffer))
    if written - 1 == count:
        units = bytes(buffer)[: count * 2].decode("utf-16-le", "replace")
        if len(units) == count:
            return units
    codes = (int(pdfium.FPDFText_GetUnicode(text_page, place)) for place in range(count))
    return "".join(
        "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        for code in codes
    )


def _is_artifact(handle: Any) -> bool:
    """Whether the file says that it is no part of the text: a running head, a page number."""
    for place in range(max(0, int(pdfium.FPDFPageObj_CountMarks(handle)))):
        mark = pdfium.FPDFPageObj_GetMark(handle, place)
        buffer = (ctypes.c_ushort * 64)()
        size = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, buffer, 128, ctypes.byref(size))
        name = bytes(buffer)[: max(0, size.value - 2)].decode("utf-16-le", "replace")
        if name == _ARTIFACT:
            return True
    return False


def _colour_of(handle: Any) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, channels)):
        return ""
    return "".join(f"{channel.value & 0xFF:02X}" for channel in channels[:3])


def _matrix_of(handle: Any) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _combined(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _through(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _utf16(get: Any) -> str:
    size = int(get(None, 0))
    if not 2 < size < 4096:
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
