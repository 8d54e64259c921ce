"""Names: one body, office, scheme or person under two names.

Case, "&" for "and", a shortened name and a plural of the thing itself ("Boards") are no second
name.  What is looked for is the near miss: an apostrophe or a plural inside a name, a letter
slipped, words in another order, "Director of" and "Director for", "Program" and "Programme".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.words import Passage, around, passages, word_set

# --- what names are made of -----------------------------------------------------------------------

_BODIES = frozenset(
    {
        "board", "cabinet", "commission", "committee", "council", "forum", "group", "panel",
        "partnership", "trust", "federation", "taskforce", "authority", "executive", "alliance",
        "collaborative", "consortium", "ombudsman", "association", "network",
    }
)  # fmt: skip
_SCHEMES = frozenset(
    {
        "plan", "strategy", "programme", "program", "project", "framework", "fund", "grant",
        "scheme", "initiative", "policy", "charter", "agreement", "act", "hub", "service",
        "partner", "pledge", "bonus", "levy", "duty", "rule", "register", "account",
    }
)  # fmt: skip
_PLACES = frozenset({"school", "college", "academy", "centre", "hospital", "library", "hall"})
_OFFICES = frozenset({"director", "officer", "manager", "head", "leader", "solicitor", "chair"})
_JOINERS = frozenset({"and", "of", "for", "the", "in", "to", "on", "with", "around", "at", "by"})
# A possessive is part of a name where it says for whom ("Children's Services"); elsewhere it says
# whose ("the Council's Cabinet", "Stockport's Forum") and the name begins after it.
_FOR_WHOM = word_set(
    "children child people person peoples women woman men man adult adults carer carers "
    "resident residents parent parents school schools student students pupil pupils year "
    "years young girls boys worker workers member members officer officers governor governors "
    "tenant tenants user users headteachers families family veterans st mayor king queen"
)
_OPENING_WORDS = word_set(
    "the this that these those a an our its their his her in on at by for from to of if as "
    "when where while following subject both each all any no and or but with under since "
    "after before during through via per between however therefore although whilst it we they "
    "he she there what which who how why should would could will can may must is are was were "
    "has have had do does did please see note report agenda item section appendix table "
    "figure contact"
)
_DATES = word_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_NAME = re.compile(
    r"(?<![\w’'@./-])[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*[’']?"
    r"(?:,?\s(?:(?:and|&|of|for|the|in|to|on|with|around)\s){0,2}"
    r"[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*[’']?){1,11}"
    r"(?:\s(?:scrutiny|select|shared|services|working|task|programme|project|steering)){0,2}"
    r"(?:\s(?:board|committee|panel|group|forum|plan|strategy|grant|programme|policy|framework))?"
    r"(?![\w’'@])"
)
_TOKEN = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*[’']?|&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in a text: its words in small letters, and what they come down to."""

    text: str
    tokens: tuple[str, ...]
    """Words that carry meaning, and "of"/"for" among them left out."""
    key: tuple[str, ...]
    """The tokens without plural and possessive."""
    joiners: tuple[str, ...]
    head: str
    """The key of the word that says what kind of thing it is."""
    head_at: int
    begins: tuple[int, ...]
    """Where each token begins in the text."""
    passage: Passage
    start: int
    file: str = ""

    @property
    def surface(self) -> tuple[str, ...]:
        """The tokens, with the head's own plural taken off: "Boards" is no second name."""
        return (*self.tokens[: self.head_at], self.head, *self.tokens[self.head_at + 1 :])


def _names(report: Report) -> Iterator[Name]:
    for passage in passages(report):
        if passage.text.isupper():
            continue  # capitals throughout say nothing of names
        for match in _NAME.finditer(passage.text):
            if not match[0].isupper():
                yield from _read(match[0], match.start(), passage, report.file)


