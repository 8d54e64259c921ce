"""Grammar: small words left out, words taken for others that sound alike, articles that do not fit.

There is no parser here: only turns that no sentence can hold ("as part our").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import Fault, Passage, passages, told_once


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of words that is wrong wherever it stands, and what was meant."""

    pattern: re.Pattern[str]
    fault: str
    cure: str
    confidence: Confidence = Confidence.MEDIUM


def _turn(pattern: str, fault: str, cure: str, confidence: Confidence = Confidence.MEDIUM) -> _Turn:
    return _Turn(re.compile(rf"(?<![\w’'-])(?:{pattern})(?![\w’'-])"), fault, cure, confidence)


_PARTICIPLES = (
    "met|taken|given|done|seen|been|held|made|found|kept|paid|sent|brought|shown|known|begun|"
    "written|chosen|agreed|considered|approved|reviewed|delivered|implemented|developed|identified"
)
_STATES = "early|mid|late"
_MISTAKEN = (
    _turn(
        r"[Tt]heir (?:is|are|was|were|would|will be|has been|have been|may be|should|could|must)",
        "“their” stands where “there” is meant",
        "Write “there”.",
    ),
    _turn(
        r"[Tt]here (?:own|respective|children|families|parents|views|needs(?! to\b)|duties|"
        r"functions|roles)",
        "“there” stands where “their” is meant",
        "Write “their”.",
    ),
    _turn(
        r"(?:would|could|should|must|might) of (?:been|had|to|the|[a-z]+ed)",
        "“of” stands where “have” is meant",
        "Write “have”.",
    ),
    _turn(
        r"(?:more|less|greater|fewer|higher|lower|larger|smaller|later|earlier|worse|better|older|"
        r"younger|longer) then (?:the|a|an|that|those|this|in|expected|anticipated|average|last|"
        r"£?\d[\d,.]*%?)",
        "“then” stands where “than” is meant",
        "Write “than”.",
    ),
    _turn(
        r"(?:arising|resulting|ranging|transferred|different|apart|aside|funded|benefit|derived|"
        r"seconded|received) form (?:the|a|an|our|its|their|this|£?\d[\d,.]*)",
        "“form” stands where “from” is meant",
        "Write “from”.",
    ),
    _turn(
        r"(?:is|are|was|were|be|been|being) lead by",
        "“lead” stands where “led” is meant",
        "Write “led”.",
    ),
    _turn(
        r"(?:supported|managed|developed|overseen|run|co-ordinated|coordinated|chaired|driven) and "
        r"lead by",
        "“lead” stands where “led” is meant",
        "Write “led”.",
    ),
    _turn(
        r"[Ii]t[’']s (?:own|duty|duties|statutory|budget|budgets|role|responsibilities|residents|"
        r"powers|functions|reserves|employees|constitution|services|partners|area|aims|objectives)",
        "“it’s” (it is) stands where “its” is meant",
        "Write “its”.",
    ),
    _turn(
        r"in principal",
        "“principal” stands where “principle” is meant",
        "Write “in principle”.",
        Confidence.LOW,  # "in principal roads" is right
    ),
    _turn(
        r"[Pp]rinciple (?:[Oo]fficer|[Aa]ccountant|[Pp]lanner|[Ee]ngineer|[Ss]olicitor|"
        r"[Aa]uthority|[Cc]ontractor|aim|aims|objective|reason|reasons|risks?|functions?)",
        "“principle” stands where “principal” is meant",
        "Write “principal”.",
    ),
    _turn(
        r"(?:[Ss]ervice|[Tt]eam|[Pp]roject|[Pp]rogramme|[Ss]enior|[Gg]eneral|[Ff]inance|[Ll]ine) "
        r"[Mm]angers?",
        "“manger” stands where “manager” is meant",
        "Write “manager”.",
        Confidence.HIGH,
    ),
    _turn(
        r"[Pp]ubic (?:[Hh]ealth|[Ss]ector|[Cc]onsultation|[Tt]ransport|[Rr]ealm|[Ii]nterest|"
        r"[Mm]eeting|[Ss]ervices?|[Rr]ights?|[Ss]pace|[Oo]pen|[Ee]xamination|[Ii]nspection)",
        "“pubic” stands where “public” is meant",
        "Write “public”.",
        Confidence.HIGH,
    ),
    _turn(
        r"[Ss]tatuary (?:dut(?:y|ies)|requirements?|guidance|obligations?|functions?|consultation|"
        r"services?|powers?|responsibilit(?:y|ies)|officers?|notices?)",
        "“statuary” stands where “statutory” is meant",
        "Write “statutory”.",
        Confidence.HIGH,
    ),
    _turn(
        r"to asses(?: the| whether| how| their| its| and| any)",
        "“asses” stands where “assess” is meant",
        "Write “assess”.",
        Confidence.HIGH,
    ),
    _turn(
        rf"(?:{_STATES}) year[’']s",
        "“year’s” stands where “years” (or “years’”) is meant",
        "Write “years”.",
    ),
    _turn(
        r"(?:[Yy]oung|[Oo]lder|[Dd]isabled) [Pp]eoples(?:[’'])?(?= )",
        "the apostrophe of “people’s” is misplaced",
        "Write “people’s”.",
    ),
    _turn(
        r"(?:[Cc]hildren|[Aa]dults?|[Yy]outh|[Cc]ommunity) [Ss]ervice[’']s"
        r"(?= (?:and|is|are|for|in)\b)",
        "the apostrophe of the service’s name is misplaced",
        "Write “Children’s Services” and the like.",
    ),
    _turn(
        r"re (?:purpos|profil|align|design|commission|tender|structur|invest|instat|locat)"
        r"(?:e|ed|es|ing)",
        "“re” stands apart from its word",
        "Join the two, or put a hyphen between them.",
    ),
    _turn(
        r"[Cc]omplimentary (?:services|functions|measures|work|strands|programmes|policies|roles)",
        "“complimentary” (free, or praising) may stand where “complementary” is meant",
        "Write “complementary” if that is meant.",
        Confidence.LOW,
    ),
)
_BROKEN = (
    _turn(
        r"as part (?:our|the|their|its|this|these|a|an)(?= [a-z])",
        "“of” is missing after “as part”",
        "Write “as part of”.",
    ),
    _turn(
        r"[Ii]t worth",
        "the verb is missing: “it is worth”",
        "Write “it is worth”.",
        Confidence.HIGH,
    ),
    _turn(
        rf"(?:have|has|had|need|needs|will|able|due|likely|required|expected|going) to "
        rf"(?:{_PARTICIPLES})(?= (?:by|within|to|in|at|for|and|from|with|before|as)\b)",
        "“be” is missing after “to”",
        "Write “to be …”.",
    ),
    _turn(
        r"which (?:expected|anticipated|forecast|projected|estimated) to",
        "“is” or “are” is missing before “expected to” and the like",
        "Put the verb in.",
    ),
    _turn(
        r"[Tt]here (?:has|have) (?:change|changes|increase|increases|decrease|reduction|reductions|"
        r"improvement|improvements|progress|growth|delays?|pressures?|demand|concerns?)",
        "“been” is missing after “there has” or “there have”",
        "Write “there has been”.",
    ),
    _turn(
        r"[Oo]ne of (?:its|our|their|the (?:main|key)) (?:aim|objective|priority|target|concern|"
        r"reason|risk|issue|challenge|benefit|driver|finding|theme|area|duty|option)",
        "“one of” needs the plural",
        "Write the plural.",
    ),
    _turn(
        r"[Tt]his (?:proposals|services|councils|authorities|options|savings|recommendations|"
        r"policies|schools|children|posts|pressures|priorities|targets|findings|comments)",
        "“this” stands before a plural",
        "Write “these”, or the singular.",
    ),
    _turn(
        r"[Tt]hese (?:proposal|service|council|authority|option|saving|recommendation|policy|"
        r"school|child|pressure|priority|report|project|programme|strategy)"
        r"(?= (?:is|are|was|were|has|have|will|would|and|in|for|to)\b)",
        "“these” stands before a singular",
        "Write “this”, or the plural.",
    ),
    _turn(
        r"an? (?:[a-z]+ed |key |clear |main |single |new |further )?"
        r"(?:hypotheses|criteria|phenomena|honoraria|memoranda|addenda)"
        r"(?! (?:based|led|driven)\b)",
        "a singular article stands before a plural",
        "Write the singular (“criterion”, “hypothesis”, “honorarium”).",
    ),
    _turn(
        r"(?:[Tt]he|[Aa]n|[Aa]nd|[Oo]ur|[Tt]heir|[Ii]ts|[Oo]r|[Bb]etween)\."
        r"(?=\s+[A-Z])",
        "the sentence breaks off",
        "Finish the sentence.",
    ),
)
_THIS_TO = re.compile(r"(?:^|[.!?]\s+)(This to [a-z]+)\b")


