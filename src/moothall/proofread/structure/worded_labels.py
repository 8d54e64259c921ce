"""Labels of items in words: “Risk 2 – Cost”, “Objective 4:”, “Priority Two”, “Option B”, “R4”.

A paper that numbers its risks, options or stages sets them down one after another; the run begins
at one.  A number that stands twice in it, or is left out, is a slip of the author's, and a text
that speaks of “Risk 5” where the run ends at 3 points at nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, found_once, passages, read_once
from moothall.proofread.structure.labelled_items import labels_of_items_run_on
from moothall.proofread.structure.numbered_recommendations import recommended_numbers
from moothall.proofread.structure.sequences import slips

_THINGS = (
    "risk|objective|recommendation|priority|option|stage|phase|step|outcome|question|item|action|"
    "aim|theme|goal|principle|target|measure|indicator|kpi|proposal|scenario|workstream|strand|"
    "pillar|issue|finding|lesson|criterion|condition|resolution|decision|motion|amendment|"
    "assumption|saving|pressure|project|work ?package|lot|task|milestone|gateway|enabler|mission|"
    "ambition|commitment|standard|test|key line of enquiry|note|part|appendix|annexe?|schedule|"
    "attachment|enclosure|section|chapter"
)
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_NUMBER = rf"\d{{1,2}}|[A-L]|{'|'.join(_WORDS)}"
_OPENING = Expression(
    rf"^[\W_]{{0,4}}(?P<things>(?:(?:key|strategic|corporate|main|draft|proposed) )?(?:{_THINGS})) "
    rf"(?:no\.? ?|number )?(?P<number>{_NUMBER})\b(?![.,]\d|['’]|\s?[%/])"
    r"(?P<mark>\s*[:.)–—-]\s*|\s*\(|\s+(?=[A-Z“\"])|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_IN_A_CELL = Expression(r"^(?P<things>[A-Z]{1,3}[ -]?)?(?P<number>\d{1,2})\.?$")
_NUMBERING_COLUMN = Expression(
    r"^(?:no|nos|number|ref|reference|id|item|#|risk (?:no|ref|id)|action (?:no|ref)|"
    r"(?:risk|action|item|recommendation|objective) (?:number|no|ref|id)|rec(?: no)?)\W*$",
    re.IGNORECASE,
)
_GOES_ON = Expression(r"\bcont(?:inued|'d|’d|d)?\b", re.IGNORECASE)
_NOTES = Expression(r"^\W*(?:foot|end)?notes(?: to the (?:table|figures|accounts))?\W*$", re.I)
_MOST_SLIPS = 2
_BARE = 2
"""Words of a label that stands alone over its text: “Question 5”."""
_APPENDICES = ("append", "annex", "schedul", "attach", "enclos")


@dataclass(frozen=True, slots=True)
class _Item:
    things: str
    number: int
    printed: str
    words: str
    place: Place
    cell: bool = False
    order: int = 0

    @property
    def label(self) -> str:
        return f"{self.things} {self.printed}".strip()


def _value(number: str) -> int:
    folded = number.casefold()
    if folded.isdigit():
        return int(folded)
    if folded in _WORDS:
        return _WORDS.index(folded) + 1
    return ord(folded) - ord("a") + 1


def _script(number: str) -> str:
    return "number" if number.isdigit() else "letter" if len(number) == 1 else "word"


@read_once
def _runs(report: Report) -> tuple[tuple[_Item, ...], ...]:
    """The items of each run, in order; a run begins anew at 1 and with every table."""
    open_runs: dict[tuple[str, str], list[_Item]] = {}
    done: list[list[_Item]] = []
    under_notes = False
    for order, block in enumerate(report.blocks):
        if isinstance(block, Grid):
            done.extend(_columns(block, order))
            continue
        if not isinstance(block, Heading | Prose):
            continue
        numbered = re.match(r"(\d{1,2})[.)]?(?!\d)", f"{block.number} {block.text}".strip())
        if _NOTES.match(block.text):
            under_notes = True
            done.append([])
            continue
        under_notes = under_notes and numbered is not None
        if under_notes and numbered:
            done[-1].append(_Item("Note", int(numbered[1]), numbered[1], block.text, block.place))
            continue
        match = _OPENING.match(f"{block.number} {block.text}".strip())
        if match and match["things"].casefold() == "item" and block.text.startswith("("):
            continue  # “(Item 4)” names an item of the agenda, and is read by the rules on minutes
        if match is None or (match["number"].islower() and match["number"] not in _WORDS):
            continue
        rest = match["rest"].strip(" :.–—-")
        if not match["mark"].strip() and rest and len(block.text.split()) > 14:
            continue  # "Option 2 Homes …" is a label, a long sentence is none
        item = _Item(
            match["things"].casefold().capitalize(),
            _value(match["number"]),
            match["number"],
            block.text,
            block.place,
            order=order,
        )
        key = (item.things, _script(item.printed))
        run = open_runs.get(key)
        anew = item.number == 1 and not (run and len(run) == 1 and order == run[0].order + 1)
        if run is None or anew:
            run = open_runs[key] = []
            done.append(run)
        run.append(item)
    return tuple(tuple(run) for run in done if len(run) >= 2 and run[0].number == 1)


def _columns(grid: Grid, order: int) -> Iterator[list[_Item]]:
    if not grid.rows or len(grid.rows) < 4 or not grid.rows[0]:
        return
    head = grid.rows[0][0].strip()
    cells = [(row, cells[0].strip(), cells) for row, cells in enumerate(grid.rows[1:], 1) if cells]
    found = [(row, _IN_A_CELL.match(cell), words) for row, cell, words in cells if cell]
    if len(found) < len(grid.rows) - 1 or not all(match for _, match, _ in found):
        return
    items = [
        _Item(
            (match["things"] or "").strip(" -"),
            int(match["number"]),
            match["number"],
            " ".join(words),
            grid.cell_place(row, 0),
            cell=True,
            order=order,
        )
        for row, match, words in found
        if match
    ]
    named = all(item.things for item in items) and len({item.things for item in items}) == 1
    bare = _NUMBERING_COLUMN.match(head) and not any(item.things for item in items)
    if named or bare:
        yield items


# --- numbers that stand twice or are left out -----------------------------------------------------


@found_once
def labels_in_words_run_on(report: Report) -> Iterator[TextFinding]:
    """“Risk 1, Risk 2, Risk 2, Risk 4”: one label stands over two things, and one is missing."""
    told = frozenset(finding.place for finding in labels_of_items_run_on(report))
    anywhere: set[str] | None = None
    for run in _runs(report):
        if run[-1].number > len(run) + 2 or len(run) < 3:
            continue
        found = list(slips([item.number for item in run]))
        if not 1 <= len(found) <= _MOST_SLIPS or any(run[s.index].place in told for s in found):
            continue
        slip = next((slip for slip in found if slip.twice), found[0])
        one, two = run[slip.index - 1], run[slip.index]
        if slip.twice:
            double = one if one.number == two.number else run[slip.index + 1]
            bare = len(two.words.split()) <= _BARE and slip.missing
            if _GOES_ON.search(two.words) or (_same(double, two) and not bare):
                continue
            yield TextFinding(
                place=two.place,
                quote=two.words[:120],
                message=f"{two.label} stands twice: “{shortened(double.words, 60)}” and "
                f"“{shortened(two.words, 60)}”.",
                confidence=Confidence.MEDIUM,
                cure="Renumber them, and what refers to them.",
            )
            continue
        missing = slip.missing
        if len(found) > 1 or len(missing) != 1 or one.things.casefold().startswith(_APPENDICES):
            continue
        if anywhere is None:
            anywhere = {
                f"{m['things']} {_value(m['number'])}".casefold()
                for passage in passages(report)
                for m in _MENTION.finditer(passage.text)
            }
        if f"{one.things} {missing[0]}".casefold() in anywhere:
            continue
        yield TextFinding(
            place=two.place,
            quote=two.words[:120],
            message=f"{one.label} is followed by {two.label}: one is left out.",
            confidence=Confidence.MEDIUM,
            cure="Renumber, or put back what was taken out.",
        )


def _same(one: _Item, two: _Item) -> bool:
    """Whether the second says the same as the first, or one of them has no words of its own."""
    first, second = (re.findall(r"\w+", item.words.casefold()) for item in (one, two))
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter] or shorter <= (1 if one.cell else 2)


# --- labels that are pointed to -------------------------------------------------------------------

_MENTION = Expression(
    rf"\b(?:foot|end)?(?P<things>{_THINGS})s?\s(?:no\.?\s)?(?P<number>\d{{1,2}}|[A-L](?!\w))\b(?![.,]\d|"
    rf"\s?[%/])",
    re.IGNORECASE,
)
_TWO = Expression(r"^\s(?:and|or|to|&)\s(?P<number>\d{1,2})\b(?!\s?%|[.,]\d)")
_OF_ANOTHER = Expression(
    r"^\s(?:of|in|from|under|to)\s(?!(?:this|the (?:present )?report\b|the table|"
    r"section|paragraph)|way\b)|^['’]s\b",
    re.IGNORECASE,
)
_ANOTHERS_BEFORE = Expression(
    r"(?:['’]s|s['’]|\b(?:act|strategy|policy|previous|earlier|former|original|national|their|"
    r"ombudsman|inspector|auditor|\d{4}))\s(?:[\w-]+,?\s){0,2}$",
    re.IGNORECASE,
)
_LAW = Expression(r"\b(?:act|regulations|order|schedule|code|convention|directive)\b", re.I)
_POINTED = frozenset(
    [
        "risk",
        "objective",
        "recommendation",
        "priority",
        "option",
        "outcome",
        "question",
        "action",
        "aim",
        "theme",
        "proposal",
        "scenario",
        "note",
        "part",
        "table",
        "section",
        "chapter",
    ]
)


def an_item_pointed_to_by_its_label_is_there(report: Report) -> Iterator[TextFinding]:
    """“Mitigations for Risk 5”, in a report whose risks are 1 to 3."""
    last: dict[str, tuple[int, set[int]]] = {}
    for run in _runs(report):
        if run[0].cell or not run[0].printed.isdigit():
            continue
        things = run[0].things.casefold()
        known = {item.number for item in run} | last.get(things, (0, set[int]()))[1]
        last[things] = (max(known), known)
    if asked := recommended_numbers(report):
        known = asked | last.get("recommendation", (0, set[int]()))[1]
        last["recommendation"] = (max(known), known)
    if not last:
        return
    labelled = {item.order for run in _runs(report) for item in run}
    for passage in passages(report):
        if passage.order in labelled or passage.heading or (passage.cell and len(passage.text) < 9):
            continue
        for match in _MENTION.finditer(passage.text):
            things = match["things"].casefold()
            if things not in last or things not in _POINTED or not match["number"].isdigit():
                continue
            end, numbers = match.end(), [int(match["number"])]
            if more := _TWO.match(passage.text[end:]):
                end += more.end()
                numbers.append(int(more["number"]))
            most, there = last[things]
            beyond = [n for n in numbers if n not in there and most < n <= most + 6]
            before, after = passage.text[max(0, match.start() - 60) : match.start()], passage.text
            if not beyond or _ANOTHERS_BEFORE.search(before):
                continue
            if _OF_ANOTHER.match(after[end : end + 50]) or (
                things in ("part", "note", "question", "section", "chapter")
                and _LAW.search(passage.text)
            ):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), end, after=40),
                message=f"The text speaks of {match['things']} {beyond[0]}; the report’s own end "
                f"at {most}.",
                confidence=Confidence.MEDIUM,
                cure="Give the one that is meant.",
            )
            break


_LETTERED = ("option", "proposal", "scenario", "lot", "phase", "stage", "site")
_MENTION_OF_A_LETTER = Expression(
    rf"\b(?P<things>(?i:{'|'.join(_LETTERED)}))\s(?P<letter>[B-L])\b(?![.,]\d|['’]|\s[a-z]\b)"
)


def an_item_pointed_to_by_its_letter_is_there(report: Report) -> Iterator[TextFinding]:
    """“A few felt that Option E would suit them”, where the options are A to C."""
    last: dict[str, int] = {}
    labelled: set[int] = set()
    for run in _runs(report):
        things = run[0].things.casefold()
        if things in _LETTERED and _script(run[0].printed) == "letter":
            last[things] = max(last.get(things, 0), *(item.number for item in run))
            labelled |= {item.order for item in run}
    for passage in passages(report) if last else ():
        if passage.order in labelled or passage.heading:
            continue
        for match in _MENTION_OF_A_LETTER.finditer(passage.text):
            most = last.get(match["things"].casefold(), 0)
            before = passage.text[max(0, match.start() - 60) : match.start()]
            beyond = most and most < _value(match["letter"]) <= most + _FEW_BEYOND
            if not beyond or _ANOTHERS_BEFORE.search(before):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=40),
                message=f"The text speaks of {match[0]}; the report’s own end at "
                f"{chr(ord('A') + most - 1)}.",
                confidence=Confidence.MEDIUM,
                cure="Give the one that is meant.",
            )
            break


_FEW_BEYOND = 4

RULES: tuple[Rule, ...] = (
    labels_in_words_run_on,
    an_item_pointed_to_by_its_label_is_there,
    an_item_pointed_to_by_its_letter_is_there,
)
