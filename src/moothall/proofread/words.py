"""Words: doubled, misspelt, taken for another, left out; sentences and brackets that do not end.

There is no dictionary here, since each of these is wrong without one: a list of the commonest
misspellings of English, turns that no sentence can hold ("as part our"), and a report's own usage.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule

# --- the words of a report, for this module and its neighbours ------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of text as a reader meets it: a paragraph, an item, a heading or one cell."""

    text: str
    place: Place
    part: str = "prose"
    """`prose`, `bullet`, `heading` or `cell`."""
    block: int = 0


_HAS_WORDS = re.compile(r"[A-Za-z/?]{2}|\d/\d")


def passages(report: Report) -> Iterator[Passage]:
    """Every run of text, in order; cells that hold nothing but a figure are left out."""
    for number, block in enumerate(report.blocks):
        match block:
            case Prose():
                part = "bullet" if block.bullet else "prose"
                yield Passage(text=block.text, place=block.place, part=part, block=number)
            case Heading():
                yield Passage(text=block.text, place=block.place, part="heading", block=number)
            case Grid():
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        if _HAS_WORDS.search(cell):
                            place = block.cell_place(row, column)
                            yield Passage(text=cell, place=place, part="cell", block=number)
            case Image():
                pass


_SENTENCE_END = re.compile(r"[.!?;][\"”’')]?\s+(?=[\"“‘'(]?[A-Z0-9£])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:cllrs?|mrs?|ms|dr|prof|st|no|nos|para|paras|approx|dept|e\.g|i\.e|eg|ie|vs|c|ref|"
    r"sept?|oct|nov|dec|jan|feb|mar|apr|aug|rev|hon|inc|ltd)|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a run of text; semicolons end one too, full stops of abbreviations do not.

    >>> list(sentences("Cllr. Hall spoke at no. 3. It closed; 12 answered."))
    ['Cllr. Hall spoke at no. 3.', 'It closed;', '12 answered.']
    """
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATED.search(text[max(start, end - 12) : end]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def around(text: str, start: int, end: int, reach: int = 45) -> str:
    """The words about a spot, for a quote."""
    left, right = max(0, start - reach), min(len(text), end + reach)
    if left:
        left = text.find(" ", left, start) + 1 or start
    if right < len(text):
        right = text.rfind(" ", end, right)
        right = end if right < 0 else right
    return text[left:right].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """Words that are wrong, before repeats are counted; `key` is the same for the same fault."""

    key: str
    passage: Passage
    match: re.Match[str]
    message: str
    confidence: Confidence
    cure: str


def _once(faults: Iterable[_Fault]) -> Iterator[TextFinding]:
    """One finding for each fault however often it occurs: the first place, and how often."""
    first: dict[str, _Fault] = {}
    times: Counter[str] = Counter()
    for fault in faults:
        times[fault.key] += 1
        first.setdefault(fault.key, fault)
    for key, fault in first.items():
        more = f" ({times[key]} times in this report)" if times[key] > 1 else ""
        yield TextFinding(
            place=fault.passage.place,
            quote=around(fault.passage.text, fault.match.start(), fault.match.end()),
            message=f"{fault.message}{more}.",
            confidence=fault.confidence,
            cure=fault.cure,
        )


# --- doubled words --------------------------------------------------------------------------------

_DOUBLED = re.compile(
    r"(?<![\w’'/&.-])([A-Za-z]{1,20})\s+\1(?![\w’'/&-]|\.[A-Za-z])", re.IGNORECASE
)
_DOUBLED_PAIR = re.compile(
    r"(?<![\w’'-])([a-z]{2,12} (?:the|a|an|of|to|in|for|and|is|be|that))\s+\1(?![\w’'-])"
)
_THEN_ITS_PLURAL = re.compile(r"(?<![\w’'/-])([a-z]{4,20})\s+\1s(?![\w’'/-])")


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never right twice in a row, whatever the sentence.
_NEVER_TWICE = word_set(
    "the a an of and for with by from at are was were be this these those it its as or but if our "
    "their they we you not will would can could should may must have been than then which into "
    "when where"
)
# Sometimes right twice in a row: "the fact that that", "put in in 2019", "very very".
_SOMETIMES_TWICE = word_set(
    "that had very many so in on is do no bye now long far more really much again yes ha who what "
    "to up over out one two three i v x ii c p s"
)


def no_word_is_doubled(report: Report) -> Iterator[TextFinding]:
    """No word stands twice in a row ("the the"), nor a word and then its plural ("area areas")."""
    yield from _once(_doubled(report))


def _doubled(
    report: Report,
) -> Iterator[_Fault]:
    for passage in passages(report):
        for match in _DOUBLED.finditer(passage.text):
            confidence = _doubled_confidence(passage, match)
            if confidence is not None:
                word = match[1]
                yield _Fault(
                    key=f"{word.lower()}|{passage.place}|{match.start()}",
                    passage=passage,
                    match=match,
                    message=f"“{word}” stands twice in a row",
                    confidence=confidence,
                    cure=f"Take out one “{word}”.",
                )
        for match in _DOUBLED_PAIR.finditer(passage.text):
            yield _Fault(
                key=f"{match[1]}|{passage.place}",
                passage=passage,
                match=match,
                message=f"“{match[1]}” stands twice in a row",
                confidence=Confidence.HIGH,
                cure=f"Take out one “{match[1]}”.",
            )
        if passage.part == "cell":
            continue
        for match in _THEN_ITS_PLURAL.finditer(passage.text):
            yield _Fault(
                key=f"{match[1]}s|{passage.place}",
                passage=passage,
                match=match,
                message=f"“{match[1]}” is followed at once by “{match[1]}s”",
                confidence=Confidence.MEDIUM,
                cure="Take out one of the two, or put in the word that was meant.",
            )


def _doubled_confidence(passage: Passage, match: re.Match[str]) -> Confidence | None:
    first = match[1]
    second = match[0].split()[-1]
    word = first.lower()
    if word in _SOMETIMES_TWICE:
        if word == "to":
            return Confidence.MEDIUM
        return Confidence.LOW if word in {"in", "is", "on"} else None
    if word in _NEVER_TWICE:
        # "Plan A a", "A a" are labels of lists
        return Confidence.HIGH if len(word) > 1 or first == second else None
    if len(word) < 3 or first != second or passage.part in ("cell", "heading"):
        return None  # merged cells and headings repeat a label on purpose
    # "Baden Baden", "New New": names may double
    return None if first[0].isupper() else Confidence.MEDIUM


# --- misspellings ---------------------------------------------------------------------------------

# The commonest misspellings of words that council papers use; none is a word itself.
_MISSPELT = """
abscence absence; acces access; accessable accessible; accommadation accommodation; accomodate
accommodate; accomodated accommodated; accomodation accommodation; accordence accordance; accross
across; acheive achieve; acheived achieved; acheivement achievement; acheives achieves; acknowlege
acknowledge; acount account; adddress address; additonal additional; adequatly adequately;
adminstration administration; adn and; adressed addressed; aggreed agreed; agreeement agreement;
agrement agreement; allocaton allocation; alloction allocation; alot a_lot; alternativly
alternatively; amendement amendment; ammend amend; ammended amended; ammendment amendment; ammount
amount; analysys analysis; anaylsis analysis; annualy annually; aparent apparent; appendicies
appendices; appraisel appraisal; appropiate appropriate; approriate appropriate; approximatly
approximately; apropriate appropriate; aproval approval; aproved approved; aproximately
approximately; asessment assessment; assesment assessment; assesments assessments; assessement
assessment; attendence attendance; availabe available; availablity availability; availible
available; avaliable available; begining beginning; beleive believe; beleived believed;
benchmaking benchmarking; benefical beneficial; benificial beneficial; benifit benefit; benifits
benefits; boundry boundary; budgetted budgeted; buget budget; buisness business; busines business;
calender calendar; caluculated calculated; carrried carried; catagories categories; catagory
category; challange challenge; changable changeable; cheif chief; chidren children; childen
children; childrens children’s; chlidren children; comission commission; comittee committee;
commision commission; commisioned commissioned; commisioning commissioning; commited committed;
commitee committee; committment commitment; committments commitments; communites communities;
comparision comparison; compatability compatibility; competative competitive; completly
completely; comunity community; conatct contact; concensus consensus; concious conscious;
consistant consistent; constituition constitution; consulatation consultation; consulation
consultation; consultaion consultation; consultatation consultation; continous continuous;
contribtion contribution; controled controlled; corperate corporate; coucil council; councillers
councillors; councl council; counil council; critera criteria; critisism criticism; cuncil
council; curently currently; currenty currently; decison decision; decisons decisions; decsion
decision; defered deferred; deficency deficiency; definately definitely; delevery delivery;
delievered delivered; deliverd delivered; delvery delivery; departmnet department; desparate
desperate; determins determines; developement development; developmnet development; devlopment
development; differnt different; dissapointed disappointed; educaton education; eductaion
education; efficency efficiency; efficently efficiently; eligable eligible; eligibilty
eligibility; embarassed embarrassed; emloyees employees; employeees employees; ensurng ensuring;
enviroment environment; enviromental environmental; environemnt environment; equaility equality;
equalites equalities; equiptment equipment; essental essential; estabished established; establised
established; exagerate exaggerate; excercise exercise; exisiting existing; existance existence;
expecially especially; expediture expenditure; expendature expenditure; expenditre expenditure;
experiance experience; explaination explanation; explict explicit; exsiting existing; facilites
facilities; familes families; feasability feasibility; febuary february; finacial financial;
financal financial; finanical financial; flexability flexibility; follwing following; folowing
following; foreward forward; forseeable foreseeable; fourty forty; foward forward; fufil fulfil;
funtion function; furthur further; futher further; garantee guarantee; gaurantee guarantee;
govenment government; goverment government; govermental governmental; governace governance;
governent government; guage gauge; guidence guidance; harrass harass; harrassment harassment;
heirarchy hierarchy; helath health; higest highest; houshold household; housholds households; hte
the; identifed identified; identifiy identify; immediatly immediately; implementaion
implementation; implementatin implementation; implemention implementation; implimented
implemented; improvemnt improvement; improvment improvement; improvments improvements; inadaquate
inadequate; includng including; incured incurred; independance independence; independant
independent; indivdual individual; infomation information; informaton information; infrastucture
infrastructure; inital initial; initally initially; initative initiative; inititative initiative;
intergrate integrate; intergrated integrated; intergration integration; interm interim;
interuption interruption; intial initial; intially initially; knowlege knowledge; labratory
laboratory; leaderhip leadership; legilsation legislation; legislaton legislation; legistlation
legislation; liase liaise; liasing liaising; liasion liaison; liason liaison; libaries libraries;
libary library; maintainance maintenance; maintanance maintenance; maintence maintenance;
maintenence maintenance; managament management; managment management; manangement management;
manditory mandatory; medcial medical; millenium millennium; miniumum minimum; minumum minimum;
mispelt misspelt; mitagate mitigate; mitgate mitigate; mitigatation mitigation; monitering
monitoring; montoring monitoring; neccesary necessary; neccessary necessary; necesary necessary;
necessery necessary; neigbourhood neighbourhood; neighbouhood neighbourhood; noticable noticeable;
noticably noticeably; occassion occasion; occassionally occasionally; occassions occasions;
occured occurred; occurence occurrence; occuring occurring; occurrance occurrence; ocurred
occurred; offical official; officiers officers; ommission omission; ommitted omitted; ongong
ongoing; oportunities opportunities; oportunity opportunity; oppertunity opportunity; opportunites
opportunities; opportunties opportunities; oppurtunity opportunity; organistaion organisation;
organistion organisation; organsiation organisation; orginal original; orignal original; outcomess
outcomes; outurn outturn; overal overall; paralell parallel; parliment parliament; parrallel
parallel; partership partnership; particpate participate; particpation participation; particuarly
particularly; particulary particularly; partnerhip partnership; percieved perceived; perfomance
performance; performace performance; permanant permanent; permenant permanent; persistant
persistent; personel personnel; persue pursue; persued pursued; posession possession; possable
possible; possiblity possibility; postive positive; potental potential; practioner practitioner;
practioners practitioners; pratice practice; preceeding preceding; predominantely predominantly;
prefered preferred; prelimary preliminary; preperation preparation; presance presence; presure
pressure; presures pressures; previosuly previously; previouly previously; previsously previously;
priorites priorities; priviledge privilege; probaly probably; proccess process; proceedure
procedure; procurment procurement; profesional professional; proffesional professional; progess
progress; programe programme; pronounciation pronunciation; propery property; propoed proposed;
proposeal proposal; proprosal proposal; propsal proposal; propsed proposed; provde provide;
provded provided; provison provision; publically publicly; puplic public; pupose purpose; purchse
purchase; pursuent pursuant; questionaire questionnaire; questionairre questionnaire; questionnare
questionnaire; reasonble reasonable; reccomend recommend; reccomendation recommendation;
reccomendations recommendations; reccommend recommend; recieve receive; recieved received;
recieves receives; recieving receiving; recomend recommend; recomendated recommended;
recomendation recommendation; recomendations recommendations; recomendaton recommendation;
recomended recommended; recommedation recommendation; recommedations recommendations;
recommendaton recommendation; recruitement recruitment; recuring recurring; recurrant recurrent;
reduciton reduction; reducton reduction; referal referral; referals referrals; refered referred;
refering referring; regulary regularly; relavant relevant; relevence relevance; relevent relevant;
relocaton relocation; repititive repetitive; represenation representation; representaives
representatives; reprot report; requirment requirement; requirments requirements; residentail
residential; residental residential; reslove resolve; resloved resolved; resorces resources;
resouces resources; respondants respondents; responsability responsibility; responsibilites
responsibilities; responsibilty responsibility; responsiblity responsibility; resposne response;
restaraunt restaurant; reveiw review; revenu revenue; reviewd reviewed; rigourous rigorous; rythm
rhythm; saftey safety; satifactory satisfactory; savngs savings; scheulde schedule; schol school;
schoools schools; scruntiny scrutiny; scrutinty scrutiny; secetary secretary; secratary secretary;
seperate separate; seperated separated; seperately separately; seperation separation; serivce
service; serivces services; servcie service; servcies services; sevice service; sevices services;
shcool school; shedule schedule; sieze seize; signficant significant; signifcant significant;
significantely significantly; significent significant; significiant significant; similiar similar;
simultanously simultaneously; skilfull skilful; specifc specific; speciifc specific; startegic
strategic; startegy strategy; stategic strategic; stategy strategy; statuory statutory; statutary
statutory; statutuory statutory; stragety strategy; strategc strategic; strenghten strengthen;
strenghtened strengthened; strenghts strengths; strenth strength; substancial substantial;
substansial substantial; succesful successful; succesfully successfully; successfull successful;
successsful successful; sucess success; sucessful successful; sufficent sufficient; suficient
sufficient; sumary summary; supercede supersede; superceded superseded; suport support; suppport
support; suprise surprise; suprised surprised; surpluss surplus; sustainabilty sustainability;
sustainablity sustainability; sustanable sustainable; targetted targeted; tarrif tariff; teh the;
temperary temporary; temporay temporary; tempory temporary; tendancy tendency; theri their; thier
their; thorougly thoroughly; thoughout throughout; threshhold threshold; thresold threshold;
throughly thoroughly; throught through; throughtout throughout; timetabel timetable; tommorow
tomorrow; tommorrow tomorrow; tranfer transfer; tranfered transferred; tranformation
transformation; tranport transport; transfered transferred; transfering transferring;
transfomation transformation; transistion transition; transiton transition; trasnport transport;
truely truly; twelth twelfth; uncertainity uncertainty; underate underrate; undertakng
undertaking; uneccessary unnecessary; unecessary unnecessary; unforseen unforeseen; unfortunatly
unfortunately; unneccessary unnecessary; untill until; upto up_to; useage usage; usefull useful;
utilites utilities; vacancys vacancies; vacany vacancy; vaccum vacuum; variaton variation;
varience variance; varous various; vehical vehicle; vehicals vehicles; vulerable vulnerable;
vulnerble vulnerable; vunerable vulnerable; wensday wednesday; whcih which; wheras whereas; wich
which; wih with; witheld withheld; witin within; writen written; wtih with; yaer year; yeild
yield; yeilds yields; youg young
"""


def _pairs(text: str) -> dict[str, str]:
    pairs = (pair.split() for pair in text.replace("\n", " ").split(";"))
    return {wrong: right.replace("_", " ") for wrong, right in pairs}


MISSPELT = _pairs(_MISSPELT)
_TOKEN = re.compile(r"(?<![\w@./’'-])[A-Za-z]{3,24}(?![\w@’'-]|\.[a-z])")


def words_are_spelt_right(report: Report) -> Iterator[TextFinding]:
    """None of the commonest misspellings stands in the report."""
    yield from _once(_misspelt(report))


def _misspelt(
    report: Report,
) -> Iterator[_Fault]:
    for passage in passages(report):
        for match in _TOKEN.finditer(passage.text):
            right = MISSPELT.get(match[0].lower())
            # "Udall Thier": a capital within a sentence may be somebody's name
            if right is None or (match[0].istitle() and _in_a_name(passage.text, match)):
                continue
            yield _Fault(
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


_CAPITALS = re.compile(r"(?<![\w@/’'-])[A-Z]{3,8}s?(?![\w@’'-])")


def an_abbreviation_is_spelt_one_way(report: Report) -> Iterator[TextFinding]:
    """No abbreviation stands once with a letter doubled that it has single elsewhere ("DCSSs")."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in passages(report):
        for match in _CAPITALS.finditer(passage.text):
            counts[match[0]] += 1
            first.setdefault(match[0], (passage, match))
    for word, (passage, match) in first.items():
        if counts[word] > 1 or passage.text.isupper():
            continue
        for place in range(1, len(word)):
            plain = word[:place] + word[place + 1 :]
            if word[place] == word[place - 1] and counts[plain] and len(plain.rstrip("s")) > 2:
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"“{word}” stands once; elsewhere the report writes “{plain}”.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Write “{plain}” if that is meant.",
                )
                break


