"""Named lists: a sentence that says how many and names them: “Our four aims are A, B and C”.

What is counted is a number with its noun; what names them is a list that ends in “and”.  The list
is tied to the number by a verb of being, a colon, brackets, “of”, or stands right after its noun.
Where an item may itself hold an “and”, any number that the list can be read as is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, finding_on, paragraphs

_CURE = "Correct the number, or the list."
_NUMBER = r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
_NOUN = (
    r"(?P<noun>(?:(?!(?:and|or|of|to|in|at|are|were|is|for|with|that|which|from|by|as)\b)"
    r"[a-z][\w’'-]*\s){0,3}?(?!(?:is|was|has|as|does|this|its|across|thus)\b)"
    r"(?:[a-z][a-z’'-]*(?:[^s\W]s|ss?es|ia)|people|staff|men|women|children))\b"
)
_COUNTED = rf"(?<![\w.,/£–-]){_NUMBER}\s(?:of\s(?:the|our|its)\s(?:[\w-]+[’']s?\s)?)?{_NOUN}"
_MEASURES = Expression(
    r"\b(?:years|months|weeks|days|hours|minutes|times|per ?cent|points|pounds|miles|metres|"
    r"thirds|quarters|halves|tenths|fifths|millions|thousands|hundreds|others|ways)$",
    re.IGNORECASE,
)
_SELF_NAMING = (
    r"(?:priorit(?:y|ies)|themes?|aims?|objectives?|goals?|outcomes?|ambitions?|areas?|options?|"
    r"principles?|pillars?|strands?|work ?-?streams?|values?|criteria|elements?|components?|"
    r"factors?|reasons?|measures?|proposals?|recommendations?|phases?|stages?|steps?|categor(?:y|"
    r"ies)|types?|kinds?|groups?|wards?|districts?|councils?|authorities|partners?|towns?|"
    r"villages?|sites?|locations?|schemes?|projects?|signatories|bidders|tenderers|suppliers|"
    r"documents?|sources?|causes?|drivers?|duties|functions?|missions?|commitments?|promises|"
    r"parishes|parties|workshops|directorates|departments|services|tests|topics|issues|subjects|"
    r"headings|sections|parts|questions|risks|benefits)"
)
_PARTIAL = Expression(
    r"\b(?:includ\w+|such as|for example|e\.?g\.?|among\w*|some of|(?:two|three|four|five|one|"
    r"any|most) of|of which|etc|"
    r"at least|more than|fewer than|over|up to|first|last|next|remaining|other|further|"
    r"additional|another|mainly|mostly|notably|particularly|between|about|around|respectively|"
    r"top|biggest|largest|main ones|or more)\b",
    re.IGNORECASE,
)
_ITEMS = r"(?P<items>[^.:;()«»–]{5,260}?)"
_ARE = Expression(
    rf"\b(?P<the>the|our|its|these|those|all|following|council[’']s)\s(?:[a-z-]+\s){{0,2}}?"
    rf"{_COUNTED}(?:\s(?:of|for|in|under|on|at|within|across|from)\s(?:the|our|this|its)\s"
    rf"[^,.;:]{{3,50}}?)?(?:\s(?:(?:on|in|to|for|by|with|at|of)\s)?(?:which|that|whom)\s"
    rf"[^,.;:]{{3,70}}?)?\s(?:are|were|will be|remain)(?:\sas follows)?:?\s{_ITEMS}(?=[.;]|$)",
    re.IGNORECASE,
)
_ANNOUNCED = Expression(
    rf"{_COUNTED}(?P<gap>[^.:;()]{{0,70}}?)(?:(?P<colon>:)|,?\s(?P<namely>namely|being|viz\.?|"
    rf"comprising|i\.e\.|that is),?:?|\s(?P<dash>[–—-]))\s{_ITEMS}(?=\.?$)",
    re.IGNORECASE,
)
_BROUGHT_TO = Expression(
    r"\b(?:reduced|cut|narrowed|whittled|brought|limited|come|came)\s(?:down\s)?to\s(?:an?\s[a-z]+\sof\s)?"
    rf"{_NUMBER}(?P<noun>(?:\s[a-z]+)?):\s{_ITEMS}(?=\.?$)",
    re.IGNORECASE,
)
"""“The list was cut to three: Ash, Birch, Cedar and Dell”."""
_BRACKETED = Expression(
    rf"{_COUNTED}(?P<gap>[^.,:;()\d]{{0,40}}?)\s\((?P<items>[^.:;()]{{5,200}})\)", re.IGNORECASE
)
_NAMES = (
    r"(?P<items>(?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*){0,3}"
    r"(?:,\s(?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*){0,3}){0,8}"
    r",?\sand\s(?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*){0,3})"
)
_OF_NAMES = Expression(
    rf"{_COUNTED}(?:\sof|,|,?\snamely)\s{_NAMES}(?=[.;)]|,?\s(?:are|were|have|had|has|will|would|"
    r"share|took|agreed|met|"
    r"remain|do|can|should|must|in|for|on|to|by|at|from|with|as|which|who|where|since)\b|"
    r"\s(?:and\s)?(?:(?-i:[a-z])+ed|and (?:has|have|is|was|were|will))\b|$)",
    re.IGNORECASE,
)
_PLACES = (
    r"(?P<noun>(?:[a-z][\w’'-]*\s){0,2}(?:hubs|librar(?:y|ies)|depots|cent(?:re|er)s|schools|academies|sites|"
    r"piers|harbours|offices|clinics|markets|parks|stations|villages|towns|wards|parishes|hospitals|"
    r"surgeries|branches|garages|cemeteries|museums|theatres|pools|halls))"
)
_NAMED = r"(?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*){0,3}"
_NAMED_LIST = rf"(?P<items>{_NAMED}(?:,\s{_NAMED}){{0,8}},?\sand\s{_NAMED})"
_OF_PLACES = Expression(
    rf"(?<![\w.,/£–-]){_NUMBER}\s{_PLACES},\s(?:(?:at|in)\s)?{_NAMED_LIST}"
    r"(?=,?\s(?:are|were|have|had|has|will|would)\b|,\s(?:and|but)\s(?!the\b|an?\b|one\b|its\b|our\b|"
    r"another\b)(?-i:[a-z]))",
    re.IGNORECASE,
)
"""“Three hubs, at Ash and Birch, have opened”; “the three depots, A and B, and leases them”."""
_FROM_NAMES = Expression(
    rf"(?<![\w.,/£–-]){_NUMBER}\s(?:[a-z]+\s){{0,2}}?(?P<noun>quotes|quotations|tenders|bids|"
    rf"estimates|replies|offers|proposals)"
    rf"(?:\s(?:(?:were|was|have|has|had|been)\s){{0,2}}[a-z]+)?,?\s(?:from|by)\s"
    rf"{_NAMES}(?=[.;)]|$)",
    re.IGNORECASE,
)
_PEOPLE = Expression(
    r"\b(?:members|councillors|officers|representatives|residents|directors|trustees|clerks|"
    r"chairs?|employees|people|staff|men|women|children|letters|meetings|copies|owners|tenants|"
    r"pupils|students|users|friends|governors|volunteers|customers|sides|halves|ends|edges|parts)$",
    re.IGNORECASE,
)
"""Of these “of” says whose they are: “the three members of Ash and Birch”."""
_BACKWARD = Expression(
    rf"^(?P<items>[^.:;()]{{5,200}}?)\s(?:are|were|form|make up|remain|will be)\s(?:the|our|its|"
    rf"these)\s(?:council[’']s\s)?{_COUNTED}(?=[.;]|\s(?:of|for|in)\s(?:the|our|this)\b|$)",
    re.IGNORECASE,
)
_AS_EXAMPLES = Expression(
    r"^(?P<items>(?:the\s|an?\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}?(?:,\s[\w’'-]+(?:\s[\w’'-]+){0,4}?)"
    r"{0,4},?\sand\s[\w’'-]+(?:\s[\w’'-]+){0,4}?)\s(?:are|were)\s(?:just\s|only\s)?"
    rf"{_NUMBER}\s(?P<noun>(?:[a-z]+\s)?(?:examples|instances|illustrations|cases in point))\b",
    re.IGNORECASE,
)
"""“The hub and the app are three examples of this”: there as many as are named."""
_ALL_OF_THEM = Expression(
    r"(?P<items>(?:[Tt]he\s[\w’'-]+(?:\s[\w’'-]+)?|"
    r"[A-Z][\w’'-]*)(?:,\s[\w’'-]+(?:\s[\w’'-]+){0,2}){0,6}"
    rf"\sand\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+)?),\sall\s{_NUMBER}\b(?P<noun>)"
)
_BOTH = Expression(
    r"\b[Bb]oth\s(?P<items>(?:the|a|an|our|its|[A-Z][\w’'-]+)(?:\s[\w’'-]+){0,3},\s"
    r"(?:the|a|an|our|its|[A-Z][\w’'-]+)(?:\s[\w’'-]+){0,3}"
    r",?\sand\s(?:the|a|an|our|its|[A-Z][\w’'-]+)(?:\s[\w’'-]+)?)",
)
_BOTH_OF = Expression(
    rf"\b[Bb]oth\s(?:of\s)?(?:the|our|its|these)\s(?:[\w’'-]+\s){{1,4}}?[\w’'-]+:\s{_ITEMS}(?=\.?$)"
)
_BOTH_IN_BRACKETS = Expression(
    r"\b(?:[Bb]oth|[Nn]either|[Ee]ither)\s(?:of\s)?(?:the\s|our\s|its\s|"
    r"these\s)?(?:[a-z’'-]+\s){0,2}"
    r"[a-z’'-]+\s\((?P<items>(?-i:[A-Z])[^.:;()]{5,120})\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How many things are said, and the fewest and the most that the list can name."""

    said: int
    noun: str
    fewest: int
    most: int
    sure: bool


