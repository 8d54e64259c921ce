"""Names: one body or scheme under two names.

Case, "&" for "and", a shortened name and a plural of the thing itself ("Boards") are no second
name.  What is looked for is the near miss: an apostrophe or a plural inside a name, a letter
slipped, words in another order, "Program" and "Programme".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once
from moothall.proofread.reading.running_text import Passage, around, how_often, passages, word_set
from moothall.proofread.reading.written_names import (
    BODIES,
    JOINERS,
    PLACES,
    SCHEMES,
    TOKEN,
    Name,
    in_small_letters,
    letters_apart,
    read_name,
    singular,
    written_names,
)

# --- one body or scheme ---------------------------------------------------------------------------


@found_once
def a_body_or_scheme_has_one_name(report: Report) -> Iterator[TextFinding]:
    """A committee, board, plan or fund is not named in two ways that are nearly the same.

    "Children and Education Review Group" and "Children's and Education Review Group" are two ways;
    so are words in another order and a letter slipped.
    """
    told: set[frozenset[str]] = set()
    for variants in _near_misses(list(written_names(report))):
        rare, common = sorted(variants[:2], key=lambda names: (len(names), names[0].text))
        difference = _difference(rare[0], common[0])
        if difference not in told and not _is_told_as_national(rare[0], common[0]):
            told.add(difference)
            yield _two_names(rare, common, _confidence(rare[0], common[0]))


def _is_told_as_national(one: Name, other: Name) -> bool:
    """Whether both are a grant or a body of the nation, whose own name another rule gives."""
    return any(one.key[-most:] in _KNOWN and other.key[-most:] in _KNOWN for most in range(2, 7))


def bodies_and_schemes_have_one_name_in_all_reports(
    reports: tuple[Report, ...],
) -> Iterator[TextFinding]:
    """A body or a scheme that one report names consistently has the same name in another."""
    gathered: defaultdict[tuple[str, ...], dict[tuple[str, ...], list[Name]]] = defaultdict(dict)
    for report in reports:
        for name in written_names(report):
            for tail in _tails(name):
                gathered[tail.key].setdefault(tail.surface, []).append(tail)
    told: set[frozenset[str]] = set()
    for key in sorted(gathered, key=lambda key: (-len(key), key)):
        surfaces = gathered[key]
        if len(surfaces) < 2 or not _is_telling(key) or key in _KNOWN:
            continue
        for one, other in combinations(sorted(surfaces), 2):
            first, second = surfaces[one], surfaces[other]
            if {name.file for name in first} & {name.file for name in second}:
                continue  # found within that report already
            rare, common = sorted((first, second), key=len)
            difference = _difference(rare[0], common[0])
            if difference in told:
                continue
            told.add(difference)
            finding = _two_names(rare, common, _confidence(rare[0], common[0]))
            yield replace(
                finding,
                file=rare[0].file,
                message=finding.message.removesuffix(".") + f" in {common[0].file}.",
            )


def _near_misses(names: list[Name]) -> Iterator[list[list[Name]]]:
    """Groups of mentions that are one thing under two surfaces."""
    by_key: defaultdict[tuple[str, ...], dict[tuple[str, ...], list[Name]]] = defaultdict(dict)
    for name in names:
        for tail in _tails(name):
            by_key[tail.key].setdefault(tail.surface, []).append(tail)
    longest_first = sorted(by_key, key=lambda key: (-len(key), key))
    for key in longest_first:
        if len(by_key[key]) > 1 and _is_telling(key):
            yield sorted(by_key[key].values(), key=len)[-2:]
    yield from _in_another_order(by_key)
    yield from _a_letter_apart(by_key, longest_first)


_Keyed = dict[tuple[str, ...], dict[tuple[str, ...], list[Name]]]


def _in_another_order(by_key: _Keyed) -> Iterator[list[list[Name]]]:
    by_words: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for key in by_key:
        if len(key) >= 4 and key[-1] in BODIES:
            by_words[(*sorted(key[:-1]), key[-1])].append(key)
    for keys in by_words.values():
        if len(keys) == 2:
            yield [_all_of(by_key[key]) for key in keys]


def _a_letter_apart(by_key: _Keyed, keys: list[tuple[str, ...]]) -> Iterator[list[list[Name]]]:
    by_gap: defaultdict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        kind = key[-1]
        if 2 < len(key) <= 7 and kind in BODIES | SCHEMES | PLACES:
            for gap in range(len(key) - 1):
                by_gap[gap, (*key[:gap], *key[gap + 1 :])].append(key)
    for (gap, _), alike in by_gap.items():
        if not 1 < len(alike) <= 12:
            continue
        for one, other in combinations(alike, 2):
            if _is_a_slip(one[gap], other[gap]):
                yield [_all_of(by_key[one]), _all_of(by_key[other])]


# Words a letter or two apart that stand for different things in names.
_DIFFERENT = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "internal/external inner/outer north/south eastern/western northern/southern upper/lower "
        "formal/informal audit/edit minor/major region/legion planning/training parent/patient "
        "local/focal advisor/adviser trainer/trainee safety/safer older/elder public/pubic "
        "woman/women foster/faster capital/capita employer/employee patient/parent"
    )
)


def _is_a_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < 5 or frozenset((one, other)) in _DIFFERENT or one[0] != other[0]:
        return False
    if one.startswith(other) or other.startswith(one):
        return False  # "Region" and "Regional"
    return letters_apart(one, other, 1) == 1 or (shorter >= 9 and letters_apart(one, other, 2) == 2)


def _all_of(surfaces: dict[tuple[str, ...], list[Name]]) -> list[Name]:
    return [name for mentions in surfaces.values() for name in mentions]


def _tails(name: Name) -> Iterator[Name]:
    """The name, and its endings of three words or more where its kind stands last.

    "Greater Manchester Children's Plan" is compared with "Children's Plan" so.
    """
    yield name
    last = len(name.tokens) - 1
    if name.key[last] not in BODIES | SCHEMES:
        return
    for cut in range(max(1, last - 6), last - 1):
        if cut > name.head_at or name.head_at == last:
            skipped = name.begins[cut]
            yield replace(
                name,
                text=name.text[skipped:],
                tokens=name.tokens[cut:],
                key=name.key[cut:],
                head=name.key[last],
                head_at=last - cut,
                begins=tuple(place - skipped for place in name.begins[cut:]),
                start=name.start + skipped,
            )


def _is_telling(key: tuple[str, ...]) -> bool:
    """Whether a near miss in such a name is worth a look: it names a body or a scheme."""
    if key[-1] in ("service", "partner"):
        return False  # "Adult Services" and "Adults' Services" are ordinary words
    return len(key) >= 3 and key[-1] in BODIES | SCHEMES


def _difference(one: Name, other: Name) -> frozenset[str]:
    """The words that only one of two names has: a longer name differs as its ending does."""
    words = [Counter(name.tokens) for name in (one, other)]
    differing = frozenset((words[0] - words[1]) | (words[1] - words[0]))
    return differing or frozenset((*one.key, "in another order"))


def _confidence(one: Name, other: Name) -> Confidence:
    if [token.replace("-", "") for token in one.tokens] == [
        token.replace("-", "") for token in other.tokens
    ]:
        return Confidence.LOW  # "Well-being" and "Wellbeing"
    return Confidence.MEDIUM


def _two_names(
    rare: list[Name], common: list[Name], confidence: Confidence, cure: str = ""
) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” ({_times(rare)}) and “{other.text}” ({_times(common)}) look like "
        "one thing under two names.",
        confidence=confidence,
        cure=cure or "Use one name throughout, as its own terms of reference or cover give it.",
    )


def _times(names: list[Name]) -> str:
    return "once" if len(names) == 1 else f"{len(names)} times"


# --- national names -------------------------------------------------------------------------------

_WELL_KNOWN = (
    "Dedicated Schools Grant",
    "Disabled Facilities Grant",
    "Revenue Support Grant",
    "Better Care Fund",
    "Household Support Fund",
    "New Homes Bonus",
    "Community Infrastructure Levy",
    "Minimum Revenue Provision",
    "Public Works Loan Board",
    "Public Sector Equality Duty",
    "Joint Strategic Needs Assessment",
    "Early Years Foundation Stage",
    "Local Government Association",
    "Care Quality Commission",
    "Department for Education",
    "Department for Transport",
    "Department for Work and Pensions",
    "Department for Levelling Up, Housing and Communities",
    "Department of Health and Social Care",
    "Department for Environment, Food and Rural Affairs",
    "Ministry of Housing, Communities and Local Government",
    "Office for National Statistics",
    "Equality Act",
    "Children Act",
    "Children and Families Act",
    "Human Rights Act",
    "Data Protection Act",
    "Freedom of Information Act",
    "Crime and Disorder Act",
    "Mental Capacity Act",
    "Homelessness Reduction Act",
    "Local Government Act",
    "Local Government Finance Act",
    "Safeguarding Vulnerable Groups Act",
)


def _known(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    words = [in_small_letters(match[0]) for match in TOKEN.finditer(text)]
    tokens = tuple(word for word in words if word not in JOINERS)
    joiners = tuple(word for word in words if word in ("of", "for", "in", "to"))
    return tuple(singular(token) for token in tokens), tokens, joiners


_KNOWN = {
    key: (text, tokens, joiners) for text in _WELL_KNOWN for key, tokens, joiners in [_known(text)]
}


def a_national_name_is_given_as_it_is(report: Report) -> Iterator[TextFinding]:
    """Acts, grants and departments have their own names: not "Children's Act 1989"."""
    told: set[str] = set()
    for name in written_names(report):
        for cut in range(max(0, len(name.key) - 6), len(name.key) - 1):
            known = _KNOWN.get(name.key[cut:])
            if known is None:
                continue
            text, tokens, joiners = known
            wrong_words = name.tokens[cut:] != tokens and not _only_last_differs(
                name.tokens[cut:], tokens
            )
            wrong_joiner = cut == 0 and bool(joiners) and name.joiners != joiners
            shown = " ".join(name.tokens[cut:])
            if (wrong_words or wrong_joiner) and shown not in told:
                told.add(shown)
                yield TextFinding(
                    place=name.passage.place,
                    quote=around(name.passage.text, name.start, name.start + len(name.text)),
                    message=f"“{name.text}” is written; the name is “{text}”.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Write “{text}”.",
                )
            break


def _only_last_differs(tokens: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """ "Disabled Facilities Grants": the plural of the thing itself."""
    return tokens[:-1] == known[:-1]


# --- British and American -------------------------------------------------------------------------

_AMERICAN = {
    "program": "programme",
    "center": "centre",
    "centers": "centres",
    "programs": "programmes",
}
_AMERICAN_WORD = Expression(
    r"(?<![\w@./-])(?P<before>(?:[A-Za-z]+ )?)(?P<word>[Pp]rograms?|[Cc]enters?)"
    r"(?P<after>(?: [A-Za-z]+)?)(?![\w@/-])"
)
_SOFTWARE = Expression(r"\b(?:computer|software|macro|spreadsheet|shopping|data|call)\s$", re.I)
_OF_A_COMPUTER = Expression(
    r"\b(?:software|computers?|cloud|oracle|sap|excel|spreadsheet|database|licen[cs]es?|app|apps|"
    r"install\w*|code|servers?|laptops?)\b",
    re.IGNORECASE,
)


def spelling_is_british_throughout(report: Report) -> Iterator[TextFinding]:
    """A report that writes "programme" does not write "Program Board" too."""
    runs = list(passages(report))
    british = Counter(
        word
        for passage in runs
        for word in re.findall(r"(?<![\w@/.-])(?:programmes?|centres?)(?!\w)", passage.text.lower())
    )
    found: defaultdict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in runs:
        for match in _AMERICAN_WORD.finditer(passage.text):
            if british[_AMERICAN[match["word"].lower()]] and not _is_software(passage.text, match):
                found[match["word"].lower() + _kind_after(match)].append((passage, match))
    for mentions in found.values():
        passage, match = mentions[0]
        right = _AMERICAN[match["word"].lower()]
        kind = _kind_after(match)
        also = f"{right}{kind}"
        times = sum(run.text.lower().count(also) for run in runs)
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end()),
            message=f"“{match['word']}{match['after'] if kind else ''}” stands "
            f"{how_often(len(mentions))}, “{also}” {how_often(times)}: one word in two spellings.",
            confidence=Confidence.MEDIUM,
            cure=f"Write “{right}” throughout.",
        )


def _is_software(text: str, match: re.Match[str]) -> bool:
    """Whether it is a computer's program, which is British too."""
    near = text[max(0, match.start() - 40) : match.end() + 20]
    return bool(
        _SOFTWARE.search(match["before"])
        or (match["word"].lower().startswith("program") and _OF_A_COMPUTER.search(near))
    )