def _read(text: str, start: int, passage: Passage, file: str) -> Iterator[Name]:
    """The name in a run of capitalised words, begun anew after a possessor and an opening word."""
    words: list[str] = []
    begins: list[int] = []
    for match in _TOKEN.finditer(text):
        word = _small(match[0])
        if word in _DATES and words:
            text = text[: match.start()]
            break  # "the Committee in May"
        if word == "the" and words and words[-1] == "and":
            words, begins = [], []  # "the Framework, and the Plan" are two
        if not words and (word in _OPENING_WORDS or word in _JOINERS):
            continue
        words.append(word)
        begins.append(match.start())
        if word.endswith(("'s", "s'")) and _bare(word) not in _FOR_WHOM:
            words, begins = [], []
    while words and words[-1] in _JOINERS:
        text = text[: begins[-1]]
        words, begins = words[:-1], begins[:-1]
    places = [place for place, word in enumerate(words) if word not in _JOINERS]
    if not 2 <= len(places) <= 12:
        return
    tokens = tuple(words[place] for place in places)
    key = tuple(_stem(token) for token in tokens)
    at = _head_at(words, tokens)
    first = begins[0]
    yield Name(
        text=text[first:].strip(" ,"),
        tokens=tokens,
        key=key,
        joiners=tuple(word for word in words if word in ("of", "for", "in", "to")),
        head=key[at],
        head_at=at,
        begins=tuple(begins[place] - first for place in places),
        passage=passage,
        start=start + first,
        file=file,
    )


def _head_at(words: list[str], tokens: tuple[str, ...]) -> int:
    """Which token is the head: the one before "of", "for" or "in", else the last."""
    for place, word in enumerate(words):
        if word in ("of", "for", "in", "around") and place:
            return max(0, sum(1 for before in words[:place] if before not in _JOINERS) - 1)
    return len(tokens) - 1


