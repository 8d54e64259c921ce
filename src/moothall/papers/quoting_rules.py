"""Rules on what prose quotes from facts, and on short forms."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity
from moothall.documents.document import Bullets, Document, Paragraph, Quote, QuoteState, Table
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.papers.abbreviations import unexplained
from moothall.papers.insertions import MARK, OWN_PARTS, Insertion, insertions
from moothall.papers.papers import WrittenPaper
from moothall.papers.results import is_result

_LONGEST = 80


def a_paper_quotes_facts_that_are_held(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """A quoted fact that is gone leaves words that nothing stands behind."""
    for kind, fact, each in _quoted(programme):
        if each.state is QuoteState.GONE and not each.problem:
            yield finding_on(
                programme,
                kind,
                fact,
                Severity.WARNING,
                f"The words quote {each.of}, which is not held or not seen here: the paper shows "
                f"{_short(each.was)}, as it stood when they were written.",
                "Quote another fact, or write the figure as your own words with its source.",
                figures=(("stood there", _short(each.was)),),
            )
    yield from _of_results(
        programme,
        papers,
        QuoteState.GONE,
        "is not known any more: the paper shows {was}, as it stood when the words were written",
        "Say in your own words what is known, or settle what the route asks.",
    )


def quoted_facts_are_as_they_were_when_the_words_were_written(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """A changed figure shows its value now; the words around it may no longer fit."""
    for kind, fact, each in _quoted(programme):
        if each.state is QuoteState.CHANGED:
            yield finding_on(
                programme,
                kind,
                fact,
                Severity.WARNING,
                f"{each.of} was {_short(each.was)} when these words were written and is "
                f"{_short(each.now)} now.",
                "Read the words around it: take the new figure, or write them anew.",
                figures=(("was", _short(each.was)), ("is", _short(each.now))),
            )
    yield from _of_results(
        programme,
        papers,
        QuoteState.CHANGED,
        "was {was} when the words were written and is {now} now",
        "Read the words around it: take what holds now, or write them anew.",
    )


def a_reference_in_words_names_something(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """What stands in double brackets and names nothing is printed as it is."""
    for kind, fact, each in _quoted(programme):
        if each.problem:
            yield finding_on(
                programme,
                kind,
                fact,
                Severity.WARNING,
                f"[[{_short(each.of)}]] stands in the words as it is: {each.problem}.",
                "Correct the reference, or take the double brackets away.",
            )
    for paper in papers:
        for fact_path, text in _texts(paper.document):
            for match in MARK.finditer(text) if "[[" in text else ():
                if match[1].startswith(OWN_PARTS):
                    yield _on_paper(
                        programme,
                        paper,
                        f"{match[0]} stands in the words of {fact_path or 'the paper'} as it is: "
                        "the paper has no such table, figure or appendix.",
                        "Name one that the paper's format has, or record the facts that make it.",
                        Severity.WARNING,
                    )


def words_for_the_public_quote_nothing_exempt(programme: Programme) -> Iterator[Finding]:
    """Public words that quote an exempt fact print a gap, and their own text holds its figure."""
    for kind, fact, each in _quoted(programme):
        quoted = each.fact
        if quoted is not None and quoted.exempt is not None and fact.exempt is None:
            yield finding_on(
                programme,
                kind,
                fact,
                Severity.WARNING,
                f"These words are public and quote {each.of}, which is exempt under paragraph "
                f"{quoted.exempt.paragraph} of Schedule 12A: the public paper leaves a gap there.",
                "Mark the words as exempt too, or take the quotation out of them.",
            )


def shared_words_quote_what_is_shared(programme: Programme) -> Iterator[Finding]:
    """What one council shares must not tell a figure that its owner keeps to itself."""
    for kind, fact, each in _quoted(programme):
        quoted = each.fact
        shared = fact.shared or fact.owner == PROGRAMME
        if quoted is not None and shared and not quoted.shared and quoted.owner != PROGRAMME:
            yield finding_on(
                programme,
                kind,
                fact,
                Severity.WARNING,
                f"These words are shared with the other councils and quote {each.of}, which is not "
                "shared: they read the figure in the words.",
                "Share the fact, or stop sharing the words.",
            )


def an_abbreviation_means_one_thing(programme: Programme) -> Iterator[Finding]:
    """One short form for two things misleads whoever reads both councils' papers."""
    first: dict[str, Fact] = {}
    meanings: dict[str, str] = {}
    for each in programme.abbreviations:
        known = meanings.setdefault(each.short, each.full)
        other = first.setdefault(each.short, each)
        if known.casefold() != each.full.casefold():
            yield finding_on(
                programme,
                "abbreviations",
                each,
                Severity.NOTE,
                f"{each.short} stands for “{each.full}” here and for “{known}” in "
                f"abbreviations/{other.id}.",
                "Agree on one meaning, or write one of the two out in every paper.",
                upholds="K12",
            )