def a_sentence_that_says_how_many_names_as_many(report: Report) -> Iterator[TextFinding]:
    """“Our four aims are homes, jobs and health” names three."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if " and " not in one.text or len(one.text) > 600:
                continue
            naming = _naming(paragraph, one.text)
            if naming is None or naming.fewest <= naming.said <= naming.most:
                continue
            if abs(naming.fewest - naming.said) > 3:
                continue
            named = str(naming.fewest)
            if naming.most != naming.fewest:
                named = f"{naming.fewest} to {naming.most}"
            yield finding_on(
                paragraph,
                one,
                f"The text says {naming.said} {naming.noun}; {named} are named.".replace("  ", " "),
                _CURE,
                Confidence.MEDIUM if naming.sure else Confidence.LOW,
            )


_FORMS = (
    *(
        _ARE,
        _ANNOUNCED,
        _BROUGHT_TO,
        _BRACKETED,
        _OF_NAMES,
        _OF_PLACES,
        _FROM_NAMES,
        _BACKWARD,
        _AS_EXAMPLES,
        _ALL_OF_THEM,
    ),
    *(_BOTH, _BOTH_OF, _BOTH_IN_BRACKETS),
)


_EACH_IN_BRACKETS = Expression(
    rf"{_COUNTED}:\s(?P<items>[^:;()]{{3,90}}\([^()]{{1,40}}\)(?:(?:,|;|,?\sand)\s[^:;()]{{3,90}}"
    r"\([^()]{1,40}\)){1,9})\.?$",
    re.IGNORECASE,
)
"""“Three parts: lamps (section 3), ferries (section 4) and piers (section 5)”."""


_OF_EACH = Expression(
    r"\((?:£|\d|(?:section|paragraph|appendix|table|annex|para)s?\s)", re.IGNORECASE
)
"""Brackets that tell of one item each: its sum, or its place."""


_IN_BRACKETS = Expression(r"\s\([^()]{1,40}\)")
_OR_IN_SHORT = Expression(r",?\sor\s[A-Z]{2,8}\b")


def _with_brackets(text: str) -> Naming | None:
    """A list each of whose items ends in brackets, or of offers with their sums in brackets."""
    match = _EACH_IN_BRACKETS.search(text) if text.rstrip(".").endswith(")") else None
    if match is not None:
        before = text[max(0, match.start() - 30) : match.start()]
        if _MEASURES.search(match["noun"]) or _PARTIAL.search(f"{before}{match['noun']}"):
            return None
        items = re.split(r"\([^()]*\)", match["items"])[1:-1]
        if not all(re.match(r",|;|\sand\s", item) for item in items) or " and " not in items[-1]:
            return None
        named = re.split(r"\s*\([^()]*\)(?:,\sand\s|,\s|;\s|\sand\s|$)", match["items"])[:-1]
        if any("," in _OR_IN_SHORT.sub("", one) for one in named):
            return None  # “Home Office, Ministry of Justice (MoJ)” are two
        of_one_kind = all(map(_OF_EACH.match, re.findall(r"\([^()]*\)", match["items"])))
        joined = 0 if of_one_kind else sum(one.count(" and ") for one in named)
        return Naming(
            said=_value(match["number"]),
            noun=match["noun"],
            fewest=len(named),
            most=len(named) + joined,
            sure=True,
        )
    return None


def _naming(paragraph: Paragraph, text: str) -> Naming | None:
    if found := _with_brackets(text):
        return found
    for form in _FORMS:
        words = _IN_BRACKETS.sub("", text) if form is _FROM_NAMES else text
        match = form.search(words)
        if match is None:
            continue
        groups = match.groupdict()
        items, noun = _AFTERTHOUGHT.split(groups["items"])[0], groups.get("noun") or ""
        before = words[max(0, match.start() - 30) : match.start()]
        if _MEASURES.search(noun) or _PARTIAL.search(_all_of_them(form, before, match[0])):
            continue
        if form is _OF_NAMES and _PEOPLE.search(noun) and " of " in match[0]:
            continue
        count = items_named(items)
        if count is None or all(_NUMBERED.match(item) for item in _ITEM.split(items.strip())[:2]):
            continue  # the parts of a number are read in numbered_parts
        both = form in (_BOTH, _BOTH_OF, _BOTH_IN_BRACKETS)
        said = 2 if both else _value(groups["number"])
        sure = _is_sure(form, match, count)
        if sure is None:
            continue
        return Naming(
            said=said,
            noun=f"(“{match[0].split()[0].lower()}”)" if both else noun,
            fewest=count[0],
            most=count[1],
            sure=sure and not paragraph.cell,
        )
    return None


_AS_MANY_MORE = Expression(r"\b(?:further|additional)\b", re.IGNORECASE)


def _all_of_them(form: Expression, before: str, words: str) -> str:
    """The words that may say that only some are named; three further quotes are named in full."""
    return before + (_AS_MANY_MORE.sub("", words) if form is _FROM_NAMES else words)


_AFTERTHOUGHT = Expression(
    r",\s(?=(?:each|all|both|every one)\s(?:with|of|having|being|in|under|led|run)\b|"
    r"(?:which|where|whose|although|though|but|while|whilst|so that)\b)",
    re.IGNORECASE,
)
"""“Homes, jobs and health, each with a plan”: what is said of the list names nothing more."""


def _value(number: str) -> int:
    return NUMBERS_TO_99.get(number.lower()) or int(number)


_SURELY_NAMES = 4


def _is_sure(form: Expression, match: re.Match[str], count: tuple[int, int]) -> bool | None:
    """Whether the list names what is counted; None where it need not."""
    groups = match.groupdict()
    noun, items = groups.get("noun") or "", groups["items"]
    if form in (_ARE, _BACKWARD):
        self_naming = re.search(rf"\b{_SELF_NAMING}$", noun, re.IGNORECASE) is not None
        first = re.split(r",| and ", items)[0].split()
        said_of = _IS_SAID_OF_THEM.match(items) and (len(first) < 2 or _AT.match(items))
        # nobody strings four adjectives together: so many are names, whatever the noun
        if not (self_naming or count[0] >= _SURELY_NAMES) or said_of or count[0] < 2:
            return None
        if form is _ARE and count[1] == 2 and not re.match(r"(?:the|a|an|to)\b|[A-Z]", items):
            return None  # "the three areas are safe and clean"
        return True
    if form is _ANNOUNCED:
        if re.search(r"\band\b", groups["gap"] or "") or re.search(r"\d", groups["gap"] or ""):
            return None
        if groups["dash"] and not re.search(r"^\s*$", groups["gap"] or ""):
            return None
        return not _HAS_A_VERB.search(items)
    if form is _BRACKETED:
        names = all(item[:1].isupper() for item in re.split(r",\s*|\s+and\s+", items.strip()))
        if _SAYS_WHERE.search(items):
            return None  # “(Ash and Birch in the north)” are some of them
        close = re.fullmatch(r"\s*(?:were|are|have been|was)?\s*\w*", groups["gap"] or "")
        return names and close is not None
    return True


_SAYS_WHERE = Expression(r"\s(?:in the|only|in particular|at least|as well)\b")
_IS_SAID_OF_THEM = Expression(
    r"(?:in|on|at|to be|being|under|due|for|from|of|with|within|by|not|now|all|still|also|each|"
    r"both|expected|likely|unlikely|set|shown|listed|given|available|open|closed|complete|late|"
    r"\w+ly|safe|old|new|good|poor|high|low|clear|simple|similar|different|important|as follows|"
    r"\w+(?:able|ible|ful|less|ous|ive|ed))\b",
    re.IGNORECASE,
)
_AT = Expression(
    r"(?:in|on|at|to be|being|under|due|for|from|of|with|within|by|not|now|all|still|also|each|"
    r"both|expected|likely|unlikely|set|shown|listed|given|available|as follows|\w+ly)\b",
    re.IGNORECASE,
)
_NUMBERED = Expression(rf"^(?:{'|'.join(NUMBERS_TO_99)}|one|an?|\d+)\s", re.IGNORECASE)
_HAS_A_VERB = Expression(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|should|must|may|which|that|because|"
    r"so|if|but|while|they|we|it)\b",
    re.IGNORECASE,
)
_TAIL = Expression(
    r",\s(?:each|which|with|all|as|who|where|whose|that|so|but|because|both|although|in order)\b",
    re.IGNORECASE,
)
_ITEM = Expression(r",\s*(?:and\s+)?|\s+and\s+")
_LAST = Expression(r",?\s+and\s+(?!(?:so on|others|more)\b)", re.IGNORECASE)


def items_named(items: str) -> tuple[int, int] | None:
    """The fewest and the most things that a list can name; None where it is no such list.

    >>> items_named("homes, jobs and health")
    (3, 3)
    >>> items_named("health and care, homes, and roads and paths")
    (3, 5)
    """
    text = _TAIL.split(re.sub(r"\s*\([^()]*\)", "", items))[0].strip(" .,")
    chunks = [chunk for chunk in re.split(r"[,;]\s*", text) if chunk.strip()]
    if len(chunks) > 2 and all(re.match(r"\s*and\s", each, re.I) for each in chunks[-2:]):
        chunks.pop()  # “…, and thieves, and urged residents to …”: the list ended with the thieves
        text = ", ".join(chunks)
    joins = len(re.findall(r"\s(?:and|&)\s|^and\s", f" {text}", re.IGNORECASE))
    if not joins or not _LAST.search(f" {text}") or re.search(r"\bor\b", text):
        return None
    last = chunks[-1]
    if len(chunks) > 1 and not re.search(r"\band\b", last):
        return None  # the list goes on after its "and", or is none
    if any(len(chunk.split()) > 8 for chunk in chunks[:-1]) or len(last.split()) > 14:
        return None
    oxford = re.match(r"and\b", last, re.IGNORECASE) is not None
    fewest = len(chunks) if oxford or len(chunks) == 1 else len(chunks) + 1
    inner = sum(len(re.findall(r"\s(?:and|&)\s", chunk)) for chunk in chunks)
    most = len(chunks) + inner
    if len(chunks) == 1:
        fewest = 2 if joins == 1 else 1
    return fewest, max(most, fewest)


RULES: tuple[Rule, ...] = (a_sentence_that_says_how_many_names_as_many,)