def no_word_stands_for_one_that_sounds_like_it(report: Report) -> Iterator[TextFinding]:
    """No word is taken for another: "their would be", "lead by", "greater then the"."""
    yield from told_once(_turns(report, _MISTAKEN))


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


def _turns(report: Report, turns: tuple[_Turn, ...]) -> Iterator[Fault]:
    for passage in passages(report):
        if " " not in passage.text:
            continue
        for turn in turns:
            for match in turn.pattern.finditer(passage.text):
                yield Fault(
                    key=f"{match[0].lower()}|{turn.fault}",
                    passage=passage,
                    match=match,
                    message=f"{turn.fault[0].upper()}{turn.fault[1:]}: “{match[0].strip()}”",
                    confidence=turn.confidence,
                    cure=turn.cure,
                )


_A_BEFORE_VOWEL = re.compile(
    r"(?<![\w’'(-])(?<!\d )a (?!(?:one|once|ones|eu\w*|uni\w*|us\w+|ut\w+|ur[ai]\w*|ub\w+|ewe\w*|"
    r"e\.|i\.)\b)([aeio][a-z]{2,})(?![\w’'])"
)
_A_BEFORE_LETTERS = re.compile(r"(?<![\w’'(-])a ((?!EU|ONE|UK)[AEIO][A-Z]{2,6}s?)(?![\w’'])")
_AN_BEFORE_CONSONANT = re.compile(
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