def an_abbreviation_is_spelled_out(
    programme: Programme, papers: tuple[WrittenPaper, ...]
) -> Iterator[Finding]:
    """A reader who does not know the short form has nowhere to look."""
    known = {each.short for each in programme.abbreviations}
    for paper in papers:
        unknown = unexplained(paper.document, known) if paper.document is not None else ()
        if unknown:
            yield _on_paper(
                programme,
                paper,
                f"The words use {', '.join(unknown)} and nobody says what "
                f"{'it stands' if len(unknown) == 1 else 'they stand'} for.",
                "Record each as an abbreviation, or write it out.",
                Severity.NOTE,
                upholds="K12",
            )


OF_WORDS = (
    words_for_the_public_quote_nothing_exempt,
    shared_words_quote_what_is_shared,
    an_abbreviation_means_one_thing,
)
"""Rules that need the facts alone."""

OF_PAPERS = (
    a_paper_quotes_facts_that_are_held,
    quoted_facts_are_as_they_were_when_the_words_were_written,
    a_reference_in_words_names_something,
    an_abbreviation_is_spelled_out,
)
"""Rules that need the papers too."""


def _quoted(programme: Programme) -> Iterator[tuple[str, Fact, Insertion]]:
    """Every quotation in words that go into papers, but those of results."""
    for kind, fact, text in _words(programme):
        if "[[" in text:
            for each in insertions(programme, text):
                if not is_result(each.of):
                    yield kind, fact, each


def _words(programme: Programme) -> Iterator[tuple[str, Fact, str]]:
    for passage in programme.passages:
        yield "passages", passage, passage.text
    for implication in programme.implications:
        yield "implications", implication, implication.text
    for paper in programme.papers:
        for recommendation in paper.recommendations:
            yield "papers", paper, recommendation.text


def _of_results(
    programme: Programme,
    papers: tuple[WrittenPaper, ...],
    state: QuoteState,
    what: str,
    cure: str,
) -> Iterator[Finding]:
    for paper in papers:
        for text, quote in _quotes(paper.document):
            if quote.state is state and is_result(quote.of):
                now = text[quote.start : quote.end]
                said = what.format(was=_short(quote.was), now=_short(now))
                yield _on_paper(programme, paper, f"{quote.of} {said}.", cure, Severity.WARNING)


def _quotes(document: Document | None) -> Iterator[tuple[str, Quote]]:
    for _, text, quotes in _written(document):
        for quote in quotes:
            yield text, quote


def _texts(document: Document | None) -> Iterator[tuple[str, str]]:
    for of, text, _ in _written(document):
        yield of, text


def _written(document: Document | None) -> Iterator[tuple[str, str, tuple[Quote, ...]]]:
    """Every text of a paper that is somebody's: whose, what it says, what it quotes."""
    if document is None:
        return
    parts = [document.front, document.closing]
    parts += [section.blocks for section in (*document.sections, *document.appendices)]
    for blocks in parts:
        for block in blocks:
            if isinstance(block, Paragraph) and block.of:
                yield block.of, block.text, block.quotes
            elif isinstance(block, Bullets) and block.of:
                quotes = block.quotes or ((),) * len(block.items)
                for item, own in zip(block.items, quotes, strict=True):
                    yield block.of, item, own
            elif isinstance(block, Table):
                for each in block.in_cells:
                    yield each.of, block.rows[each.row][each.column][each.place], each.quotes


def _on_paper(
    programme: Programme,
    paper: WrittenPaper,
    message: str,
    cure: str,
    severity: Severity,
    upholds: str = "",
) -> Finding:
    proposal = programme.proposal(paper.proposal)
    name = programme.authority(paper.authority).short_name
    return finding_on(
        programme,
        "proposals",
        proposal,
        severity,
        f"{name}'s paper on {proposal.name}: {message}",
        cure,
        authority=paper.authority,
        reference="",
        upholds=upholds,
    )


def _short(text: str | None) -> str:
    words = " ".join((text or "").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