def _small(word: str) -> str:
    return "and" if word == "&" else word.lower().replace("’", "'")


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _stem(word: str) -> str:
    """The word without its possessive, its plural and the hyphens in it."""
    word = _bare(word).replace("-", "")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _distance(one: str, other: str, most: int = 2) -> int:
    """How many letters apart two words are (a swap of neighbours counts one), up to `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, second in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != second))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == second:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


# --- one body or scheme ---------------------------------------------------------------------------


def a_body_or_scheme_has_one_name(report: Report) -> Iterator[TextFinding]:
    """A committee, board, plan or fund is not named in two ways that are nearly the same.

    "Children and Education Review Group" and "Children's and Education Review Group" are two ways;
    so are words in another order and a letter slipped.
    """
    told: set[frozenset[str]] = set()
    for variants in _near_misses(list(_names(report))):
        rare, common = sorted(variants[:2], key=lambda names: (len(names), names[0].text))
        difference = _difference(rare[0], common[0])
        if difference not in told:
            told.add(difference)
            yield _two_names(rare, common, _confidence(rare[0], common[0]))


def bodies_and_schemes_have_one_name_in_all_reports(
    reports: tuple[Report, ...],
) -> Iterator[TextFinding]:
    """A body or a scheme that one report names consistently has the same name in another."""
    gathered: defaultdict[tuple[str, ...], dict[tuple[str, ...], list[Name]]] = defaultdict(dict)
    for report in reports:
        for name in _names(report):
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
        if len(key) >= 4 and key[-1] in _BODIES:
            by_words[(*sorted(key[:-1]), key[-1])].append(key)
    for keys in by_words.values():
        if len(keys) == 2:
            yield [_all_of(by_key[key]) for key in keys]


def _a_letter_apart(by_key: _Keyed, keys: list[tuple[str, ...]]) -> Iterator[list[list[Name]]]:
    by_gap: defaultdict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        kind = key[-1]
        if 2 < len(key) <= 7 and kind in _BODIES | _SCHEMES | _PLACES:
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
    return _distance(one, other, 1) == 1 or (shorter >= 9 and _distance(one, other, 2) == 2)


def _all_of(surfaces: dict[tuple[str, ...], list[Name]]) -> list[Name]:
    return [name for mentions in surfaces.values() for name in mentions]


def _tails(name: Name) -> Iterator[Name]:
    """The name, and its endings of three words or more where its kind stands last.

    "Greater Manchester Children's Plan" is compared with "Children's Plan" so.
    """
    yield name
    last = len(name.tokens) - 1
    if name.key[last] not in _BODIES | _SCHEMES:
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
    return len(key) >= 3 and key[-1] in _BODIES | _SCHEMES


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
    words = [_small(match[0]) for match in _TOKEN.finditer(text)]
    tokens = tuple(word for word in words if word not in _JOINERS)
    joiners = tuple(word for word in words if word in ("of", "for", "in", "to"))
    return tuple(_stem(token) for token in tokens), tokens, joiners


_KNOWN = {
    key: (text, tokens, joiners) for text in _WELL_KNOWN for key, tokens, joiners in [_known(text)]
}


def a_national_name_is_given_as_it_is(report: Report) -> Iterator[TextFinding]:
    """Acts, grants and departments have their own names: not "Children's Act 1989"."""
    told: set[str] = set()
    for name in _names(report):
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
_AMERICAN_WORD = re.compile(
    r"(?<![\w@./-])(?P<before>(?:[A-Za-z]+ )?)(?P<word>[Pp]rograms?|[Cc]enters?)"
    r"(?P<after>(?: [A-Za-z]+)?)(?![\w@/-])"
)
_SOFTWARE = re.compile(r"\b(?:computer|software|macro|spreadsheet|shopping|data|call)\s$", re.I)


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
            if british[_AMERICAN[match["word"].lower()]] and not _SOFTWARE.search(match["before"]):
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
            f"{_number(len(mentions))}, “{also}” {_number(times)}: one word in two spellings.",
            confidence=Confidence.MEDIUM,
            cure=f"Write “{right}” throughout.",
        )


def _kind_after(match: re.Match[str]) -> str:
    """The body that the word belongs to (" board"), or nothing."""
    after = match["after"].lower()
    return after if after.strip() in _BODIES else ""


def _number(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


# --- offices --------------------------------------------------------------------------------------

_GRADES = word_set(
    "assistant deputy interim acting associate executive corporate strategic service joint "
    "group senior principal divisional regional"
)
_OFFICE = re.compile(
    r"(?<![\w’'-])(?P<whose>[A-Z][a-z]+[’']s\s(?:current\s|new\s|own\s|former\s)?)?"
    r"(?P<office>(?:[A-Z][a-z]+\s){0,3}(?:Director|Head|Manager)\s(?P<link>of|for)\s"
    r"(?P<subject>[A-Z][A-Za-z’'-]+(?:(?:,?\s(?:and\s|&\s|the\s)?)[A-Z][A-Za-z’'-]+){0,6}))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Office:
    text: str
    grade: frozenset[str]
    """The words before "Director", "Head" or "Manager"."""
    role: str
    link: str
    subject: tuple[str, ...]
    whose: str
    passage: Passage
    start: int
    file: str


def _offices(report: Report) -> Iterator[_Office]:
    for passage in passages(report):
        if passage.text.isupper():
            continue
        for match in _OFFICE.finditer(passage.text):
            before, _, _ = match["office"].partition(f" {match['link']} ")
            *grade, role = before.split()
            while grade and grade[0].lower() in _OPENING_WORDS:
                grade = grade[1:]
            whose = re.split(r"[’']s", match["whose"])[0] if match["whose"] else ""
            yield _Office(
                text=" ".join((*grade, role, match["link"], match["subject"])),
                grade=frozenset(word.lower() for word in grade) & _GRADES,
                role=role.lower(),
                link=match["link"],
                subject=tuple(
                    _stem(_small(token[0]))
                    for token in _TOKEN.finditer(match["subject"])
                    if _small(token[0]) not in _JOINERS
                ),
                whose=whose,
                passage=passage,
                start=match.start("office"),
                file=report.file,
            )


def an_office_has_one_title(report: Report) -> Iterator[TextFinding]:
    """An office is not "Director of Education" here and "Director for Education" there."""
    links: defaultdict[tuple[object, ...], dict[str, list[_Office]]] = defaultdict(dict)
    for office in _offices(report):
        key = (office.grade, office.role, office.subject)
        links[key].setdefault(office.link, []).append(office)
    for by_link in links.values():
        if len(by_link) == 2:
            rare, common = sorted(by_link.values(), key=len)
            one, other = rare[0], common[0]
            yield TextFinding(
                place=one.passage.place,
                quote=around(one.passage.text, one.start, one.start + len(one.text)),
                message=f"“{one.text}” ({_number(len(rare))}) and “{other.text}” "
                f"({_number(len(common))}) look like one office under two titles.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
            )


def an_office_has_one_grade_in_all_reports(reports: tuple[Report, ...]) -> Iterator[TextFinding]:
    """One council's "Assistant Director for Education" is not its Director in another report."""
    by_place: defaultdict[tuple[object, ...], dict[str, list[_Office]]] = defaultdict(dict)
    for report in reports:
        for office in _offices(report):
            if office.whose:
                key = (office.whose, office.role, office.subject)
                by_place[key].setdefault(report.file, []).append(office)
    for by_file in by_place.values():
        grades = {
            file: {office.grade - {"joint", "interim", "acting"} for office in offices}
            for file, offices in by_file.items()
        }
        settled = [(file, next(iter(found))) for file, found in grades.items() if len(found) == 1]
        for (one, grade), (other, other_grade) in combinations(settled, 2):
            if grade == other_grade:
                continue
            mine, theirs = by_file[other], by_file[one]
            yield TextFinding(
                place=mine[0].passage.place,
                quote=around(mine[0].passage.text, mine[0].start, mine[0].start + 60),
                message=f"{mine[0].whose}’s “{mine[0].text}” here is “{theirs[0].text}” in {one}: "
                "one officer under two titles.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
                file=other,
            )


