"""Written names: how the name of a body, a scheme or an office is read from capitalised words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, passages, word_set

# --- what names are made of -----------------------------------------------------------------------

BODIES = frozenset(
    {
        "board", "cabinet", "commission", "committee", "council", "forum", "group", "panel",
        "partnership", "trust", "federation", "taskforce", "authority", "executive", "alliance",
        "collaborative", "consortium", "ombudsman", "association", "network",
    }
)  # fmt: skip
SCHEMES = frozenset(
    {
        "plan", "strategy", "programme", "program", "project", "framework", "fund", "grant",
        "scheme", "initiative", "policy", "charter", "agreement", "act", "hub", "service",
        "partner", "pledge", "bonus", "levy", "duty", "rule", "register", "account",
    }
)  # fmt: skip
PLACES = frozenset({"school", "college", "academy", "centre", "hospital", "library", "hall"})
JOINERS = frozenset({"and", "of", "for", "the", "in", "to", "on", "with", "around", "at", "by"})
# A possessive is part of a name where it says for whom ("Children's Services"); elsewhere it says
# whose ("the Council's Cabinet", "Stockport's Forum") and the name begins after it.
FOR_WHOM = word_set(
    "children child people person peoples women woman men man adult adults carer carers "
    "resident residents parent parents school schools student students pupil pupils year "
    "years young girls boys worker workers member members officer officers governor governors "
    "tenant tenants user users headteachers families family veterans st mayor king queen"
)
OPENING_WORDS = word_set(
    "the this that these those a an our its their his her in on at by for from to of if as "
    "when where while following subject both each all any no and or but with under since "
    "after before during through via per between however therefore although whilst it we they "
    "he she there what which who how why should would could will can may must is are was were "
    "has have had do does did please see note report agenda item section appendix table "
    "figure contact"
)
DATES = word_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_NAME = Expression(
    r"(?<![\w’'@./-])[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*[’']?"
    r"(?:,?\s(?:(?:and|&|of|for|the|in|to|on|with|around)\s){0,2}"
    r"[A-Z][A-Za-z]*(?:[-’'][A-Za-z]+)*[’']?){1,11}"
    r"(?:\s(?:scrutiny|select|shared|services|working|task|programme|project|steering)){0,2}"
    r"(?:\s(?:board|committee|panel|group|forum|plan|strategy|grant|programme|policy|framework))?"
    r"(?![\w’'@])"
)
TOKEN = Expression(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*[’']?|&")


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


@read_once
def written_names(report: Report) -> tuple[Name, ...]:
    """Every name of the report, in order; read once for all rules."""
    return tuple(_written_names(report))


def _written_names(report: Report) -> Iterator[Name]:
    for text, start, passage in capitalised_runs(report):
        yield from read_name(text, start, passage, report.file)


@read_once
def capitalised_runs(report: Report) -> tuple[tuple[str, int, Passage], ...]:
    """Every run of capitalised words, where it begins and in what; it may hold several names."""
    return tuple(_capitalised_runs(report))


def _capitalised_runs(report: Report) -> Iterator[tuple[str, int, Passage]]:
    for passage in passages(report):
        if passage.text.isupper():
            continue  # capitals throughout say nothing of names
        for match in _NAME.finditer(passage.text):
            if not match[0].isupper():
                text = _without_closing_quotes(match[0], match.start(), passage.text)
                yield text, match.start(), passage


def _without_closing_quotes(text: str, start: int, within: str) -> str:
    """The run with a quotation's end made a blank: in “the ‘Early Draft’ Plan” it owns nothing."""
    for place, letter in enumerate(text):
        if letter in "’'" and not text[place + 1 : place + 2].isalpha():
            near = max(0, start + place - _LONGEST_QUOTED)
            begun = max(within.rfind(mark, near, start + place) for mark in _OPENING_QUOTES)
            if begun >= 0 and "’" not in within[begun + 1 : start + place]:
                text = f"{text[:place]} {text[place + 1 :]}"
    return text


_OPENING_QUOTES = ("‘", " '")
_LONGEST_QUOTED = 150


def read_name(text: str, start: int, passage: Passage, file: str) -> Iterator[Name]:
    """The name in a run of capitalised words, begun anew after a possessor and an opening word."""
    words: list[str] = []
    begins: list[int] = []
    for match in TOKEN.finditer(text):
        word = in_small_letters(match[0])
        if word in DATES and words:
            text = text[: match.start()]
            break  # "the Committee in May"
        if word == "the" and words and words[-1] == "and":
            words, begins = [], []  # "the Framework, and the Plan" are two
        if not words and (word in OPENING_WORDS or word in JOINERS):
            continue
        words.append(word)
        begins.append(match.start())
        if word.endswith(("'s", "s'")) and without_possessive(word) not in FOR_WHOM:
            words, begins = [], []
    while words and words[-1] in JOINERS:
        text = text[: begins[-1]]
        words, begins = words[:-1], begins[:-1]
    places = [place for place, word in enumerate(words) if word not in JOINERS]
    if not 2 <= len(places) <= 12:
        return
    tokens = tuple(words[place] for place in places)
    key = tuple(singular(token) for token in tokens)
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
            return max(0, sum(1 for before in words[:place] if before not in JOINERS) - 1)
    return len(tokens) - 1


def in_small_letters(word: str) -> str:
    return "and" if word == "&" else word.lower().replace("’", "'")


def without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def singular(word: str) -> str:
    """The word without its possessive, its plural and the hyphens in it."""
    word = without_possessive(word).replace("-", "")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def letters_apart(one: str, other: str, most: int = 2) -> int:
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


_AS_HEARD = str.maketrans("", "", "aeiouyhw")
_SHORTEST_HEARD = 5


def sound_alike(one: str, other: str) -> bool:
    """Whether two names have the same consonants: “Roxanne” and “Roxana”, “Bivon” and “Bevan”."""
    if min(len(one), len(other)) < _SHORTEST_HEARD or one[:1] != other[:1]:
        return False
    heard = [
        re.sub(r"(.)\1", r"\1", name.casefold()[1:].translate(_AS_HEARD)) for name in (one, other)
    ]
    return heard[0] == heard[1] and len(heard[0]) >= 2 and letters_apart(one, other, 3) <= 3