# --- turns that no sentence can hold --------------------------------------------------------------


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
        r"[Tt]here (?:own|respective|children|families|parents|views|needs|duties|functions|roles)",
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
    yield from _once(_turns(report, _MISTAKEN))


def no_small_word_is_missing(report: Report) -> Iterator[TextFinding]:
    """No sentence lacks a word that it cannot do without: "as part our", "have to met within"."""
    yield from _once(_turns(report, _BROKEN))
    yield from _once(
        _Fault(
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


def _turns(report: Report, turns: tuple[_Turn, ...]) -> Iterator[_Fault]:
    for passage in passages(report):
        if " " not in passage.text:
            continue
        for turn in turns:
            for match in turn.pattern.finditer(passage.text):
                yield _Fault(
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
    yield from _once(
        _Fault(
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


# --- stops, brackets, quotation marks -------------------------------------------------------------

_TWO_STOPS = re.compile(
    r"(?<=[\w)%”’])(?<!\bp\.m)(?<!\ba\.m)(\.\.(?![.\w/\\])|,,|;;|,\.(?!\d)|;\.)(?!\S*\.\.)"
)
_STOP_AND_COMMA = re.compile(r"(?<=[a-z]{4})\.,")
_SHORTENED_BEFORE = re.compile(r"(?:\betc|\bltd|\bdept|\bapprox|\bal|\bdepts|\binc|\bcllr)$", re.I)


def a_sentence_ends_once(report: Report) -> Iterator[TextFinding]:
    """A sentence ends with one stop: not "..", nor ",." (three dots and leaders apart)."""
    for passage in passages(report):
        for match in _TWO_STOPS.finditer(passage.text):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"Two stops stand together: “{match[1]}”.",
                confidence=Confidence.MEDIUM,
                cure="Take one of them out.",
            )
        for match in _STOP_AND_COMMA.finditer(passage.text):
            if not _SHORTENED_BEFORE.search(
                passage.text[max(0, match.start() - 8) : match.start()]
            ):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message="A full stop and a comma stand together.",
                    confidence=Confidence.LOW,
                    cure="Take one of them out.",
                )


def brackets_and_quotation_marks_close(report: Report) -> Iterator[TextFinding]:
    """A bracket or a quotation mark that opens in a paragraph closes there, or in the next one.

    Extraction breaks paragraphs in two: so this is only shown when everything is asked for.
    """
    runs = [passage for passage in passages(report) if passage.part != "heading"]
    for number, passage in enumerate(runs):
        after = runs[number + 1].text if number + 1 < len(runs) else ""
        for opening, closing, name in (("(", ")", "bracket"), ("“", "”", "quotation mark")):
            start = _unclosed(passage.text, opening, closing)
            first_closing, first_opening = after.find(closing), after.find(opening)
            if start is None or 0 <= first_closing < (first_opening % (len(after) + 1)):
                continue
            yield TextFinding(
                place=passage.place,
                quote=passage.text[start : start + 90],
                message=f"A {name} opens here and is not closed.",
                confidence=Confidence.LOW,
                cure=f"Close the {name}.",
            )


def _unclosed(text: str, opening: str, closing: str) -> int | None:
    """Where the first mark opens that never closes; "a)" closes nothing."""
    open_at: list[int] = []
    for place, letter in enumerate(text):
        if letter == opening:
            open_at.append(place)
        elif letter == closing and open_at:
            open_at.pop()
    return open_at[0] if open_at else None


# --- what should have been filled in --------------------------------------------------------------

_FIELD_ERROR = re.compile(
    r"Error! (?:Reference source not found|Bookmark not defined|No text of specified style|"
    r"Not a valid link|Unknown document property name|Hyperlink reference not valid|"
    r"No bookmark name)\.?",
    re.IGNORECASE,
)
_SPREADSHEET_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A\b|NUM!|NULL!)")
_TO_FILL_IN = re.compile(
    r"""[\[<{](?:insert|enter|add|delete|complete|date|name|xx+|tbc|to\sbe\s(?:added|confirmed|completed))
        \b[^\]>}\n]{0,80}[\]>}]
    | £\s?x{1,4}(?:\.x+)?(?:m|k|bn)?\b | (?<!\w)xx/xx/(?:x{2,4}|\d{2,4}) | (?<!\w)xxx+(?!\w)
    | \bclick\s(?:or\stap\s)?here\sto\senter\s(?:text|a\sdate) | \blorem\sipsum
    | (?<=\s)\?{2,}(?=\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)


def no_place_is_left_to_fill_in(report: Report) -> Iterator[TextFinding]:
    """Nothing is left that should have been filled in: "£XX", "[insert date]", a broken field."""
    for passage in passages(report):
        for pattern, what, confidence in (
            (_FIELD_ERROR, "A field of the word processor is broken", Confidence.HIGH),
            (_SPREADSHEET_ERROR, "A cell shows a spreadsheet’s error", Confidence.HIGH),
            (_TO_FILL_IN, "A place is left to fill in", Confidence.MEDIUM),
        ):
            for match in pattern.finditer(passage.text):
                sure = Confidence.LOW if match[0].upper() == "#N/A" else confidence
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"{what}: “{match[0]}”.",
                    confidence=sure,
                    cure="Put in what belongs there.",
                )


RULES: tuple[Rule, ...] = (
    no_word_is_doubled,
    words_are_spelt_right,
    a_word_is_spelt_one_way,
    an_abbreviation_is_spelt_one_way,
    no_word_stands_for_one_that_sounds_like_it,
    no_small_word_is_missing,
    an_article_fits_its_word,
    a_sentence_ends_once,
    brackets_and_quotation_marks_close,
    no_place_is_left_to_fill_in,
)
