"""Small PDFs written by hand: words at places, lines, pictures, tags."""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class MadePage:
    """A page; places are in points from its top left corner."""

    drawn: list[str] = field(default_factory=list)
    turn: int = 0
    pictures: bool = False

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 11,
        bold: bool = False,
        mark: int = -1,
    ) -> "MadePage":
        shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if bold else "F1"
        place = f"1 0 0 1 {x} {HEIGHT - y} Tm"
        if self.turn == 90:  # the page is shown turned: write it so that it reads upright
            place = f"0 1 -1 0 {y} {x} Tm"
        inside = f"BT /{font} {size} Tf {place} ({shown}) Tj ET"
        self.drawn.append(f"/P <</MCID {mark}>> BDC {inside} EMC" if mark >= 0 else inside)
        return self

    def artifact(self, x: float, y: float, words: str) -> "MadePage":
        self.text(x, y, words)
        self.drawn[-1] = f"/Artifact BMC {self.drawn[-1]} EMC"
        return self

    def lines(self, x: float, y: float, *lines: str, pitch: float = 14, **how) -> "MadePage":
        for place, line in enumerate(lines):
            self.text(x, y + place * pitch, line, **how)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "MadePage":
        self.drawn.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> "MadePage":
        self.drawn.append(f"q {colour} rg {x} {HEIGHT - y - height} {width} {height} re f Q")
        return self

    def picture(
        self, x: float, y: float, width: float, height: float, mark: int = -1
    ) -> "MadePage":
        inside = f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /I1 Do Q"
        self.drawn.append(f"/Figure <</MCID {mark}>> BDC {inside} EMC" if mark >= 0 else inside)
        self.pictures = True
        return self

    def grid(
        self, x: float, y: float, widths: list[float], rows: list[list[str]], height: float = 18
    ) -> "MadePage":
        """A table with every line drawn."""
        edges = [x + sum(widths[:place]) for place in range(len(widths) + 1)]
        for place in range(len(rows) + 1):
            self.rule(edges[0], y + place * height, edges[-1], y + place * height)
        for edge in edges:
            self.rule(edge, y, edge, y + len(rows) * height)
        for at, row in enumerate(rows):
            for edge, words in zip(edges, row, strict=False):
                if words:
                    self.text(edge + 3, y + at * height + 13, words)
        return self


def page(turn: int = 0) -> MadePage:
    return MadePage(turn=turn)


@dataclass
class Tag:
    """An element of a tagged page: its kind, and marks or elements inside it."""

    kind: str
    inside: "list[int | Tag]" = field(default_factory=list)
    page: int = 0
    attributes: str = ""


def made_pdf(
    *pages: MadePage,
    tags: Tag | None = None,
    locked: bool = False,
    language: str = "",
    title: str = "",
) -> bytes:
    """The file.  With `tags` it says that it is tagged; `locked`, that it has a password."""
    objects: list[str] = [""] * 6
    image = len(objects)
    objects[5] = (
        "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1>> stream\n\x00\nendstream"
    )
    kids = []
    for made in pages:
        content = "\n".join(made.drawn)
        objects.append(f"<</Length {len(content)}>> stream\n{content}\nendstream")
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {made.turn} "
            f"/StructParents {len(kids)} /Contents {len(objects)} 0 R /Resources <</Font "
            f"<</F1 3 0 R /F2 4 0 R>> /XObject <</I1 {image} 0 R>>>>>>"
        )
        kids.append(len(objects))
    root = f"/Lang ({language})" if language else ""
    if tags is not None:
        root += f" /MarkInfo <</Marked true>> /StructTreeRoot {_tag_tree(objects, tags, kids)} 0 R"
    objects[0] = f"<</Type /Catalog /Pages 2 0 R {root}>>"
    objects[1] = (
        f"<</Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    )
    for place, font in ((2, "Helvetica"), (3, "Helvetica-Bold")):
        objects[place] = (
            f"<</Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding>>"
        )
    objects[4] = f"<</Title ({title})>>"
    lock = ""
    if locked:
        key = "<" + "41" * 32 + ">"
        lock = f"/Encrypt <</Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4>> /ID [<00> <00>]"
    return _file(objects, f"/Root 1 0 R /Info 5 0 R {lock}")


def _file(objects: list[str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    offsets = []
    for number, inside in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj {inside} endobj\n".encode("cp1252", "replace")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    ending = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer <</Size {len(objects) + 1} {trailer}>>\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + ending.encode("ascii")


def _tag_tree(objects: list[str], tags: Tag, pages: list[int]) -> int:
    """Writes the elements; returns the number of the root of the tree."""
    objects.append("")
    root = len(objects)
    parents: dict[int, dict[int, int]] = {page: {} for page in range(len(pages))}

    def write(tag: Tag, parent: int) -> int:
        objects.append("")
        number = len(objects)
        inside = []
        for child in tag.inside:
            if isinstance(child, int):
                parents[tag.page][child] = number
                inside.append(str(child))
            else:
                inside.append(f"{write(child, number)} 0 R")
        objects[number - 1] = (
            f"<</Type /StructElem /S /{tag.kind} /P {parent} 0 R /Pg {pages[tag.page]} 0 R "
            f"{tag.attributes} /K [{' '.join(inside)}]>>"
        )
        return number

    document = write(tags, root)
    nums = []
    for page_, marks in parents.items():
        entries = [
            f"{marks[mark]} 0 R" if mark in marks else "null"
            for mark in range(max(marks, default=-1) + 1)
        ]
        nums.append(f"{page_} [{' '.join(entries)}]")
    objects[root - 1] = (
        f"<</Type /StructTreeRoot /K {document} 0 R /ParentTree <</Nums [{' '.join(nums)}]>>>>"
    )
    return root
