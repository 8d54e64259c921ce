"""Word files written part by part, for what Word writes and no library does."""

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "settings")


def made_docx(body: str, *, parts: dict[str, str | bytes] | None = None, **kinds: str) -> bytes:
    """A Word file with a body; `styles`, `numbering`, `footnotes` hold what is inside those parts.

    `parts` are further parts by name, written as they are.
    """
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in kinds}),
    }
    for kind, inside in kinds.items():
        files[f"word/{kind}.xml"] = f"<w:{roots[kind]} {NAMES}>{inside}</w:{roots[kind]}>"
    return zipped(files | (parts or {}))


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; what is no mark-up already becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    blocks = "".join(
        part if part.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(part)
        for part in inside
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks or paragraph()}</w:tc>"


def table(*rows: list[str] | str, properties: str = "") -> str:
    """A table; a row is a list of cells (of words, or written out), or written out itself."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(map(row, rows))}</w:tbl>"


def row(cells: list[str] | str, properties: str = "") -> str:
    if isinstance(cells, str):
        return cells
    inside = "".join(part if part.startswith("<w:tc>") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def style(
    name: str, style_id: str, *, based_on: str = "", paragraph: str = "", run: str = ""
) -> str:
    under = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{under}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def level(at: int, form: str, text: str, inside: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{inside}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(number_id: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number_id}"/></w:numPr>'


LEGAL = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "lowerRoman", "(%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "•")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
"""Numbering as councils use it: 1. / 1.1 / (a) / (i), and bullets."""
