"""Abbreviations: used and never spelt out, spelt out late, spelt out twice.

What everybody knows needs no spelling out; what everybody in local government knows is shown only
when everything is asked for, since a report is read by the public.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.passages import Passage, passages, read_once
from moothall.proofread.proofread import Rule

# Known to any resident or any member; and the marks of tables, forms and calendars.
_KNOWN_TO_ALL = """
UK EU UN GB USA US NHS GP GPs VAT HR ICT IT CEO CEOs FTE FTEs TUPE BBC PDF MP MPs PM QC KC LLP PLC
AGM EGM AOB PA TV CCTV CV DVD CD SMS PC PCs ID PIN USB HMRC HM HMG GDPR DPA FOI FOIA EIR ONS BAME
BME LGBT LGBTQ LGBTQI GCSE GCSEs NVQ HGV HGVs MOT AIDS HIV DIY NB PS PE PR PO NI OBE MBE CBE KBE
DBE BEM JP DL KPI KPIs RAG Ofsted CQC LGA CIPFA RPI CPI CPIH GDP ISO BT OK TBC TBA NA AM BST GMT
KB MB TB PPE COVID SARS CV19 WC ATM DNA UFO RAF RNLI RSPCA RSPB NSPCC AA RAC YMCA YWCA NATO UNESCO
UNICEF WHO IMF OECD BSc BA MA MSc PhD MBA BEng RIBA RICS URL WWW HTML FAQ FAQs Q&A A&E R&D P&L B&B
H&S T&C T&Cs DfE DfT DWP MoD MOD HMP MBC CC BC DC UA Ltd Cllr Cllrs LA LAs LEA LEAs UKIP SNP DUP
PCC MEP MEPs DCS SEO EV EVs LED LEDs CO NOx AI ULEZ DVLA DVSA HSE TfL GLA GMCA STEM SAT SATs PSHE
PAYE ISA PIP DLA ESA JSA UC SSP SMP PTA RE ITV NFU TUC GMB UNISON VIP CVS MRI CT Q1 Q2 Q3 Q4 GM WM
CIC CIO RNIB MENCAP BSL ESOL KPMG PwC PWC EY BDO IBM BP BMW DHL ASDA IKEA SAP GLL EDF AECOM WSP
NEU NASUWT RCN G4S HS2 M25 BID BIDs SME SMEs USP GIS LAN VPN WiFi
"""
# Known to members and officers, but not to every reader.
_KNOWN_IN_THE_TRADE = """
SEND SEN EHCP EHCPs EHC EIA EIAs EqIA EqIAs DPIA CCG CCGs ICB ICBs ICS JSNA HRA NNDR CIL CTB CTR
DLUHC MHCLG DCLG DEFRA Defra DHSC DCMS BEIS NPPF PWLB MTFS MTFP CMT SLT SMT TOR ToR SLA SLAs MOU
MoU KS1 KS2 KS3 KS4 EYFS PSED NEET NEETs LAC CIN CLA CSE MASH LADO SENCO SENCOs EHE TA TAs PRU
PRUs MAT MATs CIPD ALMO RP RPs RSL TPO TRO TROs SPD SPDs DPD HMO HMOs AONB SSSI LEP LEPs NJC LGPS
AVC MRP CFR RCCO GF ASB CSP DHP HB LHA TRA LTP PHE UKHSA OT OTs S151 LGBTQIA VCS VCSE VCFSE BCF
ASC CSC DoLS AMHP MCA CHC NICE OFSTED LSCB SAB HWB JHWS DASS ADASS ADCS SOLACE LGSCO LGO EFA ESFA
DBS CRB HWRC WEEE AQMA EPC EPCs BREEAM SUDS SuDS EA HE NH
"""
# Words that are written in capitals to stress or to name a part.
_CAPITALISED = """
A AN AND ARE AS AT BE BUT BY DO FOR FROM HAS HAVE IF IN INTO IS IT ITEM ITEMS LIST MAY MUST NEW
NEXT NO NONE NOT NOTE NOTED NOW OF OFF ON ONE ONLY OR OUR OUT PAGE PART PER PLAN PLUS SEE SET
SHALL SO SUB TABLE TEN THAT THE THEN THIS TO TWO UP USE VERY VIA WARD WARDS WAS WE WHEN WILL WITH
YES YOU YOUR ALL ANY BOTH BEEN EACH DATE DAY DRAFT END FINAL FULL GAIN HIGH HOW ITS LOW LESS LOSS
MORE MOST NAME NET OTHER OVER RED AMBER GREEN BLUE STAGE STEP THREE TOTAL TITLE TYPE UNDER USED
VALUE WHAT WHO WHY YEAR YEARS ZERO AGREE AGREED MOVED VOTE VOTED CARRIED LOST CHAIR DATED DIED
ROLE RISK RISKS COST COSTS SPEND JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU
FRI SAT SUN START CARE HOME HOMES TOWN CITY HALL ROAD NORTH SOUTH EAST WEST COUNCIL BUDGET REPORT
AREA AREAS GOOD POOR FAIR BEST LIVE WORK WORKS KEY OPEN PRESENT ALSO STRONG SAFE BACK PAPER PAPERS
THEIR THERE THESE THEY WERE WHICH YEARLY LAND SITE SITES
"""
_WORDS = frozenset(_CAPITALISED.split())
_TOKEN = re.compile(
    r"(?<![\w£$@./\\#&'’-])(?P<token>(?:[A-Z]{2,6}|[A-Z]+&[A-Z]+|[A-Z][a-z]?[A-Z]{1,3})s?)"
    r"(?![\w@&/\\]|[.-]\w|\.\w)"
)
_ROMAN = re.compile(r"^(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|&")
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lady|Lord)\.?\s+"
    r"(?:[A-Z]\.?\s+)*|,\s*)$"
)
_SURNAME_AFTER = re.compile(r"^\s+[A-Z][a-z]+(?:\s*[,;)]|\s+and\b|\s*$|\s+[-–(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """One use of an abbreviation in running text or a table."""

    order: int
    start: int
    place: Place
    quote: str
    heading: bool
    capitals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """An abbreviation spelt out; `words` is empty where only the form of it shows."""

    order: int
    start: int
    place: Place
    words: tuple[str, ...]
    quote: str


def _key(token: str) -> str:
    """One abbreviation for its plural, and for PIP and PiP."""
    return (token[:-1] if token.endswith("s") and len(token) > 2 else token).upper()


_KNOWN = frozenset(_key(token) for token in _KNOWN_TO_ALL.split())
_TRADE = frozenset(_key(token) for token in _KNOWN_IN_THE_TRADE.split())


def _in_capitals(text: str) -> bool:
    """Whether a passage, or the stretch of it, is set in capitals: then nothing can be told."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    upper = sum(word.isupper() for word in words)
    return bool(words) and upper >= 2 and upper > 0.5 * len(words)