def _kind_after(match: re.Match[str]) -> str:
    """The body that the word belongs to (" board"), or nothing."""
    after = match["after"].lower()
    return after if after.strip() in BODIES else ""


# --- abbreviations that stand for two nearly alike names ------------------------------------------

_WITH_LETTERS = Expression(
    r"(?<![\w’'-])(?P<name>[A-Z][A-Za-z’'-]+(?:\s(?:and|&|of|for|the|in|to)|\s[A-Z][A-Za-z’'-]+){1,8})"
    r"\s\((?P<letters>[A-Z][A-Za-z&]{1,7})\)"
)


def letters_stand_for_one_name(report: Report) -> Iterator[TextFinding]:
    """Letters given twice do not stand for two nearly alike names ("Partner", "Partners")."""
    yield from _two_expansions(_expansions(report))


def letters_stand_for_one_name_in_all_reports(reports: tuple[Report, ...]) -> Iterator[TextFinding]:
    """Letters given in two reports do not stand for two nearly alike names."""
    firsts: list[Name] = []
    for report in reports:
        own = list(_expansions(report))
        if not list(_two_expansions(own)):
            firsts += own
    yield from _two_expansions(firsts)


def _expansions(report: Report) -> Iterator[Name]:
    for passage in passages(report):
        for match in _WITH_LETTERS.finditer(passage.text):
            letters = match["letters"].lower()
            for name in read_name(match["name"], match.start(), passage, report.file):
                initials = "".join(token[0] for token in name.tokens)
                size = len([letter for letter in letters if letter in initials])
                if size and len(name.tokens) >= 2:
                    yield replace(name, joiners=(letters,))


