"""Words found again in a file that came back: by their mark, else by heading and likeness."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from moothall.documents.word_marks import digest_of, hash_of, on_one_line
from moothall.files.reports.printed_numbers import split_bullet, split_number
from moothall.files.word_papers.flow import At, Flow, Loose, Run
from moothall.files.word_papers.headings import Headings
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.read_words import ReadWords
from moothall.files.word_papers.rejoined import Rejoined, rejoin

BY_TAG, BY_BOOKMARK, BY_LIKENESS = "tag", "bookmark", "likeness"
_ALIKE_HERE, _ALIKE_ANYWHERE = 0.6, 0.75
_TOO_SHORT = 12
"""Fewer letters than this are alike by chance."""
_MOST_WORDS, _MOST_COMPARED = 1_500, 500
"""Of one text, and of paragraphs without a mark: comparing more would keep a reader waiting."""
TWICE = "These words stand in the file a second time; they are taken as new ones."
GONE = "These words were removed here after the file left."


@dataclass(slots=True)
class Found:
    """The paragraphs of one fact, where they stand, how they were found and (where it is known)
    the digest of the words as they left."""

    words: list[ReadWords]
    at: At
    how: str
    digest: str | None
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Unfound:
    """A paragraph that is the words of no fact: new ones.

    `after` is the fact below whose words it stands under the same heading; `remark` says what is
    known of it.
    """

    loose: Loose
    after: str = ""
    remark: str = ""


@dataclass(slots=True)
class Finding:
    """What was found again and what was not; `gone` are words of facts that are no longer here."""

    found: dict[str, Found] = field(default_factory=dict)
    unfound: list[Unfound] = field(default_factory=list)
    gone: list[Run] = field(default_factory=list)


def find(flow: Flow, held: HeldPaper, headings: Headings, left: dict[str, str] | None) -> Finding:
    """Find the words of every fact.  `left` are the digests of all that left, by hash."""
    done = Finding()
    waiting = list(_by_mark(flow, held, done))
    expected = [
        of for of in held.words if of not in done.found and (left is None or hash_of(of) in left)
    ]
    _by_likeness(waiting, expected, held, headings, left or {}, done)
    return done


def _by_mark(flow: Flow, held: HeldPaper, done: Finding) -> Iterator[Unfound]:
    """Take what has marks; give what has none, or more than it left with."""
    best = _best_runs(flow, held)
    after, at = "", At(-1)
    for entry in flow.entries:
        if entry.at != at:
            after, at = "", entry.at
        if isinstance(entry, Loose):
            yield Unfound(entry, after)
            continue
        of = held.by_hash.get(entry.mark.hash)
        if of is None or of not in held.texts:
            done.gone.append(entry)
            continue
        after = of
        if best[of] is not entry:
            if came_as_left(entry, held):
                continue
            yield from (Unfound(Loose(each, at), of, TWICE) for each in entry.words if each.printed)
            continue
        mine, more = _own(entry.words, held, of)
        how = BY_TAG if entry.by_tag else BY_BOOKMARK
        done.found[of] = Found(mine, at, how, entry.mark.digest)
        yield from (Unfound(Loose(each, at), of) for each in more)


def _best_runs(flow: Flow, held: HeldPaper) -> dict[str, Run]:
    """Of words that stand in the file several times, those that are the fact's.

    Where the paper prints them several times, it is those that were changed; where an author has
    copied them, those most like what is held.
    """
    runs: dict[str, list[Run]] = {}
    for entry in flow.entries:
        if isinstance(entry, Run):
            runs.setdefault(held.by_hash.get(entry.mark.hash, ""), []).append(entry)
    best = {}
    for of, each in runs.items():
        now = held.shown_now(of) or ""
        changed = [run for run in each if not came_as_left(run, held)]
        if held.printed_times[of] > 1 and changed:
            best[of] = changed[0]
        else:
            best[of] = max(each, key=lambda run: likeness(_shown(run), now))
    return best


def _shown(run: Run) -> str:
    return " ".join(each.shown for each in run.words)


def came_as_left(run: Run, held: HeldPaper) -> bool:
    """Whether the words of a run are those that left."""
    bare = tuple(each.bare for each in rejoined(run.words, held) if each.bare)
    return digest_of(bare) == run.mark.digest


def _own(
    words: list[ReadWords], held: HeldPaper, of: str
) -> tuple[list[ReadWords], list[ReadWords]]:
    """Of the paragraphs in a control, those that are the fact's and those that were added.

    Words that left as one paragraph stay one: the one most like it.
    """
    written = [each for each in words if each.shown]
    paragraphs = held.bare_now(of) or ()
    if len(paragraphs) != 1 or len(written) < 2:
        return written, []
    now = held.shown_now(of) or ""
    mine = max(written, key=lambda each: likeness(each.shown, now))
    return [mine], [each for each in written if each is not mine]


def _by_likeness(
    waiting: list[Unfound],
    expected: list[str],
    held: HeldPaper,
    headings: Headings,
    left: dict[str, str],
    done: Finding,
) -> None:
    """Match what has no mark with what was not found: the same words, then the most alike."""
    free = [
        place for place, each in enumerate(waiting) if not each.remark and each.loose.prompt is None
    ]
    words = {waiting[place].loose.words.shown: place for place in reversed(free)}
    same = [(-1.0, words[now], of) for of in expected if (now := held.printed_now(of)) in words]
    alike = (
        (-how_alike, place, of)
        for place in free[:_MOST_COMPARED]
        for of in expected
        if (how_alike := _alike(waiting[place], of, held, headings))
    )
    taken: set[int] = set()
    for how_much, place, of in (*same, *sorted(alike)):
        if place in taken or of in done.found:
            continue
        taken.add(place)
        loose = waiting[place].loose
        digest = left.get(hash_of(of))
        done.found[of] = Found([loose.words], loose.at, BY_LIKENESS, digest, -how_much)
    done.unfound += [each for place, each in enumerate(waiting) if place not in taken]


def _alike(each: Unfound, of: str, held: HeldPaper, headings: Headings) -> float:
    """How alike they are, 0 where it is not enough; less is enough under the same heading."""
    words, now = each.loose.words.shown, held.printed_now(of)
    if min(len(words), len(now)) < _TOO_SHORT:
        return 0.0
    place = each.loose.at
    heading = place.label or headings.at(place.heading)
    here = on_one_line(held.words[of].heading) == on_one_line(heading or "")
    least = _ALIKE_HERE if here else _ALIKE_ANYWHERE
    alike = likeness(words, now, least)
    return alike if alike >= least else 0.0


def rejoined(
    words: Sequence[ReadWords], held: HeldPaper, of: str = "", how: str = ""
) -> tuple[Rejoined, ...]:
    """Paragraphs with their figures known again."""
    quoted = held.quoted(of) if how == BY_LIKENESS else ()
    return tuple(rejoin(each.pieces, held.by_hash, held.short, quoted) for each in words)


def likeness(first: str, second: str, least: float = 0.0) -> float:
    """How alike two texts are by their words, from 0 to 1; 0 where it is below `least`."""
    one, other = first.split()[:_MOST_WORDS], second.split()[:_MOST_WORDS]
    if not one or not other or 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def is_printed(words: str, lines: Iterable[str]) -> bool:
    """Whether the program prints a line itself, with or without its number or bullet."""
    bare = split_number(split_bullet(words)[1])[1]
    return bool({words.casefold(), bare.casefold()} & set(lines))