@read_once
def _uses(report: Report) -> dict[str, list[_Use]]:
    texts = passages(report)
    found: dict[str, list[_Use]] = defaultdict(list)
    small_words = _small_words(texts)
    for passage in texts:
        capitals = _in_capitals(passage.text)
        for match in _TOKEN.finditer(passage.text):
            token = match["token"]
            key = _key(token)
            if key in _WORDS or _ROMAN.match(key) or key.casefold() in small_words:
                continue
            if _among_capitals(passage.text, match.start(), match.end()):
                continue
            if len(key) <= 3 and _is_initials(passage.text, match.start(), match.end()):
                continue
            found[key].append(
                _Use(
                    order=passage.order,
                    start=match.start(),
                    place=passage.place,
                    quote=passage.text[max(0, match.start() - 50) : match.end() + 30],
                    heading=passage.heading,
                    capitals=capitals,
                )
            )
    return found


def _small_words(texts: tuple[Passage, ...]) -> set[str]:
    """Words that the report also writes small: "NOTE" beside "note" is no abbreviation."""
    words: set[str] = set()
    for passage in texts:
        words.update(re.findall(r"(?<![\w'’@.])[a-z]{3,6}(?![\w@])", passage.text))
    return words


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the neighbours are capitals too: "THE COMMITTEE IS ASKED"."""
    before = re.search(r"([A-Za-z]+)\W{1,3}$", text[max(0, start - 25) : start])
    after = re.match(r"\W{1,3}([A-Za-z]+)", text[end : end + 25])
    neighbours = [match[1] for match in (before, after) if match]
    shouted = [word for word in neighbours if word.isupper() and (len(word) > 5 or word in _WORDS)]
    return len(shouted) > 0 and any(len(word) > 1 for word in shouted)


def _is_initials(text: str, start: int, end: int) -> bool:
    """Whether they are a person's: "Cllr JB Smith", "RM Udall,"."""
    before = text[max(0, start - 30) : start]
    titled = _PERSON_BEFORE.search(before)
    return bool(titled and re.match(r"^\.?\s+[A-Z][a-z]+", text[end : end + 20])) or bool(
        _SURNAME_AFTER.match(text[end : end + 25]) and "," in before[-3:]
    )


