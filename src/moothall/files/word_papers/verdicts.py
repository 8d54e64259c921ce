"""What became of each fact's words: which side has changed them, and what taking it would do."""

from moothall.documents.word_marks import digest_of, hash_of, on_one_line, shown_of
from moothall.files.word_papers.found import BY_BOOKMARK, BY_LIKENESS, Found, rejoined
from moothall.files.word_papers.headings import Headings
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.rejoined import Rejoined, as_text
from moothall.files.word_papers.returned import Change, NotTaken, Verdict
from moothall.papers.insertions import OWN_PARTS

NO_LIST = (
    "The file does not say how these words left, so it cannot be told whether they have been "
    "changed here since."
)
_FIGURE = (
    "The figure comes from {of}. Change it there, and every paper says it anew; the words around "
    "it are taken with the figure as the fact has it."
)
_PART = (
    "The program says which {named} of the paper this is, and says it anew wherever that comes to "
    "stand: the words around it are taken with {words} as it is called now."
)
_KEPT = "{words} is still named by what it shows: its number follows it through the paper."
_PART_LOST = (
    "These words no longer name {words}. What it shows stays in the paper, as facts make it."
)
_LOST = (
    "Its mark was lost on the way (another program, or pasted words): it was found again by its "
    "heading and its words, {alike:.0%} alike."
)
_TAG_LOST = "Its tag was lost on the way; it was found again by its bookmark."
_MOVED = (
    "In Word they stand under {named}. Where words stand follows from their topic; that is not "
    "changed from here."
)


def change_of(
    of: str, found: Found, held: HeldPaper, headings: Headings
) -> tuple[Change, tuple[NotTaken, ...]]:
    """What became of the words of one fact, and figures in them that somebody typed over."""
    paragraphs = rejoined(found.words, held, of, found.how)
    bare = tuple(each.bare for each in paragraphs if each.bare)
    now = held.bare_now(of)
    verdict = _verdict(found.digest, bare, now)
    words = held.words.get(of)
    heading = words.heading if words else (headings.at(found.at.heading) or "")
    notes = [*_how(found), *_moved(found, of, held, headings)]
    if verdict is Verdict.CHANGED_IN_WORD and found.digest is None:
        notes.append(NO_LIST)
    notes += _figures_lost(paragraphs, held, of)
    if verdict in (Verdict.CHANGED_IN_WORD, Verdict.CONFLICT):
        notes += _parts_kept(paragraphs)
    if words is None:
        notes.append(
            "These words are not in the paper now: they have been moved or kept back here."
        )
    change = Change(
        key=of,
        verdict=verdict,
        heading=on_one_line(heading),
        place=words.place if words else on_one_line(heading),
        of=of,
        before=_before(of, found.digest, bare, now, paragraphs, held),
        after="\n\n".join(each.shown for each in paragraphs if each.bare) or None,
        now=held.shown_now(of),
        text=as_text([each for each in paragraphs if each.bare], held.texts[of]),
        how=found.how,
        sure=verdict is Verdict.CHANGED_IN_WORD and found.digest is not None and bool(bare),
        notes=tuple(notes),
    )
    typed_over = tuple(
        NotTaken(change.heading, _why_not(name, held), shown)
        for each in paragraphs
        for name, shown in each.overtyped
    )
    return change, typed_over


def _verdict(left: str | None, bare: tuple[str, ...], now: tuple[str, ...] | None) -> Verdict:
    if bare == now:
        return Verdict.UNCHANGED
    came_as_left = left is not None and digest_of(bare) == left
    still_as_left = left is None or (now is not None and digest_of(now) == left)
    if came_as_left:
        return Verdict.CHANGED_HERE
    if not still_as_left:
        return Verdict.CONFLICT
    return Verdict.CHANGED_IN_WORD if bare else Verdict.REMOVED


def _before(
    of: str,
    left: str | None,
    bare: tuple[str, ...],
    now: tuple[str, ...] | None,
    paragraphs: tuple[Rejoined, ...],
    held: HeldPaper,
) -> str | None:
    if left is None:
        return None
    if now is not None and digest_of(now) == left:
        return held.shown_now(of)
    if digest_of(bare) == left:
        return "\n\n".join(each.shown for each in paragraphs)
    return held.left_as(of, left)


def removed(of: str, held: HeldPaper, left: dict[str, str] | None) -> Change:
    """Words that are not in the file any more."""
    words = held.words[of]
    digest = (left or {}).get(hash_of(of))
    as_left = digest is None or digest == words.mark.digest
    shown = held.shown_now(of)
    notes = () if digest else (NO_LIST,)
    return Change(
        key=of,
        verdict=Verdict.REMOVED if as_left else Verdict.CONFLICT,
        heading=on_one_line(words.heading),
        place=words.place,
        of=of,
        before=shown if as_left else held.left_as(of, digest or ""),
        now=shown,
        notes=notes if as_left else ("Removed in Word, and changed here since.",),
    )


def _how(found: Found) -> list[str]:
    if found.how == BY_LIKENESS:
        return [_LOST.format(alike=found.likeness)]
    return [_TAG_LOST] if found.how == BY_BOOKMARK else []


def _moved(found: Found, of: str, held: HeldPaper, headings: Headings) -> list[str]:
    words = held.words.get(of)
    if words is None or found.at.label:
        return []
    here = headings.at(found.at.heading)
    if here is None or on_one_line(here) == on_one_line(words.heading):
        return []
    named = f"“{on_one_line(here)}”" if here else "the front"
    return [_MOVED.format(named=named)]


def _why_not(of: str, held: HeldPaper) -> str:
    """Why what was typed over a figure is not taken."""
    if of.startswith(OWN_PARTS):
        return _PART.format(named=of.partition(":")[0], words=held.called.get(of, "the part"))
    return _FIGURE.format(of=of)


def _parts_kept(paragraphs: tuple[Rejoined, ...]) -> list[str]:
    """The tables and figures of the paper that the words name as they did."""
    named = {
        words: None
        for each in paragraphs
        for of, words in each.figures
        if of.startswith(OWN_PARTS) and not any(of == name for name, _ in each.overtyped)
    }
    return [_KEPT.format(words=words) for words in named]


def _figures_lost(paragraphs: tuple[Rejoined, ...], held: HeldPaper, of: str) -> list[str]:
    came = [name for each in paragraphs for name, _ in each.figures]
    lost, parts = [], []
    for paragraph, quote in held.quoted(of):
        if quote.of in came:
            came.remove(quote.of)
        elif quote.of.startswith(OWN_PARTS):
            parts.append(shown_of(paragraph, quote))
        elif not quote.of.startswith("abbreviations/"):
            lost.append(quote.of)
    if not paragraphs:
        return []
    told = [f"These words no longer quote {', '.join(dict.fromkeys(lost))}."] if lost else []
    return told + [_PART_LOST.format(words=words) for words in dict.fromkeys(parts)]
