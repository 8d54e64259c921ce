"""The editions of a paper: the same document as HTML, Word file and PDF, by suffix."""

from moothall.documents.document import Document

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""By suffix."""
SUFFIXES = tuple(MEDIA_TYPES)


def edition_of(document: Document, suffix: str) -> bytes:
    """The file of that suffix.  Raises KeyError for one that is no edition, and ValueError where
    the document cannot be set (a table whose rows do not fit its head)."""
    match suffix:
        case "html":
            from moothall.render.html import paper_html

            return paper_html(document).encode()
        case "docx":
            from moothall.render.docx import paper_docx

            return paper_docx(document)
        case "pdf":
            from moothall.render.pdf import paper_pdf

            return paper_pdf(document)
    raise KeyError(suffix)