# --- spelling out -----------------------------------------------------------------------------

_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,120})[)\]]")
_INNER_TOKEN = re.compile(r"(?:[A-Z]{2,6}|[A-Z]+&[A-Z]+|[A-Z][A-Za-z&]{0,6}[A-Z])s?\b")
_ALONE = re.compile(
    r"(?:the|or|hereafter|known as|“|‘|\"|')?\s*\W?(?:[A-Z][A-Za-z&]{1,7})\W?"
    r"(?:\s*(?:/|,|or|and|&)\s*[A-Z][A-Za-z&]{1,7})?"
)
_STANDS_FOR = re.compile(
    r"(?<![\w&])(?P<token>[A-Z][A-Za-z&]{0,6}[A-Z]s?)\s*(?:[-–—:=]|stands for|means|is the)\s+"
    r"(?P<words>[A-Z][A-Za-z'’-]+(?:\s+[A-Za-z&'’-]+){0,7})"
)


def _initials(words: list[str]) -> str:
    return "".join(word[0].upper() for word in words)


def _long_form(words: list[str], key: str) -> tuple[str, ...]:
    """The last words whose initials are the abbreviation's letters, small words free to count."""
    letters = key.replace("&", "")
    for length in range(len(letters), min(len(words), len(letters) + 4) + 1):
        tail = words[-length:]
        if tail[0].casefold() in _SMALL and tail[0][0].upper() != letters[0]:
            continue
        if _spells(tail, letters):
            return tuple(tail)
    return ()


def _spells(words: list[str], letters: str) -> bool:
    """Whether the initials give the letters in order, skipping small words only."""
    position = 0
    for word in words:
        if position < len(letters) and word[0].upper() == letters[position]:
            position += 1
        elif word.casefold() not in _SMALL and word != "&":
            return False
    return position == len(letters)


@read_once
def _spellings(report: Report) -> dict[str, list[_Spelling]]:
    found: dict[str, list[_Spelling]] = defaultdict(list)
    for passage in passages(report):
        for match in _BRACKETED.finditer(passage.text):
            _bracketed(passage, match, found)
        for match in _STANDS_FOR.finditer(passage.text):
            key = _key(match["token"])
            words = _first_words(match["words"], key)
            if words:
                _add(found, key, passage, match.start(), words, match[0])
    for grid in report.grids:
        _glossary(grid, found)
    return found


def _bracketed(passage: Passage, match: re.Match[str], found: dict[str, list[_Spelling]]) -> None:
    before = passage.text[max(0, match.start() - 120) : match.start()]
    words = _WORD.findall(re.sub(r"[-/–]", " ", before))
    inner = match["inner"]
    quote = passage.text[max(0, match.start() - 60) : match.end()]
    tokens = _INNER_TOKEN.findall(inner)
    if tokens and len(inner.split()) <= 6:
        alone = _ALONE.fullmatch(inner) is not None
        for token in tokens:
            key = _key(token)
            long_form = _long_form(words, key)
            loosely = alone and any(word[0].upper() == key[0] for word in words[-len(key) - 3 :])
            if long_form or loosely:
                _add(found, key, passage, match.start(), long_form, quote)
        return
    # the other way round: QTS (Qualified Teacher Status)
    outside = re.search(r"(?<![\w&])([A-Z][A-Za-z&]{0,6}[A-Z]s?)\W{0,3}$", before)
    if outside:
        key = _key(outside[1])
        spelt = _first_words(inner, key)
        if spelt or _initials(_WORD.findall(inner))[:1] == key[:1]:
            _add(found, key, passage, match.start() - len(outside[1]), spelt, quote)


def _first_words(text: str, key: str) -> tuple[str, ...]:
    """The words of a text, up to where they spell the abbreviation."""
    words = _WORD.findall(re.sub(r"[-/–]", " ", text))
    letters = key.replace("&", "")
    for length in range(len(letters), min(len(words), len(letters) + 4) + 1):
        if _spells(words[:length], letters):
            return tuple(words[:length])
    return ()


def _add(
    found: dict[str, list[_Spelling]],
    key: str,
    passage: Passage,
    start: int,
    words: tuple[str, ...],
    quote: str,
) -> None:
    found[key].append(
        _Spelling(order=passage.order, start=start, place=passage.place, words=words, quote=quote)
    )


