"""Misspellings: the commonest of English, and slips for words that the report itself uses.

There is no dictionary here, since each of these is wrong without one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Fault,
    Passage,
    around,
    how_often,
    passages,
    told_once,
    word_set,
)
from moothall.proofread.wording.misspelt_words import MISSPELT

_TOKEN = Expression(r"(?<![\w@./’'-])[A-Za-z]{3,24}(?![\w@’'-]|\.[a-z])")


def words_are_spelt_right(report: Report) -> Iterator[TextFinding]:
    """None of the commonest misspellings stands in the report."""
    yield from told_once(_misspelt(report))


def _misspelt(
    report: Report,
) -> Iterator[Fault]:
    for passage in passages(report):
        for match in _TOKEN.finditer(passage.text):
            right = MISSPELT.get(match[0].lower())
            # "Udall Thier": a capital within a sentence may be somebody's name
            if right is None or (match[0].istitle() and _in_a_name(passage.text, match)):
                continue
            yield Fault(
                key=match[0].lower(),
                passage=passage,
                match=match,
                message=f"“{match[0]}” is misspelt: it should be “{right}”",
                confidence=Confidence.HIGH,
                cure=f"Write “{right}”.",
            )


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    if match[0].lower() == "childrens" or MISSPELT[match[0].lower()].endswith(_NOUN_ENDINGS):
        return False  # "Childrens Services", "Risk Managment": names of bodies are spelt right too
    return bool(re.search(r"[A-Z][a-z]+\s$", text[max(0, match.start() - 20) : match.start()]))


_NOUN_ENDINGS = ("ment", "tion", "ance", "tee", "ship", "cil", "ity", "tor", "get", "ces", "ice")


# --- a slip for a word that the report itself uses ------------------------------------------------

# Pairs of true words one letter apart in the middle.
_BOTH_WORDS = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "contracts/contacts contracted/contacted contracting/contacting contractor/contactor "
        "countries/counties casually/causally complaint/compliant alteration/altercation "
        "alteration/alternation specialty/speciality judgment/judgement mediation/medication "
        "mediation/meditation deprivation/derivation enrolment/enrollment fulfilment/fulfillment "
        "instalment/installment instalments/installments modelling/modeling labelled/labeled "
        "travelling/traveling counselling/counseling focussed/focused focussing/focusing "
        "benefitted/benefited benefitting/benefiting cancelled/canceled programmed/programed "
        "acknowledgment/acknowledgement signalling/signaling levelling/leveling "
        "statistics/statics formatting/formating inquiries/enquiries ordinance/ordnance"
    )
)


def a_word_is_spelt_one_way(report: Report) -> Iterator[TextFinding]:
    """No word is one slip from a word that the report itself uses often ("thoughout").

    A slip is one letter left out, doubled or put in, or two changed about, past the first two
    letters and before the last two, where words do not differ by grammar.
    """
    first: dict[str, Passage] = {}
    counts: Counter[str] = Counter()
    for passage in passages(report):
        for match in _TOKEN.finditer(passage.text):
            word = match[0]
            if len(word) >= 8 and word.islower():
                counts[word] += 1
                first.setdefault(word, passage)
    # Two words a slip apart share a form with one letter left out: so pairs are found in one pass.
    by_form: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts:
        for place in range(2, len(word) - 1):
            by_form[word[:place] + word[place + 1 :]].append(word)
        by_form[word].append(word)
    told: set[str] = set()
    for form in sorted(by_form):
        words = by_form[form]
        if 1 < len(words) <= 8:
            for rare in words:
                common = max(words, key=lambda word: counts[word])
                if rare not in told and counts[common] >= 3 and _is_a_slip(rare, common, counts):
                    told.add(rare)
                    yield _slip(rare, common, counts[common], first[rare])


def _is_a_slip(rare: str, common: str, counts: Counter[str]) -> bool:
    if rare == common or counts[rare] != 1 or rare in MISSPELT:
        return False
    if frozenset((rare, common)) in _BOTH_WORDS or rare[:2] != common[:2]:
        return False
    if rare[-2:] != common[-2:] or _one_by_grammar(rare, common):
        return False
    if sorted(rare) == sorted(common):
        differing = [place for place in range(len(rare)) if rare[place] != common[place]]
        return len(differing) == 2 and differing[1] == differing[0] + 1
    return abs(len(rare) - len(common)) == 1


def _one_by_grammar(rare: str, common: str) -> bool:
    """British or American, and hyphens lost: "organisation"/"organization", "cooperate"."""
    plain = [
        word.replace("z", "s").replace("our", "or").replace("ae", "e") for word in (rare, common)
    ]
    return plain[0] == plain[1]


def _slip(rare: str, common: str, times: int, passage: Passage) -> TextFinding:
    start = passage.text.find(rare)
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, start + len(rare)),
        message=f"“{rare}” stands once; elsewhere the report writes “{common}” ({times} times).",
        confidence=Confidence.MEDIUM,
        cure=f"Write “{common}” if that is meant.",
    )


_CAPITALS = Expression(r"(?<![\w@/’'-])[A-Z]{3,8}s?(?![\w@’'-])")


def an_abbreviation_is_spelt_one_way(report: Report) -> Iterator[TextFinding]:
    """No abbreviation stands once with a letter doubled ("DCSSs") or two swapped ("HRWC")."""
    counts: Counter[str] = Counter()
    introduced: Counter[str] = Counter()
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in passages(report):
        for match in _CAPITALS.finditer(passage.text):
            counts[match[0]] += 1
            first.setdefault(match[0], (passage, match))
            if passage.text[match.start() - 1 : match.start()] == "(":
                introduced[match[0]] += passage.text[match.end() : match.end() + 1] == ")"
    for word, (passage, match) in first.items():
        # letters that are spelt out twice and used in another order from then on
        only_introduced = counts[word] == introduced[word] <= 2
        if (counts[word] > 1 and not only_introduced) or passage.text.isupper():
            continue
        plain = _slipped_from(word, counts)
        if plain:
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"“{word}” stands {how_often(counts[word])}; elsewhere the report writes "
                f"“{plain}”.",
                confidence=Confidence.MEDIUM,
                cure=f"Write “{plain}” if that is meant.",
            )


_OFTEN = 3


def _slipped_from(word: str, counts: Counter[str]) -> str:
    """The abbreviation that has one letter fewer, or two neighbours the other way about."""
    for place in range(1, len(word)):
        plain = word[:place] + word[place + 1 :]
        if word[place] == word[place - 1] and counts[plain] and len(plain.rstrip("s")) > 2:
            return plain
        swapped = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        # of three letters every order may be an abbreviation
        if swapped != word and counts[swapped] >= _OFTEN and len(word.rstrip("s")) > 3:
            return swapped
    return ""


RULES: tuple[Rule, ...] = (
    words_are_spelt_right,
    a_word_is_spelt_one_way,
    an_abbreviation_is_spelt_one_way,
)