def _two_expansions(names: Iterable[Name]) -> Iterator[TextFinding]:
    by_letters: defaultdict[tuple[object, ...], dict[tuple[str, ...], list[Name]]] = defaultdict(
        dict
    )
    for name in names:
        by_letters[name.joiners, name.key].setdefault(name.tokens, []).append(name)
    for surfaces in by_letters.values():
        if len(surfaces) < 2 or next(iter(surfaces.values()))[0].key in _KNOWN:
            continue
        (one_way, common), (other_way, rare) = sorted(
            surfaces.items(), key=lambda item: -len(item[1])
        )[:2]
        if one_way[:-1] == other_way[:-1] and any(
            way[-1] in ("authorities", "councils", "boards", "schools")
            for way in (one_way, other_way)
        ):
            continue  # "Mayoral Strategic Authorities" are several of one kind
        elsewhere = f" in {common[0].file}" if common[0].file != rare[0].file else ""
        one = rare[0]
        yield TextFinding(
            place=one.passage.place,
            quote=around(one.passage.text, one.start, one.start + len(one.text)),
            message=f"“{one.text}” here is “{common[0].text}”{elsewhere} under the same letters: "
            "one thing under two names.",
            confidence=Confidence.MEDIUM,
            cure="Use one name throughout.",
            file=one.file,
        )


RULES: tuple[Rule, ...] = (
    a_body_or_scheme_has_one_name,
    a_national_name_is_given_as_it_is,
    spelling_is_british_throughout,
    letters_stand_for_one_name,
)
BETWEEN: tuple[BetweenRule, ...] = (
    bodies_and_schemes_have_one_name_in_all_reports,
    letters_stand_for_one_name_in_all_reports,
)
