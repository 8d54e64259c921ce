"""The XML of Modern.gov's web service, read as what may come from anywhere.

Names of elements are taken without namespace, prefix or capitals.  A document type or an entity of
its own is refused: the service writes none, and nothing else is looked up or expanded.
"""

import html
from typing import TYPE_CHECKING

from moothall.files.problems import Problem, UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parsed(text: str, name: str) -> "_Element":
    """The root of an answer.  Raises UnreadableError with the line where it is no XML."""
    from lxml import etree

    if "<!doctype" in text[:4_000].lower() or "<!entity" in text.lower():
        what = "defines entities of its own, which Modern.gov does not"
        raise UnreadableError([Problem(name, 1, what, "Fetch the answer from the council again.")])
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        what = f"is no XML from here on ({error.msg})"
        cure = "The answer may be cut off: fetch or save it again."
        raise UnreadableError([Problem(name, line, what, cure)]) from None
    inner = (root.text or "").strip()
    if name_of(root) == "string" and inner.startswith("<"):  # an answer wrapped as one text
        return parsed(inner, name)
    return root


def name_of(element: "_Element") -> str:
    """The name of an element: no namespace, small letters; empty for a comment."""
    tag: object = element.tag  # a comment's is no text
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def line_of(element: "_Element") -> int:
    """Its line in the file."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def own_text(element: "_Element", name: str) -> str:
    """The text of a child; it was escaped twice when it was written."""
    for child in element:
        if name_of(child) == name:
            return " ".join(html.unescape(html.unescape(child.text or "")).split())
    return ""
