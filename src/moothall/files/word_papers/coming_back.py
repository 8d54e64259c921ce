"""A paper that came back from Word beside the paper as it is now: what was changed, and where.

Nothing is taken over here.  Words are found again by their tag, else by their bookmark, else by
heading and likeness; what is found in no way is kept for a person to place.
"""

from collections import Counter
from collections.abc import Iterator

from moothall.documents.printed_words import PROVENANCE_HEADING
from moothall.documents.word_marks import (
    digest_of,
    hash_of,
    on_one_line,
    prompt_for,
    words_listed,
)
from moothall.files.word_papers.flow import Flow, Run, flow_of, is_as_made
from moothall.files.word_papers.found import (
    BY_BOOKMARK,
    BY_LIKENESS,
    BY_TAG,
    GONE,
    Unfound,
    find,
    is_printed,
    rejoined,
)
from moothall.files.word_papers.headings import Headings, match_headings
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.made_tables import changed_tables
from moothall.files.word_papers.read_words import ReadFile
from moothall.files.word_papers.rejoined import as_text
from moothall.files.word_papers.returned import Change, NotTaken, Returned, Verdict
from moothall.files.word_papers.verdicts import change_of, removed

_MADE = "The program makes this from facts: change the facts, and every paper says it anew."
_NO_TOPIC = "The council's format takes no words here: choose where they belong."
_UNKNOWN = "The council's format has no heading “{heading}”: choose where these words belong."
_NO_MARKS = (
    "No mark is left in the file, so it cannot be told whether an author or the program wrote this."
)
_BEFORE_ALL = "They stand before the first heading: choose where they belong."


def coming_back(read: ReadFile, held: HeldPaper) -> Returned:
    """What bringing a file back would change."""
    flow = flow_of(read, held.labels)
    left = words_listed(read.properties)
    headings = match_headings(
        read.headings, held.sections, (PROVENANCE_HEADING,), _words_under(flow, held)
    )
    finding = find(flow, held, headings, left)
    changes: list[Change] = []
    not_taken: list[NotTaken] = []
    for of, found in finding.found.items():
        change, typed_over = change_of(of, found, held, headings)
        changes.append(change)
        not_taken += typed_over
    changes += _new(finding.unfound, flow, held, headings)
    changes += _gone(finding.gone, held, headings)
    missing = [of for of in held.words if of not in finding.found]
    stayed = [of for of in missing if left is not None and hash_of(of) not in left]
    changes += [removed(of, held, left) for of in missing if of not in stayed]
    not_taken += _changed_by_hand(flow, held, headings)
    not_taken += changed_tables(flow.tables, held, headings)
    counted = Counter(found.how for found in finding.found.values())
    return Returned(
        changes=_in_order(changes, held),
        not_taken=tuple(not_taken),
        renamed=headings.renamed,
        unknown=headings.unknown,
        comments=read.comments,
        notes=read.notes,
        by_tag=counted[BY_TAG],
        by_bookmark=counted[BY_BOOKMARK],
        by_likeness=counted[BY_LIKENESS],
        added_here=len(stayed),
    )


def _words_under(flow: Flow, held: HeldPaper) -> dict[int, frozenset[str]]:
    """Under which headings the words left that now stand under each of the file's."""
    found: dict[int, set[str]] = {}
    for entry in flow.entries:
        of = held.by_hash.get(entry.mark.hash) if isinstance(entry, Run) else None
        if of in held.words and not entry.at.label:
            found.setdefault(entry.at.heading, set()).add(held.words[of].heading)
    return {place: frozenset(names) for place, names in found.items()}


