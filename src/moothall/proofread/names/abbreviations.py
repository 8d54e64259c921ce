"""Abbreviations: used and never spelt out, spelt out late, spelt out twice.

What everybody knows needs no spelling out, and in minutes those present know what the letters
stand for.
"""

import re
from collections.abc import Collection, Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.abbreviation_uses import Use, abbreviation_uses
from moothall.proofread.names.known_abbreviations import (
    KNOWN,
    KNOWN_TO_MEMBERS,
)
from moothall.proofread.names.spellings import Spelling, spellings, stems_of, words_in_full
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import how_often

_FEWEST_IN_FULL = 3
_RECOMMENDED = Expression(r"\brecommend|\bdecisions? (?:required|sought)|\bresolutions?\b", re.I)
_OWN_LETTERS = Expression(r"^[A-Z&]{1,3}(?:CC|BC|DC|MBC|LBC|CBC|MDC|UA)$")
"""The letters of a council, which its members know: a county, borough or district council."""
_OWN_NAME = Expression(r"\b(?:council|borough|county|authority)\b", re.IGNORECASE)


def abbreviations_are_spelt_out(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is used and never spelt out."""
    spelt, every = spellings(report), abbreviation_uses(report)
    unspelt = {
        key: uses
        for key, uses in every.items()
        if key not in KNOWN and key not in spelt and not all(use.capitals for use in uses)
    }
    in_full = words_in_full(passages(report), set(unspelt))
    minuted = are_minutes(report)
    told: set[tuple[int, str]] = set()
    for key, uses in unspelt.items():
        running = [use for use in uses if not use.heading and not use.capitals]
        if not running or _is_another_with_a_letter_doubled(key, every):
            continue
        if _has_the_letters_of_another(key, [*every, *spelt]):
            continue
        prose = [use for use in running if not use.cell]
        in_a_sentence = [use for use in prose if len(use.quote.split()) > _A_SENTENCE]
        shown = (in_a_sentence or prose or running)[0]
        words = in_full.get(key, "")
        # where its words stand elsewhere in full, a reader may guess; not so a heavy use
        guessed = bool(words) and (len(uses) < _FEWEST_IN_FULL or bool(_OWN_NAME.search(words)))
        guessed = guessed or key in KNOWN_TO_MEMBERS or bool(_OWN_LETTERS.match(key))
        # of several in one list the first is told for all
        spot = (shown.order, shown.quote[:_OPENING])
        guessed = guessed or spot in told
        sure = len(key) > 2 and _is_relied_on(running) and not guessed and not minuted
        told |= {spot} if sure else set()
        yield TextFinding(
            place=shown.place,
            quote=shown.quote,
            message=f"{key} is used {how_often(len(uses))} and never spelt out"
            + (f" beside its words (“{words}”)." if words else "."),
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            cure=f"Spell it out where it is first used, with {key} in brackets.",
        )


def _is_another_with_a_letter_doubled(key: str, others: Collection[str]) -> bool:
    """ "DCSSs" for "DCSs": told as a slip, and no abbreviation of its own."""
    return any(
        key[place] == key[place - 1] and key[:place] + key[place + 1 :] in others
        for place in range(1, len(key))
    )


def _has_the_letters_of_another(key: str, others: Collection[str]) -> bool:
    """ "QBCWN" for "QNWBC": told as one body's letters in two orders."""
    return len(key) >= _MANY_LETTERS and any(
        key != other and sorted(key) == sorted(other) for other in others
    )


_MANY_LETTERS = 5
_OPENING = 25


def _is_relied_on(running: list[Use]) -> bool:
    """Whether it is used in a sentence, twice anywhere but a table, or in a recommendation."""
    prose = [use for use in running if not use.cell]
    places = {(use.order, use.place.row) for use in running}
    return bool(prose) and (
        len(places) > 1
        or any(_RECOMMENDED.search(use.place.section) for use in prose)
        or (not prose[0].named and len(prose[0].quote.split()) >= _A_SENTENCE)
    )


def abbreviations_are_spelt_out_at_first_use(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is used before the place where it is spelt out."""
    spelt = spellings(report)
    minuted = are_minutes(report)
    for key, uses in abbreviation_uses(report).items():
        if key in KNOWN or key not in spelt:
            continue
        in_brackets = [spelling for spelling in spelt[key] if spelling.order]
        if not in_brackets:
            continue
        first = min(in_brackets, key=lambda spelling: (spelling.order, spelling.start))
        early = [use for use in uses if use.order < first.order and not use.heading]
        if not early:
            continue
        running = [use for use in early if not use.cell and len(use.quote.split()) >= _A_SENTENCE]
        shown = (running or early)[0]
        yield TextFinding(
            place=shown.place,
            quote=shown.quote,
            message=f"{key} is used here and spelt out only later: “{first.quote}”"
            + (f" ({first.place})." if str(first.place) else "."),
            confidence=Confidence.MEDIUM
            if running
            and first.words
            and len(key) > 2
            and not minuted
            and key not in KNOWN_TO_MEMBERS
            else Confidence.LOW,
            cure="Move the words in full to its first use.",
        )


_A_SENTENCE = 5  # words: shorter passages are titles and labels


def an_abbreviation_stands_for_one_thing(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is spelt out twice: in different words, or needlessly in the same."""
    for key, found in spellings(report).items():
        named = [spelling for spelling in found if spelling.words]
        yield from _short_of_a_word(report, key, found, named)
        misfits = [spelling for spelling in found if spelling.misfit]
        if not named:
            yield from (_misfitting(report, key, misfit) for misfit in misfits[:1])
            continue
        first = named[0]
        again = next(
            (
                other
                for other in named[1:]
                if stems_of(other.words) == stems_of(first.words)
                and not (other.order == first.order and other.order)
            ),
            None,
        )
        if again is not None:
            yield TextFinding(
                place=again.place,
                quote=again.quote,
                message=f"{key} is spelt out a second time.",
                confidence=Confidence.LOW,
                cure="Once is enough.",
            )
        others = [(s, s.words) for s in named[1:]] + [(s, s.misfit) for s in misfits]
        bodies = [
            (s, s.body[s.body.index(first.words[0]) :]) for s in found if first.words[0] in s.body
        ]
        others += [(s, body) for s, body in bodies if _are_letters_of_another(body, first.words)]
        for other, words in others:
            if stems_of(words) != stems_of(first.words):
                yield TextFinding(
                    place=other.place,
                    quote=_with_what_follows(report, other),
                    message=f"{key} stands for “{' '.join(first.words)}” in one place and for "
                    f"“{' '.join(words)}” in another.",
                    confidence=Confidence.MEDIUM,
                    cure="Use one name, or two abbreviations.",
                )
                break


def _are_letters_of_another(body: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a body that begins as the spelt-out one does is another: a subgroup of the group."""
    return (
        len(body) > 1
        and body[-1] != words[-1]
        and not set(words) <= set(body)
        and not set(body) <= set(words)
    )


def _with_what_follows(report: Report, spelling: Spelling) -> str:
    """The words of a spelling as they stand, and those after the brackets."""
    for passage in passages(report):
        at = passage.text.find(spelling.quote) if passage.order == spelling.order else -1
        if at >= 0:
            return around(passage.text, at, at + len(spelling.quote), 0, after=30)
    return spelling.quote


def _short_of_a_word(
    report: Report, key: str, found: list[Spelling], named: list[Spelling]
) -> Iterator[TextFinding]:
    """“Special Educational Needs (SEND)”, where “… Needs and Disabilities” stands elsewhere."""
    for spelling in found:
        if not spelling.lacking:
            continue
        full = named[0].words if named else tuple(_in_full(report, key).split())
        short, whole = stems_of(spelling.lacking), stems_of(full)
        if full and len(whole) == len(short) + 1 and set(short) < set(whole):
            yield TextFinding(
                place=spelling.place,
                quote=spelling.quote,
                message=f"“{' '.join(spelling.lacking)}” does not give {key}; elsewhere {key} is "
                f"“{' '.join(full)}”.",
                confidence=Confidence.MEDIUM,
                cure="Write the words in full that the letters stand for.",
            )
            return


def _in_full(report: Report, key: str) -> str:
    return words_in_full(passages(report), {key}).get(key, "")


_TELLING = 4
"""So many letters, all but one of which fit, are those of the words."""


def _misfitting(report: Report, key: str, spelling: Spelling) -> TextFinding:
    letters = "".join(word[0] for word in spelling.misfit)
    # the right letters are swapped here, or stand elsewhere
    swapped = sorted(letters) == sorted(key) or letters in abbreviation_uses(report)
    # one letter of several is another word's: “Financial Plan (MTFS)”
    off = sum(a != b for a, b in zip(letters, key, strict=False))
    one_off = len(letters) == len(key) >= _TELLING and off == 1
    return TextFinding(
        place=spelling.place,
        quote=spelling.quote,
        message=f"The letters {key} do not fit “{' '.join(spelling.misfit)}”, which gives "
        f"{letters}.",
        confidence=Confidence.MEDIUM if swapped or one_off else Confidence.LOW,
        cure="Correct the letters or the words.",
    )


RULES: tuple[Rule, ...] = (
    abbreviations_are_spelt_out,
    abbreviations_are_spelt_out_at_first_use,
    an_abbreviation_stands_for_one_thing,
)
