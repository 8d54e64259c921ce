"""Words taken for others that sound alike: turns that no sentence can hold (“lead by”)."""

from dataclasses import dataclass

from moothall.proofread.finding import Confidence
from moothall.proofread.reading.expressions import Expression


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of words that is wrong wherever it stands, and what was meant."""

    pattern: Expression
    fault: str
    cure: str
    confidence: Confidence = Confidence.MEDIUM
    word: str = ""
    """What must stand in the text for the turn to be looked for at all."""


def turn(
    pattern: str,
    fault: str,
    cure: str,
    confidence: Confidence = Confidence.MEDIUM,
    word: str = "",
) -> Turn:
    whole = Expression(rf"(?<![\w’'-])(?:{pattern})(?![\w’'-])")
    return Turn(whole, fault, cure, confidence, word)


_STATES = "early|mid|late"
MISTAKEN = (
    turn(
        r"[Tt]heir (?:is|are|was|were|would|will be|has been|have been|may be|should|could|must)",
        "“their” stands where “there” is meant",
        "Write “there”.",
        word="heir ",
    ),
    turn(
        r"[Tt]here (?:own|respective|children|families|parents|views|needs(?! to\b)|duties|"
        r"functions|roles)",
        "“there” stands where “their” is meant",
        "Write “their”.",
        word="here ",
    ),
    turn(
        r"(?:would|could|should|must|might) of (?:been|had|to|the|[a-z]+ed)",
        "“of” stands where “have” is meant",
        "Write “have”.",
        word=" of ",
    ),
    turn(
        r"(?:more|less|greater|fewer|higher|lower|larger|smaller|later|earlier|worse|better|older|"
        r"younger|longer) then (?:the|a|an|that|those|this|in|expected|anticipated|average|last|"
        r"£?\d[\d,.]*%?)",
        "“then” stands where “than” is meant",
        "Write “than”.",
        word=" then ",
    ),
    turn(
        r"(?:arising|resulting|ranging|transferred|different|apart|aside|funded|benefit|derived|"
        r"seconded|received) form (?:the|a|an|our|its|their|this|£?\d[\d,.]*)",
        "“form” stands where “from” is meant",
        "Write “from”.",
        word=" form ",
    ),
    turn(
        r"(?:is|are|was|were|be|been|being) lead by",
        "“lead” stands where “led” is meant",
        "Write “led”.",
        word="lead by",
    ),
    turn(
        r"(?:supported|managed|developed|overseen|run|co-ordinated|coordinated|chaired|driven) and "
        r"lead by",
        "“lead” stands where “led” is meant",
        "Write “led”.",
        word="lead by",
    ),
    turn(
        r"[Ii]t[’']s (?:own|duty|duties|statutory|budget|budgets|role|responsibilities|residents|"
        r"powers|functions|reserves|employees|constitution|services|partners|area|aims|objectives)",
        "“it’s” (it is) stands where “its” is meant",
        "Write “its”.",
    ),
    turn(
        r"in principal",
        "“principal” stands where “principle” is meant",
        "Write “in principle”.",
        Confidence.LOW,  # "in principal roads" is right
        word="in principal",
    ),
    turn(
        r"[Pp]rinciple (?:[Oo]fficer|[Aa]ccountant|[Pp]lanner|[Ee]ngineer|[Ss]olicitor|"
        r"[Aa]uthority|[Cc]ontractor|aim|aims|objective|reason|reasons|risks?|functions?)",
        "“principle” stands where “principal” is meant",
        "Write “principal”.",
        word="rinciple ",
    ),
    turn(
        r"(?:[Ss]ervice|[Tt]eam|[Pp]roject|[Pp]rogramme|[Ss]enior|[Gg]eneral|[Ff]inance|[Ll]ine) "
        r"[Mm]angers?",
        "“manger” stands where “manager” is meant",
        "Write “manager”.",
        Confidence.HIGH,
        word="anger",
    ),
    turn(
        r"[Pp]ubic (?:[Hh]ealth|[Ss]ector|[Cc]onsultation|[Tt]ransport|[Rr]ealm|[Ii]nterest|"
        r"[Mm]eeting|[Ss]ervices?|[Rr]ights?|[Ss]pace|[Oo]pen|[Ee]xamination|[Ii]nspection)",
        "“pubic” stands where “public” is meant",
        "Write “public”.",
        Confidence.HIGH,
        word="ubic ",
    ),
    turn(
        r"[Ss]tatuary (?:dut(?:y|ies)|requirements?|guidance|obligations?|functions?|consultation|"
        r"services?|powers?|responsibilit(?:y|ies)|officers?|notices?)",
        "“statuary” stands where “statutory” is meant",
        "Write “statutory”.",
        Confidence.HIGH,
        word="tatuary",
    ),
    turn(
        r"to asses(?: the| whether| how| their| its| and| any)",
        "“asses” stands where “assess” is meant",
        "Write “assess”.",
        Confidence.HIGH,
        word="to asses",
    ),
    turn(
        rf"(?:{_STATES}) year[’']s",
        "“year’s” stands where “years” (or “years’”) is meant",
        "Write “years”.",
        word="year",
    ),
    turn(
        r"(?:[Yy]oung|[Oo]lder|[Dd]isabled) [Pp]eoples(?:[’'])?(?= )",
        "the apostrophe of “people’s” is misplaced",
        "Write “people’s”.",
        word="eoples",
    ),
    turn(
        r"(?:[Cc]hildren|[Aa]dults?|[Yy]outh|[Cc]ommunity) [Ss]ervice[’']s"
        r"(?= (?:and|is|are|for|in)\b)",
        "the apostrophe of the service’s name is misplaced",
        "Write “Children’s Services” and the like.",
        word="ervice",
    ),
    turn(
        r"re (?:purpos|profil|align|design|commission|tender|structur|invest|instat|locat)"
        r"(?:e|ed|es|ing)",
        "“re” stands apart from its word",
        "Join the two, or put a hyphen between them.",
        word="re ",
    ),
    turn(
        r"[Cc]omplimentary (?:services|functions|measures|work|strands|programmes|policies|roles)",
        "“complimentary” (free, or praising) may stand where “complementary” is meant",
        "Write “complementary” if that is meant.",
        Confidence.LOW,
        word="omplimentary",
    ),
    turn(
        r"(?:no|any|little|an|significant|adverse|negative|positive|direct|material|detrimental) "
        r"affect (?:on|upon|to)",
        "“affect” stands where “effect” is meant",
        "Write “effect”.",
        word="affect",
    ),
    turn(
        r"(?:will|would|may|could|might|not|to) (?:\w+ly )?effect (?:the|our|their|its|residents|"
        r"services|those|people|children|both|all)(?! (?:change|necessary|changes|transfer|sale))",
        "“effect” (bring about) may stand where “affect” is meant",
        "Write “affect” if that is meant.",
        Confidence.LOW,
    ),
    turn(
        r"(?:will|would|may|could|might|not|to) loose (?:the|its|their|our|a|an|out|any|no|nothing|"
        r"money|funding|income|£[\d,.]+)",
        "“loose” stands where “lose” is meant",
        "Write “lose”.",
        word="loose",
    ),
    turn(
        r"(?:will|would|to|which|that|should|can) (?:also )?compliments? (?:the|our|its|their|this|"
        r"those|these|existing|other|each)(?! (?:staff|officers?|team|clerk|chair\w*|volunteers))",
        "“compliment” (praise) stands where “complement” is meant",
        "Write “complement”.",
        word="compliment",
    ),
    turn(
        r"(?:to|will|would|should|must|and) insure that",
        "“insure” stands where “ensure” is meant",
        "Write “ensure”.",
        word="insure",
    ),
    turn(
        r"(?:told|asked|advised|informed|shown|given|gave|tell) (?:us|me|them|members|officers) "
        r"(?:that )?there (?=[a-z]+s (?:were|are|was|is|had|have)\b)",
        "“there” stands where “their” is meant",
        "Write “their”.",
        word="there",
    ),
    turn(
        r"(?:the|a|this|that|these|new|full|its|their|town|parish|county|district|borough) "
        r"(?:Counsel|counsel)(?= (?:has|will|is|was|agreed|resolved|noted|approved|tax|house|"
        r"meeting|officers?|members?)\b)",
        "“counsel” (a lawyer) stands where “council” is meant",
        "Write “council”.",
        word="ounsel",
    ),
    turn(
        r"(?:should|could|would|must|to) (?:be )?(?:breech|breeched)|(?:in|a|of) breech of",
        "“breech” stands where “breach” is meant",
        "Write “breach”.",
        word="breech",
    ),
    turn(
        r"(?:the|a|its) roll of (?:the )?(?:clerk|chair\w*|"
        r"committee|council|leader|officers?|members?) (?:is|was|will|in)",
        "“roll” (a list) stands where “role” is meant",
        "Write “role”.",
        word="roll",
    ),
    turn(
        r"stationary (?:costs?|budget|supplies|and postage|orders?|items)|"
        r"(?:postage|printing) and stationary",
        "“stationary” (standing still) stands where “stationery” is meant",
        "Write “stationery”.",
        word="stationary",
    ),
    turn(
        r"(?:is|are|was|were) quiet (?:high|low|good|large|small|"
        r"different|clear|difficult|likely)",
        "“quiet” stands where “quite” is meant",
        "Write “quite”.",
        word="quiet",
    ),
)
