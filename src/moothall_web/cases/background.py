"""What takes long with cases: every paper of a programme at once."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from moothall.documents.document import Document
from moothall.render.editions import SUFFIXES, edition_of
from moothall_web.cases.queries import papers_seen
from moothall_web.jobs.registry import Outcome, Progress, job
from moothall_web.people.models import Person

ALL_PAPERS = "all papers of a programme"


@job(ALL_PAPERS)
def write_all_papers(progress: Progress, *, programme: str, as_at: str) -> Outcome:
    """Every council's usual paper on every proposal, in every edition, as one ZIP.

    Made from what whoever asked may see.  A paper that cannot be set is named in the outcome and
    keeps no other from being written.
    """
    person = Person.objects.get(pk=progress.who or 0)
    documents = tuple(_documents(person, programme, date.fromisoformat(as_at)))
    packed, failed = BytesIO(), []
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for place, (name, document) in enumerate(documents):
            progress.step(place, len(documents), name)
            for suffix in SUFFIXES:
                try:
                    archive.writestr(f"{name}.{suffix}", edition_of(document, suffix))
                except ValueError as error:
                    failed.append(f"{name}.{suffix} ({error})")
    progress.step(len(documents), len(documents))
    words = f"{len(documents)} documents in {len(SUFFIXES)} editions."
    if failed:
        words += f" Not written: {'; '.join(failed)}."
    if not documents:
        return Outcome(words="No paper can be made: no report format is on record.")
    return Outcome(
        words=words,
        name=f"{programme}-papers-{as_at}.zip",
        media_type="application/zip",
        content=packed.getvalue(),
    )


def _documents(person: Person, code: str, as_at: date) -> Iterator[tuple[str, Document]]:
    """Each document with its name in the archive; what is exempt stands in files of its own."""
    for paper in papers_seen(person, code, as_at):
        stem = f"{paper.proposal}/{paper.authority}"
        if paper.document is not None:
            yield stem, paper.document
        if paper.annex is not None:
            yield f"{stem}-exempt-annex", paper.annex