def _glossary(grid: Grid, found: dict[str, list[_Spelling]]) -> None:
    """Rows of a glossary: the abbreviation in one cell, its words in the next.

    A glossary serves the whole report, so its order is 0, wherever it stands.
    """
    for index, row in enumerate(grid.rows):
        for column, (cell, beside) in enumerate(pairwise(row)):
            token = cell.strip()
            if _INNER_TOKEN.fullmatch(token) and (words := _first_words(beside, _key(token))):
                found[_key(token)].append(
                    _Spelling(
                        order=0,
                        start=0,
                        place=grid.cell_place(index, column),
                        words=words,
                        quote=f"{token} {beside}",
                    )
                )


def _unbracketed(texts: tuple[Passage, ...], keys: set[str]) -> set[str]:
    """Abbreviations whose words stand somewhere in full, never joined to it."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_initial[key[0]].append(key)
    found: set[str] = set()
    for passage in texts:
        words = _WORD.findall(passage.text.replace("-", " "))
        words = [word for word in words if word.casefold() not in _SMALL]
        for index, word in enumerate(words):
            for key in by_initial.get(word[0].upper(), ()):
                letters = key.replace("&", "")
                run = words[index : index + len(letters)]
                plain = all(len(w) > 2 and not w.isupper() for w in run)
                if len(letters) >= 3 and plain and _initials(run) == letters:
                    found.add(key)
    return found


# --- the rules --------------------------------------------------------------------------------


def abbreviations_are_spelt_out(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is used and never spelt out."""
    spelt = _spellings(report)
    unspelt = {
        key: uses
        for key, uses in _uses(report).items()
        if key not in _KNOWN and key not in spelt and not all(use.capitals for use in uses)
    }
    in_full = _unbracketed(passages(report), set(unspelt))
    for key, uses in unspelt.items():
        running = [use for use in uses if not use.heading and not use.capitals]
        if not running:
            continue
        times = "once" if len(uses) == 1 else f"{len(uses)} times"
        often = len({use.order for use in running}) >= 2 and len(key) >= 3
        spelt_apart = key in in_full
        # where its words stand elsewhere in full, a reader may guess; not so a heavy use
        guessed = spelt_apart and len(uses) < 3
        sure = often and key not in _TRADE and not guessed
        yield TextFinding(
            place=running[0].place,
            quote=running[0].quote,
            message=f"{key} is used {times} and never spelt out"
            + (" beside its words." if spelt_apart else "."),
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            cure=f"Spell it out where it is first used, with {key} in brackets.",
        )


def abbreviations_are_spelt_out_at_first_use(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is used before the place where it is spelt out."""
    spelt = _spellings(report)
    for key, uses in _uses(report).items():
        if key in _KNOWN or key not in spelt:
            continue
        in_brackets = [spelling for spelling in spelt[key] if spelling.order]
        if not in_brackets:
            continue
        first = min((spelling.order, spelling.start) for spelling in in_brackets)
        early = [use for use in uses if (use.order, use.start) < first and not use.heading]
        if early and early[0].order < first[0]:
            yield TextFinding(
                place=early[0].place,
                quote=early[0].quote,
                message=f"{key} is used before it is spelt out.",
                confidence=Confidence.LOW,
                cure="Move the words in full to its first use.",
            )


def an_abbreviation_stands_for_one_thing(report: Report) -> Iterator[TextFinding]:
    """An abbreviation is spelt out twice: in different words, or needlessly in the same."""
    for key, spellings in _spellings(report).items():
        named = [spelling for spelling in spellings if spelling.words]
        if len(named) < 2:
            continue
        first = named[0]
        for other in named[1:]:
            if other.order == first.order and other.order:
                continue
            if _stems(first.words) == _stems(other.words):
                yield TextFinding(
                    place=other.place,
                    quote=other.quote,
                    message=f"{key} is spelt out a second time.",
                    confidence=Confidence.LOW,
                    cure="Once is enough.",
                )
                break
        different = next((s for s in named[1:] if _stems(s.words) != _stems(first.words)), None)
        if different is not None:
            yield TextFinding(
                place=different.place,
                quote=different.quote,
                message=f"{key} stands for “{' '.join(first.words)}” in one place and for "
                f"“{' '.join(different.words)}” in another.",
                confidence=Confidence.MEDIUM,
                cure="Use one name, or two abbreviations.",
            )


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without their endings and small words, so that plurals and "Program" are the same."""
    return tuple(
        word.casefold().replace("’", "").replace("'", "")[:4]
        for word in words
        if word.casefold() not in _SMALL and word != "&"
    )


RULES: tuple[Rule, ...] = (
    abbreviations_are_spelt_out,
    abbreviations_are_spelt_out_at_first_use,
    an_abbreviation_stands_for_one_thing,
)
