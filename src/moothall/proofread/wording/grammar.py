"""Grammar: small words left out, words taken for others that sound alike, articles that do not fit.

There is no parser here: only turns that no sentence can hold ("as part our").
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Fault, Passage, passages, told_once
from moothall.proofread.wording.sound_alikes import MISTAKEN, Turn, turn

_PARTICIPLES = (
    "met|taken|given|done|seen|been|held|made|found|kept|paid|sent|brought|shown|known|begun|"
    "written|chosen|agreed|considered|approved|reviewed|delivered|implemented|developed|identified"
)
_BROKEN = (
    turn(
        r"as part (?:our|the|their|its|this|these|a|an)(?= [a-z])",
        "“of” is missing after “as part”",
        "Write “as part of”.",
        word="as part ",
    ),
    turn(
        r"[Ii]t worth",
        "the verb is missing: “it is worth”",
        "Write “it is worth”.",
        Confidence.HIGH,
        word="t worth",
    ),
    turn(
        rf"(?:have|has|had|need|needs|will|able|due|likely|required|expected|going) to "
        rf"(?:{_PARTICIPLES})(?= (?:by|within|to|in|at|for|and|from|with|before|as)\b)",
        "“be” is missing after “to”",
        "Write “to be …”.",
    ),
    turn(
        r"which (?:expected|anticipated|forecast|projected|estimated) to",
        "“is” or “are” is missing before “expected to” and the like",
        "Put the verb in.",
        word="which ",
    ),
    turn(
        r"[Tt]here (?:has|have) (?:change|changes|increase|increases|decrease|reduction|reductions|"
        r"improvement|improvements|progress|growth|delays?|pressures?|demand|concerns?)",
        "“been” is missing after “there has” or “there have”",
        "Write “there has been”.",
        word="here ha",
    ),
    turn(
        r"[Oo]ne of (?:its|our|their|the (?:main|key)) (?:aim|objective|priority|target|concern|"
        r"reason|risk|issue|challenge|benefit|driver|finding|theme|area|duty|option)",
        "“one of” needs the plural",
        "Write the plural.",
        word="ne of ",
    ),
    turn(
        r"[Tt]his (?:proposals|services|councils|authorities|options|savings|recommendations|"
        r"policies|schools|children|posts|pressures|priorities|targets|findings|comments)",
        "“this” stands before a plural",
        "Write “these”, or the singular.",
        word="his ",
    ),
    turn(
        r"[Tt]hese (?:proposal|service|council|authority|option|saving|recommendation|policy|"
        r"school|child|pressure|priority|report|project|programme|strategy)"
        r"(?= (?:is|are|was|were|has|have|will|would|and|in|for|to)\b)",
        "“these” stands before a singular",
        "Write “this”, or the plural.",
        word="hese ",
    ),
    turn(
        r"an? (?:[a-z]+ed |key |clear |main |single |new |further )?"
        r"(?:hypotheses|criteria|phenomena|honoraria|memoranda|addenda)"
        r"(?! (?:based|led|driven)\b)",
        "a singular article stands before a plural",
        "Write the singular (“criterion”, “hypothesis”, “honorarium”).",
        word="a",
    ),
    turn(
        r"(?:[Tt]he|[Aa]n|[Aa]nd|[Oo]ur|[Tt]heir|[Ii]ts|[Oo]r|[Bb]etween)\."
        r"(?=\s+[A-Z])",
        "the sentence breaks off",
        "Finish the sentence.",
    ),
)
_NO_SUBJECT = Expression(
    r"(?:^|[.;]\s+)(?P<said>(?:(?:The|A)\s)?(?:[A-Z][\w’'-]+\s){1,5}and\s"
    r"(?:(?:must|shall|should|would|could)\s(?:not\s)?[a-z]+|will\s(?:be|not)\b))"
)
_THIS_TO = Expression(r"(?:^|[.!?]\s+)(This to [a-z]+)\b")


def no_word_stands_for_one_that_sounds_like_it(report: Report) -> Iterator[TextFinding]:
    """No word is taken for another: "their would be", "lead by", "greater then the"."""
    yield from told_once(_turns(report, MISTAKEN))


def no_small_word_is_missing(report: Report) -> Iterator[TextFinding]:
    """No sentence lacks a word that it cannot do without: "as part our", "have to met within"."""
    yield from told_once(_turns(report, _BROKEN))
    yield from told_once(
        Fault(
            key=f"this to|{passage.place}",
            passage=passage,
            match=match,
            message=f"the sentence has no verb: “{match[1]}”",
            confidence=Confidence.MEDIUM,
            cure="Put the verb in (“This will …”, “This is to …”).",
        )
        for passage in passages(report)
        for match in _THIS_TO.finditer(passage.text)
        if passage.part == "prose"
    )
    yield from told_once(
        Fault(
            key=f"and must|{match['said']}",
            passage=passage,
            match=match,
            message=f"a word or a name is missing before or after “and”: “{match['said']}”",
            confidence=Confidence.MEDIUM,
            cure="Put in what was left out.",
        )
        for passage in passages(report)
        if passage.part == "prose" and " and " in passage.text
        for match in _NO_SUBJECT.finditer(passage.text)
    )


def _turns(report: Report, turns: tuple[Turn, ...]) -> Iterator[Fault]:
    for passage in passages(report):
        if " " not in passage.text:
            continue
        for one in turns:
            if one.word not in passage.text:
                continue
            for match in one.pattern.finditer(passage.text):
                yield Fault(
                    key=f"{match[0].lower()}|{one.fault}",
                    passage=passage,
                    match=match,
                    message=f"{one.fault[0].upper()}{one.fault[1:]}: “{match[0].strip()}”",
                    confidence=one.confidence,
                    cure=one.cure,
                )


_A_BEFORE_VOWEL = Expression(
    r"(?<![\w’'(-])(?<!\d )a (?!(?:one|once|ones|eu\w*|uni\w*|us\w+|ut\w+|ur[ai]\w*|ub\w+|ewe\w*|"
    r"e\.|i\.)\b)([aeio][a-z]{2,})(?![\w’'])"
)
_A_BEFORE_LETTERS = Expression(r"(?<![\w’'(-])a ((?!EU|ONE|UK)[AEIO][A-Z]{2,6}s?)(?![\w’'])")
_AN_BEFORE_CONSONANT = Expression(
    r"(?<![\w’'(-])an ((?!x-|y[a-z]{1,2}\b)[bcdfgjklmnpqrstvwz][a-z]{2,})(?![\w’'])"
)


def an_article_fits_its_word(report: Report) -> Iterator[TextFinding]:
    """ "An" stands before a vowel and "a" before a consonant: not "a EHCP", "an review"."""
    yield from told_once(
        Fault(
            key=f"{match[0].lower()}",
            passage=passage,
            match=match,
            message=f"The article does not fit its word: “{match[0]}”",
            confidence=Confidence.MEDIUM,
            cure=f"Write “{'an' if match[0].startswith('a ') else 'a'} {match[1]}”.",
        )
        for passage in passages(report)
        for pattern in (_A_BEFORE_VOWEL, _A_BEFORE_LETTERS, _AN_BEFORE_CONSONANT)
        for match in pattern.finditer(passage.text)
        if not _is_a_label(passage, match)
    )


def _is_a_label(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the "a" names something: "paragraph 3 a", "Option a", an item's own letter."""
    before = passage.text[: match.start()].rstrip()
    return not before or before.endswith((";", "(", ":", "|")) or before[-1].isdigit()


RULES: tuple[Rule, ...] = (
    no_word_stands_for_one_that_sounds_like_it,
    no_small_word_is_missing,
    an_article_fits_its_word,
)