# --- people ---------------------------------------------------------------------------------------

_PERSON = (
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.?)? "
    r"(?:[A-Z][’']|Mc|Mac|de |van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
)
_TITLED = re.compile(
    rf"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?)\.? "
    rf"(?P<name>{_PERSON})(?![\w’'-])"
)
_WITH_OFFICE = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PERSON})(?:,| [-–—]| \(|:)\s?"
    r"(?P<office>(?:[A-Z][A-Za-z’']+\s){0,4}(?:Director|Head|Manager|Officer|Solicitor|Accountant|"
    r"Chief Executive|Treasurer|Adviser|Lead|Leader)(?:(?:\s(?:of|for)|,|:| [-–]| &| and)?"
    r"(?:\sthe)?\s[A-Z][A-Za-z’']+){0,6})"
)
_LABELLED = re.compile(
    rf"(?:Name(?: of [A-Za-z ]{{3,30}})?|"
    rf"(?:Report |Contact |Lead |Reporting )?(?:[Oo]fficer|[Aa]uthor)|Contact|Chair(?:man)?|"
    rf"Officer contact)\s*:\s*(?P<name>{_PERSON})(?![\w’'-])"
)
_EMAIL = re.compile(
    r"(?<![\w.-])(?P<first>[A-Za-z]{2,20})\.(?P<last>[A-Za-z][A-Za-z’'-]{2,25})@[\w-]+\.[\w.-]+"
)
_TWO_WORDS = re.compile(r"(?<![\w’'.-])(?=([A-Z][a-z]+ [A-Z][A-Za-z’'-]*[a-z])(?![\w’'-]))")
_NOT_A_PERSON = (
    _BODIES
    | _SCHEMES
    | _OFFICES
    | _PLACES
    | word_set(
        "services education finance housing health social care children adults ward road street "
        "lane city borough county district report reports town north south east west new great "
        "greater member members january february march april may june july august september "
        "october november december monday tuesday wednesday thursday friday"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    first: str
    last: str
    passage: Passage
    start: int
    text: str


def _person(name: str, passage: Passage, start: int) -> _Person | None:
    words = name.split()
    if any(
        _stem(_small(word)) in _NOT_A_PERSON or word.isupper() for word in (words[0], words[-1])
    ):
        return None
    return _Person(
        first=words[0].lower(),
        last=words[-1].lower().replace("’", "'"),
        passage=passage,
        start=start,
        text=name,
    )


def _people(runs: Iterable[Passage]) -> Iterator[_Person]:
    for passage in runs:
        for pattern in (_TITLED, _WITH_OFFICE, _LABELLED):
            for match in pattern.finditer(passage.text):
                person = _person(match["name"], passage, match.start("name"))
                if person is not None:
                    yield person


def a_person_has_one_spelling(report: Report) -> Iterator[TextFinding]:
    """A councillor or an officer is spelt one way, in the text and in the e-mail address."""
    runs = list(passages(report))
    known: defaultdict[tuple[str, str], list[_Person]] = defaultdict(list)
    for person in _people(runs):
        known[person.first, person.last].append(person)
    titled = set(known)
    for passage in runs:
        for match in _TWO_WORDS.finditer(passage.text):
            if (other := _person(match[1], passage, match.start())) is not None:
                known[other.first, other.last].append(other)
    yield from _spelt_two_ways(known, titled)
    yield from _unlike_their_address(runs, known)


def _spelt_two_ways(
    known: dict[tuple[str, str], list[_Person]], titled: set[tuple[str, str]]
) -> Iterator[TextFinding]:
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in known:
        by_first[key[0]].append(key)
    told: set[frozenset[tuple[str, str]]] = set()
    for key in sorted(titled):
        for other in by_first[key[0]][:40]:
            pair = frozenset((key, other))
            if key == other or pair in told or not _surname_slips(key[1], other[1]):
                continue
            told.add(pair)
            rare, common = sorted((known[key], known[other]), key=len)
            yield _two_spellings(rare[0], common[0])


def _surname_slips(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if _bare(one) == _bare(other):
        return False
    return _distance(one, other, 1) == 1 or (len(one) >= 7 and _distance(one, other, 2) == 2)


def _forename_slips(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 3 and one[0] == other[0] and _distance(one, other, 1) == 1


def _two_spellings(one: _Person, other: _Person) -> TextFinding:
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” and “{other.text}” look like one person in two spellings.",
        confidence=Confidence.MEDIUM,
        cure="Check how the name is spelt.",
    )


def _unlike_their_address(
    runs: list[Passage], known: dict[tuple[str, str], list[_Person]]
) -> Iterator[TextFinding]:
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    by_last: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in known:
        by_first[key[0]].append(key)
        by_last[key[1]].append(key)
    told: set[tuple[str, str]] = set()
    for passage in runs:
        for match in _EMAIL.finditer(passage.text):
            key = (match["first"].lower(), match["last"].lower())
            if key in known or key in told:
                continue
            near = [other for other in by_first[key[0]] if _surname_slips(key[1], other[1])]
            near += [other for other in by_last[key[1]] if _forename_slips(key[0], other[0])]
            if len(near) != 1:
                continue
            told.add(key)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"The address {match[0]} does not fit the name “{known[near[0]][0].text}”.",
                confidence=Confidence.MEDIUM,
                cure="Check the name and the address.",
            )


_SAME_RANK = frozenset({"joint", "shared", "interim", "acting"})


def a_person_holds_one_office(report: Report) -> Iterator[TextFinding]:
    """An officer is not Director here and Assistant Director, of the same, there."""
    held: defaultdict[tuple[str, str], dict[str, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
    for passage in passages(report):
        for match in _WITH_OFFICE.finditer(passage.text):
            person = _person(match["name"], passage, match.start("name"))
            if person is not None:
                held[person.first, person.last].setdefault(match["office"], (passage, match))
    for offices in held.values():
        for one, other in combinations(sorted(offices)[:6], 2):
            words = [_office_words(office) for office in (one, other)]
            grades = [(found & _GRADES) - _SAME_RANK for found in words]
            if words[0] - _GRADES != words[1] - _GRADES or grades[0] == grades[1]:
                continue
            passage, match = offices[other]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{match['name']} is “{other}” here and “{one}” elsewhere in the report.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
            )


def _office_words(office: str) -> frozenset[str]:
    return frozenset(
        _stem(_small(match[0]))
        for match in _TOKEN.finditer(office)
        if _small(match[0]) not in _JOINERS
    )


# --- abbreviations that stand for two nearly alike names ------------------------------------------

_WITH_LETTERS = re.compile(
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
            for name in _read(match["name"], match.start(), passage, report.file):
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
        if len(surfaces) < 2:
            continue
        (_, common), (_, rare) = sorted(surfaces.items(), key=lambda item: -len(item[1]))[:2]
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
    an_office_has_one_title,
    a_person_has_one_spelling,
    a_person_holds_one_office,
    letters_stand_for_one_name,
)
BETWEEN: tuple[BetweenRule, ...] = (
    bodies_and_schemes_have_one_name_in_all_reports,
    an_office_has_one_grade_in_all_reports,
    letters_stand_for_one_name_in_all_reports,
)
