"""Words that say the same in the names of reserves, joint bodies and buildings."""

_SAME = """
equalisation equalization smoothing stabilisation stabilization stability volatility resilience
repair repairs maintenance building buildings premises property properties accommodation
renewals replacement replacements refresh
transformation modernisation change
ict it technology digital computer
vehicle vehicles fleet
election elections electoral
waste refuse
homelessness homeless
climate carbon green
redundancy severance exit
highways highway roads road
parks park
leisure sport sports
staff workforce staffing employee employees
joint shared combined
insurance self-insurance
parking car
museum museums heritage
cemetery cemeteries bereavement crematorium
library libraries
housing homes home
community communities neighbourhood neighbourhoods
improvement enhancement upgrade upgrading
regeneration recovery revival renewal revitalisation
business businesses enterprise
skills training learning
support assistance help
hardship crisis
flood flooding
youth young
older elderly
justice offending
safety safer
culture cultural arts
tourism visitor
cleansing cleaning
delivery implementation
prevention preventative preventive
reablement rehabilitation
supply procurement purchasing
advice advisory
"""
SAME_SUBJECT = {
    word: line.split()[0] for line in _SAME.split("\n") if line for word in line.split()
}
"""Each word of a name and the word that stands for all that mean the same."""

SAME_PHRASES = (
    ("young people", "youth"),
    ("older people", "older"),
    ("town centre", "high street"),
    ("open spaces", "parks"),
    ("net zero", "climate"),
    ("walking cycling", "active travel"),
    ("children in care", "looked after children"),
    ("early intervention", "early help"),
    ("domestic violence", "domestic abuse"),
    ("council tax support", "council tax reduction"),
)
SCHEME_HEADS = frozenset(("programme", "scheme", "project", "initiative"))
TEAM_HEADS = frozenset(("team", "service", "unit"))
STANDING = frozenset(("pension", "pensions", "safeguarding", "audit", "scrutiny", "standards"))
"""Subjects on which the law or custom has several bodies at once."""
POT_HEADS = frozenset(("reserve", "fund", "reserves", "pot"))
BODY_HEADS = frozenset(("board", "panel", "committee", "partnership", "group", "forum"))
WEAK_IN_A_BODY = frozenset(
    ("management", "governance", "oversight", "member", "services", "service", "councillor")
)
DOCUMENT_HEADS = frozenset(("strategy", "policy", "framework", "charter", "protocol"))
_FIRM_HEADS = """
advisers advisors consulting consultants consultancy associates partners ltd limited llp plc
solutions research treasury advisory services construction contractors homes engineering
environmental leisure
"""
FIRM_HEADS = frozenset(_FIRM_HEADS.split())
WAYS = frozenset(("road", "street", "lane", "avenue", "way", "drive", "close", "hill"))
_WEAK = frozenset(
    (
        "delivery", "partnership", "future", "transformation", "improvement", "strategic",
        "steering", "oversight", "management", "programme", "project", "working", "task",
        "governance", "assurance", "implementation", "operational", "executive", "advisory",
        "reference", "liaison", "stakeholder", "shared", "change", "futures", "monitoring",
        "coordination", "performance", "development",
    )
)  # fmt: skip
_WEAK_IN_A_SCHEME = _WEAK | frozenset(
    (
        "modernisation", "renewal", "regeneration", "refurbishment", "upgrade", "redevelopment",
        "enhancement", "replacement", "expansion", "extension", "works", "refresh", "recovery",
        "restoration", "renovation", "revival", "rebuild", "scheme", "improvements", "new",
    )
)  # fmt: skip
WEAK = {
    "body": _WEAK,
    "scheme": _WEAK_IN_A_SCHEME,
    "pot": frozenset(("general", "corporate", "earmarked")),
    "team": frozenset(("management", "support", "delivery", "shared", "central")),
    "way": frozenset(),
    "document": frozenset(("revised", "draft", "new", "joint", "corporate", "local", "council")),
    "firm": frozenset(
        (
            "capital", "treasury", "financial", "consulting", "group", "services", "uk", "advisory",
            "property", "associate", "management", "asset", "market", "social", "economic", "civil",
            "building", "environmental",
        )
    ),
}  # fmt: skip
"""Words in the names of each kind that tell two things apart only seldom."""
# Funds that are paid from outside, and those that every council has by law.
NATIONAL = (
    "general", "collection", "pension", "better care", "household support", "levelling up",
    "towns",
    "shared prosperity", "housing infrastructure", "heritage", "lottery", "national", "european",
    "local pension", "disabled facilities", "major repairs", "capital receipts", "usable",
    "unusable", "community renewal", "improved better care", "social care support", "future high",
    "public health", "brownfield", "active travel", "supporting families", "rough sleeping",
)  # fmt: skip

_KINDS = """
library: library | libraries | knowledge hub | learning hub | learning centre | discovery centre |
 idea store | library hub | community library | information hub
pool: leisure centre | sports centre | swimming pool | pool | baths | leisure hub |
 wellbeing centre | wellbeing hub | recreation centre
offices: civic centre | town hall | council offices | civic offices | city hall | civic hub
day centre: day centre | day service | day opportunities centre | resource centre
depot: depot | operations centre | works yard | highways yard
tip: household waste recycling centre | recycling centre | civic amenity site | waste site | tip
children: children centre | children's centre | family hub | family centre
hall: community centre | community hall | village hall
estate: business park | industrial estate | enterprise park | trading estate | technology park
station: bus station | interchange | transport interchange | transport hub
theatre: theatre | playhouse | arts centre
museum: museum | heritage centre
home: care home | residential home | nursing home
"""
BUILDINGS = tuple(
    sorted(
        (
            (phrase.strip(), line.partition(":")[0])
            for line in _KINDS.strip().replace("\n ", " ").split("\n")
            for phrase in line.partition(":")[2].split("|")
        ),
        key=lambda pair: -len(pair[0]),
    )
)
"""What a building is called, longest first, and the word for all that may be one building."""