def _new(
    unfound: list[Unfound], flow: Flow, held: HeldPaper, headings: Headings
) -> Iterator[Change]:
    """Words that are no fact's: new ones where their heading takes words, else to be placed.

    Lines that the program prints are left out, unless they stand in the file once more.
    """
    lines = held.lines - {words.printed.casefold() for words, _ in flow.made}
    has_marks = bool(flow.made) or any(isinstance(each, Run) for each in flow.entries)
    counted: Counter[str] = Counter()
    for each in unfound:
        words = each.loose.words
        if is_printed(words.printed, lines):
            continue
        (paragraph,) = rejoined([words], held)
        heading, topics, why = _place_of(each, held, headings)
        bare = _without_prompt(paragraph.bare, heading)
        if not bare:
            continue
        digest = digest_of((bare,))
        counted[digest] += 1
        after = held.topic_of(each.after)
        yield Change(
            key=f"new-{digest}-{counted[digest]}",
            verdict=Verdict.NEW if topics else Verdict.UNPLACED,
            heading=on_one_line(heading),
            place=on_one_line(heading) or "Before the first heading",
            after=_without_prompt(paragraph.shown, heading),
            text=_without_prompt(as_text([paragraph], ""), heading),
            topic=(after if after in topics else topics[0]) if topics else "",
            topics=topics,
            sure=bool(topics) and has_marks and not each.remark,
            notes=tuple(filter(None, (each.remark, why, "" if has_marks else _NO_MARKS))),
        )


def _place_of(
    each: Unfound, held: HeldPaper, headings: Headings
) -> tuple[str, tuple[str, ...], str]:
    """The heading, the topics that it takes, and why there are none."""
    at = each.loose.at
    heading = at.label or headings.at(at.heading)
    if each.loose.prompt is not None:
        by_hash = {hash_of(name): name for name in held.takes}
        heading = by_hash.get(each.loose.prompt.hash, heading)
    if heading is None:
        unknown = headings.as_read(at.heading)
        return unknown, (), _UNKNOWN.format(heading=unknown)
    topics = held.takes.get(on_one_line(heading), ())
    why = "" if topics else _NO_TOPIC if heading else _BEFORE_ALL
    return heading, topics, why


def _without_prompt(words: str, heading: str) -> str:
    """What was typed in an empty place whose prompt was not taken out first."""
    return on_one_line(words.replace(prompt_for(heading), " "))


def _gone(runs: list[Run], held: HeldPaper, headings: Headings) -> Iterator[Change]:
    """Words of facts that are held no longer: told where they came back as they left."""
    for number, run in enumerate(runs, start=1):
        paragraphs = rejoined(run.words, held)
        bare = tuple(each.bare for each in paragraphs if each.bare)
        if not bare:
            continue
        heading = run.at.label or headings.at(run.at.heading) or ""
        topics = held.takes.get(on_one_line(heading), ())
        as_left = digest_of(bare) == run.mark.digest
        shown = "\n\n".join(each.shown for each in paragraphs if each.bare)
        conflict = Verdict.CONFLICT if topics else Verdict.UNPLACED
        yield Change(
            key=f"gone-{run.mark.hash}-{number}",
            verdict=Verdict.CHANGED_HERE if as_left else conflict,
            heading=on_one_line(heading),
            place=on_one_line(heading),
            before=shown if as_left else None,
            after=shown,
            text=as_text([each for each in paragraphs if each.bare], ""),
            topic=topics[0] if topics else "",
            topics=topics,
            how=BY_TAG if run.by_tag else BY_BOOKMARK,
            notes=(GONE,),
        )


def _changed_by_hand(flow: Flow, held: HeldPaper, headings: Headings) -> Iterator[NotTaken]:
    """What the program made and somebody changed all the same."""
    for words, at in flow.made:
        as_made = is_as_made(words)
        if as_made is None:
            as_made = not words.printed or is_printed(words.printed, held.lines)
        if not as_made:
            yield NotTaken(headings.named(at), _MADE, words.printed or "(taken out)")


def _in_order(changes: list[Change], held: HeldPaper) -> tuple[Change, ...]:
    """As the paper has its headings; under one, what is held first and then what is new."""
    order: dict[str, int] = {}
    for words in held.words.values():
        order.setdefault(on_one_line(words.heading), len(order))
    for section in held.sections:
        order.setdefault(on_one_line(section.heading), len(order))
    places = {of: place for place, of in enumerate(held.words)}
    last = len(places)
    return tuple(
        sorted(
            changes,
            key=lambda each: (order.get(each.heading, len(order)), places.get(each.of, last)),
        )
    )
