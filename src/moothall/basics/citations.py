"""Where a fact stands: a document and a paragraph of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A place in a source document, written `000 2.13` or `002 b6`."""

    document: str
    paragraph: str

    def __str__(self) -> str:
        return f"{self.document} {self.paragraph}"


def read_citation(text: str) -> Citation:
    """Read `000 2.13`: the document's id, a space, the paragraph as the document numbers it."""
    document, _, paragraph = text.strip().partition(" ")
    if not document or not paragraph.strip():
        raise ValueError(
            f"{text!r} names no paragraph; write the document's id, a space and the paragraph, "
            "for example 000 2.13"
        )
    return Citation(document=document, paragraph=paragraph.strip())
